"""Needs and offers (E02): the kickoff (I1.21, I1.22), promises kept by the next time, asks that come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from confided import confided
from factories import action, entry
from runs import (
    BEN,
    CLARA,
    DIETER,
    JONAS,
    LENA,
    PRIYA,
    RAVI,
    TOMASZ,
    Found,
    Typed,
    around,
    come_to,
    row,
    run,
    values,
)  # fmt: skip
from runs import (
    told as line,
)
from scripts import Stage, people

from workshop.model.entries import Action, Entry

SLUG = "needs-exchange"
NEEDS = (
    ("sales", TOMASZ, "One-page case from a chemical plant", {"answer": "yes", "owner": LENA, "by": "2026-03-16"}),
    ("sales", JONAS, "Calculator that runs on a tablet",
     {"answer": "counter", "counter": "printable sheet now, tablet version in May", "owner": RAVI}),
    ("sales", DIETER, "Know programmes before customers do", {"answer": "yes", "owner": CLARA, "by": "2026-03-06"}),
    ("sales", PRIYA, "Leads with phone number and project", {"answer": "later", "note": "after lead definition"}),
    ("marketing", RAVI, "A reason on every returned lead", {"answer": "yes", "owner": PRIYA, "by": "2026-03-09"}),
    ("marketing", LENA, "Customer consent for cases", {"answer": "yes", "owner": TOMASZ, "by": "2026-03-09"}),
    ("marketing", BEN, "Two days on the road", {"answer": "yes", "owner": DIETER, "by": "2026-03-31"}),
    ("marketing", CLARA, "No home-made price sheets to customers",
     {"answer": "no", "note": "until resistance table and prices are in the catalogue"}),
)  # fmt: skip


def needs(*, meeting: int = 1, first: int = 43) -> tuple[Entry, ...]:
    return tuple(
        entry(first + place, replace(line("need", text, who, **fields), team=team), meeting=meeting)
        for place, (team, who, text, fields) in enumerate(NEEDS)
    )


def exchange(*typed: Typed, entries: tuple[Entry, ...] | None = None) -> Found:
    return come_to(confided(run(SLUG, *typed)), around(*(needs() if entries is None else entries)))


RATINGS: tuple[Typed, ...] = (
    values("service", "sales", "4 3 5 6 4"),
    values("service", "marketing", "5 4 6 5"),
)


def test_later_is_not_an_answer() -> None:
    told = exchange()
    # eight asked, one of them later
    assert (told["asked"], told["asked_sales"], told["asked_marketing"], told["answered"]) == (8, 4, 4, 7)
    assert told["answer_rate"] == Fraction(7, 8)
    assert told.reads("answer_rate") == "87.5 %"


def test_yes_and_counter_offers_count_in_each_direction() -> None:
    told = exchange()
    # sales got yes, counter, yes, later; marketing yes, yes, yes, no
    assert (told["yes_sales"], told["yes_marketing"]) == (Fraction(3, 4), Fraction(3, 4))
    granted = [fields["answer"] in ("yes", "counter") for _, _, _, fields in NEEDS]
    assert Fraction(sum(granted[:4]), 4) == Fraction(sum(granted[4:]), 4) == told["yes_sales"]
    assert told["balance"] == 1
    assert told.text("summary") == (
        "Asked 8 (sales 4, marketing 4, balance 1.00), answered 7 = 87.5 %; "
        "yes or counter-offer: sales asks 75.0 %, marketing asks 75.0 %."
    )


def test_each_team_rates_the_other_and_there_is_no_joint_value() -> None:
    told = exchange(*RATINGS)
    # sales gave 4, 3, 5, 6 and 4, that is 22 of five people; marketing 5, 4, 6 and 5, that is 20 of four
    assert (told["service_sales"], told["service_marketing"]) == (Fraction(22, 5), Fraction(5))
    assert (told.reads("service_sales"), told.reads("service_marketing")) == ("4.40", "5.00")
    assert (told.figure("service_sales").n, told.figure("service_marketing").n) == (5, 4)
    assert [figure.name for figure in told.outcome.figures if "joint" in figure.name] == []


def test_two_answers_of_a_team_are_not_told_apart() -> None:
    told = exchange(values("service", "sales", "4 3 5"), values("service", "marketing", "9 1"))
    assert (told["service_sales"], told["service_marketing"]) == (None, None)


def test_both_tables_carry_the_answer_and_what_it_is() -> None:
    told = exchange()
    assert [cells[0] for cells in told.rows("sales-needs")] == [text for _, _, text, _ in NEEDS[:4]]
    assert told.rows("sales-needs")[1][5:7] == ("counter", "printable sheet now, tablet version in May")
    assert told.rows("marketing-needs")[3][5:7] == (
        "no",
        "until resistance table and prices are in the catalogue",
    )


def test_a_yes_becomes_an_action_a_no_may_become_a_dispute_and_later_is_parked() -> None:
    told = exchange()
    actions = told.drafts("action")
    assert len(actions) == 5
    assert (actions[0].text, actions[0].owner, actions[0].due) == (
        "Deliver: One-page case from a chemical plant", LENA, "2026-03-16",
    )  # fmt: skip
    assert [draft.text for draft in told.drafts("dispute")] == [
        "How do we decide on the need: No home-made price sheets to customers?"
    ]
    assert [draft.text for draft in told.drafts("parking")] == ["Leads with phone number and project"]
    assert actions[0].source == "N-43"


def test_what_is_offered_unasked_becomes_an_action() -> None:
    told = exchange(row("offers", "Two stand days at the fair", side="sales", owner=JONAS, due="2026-04-21"))
    assert told.drafts("action")[-1].text == "Give what was offered: Two stand days at the fair"
    assert told.rows("offers")[0][:2] == ("sales", "Two stand days at the fair")


def promise(number: int, source: str, *, done: bool) -> Action:
    made = action(number, status="done" if done else "open", source=source)
    return replace(made, closed_on=date(2026, 3, 12) if done else None)


@pytest.mark.parametrize(("done", "share"), [(0, Fraction(0)), (3, Fraction(3, 5)), (5, Fraction(1))])
def test_promises_kept_are_yes_actions_done_of_yes_given(done: int, share: Fraction) -> None:
    sources = ["N-43", "N-45", "N-47", "N-48", "N-49"]
    actions = tuple(promise(n, source, done=n <= done) for n, source in enumerate(sources, 1))
    world = replace(around(*needs()), actions=actions)
    first = run(SLUG)
    told = come_to(run(SLUG, meeting=2, on="2026-09-01", before=(first,)), world, (first,))
    # five needs were answered with yes
    assert told["kept"] == share
    assert (
        told.text("kept")
        == f"Promises of last time kept: {done} of 5 = {100 * share.numerator / share.denominator:.1f} %."
    )


def test_before_any_promise_there_is_nothing_to_keep() -> None:
    told = exchange()
    assert told.reads("kept") == "no promises before"
    assert told.text("kept") == ""


def test_an_ask_that_comes_again_is_named_with_its_count() -> None:
    first, second = run(SLUG), run(SLUG, meeting=2)
    again = entry(90, replace(line("need", NEEDS[3][2], PRIYA), team="sales"), meeting=3)
    twice = entry(80, replace(line("need", NEEDS[3][2], PRIYA), team="sales"), meeting=2)
    told = come_to(run(SLUG, meeting=3, on="2026-09-01"), around(*needs(), twice, again), (second, first))
    assert [cells[0] for cells in told.rows("again")] == [NEEDS[3][2]]
    assert told.rows("again")[0][2] == "3"
    assert told.bold("again") == [NEEDS[3][2]]


def test_only_one_team_asked() -> None:
    told = exchange(entries=needs()[:4])
    assert (told["asked_marketing"], told["yes_marketing"], told["balance"]) == (0, None, 0)
    assert told.rows("marketing-needs") == []


def test_nobody_asked_anything() -> None:
    told = exchange(entries=())
    assert (told["asked"], told["answer_rate"], told["balance"]) == (0, None, None)
    assert told.text("summary") == ""
    assert told.drafts() == []


def test_a_hundred_needs_are_all_there() -> None:
    many = tuple(
        entry(
            n,
            replace(
                line("need", f"Need {n}", answer="yes" if n % 4 else "no"),
                team="sales" if n % 5 else "marketing",
            ),
        )
        for n in range(1, 101)
    )
    told = exchange(entries=many)
    # every fifth asked by marketing: 20; every fourth no: 25, five of them (20, 40 ... 100) from marketing
    assert (told["asked_sales"], told["asked_marketing"], told["answered"]) == (80, 20, 100)
    assert (told["yes_sales"], told["yes_marketing"]) == (Fraction(60, 80), Fraction(15, 20))
    assert told["balance"] == Fraction(1, 4)


def test_ratings_that_cannot_be_told_apart_stand_as_one_total(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(
        "/at 2026-03-02 08:00", people("sales Ana Ruiz, Bo Lind, Cem Acar", "marketing Finn Moe, Gita Rao, Hal Voss"),
        "/meeting sync-30 2026-03-03 09:00", "/at 2026-03-03 09:00", "/here all", "/start", "/exercise needs-exchange",
        "/step 2", "service: sales 4 10 0", "service: marketing 7",
    )  # fmt: skip
    assert "Both ways together 5.25 (n=4)." in room.type("/reveal early")  # 21 / 4
