"""The lead rule tried on a file of the firm: from criteria and points in a meeting to the marks of a threshold."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage

from workshop.errors import NotFound, NotUnderstood, Refused
from workshop.workspace.trying import ready, told

FIRM = """
/at 2026-03-03 08:00
/person Ana Ruiz; marketing
/person Jo Berg; sales
/meeting sync-30 2026-03-03 09:00
/at 09:00
/here all
/start
/exercise lead-definition
/step 2
"""
CRITERIA = """
criterion: 7 kind=must; allowed=north, süd
criterion: Budget kind=plus; allowed=yes
criterion: Competitor kind=knock-out; allowed=locked
"""
POINTS = """
/step 4
sales 40 60 0
marketing 30 70 0
/reveal
rule: threshold=65
"""
LEADS = (
    "Company;Region;Budget;Competitor;Result\r\n"
    '"A; of\r\ntwo lines";north;no;;won\r\n'
    "B;Süd;yes;;won\r\n"
    "C;Süd;yes;locked;lost\r\n"
    "D;east;yes;;won\r\n"
)


@pytest.fixture
def room(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path / "firm")
    stage.play(FIRM, CRITERIA)  # six of the nine criteria to begin with stay unsorted: nobody weighs them
    return stage


def put(folder: Path, encoding: str = "utf-8") -> Path:
    path = folder / "leads.csv"
    path.write_bytes(LEADS.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("utf-8", ""), ("utf-8-sig", ""), ("cp1252", "Windows-1252"), ("utf-16", "UTF-16")],
)
def test_a_rule_made_in_a_meeting_is_tried_on_a_file(
    room: Stage, tmp_path: Path, encoding: str, read_as: str
) -> None:
    room.play(POINTS)
    found = ready(room.workspace, put(tmp_path, encoding), "result=won")
    lines = list(told(found, found.threshold))
    # weights 65 and 35: A comes to 65, B to 100, C is locked, D is east
    assert lines[0].endswith(
        "at 65 on leads.csv: 2 of 4 would have passed; 1 of 3 won ones would have been missed"
    )
    assert "    65: 2 pass, 1 won ones missed  <" in lines
    assert "    70: 1 pass, 2 won ones missed" in lines
    assert found.missing == ()
    assert [line for line in lines if "UTF-8" in line] == (
        [f"   ! the file is not UTF-8; it was read as {read_as}"] if read_as else []
    )


def test_without_points_nothing_is_scored_and_it_says_where_they_are_spread(
    room: Stage, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="no weights are agreed yet") as caught:
        ready(room.workspace, put(tmp_path))
    assert "step 4" in caught.value.fix


def test_a_file_that_is_no_text_is_refused(room: Stage, tmp_path: Path) -> None:
    room.play(POINTS)
    path = tmp_path / "leads.csv"
    path.write_bytes(b"Region;Budget\n\x81\x8d;yes\n")
    with pytest.raises(NotUnderstood, match="not text"):
        ready(room.workspace, path)
    with pytest.raises(NotFound, match="no column 'orders'"):
        ready(room.workspace, put(tmp_path), "orders")


def test_without_a_rule_there_is_nothing_to_try(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "firm")
    with pytest.raises(NotFound, match="no rule to try"):
        ready(stage.workspace, put(tmp_path))


def test_a_range_that_does_not_read_is_refused_and_a_criterion_that_no_row_meets_is_named(
    room: Stage, tmp_path: Path
) -> None:
    room.play("criterion: Budget allowed=>ten", POINTS)
    with pytest.raises(Refused, match="'>ten' does not read as a range"):
        ready(room.workspace, put(tmp_path))
    room.play("criterion: Budget allowed=>10")
    found = ready(room.workspace, put(tmp_path))
    assert "   ! no row meets 'Budget': see what it allows" in told(found, found.threshold)
