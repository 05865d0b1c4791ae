"""Exercises typed line by line: in confidence and openly, two people, one team, a hundred; undone, redone, closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage, people
from trial import trial

from workshop.line.exercises import board
from workshop.line.feed import Board
from workshop.model.results import Bars
from workshop.workspace import standing
from workshop.workspace.exercises import collected, current, outcome_in, outcome_of

PULSE = ("sales 3222", "sales 4321", "sales 1111", "marketing 4444", "marketing 3-33", "marketing 5555")
TWO = people("sales Ana Ruiz", "marketing Finn Moe")


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    """Three sellers, three marketers and a guest at the first segment."""
    return trial(tmp_path / "firm")


def rows(stage: Stage, slug: str) -> list[tuple[int, str]]:
    found = current(stage.workspace)
    assert found is not None
    return [(row.number, row.text) for row in found.run.of(slug)]


def figures(stage: Stage) -> dict[str, str]:
    return {figure.name: figure.reads for figure in outcome_of(stage.workspace, "trial").figures}


# What is announced -----------------------------------------------------------------------------------


def test_a_segment_with_an_exercise_says_its_step_and_what_to_type(room: Stage) -> None:
    said = room.after("/start")
    assert "-- A trial · step 1 of 4" in said
    assert '   "Which leads?"' in said
    assert "   > lead: Wasserwerk Ost GP channel=web" in said
    assert "letters G P for sales and marketing; fields channel=" in said


def test_each_step_says_whether_answers_stay_in_confidence_before_any_are_given(room: Stage) -> None:
    said = room.type("/step")
    assert "In confidence: no names, only totals are kept." in said
    assert "1 to 5, - for no answer; 4 to rate" in said


def test_the_words_of_a_step_are_no_wider_than_a_terminal_and_what_is_typed_stays_in_one_piece(
    tmp_path: Path,
) -> None:
    room = trial(tmp_path / "firm")
    said = room.type("/exercise collateral-audit").splitlines()
    assert all(len(line) < 80 for line in said if not line.startswith("   > "))
    typed = next(line for line in said if line.startswith("   > asset: Catalogue 2024"))
    assert typed.endswith("cost=18000")
    assert '   "Ten to twenty pieces. Add what you made yourselves - thank you to whoever' in said


def test_a_row_is_said_with_its_number_and_a_list_one_by_one(room: Stage) -> None:
    assert room.type("BioFeed GP channel=web") == "lead 1 BioFeed · sales G; marketing P; channel web"
    assert room.type("/presets").splitlines()[:2] == ["option 1 One list", "option 2 One form"]
    assert room.type("check: 1-2 done") == "check 1 Price · status done\ncheck 2 Offer · status done"


def test_rows_are_listed_with_what_they_lack_and_what_was_only_offered(room: Stage) -> None:
    room.type("BioFeed GP")
    assert room.type("/rows").splitlines() == [
        "   lead 1 BioFeed · sales G; marketing P · lacks channel",
        "   check 1 Price (offered)", "   check 2 Offer (offered)", "   check 3 Training (offered)",
    ]  # fmt: skip
    assert "We share" in room.type("/rows pulse")


def test_where_the_exercise_stands_is_said_at_any_time(room: Stage) -> None:
    room.play("BioFeed GP channel=web", "/step", "sales 3222")
    said = room.type("/exercise")
    assert "Leads: 1" in said
    assert "Four statements · sales 1 of 3 sheets, marketing 0 of 3, in confidence" in said


def test_help_tells_of_these_commands_only_while_an_exercise_is_on_screen(room: Stage) -> None:
    assert "/step" in room.type("/help")
    assert "/take 2" in room.type("/help")
    room.type("/goto 3")
    said = room.type("/help")
    assert "/step" not in said
    assert "/exercise" in said


# In confidence ---------------------------------------------------------------------------------------


def test_sheets_in_confidence_are_counted_and_shown_only_by_the_reveal(room: Stage) -> None:
    room.play("/step", *PULSE[:5])
    assert room.after("marketing 3-33") == "marketing: 3 of 4, 2 sheets in"
    assert "n/a" in figures(room)["total"]
    assert "All are in. /reveal shows it." in room.type(PULSE[5])
    said = room.type("/reveal")
    assert "'Four statements' is revealed." in said
    assert "Statements" in said
    assert figures(room)["total"] != "n/a"


def test_a_name_in_front_of_a_sheet_in_confidence_is_refused(room: Stage) -> None:
    room.type("/step")
    assert "in confidence, so no name stands in front" in room.refuses("Ana 3222").sentence
    assert "Nobody called" in room.refuses("pulse: Anna-Lena 3222").sentence


def test_a_sheet_too_many_is_refused_and_nothing_is_lost(room: Stage) -> None:
    room.play("/step", *PULSE)
    assert "sales: 4 answers, 3 people are here" in room.refuses("sales 2222").sentence


def test_undo_takes_sheets_back_one_by_one_and_then_goes_on_in_the_record(room: Stage) -> None:
    room.play("BioFeed GP", "/step", "sales 3222", "n: a remark", "sales 4321")
    assert (
        room.type("/undo")
        == "Taken back. Four statements · sales 1 of 3 sheets, marketing 0 of 3, in confidence"
    )
    assert "a remark" in room.type("/undo")
    assert "sales 0 of 3" in room.type("/undo")
    assert "'Four statements' is asked" in room.type("/undo")
    assert "Step 2" in room.type("/undo")


def test_a_reveal_of_totals_is_not_undone_and_nothing_before_it(room: Stage) -> None:
    room.play("BioFeed GP", "/step", *PULSE, "/reveal")
    assert "nothing to undo" in room.refuses("/undo").sentence
    assert "the totals are shown already" in room.refuses("sales 2222").sentence


def test_a_box_is_emptied_and_collected_anew_before_and_after_its_reveal(room: Stage) -> None:
    room.play("/step", *PULSE[:2])
    assert room.type("/collect") == "The box is empty; collect anew."
    room.play(*PULSE, "/reveal", "/collect pulse", "sales 1111")
    found = current(room.workspace)
    assert found is not None
    given = found.exercise.input("pulse")
    assert given is not None
    counts = collected(room.workspace, found, given).counts
    assert [(count.group, count.given, count.of) for count in counts] == [
        ("sales", 1, 3),
        ("marketing", 0, 3),
    ]


def test_the_box_of_another_segment_is_revealed_there_or_by_the_close(room: Stage) -> None:
    room.play("/step", *PULSE, "/goto 3")
    room.refuses("/close")
    assert list((room.directory / "boxes").iterdir())
    room.play("/unsaid", "/nextdate none it was a trial", "/close")
    found = standing(room.workspace, 1)
    outcome = outcome_in(room.workspace, found.state, found.meeting, "trial")
    assert next(figure.reads for figure in outcome.figures if figure.name == "total") != "n/a"
    assert not list((room.directory / "boxes").iterdir())


def test_return_on_time_and_an_exercise_are_held_side_by_side(room: Stage) -> None:
    room.play("/step", *PULSE, "roti: sales 4 marketing 5 others 3")
    assert sorted(path.name for path in (room.directory / "boxes").iterdir()) == [
        "M-1-roti.json",
        "M-1-trial.pulse.json",
    ]
    assert "'Four statements' is revealed" in room.type("/reveal")
    assert "Return on time: mean 4.00" in room.type("/reveal")


def test_a_reveal_waits_for_everybody_unless_it_is_early(room: Stage) -> None:
    room.play("/step", "sales 3222", "sales 4321", "marketing 4444")
    off = room.refuses("/reveal")
    assert off.sentence == "Four statements: sales 2 of 3, marketing 1 of 3 are in."
    assert "/reveal pulse early" in off.fix
    assert "'Four statements' is revealed" in room.type("/reveal early")


def test_a_sheet_alone_is_neither_revealed_nor_kept_by_the_close(room: Stage) -> None:
    room.play("/step", "sales 3212")
    for line in ("/reveal", "/reveal pulse early"):
        off = room.refuses(line)
        assert "sales 1, marketing 0 in. Three answers to the same item are the least" in off.sentence
        assert "/collect pulse" in off.fix
    said = room.type("/close early it was a trial")
    assert "Four statements: too few answers to show any; they were thrown away." in said
    assert not list((room.directory / "boxes").iterdir())
    assert "totals-revealed" not in (room.directory / "journal.jsonl").read_text()


def test_a_round_in_confidence_says_so_when_somebody_left(room: Stage) -> None:
    room.play("/step", *PULSE, "/apologies Ana Ruiz")
    assert "In confidence: no names" in room.type("/exercise")
    assert "An open round" not in room.type("/exercise")


def test_what_cannot_be_told_stands_at_the_reveal_and_beside_the_step(room: Stage) -> None:
    room.play("/step", *PULSE[:5])
    note = "(Four statements: split not shown where a group gave fewer than 3 answers (4 of 4))"
    assert note in " ".join(room.type("/reveal early").split())
    assert note in " ".join(room.type("/step").split())


def test_a_team_that_is_not_here_is_named_at_the_reveal(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm", team=people("sales Ana Ruiz, Bo Lind, Cem Acar"))
    room.play("/step", *PULSE[:2], "sales 1111")
    assert "marketing not present, no joint value" in room.type("/reveal")


def test_a_named_sheet_and_single_answers_of_others_are_counted_by_people(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm", team=people("sales Ana Ruiz, Bo Lind", "marketing Finn Moe"))
    room.play("/step", "Ana 3222", "2: Ana 4", "1: Bo 3", "3: Bo 4")
    assert "sales 2 of 2, marketing 0 of 1 are in" in room.refuses("/reveal").sentence
    assert "sales 2 of 2" in room.type("/exercise")


# Hidden fields, open rounds --------------------------------------------------------------------------


def test_hidden_fields_are_said_only_after_their_reveal(room: Stage) -> None:
    assert (
        room.type("forecast: North mine=40; theirs=50") == "forecast 1 North · mine (hidden); theirs (hidden)"
    )
    assert "40" not in room.type("/rows forecast") + room.type("/result")
    assert "North       40      50" in room.type("/reveal")


def test_two_people_have_an_open_round_and_dots_and_nothing_divides_by_zero(tmp_path: Path) -> None:
    """G10"""
    room = trial(tmp_path / "firm", team=TWO)
    said = " ".join(room.type("/step").split())
    assert (
        "An open round: with 1 from sales and 1 from marketing, everybody could tell who said what." in said
    )
    assert room.type("Ana 3222") == "sales: 4 of 4, 1 sheet in"
    assert "All are in. /reveal shows it." in room.type("Finn 5444")
    assert figures(room)["total"] == "n/a"
    room.play("/step", "/presets", "option: Third")
    assert room.type("sales 1=1 marketing 2=1").splitlines()[-1] == "   All are in."
    assert "2 dots, 1 allowed: one person is here" in room.refuses("sales 2=1").sentence
    said = room.type("/reveal")
    assert "3.00" in said
    assert "13.0" in figures(room)["total"]
    for line in ("/result", "/goto 3", "/unsaid", "/nextdate none a trial", "/close"):
        room.type(line)


def test_an_open_round_of_names_takes_a_second_sheet_in_place_of_the_first(tmp_path: Path) -> None:
    room = trial(tmp_path / "firm", team=TWO)
    room.play("/step", "Ana 3222", "Ana 4444", "2: Ana 1")
    run = room.state.run("trial", 1)
    assert run is not None
    assert [(answer.person, "".join(answer.values)) for answer in run.answers] == [
        (room.id("Ana Ruiz"), "4144")
    ]


def test_one_team_alone_gets_no_joint_figure(tmp_path: Path) -> None:
    """G11"""
    room = trial(tmp_path / "firm", team=people("sales Ana Ruiz, Bo Lind, Cem Acar"))
    room.play("/prepare", "/step", "sales 3222", "sales 4321", "sales 1111")
    assert "marketing: 1 answers, no people are here" in room.refuses("marketing 4444").sentence
    room.type("/reveal")
    assert figures(room)["total"] == "n/a"
    assert "marketing not present, no joint value" in room.type("/result")
    room.play("/goto 3", "/unsaid", "/nextdate none a trial", "/close")
    assert room.paper(1, "md")


def test_a_hundred_people_answer(tmp_path: Path) -> None:
    names = [f"Person {letter}{number}" for letter in "ABCDEFGHIJ" for number in range(10)]
    room = trial(
        tmp_path / "firm", team=people(f"sales {', '.join(names[:60])}", f"marketing {', '.join(names[60:])}")
    )
    room.type("/step")
    for number in range(100):
        team = "sales" if number < 60 else "marketing"
        said = room.type(f"{team} {number % 5 + 1}{number % 4 + 1}{number % 3 + 1}5")
    assert "marketing: 4 of 4, 40 sheets in" in said
    assert "n=100" in room.type("/reveal")
    room.play("/step 4", "/presets")
    assert room.type("sales 1=60 marketing 2=40").splitlines()[0] == "sales: 60 of 60 dots"


# Taken back ------------------------------------------------------------------------------------------

COMMANDS = (
    "BioFeed GP channel=web", "lead: 1 channel=fair", "/strike lead 1", "/step", "/step 4", "/presets", "sales 1=1 2=2",
    "check: 1-2 done", "forecast: North mine=40", "/reveal forecast early", "figures: orders=7; share=40", "/collect dots",
    "option: Third @finn", "/exercise trial rating", "lead: ChemPro PG", "/take 1 @ana",
)  # fmt: skip


def test_every_command_is_undone_and_done_again(room: Stage) -> None:
    states = [room.state.runs]
    for line in COMMANDS:
        room.type(line)
        states.append(room.state.runs)
    for wanted in reversed(states[:-1]):
        room.type("/undo")
        assert room.state.runs == wanted
    for wanted in states[1:]:
        room.type("/redo")
        assert room.state.runs == wanted


def test_a_restart_finds_the_run_as_it_was(room: Stage) -> None:
    room.play(*COMMANDS, "/exercise trial", "/step 2", *PULSE)
    again = room.restarted()
    assert again.state.runs == room.state.runs
    assert again.type("/exercise") == room.type("/exercise")


# Drafts, versions, the next run ----------------------------------------------------------------------


def test_drafts_are_numbered_and_made_real_by_number(room: Stage) -> None:
    room.play("Wasserwerk Ost GG channel=web", "BioFeed GP channel=web")
    said = room.type("/result")
    assert "1 action: Ask again about BioFeed · by Tue 17 March 2026" in said
    assert "2 decision: Leads are marked by both teams (Agreement 50.0 %.)" in said
    assert "Who does it?" in room.refuses("/take 1").sentence
    assert room.type("/take 1 @ana") == "A-1 Ana Ruiz: Ask again about BioFeed · due Tue 17 March 2026"
    assert "taken already: A-1" in room.refuses("/take 1 @finn").sentence
    room.type("/undo")
    assert room.type("/take 1 @finn @ana >2026-03-20 // Call BioFeed") == (
        "A-1 Finn Moe with Ana Ruiz: Call BioFeed · due Fri 20 March 2026"
    )
    assert room.type("/take 2") == "D-1 Leads are marked by both teams"
    assert "disposition next agenda" in room.type("/take 3")
    assert "There is no draft 9. They go from 1 to 3" in str(room.refuses("/take 9"))
    action = room.state.action(1)
    assert action is not None
    assert action.said.detail == "Two opinions about one lead. · lead 2"


def closed(stage: Stage) -> Stage:
    """The meeting brought to its end."""
    stage.play("/goto 3", "/unsaid", "/readback", "/nextdate none it was a trial", "/close")
    return stage


def test_the_next_run_is_set_beside_this_one_and_what_lives_on_is_there(room: Stage) -> None:
    room.play(
        "BioFeed GP channel=web", "ChemPro GG channel=web", "forecast: North mine=40", "option: One list"
    )
    closed(room)
    room.play("/at 2026-03-17 08:00", "/meeting trying 2026-03-17 09:00", "/at 09:00\n/here all\n/start")
    assert rows(room, "leads") == []
    assert rows(room, "forecast") == [(1, "North")]
    room.type("Hafen GG channel=web")
    assert "agreement: 50.0 % -> 100.0 % (+50.0 points, n 2 -> 1" in room.type("/result")
    assert "This makes version 2." in room.type("option: One form")


def test_six_runs_of_an_exercise_stay_at_hand_however_many_meetings_were_held_since(room: Stage) -> None:
    for number in range(1, 10):
        if number > 1:
            day = f"2026-03-{number + 3:02}"
            room.play(f"/at {day} 08:00", f"/meeting trying {day} 09:00", "/at 09:00\n/here all\n/start")
        if number < 8:
            room.type("BioFeed GP channel=web")
        room.type("/close early it was a trial")
    assert [run.meeting for run in room.state.runs] == [2, 3, 4, 5, 6, 7]
    assert room.restarted().state.runs == room.state.runs


# What the room sees ----------------------------------------------------------------------------------


def drawn(shown: Board) -> list[str]:
    """How the bars read that are longer than nothing."""
    told = [one.result() for one in shown.results]
    every = [bar for one in told if isinstance(one, Bars) for row in one.rows for bar in row.bars]
    return [bar.reads for bar in every if bar.value]


def test_the_board_of_the_audience_holds_revealed_results_alone(room: Stage) -> None:
    room.play("BioFeed GP channel=web", "/step 3", *PULSE)
    shown = board(room.workspace)
    assert shown is not None
    assert shown.title == "A trial"
    assert not drawn(shown)
    room.type("/reveal")
    shown = board(room.workspace)
    assert shown is not None
    assert drawn(shown)


def test_nothing_changes_in_a_segment_without_exercise(room: Stage) -> None:
    room.type("/goto 3")
    assert room.type("n: sales 3222") == "N-1 note · sales 3222"
    assert board(room.workspace) is None
