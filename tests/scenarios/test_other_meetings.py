"""Meetings of other firms, typed line by line, with figures worked out by hand beside what is expected."""

import json

import pytest
from scripts import Stage, people

from workshop.exporting.digest import Minutes
from workshop.facilitation.face import face
from workshop.followup.load import over_cap
from workshop.followup.programmes import warnings
from workshop.followup.voices import voices
from workshop.measures.roti import figures
from workshop.measures.rounding import show
from workshop.measures.verdicts import decision_verdict

# A store before opening ------------------------------------------------------------------------------

HUDDLE = f"""
/at 2026-11-02 07:30
/set name=Kleeblatt Home
{people("facilitator Uwe Hahn", "sales Ayla Kaya, Bruno Matt, Chiara Bonn, Denis Roth", "marketing Eda Lindner")}
/meeting store-huddle-20 2026-11-02 08:00 place=Store 14
/at 08:00
/here Uwe Hahn, Ayla Kaya, Bruno Matt, Chiara Bonn, Eda Lindner
/late Denis Roth 08:04
/start
/at 08:01
/next
/floor marketing
Lamp week @eda message=Light for the dark months; cta=Try it in the light room; start=2026-11-09; end=2026-11-14; owner=Eda Lindner; sales_task=Hand out the card
/vote N-1 sales 5 4 4 2
/at 08:06
/next
/floor sales
hot-button: They ask for warm light only @ayla segment=home; polarity=plus; trend=rising; heard=2026-10-30
o: Cheaper online @bruno tactic=match the price; worked=partly; type=price; heard=2026-10-31
o: Cheaper online @chiara tactic=show the guarantee; worked=yes; type=price; heard=2026-11-01
/at 08:12
/next
n: Best answer: you can swap it here for two years @ayla
/at 08:17
/next
a: Order warm bulbs @eda >wed done_when=on the shelf
a: Print the price cards @eda >tue done_when=at every lamp
a: Set up the light room @eda >fri done_when=lamps run
a: Ask three shoppers why @ayla >fri done_when=three answers noted
/readback
/unsaid
/credits
/nextdate 2026-11-09 store-huddle-20 08:00
/at 08:20
/close
"""


@pytest.fixture(scope="module")
def huddle(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    stage = Stage(tmp_path_factory.mktemp("huddle") / "store")
    stage.play(HUDDLE)
    return stage


@pytest.fixture(scope="module")
def huddle_minutes(huddle: Stage) -> Minutes:
    return huddle.minutes(1)


def test_a_huddle_gives_what_it_lost_back_before_the_end(huddle_minutes: Minutes) -> None:
    """Planned 1 4 7 4 4; the doors open at 08:20."""
    assert [segment.real for segment in huddle_minutes.segments] == [1, 5, 6, 5, 3]
    assert (huddle_minutes.when.planned, huddle_minutes.when.real) == (20, 20)


def test_a_plain_line_becomes_what_the_only_card_asks_for(huddle: Stage) -> None:
    assert huddle.meeting(1).entries[0].said.kind == "programme"


def test_the_offer_of_the_week_starts_soon_and_nobody_asked_the_shop(huddle: Stage) -> None:
    """2 to 9 November is 7 days; votes 5+4+4+2 = 15 over 4, none of them 0 or 1."""
    offer = huddle.meeting(1).entries[0]
    assert warnings(offer, huddle.meeting(1).on) == ("starts in 7 days, no sales input",)
    assert huddle.after("/vote N-1").startswith("N-1 buy-in: sales 3.75 n=4")


def test_airtime_is_shared_up_to_the_end_of_the_segment_in_which_the_floor_was_given(
    huddle_minutes: Minutes,
) -> None:
    """Marketing 08:01 to 08:06, sales 08:06 to 08:12: 5 and 6 of 11 minutes; after that nobody holds it."""
    told = {side.team: (side.minutes, side.percent) for side in huddle_minutes.airtime}
    assert told == {"marketing": (5, "45.5 %"), "sales": (6, "54.5 %")}


def test_entries_of_the_shop_outweigh_those_of_marketing(huddle: Stage) -> None:
    """A hot button, two objections and a note against one programme: 1 / 4"""
    heard = voices(huddle.meeting(1).entries)
    assert (heard.of("sales"), heard.of("marketing"), show(heard.balance, 2)) == (4, 1, "0.25")


def test_words_from_the_shop_are_two_days_old(huddle_minutes: Minutes) -> None:
    """Heard 3, 2 and 1 days before."""
    assert huddle_minutes.freshness == "median 2.0 days from hearing to telling (n=3)"


def test_cards_that_were_touched_are_counted(huddle_minutes: Minutes) -> None:
    """One programme card; of the three headlines no word on shoppers' quality."""
    assert [segment.coverage for segment in huddle_minutes.segments] == ["", "1/1 cards", "2/3 cards", "", ""]


def test_the_third_action_for_one_person_is_said_and_not_refused(huddle: Stage) -> None:
    assert "Eda Lindner takes 3 new actions today" in huddle.after("a: Set up the light room")
    (load,) = over_cap(huddle.at_close(1), huddle.meeting(1))
    assert (huddle.name(load.person), load.actions) == ("Eda Lindner", 3)


def test_days_of_the_week_are_the_next_ones(huddle: Stage) -> None:
    """2 November 2026 is a Monday."""
    days = {action.said.text: str(action.due) for action in huddle.at_close(1).actions}
    assert days["Order warm bulbs"] == "2026-11-04"
    assert days["Print the price cards"] == "2026-11-03"
    assert days["Ask three shoppers why"] == "2026-11-06"


def test_a_huddle_that_does_not_ask_for_return_on_time_closes_without(huddle_minutes: Minutes) -> None:
    assert huddle_minutes.roti is None
    assert huddle_minutes.early == ""


# A launch gate with a hard end -----------------------------------------------------------------------

LAUNCH = f"""
/at 2026-05-04 12:00
/set name=Orbit Instruments
{people("facilitator Iris Tal", "sales Ana Cruz, Ben Dow, Cleo Fox, Dan Hill", "marketing Eve Ito, Finn Jay", "guest Gil Kern, Hana Lum")}
/meeting launch-60 2026-05-05 10:00 title=Gate for Orbit 2; end=11:00
/at 2026-05-05 10:05
/here all
/start
"""


@pytest.fixture
def launch(stage: Stage) -> Stage:
    """A launch gate that opened five minutes late and has to end at eleven."""
    stage.play(LAUNCH)
    return stage


def test_a_late_start_before_a_hard_end_is_behind_from_the_first_second(launch: Stage) -> None:
    """60 minutes from 10:05 is 11:05."""
    assert face(launch.running, launch.state.moment).behind_ms == 5 * 60_000


def test_retiming_takes_from_the_optional_segment_first_and_can_be_undone(launch: Stage) -> None:
    """The optional segment has 10 minutes and keeps 5 of them."""
    plan = [item.minutes for item in launch.running.items]
    assert plan == [5, 8, 20, 10, 7, 7, 3]
    before = launch.kept()
    assert "what led to it? 10 -> 5" in launch.type("/retime")
    assert launch.kept() == before
    launch.type("/retime go")
    assert [item.minutes for item in launch.running.items] == [5, 8, 20, 5, 7, 7, 3]
    assert face(launch.running, launch.state.moment).behind_ms == 0
    launch.type("/undo")
    assert [item.minutes for item in launch.running.items] == plan


def test_the_minutes_say_what_was_retimed(launch: Stage) -> None:
    launch.play("/retime go\n/close early The fire drill")
    (retiming,) = launch.minutes(1).retimings
    assert retiming.changes == ("It fell short - what led to it? 10 to 5 min",)


def test_a_gradient_is_workable_then_strong_and_guests_stand_apart(launch: Stage) -> None:
    """First 1 2 3 4, 1 2 and 3 5: six of eight at 1 to 3 are 75 %, seven at 1 to 4; then all eight at 1 to 3."""
    launch.type("d: We announce on 1 June mode=gradient")
    said = launch.type("/vote D-1 sales 1 2 3 4 marketing 1 2 others 3 5")
    assert "round 1: WORKABLE" in said
    assert "sales 2.50 n=4, marketing 1.50 n=2, joint 2.00, others 4.00 n=2" in said
    said = launch.type("/vote D-1 sales 1 2 3 3 marketing 1 2 others 3 2")
    assert "round 2: STRONG" in said


def test_one_eight_on_the_gradient_is_not_yet(launch: Stage) -> None:
    launch.type("d: We announce on 1 June mode=gradient")
    assert "NOT YET" in launch.type("/vote D-1 sales 1 1 1 8 marketing 1 1 others 1 1")
    assert "0 is not between 1 and 8" in launch.refuses("/vote D-1 sales 0").sentence


def test_a_guests_zero_stops_a_vote_and_leaves_the_joint_mean_alone(launch: Stage) -> None:
    """Sales 16 / 4, marketing 10 / 2, joint (4 + 5) / 2; the guests 3 / 2"""
    launch.type("d: GO mode=five")
    said = launch.type("/vote D-1 sales 4 4 4 4 marketing 5 5 others 3 0")
    assert "STOPPED (sales 4.00 n=4, marketing 5.00 n=2, joint 4.50, others 1.50 n=2)" in said


def test_votes_by_name_count_for_the_teams(launch: Stage) -> None:
    """Ana 4 and Ben 3, Eve 5, Gil 2: sales 3.50, marketing 5.00, joint 4.25; the 2 of a guest needs work."""
    launch.type("d: GO with conditions mode=five")
    said = launch.type("/vote D-1 Ana 4 Ben 3 Eve 5 Gil 2")
    assert "NEEDS WORK (sales 3.50 n=2, marketing 5.00 n=1, joint 4.25, others 2.00 n=1)" in said


def test_a_changed_text_has_to_be_voted_on_anew_before_the_close(launch: Stage) -> None:
    """A round belongs to the exact text."""
    launch.play("d: GO mode=five\n/vote D-1 sales 4 4 4 4 marketing 5 5 others 3 3")
    launch.type("/amend D-1 GO, if the certificate is here by 20 May")
    assert decision_verdict(launch.state.decisions[0]).word == "not voted"
    assert "D-1 waits for its vote." in launch.refuses("/close").sentence


def test_marketing_leads_every_launch_gate(launch: Stage) -> None:
    """The template fixes who speaks first."""
    launch.type("/close early Enough")
    launch.play("/meeting launch-60 2026-05-19 10:00\n/at 2026-05-19 10:00\n/start")
    assert [launch.meeting(1).lead, launch.running.lead] == ["marketing", "marketing"]


# A dispute with an ending ----------------------------------------------------------------------------

DISPUTE = f"""
/at 2026-05-29 12:00
/set name=Haus & Hof
{people("facilitator Kai Lenz", "sales Mara Nold", "marketing Olaf Pech", "sponsor Rosa Stahl")}
/arbiter Rosa Stahl
/meeting dispute-40 2026-06-01 15:00
/at 2026-06-01 15:00
/here all
/start
dispute: Who pays for the samples? root=budget; sides=sales: they bring orders; sides=marketing: nobody planned them; facts=400 samples in May
dispute: How fast is a lead called? root=role; decide_by=2026-06-03
dispute: Who answers the hotline at noon? root=role; decide_by=2026-06-12; status=talking
/vote X-1 sales 4 marketing 0
"""


@pytest.fixture
def dispute(stage: Stage) -> Stage:
    """Three disputes on Monday 1 June, the first without a day and stopped."""
    stage.play(DISPUTE)
    return stage


def test_a_dispute_without_a_day_waits_in_the_tray(dispute: Stage) -> None:
    assert "X-1 dispute lacks decide_by." in dispute.type("/tray")
    assert "X-2" not in dispute.type("/tray")


def test_a_stopped_vote_goes_to_the_arbiter_with_a_day(dispute: Stage) -> None:
    """Friday after 1 June is 5 June."""
    assert "/escalate X-1 @rosa >fri" in dispute.after("/vote X-1")
    assert dispute.type("/escalate X-1 >fri") == "X-1 escalated, Rosa Stahl decides by Fri 5 June 2026"
    assert "X-1" not in dispute.type("/tray")


def test_disputes_are_decided_by_the_arbiter_settled_by_the_teams_or_overdue(dispute: Stage) -> None:
    """By 10 June: X-1 decided on the 9th after 8 days, X-2 past its day since the 3rd, X-3 settled on the 4th."""
    dispute.play("/escalate X-1 >fri\n/close early Decided elsewhere\n/meeting dispute-40 2026-06-10 15:00")
    dispute.play(
        "/at 2026-06-09 18:00\n/settle X-1 Each half >2026-06-09\n/settle X-3 Sales, one each day >2026-06-04"
    )
    dispute.play("/at 2026-06-10 15:00\n/here all\n/start\n/close early Only looked")
    found = {row.id: (row.status, row.overdue, row.days) for row in dispute.minutes(2).disputes}
    assert found == {
        "X-1": ("decided", False, 8),
        "X-2": ("escalated", True, 9),
        "X-3": ("settled", False, 3),
    }
    first = {row.id: row.status for row in dispute.minutes(1).disputes}
    assert first == {"X-1": "escalated", "X-2": "open", "X-3": "talking"}


def test_what_a_side_said_stays_out_of_the_minutes_without_consent(dispute: Stage) -> None:
    dispute.type("/close early Enough")
    assert dispute.minutes(1).disputes[0].sides == ()
    assert "nobody planned them" not in dispute.paper(1, "json").decode()


# Hundred people, two people, nobody ------------------------------------------------------------------


def numbered(team: str, letter: str, count: int) -> str:
    return f"{team} " + ", ".join(f"{letter}{number:02} {team.title()}" for number in range(1, count + 1))


def test_hundred_people_are_counted_and_vote(stage: Stage) -> None:
    """4.00 of sixty sellers and 5.00 of 35 marketers weigh the same: joint 4.50. Return on time: 425 / 100."""
    crowd = people(numbered("sales", "S", 60), numbered("marketing", "M", 35), numbered("guest", "G", 5))
    stage.play(f"/at 2026-05-04 12:00\n{crowd}\n/meeting sync-30 2026-05-05 10:00")
    stage.play("/at 2026-05-05 10:00\n/here all\n/start\nd: One price list mode=five")
    said = stage.type("/vote D-1 sales 4x60 marketing 5x35 others 3x5")
    assert "PASSED (sales 4.00 n=60, marketing 5.00 n=35, joint 4.50, others 3.00 n=5)" in said
    assert "61 votes, 60 people are here" in stage.refuses("/vote D-1 sales 4x61").sentence
    stage.play("roti: sales 5x30 4x30 marketing 4x35 others 3x5\n/reveal\n/close early A long day")
    found = figures(stage.meeting(1).roti)
    assert (show(found.mean, 2), found.n) == ("4.25", 100)
    assert sum(len(team.people) for team in stage.minutes(1).attendance) == 100


def test_two_people_can_meet_vote_and_close(stage: Stage) -> None:
    """One seller, one marketer: 3.50 and 4.50 are nobody's rating, so the return on time is not split."""
    stage.play(
        f"/at 2026-05-04 12:00\n{people('sales Ana Cruz', 'marketing Eve Ito')}\n/meeting sync-30 2026-05-05 10:00"
    )
    stage.play("/at 2026-05-05 10:00\n/here all\n/start\nd: One price list mode=five")
    assert "PASSED (sales 3.00 n=1, marketing 4.00 n=1, joint 3.50)" in stage.type(
        "/vote D-1 sales 3 marketing 4"
    )
    stage.play(
        "/readback\n/unsaid\n/credits\nroti: sales 4x1 marketing 5x1\n/reveal\n/nextdate 2026-05-19 sync-30\n/close"
    )
    found = figures(stage.meeting(1).roti)
    assert (show(found.mean, 2), found.n, found.groups) == ("4.50", 2, ())
    assert found.split_note == "split not shown (sales n=1, marketing n=1)"


def test_an_empty_meeting_that_is_closed_at_once_has_minutes_all_the_same(stage: Stage) -> None:
    """Nobody came, nothing was said; nothing divides by zero."""
    stage.play(
        f"/at 2026-05-04 12:00\n{people('sales Ana Cruz', 'marketing Eve Ito')}\n/meeting monthly-90 2026-05-05 10:00"
    )
    stage.play("/at 2026-05-05 10:00\n/start\n/close early Nobody came")
    minutes = stage.minutes(1)
    assert (minutes.when.planned, minutes.when.real) == (90, 0)
    assert (minutes.attendance, minutes.decisions, minutes.matters, minutes.roti) == ((), (), None, None)
    assert minutes.early == "Nobody came"
    assert json.loads(stage.paper(1, "json"))["number"] == 1
    for name in ("md", "html", "csv", "ics"):
        assert stage.paper(1, name)
