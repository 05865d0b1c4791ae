"""Tables in a Word file: columns as wide as their words need, lines between rows, no row cut in half."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.exporting.blocks import Table, flat
from workshop.exporting.tables import table_shape
from workshop.model import results

if TYPE_CHECKING:
    from docx.table import Table as Grid
    from docx.table import _Cell, _Row

RULE = "B8C0C8"
"""Colour of the lines between rows."""
LINE = 84
"""Characters in a line of a table, the room between columns included."""
SIZE = 9
"""Points."""


def lay_out(grid: Grid, table: Table, width: int) -> None:
    """Gives a filled table its widths, lines and heads; `width` is that of the text, in Word's units."""
    rows = tuple(results.TableRow(tuple(map(flat, row))) for row in table.rows)
    shape = table_shape(results.Table("", "", tuple(map(flat, table.head)), rows), LINE)
    grid.autofit = False
    for column, share in zip(grid.columns, shape.widths, strict=True):
        column.width = int(width * share * shape.share) // 10_000
        for cell in column.cells:
            cell.width = column.width
            _small(cell)
    _draw_lines(grid)
    for row in grid.rows:
        _mark(row, "w:cantSplit")
    _mark(grid.rows[0], "w:tblHeader")


def _small(cell: _Cell) -> None:
    """Set a little smaller than the text, without room below."""
    from docx.shared import Pt

    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        for run in paragraph.runs:
            run.font.size = Pt(SIZE)


def _draw_lines(grid: Grid) -> None:
    """Lines above, below and between the rows, none between columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for edge in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties = grid._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)


def _mark(row: _Row, name: str) -> None:
    """`w:tblHeader`: stands on top of every page that the table goes on to; `w:cantSplit`: stays on one page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
