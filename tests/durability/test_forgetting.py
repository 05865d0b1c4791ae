"""Somebody is forgotten: the name leaves every byte, also when the program is stopped on the way."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from durability.rooms import everything, feed, running

from workshop.line.forgetting import forget
from workshop.workspace import Workspace
from workshop.workspace.checking import problems

STEPS = (
    "workshop.store.register.Register.drop",
    "workshop.store.disk.replace_file",
    "workshop.store.people.PeopleFile.forget",
    "workshop.store.register.replace_file",
)
"""What is written on the way, in order."""


class Stopped(BaseException):
    """The program ends here."""


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """A closed meeting in which Ana Ruiz said something and somebody spoke of her."""
    session = running(tmp_path / "firm")
    feed(session, "o: ten weeks is too long @ana", "n: ana ruiz, and ANA RUIZ again, know it @finn")
    feed(session, "a: call the lab @ana >tomorrow // Ana Ruiz has the number", "/close early all said")
    return tmp_path / "firm"


def holding(firm: Path, name: str) -> set[str]:
    """The files in which the name stands."""
    return {file for file, data in everything(firm).items() if name.casefold() in data.decode().casefold()}


def check_forgotten(firm: Path) -> None:
    assert holding(firm, "Ana Ruiz") == set()
    assert list(problems(Workspace(firm))) == []
    said = Workspace(firm).state.meetings[0].entries
    assert [entry.said.text for entry in said] == [
        "ten weeks is too long",
        "somebody (sales), and somebody (sales) again, know it",
    ]
    assert Workspace(firm).person("P-1").name == "somebody (sales)"


def test_the_name_leaves_every_file(firm: Path) -> None:
    assert holding(firm, "Ana Ruiz") == {"people.json", "journal.jsonl", "register.json"}
    told = "\n".join(forget(Workspace(firm), "Ana Ruiz"))
    assert "Forgotten." in told
    check_forgotten(firm)


@pytest.mark.parametrize("step", STEPS)
def test_stopped_on_the_way_it_can_be_done_once_more(firm: Path, step: str) -> None:
    with patch(step, side_effect=Stopped), pytest.raises(Stopped):
        list(forget(Workspace(firm), "Ana Ruiz"))
    if holding(firm, "Ana Ruiz"):
        list(forget(Workspace(firm), "Ana Ruiz"))
    check_forgotten(firm)


def test_what_was_set_aside_earlier_is_named(firm: Path) -> None:
    (firm / "journal.torn-9.jsonl").write_text("Ana Ruiz", encoding="utf-8")
    told = "\n".join(forget(Workspace(firm), "Ana Ruiz"))
    assert "! journal.torn-9.jsonl still holds what was typed earlier" in told
    assert holding(firm, "Ana Ruiz") == {"journal.torn-9.jsonl"}
