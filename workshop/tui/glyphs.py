"""The few signs on the screens, and their plain twins for terminals that have only ASCII."""

from __future__ import annotations

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Each sign stands beside a word that says the same."""

    done: str = "✓"
    here: str = "▸"
    """The row, segment or choice at hand."""
    skipped: str = "–"
    ahead: str = "·"
    soon: str = "▲"
    over: str = "■"
    calm: str = "●"
    paused: str = "‖"
    full: str = "━"
    """The part of a bar that is gone."""
    empty: str = "─"
    dot: str = "·"
    more: str = "…"
    arrow: str = "→"


PLAIN = Glyphs("+", ">", "-", ".", "^", "#", "o", "&", "=", "-", "-", "~", "->")
