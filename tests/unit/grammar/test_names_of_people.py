"""What a person may be called: every name that is taken can be typed wherever a name is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from workshop.grammar import Context, find_person, parse
from workshop.grammar.naming import TAKEN
from workshop.model.asks import NamePerson
from workshop.model.commands import Add, Attend, Vote
from workshop.model.teams import Person

Off = Callable[[str], str]


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_a_word_that_means_something_else_is_no_name(off: Off, name: str) -> None:
    told = off(f"/person {name.title()}; sales")
    assert (
        told == f"'{name.title()}' means something else where names are typed. A second word tells who it is."
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("A-1", "'A-1' means something else"),
        ("m2", "'m2' means something else"),
        ("P-99", "Nobody called 'P-99' is known here."),
        ("Berg, Jo", "A name holds no ,: it means something where names are typed."),
        ('Jo "Bee" Berg', 'A name holds no ": it means'),
        ("Jo // Berg", "A name holds no //: it means"),
        ("@all", "A name holds no @: it means"),
        ("Jo Berg 2", "'2' in a name would be read as a vote. Use letters: Jo Berg II, say."),
        ("Jo - Berg", "'-' in a name would be read as a vote."),
        ("!!", "There is no letter in '!!'."),
    ],
)
def test_a_name_that_could_not_be_typed_later_is_refused(off: Off, name: str, told: str) -> None:
    assert told in off(f"/person {name}; sales")


@pytest.mark.parametrize(
    "name",
    ["Sales Smith", "Nils All", "'t Hooft", "Jean-Luc O'Neill", "J.R. Ewing Jr.", "Ольга Ткач", "Jo Berg (South)",
     "Ann/Bo", "Max Next Mustermann", "李 小龙", "A=B Testers"],
)  # fmt: skip
def test_a_name_that_is_taken_is_found_wherever_it_is_typed(here: Context, name: str) -> None:
    assert parse(f"/person {name}; sales", here) == NamePerson(name, "sales")
    person = Person("P-40", name, "sales")
    room = replace(here, people=(*here.people, person), present=(*here.present, "P-40"))
    assert find_person(name, room.people, room.present) == person
    assert parse(f"/here {name}, Marta Keller", room) == Attend(("P-40", "P-2"), "present")
    vote = parse(f"/vote D-1 {name} 4 Marta Keller 3", room)
    assert isinstance(vote, Vote)
    assert vote.ballots[0].values == (4, 3)
    said = parse(f'n: It is late @"{name}"', room)
    assert isinstance(said, Add)
    assert said.who == ("P-40",)


def test_a_name_told_differently_may_be_somebody_else(off: Off) -> None:
    told = off("/person lukasz nowak; sales")
    assert told.startswith(
        "Another Łukasz Nowak? Add a word, such as lukasz nowak jr; P-15 is Łukasz Nowak, sales."
    )


def test_what_was_not_known_yet_is_added(here: Context) -> None:
    assert parse("/person ben osei; marketing; Fairs; b@x.example", here) == NamePerson(
        "ben osei", "marketing", "Fairs", "b@x.example"
    )
