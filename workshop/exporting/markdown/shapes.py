"""The shapes of a Markdown document: headings, lists, tables; all words come in already escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def section(title: str, *blocks: str) -> str:
    """A heading with what stands under it; empty where nothing does."""
    told = [block for block in blocks if block]
    return "\n\n".join((f"## {title}", *told)) if told else ""


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """A table, the columns of those places standing right; empty where it has no row."""
    told, places = [_row(row) for row in rows], set(right)
    rule = ["---:" if at in places else "---" for at in range(len(head))]
    return "\n".join((_row(head), _row(rule), *told)) if told else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def joined(*parts: str, by: str = " · ") -> str:
    """The parts that say something."""
    return by.join(part for part in parts if part)
