"""Results of an exercise drawn in so many cells: each line as pieces that say what they are, so that a screen may colour
them and a pipe may not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, TypeAlias

from workshop.line.columns import GAP, fitted, laid_out, padded, width, wrapped
from workshop.measures.rounding import NOT_AVAILABLE, whole
from workshop.model.results import Banner, Bar, BarRow, Bars, Cards, Funnel, Grid, Line, Result, Table

Role = Literal["", "title", "verdict", "strong", "quiet", "sales", "marketing", "bar", "rest"]
"""What a piece is: words, a heading, a verdict, a row that stands out, a note; the full part of a bar by whose it is,
and its empty part."""
Piece: TypeAlias = tuple[str, Role]
Drawn: TypeAlias = tuple[Piece, ...]
"""One line."""

FULL, REST = "█", "·"
MARK = "* "
"""In front of a row that stands out."""
LEAST, MOST = 10, 40
"""Cells of a bar; between them a quarter of the line."""
LABEL, NOTE, SHORT = 12, 20, 8
"""Cells that the label of a bar has at the least, and a note beside it at the most where not all fits, and at the least."""
WORD = 20
"""Cells of a word in a field of a matrix; what is longer is told field by field."""


def plain(line: Drawn) -> str:
    """The words of a line, without the blanks at its end."""
    return "".join(text for text, _ in line).rstrip()


def drawn_results(results: Iterable[Result], cells: int, *, boxed: bool = False) -> Iterator[Drawn]:
    """Results one under the other, each under its title. `boxed`: a four-box as one, not field by field."""
    for result in results:
        match result:
            case Line(title=title, text=text):
                colon = "" if title.endswith("?") else ":"
                yield from _sentence(f"{title}{colon} {text}" if title else text, cells)
            case Banner(title=title, verdict=verdict, text=text):
                yield from _banner(title, verdict.upper(), cells)
                yield from _sentence(text, cells) if text else ()
            case Table():
                yield from _titled(result.title, _table(result, cells), cells)
            case Bars():
                yield from _titled(result.title, _bars(result, cells), cells)
            case Grid():
                yield from _titled(result.title, _grid(result, cells, boxed=boxed), cells)
            case Funnel():
                yield from _titled(result.title, _funnel(result, cells), cells)
            case Cards():
                yield from _titled(result.title, _cards(result, cells), cells)


def hanging(text: str, cells: int) -> Iterator[str]:
    """A sentence, its further lines a little deeper."""
    first, *others = wrapped(text, cells - GAP)
    yield first
    yield from (f"  {line}" for line in others)


def _sentence(text: str, cells: int) -> Iterator[Drawn]:
    yield from (((line, ""),) for line in hanging(text, cells))


def _banner(title: str, verdict: str, cells: int) -> Iterator[Drawn]:
    head = f"{title}: " if title else ""
    for number, line in enumerate(hanging(f"{head}{verdict}", cells)):
        if number == 0 and line.startswith(head):
            yield (head, "title"), (line.removeprefix(head), "verdict")
        else:
            yield ((line, "verdict"),)


def _titled(title: str, lines: Iterable[Drawn], cells: int) -> Iterator[Drawn]:
    if title:
        yield from (((line, "title"),) for line in hanging(title, cells))
    yield from lines


# Tables ------------------------------------------------------------------------------------------


def _table(table: Table, cells: int) -> Iterator[Drawn]:
    headed = any(table.heads)  # a form has none, and its words stand under each other
    numeric = (headed and table.numeric) or (False,) * len(table.heads)
    marks = any(row.bold for row in table.rows)
    room = cells - (len(MARK) if marks else 0)
    widths = fitted([table.heads, *(row.cells for row in table.rows)], numeric, room)
    if widths is None:
        yield from _as_lists(table, cells)
        said = tuple(_said(table, cells))
        yield from (((("", ""),), *said) if said else ())
        return
    blank = " " * len(MARK) if marks else ""
    heads = laid_out(table.heads, widths, numeric) if headed else []
    yield from (((f"{blank}{line}", "quiet"),) for line in heads)
    for row in table.rows:
        role: Role = "strong" if row.bold else ""
        first, *others = laid_out(row.cells, widths, numeric)
        yield ((f"{MARK if row.bold else blank}{first}", role),)
        yield from (((f"{blank}{line}", role),) for line in others)
    yield from _said(table, cells)


def _said(table: Table, cells: int) -> Iterator[Drawn]:
    """What the mark in front of a row means."""
    if table.bold_means:
        yield from (((line, "quiet"),) for line in wrapped(f"{MARK}{table.bold_means}", cells))


def _as_lists(table: Table, cells: int) -> Iterator[Drawn]:
    """Where the columns do not fit beside each other: what each row is about, and the rest of it below, as far as it is
    known."""
    numbered = table.numeric[:1] == (True,)
    for row in table.rows:
        role: Role = "strong" if row.bold else ""
        both = zip(table.heads, row.cells, strict=True)
        told = [
            f"{label}: {cell}" if label else cell for label, cell in both if cell not in ("", NOT_AVAILABLE)
        ]
        if numbered and row.cells[0] and told[1:]:
            told = [f"{row.cells[0]} {told[1]}", *told[2:]]
        head = f"{MARK if row.bold else ''}{''.join(told[:1])}"
        yield from (((line, role),) for line in wrapped(head, cells))
        yield from (((f"  {line}", "quiet"),) for line in _side_by_side(told[1:], cells - 2))


def _side_by_side(parts: Iterable[str], cells: int) -> list[str]:
    """As many on a line as fit, none of them broken that need not be."""
    lines: list[str] = []
    for part in parts:
        if lines and width(f"{lines[-1]} · {part}") <= cells:
            lines[-1] += f" · {part}"
        else:
            lines += wrapped(part, cells)
    return lines


def _grid(grid: Grid, cells: int, *, boxed: bool) -> Iterator[Drawn]:
    """A matrix whose fields hold a word each as a table; anything longer field by field."""
    texts = {(box.row, box.column): box.texts for box in grid.boxes}
    short = all(len(told) <= 1 and width("".join(told)) <= WORD for told in texts.values())
    if boxed or (grid.kind == "matrix" and short):
        rows = [
            (row, *("; ".join(texts.get((row, column), ())) for column in grid.columns)) for row in grid.rows
        ]
        heads = ("", *grid.columns)
        widths = fitted([heads, *rows], (False,) * len(heads), cells)
        if widths is not None:
            for number, row in enumerate((heads, *rows)):
                lines = laid_out(row, widths, (False,) * len(heads))
                yield from (((line, "" if number else "quiet"),) for line in lines)
            return
    for box in grid.boxes:
        told = "; ".join(box.texts) or "-"
        place = " / ".join(part for part in (box.row, box.column) if part)
        yield from (((line, ""),) for line in wrapped(f"{place}: {told}", cells))


def _cards(cards: Cards, cells: int) -> Iterator[Drawn]:
    for card in cards.cards:
        yield from (((line, "strong"),) for line in wrapped(card.title, cells))
        for label, told in card.lines:
            yield from (((f"  {line}", ""),) for line in wrapped(f"{label}: {told}", cells - 2))


# Bars --------------------------------------------------------------------------------------------


def _long(cells: int) -> int:
    """Cells of a whole bar on a line of so many."""
    return max(LEAST, min(MOST, (cells + 4) // 4))


def _bars(bars: Bars, cells: int) -> Iterator[Drawn]:
    """The label, then each bar with whose it is and how it reads; both teams under each other, a note beside them.

    Where a label would take more lines than its bars, all labels stand above theirs instead.
    """
    every = [bar for row in bars.rows for bar in row.bars]
    series = max((width(bar.series) for bar in every), default=0)
    reads = max((width(bar.reads) for bar in every), default=0)
    labels = max((width(row.label) for row in bars.rows), default=0)
    notes = max((width(row.note) for row in bars.rows), default=0)
    widths = _widths(cells, labels, series, reads, notes)
    if widths[0] and any(len(wrapped(row.label, widths[0])) > max(len(row.bars), 1) for row in bars.rows):
        widths = _widths(cells - GAP, 0, series, reads, notes)
    for row in bars.rows:
        yield from _bar_row(row, bars, widths, cells)


def _widths(cells: int, labels: int, series: int, reads: int, notes: int) -> tuple[int, int, int, int, int]:
    """Cells for label, series, value, note and bar, of what each would take."""
    if _long(cells) + sum(room + GAP for room in (labels, series, reads, notes) if room) - GAP > cells:
        notes = min(NOTE, notes)
    fixed = sum(room + GAP for room in (series, reads) if room) + min(labels, LABEL) + (GAP if labels else 0)
    notes = min(notes, max(SHORT, cells - fixed - _long(cells) - GAP))
    long = max(LEAST, min(_long(cells), cells - fixed - (notes + GAP if notes else 0)))
    used = long + sum(room + GAP for room in (series, reads, notes) if room)
    return min(labels, max(LABEL, cells - used - GAP)), series, reads, notes, long


def _bar_row(row: BarRow, bars: Bars, widths: tuple[int, int, int, int, int], line: int) -> Iterator[Drawn]:
    """One row; without room beside its bars the label stands above them, on a line of so many cells."""
    room, series, reads, notes, cells = widths
    above = row.label if not room else ""
    yield from (((words, ""),) for words in wrapped(above, line) if words)
    label, note = wrapped(row.label if room else "", room), wrapped(row.note, notes)
    for at in range(max(len(label), len(row.bars), len(note))):
        bar = row.bars[at] if at < len(row.bars) else None
        parts: list[Drawn] = [((padded(label[at] if at < len(label) else "", room), ""),)] if room else []
        parts += [((padded(bar.series if bar else "", series), "quiet"),)] if series else []
        parts += [_coloured(drawn(bar, bars.low, bars.high, cells), bar) if bar else ((" " * cells, ""),)]
        parts += [((padded(bar.reads if bar else "", reads, right=True), ""),)]
        parts += [((text, "quiet"),) for text in note[at : at + 1]]
        yield ((" " * GAP, ""), *_joined(parts)) if above else _joined(parts)


def _joined(parts: Iterable[Drawn]) -> Drawn:
    gap: Drawn = ((" " * GAP, ""),)
    told: Drawn = ()
    for part in parts:
        told += part if not told else (*gap, *part)
    return told


def _coloured(text: str, bar: Bar) -> Drawn:
    """A drawn bar in its parts, the full one by whose it is."""
    role: Role = "sales" if bar.series == "sales" else "marketing" if bar.series == "marketing" else "bar"
    before, rest = text[: text.find(FULL)] if FULL in text else text, text.lstrip(REST)
    full = rest[: rest.rfind(FULL) + 1]
    parts: tuple[Piece, ...] = ((before, "rest"), (full, role), (text[len(before) + len(full) :], "rest"))
    return tuple(part for part in parts if part[0])


def drawn(bar: Bar, low: Fraction, high: Fraction, cells: int = 20) -> str:
    """A bar of so many cells between `low` and `high`; below zero it goes to the left of its zero."""
    if bar.value is None or high <= low:
        return REST * cells
    zero = _cell(max(low, Fraction(0)) if low < 0 else low, low, high, cells)
    end = _cell(bar.value, low, high, cells)
    begin, stop = min(zero, end), max(zero, end)
    return REST * begin + FULL * (stop - begin) + REST * (cells - stop)


def _cell(value: Fraction, low: Fraction, high: Fraction, cells: int) -> int:
    return max(0, min(cells, whole((value - low) / (high - low) * cells)))


def _funnel(funnel: Funnel, cells: int) -> Iterator[Drawn]:
    values = [step.value for step in funnel.steps if step.value is not None]
    high = max(values, default=Fraction(0))
    bars = [Bar("", step.value, step.reads) for step in funnel.steps]
    told = [drawn(bar, Fraction(0), high, _long(cells)) if high else "" for bar in bars]
    rows = [
        (step.label, line, step.reads, step.rate, step.note)
        for step, line in zip(funnel.steps, told, strict=True)
    ]
    numeric = (False, True, True, True, False)
    widths = fitted(rows, numeric, cells)
    for row, bar, line in zip(rows, bars, told, strict=True):
        if widths is None:
            words = " · ".join(part for part in row if part and part != line)
            yield from (((piece, ""),) for piece in wrapped(words, cells))
        else:
            for laid in laid_out(row, widths, numeric):
                before, found, behind = laid.partition(line) if line else (laid, "", "")
                middle = _coloured(found, bar) if found else ()
                yield ((before, ""), *middle, (behind, ""))
