"""The lists of the record as rows, and each record in full, from the register's documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from textual.content import Content

from workshop.line.wording import Wording
from workshop.model.values import dataclass
from workshop.tui.widgets.rows import Row

Document = Mapping[str, Any]
LISTS = ("meetings", "minutes", "decisions", "objections", "programmes", "disputes", "agreements")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the screen lists, as it was last read."""

    documents: Mapping[str, Sequence[Document]]
    papers: tuple[Path, ...] = ()
    """Files in the folder of the minutes."""

    def count(self, name: str) -> int:
        """How many a list has."""
        return len(self.papers) if name == "minutes" else len(self.documents.get(name, ()))

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
            words = f"{say.day(date.fromisoformat(row['date']))} {row['start']} · {row['status']}"
            return row["id"], words, row["title"]
        case "decisions":
            by = f"by {row['decider']}" if row["verdict"] == "decided by" else row["verdict"]
            return row["id"], by or "", row["text"]
        case "disputes":
            return row["id"], row["status"], row["question"]
    fields = row["fields"]
    told = {"objections": fields.get("worked", ""), "programmes": fields.get("gate", "")}.get(name, "")
    word = {"yes": "answered", "partly": "partly answered", "no": "no answer yet"}.get(told, told)
    return row["id"], word, f"{row['speaker']}: {row['text']}" if row["speaker"] else row["text"]


def _row(line: tuple[str, str, str], wide: int) -> Row:
    ref, word, text = line
    told = Content.styled(word, "$quiet").pad_right(wide - Content(word).cell_length + 2 if wide else 0)
    return Row(ref, Content.assemble((f"{ref:<6}", "$quiet"), told, (text, "$ink")))


def in_full(row: Document, say: Wording) -> Content:
    """Every field that has a value, a line each."""
    title = row.get("title") or row.get("text") or row.get("question") or ""
    lines = [Content.styled(title, "bold"), Content("")]
    for name, value in row.items():
        if name in ("id", "title", "text", "question", "fields", "history") or not value:
            continue
        if name == "segments":
            lines += [_field("" if place else name, _segment(each)) for place, each in enumerate(value)]
        else:
            lines.append(_field(name, _told(value, say)))
    fields: Mapping[str, str] = row.get("fields") or {}
    lines += [_field(name, say.value(row["kind"], name, value)) for name, value in fields.items()]
    return Content("\n").join(lines)


def _field(name: str, value: str) -> Content:
    return Content.assemble((f"{name.replace('_', ' '):<16}", "$quiet"), value)


def _segment(segment: Mapping[str, Any]) -> str:
    return f"{segment['number']:>2} {segment['title']}, {segment['planned_minutes']} min"


def _told(value: Any, say: Wording) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    text = str(value)
    try:
        return say.day(date.fromisoformat(text)) if len(text) == len("2026-03-06") else text
    except ValueError:
        return text
