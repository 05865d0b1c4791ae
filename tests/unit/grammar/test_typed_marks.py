"""Prefixes and marks in a line: what counts, what stays text, what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workshop.model.commands import Add, Due
from workshop.model.entries import Said

AddOf = Callable[[str], Add]
Off = Callable[[str], str]


def test_a_plain_line_becomes_the_kind_of_the_card(add: AddOf) -> None:
    assert add("They want film, not paper") == Add(Said("note", "They want film, not paper"))


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("o: ten weeks", "objection", "ten weeks"),
        ("o:ten weeks", "objection", "ten weeks"),
        ("hot-button: delivery", "hot-button", "delivery"),
        ("; Marta looks tired", "private", "Marta looks tired"),
        (";Marta looks tired", "private", "Marta looks tired"),
        ("O: ten weeks", "note", "O: ten weeks"),
        ("Objection: ten weeks", "note", "Objection: ten weeks"),
        ("reminder: ten weeks", "note", "reminder: ten weeks"),
        ("http://norvik.example is down", "note", "http://norvik.example is down"),
        (r"\o: ten weeks", "note", "o: ten weeks"),
        (r"\; dash it", "note", "; dash it"),
        (r"\/next is a command", "note", "/next is a command"),
        ("n: o: ten weeks", "note", "o: ten weeks"),
    ],
)
def test_a_prefix_is_a_known_kind_or_letter_in_lower_case(
    add: AddOf, line: str, kind: str, text: str
) -> None:
    assert (add(line).said.kind, add(line).said.text) == (kind, text)


def test_all_marks_of_one_line_are_taken_out_of_the_text(add: AddOf) -> None:
    line = (
        "o: Ten weeks @jonas is too #Delivery long !high from:n12 for:internal +food worked=no // said twice"
    )
    assert add(line).said == Said(
        "objection", "Ten weeks is too long", "said twice", "P-6", "sales",
        add("o: x worked=no").said.fields, ("delivery", "food"), "high", "N-12", "internal",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "twin"),
    [("@jonas", "who:jonas"), ("!", "pri:high"), ("!low", "pri:low"), ("#food", "+food"), ("!high", "!")],
)
def test_a_shell_safe_twin_means_the_same(add: AddOf, plain: str, twin: str) -> None:
    assert add(f"o: x {plain}") == add(f"o: x {twin}") != add("o: x")


def test_the_twin_of_a_day_means_the_same(add: AddOf) -> None:
    assert add("a: x due:fri") == add("a: x >fri")
    assert add("a: x due:+3d").due == add("a: x >+3d").due


@pytest.mark.parametrize(
    "text",
    [
        "mail ana@norvik.example at 10:30", "item #1 of 5", "we@home", "costs > 5 EUR", "a >= b", "C:\\temp stays",
        "\\\\server\\share stays", "1+1 and +49 30", "lead->opportunity", "and/or // ".strip(" /") + " so", "5\" pipe",
        "wait!", "what!?", "see https://x.example/a?b=c#d", "he said \"call me @home >fri #x\" twice", "@ 5 EUR", "due: soon",
        "for: all", "x=5 y=6", "# alone", "Great !!",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark_stays_text(add: AddOf, text: str) -> None:
    assert add(text) == Add(Said("note", text))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (r"\@home", "@home"), (r"\#food", "#food"), (r"\>fri", ">fri"), (r"\!high", "!high"), (r"\due:fri", "due:fri"),
        (r"\+food", "+food"), (r"a \// b", "a // b"), (r"\heard=x", "heard=x"), (r'\"@marta"', '"@marta"'), (r"\\@x", r"\@x"),
        (r"\# no comment", "# no comment"),
    ],
)  # fmt: skip
def test_a_backslash_makes_a_mark_text(add: AddOf, typed: str, text: str) -> None:
    assert add(f"n: {typed}").said.text == text


def test_punctuation_behind_a_mark_is_not_part_of_it(add: AddOf) -> None:
    command = add("a: Send the list @marta, @ben. >fri, #food;")
    assert (command.who, command.said.tags, command.said.text) == (("P-2", "P-8"), ("food",), "Send the list")


def test_several_blanks_and_tabs_inside_the_text_stay_blanks(add: AddOf) -> None:
    assert add("  two  blanks\tand a tab ").said.text == "two  blanks and a tab"


def test_behind_two_slashes_everything_is_detail(add: AddOf) -> None:
    said = add("o: too dear // told by @nobody >never key=x // twice").said
    assert (said.text, said.detail) == ("too dear", "told by @nobody >never key=x // twice")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("o: x >frx", "'frx' is not a day"),
        ("o: x !hgih", "did you mean high?"),
        ("o: x for:ana", "sales, marketing, internal, me"),
        ("o: x from:monday", "names no record"),
        ("a: x >fri >mon", ">fri and >mon stand in one line"),
        ("o: x ! !low", "! and !low stand in one line"),
        ("o: x @zzz", "/person NAME; TEAM; ROLE"),
        ("o: x @zzz", r"For plain text type \@zzz"),
        ("o: x @marta @ben", "one speaker, and here are Marta Keller and Ben Osei"),
        ("o: @marta #x", "there are no words yet"),
        ("// only a detail", "there are no words yet"),
        ("   ", "The line is empty"),
    ],
)
def test_a_mark_that_cannot_be_read_stops_the_line(off: Off, line: str, told: str) -> None:
    assert told in off(line)


def test_the_same_person_typed_twice_is_one_speaker(add: AddOf) -> None:
    assert add("o: x @marta @marta").who == ("P-2",)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a\x1b[31m", "Character 2 of the line (U+001B)"),
        ("\x00", "Character 1"),
        ("half \ud800", "U+D800"),
        ("two\nlines", "Character 4"),
        ("c1 \x9b", "U+009B"),
    ],
)
def test_a_character_that_no_file_keeps_is_named_by_its_place(off: Off, line: str, told: str) -> None:
    assert told in off(line)


def test_marks_of_writing_direction_are_text(add: AddOf) -> None:
    assert add("a \u202ebc").said.text == "a \u202ebc"


def test_four_thousand_characters_fit_and_one_more_does_not(add: AddOf, off: Off) -> None:
    assert len(add("n: " + "x" * 4000).said.text) == 4000
    assert "4,001 characters; 4,000 fit" in off("n: " + "x" * 4001)
    assert "The detail has 4,001" in off("n: x // " + "x" * 4001)
    assert "tactic: the value has 4,001" in off("o: x tactic=" + "x" * 4001)


def test_a_day_with_none_and_next_of_an_action_differ(add: AddOf) -> None:
    assert add("a: x").due is None
    assert add("a: x >none").due == Due()
    assert add("a: x >next").due == Due(at_next=True)
