"""The minutes for Word: heading styles, tables whose head repeats, the same bytes for the same record."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workshop.exporting.blocks import Block, Bullet, Heading, Paragraph, Table, Words, blocks, flat
from workshop.exporting.digest import Minutes
from workshop.exporting.language import language
from workshop.exporting.look import Look
from workshop.exporting.word.tables import lay_out

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as Para

BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
FONT = "Calibri"
PAPER = {"A4": (210, 297), "Letter": (216, 279)}
"""Millimetres."""


def render(minutes: Minutes, look: Look) -> bytes:
    """A DOCX file."""
    from docx import Document  # 150 ms, and only a Word file needs it

    document = Document()
    _set_up(document, minutes, look)
    for block in blocks(minutes, look.own):
        _add(document, block)
    target = io.BytesIO()
    document.save(target)
    return _dated(target.getvalue(), minutes.when.stamp)


def _set_up(document: Document, minutes: Minutes, look: Look) -> None:
    from docx.shared import Mm, Pt, RGBColor

    page = document.sections[0]
    page.page_width, page.page_height = (Mm(side) for side in PAPER.get(look.paper, PAPER["A4"]))
    page.left_margin = page.right_margin = Mm(20)
    page.footer.paragraphs[
        0
    ].text = f"{minutes.firm} · M-{minutes.number} · {language(minutes.locale, look.own).say(minutes.mark)}"
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.color.rgb = RGBColor.from_string(look.accent.removeprefix("#").upper())
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].font.name = FONT
    told = document.core_properties
    told.title, told.author = f"{minutes.firm}: {minutes.title}", minutes.firm
    told.created = told.modified = minutes.when.stamp.astimezone(UTC).replace(tzinfo=None)
    told.last_modified_by, told.revision = "", 1
    told.language = minutes.locale.replace("_", "-")


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading():
            document.add_heading(flat(block.words), level=block.level - 1)
        case Paragraph():
            _write(document.add_paragraph(), block.words)
        case Bullet():
            style = BULLETS[min(block.level, len(BULLETS)) - 1]
            _write(document.add_paragraph(style=style), block.words)
        case Table():
            _add_table(document, block)


def _add_table(document: Document, table: Table) -> None:
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.head))
    for row, cells in zip(grid.rows, (table.head, *table.rows), strict=True):
        _fill(row, cells)
    for cell in grid.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    page = document.sections[0]
    lay_out(grid, table, (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0))
    document.add_paragraph()


def _fill(row: _Row, cells: tuple[Words, ...]) -> None:
    for cell, words in zip(row.cells, cells, strict=False):
        _write(cell.paragraphs[0], words)


def _write(paragraph: Para, words: Words) -> None:
    for run in words:
        made = paragraph.add_run(run.text)
        made.bold, made.font.strike = run.bold or None, run.struck or None
        if run.code:
            made.font.name = "Consolas"


def _dated(package: bytes, at: datetime) -> bytes:
    """The package with every file in it dated `at`: a zip carries the time it was made."""
    stamp = at.astimezone(UTC)
    day = (max(stamp.year, 1980), stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return target.getvalue()
