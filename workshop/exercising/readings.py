"""Single values with all that is needed to set them beside others: words, n, the step of one person."""

from __future__ import annotations

from fractions import Fraction

from workshop.exercising.wording import Place, Wording
from workshop.measures.formula import Numbered, Value, parsed, path
from workshop.measures.marks import Marks
from workshop.measures.noise import step as step_of
from workshop.model.exercises import CompareRows, Figure
from workshop.model.values import dataclass

_OF_PEOPLE = ("sales", "marketing", "others", "joint", "gap", "mean")
"""Values of a rating that people stand behind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One value with what is needed to compare it."""

    value: Value
    reads: str
    n: int | None = None
    step: Fraction | None = None


def figure_reading(wording: Wording, figure: Figure) -> Reading:
    """A figure with its n and the step of one person."""
    sheet, place = wording.sheet, wording.outside(f"figure {figure.name}")
    found = sheet.figure(figure.name)
    if found.hidden:
        return Reading(None, figure.why_not or wording.reads(None, "number"))
    n, by_people = _people(wording, figure.value, figure.n, place)
    step = wording.value(figure.step, place) if figure.step else by_people
    return Reading(found.value, wording.reads(found.value, form_of(figure)), n, _exact(step))


def form_of(figure: Figure) -> str:
    return "text" if figure.rules and figure.form == "number" else figure.form


def _people(wording: Wording, text: str, n: str, place: Place) -> tuple[int | None, Fraction | None]:
    """n and the step of one person. Told by a formula it is a number, or a rating, which knows both; else it is known
    of a value right behind a rating's dot, and of a rating."""
    if n:
        told = wording.sheet.tried(n, place.look, f"{place.where}: n")
        if isinstance(told, Marks):
            return told.people(), told.step()
        number = _exact(told)
        return (int(number) if number is not None and number.denominator == 1 else None), step_of(number)
    tree = parsed(text).tree if text else None
    if tree is None or not path(tree):
        return None, None
    base, _, name = path(tree).rpartition(".")
    for rating, value in ((path(tree), ""), (base, name)):
        found = wording.sheet.tried(rating, place.look, f"{place.where}: n") if rating else None
        if isinstance(found, Marks) and (not value or value in _OF_PEOPLE):
            return found.people(value), found.step(value)
    return None, None


def row_reading(wording: Wording, row: CompareRows, place: Place) -> Reading:
    value = wording.value(row.value, place)
    n, by_people = _people(wording, row.value, row.n, place)
    step = wording.value(row.step, place) if row.step else by_people
    return Reading(value, wording.told(row.value, place, row.form), n, _exact(step))


def _exact(value: Value) -> Fraction | None:
    value = value.number if isinstance(value, Numbered) else value
    return value if isinstance(value, Fraction) else None
