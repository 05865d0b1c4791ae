"""Actions over all meetings as rows: aligned, by date, overdue in words beside the action; nobody is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from textual.content import Content

from workshop.line.wording import Wording
from workshop.model.values import dataclass
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import hanging
from workshop.tui.widgets.rows import Row

OWNERS = 16
"""Cells for a name."""
Document = Mapping[str, Any]
"""An action as the register lists it, with names in place of ids."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of them are shown."""

    person: str = ""
    """A name."""
    team: str = ""
    overdue: bool = False
    everything: bool = False
    """Done and dropped ones too."""
    by_source: bool = False
    words: str = ""

    def title(self) -> str:
        """The filter in words."""
        parts = (
            self.person, self.team, "overdue" if self.overdue else "", "done too" if self.everything else "",
            "by source" if self.by_source else "", f"'{self.words}'" if self.words else "",
        )  # fmt: skip
        return " · ".join(part for part in parts if part) or "all that is open"


def is_overdue(row: Document, today: date) -> bool:
    """Open, and its date has passed."""
    return row["status"] in ("open", "blocked") and bool(row["due"]) and row["due"] < today.isoformat()


def chosen(
    rows: Sequence[Document], wish: Filter, teams: Mapping[str, str], today: date
) -> tuple[Document, ...]:
    """Those that pass, the earliest date first; `teams`: team by name."""
    words = wish.words.casefold().split()
    found = [
        row
        for row in rows
        if (wish.everything or row["status"] in ("open", "blocked"))
        and (not wish.person or wish.person in (row["owner"], *row["helpers"]))
        and (not wish.team or teams.get(row["owner"] or "") == wish.team)
        and (not wish.overdue or is_overdue(row, today))
        and all(word in _words(row) for word in words)
    ]
    return tuple(sorted(found, key=_place))


def _place(row: Document) -> tuple[str, int]:
    return row["due"] or "9999", int(row["id"].partition("-")[2])


def _words(row: Document) -> str:
    parts = (
        row["id"],
        row["text"],
        row["owner"] or "",
        *row["helpers"],
        *row["tags"],
        row["done_when"] or "",
    )
    return " ".join(parts).casefold()


class Table:
    """Turns documents into rows."""

    def __init__(self, glyphs: Glyphs, today: date, say: Wording) -> None:
        self._glyphs, self._today, self._say = glyphs, today, say

    def rows(self, found: Sequence[Document], sources: Mapping[str, str] | None = None) -> tuple[Row, ...]:
        """One line each; with `sources` (words by id) under what they came from."""
        states = {row["id"]: self._state(row) for row in found}
        wide = max((len(word) for _, word, _ in states.values()), default=0)
        owners = min(max((Content(_owner(row)).cell_length for row in found), default=0), OWNERS)
        lines = {row["id"]: self._row(row, states[row["id"]], wide, owners) for row in found}
        if sources is None:
            return tuple(lines.values())
        rows: list[Row] = []
        for source in dict.fromkeys(row["source"] or "" for row in found):
            rows.append(Row("", self._source(source, sources)))
            rows += [lines[row["id"]] for row in found if (row["source"] or "") == source]
        return tuple(rows)

    @staticmethod
    def _source(source: str, sources: Mapping[str, str]) -> Content:
        if not source:
            return Content.styled("Without a source", "$quiet")
        return Content.assemble((f"{source:<5} ", "$shown"), (sources.get(source, ""), "$quiet"))

    @staticmethod
    def _row(row: Document, state: tuple[str, str, str], wide: int, owners: int) -> Row:
        sign, word, style = state
        owner = Content(_owner(row)).truncate(owners, ellipsis=True)
        owner = owner.pad_right(owners - owner.cell_length).stylize("$ink" if row["owner"] else "$amber")
        told = Content.styled(f"{sign} {word:<{wide}}  ", style)
        return Row(
            row["id"],
            Content.assemble((f"{row['id']:<5} ", "$quiet"), told, owner, "  ", (row["text"], "$ink")),
        )

    def _state(self, row: Document) -> tuple[str, str, str]:
        """Sign, word and colour."""
        signs = self._glyphs
        if row["status"] == "done":
            return signs.done, "done", "$green"
        if row["status"] == "dropped":
            return signs.skipped, "dropped", "$quiet"
        late = (self._today - date.fromisoformat(row["due"])).days if row["due"] else 0
        if late > 0:
            return signs.over, f"{late} day{'s' if late > 1 else ''} over", "$red"
        if row["status"] == "blocked":
            return signs.paused, "blocked", "$amber"
        if row["due"] == self._today.isoformat():
            return signs.soon, "today", "$amber"
        return signs.ahead, self._date(row), "$quiet"

    def _date(self, row: Document) -> str:
        if row["due_next_meeting"]:
            return "next meeting"
        return self._say.near(_day(row["due"]), self._today)


def _owner(row: Document) -> str:
    return row["owner"] or "nobody yet"


def history(row: Document, say: Wording, width: int) -> Content:
    """Everything about one action, step by step."""
    day = "next meeting" if row["due_next_meeting"] else say.day(_day(row["due"]))
    first = say.day(_day(row["original_due"])) if row["original_due"] not in (None, row["due"]) else ""
    facts = (
        ("who", ", ".join((row["owner"] or "nobody yet", *row["helpers"]))),
        ("due", day + (f", first {first}" if first else "")),
        ("done when", row["done_when"]), ("state", row["status"]), ("from", row["source"]),
        ("made in", row["meeting"] or "between meetings"),
        ("carried", {0: "", 1: "once"}.get(row["carried"], f"{row['carried']} times")), ("tags", " ".join(row["tags"])),
    )  # fmt: skip
    lines = [Content.styled(row["text"], "bold"), Content("")]
    lines += [
        hanging(Content.styled(f"{name:<11}", "$quiet"), Content(value), width)
        for name, value in facts
        if value
    ]
    lines += [Content(""), *(_step(step, say, width) for step in row["history"])]
    return Content("\n").join(lines)


def _step(step: Mapping[str, Any], say: Wording, width: int) -> Content:
    remark = f" · {step['remark']}" if step["remark"] else ""
    where = f" ({step['meeting']})" if step["meeting"] else ""
    what = step["what"]
    if what.startswith("due ") and len(what) == len("due 2026-03-06"):
        what = f"due {say.day(_day(what[4:]))}"
    head = Content.styled(f"{say.day(_day(step['on']))}  ", "$quiet")
    return hanging(head, Content.assemble(f"{what}{remark}", (where, "$quiet")), width)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
