"""A whole small meeting through a pipe, from people to draft minutes, and what its files say afterwards."""

from __future__ import annotations

from pathlib import Path

from cli.calling import MEETING, Cli
from pypdf import PdfReader

from workshop.workspace import Workspace


def test_a_meeting_from_a_pipe_ends_in_draft_minutes(cli: Cli, planned: Path) -> None:
    told = cli("run", "--plain", at=planned, typed=MEETING)
    assert told.code == 0
    assert told.err == ""
    assert "== 1/6 Opening, last minutes" in told.out
    assert "N-1 objection · Ana Ruiz: Ten weeks is too long" in told.out
    assert "is closed. Minutes are a draft" in told.out
    (pdf,) = (planned / "minutes").iterdir()
    assert pdf.name.endswith("draft.pdf")
    assert f"Minutes: {pdf}" in told.out
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "DRAFT" in text.upper()
    assert "Ten weeks is too long" in text
    assert "One price list from June on" in text


def test_a_refused_line_is_said_the_rest_goes_on_and_the_code_is_one(cli: Cli, planned: Path) -> None:
    told = cli("run", "--plain", at=planned, typed="n: one\no: too long @zoe\n/nxt\nn: two\n")
    assert told.code == 1
    assert "? Nobody called 'zoe'" in told.err
    assert "? '/nxt' is not a command" in told.err
    assert [entry.said.text for entry in Workspace(planned).state.meetings[0].entries] == ["one", "two"]


def test_at_the_end_of_the_pipe_the_meeting_stays_open_and_goes_on_where_it_was(
    cli: Cli, planned: Path
) -> None:
    first = cli("run", "--plain", at=planned, typed="n: one\n/next\n")
    assert first.code == 0
    assert first.err == "M-1 stays open. Take it up again: workshop run --plain M-1\n"
    again = cli("run", "--plain", "M-1", at=planned, typed="/record\n/quit\nn: never\n")
    assert "goes on." in again.out.splitlines()[0]
    assert again.out.splitlines()[1].startswith("== 2/6 ")
    assert "N-1 note · one" in again.out
    assert len(Workspace(planned).state.meetings[0].entries) == 1


def test_a_script_plays_into_a_new_workspace_and_stops_with_file_line_and_reason(
    cli: Cli, tmp_path: Path
) -> None:
    script = tmp_path / "talk.txt"
    script.write_text(
        "/at 2026-03-02 08:00\n/person Ana Ruiz; sales\n/meeting sync-30 2026-03-03 09:00\n"
        "/at 2026-03-03 09:00\n/start\no: too long @zoe\nn: after\n",
        encoding="utf-8",
    )
    told = cli("play", str(script), "--into", str(tmp_path / "one"), "--no-minutes")
    assert told.code == 3
    assert "talk.txt, line 6: o: too long @zoe\nNobody called 'zoe'" in told.err
    assert Workspace(tmp_path / "one").state.meetings[0].entries == ()
    told = cli("play", str(script), "--into", str(tmp_path / "two"), "--no-minutes", "--keep-going")
    assert told.code == 1
    assert "1 line was refused." in told.err
    assert [entry.said.text for entry in Workspace(tmp_path / "two").state.meetings[0].entries] == ["after"]


def test_undo_in_one_run_takes_back_what_was_said_in_the_one_before(cli: Cli, planned: Path) -> None:
    cli("run", "--plain", at=planned, typed="n: one\nn: two\n")
    told = cli("run", "--plain", at=planned, typed="/undo\n/undo\n/redo\n/record\n")
    assert "N-1 note · one" in told.out
    assert "N-2 note · two" not in told.out
    assert cli("verify", at=planned).code == 0
