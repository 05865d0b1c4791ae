"""Undo takes back the last five steps, whatever they were; redo brings back what stands in the journal (row G7)."""

import json
from pathlib import Path

from scripts import Stage

from workshop.measures.verdicts import decision_verdict


def box(room: Stage) -> Path:
    """Where rows in confidence lie until they are revealed."""
    (found,) = room.directory.glob("boxes/*.json")
    return found


def typed_five_steps(room: Stage) -> None:
    """An entry, a strike, a vote, a row in confidence and an action, on top of an entry and a decision."""
    room.type("n: The first words @ana")
    room.type("d: We answer in two days mode=five")
    room.type("o: Ten weeks is too long @bo")
    room.type("/strike N-1")
    room.type("/vote D-1 sales 4 4 4 3 3 marketing 4 4 4")
    room.type("roti: sales 4x2 marketing 5x1")
    room.type("a: Ask the plant @cem >fri")


def test_undo_takes_back_the_last_five_steps(room: Stage) -> None:
    """G7: from the last to the first, the row in confidence in its place"""
    typed_five_steps(room)
    room.type("/undo")
    assert not any(action.live for action in room.state.actions)
    assert "Taken back" in room.type("/undo")
    assert json.loads(box(room).read_text())["rows"] == []
    decision = room.state.decision(1)
    assert decision is not None
    assert len(decision.rounds) == 1
    room.type("/undo")
    assert decision_verdict(room.state.decisions[0]).word == "not voted"
    room.type("/undo")
    assert [entry.struck for entry in room.running.entries] == [False, False]
    room.type("/undo")
    assert [entry.said.text for entry in room.running.entries] == ["The first words"]


def test_redo_brings_back_what_undo_took(room: Stage) -> None:
    """G7: the lines of the journal; a row in confidence is typed again"""
    typed_five_steps(room)
    for _ in range(5):
        room.type("/undo")
    for _ in range(4):
        assert "Back again" in room.type("/redo")
    assert [entry.struck for entry in room.running.entries] == [True, False]
    assert decision_verdict(room.state.decisions[0]).word == "passed"
    assert [action.said.text for action in room.state.actions if action.live] == ["Ask the plant"]
    room.refuses("/redo")


def test_undo_and_redo_survive_a_restart(room: Stage) -> None:
    """G7: what stands in the journal; the row of an earlier run stays in its box"""
    typed_five_steps(room)
    again = room.restarted()
    held = box(room).read_bytes()
    for _ in range(4):
        again.type("/undo")
    assert [entry.said.text for entry in again.running.entries] == ["The first words"]
    assert box(room).read_bytes() == held
    third = again.restarted()
    for _ in range(4):
        third.type("/redo")
    assert [action.said.text for action in third.state.actions if action.live] == ["Ask the plant"]
    assert third.running.entries[0].struck


def test_undo_stops_at_the_opening_and_at_a_reveal(room: Stage) -> None:
    """G7"""
    room.refuses("/undo")
    room.play("n: One @ana\nroti: sales 4x5 marketing 5x3\n/reveal")
    room.refuses("/undo")
    assert len(room.running.entries) == 1


def test_a_return_on_time_line_is_taken_back_in_two_steps_and_says_so(room: Stage) -> None:
    """G7: the two lists stand in the journal, the rows in the box"""
    room.type("n: One @ana")
    room.type("roti: sales 4x5 marketing 5x3 change=shorter reports")
    said = room.type("/undo")
    assert said.startswith("Taken back: We change: shorter reports.")
    assert "Held in confidence: marketing 3, sales 5." in said
    assert room.running.roti.change == ()
    assert room.type("/undo") == "Taken back; nothing is held in confidence now."
    assert json.loads(box(room).read_text())["rows"] == []
    assert len(room.running.entries) == 1


def test_a_close_that_is_refused_reveals_nothing(room: Stage) -> None:
    """G1, G7: the rows stay in their box and more can be given"""
    room.type("roti: sales 4x5")
    room.refuses("/close")
    room.type("roti: marketing 5x3")
    room.play("/unsaid\n/credits\n/nextdate 2026-03-17 sync-30")
    assert "is closed" in room.type("/close")
    assert [row.group for row in room.meeting(1).roti.groups] == ["sales", "marketing"]
