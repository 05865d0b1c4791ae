"""What an exercise shows: each show of the file as a result with every value worded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workshop.exercising.boxes import four_box, matrix
from workshop.exercising.charts import bars
from workshop.exercising.chosen import Chosen, chosen
from workshop.exercising.funnels import funnel
from workshop.exercising.tables import Table
from workshop.exercising.wording import Wording
from workshop.measures.rounding import NOT_AVAILABLE
from workshop.model import results
from workshop.model.exercises import Show, ShowKind
from workshop.model.results import Result
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table ready to fill."""

    value: str
    head: str
    form: str


def made(wording: Wording, show: Show) -> Result | None:
    """The result of one show; None where its condition does not hold, or where there is nothing to show yet."""
    if not wording.sheet.holds(show.when, wording.sheet.look, f"show {show.slug}: when"):
        return None
    return _KINDS[show.kind](wording, show)


def tells(wording: Wording, show: Show, result: Result) -> bool:
    """Whether a table or cards say more than the file did: rows that it only brings, of which nobody said anything, fill
    no minutes."""
    rows = wording.sheet.run.of(show.of)
    if (
        not isinstance(result, results.Table | results.Cards)
        or not rows
        or not all(row.preset for row in rows)
    ):
        return True
    words = {row.text for row in rows}
    if isinstance(result, results.Cards):
        return any(card.lines for card in result.cards)
    return any(
        cell not in (*words, *_NOTHING, str(at))
        for at, row in enumerate(result.rows, 1)
        for cell in row.cells
    )


_NOTHING = ("", NOT_AVAILABLE, "0")
"""Cells that tell nothing of a row that nobody touched."""


def _line(wording: Wording, show: Show) -> Result | None:
    if not wording.says(show.text, wording.outside(f"show {show.slug}")):
        return None
    text = wording.fill(show.text, wording.outside(f"show {show.slug}"))
    return results.Line(show.slug, _title(wording, show), text) if text else None


def _banner(wording: Wording, show: Show) -> Result | None:
    place = wording.outside(f"show {show.slug}")
    verdict = (
        wording.told(show.cells[0].value, place, show.cells[0].form)
        if show.cells
        else wording.fill(show.text, place)
    )
    if verdict in ("", NOT_AVAILABLE):
        return None
    return results.Banner(
        show.slug, _title(wording, show), verdict, wording.fill(show.text, place) if show.cells else ""
    )


def _table(wording: Wording, show: Show) -> Result | None:
    if not show.of:
        return _facts(wording, show)
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    columns = _columns(wording, show, rows.table)
    cells = [tuple(_cell(wording, show, rows, column, at) for column in columns) for at in rows.places]
    kept = [at for at, column in enumerate(columns) if _is_kept(column, [row[at] for row in cells])]
    if len(kept) == 1 and NOT_AVAILABLE in cells[0]:
        return None  # words of the rows alone, and nothing that is known of them
    told = tuple(
        results.TableRow(
            tuple(row[one] for one in kept), rows.table.rows[at].source,
            bool(show.bold) and wording.sheet.holds(show.bold, rows.table.at(at), f"show {show.slug}: bold"),
        )
        for at, row in zip(rows.places, cells, strict=True)
    )  # fmt: skip
    return results.Table(
        show.slug, _title(wording, show), tuple(columns[at].head for at in kept), told,
        tuple(columns[at].form not in ("text", "yes-no") for at in kept),
        wording.fill(show.bold_means, wording.outside(f"show {show.slug}")) if any(row.bold for row in told) else "",
    )  # fmt: skip


def _is_kept(column: Column, cells: Sequence[str]) -> bool:
    """A column that cannot be worked out for any row is left out, and an empty one without a head."""
    known = [cell for cell in cells if cell != NOT_AVAILABLE]
    return bool(known) and (bool(column.head) or any(known))


def _facts(wording: Wording, show: Show) -> Result | None:
    """Without rows each cell is a line: what it is, and what it comes to, as far as that is known."""
    place = wording.outside(f"show {show.slug}")
    told = tuple(
        results.TableRow((_label(wording, cell.label, cell.value, place.scope), reads))
        for cell in show.cells
        if (reads := wording.told(cell.value, place, cell.form)) not in ("", NOT_AVAILABLE)
    )
    return results.Table(show.slug, _title(wording, show), ("", ""), told, (False, True)) if told else None


def _cell(wording: Wording, show: Show, rows: Chosen, column: Column, at: int) -> str:
    place = wording.row(rows.table, at, f"show {show.slug}: {column.value}")
    told = wording.told(column.value, place, column.form)
    return f"{told}=" if column.value == rows.key and at in rows.tied and told else told


def _columns(wording: Wording, show: Show, table: Table) -> list[Column]:
    scope = wording.scope(table)
    return [
        Column(
            cell.value,
            _label(wording, cell.label, cell.value, scope),
            cell.form or wording.form(cell.value, scope),
        )
        for cell in show.cells
    ]


def _label(wording: Wording, label: str, value: str, scope: object) -> str:
    """The label of the file, with formulas in its braces, or that of the name."""
    if label:
        return wording.fill(label, wording.outside("label"), missing="")
    return wording.label(value, scope)  # type: ignore[arg-type]  # of that kind, as the file was checked


def _cards(wording: Wording, show: Show) -> Result | None:
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    columns = _columns(wording, show, rows.table)
    cards = []
    for at in rows.places:
        told = [(column.head, _cell(wording, show, rows, column, at)) for column in columns]
        place = wording.row(rows.table, at, f"show {show.slug}")
        cards.append(
            results.Card(
                wording.fill(show.text or "{text}", place, missing=""),
                tuple((head, text) for head, text in told if text not in ("", NOT_AVAILABLE)),
                rows.table.rows[at].source,
            )
        )
    return results.Cards(show.slug, _title(wording, show), tuple(cards))


def _title(wording: Wording, show: Show) -> str:
    return wording.fill(show.title, wording.outside(f"show {show.slug}"), missing="")


_KINDS: dict[ShowKind, Callable[[Wording, Show], Result | None]] = {
    "line": _line, "banner": _banner, "table": _table, "cards": _cards, "bars": bars, "funnel": funnel,
    "four-box": four_box, "matrix": matrix,
}  # fmt: skip
