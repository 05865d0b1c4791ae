"""Exit codes: 0 good, 1 failed, 2 usage, 3 not found, 4 ambiguous, 5 locked or newer, 130 interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop import __version__
from workshop.cli.root import run
from workshop.workspace import Workspace


def test_without_a_command_the_help_goes_to_stderr_and_the_code_says_usage(cli: Cli) -> None:
    told = cli()
    assert told.code == 2
    assert told.out == ""
    assert "Usage: workshop" in told.err
    assert "workshop demo" in told.err


def test_the_version_is_one_line_on_stdout(cli: Cli) -> None:
    told = cli("--version")
    assert (told.code, told.out, told.err) == (0, f"workshop {__version__}\n", "")


@pytest.mark.parametrize(
    ("code", "words", "sentence"),
    [
        (1, ("run", "--plain"), "No meeting is planned."),
        (1, ("close",), "No meeting is running."),
        (1, ("approve", "M-1", "--by", " ", "--in", "by mail"), "approved by somebody, somewhere"),
        (1, ("reopen", "M-1", "--by", "Ana Ruiz", "--why", " "), "Who opens it again, and why?"),
        (2, ("list", "--colour"), "No such option"),
        (2, ("liste",), "No such command 'liste'"),
        (2, ("show",), "Missing argument"),
        (2, ("show", "A-1"), "'A-1' is no meeting."),
        (2, ("add", "/vote"), "/vote"),
        (2, ("new", "kickof-120"), "did you mean kickoff-120?"),
        (2, ("export", "M-1", "--to", "minutes.pdf", "-f", "xls"), "Invalid value"),
        (3, ("show", "M-9"), "There is no meeting M-9."),
        (3, ("action", "show", "A-9"), "There is no action A-9."),
        (3, ("action", "done", "A-9"), "A-9"),
        (3, ("add", "o: too long @zoe"), "Nobody called 'zoe'"),
        (3, ("person", "forget", "--yes", "Zoe Nobody"), "There is nobody called 'Zoe Nobody'"),
        (3, ("export", "M-1", "--to", "minutes.xls"), "There is no format 'xls'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_command_that_cannot_be_done_says_why_on_stderr_alone(
    cli: Cli, firm: Path, code: int, words: tuple[str, ...], sentence: str
) -> None:
    before = (firm / "journal.jsonl").read_bytes()
    told = cli(*words, at=firm)
    assert told.code == code
    assert told.out == ""
    assert sentence in told.err
    assert told.err.strip()
    assert "Traceback" not in told.err
    assert (firm / "journal.jsonl").read_bytes() == before


def test_a_name_that_fits_two_is_ambiguous_and_both_are_named(cli: Cli, firm: Path) -> None:
    cli("person", "add", "Ana Rossi; sales", at=firm)
    told = cli("add", "o: too long @ana", at=firm)
    assert told.code == 4
    assert "Ana Ruiz (@ana.ru)" in told.err
    assert "Ana Rossi (@ana.ro)" in told.err


def test_a_meeting_that_runs_elsewhere_is_locked(cli: Cli, planned: Path) -> None:
    with Workspace(planned).running_lock(1):
        told = cli("run", "--plain", at=planned)
    assert told.code == 5
    assert "M-1 is being run in another terminal." in told.err


def test_a_folder_without_a_workspace_is_not_found_and_the_way_out_is_named(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli("list").code == 3
    told = cli("list", at=tmp_path / "elsewhere")
    assert told.code == 3
    assert f"Begin one: workshop init {tmp_path / 'elsewhere'}" in told.err


def test_interrupted_it_says_how_to_go_on(
    planned: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Interrupted:
        """Somebody presses ctrl-C after one line."""

        def __iter__(self) -> Iterator[str]:
            yield "o: Ten weeks is too long @ana\n"
            raise KeyboardInterrupt

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdin", Interrupted())
    assert run(["-w", str(planned), "run", "--plain"]) == 130
    told = capfd.readouterr().err
    assert "M-1 stays open. Take it up again: workshop run --plain M-1" in told
    assert "Interrupted." in told
    assert Workspace(planned).state.meetings[0].entries[0].said.text == "Ten weeks is too long"


def test_the_workspace_is_found_from_a_folder_in_it_from_the_environment_and_from_the_flag(
    cli: Cli, firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = cli("list", at=firm).out
    monkeypatch.setenv("WORKSHOP_WORKSPACE", str(firm))
    assert cli("list").out == expected
    monkeypatch.setenv("WORKSHOP_WORKSPACE", str(tmp_path))
    assert cli("list").code == 3
    assert cli("list", at=firm).out == expected
    monkeypatch.delenv("WORKSHOP_WORKSPACE")
    (firm / "minutes").mkdir()
    monkeypatch.chdir(firm / "minutes")
    assert cli("list").out == expected
