"""Files that the program cannot trust: refused with a sentence and an exit code, and left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from durability.rooms import everything, feed, running

from workshop.cli.root import run
from workshop.store.chain import SCHEMA, header

COMMANDS = (
    ["list"],
    ["action", "list"],
    ["show", "M-1"],
    ["add", "n: one more"],
    ["run", "--plain"],
    ["verify"],
    ["new", "sync-30"],
    ["person", "add", "Hal Ott; marketing"],
)


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """A workspace with one closed meeting and one that runs."""
    session = running(tmp_path / "firm")
    feed(
        session, "o: ten weeks is too long @ana", "a: call the lab @bo >tomorrow", "/close early a fire alarm"
    )
    feed(session, "/meeting sync-30 today 10:00", "/start", "n: here we are again", "n: and on")
    return tmp_path / "firm"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_journal_of_a_newer_program_is_left_untouched(
    firm: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (firm / "journal.jsonl").read_bytes().partition(b"\n")[2]
    (firm / "journal.jsonl").write_bytes(header(SCHEMA + 1) + lines)
    before = everything(firm)
    assert run(["-w", str(firm), *command]) == 5
    assert "was written by a newer Workshop" in capsys.readouterr().err
    assert everything(firm) == before


def damage(firm: Path, text: str) -> None:
    """One letter of a line in the middle becomes another."""
    data = (firm / "journal.jsonl").read_bytes()
    assert text.encode() in data
    (firm / "journal.jsonl").write_bytes(data.replace(text.encode(), text.upper().encode()))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_damaged_line_of_the_running_meeting_stops_every_command(
    firm: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    damage(firm, "here we are again")
    before = everything(firm)
    assert run(["-w", str(firm), *command]) == 1
    told = capsys.readouterr().err
    assert "is not as it was written (its hash does not fit)." in told
    assert "restore a backup" in told
    assert everything(firm) == before


def test_a_damaged_line_of_an_old_meeting_is_found_by_verify_and_disturbs_no_new_one(
    firm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(firm, "ten weeks is too long")
    before = everything(firm)
    assert run(["-w", str(firm), "verify"]) == 1
    assert "is not as it was written" in capsys.readouterr().err
    assert everything(firm) == before
    assert run(["-w", str(firm), "list"]) == 0
    assert run(["-w", str(firm), "add", "n: one more"]) == 0


@pytest.mark.parametrize("name", ["people.json", "workshop.toml"])
def test_a_file_that_does_not_read_is_named_and_left(
    firm: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (firm / name).write_bytes(b"\x00 not what it was")
    before = everything(firm)
    assert run(["-w", str(firm), "list"]) == 1
    assert name in capsys.readouterr().err
    assert everything(firm) == before


def test_verify_notices_a_register_that_says_something_else(
    firm: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register = firm / "register.json"
    assert run(["-w", str(firm), "verify"]) == 0
    register.write_bytes(register.read_bytes().replace(b"call the lab", b"call the pub", 1))
    assert run(["-w", str(firm), "verify"]) == 1
    assert "Delete register.json" in capsys.readouterr().err
    register.unlink()
    assert run(["-w", str(firm), "verify"]) == 0
