"""Whatever a file holds, it becomes a value or a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.errors import ShelfError
from workshop.library.kinds import laid_over, made_kinds
from workshop.library.shapes import made
from workshop.model.agenda import Segment

GOOD = {"title": "T", "kind": "open", "leads": ["both"], "minutes": 3}
KEYS = ("title", "kind", "leads", "minutes", "core", "prompts", "exercise", "blocks", "locked")
VALUES = st.recursive(
    st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.dates(), st.times()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def outcome(make: Callable[[], object]) -> object:
    """What was made, or the sentence why not."""
    try:
        return make()
    except ShelfError as off:
        return str(off)


@given(st.sampled_from(KEYS), VALUES)
def test_any_value_under_any_key_makes_a_segment_or_a_sentence_with_its_place(
    key: str, value: object
) -> None:
    place = "agendas/x.toml: segments[1]"
    result = outcome(lambda: made(Segment, {**GOOD, key: value}, place, number=1))
    assert isinstance(result, Segment) or str(result).startswith(f"{place}.{key}")


KIND_KEYS = st.sampled_from(["label", "voice", "letter", "as_group", "section", "like", "fields"])
FIELDS = st.dictionaries(st.sampled_from(["x", "ref", "Y"]), VALUES, max_size=2)
TABLES = st.dictionaries(
    st.sampled_from(["a", "b", "common", "Big"]),
    VALUES | st.dictionaries(KIND_KEYS, VALUES | FIELDS | st.sampled_from(["a", "b"]), max_size=3),
    max_size=3,
)


@given(TABLES, TABLES)
def test_any_tables_of_kinds_make_kinds_or_a_sentence(
    shipped: dict[str, object], own: dict[str, object]
) -> None:
    place = "agendas/kinds.toml"
    result = outcome(lambda: made_kinds(laid_over(shipped, own, place), place))
    assert isinstance(result, tuple) or str(result).startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (5.5, "minutes: expected a whole number, got 5.5."),
        (date(2026, 3, 3), "minutes: expected a whole number, got 2026-03-03."),
        (time(9, 0), "minutes: expected a whole number, got 09:00:00."),
        ([1], "minutes: expected a whole number, got a list."),
        ({}, "minutes: expected a whole number, got a table."),
    ],
)
def test_a_value_is_shown_as_it_was_written(value: object, sentence: str) -> None:
    with pytest.raises(ShelfError) as caught:
        made(Segment, {**GOOD, "minutes": value}, "agendas/x.toml: segments[1]", number=1)
    assert str(caught.value).endswith(sentence)
