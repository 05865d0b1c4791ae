"""A value is a frozen dataclass in every way that counts, whoever made its class."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import pytest

from workshop.model.teams import Person
from workshop.model.values import dataclass

MARTA = Person("P-1", "Marta Keller", "sales", email="marta@norvik.example")


def test_values_with_the_same_fields_are_the_same() -> None:
    twin = Person("P-1", "Marta Keller", "sales", email="marta@norvik.example")
    assert twin == MARTA
    assert len({twin, MARTA}) == 1


def test_a_value_says_what_it_holds() -> None:
    assert repr(MARTA).startswith("Person(id='P-1', name='Marta Keller', team='sales'")


def test_a_value_never_changes() -> None:
    for name in ("name", "nickname"):
        with pytest.raises(AttributeError):
            setattr(MARTA, name, "Somebody")


def test_the_next_value_is_made_by_replacing() -> None:
    moved = replace(MARTA, team="marketing")
    assert (moved.team, moved.name, MARTA.team) == ("marketing", "Marta Keller", "sales")


def test_its_fields_are_known_with_their_defaults() -> None:
    assert is_dataclass(Person)
    assert {field.name: field.default for field in fields(Person)}["email"] == ""


def test_a_value_is_taken_apart_by_position() -> None:
    match MARTA:
        case Person(number, name):
            assert (number, name) == ("P-1", "Marta Keller")


def test_a_class_inside_another_keeps_its_full_name() -> None:
    class Outer:
        @dataclass(frozen=True, slots=True)
        class Inner:
            """Nothing."""

    assert Outer.Inner.__qualname__.endswith("Outer.Inner")
    assert Outer.Inner.__module__ == __name__


def test_what_may_change_is_no_value() -> None:
    with pytest.raises(TypeError):
        dataclass(frozen=False, slots=True)


def test_a_value_may_stand_on_a_class_without_fields() -> None:
    class Counted:
        __slots__ = ()

        @property
        def doubled(self) -> int:
            return 2 * len(repr(self))

    @dataclass(frozen=True, slots=True)
    class Held(Counted):
        number: int

    assert Held(3).doubled == 2 * len(repr(Held(3)))
    assert isinstance(Held(3), Counted)


def test_a_value_on_another_value_is_refused_before_its_fields_are_lost() -> None:
    with pytest.raises(TypeError, match="stands on another value"):

        @dataclass(frozen=True, slots=True)
        class Longer(Person):
            nickname: str = ""
