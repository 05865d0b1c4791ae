"""Makes the pictures of the README anew: page one of the demo's minutes, and the line mode at work.

Run it from anywhere with the Python of the virtual environment: `.venv/bin/python docs/pictures/make.py`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from pathlib import Path

from PIL import Image, ImageOps  # comes with WeasyPrint

from workshop.errors import WorkshopError
from workshop.line.script_workspace import script_session
from workshop.line.scripts import play

HERE = Path(__file__).parent
SAMPLE = files("workshop") / "sample" / "kickoff.txt"
PAPER_WIDTH = 840
"""Pixels of the printed page."""
INKS = 64
"""Colours kept of it: enough for text in black, grey and one accent."""

COLUMNS = 84
"""Of the terminal in the picture."""
CELL, LINE, EDGE, BAR = 8.4, 20, 20, 34
"""Pixels: a character, a line, the margin, the bar with the three dots."""
FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
INK = {"typed": "#ffffff", "said": "#b6c2cf", "note": "#e8b84a", "sign": "#6cc28a"}

BEFORE = "# 6 Break"
"""The line of the sample's script before which the picture begins."""
TYPED = (
    "a: Publish delivery weeks @clara @ravi >fri from:N-27 done_when=on the website",
    "a: Call the test lab @marketing >fri",
    "d: Delivery weeks go on every quotation mode=five",
    "/vote D-1 sales 4 3 3 4 2 marketing 4 4 5 4",
    "/amend D-1 Delivery weeks go on every quotation above 5,000 EUR",
    "/vote D-1 sales 4 3 3 4 3 marketing 4 4 5 4",
    "/at 10:03",
    "/extend 5",
    "/undo",
    "/time",
)
"""What somebody types; of `/at` only the mark of the clock is shown that it brings up."""


def main() -> None:
    """Writes both pictures beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        (HERE / "line-mode.svg").write_text(picture(tuple(talk(Path(folder) / "talk"))), encoding="utf-8")
        page_one(Path(folder) / "demo")


def page_one(folder: Path) -> None:
    """The first page of the kickoff's minutes as PNG."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        sys.exit(
            "pdftoppm is missing; it comes with poppler: apt install poppler-utils, brew install poppler."
        )
    demo: list[str | Path] = [sys.executable, "-m", "workshop", "demo", "--into", folder]
    subprocess.run(demo, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    (minutes,) = (folder / "minutes").glob("M-1 *.pdf")
    size = ["-scale-to-x", str(PAPER_WIDTH), "-scale-to-y", "-1"]
    draw: list[str | Path] = [tool, "-png", "-singlefile", "-f", "1", *size, minutes, folder / "page"]
    subprocess.run(draw, check=True)  # noqa: S603 - a tool of the system on our own file
    with Image.open(folder / "page.png") as page:
        framed = ImageOps.expand(page.convert("RGB"), border=1, fill="#c8ccd0")
    framed.quantize(INKS, dither=Image.Dither.NONE).save(HERE / "minutes-1.png", optimize=True)


def talk(folder: Path) -> Iterator[tuple[str, str]]:
    """The rows of the terminal, each with what it is: typed, said, or a note to the person at the keyboard."""
    script = folder.with_suffix(".txt")
    script.write_text(SAMPLE.read_text(encoding="utf-8").partition(BEFORE)[0], encoding="utf-8")
    session = script_session(folder, issue=False)
    for _ in play(session, script):
        pass
    for line in TYPED:
        shown = not line.startswith("/at ")
        if shown:
            yield from (("typed", row) for row in broken(f"> {line}"))
        try:
            told = tuple(session.feed(line))
        except WorkshopError as refused:
            told = (f"? {refused}",)
        for said in told:
            if shown or said.startswith("["):
                yield from (("note" if said[0] in "?[" else "said", row) for row in broken(said))


def broken(line: str) -> list[str]:
    """The line as a terminal of that width shows it."""
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(line, COLUMNS, subsequent_indent=indent, break_on_hyphens=False)


def picture(rows: tuple[tuple[str, str], ...]) -> str:
    """The terminal as SVG."""
    width, height = round(COLUMNS * CELL + 2 * EDGE), BAR + len(rows) * LINE + EDGE
    dots = "".join(
        f'<circle cx="{EDGE + at * 18}" cy="{BAR // 2}" r="5.5" fill="#4a5568"/>' for at in range(3)
    )
    texts = "\n".join(row(kind, text, BAR + number * LINE) for number, (kind, text) in enumerate(rows, 1))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="what">
<title id="what">The line mode at work: lines typed behind a prompt, and what the program answers</title>
<rect width="{width}" height="{height}" rx="10" fill="#161b22"/>
{dots}
<g font-family="{FONT}" font-size="14">
{texts}
</g>
</svg>
"""


def row(kind: str, text: str, y: int) -> str:
    """One row; the sign of the prompt has a colour of its own."""
    if text.startswith("> "):
        return words("sign", text[:1], EDGE, y) + words(kind, text[2:], EDGE + 2 * CELL, y)
    rest = text.lstrip()
    return words(kind, rest, EDGE + (len(text) - len(rest)) * CELL, y)


def words(kind: str, text: str, x: float, y: int) -> str:
    """Words at a place; their length is told, so that they fit whatever font is there."""
    length = f'textLength="{len(text) * CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{x:.1f}" y="{y}" {length} fill="{INK[kind]}">{escape(text, quote=False)}</text>'


if __name__ == "__main__":
    main()
