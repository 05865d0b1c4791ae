"""The objection pocket sheet: what customers say, what lies behind it, what we answer, and how often that worked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from workshop.exporting.digest import Minutes, Source
from workshop.exporting.digest.audience import may_read
from workshop.exporting.digest.exercises import world
from workshop.measures.rounding import percent
from workshop.model.entries import Said
from workshop.model.runs import RunRow
from workshop.model.values import dataclass

LIVING = "objection answers"
"""The living result that holds the answers (E11)."""
ENOUGH = 3
"""Answers tried before a share of them is shown, as in the exercise."""
WORTH: Mapping[str, Fraction] = {"yes": Fraction(1), "partly": Fraction(1, 2), "no": Fraction(0)}


@dataclass(frozen=True, slots=True)
class PocketRow:
    """One objection."""

    text: str
    heard: int
    """Times that it was told in the field reports."""
    worry: str = ""
    question: str = ""
    answer: str = ""
    proof: str = ""
    status: str = ""
    """`to find`, `none` where the proof is not there yet."""
    never: str = ""
    success: str = ""
    """Share of the answers that worked; empty below three."""
    tried: int = 0
    tactics: tuple[str, ...] = ()
    """What was answered and worked, where there is no agreed answer."""


def pocket(source: Source, _minutes: Minutes, _whose: str) -> Mapping[str, Any]:
    """`answered` and `unanswered`: objections with an agreed answer, and those without, each the commonest first."""
    rows = sorted(_rows(source), key=lambda row: (-row.heard, row.text.casefold()))
    return {
        "answered": tuple(row for row in rows if row.answer),
        "unanswered": tuple(row for row in rows if not row.answer),
    }


def _rows(source: Source) -> Iterator[PocketRow]:
    heard: dict[str, list[Said]] = {}
    at_hand = (entry.said for entry in world(source).entries if not entry.struck)
    for said in (*source.heard, *at_hand):
        if said.kind == "objection" and may_read(said, "internal"):
            heard.setdefault(_same(said.text), []).append(said)
    cards = {_same(row.text): row for row in _cards(source)}
    for key in dict.fromkeys((*cards, *heard)):
        yield _row(cards.get(key), heard.get(key, []))


def _cards(source: Source) -> Iterator[RunRow]:
    """The rows of the living result as it is now."""
    slugs = {
        one.slug for one in source.library.exercises if one.living is not None and one.living.name == LIVING
    }
    kept = [run for run in source.state.runs if run.exercise in slugs and run.version]
    if kept:
        yield from (row for row in kept[-1].rows if row.input == "objections" and row.text and not row.struck)


def _row(card: RunRow | None, heard: list[Said]) -> PocketRow:
    tried = [worth for said in heard if (worth := WORTH.get(said.get("worked"))) is not None]
    share = percent(sum(tried, Fraction()) / len(tried)) if len(tried) >= ENOUGH else ""
    worked = (said.get("tactic") for said in heard if said.get("worked") in ("yes", "partly"))
    told = {} if card is None else {
        name: card.get(name) for name in ("worry", "question", "answer", "proof", "status", "never")
    }  # fmt: skip
    return PocketRow(
        card.text if card else heard[0].text, len(heard), **told, success=share, tried=len(tried),
        tactics=tuple(dict.fromkeys(filter(None, worked))),
    )  # fmt: skip


def _same(text: str) -> str:
    return " ".join(text.casefold().split())
