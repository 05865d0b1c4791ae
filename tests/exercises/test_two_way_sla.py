"""Promises both ways (E09): the worked check of the catalogue, load, and how often a promise was kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runs import CLARA, LIBRARY, Found, Typed, around, come_to, exercise, row, run, work
from runs import told as line

from workshop.exercising import Surroundings
from workshop.model.entries import Metric
from workshop.model.results import Banner

SLUG = "two-way-sla"
PLAN = row("plan", revenue=600000, share=40, order=38000, opportunities=15, orders=30)
CALLS = row("calls", sellers=5, attempts=5, minutes=10, week=90)


def test_the_worked_check_comes_out() -> None:
    told = work(SLUG, PLAN, CALLS)
    # 600,000 x 0.4 / 38,000 = 6.3 -> 7; 7 / 0.3 = 23.3 -> 24; 24 / 0.15 = 160 exactly
    assert (told["orders"], told["opportunities"], told["leads"]) == (7, 24, 160)
    # 160 / 13 = 12.3; 5 x 90 / (5 x 10) = 9; 12.3 / 9 = 136.8 %
    assert (told["leads_week"], told["capacity"], told["load"]) == (Fraction(160, 13), 9, Fraction(160, 117))
    assert (told.reads("leads_week"), told.reads("load")) == ("12.3", "136.8 %")
    # 160 / 13 / 5
    assert told["leads_seller"] == Fraction(32, 13)
    # 160/13 x 50 / 5 = 123.08 -> 124
    assert told["minutes_needed"] == 124


def test_an_exact_quotient_is_not_rounded_up() -> None:
    # a float would make 160.00000000000003 of 24 / 0.15, and 161 of that
    assert ceil(Fraction(24) / Fraction(15, 100)) == 160
    assert work(SLUG, PLAN)["leads"] == 160


@given(
    revenue=st.integers(1, 10**8), share=st.integers(1, 100), order=st.integers(1, 10**6),
    opportunities=st.integers(1, 100), orders=st.integers(1, 100), days=st.integers(5, 260),
    sellers=st.integers(1, 50), attempts=st.integers(1, 12), minutes=st.integers(1, 60), week=st.integers(1, 2400),
)  # fmt: skip
def test_any_plan_is_worked_out_as_by_hand(
    revenue: int, share: int, order: int, opportunities: int, orders: int, days: int, sellers: int, attempts: int,
    minutes: int, week: int,
) -> None:  # fmt: skip
    told = work(
        SLUG,
        row(
            "plan",
            revenue=revenue,
            share=share,
            order=order,
            opportunities=opportunities,
            orders=orders,
            days=days,
        ),
        row("calls", sellers=sellers, attempts=attempts, minutes=minutes, week=week),
    )
    needed = ceil(Fraction(revenue * share, 100 * order))
    chances = ceil(Fraction(needed * 100, orders))
    leads = ceil(Fraction(chances * 100, opportunities))
    capacity = floor(Fraction(sellers * week, attempts * minutes))
    assert (told["orders"], told["opportunities"], told["leads"], told["capacity"]) == (
        needed,
        chances,
        leads,
        capacity,
    )
    assert told["load"] == (Fraction(leads * 5, days) / capacity if capacity else None)


def test_more_than_there_is_time_for_is_said_with_both_ways_out() -> None:
    told = work(SLUG, PLAN, CALLS)
    banner = told.result("too-much")
    assert isinstance(banner, Banner)
    assert banner.verdict == "136.8 %"
    assert banner.text == (
        "The promise cannot be kept as it stands: fewer and better leads, or 124 minutes a week in place of 90."
    )
    assert (
        told.drafts("decision")[0].text == "Marketing passes at most 9 leads a week, by a stricter definition"
    )
    assert told.drafts("action")[0].text == "Block 124 minutes a week for calls in every seller's calendar"
    assert told.next_ones() == ["lead-definition"]


def test_a_load_of_exactly_one_can_be_kept() -> None:
    # 65 leads in 13 weeks are 5 a week; 1 seller x 50 / (1 x 10) = 5
    plan = row("plan", revenue=65, share=100, order=1, opportunities=100, orders=100)
    told = work(SLUG, plan, row("calls", sellers=1, attempts=1, minutes=10, week=50))
    assert told["load"] == 1
    assert told.result("too-much") is None
    assert told.drafts() == []


def test_no_time_at_all_is_no_load_and_no_error() -> None:
    told = work(SLUG, PLAN, row("calls", sellers=5, attempts=5, minutes=10, week=0))
    assert (told["capacity"], told["load"]) == (0, None)
    assert told.reads("load") == "n/a"


def test_a_plan_half_filled_is_worked_out_as_far_as_it_goes() -> None:
    told = work(SLUG, row("plan", revenue=600000, share=40, order=38000))
    assert (told["orders"], told["opportunities"], told["leads"]) == (7, None, None)
    assert told.text("needed") == ""


def test_nothing_was_typed() -> None:
    told = work(SLUG)
    assert (told["orders"], told["capacity"], told["load"], told["weeks"]) == (None, None, None, 13)
    assert told.drafts() == []


PROMISES: tuple[Typed, ...] = (
    row("promises", "First contact within two days", side="sales", measure="in-time contact", target="60 %", watcher=CLARA,
        review="2026-06-02"),
    row("promises", "160 leads that fit", side="marketing", measure="leads passed", target="160"),
)  # fmt: skip


def test_promises_stand_by_side_and_are_reviewed_on_their_day() -> None:
    told = work(SLUG, *PROMISES)
    assert told.column("sales-promises") == ["First contact within two days"]
    assert told.column("marketing-promises") == ["160 leads that fit"]
    review = told.drafts("action")[0]
    assert (review.text, review.owner, review.due) == (
        "Review the promise: First contact within two days", CLARA, "2026-06-02",
    )  # fmt: skip


def measured(*values: str) -> Surroundings:
    metrics = tuple(
        Metric("in-time contact", number, line("metric", "Contacted in time", parts=parts, period="2026Q1"))
        for number, parts in enumerate(values, 1)
    )
    return replace(around(), metrics=metrics, definitions=LIBRARY.metrics)


def kept(*values: str) -> str:
    done = run(SLUG, *PROMISES, meeting=len(values) or 1)
    told = come_to(done, measured(*values))
    return dict(zip(told.heads("sales-promises"), told.rows("sales-promises")[0], strict=True)).get(
        "kept", ""
    )


@pytest.mark.parametrize(
    ("values", "share"),
    [
        # 31.7 %, 71.4 %, 60 %: two of three meet 60 %
        (("38/120", "15/21", "60/100"), "66.7 %"),
        (("38/120",), "0.0 %"),
        (("15/21",), "100.0 %"),
        ((), ""),
    ],
)
def test_a_promise_is_kept_in_the_share_of_values_that_meet_it(values: tuple[str, ...], share: str) -> None:
    assert kept(*values) == share


def test_a_promise_kept_less_than_half_the_time_goes_to_the_dispute_desk() -> None:
    done = run(SLUG, *PROMISES, meeting=2)
    assert come_to(done, measured("38/120", "30/120")).next_ones() == ["dispute-desk"]


def test_inputs_that_changed_stand_beside_the_last_ones() -> None:
    first = run(SLUG, PLAN, CALLS, *PROMISES)
    later = run(
        SLUG, row("plan", revenue=600000, share=30, order=38000, opportunities=15, orders=30), CALLS, meeting=2,
        on="2026-06-02", before=(first,),
    )  # fmt: skip
    told = come_to(later, before=(first,))
    # 600,000 x 0.3 / 38,000 = 4.7 -> 5; 5 / 0.3 -> 17; 17 / 0.15 = 113.3 -> 114
    assert told["leads"] == 114
    assert (told.moved("share from leads").old, told.moved("share from leads").new) == ("40.0 %", "30.0 %")
    assert (told.moved("leads needed").old, told.moved("leads needed").new) == ("160", "114")
    # promises live on
    assert told.column("sales-promises") == ["First contact within two days"]


def test_the_part_for_the_workshop_is_the_promises_alone() -> None:
    assert [step.minute for step in exercise(SLUG).script("promises")] == [15, 20]


def test_return_rules_have_a_usual_way_on_a_miss() -> None:
    told = work(SLUG, row("rules", return_hours=72, update_days=14))
    assert told.text("rules") == (
        "A lead may come back within 72 hours; news every 14 days; "
        "on a miss: first a talk, the second time the dispute desk."
    )


def plain(told: Found) -> Fraction:
    value = told["load"]
    assert isinstance(value, Fraction)
    return value


def test_twice_the_time_halves_the_load() -> None:
    twice = row("calls", sellers=5, attempts=5, minutes=10, week=180)
    assert plain(work(SLUG, PLAN, twice)) == plain(work(SLUG, PLAN, CALLS)) / 2
