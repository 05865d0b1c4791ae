"""The lists of the record as rows, and each record in full, from the register's documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from textual.content import Content

from workshop.line.wording import Wording
from workshop.model import ids
from workshop.model.values import dataclass
from workshop.tui.widgets.hanging import hanging
from workshop.tui.widgets.rows import Row

Document = Mapping[str, Any]
LISTS = (
    "meetings",
    "minutes",
    "decisions",
    "objections",
    "programmes",
    "disputes",
    "agreements",
    "exercises",
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the screen lists, as it was last read."""

    documents: Mapping[str, Sequence[Document]]
    papers: tuple[Path, ...] = ()
    """Files in the folder of the minutes."""

    def count(self, name: str) -> int:
        """How many a list has."""
        return len(self.papers) if name == "minutes" else len(self.documents.get(name, ()))

    def counted(self, name: str) -> str:
        """`2 decisions`, `1 file of minutes`."""
        count = self.count(name)
        if name == "minutes":
            return f"{count} file{'' if count == 1 else 's'} of minutes"
        return f"{count} {name.removesuffix('s') if count == 1 else name}"

    def rows(self, name: str, say: Wording) -> tuple[Row, ...]:
        """The newest first."""
        if name == "minutes":
            return tuple(Row(path.name, Content(path.name)) for path in self.papers)
        lines = [_line(name, row, say) for row in reversed(self.documents.get(name, ()))]
        wide = max((Content(word).cell_length for _, word, _ in lines), default=0)
        return tuple(_row(line, wide) for line in lines)

    def document(self, name: str, ref: str) -> Document | None:
        """One of them."""
        return next((row for row in self.documents.get(name, ()) if row["id"] == ref), None)


def _line(name: str, row: Document, say: Wording) -> tuple[str, str, str]:
    """The id, how it stands, and its words."""
    match name:
        case "meetings":
            words = f"{say.day(date.fromisoformat(row['date']))} · {row['status']}"
            return row["id"], words, row["title"]
        case "decisions":
            by = f"by {row['decider']}" if row["verdict"] == "decided by" else row["verdict"]
            return row["id"], by or "", row["text"]
        case "disputes":
            return row["id"], row["status"], row["question"]
        case "exercises":
            words = f"{row['meeting']} · {say.day(date.fromisoformat(row['on']))}"
            return row["id"], words, f"{row['living']} · {row['title']}" if row["living"] else row["title"]
    fields = row["fields"]
    told = {"objections": fields.get("worked", ""), "programmes": fields.get("gate", "")}.get(name, "")
    word = {"yes": "answered", "partly": "partly answered", "no": "no answer yet"}.get(told, told)
    return row["id"], word, f"{row['speaker']}: {row['text']}" if row["speaker"] else row["text"]


def _row(line: tuple[str, str, str], wide: int) -> Row:
    ref, word, text = line
    told = Content.styled(word, "$quiet").pad_right(wide - Content(word).cell_length + 2 if wide else 0)
    shown = f"{ref:<6}" if ids.read(ref) else ""
    return Row(ref, Content.assemble((shown, "$quiet"), told, (text, "$ink")))


def in_full(row: Document, say: Wording, width: int) -> Content:
    """Every field that has a value."""
    told = [
        hanging(_name(name) + Content(lead), Content(value), width) for name, lead, value in _fields(row, say)
    ]
    return Content("\n").join([_title(row), Content(""), *told])


def in_short(row: Document, say: Wording, dot: str) -> Content:
    """The same one after the other, without the segments of a meeting."""
    told = [
        Content.assemble((f"{name.replace('_', ' ')} ", "$quiet"), value)
        for name, lead, value in _fields(row, say)
        if not lead
    ]
    return Content.styled(f" {dot} ", "$quiet").join([_title(row), *told])


def _title(row: Document) -> Content:
    return Content.styled(row.get("title") or row.get("text") or row.get("question") or "", "bold")


def _name(name: str) -> Content:
    return Content.styled(f"{name.replace('_', ' '):<16}", "$quiet")


def _fields(row: Document, say: Wording) -> Iterator[tuple[str, str, str]]:
    """Each field: its name, what stands before the words of its value, and these."""
    for name, value in row.items():
        if name in ("id", "title", "text", "question", "fields", "history") or not value:
            continue
        if name == "segments":
            yield from (("" if place else name, *_segment(each)) for place, each in enumerate(value))
        else:
            yield name, "", _told(value, say)
    fields: Mapping[str, str] = row.get("fields") or {}
    yield from ((name, "", say.value(row["kind"], name, value)) for name, value in fields.items())


def _segment(segment: Mapping[str, Any]) -> tuple[str, str]:
    return f"{segment['number']:>2} {segment['planned_minutes']:>4} min  ", segment["title"]


def _told(value: Any, say: Wording) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    text = str(value)
    try:
        return say.day(date.fromisoformat(text)) if len(text) == len("2026-03-06") else text
    except ValueError:
        return text
