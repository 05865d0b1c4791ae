"""How a line is written, hashed and read back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import NotStored
from workshop.model.moments import Reading
from workshop.store.lines import START, Place, Unfit, decode, encode, ends_with, fits, rechained

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
facts = st.lists(st.dictionaries(texts, values, max_size=5), max_size=4)
moments = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))]),
)
readings = st.builds(Reading, moments, st.integers(0, 10**12), texts)
places = st.builds(
    Place, st.integers(0, 10**9), st.integers(0, 10**6), st.text("0123456789abcdef", min_size=32, max_size=32)
)


@given(places, st.none() | st.integers(1), readings, texts, facts)
def test_a_line_reads_back_as_it_was_given(
    after: Place, meeting: int | None, reading: Reading, command: str, given_facts: list[dict[str, Any]]
) -> None:
    raw = encode(after, meeting, reading, command, given_facts)
    line = decode(raw, after.offset)
    assert (line.n, line.meeting, line.command, line.before) == (after.n + 1, meeting, command, after.hash)
    assert list(line.facts) == given_facts
    assert line.reading.boot == reading.boot
    assert line.reading.mono == reading.mono
    assert timedelta(0) <= reading.at - line.at < timedelta(milliseconds=1)
    assert line.at.tzinfo is UTC


@given(places, readings, texts, facts)
def test_a_line_that_was_read_is_written_with_the_same_bytes(
    after: Place, reading: Reading, command: str, given_facts: list[dict[str, Any]]
) -> None:
    raw = encode(after, 3, reading, command, given_facts)
    line = decode(raw, after.offset)
    assert encode(after, line.meeting, line.reading, line.command, line.facts) == raw
    assert b"\n" not in raw
    assert line.place == Place(after.offset + len(raw) + 1, after.n + 1, line.hash)


@given(facts, st.data())
def test_any_changed_byte_is_noticed(given_facts: list[dict[str, Any]], data: st.DataObject) -> None:
    raw = encode(START, 1, Reading(datetime(2026, 3, 3, tzinfo=UTC), 1, "b"), "capture", given_facts)
    spot = data.draw(st.integers(0, len(raw) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != raw[spot]))
    changed = raw[:spot] + bytes([other]) + raw[spot + 1 :]
    assert not fits(changed)
    with pytest.raises(Unfit):
        decode(changed, 0)


def test_the_hash_is_the_one_that_anybody_can_compute() -> None:
    reading = Reading(datetime(2026, 3, 3, 9, 0, tzinfo=UTC), 5, "b")
    raw = encode(
        Place(97, 0, "ab" * 16),
        1,
        reading,
        "capture",
        [{"fact": "captured", "text": "zehn Wochen – zu lang"}],
    )
    row = json.loads(raw)
    mark = row.pop("hash")
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
    assert sha256(body).hexdigest()[:32] == mark
    assert list(row) == ["n", "meeting", "at", "mono", "boot", "command", "facts", "before"]
    assert row["at"] == "2026-03-03T09:00:00.000Z"
    assert ends_with(raw, mark)


def test_a_line_with_a_key_of_its_own_is_none_of_ours() -> None:
    row = json.loads(encode(START, 1, Reading(datetime(2026, 3, 3, tzinfo=UTC), 5, "b"), "capture", []))
    forged = rechained([{**row, "mood": "fine"}]).rstrip(b"\n")
    assert fits(forged)
    with pytest.raises(Unfit, match="mood"):
        decode(forged, 0)


@pytest.mark.parametrize("half", ["\ud83d", "ten weeks \udc00 is too long"])
def test_half_a_character_is_refused_with_a_sentence(half: str) -> None:
    reading = Reading(datetime(2026, 3, 3, tzinfo=UTC), 5, "b")
    with pytest.raises(NotStored, match=r"half of a character \(U\+D"):
        encode(START, 1, reading, "capture", [{"fact": "captured", "text": half}])


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_refused(number: float) -> None:
    reading = Reading(datetime(2026, 3, 3, tzinfo=UTC), 5, "b")
    with pytest.raises(NotStored, match="not finite"):
        encode(START, 1, reading, "capture", [{"fact": "measured", "value": number}])


def test_a_reading_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Reading(datetime(2026, 3, 3), 5, "b")  # noqa: DTZ001 - the point of the test
