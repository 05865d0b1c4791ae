"""`workshop export` and `show`: every format into a file and onto stdout."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli.calling import Cli

BEGINNINGS = {"md": "# ", "json": "{", "csv": "\ufeff", "ics": "BEGIN:VCALENDAR", "html": "<!DOCTYPE html>"}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_format_by_its_ending_and_onto_stdout_by_its_name_gives_the_same(
    cli: Cli, firm: Path, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"minutes.{name}"
    told = cli("export", "M-1", "--to", str(file), at=firm)
    assert told.code == 0
    assert told.out == f"{file} ({file.stat().st_size:,} bytes)\n"
    content = file.read_text(encoding="utf-8")
    assert content.casefold().startswith(BEGINNINGS[name].casefold())
    streamed = cli("export", "1", "-f", name, "--to", "-", at=firm)
    assert streamed.out.replace("\r\n", "\n") == content.replace("\r\n", "\n")
    assert streamed.err == ""


def test_a_pdf_is_written_and_says_how_large_it_is(cli: Cli, firm: Path, tmp_path: Path) -> None:
    file = tmp_path / "minutes.pdf"
    told = cli("export", "M-1", "--to", str(file), at=firm)
    assert told.code == 0
    assert file.read_bytes().startswith(b"%PDF-1.7")
    assert f"{file.stat().st_size:,} bytes" in told.out


def test_quiet_says_nothing(cli: Cli, firm: Path, tmp_path: Path) -> None:
    told = cli("-q", "-w", str(firm), "export", "M-1", "--to", str(tmp_path / "minutes.md"))
    assert (told.code, told.out, told.err) == (0, "", "")


def test_an_action_list_for_one_person(cli: Cli, firm: Path) -> None:
    told = cli("export", "M-1", "-f", "csv", "--to", "-", "--person", "Finn Moe", at=firm)
    rows = list(csv.reader(io.StringIO(told.out.removeprefix("\ufeff"))))
    assert "Send the price list" in rows[1]
    assert len(rows) == 2


def test_a_person_who_fits_two_or_nobody_is_named(cli: Cli, firm: Path) -> None:
    for name, listed in (("a", "Ana Ruiz, Cem Acar"), ("zoe", "nobody")):
        told = cli("export", "M-1", "-f", "csv", "--to", "-", "--person", name, at=firm)
        assert told.code == 3
        assert listed in told.err


def test_a_folder_that_is_not_there_is_named_and_a_file_that_is_there_is_replaced(
    cli: Cli, firm: Path, tmp_path: Path
) -> None:
    told = cli("export", "M-1", "--to", str(tmp_path / "nowhere" / "minutes.md"), at=firm)
    assert told.code == 1
    assert f"There is no folder {tmp_path / 'nowhere'}." in told.err
    file = tmp_path / "minutes.md"
    file.write_text("what was there", encoding="utf-8")
    assert cli("export", "M-1", "--to", str(file), at=firm).code == 0
    assert "what was there" not in file.read_text(encoding="utf-8")


def test_what_is_shown_is_the_markdown_and_the_json_of_the_minutes(cli: Cli, firm: Path) -> None:
    markdown = cli("export", "M-1", "-f", "md", "--to", "-", at=firm).out
    assert cli("show", "M-1", at=firm).out.rstrip("\n") == markdown.rstrip("\n")
    document = cli("show", "M-1", "--json", at=firm).json()
    assert document == json.loads(cli("export", "M-1", "-f", "json", "--to", "-", at=firm).out)


@pytest.mark.parametrize("meeting", ["planned", "running"])
def test_a_meeting_that_is_not_over_can_be_exported_too(cli: Cli, planned: Path, meeting: str) -> None:
    if meeting == "running":
        cli("run", "--plain", at=planned, typed="o: Ten weeks is too long @ana\n")
    told = cli("export", "M-1", "-f", "md", "--to", "-", at=planned)
    assert told.code == 0
    assert ("Ten weeks is too long" in told.out) == (meeting == "running")
