"""The minutes as blocks of words, read off their Markdown: what plain text, Word and mail are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from workshop.exporting import markdown
from workshop.exporting.digest import Minutes
from workshop.model.values import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one weight."""

    text: str
    bold: bool = False
    struck: bool = False
    """No longer so, but to be seen: a due date that was moved."""
    code: bool = False


Words: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words


@dataclass(frozen=True, slots=True)
class Bullet:
    """One line of a list; `level` 1 is the outermost."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]


Block: TypeAlias = Heading | Paragraph | Bullet | Table


def blocks(minutes: Minutes, own: Path | None = None) -> tuple[Block, ...]:
    """Everything the Markdown says, in its order; `own` holds the team's own languages."""
    return read(markdown.render(minutes, own).decode())


def read(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    from markdown_it.tree import SyntaxTreeNode

    return tuple(_blocks(SyntaxTreeNode(_reader().parse(text)).children))


def flat(words: Words) -> str:
    """The words without their weight."""
    return "".join(run.text for run in words)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # 30 ms, and only some papers need it

    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _blocks(nodes: Sequence[SyntaxTreeNode], depth: int = 0) -> Iterator[Block]:
    """`depth` is that of the list the nodes stand in; 0 for none."""
    for node in nodes:
        match node.type:
            case "heading":
                yield Heading(int(node.tag[1:]), _words(node))
            case "paragraph":
                yield Bullet(depth, _words(node)) if depth else Paragraph(_words(node))
            case "bullet_list":
                yield from _blocks(node.children, depth + 1)
            case "list_item":
                yield from _blocks(node.children, depth)
            case "table":
                head, *body = node.children
                rows = tuple(_cells(row) for part in body for row in part.children)
                yield Table(_cells(head.children[0]), rows)


def _cells(row: SyntaxTreeNode) -> tuple[Words, ...]:
    return tuple(_words(cell) for cell in row.children)


def _words(node: SyntaxTreeNode) -> Words:
    return tuple(run for inline in node.children for run in _runs(inline.children, Run("")))


def _runs(nodes: Sequence[SyntaxTreeNode], like: Run) -> Iterator[Run]:
    """The words in the weight of what they stand in."""
    for node in nodes:
        match node.type:
            case "strong":
                yield from _runs(node.children, replace(like, bold=True))
            case "s":
                yield from _runs(node.children, replace(like, struck=True))
            case "softbreak" | "hardbreak":
                yield replace(like, text=" ")
            case "code_inline":
                yield replace(like, text=node.content, code=True)
            case _ if node.children:  # slanted, a link: its words
                yield from _runs(node.children, like)
            case _ if node.content:
                yield replace(like, text=node.content)
