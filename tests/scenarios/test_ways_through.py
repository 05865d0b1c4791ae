"""Other ways through an exercise: three minutes of the pulse, an interview outside; and rows that are still half told."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage, people
from trial import trial

from workshop.facilitation.gate import gate, tray
from workshop.model.results import Moved
from workshop.workspace.exercises import current, outcome_of

SIX = people("sales Ana Ruiz, Bo Lind, Cem Acar", "marketing Finn Moe, Gita Rao, Hal Voss")
SALES, MARKETING = "1" + "3" * 19, "5" + "3" * 18 + "4"
"""Statement 1 is four apart, statement 20 one; all others are the same for both."""


@pytest.fixture
def firm(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path / "firm")
    stage.play("/at 2026-03-02 08:00", SIX)
    return stage


def meeting(stage: Stage, day: str, agenda: str, *lines: str) -> str:
    if stage.state.running is not None:
        stage.type("/close early to go on")
    return stage.play(f"/meeting {agenda} {day} 09:00", f"/at {day} 09:00", "/here all", "/start", *lines)


def step(stage: Stage) -> tuple[str, int, int]:
    """Part, step and how many there are."""
    found = current(stage.workspace)
    assert found is not None
    return found.run.part, found.run.step, len(found.steps)


# Three minutes of the pulse ----------------------------------------------------------------------


def pulse(stage: Stage) -> None:
    meeting(stage, "2026-03-03", "sync-30", "/exercise alignment-pulse", "/step")
    stage.play(*[f"sales {SALES}", f"marketing {MARKETING}"] * 3, "/reveal")


def moved(stage: Stage) -> dict[str, Moved]:
    return {one.label: one for one in outcome_of(stage.workspace, "alignment-pulse").moved}


def test_the_end_of_a_quarter_asks_the_lines_again_that_were_widest_apart(firm: Stage) -> None:
    pulse(firm)
    said = meeting(firm, "2026-06-03", "quarter-180", "/goto 12", "/step 1")
    assert step(firm) == ("mini", 1, 2)
    told = " ".join(said.split())
    assert "Last time we differed most on: 1 We meet on a fixed rhythm and nobody cancels lightly." in told
    assert told.index("20 Credit for a good month") > told.index("1 We meet on a fixed rhythm")
    firm.play("1: sales 2 3 4 marketing 5 5 5", "/reveal")
    # sales 3, marketing 5: joint 4 after (1 + 5) / 2 = 3
    assert (moved(firm)["We meet on a fixed rhythm and nobody cancels lightly.: joint"].old) == "3.00"
    assert (moved(firm)["We meet on a fixed rhythm and nobody cancels lightly.: joint"].new) == "4.00"
    assert "Asked again" in firm.type("/step")


def test_the_next_whole_pulse_stands_beside_the_last_whole_one(firm: Stage) -> None:
    pulse(firm)
    meeting(firm, "2026-06-03", "quarter-180", "/goto 12", "1: sales 2 3 4 marketing 5 5 5", "/reveal")
    meeting(firm, "2026-09-03", "sync-30", "/exercise alignment-pulse", "/step")
    assert step(firm) == ("full", 2, 6)
    firm.play(*[f"sales {SALES}", f"marketing {MARKETING}"] * 3, "/reveal")
    # sales 1 + 19 x 3 = 58, marketing 5 + 18 x 3 + 4 = 63: joint 60.5 both times
    assert (moved(firm)["joint"].old, moved(firm)["joint"].new) == ("60.5", "60.5")
    # statement 1 beside the mini pulse, where it was asked last
    assert moved(firm)["We meet on a fixed rhythm and nobody cancels lightly.: joint"].old == "4.00"


# By hand -----------------------------------------------------------------------------------------


def test_brought_up_by_hand_an_exercise_goes_its_usual_way(firm: Stage) -> None:
    meeting(firm, "2026-03-03", "sync-30", "/exercise win-loss")
    assert step(firm) == ("deals", 1, 4)
    assert "on screen already" in firm.refuses("/exercise win-loss").sentence
    said = firm.type("/exercise win-loss interview")
    assert step(firm) == ("interview", 1, 4)
    assert "What set the search off?" in said


def test_the_minutes_of_a_way_end_with_it_though_another_begins_behind(firm: Stage) -> None:
    """36 minutes: 0, 2, 26, 33; the last step has the three that are left. The interview: 0, 8, 18, 30 of 40."""
    meeting(firm, "2026-03-03", "sync-30", "/exercise win-loss")
    found = current(firm.workspace)
    assert found is not None
    assert found.minutes(36) == (0, 2)
    firm.type("/step 4")
    found = current(firm.workspace)
    assert found is not None
    assert found.minutes(36) == (33, 36)
    firm.play("/exercise win-loss interview", "/step 3")
    found = current(firm.workspace)
    assert found is not None
    assert found.minutes(40) == (18, 30)


def test_the_lead_workshop_takes_criteria_and_weights_apart(firm: Stage) -> None:
    meeting(firm, "2026-03-03", "lead-workshop-90", "/goto 3")
    assert step(firm) == ("criteria", 1, 2)
    firm.type("/next")
    assert step(firm) == ("weights", 1, 2)


def test_words_of_an_exercise_that_is_not_on_screen_say_where_they_belong(firm: Stage) -> None:
    said = meeting(firm, "2026-03-03", "launch-60", "confidence: sales 4")
    assert (
        "confidence: is asked in 'Ready before we announce', which is not on screen; /exercise launch-gate"
        in said
    )
    assert firm.state.running is not None
    assert [entry.said.text for entry in firm.state.running.entries] == ["confidence: sales 4"]
    for line in (
        "Remember: three visits",
        "n: item: is a word",
        "confidence is good",
        "whatever: no exercise asks it",
    ):
        assert "is asked in" not in firm.type(line)


# Complete later ----------------------------------------------------------------------------------


def points(stage: Stage) -> list[tuple[str, str]]:
    room = stage.workspace
    return [(point.sentence, point.fix) for point in tray(stage.state, stage.running, room.house())]


def test_rows_that_lack_a_required_field_wait_in_the_tray(tmp_path: Path) -> None:
    stage = trial(tmp_path / "firm")
    stage.play("BioFeed GP", "ChemPro GG channel=web", "Hafen PP")
    assert points(stage) == [("lead 1, 3 lack channel (trial).", "lead: 1 channel=... (? will do)")]
    assert "lead 1, 3 lack channel (trial)." in stage.type("/tray")
    stage.type("/goto 3")
    assert points(stage)[0][1] == "/exercise trial (then lead: 1 channel=...)"
    stage.play("/goto 1", "lead: 1 channel=web", "lead: 3 channel=?")
    assert points(stage) == []


def test_rows_that_are_only_offered_or_struck_wait_for_nothing(firm: Stage) -> None:
    meeting(
        firm, "2026-03-03", "sync-30", "/exercise role-clarity", "task: 1 flex=a little", "/strike task 1"
    )
    assert not [sentence for sentence, _ in points(firm) if "role-clarity" in sentence]


def test_the_gate_names_them_too(tmp_path: Path) -> None:
    stage = trial(tmp_path / "firm")
    stage.type("BioFeed GP")
    told = [point.ref for point in gate(stage.state, stage.running, stage.workspace.house())]
    assert "lead 1" in told


def test_return_on_time_is_asked_where_a_block_asks_for_it_by_its_kind(tmp_path: Path) -> None:
    """Not by the name of a block: a firm may have one of its own."""
    stage = trial(tmp_path / "firm")
    assert "roti" not in {point.ref for point in gate(stage.state, stage.running, stage.workspace.house())}
    folder = tmp_path / "firm"
    block = (
        'title = "Was it good?"\npurpose = "P"\nlead = "both"\nminutes = 3\nblock = true\n'
        '[[steps]]\nminute = 0\nsay = "Was it?"\n'
        '[[inputs]]\nslug = "good"\nshape = "rows"\nkinds = ["roti"]\n'
    )
    (folder / "exercises" / "was-it-good.toml").write_text(block, encoding="utf-8")
    agenda = folder / "agendas" / "trying.toml"
    agenda.write_text(agenda.read_text(encoding="utf-8") + 'blocks = ["was-it-good"]\n', encoding="utf-8")
    again = Stage(folder)
    again.type("/close early it was a trial")
    again.play("/meeting trying 2026-03-10 09:00", "/at 2026-03-10 09:00", "/here all", "/start")
    assert "roti" in {point.ref for point in gate(again.state, again.running, again.workspace.house())}
