"""Papers: minutes of 60, 600 and 6,000 entries as PDF on the disk, beside other programs given the same content."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from pypdf import PdfReader

from bench.figures import cold, shown
from bench.history import past
from bench.workspaces import Workspaces
from workshop.workspace import Workspace
from workshop.workspace.issuing import render

SIZES = {60: 3, 600: 1, 6000: 1}
"""Entries, and how often each way is taken in turn; what takes minutes is taken once."""
LONGEST = 1200
"""Seconds after which somebody else's program is stopped."""
TYPST = Path(__file__).with_name("minutes.typ")
Work = Callable[[], object]


@dataclass(frozen=True)
class Way:
    """One way to the PDF."""

    name: str
    target: Path
    work: Work


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    for name, where, install in OTHERS:
        if not where():
            yield f"{name} is not here and left out. To have it: {install}"
    for entries, times in SIZES.items():
        folder = workspaces.folder / f"papers-{entries}"
        workspace = past(folder / "workspace", 1, entries)
        Workspace(workspace).settle()
        yield f"Minutes of {entries:,} entries; pages and size of each PDF beside its time"
        yield from _rows(list(_ways(workspace, folder, entries)), times)


def _ways(workspace: Path, folder: Path, entries: int) -> Iterator[Way]:
    ours = partial(cold, "-w", str(workspace), "export", "M-1", "--to")
    yield Way("workshop export, cold", folder / "ours.pdf", ours(str(folder / "ours.pdf")))
    if entries < max(SIZES):
        warm = folder / "warm.pdf"
        yield Way("the same, in a running program", warm, partial(_warm, workspace, warm))
    for name in ("minutes.html", "minutes.docx", "minutes.json"):
        yield Way(f"our {name.rpartition('.')[2].upper()}, cold", folder / name, ours(str(folder / name)))
    shutil.copy(TYPST, folder)
    yield from _others(folder)


def _others(folder: Path) -> Iterator[Way]:
    if chromium := _chromium():
        target = folder / "chromium.pdf"
        yield Way("Chromium prints our HTML", target, partial(
            _run, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder.parent / 'chromium'}", f"--print-to-pdf={target}", (folder / "minutes.html").as_uri(),
        ))  # fmt: skip
    if office := _office():
        yield Way("LibreOffice converts our DOCX", folder / "office" / "minutes.pdf", partial(
            _run, office, f"-env:UserInstallation={(folder.parent / 'office').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder / "office"), str(folder / "minutes.docx"),
        ))  # fmt: skip
    if _typst():
        target = folder / "typst.pdf"
        program = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
        yield Way("Typst sets our JSON", target, partial(
            _run, sys.executable, "-c", program, str(folder / TYPST.name), str(target),
        ))  # fmt: skip


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def _office() -> str | None:
    return shutil.which("soffice")


def _typst() -> str | None:
    return "typst" if find_spec("typst") else None


OTHERS: tuple[tuple[str, Callable[[], str | None], str], ...] = (
    ("Chromium", _chromium, "apt install chromium"),
    ("LibreOffice", _office, "apt install --no-install-recommends libreoffice-writer"),
    ("Typst", _typst, "pip install --group bench"),
)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)


def _warm(workspace: Path, target: Path) -> None:
    target.write_bytes(render(Workspace(workspace), 1, "pdf"))


def _rows(ways: list[Way], times: int) -> Iterator[str]:
    """Turns of all ways; where there are several, one goes before that nobody counts."""
    taken: dict[str, list[float]] = {}
    for turn in range(times + 1 if times > 1 else 1):
        for way in ways:
            seconds = _once(way)
            if turn or times == 1:
                taken.setdefault(way.name, []).append(seconds)
    first = median(taken[ways[0].name])
    for way in ways:
        seconds = median(taken[way.name])
        size = f"{way.target.stat().st_size / 1000:>8,.0f} kB" if way.target.is_file() else "   no file"
        pages = (
            f"{len(PdfReader(way.target).pages):>5} pages"
            if way.target.suffix == ".pdf" and way.target.is_file()
            else ""
        )
        yield f"  {way.name:<34} {shown(seconds):>9}  x{seconds / first:.2f} {size} {pages}"


def _once(way: Way) -> float:
    begin = time.perf_counter()
    try:
        way.work()
    except subprocess.TimeoutExpired:
        way.target.unlink(missing_ok=True)
    return time.perf_counter() - begin
