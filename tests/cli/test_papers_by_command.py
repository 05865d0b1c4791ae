"""Papers from the command line: `export --paper`, `brief`, `runsheet`, `bring-list`, `quarter`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.exporting.papers import PAPERS

WHOSE = {"": (), "side": ("--side", "sales")}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_is_written_as_pdf_and_as_page(
    paper: object, cli: Cli, firm: Path, tmp_path: Path
) -> None:
    name, needs = getattr(paper, "name", ""), getattr(paper, "needs", "")
    whose = WHOSE.get(needs) or (
        "--person",
        cli("person", "list", "--csv", at=firm).out.splitlines()[1].split(",")[1],
    )
    for ending, begins in (("pdf", b"%PDF"), ("html", b"<!doctype")):
        file = tmp_path / f"{name}.{ending}"
        told = cli("export", "M-1", "--paper", name, *(whose if needs else ()), "--to", str(file), at=firm)
        assert told.code == 0, told.err
        assert file.read_bytes().lstrip().lower().startswith(begins.lower())


def test_a_paper_of_one_side_asks_which(cli: Cli, firm: Path, tmp_path: Path) -> None:
    told = cli("export", "M-1", "--paper", "brief", "--to", str(tmp_path / "b.pdf"), at=firm)
    assert told.code != 0
    assert "--side" in told.err


@pytest.mark.parametrize("words", [("brief", "sales"), ("runsheet",), ("bring-list",)])
def test_what_comes_before_a_meeting_is_said_or_written(
    words: tuple[str, ...], cli: Cli, planned: Path, tmp_path: Path
) -> None:
    said = cli(*words, at=planned)
    assert said.code == 0
    assert "09:00" in said.out.splitlines()[0]
    assert cli(*words, "--meeting", "M-1", at=planned).out == said.out
    file = tmp_path / "paper.pdf"
    assert cli(*words, "--to", str(file), at=planned).code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_without_a_planned_meeting_there_is_nothing_to_prepare(cli: Cli, firm: Path) -> None:
    told = cli("brief", "sales", at=firm)
    assert told.code != 0
    assert "No meeting is planned." in told.err


def test_a_quarter_is_written_and_a_quarter_without_meetings_refused(
    cli: Cli, firm: Path, tmp_path: Path
) -> None:
    file, year = tmp_path / "quarter.html", date.today().year  # noqa: DTZ011
    days = ("--from", f"{year - 1}-01-01", "--until", f"{year + 1}-12-31")
    assert cli("quarter", *days, "--to", str(file), at=firm).code == 0
    assert "M-1" in file.read_text(encoding="utf-8")
    told = cli("quarter", "--from", "2001-01-01", "--until", "2001-03-31", "--to", str(file), at=firm)
    assert told.code != 0
    assert "No meeting was closed" in told.err
