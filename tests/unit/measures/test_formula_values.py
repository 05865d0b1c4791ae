"""What formulas come to: exact, missing where nothing is known, row by row over columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import NotUnderstood
from workshop.measures.formula import Column, Reckoner, Several, Value, parsed

TEN = Column(tuple(Fraction(n) for n in range(1, 11)))
GAPS = Column((Fraction(2), None, Fraction(4)))
NAMES: Mapping[str, Value] = {
    "ten": TEN, "gaps": GAPS, "missing": None, "yes": True, "no": False, "word": "Price", "digits": "7",
    "marks": Column(("G", "P", None)), "others": Column(("G", "G", "P")), "many": Several("price, time / place"),
    "day": date(2026, 3, 3), "due": date(2026, 3, 17), "days": Column((date(2026, 3, 1), None)),
}  # fmt: skip


def look(name: str) -> Value:
    if name not in NAMES:
        raise NotUnderstood(f"there is nothing called '{name}' here.")
    return NAMES[name]


def value(text: str) -> Value:
    return Reckoner().value(parsed(text), look)


def column(text: str) -> tuple[Value, ...]:
    found = value(text)
    assert isinstance(found, Column)
    return found.values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1 + 0.2", Fraction(3, 10)),  # by way of floats it would be 0.30000000000000004
        ("24 / 0.15", Fraction(160)),  # as a float 160.00000000000003, and one more when rounded up
        ("ceil(24 / 0.15)", Fraction(160)),
        ("-2 + 3 * (4 - 1)", Fraction(7)),
        ("1 / 0", None),
        ("missing + 1", None),
        ("digits + 1", Fraction(8)),
        ("yes + yes", Fraction(2)),
        ("1 < 2 < 3", True),
        ("3 > 2 > 2", False),
        ("missing == 1", None),
        ("word == 'price'", True),
        ("word != 'price'", False),
        ("digits == 7", True),
        ("'price' in many", True),
        ("'place' in many", False),
        ("'x' not in many", True),
        ("'G' in others", True),
        ("'z' in missing", None),
        ("1 if yes else 2", Fraction(1)),
        ("1 if missing else 2", None),
        ("'a' if no else 'b'", "b"),
        ("due - day", Fraction(14)),
        ("day + 30", date(2026, 4, 2)),
        ("due > day", True),
        ("day < word", None),
    ],
)
def test_a_formula_comes_to_its_exact_value(text: str, expected: Value) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no and missing", False), ("yes and missing", None), ("yes or missing", True), ("no or missing", None),
        ("missing or yes", True), ("missing and no", False), ("not missing", None), ("not no", True),
        ("yes and yes and no", False), ("no or no or yes", True),
    ],
)  # fmt: skip
def test_what_is_missing_decides_nothing_and_is_decided_by_the_others(
    text: str, expected: bool | None
) -> None:
    assert value(text) is expected


def test_what_works_on_one_value_works_on_a_column_row_by_row() -> None:
    assert column("gaps * 2 + 1") == (5, None, 9)
    assert column("marks == others") == (True, False, None)
    assert column("(marks == 'G') * (others == 'G')") == (1, 0, None)
    assert column("gaps > 3 and yes") == (False, None, True)
    assert column("1 if gaps > 3 else 0") == (0, None, 1)
    assert column("days + 2") == (date(2026, 3, 3), None)


def test_columns_of_different_length_do_not_stand_side_by_side() -> None:
    with pytest.raises(NotUnderstood, match="columns of 3 and 10 rows do not stand side by side"):
        value("gaps + ten")


def test_a_word_where_a_number_is_needed_is_named() -> None:
    with pytest.raises(NotUnderstood, match="'Price' is not a number"):
        value("word + 1")


def test_a_number_that_feeds_itself_ends() -> None:
    nines = "9" * 90
    with pytest.raises(NotUnderstood, match="grows beyond all reason"):
        value(" * ".join([nines] * 5))
    with pytest.raises(NotUnderstood, match="beyond the calendar"):
        value("day + 999999999999")


@pytest.mark.parametrize(
    "text",
    [
        "", "1 +", "a b", "leads..sales", "[1, 2]", "{1}", "lambda: 1", "[x for x in ten]", "__import__('os')",
        "ten.__class__", "ten._hidden", "ten[0]", "2 ** 9", "7 // 2", "7 % 2", "word := 1", "f'{word}'", "1j", "0x10",
        "1e5", "ten.count(word=1)", "(lambda: 1)()", "b'x'", "1_000", "*ten", "...", "1; 2", "ten is None", "~1",
    ],
)  # fmt: skip
def test_only_what_formulas_are_made_of_is_read(text: str) -> None:
    with pytest.raises(NotUnderstood):
        value(text)


@pytest.mark.parametrize("text", ["(" * 60 + "1" + ")" * 60 + " + 1" * 60, "1" * 501, "not " * 100 + "yes"])
def test_what_is_too_long_or_too_deep_is_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        value(text)


def test_an_unknown_function_brings_the_nearest() -> None:
    with pytest.raises(NotUnderstood, match=r"there is no function 'medain'; did you mean median\?"):
        value("medain(ten)")


def test_a_formula_within_a_formula_keeps_its_names() -> None:
    reckoner = Reckoner()

    def inner(name: str) -> Value:
        return Fraction(2) if name == "b" else look(name)

    def outer(name: str) -> Value:
        return reckoner.value(parsed("b * b"), inner) if name == "a" else Fraction(10)

    assert reckoner.value(parsed("b + a + b"), outer) == 24


@given(st.decimals(0, 10**6, places=4, allow_nan=False), st.decimals(0, 10**6, places=4, allow_nan=False))
def test_a_typed_number_never_becomes_a_float(left: object, right: object) -> None:
    found = value(f"{left:f} + {right:f}")
    assert found == Fraction(str(left)) + Fraction(str(right))
    assert isinstance(found, Fraction)


numbers = st.lists(st.one_of(st.none(), st.integers(-50, 50).map(Fraction)), max_size=12)


@given(numbers, numbers)
def test_no_division_raises_and_none_gives_a_float(
    above: list[Fraction | None], below: list[Fraction | None]
) -> None:
    n = min(len(above), len(below))
    world: dict[str, Value] = {"a": Column(tuple(above[:n])), "b": Column(tuple(below[:n]))}
    found = Reckoner().value(parsed("a / b"), lambda name: world[name])
    assert isinstance(found, Column)
    for one, other, quotient in zip(above, below, found, strict=False):
        assert quotient == (one / other if one is not None and other else None)
        assert not isinstance(quotient, float)
