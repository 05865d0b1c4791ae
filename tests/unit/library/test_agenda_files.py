"""Files of agendas and reports: how they are read, and what is said of those that are off."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.errors import ShelfError
from workshop.library.contents import read_agenda, read_cards

HEAD = 'title = "Short"\npurpose = "Us."\n'
SEGMENT = '[[segments]]\ntitle = "Open"\nkind = "open"\nleads = ["facilitator"]\nminutes = 3\n'
REPORT = 'title = "T"\npurpose = "P"\nlead = "sales"\nminutes = 5\n'
CARD = '[[cards]]\nslug = "one"\ntitle = "One"\nprompt = "?"\nkinds = ["note"]\n'


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def off(folder: Path, name: str, text: str) -> str:
    reader = read_agenda if name.startswith("agendas") else read_cards
    with pytest.raises(ShelfError) as caught:
        reader(put(folder, name, text))
    return str(caught.value)


def test_an_agenda_takes_its_slug_from_the_file_and_numbers_its_segments(tmp_path: Path) -> None:
    agenda = read_agenda(put(tmp_path, "agendas/short-6.toml", HEAD + SEGMENT + SEGMENT))
    assert agenda.slug == "short-6"
    assert [segment.number for segment in agenda.segments] == [1, 2]
    assert agenda.minutes == 6


def test_a_break_needs_no_lead(tmp_path: Path) -> None:
    text = HEAD + '[[segments]]\ntitle = "Break"\nkind = "break"\nminutes = 5\n'
    assert read_agenda(put(tmp_path, "agendas/b.toml", text)).segments[0].leads == ()


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    text = "\ufeff" + (HEAD + SEGMENT).replace("\n", "\r\n")
    assert read_agenda(put(tmp_path, "agendas/b.toml", text)).title == "Short"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD + SEGMENT + SEGMENT.replace("3", '"ten"'), "segments[2].minutes: expected a whole number, got 'ten'."),
        (HEAD + SEGMENT.replace("3", "true"), "segments[1].minutes: expected a whole number, got true."),
        (HEAD + SEGMENT.replace("3", "0"), "segments[1].minutes: expected a whole number from 1, got 0."),
        (HEAD + SEGMENT + "promts = []\n", "segments[1].promts: not a key here; did you mean prompts?"),
        (HEAD + SEGMENT + "number = 4\n", "segments[1].number: not a key here."),
        ("titel = 1\n" + SEGMENT, "titel: not a key here; did you mean title?"),
        (HEAD + SEGMENT.replace("minutes = 3\n", ""), "segments[1]: the key minutes is missing."),
        ('title = "Short"\n' + SEGMENT, "agendas/x.toml: the key purpose is missing."),
        (HEAD, "agendas/x.toml: segments: expected at least one table [[segments]]."),
        (HEAD + "segments = [3]\n", "agendas/x.toml: segments[1]: expected a table, got 3."),
        (HEAD + SEGMENT + 'prompts = "Say"\n', "segments[1].prompts: expected a list, got 'Say'."),
        (HEAD + SEGMENT + 'prompts = ["Say", 3]\n', "segments[1].prompts[2]: expected text, got 3."),
        (HEAD + SEGMENT.replace('"facilitator"', '"sale"'), "leads[1]: 'sale' is none of facilitator, sales, "),
        (HEAD + SEGMENT.replace('"open"', '"opne"'), "; did you mean open?"),
        ("title = \n", "agendas/x.toml: title, line 1: what stands behind the = is no value."),
    ],
)  # fmt: skip
def test_an_agenda_that_is_off_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    said = off(tmp_path, "agendas/x.toml", text)
    assert said.startswith("agendas/x.toml: ")
    assert sentence in said


def test_a_file_name_that_cannot_be_typed_is_told(tmp_path: Path) -> None:
    assert "'My Agenda' cannot be typed" in off(tmp_path, "agendas/My Agenda.toml", HEAD + SEGMENT)


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "agendas.toml"
    path.write_bytes('title = "Büro"'.encode("latin-1"))
    with pytest.raises(ShelfError, match=r"not text in UTF-8\. Save it again as UTF-8\."):
        read_agenda(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ShelfError, match="cannot be opened"):
        read_agenda(tmp_path / "gone.toml")


def test_a_part_gives_its_cards_in_its_own_order(tmp_path: Path) -> None:
    other = CARD.replace("one", "two")
    text = REPORT + CARD + other + '[[parts]]\nslug = "turned"\ncards = ["two", "one"]\n'
    report = read_cards(put(tmp_path, "exercises/r.toml", text))
    assert [card.slug for card in report.selected("turned")] == ["two", "one"]
    assert [card.slug for card in report.selected()] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (REPORT, "cards: expected at least one table [[cards]]."),
        (REPORT + CARD + "minut = 3\n", "cards[1].minut: not a key here; did you mean minute?"),
        (REPORT.replace('"sales"', '"seller"') + CARD, "lead: 'seller' is none of facilitator, sales, "),
        (REPORT + CARD + '[[parts]]\nslug = "p"\ncards = ["on"]\n', "parts[1].cards[1]: 'on' is none of one; did you mean one?"),
        (REPORT + "parts = 3\n" + CARD, "parts: expected at least one table [[parts]]."),
    ],
)  # fmt: skip
def test_a_report_that_is_off_is_told_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    assert sentence in off(tmp_path, "exercises/x.toml", text)
