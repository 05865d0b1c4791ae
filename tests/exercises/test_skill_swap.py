"""E25: how far the guesses are off, who could teach whom, who is covered."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from runs import BEN, DIETER, JONAS, LENA, PEOPLE, Typed, around, come_to, row, run, values, work
from scripts import TEAM, Stage, opened

from workshop.model.teams import Person

TRUE = {"prospecting": 20, "reports": 16, "travel": 60, "agencies": 30, "budget": 8, "approvals": 12}
GUESSES = {  # what the other team guesses
    "prospecting": "10 20", "reports": "4 4", "travel": "30 50", "agencies": "15 15 30", "budget": "10 10 10",
    "approvals": "3 6 9",
}  # fmt: skip


def typed() -> list[Typed]:
    lines: list[Typed] = [row("items", text, actual=hours) for text, hours in TRUE.items()]
    for number, text in enumerate(TRUE, 1):
        lines.append(values("hours", "marketing" if number <= 3 else "sales", GUESSES[text], number))
    return lines


def test_six_guesses() -> None:
    found = work("skill-swap", *typed())

    # agencies: mean 20 against 30 -> 1/3; budget: 10 against 8 -> 1/4; approvals: 6 against 12 -> 1/2
    assert found["sales_error"] == (Fraction(1, 3) + Fraction(1, 4) + Fraction(1, 2)) / 3
    # prospecting: 15 against 20 -> 1/4; reports: 4 against 16 -> 3/4; travel: 40 against 60 -> 1/3
    assert found["marketing_error"] == (Fraction(1, 4) + Fraction(3, 4) + Fraction(1, 3)) / 3
    assert found.column("surprises", 1) == [
        "reports",
        "approvals",
        "travel",
        "agencies",
        "prospecting",
        "budget",
    ]
    assert found.rows("surprises")[0] == ("sales", "reports", "4.0 h", "16", "75.0 %")


def test_the_errors_by_a_second_way() -> None:
    found = work("skill-swap", *typed())
    errors = []
    for text, hours in TRUE.items():
        given = [Fraction(one) for one in GUESSES[text].split()]
        errors.append(abs(sum(given, Fraction(0)) / len(given) - hours) / hours)

    assert found["marketing_error"] == sum(errors[:3], Fraction(0)) / 3
    assert found["sales_error"] == sum(errors[3:], Fraction(0)) / 3


def test_one_team_alone_is_still_off_by_its_own_guess() -> None:
    found = work("skill-swap", row("items", "budget", actual=8), values("hours", "sales", "10", 5))

    assert found["sales_error"] == Fraction(1, 4)
    assert found["marketing_error"] is None


def test_wishes_meet_offers() -> None:
    found = work(
        "skill-swap",
        row("offers", "Reading a tender", team="sales", person=DIETER),
        row("offers", "reading a tender ", team="sales", person=JONAS),
        row("wishes", "Reading a tender", team="marketing", person=LENA),
        row("wishes", "Cutting film", team="sales", person=JONAS),
    )

    assert found["matches"] == 1
    assert found.rows("matches")[0][1] == "Lena Hartmann"
    assert found.rows("matches")[0][2].startswith("Dieter Lang")
    assert [draft.text for draft in found.drafts("action")] == [
        "Fix twenty minutes: Reading a tender for Lena Hartmann"
    ]


def test_hours_done_and_people_covered() -> None:
    found = work(
        "skill-swap",
        row(
            "swaps",
            "Reading a tender",
            teacher=DIETER,
            learner=LENA,
            date="2026-03-10",
            form="teach-in",
            hours="0.5",
            done="yes",
        ),
        row(
            "swaps",
            "Half a day on the road",
            teacher=DIETER,
            learner=BEN,
            date="2026-03-20",
            form="swap",
            hours="4",
        ),
        row(
            "swaps",
            "Reading web numbers",
            teacher=BEN,
            learner=JONAS,
            date="2026-03-12",
            form="teach-in",
            hours="0.5",
            done="yes",
        ),
    )

    assert found["fixed"] == 3
    assert found["hours_done"] == 1  # 0.5 + 0.5; half a day is still to come
    assert found["covered"] == Fraction(4, 9)  # Dieter, Lena, Ben and Jonas of the nine in both teams
    assert [draft.text for draft in found.drafts("action")] == ["Teach Ben Osei: Half a day on the road"]


def test_nothing_typed_leaves_the_six_lines() -> None:
    found = work("skill-swap")

    assert found["sales_error"] is None
    assert found["covered"] == 0
    assert found.rows("surprises") == []
    assert found.drafts() == []


def test_the_next_run_begins_with_the_calendar() -> None:
    first = run(
        "skill-swap",
        row("swaps", "Reading a tender", teacher=DIETER, learner=LENA, date="2026-03-10", hours="0.5"),
    )
    now = run(
        "skill-swap",
        row("swaps", "Reading a tender", done="yes"),
        meeting=2,
        on="2026-03-17",
        before=(first,),
    )
    found = come_to(now, before=(first,))

    assert (found.moved("hours done").old, found.moved("hours done").new) == ("0.0 h", "0.5 h")


def test_a_swap_that_is_not_done_yet_stays_a_draft_and_a_guest_is_not_covered() -> None:
    guest = Person("P-12", "Hugo Stein", "guest")
    world = replace(around(), people=(*PEOPLE, guest))
    swaps = [
        row("swaps", "Reading a tender", teacher=DIETER, learner=LENA, date="2026-03-10", done="no"),
        row("swaps", "Stock", teacher=guest.id, learner=DIETER, date="2026-03-10", done="yes"),
    ]
    found = come_to(run("skill-swap", *swaps), world)
    assert found["covered"] == Fraction(2, 9)
    assert [draft.text for draft in found.drafts("action")] == ["Teach Lena Hartmann: Reading a tender"]


def test_two_people_teach_the_same_and_no_hours_are_less_than_none(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(TEAM, opened("2026-03-03"), "/exercise skill-swap", "can: Reading a tender @ana")
    assert room.type("can: reading a tender @bo").startswith("can 2 reading a tender · Bo Lind")
    room.type("wants: Reading a tender @finn")
    assert "Ana Ruiz, Bo Lind" in " ".join(room.type("/result").split())
    off = room.refuses("can: Reading a tender")
    assert off.sentence == "can: Reading a tender is there 2 times, as 1, 2."
    assert off.fix == "Type @ and who said it too, or the number of the row."
    assert "actual: -5 is less than there can be." in room.refuses("item: 1 actual=-5").sentence
    assert "Type a number from 0." in (room.refuses("swap: X hours=-1").fix or "")
