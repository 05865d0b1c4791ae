"""What lies on the shelves is said in German on German papers: titles, heads, sentences; people's words stay."""

import ast
import re
from collections.abc import Iterator

import pytest

from workshop.exporting.language import language, read
from workshop.library import load
from workshop.measures.exercise_names import row_scope, scope_of
from workshop.measures.formula import Scope, found, parsed
from workshop.measures.input_names import column_name, spaced
from workshop.model.exercises import Exercise, Show
from workshop.shelves import shelf

LIBRARY = load()
GERMAN = language("de_DE")
SLOT = re.compile(r"\{[^{}]*\}")


def _known() -> set[str]:
    tables = read(shelf("exports") / "languages" / "de.toml")
    return {key for table in tables.values() for key in table}


def _printed(exercise: Exercise) -> Iterator[Show]:
    """What the minutes or a sheet show."""
    kept = exercise.living.shows if exercise.living else ()
    return (show for show in exercise.shows if show.minutes or show.slug in kept)


def _titles() -> Iterator[str]:
    for agenda in LIBRARY.agendas:
        yield agenda.title
        for segment in agenda.segments:
            yield from (segment.title, *segment.prompts)
    for exercise in LIBRARY.exercises:
        yield from (exercise.title, *(part.title for part in exercise.parts))
        yield exercise.living.title if exercise.living else ""
        yield from (exercise.brings.sales, exercise.brings.marketing, exercise.brings.guests)
        for show in _printed(exercise):
            yield from (show.title, show.bold_means)


def _words() -> Iterator[str]:
    """Heads, statements, what lies ready, words of verdicts, names of figures and of metrics."""
    yield from (metric.name for metric in LIBRARY.metrics)
    for exercise in LIBRARY.exercises:
        scope = scope_of(exercise, LIBRARY.kinds)
        for show in _printed(exercise):
            rows = scope.known.get(column_name(show.of)) if show.of else None
            names = row_scope(scope, rows) if rows else scope
            yield from (cell.label or _label(cell.value, names) for cell in show.cells)
        yield from (figure.label for figure in exercise.figures if figure.name in exercise.compare.figures)
        for given in exercise.inputs:
            for item in (*given.items, *given.presets):
                yield from (item.text, item.group)
        for figure in exercise.figures:
            yield from (rule.then for rule in figure.rules)


def _label(value: str, scope: Scope) -> str:
    tree = parsed(value).tree
    named = found(tree, scope)
    if named and isinstance(tree, ast.Attribute) and named.name in ("joint", "mean"):
        named = found(tree.value, scope) or named
    return (named.label or spaced(named.name)) if named else ""


def _sentences() -> Iterator[str]:
    """Those that hold more than what was typed or worked out."""
    for exercise in LIBRARY.exercises:
        for show in _printed(exercise):
            if show.kind in ("line", "banner") and re.search("[a-z]", SLOT.sub("", show.text)):
                yield show.text


@pytest.mark.parametrize("texts", [_titles, _words])
def test_every_title_and_every_word_of_the_shelf_has_a_german_one(texts: object) -> None:
    assert callable(texts)
    missing = {text for text in texts() if text and not SLOT.search(text)} - _known()
    assert missing == set()


@pytest.mark.parametrize("text", sorted(set(_sentences())))
def test_every_sentence_of_an_exercise_is_said_in_german(text: str) -> None:
    told = SLOT.sub("7", text)
    assert GERMAN.told(told) != told


def test_a_cell_says_words_of_the_shelf_and_keeps_titles_that_somebody_typed() -> None:
    assert GERMAN.cell("under way") == "begonnen"
    assert GERMAN.cell("Collateral clean-up") == "Collateral clean-up"
    assert GERMAN.word("Collateral clean-up") == "Material aufräumen"


def test_words_with_a_bar_stay_whole_where_people_typed_them() -> None:
    assert GERMAN.cell("north | south") == "north | south"
    assert GERMAN.word("plan | price") == "plan | price"
