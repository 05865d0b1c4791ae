"""Two programs on one workspace: one runs the meeting, the other captures; neither loses a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from durability.programs import LineMode, launching
from durability.rooms import feed, journal, planned, running, texts

from workshop.cli.root import run
from workshop.line.session import Session
from workshop.workspace import Workspace
from workshop.workspace.checking import problems


def test_a_second_terminal_is_told_that_the_meeting_is_run_and_captures_go_into_its_inbox(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    directory = tmp_path / "firm"
    planned(directory)
    with LineMode(directory) as first:
        first.until("== 1/6")
        assert run(["-w", str(directory), "run", "--plain"]) == 5
        told = capfd.readouterr().err
        assert "M-1 is being run in another terminal." in told
        assert "workshop add" in told
        assert run(["-w", str(directory), "add", "o: heard at the door @ana"]) == 0
        assert "waits" in capfd.readouterr().out
        first.send("n: said in the room")
        first.until("said in the room")
        first.send("/inbox")
        assert "heard at the door" in first.until("C-1 objection")
        first.send("/undo")
        first.until("said in the room")
        assert first.leave()[0] == 0
    assert [row["meeting"] for row in journal(directory)][-3:] == [None, 1, 1]
    with LineMode(directory, "M-1") as again:
        again.until("goes on.")


def test_two_programs_that_add_at_the_same_time_lose_no_line(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    running(directory)
    with launching(directory) as one, launching(directory) as other:
        programs = {"left": one(outside=True), "right": other(outside=True)}
        for number in range(50):
            for name, program in programs.items():
                program.send(line=f"n: {name} {number}")
        for program in programs.values():
            replies = [program.receive() for _ in range(50)]
            assert all("said" in reply for reply in replies)
            program.close()
    for name in programs:
        own = [text for text in texts(directory) if text.startswith(name)]
        assert own == [f"{name} {number}" for number in range(50)]
    workspace = Workspace(directory)
    assert [capture.number for capture in workspace.state.captures] == list(range(1, 101))
    assert list(problems(workspace)) == []


def test_a_meeting_goes_on_while_another_program_adds(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    session = running(directory)
    with launching(directory) as launch:
        beside = launch(outside=True)
        for number in range(30):
            beside.send(line=f"a: beside {number} @finn >tomorrow")
        for number in range(30):
            feed(session, f"n: room {number}")
        assert all("said" in beside.receive() for _ in range(30))
        beside.close()
    session.workspace.refresh()
    again = Workspace(directory)
    assert again.state == session.workspace.state
    assert len([text for text in texts(directory) if text.startswith("room")]) == 30
    assert [action.number for action in again.state.actions] == list(range(1, 31))


def test_the_register_deleted_while_a_meeting_runs_is_whole_again_after_the_close(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    session = running(directory)
    feed(session, "a: call the lab @ana >tomorrow", "/close early first one", "/meeting sync-30 today 10:00")
    feed(session, "/start", "a: send the sheet @bo >tomorrow")
    (directory / "register.json").unlink()
    feed(session, "/close early second one")
    assert list(problems(Workspace(directory))) == []
    assert [row["text"] for row in Workspace(directory).documents("actions")] == [
        "call the lab",
        "send the sheet",
    ]


def test_a_listing_does_not_believe_a_register_that_belongs_to_another_journal(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    session = running(directory)
    feed(session, "a: call the lab @ana >tomorrow")
    earlier = (directory / "journal.jsonl").read_bytes()
    feed(session, "a: send the sheet @bo >tomorrow", "/close early it was a rehearsal")
    (directory / "journal.jsonl").write_bytes(earlier)
    session = Session(Workspace(directory), issue=False)
    assert [action.said.text for action in session.workspace.state.actions] == ["call the lab"]
    assert session.workspace.documents("actions") == []
