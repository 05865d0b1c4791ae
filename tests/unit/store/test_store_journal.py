"""The journal, in a file and in memory alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workshop.errors import Damaged, NotFound, NotStored, Refused
from workshop.model.moments import Reading
from workshop.store import START, FileJournal, Journal, Line, MemoryJournal

Fill = Callable[..., tuple[Line, ...]]
TUESDAY = Reading(datetime(2026, 3, 3, 9, 0, tzinfo=UTC), 5, "boot-1")


def test_what_was_appended_is_read_in_its_order(journal: Journal, fill: Fill) -> None:
    stored = fill(journal, "too dear", "ten weeks is too long", "no reference")
    assert tuple(journal.read()) == stored
    assert [line.n for line in stored] == [1, 2, 3]
    assert [line.facts[0]["text"] for line in stored] == ["too dear", "ten weeks is too long", "no reference"]


def test_each_line_carries_the_hash_of_the_one_before(journal: Journal, fill: Fill) -> None:
    first, second, third = fill(journal, "a", "b", "c")
    assert (second.before, third.before) == (first.hash, second.hash)
    assert len({first.hash, second.hash, third.hash}) == 3


def test_one_command_is_one_line_with_all_its_facts(journal: Journal) -> None:
    facts: list[dict[str, Any]] = [
        {"fact": "parted", "minutes": 5},
        {"fact": "opened", "segment": "objections"},
    ]
    with journal.locked() as writer:
        line = writer.append(None, TUESDAY, "next", facts)
    assert (line.meeting, line.command, list(line.facts), line.reading) == (None, "next", facts, TUESDAY)
    assert list(journal.read()) == [line]


def test_reading_goes_on_from_any_place(journal: Journal, fill: Fill) -> None:
    stored = fill(journal, *"abcdef")
    for number, line in enumerate(stored):
        assert tuple(journal.read(line.place)) == stored[number + 1 :]


def test_what_comes_back_from_append_has_the_place_that_reading_gives(journal: Journal, fill: Fill) -> None:
    stored = fill(journal, "a", "Łukasz – “zehn Wochen”", "c")
    assert [line.place for line in journal.read()] == [line.place for line in stored]
    with journal.locked() as writer:
        assert writer.place == stored[-1].place


def test_an_empty_journal_reads_as_no_lines(journal: Journal) -> None:
    assert list(journal.read()) == []
    assert journal.notices == ()


def test_whoever_holds_the_lock_catches_up_with_the_others(journal: Journal, fill: Fill) -> None:
    first, *others = fill(journal, "mine", "from the second terminal", "and another")
    with journal.locked() as writer:
        assert writer.catch_up(first.place) == tuple(others)
        own = writer.append(1, TUESDAY, "capture", [{"fact": "captured"}])
        assert writer.catch_up(others[-1].place) == (own,)
        assert writer.catch_up(START) == (first, *others, own)


def test_a_place_is_held_until_the_journal_is_written_anew(journal: Journal, fill: Fill) -> None:
    line = fill(journal, "Ana Ruiz said so", "b")[0]
    assert journal.holds(START)
    assert journal.holds(line.place)
    assert not journal.holds(replace(line.place, offset=line.place.offset - 1))
    assert not journal.holds(replace(line.place, offset=line.place.offset + 10**6))
    journal.rewrite(lambda fact: {**fact, "text": fact["text"].replace("Ana Ruiz", "P-1")})
    assert not journal.holds(line.place)
    with pytest.raises(Damaged, match="no longer holds line 1"):
        journal.read(line.place)


def test_rewriting_changes_the_facts_and_nothing_else(journal: Journal, fill: Fill) -> None:
    before = fill(journal, "Ana Ruiz said so", "b")

    def forgotten(fact: dict[str, Any]) -> dict[str, Any]:
        return {**fact, "text": fact["text"].replace("Ana Ruiz", "P-1")}

    journal.rewrite(forgotten)
    after = tuple(journal.read())
    assert [line.facts[0]["text"] for line in after] == ["P-1 said so", "b"]
    assert [(line.n, line.meeting, line.reading, line.command) for line in after] == [
        (line.n, line.meeting, line.reading, line.command) for line in before
    ]
    following = fill(journal, "c")[0]
    assert (following.n, following.before) == (3, after[-1].hash)


def test_a_text_that_no_file_can_hold_leaves_the_journal_as_it_was(journal: Journal, fill: Fill) -> None:
    stored = fill(journal, "a")
    with pytest.raises(NotStored, match="half of a character"):
        fill(journal, "b \ud83d")
    assert tuple(journal.read()) == stored
    assert fill(journal, "c")[0].n == 2


@pytest.mark.parametrize(
    "text", ["two\nlines", "\u2028", "\x00\x1b[31m", '"}', ',"hash":"', "\\", "🙂", "\r\n"]
)
def test_a_hostile_text_is_only_text(journal: Journal, fill: Fill, text: str) -> None:
    fill(journal, text, "after")
    assert [line.facts[0]["text"] for line in journal.read()] == [text, "after"]


def test_a_journal_is_begun_once(journal: Journal, fill: Fill) -> None:
    stored = fill(journal, "a")
    with pytest.raises(Refused, match="already"):
        journal.create()
    assert tuple(journal.read()) == stored


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_a_journal_that_was_never_begun_is_not_found(kind: str, tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    journal: Journal = FileJournal(folder) if kind == "file" else MemoryJournal()
    with pytest.raises(NotFound):
        journal.read()
    with pytest.raises(NotFound), journal.locked():
        pass
    with pytest.raises(NotFound):
        journal.holds(START)
    assert not folder.exists()


def test_both_kinds_chain_alike(tmp_path: Path, fill: Fill) -> None:
    on_disk, in_memory = FileJournal(tmp_path), MemoryJournal()
    on_disk.create()
    in_memory.create()
    assert fill(on_disk, "a", "b") == fill(in_memory, "a", "b")
    assert [line.place for line in on_disk.read()] == [line.place for line in in_memory.read()]
