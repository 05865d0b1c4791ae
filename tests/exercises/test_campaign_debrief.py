"""E20: planned against actual, cost of one, return."""

from __future__ import annotations

from fractions import Fraction

from runs import BEN, Typed, come_to, row, run, work

NUMBERS = {  # planned, actual
    "spend": (20_000, 21_500), "leads or visitors": (400, 430), "accepted": (120, 96), "opportunities": (40, 43),
    "orders": (10, 8), "revenue": (380_000, 304_000),
}  # fmt: skip


def plan(programme: str = "Clean Water Spring", sort: str = "webinar") -> list[Typed]:
    lines: list[Typed] = [row("campaign", name=programme, type=sort)]
    return [
        *lines,
        *(
            row("numbers", text, planned=planned, actual=actual)
            for text, (planned, actual) in NUMBERS.items()
        ),
    ]


def test_the_worked_check_of_a_shop() -> None:
    found = work("campaign-debrief", row("numbers", "spend", actual=21_500), row("reality", margin="42"),
                 row("retail", baseline="142000", mean="163300", weeks="3"))  # fmt: skip

    assert found["incremental"] == 63_900  # (163,300 - 142,000) x 3
    assert found["profit"] == 26_838  # 63,900 x 42 %
    assert found.reads("uplift") == "15.0 %"  # 21,300 / 142,000
    assert found["uplift"] == Fraction(21_300, 142_000)
    assert found.reads("gain") == "24.8 %"  # (26,838 - 21,500) / 21,500
    assert found["gain"] == Fraction(26_838 - 21_500, 21_500)


def test_planned_against_actual() -> None:
    found = work("campaign-debrief", *plan())

    # 1,500 / 20,000; 30 / 400; -24 / 120; 3 / 40; -2 / 10; -76,000 / 380,000
    assert dict(zip(found.column("numbers"), found.column("numbers", 3), strict=True)) == {
        "spend": "7.5 %", "leads or visitors": "7.5 %", "accepted": "-20.0 %", "opportunities": "7.5 %",
        "orders": "-20.0 %", "revenue": "-20.0 %",
    }  # fmt: skip
    assert found.reads("per_lead") == "50.00 EUR"  # 21,500 / 430
    assert found.reads("per_opportunity") == "500.00 EUR"  # 21,500 / 43
    assert found.reads("per_order") == "2,687.50 EUR"  # 21,500 / 8


def test_what_would_have_sold_anyway_is_no_gain() -> None:
    found = work("campaign-debrief", *plan(), row("reality", margin="35", anyway="60"))

    assert found["incremental"] == 121_600  # 304,000 x 40 %
    assert found["profit"] == 42_560  # x 35 %
    assert found["gain"] == Fraction(42_560 - 21_500, 21_500)
    assert found.reads("gain") == "98.0 %"
    assert any("Test a smaller discount" in draft.text for draft in found.drafts("action"))  # 60 % anyway


def test_the_return_by_a_second_way() -> None:
    found = work("campaign-debrief", *plan(), row("reality", margin="12.5", anyway="10"))

    profit = Fraction(304_000) * Fraction(9, 10) * Fraction(125, 1000)
    assert found["gain"] == profit / Fraction(21_500) - 1
    for text, (planned, actual) in NUMBERS.items():
        cells = next(cells for cells in found.rows("numbers") if cells[0] == text)
        assert cells[3] == f"{float(Fraction(actual, planned) - 1) * 100:.1f} %"


def test_without_margin_or_share_there_is_no_return() -> None:
    found = work("campaign-debrief", *plan())

    assert found["incremental"] is None  # nobody said what would have sold anyway
    assert found["gain"] is None
    assert found.reads("gain") == "n/a"


def test_nothing_planned_is_no_division() -> None:
    found = work(
        "campaign-debrief", row("numbers", "orders", planned=0, actual=3), row("numbers", "spend", actual=100)
    )

    # a variance that is known for neither has no column
    assert found.rows("numbers") == [("spend", "n/a", "100"), ("orders", "0", "3")]


def test_a_number_of_the_rooms_own() -> None:
    found = work("campaign-debrief", row("numbers", "stand talks", planned=100, actual=120))

    assert found.rows("numbers") == [("stand talks", "100", "120", "20.0 %")]


def test_verdict_and_lessons_lead_on() -> None:
    found = work("campaign-debrief", *plan(), row("campaign", verdict="adapt"),
                 row("lessons", "Titles decide who comes", team="marketing", kind="change", assumed="topic is enough", owner=BEN),
                 row("lessons", "Reminder by phone", team="sales", kind="keep"))  # fmt: skip

    assert [draft.text for draft in found.drafts("decision")] == ["Clean Water Spring: adapt"]
    assert [draft.text for draft in found.drafts("action")] == [
        "Write the rule 'Titles decide who comes' into the next brief"
    ]
    assert found.rows("lessons")[0][0] == "change"


def test_a_draft_says_what_was_assumed_only_where_it_was_told() -> None:
    found = work("campaign-debrief", row("lessons", "Titles decide who comes", kind="change", assumed="topic is enough"),
                 row("lessons", "Empty stand", kind="stop"))  # fmt: skip

    assert [draft.why for draft in found.drafts("action")] == [
        "change: Titles decide who comes. We assumed: topic is enough", "stop: Empty stand.",
    ]  # fmt: skip


def test_nothing_typed() -> None:
    found = work("campaign-debrief")

    assert found["spend"] is None
    assert found.rows("numbers") == []
    assert found.drafts() == []


def test_campaigns_of_the_same_sort_stand_side_by_side() -> None:
    webinar = run("campaign-debrief", *plan(), row("reality", margin="35", anyway="60"))
    fair = run("campaign-debrief", *plan("Aquatech", "fair"), meeting=2, on="2026-03-10")
    now = run(
        "campaign-debrief",
        *plan("Autumn webinars"),
        row("reality", margin="35", anyway="50"),
        meeting=3,
        on="2026-03-17",
    )
    found = come_to(now, before=(fair, webinar))

    # 121,600 -> 152,000; the fair is of another sort
    assert (found.moved("incremental revenue").old, found.moved("incremental revenue").new) == (
        "121,600 EUR",
        "152,000 EUR",
    )
