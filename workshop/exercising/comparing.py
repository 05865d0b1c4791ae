"""A run beside the last one: figures, rows of the same text, words that came and went (rule 5)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from workshop.exercising.readings import Reading, figure_reading, form_of, row_reading
from workshop.exercising.tables import Table
from workshop.exercising.wording import Wording
from workshop.exercising.worksheet import Worksheet
from workshop.measures.forms import signed
from workshop.measures.formula import names, parsed
from workshop.measures.input_names import column_name, spaced
from workshop.measures.noise import is_noise
from workshop.model.exercises import CompareRows
from workshop.model.results import Moved

ARROW = " → "
UNCHANGED = "unchanged"
"""In place of a difference, where there is none."""


def moved(wording: Wording) -> tuple[Moved, ...]:
    """What moved since the last run; nothing where there was none."""
    last = next(iter(wording.sheet.earlier), None)
    if last is None:
        return ()
    return (*_figures(wording), *_rows(wording), *_words(wording.sheet, last))


# Figures -----------------------------------------------------------------------------------------


def _figures(wording: Wording) -> Iterator[Moved]:
    sheet = wording.sheet
    for name in sheet.exercise.compare.figures:
        figure = next(one for one in sheet.exercise.figures if one.name == name)
        now = figure_reading(wording, figure)
        told = (
            figure_reading(Wording(one), figure)
            for one in sheet.earlier
            if not _asked_anew(sheet, one, figure.name)
        )
        runs = list(
            islice((one for one in told if one.value is not None), max(1, sheet.exercise.compare.runs))
        )
        if now.value is not None or any(run.value is not None for run in runs):
            trail = ARROW.join(run.reads for run in reversed(runs))
            label = figure.label or spaced(figure.name)
            yield _beside(label, now, runs[0] if runs else None, wording, form_of(figure), trail)


def _asked_anew(sheet: Worksheet, other: Worksheet, figure: str) -> bool:
    """Whether a figure rests on statements that were asked in other words, or others."""
    needed = _inputs_behind(sheet, figure, set())
    return any(
        given.items and sheet.run.texts(given.slug) and other.run.texts(given.slug)
        and sheet.run.texts(given.slug) != other.run.texts(given.slug)
        for given in sheet.exercise.inputs
        if column_name(given.slug) in needed
    )  # fmt: skip


def _inputs_behind(sheet: Worksheet, name: str, seen: set[str]) -> set[str]:
    """Names that a figure is made of, through other figures."""
    figure = next((one for one in sheet.exercise.figures if column_name(one.name) == name), None)
    if figure is None or name in seen:
        return {name}
    seen.add(name)
    texts = [figure.value, *(rule.when for rule in figure.rules)]
    told = {one for text in texts if text for one in names(parsed(text))}
    return {behind for one in told for behind in _inputs_behind(sheet, one, seen)}


# Rows --------------------------------------------------------------------------------------------


def _rows(wording: Wording) -> Iterator[Moved]:
    for number, row in enumerate(wording.sheet.exercise.compare.rows, 1):
        where = f"compare.rows[{number}]"
        old = _last_readings(wording.sheet, row, where)
        label = row.label or _called(wording, row)
        for key, (text, now) in _keyed(wording, row, where).items():
            before = old.get(key)
            if now.value is None and (before is None or before.value is None):
                continue
            one = _beside(
                f"{text}: {label}" if label else text, now, before, wording, _row_form(wording, row)
            )
            if _counts(one, now, before, Fraction(row.moved)):
                yield one


def _called(wording: Wording, row: CompareRows) -> str:
    """With one comparison of an input its rows speak for themselves."""
    alone = sum(1 for one in wording.sheet.exercise.compare.rows if one.of == row.of) == 1
    return "" if alone else row.value


def _counts(one: Moved, now: Reading, before: Reading | None, least: Fraction) -> bool:
    """New rows are named; of others those that moved, by enough, or changed their word."""
    if before is None or before.value is None:
        return True
    if isinstance(now.value, Fraction) and isinstance(before.value, Fraction):
        return now.value != before.value and abs(now.value - before.value) >= least
    return one.old != one.new


def _keyed(wording: Wording, row: CompareRows, where: str) -> dict[str, tuple[str, Reading]]:
    table = wording.sheet.table(row.of)
    found: dict[str, tuple[str, Reading]] = {}
    for at in range(len(table)) if isinstance(table, Table) else ():
        place = wording.row(table, at, where)  # type: ignore[arg-type]  # of that kind, as the file was checked
        text = table.rows[at].text  # type: ignore[union-attr]  # a table, as the file was checked
        key = wording.told(row.by, place, "text") if row.by else text
        if key:
            found[" ".join(key.split()).casefold() if row.by else " ".join(key.split())] = (
                text, row_reading(wording, row, place),
            )  # fmt: skip
    return found


def _last_readings(sheet: Worksheet, row: CompareRows, where: str) -> dict[str, Reading]:
    """Each row as it was told last: a run that asked about some of them only leaves the others as they were."""
    told: dict[str, Reading] = {}
    for run in reversed(sheet.earlier):
        for key, (_, reading) in _keyed(Wording(run), row, where).items():
            if reading.value is not None or key not in told:
                told[key] = reading
    return told


def _row_form(wording: Wording, row: CompareRows) -> str:
    table = wording.sheet.table(row.of)
    return row.form or (
        wording.form(row.value, wording.scope(table)) if isinstance(table, Table) else "number"
    )


# Words -------------------------------------------------------------------------------------------


def _words(sheet: Worksheet, last: Worksheet) -> Iterator[Moved]:
    for slug in sheet.exercise.compare.words:
        given = sheet.exercise.input(slug)
        title = (given.title if given else "") or spaced(slug)
        now, before = _texts(sheet, slug), _texts(last, slug)
        added = [text for key, text in now.items() if key not in before]
        dropped = [text for key, text in before.items() if key not in now]
        if added:
            yield Moved(f"{title}: new", "", ", ".join(added), "")
        if dropped:
            yield Moved(f"{title}: gone", ", ".join(dropped), "", "")


def _texts(sheet: Worksheet, slug: str) -> dict[str, str]:
    table = sheet.table(slug)
    return (
        {" ".join(row.text.split()).casefold(): row.text for row in table.rows}
        if isinstance(table, Table)
        else {}
    )


# Both --------------------------------------------------------------------------------------------


def _beside(
    label: str, now: Reading, before: Reading | None, wording: Wording, form: str, trail: str = ""
) -> Moved:
    """New where there is no value to compare with; a difference only between numbers that are not the same."""
    if before is None or before.value is None:
        return Moved(
            label,
            trail,
            now.reads,
            "",
            before.n if before else None,
            now.n,
            fresh=before is None or not trail,
        )
    difference, noise = UNCHANGED if now.value == before.value else "", False
    if isinstance(now.value, Fraction) and isinstance(before.value, Fraction) and not difference:
        step = now.value - before.value
        difference = signed(step, form, wording.sheet.surroundings.currency)  # type: ignore[arg-type]  # of that kind, as the file was checked
        noise = is_noise(step, (before.step, now.step))
    return Moved(label, trail or before.reads, now.reads, difference, before.n, now.n, noise)
