"""Several meetings of one team: what is carried, what comes up a third time, what moving and reopening change."""

import pytest
from scripts import TEAM, Stage, opened

from workshop.followup.cadence import cadence
from workshop.followup.matters import matters
from workshop.measures.rounding import percent
from workshop.workspace import Workspace
from workshop.workspace.issuing import render_paper


def gate(stage: Stage) -> str:
    return stage.type("/gate")


@pytest.fixture
def third(stage: Stage) -> Stage:
    """The fourth sync in four weeks: four actions and a topic that were due at the last two."""
    stage.play(f"/at 2026-03-02 08:00\n{TEAM}\n/arbiter Jo Marsh\n{opened('2026-03-03')}")
    for task in ("Ask the plant", "Draft the case", "Clear the shelf", "Count the leads"):
        stage.type(f"a: {task} @ana >2026-03-09 done_when=told")
    stage.play("p: Who edits the prices? @finn disposition=next agenda\n/goto 6\n/close early Short day")
    stage.play(f"{opened('2026-03-10')}\n/due A-1 >2026-03-16\n/goto 6\n/close early Short day")
    stage.play(f"{opened('2026-03-17')}\n/goto 6\n/close early Short day")
    stage.play(f"{opened('2026-03-24')}\n/goto 6")
    return stage


# The third time --------------------------------------------------------------------------------------


def test_the_count_is_that_of_the_meetings_that_left_it_unfinished(third: Stage) -> None:
    """Due on 9 March, so due at the openings of 10 and 17 March; A-1 was moved to 16 March in between."""
    counts = third.carried
    assert {ref: count for ref, count in counts.items() if ref[0] in "AN"} == {
        "A-1": 2, "A-2": 2, "A-3": 2, "A-4": 2, "N-1": 2,
    }  # fmt: skip
    assert "here for the 3rd time" in third.after("/start")


def test_a_third_time_stops_the_close_until_each_is_decided(third: Stage) -> None:
    refused = third.refuses("/close").sentence
    for ref in ("A-1", "A-2", "A-3", "A-4", "N-1"):
        assert f"{ref} came up a third time." in refused


def test_done_dropped_escalated_or_overridden_each_settles_a_third_time(third: Stage) -> None:
    third.type("/done A-1 >today")
    third.refuses("/drop A-2")  # why?
    third.type("/drop A-2 // the customer left")
    third.type("/escalate A-3")
    third.type("/override A-4 the season is over in April")
    third.type("/dispose N-1 drop")
    left = gate(third)
    assert not any(f"{ref} came up" in left for ref in ("A-1", "A-2", "A-3", "A-4", "N-1"))


def test_a_later_date_alone_does_not_settle_a_third_time(third: Stage) -> None:
    third.type("/due A-2 >2026-04-30")
    assert "A-2 came up a third time." in gate(third)


def test_why_it_may_go_on_stands_in_the_minutes(third: Stage) -> None:
    third.play(
        "/escalate A-3\n/override A-4 the season is over in April\n/override N-1 waiting for the new price list"
    )
    third.type("/close early Enough")
    minutes = third.minutes(4)
    assert minutes.matters is not None
    told = {row.id: row.cleared for row in minutes.matters.rows}
    assert (told["A-3"], told["A-4"]) == ("escalated → Jo Marsh", "the season is over in April")
    topic = next(row for row in minutes.parking if row.ref == "N-1")
    assert (topic.carried, topic.cleared) == (3, "waiting for the new price list")


def test_what_was_overridden_is_asked_again_at_the_next_meeting(third: Stage) -> None:
    third.play("/override this month is full\n/close early Enough")
    third.play(f"{opened('2026-03-31')}\n/goto 6")
    assert "A-4 came up a third time." in gate(third)
    assert third.carried["A-4"] == 3


def test_a_date_can_be_given_while_it_is_handed_on(third: Stage) -> None:
    third.type("/escalate A-3 @jo >2026-04-10")
    action = third.state.action(3)
    assert action is not None
    assert (str(action.due), str(action.original_due), action.cleared) == (
        "2026-04-10",
        "2026-03-09",
        "escalated",
    )


def test_what_is_finished_is_not_handed_on(third: Stage) -> None:
    third.type("/done A-1 >today")
    assert "A-1 is done already" in third.refuses("/escalate A-1").sentence


# Reopened and closed again ---------------------------------------------------------------------------


@pytest.fixture
def twice(stage: Stage) -> Stage:
    """Two syncs; at the second A-1 is left unfinished and segment 5 is not reached."""
    stage.play(
        f"/at 2026-03-02 08:00\n{TEAM}\n{opened('2026-03-03')}\na: Ask the plant @ana >2026-03-09 done_when=told"
    )
    for _ in range(5):
        stage.type("/next")
    stage.play(f"/close early Short day\n{opened('2026-03-17')}")
    stage.play(
        "/at 09:02\n/next\n/at 09:10\n/next\n/next\n/at 09:20\n/goto 6\n/at 09:25\n/close early Short day"
    )
    return stage


def test_reopening_and_closing_again_changes_neither_carry_counts_nor_cadence(twice: Stage) -> None:
    counts, rhythm = twice.carried, cadence(twice.state, twice.meeting(2).on, 2, twice.meeting(2))
    assert counts == {"A-1": 1, "M-2/5": 0}
    assert (rhythm.exchanges, rhythm.since) == (2, 14)
    twice.play("/at 10:00\n/reopen M-2 The credit is missing @ida")
    assert twice.carried == {"A-1": 0}
    twice.play("credit: The field sheet came in time @ana to=marketing\n/at 10:03\n/close early Short day")
    assert twice.carried == counts
    assert cadence(twice.state, twice.meeting(2).on, 2, twice.meeting(2)) == rhythm
    assert [told.meeting for told in twice.state.exchanges] == [1, 2]


def test_the_time_between_does_not_count_as_meeting(twice: Stage) -> None:
    """09:00 to 09:25 and 10:00 to 10:03 are 28 minutes."""
    twice.play("/at 10:00\n/reopen M-2 The credit is missing @ida\n/at 10:03\n/close early Short day")
    minutes = twice.minutes(2)
    assert minutes.when.real == 28
    assert minutes.reopenings[0].why == "The credit is missing"


def test_a_segment_held_after_reopening_does_not_come_back(twice: Stage) -> None:
    twice.play(
        "/at 10:00\n/reopen M-2 There is time after all @ida\n/goto 5\n/at 10:05\n/close early Short day"
    )
    assert twice.carried == {"A-1": 1}


def test_an_action_done_after_reopening_is_not_carried(twice: Stage) -> None:
    twice.play("/at 10:00\n/reopen M-2 It is done @ida\n/done A-1 >today\n/close early Short day")
    assert twice.carried == {"M-2/5": 0}
    found = matters(twice.at_close(2), twice.meeting(2))
    shares = percent(found.total.kept), percent(found.total.done_share)
    assert shares == ("0.0 %", "100.0 %")  # due on 9, done on 17 March


def test_a_second_reopening_works_like_the_first(twice: Stage) -> None:
    counts = twice.carried
    for at in ("10:00", "11:00", "12:00"):
        twice.play(f"/at {at}\n/reopen M-2 Once more @ida\n/close early Short day")
    assert twice.carried == counts
    assert len(twice.meeting(2).reopenings) == 3


def test_an_override_still_counts_after_reopening(third: Stage) -> None:
    third.play("/override this month is full\n/close early Enough\n/reopen M-4 A vote is missing @ida")
    assert "came up a third time" not in gate(third)


def test_a_topic_dropped_before_reopening_stays_dropped(third: Stage) -> None:
    third.play(
        "/dispose N-1 drop\n/close early Enough\n/reopen M-4 A vote is missing @ida\n/close early Enough"
    )
    assert "N-1" not in third.carried


# Prepared early, moved, cancelled --------------------------------------------------------------------


@pytest.fixture
def planned(stage: Stage) -> Stage:
    """A monthly planned for 7 April before the sync of 17 March was even opened; two actions, one without a day."""
    stage.play(f"/at 2026-03-02 08:00\n{TEAM}\n/meeting monthly-90 2026-04-07 09:00\n{opened('2026-03-17')}")
    stage.play(
        "a: Ask the plant @ana done_when=told\na: Draft the case @finn >2026-04-02 done_when=sent\n/readback\n/unsaid"
    )
    stage.play("p: Who edits the prices? @finn disposition=next agenda; date=2026-04-07\n/goto 6\n/credits")
    stage.play("roti: sales 4x1 marketing 5x1\n/reveal\n/nextdate 2026-04-07 monthly-90\n/close")
    return stage


def test_next_meeting_becomes_its_date_at_the_close(planned: Stage) -> None:
    assert [str(action.due) for action in planned.state.actions] == ["2026-04-07", "2026-04-02"]


def test_a_meeting_prepared_early_opens_with_what_came_later(planned: Stage) -> None:
    said = planned.play("/at 2026-04-07 09:00\n/here Ana Ruiz, Finn Moe\n/start M-1")
    assert "Due by today (2)" in planned.after("/start")
    assert "N-1 Who edits the prices?" in planned.after("/start")
    assert said


def test_a_moved_meeting_counts_days_from_the_day_it_is_held(planned: Stage) -> None:
    """Moved from Tuesday 7 to Thursday 9 April: two and seven days overdue, 23 days since the last."""
    planned.play("/change M-1 date=2026-04-09\n/at 2026-04-09 09:00\n/here Ana Ruiz, Finn Moe\n/start M-1")
    found = matters(planned.state, planned.running)
    assert {matter.action.number: matter.days for matter in found.of("overdue")} == {1: 2, 2: 7}
    assert planned.carried["A-1"] == 0
    assert cadence(planned.state, planned.running.on, 2, planned.running).since == 23


def test_a_meeting_held_on_another_day_than_planned_takes_that_day(planned: Stage) -> None:
    planned.play("/at 2026-04-08 09:00\n/here Ana Ruiz, Finn Moe\n/start M-1")
    assert str(planned.running.on) == "2026-04-08"


def test_a_cancelled_meeting_carries_nothing(planned: Stage) -> None:
    """What was due then is due at the one after, for the first time, and the topic waits with it."""
    planned.type("/cancel M-1 Half the team is ill")
    assert planned.meeting(1).status == "cancelled"
    planned.refuses("/start M-1")
    planned.play(opened("2026-04-14"))
    assert planned.carried["A-1"] == 0
    assert "N-1 Who edits the prices?" in planned.after("/start")
    planned.type("/close early Short day")
    counts = planned.carried
    assert [counts[ref] for ref in ("A-1", "A-2", "N-1")] == [1, 1, 1]
    rhythm = cadence(planned.state, planned.meeting(3).on, 2, planned.meeting(3))
    assert rhythm.exchanges == 2  # 17 March and 14 April


def test_a_topic_waits_until_its_day_is_reached(planned: Stage) -> None:
    """A sync on 31 March: the topic is for 7 April and is not carried by it."""
    planned.play(f"{opened('2026-03-31')}\n/close early Short day")
    assert planned.carried["N-1"] == 0


def test_an_action_added_between_meetings_keeps_its_first_day_in_sight(planned: Stage) -> None:
    """Without a day it is due at the next opening; that day stays visible when it is moved."""
    planned.play(
        "a: Call the printer @gita done_when=called", "/at 2026-04-07 09:00\n/start M-1\n/due A-3 >2026-04-20"
    )
    action = planned.state.action(3)
    assert action is not None
    assert (str(action.due), str(action.original_due)) == ("2026-04-20", "2026-04-07")


# What is told again and again ------------------------------------------------------------------------


def test_the_pocket_sheet_counts_every_meeting_up_to_its_own(stage: Stage) -> None:
    """Seven weeks with the same objection, which the answer met in all but the first; another is for sales alone."""
    stage.play(f"/at 2026-03-02 08:00\n{TEAM}\n/arbiter Jo Marsh")
    for week, day in enumerate(("03", "10", "17", "24"), 1):
        stage.play(
            opened(f"2026-03-{day}"), f"o: Ten weeks is too long @ana worked={'yes' if week > 1 else 'no'}"
        )
        stage.play(
            "o: Too heavy @ana for:sales" if week == 2 else "o: Too loud @ana", "/close early Short day"
        )
    for day in ("01", "08", "15"):
        stage.play(
            opened(f"2026-04-{day}"), "o: Ten weeks is too long @ana worked=yes", "/close early Short day"
        )
    restarted = stage.restarted().workspace
    for number, times, share in ((7, 7, "85.7 %"), (6, 6, "83.3 %"), (3, 3, "66.7 %")):
        page = pocket(restarted, number)
        row = page[page.index("Ten weeks is too long") :].partition("</tr>")[0]
        assert f"{times} times" in row
        assert f"worked in {share} (n={times})" in row
        assert "Too heavy" not in page


def pocket(workspace: Workspace, number: int) -> str:
    return render_paper(workspace, number, "pocket", "html").decode().replace("\u00a0", " ")
