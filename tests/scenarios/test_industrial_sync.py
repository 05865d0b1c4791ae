"""The sync of Norvik Dosing Systems two weeks later: every figure that is not of an exercise (rows I2)."""

import pytest
from scripts import Stage

from workshop.exporting.digest import Minutes
from workshop.followup.cadence import Cadence, cadence
from workshop.followup.matters import FollowThrough, Matters, matters, open_after
from workshop.measures.roti import figures
from workshop.measures.rounding import percent, show
from workshop.measures.verdicts import decision_verdict
from workshop.model.meeting import Meeting
from workshop.model.state import State


@pytest.fixture(scope="module")
def state(sync: Stage) -> State:
    return sync.at_close(2)


@pytest.fixture(scope="module")
def meeting(sync: Stage) -> Meeting:
    return sync.meeting(2)


@pytest.fixture(scope="module")
def minutes(sync: Stage) -> Minutes:
    return sync.minutes(2)


@pytest.fixture(scope="module")
def promises(state: State, meeting: Meeting) -> Matters:
    return matters(state, meeting)


@pytest.fixture(scope="module")
def rhythm(sync: Stage, state: State, meeting: Meeting) -> Cadence:
    return cadence(state, meeting.on, sync.workspace.settings.cadence, meeting)


def count(kept: FollowThrough) -> tuple[int, int]:
    return kept.by_date, kept.due


# The opening -----------------------------------------------------------------------------------------


def test_the_opening_shows_the_last_minutes_as_a_draft_and_what_was_asked_for(sync: Stage) -> None:
    """I2.1"""
    said = sync.after("/start")
    assert "Minutes of M-1 (Tue 3 March 2026) are a draft." in said
    assert "Last time you asked to change: shorter field report; numbers sent before." in said
    assert "Last time you asked to keep: ten real leads." in said


def test_the_last_minutes_are_corrected_and_approved_in_this_meeting(sync: Stage, minutes: Minutes) -> None:
    """I2.1"""
    first = sync.meeting(1)
    assert first.status == "approved"
    assert first.approval is not None
    assert (str(first.approval.on), first.approval.made_in) == ("2026-03-17", 2)
    assert [(row.ref, row.made_in, row.after_approval) for row in first.corrections] == [("N-36", 2, False)]
    assert minutes.previous == "Minutes of M-1 approved on Tue 17 March 2026 in M-2, with 1 correction."


def test_the_minutes_show_what_the_last_return_on_time_asked_for(minutes: Minutes) -> None:
    """I2.1"""
    assert minutes.last_time is not None
    assert minutes.last_time.change == ("shorter field report", "numbers sent before")
    assert minutes.last_time.keep == ("ten real leads",)


# Promises --------------------------------------------------------------------------------------------


def test_twelve_actions_were_due_by_the_day(promises: Matters) -> None:
    """I2.2: all but A-12 (24 March), A-14 (27 March) and A-15 (2 June)"""
    assert promises.total.due == 12
    assert {m.action.number for m in promises.of("not yet due")} == {12, 14, 15}  # I2.4


def test_what_was_kept_late_or_is_overdue_is_told_by_action(promises: Matters) -> None:
    """I2.2: A-2 was due on 10 March and done on 12 March; A-3 was due the day before, A-8 and A-9 on 13 March"""
    assert {m.action.number for m in promises.of("done")} == {1, 4, 5, 6, 7, 10, 11, 13}
    assert [(m.action.number, m.days) for m in promises.of("done late")] == [(2, 2)]
    overdue = {m.action.number: (m.days, m.action.status) for m in promises.of("overdue")}
    assert overdue == {3: (1, "open"), 8: (4, "open"), 9: (4, "blocked")}
    assert promises.of("due", "dropped") == ()


def test_follow_through_counts_what_was_due_by_the_day(promises: Matters) -> None:
    """I2.3: 8 of 12 by their date, 9 of 12 at all"""
    assert (promises.total.by_date, promises.total.done) == (8, 9)
    assert (percent(promises.total.kept), percent(promises.total.done_share)) == ("66.7 %", "75.0 %")


def test_follow_through_is_shown_by_team(promises: Matters) -> None:
    """I2.5: sales A-2 A-4 A-6 A-8 A-10, of which A-4 A-6 A-10; marketing A-1 A-3 A-5 A-7 A-13 without A-3"""
    assert (count(promises.sales), count(promises.marketing)) == ((3, 5), (4, 5))
    assert count(promises.others) == (1, 2)  # Hugo's A-9 and Sofia's A-11


def test_what_is_carried_keeps_its_first_date_in_sight(state: State, meeting: Meeting) -> None:
    """I2.6"""
    carried = {f"A-{action.number}": action for action in open_after(state, meeting).carried}
    assert {ref: (a.carried, str(a.due), str(a.original_due)) for ref, a in carried.items()} == {
        "A-3": (1, "2026-03-24", "2026-03-16"),
        "A-8": (1, "2026-03-20", "2026-03-13"),
        "A-9": (1, "2026-03-27", "2026-03-13"),
    }


def test_eleven_actions_are_open_and_the_numbers_go_on(state: State, meeting: Meeting) -> None:
    """I2.7: 3 carried + 3 not due + 5 new"""
    left = open_after(state, meeting)
    assert (len(left.carried), len(left.not_due), len(left.new), left.total) == (3, 3, 5, 11)
    assert [action.number for action in left.new] == [16, 17, 18, 19, 20]
    assert sum(1 for action in state.actions if action.live) == 11


# Rhythm and entries ----------------------------------------------------------------------------------


def test_two_exchanges_in_thirty_days_meet_the_target(rhythm: Cadence) -> None:
    """I2.8: 3 and 17 March; 7 April is three weeks on"""
    assert (rhythm.exchanges, rhythm.target, rhythm.met) == (2, 2, True)
    assert (rhythm.since, str(rhythm.next_on), rhythm.next_template, rhythm.next_in) == (
        14,
        "2026-04-07",
        "monthly-90",
        21,
    )


def test_fifteen_entries_are_new_and_five_came_from_the_inbox(sync: Stage, meeting: Meeting) -> None:
    """I2.9"""
    assert [entry.number for entry in meeting.entries] == list(range(61, 76))
    assert "Inbox, 5 waiting" in sync.after("/start")
    assert sync.state.captures == ()
    assert sync.state.counters.entry == 75


def test_captures_stand_in_the_order_and_segment_in_which_they_were_placed(meeting: Meeting) -> None:
    """I2.9: N-65, N-66, N-67 and N-69, N-70, all among the field headlines"""
    placed = [entry for entry in meeting.entries if entry.number in (65, 66, 67, 69, 70)]
    assert [entry.said.text[:12] for entry in placed] == [
        "Delivery tim", "A remote lin", "You cost 15 ", "Call at Wass", "Call at Stad",
    ]  # fmt: skip
    assert {entry.segment for entry in placed} == {4}


def test_the_sync_took_two_minutes_more_than_planned(minutes: Minutes) -> None:
    """Real minutes 2 8 4 6 8 4"""
    assert [segment.real for segment in minutes.segments] == [2, 8, 4, 6, 8, 4]
    assert (minutes.when.planned, minutes.when.real) == (30, 32)


# Numbers ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "before", "few"),
    [
        ("lead acceptance", "61.9 %", "45.0 %", False),  # I2.16
        ("in-time contact", "71.4 %", "31.7 %", False),  # I2.17
        ("win rate", "66.7 %", "30.0 %", True),  # I2.18: from won=6 lost=14 then, from 2/3 now
        ("untouched leads", "4", "", False),  # I2.19: the first value
    ],
)
def test_numbers_stand_beside_those_of_last_time(
    minutes: Minutes, name: str, value: str, before: str, few: bool
) -> None:
    row = next(row for row in minutes.scoreboard if row.name == name)
    assert (row.value, row.previous, row.few, row.unequal) == (value, before, few, bool(before))


def test_few_cases_are_not_called_better(minutes: Minutes) -> None:
    assert {row.name: row.trend for row in minutes.scoreboard} == {
        "lead acceptance": "better", "in-time contact": "better", "win rate": "", "untouched leads": "",
    }  # fmt: skip


# Decisions, disputes, return on time -----------------------------------------------------------------


def test_the_acceptance_rule_passes_in_one_round(state: State) -> None:
    """I2.14: sales 14 / 4, marketing 13 / 3, joint (3.50 + 4.33) / 2 = 3.916..."""
    decision = state.decision(6)
    assert decision is not None
    verdict = decision_verdict(decision)
    assert verdict.word == "passed"
    means = verdict.lens.sales, verdict.lens.marketing, verdict.lens.joint
    assert [show(mean, 2) for mean in means] == ["3.50", "4.33", "3.92"]


def test_disputes_are_shown_with_their_age_or_the_time_they_took(minutes: Minutes) -> None:
    """I2.15: 3 to 17 March is 14 days, 3 to 16 March 13"""
    found = {row.id: (row.status, row.days) for row in minutes.disputes}
    assert found == {"X-1": ("talking", 14), "X-2": ("decided", 13)}


def test_return_on_time_is_not_split_where_a_group_has_two_answers(meeting: Meeting) -> None:
    """I2.20: 5x2 + 4x6 + 3x1 = 37 over 9"""
    found = figures(meeting.roti)
    assert (show(found.mean, 2), found.n) == ("4.11", 9)
    assert found.histogram == ((5, 2), (4, 6), (3, 1), (2, 0), (1, 0))
    assert found.groups == ()
    assert found.split_note == "split not shown (others n=2)"


def test_the_return_on_time_before_is_still_at_hand(sync: Stage) -> None:
    """I2.20: before 3.92"""
    assert show(figures(sync.meeting(1).roti).mean, 2) == "3.92"


# The minutes -----------------------------------------------------------------------------------------


def test_matters_arising_list_all_old_actions_with_the_overdue_on_top(minutes: Minutes) -> None:
    """I2.21"""
    assert minutes.mark == "Draft"
    assert minutes.matters is not None
    rows = minutes.matters.rows
    assert {row.id for row in rows} == {f"A-{number}" for number in range(1, 16)}
    assert [row.id for row in rows[:3]] == ["A-8", "A-9", "A-3"]  # 13, 13 and 16 March
    assert [row.id for row in minutes.actions] == ["A-16", "A-17", "A-18", "A-19", "A-20"]


def test_page_one_has_what_is_carried_over(minutes: Minutes, sync: Stage) -> None:
    """I2.6, I2.7"""
    assert minutes.still_open is not None
    assert [(row.id, row.days, str(row.due)) for row in minutes.still_open.rows] == [
        ("A-8", 4, "2026-03-20"), ("A-9", 4, "2026-03-27"), ("A-3", 1, "2026-03-24"),
    ]  # fmt: skip
    assert minutes.still_open.total == 11
    text = sync.paper(2, "md").decode()
    assert "11 open in all: 3 carried over, 3 not due yet, 5 new." in text
    assert "Marta Keller · 4 days late · now Fri 20 March" in text


def test_a_decided_dispute_says_who_decided_and_no_longer_by_when(sync: Stage) -> None:
    text = sync.paper(2, "md").decode()
    assert "decided by: Erik Dahl" in text
    assert "who decides: Erik Dahl" not in text


def test_a_decision_of_a_named_decider_says_so(minutes: Minutes) -> None:
    row = next(row for row in minutes.decisions if row.id == "D-7")
    assert (row.verdict, row.how) == ("decided", "by Clara Vogt")


def test_the_first_minutes_can_be_issued_again_approved_with_the_correction(sync: Stage) -> None:
    """I2.21"""
    again = sync.minutes(1)
    assert again.mark == "Approved"
    assert [(row.number, row.ref) for row in again.corrections] == [(1, "N-36")]
    corrected = next(
        row for theme in again.themes for g in theme.groups for row in g.rows if row.id == "N-36"
    )
    assert corrected.text == "The calculator fails on phones too, not only on tablets"
    assert again.corrections[0].original == "Return calculator runs on laptops only, we carry tablets"


def test_the_first_minutes_still_show_its_own_day_and_not_what_came_later(
    sync: Stage, kickoff: Stage
) -> None:
    """I2.21: issued again, everything but approval and correction reads as it did at the close."""
    again, draft = sync.minutes(1), kickoff.minutes(1)
    assert again.actions == draft.actions
    assert again.disputes == draft.disputes
    assert again.decisions == draft.decisions
    assert again.when == draft.when


def test_the_approved_minutes_lie_beside_the_draft(sync: Stage, kickoff: Stage) -> None:
    """I2.21: the papers of both can be made, and only the later says approved."""
    assert "approved" not in kickoff.paper(1, "md").decode().casefold()
    assert "approved" in sync.paper(1, "md").decode().casefold()


def test_the_programme_calendar_holds_the_news_of_the_sync(minutes: Minutes) -> None:
    """N-61 and N-62 refer to N-12 and N-13: still three programmes."""
    assert [row.id for row in minutes.programmes] == ["N-12", "N-14", "N-13"]
    assert [row.id for row in minutes.programme_news] == ["N-61", "N-62"]
