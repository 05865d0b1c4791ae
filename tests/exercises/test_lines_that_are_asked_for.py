"""What an exercise asks people to type is understood as it stands there."""

from __future__ import annotations

import re
from datetime import date

import pytest
from runs import LIBRARY, NAMES, PEOPLE

from workshop.grammar import Asked, Context, Exercising, parse
from workshop.model.commands import GiveAnswers, SetRow
from workshop.model.exercises import Exercise, Input
from workshop.model.teams import Person

OTHERS = (Person("P-10", "Hugo Stein", "guest"), Person("P-11", "Erik Dahl", "sponsor"), Person("P-12", "Ingrid Solberg", "facilitator"))  # fmt: skip
ASKED = [
    pytest.param(exercise, given, id=f"{exercise.slug}-{given.slug}")
    for exercise in LIBRARY.exercises
    for given in exercise.inputs
    if given.ask
]


def example(given: Input) -> str:
    """The line without the remark in brackets behind it, and with words where it leaves room for them."""
    return given.ask.partition(" (")[0].replace("...", "words")


def rated(given: Input) -> int:
    """How many things are rated in the example: in `4: sales 6 10 8` nine are known, and the fourth is meant."""
    before, _, behind = example(given).partition("sales ")
    if re.search(r"\d: $", before) or given.shape == "dots":
        return 9
    if not (given.of or given.items) and given.shape == "rating":
        return 1
    values = behind.split(" marketing ")[0]
    return (
        len(values.split())
        if given.high > 9
        else max(1, len(values.replace(" ", "")) // max(1, len(given.dims)))
    )


def on_screen(exercise: Exercise, given: Input) -> Context:
    """A room in which as many things are rated as the example has values for."""
    items = tuple((number, f"Item {number}") for number in range(1, rated(given) + 1))
    here = tuple(
        Asked(one, items if one is given else (), ((1, "One"), (2, "Two"), (3, "Three")))
        for one in exercise.inputs
    )
    return Context(
        LIBRARY.kinds, (*PEOPLE, *OTHERS), date(2026, 3, 3), tuple(person for person, _ in NAMES),
        exercise=Exercising(exercise.slug, here),
    )  # fmt: skip


@pytest.mark.parametrize(("exercise", "given"), ASKED)
def test_the_example_of_an_input_is_understood(exercise: Exercise, given: Input) -> None:
    command = parse(example(given), on_screen(exercise, given))

    if given.kinds:
        assert not isinstance(command, SetRow | GiveAnswers)
    elif given.shape in ("rating", "dots"):
        assert isinstance(command, GiveAnswers)
        assert command.input == given.slug
    else:
        assert isinstance(command, SetRow)
        assert command.input == given.slug
