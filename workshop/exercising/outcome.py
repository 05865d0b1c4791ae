"""Everything an exercise has come to, worked out from its run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from workshop.errors import NotUnderstood
from workshop.exercising.comparing import moved
from workshop.exercising.drafts import drafts
from workshop.exercising.living import signed
from workshop.exercising.readings import figure_reading
from workshop.exercising.showing import made, tells
from workshop.exercising.surroundings import Surroundings
from workshop.exercising.wording import Wording
from workshop.exercising.worksheet import Worksheet
from workshop.measures.input_names import spaced
from workshop.model.exercises import Exercise, Show
from workshop.model.results import FigureReading, Line, Outcome, Result
from workshop.model.runs import Run


def outcome(exercise: Exercise, run: Run, surroundings: Surroundings, before: Sequence[Run] = ()) -> Outcome:
    """Figures, results for the minutes, comparison with the last run, drafts and notes.

    `before` are earlier runs of the exercise, the newest first. Nothing that the file holds stops it: a formula that
    is off becomes a note with its place.
    """
    wording = Wording(Worksheet(exercise, run, surroundings, before))
    figures = tuple(_figures(wording))
    results = tuple(
        result
        for show in exercise.shows
        if show.minutes
        for result in _results(wording, (show,))
        if tells(wording, show, result)
    )
    compared, suggested = moved(wording), drafts(wording)
    return Outcome(
        exercise.slug, exercise.title, run.meeting, (run.segment,), figures, results, compared, suggested,
        tuple(wording.sheet.notes), run.version, signed(exercise, run, surroundings),
    )  # fmt: skip


def shown(
    exercise: Exercise, run: Run, surroundings: Surroundings, slugs: Sequence[str], before: Sequence[Run] = ()
) -> tuple[Result, ...]:
    """What stands on screen, by slug, in that order; what has no rows yet is left out. Behind it stands what cannot be
    told of the answers to it."""
    shows = {show.slug: show for show in exercise.shows if show.room}
    wording = Wording(Worksheet(exercise, run, surroundings, before))
    found = tuple(_results(wording, (shows[slug] for slug in slugs if slug in shows)))
    return (*found, *(Line("", "", f"({limit})") for limit in wording.sheet.limits))


def _results(wording: Wording, shows: Iterable[Show]) -> Iterator[Result]:
    for show in shows:
        try:
            result = made(wording, show)
        except NotUnderstood as off:
            wording.sheet.note(
                f"exercises/{wording.sheet.exercise.slug}.toml: show {show.slug}: {off.sentence}"
            )
            continue
        if result is not None:
            yield result


def _figures(wording: Wording) -> Iterator[FigureReading]:
    for figure in wording.sheet.exercise.figures:
        reading = figure_reading(wording, figure)
        value = reading.value
        told = value if isinstance(value, Fraction | str | bool) else None
        reads = reading.reads
        if isinstance(value, date):
            told = value.isoformat()
        yield FigureReading(figure.name, figure.label or spaced(figure.name), told, reads, reading.n)
