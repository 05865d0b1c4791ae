"""What was typed amiss is put right in the running meeting: by editing, by typing it again, or by a plain no."""

import pytest
from scripts import TEAM, Stage, opened

from workshop.errors import Ambiguous


@pytest.fixture
def sync(stage: Stage) -> Stage:
    """A sync that runs, with one of each side."""
    stage.play(f"/at 2026-03-02 08:00\n{TEAM}\n{opened('2026-03-03')}")
    return stage


def test_an_entry_that_becomes_an_agreement_stays_in_force(sync: Stage) -> None:
    sync.play("n: One voice at a time\n/edit N-1 agreement: One voice at a time\n/close early Enough")
    sync.play(opened("2026-03-10"))
    assert "We agreed: One voice at a time." in sync.after("/start")


def test_an_agreement_that_was_only_a_note_is_not_read_out_next_time(sync: Stage) -> None:
    sync.play("agreement: One voice at a time\n/edit N-1 n: One voice at a time\n/close early Enough")
    assert sync.state.agreements == ()
    assert sync.minutes(1).agreements == ()


def test_a_topic_that_becomes_a_note_is_no_longer_parked(sync: Stage) -> None:
    sync.play("p: Who edits the prices?\n/edit N-1 n: Finn edits the prices")
    assert sync.type("/parked") == "Nothing is parked."


def test_a_note_that_becomes_a_topic_is_asked_for_at_the_close(sync: Stage) -> None:
    sync.play("n: Who edits the prices?\n/edit N-1 parking: Who edits the prices?")
    assert "N-1 is parked; what becomes of it?" in sync.refuses("/close").sentence


def test_an_entry_does_not_become_an_action_that_nobody_tracks(sync: Stage) -> None:
    sync.type("n: Ask the plant @ana")
    assert "from:N-1" in sync.refuses("/edit N-1 a: Ask the plant @ana >fri").fix
    sync.play("a: Ask the plant @ana >fri from:N-1 done_when=told\n/strike N-1")
    (action,) = sync.state.actions
    assert (action.said.source, sync.name(action.owner)) == ("N-1", "Ana Ruiz")


def test_a_number_typed_again_with_its_period_takes_the_place_of_the_first(sync: Stage) -> None:
    sync.type("metric: win rate=6/20")
    assert "'win rate' has no period" in sync.type("/tray")
    sync.type("metric: win rate=6/20 period=2025Q4")
    assert sync.type("/tray") == "Nothing waits to be completed."
    sync.type("metric: win rate=6/24 period=2025Q4")
    sync.type("metric: win rate=5/20 period=2025Q3")
    assert [(row.parts, row.period) for row in sync.minutes(1).scoreboard] == [
        ("6/24", "2025Q4"),
        ("5/20", "2025Q3"),
    ]


def test_a_decision_of_an_earlier_meeting_is_neither_voted_on_nor_amended(sync: Stage) -> None:
    sync.play("d: One price list mode=five\n/vote D-1 sales 2 marketing 4\n/close early Enough")
    sync.play(opened("2026-03-10"))
    assert "M-1" in sync.refuses("/vote D-1 sales 4 marketing 4").sentence
    assert "M-1" in sync.refuses("/amend D-1 One price list from May").sentence


def test_of_an_action_nothing_typed_is_swallowed(sync: Stage) -> None:
    sync.type("a: Ask the plant @ana >fri done_when=told")
    sync.refuses("/edit A-1 #food")
    sync.refuses("/edit A-1 effect=answers in a day")
    sync.type("/edit A-1 done_when=-")
    assert sync.state.actions[0].done_when == ""
    assert "A-1 does not say when it is done." in sync.type("/tray")
    sync.type("/edit A-1 Ask both plants done_when=two answers")
    action = sync.state.actions[0]
    assert (action.said.text, action.done_when, sync.name(action.owner), str(action.due)) == (
        "Ask both plants",
        "two answers",
        "Ana Ruiz",
        "2026-03-06",
    )


def test_an_edit_keeps_what_it_does_not_name(sync: Stage) -> None:
    sync.type("o: Too slow @ana #food worked=no; type=time // said twice")
    sync.type("/edit N-1 worked=partly")
    (entry,) = sync.running.entries
    said = entry.said
    assert (said.text, said.get("worked"), said.get("type"), said.tags, said.detail) == (
        "Too slow",
        "partly",
        "time",
        ("food",),
        "said twice",
    )
    assert sync.name(said.speaker) == "Ana Ruiz"


def test_two_people_of_one_first_name_are_told_apart(sync: Stage) -> None:
    """Only one of them is here; then both are, and the program asks."""
    sync.type("/person Ana Roth; marketing")
    sync.type("n: From the field @ana")
    assert sync.name(sync.running.entries[0].said.speaker) == "Ana Ruiz"
    sync.type("/here Ana Roth")
    assert isinstance(refused := sync.refuses("n: From the desk @ana"), Ambiguous)
    assert "@ana.ro" in refused.sentence
    sync.type("n: From the desk @ana.ro")
    assert sync.running.entries[1].said.team == "marketing"


def test_who_moves_to_the_other_team_is_counted_where_they_were_that_day(sync: Stage) -> None:
    sync.play("n: From the field @ana\n/close early Enough\n/person P-1; marketing")
    counts = {team.team: [here.who.name for here in team.people] for team in sync.minutes(1).attendance}
    assert counts == {"sales": ["Ana Ruiz"], "marketing": ["Finn Moe"]}
    assert sync.minutes(1).sides[0].count == 1


def test_a_question_without_an_answer_stands_at_the_gate_until_something_comes_of_it(room: Stage) -> None:
    room.type("q: Who tells service about launches? @bo")
    assert "N-1 question waits for an answer." in room.type("/gate")
    room.type("a: Send the service list @cem >fri from:N-1 done_when=sent")
    assert "waits for an answer" not in room.type("/gate")


def test_a_need_without_an_answer_stands_at_the_gate(room: Stage) -> None:
    room.type("need: One case from a plant @bo purpose=the first meeting")
    assert "/edit N-1 answer=yes" in room.type("/gate")
    room.type("/edit N-1 answer=later")
    assert "waits for an answer" not in room.type("/gate")


def test_a_field_that_a_kind_does_not_have_does_not_replace_its_words(room: Stage) -> None:
    room.type("n: Ten weeks is too long @bo")
    assert "Note has no field 'worked'" in room.refuses("/edit N-1 worked=partly").sentence


def test_a_hard_end_can_be_taken_away(room: Stage) -> None:
    room.play("/change M-1 end=10:00\n/change M-1 end=-")
    assert room.running.hard_end is None


def test_what_was_decided_after_a_reopening_at_the_same_minute_stands_in_the_minutes(room: Stage) -> None:
    room.play(
        "/close early Short day\n/reopen M-1 A decision is missing @ida\nd: We meet on Tuesdays\n/close early Short day"
    )
    restarted = room.restarted()
    assert [row.text for row in restarted.minutes(1).decisions] == ["We meet on Tuesdays"]


def test_consent_to_other_words_is_asked_anew(room: Stage) -> None:
    room.play("d: We pay 10 euro mode=consent\n/vote D-1 none")
    room.type("/amend D-1 We pay 10 thousand euro")
    assert "/vote D-1 none" in room.type("/gate")
    room.type("/vote D-1 none")
    assert "D-1 waits" not in room.type("/gate")


def test_what_is_changed_after_the_read_back_is_read_back_once_more(room: Stage) -> None:
    room.play("a: Send the list @bo >fri done_when=sent\n/readback")
    assert "read back" not in room.type("/gate")
    room.type("/assign A-1 @cem")
    assert "/readback" in room.type("/gate")


def test_a_team_that_is_not_here_does_not_vote(stage: Stage) -> None:
    stage.play(
        TEAM, "/at 2026-03-03 08:00\n/meeting sync-30 2026-03-03 09:00\n/at 09:00\n/here Finn Moe\n/start"
    )
    stage.type("d: We do it mode=five")
    assert "no people are here" in stage.refuses("/vote D-1 sales 4 marketing 4").sentence


def test_a_dispute_is_completed_with_its_root_and_date(room: Stage) -> None:
    room.type("dispute: How do we split the budget?")
    assert "/edit X-1 root=...; decide_by=..." in room.type("/gate")
    room.type("/edit X-1 root=budget; decide_by=2026-03-27")
    dispute = room.state.dispute(1)
    assert dispute is not None
    assert (dispute.said.get("root"), str(dispute.decide_by)) == ("budget", "2026-03-27")
    assert "X-1" not in room.type("/gate")


def test_corrected_words_go_on_in_the_action_list(room: Stage) -> None:
    room.play("a: Ask the plant @bo >fri done_when=asked\n/close early Short day")
    room.type("/correct A-1 Ask both plants")
    assert "Ask both plants" in room.type("/actions")


def test_a_row_typed_off_after_a_restart_is_collected_anew(room: Stage) -> None:
    room.type("roti: sales 5")
    again = room.restarted()
    assert "The box is empty" in again.type("/collect")
    assert "sales 1" in again.type("roti: sales 3")


def test_a_segment_missed_twice_waits_once(room: Stage) -> None:
    room.play(
        "/skip 5 // no time\n/close early Short day",
        opened("2026-03-17"),
        "/skip 5 // again\n/close early Short day",
    )
    assert [topic.ref for topic in room.state.parked if topic.text == "One problem"] == ["M-1/5"]
