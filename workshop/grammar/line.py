"""One typed line to what somebody wants, or a sentence why not; no input or output, no clock."""

from __future__ import annotations

import re

from workshop.errors import NotUnderstood
from workshop.grammar.characters import clean
from workshop.grammar.context import Context
from workshop.grammar.entries import read_entry
from workshop.grammar.exercises import read_for_exercise
from workshop.grammar.prefixes import split_prefix
from workshop.grammar.slashes import read_slash
from workshop.model.asks import Ask
from workshop.model.commands import Command
from workshop.model.teams import GROUPS

_SHEET = re.compile(rf"(?:{'|'.join(GROUPS)}):?(?:[\s,]+[0-9-]+)+", re.IGNORECASE)
"""A team and digits alone: a sheet, and no note."""


def parse(line: str, context: Context) -> Command | Ask:
    """What a line asks for. Raises NotUnderstood, NotFound or Ambiguous; nothing of the line is guessed or lost."""
    line = clean(line)
    if not line:
        raise NotUnderstood("The line is empty.", fix="Type what was said, or /help.")
    if line.startswith("/") and not line.startswith("//"):
        return read_slash(line, context)
    asked = read_for_exercise(line, context)
    if asked is not None:
        return asked
    if _SHEET.fullmatch(line):
        off = "This step asks for no answers" if context.exercise else "No exercise is on screen"
        raise NotUnderstood(
            f"{off}, so nothing takes these values.",
            fix="/exercise brings one up; /vote or roti: in front gives a vote, n: in front makes a note.",
        )
    if line == "?":
        raise NotUnderstood(
            "What about?", fix="/help shows what is possible here; question: in front asks one."
        )
    kind, rest = split_prefix(line, context)
    return read_entry(kind or context.kind(context.card), rest, context)
