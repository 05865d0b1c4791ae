"""The minutes for Word: heading styles, tables whose head repeats, the same bytes for the same record."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workshop.exporting.blocks import Block, Bullet, Heading, Paragraph, Table, Words, blocks, flat
from workshop.exporting.days import long_day
from workshop.exporting.digest import Minutes
from workshop.exporting.language import say, speaking
from workshop.exporting.look import Look
from workshop.exporting.text import plain
from workshop.exporting.word.tables import lay_out

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as Para

BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
FONT = "Calibri"
NAMED = 255
"""Letters of a property of the file."""
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
    with speaking(minutes.locale, look.own):
        page.footer.paragraphs[0].text = f"{plain(minutes.firm)} · M-{minutes.number} · {say(minutes.mark)}"
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        document.styles[name].font.color.rgb = RGBColor.from_string(look.accent.removeprefix("#").upper())
    document.styles["Normal"].font.size = Pt(10.5)
    document.styles["Normal"].font.name = FONT
    _name(document, minutes, look)


def _name(document: Document, minutes: Minutes, look: Look) -> None:
    """What the file says of itself, and its language; nothing is left of the sample that the library begins with."""
    from docx.opc.constants import RELATIONSHIP_TYPE as TYPE
    from docx.oxml.ns import qn

    with speaking(minutes.locale, look.own):
        day, mark = long_day(minutes.when.on, minutes.locale), say(minutes.mark)
    lang, told = minutes.locale.replace("_", "-"), document.core_properties
    told.title = plain(f"{minutes.firm}: {minutes.title}")[:NAMED]
    told.author, told.subject = plain(minutes.firm)[:NAMED], f"M-{minutes.number} · {day} · {mark}"
    told.created = told.modified = minutes.when.stamp.astimezone(UTC).replace(tzinfo=None)
    told.last_modified_by, told.revision, told.comments = "", 1, ""
    told.language = lang
    for spelled in document.styles.element.iter(qn("w:lang")):
        spelled.set(qn("w:val"), lang)
    package = document.part.package
    for name, relation in tuple(package.rels.items()):
        if relation.reltype in (TYPE.THUMBNAIL, TYPE.EXTENDED_PROPERTIES):
            package.rels.pop(name)


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
