"""A running meeting with an exercise on screen, moved by commands through `decide` and the fold; no file, no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from factories import attendance, item, meeting, members, state

from workshop.errors import NotFound, WorkshopError
from workshop.facilitation import House, decide, fold
from workshop.facilitation.exercises import OnScreen, on_screen
from workshop.model.agenda import Agenda
from workshop.model.commands import Command, GiveAnswers, SetRow, Sheet
from workshop.model.entries import Value
from workshop.model.exercises import Dimension, Exercise, Input, Item, Living, Part, Step
from workshop.model.facts import Fact
from workshop.model.kinds import Field, Kind
from workshop.model.lines import Told
from workshop.model.meeting import Item as MeetingItem
from workshop.model.moments import Reading
from workshop.model.runs import Run
from workshop.model.state import State
from workshop.model.teams import Group, Team

NOW = datetime(2026, 3, 3, 10, tzinfo=UTC)
HERE: dict[str, Team] = {
    "ana": "sales", "bo": "sales", "cem": "sales", "finn": "marketing", "gita": "marketing", "hal": "marketing",
    "ida": "facilitator",
}  # fmt: skip
MARKS = ("G", "M", "P")
LEADS = Input(
    "leads", "rows", word="lead", ask="lead: Wasserwerk Ost GP", pair=("sales", "marketing"),
    fields=(Field("sales", "one", options=MARKS), Field("marketing", "one", options=MARKS), Field("channel")),
)  # fmt: skip
PULSE = Input(
    "pulse", "rating", title="Four statements", ask="sales 3222", least=3, confidence="always",
    items=(Item("We meet"), Item("We talk"), Item("We share"), Item("We win")),
)  # fmt: skip
OPTIONS = Input("options", "rows", word="option", ask="option: words")
DOTS = Input("dots", "dots", ask="sales 1=1 2=2", of="options")
VERDICT = Input("verdict", "rating", title="Was it good?", ask="sales 4 3", low=0, high=10, who="everybody")
TESTED = Input(
    "tested",
    "rating",
    ask="sales 42",
    of="leads",
    dims=(Dimension("clear"), Dimension("matters")),
    until_reveal=True,
)
FORECAST = Input(
    "forecast", "rows", ask="forecast: North", hidden=("sales",), carried=True,
    fields=(Field("sales", "int"), Field("note")), presets=(Item("North", values=(("note", "big"),)), Item("South")),
)  # fmt: skip
SENTENCE = Input("sentence", "form", ask="words=...", fields=(Field("words", "long"),))
TRIAL = Exercise(
    "trial", "A trial of everything", "Tests.", "both", 20,
    steps=(Step(0, inputs=("leads",)), Step(5, "Rate.", inputs=("pulse",)), Step(9, inputs=("dots",), shows=("all",))),
    inputs=(LEADS, PULSE, OPTIONS, DOTS, VERDICT, TESTED, FORECAST, SENTENCE),
    parts=(Part("short", (2, 3)),), living=Living("definition", inputs=("sentence",)),
)  # fmt: skip
OTHER = Exercise("other", "Another one", "Tests.", "both", 5, inputs=(OPTIONS, DOTS), block=True)


class Room:
    """One meeting; every command is a line of a journal that lies nowhere."""

    def __init__(
        self,
        *exercises: Exercise,
        here: dict[str, Team] | None = None,
        segment: str = "trial",
        blocks: tuple[str, ...] = (),
        before: tuple[Run, ...] = (),
    ) -> None:
        self._exercises = {exercise.slug: exercise for exercise in exercises or (TRIAL, OTHER)}
        people = HERE if here is None else here
        opened = replace(
            meeting(attending=attendance(**people)),
            items=tuple(_item(number, segment, blocks) for number in (1, 2)),
        )
        self._begun = replace(state(people=members(**people), meetings=(opened,)), runs=before)
        self._lines: list[Told] = []
        self.state: State = self._begun
        self._house = House(
            (), _no_agenda, _no_kind, lambda *_: (), self._exercises.get, "Europe/Berlin", NOW, 5000
        )

    def do(self, *commands: Command) -> tuple[Fact, ...]:
        """Commands one after the other; the facts of the last."""
        facts: tuple[Fact, ...] = ()
        for command in commands:
            facts = decide(self.state, command, self._house)
            n = len(self._lines) + 1
            at = NOW + timedelta(seconds=n)
            self._lines.append(Told(n, 1, Reading(at, n * 1000, "boot"), type(command).__name__, facts))
            self.state = fold(self._begun, self._lines)
        return facts

    def refuses(self, command: Command) -> str:
        """Why a command is refused; nothing happens."""
        before = self.state
        with pytest.raises(WorkshopError) as caught:
            self.do(command)
        assert self.state == before
        return str(caught.value)

    @property
    def screen(self) -> OnScreen:
        found = on_screen(self.state, self._exercises.get)
        assert found is not None
        return found

    def run(self, slug: str = "trial") -> Run:
        found = self.state.run(slug, 1)
        assert found is not None
        return found

    def rows(self, slug: str) -> list[tuple[int, str]]:
        """Number and text of the rows that stand."""
        return [(row.number, row.text) for row in self.screen.run.of(slug)]


def _item(number: int, exercise: str, blocks: tuple[str, ...]) -> MeetingItem:
    made = item(number, state="running" if number == 1 else "ahead")
    return replace(made, segment=replace(made.segment, exercise=exercise, blocks=blocks))


def _no_agenda(slug: str) -> Agenda:
    raise NotFound(f"There is no agenda {slug} here.")


def _no_kind(name: str) -> Kind:
    raise NotFound(f"There is no kind {name} here.")


def row(given: str, text: str = "", number: int = 0, **fields: str) -> SetRow:
    """A typed row."""
    return SetRow(given, text, number, tuple(Value(name, value) for name, value in fields.items()))


def sheet(given: str, group: Group, digits: str, *, item: int = 0, person: str = "") -> GiveAnswers:
    """One sheet, or values about one item; each digit is a value."""
    return GiveAnswers(given, (Sheet(group, tuple(digits.replace(" ", "")), item, person),))


def given(run: Run, slug: str) -> list[tuple[str, str, str, int]]:
    """Group, person, values and item of the open answers."""
    return [(a.group, a.person, "".join(a.values), a.item) for a in run.answers if a.input == slug]
