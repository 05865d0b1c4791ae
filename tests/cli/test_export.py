"""`workshop export` and `show`: every format into a file and onto stdout."""

from __future__ import annotations

import csv
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.exporting.formats import FORMATS
from workshop.line.session import Session
from workshop.workspace import Workspace

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


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("export", "M-1", "-f", "csv"), "minutes.csv"), (("export", "M-1", "--paper", "agenda"), "agenda.pdf"),
        (("quarter", "--from", "2026-01-01", "--until", "2026-03-31"), "quarter.pdf"),
        (("runsheet", "--meeting", "M-1"), "runsheet.pdf"), (("sheet", "lead definition"), "sheet.pdf"),
    ],
)  # fmt: skip
def test_a_folder_is_answered_with_the_file_to_type(
    cli: Cli, firm: Path, tmp_path: Path, words: tuple[str, ...], name: str
) -> None:
    (tmp_path / "team papers").mkdir()
    for folder in (tmp_path / "team papers", f"{tmp_path / 'nowhere'}/"):
        told = cli(*words, "--to", str(folder), at=firm)
        assert told.code == 1
        assert f"'{folder}' is a folder, and a paper goes into a file. Name the file: --to " in told.err
        assert told.err.rstrip("'\n").endswith(f"/{name}")
    assert list((tmp_path / "team papers").iterdir()) == []


def test_no_name_at_all_is_answered_with_one(cli: Cli, firm: Path) -> None:
    told = cli("export", "M-1", "--to", "", at=firm)
    assert told.err == "workshop: Which file? Name the file: --to minutes.pdf\n"


@pytest.mark.parametrize(("target", "file"), [("-", "minutes.pdf"), ("report", "report.pdf")])
def test_a_place_that_tells_no_format_is_answered_with_one_that_does(
    cli: Cli, firm: Path, target: str, file: str
) -> None:
    told = cli("export", "M-1", "--to", target, at=firm)
    assert told.code == 2
    assert f"Which format? Type -f md, or give a file with an ending: --to {file}" in told.err


def test_a_pipe_is_written_into_and_stays_a_pipe(cli: Cli, firm: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as beside:
        read = beside.submit(pipe.read_bytes)
        assert cli("export", "M-1", "-f", "md", "--to", str(pipe), at=firm).code == 0
        assert read.result().startswith(b"# Norvik")
    assert pipe.is_fifo()


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.name not in ("pdf", "eml")])
def test_a_meeting_of_any_name_goes_into_every_format(
    cli: Cli, firm: Path, tmp_path: Path, form: str
) -> None:
    session = Session(Workspace(firm), issue=False)
    target, out = tmp_path / "out" / "paper", []
    target.parent.mkdir()
    for number, title in enumerate(("../../x", "CON", "x" * 300, "\N{PARROT} \u202eabc"), 2):
        list(session.feed(f"/meeting sync-30 today {8 + number}:00 title={title}"))
        out.append(cli("export", f"M-{number}", "-f", form, "--to", str(target), at=firm))
    assert [(told.code, told.err) for told in out] == [(0, "")] * 4
    assert list(target.parent.iterdir()) == [target]


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
