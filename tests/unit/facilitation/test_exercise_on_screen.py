"""Which exercise is on screen, its steps, and when the record begins to know of it."""

from exercise_room import OTHER, TRIAL, Room, row, sheet

from workshop.model.commands import GoTo, OpenExercise, Redo, Step, Undo
from workshop.model.facts import RowSet, RunOpened


def test_nothing_is_recorded_while_nothing_is_typed() -> None:
    room = Room()
    assert room.screen.exercise is TRIAL
    assert not room.screen.opened
    assert room.state.runs == ()


def test_the_first_row_opens_the_run_with_the_rows_it_begins_with() -> None:
    room = Room()
    opened, row_set = room.do(row("leads", "BioFeed"))
    assert isinstance(opened, RunOpened)
    assert [(begun.input, begun.text, begun.get("note")) for begun in opened.rows] == [
        ("forecast", "North", "big"), ("forecast", "South", ""),
    ]  # fmt: skip
    assert isinstance(row_set, RowSet)
    assert room.do(row("leads", "ChemPro"))[0].__class__ is RowSet
    assert room.run().on == "2026-03-03"


def test_a_step_and_an_answer_open_it_too() -> None:
    assert isinstance(Room().do(Step(by=1))[0], RunOpened)
    assert isinstance(Room().do(sheet("verdict", "sales", "4", item=1))[0], RunOpened)


def test_steps_go_on_back_and_to_a_number_and_end() -> None:
    room = Room()
    room.do(Step(by=1), Step(by=1))
    assert room.screen.step is TRIAL.steps[2]
    assert "last step" in room.refuses(Step(by=1))
    room.do(Step(by=-1))
    assert room.run().step == 2
    assert "Steps are 1 to 3" in room.refuses(Step(4))
    room.do(Step(1))
    assert "Steps are 1 to 3" in room.refuses(Step(by=-1))


def test_a_part_has_its_own_steps() -> None:
    room = Room()
    room.do(OpenExercise("trial", "short"))
    assert room.screen.steps == TRIAL.steps[1:]
    assert room.screen.step is TRIAL.steps[1]
    assert "has no part 'shrt'; did you mean short?" in room.refuses(OpenExercise("trial", "shrt"))


def test_another_exercise_is_brought_up_in_the_segment_and_the_first_one_again() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), OpenExercise("other"), row("options", "One list"))
    assert room.screen.exercise is OTHER
    assert "on screen already" in room.refuses(OpenExercise("other"))
    room.do(OpenExercise("trial"))
    assert room.screen.exercise is TRIAL
    assert room.rows("leads") == [(1, "BioFeed")]
    assert "no exercise 'nobody'" in room.refuses(OpenExercise("nobody"))


def test_segments_that_name_the_same_exercise_share_one_run() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), Step(by=1), GoTo(2))
    assert room.screen.run.step == 1
    assert not room.screen.opened
    assert room.rows("leads") == [(1, "BioFeed")]
    opened, _ = room.do(row("leads", "ChemPro"))
    assert opened == RunOpened("trial", 2)
    assert room.rows("leads") == [(1, "BioFeed"), (2, "ChemPro")]
    assert len(room.state.runs) == 1


def test_the_block_of_a_segment_is_on_screen_where_it_has_no_exercise() -> None:
    assert "No exercise is on screen" in Room(segment="").refuses(Step(by=1))
    assert Room(segment="", blocks=("parking", "other")).screen.exercise is OTHER
    assert Room(blocks=("other",)).screen.exercise is TRIAL


def test_an_exercise_that_no_shelf_has_leaves_the_segment_without_one() -> None:
    assert "No exercise is on screen" in Room(segment="unheard-of").refuses(Step(by=1))


def test_a_step_is_undone_before_the_row_that_opened_the_run_and_both_come_back() -> None:
    room = Room()
    room.do(row("leads", "BioFeed"), Step(by=1), Undo())
    assert room.run().step == 1
    room.do(Undo())
    assert room.state.runs == ()
    room.do(Redo(), Redo())
    assert room.run().step == 2
    assert room.rows("leads") == [(1, "BioFeed")]
