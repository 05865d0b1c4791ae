"""What is kept of answers in confidence: totals, and a split only where nobody can be seen through (rule 3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from written import sheet

from workshop.exercising import totals
from workshop.exercising.rating import rated
from workshop.model.exercises import Dimension, Input
from workshop.model.runs import Answer, Run, SheetTotal
from workshop.model.teams import GROUPS, Group

PULSE = Input("pulse", "rating", confidence="always", least=2)
ITEMS = 3
digits = st.text("12345-", min_size=ITEMS, max_size=ITEMS)
Sheets = tuple[Group, str]
FIVES: Sheets = ("sales", "555")
ONES: Sheets = ("marketing", "111")
TWOS: Sheets = ("marketing", "222")
boxes = st.lists(st.tuples(st.sampled_from(GROUPS), digits), max_size=12)


def box(rows: Sequence[tuple[Group, str]]) -> list[Answer]:
    return [sheet("pulse", group, values) for group, values in rows]


def test_counts_are_kept_and_no_sheet_can_be_put_together_from_them() -> None:
    kept = totals(
        PULSE,
        box((("sales", "135"), ("sales", "531"), ("sales", "333"), ONES, TWOS, TWOS)),
        ITEMS,
    )
    assert [(one.place, one.group, one.counts) for one in kept.items[:2]] == [
        (1, "sales", (("1", 1), ("3", 1), ("5", 1))), (1, "marketing", (("1", 1), ("2", 2))),
    ]  # fmt: skip
    assert kept.sheets == (SheetTotal("sales", 3, 3, "27"), SheetTotal("marketing", 3, 3, "15"))


def test_two_answers_of_a_group_are_put_together_with_all_others() -> None:
    kept = totals(PULSE, box((*[FIVES] * 4, ONES, ONES)), ITEMS)
    assert [(one.group, one.counts) for one in kept.items] == [("", (("1", 2), ("5", 4)))] * 3
    assert [(one.group, one.n, one.total) for one in kept.sheets] == [("sales", 4, ""), ("marketing", 2, "")]


def test_the_rule_goes_item_by_item() -> None:
    kept = totals(PULSE, box((*[FIVES] * 3, ONES, ONES, ("marketing", "-11"))), ITEMS)
    assert [(one.place, one.group) for one in kept.items] == [
        (1, ""), (2, "sales"), (2, "marketing"), (3, "sales"), (3, "marketing"),
    ]  # fmt: skip


def test_of_fewer_than_three_answers_nothing_is_kept() -> None:
    assert totals(PULSE, box((FIVES,)), ITEMS).items == ()
    assert totals(PULSE, box((FIVES, TWOS)), ITEMS).items == ()
    kept = totals(PULSE, box((FIVES, FIVES, ("sales", "11-"))), ITEMS)
    assert [one.place for one in kept.items] == [1, 2]


def test_a_team_with_gaps_is_scaled_and_a_sheet_with_too_few_answers_counted_as_left_out() -> None:
    rows = [("sales", "55-"), ("sales", "5--"), ("sales", "111"), ("sales", "222")]
    kept = totals(PULSE, box(rows), ITEMS)  # type: ignore[arg-type]  # words of the test
    mean = (Fraction(13, 4) + Fraction(8, 3)) * 3 / 2  # nothing is told of the third item: two answers
    assert kept.sheets == (SheetTotal("sales", 4, 3, str(mean * 3)),)
    found = rated(PULSE, Run("try", 1, 1, "2026-03-03", totals=(kept,)), ITEMS)
    assert (found.sheets.get("sales"), found.left_out) == (mean, 1)


def test_the_sum_of_sheets_does_not_give_away_the_one_with_a_gap() -> None:
    """Two boxes with the same counts, whose sheets with the gap differ, leave the same behind."""
    others: list[Sheets] = [("sales", "555"), ("sales", "444")]
    low = [*others, ("sales", "11-"), ("sales", "552")]
    high = [*others, ("sales", "55-"), ("sales", "112")]
    assert totals(PULSE, box(low), ITEMS) == totals(PULSE, box(high), ITEMS)


def test_the_sum_of_sheets_does_not_tell_teams_apart_that_are_told_together() -> None:
    """The third item is told of all together: what sales gave it is not in the sum of sales."""
    marketing: list[Sheets] = [("marketing", "11-"), ONES, TWOS]
    low = totals(PULSE, box([*[("sales", "551")] * 3, *marketing]), ITEMS)  # type: ignore[list-item]  # as the test means it
    high = totals(PULSE, box([*[("sales", "555")] * 3, *marketing]), ITEMS)  # type: ignore[list-item]  # as the test means it
    assert low.sheets == high.sheets
    assert [one.total for one in low.sheets] == ["45", "12"]


def test_one_thing_takes_the_values_of_several_people_in_a_line() -> None:
    service = Input("service", "rating", high=10, confidence="always")
    kept = totals(service, [sheet("service", "sales", "43564"), sheet("service", "marketing", "5465")], 1)
    found = rated(service, Run("try", 1, 1, "2026-03-03", totals=(kept,)), 1).places[0]
    assert (found.get("sales"), found.get("marketing"), found.get("n")) == (Fraction(22, 5), 5, 9)  # I1.22


def test_dimensions_are_counted_through() -> None:
    two = Input("two", "rating", dims=(Dimension("a"), Dimension("b")))
    kept = totals(two, [sheet("two", "sales", "1234")] * 3 + [sheet("two", "sales", "56", item=2)], 2)
    assert [(one.place, one.counts) for one in kept.items] == [
        (1, (("1", 3),)), (2, (("2", 3),)), (3, (("3", 3), ("5", 1))), (4, (("4", 3), ("6", 1))),
    ]  # fmt: skip


@given(boxes, st.randoms())
def test_the_order_of_the_box_leaves_no_trace(rows: list[tuple[Group, str]], random: object) -> None:
    kept = totals(PULSE, box(rows), ITEMS)
    random.shuffle(rows)  # type: ignore[attr-defined]  # it is there
    assert totals(PULSE, box(rows), ITEMS) == kept


@given(boxes)
def test_no_group_stands_apart_unless_each_answered_three_times(rows: list[tuple[Group, str]]) -> None:
    kept = totals(PULSE, box(rows), ITEMS)
    for place in range(ITEMS):
        sizes = Counter(group for group, values in rows if values[place] != "-")
        told = [one for one in kept.items if one.place == place + 1]
        if all(n >= 3 for n in sizes.values()):
            assert {one.group: sum(n for _, n in one.counts) for one in told} == dict(sizes)
        elif sizes.total() < 3:
            assert told == []
        else:
            assert [one.group for one in told] == [""]
            assert sum(n for _, n in told[0].counts) == sizes.total()
    assert all(one.total == "" or one.counted >= 3 for one in kept.sheets)


@given(boxes)
def test_totals_come_to_what_the_open_sheets_would(rows: list[tuple[Group, str]]) -> None:
    openly = Input("pulse", "rating", least=2)
    kept = rated(PULSE, Run("try", 1, 1, "2026-03-03", totals=(totals(PULSE, box(rows), ITEMS),)), ITEMS)
    typed = rated(openly, Run("try", 1, 1, "2026-03-03", answers=tuple(box(rows))), ITEMS)
    assert kept.left_out == typed.left_out
    for ours, theirs in zip(kept.places, typed.places, strict=True):
        assert (ours.n, ours.mean) == (theirs.n, theirs.mean) if theirs.n >= 3 else not ours.n
        assert not ours.n or not ours.split or ours.two == theirs.two
    if not any("-" in values for _, values in rows):
        assert kept.sheets.number in (None, typed.sheets.number)
