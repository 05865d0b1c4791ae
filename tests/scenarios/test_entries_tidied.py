"""What was typed while people talked is tidied before the close: merged, split, put in order, and nothing is lost."""

import json

import pytest
from scripts import TEAM, Stage, opened

from workshop.model.codec import read_fact, write_fact
from workshop.model.entries import Entry
from workshop.model.facts import EntryMoved


@pytest.fixture
def sync(stage: Stage) -> Stage:
    """A sync that runs, with one of each side."""
    stage.play(f"/at 2026-03-02 08:00\n{TEAM}\n{opened('2026-03-03')}")
    return stage


def shown(sync: Stage) -> list[str]:
    """The words of the entries in their order."""
    return [entry.said.text for entry in sync.running.entries if not entry.struck]


def entry(sync: Stage, number: int) -> Entry:
    """An entry of the meeting that runs."""
    found = sync.state.entry(number)
    assert found is not None
    return found


# Merge -------------------------------------------------------------------------------------------


def test_merged_entries_keep_every_word_field_tag_and_voice(sync: Stage) -> None:
    sync.play(
        "o: Ten weeks is too long. @ana #food worked=no", "n: They want it sooner @finn #speed ! // twice"
    )
    said = sync.type("/merge N-1 N-2")
    assert said.splitlines()[1] == "   N-2 joined N-1; /undo takes them apart"
    one = entry(sync, 1).said
    assert (one.kind, one.text, one.detail) == (
        "objection",
        "Ten weeks is too long. They want it sooner",
        "twice",
    )
    assert (one.tags, one.priority, one.get("worked")) == (("food", "speed"), "high", "no")
    assert [sync.name(person) for person in one.speakers] == ["Ana Ruiz", "Finn Moe"]


def test_words_said_twice_stand_there_once(sync: Stage) -> None:
    sync.play("n: Too slow @ana", "n: too slow @finn", "n: Too dear", "/merge N-1 N-2 N-3")
    assert shown(sync) == ["Too slow; Too dear"]


def test_what_nobody_in_particular_said_becomes_that_of_whoever_said_the_rest(sync: Stage) -> None:
    sync.play("n: Too slow", "n: Too dear @ana", "/merge N-1 N-2")
    assert (entry(sync, 1).said.speaker, entry(sync, 1).said.team) == (sync.id("Ana Ruiz"), "sales")


def test_both_sides_count_as_heard_after_a_merge(sync: Stage) -> None:
    sync.play("n: Too slow @ana", "n: Too dear @finn", "/merge N-1 N-2", "/close early enough")
    assert [(side.team, side.count) for side in sync.minutes(1).sides] == [("sales", 1), ("marketing", 1)]


def test_what_came_from_a_merged_entry_leads_to_the_one_it_joined(sync: Stage) -> None:
    sync.play("n: Too slow", "q: Who tells them? @ana", "q: Who says so? @finn", "a: Tell them @ana from:N-3")
    sync.play("n: It is said from:N-3", "risk: They leave ref=N-3", "/merge N-2 N-3")
    assert sync.state.actions[0].said.source == "N-2"
    assert (entry(sync, 4).said.source, entry(sync, 5).said.get("ref")) == ("N-2", "N-2")
    sync.type("a: Ask again @finn from:N-3")
    assert sync.state.actions[1].said.source == "N-2"
    assert str(sync.refuses("/edit N-3 Who?")) == "N-3 was merged into N-2. Name N-2 instead."


def test_an_entry_never_comes_from_itself(sync: Stage) -> None:
    sync.play("n: Too slow", "n: Why? from:N-1", "/merge N-1 N-2")
    assert entry(sync, 1).said.source == ""
    sync.play("n: One", "n: Two from:N-3", "/merge N-4 N-3")
    assert entry(sync, 4).said.source == ""


def test_a_second_source_is_told_in_the_detail(sync: Stage) -> None:
    sync.play("n: One", "n: Two", "n: Three from:N-1", "n: Four from:N-2", "/merge N-3 N-4")
    assert (entry(sync, 3).said.source, entry(sync, 3).said.detail) == ("N-1", "from N-2")


def test_merging_what_was_merged_before_keeps_the_way_back_to_the_first(sync: Stage) -> None:
    sync.play("n: One", "n: Two", "n: Three", "a: Do it @ana from:N-3", "/merge N-2 N-3", "/merge N-1 N-2")
    assert entry(sync, 1).merged == (2, 3)
    assert sync.state.actions[0].said.source == "N-1"
    assert "N-3 was merged into N-1." in str(sync.refuses("/strike N-3"))


def test_a_merge_is_undone_and_done_again(sync: Stage) -> None:
    sync.play("n: One @ana", "n: Two @finn", "a: Do it @ana from:N-2", "/merge N-1 N-2")
    assert sync.type("/undo") == "Taken back: N-2 joined N-1."
    assert (shown(sync), sync.state.actions[0].said.source) == (["One", "Two"], "N-2")
    sync.type("/redo")
    assert (shown(sync), sync.state.actions[0].said.source) == (["One; Two"], "N-1")


def test_a_merged_topic_is_parked_once(sync: Stage) -> None:
    sync.play("p: Naming of sizes", "p: Names of pumps", "/merge N-1 N-2")
    assert [topic.text for topic in sync.state.parked] == ["Naming of sizes; Names of pumps"]


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        ("n: One\na: Two @ana", "/merge N-1 A-1", "A-1 is not an entry"),
        ("n: One", "/merge N-1 N-1", "One entry stands there twice."),
        ("n: One", "/merge N-1 N-9", "There is no entry N-9"),
        ("n: One\no: Two", "/merge N-1 N-2", "N-1 is a note, N-2 is an objection. /merge N-2 N-1"),
        ("o: One\nrisk: Two", "/merge N-1 N-2", "/edit N-2 objection: and its words, then once more."),
        ("n: One for:sales\nn: Two", "/merge N-1 N-2", "/edit N-2 for:sales, then once more."),
        ("n: One\nn: Two for:sales", "/merge N-1 N-2", "/edit N-1 for:sales, then once more."),
        ("n: One\n; Two", "/merge N-1 N-2", "One of N-1 and N-2 is private; they stay apart."),
        (
            "o: One worked=yes\no: Two worked=no",
            "/merge N-1 N-2",
            "N-2 says worked no, not yes. /edit N-2 worked=- empties it there; then once more.",
        ),
        (f"n: {'x' * 2500}\nn: {'y' * 2500}", "/merge N-1 N-2", "more than 4,000 characters"),
        (
            "programme: One\nprogramme: Two\n/vote N-2 sales 4",
            "/merge N-1 N-2",
            "N-2 was voted on; /merge N-2 N-1 keeps its votes.",
        ),
    ],
)
def test_a_merge_that_would_lose_something_is_refused(sync: Stage, lines: str, line: str, told: str) -> None:
    sync.play(lines)
    assert told in str(sync.refuses(line))


# Split -------------------------------------------------------------------------------------------


def test_each_part_of_a_split_entry_has_its_speaker_kind_and_fields(sync: Stage) -> None:
    sync.play("o: Too long and too dear @ana #food for:sales worked=no // said twice", "n: Something else")
    said = sync.type("/split N-1 Too long // Too dear")
    assert [line.split(" (")[0] for line in said.splitlines()] == [
        "N-1 objection · Ana Ruiz: Too long",
        "N-3 objection · Ana Ruiz: Too dear",
    ]
    assert shown(sync) == ["Too long", "Too dear", "Something else"]
    one, two = entry(sync, 1).said, entry(sync, 3).said
    assert (one.fields, one.tags, one.audience, one.speaker) == (
        two.fields,
        two.tags,
        two.audience,
        two.speaker,
    )
    assert (one.detail, two.detail) == ("said twice", "")


def test_a_split_is_one_step_to_undo(sync: Stage) -> None:
    sync.play("n: One and two and three", "/split N-1 One // two // three")
    assert shown(sync) == ["One", "two", "three"]
    sync.type("/undo")
    assert shown(sync) == ["One and two and three"]
    assert sync.type("n: The next one").startswith("N-2 ")


# Order -------------------------------------------------------------------------------------------


def test_the_order_of_entries_stays_in_every_paper(sync: Stage) -> None:
    sync.play("n: One", "n: Two", "n: Three", "/move N-3 before N-1", "/move N-1 after N-2")
    assert shown(sync) == ["Three", "Two", "One"]
    sync.type("/close early enough")
    assert [row.text for row in sync.minutes(1).segments[0].entries] == ["Three", "Two", "One"]
    plain = json.loads(sync.paper(1, "json"))
    assert [row["text"] for row in plain["segments"][0]["entries"]] == ["Three", "Two", "One"]
    text = sync.paper(1, "md").decode()
    assert text.index(": Three") < text.index(": Two") < text.index(": One")


def test_an_entry_beside_another_one_stands_in_its_segment(sync: Stage) -> None:
    sync.play("n: One", "/next", "n: Two", "n: Three", "/move N-1 after N-2")
    assert (shown(sync), entry(sync, 1).segment) == (["Two", "One", "Three"], 2)
    assert sync.refuses("/move N-1 before N-3").sentence == "N-1 stands before N-3 already."
    sync.type("/undo")
    assert (shown(sync), entry(sync, 1).segment) == (["One", "Two", "Three"], 1)


def test_a_move_stored_before_entries_had_an_order_reads_as_it_did() -> None:
    told = read_fact({"fact": "entry-moved", "number": 3, "segment": 5})
    assert told == EntryMoved(3, 5)
    assert write_fact(told) == {"fact": "entry-moved", "number": 3, "segment": 5}


def test_minutes_tell_which_entries_were_merged_and_by_whom_they_were_said(sync: Stage) -> None:
    sync.play("o: Too slow @ana", "o: Too dear @finn", "/merge N-1 N-2", "/close early enough")
    text = sync.paper(1, "md").decode()
    assert "**N-1** Objection: Too slow; Too dear · Ana Ruiz, Finn Moe" in text
    assert "with N-2" in text


# After the close ---------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["/merge N-1 N-2", "/split N-1 Too // slow", "/move N-2 before N-1"])
def test_minutes_that_were_handed_out_are_opened_first(sync: Stage, line: str) -> None:
    sync.play("n: Too slow", "n: Too dear", "/close early enough")
    assert "N-" in sync.refuses(line).sentence
    assert "/reopen M-1 WHY @who, then once more" in sync.refuses(line).fix
    sync.play("/reopen M-1 to tidy up @ida", line)
    assert len(sync.running.entries) in (2, 3)


def test_minutes_of_an_earlier_meeting_are_corrected(sync: Stage) -> None:
    sync.play("n: Too slow", "n: Too dear", "/close early enough", opened("2026-03-10"))
    assert sync.refuses("/merge N-1 N-2").fix == "/correct N-1 and the right words."


# Retag -------------------------------------------------------------------------------------------


def test_tags_and_marks_are_taken_away_again(sync: Stage) -> None:
    sync.play("n: Too slow @ana #food #water ! for:sales", "/edit N-1 #-food #plant")
    assert entry(sync, 1).said.tags == ("water", "plant")
    sync.type("/edit N-1 #- !- for:- @-")
    said = entry(sync, 1).said
    assert (said.tags, said.priority, said.audience, said.speaker, said.team) == ((), "", "", "", "")
    assert str(sync.refuses("/edit N-1 #-food")) == "There is no tag #food here. #- takes every tag away."
