"""The team's own files laid over the shipped ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import NotFound, ShelfError
from workshop.library import load, shelved

Write = Callable[[str, str], Path]
AGENDA = """
title = "Ours"
purpose = "Us."
[[segments]]
title = "One"
kind = "exercise"
minutes = 5
exercise = "field-report"
part = "headlines"
alternatives = ["juggling", "field-report"]
[[segments]]
title = "Two"
kind = "exercise"
minutes = 5
exercise = "juggling"
"""


def test_without_own_folders_the_shipped_shelves_are_used(tmp_path: Path) -> None:
    assert load(tmp_path) == load(None)


def test_an_own_agenda_stands_beside_the_shipped_ones(write: Write) -> None:
    library = load(write("agendas/ours-10.toml", AGENDA))
    assert library.agenda("ours-10").title == "Ours"
    assert library.agenda("sync-30").title == "Twice-monthly sync"


def test_an_own_agenda_takes_the_place_of_the_shipped_one(write: Write) -> None:
    library = load(write("agendas/sync-30.toml", AGENDA))
    assert library.agenda("sync-30").title == "Ours"
    assert len(library.agendas) == len(load().agendas)


def test_an_own_agenda_that_is_off_is_noted_and_the_shipped_one_used(write: Write) -> None:
    library = load(write("agendas/sync-30.toml", AGENDA.replace("minutes = 5", 'minutes = "five"')))
    assert library.agenda("sync-30").title == "Twice-monthly sync"
    assert library.notes == (
        (
            "agendas/sync-30.toml: segments[1].minutes: expected a whole number, got 'five'. "
            "The shipped one is used in its place."
        ),
    )


def test_an_own_file_that_is_off_is_left_out_and_the_others_stay(write: Write) -> None:
    write("agendas/good.toml", AGENDA)
    library = load(write("exercises/bad.toml", "title = 3\n"))
    assert library.agenda("good").title == "Ours"
    assert library.report("bad") is None
    assert library.notes == (
        "exercises/bad.toml: cards: expected at least one table [[cards]]. It is left out.",
    )


def test_own_kinds_are_laid_over_the_shipped_ones(write: Write) -> None:
    library = load(write("agendas/kinds.toml", "[sample]\n[objection]\nfields.product = 'short'\n"))
    assert library.kind("sample").label == "Sample"
    assert library.kind("objection").field("product") is not None
    assert library.kind("objection").field("tactic") is not None


def test_own_kinds_that_are_off_are_noted_and_the_shipped_ones_used(write: Write) -> None:
    library = load(write("agendas/kinds.toml", "[sample]\nletter = 'o'\n"))
    assert library.kinds == load().kinds
    assert library.notes == (
        "agendas/kinds.toml: sample.letter: 'o' belongs to objection. The shipped one is used in its place.",
    )


def test_a_shipped_file_that_is_off_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.toml").write_text("title = 3\n", encoding="utf-8")
    monkeypatch.setattr(shelved, "shelf", lambda _name: tmp_path)
    with pytest.raises(ShelfError, match=r"bad\.toml: segments"):
        load()


def test_exercises_that_no_shelf_has_are_listed_once(write: Write) -> None:
    library = load(write("agendas/ours-10.toml", AGENDA))
    assert library.missing_exercises(library.agenda("ours-10").segments) == ("juggling",)
    assert library.notes == ()


def test_an_unknown_part_of_a_known_report_is_noted(write: Write) -> None:
    library = load(write("agendas/ours-10.toml", AGENDA.replace("headlines", "headlnes")))
    assert library.notes == (
        (
            "agendas/ours-10.toml: segments[1].part: field-report has no part 'headlnes'; did you mean headlines? "
            "All of it is used."
        ),
    )


def test_a_card_that_asks_for_an_unknown_kind_is_noted(write: Write) -> None:
    report = (
        "title = 'T'\npurpose = 'P'\nlead = 'sales'\nminutes = 5\n"
        "[[cards]]\nslug = 'a'\ntitle = 'A'\nprompt = '?'\nkinds = ['objektion']\nplain = 'objection'\n"
    )
    assert load(write("exercises/ours.toml", report)).notes == (
        "exercises/ours.toml: cards[1]: 'objektion' is not a kind of entry; did you mean objection?",
    )


def test_a_name_that_is_not_there_brings_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no agenda 'montly-90' on the shelf; did you mean monthly-90\?"):
        load().agenda("montly-90")
    with pytest.raises(NotFound, match=r"no kind of entry 'objektion'; did you mean objection\?"):
        load().kind("objektion")
    with pytest.raises(NotFound, match="no kind of entry ''"):
        load().kind("")


def test_a_kind_is_found_by_its_letter() -> None:
    assert load().kind("o").name == "objection"


def test_a_building_block_that_no_shelf_has_is_noted(write: Write) -> None:
    agenda = AGENDA.replace("[[segments]]\n", '[[segments]]\nblocks = ["credit-rond"]\n', 1)
    assert load(write("agendas/ours-10.toml", agenda)).notes == (
        "agendas/ours-10.toml: segments[1].blocks[1]: there is no building block 'credit-rond'; did you mean credit-round?",
    )
