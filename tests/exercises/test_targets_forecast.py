"""E23: accounts with both names, and how near each forecast was."""

from __future__ import annotations

from fractions import Fraction

import pytest
from runs import DIETER, LENA, Typed, come_to, row, run, work

# sales' and marketing's forecast, the agreed number, the actual one
QUARTER = {
    "North": (400_000, 340_000, 370_000, 352_000),
    "South": (250_000, 300_000, 280_000, 310_000),
    "Chemical": (100_000, 30_000, 60_000, 40_000),
}


def territories(*, actual: bool) -> list[Typed]:
    lines: list[Typed] = []
    for text, (sales, marketing, agreed, came) in QUARTER.items():
        came_in = came if actual else ""
        lines.append(
            row(
                "forecast", text, period="Q1", sales=sales, marketing=marketing, agreed=agreed, actual=came_in
            )
        )
    return lines


def test_gaps_of_three_territories() -> None:
    found = work("targets-forecast", *territories(actual=False))

    # 60,000 / 370,000; -50,000 / 280,000; 70,000 / 60,000; the largest in money first
    assert found.column("forecast") == ["Chemical", "North", "South"]
    assert found.column("forecast", 4) == ["116.7 %", "16.2 %", "-17.9 %"]


def test_accuracy_and_bias_of_last_quarter() -> None:
    found = work("targets-forecast", *territories(actual=True))

    # |400 - 352| + |250 - 310| + |100 - 40| = 168 of 702
    assert found["sales_accuracy"] == 1 - Fraction(168, 702)
    assert found.reads("sales_accuracy") == "76.1 %"
    # 12 + 10 + 10 = 32 of 702
    assert found["marketing_accuracy"] == 1 - Fraction(32, 702)
    # 18 + 30 + 20 = 68 of 702
    assert found["agreed_accuracy"] == 1 - Fraction(68, 702)
    # forecasts of 750, 670 and 710 against 702
    assert found["sales_bias"] == Fraction(48, 702)
    assert found["marketing_bias"] == Fraction(-32, 702)
    assert found["agreed_bias"] == Fraction(8, 702)
    # each: 1 - 48/352, 1 - 60/310, and 1 - 60/40 which stops at 0
    assert found.column("lookback", 6) == ["86.4 %", "80.6 %", "0.0 %"]
    assert found.rows("forecast") == []  # what has come is looked back at


def test_the_accuracies_by_a_second_way() -> None:
    found = work("targets-forecast", *territories(actual=True))
    actual = [came for *_, came in QUARTER.values()]
    for place, name in enumerate(("sales", "marketing", "agreed")):
        forecast = [numbers[place] for numbers in QUARTER.values()]
        missed = sum(abs(a - f) for a, f in zip(actual, forecast, strict=True))
        assert found[f"{name}_accuracy"] == 1 - Fraction(missed, sum(actual))
        assert found[f"{name}_bias"] == Fraction(sum(forecast) - sum(actual), sum(actual))


def test_a_territory_without_a_forecast_is_left_out() -> None:
    found = work(
        "targets-forecast", *territories(actual=True), row("forecast", "Export", period="Q1", actual=100_000)
    )

    assert found["sales_accuracy"] == 1 - Fraction(168, 702)
    assert found.figure("sales_accuracy").n == 3


def test_a_forecast_that_nobody_gave_has_no_accuracy() -> None:
    found = work("targets-forecast", row("forecast", "North", period="Q1", marketing=340_000, actual=352_000))

    accuracies = dict(zip(found.heads("lookback"), found.rows("lookback")[0], strict=True))
    assert [told for told in accuracies.values() if "%" in told] == ["96.6 %"]


@pytest.mark.parametrize(
    ("sale", "long", "involvement"),
    [
        ("new system", "", "high"), ("custom", "", "high"), ("modified rebuy", "", "medium"), ("modified rebuy", "yes", "high"),
        ("routine", "", "low"), ("commodity", "no", "low"), ("commodity", "yes", "high"),
    ],
)  # fmt: skip
def test_the_sort_of_sale_suggests_how_far_marketing_takes_part(
    sale: str, long: str, involvement: str
) -> None:
    found = work("targets-forecast", row("segments", "Water", sale_type=sale, long=long))

    assert found.rows("segments")[0][5] == involvement


def test_accounts_with_both_names_and_open_gaps() -> None:
    found = work(
        "targets-forecast",
        row("accounts", "Hagen", seller=DIETER, partner=LENA, gap="who signs", finds=LENA),
        row("accounts", "Linden", seller=DIETER, gap="budget", found="40,000"),
        row("accounts", "Emden", seller=DIETER, partner=LENA),
    )

    assert found["coverage"] == Fraction(2, 3)
    assert found["unknown"] == 1
    assert found.bold("accounts") == ["Linden"]
    assert [draft.text for draft in found.drafts("action")] == [
        "Find out about Hagen: who signs", "Make a joint call at Hagen", "Make a joint call at Emden",
    ]  # fmt: skip


def test_nothing_typed() -> None:
    found = work("targets-forecast")

    assert found["coverage"] is None
    assert found["sales_accuracy"] is None
    assert found.drafts() == []


def test_last_quarters_rows_come_along_and_take_the_actual_number() -> None:
    first = run(
        "targets-forecast",
        *territories(actual=False),
        row("accounts", "Hagen", seller=DIETER, gap="who signs"),
    )
    now = run("targets-forecast", row("accounts", "Hagen", partner=LENA, found="Mrs Maas"), row("accounts", "Emden", seller=DIETER),
              meeting=2, on="2026-06-02", before=(first,))  # fmt: skip
    found = come_to(now, before=(first,))

    assert set(found.column("forecast")) == set(QUARTER)
    assert (found.moved("information gaps open").old, found.moved("information gaps open").new) == ("1", "0")
    assert any(one.label.endswith(": new") and "Emden" in one.new for one in found.outcome.moved)
