"""How a decision came about, who ended a dispute, what a correction replaced, and numbers beside those of before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import day, decision, roti, said

from workshop.exporting import markdown
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.model.entries import Decision, DisputeStatus, Metric
from workshop.model.meeting import Attendance, Correction


def papers(minutes: Minutes) -> tuple[str, str]:
    return page(minutes, Look()), markdown.render(minutes).decode()


def decided(source: Source, made: Decision) -> Minutes:
    return digest(replace(source, state=replace(source.state, decisions=(replace(made, meeting=2),))))


def test_what_a_named_person_decided_carries_a_mark(source: Source) -> None:
    minutes = decided(source, decision(mode="decider", decider="P-1"))
    assert (minutes.decisions[0].verdict, minutes.decisions[0].how) == ("decided", "by Łukasz Żuk")
    html, text = papers(minutes)
    assert "✓ decided" in html
    assert "decided by Łukasz Żuk" in text


def test_a_decider_beside_a_vote_reads_as_a_sentence(source: Source) -> None:
    made = replace(decision(mode="gradient"), decider="P-1")
    assert decided(source, made).decisions[0].how == "by gradient, with Łukasz Żuk to decide"


def test_a_decider_who_is_not_told_is_left_open(source: Source) -> None:
    row = decided(source, decision(mode="decider")).decisions[0]
    assert (row.verdict, row.how) == ("not decided", "by named decider")


@pytest.mark.parametrize(("status", "said"), [("decided", "Decided by"), ("settled", "")])
def test_a_dispute_that_ended_no_longer_says_by_when(
    source: Source, status: DisputeStatus, said: str
) -> None:
    ended = replace(
        source.state.disputes[0],
        status=status,
        outcome="we wait",
        settled_on=day("2026-03-17"),
        arbiter="P-6",
    )
    html, text = papers(digest(replace(source, state=replace(source.state, disputes=(ended,)))))
    assert "Who decides" not in html
    assert "who decides" not in text
    assert ("Decided by" in html, "decided by: Ольга Ткач" in text) == (bool(said), bool(said))


def test_the_old_words_of_a_corrected_record_are_listed_beside_the_new(source: Source) -> None:
    words = source.state.actions[-1].said.text
    corrected = Correction(3, "A-4", words, 2, 3, day("2026-03-31"), original="Draft it")
    meeting = replace(source.meeting, corrections=(corrected,))
    state = replace(source.state, meetings=(source.state.meetings[0], meeting))
    minutes = digest(replace(source, meeting=meeting, state=state))
    assert [(row.ref, row.original) for row in minutes.corrections] == [("A-4", "Draft it")]
    html, text = papers(minutes)
    assert "was: Draft it" in text
    assert "Draft it" in html


def numbers(source: Source, *rows: tuple[str, int, str, str]) -> Minutes:
    """Name, meeting, parts, period."""
    told = tuple(
        Metric(name, meeting, said("metric", name, parts=parts, period=period))
        for name, meeting, parts, period in rows
    )
    return digest(replace(source, state=replace(source.state, metrics=told)))


@pytest.mark.parametrize(
    ("before", "now", "trend", "unequal"),
    [
        (("win rate", "won=6 lost=14", "2025 Q4"), ("Closing ratio", "20/40", "2025q4"), "better", False),
        (("cost per lead", "900/30", "Q1"), ("cost per lead", "900/20", "Q1"), "worse", False),
        (
            ("untouched leads", "20", "Q1"),
            ("untouched leads", "4", "March"),
            "",
            True,
        ),  # counts of unequal periods
        (("untouched leads", "20", "Q1"), ("untouched leads", "20", "Q1"), "as before", False),
        (
            ("smiles", "20", "Q1"),
            ("smiles", "30", "Q1"),
            "",
            False,
        ),  # the shelf does not know where better lies
    ],
)
def test_a_number_is_compared_with_itself_over_the_same_period(
    source: Source, before: tuple[str, str, str], now: tuple[str, str, str], trend: str, unequal: bool
) -> None:
    minutes = numbers(source, (before[0], 1, *before[1:]), (now[0], 2, *now[1:]))
    (row,) = minutes.scoreboard
    assert bool(row.previous)
    assert (row.trend, row.unequal) == (trend, unequal)


def test_another_number_is_not_the_value_before(source: Source) -> None:
    minutes = numbers(source, ("lead acceptance", 1, "6/20", "Q1"), ("win rate", 2, "6/20", "Q1"))
    assert [(row.name, row.previous, row.unequal) for row in minutes.scoreboard] == [("win rate", "", False)]
    assert "first value" in papers(minutes)[1]


def test_parts_without_a_definition_or_a_formula_are_shown_as_told(source: Source) -> None:
    minutes = numbers(source, ("smiles", 2, "big=6 small=14", "Q1"), ("win rate", 2, "won=6", "Q1"))
    assert [row.value for row in minutes.scoreboard] == ["big 6, small 14", "won 6"]


@pytest.mark.parametrize(("there", "how"), [(2, "in an open round"), (3, "in confidence")])
def test_the_return_on_time_is_printed_as_it_was_asked(source: Source, there: int, how: str) -> None:
    people = tuple(Attendance(f"P-{number}", "sales") for number in range(1, there + 1))
    asked = replace(source.meeting, attendance=people, roti=roti(sales=f"4x{there}"))
    minutes = digest(replace(source, meeting=asked))
    assert minutes.roti is not None
    assert minutes.roti.open_round == (there == 2)
    html, text = papers(minutes)
    assert f"(n={there}, {how}" in html
    assert f"(n={there}, {how})" in text


def test_no_line_is_broken_before_a_per_cent_sign_or_an_n(source: Source) -> None:
    rate = Metric("win rate", source.meeting.number, said("metric", "win rate", parts="3/7", period="2026"))
    minutes = digest(replace(source, state=replace(source.state, metrics=(rate,))))
    html, text = papers(minutes)
    assert "42.9\u00a0%" in html
    assert "4.67\u00a0(n=3)" in html
    assert "42.9 %" in text
