"""Withheld words occur in no byte of a copy, and the copy says how many records it does not hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import action, decision, dispute, entry, parked, said
from leaving import everything

from workshop.exporting.digest import Source, digest
from workshop.exporting.digest.source import Copy
from workshop.exporting.formats import FORMATS
from workshop.model.entries import Audience, Metric

SALES, MARKETING, TEAMS, ALONE = "zebra", "walrus", "ocelot", "mandrill"
WORDS: dict[str, Audience] = {SALES: "sales", MARKETING: "marketing", TEAMS: "internal", ALONE: "me"}


@pytest.fixture
def marked(source: Source) -> Source:
    """Each word once as an entry, a parked topic, a programme, an action, a decision, a dispute and a metric."""
    state, meeting, place = source.state, source.meeting, 40
    for word, audience in WORDS.items():
        entries = tuple(
            entry(place + step, said(kind, f"{word} {kind}", team="sales", audience=audience, tactic=word), meeting=2, segment=2)
            for step, kind in enumerate(("objection", "need", "quote", "credit", "question", "agreement", "term", "programme", "parking"))
        )  # fmt: skip
        line = said("action", word, source=f"N-{place}", audience=audience)
        made = replace(action(place, "P-1", meeting=2), said=line, done_when=word)
        ruled = replace(decision(place, meeting=2), said=said("decision", word, audience=audience))
        fought = replace(
            dispute(place, meeting=2), said=said("dispute", word, audience=audience), outcome=word
        )
        count = Metric(word, 2, said("metric", word, parts="1/2", audience=audience))
        meeting = replace(meeting, entries=meeting.entries + entries)
        state = replace(
            state, actions=(*state.actions, made), decisions=(*state.decisions, ruled), disputes=(*state.disputes, fought),
            metrics=(*state.metrics, count), agreements=(*state.agreements, entries[5]), terms=(*state.terms, entries[6]),
            programmes=(*state.programmes, entries[7]),
            parked=(*state.parked, replace(parked(f"N-{place + 8}", text=word), meeting=2)),
        )  # fmt: skip
        place += 10
    state = replace(state, meetings=(state.meetings[0], meeting))
    return replace(source, state=state, meeting=meeting)


PARTLY = ("ics-days", "results")
"""Formats that do not hold every record: only actions with a day, only what exercises came to."""


@pytest.mark.parametrize(
    ("copy", "readable"),
    [("internal", {TEAMS}), ("sales", {TEAMS, SALES}), ("marketing", {TEAMS, MARKETING}), ("guests", set())],
)
def test_withheld_words_occur_in_no_byte(marked: Source, copy: Copy, readable: set[str]) -> None:
    for form in FORMATS:
        text = everything(form.name, form.render(replace(marked, audience=copy)))
        for word in WORDS:
            if word not in readable or form.name not in PARTLY:
                assert (word in text) == (word in readable), (form.name, word)


@pytest.mark.parametrize(
    ("copy", "count"), [("internal", 26), ("sales", 13), ("marketing", 13), ("guests", 39)]
)
def test_a_copy_says_how_many_records_it_does_not_hold(marked: Source, copy: Copy, count: int) -> None:
    """Nine entries, an action, a decision, a dispute and a metric of each team, and of both; private notes are not counted."""
    assert digest(replace(marked, audience=copy)).withheld == count


def test_figures_are_those_of_the_whole_record(marked: Source) -> None:
    copies: tuple[Copy, ...] = ("internal", "sales", "marketing", "guests")
    told = [digest(replace(marked, audience=copy)) for copy in copies]
    assert len({(minutes.sides, minutes.balance, minutes.new_actions) for minutes in told}) == 1
    assert len({minutes.matters.by_due for minutes in told if minutes.matters}) == 1


def test_what_was_left_open_of_a_withheld_record_is_withheld_too(marked: Source) -> None:
    """After an early close: a record by its id, a number by its name."""
    asked = "Was anybody asked for anything unsaid?"
    told = ("N-40 objection lacks rival.", "The number 'zebra' has no period.", "A-1 has no date.", asked)
    closing = replace(marked.meeting.closing, early="fire alarm", left_open=told)
    early = replace(marked, meeting=replace(marked.meeting, closing=closing))
    assert digest(replace(early, audience="sales")).left_open == told
    assert digest(replace(early, audience="marketing")).left_open == told[2:]


def test_a_correction_of_a_withheld_record_is_withheld_too(marked: Source) -> None:
    from workshop.model.meeting import Correction

    note = Correction(9, "N-40", "zebra after all", 2, 2, marked.meeting.on)
    meeting = replace(marked.meeting, corrections=(note,))
    state = replace(marked.state, meetings=(marked.state.meetings[0], meeting))
    assert digest(replace(marked, state=state, meeting=meeting)).corrections == ()


def test_sides_of_a_dispute_are_printed_only_with_consent(source: Source) -> None:
    assert digest(source).disputes[0].sides == ()
    agreed = tuple(
        replace(row, said=replace(row.said, fields=(*row.said.fields, *said(consent="yes").fields)))
        for row in source.state.disputes
    )
    assert digest(replace(source, state=replace(source.state, disputes=agreed))).disputes[0].sides == (
        "ours is right",
        "no, ours",
    )


@pytest.fixture
def reported(marked: Source) -> Source:
    """The same meeting, where an exercise works out what the field said."""
    first, *rest = marked.meeting.items
    segment = replace(first.segment, exercise="field-report")
    meeting = replace(marked.meeting, items=(replace(first, segment=segment), *rest))
    return replace(
        marked, meeting=meeting, state=replace(marked.state, meetings=(marked.state.meetings[0], meeting))
    )


@pytest.mark.parametrize(
    ("copy", "readable"),
    [("internal", {TEAMS}), ("sales", {TEAMS, SALES}), ("marketing", {TEAMS, MARKETING}), ("guests", set())],
)
def test_an_exercise_is_worked_out_from_what_the_copy_may_hold(
    reported: Source, copy: Copy, readable: set[str]
) -> None:
    source = replace(reported, audience=copy)
    (row,) = digest(source).exercises
    assert (row.outcome.exercise, row.segment) == ("field-report", 1)
    for form in FORMATS:
        text = everything(form.name, form.render(source))
        for word in set(WORDS) - readable:
            assert word not in text, (form.name, word)


def test_an_exercise_says_how_many_records_it_could_not_count(reported: Source) -> None:
    """One objection of each team is withheld from the copy of both; what is for one alone is not told of."""
    (row,) = digest(replace(reported, audience="internal")).exercises
    assert row.outcome.notes[-1] == "2 records not in this copy and not counted"
    (row,) = digest(replace(reported, audience="sales")).exercises
    assert row.outcome.notes[-1] == "1 record not in this copy and not counted"
