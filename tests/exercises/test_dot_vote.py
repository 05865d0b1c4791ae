"""Dots: the plain count and the bridge, over the options of the kickoff (I1.26)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from runs import Found, Typed, row, values, work

SLUG = "dot-vote"
OPTIONS = (
    "One lead definition", "Reason code on returned leads", "Chemical case studies", "Ride-along plan",
    "Collateral clean-up", "DosaMax 3 launch gate", "Objection answer sheets", "Shared scoreboard",
)  # fmt: skip
SALES, MARKETING = (3, 0, 5, 0, 1, 3, 3, 0), (4, 3, 1, 2, 0, 2, 0, 0)


def dots(
    sales: tuple[int, ...] = (), marketing: tuple[int, ...] = (), options: tuple[str, ...] = OPTIONS
) -> Found:
    typed: list[Typed] = [row("options", text) for text in options]
    if sales:
        typed.append(values("dots", "sales", " ".join(map(str, sales))))
    if marketing:
        typed.append(values("dots", "marketing", " ".join(map(str, marketing))))
    return work(SLUG, *typed)


def plain_bridge(sales: int, all_sales: int, marketing: int, all_marketing: int) -> Fraction:
    s, m = Fraction(sales, all_sales), Fraction(marketing, all_marketing)
    return 2 * s * m / (s + m) if s + m else Fraction(0)


def test_dots_of_the_kickoff_by_count() -> None:
    told = dots(SALES, MARKETING)
    assert (told["each"], told["sales"], told["marketing"]) == (3, 15, 12)
    # 3+4, 0+3, 5+1, 0+2, 1+0, 3+2, 3+0, 0+0; two of them with 3 stand as equals
    assert [(row[0], row[4]) for row in told.rows("raw")] == [
        ("1", "7"), ("3", "6"), ("6", "5"), ("2", "3="), ("7", "3="), ("4", "2"), ("5", "1"), ("8", "0"),
    ]  # fmt: skip


def test_dots_of_the_kickoff_by_what_both_want() -> None:
    told = dots(SALES, MARKETING)
    found = list(told.bars("bridge").items())
    # P1: s 3/15, m 4/12 -> 2/15 / (8/15) = 1/4; P6: 3/15, 2/12 -> 2/11; P3: 5/15, 1/12 -> 2/15
    assert found[:3] == [
        ("One lead definition", Fraction(1, 4)), ("DosaMax 3 launch gate", Fraction(2, 11)),
        ("Chemical case studies", Fraction(2, 15)),
    ]  # fmt: skip
    assert all(value == 0 for _, value in found[3:])
    assert [label for label, _ in found[3:]] == [OPTIONS[n] for n in (1, 3, 4, 6, 7)]
    plain = {text: plain_bridge(s, 15, m, 12) for text, s, m in zip(OPTIONS, SALES, MARKETING, strict=True)}
    assert told.bars("bridge") == plain


def test_the_two_orders_are_said_and_the_bridge_is_offered_as_the_decision() -> None:
    told = dots(SALES, MARKETING)
    assert told.text("first") == (
        "3 dots each: sales 15, marketing 12. Most dots: One lead definition. Wanted by both: One lead definition."
    )
    (draft,) = told.drafts()
    assert (draft.kind, draft.text) == (
        "decision",
        "Our priorities: One lead definition, DosaMax 3 launch gate, Chemical case studies",
    )


@pytest.mark.parametrize(
    ("options", "each"), [(1, 1), (4, 1), (5, 2), (7, 2), (8, 3), (10, 3), (11, 4), (100, 33)]
)
def test_a_third_of_the_options_rounded_is_what_everybody_has(options: int, each: int) -> None:
    assert dots(options=tuple(f"Option {n}" for n in range(options)))["each"] == each


def test_one_team_alone_has_a_count_and_no_bridge() -> None:
    told = dots(SALES)
    assert told.rows("raw")[0][:2] == ("3", "Chemical case studies")
    assert told["wanted_by_both"] is None
    assert "Wanted by both: nothing yet." in told.text("first")
    assert told.drafts() == []


def test_nobody_put_a_dot_yet() -> None:
    told = dots()
    assert told.text("first") == ""
    assert told.drafts() == []


def test_no_options_at_all() -> None:
    told = work(SLUG)
    assert (told["each"], told["sales"]) == (1, 0)
    assert told.drafts() == []


def test_equals_at_the_top_are_both_named() -> None:
    told = dots((2, 2, 1), (2, 2, 1), options=("A", "B", "C"))
    assert told["most_dots"] == "A, B"
    assert told["wanted_by_both"] == "A, B"
    assert [row[4] for row in told.rows("raw")] == ["4=", "4=", "2"]
