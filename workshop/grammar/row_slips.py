"""Slips in lines for an exercise that would be read as something else: a mistyped tick, a word without its colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workshop.errors import NotUnderstood
from workshop.grammar.context import Asked, Context, Exercising
from workshop.grammar.sheets import are_sheets
from workshop.grammar.words import words_of
from workshop.model.words import did_you_mean

_WORDED = re.compile(r"([a-z][a-z0-9_-]*)\s+([0-9]{1,3})(?:\s+(.*))?", re.DOTALL)


def check_tick(asked: Asked, numbers: str, word: str, options: Sequence[str], *, named: bool) -> None:
    """Raises NotUnderstood for `6,7 finished` and `1 dnoe`: numbers of rows, and a word that is none of the options.

    A single number in front of other words may begin a new row where the input is `named` (`asset: 2 pagers`) or no row
    has that number.
    """
    near = did_you_mean(word, options)
    single = numbers.isdecimal()
    there = single and int(numbers) in [number for number, _ in asked.rows]
    if single and not (there and (near != "." or not named)):
        return
    if named and single and any(found.key for found in words_of(word)):
        return  # `task: 1 review=+90d` is read on as a row
    raise NotUnderstood(
        f"'{word}' is not what {asked.input.quick} may be: {', '.join(options)}{near}",
        fix=f"Type {numbers} {options[0]}; a new row begins with {asked.input.prefix}:",
    )


def check_colon(line: str, room: Exercising) -> None:
    """Raises NotUnderstood for `task 1 accountable=ana`: the word of a list and a row of it, without the colon."""
    found = _WORDED.fullmatch(line)
    asked = room.called(found[1]) if found else None
    if found is None or asked is None or asked.input.shape != "rows":
        return
    rest = (found[3] or "").strip()
    fields = any(word.key and asked.input.field(word.key) for word in words_of(rest) if not word.quoted)
    if fields or asked.slug in room.in_step[:1]:
        raise NotUnderstood(
            f"'{found[1]} {found[2]}' has no colon behind the word.",
            fix=f"Type {found[1]}: {found[2]} {rest}".strip(),
        )


def check_named(line: str, room: Exercising, context: Context) -> None:
    """Raises NotUnderstood for `today sales SMB`: answers behind the word of an input without the colon."""
    word, _, rest = line.partition(" ")
    asked = room.called(word)
    if asked and asked.input.shape in ("rating", "dots") and are_sheets(asked, rest, context):
        raise NotUnderstood(f"'{word}' has no colon behind it.", fix=f"Type {word}: in front of the answers.")
