"""Facts about exercises: runs opened and stepped through, rows, answers, what was revealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop.facilitation.applying.stamp import Stamp, changed
from workshop.model.facts import (
    AnswersCleared,
    AnswersGiven,
    ConfidenceChosen,
    InputRevealed,
    RowSet,
    RowStruck,
    RunOpened,
    RunStepped,
    TotalsRevealed,
    VersionMade,
)
from workshop.model.runs import Answer, Asked, Run, joined
from workshop.model.state import State


def run_opened(state: State, fact: RunOpened, stamp: Stamp) -> State:
    """The run stands last, since it is what was taken up last; a known one keeps what it holds."""
    run = state.run(fact.exercise, stamp.meeting) or _begun(state, fact, stamp)
    if (run.segment, run.part) != (fact.segment, fact.part):
        run = replace(run, segment=fact.segment, part=fact.part, step=1)
    others = tuple(known for known in state.runs if not _is(known, fact.exercise, stamp))
    return replace(state, runs=(*others, run))


def _begun(state: State, fact: RunOpened, stamp: Stamp) -> Run:
    meeting = state.meeting(stamp.meeting)
    before = state.runs_before(fact.exercise, stamp.meeting)
    return Run(
        fact.exercise, stamp.meeting, fact.segment, meeting.on.isoformat() if meeting else "",
        part=fact.part, rows=fact.rows, version=before[0].version if before else 0,
    )  # fmt: skip


def run_stepped(state: State, fact: RunStepped, stamp: Stamp) -> State:
    return _changed(state, fact.exercise, stamp, lambda run: replace(run, step=fact.step))


def row_set(state: State, fact: RowSet, stamp: Stamp) -> State:
    row = fact.row

    def put(run: Run) -> Run:
        if any((known.input, known.number) == (row.input, row.number) for known in run.rows):
            fits = changed(run.rows, lambda k: (k.input, k.number) == (row.input, row.number), lambda _: row)
            return replace(run, rows=fits)
        return replace(run, rows=(*run.rows, row))

    return _changed(state, fact.exercise, stamp, put)


def row_struck(state: State, fact: RowStruck, stamp: Stamp) -> State:
    def strike(run: Run) -> Run:
        gone = changed(
            run.rows,
            lambda row: (row.input, row.number) == (fact.input, fact.number),
            lambda row: replace(row, struck=True),
        )
        return replace(run, rows=gone)

    return _changed(state, fact.exercise, stamp, strike)


def answers_given(state: State, fact: AnswersGiven, stamp: Stamp) -> State:
    """Of somebody named the newest counts."""

    def give(run: Run) -> Run:
        given = replace(run, answers=joined(run.answers, fact.answers))
        return _asking(given, fact.asked) if fact.asked else given

    return _changed(state, fact.exercise, stamp, give)


def answers_cleared(state: State, fact: AnswersCleared, stamp: Stamp) -> State:
    def clear(run: Run) -> Run:
        return replace(
            run,
            answers=_without(run.answers, fact.input),
            totals=tuple(totals for totals in run.totals if totals.input != fact.input),
            asked=tuple(asked for asked in run.asked if asked.input != fact.input),
            revealed=tuple(slug for slug in run.revealed if slug != fact.input),
        )

    return _changed(state, fact.exercise, stamp, clear)


def confidence_chosen(state: State, fact: ConfidenceChosen, stamp: Stamp) -> State:
    def choose(run: Run) -> Run:
        others = tuple(slug for slug in run.confided if slug != fact.input)
        return replace(run, confided=(*others, fact.input) if fact.confided else others)

    return _changed(state, fact.exercise, stamp, choose)


def input_revealed(state: State, fact: InputRevealed, stamp: Stamp) -> State:
    return _changed(state, fact.exercise, stamp, lambda run: _shown(run, fact.input))


def totals_revealed(state: State, fact: TotalsRevealed, stamp: Stamp) -> State:
    def show(run: Run) -> Run:
        others = tuple(totals for totals in run.totals if totals.input != fact.totals.input)
        return _asking(_shown(replace(run, totals=(*others, fact.totals)), fact.totals.input), fact.asked)

    return _changed(state, fact.exercise, stamp, show)


def version_made(state: State, fact: VersionMade, stamp: Stamp) -> State:
    return _changed(state, fact.exercise, stamp, lambda run: replace(run, version=fact.version))


def _asking(run: Run, asked: Asked) -> Run:
    others = tuple(known for known in run.asked if known.input != asked.input)
    return replace(run, asked=(*others, asked))


def _shown(run: Run, slug: str) -> Run:
    return run if slug in run.revealed else replace(run, revealed=(*run.revealed, slug))


def _without(answers: tuple[Answer, ...], slug: str) -> tuple[Answer, ...]:
    return tuple(answer for answer in answers if answer.input != slug)


def _is(run: Run, exercise: str, stamp: Stamp) -> bool:
    return run.exercise == exercise and run.meeting == stamp.meeting


def _changed(state: State, exercise: str, stamp: Stamp, change: Callable[[Run], Run]) -> State:
    return replace(state, runs=changed(state.runs, lambda run: _is(run, exercise, stamp), change))
