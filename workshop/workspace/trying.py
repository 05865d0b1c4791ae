"""A living rule tried on a CSV file of the firm: it is read here, scored here, and nothing of it is kept but counts."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from workshop.errors import NotFound, NotUnderstood, Refused
from workshop.exercising.trying import Rule, rule
from workshop.grammar import literal
from workshop.measures.rounding import show
from workshop.measures.trial import Judged, Trial, judged, met_by_none, missing_columns, tried, unread_ranges
from workshop.model.exercises import Exercise
from workshop.model.runs import Run
from workshop.model.values import dataclass
from workshop.workspace.core import Workspace
from workshop.workspace.exercises import surroundings

YES = ("yes", "y", "1", "true", "won", "order", "x")
"""What a column says of a row that became an order, where no word is given."""
LARGEST = 50_000_000
"""Bytes of a file; more is no list of leads."""
MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Ready:
    """A rule with the rows it is tried on; a threshold may move over them as often as one likes."""

    exercise: Exercise
    version: int
    """Of the living result; 0 while it was not closed with a meeting."""
    file: str
    verdicts: tuple[Judged, ...]
    won: tuple[bool, ...] | None
    threshold: Fraction
    """As agreed; half of all points where nothing was agreed."""
    missing: tuple[str, ...]
    """Criteria of which the file holds no column."""
    unmet: tuple[str, ...] = ()
    """Criteria that no row meets."""
    read_as: str = ""
    """How the letters of the file were read, where that was not UTF-8."""

    def at(self, threshold: Fraction | int) -> Trial:
        """What a threshold does."""
        return tried(self.verdicts, Fraction(threshold), self.won)

    def note(self, threshold: Fraction | int) -> str:
        """The numbers with the rule's version, as a line of the record."""
        named = self.exercise.living.name if self.exercise.living else self.exercise.title
        version = f" v{self.version}" if self.version else ""
        return f"{named.capitalize()}{version} at {show(Fraction(threshold), 0)} on {self.file}: {self.at(threshold).words()}"


def ready(workspace: Workspace, path: Path, won: str = "") -> Ready:
    """The living rule and the file. `won` is `column` or `column=word`. Raises NotFound, NotUnderstood, Refused."""
    exercise, run = _newest(workspace)
    state = workspace.state
    before = state.runs_before(exercise.slug, run.meeting)
    found = rule(exercise, run, surroundings(workspace, state, exercise), before)
    if not found.criteria:
        raise Refused(
            f"{exercise.title}: no criterion is a must, a plus or a knock-out yet.",
            fix="Say which: criterion: Region kind=must; allowed=north, south",
        )
    if not any(one.weight for one in found.criteria):
        raise Refused(
            f"{exercise.title}: no weights are agreed yet, so every lead would come to 0.",
            fix=f"Spread points in its step {_weighing(exercise)} over what is must or plus, then /reveal.",
        )
    for name, word in unread_ranges(found.criteria):
        raise Refused(
            f"{name}: '{word}' does not read as a range.", fix="Ranges are 50-500, 50+, >50, <50 and <=50."
        )
    text, read_as = _text(path)
    columns, rows = _table(path, text)
    return Ready(
        exercise, run.version, path.name, judged(found.criteria, rows), _won(won, columns, rows, path), _threshold(found),
        missing_columns(found.criteria, columns), met_by_none(found.criteria, rows), read_as,
    )  # fmt: skip


def _threshold(found: Rule) -> Fraction:
    return Fraction(50) if found.threshold is None else found.threshold


def _newest(workspace: Workspace) -> tuple[Exercise, Run]:
    """The exercise whose rule can be tried, as it was last worked on."""
    able = {one.slug: one for one in workspace.library.exercises if one.trial}
    run = next((run for run in reversed(workspace.state.runs) if run.exercise in able), None)
    if run is None:
        titles = ", ".join(one.title for one in able.values()) or "no exercise has one"
        raise NotFound("There is no rule to try yet.", fix=f"Make one in a meeting first: {titles}.")
    return able[run.exercise], run


def _weighing(exercise: Exercise) -> int:
    """The step in which the criteria are weighed."""
    criteria = exercise.trial.criteria if exercise.trial else ""
    weighed = {given.slug for given in exercise.inputs if given.of == criteria}
    return next((at for at, step in enumerate(exercise.steps, 1) if weighed & set(step.inputs)), 1)


def _text(path: Path) -> tuple[str, str]:
    """What the file says, and how its letters were read where that is not UTF-8."""
    try:
        if path.stat().st_size > LARGEST:
            raise Refused(f"{path} is larger than a list of leads.", fix="Take the rows of one or two years.")
        raw = path.read_bytes()
    except OSError as off:
        raise NotFound(f"{path} cannot be read ({off.strerror}).", fix="Give a CSV file.") from off
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for name, told in (("utf-16", "UTF-16"),) if marked else (("utf-8-sig", ""), ("cp1252", "Windows-1252")):
        try:
            return raw.decode(name), told
        except UnicodeDecodeError:
            continue
    raise NotUnderstood(f"{path} is not text that can be read.", fix="Save it as CSV in UTF-8 once more.")


def _table(path: Path, text: str) -> tuple[list[str], list[dict[str, str]]]:
    """Heads and rows of a CSV file, whatever separates them."""
    try:
        form: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:20_000], delimiters=",;\t|")
    except csv.Error:
        form = csv.excel
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), dialect=form)
        rows = [{key: value or "" for key, value in row.items() if isinstance(key, str)} for row in table]
        columns = list(table.fieldnames or ())
    except csv.Error as off:
        raise NotUnderstood(
            f"{path} does not read as a table: {off}.", fix="Save it as CSV once more."
        ) from off
    if not rows or len(rows) > MOST_ROWS:
        raise Refused(f"{path} holds {len(rows)} rows.", fix=f"Between one and {MOST_ROWS} can be tried.")
    return columns, rows


def _won(
    asked: str, columns: Sequence[str], rows: Sequence[dict[str, str]], path: Path
) -> tuple[bool, ...] | None:
    """Which rows became an order; None where nobody asked."""
    if not asked:
        return None
    name, _, word = (part.strip() for part in asked.partition("="))
    column = next((one for one in columns if one.strip().casefold() == name.casefold()), None)
    if column is None:
        raise NotFound(f"{path} has no column '{name}'.", fix=f"It has {', '.join(columns)}.")
    words = (word.casefold(),) if word else YES
    return tuple(row.get(column, "").strip().casefold() in words for row in rows)


def as_line(found: Ready, threshold: Fraction | int) -> str:
    """The numbers as a line to be typed: an insight of that exercise."""
    return f"insight: {literal(found.note(threshold))} exercise={found.exercise.slug}"


def told(found: Ready, threshold: Fraction) -> Iterator[str]:
    """What the rule does at a threshold, and beside it at others."""
    yield found.note(threshold)
    trial = found.at(threshold)
    for name, count in trial.stopped:
        yield f"   {count} stopped by {name}"
    for name in found.missing:
        yield f"   ! the file has no column '{name}': it counts as not told"
    for name in found.unmet:
        yield f"   ! no row meets '{name}': see what it allows"
    if found.read_as:
        yield f"   ! the file is not UTF-8; it was read as {found.read_as}"
    for step in sorted({*map(Fraction, range(0, 101, 10)), Fraction(threshold)}):
        here = found.at(step)
        missed = f", {here.won_missed} won ones missed" if here.won is not None else ""
        yield f"   {show(step, 0):>3}: {here.passed} pass{missed}{'  <' if step == threshold else ''}"
