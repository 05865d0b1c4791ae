"""Slash commands about the exercise on screen: bring one up, step, results, reveal, collect, rows, drafts."""

from __future__ import annotations

from workshop.errors import NotUnderstood
from workshop.grammar.commands.reading import first_word, read_whole
from workshop.grammar.context import Asked, Context
from workshop.grammar.cutting import cut
from workshop.grammar.dates import read_day
from workshop.grammar.folding import pick
from workshop.grammar.marks import read_marks
from workshop.model.asks import Look
from workshop.model.commands import (
    ClearAnswers,
    Collect,
    Confide,
    OpenExercise,
    Reveal,
    RevealInput,
    SetRow,
    SetRows,
    Step,
    StrikeRow,
    TakeDraft,
)
from workshop.model.entries import Value
from workshop.model.exercises import Item
from workshop.model.words import did_you_mean

ROTI = "roti"
"""What is revealed and collected without an exercise."""
OFF = "off"
"""Behind `/confide`: openly after all."""
EARLY = "early"
"""Behind `/reveal`: not everybody is waited for."""


def exercise(rest: str, context: Context) -> OpenExercise | Look | None:
    """Nothing to see where it stands; `win-loss`, or `win-loss patterns` for a part."""
    if not rest:
        return Look("exercise")
    typed, part = first_word(rest)
    slug = pick(typed, context.exercises)
    if slug is None:
        off = next((note for note in context.left_out if note.startswith(f"exercises/{typed}.toml")), "")
        if off:
            raise NotUnderstood(off, fix="Mend the file; /exercise lists what is there.")
        near = did_you_mean(typed, context.exercises)
        raise NotUnderstood(
            f"There is no exercise '{typed}' on the shelf{near}", fix="/exercise lists what is there."
        )
    return None if " " in part else OpenExercise(slug, part)


def step(rest: str, _context: Context) -> Step | None:
    """Nothing for the next step, `back`, or `4`."""
    if rest in ("", "back"):
        return Step(by=-1 if rest else 1)
    number = read_whole(rest)
    return Step(number) if number else None


def reveal(rest: str, context: Context) -> Reveal | RevealInput:
    """Nothing for what is on screen, the word of an input, or `roti`; `early` behind it waits for nobody."""
    words = rest.split()
    early = words[-1:] == [EARLY]
    rest = " ".join(words[:-1] if early else words)
    if rest == ROTI or (not rest and context.exercise is None):
        return Reveal(early)
    return RevealInput(_input(rest, context).slug if rest else "", early)


def collect(rest: str, context: Context) -> Collect | ClearAnswers:
    """The same."""
    if rest == ROTI or (not rest and context.exercise is None):
        return Collect()
    return ClearAnswers(_input(rest, context).slug if rest else "")


def confide(rest: str, context: Context) -> Confide:
    """Nothing for every round that may be asked either way, or the word of an input; `off` behind it."""
    words = rest.split()
    on = words[-1:] != [OFF]
    rest = " ".join(words if on else words[:-1])
    return Confide(_input(rest, context).slug if rest else "", on)


def presets(rest: str, context: Context) -> SetRows | None:
    """The rows that the exercise offers, less those that are there already: of one input by its word, of a group by its
    name, else all without a group."""
    inputs = list(context.exercise.inputs if context.exercise else ())
    groups = dict.fromkeys(item.group for asked in inputs for item in asked.input.presets if item.group)
    called = context.exercise.called(rest) if context.exercise else None
    group = (pick(rest, groups) or "") if rest and called is None else ""
    chosen = [_input(rest, context)] if rest and not group else inputs
    rows = tuple(row for asked in chosen for row in _offered(asked, group))
    if not rows:
        raise NotUnderstood(
            "There is nothing more to offer here.", fix="/rows lists what is there; type rows of your own."
        )
    return SetRows(rows)


def _offered(asked: Asked, group: str) -> list[SetRow]:
    there = {text.casefold() for _, text in asked.rows}
    seeds = () if group else tuple(Item(text) for text in asked.seeds)
    return [
        SetRow(
            asked.slug, item.text,
            fields=tuple(Value(name, value) for name, value in item.values if asked.input.field(name)),
            preset=True,
        )
        for item in (*seeds, *asked.input.presets)
        if item.group == group and item.text.casefold() not in there
    ]  # fmt: skip


def rows(rest: str, context: Context) -> Look:
    """Nothing, or the word of an input."""
    return Look("rows", _input(rest, context).slug if rest else "")


def strike(rest: str, context: Context) -> StrikeRow | None:
    """`lead 3`"""
    word, typed = first_word(rest)
    number = read_whole(typed)
    if number is None or context.exercise is None or context.exercise.called(word) is None:
        return None
    return StrikeRow(_input(word, context).slug, number)


def take(rest: str, context: Context) -> TakeDraft | None:
    """`2 @who >when // other words`, all but the number optional."""
    typed, behind = first_word(rest)
    number = read_whole(typed)
    pieces = cut(behind, context.people, names=("who", "due"))
    if number is None or pieces.text:
        return None
    marks = read_marks(pieces, context)
    due = marks.due
    day = due.on if due and due.on else read_day("next", context) if due and due.at_next else None
    who = tuple(person.id for person in marks.people)
    return TakeDraft(number, who, day.isoformat() if day else "", pieces.detail)


def _input(word: str, context: Context) -> Asked:
    """The input of the exercise on screen that is meant. Raises NotUnderstood."""
    room = context.exercise
    if room is None:
        raise NotUnderstood("No exercise is on screen.", fix="Bring one up: /exercise and its name.")
    asked = room.called(word.rstrip(":"))
    if asked is None:
        words = [known.input.prefix for known in room.inputs]
        raise NotUnderstood(
            f"'{word}' is not asked for here{did_you_mean(word, words)}",
            fix=f"It is one of: {', '.join(words)}.",
        )
    return asked
