"""What a run begins with: what lives on, what the meeting said, presets, and the part that is usually meant."""

from dataclasses import replace

from factories import entry, meeting, said

from workshop.facilitation.exercises import first_rows, on_screen, seeds
from workshop.model.agenda import Segment
from workshop.model.exercises import Exercise, Input, Item, Part, Step
from workshop.model.meeting import Item as OnTheClock
from workshop.model.runs import Run, RunRow
from workshop.model.state import State

CARDS = Input(
    "cards", "rows", seeded=("objection",), carried=True, presets=(Item("Price"), Item("Shelf", "shops"))
)
TRIAL = Exercise(
    "trial", "Trial", "P", "both", 10, steps=(Step(0), Step(5)), inputs=(CARDS,), parts=(Part("short", (2,)),), usual="short"
)  # fmt: skip
SAID = (
    entry(1, said("objection", "Too dear")), entry(2, said("objection", "too dear")), entry(3, said("note", "Other")),
    replace(entry(4, said("objection", "Struck")), struck=True), entry(5, said("objection", "Too slow")),
)  # fmt: skip


def texts(rows: tuple[RunRow, ...]) -> list[tuple[int, str]]:
    return [(row.number, row.text) for row in rows]


def test_rows_begin_as_what_the_meeting_said_each_once() -> None:
    talk = replace(meeting(), entries=SAID)
    assert seeds(CARDS, talk) == ("Too dear", "Too slow")
    assert texts(first_rows(TRIAL, (), talk)) == [(1, "Too dear"), (2, "Too slow")]


def test_where_nothing_was_said_presets_without_a_group_are_there() -> None:
    assert texts(first_rows(TRIAL, (), meeting())) == [(1, "Price")]
    assert texts(first_rows(TRIAL, ())) == [(1, "Price")]


def test_what_lives_on_goes_before_both() -> None:
    last = Run("trial", 1, 1, "2026-03-03", rows=(RunRow("cards", 4, "Old"),))
    assert texts(first_rows(TRIAL, (last,), replace(meeting(), entries=SAID))) == [(1, "Old")]


def test_a_segment_that_names_no_part_means_the_usual_one() -> None:
    def part(named: str) -> str:
        segment = Segment(1, "Trial", "exercise", ("both",), 10, exercise="trial", part=named)
        talk = replace(meeting(), status="running", items=(OnTheClock(segment, 10, state="running"),))
        found = on_screen(State(meetings=(talk,)), lambda slug: TRIAL if slug == "trial" else None)
        assert found is not None
        return found.run.part

    assert (part(""), part("long")) == ("short", "long")
