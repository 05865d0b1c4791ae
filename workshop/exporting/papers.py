"""The other papers of a meeting, registered in one place: each has its templates in `exports/<name>/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from workshop.errors import NotFound, Refused
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.look import look_of
from workshop.exporting.pages import page
from workshop.exporting.pdf import sheet
from workshop.exporting.told import agenda, brief, pocket, runsheet, slip, sponsor
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

Needs = Literal["", "person", "side"]
Told = Callable[[Source, Minutes, str], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper made from the record of one meeting."""

    name: str
    """Also the folder of its templates."""
    title: str
    told: Told
    """What its templates know besides the minutes, for a person (id) or a side."""
    needs: Needs = ""
    """What has to be said besides the meeting: whose it is."""

    def render(
        self, source: Source, workspace: Path | None = None, form: str = "pdf", whose: str = ""
    ) -> bytes:
        """The paper as `pdf` or `html`. Raises Refused, NotFound, MissingLibrary, ShelfError."""
        if bool(self.needs) != bool(whose):
            whom = f"that of one {self.needs}" if self.needs else "for everybody"
            fix = f"Give --{self.needs}." if self.needs else "Leave --person and --side out."
            raise Refused(f"The {self.name} is {whom}.", fix=fix)
        if form not in ("pdf", "html"):
            raise Refused(
                f"The {self.name} is a PDF or a page, not {form}.", fix="Take --to FILE.pdf or FILE.html."
            )
        minutes, look = digest(source), look_of(source.settings, workspace)
        html = page(minutes, look, self.name, **self.told(source, minutes, whose))
        return sheet(html, look, minutes.when.stamp) if form == "pdf" else html.encode("utf-8", "replace")


PAPERS: tuple[Paper, ...] = (
    Paper("slip", "What one person promised, and what was decided", slip, "person"),
    Paper("agenda", "What comes when, who leads, what to bring", agenda),
    Paper("runsheet", "Clock times and words to say, for the one who leads", runsheet),
    Paper("brief", "What one side owes and brings", brief, "side"),
    Paper("pocket", "What customers object to, and what we answer", pocket),
    Paper("sponsor", "One page for the sponsor", sponsor),
)


def paper_for(name: str) -> Paper:
    """The paper of that name; NotFound names the nearest."""
    found = next((paper for paper in PAPERS if paper.name == name), None)
    if found is None:
        names = [paper.name for paper in PAPERS]
        raise NotFound(
            f"There is no paper '{name}'{did_you_mean(name, names)}", fix=f"One of {', '.join(names)}."
        )
    return found
