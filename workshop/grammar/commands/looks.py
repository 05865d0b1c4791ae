"""Slash commands that show something and store nothing."""

from __future__ import annotations

import re

from workshop.grammar.context import Context
from workshop.grammar.words import words_of
from workshop.model.asks import Look, TryRule


def show_help(rest: str, _context: Context) -> Look:
    """Everything, or what one word means."""
    return Look("help", rest.removeprefix("/"))


def try_rule(rest: str, _context: Context) -> TryRule | None:
    """`leads.csv`, `"last year.csv" won=outcome=order 70`: a file, and behind it what became an order, a threshold."""
    words = [word.text for word in words_of(rest)]
    threshold, won = None, ""
    if len(words) > 1 and re.fullmatch(r"[0-9]{1,2}|100", words[-1]):
        threshold = int(words.pop())
    if len(words) > 1 and words[-1].startswith("won="):
        won = words.pop().removeprefix("won=")
    path = " ".join(words)
    path = path[1:-1] if len(path) > 1 and path[0] == path[-1] == '"' else path
    return TryRule(path, won, threshold) if path else None
