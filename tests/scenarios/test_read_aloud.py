"""The papers of the sample firm as a screen reader takes them: PDF/UA-1, and what a validator cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copytree

import outloud
import pytest
from scripts import Stage

from workshop.exporting.papers import PAPERS
from workshop.settings import FILE, with_setting
from workshop.workspace import Workspace
from workshop.workspace.issuing import render, render_paper
from workshop.workspace.quarter import render_quarter
from workshop.workspace.sheets import render_sheet, sheets

KNOWN = {
    "TBL-010": "A table of one row has more heads than other cells. It is a table all the same: the next run adds rows.",
}
WHOSE = {"": "", "person": "P-1", "side": "sales"}


def papers(firm: Workspace) -> Iterator[tuple[str, bytes]]:
    """Minutes and every other paper."""
    yield "minutes 1", render(firm, 1, "pdf")
    yield "minutes 2 for sales", render(firm, 2, "pdf", "sales")
    for paper in PAPERS:
        yield paper.name, render_paper(firm, 2, paper.name, "pdf", WHOSE[paper.needs])
    for sheet in sheets(firm):
        yield sheet.name, render_sheet(firm, sheet.name, ".pdf")
    yield "quarter", render_quarter(firm, date(2026, 1, 1), date(2026, 6, 30), "pdf")


def findings(name: str, content: bytes, folder: Path) -> list[str]:
    """What is off, but for what is known."""
    path = folder / f"{name}.pdf"
    path.write_bytes(content)
    result = outloud.check(str(path))
    assert result.error is None, name
    assert result.stats["tagged"], name
    return [
        f"{name}: {found.rule} p. {found.page}: {found.message} {found.evidence or ''}"
        for found in result.findings
        if found.severity in ("error", "warning") and found.rule not in KNOWN
    ]


def test_every_paper_can_be_read_aloud(sync: Stage, tmp_path: Path) -> None:
    assert [
        off for name, content in papers(sync.workspace) for off in findings(name, content, tmp_path)
    ] == []


def test_so_can_german_minutes_on_letter(sync: Stage, tmp_path: Path) -> None:
    firm = tmp_path / "firm"
    copytree(sync.directory, firm)
    for key, value in (("locale", "de_DE"), ("paper", "Letter")):
        (firm / FILE).write_text(with_setting(firm, key, value), encoding="utf-8")
    assert findings("minutes", render(Workspace(firm), 2, "pdf"), tmp_path) == []


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [("/Scope /Column", "/Skope /Column", "TBL-002"), ("/Lang (en-GB)", "/Lung (en-GB)", "DOC-01")],
)
def test_the_check_sees_what_is_missing(
    sync: Stage, tmp_path: Path, before: str, after: str, rule: str
) -> None:
    """Otherwise nothing found would say nothing."""
    import pikepdf

    slip = tmp_path / "plain.pdf"
    slip.write_bytes(render_paper(sync.workspace, 2, "sponsor"))
    with pikepdf.open(slip) as pdf:
        pdf.save(tmp_path / "open.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    changed = (tmp_path / "open.pdf").read_bytes().replace(before.encode(), after.encode())
    assert any(f": {rule}" in off for off in findings("changed", changed, tmp_path))
