"""Answers given in confidence."""

from __future__ import annotations

import itertools
import json
import stat
from pathlib import Path

import pytest

from workshop.errors import Damaged, NewerFile, Refused
from workshop.store import Box, Row


def test_the_order_of_the_answers_is_not_kept(tmp_path: Path) -> None:
    answers = [("sales", (3, 2, 2)), ("marketing", (1, 5, 4)), ("sales", (1, 1, 1))]
    contents = set()
    for number, order in enumerate(itertools.permutations(answers)):
        box = Box(tmp_path, f"M-1-roti-{number}")
        for team, digits in order:
            box.add([Row(team, digits)])
        contents.add((tmp_path / "boxes" / f"M-1-roti-{number}.json").read_bytes())
    assert len(contents) == 1


def test_a_box_holds_teams_and_digits_and_nothing_else(tmp_path: Path) -> None:
    Box(tmp_path, "M-1-roti").add([Row("sales", (3,))])
    path = tmp_path / "boxes" / "M-1-roti.json"
    assert json.loads(path.read_bytes()) == {"schema": 1, "rows": [{"team": "sales", "digits": [3]}]}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_rows_outlive_the_program(tmp_path: Path) -> None:
    Box(tmp_path, "a").add([Row("sales", (3, 2))])
    Box(tmp_path, "a").add([Row("marketing", (1, 1))])
    assert Box(tmp_path, "a").rows() == (Row("marketing", (1, 1)), Row("sales", (3, 2)))
    assert Box(tmp_path, "b").rows() == ()


def test_the_last_rows_are_taken_back_one_by_one(tmp_path: Path) -> None:
    box = Box(tmp_path, "a")
    for digits in ((1,), (5,), (1,)):
        box.add([Row("sales", digits)])
    box.take_back_last()
    assert box.rows() == (Row("sales", (1,)), Row("sales", (5,)))
    box.take_back_last()
    assert box.rows() == (Row("sales", (1,)),)


def test_after_a_restart_no_row_can_be_taken_back(tmp_path: Path) -> None:
    Box(tmp_path, "a").add([Row("sales", (3,))])
    with pytest.raises(Refused, match="before the program was started"):
        Box(tmp_path, "a").take_back_last()
    assert len(Box(tmp_path, "a").rows()) == 1


def test_a_row_that_was_emptied_elsewhere_cannot_be_taken_back(tmp_path: Path) -> None:
    box = Box(tmp_path, "a")
    box.add([Row("sales", (3,))])
    Box(tmp_path, "a").delete()
    with pytest.raises(Refused, match="no longer in the box"):
        box.take_back_last()


def test_a_deleted_box_leaves_nothing(tmp_path: Path) -> None:
    box = Box(tmp_path, "a")
    box.delete()
    box.add([Row("sales", (3,))])
    box.delete()
    assert box.rows() == ()
    assert list((tmp_path / "boxes").iterdir()) == []
    with pytest.raises(Refused):
        box.take_back_last()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"schema":1,"rows":[{"team":"sales","digits":[1.5]}]}'])
def test_a_damaged_box_is_said_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "boxes").mkdir()
    path = tmp_path / "boxes" / "a.json"
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"a\.json"):
        Box(tmp_path, "a").add([Row("sales", (3,))])
    assert path.read_bytes() == content


def test_a_newer_box_is_refused(tmp_path: Path) -> None:
    (tmp_path / "boxes").mkdir()
    (tmp_path / "boxes" / "a.json").write_bytes(b'{"schema":2}')
    with pytest.raises(NewerFile):
        Box(tmp_path, "a").rows()
