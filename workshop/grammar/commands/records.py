"""Slash commands about what was recorded: amend, vote, settle, correct, park, edit, strike, move."""

from __future__ import annotations

from typing import Literal

from workshop.errors import NotUnderstood
from workshop.grammar.characters import check_length
from workshop.grammar.commands import exercises
from workshop.grammar.commands.reading import first_word, read_segment
from workshop.grammar.context import Context
from workshop.grammar.cutting import cut
from workshop.grammar.edits import read_edit
from workshop.grammar.entries import read_entry
from workshop.grammar.folding import pick
from workshop.grammar.marks import past_day_of, people_of, read_marks
from workshop.grammar.people import find_people
from workshop.grammar.references import read_number_of, read_ref
from workshop.grammar.rows import read_rows
from workshop.grammar.words import split_remark
from workshop.model.asks import Find, Look
from workshop.model.commands import (
    Add,
    Amend,
    Correct,
    Dispose,
    Edit,
    Escalate,
    GiveRoti,
    Merge,
    Move,
    Override,
    Place,
    Settle,
    SettleCapture,
    Split,
    Strike,
    StrikeRow,
    Vote,
)  # fmt: skip
from workshop.model.entries import Ballot

DISPOSITIONS = ("next agenda", "action", "separate talk", "drop")
_HIGHEST_VOTE = 8
"""Of the gradient; by five and buy-in end at 5, and whoever decides knows which it is."""
_SIDES: tuple[Literal["before", "after"], ...] = ("before", "after")
_INBOX: dict[str, Literal["placed", "parked", "dropped"]] = {
    "place": "placed",
    "park": "parked",
    "drop": "dropped",
}


def amend(rest: str, _context: Context) -> Amend | None:
    """`D-1 text`"""
    typed, text = first_word(rest)
    decision = read_number_of(typed, "D")
    return Amend(decision, text) if decision and text else None


def vote(rest: str, context: Context) -> Vote | None:
    """`D-1 sales 4 3 marketing 4 4`, `D-1 Marta 4 Clara 3`, `D-2 none`, `D-2 objection text`."""
    typed, told = first_word(rest)
    ref = read_ref(typed, "DXN")
    word, text = first_word(told)
    if ref is None or not told or (word == "objection" and not text):
        return None
    if word == "objection" or told == "none":
        return Vote(ref, objection=text)
    rows = read_rows(told, 0, _HIGHEST_VOTE, context.people, context.present)
    ballots = tuple(Ballot(row.group, row.values) for row in rows if row.values)
    return Vote(ref, ballots) if ballots else None


def settle(rest: str, context: Context) -> Settle | None:
    """`X-1 text >when`; the day lies in the past."""
    typed, behind = first_word(rest)
    dispute = read_number_of(typed, "X")
    pieces = cut(behind, names=("due",))
    if dispute is None or not pieces.text or pieces.detail:
        return None
    return Settle(dispute, pieces.text, past_day_of(pieces, context))


def escalate(rest: str, context: Context) -> Escalate | None:
    """`X-1 @erik >fri`, who and when optional."""
    typed, behind = first_word(rest)
    ref = read_ref(typed, "AXN/")
    pieces = cut(behind, context.people, names=("who", "due"))
    people = people_of(pieces, context)
    if ref is None or pieces.detail or (people and pieces.text):
        return None
    if pieces.text:
        people = find_people(pieces.text, context.people, context.present)
    who = people[0].id if people else ""
    return Escalate(ref, who, read_marks(pieces, context).due) if len(people) < 2 else None


def override(rest: str, _context: Context) -> Override | None:
    """`why`, or `A-3 why` for one of them."""
    typed, why = first_word(rest)
    ref = read_ref(typed, "AN/")
    if ref is None:
        return Override(rest) if rest else None
    return Override(why, ref) if why else None


def correct(rest: str, _context: Context) -> Correct | None:
    """`N-36 text`"""
    typed, text = first_word(rest)
    ref = read_ref(typed, "NADXM")
    return Correct(ref, text) if ref and text else None


def park(rest: str, context: Context) -> Add | GiveRoti | None:
    """Text with marks and fields, as behind `p:`."""
    return read_entry(context.kind("parking"), rest, context) if rest else None


def dispose(rest: str, context: Context) -> Dispose | None:
    """`N-57 separate talk >fri`; `>next` and no day mean the next meeting."""
    typed, behind = first_word(rest)
    ref = read_ref(typed, "N/")
    pieces = cut(behind, names=("due",))
    if ref is None or not pieces.text or pieces.detail:
        return None
    disposition = pick(pieces.text, DISPOSITIONS)
    if disposition is None:
        raise NotUnderstood(
            f"'{pieces.text}' is not a way on for {ref}.", fix=f"Type one of: {', '.join(DISPOSITIONS)}."
        )
    due = read_marks(pieces, context).due
    return Dispose(ref, disposition, due.on if due else None)


def inbox(rest: str, _context: Context) -> SettleCapture | Look | None:
    """Nothing to see it; `place C-1`, `park all`, `drop C-2 // why`."""
    if not rest:
        return Look("inbox")
    typed, why = split_remark(rest)
    word, which = first_word(typed)
    number = 0 if which.lower() == "all" else read_number_of(which, "C")
    how = _INBOX.get(word)
    return SettleCapture(number, how, why) if how and number is not None else None


def edit(rest: str, context: Context) -> Edit | None:
    """`N-26 new words @who worked=yes`"""
    typed, behind = first_word(rest)
    ref = read_ref(typed, "NADX")
    return read_edit(ref, behind, context) if ref and behind else None


def strike(rest: str, context: Context) -> Strike | StrikeRow | None:
    """`N-26`, or `lead 3` for a row of the exercise on screen."""
    ref = read_ref(rest, "NADX")
    return Strike(ref) if ref else exercises.strike(rest, context)


def move(rest: str, context: Context) -> Move | Place | None:
    """`N-26 5`, `N-26 before N-7` or `N-26 after N-7`"""
    typed, behind = first_word(rest)
    word, beside = first_word(behind)
    ref, other = read_ref(typed, "NADX"), read_ref(beside, "NADX")
    side = next((side for side in _SIDES if side == word.lower()), None)
    if side:
        return Place(ref, side, other) if ref and other else None
    segment = read_segment(behind, context)
    return Move(ref, segment) if ref and segment else None


def merge(rest: str, _context: Context) -> Merge | None:
    """`N-4 N-7 N-9`"""
    found = [read_ref(word, "NADX") for word in rest.replace(",", " ").split()]
    refs = [ref for ref in found if ref]
    return Merge(refs[0], tuple(refs[1:])) if len(found) == len(refs) > 1 else None


def split(rest: str, _context: Context) -> Split | None:
    """`N-4 the first words // the second words`"""
    typed, left = first_word(rest)
    ref, parts = read_ref(typed, "NADX"), []
    while left:
        pieces = cut(left, names=())
        check_length(pieces.text, "One part")
        parts.append(pieces.text)
        left = pieces.detail
    return Split(ref, tuple(parts)) if ref and len(parts) > 1 and all(parts) else None


def find(rest: str, _context: Context) -> Find | None:
    """Any words."""
    return Find(rest) if rest else None
