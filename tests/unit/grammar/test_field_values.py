"""Fields of a line: which keys are known, how values are split, checked and spelt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workshop.model.commands import Add
from workshop.model.entries import Value

AddOf = Callable[[str], Add]
Off = Callable[[str], str]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("objection: x worked=Partly", "partly"), ("objection: x worked=y", "yes"), ("objection: x tactic=loan unit ", "loan unit"),
        ("comparison: x swot=w", "W"), ("programme: x channel=web, e, Web", "web, e-mail"), ("programme: x cta=?", "?"),
        ("programme: x start=23mar", "2026-03-23"), ("programme: x sales_input=none", "none"), ("programme: x sales_input=+1d", "2026-03-04"),
        ("programme: x owner=ben", "P-8"), ("programme: x owner=@Ben Osei", "P-8"), ("lead-quality: x rating=5", "5"),
        ("tool: x usability=1x1 3x1 2x3", "3x1 2x3 1x1"), ("shadow: x hours_month=4,5", "4.5"), ("loss: x value=120 000", "120000"),
        ("loss: x evidence=seller's", "seller's feeling"), ("loss: x secondary=price, service", "price / value, service"),
        ("exposure: x case_study=YES", "yes"), ("study: x grade=10", "10"), ("study: x share=12,5 %", "12.5"),
        ("study: x team=mark", "marketing"), ("study: x panel=ben, clara", "P-8,P-7"), ("study: x sum=6 / 20", "6/20"),
        ("answer: x objection=n26", "N-26"), ("answer: x objection=ten weeks", "N-26"), ("note: x ref=Clean Water Spring", "N-12"),
        ("objection: x heard=fri", "2026-02-27"), ("finding: x n=180", "180"),
    ],
)  # fmt: skip
def test_a_value_has_one_spelling(add: AddOf, typed: str, stored: str) -> None:
    assert [field.value for field in add(typed).said.fields] == [stored]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("o: x worked=maybe", "Type one of: yes, partly, no."),
        ("o: x worked=?", "worked: '?' is kept only where"),
        ("o: x worked=", "worked= has no value"),
        ('o: x worked=""', "worked= has no value"),
        ("o: x worked=yes; worked=no", "worked= stands there twice"),
        ("o: x worked=yes; foo=1", "objection has no field 'foo'"),
        ("o: x worked=yes; foo=1", "Its fields are: tactic, worked, type, rival, ref, heard."),
        ("o: x worked=yes; tpye=price", "did you mean type?"),
        ("o: x worked=yes; and more", "'and more' has no key"),
        ("o: x tactic=loan unit worked=yes", "'worked=' stands inside the value of tactic"),
        ("o: x wroked=yes", "did you mean 'worked='?"),
        ("o: x wroked=yes", r"\wroked= for plain text"),
        ("o: x Worked=yes", "did you mean 'worked='?"),
        ("programme: x foo=1; message=y", "'foo=' is not a field here"),
        ("lead-quality: x rating=6", "rating: '6' is not between 1 and 5"),
        ("loss: x value=61k", "value: '61k' is not a number"),
        ("loss: x secondary=price, service, timing", "secondary: 3 words, 2 fit"),
        ("finding: x n=4.5", "n: '4.5' is not a whole number"),
        ("press: x date=someday", "date: 'someday' is not a day"),
        ("answer: x objection=ten", "N-26 Ten weeks delivery is too long, N-27 Ten percent more than Alfa"),
        ("answer: x objection=nine", "objection: No record begins with 'nine'"),
        ("programme: x owner=sales", "owner: 'sales' is a team"),
        ("tool: x usability=6x1", "6 is not between 1 and 5"),
        ("o: x heard=tomorrow", "heard: 'tomorrow' is 2026-03-04, and that lies ahead"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_does(off: Off, typed: str, told: str) -> None:
    assert told in off(typed)


def test_fields_run_to_the_detail_and_marks_in_them_are_text(add: AddOf) -> None:
    said = add("o: Too dear tactic=ask @nobody >never #x !; rival=Alfa & Co // see a;b=c").said
    assert said.fields == (Value("tactic", "ask @nobody >never #x !"), Value("rival", "Alfa & Co"))
    assert said.detail == "see a;b=c"


def test_double_quotes_keep_a_value_whole(add: AddOf) -> None:
    said = add('o: x tactic="first; then // worked=no"; rival=Alfa').said
    assert said.fields == (Value("tactic", "first; then // worked=no"), Value("rival", "Alfa"))


def test_quotes_inside_a_value_stay(add: AddOf) -> None:
    said = add('o: x tactic=say "no; never" and go; rival=5" pipes').said
    assert said.fields == (Value("tactic", 'say "no; never" and go'), Value("rival", '5" pipes'))


def test_a_field_may_stand_twice_where_the_kind_allows_it(add: AddOf) -> None:
    assert add("dispute: x sides=sales: a; sides=marketing: b").said.all("sides") == (
        "sales: a",
        "marketing: b",
    )


def test_a_dash_leaves_a_field_out(add: AddOf) -> None:
    assert add("o: x worked=-; rival=Alfa;").said.fields == (Value("rival", "Alfa"),)


def test_a_key_that_the_kind_does_not_know_is_text(add: AddOf) -> None:
    assert add("n: n=64 and E=mc2").said.text == "n=64 and E=mc2"
    assert add(r"o: \wroked=yes").said.text == "wroked=yes"
