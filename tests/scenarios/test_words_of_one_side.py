"""What a side said in a dispute leaves the room only with the consent of both: in no byte of any file without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from leaving import everything
from scripts import Stage, people

from workshop.exporting.digest.source import Copy
from workshop.exporting.formats import FORMATS
from workshop.exporting.papers import PAPERS
from workshop.workspace.issuing import render, render_paper
from workshop.workspace.mailing import drafts
from workshop.workspace.quarter import render_quarter

OURS, THEIRS, TYPED, ALONE = "zebra", "walrus", "ocelot", "mandrill"
WORDS = (OURS, THEIRS, TYPED, ALONE)
ROOM = f"""
/at 2026-05-29 12:00
{people("facilitator Kai Lenz", "sales Mara Nold", "marketing Olaf Pech", "sponsor Rosa Stahl")}
/meeting dispute-40 2026-06-01 15:00
/at 2026-06-01 15:00
/here all
/start
/exercise dispute-desk
dispute: Who pays for the samples? root=budget; decide_by=2026-06-12; sides=sales: {OURS} brings orders; sides=marketing: {THEIRS} planned them; facts=400 samples in May
"""
CLOSE = "/close early Enough for today"
WHOSE = {"": "", "person": "P-2", "side": "sales"}


def said(ours: str, theirs: str) -> str:
    """The same in the exercise, each side with its consent or without."""
    return (
        f"side: {TYPED} wobbles @mara effect={TYPED}; heard=yes; consent={ours}\n"
        f"side: {ALONE} rose @olaf wish={ALONE}; heard=yes; consent={theirs}"
    )


def files(stage: Stage, folder: Path) -> Iterator[tuple[str, str]]:
    """Every file that can leave, by name, as text."""
    room = stage.workspace
    for form in FORMATS:
        for copy in get_args(Copy):
            yield f"{form.name} for {copy}", everything(form.name, render(room, 1, form.name, copy))
    for paper in PAPERS:
        held = render_paper(room, 1, paper.name, "pdf", WHOSE[paper.needs])
        yield paper.name, everything("pdf", held)
    report = render_quarter(room, date(2026, 1, 1), date(2026, 12, 31), "pdf")
    yield "quarter", everything("pdf", report)
    list(drafts(room, 1, folder))
    for path in folder.iterdir():
        yield path.name, everything("eml", path.read_bytes())


def test_without_the_consent_of_both_the_words_are_in_no_byte(stage: Stage, tmp_path: Path) -> None:
    """The dispute says nothing of consent; in the exercise one side gives it."""
    stage.play(ROOM, said("yes", "no"), CLOSE)
    for name, text in files(stage, tmp_path / "mail"):
        for word in WORDS:
            assert word not in text, (name, word)


def test_with_it_they_stand_in_the_minutes_and_no_longer_once_it_is_taken_back(stage: Stage) -> None:
    stage.play(ROOM, said("yes", "yes"), "/edit X-1 consent=yes")
    text = stage.paper(1, "md").decode()
    assert all(word in text for word in WORDS)
    stage.type("/edit X-1 consent=no")
    text = stage.paper(1, "md").decode()
    assert OURS not in text
    assert THEIRS not in text
