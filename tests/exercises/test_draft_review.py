"""E15: comments with what became of them, and whether sellers would use the draft."""

from __future__ import annotations

from fractions import Fraction

import pytest
from runs import Typed, come_to, row, run, sheet, work

COMMENTS = (
    ("Good picture of the site", "+", "taken"),
    ("What is a duty point?", "?", "adapted"),
    ("Prices without date", "x", "not taken"),
    ("Wrong plant on page two", "x", "open"),
    ("Awards", "-", "taken"),
    ("Case helps in the first talk", "+", ""),
)


def typed() -> list[Typed]:
    lines: list[Typed] = [
        row("draft", draft="Retrofit sheet", reader="plant engineer", stage="evaluation", driver="P-8", decider="P-6",
            begun="2026-02-20", cut="40", minutes=6, next_step="matches", due="2026-03-10"),
    ]  # fmt: skip
    for text, mark, disposition in COMMENTS:
        reason = "dates stand on the price list" if disposition == "not taken" else ""
        lines.append(row("comments", text, team="sales", mark=mark, disposition=disposition, reason=reason))
    return [*lines, sheet("use", "sales", "YMNYM")]


def test_a_draft_with_six_comments() -> None:
    found = work("draft-review", *typed())

    assert found["would_use"] == Fraction(3, 5)  # (2 yes + half of 2 maybe) / 5
    assert found.figure("would_use").n == 5
    assert found.reads("would_use") == "60.0 %"
    assert found["closed"] == 4  # taken, adapted, not taken, taken
    assert found["taken"] == Fraction(3, 4)  # taken or adapted of the closed ones
    assert found["unsettled"] == 2  # one is open, of one nobody said anything
    assert found["blocking"] == 1  # two x, one of them closed
    assert found["unsaid"] == 0
    assert found["age"] == 11  # 20 February to 3 March
    assert found["gate"] == "stays a draft"


def test_the_shares_by_a_second_way() -> None:
    found = work("draft-review", *typed())
    closed = [done for _, _, done in COMMENTS if done not in ("", "open")]

    assert found["taken"] == Fraction(sum(done in ("taken", "adapted") for done in closed), len(closed))
    assert found["would_use"] == Fraction(2 * 1 + 2 * Fraction(1, 2) + 1 * 0, 5)


def test_without_an_open_x_it_may_move_on() -> None:
    found = work("draft-review", *typed(), row("comments", "Wrong plant on page two", disposition="adapted"))

    assert found["blocking"] == 0
    assert found["gate"] == "may move to ready"


def test_not_taken_asks_for_its_reason() -> None:
    found = work("draft-review", row("comments", "Too long", mark="x", disposition="not taken"))

    assert found["unsaid"] == 1


@pytest.mark.parametrize(
    ("letters", "share"), [("Y", Fraction(1)), ("M", Fraction(1, 2)), ("N", Fraction(0))]
)
def test_a_single_seller_counts_whole(letters: str, share: Fraction) -> None:
    assert work("draft-review", sheet("use", "sales", letters))["would_use"] == share


def test_what_follows() -> None:
    found = work("draft-review", *typed())
    assert [draft.kind for draft in found.drafts()] == ["action"]
    action, line = work("draft-review", *typed(), row("draft", programme="N-12")).drafts()

    assert action.text == "Bring the next draft of Retrofit sheet"
    assert action.due == "2026-03-10"
    assert line.kind == "line"
    assert line.text == "programme: Retrofit sheet ref=N-12; sales_input=today"


def test_nothing_typed() -> None:
    found = work("draft-review")

    assert found["would_use"] is None
    assert found["taken"] is None
    assert found["gate"] is None
    assert found.drafts() == []


def test_the_next_review_begins_with_the_comments_and_counts_what_closed() -> None:
    first = run("draft-review", *typed())
    now = run(
        "draft-review", row("draft", draft="Retrofit sheet"), row("comments", "Case helps in the first talk", disposition="taken"),
        sheet("use", "sales", "YYYYM"), meeting=2, on="2026-03-17", before=(first,),
    )  # fmt: skip
    found = come_to(now, before=(first,))

    assert found["unsettled"] == 1
    assert (found.moved("open comments").old, found.moved("open comments").new) == ("2", "1")
    assert (found.moved("would use it").old, found.moved("would use it").new) == (
        "60.0 %",
        "90.0 %",
    )  # 4.5 / 5
