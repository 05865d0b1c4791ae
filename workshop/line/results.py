"""Results of an exercise as lines of text, aligned, for a terminal of a given width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from workshop.line.drawing import drawn_results, hanging, plain
from workshop.model.results import Draft, Moved, Outcome, Result

WIDTH = 79
INDENT = "   "


class Says(Protocol):
    """How names and days are said."""

    def name(self, person: str) -> str:
        """The name behind an id."""

    def day(self, day: date | None) -> str:
        """A day in words."""


def outcome_lines(outcome: Outcome, say: Says, cells: int = WIDTH) -> Iterator[str]:
    """Everything an exercise has come to: results, comparison, notes, drafts."""
    version = f" · version {outcome.version}" if outcome.version else ""
    yield f"-- {outcome.title}{version}"
    yield from result_lines(outcome.results, cells)
    if outcome.moved:
        yield f"{INDENT}Beside the last time:"
        yield from (f"{INDENT}  {moved_line(row)}" for row in outcome.moved)
    for note in outcome.notes:
        yield from _hanging(f"({note})", cells)
    yield from draft_lines(outcome.drafts, say, cells)
    if outcome.signed:
        yield f"{INDENT}Signed: {', '.join(outcome.signed)}"


def result_lines(results: Iterable[Result], cells: int = WIDTH) -> Iterator[str]:
    """Results one under the other, each under its title."""
    yield from (f"{INDENT}{plain(line)}".rstrip() for line in drawn_results(results, cells - len(INDENT)))


def moved_line(row: Moved) -> str:
    """`agreement: 50.0 % -> 83.3 % (+33.3, n 10 -> 6)`."""
    if row.fresh:
        return f"{row.label}: {row.new} (new)"
    if not (row.old and row.new):  # words that came, or went
        return f"{row.label}: {row.new or row.old}"
    ns = f"n {row.n_old} -> {row.n_new}" if row.n_old is not None and row.n_new is not None else ""
    told = ", ".join(part for part in (row.difference, ns, "noise" if row.noise else "") if part)
    values = row.new if row.old == row.new else f"{row.old} -> {row.new}"
    return f"{row.label}: {values}{f' ({told})' if told else ''}"


def draft_lines(drafts: Iterable[Draft], say: Says, cells: int = WIDTH) -> Iterator[str]:
    """Drafts with their numbers, and how they are made real; nothing where there are none."""
    listed = tuple(drafts)
    if not listed:
        return
    yield f"{INDENT}Drafts; /take 1 @who >when makes one real:"
    for draft in listed:
        words, why = draft_words(draft, say)
        yield from _hanging(f"{draft.number} {words}{f' ({why})' if why else ''}", cells, "  ")


def draft_words(draft: Draft, say: Says) -> tuple[str, str]:
    """What a draft would become, and why; of one that is taken, what it became."""
    if draft.taken:
        return f"taken: {draft.taken}", draft.text
    kind = "next exercise" if draft.kind == "exercise" else draft.kind
    owner = f" · {say.name(draft.owner)}" if draft.owner else ""
    due = f" · by {say.day(date.fromisoformat(draft.due))}" if draft.due else ""
    return f"{kind}: {draft.text}{owner}{due}", draft.why


def _hanging(text: str, cells: int, deeper: str = "") -> Iterator[str]:
    """A sentence under the others, or a little deeper."""
    indent = f"{INDENT}{deeper}"
    yield from (f"{indent}{line}" for line in hanging(text, cells - len(indent)))
