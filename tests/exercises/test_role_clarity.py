"""E18: who does a task and who should, by the most common answers of both teams."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from runs import CLARA, MARTA, Typed, come_to, row, run, sheet, work

from workshop.model.teams import SIDES, Side

TASKS = tuple(f"Task {letter}" for letter in "ABCDE")
TODAY = {"sales": ("SNBSM", "SNBSM", "SNBMM"), "marketing": ("SNBMM", "MNSMM")}
SHOULD = {"sales": ("SMSSM", "SMSSS", "SSSSM"), "marketing": ("SMSMM", "SMBMM")}
WORDS = {"S": "sales", "M": "marketing", "B": "both", "N": "nobody", "O": "other"}


def only_these() -> list[Typed]:
    """The starter list is struck, five tasks stand."""
    lines: list[Typed] = [row("tasks", text) for text in TASKS]
    return lines


def typed(*teams: Side) -> list[Typed]:
    lines = only_these()
    # the fifteen tasks of the starter list come first and nobody answers for them
    for team in teams:
        lines += [sheet("today", team, "-" * 15 + one) for one in TODAY[team]]
        lines += [sheet("should", team, "-" * 15 + one) for one in SHOULD[team]]
    return lines


def shares(digits: dict[str, tuple[str, ...]], place: int) -> dict[str, Fraction]:
    """(share in sales + share in marketing) / 2 of each answer."""
    joint: Counter[str] = Counter()
    found: dict[str, Fraction] = {}
    for sheets in digits.values():
        for letter, times in Counter(one[place] for one in sheets).items():
            joint[letter] += 1
            found[letter] = found.get(letter, Fraction(0)) + Fraction(times, len(sheets)) / 2
    return found


def test_five_tasks_and_what_is_off_with_them() -> None:
    found = work("role-clarity", *typed("sales", "marketing"))
    told_of = {cells[0]: cells for cells in found.rows("disagreement")}

    # today A: sales 3/3 S, marketing 1/2 S -> S 3/4; should A: everybody S
    assert told_of["Task A"][1:5] == ("sales", "75.0 %", "sales", "100.0 %")
    # today B: nobody, all; should: sales 2/3 M, marketing 2/2 M -> M 5/6
    assert told_of["Task B"][1:5] == ("nobody", "100.0 %", "marketing", "83.3 %=")
    # today C: both, sales 3/3, marketing 1/2 -> 3/4; should: S, 3/3 and 1/2 -> 3/4
    assert told_of["Task C"][1:5] == ("both", "75.0 %", "sales", "75.0 %")
    # today D: M, sales 1/3, marketing 2/2 -> 2/3; should: S 3/3 and M 2/2 -> a tie at 1/2, sales comes first
    assert told_of["Task D"][1:5] == ("marketing", "66.7 %", "sales", "50.0 %")
    # today E: M, all; should: M, 2/3 and 2/2 -> 5/6
    assert told_of["Task E"][1:5] == ("marketing", "100.0 %", "marketing", "83.3 %=")

    assert {name: cells[7] for name, cells in told_of.items()} == {
        "Task A": "", "Task B": "orphan", "Task C": "double", "Task D": "takeover", "Task E": "",
    }  # fmt: skip
    assert [found[name] for name in ("orphans", "doubles", "takeovers", "conflicts")] == [1, 1, 1, 1]
    # mean of 1, 5/6, 3/4, 1/2 and 5/6
    assert found["clarity"] == Fraction(47, 60)
    assert found.figure("clarity").n == 5


def test_the_clarity_by_a_second_way() -> None:
    found = work("role-clarity", *typed("sales", "marketing"))
    clear = [max(shares(SHOULD, place).values()) for place in range(5)]

    assert found["clarity"] == sum(clear, Fraction(0)) / 5


def test_least_agreed_first() -> None:
    found = work("role-clarity", *typed("sales", "marketing"))

    assert found.column("disagreement") == ["Task D", "Task C", "Task B", "Task E", "Task A"]
    assert found.bold("disagreement") == ["Task D"]


def test_what_follows() -> None:
    found = work("role-clarity", *typed("sales", "marketing"), row("tasks", "Task B", accountable=CLARA, review="2026-06-01"),
                 row("panels", "Price round", sales=MARTA), row("panels", "Fair team", sales=MARTA, marketing=CLARA))  # fmt: skip

    assert [draft.text for draft in found.drafts("action")] == [
        "Hand over 'Task B' to Clara Vogt",
        "Hand over 'Task C' to sales",  # Task D waits: the teams differ and nobody answers for it
        "Give marketing a seat in Price round",
    ]
    assert found.drafts("action")[0].due == "2026-06-01"
    assert [draft.text for draft in found.drafts("line")] == [
        "dispute: How do we decide who does 'Task D'? root=role; decide_by=+14d"
    ]
    assert found["halves"] == 1


def test_one_team_alone_gives_no_finding() -> None:
    found = work("role-clarity", *typed("sales"))

    assert found["clarity"] is None
    assert [found[name] for name in ("orphans", "doubles", "takeovers", "conflicts")] == [0, 0, 0, 0]
    assert any("marketing" in note for note in found.outcome.notes)


def test_two_people_are_enough() -> None:
    lines = [*only_these()]
    for team in SIDES:
        letter = team[0].upper()
        lines += [sheet("today", team, "-" * 15 + "N----"), sheet("should", team, "-" * 15 + letter + "----")]
    found = work("role-clarity", *lines)

    assert found["orphans"] == 1
    assert found["conflicts"] == 1
    assert found["clarity"] == Fraction(1, 2)


def test_nothing_typed_leaves_the_starter_list() -> None:
    found = work("role-clarity")

    assert len(run("role-clarity").of("tasks")) == 15
    assert found.rows("roles") == []  # in the minutes there is nothing to say of them yet
    assert found["clarity"] is None
    assert found.drafts() == []


def test_the_next_run_begins_with_the_table_of_roles() -> None:
    first = run("role-clarity", *typed("sales", "marketing"), row("tasks", "Task B", accountable=CLARA))
    again = [sheet("should", "sales", "-" * 15 + "SMSMM"), sheet("should", "marketing", "-" * 15 + "SMSMM")]
    again += [sheet("today", "sales", "-" * 15 + "SMSMM"), sheet("today", "marketing", "-" * 15 + "SMSMM")]
    found = come_to(run("role-clarity", *again, meeting=2, on="2026-03-17", before=(first,)), before=(first,))

    assert dict(zip(found.column("roles"), found.column("roles", 2), strict=True))["Task B"] == "Clara Vogt"
    assert (found.moved("mean clarity").old, found.moved("mean clarity").new) == ("78.3 %", "100.0 %")
    assert (found.moved("orphans").old, found.moved("orphans").new) == ("1", "0")
