"""The other papers of a meeting, registered in one place: each has its templates in `exports/<name>/`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from workshop.errors import NotFound, Refused
from workshop.exporting.actions import everything
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow, Who
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf import sheet
from workshop.model.words import did_you_mean

Needs = Literal["", "person", "side"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper made from the minutes of one meeting."""

    name: str
    """Also the folder of its templates."""
    title: str
    needs: Needs
    """What has to be said besides the meeting: whose it is."""
    told: Callable[[Minutes, str], Mapping[str, Any]]
    """What its templates know besides the minutes, for a person (id) or a side."""

    def render(self, minutes: Minutes, look: Look, form: str = "pdf", whose: str = "") -> bytes:
        """The paper as `pdf` or `html`. Raises Refused, NotFound, MissingLibrary, ShelfError."""
        if bool(self.needs) != bool(whose):
            raise Refused(
                f"The {self.name} is {f'that of one {self.needs}' if self.needs else 'for everybody'}.",
                fix=f"Give --{self.needs}." if self.needs else "Leave --person and --side out.",
            )
        html = page(minutes, look, self.name, **self.told(minutes, whose))
        if form == "html":
            return html.encode("utf-8", "replace")
        if form == "pdf":
            return sheet(html, look, minutes.when.stamp)
        raise Refused(
            f"The {self.name} is a PDF or a page, not {form}.", fix="Take --to FILE.pdf or FILE.html."
        )


def _slip(minutes: Minutes, person: str) -> Mapping[str, Any]:
    """What one person owns and helps with."""
    open_ones = [row for row in everything(minutes) if row.status in ("open", "blocked")]
    return {
        "person": _who(minutes, person),
        "own": tuple(row for row in open_ones if _owns(row, person)),
        "helping": tuple(row for row in open_ones if person in {who.id for who in row.helpers}),
    }


def _owns(row: ActionRow, person: str) -> bool:
    return row.owner is not None and row.owner.id == person


def _who(minutes: Minutes, person: str) -> Who:
    found = next((who for who in minutes.distribution if who.id == person), None)
    if found is None:
        raise NotFound(
            "That person was not invited to this meeting.", fix="Name somebody of its distribution list."
        )
    return found


PAPERS: tuple[Paper, ...] = (
    Paper("slip", "What one person promised, and what was decided", "person", _slip),
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
