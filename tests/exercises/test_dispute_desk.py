"""E21: age, time to settle, what is past its date."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from statistics import median

import pytest
from factories import day, dispute, said
from runs import HERE_ONE, MARTA, around, come_to, exercise, row, run, work

from workshop.exercising import shown
from workshop.model.entries import Dispute, DisputeStatus


def asked(
    number: int, text: str, root: str, opened: str, status: DisputeStatus, *,
    by: str = "", ended: str = "", arbiter: bool = False,
) -> Dispute:  # fmt: skip
    """A dispute with its root and its ending."""
    plain = dispute(number, text=text, opened=opened, status=status, decide_by=by or None)
    return replace(
        plain, said=said("dispute", text, team="both", root=root), settled_on=day(ended) if ended else None,
        level="arbiter" if arbiter else "team leads", arbiter="P-99" if arbiter else "",
    )  # fmt: skip


DISPUTES = (
    asked(1, "How do we set kit prices?", "price", "2026-02-01", "talking", by="2026-03-31"),
    asked(
        2,
        "How do we split the budget?",
        "budget",
        "2026-01-10",
        "decided",
        by="2026-02-01",
        ended="2026-01-23",
        arbiter=True,
    ),
    asked(
        3, "How do we hand over leads?", "role", "2026-01-05", "settled", by="2026-01-20", ended="2026-01-09"
    ),
    asked(4, "How do we name pumps?", "role", "2026-02-10", "talking", by="2026-02-28"),
    asked(
        5, "How do we answer on Friday?", "role", "2026-02-20", "settled", by="2026-03-20", ended="2026-02-28"
    ),
)


def test_five_disputes() -> None:
    found = work("dispute-desk", world=around(disputes=DISPUTES))

    assert found["n"] == 5
    assert found["live"] == 2  # 1 and 4
    assert found["overdue"] == 1  # 4: decide by 28 February, today is 3 March
    assert found["time"] == 8  # 13, 4 and 8 days
    assert found.figure("time").n == 3
    assert found["between"] == Fraction(2, 3)  # 3 and 5 of the three that ended
    assert found["roles"] == 3  # all three opened within 90 days
    ages = dict(zip(found.column("open"), found.column("open", 3), strict=True))
    assert ages["How do we set kit prices?"] == "30"  # 1 February to 3 March
    assert found.bold("open") == ["How do we name pumps?"]
    # what ended on 9 and 23 January is more than 30 days ago; 28 February is not
    assert found.column("open") == [
        "How do we set kit prices?",
        "How do we name pumps?",
        "How do we answer on Friday?",
    ]


def test_the_days_by_a_second_way() -> None:
    found = work("dispute-desk", world=around(disputes=DISPUTES))
    took = [(one.settled_on - one.opened).days for one in DISPUTES if one.settled_on]

    assert found["time"] == median(took)


def test_roots_are_counted() -> None:
    assert work("dispute-desk", world=around(disputes=DISPUTES)).bars("roots") == {
        "role": 3,
        "price": 1,
        "budget": 1,
    }


def test_what_was_opened_more_than_ninety_days_ago_is_not_counted_by_its_root() -> None:
    old = asked(
        6, "How did we name kits?", "role", "2025-12-02", "settled", ended="2025-12-20"
    )  # 91 days before
    edge = asked(7, "How do we share photos?", "quality", "2025-12-03", "talking")  # 90 days before
    found = work("dispute-desk", world=around(disputes=(old, edge)))

    assert found.bars("roots") == {"quality": 1}
    assert found["roles"] == 0
    assert found["n"] == 2


def test_what_follows() -> None:
    found = work("dispute-desk", row("facts", "Orders lost since the change", missing="yes", owner=MARTA, due="2026-03-27"),
                 row("facts", "Cost rise is real"), world=around(disputes=DISPUTES))  # fmt: skip

    assert [draft.text for draft in found.drafts("action")] == [
        "Find out: Orders lost since the change", "Write the two-option paper: How do we name pumps?",
    ]  # fmt: skip
    assert found.drafts("action")[0].due == "2026-03-27"
    assert found.next_ones() == ["role-clarity"]


def test_what_each_side_says_is_printed_only_with_the_consent_of_both() -> None:
    ours = row("sides", "Two orders wobble", team="sales", heard="yes", consent="yes")
    theirs = row("sides", "Material cost rose", team="marketing", heard="yes")
    yes = row("sides", "Material cost rose", team="marketing", consent="yes")

    assert work("dispute-desk", ours, theirs).rows("sides") == []
    assert work("dispute-desk", ours).rows("sides") == []
    assert [cells[1] for cells in work("dispute-desk", ours, yes).rows("sides")] == [
        "Two orders wobble",
        "Material cost rose",
    ]


@pytest.mark.parametrize(
    ("options", "small", "asks"), [(0, 0, False), (2, 1, True), (3, 0, True), (3, 1, False)]
)
def test_three_options_at_least_and_one_of_them_small(options: int, small: int, *, asks: bool) -> None:
    lines = [
        row("options", f"Option {number}", small="yes" if number <= small else "no")
        for number in range(1, options + 1)
    ]
    found = shown(exercise("dispute-desk"), run("dispute-desk", *lines), around(), ("more-options",))

    assert bool(found) is asks


def test_no_dispute_at_all() -> None:
    found = work("dispute-desk")

    assert found["n"] == 0
    assert found["time"] is None
    assert found["between"] is None
    assert found.text("figures") == ""
    assert found.drafts() == []


def test_the_disputes_of_the_sample_firm_a_fortnight_later() -> None:
    # X1 talking for 14 days, X2 decided after 13
    kits = asked(1, "How do we set service-kit prices?", "price", "2026-03-03", "talking", by="2026-03-31")
    fair = asked(
        2, "How do we split 45,000 EUR?", "budget", "2026-03-03", "decided", ended="2026-03-16", arbiter=True
    )
    found = come_to(run("dispute-desk", meeting=2, on="2026-03-17"), around(disputes=(kits, fair)))

    assert found.rows("open")[0][3] == "14"
    assert found["time"] == 13
    assert found["between"] == 0


def test_the_meeting_before_stands_beside() -> None:
    first = run("dispute-desk")
    world = around(disputes=DISPUTES, here=(HERE_ONE,))
    found = come_to(run("dispute-desk", meeting=2, on="2026-03-17"), world, (first,))

    assert found["overdue"] == 1
    assert (found.moved("past the decide-by date").old, found.moved("past the decide-by date").new) == (
        "1",
        "1",
    )
