"""The five looks, and the arithmetic of contrast that two of them are tested by."""

from __future__ import annotations

from typing import ClassVar

from textual.color import Color
from textual.scrollbar import ScrollBarRender
from textual.theme import Theme

ACCENT = "#1f5f8b"
"""The accent where the settings name none that can be read."""
HIGH = 7.0
"""Contrast from which a look is one of high contrast, scrollbars included."""


class WholeBar(ScrollBarRender):
    """A scrollbar of whole cells: no eighths of a block at its ends, which not every terminal has."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in Color.parse(colour).rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def readable(colour: str, ground: str, least: float) -> str:
    """The colour, made lighter or darker until it can be read on that ground."""
    target = "#ffffff" if contrast("#ffffff", ground) > contrast("#000000", ground) else "#000000"
    steps = (Color.parse(colour).blend(Color.parse(target), step / 20).hex for step in range(21))
    return next((step for step in steps if contrast(step, ground) >= least), target)


def _theme(name: str, *, dark: bool, ground: str, raised: str, ink: str, quiet: str, accent: str,
           amber: str, red: str, green: str, ratio: float) -> Theme:  # fmt: skip
    """A theme with every colour that our style sheets use, and no other."""
    shown = readable(accent, raised, ratio)
    bar = quiet if ratio >= HIGH else Color.parse(quiet).blend(Color.parse(ground), 0.45).hex
    on_accent = "#ffffff" if contrast("#ffffff", shown) >= contrast("#000000", shown) else "#000000"
    return Theme(
        name, primary=shown, secondary=shown, accent=shown, warning=amber, error=red, success=green,
        foreground=ink, background=ground, surface=ground, panel=raised, dark=dark, text_alpha=1.0,
        variables={
            "quiet": quiet, "raised": raised, "amber": amber, "red": red, "green": green, "ink": ink,
            "ground": ground, "shown": shown, "on-shown": on_accent,
            "block-cursor-foreground": ink, "block-cursor-background": raised,
            "block-cursor-text-style": "bold", "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-background": ground, "block-cursor-blurred-text-style": "none",
            "input-cursor-background": ink, "input-cursor-foreground": ground,
            "input-selection-background": shown, "input-selection-foreground": on_accent, "border": shown, "border-blurred": quiet,
            "scrollbar": bar, "scrollbar-background": ground, "scrollbar-corner-color": ground,
            "scrollbar-hover": shown, "scrollbar-active": shown, "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
        },
    )  # fmt: skip


def themes(accent: str = ACCENT) -> tuple[Theme, ...]:
    """All of them, with the firm's accent colour where it can be read."""
    return (
        _theme("dark", dark=True, ground="#14181d", raised="#232a32", ink="#dfe4e8", quiet="#8b97a3", accent=accent,
               amber="#e5b567", red="#f08a80", green="#8fc794", ratio=5.5),
        _theme("light", dark=False, ground="#fbfaf7", raised="#ebe8e0", ink="#1f2428", quiet="#565f67", accent=accent,
               amber="#7d5a00", red="#a8281e", green="#2e6b34", ratio=5.5),
        _theme("hc-dark", dark=True, ground="#000000", raised="#2a2a2a", ink="#ffffff", quiet="#c8c8c8",
               accent="#7fd7ff", amber="#ffc400", red="#ff9d94", green="#90ee90", ratio=7.5),
        _theme("hc-light", dark=False, ground="#ffffff", raised="#ececec", ink="#000000", quiet="#3d3d3d",
               accent="#003e7e", amber="#5c3d00", red="#8a0000", green="#004d00", ratio=7.5),
        _mono(),
    )  # fmt: skip


def _mono() -> Theme:
    """No colour at all: the terminal's own two, with bold, underline and reverse."""
    names = (
        "quiet", "raised", "amber", "red", "green", "ink", "ground", "shown", "on-shown", "block-cursor-foreground",
        "block-cursor-background", "block-cursor-blurred-foreground", "block-cursor-blurred-background",
        "input-cursor-background", "input-cursor-foreground", "input-selection-background", "border",
        "border-blurred", "scrollbar", "scrollbar-background", "scrollbar-corner-color", "scrollbar-hover",
        "scrollbar-active", "scrollbar-background-hover", "scrollbar-background-active",
        "screen-selection-background", "screen-selection-foreground", "ansi-background", "ansi-foreground",
        "input-selection-foreground",
    )  # fmt: skip
    plain = "ansi_default"
    return Theme(
        "mono", ansi=True, primary=plain, secondary=plain, accent=plain, warning=plain, error=plain, success=plain,
        foreground=plain, background=plain, surface=plain, panel=plain, boost=plain,
        variables=dict.fromkeys(names, plain) | {
            "block-cursor-text-style": "reverse", "input-cursor-text-style": "reverse", "block-cursor-blurred-text-style": "bold",
        },
    )  # fmt: skip


NAMES = tuple(theme.name for theme in themes())
