"""What exercises came to, in Markdown: charts become tables of the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.exporting.digest.readings import ExerciseRow
from workshop.exporting.language import say
from workshop.exporting.markdown.shapes import bullets, joined, table
from workshop.exporting.tables import boxes, cell, facts, numbered, numeric, row_number, slim, upright
from workshop.exporting.text import capital
from workshop.exporting.text import markdown as words
from workshop.model.results import (
    Banner,
    BarRow,
    Bars,
    Card,
    Cards,
    Funnel,
    Grid,
    Line,
    Moved,
    Outcome,
    Result,
    Table,
)


def exercise(row: ExerciseRow) -> Iterator[str]:
    """The blocks of one exercise, under its title where that is not the segment's."""
    if row.outcome.title != row.heading:
        version = f"({say('version {n}', n=row.outcome.version)})" if row.outcome.version else ""
        yield joined(f"### {words(row.outcome.title)}", version, by=" ")
    yield from outcome(row.outcome)


def outcome(found: Outcome) -> Iterator[str]:
    """Results in the order of the file, the comparison, what could not be told."""
    yield from map(result, found.results)
    if found.moved:
        yield f"#### {say('Since the last time')}\n\n{_moved(found.moved)}"
    yield bullets(map(words, found.notes))


def _n(n: int | None) -> str:
    return "" if n is None else f"(n={n})"


def result(found: Result) -> str:
    """One result under its title."""
    title = words(found.title)
    match found:
        case Line():
            return joined(f"**{title}**" if title else "", words(found.text), by=" ")
        case Banner():
            verdict = joined(title, f"**{words(found.verdict)}**", by=": ")
            return f"> {joined(verdict, words(found.text), by=' · ')}"
        case _:
            return "\n\n".join(filter(None, (f"#### {title}" if title else "", _shape(found))))


def _shape(found: Table | Bars | Grid | Funnel | Cards) -> str:
    match found:
        case Table():
            told = bullets(f"{words(label)}: {words(text)}" for label, text in facts(found))
            return told or _table(slim(found))
        case Bars():
            return _bars(found)
        case Grid():
            return _grid(upright(found))
        case Funnel():
            rows = ((step.label, step.reads, step.rate, step.note) for step in found.steps)
            return table(
                (say("Step"), say("Number"), say("Through"), ""), (tuple(map(words, row)) for row in rows)
            )
        case Cards():
            return bullets(map(_card, found.cards))


def _table(found: Table) -> str:
    refs = numbered(found)
    heads = ((say("No."),) if refs else ()) + tuple(words(capital(head)) for head in found.heads)
    right = [at + refs for at in range(len(found.heads)) if numeric(found, at)]
    return table(heads, (_row(found, at, refs) for at in range(len(found.rows))), right)


def _row(found: Table, at: int, refs: bool) -> tuple[str, ...]:
    row = found.rows[at]
    told = (words(cell(row, place)) for place in range(len(found.heads)))
    cells = tuple(f"**{text}**" if row.bold and text else text for text in told)
    return (words(row_number(row.source)), *cells) if refs else cells


def _bars(found: Bars) -> str:
    names = tuple(dict.fromkeys(bar.series for row in found.rows for bar in row.bars))
    refs, notes = any(row.source for row in found.rows), any(row.note for row in found.rows)
    heads = (say("No."), "", *(words(say(name)) or say("Value") for name in names), "")
    rows = [_bar_row(row, names) for row in found.rows]
    kept = [at for at in range(len(heads)) if (at or refs) and (at <= len(names) + 1 or notes)]
    right = [place for place, at in enumerate(kept) if 1 < at <= len(names) + 1]
    return table([heads[at] for at in kept], ([row[at] for at in kept] for row in rows), right)


def _bar_row(row: BarRow, names: tuple[str, ...]) -> tuple[str, ...]:
    reads = {bar.series: words(bar.reads) for bar in row.bars}
    told = (reads.get(name, "") for name in names)
    return words(row_number(row.source)), words(row.label), *told, words(row.note)


def _grid(found: Grid) -> str:
    rows = (
        (
            f"**{words(row)}**" if row else "",
            *("; ".join(map(words, boxes(found, row, column))) for column in found.columns),
        )
        for row in found.rows
    )
    return table(("", *map(words, found.columns)), rows)


def _card(card: Card) -> str:
    lines = [f"  - {joined(words(label), words(text), by=': ')}" for label, text in card.lines]
    return "\n".join((f"**{words(card.title)}**", *lines))


def _moved(rows: tuple[Moved, ...]) -> str:
    told = (
        (
            words(row.label), joined(words(row.old), _n(row.n_old), by=" "), joined(words(row.new), _n(row.n_new), by=" "),
            words(row.difference), joined(say("new") if row.fresh else "", say("noise") if row.noise else "", by=", "),
        )
        for row in rows
    )  # fmt: skip
    return table(("", say("Before"), say("Now"), say("Change"), ""), told, (1, 2, 3))
