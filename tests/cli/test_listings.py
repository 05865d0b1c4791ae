"""Lists: aligned text, exactly one JSON document with stable keys, or CSV."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from cli.calling import PEOPLE, Cli

MEETING_KEYS = [
    "id", "title", "template", "date", "start", "place", "mode", "status", "planned_minutes", "entries", "people",
    "preparation", "segments",
]  # fmt: skip
ACTION_KEYS = [
    "id", "text", "owner", "helpers", "due", "due_next_meeting", "original_due", "done_when", "status",
    "closed_on", "carried", "meeting", "source", "priority", "tags", "audience", "history",
]  # fmt: skip
LISTS = (("list",), ("list", "--templates"), ("action", "list"), ("person", "list"))


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_json_is_one_document_and_nothing_else(cli: Cli, firm: Path, words: tuple[str, ...]) -> None:
    told = cli(*words, "--json", at=firm)
    assert told.code == 0
    assert told.err == ""
    rows = told.json()
    assert rows
    assert len({tuple(row) for row in rows}) == 1


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_csv_has_a_head_and_a_row_for_each_of_the_json(cli: Cli, firm: Path, words: tuple[str, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(cli(*words, "--csv", at=firm).out)))
    wanted = cli(*words, "--json", at=firm).json()
    assert len(rows) == len(wanted)
    for row, other in zip(rows, wanted, strict=True):
        for key in row.keys() & other.keys():
            assert row[key] == ("" if other[key] is None else str(other[key]))


@pytest.mark.parametrize("words", LISTS, ids=" ".join)
def test_text_is_aligned_under_its_head(cli: Cli, firm: Path, words: tuple[str, ...]) -> None:
    head, rule, *rows = cli(*words, at=firm).out.splitlines()
    assert set(rule) == {"-", " "}
    starts = [
        place for place, sign in enumerate(rule) if sign == "-" and rule[place - 1 : place] in ("", " ")
    ]
    assert all(head[start] != " " and head[start - 2 : start].strip() == "" for start in starts)
    assert rows


def test_meetings_have_stable_keys_iso_dates_and_null_for_what_is_missing(cli: Cli, firm: Path) -> None:
    (row,) = cli("list", "--json", at=firm).json()
    assert list(row) == MEETING_KEYS
    assert row["id"] == "M-1"
    assert date.fromisoformat(row["date"]).isoformat() == row["date"]
    assert row["place"] is None
    assert (row["status"], row["people"], row["entries"]) == ("closed", 6, 4)


def test_actions_have_stable_keys_and_persons_by_name(cli: Cli, firm: Path) -> None:
    first, second = cli("action", "list", "--json", at=firm).json()
    (meeting,) = cli("list", "--json", at=firm).json()
    assert list(first) == ACTION_KEYS
    held = date.fromisoformat(meeting["date"])
    assert first["due"] == (held + timedelta(days=7)).isoformat()
    assert (first["id"], first["owner"], first["helpers"]) == ("A-1", "Finn Moe", [])
    assert (second["id"], second["owner"], second["helpers"]) == ("A-2", "Ana Ruiz", ["Bo Lind"])
    assert first["done_when"] == "list is out"
    assert first["source"] == "D-1"
    assert first["closed_on"] is first["priority"] is first["audience"] is None
    assert [step["what"] for step in first["history"]] == ["added"]


def test_people_come_as_they_were_added(cli: Cli, firm: Path) -> None:
    rows = cli("person", "list", "--json", at=firm).json()
    assert [row["name"] for row in rows] == [person.partition(";")[0] for person in PEOPLE]
    assert rows[0] == {
        "id": "P-1", "name": "Ana Ruiz", "team": "sales", "role": "Key accounts", "email": "ana@example.org",
    }  # fmt: skip
    assert rows[1]["role"] is rows[1]["email"] is None


def test_the_newest_meeting_comes_first(cli: Cli, firm: Path) -> None:
    cli("new", at=firm)
    assert [row["id"] for row in cli("list", "--json", at=firm).json()] == ["M-2", "M-1"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ((), ["A-1", "A-2"]),
        (("--person", "finn"), ["A-1"]),
        (("--owner", "Ana Ruiz"), ["A-2"]),
        (("--owner", "nobody"), []),
        (("--meeting", "M-1"), ["A-1", "A-2"]),
        (("--meeting", "2"), []),
    ],
)
def test_actions_can_be_narrowed_down(cli: Cli, firm: Path, words: tuple[str, ...], ids: list[str]) -> None:
    assert [row["id"] for row in cli("action", "list", *words, "--json", at=firm).json()] == ids


def test_done_actions_are_shown_when_asked_for(cli: Cli, firm: Path) -> None:
    cli("action", "done", "A-1", at=firm)
    assert [row["id"] for row in cli("action", "list", "--json", at=firm).json()] == ["A-2"]
    rows = cli("action", "list", "--all", "--json", at=firm).json()
    assert [(row["id"], row["status"]) for row in rows] == [("A-1", "done"), ("A-2", "open")]


def test_an_empty_list_is_an_empty_document_or_a_sentence_on_stderr(cli: Cli, tmp_path: Path) -> None:
    cli("init", str(tmp_path / "new"), "--zone", "UTC")
    for words, sentence in (
        (("list",), "No meeting yet. Plan one: workshop new kickoff-120"),
        (("action", "list"), "No action is open."),
        (("person", "list"), "Nobody yet."),
    ):
        told = cli(*words, at=tmp_path / "new")
        assert (told.code, told.out, told.err) == (0, "", f"{sentence}\n")
        assert cli(*words, "--json", at=tmp_path / "new").json() == []
        assert len(cli(*words, "--csv", at=tmp_path / "new").out.splitlines()) == 1


def test_templates_are_listed_without_a_workspace(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = cli("list", "--templates", "--json").json()
    assert {"kickoff-120", "sync-30", "monthly-90"} <= {row["template"] for row in rows}
    assert all(isinstance(row["minutes"], int) for row in rows)
