"""Makes gallery/: the pages of five different meetings and of the papers around them as pictures, to be looked at."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from workshop.exporting.papers import PAPERS
from workshop.line import Session
from workshop.line.script_workspace import script_session
from workshop.line.scripts import ScriptStopped, play
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
STORE = (SCRIPTS / "huddle.txt",)
MEETINGS = {1: "kickoff", 2: "sync", 3: "launch", 4: "quarterly"}
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
    yield "report", render_quarter(firm, date(2026, 1, 1), date(2026, 6, 30), "pdf")
    yield from papers(played(room / "store", STORE), 1, "huddle")
    settings = firm.directory / "workshop.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\npaper = "Letter"\n', encoding="utf-8")
    letter = Workspace(firm.directory)
    yield "letter-sync", render(letter, 2, "pdf")
    yield "letter-sync-sponsor", render_paper(letter, 2, "sponsor")


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
        subprocess.run([program, "-r", "70", "-png", str(pdf), str(target / name)], check=True)  # noqa: S603 - our own words
        sys.stdout.write(f"{name}: {len(list(target.glob(f'{name}-*.png')))}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(ROOT / "gallery"))
