"""E14: five digits a message, a score of 20 to 100, a verdict."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from factories import entry
from runs import JONAS, Typed, around, come_to, row, run, sheet, told, work
from scripts import TEAM, Stage, opened

from workshop.model.teams import SIDES, Side

MESSAGES = (
    ("Comply without stopping the plant", "matches"),
    ("Precision you can trust", "absent"),
    ("Exact dose, checked from anywhere", "absent"),
)
SHEETS = {
    "sales": ("55454 32132 44445", "45444 22231 45454"),
    "marketing": ("44455 43343 54444", "54344 44342 44554", "4444- 54343 44444"),
}


def typed(*teams: Side) -> list[Typed]:
    lines: list[Typed] = [
        row("messages", text, audience="utilities", next_step=step) for text, step in MESSAGES
    ]
    for team in teams:
        lines += [sheet("digits", team, one) for one in SHEETS[team]]
    return lines


def team_mean(team: str, place: int) -> Fraction:
    given = [int(digit) for one in SHEETS[team] if (digit := one.replace(" ", "")[place]) != "-"]
    return Fraction(sum(given), len(given))


def test_three_messages_three_verdicts() -> None:
    found = work("message-test", *typed("sales", "marketing"))
    told_of = {cells[0]: cells[1:] for cells in found.rows("dimensions")}

    # joint: (4.5 + 13/3)/2, (5 + 4)/2, (4 + 11/3)/2, (4.5 + 13/3)/2, (4 + 4.5)/2; sum 257/12, x 20 / 5 = 257/3
    assert told_of[MESSAGES[0][0]] == ("4.42", "4.50", "3.83", "4.42", "4.25", "85.7", "keep")
    # joint: 41/12, 34/12, 27/12, 42/12, 25/12; sum 169/12, x 4 = 169/3
    assert told_of[MESSAGES[1][0]] == ("3.42", "2.83", "2.25", "3.50", "2.08", "56.3", "rework")
    # joint: 50/12, 51/12, 50/12, 53/12, 51/12; sum 255/12, x 4 = 85; no next step: at most adjust
    assert told_of[MESSAGES[2][0]] == ("4.17", "4.25", "4.17", "4.42", "4.25", "85.0", "adjust")
    assert [found[name] for name in ("kept", "adjusted", "reworked")] == [1, 1, 1]


def test_the_scores_by_a_second_way() -> None:
    found = work("message-test", *typed("sales", "marketing"))

    scores = {}
    for number, (text, _) in enumerate(MESSAGES):
        places = range(number * 5, number * 5 + 5)
        joints = [(team_mean("sales", place) + team_mean("marketing", place)) / 2 for place in places]
        scores[text] = sum(joints, Fraction(0)) / 5 * 20
    assert found.bars("scores") == scores
    assert found["average"] == sum(scores.values(), Fraction(0)) / 3
    assert list(found.bars("scores")) == [MESSAGES[0][0], MESSAGES[2][0], MESSAGES[1][0]]  # best first


def test_a_gap_of_a_whole_point_stands_out() -> None:
    found = work("message-test", *typed("sales", "marketing"))

    # first: matters 5 - 4 = 1.00; second: clear 2.5 - 13/3 = -1.83; third: none above 0.50
    assert found.bold("gaps") == [MESSAGES[0][0], MESSAGES[1][0]]
    assert found.rows("gaps")[1][1] == "-1.83"


@pytest.mark.parametrize(
    ("digits", "verdict"),
    [("44444", "keep"), ("44443", "adjust"), ("33333", "adjust"), ("33332", "rework"), ("11111", "rework")],
)
def test_the_bounds_of_the_verdict(digits: str, verdict: str) -> None:
    # 80 keep, 76 adjust, 60 adjust, 56 rework, 20 rework
    found = work(
        "message-test",
        row("messages", "One", audience="all", next_step="matches"),
        sheet("digits", "sales", digits),
        sheet("digits", "marketing", digits),
    )
    assert found.rows("dimensions")[0][-1] == verdict


def test_sellers_alone_give_no_score() -> None:
    found = work("message-test", *typed("sales"))

    assert found["average"] is None
    assert not found.rows("dimensions")
    assert not found.rows("gaps")
    assert any("marketing" in note for note in found.outcome.notes)


def test_a_message_nobody_finished_has_no_score() -> None:
    found = work(
        "message-test",
        row("messages", "One"),
        sheet("digits", "sales", "4444-"),
        sheet("digits", "marketing", "4444-"),
    )
    assert found.rows("dimensions") == [("One", "4.00", "4.00", "4.00", "4.00", "")]
    assert found.heads("dimensions")[-2:] == ["believable", "verdict"]  # no next step, no score


def test_the_sheet_holds_the_newest_wording() -> None:
    found = work("message-test", *typed(), row("messages", MESSAGES[1][0], rewrite="No unplanned stop"))

    assert found.column("sheet", 1) == [MESSAGES[0][0], "No unplanned stop", MESSAGES[2][0]]


def test_what_customers_were_heard_to_say_stands_beside() -> None:
    world = around(
        entry(30, told("message-fit", "They shrug", JONAS, message="Precision you can trust", fit="2"))
    )
    assert work("message-test", *typed(), world=world).column("heard") == ["They shrug"]


def test_what_follows() -> None:
    found = work(
        "message-test",
        *typed("sales", "marketing"),
        row("messages", MESSAGES[1][0], owner="P-8", due="2026-03-10"),
    )
    rewrite, _, trial = found.drafts("action")

    assert rewrite.text == "Rewrite 'Precision you can trust' for utilities"
    assert rewrite.due == "2026-03-10"
    assert (
        trial.text
        == "Use 'Comply without stopping the plant' in five talks and write down what they say back"
    )


def test_a_message_is_compared_version_by_version() -> None:
    first = run("message-test", row("messages", "Precision you can trust", audience="all", family="spring"),
                sheet("digits", "sales", "33333"), sheet("digits", "marketing", "22222"))  # fmt: skip
    fresh = row("messages", "No unplanned stop", audience="all", family="spring")
    now = run("message-test", fresh, sheet("digits", "sales", "44444"), sheet("digits", "marketing", "44444"),
              meeting=2, on="2026-03-17")  # fmt: skip
    found = come_to(now, before=(first,))

    score = next(one for one in found.outcome.moved if one.new == "80.0")
    assert (score.old, score.difference) == ("50.0", "+30.0")  # (3 + 2)/2 x 20 -> 80


def test_a_message_without_family_is_compared_with_itself() -> None:
    first = run("message-test", *typed("sales", "marketing"))
    again = [sheet("digits", team, "44444 44444 44444") for team in SIDES]
    found = come_to(run("message-test", *again, meeting=2, on="2026-03-17", before=(first,)), before=(first,))

    scores = [(one.old, one.new) for one in found.outcome.moved if one.new == "80.0"]
    assert scores == [("85.7", "80.0"), ("56.3", "80.0"), ("85.0", "80.0")]


def test_nothing_typed() -> None:
    found = work("message-test")

    assert found["n"] == 0
    assert found["average"] is None
    assert found.drafts() == []


def test_before_the_reveal_a_sentence_says_what_is_in_and_no_table_is_empty(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(
        TEAM, opened("2026-03-03"), "/exercise message-test", "message: One audience=all; next_step=matches",
        "digits: sales 43325",
    )  # fmt: skip
    said = room.type("/result")
    assert "(Five digits: /reveal shows what is in)" in said
    assert "n/a" not in said
    assert "Scores" not in said
    room.play("digits: marketing 43325", "/reveal")
    said = room.type("/result")
    assert "68.0" in said  # (4 + 3 + 3 + 2 + 5) / 5 x 20
    assert "shows what is in" not in said
