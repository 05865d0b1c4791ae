"""Which person a typed name means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workshop.errors import Ambiguous, NotFound, NotUnderstood
from workshop.grammar import Context, find_person, spelling
from workshop.model.commands import Add
from workshop.model.teams import Person


def who(name: str, here: Context) -> str:
    return find_person(name, here.people, here.present).name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("marta", "Marta Keller"), ("MARTA", "Marta Keller"), ("mar", "Marta Keller"), ("@marta", "Marta Keller"),
        ("Marta Keller", "Marta Keller"), ('"marta  keller"', "Marta Keller"), ("marta.k", "Marta Keller"),
        ("m.k", "Marta Keller"), ("ben", "Ben Osei"), ("benj", "Benjamin Roth"), ("erik", "Erik Dahl"),
        ("lukasz", "Łukasz Nowak"), ("Łukasz", "Łukasz Nowak"), ("ana.kovac", "Ana Kovač"), ("ana.r", "Ana Maria Ruiz"),
        ("ana.m", "Ana Maria Ruiz"), ("ana.m.r", "Ana Maria Ruiz"), ("lena", "Lena Hartmann"), ("lena.k", "Lena Klug"),
        ("P-7", "Clara Vogt"), ("p7", "Clara Vogt"),
    ],
)  # fmt: skip
def test_a_name_is_found(here: Context, typed: str, name: str) -> None:
    assert who(typed, here) == name


def test_several_that_fit_are_listed_with_what_tells_them_apart(here: Context) -> None:
    with pytest.raises(Ambiguous) as caught:
        who("ana", here)
    assert "Ana Maria Ruiz (@ana.r), Ana Kovač (@ana.k)" in str(caught.value)


def test_two_people_of_one_name_are_told_apart_by_their_ids() -> None:
    people = (Person("P-1", "Jo Beck", "sales"), Person("P-2", "Jo Beck", "guest"))
    with pytest.raises(Ambiguous, match=r"Jo Beck \(@P-1\), Jo Beck \(@P-2\)"):
        find_person("jo beck", people)
    assert find_person("P-2", people).team == "guest"


def test_of_many_that_fit_nine_are_listed() -> None:
    people = tuple(Person(f"P-{n}", f"Jo B{'x' * n}", "sales") for n in range(1, 13))
    with pytest.raises(Ambiguous, match="and 3 more"):
        find_person("jo", people)


def test_nobody_is_answered_with_a_near_name_and_the_line_to_add_somebody(here: Context) -> None:
    with pytest.raises(NotFound) as caught:
        who("keler", here)
    assert "Did you mean Marta Keller (@m)?" in str(caught.value)
    assert "/person NAME; TEAM; ROLE" in caught.value.fix


def test_a_team_is_not_a_person(here: Context) -> None:
    with pytest.raises(NotUnderstood, match="'marketing' is a team"):
        who("marketing", here)


def test_every_spelling_that_is_offered_finds_its_person(here: Context) -> None:
    for person in here.people:
        typed = spelling(person, here.people, here.present)
        assert find_person(typed, here.people, here.present) == person


def test_a_whole_name_needs_no_quotes_behind_the_sign(add: Callable[[str], Add]) -> None:
    command = add("a: Ask @Ana Kovač, about @Ana Maria Ruiz today")
    assert (command.who, command.said.text) == (("P-18", "P-17"), "Ask about today")


def test_quotes_hold_a_name_together(add: Callable[[str], Add]) -> None:
    assert add('n: x @"Ana Kovač"').said.speaker == "P-18"
    assert add('n: x who:"ana kovac"').said.speaker == "P-18"
