"""Minutes come back from JSON as they were written, and two versions tell what differs between them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from workshop.errors import Damaged, NewerFile
from workshop.exporting import jsonfile, markdown
from workshop.exporting.compared import compared
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.markdown.reading import corrections


def test_what_is_written_is_read_back_and_written_the_same(minutes: Minutes, bare: Source) -> None:
    for told in (minutes, digest(bare)):
        content = jsonfile.render(told)
        assert jsonfile.read(content, "minutes.json") == told
        assert jsonfile.render(jsonfile.read(content, "minutes.json")) == content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is not JSON"),
        (b"[]", "holds no minutes"),
        (b'{"workshop": "actions"}', "holds no minutes"),
        (b'{"workshop": "minutes"}', "does not say which version"),
        (b'{"workshop": "minutes", "version": 1}', "does not read as minutes"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_what_is_no_minutes_is_said(content: bytes, said: str) -> None:
    with pytest.raises(Damaged, match=said):
        jsonfile.read(content, "x.json")


@pytest.mark.parametrize("number", ["1e999999999", "1/0", "9" * 400, "0x1", ""])
def test_a_number_that_nobody_would_write_is_said(results: Minutes, number: str) -> None:
    document = json.loads(jsonfile.render(results))
    figure = next(one for row in document["exercises"] for one in row["figures"] if one["number"] is not None)
    figure["value"] = number
    with pytest.raises(Damaged, match="does not read as minutes"):
        jsonfile.read(json.dumps(document).encode(), "x.json")


@pytest.mark.parametrize(
    ("key", "value"), [("locale", "xx_YY"), ("zone", "Mars/Base"), ("zone", "../x"), ("zone", "Europe")]
)
def test_a_language_or_a_zone_that_is_none_is_said(minutes: Minutes, key: str, value: str) -> None:
    document = json.loads(jsonfile.render(minutes))
    (document if key == "locale" else document["when"])[key] = value
    with pytest.raises(Damaged, match="does not read as minutes"):
        jsonfile.read(json.dumps(document).encode(), "x.json")


@pytest.mark.parametrize("number", [0, -5, 10**30])
def test_a_meeting_that_nobody_held_is_said(minutes: Minutes, number: int) -> None:
    document = json.loads(jsonfile.render(minutes)) | {"number": number}
    with pytest.raises(Damaged, match=f"there is no M-{number}"):
        jsonfile.read(json.dumps(document).encode(), "x.json")


def test_a_newer_document_is_left_alone(minutes: Minutes) -> None:
    content = json.loads(jsonfile.render(minutes)) | {"version": 99}
    with pytest.raises(NewerFile):
        jsonfile.read(json.dumps(content).encode(), "x.json")


def test_the_first_form_of_a_version_reads_for_good_and_keys_of_later_ones_are_left_out() -> None:
    """Since then keys were added, and none changed its meaning: the version stays."""
    first = (Path(__file__).parent / "files" / "minutes.first.json").read_bytes()
    known = jsonfile.read(first, "first.json")
    assert (known.title, known.decisions[0].id, known.exercises) == ("Sync", "D-1", ())
    later = json.loads(first) | {"weather": "rain"}
    assert jsonfile.read(json.dumps(later).encode(), "later.json") == known


def test_the_same_version_differs_in_nothing(minutes: Minutes) -> None:
    assert compared(minutes, minutes) == ()


def test_changing_one_decision_is_one_difference(minutes: Minutes) -> None:
    first, *others = minutes.decisions
    changed = replace(minutes, decisions=(replace(first, text="Leads carry two codes"), *others))
    (difference,) = compared(minutes, changed)
    assert difference.words() == "~ D-1: text: Leads carry a reason code -> text: Leads carry two codes"


def test_what_is_new_and_what_is_gone_is_told(minutes: Minutes) -> None:
    (gone,) = compared(minutes, replace(minutes, actions=()))
    (new,) = compared(replace(minutes, actions=()), minutes)
    assert gone.words() == "- A-4: Put the sheet into the library"
    assert new.words() == "+ A-4: Put the sheet into the library"


def test_an_entry_inside_a_segment_is_told_by_its_own_number(minutes: Minutes) -> None:
    place, segment = next((n, row) for n, row in enumerate(minutes.segments) if row.entries)
    entry = replace(segment.entries[0], text="Other words")
    rows = (
        *minutes.segments[:place],
        replace(segment, entries=(entry, *segment.entries[1:])),
        *minutes.segments[place + 1 :],
    )
    (difference,) = compared(minutes, replace(minutes, segments=rows))
    assert difference.where == entry.id
    assert difference.after == "text: Other words"


def test_words_that_an_editor_slants_or_links_are_words_all_the_same(minutes: Minutes) -> None:
    text, row = markdown.render(minutes).decode(), minutes.actions[0]
    for typed in ("Publish the *whole* sheet", "Publish the _whole_ [sheet](https://example.org)"):
        found = corrections(minutes, text.replace(row.text, typed, 1))
        assert [said.after for said in found.proposals] == ["Publish the whole sheet"]
