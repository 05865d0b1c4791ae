"""The twenty-five exercises and nine building blocks on the shelf: what the list of the manual says, and how they talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from workshop.library import load
from workshop.model.exercises import Exercise
from workshop.shelves import shelf

LIBRARY = load()
DOCS = (shelf("agendas").parent / "docs" / "exercises.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| E\d\d \| `([\w-]+)` \| .*? \| (\d+) \((\d+)-(\d+)\) \| (\w+) \| ([R\d ]+) \|$", re.MULTILINE
)
LISTED = {slug: rest for slug, *rest in ROW.findall(DOCS)}
AVOIDED = re.compile(r"!|\b(failure|blame|guilty|ignore|wrong|rejected)\b", re.IGNORECASE)


def known(slug: str) -> Exercise:
    found = LIBRARY.exercise(slug)
    assert found is not None, slug
    return found


def words(exercise: Exercise) -> Iterator[str]:
    """Everything of an exercise that somebody reads, but the formulas."""
    yield from (exercise.title, exercise.purpose, exercise.cadence)
    yield from (exercise.brings.sales, exercise.brings.marketing, exercise.brings.guests)
    for step in exercise.steps:
        yield from (step.say, step.do)
    for given in exercise.inputs:
        yield from (given.title, given.ask, *(item.text for item in (*given.items, *given.presets)))
    for show in exercise.shows:
        yield from (show.title, show.text)
    for suggest in exercise.suggests:
        yield from (
            suggest.why,
            suggest.action,
            suggest.decision,
            suggest.parking,
            suggest.dispute,
            suggest.done_when,
        )
    for part in exercise.parts:
        yield from (part.title, *part.prompts)


def test_the_list_of_the_manual_is_read() -> None:
    assert len(LISTED) == 25


@pytest.mark.parametrize("slug", sorted(LISTED))
def test_an_exercise_lasts_and_leads_as_the_list_says(slug: str) -> None:
    exercise = known(slug)
    minutes, least, most, lead, rows = LISTED[slug]
    assert (exercise.minutes, exercise.least or exercise.minutes, exercise.most or exercise.minutes) == (
        int(minutes), int(least), int(most),
    )  # fmt: skip
    assert exercise.lead == lead
    assert list(exercise.seeds) == rows.split()
    assert not exercise.block


@pytest.mark.parametrize("slug", sorted(LISTED))
def test_an_exercise_has_a_script_and_says_what_each_side_brings(slug: str) -> None:
    exercise = known(slug)
    assert exercise.steps
    assert exercise.purpose
    assert exercise.brings.sales
    assert exercise.brings.marketing


def test_every_exercise_and_every_part_that_an_agenda_names_is_there() -> None:
    for agenda in LIBRARY.agendas:
        for segment in agenda.segments:
            for slug in (segment.exercise, *segment.alternatives):
                assert not slug or LIBRARY.exercise(slug) or LIBRARY.report(slug), f"{agenda.slug}: {slug}"
            report = LIBRARY.report(segment.exercise)
            parts = {part.slug for part in (report.parts if report else ())}
            if segment.exercise and segment.part:
                assert segment.part in parts | {part.slug for part in known(segment.exercise).parts}
    assert LIBRARY.notes == ()


def test_what_agendas_name_as_a_block_is_one() -> None:
    named = {block for agenda in LIBRARY.agendas for segment in agenda.segments for block in segment.blocks}
    assert named
    assert all(known(block).block for block in named)


def test_what_leads_to_an_exercise_leads_to_one_that_is_there() -> None:
    slugs = {exercise.slug for exercise in LIBRARY.exercises} | {cards.slug for cards in LIBRARY.cards}
    for exercise in LIBRARY.exercises:
        named = [suggest.next for suggest in exercise.suggests if suggest.next and "{" not in suggest.next]
        named += [
            value
            for given in exercise.inputs
            for item in given.items
            for key, value in item.values
            if key == "next"
        ]
        assert set(named) <= slugs, exercise.slug


def test_nothing_is_shouted_or_blamed() -> None:
    for exercise in LIBRARY.exercises:
        for text in words(exercise):
            assert not AVOIDED.search(re.sub(r"\{[^}]*\}", "", text)), f"{exercise.slug}: {text}"


def test_drafts_of_actions_begin_with_a_verb_and_say_when_they_are_done() -> None:
    for exercise in LIBRARY.exercises:
        for suggest in exercise.suggests:
            if suggest.action and not suggest.action.startswith("{"):
                assert suggest.action[0].isupper(), f"{exercise.slug}: {suggest.action}"
                assert suggest.done_when, f"{exercise.slug}: {suggest.action}"
