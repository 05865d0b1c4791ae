"""How values read: rule 4, half away from zero, and nothing but `n/a` where nothing is known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from workshop.measures.forms import Plain, reads, signed
from workshop.measures.formula import Named, Scope, form_of, parsed, template
from workshop.model.exercises import FORMS, Form


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (Fraction(149, 40), "rating", "3.73"),
        (Fraction(-149, 40), "rating", "-3.73"),
        (Fraction(1967, 40), "score", "49.2"),
        (Fraction(2, 3), "percent", "66.7 %"),
        (Fraction(14000, 3), "money", "4,667 EUR"),
        (Fraction(14000, 3), "unit-money", "4,666.67 EUR"),
        (Fraction(7), "days", "7.0 days"),
        (Fraction(3), "hours", "3.0 h"),
        (Fraction(8, 33), "ratio", "0.24"),
        (Fraction(1, 4), "bridge", "0.250"),
        (Fraction(1600), "count", "1,600"),
        (Fraction(5), "number", "5"),
        (Fraction(5, 4), "number", "1.25"),
        (True, "yes-no", "yes"),
        (Fraction(0), "yes-no", "no"),
        (False, "text", "no"),
        (True, "count", "1"),
        ("defined", "score", "defined"),
        (date(2026, 3, 6), "number", "6 March 2026"),
    ],
)
def test_a_value_reads_in_its_form(value: Plain, form: Form, words: str) -> None:
    assert reads(value, form, "EUR") == words


@pytest.mark.parametrize("form", FORMS)
def test_what_is_missing_is_never_a_zero(form: Form) -> None:
    assert reads(None, form) == ("" if form in ("text", "yes-no") else "n/a")


def test_a_difference_carries_its_sign() -> None:
    assert signed(Fraction(61, 20), "rating") == "+3.05"
    assert signed(Fraction(-1, 10), "percent") == "-10.0 points"
    assert signed(Fraction(1, 1000), "rating") == "0.00"


SCOPE = Scope(
    (
        Named("leads", holds=(Named("value", "money"), Named("won", "yes-no"), Named("mark", "rating", (Named("n", "count"),)))),
        Named("load", "percent"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "form"),
    [
        ("load", "percent"), ("leads.value", "money"), ("leads.mark.n", "count"), ("total(leads.value)", "money"),
        ("mean(leads.value)", "money"), ("mean(leads.won)", "number"), ("count(leads)", "count"), ("-load", "percent"),
        ("share(leads.won)", "percent"), ("first(leads.value, load)", "money"), ("when(leads.won, load, 0)", "percent"),
        ("load > 1", "yes-no"), ("not leads.won", "yes-no"), ("load / 2", "number"), ("'word'", "text"),
        ("leads.mark.count('x')", "count"), ("load if leads.won else 0", "percent"),
    ],
)  # fmt: skip
def test_a_formula_reads_as_its_names_and_functions_say(formula: str, form: Form) -> None:
    assert form_of(parsed(formula).tree, SCOPE) == form


def test_braces_hold_a_formula_and_perhaps_a_form() -> None:
    made = template("Joint {joint|score} of {n}.")
    assert [part if isinstance(part, str) else (part.formula.text, part.form) for part in made.parts] == [
        "Joint ", ("joint", "score"), " of ", ("n", None), ".",
    ]  # fmt: skip
    assert template("").parts == ()
