"""Runs of exercises in a workspace: stored and read again, counted while they come in, kept in the checkpoint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from scripts import Stage
from trial import trial

from workshop.errors import NotFound, Refused
from workshop.model.codec import read_fact, read_state, write_fact, write_state
from workshop.model.commands import TakeDraft
from workshop.store import FileJournal
from workshop.workspace.confidence import Asking
from workshop.workspace.exercises import (
    collected,
    current,
    of_meeting,
    on_board,
    outcome_in,
    outcome_of,
    shows_now,
)
from workshop.workspace.taken import with_taken

PULSE = ("sales 3222", "sales 4321", "sales 1111", "marketing 4444", "marketing 3333", "marketing 5545")
EVERYTHING = (
    "BioFeed GP channel=web", "lead: 1 channel=fair", "/strike lead 1", "/step", *PULSE, "/reveal",
    "/step 4", "/presets", "sales 1=1 2=2", "/collect dots", "1-2 done", "forecast: North mine=40", "/reveal forecast early",
    "figures: orders=7; share=40", "option: Third @finn",
)  # fmt: skip


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    return trial(tmp_path / "firm")


def test_every_fact_about_exercises_is_written_and_read_again(room: Stage) -> None:
    room.play(*EVERYTHING)
    facts = [fact for line in FileJournal(room.directory).read() for fact in line.facts]
    names = {str(fact["fact"]) for fact in facts}
    assert names >= {
        "run-opened", "run-stepped", "row-set", "row-struck", "answers-given", "answers-cleared", "input-revealed",
        "totals-revealed", "version-made",
    }  # fmt: skip
    for fact in facts:
        assert write_fact(read_fact(fact)) == fact


def test_a_state_with_runs_is_a_checkpoint_that_reads_the_same(room: Stage) -> None:
    room.play(*EVERYTHING)
    plain = msgspec.json.decode(msgspec.json.encode(write_state(room.state)))
    assert read_state(plain) == room.state
    assert room.state.runs


def test_a_box_is_named_by_meeting_exercise_and_input_and_return_on_time_as_ever() -> None:
    assert Asking("alignment-pulse", "statements").box(3) == "M-3-alignment-pulse.statements"
    assert Asking().box(3) == "M-3-roti"


def test_how_far_the_collecting_has_come_is_told_for_each_team(room: Stage) -> None:
    room.play("/step", "sales 3222", "3: marketing 4 4", "sales 1111")
    found = current(room.workspace)
    assert found is not None
    given = found.exercise.input("pulse")
    assert given is not None
    now = collected(room.workspace, found, given)
    assert [(count.group, count.given, count.of) for count in now.counts] == [
        ("sales", 2, 3),
        ("marketing", 2, 3),
    ]
    assert (now.items, now.in_confidence, now.revealed) == (4, True, False)
    room.play("/collect", *PULSE, "/reveal")
    again = current(room.workspace)
    assert again is not None
    assert collected(room.workspace, again, given).revealed


def test_what_is_on_the_board_follows_the_step(room: Stage) -> None:
    room.play("BioFeed GP channel=web")
    found = current(room.workspace)
    assert found is not None
    assert shows_now(found) == ("agreed",)
    assert [result.slug for result in on_board(room.workspace, found)] == ["agreed"]
    room.type("/step")
    found = current(room.workspace)
    assert found is not None
    assert on_board(room.workspace, found) == ()


def test_an_exercise_may_be_worked_out_where_it_is_not_on_screen(room: Stage) -> None:
    room.play("BioFeed GP channel=web", "/goto 3")
    assert current(room.workspace) is None
    assert of_meeting(room.workspace, "trial").run.of("leads")
    told = outcome_of(room.workspace, "trial")
    assert (told.meeting, told.segments) == (1, (1, 2))
    with pytest.raises(NotFound, match="no exercise 'unheard-of' on the shelf"):
        outcome_of(room.workspace, "unheard-of")


def test_an_exercise_that_nobody_ran_is_worked_out_from_what_was_said(room: Stage) -> None:
    room.type("loss: Baso Chemie @ana main=service; evidence=we saw")
    told = outcome_in(room.workspace, room.state, room.running, "win-loss")
    assert next(figure.reads for figure in told.figures if figure.name == "lost") == "1"
    assert room.state.runs == ()


def test_a_draft_is_taken_by_its_number_alone(room: Stage) -> None:
    room.play("BioFeed GP channel=web")
    with pytest.raises(Refused, match="Who does it"):
        room.workspace.do(TakeDraft(1))
    room.workspace.do(TakeDraft(1, (room.id("Bo Lind"),), "2026-03-20", "Call BioFeed"))
    action = room.state.action(1)
    assert action is not None
    assert (action.said.text, action.owner, str(action.due)) == (
        "Call BioFeed",
        room.id("Bo Lind"),
        "2026-03-20",
    )


def test_a_draft_is_taken_once_whatever_its_words_became_and_undo_frees_it(room: Stage) -> None:
    room.play("BioFeed GP channel=web")
    before = outcome_of(room.workspace, "trial").drafts
    take = TakeDraft(1, (room.id("Bo Lind"),), "2026-03-20", "Ring them up")
    room.workspace.do(take)
    drafts = outcome_of(room.workspace, "trial").drafts
    assert [(one.number, one.text) for one in drafts] == [(one.number, one.text) for one in before]
    assert drafts[0].taken == "A-1"
    with pytest.raises(Refused, match=r"taken already: A-1"):
        room.workspace.do(take)
    room.type("/undo")
    assert outcome_of(room.workspace, "trial").drafts[0].taken == ""


def test_in_the_next_meeting_a_draft_counts_as_taken_while_its_action_is_open(room: Stage) -> None:
    room.play("BioFeed GP channel=web")
    room.workspace.do(TakeDraft(1, (room.id("Bo Lind"),)))
    told = outcome_of(room.workspace, "trial")
    later = replace(told, meeting=2)
    assert with_taken(later, room.state).drafts[0].taken == "A-1"
    room.type("/done A-1")
    assert with_taken(later, room.state).drafts[0].taken == ""
    assert with_taken(told, room.state).drafts[0].taken == "A-1"


def test_a_sheet_that_was_undone_is_typed_again_and_not_brought_back(room: Stage) -> None:
    room.play("/step 2", "sales 3222", "/undo")
    with pytest.raises(Refused) as caught:
        room.play("/redo")
    assert caught.value.fix == "Type the sheet again."
    room.play("sales 3222")
    with pytest.raises(Refused, match="nothing to redo"):
        room.play("/redo")
