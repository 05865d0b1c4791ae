"""Who was heard and who holds the floor, for the facilitator's eyes: a small table, or one line where it is narrow."""

from __future__ import annotations

from textual.content import Content

from workshop.facilitation.clock import clockwise
from workshop.model.teams import Team
from workshop.model.values import dataclass
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import hanging

SIDES: tuple[Team, Team] = ("sales", "marketing")
LABEL, CELLS = 8, (7, 10)
"""Cells for the word in front, and for each side."""
NAMES = 3
"""Lines for those not heard yet."""


@dataclass(frozen=True, slots=True)
class Voices:
    """What is known of a meeting's voices."""

    heard: tuple[int, ...]
    """Entries by side."""
    spoken: tuple[tuple[str, int], ...]
    """Sides and their ms on the floor; empty while nobody was given it."""
    floor: str
    """The side that holds it."""
    silent: tuple[str, ...]
    """First names of those not heard yet."""


def as_line(told: Voices, width: int, glyphs: Glyphs) -> Content:
    """`Floor ▸sales 5:10, marketing 4:20  Not yet Ravi, Hugo  Heard sales 12, marketing 9`"""
    parts: list[Content] = []
    if told.spoken:
        times = (
            f"{glyphs.here if side == told.floor else ''}{side} {clockwise(ms)}" for side, ms in told.spoken
        )
        parts.append(Content.assemble(("Floor ", "$quiet"), ", ".join(times)))
    if told.silent:
        parts.append(Content.assemble(("Not yet ", "$quiet"), ", ".join(told.silent)))
    heard = ", ".join(f"{side} {count}" for side, count in zip(SIDES, told.heard, strict=True))
    whole = Content("  ").join([*parts, Content.assemble(("Heard ", "$quiet"), heard)])
    if parts and whole.cell_length > width:
        whole = Content("  ").join(parts)
    return whole.truncate(max(width, 1), ellipsis=True)


def as_table(told: Voices, width: int, glyphs: Glyphs) -> Content:
    """The same in aligned lines, the sides as columns."""
    lines = [_line("", SIDES, "$quiet"), _line("heard", tuple(f"{count}" for count in told.heard), "$ink")]
    if told.spoken:
        times = dict(told.spoken)
        cells = (
            f"{f'{glyphs.here} ' if side == told.floor else ''}{clockwise(times.get(side, 0))}"
            for side in SIDES
        )
        lines.append(_line("floor", tuple(cells), "$ink"))
        others = ", ".join(f"{side} {clockwise(ms)}" for side, ms in told.spoken if side not in SIDES)
        lines += [Content(f"{'':<{LABEL}}{others}")] if others else []
    if told.silent:
        head = Content.styled(f"{'not yet':<{LABEL}}", "$quiet")
        lines.append(hanging(head, Content(", ".join(told.silent)), width, NAMES))
    return Content("\n").join(lines)


def _line(label: str, cells: tuple[str, ...], style: str) -> Content:
    told = "".join(f"{cell:>{wide}}" for cell, wide in zip(cells, CELLS, strict=True))
    return Content.assemble((f"{label:<{LABEL}}", "$quiet"), (told, style))
