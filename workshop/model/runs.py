"""One run of an exercise in a meeting: what was typed, what was answered, what was revealed."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.model.entries import Value
from workshop.model.exercise_inputs import Input
from workshop.model.teams import Group
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class RunRow:
    """One row of an input of shape `rows`, or the one row of a `form`."""

    input: str
    number: int
    """Its place in the input, from 1; never given twice in a run. A form's row is number 1."""
    text: str = ""
    fields: tuple[Value, ...] = ()
    team: str = ""
    """Whose row it is, where somebody said so."""
    person: str = ""
    struck: bool = False
    preset: bool = False
    """It came from the file or from the last run, and nobody touched it yet."""

    def get(self, name: str) -> str:
        """The first value of a field, or empty."""
        return next((field.value for field in self.fields if field.name == name), "")


@dataclass(frozen=True, slots=True)
class Answer:
    """Open answers: one person's sheet over all items, or the values of several people for one item."""

    input: str
    group: Group
    values: tuple[str, ...]
    """Digits, letters or whole numbers as typed; `-` where somebody gave none. A sheet holds items x dimensions."""
    item: int = 0
    """Number of the item the values are for, one a person; 0 for a sheet over all items. With dots: each item's."""
    person: str = ""
    """Person id, where a name was typed."""


def joined(held: tuple[Answer, ...], fresh: tuple[Answer, ...] | list[Answer]) -> tuple[Answer, ...]:
    """Answers with newer ones: a sheet of somebody named takes the place of all that person gave to that input,
    an answer about one item that of the one about the same item."""
    answers = list(held)
    for new in fresh:
        if new.person:
            answers = [old for old in answers if not _replaces(new, old)]
        answers.append(new)
    return tuple(answers)


def _replaces(new: Answer, old: Answer) -> bool:
    same = (new.input, new.person) == (old.input, old.person)
    return same and (not new.item or new.item == old.item)


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What is kept of answers in confidence about one item (times dimension) in one group."""

    place: int
    """Item, or item and dimension counted through, from 1."""
    group: Group | str
    """Empty: everybody together, because a split would let somebody be seen through (rule 3)."""
    counts: tuple[tuple[str, int], ...]
    """Value and how often, without those nobody gave."""


@dataclass(frozen=True, slots=True)
class SheetTotal:
    """What is kept of whole sheets of one group."""

    group: Group
    n: int
    """Sheets given."""
    counted: int = 0
    """Sheets with enough answers."""
    total: str = ""
    """Sum of their totals, exact where no sheet has gaps, `213` or `641/3`: worked out from the counts of the items,
    which it adds nothing to; empty where a split may not be shown."""


@dataclass(frozen=True, slots=True)
class Totals:
    """One input given in confidence, after its reveal."""

    input: str
    sheets: tuple[SheetTotal, ...] = ()
    items: tuple[ItemTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The items of an input as they were asked: a run stands on its own when the file changes."""

    input: str
    texts: tuple[str, ...]
    sources: tuple[str, ...] = ()
    """Which row or record each was, `lead 3` or `N-12`; empty of items of the file, which the words tell apart."""

    def placed(self, rows: Sequence[tuple[str, str]]) -> tuple[tuple[int, ...], Asked]:
        """Where the answers to each row stand, from 0, by source and text; and what is asked with these rows.

        A row keeps its place as long as source and words are the same; any other takes the first free place of the
        same words, or one behind all that were asked.
        """
        texts = list(self.texts)
        sources = [*self.sources, *[""] * (len(texts) - len(self.sources))]
        told, free = list(zip(sources, texts, strict=True)), set(range(len(texts)))
        same = {row: told.index(row) for row in rows if row[0] and row in told}
        free -= set(same.values())
        places = []
        for source, text in rows:
            at = same.get((source, text), -1)
            if at < 0:
                at = next((place for place in sorted(free) if texts[place] == text), len(texts))
                free.discard(at)
            if at == len(texts):
                texts.append(text)
                sources.append(source)
            places.append(at)
        return tuple(places), Asked(self.input, tuple(texts), tuple(sources) if any(sources) else ())


@dataclass(frozen=True, slots=True)
class Run:
    """Shared by all segments of a meeting that name the exercise."""

    exercise: str
    meeting: int
    segment: int
    """Segment in which it was opened, or taken up last."""
    on: str
    """ISO date of the meeting."""
    step: int = 1
    """Step on screen, from 1, counted through the steps of its part."""
    part: str = ""
    """The part that is meant in that segment; empty for all of it."""
    rows: tuple[RunRow, ...] = ()
    answers: tuple[Answer, ...] = ()
    totals: tuple[Totals, ...] = ()
    revealed: tuple[str, ...] = ()
    """Inputs that were revealed."""
    confided: tuple[str, ...] = ()
    """Inputs that the room takes in confidence, where the file leaves it to the room."""
    asked: tuple[Asked, ...] = ()
    version: int = 0
    """Of a living result: counted over all runs that changed it; 0 while nothing is kept."""

    def of(self, slug: str) -> tuple[RunRow, ...]:
        """The rows of an input that stand."""
        return tuple(row for row in self.rows if row.input == slug and not row.struck)

    def totals_of(self, slug: str) -> Totals | None:
        """What was revealed of an input given in confidence."""
        return next((totals for totals in self.totals if totals.input == slug), None)

    def confides(self, given: Input) -> bool:
        """Whether an input is asked in confidence here."""
        return given.confidence == "always" or given.slug in self.confided

    def veils(self, given: Input) -> bool:
        """Whether nobody sees the answers to an input before its reveal."""
        return given.until_reveal or self.confides(given)

    def asked_of(self, slug: str) -> Asked:
        """The items of an input as they were asked; none before anything was answered."""
        return next((asked for asked in self.asked if asked.input == slug), Asked(slug, ()))

    def texts(self, slug: str) -> tuple[str, ...]:
        """The words of these items."""
        return self.asked_of(slug).texts
