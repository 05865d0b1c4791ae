"""Slash commands that show something and store nothing."""

from __future__ import annotations

from workshop.grammar.context import Context
from workshop.model.asks import Look


def show_help(rest: str, _context: Context) -> Look:
    """Everything, or what one word means."""
    return Look("help", rest.removeprefix("/"))
