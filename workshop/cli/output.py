"""Rows on the screen: aligned text, one JSON document, or CSV."""

from __future__ import annotations

import csv
import io
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

import click
import msgspec

from workshop.exporting.text import guarded


def say(line: str, *, err: bool = False) -> None:
    """One line of talk; on a terminal it is wrapped at a word, continued under its own indent."""
    stream = sys.stderr if err else sys.stdout
    if stream.isatty():
        columns = max(shutil.get_terminal_size().columns, 40)
        line = "\n".join(_wrapped(part, columns) for part in line.split("\n"))
    click.echo(line, err=err)


def _wrapped(line: str, columns: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.fill(
        line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False,
        replace_whitespace=False,
    )  # fmt: skip


def emit(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, as_json: bool, as_csv: bool, empty: str
) -> None:
    """Writes rows to stdout. JSON holds every key; text and CSV hold the columns named."""
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(list(rows)), indent=2).decode())
    elif as_csv:
        click.echo(_csv(rows, columns), nl=False)
    elif not rows:
        click.echo(empty, err=True)
    else:
        click.echo(table([[_text(row.get(column)) for column in columns] for row in rows], columns))


def emit_one(row: Mapping[str, Any]) -> None:
    """One JSON document."""
    click.echo(msgspec.json.format(msgspec.json.encode(dict(row)), indent=2).decode())


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return str(value)


def _csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(_text(row.get(column))) for column in columns] for row in rows)
    return out.getvalue()


def table(rows: Sequence[Sequence[str]], head: Sequence[str]) -> str:
    """Aligned columns with a head; wide characters count twice."""
    names = [name.replace("_", " ") for name in head]
    widths = [max(width(row[i]) for row in (names, *rows)) for i in range(len(names))]
    lines = [names, ["-" * w for w in widths], *rows]
    return "\n".join(
        "  ".join(_padded(cell, w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _padded(text: str, to: int) -> str:
    return text + " " * (to - width(text))


def width(text: str) -> int:
    """Cells a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )
