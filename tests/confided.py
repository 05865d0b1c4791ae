"""Runs in which what was given in confidence is kept as totals only, as it is in a real meeting."""

from __future__ import annotations

from dataclasses import replace

from runs import exercise

from workshop.exercising import totals
from workshop.model.exercises import Input
from workshop.model.runs import Run, Totals


def confided(done: Run) -> Run:
    """The run after the reveal of every input that was asked in confidence: no answer is left, only totals."""
    asked = [given for given in exercise(done.exercise).inputs if given.confidence]
    hidden = {given.slug for given in asked}
    return replace(
        done,
        answers=tuple(one for one in done.answers if one.input not in hidden),
        totals=tuple(_totals(done, given) for given in asked),
    )


def _totals(done: Run, given: Input) -> Totals:
    sheets = [one for one in done.answers if one.input == given.slug]
    return totals(given, sheets, len(done.texts(given.slug)) or 1)
