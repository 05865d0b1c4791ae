"""A typed line to a command, or a sentence why not: one grammar for screen, line mode, scripts and imports."""

from workshop.grammar.context import Asked, Context, Exercising
from workshop.grammar.hints import hints
from workshop.grammar.line import parse
from workshop.grammar.people import find_person, is_called, spelling
from workshop.grammar.prefixes import split_prefix
from workshop.grammar.rows import Budget, read_digits, read_dots, read_rows, split_rows
from workshop.grammar.sheets import looks_like_answers
from workshop.grammar.slashes import SLASHES, Slash
from workshop.grammar.words import literal

__all__ = [
    "SLASHES", "Asked", "Budget", "Context", "Exercising", "Slash", "find_person", "hints", "is_called", "literal", "looks_like_answers", "parse",
    "read_digits", "read_dots", "read_rows", "spelling", "split_prefix", "split_rows",
]  # fmt: skip
