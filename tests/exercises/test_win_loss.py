"""E12: rates, drivers and evidence over the deals of a meeting."""

from __future__ import annotations

from fractions import Fraction

from factories import entry
from runs import DIETER, JONAS, TOMASZ, around, come_to, row, run, told, work

from workshop.model.entries import Entry

# The three deals of the kickoff (N39 to N41).
OF_THE_DAY = (
    entry(39, told("win", "Stadtwerke Linden", DIETER, value="61000", main="service", secondary="product fit",
                   evidence="customer told us", channel="web demo", sale_type="custom")),
    entry(40, told("loss", "Baso Chemie", TOMASZ, value="120000", to="Alfa Dosing", main="delivery time",
                   secondary="price / value", evidence="seller's feeling", sale_type="new system")),
    entry(41, told("no-decision", "Molkerei Nord", JONAS, value="24000", main="timing or budget",
                   evidence="customer told us")),
)  # fmt: skip

# kind, name, value, main driver, other drivers, evidence, rival
DEALS = (
    (
        "win",
        "A",
        100_000,
        "service",
        ("price / value", "product fit"),
        "customer told neutral interviewer",
        "Alfa",
    ),
    ("win", "B", 50_000, "product fit", (), "we saw", ""),
    ("loss", "C", 80_000, "material or marketing support", ("price / value",), "customer told us", "Alfa"),
    ("loss", "D", 20_000, "price / value", ("material or marketing support",), "seller's feeling", "Alfa"),
    ("churn", "E", 30_000, "service", (), "customer told us", "Hydria"),
    ("no-decision", "F", 40_000, "timing or budget", (), "", ""),
    ("loss", "G", 0, "unknown", (), "seller's feeling", "own mixing"),
)


def entries() -> tuple[Entry, ...]:
    found = []
    for number, (kind, name, value, main, others, evidence, rival) in enumerate(DEALS, 1):
        worth = str(value or "")
        line = told(
            kind, name, value=worth, main=main, secondary=", ".join(others), evidence=evidence, rival=rival
        )
        found.append(entry(number, line))
    return tuple(found)


def test_the_deals_of_the_kickoff() -> None:
    found = work("win-loss", world=around(*OF_THE_DAY))

    assert [found[name] for name in ("won", "lost", "undecided", "left")] == [1, 1, 1, 0]
    assert found.reads("win_rate") == "50.0 %"  # 1 / (1 + 1)
    assert found.figure("win_rate").n == 2
    assert found["win_rate_all"] == Fraction(1, 3)  # 1 / (1 + 1 + 1)
    assert found["win_rate_value"] == Fraction(61, 181)  # 61,000 / (61,000 + 120,000)
    assert found.reads("evidence") == "66.7 %"  # Linden and Molkerei of three
    assert found.figure("evidence").n == 3
    assert found["unknown"] == 0
    assert "(few cases)" in found.text("rates")
    assert found.bars("drivers") == {"service": 2, "product fit": 1, "price / value": -1, "delivery time": -2}
    assert list(found.bars("drivers")) == ["service", "product fit", "price / value", "delivery time"]


def test_a_no_decision_stands_apart_and_does_not_count_for_its_driver() -> None:
    found = work("win-loss", world=around(*OF_THE_DAY))

    assert "timing or budget" not in found.bars("drivers")
    assert found.column("undecided") == ["Molkerei Nord"]


def test_rates_and_drivers_by_hand_and_by_a_second_way() -> None:
    found = work("win-loss", world=around(*entries()))

    assert [found[name] for name in ("won", "lost", "undecided", "left")] == [2, 3, 1, 1]
    assert found["win_rate"] == Fraction(2, 5)  # 2 / (2 + 3); the customer who left stands apart
    assert found["win_rate_all"] == Fraction(2, 6)  # with the no-decision below the line
    assert found["win_rate_value"] == Fraction(3, 5)  # 150,000 / (150,000 + 100,000); G told no value
    assert found.figure("win_rate_value").n == 4
    assert found["evidence"] == Fraction(3, 6)  # A, C and E of the six that tell; F is left out
    assert found.figure("evidence").n == 6
    assert found["unknown"] == Fraction(1, 7)  # G
    assert found["unsupported"] == 2  # C by its main driver, D by its other one
    assert found["unsupported_value"] == 100_000

    scores: dict[str, int] = {}
    for kind, _, _, main, others, _, _ in DEALS:
        if kind != "no-decision":
            sign = 1 if kind == "win" else -1
            for driver, weight in ((main, 2), *((other, 1) for other in others)):
                scores[driver] = scores.get(driver, 0) + sign * weight
    # product fit 1 + 2, service 2 - 2, price 1 - 1 - 2, unknown -2, material -2 - 1
    assert scores == {
        "product fit": 3, "service": 0, "price / value": -2, "unknown": -2, "material or marketing support": -3,
    }  # fmt: skip
    assert found.bars("drivers") == scores
    assert list(found.bars("drivers").values()) == [3, 0, -2, -2, -3]


def test_rivals_and_where_they_buy_now_come_together() -> None:
    found = work("win-loss", world=around(*entries()))

    # Alfa: A won, C and D lost, 80,000 + 20,000; own mixing told no value
    assert [cells[:4] for cells in found.rows("rivals")] == [
        ("Alfa", "3", "1", "2"), ("Hydria", "1=", "0", "1"), ("own mixing", "1=", "0", "1"),
    ]  # fmt: skip
    assert [cells[4] for cells in found.rows("rivals")] == ["100,000 EUR", "30,000 EUR", "n/a"]


def test_what_no_customer_said_wants_an_interview_within_fourteen_days() -> None:
    found = work(
        "win-loss",
        row(
            "fixes",
            "Publish delivery weeks",
            area="material",
            owner="P-6",
            due="2026-03-20",
            done_when="page is live",
        ),
        world=around(*entries()),
    )
    actions = [draft.text for draft in found.drafts("action")]

    assert actions == [
        "Publish delivery weeks",
        "Have B interviewed by somebody neutral",
        "Have D interviewed by somebody neutral",  # two at most, in the order of entry
    ]
    assert found.drafts("action")[0].due == "2026-03-20"
    assert found.next_ones() == ["collateral-audit"]


def test_no_deals_no_rates_and_no_drafts() -> None:
    found = work("win-loss")

    assert found["win_rate"] is None
    assert found.reads("win_rate") == "n/a"
    assert found["evidence"] is None
    assert found.text("rates") == ""
    assert found.drafts() == []


def test_a_deal_without_driver_is_kept_and_counts_where_it_can() -> None:
    found = work("win-loss", world=around(entry(1, told("loss", "Later"))))

    assert found["lost"] == 1
    assert found["unknown"] is None  # nobody said a driver, so there is no share of unknown ones
    assert found.bars("drivers") == {}


def test_the_next_meeting_sets_rates_and_drivers_beside_the_last() -> None:
    first = run("win-loss")
    later = (
        *OF_THE_DAY,
        entry(71, told("win", "AquaNova", main="our responsiveness", evidence="customer told us"), meeting=2),
        entry(72, told("win", "Hafen", main="service", evidence="we saw"), meeting=2),
        entry(73, told("loss", "Rot", main="service", evidence="customer told us"), meeting=2),
    )
    found = come_to(run("win-loss", meeting=2, on="2026-03-17"), around(*later), (first,))

    rate = found.moved("win rate")
    assert (rate.old, rate.new) == ("50.0 %", "66.7 %")  # 1/2 -> 2/3
    assert (rate.n_old, rate.n_new) == (2, 3)
    assert rate.noise  # 16.7 points are less than one deal of two
    assert found["evidence"] == Fraction(2, 3)
