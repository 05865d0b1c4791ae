"""Rounds that the room asks in confidence or openly as it likes: said before, taken back, no name left anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from durability.rooms import everything
from scripts import Stage, people

from workshop.library.exercises import read_exercise
from workshop.shelves import shelf
from workshop.workspace.checking import problems
from workshop.workspace.exercises import current, outcome_of

SELLERS, MARKETERS = ("Ana Ruiz", "Bo Lind", "Cem Acar"), ("Finn Moe", "Gita Rao", "Hal Voss")
SIX = people(f"sales {', '.join(SELLERS)}", f"marketing {', '.join(MARKETERS)}")
FOUR = people("sales Ana Ruiz, Bo Lind, Cem Acar", "marketing Finn Moe")
SHEETS = (
    "sales 43325",
    "sales 53325",
    "sales 33325",
    "marketing 55555",
    "marketing 44444",
    "marketing 33333",
)


def messages(directory: Path, team: str = SIX) -> Stage:
    """A meeting at the step in which digits are given to one message."""
    stage = Stage(directory)
    stage.play(
        "/at 2026-03-03 08:00", team, "/meeting sync-30 2026-03-03 09:00", "/at 09:00\n/here all\n/start",
        "/exercise message-test\nmessage: Exact dose audience=plants\n/step",
    )  # fmt: skip
    return stage


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    return messages(tmp_path / "firm")


def names_and_digits(directory: Path, *slugs: str) -> list[tuple[str, str]]:
    """Lines of files that hold both a name and what was asked."""
    who = [*SELLERS, *MARKETERS, *(f'"P-{number}"' for number in range(1, 7))]
    found = []
    for name, data in everything(directory).items():
        lines = data.decode(errors="replace").splitlines()
        if name == "register.json":
            tables = json.loads(data)
            lines = [json.dumps(run) for run in tables["checkpoint"]["1"]["runs"]]
            lines += [json.dumps(row) for row in tables.get("runs", {}).values()]
        found += [
            (name, line)
            for line in lines
            if any(f'"{slug}"' in line for slug in slugs) and any(one in line for one in who)
        ]
    return found


def test_the_three_files_that_leave_it_to_the_room_say_so() -> None:
    left = {
        path.stem: [given.slug for given in read_exercise(path).inputs if given.confidence == "optional"]
        for path in sorted(shelf("exercises").glob("*.toml"))
    }
    assert {slug: inputs for slug, inputs in left.items() if inputs} == {
        "message-test": ["digits"], "role-clarity": ["today", "should"], "launch-gate": ["confidence"],
    }  # fmt: skip


def test_the_step_says_before_the_first_answer_that_it_may_be_asked_in_confidence(room: Stage) -> None:
    assert "An open round. /confide digits asks it in confidence" in room.type("/exercise")
    assert "'Five digits' is asked in confidence: no names, only totals are kept." in room.type("/confide")
    said = room.type("/exercise")
    assert "In confidence: no names, only totals are kept. /reveal shows them." in said
    assert "An open round" not in said


def test_without_the_word_it_is_the_open_round_it_was(room: Stage) -> None:
    room.type("ana 43325")
    assert "answers" in room.refuses("/confide").sentence
    found = current(room.workspace)
    assert found is not None
    assert [(answer.person, "".join(answer.values)) for answer in found.run.answers] == [("P-1", "43325")]


def test_undo_takes_the_choice_back_and_so_does_off(room: Stage) -> None:
    room.play("/confide", "/undo", "ana 43325", "/undo")
    room.play("/confide digits", "/confide digits off", "ana 43325")
    found = current(room.workspace)
    assert found is not None
    assert (found.run.confided, len(found.run.answers)) == ((), 1)


def test_once_a_sheet_is_in_undo_takes_the_sheet_and_the_choice_stands(room: Stage) -> None:
    room.play("/confide", "sales 43325")
    assert "/collect digits throws them away" in (room.refuses("/confide off").fix or "")
    assert "Taken back. Five digits · sales 0 of 3" in room.type("/undo")
    assert "no name stands in front" in room.refuses("ana 43325").sentence


def test_what_was_given_so_is_kept_as_totals_and_means_the_same_as_an_open_round(tmp_path: Path) -> None:
    kept = messages(tmp_path / "kept")
    kept.play("/confide", *SHEETS)
    openly = messages(tmp_path / "open")
    openly.play(
        *(
            f"{who} {one.split()[1]}"
            for who, one in zip(("ana", "bo", "cem", "finn", "gita", "hal"), SHEETS, strict=True)
        )
    )
    figures = []
    for stage in (kept, openly):
        assert "Scores, 20 to 100" in stage.play("/reveal")
        found = current(stage.workspace)
        assert found is not None
        figures.append({one.name: one.value for one in outcome_of(stage.workspace, "message-test").figures})
    # clear: sales (4+5+3)/3 = 4, marketing (5+4+3)/3 = 4, joint 4; matters and different: 3 and 4, 3.5; believable 2
    # and 4, 3; step 5 and 4, 4.5. Sum 18.5, by 5, times 20: 74
    assert figures[0] == figures[1]
    assert figures[0]["average"] == 74
    found = current(kept.workspace)
    assert found is not None
    assert (found.run.answers, len(found.run.totals)) == ((), 1)


def test_no_file_joins_a_name_to_what_was_confided(room: Stage, tmp_path: Path) -> None:
    """Every byte of every file, before the reveal, after it and after the close."""
    room.play("/confide", *SHEETS)
    assert "boxes/M-1-message-test.digits.json" in everything(tmp_path / "firm")
    assert names_and_digits(tmp_path / "firm", "digits") == []
    room.play("/reveal")
    assert "boxes/M-1-message-test.digits.json" not in everything(tmp_path / "firm")
    room.play("/close early to look at everything")
    assert names_and_digits(tmp_path / "firm", "digits") == []
    assert list(problems(room.workspace)) == []
    # the same round openly does leave them, so the search sees what it looks for
    openly = messages(tmp_path / "open")
    openly.play("ana 43325", "bo 53325")
    assert names_and_digits(tmp_path / "open", "digits")


def test_with_too_few_it_is_not_offered_and_the_step_says_why(tmp_path: Path) -> None:
    small = messages(tmp_path / "firm", FOUR)
    said = small.type("/exercise")
    assert "An open round: with 1 from marketing, everybody could tell who said what." in said
    assert "/confide" not in said
    assert "with 1 from marketing" in small.refuses("/confide").sentence
    small.play("sales 43325")


def test_when_somebody_leaves_before_the_first_answer_it_becomes_an_open_round(room: Stage) -> None:
    room.play("/confide", "/apologies Hal Voss")
    said = " ".join(room.type("/exercise").split())
    assert "with 2 from marketing, everybody could tell who said what. Type names or teams." in said
    room.play("ana 43325")
    assert current(room.workspace) is not None


def test_one_word_takes_both_rounds_of_who_does_it_and_each_can_be_named(room: Stage) -> None:
    said = room.play("/exercise role-clarity", "/step", "/confide")
    assert "'Who does it today' is asked in confidence" in said
    assert "'Who should do it' is asked in confidence" in said
    room.play("/confide should off")
    found = current(room.workspace)
    assert found is not None
    assert found.run.confided == ("today",)
    assert "asked in confidence already" in room.refuses("/confide today").sentence


def test_the_sellers_vote_of_a_launch_asks_sellers_only(tmp_path: Path) -> None:
    """Three sellers are enough, however many marketers there are; 4, 3 and 1: mean 8/3, one at 0 or 1."""
    stage = messages(tmp_path / "firm", FOUR)
    stage.play("/exercise launch-gate", "/step 4", "/confide", "confidence: sales 4 3 1")
    assert "sales 2.67 (n=3)" not in stage.type("/exercise")
    assert "Sellers 2.67 (n=3), lowest 1, at 0 or 1: 1." in stage.play("/reveal")
    assert names_and_digits(tmp_path / "firm", "confidence") == []


def test_an_exercise_that_leaves_nothing_to_the_room_says_so(room: Stage) -> None:
    room.play("/exercise alignment-pulse")
    assert "always asked in confidence" in room.refuses("/confide statements").sentence
    assert "one way or the other" in room.refuses("/confide").sentence


def test_an_undo_after_a_restart_does_not_turn_a_round_with_sheets_into_an_open_one(
    room: Stage, tmp_path: Path
) -> None:
    """Sheets, thrown away, asked openly and in confidence again: what was asked stands from before."""
    room.play("/confide", "sales 43325", "/collect", "/confide off", "/confide", "sales 43325")
    again = Stage(tmp_path / "firm")
    assert "/collect digits" in (again.refuses("/undo").fix or "")
    assert "boxes/M-1-message-test.digits.json" in everything(tmp_path / "firm")
