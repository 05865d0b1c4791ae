"""The team's own exercises beside and in place of the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.library import load
from workshop.library.exercise_shelf import ExerciseShelf
from workshop.library.exercises import read_exercise
from workshop.library.references import loose_ends
from workshop.shelves import shelf

Write = Callable[[str, str], Path]
SHIPPED = load()
OWN = """
title = "Ten leads"
purpose = "Ours."
lead = "both"
minutes = 9
[[steps]]
minute = 0
say = "Every lead in silence."
[[inputs]]
slug = "leads"
shape = "rows"
title = "Leads"
word = "lead"
fields.why = { label = "why this lead" }
[[shows]]
slug = "line"
kind = "line"
text = "{count(leads)} leads."
[[parts]]
slug = "short"
steps = [1]
"""
CARDS = '[[cards]]\nslug = "a"\ntitle = "A"\nprompt = "?"\nkinds = ["note"]\n'
AGENDA = """
title = "Ours"
purpose = "Us."
[[segments]]
title = "One"
kind = "exercise"
minutes = 9
exercise = "leads"
part = "shrot"
"""


def test_an_own_exercise_stands_beside_the_shipped_ones(write: Write) -> None:
    library = load(write("exercises/leads.toml", OWN))
    own = library.exercise("leads")
    assert own is not None
    assert own.title == "Ten leads"
    assert library.notes == ()
    assert own in library.exercises
    assert library.missing_exercises(load().agenda("kickoff-120").segments) == ()


def test_an_own_exercise_takes_the_place_of_the_shipped_one(write: Write) -> None:
    library = load(write("exercises/alignment-pulse.toml", OWN))
    pulse = library.exercise("alignment-pulse")
    assert pulse is not None
    assert pulse.title == "Ten leads"
    assert len(library.exercises) == len(load().exercises)


def test_an_own_exercise_that_is_off_is_noted_and_the_shipped_one_used(write: Write) -> None:
    text = OWN.replace("count(leads)", "count(leds)")
    library = load(write("exercises/alignment-pulse.toml", text))
    assert library.notes == (
        (
            "exercises/alignment-pulse.toml: shows[1].text: there is nothing called 'leds' here; did you mean leads? "
            "The shipped one is used in its place."
        ),
    )
    pulse = library.exercise("alignment-pulse")
    assert pulse is not None
    assert pulse.title != "Ten leads"
    alone = load(write("exercises/leads.toml", text))
    assert alone.exercise("leads") is None
    assert "It is left out." in alone.notes[1]


def test_a_file_may_be_a_report_and_an_exercise(write: Write) -> None:
    library = load(
        write(
            "exercises/leads.toml",
            'says = ["Begin."]\n' + OWN + CARDS + "[[parts]]\nslug = 'c'\ncards = ['a']\n",
        )
    )
    assert library.notes == ()
    report, exercise = library.report("leads"), library.exercise("leads")
    assert report is not None
    assert exercise is not None
    assert [part.slug for part in report.parts] == ["c"]
    assert [part.slug for part in exercise.parts] == ["short", "c"]


def test_a_report_of_cards_alone_is_no_exercise(write: Write) -> None:
    head = "\n".join(OWN.splitlines()[:5]) + "\n"
    library = load(write("exercises/cards.toml", head + CARDS))
    assert library.exercise("cards") is None
    assert library.report("cards") is not None
    assert "cards" not in [exercise.slug for exercise in library.exercises]


def test_a_part_that_is_not_there_is_noted(write: Write) -> None:
    write("exercises/leads.toml", OWN)
    assert load(write("agendas/ours-9.toml", AGENDA)).notes == (
        (
            "agendas/ours-9.toml: segments[1].part: leads has no part 'shrot'; did you mean short? "
            "All of it is used."
        ),
    )


def test_an_exercise_or_a_kind_that_is_not_there_is_noted(write: Write) -> None:
    text = (
        OWN
        + '[[suggests]]\nwhy = "w"\nnext = "win-los"\n[[inputs]]\nslug = "told"\nshape = "rows"\nkinds = ["wni"]\n'
    )
    notes = load(write("exercises/leads.toml", text)).notes
    assert notes == (
        "exercises/leads.toml: inputs[2].kinds: 'wni' is not a kind of entry; did you mean win?",
        "exercises/leads.toml: suggests[1].next: there is no exercise 'win-los'; did you mean win-loss?",
    )


def test_words_of_a_vocabulary_change_what_is_read_and_no_formula(write: Write) -> None:
    write(
        "agendas/profiles.toml",
        '[vocabularies.shops]\ntitle = "Shops"\nwords = { lead = "visitor", leads = "visitors" }\n',
    )
    library = load(write("exercises/leads.toml", OWN), vocabulary="shops")
    own = library.exercise("leads")
    assert own is not None
    assert own.title == "Ten visitors"
    assert own.steps[0].say == "Every visitor in silence."
    assert own.inputs[0].fields[0].label == "why this visitor"
    assert (own.inputs[0].title, own.inputs[0].prefix) == ("Visitors", "lead")
    assert own.shows[0].text == "{count(leads)} visitors."


def test_a_shipped_exercise_is_read_when_it_is_asked_for() -> None:
    library = load()
    assert library.shelf.read == {}
    assert library.exercise("win-loss") is library.exercise("win-loss")
    assert list(library.shelf.read) == ["win-loss"]
    assert library.exercise("nothing") is None


def test_every_shipped_exercise_reads() -> None:
    library = load()
    files = {path.stem for path in shelf("exercises").glob("*.toml")}
    assert {exercise.slug for exercise in library.exercises} | {
        report.slug for report in library.cards
    } == files


@pytest.mark.parametrize("path", sorted(shelf("exercises").glob("*.toml")), ids=lambda path: path.stem)
def test_every_formula_of_a_shipped_exercise_is_known_to_fit(path: Path) -> None:
    assert read_exercise(path) == SHIPPED.exercise(path.stem)


def test_shipped_files_name_nothing_that_is_not_there() -> None:
    library = load()
    files = tuple(shelf("exercises").glob("*.toml"))
    slugs = [path.stem for path in (*files, *shelf("agendas").glob("*.toml"))]
    everything = ExerciseShelf(files, library.exercises)
    assert loose_ends(library.agendas, library.kinds, library.cards, library.choices, everything, slugs) == ()
