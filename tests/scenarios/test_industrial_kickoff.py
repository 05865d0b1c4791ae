"""The kickoff of Norvik Dosing Systems as it was typed: every figure that is not of an exercise (rows I1)."""

import io
from collections import Counter

import pytest
from pypdf import PdfReader
from scripts import Stage

from workshop.exporting import pdf
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.facilitation.clock import meeting_time, whole_minutes
from workshop.followup.load import new_by_team, over_cap
from workshop.followup.programmes import warnings
from workshop.followup.voices import voices
from workshop.measures.lens import TwoTeam
from workshop.measures.roti import figures
from workshop.measures.rounding import show
from workshop.measures.verdicts import buy_in, decision_verdict, dispute_verdict, five
from workshop.model.entries import Entry
from workshop.model.meeting import Meeting
from workshop.model.state import State


@pytest.fixture(scope="module")
def state(kickoff: Stage) -> State:
    return kickoff.at_close(1)


@pytest.fixture(scope="module")
def meeting(kickoff: Stage) -> Meeting:
    return kickoff.meeting(1)


@pytest.fixture(scope="module")
def minutes(kickoff: Stage) -> Minutes:
    return kickoff.minutes(1)


def entry(meeting: Meeting, number: int) -> Entry:
    return next(entry for entry in meeting.entries if entry.number == number)


def shown(lens: TwoTeam) -> tuple[str, str, str]:
    """Sales, marketing and joint as people read them."""
    return show(lens.sales, 2), show(lens.marketing, 2), show(lens.joint, 2)


# Who was there, what was said ------------------------------------------------------------------------


def test_attendance_is_counted_by_team_and_apologies_are_listed_by_name(minutes: Minutes) -> None:
    """I1.1"""
    counts = {team.team: len(team.people) for team in minutes.attendance}
    assert counts == {"sales": 5, "marketing": 4, "guest": 2, "facilitator": 1}
    assert sum(counts.values()) == 12
    assert {here.who.name: here.note for here in minutes.apologies} == {
        "Erik Dahl": "message read aloud",
        "Nils Aaberg": "holiday",
    }


def test_whoever_leaves_early_is_noted_with_the_time(minutes: Minutes) -> None:
    """I1.1, the note on Tomasz Wrona"""
    here = next(row for team in minutes.attendance for row in team.people if row.who.name == "Tomasz Wrona")
    assert here.note == "until 11:00, after the return-on-time sheet"


def test_sixty_entries_are_stored_each_under_its_kind(meeting: Meeting) -> None:
    """I1.2"""
    kinds = Counter(entry.said.kind for entry in meeting.entries)
    assert dict(kinds) == {
        "agreement": 4, "check-in": 2, "comparison": 3, "condition": 3, "credit": 2, "finding": 2, "goal": 1,
        "hot-button": 2, "insight": 1, "lead-quality": 2, "loss": 1, "message-fit": 2, "need": 8, "no-decision": 1,
        "note": 1, "objection": 4, "parking": 3, "press": 1, "programme": 3, "promo": 1, "question": 1, "quote": 1,
        "risk": 1, "rival": 2, "shadow": 2, "shift": 1, "term": 2, "tool": 2, "win": 1,
    }  # fmt: skip
    assert len(meeting.entries) == 60
    assert [entry.number for entry in meeting.entries] == list(range(1, 61))


def test_entries_count_for_the_speakers_team_and_not_when_read_aloud(
    meeting: Meeting, minutes: Minutes
) -> None:
    """I1.3: the note of the sponsor was read aloud, agreements and terms belong to both."""
    heard = voices(meeting.entries)
    assert {voice.team: voice.entries for voice in heard.teams} == {
        "sales": 30,
        "marketing": 18,
        "guest": 4,
        "facilitator": 1,
    }
    assert show(heard.balance, 2) == "0.60"  # 18 / 30
    assert minutes.balance == "0.60"
    assert entry(meeting, 2).read_aloud


# The clock and what came before ----------------------------------------------------------------------


def test_the_meeting_took_two_minutes_more_than_planned(minutes: Minutes) -> None:
    """I1.4: planned 5 10 20 12 15 5 20 15 10 5 3, real 5 11 22 12 16 5 19 14 9 6 3"""
    assert [segment.planned for segment in minutes.segments] == [5, 10, 20, 12, 15, 5, 20, 15, 10, 5, 3]
    assert [segment.real for segment in minutes.segments] == [5, 11, 22, 12, 16, 5, 19, 14, 9, 6, 3]
    assert (minutes.when.planned, minutes.when.real) == (120, 122)


def test_the_sum_of_real_time_is_that_of_the_exact_times(state: State, meeting: Meeting) -> None:
    """I1.4: rounded once, from 09:00 to 11:02"""
    assert whole_minutes(meeting_time(meeting, state.moment)) == 122


def test_a_first_meeting_says_that_there_are_no_earlier_minutes(kickoff: Stage, minutes: Minutes) -> None:
    """I1.5"""
    assert minutes.previous == "No earlier minutes on record."
    assert "No earlier minutes on record." in kickoff.after("/start")


# Programmes ------------------------------------------------------------------------------------------


def test_buy_in_is_the_mean_of_the_sellers(meeting: Meeting) -> None:
    """I1.19: 4+4+5+4+3 = 20, 3+2+3+3+1 = 12, 4+3+4+3+4 = 18, each over five"""
    found = {entry(meeting, number).said.text: buy_in(entry(meeting, number)) for number in (12, 13, 14)}
    assert {name: show(lens.sales, 2) for name, lens in found.items() if lens} == {
        "Clean Water Spring (three webinars)": "4.00",
        "DosaMax 3 launch": "2.40",
        "Aquatech fair Hamburg": "3.60",
    }


def test_a_vote_of_the_sellers_alone_does_not_say_that_marketing_was_away(kickoff: Stage) -> None:
    """I1.19: buy-in is asked of the sellers; marketing sits at the table."""
    assert kickoff.after("/vote N-12") == "N-12 buy-in: sales 4.00 n=5"


def test_only_the_launch_has_warnings_and_they_name_what_it_lacks(meeting: Meeting) -> None:
    """I1.20: Clean Water Spring starts in 20 days, but sales was heard on 20 February."""
    assert warnings(entry(meeting, 12), meeting.on) == ()
    assert warnings(entry(meeting, 13), meeting.on) == (
        "no call to action",
        "no sales task",
        "a buy-in vote of 0-1",
        "sales buy-in 2.40 below 3",
    )
    assert warnings(entry(meeting, 14), meeting.on) == ()


# Decisions and disputes ------------------------------------------------------------------------------


def test_the_first_round_on_the_lead_definition_needs_work(state: State) -> None:
    """I1.27: sales 16 / 5, marketing 17 / 4; one vote of 2 holds it back."""
    decision = state.decision(1)
    assert decision is not None
    first = five(decision.rounds[0])
    assert first.word == "needs work"
    assert shown(first.lens) == ("3.20", "4.25", "3.73")  # (3.20 + 4.25) / 2 = 3.725, away from zero


def test_the_second_round_over_the_changed_text_passes(state: State) -> None:
    """I1.27: sales 17 / 5, marketing 17 / 4"""
    decision = state.decision(1)
    assert decision is not None
    second = decision_verdict(decision)
    assert second.word == "passed"
    assert shown(second.lens) == ("3.40", "4.25", "3.83")  # 3.825
    assert decision.rounds[0].text != decision.rounds[1].text
    assert decision.rounds[1].text == decision.said.text
    assert "or a request for a quotation, whatever the time frame" in decision.said.text


def test_records_of_each_sort_are_counted_and_no_number_stands_twice(
    state: State, meeting: Meeting, minutes: Minutes
) -> None:
    """I1.28"""
    assert [decision.number for decision in state.decisions] == [1, 2, 3, 4, 5]
    assert [dispute.number for dispute in state.disputes] == [1, 2]
    assert [action.number for action in state.actions] == list(range(1, 16))
    kinds = Counter(entry.said.kind for entry in meeting.entries)
    assert (kinds["parking"], kinds["credit"]) == (3, 2)
    assert len(minutes.parking) == 3
    assert len(minutes.credits) == 2


def test_a_zero_stops_the_vote_on_the_dispute(state: State) -> None:
    """I1.29: sales 22 / 5, marketing 5 / 4 with one 0"""
    dispute = state.dispute(2)
    assert dispute is not None
    verdict = dispute_verdict(dispute)
    assert verdict is not None
    assert verdict.word == "stopped"
    assert shown(verdict.lens)[:2] == ("4.40", "1.25")


def test_a_stopped_vote_offers_to_escalate_with_arbiter_and_day(kickoff: Stage, state: State) -> None:
    """I1.29"""
    assert "/escalate X-2 @erik >fri" in kickoff.after("/vote X-2")
    dispute = state.dispute(2)
    assert dispute is not None
    assert (kickoff.name(dispute.arbiter), str(dispute.decide_by)) == ("Erik Dahl", "2026-03-16")
    assert kickoff.after("/escalate X-2") == "X-2 escalated, Erik Dahl decides by Mon 16 March 2026"


def test_each_dispute_has_its_status_and_its_day(minutes: Minutes) -> None:
    """I1.30"""
    found = [(row.id, row.status, str(row.decide_by), row.overdue) for row in minutes.disputes]
    assert found == [("X-1", "talking", "2026-03-31", False), ("X-2", "escalated", "2026-03-16", False)]


# Numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lead acceptance", "45.0 %"),  # I1.31
        ("in-time contact", "31.7 %"),  # I1.32
        ("lead->opportunity", "15.0 %"),  # I1.33
        ("win rate", "30.0 %"),  # I1.34: 6 / (6 + 14)
        ("velocity", "4,988 EUR/day"),  # I1.35: 42 * 0.30 * 38,000 / 96 = 4,987.50
        ("cost per opportunity", "4,666.67 EUR"),  # I1.36
        ("unused share", "37.0 %"),  # I1.37
        ("DIY hours per seller", "3.0 h"),  # I1.38
    ],
)
def test_each_number_of_the_scoreboard_reads_in_its_form(minutes: Minutes, name: str, value: str) -> None:
    assert next(row.value for row in minutes.scoreboard if row.name == name) == value


def test_the_win_rate_has_a_second_figure_with_no_decision(minutes: Minutes) -> None:
    """I1.34, I1.39: 6 / (6 + 14 + 5)"""
    row = next(row for row in minutes.scoreboard if row.name == "win rate")
    assert (row.second, row.number, row.few) == ("with no-decision 24.0 %", 0.3, False)


# Actions and the end ---------------------------------------------------------------------------------


def test_actions_are_counted_by_the_owners_team(state: State, meeting: Meeting) -> None:
    """I1.40"""
    assert dict(new_by_team(state, meeting)) == {"marketing": 6, "sales": 6, "guest": 2, "facilitator": 1}


def test_nobody_is_over_the_soft_cap(state: State, meeting: Meeting) -> None:
    """I1.41: two actions at most for one person"""
    assert over_cap(state, meeting) == ()


def test_return_on_time_is_pooled_and_split_where_every_group_has_three(meeting: Meeting) -> None:
    """I1.42: 5x3 + 4x6 + 3x2 + 2x1 = 47 over 12"""
    found = figures(meeting.roti)
    assert (show(found.mean, 2), found.n) == ("3.92", 12)
    assert found.histogram == ((5, 3), (4, 6), (3, 2), (2, 1), (1, 0))
    assert [(row.group, show(row.mean, 2), row.n) for row in found.groups] == [
        ("sales", "4.00", 5),
        ("marketing", "4.50", 4),
        ("others", "3.00", 3),
    ]


def test_what_to_change_and_to_keep_is_kept_for_next_time(meeting: Meeting) -> None:
    """I1.42"""
    assert meeting.roti.change == ("shorter field report", "numbers sent before")
    assert meeting.roti.keep == ("ten real leads",)


# The minutes -----------------------------------------------------------------------------------------


def test_the_minutes_are_a_draft_with_every_section(minutes: Minutes) -> None:
    """I1.43, without the results of exercises"""
    assert minutes.mark == "Draft"
    assert minutes.goal is not None
    assert minutes.goal.text.startswith("Shared goal 2026: revenue 52 M EUR")
    assert len(minutes.agreements) == 4
    assert [programme.name for programme in minutes.programmes] == [
        "Clean Water Spring (three webinars)",  # by start: 23 March, 21 April, 11 May
        "Aquatech fair Hamburg",
        "DosaMax 3 launch",
    ]
    assert {theme.slug for theme in minutes.themes} >= {"market", "field", "deals"}
    assert [row.id for row in minutes.quotes] == ["N-42"]
    assert (len(minutes.decisions), len(minutes.actions), len(minutes.disputes)) == (5, 15, 2)
    assert len(minutes.scoreboard) == 8
    assert {row.ref: (row.disposition, str(row.on)) for row in minutes.parking} == {
        "N-56": ("next agenda", "2026-04-07"),
        "N-57": ("separate talk", "2026-03-13"),
        "N-58": ("drop", "None"),
    }
    assert minutes.roti is not None
    assert minutes.roti.mean == "3.92"
    assert minutes.next is not None
    assert str(minutes.next.on) == "2026-03-17"
    assert minutes.signatures == ("sales", "marketing")


def test_everybody_invited_and_the_sponsor_get_the_minutes(minutes: Minutes) -> None:
    """I1.43, distribution: twelve present and two with apologies"""
    names = {who.name for who in minutes.distribution}
    assert len(names) == 14
    assert {"Erik Dahl", "Nils Aaberg"} <= names


def test_the_markdown_says_draft_and_holds_the_sections_in_words(kickoff: Stage) -> None:
    """I1.43"""
    text = kickoff.paper(1, "md").decode()
    assert "draft" in text.casefold()
    for words in (
        "Shared goal 2026: revenue 52 M EUR", "Nils Aaberg", "Two minutes per turn, one voice at a time",
        "Clean Water Spring (three webinars)", "I need no brochure", "Rhythm: full meeting first Tuesday 09:00",
        "Get written consent from ChemPro", "How do we split 45,000 EUR", "45.0 %", "Naming of pump sizes",
        "Ben's utility webinar filled my diary in January", "3.92", "17 March",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_page_one_is_enough_and_the_last_page_holds_more_than_signatures(
    minutes: Minutes, paper: str
) -> None:
    pages = PdfReader(io.BytesIO(pdf.render(minutes, Look(paper=paper)))).pages
    first, last = (" ".join(page.extract_text().split()) for page in (pages[0], pages[-1]))
    for words in ("Shared goal 2026", "Nils Aaberg", "D-5 Ravi Menon is liaison", "decided by Clara Vogt",
                  "A-1 Publish lead definition", "A-15 Run the alignment pulse again", "17 March 2026"):  # fmt: skip
        assert words in first, words
    assert "For marketing: name, date" in last
    assert "Both sides of the table" in last
