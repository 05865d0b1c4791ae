"""Numbers held against a limit or against the value before, and what is said of them."""

from __future__ import annotations

import pytest

from workshop.followup.watching import seen
from workshop.model.entries import Metric, Said, Value
from workshop.model.metrics import Definition
from workshop.model.signals import Watch

ACCEPTANCE = Definition("lead acceptance", "percent", "up", "accepted/passed")
BASKETS = Definition("baskets")
LOW = Watch("low", "few", "lead acceptance", below="60 %")
HIGH = Watch("high", "much", "lead acceptance", above="50 %")
FALL = Watch("fall", "fewer", "lead acceptance", fallen_by="20 %")


def told(parts: str, meeting: int = 1, period: str = "", name: str = "lead acceptance") -> Metric:
    fields = (Value("parts", parts), *((Value("period", period),) if period else ()))
    return Metric(name, meeting, Said("metric", name, fields=fields))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("11/20", "lead acceptance 55.0 % (n=20, 2026Q1)"),
        ("accepted=11 passed=20", "lead acceptance 55.0 % (n=20, 2026Q1)"),
        ("12/20", ""),  # sixty is not below sixty
        ("55", "lead acceptance 55 (2026Q1)"),  # typed as per cent
        ("61", ""),
        ("0/0", ""),
        ("soon", ""),
    ],
)
def test_a_value_below_its_limit_is_said_with_its_n_and_period(parts: str, said: str) -> None:
    assert seen(LOW, ACCEPTANCE, [told(parts, period="2026Q1")], "EUR") == said


@pytest.mark.parametrize(("parts", "said"), [("11/20", "lead acceptance 55.0 % (n=20)"), ("10/20", "")])
def test_a_value_above_its_limit_is_said_and_one_at_it_is_not(parts: str, said: str) -> None:
    assert seen(HIGH, ACCEPTANCE, [told(parts)], "EUR") == said


def test_only_the_last_value_counts() -> None:
    assert seen(LOW, ACCEPTANCE, [told("5/20", 1), told("15/20", 2)], "EUR") == ""
    assert seen(LOW, ACCEPTANCE, [], "EUR") == ""


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("20/40", "16/40", "lead acceptance 40.0 % (n=40, Q2), before 50.0 % (n=40, Q1)"),  # a fifth exactly
        ("20/40", "17/40", ""),
        ("16/40", "20/40", ""),
        ("5/9", "1/40", ""),  # few cases
        ("0/40", "0/40", ""),
    ],
)
def test_a_fall_is_by_a_share_of_the_value_before(before: str, now: str, said: str) -> None:
    rows = [told(before, 1, "Q1"), told(now, 2, "Q2")]
    assert seen(FALL, ACCEPTANCE, rows, "EUR") == said


def test_the_value_before_is_of_an_earlier_meeting() -> None:
    assert seen(FALL, ACCEPTANCE, [told("20/40", 1, "Q1"), told("10/40", 1, "Q2")], "EUR") == ""


@pytest.mark.parametrize(("period", "falls"), [("2026 Q1", True), ("2026Q2", False)])
def test_sums_are_compared_over_the_same_period_only(period: str, falls: bool) -> None:
    rows = [told("100", 1, "2026q1", "baskets"), told("50", 2, period, "baskets")]
    watch = Watch("fall", "fewer", "baskets", fallen_by="20 %")
    assert bool(seen(watch, BASKETS, rows, "EUR")) is falls
