"""The files of agendas and of reports as values of the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workshop.errors import ShelfError
from workshop.library.files import Table, check_name, label, read
from workshop.library.shapes import as_table, as_tables, at, check_word, made
from workshop.model.agenda import Agenda, Card, CardPart, Cards, Segment

OF_EXERCISES = (
    "steps", "inputs", "columns", "groups", "figures", "shows", "suggests", "compare", "living", "trial", "least", "most",
    "block", "cadence", "brings",
)  # fmt: skip
"""Keys that a report may have because it is an exercise as well."""
OF_STEPS = ("steps", "title", "minutes")
"""Keys of a part that the exercise reads."""


def read_agenda(path: Path) -> Agenda:
    """The agenda in a file; its slug is the file's name."""
    place, slug, table = opened(path)
    rows = as_tables(table.pop("segments", None), at(place, "segments"))
    agenda = made(Agenda, table, place, slug=slug, segments=())
    segments = tuple(_segment(raw, where, number) for number, (where, raw) in enumerate(rows, 1))
    return replace(agenda, segments=segments)


def _segment(raw: object, where: str, number: int) -> Segment:
    segment = made(Segment, {"leads": [], **as_table(raw, where)}, where, number=number)
    if segment.minutes < 1:
        raise ShelfError(f"{where}.minutes: expected a whole number from 1, got {segment.minutes}.")
    return segment


def read_cards(path: Path) -> Cards:
    """The report in a file; its slug is the file's name."""
    place, slug, table = opened(path)
    return made_cards(table, place, slug)


def made_cards(table: Table, place: str, slug: str) -> Cards:
    """The report in a table; what makes an exercise of the same file is read elsewhere."""
    table = {key: value for key, value in table.items() if key not in OF_EXERCISES}
    card_rows = as_tables(table.pop("cards", None), at(place, "cards"))
    part_rows = as_tables(table.pop("parts"), at(place, "parts")) if "parts" in table else []
    report = made(Cards, table, place, slug=slug, cards=(), parts=())
    cards = tuple(made(Card, raw, where) for where, raw in card_rows)
    slugs = tuple(card.slug for card in cards)
    parts = (_part(as_table(raw, where), where, slugs) for where, raw in part_rows)
    return replace(report, cards=cards, parts=tuple(part for part in parts if part.cards))


def _part(table: Table, where: str, slugs: tuple[str, ...]) -> CardPart:
    own = {key: value for key, value in table.items() if key not in OF_STEPS}
    part = made(CardPart, own if "cards" in table or own == table else {**own, "cards": []}, where)
    for index, slug in enumerate(part.cards, 1):
        check_word(slug, slugs, f"{where}.cards[{index}]")
    return part


def opened(path: Path) -> tuple[str, str, Table]:
    """How a file is called, its slug, its table."""
    place = label(path)
    return place, check_name(path.stem, place), read(path)
