"""The minutes as plain text: 72 columns, readable in any mail and on any terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from workshop.exporting.blocks import Block, Bullet, Heading, Paragraph, Table, Words, blocks, flat
from workshop.exporting.digest import Minutes
from workshop.exporting.language import say, speaking

COLUMNS = 72
RULES = {1: "=", 2: "-"}


def render(minutes: Minutes, own: Path | None = None) -> bytes:
    """UTF-8, one line end after each line; the same minutes give the same bytes."""
    return text(minutes, own).encode("utf-8", "replace")


def text(minutes: Minutes, own: Path | None = None) -> str:
    """The minutes as they stand in the body of a mail."""
    with speaking(minutes.locale, own):
        lines = list(_lines(blocks(minutes, own)))
    return "\n".join(lines).strip("\n") + "\n"


def _lines(found: tuple[Block, ...]) -> Iterator[str]:
    before: Block | None = None
    for block in found:
        match block:
            case Heading():
                title = flat(block.words)
                yield from ("", "", title, RULES.get(block.level, "-") * min(len(title), COLUMNS))
            case Paragraph():
                yield ""
                yield from _wrapped(_told(block.words))
            case Bullet():
                if block.level == 1 and not isinstance(before, Bullet):
                    yield ""
                yield from _wrapped(_told(block.words), "  " * (block.level - 1) + "- ")
            case Table():
                yield from _table(block)
        before = block


def _table(table: Table) -> Iterator[str]:
    """A row as a short paragraph: its first cell in front, the others named by their heads; words behind a number say enough."""
    first, *heads = (flat(head) for head in table.head)
    if first == say("No."):
        heads[0] = ""
    for row in table.rows:
        first, *others = (_told(cell) for cell in row)
        told = [
            f"{head}: {cell}" if head else cell for head, cell in zip(heads, others, strict=False) if cell
        ]
        yield ""
        yield from _wrapped(" · ".join(told), f"{first}  ", " " * min(len(first) + 2, 8))


def _wrapped(told: str, begin: str = "", indent: str | None = None) -> list[str]:
    after = " " * len(begin) if indent is None else indent
    lines = textwrap.wrap(
        told, COLUMNS, initial_indent=begin, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )  # fmt: skip
    return lines or [begin.rstrip()]


def _told(words: Words) -> str:
    """What was struck is said to have been so."""
    return "".join(f"({say('was')} {run.text}) " if run.struck else run.text for run in words).replace(
        "  ", " "
    )
