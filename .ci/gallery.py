"""Makes gallery/: the pages of nine different meetings and of the papers around them as pictures, to be looked at."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from workshop.errors import WorkshopError
from workshop.exporting.papers import PAPERS
from workshop.line.script_workspace import script_session
from workshop.line.scripts import ScriptStopped, play
from workshop.line.session import Session
from workshop.settings import FILE, with_setting
from workshop.workspace import Workspace
from workshop.workspace.issuing import render, render_paper
from workshop.workspace.quarter import render_quarter
from workshop.workspace.sheets import render_sheet, sheets

ROOT = Path(__file__).parents[1]
SAMPLE, SCRIPTS = ROOT / "workshop" / "sample", ROOT / "tests" / "gallery"
FIRM = (
    SAMPLE / "kickoff.txt",
    SAMPLE / "between.txt",
    SAMPLE / "sync.txt",
    SCRIPTS / "launch.txt",
    SCRIPTS / "quarter.txt",
)
STORE, SMALL = (SCRIPTS / "huddle.txt",), (SCRIPTS / "small.txt",)
LONG = 8
"""How often everything that was said in the kick-off is said in the long one."""
MEETINGS = {1: "kickoff", 2: "sync", 3: "launch", 4: "quarterly"}
QUARTERS = date(2026, 1, 1), date(2026, 6, 30)
GREY = ("huddle", "report")
"""Shown as a printer without colour has them."""
SPOKEN = re.compile("(condition|finding|shift|hot-button|lead-quality|o|comparison|win|loss|quote|n|q|p|a): ")
WHOSE = {"": "", "side": "sales"}


def played(folder: Path, scripts: tuple[Path, ...]) -> Workspace:
    """A workspace in which these scripts were played; a refused line ends it."""
    session: Session = script_session(folder, issue=False)
    for script in scripts:
        for _ in play(session, script):
            pass
    return session.workspace


def papers(workspace: Workspace, number: int, name: str) -> Iterator[tuple[str, bytes]]:
    """The minutes of one meeting, and every other paper of it."""
    yield f"{name}", render(workspace, number, "pdf")
    for paper in PAPERS:
        whose = WHOSE[paper.needs] if paper.needs != "person" else _somebody(workspace, number)
        yield f"{name}-{paper.name}", render_paper(workspace, number, paper.name, "pdf", whose)


def _somebody(workspace: Workspace, number: int) -> str:
    """The one with most actions of the meeting."""
    owners = [action.owner for action in workspace.state.actions if action.meeting == number and action.owner]
    return max(sorted(set(owners)), key=owners.count)


def everything(room: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each PDF."""
    firm = played(room / "firm", FIRM)
    for number, name in MEETINGS.items():
        yield from papers(firm, number, name)
    for sheet in sheets(firm):
        yield f"sheet-{sheet.name.replace(' ', '-')}", render_sheet(firm, sheet.name, ".pdf")
    yield "report", render_quarter(firm, *QUARTERS, "pdf")
    yield from papers(played(room / "store", STORE), 1, "huddle")
    small = played(room / "small", SMALL)
    yield from papers(small, 1, "small")
    region = _with_own_agenda(room, "region")
    yield from papers(region, 1, "region")
    shelf = _with_own_agenda(room, "shelf")
    yield "shelf", render(shelf, 1, "pdf")
    yield "de-shelf", render(_with(shelf, "locale", "de_DE"), 1, "pdf")
    yield "long", render(_long(room / "long"), 1, "pdf")
    letter = _with(firm, "paper", "Letter")
    yield "letter-sync", render(letter, 2, "pdf")
    yield "letter-kickoff", render(letter, 1, "pdf")
    yield "letter-sync-sponsor", render_paper(letter, 2, "sponsor")
    _with(firm, "paper", "A4")
    yield "letter-region", render(_with(region, "paper", "Letter"), 1, "pdf")
    _with(region, "paper", "A4")
    yield "de-small", render(_with(small, "locale", "de_DE"), 1, "pdf")
    yield "de-region", render(_with(region, "locale", "de_DE"), 1, "pdf")
    german = _with(firm, "locale", "de_DE")
    for number, name in MEETINGS.items():
        yield from papers(german, number, f"de-{name}")
    for sheet in sheets(german):
        yield f"de-sheet-{sheet.name.replace(' ', '-')}", render_sheet(german, sheet.name, ".pdf")
    yield "de-report", render_quarter(german, *QUARTERS, "pdf")


def _with_own_agenda(room: Path, name: str) -> Workspace:
    """The meeting of this script, with the shelf beside the script laid into its workspace."""
    shutil.copytree(SCRIPTS / name, room / name)
    return played(room / name, (SCRIPTS / f"{name}.txt",))


def _with(workspace: Workspace, key: str, value: str) -> Workspace:
    """The same workspace after one setting was changed."""
    path = workspace.directory / FILE
    path.write_text(with_setting(workspace.directory, key, value), encoding="utf-8")
    return Workspace(workspace.directory)


def _long(folder: Path) -> Workspace:
    """A kick-off in which everybody says what they say many times over."""
    session: Session = script_session(folder, issue=False)
    for line in FIRM[0].read_text(encoding="utf-8").splitlines():
        again = LONG if SPOKEN.match(line) else 1
        for _ in range(again):
            with suppress(WorkshopError):  # a vote on N-12, which has another number here
                list(session.feed(line))
    return session.workspace


def main(target: Path) -> int:
    """Writes PDFs and a picture of each page."""
    program = shutil.which("pdftoppm")
    if program is None:
        sys.stderr.write("The pictures need pdftoppm: apt install poppler-utils, brew install poppler.\n")
        return 1
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    try:
        made = list(everything(target))
    except ScriptStopped as stopped:
        sys.stderr.write(f"{stopped}\n")
        return 1
    for name, content in made:
        pdf = target / f"{name}.pdf"
        pdf.write_bytes(content)
        grey = ("-gray",) if name in GREY else ()
        subprocess.run([program, "-r", "80", *grey, "-png", str(pdf), str(target / name)], check=True)  # noqa: S603 - our own words
        sys.stdout.write(f"{name}: {len(list(target.glob(f'{name}-*.png')))}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(ROOT / "gallery"))
