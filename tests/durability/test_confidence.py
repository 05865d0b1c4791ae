"""Answers given in confidence: no trace of who or when, and no box left over once they are revealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from durability.programs import killed_at_the_reveal, launching
from durability.rooms import PEOPLE, everything, feed, journal, running

from workshop.errors import Refused
from workshop.line.session import Session
from workshop.workspace import Workspace

ROWS = ("roti: sales 4", "roti: marketing 5 2", "roti: sales 1 3")
BOX = "boxes/M-1-roti.json"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A meeting in which five people gave their answer."""
    session = running(tmp_path / "firm")
    feed(session, "n: the last thing said @ana", *ROWS)
    return session


def traces(directory: Path) -> dict[str, bytes]:
    """Every file but those that hold names by their nature."""
    return {name: data for name, data in everything(directory).items() if name != "people.json"}


def test_giving_an_answer_writes_nothing_but_the_box(tmp_path: Path) -> None:
    session = running(tmp_path / "firm")
    feed(session, "n: the last thing said")
    before = everything(tmp_path / "firm")
    feed(session, *ROWS)
    after = everything(tmp_path / "firm")
    assert {name for name in after if before.get(name) != after[name]} == {BOX, "locks/boxes.lock"}


def test_the_box_holds_teams_and_digits_and_nothing_else(session: Session, tmp_path: Path) -> None:
    assert everything(tmp_path / "firm")[BOX] == (
        b'{"schema":1,"rows":[{"team":"marketing","digits":[2]},{"team":"marketing","digits":[5]},'
        b'{"team":"sales","digits":[1]},{"team":"sales","digits":[3]},{"team":"sales","digits":[4]}]}'
    )
    assert session.workspace.lines == len(journal(tmp_path / "firm"))


def test_no_file_joins_a_name_or_an_id_to_an_answer(session: Session, tmp_path: Path) -> None:
    feed(session, "/reveal")
    names = [person.partition(";")[0] for person in PEOPLE]
    for data in traces(tmp_path / "firm").values():
        assert not any(name.encode() in data for name in names)
    revealed = next(line for line in journal(tmp_path / "firm") if line["command"] == "Reveal")
    assert "P-" not in str(revealed["facts"])
    assert b"digits" not in b"".join(everything(tmp_path / "firm").values())


def test_after_the_reveal_the_box_is_gone_and_the_totals_stay(session: Session, tmp_path: Path) -> None:
    told = "\n".join(feed(session, "/reveal"))
    assert "mean 3.00 (n=5)" in told
    assert BOX not in everything(tmp_path / "firm")
    again = Session(Workspace(tmp_path / "firm"), issue=False)
    assert again.workspace.state.running is not None
    assert again.workspace.state.running.roti.counts == (1, 1, 1, 1, 1)


def test_killed_between_the_totals_and_the_end_of_the_box_it_opens_well_and_the_box_is_gone(
    tmp_path: Path,
) -> None:
    running(tmp_path / "firm")
    killed_at_the_reveal(tmp_path / "firm", BOX, ROWS, "Reveal", "roti: sales 5", "revealed already")


def test_answers_outlive_a_kill_and_nothing_tells_any_more_which_came_last(tmp_path: Path) -> None:
    directory = tmp_path / "firm"
    running(directory)
    with launching(directory) as launch:
        program = launch()
        program.type("n: said before the answers")
        for row in ROWS:
            program.type(row)
        program.kill()
        held = everything(directory)[BOX]
        program = launch()
        assert "said before the answers" in program.type("/undo")[0]
        assert everything(directory)[BOX] == held
        program.close()


def test_a_close_that_is_refused_reveals_nothing(session: Session, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="open before M-1 can close"):
        feed(session, "/close")
    assert BOX in everything(tmp_path / "firm")
    assert "Reveal" not in {line["command"] for line in journal(tmp_path / "firm")}
