"""What leaves the program holds every name, every character and the same actions (rows G5 and G14)."""

import csv
import io
import json
from datetime import date

import pytest
from pypdf import PdfReader
from scripts import Stage

# G5: names and texts with special characters ---------------------------------------------------------

NAMES = ("Ägidius Öhm", "Łukasz Żuk", "Façade Çelik", "Íñigo Ñuñez", "Siobhán O'Brien")
TEXT = "Łukasz said: \"10 %, not 5\" | <b>half</b> & O'Brien's Ñandú, Çeşme; ‹5 €›"


@pytest.fixture
def special(stage: Stage) -> Stage:
    """A closed meeting whose names and texts hold every character that trips a format."""
    rows = "\n".join(
        f"/person {name}; {team}" for name, team in zip(NAMES, ["sales"] * 3 + ["marketing"] * 2, strict=True)
    )
    stage.play(f"/at 2026-03-01 08:00\n{rows}\n/meeting sync-30 2026-03-03 09:00")
    stage.play("/at 2026-03-03 09:00\n/here all\n/start")
    stage.type(f"n: {TEXT} @łukasz")
    stage.type(f'a: {TEXT} @"Siobhán O\'Brien" @íñigo >fri done_when=signed, sealed | filed')
    stage.type("/close early Only the characters matter here")
    return stage


def test_special_characters_survive_entry(special: Stage) -> None:
    """G5"""
    (entry,) = special.meeting(1).entries
    assert entry.said.text == TEXT
    assert special.name(entry.said.speaker) == "Łukasz Żuk"
    (action,) = special.state.actions
    assert action.said.text == TEXT
    assert [special.name(who) for who in (action.owner, *action.helpers)] == [
        "Siobhán O'Brien",
        "Íñigo Ñuñez",
    ]


def test_a_name_is_found_without_its_accents(special: Stage) -> None:
    """G5: whoever has no such key on the keyboard"""
    assert special.type("a: Once more @lukasz").startswith("A-2 Łukasz Żuk:")
    assert special.type("a: Once more @inigo").startswith("A-3 Íñigo Ñuñez:")


def test_special_characters_survive_json(special: Stage) -> None:
    """G5"""
    plain = json.loads(special.paper(1, "json"))
    assert plain["actions"][0]["text"] == TEXT
    assert {here["who"]["name"] for team in plain["attendance"] for here in team["people"]} == set(NAMES)


def test_special_characters_survive_csv(special: Stage) -> None:
    """G5: quotes, commas and pipes stay in their cell"""
    (row,) = csv.DictReader(io.StringIO(special.paper(1, "csv").decode("utf-8-sig"), newline=""))
    assert (row["text"], row["owner"], row["helpers"]) == (TEXT, "Siobhán O'Brien", "Íñigo Ñuñez")
    assert row["done_when"] == "signed, sealed | filed"


def test_special_characters_survive_markdown(special: Stage) -> None:
    """G5: escaped or not, every name and word is there, and a pipe does not open a column"""
    text = special.paper(1, "md").decode()
    for words in (*NAMES, "Ñandú, Çeşme", "O'Brien's"):
        assert words in text, words
    lines = text.splitlines()
    row = next(place for place, line in enumerate(lines) if "signed, sealed" in line)
    assert lines[row].replace("\\|", "").count("|") == lines[row - 2].count("|")


def test_special_characters_survive_the_pdf(special: Stage) -> None:
    """G5"""
    pages = PdfReader(io.BytesIO(special.paper(1, "pdf"))).pages
    text = " ".join("\n".join(page.extract_text() for page in pages).split())
    for words in (*NAMES, "<b>half</b> &", "Ñandú, Çeşme", "signed, sealed | filed"):
        assert words in text, words


# G14: actions of one person --------------------------------------------------------------------------


def test_actions_of_one_person_leave_as_csv_and_calendar(kickoff: Stage) -> None:
    """G14: Marta Keller owns A-8 and A-14 and helps with A-13"""
    table = io.StringIO(kickoff.paper(1, "csv", "Marta Keller").decode("utf-8-sig"), newline="")
    rows = {row["id"]: (row["owner"], row["due"]) for row in csv.DictReader(table)}
    assert rows == {
        "A-8": ("Marta Keller", "2026-03-13"),
        "A-13": ("Clara Vogt", "2026-03-12"),
        "A-14": ("Marta Keller", "2026-03-27"),
    }
    calendar = kickoff.paper(1, "ics", "Marta Keller").decode()
    assert calendar.count("BEGIN:VTODO") == 3
    for day in ("20260313", "20260312", "20260327"):
        assert f"DUE;VALUE=DATE:{day}" in calendar


def test_files_for_other_programs_hold_the_same_actions_as_the_pdf(kickoff: Stage) -> None:
    """G14"""
    table = io.StringIO(kickoff.paper(1, "csv").decode("utf-8-sig"), newline="")
    rows = {row["id"]: date.fromisoformat(row["due"]) for row in csv.DictReader(table)}
    assert list(rows) == [f"A-{number}" for number in range(1, 16)]
    calendar = kickoff.paper(1, "ics").decode()
    assert [f"SUMMARY:{ref} " in calendar for ref in rows] == [True] * 15
    reader = PdfReader(io.BytesIO(kickoff.paper(1, "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for ref, due in rows.items():
        assert ref in text
        assert f"{due.day} {due:%B}" in text
    (attached,) = reader.attachments["actions.csv"]
    assert attached == kickoff.paper(1, "csv")


def test_somebody_without_an_action_gets_an_empty_list(room: Stage) -> None:
    """G14"""
    room.type("a: Ask the plant @cem >fri done_when=asked")
    table = io.StringIO(room.paper(1, "csv", "Dora Pohl").decode("utf-8-sig"), newline="")
    assert list(csv.DictReader(table)) == []
    assert room.paper(1, "ics", "Dora Pohl").decode().count("BEGIN:VTODO") == 0
