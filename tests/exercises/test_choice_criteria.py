"""E13: classes of criteria from importance and performance, both teams weighing the same."""

from __future__ import annotations

from fractions import Fraction

from factories import entry
from runs import JONAS, PRIYA, TOMASZ, Typed, around, come_to, row, run, sheet, told, work

from workshop.model.results import Grid
from workshop.model.teams import SIDES

CRITERIA = ("Delivery", "Service", "Precision", "Brand", "Colour", "Catalogue")
EVIDENCE = ("customer interviews", "customer research", "sellers' view", "assumption", "", "sellers' view")
Digits = dict[str, tuple[str, ...]]
IMPORTANCE: Digits = {"sales": ("544422", "554321"), "marketing": ("445423", "544312")}
# For each criterion: us, rival A, rival B, no rival C.
RATINGS: Digits = {
    "sales": ("243- 532- 444- 332- 422- 333-", "244- 433- 444- 343- 532- 323-"),
    "marketing": ("343- 533- 543- 333- 433- 433-",),
}


def typed(*teams: str) -> list[Typed]:
    lines: list[Typed] = [row("frame", segment="utilities", a="Alfa Dosing", b="Hydria")]
    for text, evidence in zip(CRITERIA, EVIDENCE, strict=True):
        lines.append(row("criteria", text, evidence=evidence) if evidence else row("criteria", text))
    if "sales" in teams:
        lines += [sheet("importance", "sales", one) for one in IMPORTANCE["sales"]]
        lines += [sheet("ratings", "sales", one) for one in RATINGS["sales"]]
    if "marketing" in teams:
        lines += [sheet("importance", "marketing", one) for one in IMPORTANCE["marketing"]]
        lines += [sheet("ratings", "marketing", one) for one in RATINGS["marketing"]]
    return lines


def joint(digits: Digits, place: int) -> Fraction:
    """(S + M) / 2 at one place of the sheets."""
    means = []
    for team in ("sales", "marketing"):
        given = [int(one.replace(" ", "")[place]) for one in digits[team]]
        means.append(Fraction(sum(given), len(given)))
    return sum(means, Fraction(0)) / 2


def classed(importance: Fraction, ours: Fraction, rivals: list[Fraction]) -> str:
    """The rule of the catalogue, in its order, written down a second time."""
    ahead = ours - max(rivals)
    if importance < Fraction(5, 2):
        return "over-delivered" if ahead >= 1 else "minor"
    if ahead >= 1:
        return "advantage"
    if ahead <= -1:
        return "weakness"
    return "entry ticket" if min(ours, *rivals) >= Fraction(7, 2) else "parity"


def test_six_criteria_and_their_classes() -> None:
    found = work("choice-criteria", *typed("sales", "marketing"))
    grid = {cells[0]: cells for cells in found.rows("grid")}

    # importance S / M: 5 / 4.5, 4.5 / 4, 4 / 4.5, 3.5 / 3.5, 2 / 1.5, 1.5 / 2.5
    assert {name: cells[1] for name, cells in grid.items()} == {
        "Delivery": "4.75", "Service": "4.25=", "Precision": "4.25=", "Brand": "3.50", "Colour": "1.75", "Catalogue": "2.00",
    }  # fmt: skip
    # us (S + M) / 2: (2 + 3)/2, (4.5 + 5)/2, (4 + 5)/2, 3, (4.5 + 4)/2, (3 + 4)/2
    assert {name: cells[2] for name, cells in grid.items()} == {
        "Delivery": "2.50", "Service": "4.75", "Precision": "4.50", "Brand": "3.00", "Colour": "4.25", "Catalogue": "3.50",
    }  # fmt: skip
    # ahead of the best rival: 2.5 - 4, 4.75 - 3, 4.5 - 4, 3 - 3.25, 4.25 - 2.75, 3.5 - 3
    assert {name: cells[-3] for name, cells in grid.items()} == {
        "Delivery": "-1.50", "Service": "1.75", "Precision": "0.50", "Brand": "-0.25", "Colour": "1.50", "Catalogue": "0.50",
    }  # fmt: skip
    assert {name: cells[-2] for name, cells in grid.items()} == {
        "Delivery": "weakness", "Service": "advantage", "Precision": "entry ticket", "Brand": "parity",
        "Colour": "over-delivered", "Catalogue": "minor",
    }  # fmt: skip
    assert found["assumed"] == Fraction(4, 6)  # all but Delivery and Service; Colour says nothing
    assert [found[name] for name in ("advantages", "weaknesses", "tickets", "excess")] == [1, 1, 1, 1]


def test_the_classes_by_a_second_way() -> None:
    found = work("choice-criteria", *typed("sales", "marketing"))
    grid = {cells[0]: cells[-2] for cells in found.rows("grid")}

    for number, name in enumerate(CRITERIA):
        us, *rivals = (joint(RATINGS, number * 4 + dimension) for dimension in range(3))
        assert grid[name] == classed(joint(IMPORTANCE, number), us, rivals)


def test_the_grid_begins_with_what_counts_most_and_ties_keep_their_order() -> None:
    found = work("choice-criteria", *typed("sales", "marketing"))

    assert found.column("grid") == ["Delivery", "Service", "Precision", "Brand", "Catalogue", "Colour"]
    assert found.bold("grid") == ["Delivery", "Service"]


def test_one_team_alone_gives_no_class() -> None:
    found = work("choice-criteria", *typed("sales"))

    assert [cells[-2] for cells in found.rows("grid")] == [""] * 6
    assert [found[name] for name in ("advantages", "weaknesses")] == [0, 0]
    assert any("marketing" in note for note in found.outcome.notes)
    assert found.next_ones() == []


def test_without_any_rival_there_is_no_class() -> None:
    lines: list[Typed] = [row("criteria", "Delivery")]
    lines += [sheet("importance", team, "5") for team in SIDES]
    found = work(
        "choice-criteria", *lines, sheet("ratings", "sales", "4---"), sheet("ratings", "marketing", "4---")
    )

    assert found.rows("grid")[0][-2] == ""


def test_what_follows_from_the_grid() -> None:
    found = work("choice-criteria", *typed("sales", "marketing"))

    assert [draft.text for draft in found.drafts("action")] == [
        "Ask five customers how much 'Precision' counts and who is best at it",
        "Ask five customers how much 'Brand' counts and who is best at it",
        "Put 'Service' into the first sentence for utilities",
        "Ask product what it takes to catch up on 'Delivery'",
    ]
    assert "1.50" in found.drafts("action")[3].why
    assert found.next_ones() == ["message-test"]


def test_comparisons_of_the_field_report_fill_the_four_boxes() -> None:
    # N32 to N34: one strength, one weakness, one chance, no threat
    world = around(
        entry(
            32, told("comparison", "Service answers faster than Alfa", JONAS, rival="Alfa Dosing", swot="S")
        ),
        entry(
            33,
            told(
                "comparison", "Alfa delivers in six weeks, we in ten", TOMASZ, rival="Alfa Dosing", swot="W"
            ),
        ),
        entry(34, told("comparison", "Hydria closed its Austrian service", PRIYA, rival="Hydria", swot="O")),
    )
    found = work("choice-criteria", world=world)

    assert [len(texts) for texts in found.boxes("four-box").values()] == [1, 1, 1]
    grid = found.result("four-box")
    assert isinstance(grid, Grid)
    assert grid.columns == ("strength", "weakness", "chance", "threat")  # the empty one is seen too


def test_nothing_typed_shows_nothing() -> None:
    found = work("choice-criteria")

    assert found["n"] == 0
    assert found["assumed"] is None
    assert found.drafts() == []


def test_the_next_run_for_the_segment_tells_what_changed_class() -> None:
    first = run("choice-criteria", *typed("sales", "marketing"))
    better: list[Typed] = [
        row("criteria", "Delivery", evidence="customer research"),
        row("frame", segment="utilities"),
    ]
    sheets: list[Typed] = [sheet("importance", team, "544422") for team in SIDES]
    # Delivery now 4 against 4 of rival A: no weakness any more, and 4, 4, 4 is an entry ticket
    sheets += [sheet("ratings", team, "444- 533- 444- 333- 422- 333-") for team in SIDES]
    now = run("choice-criteria", *better, *sheets, meeting=2, on="2026-03-17", before=(first,))
    found = come_to(now, before=(first,))

    moved = [(one.old, one.new) for one in found.outcome.moved if "Delivery" in one.label]
    assert ("weakness", "entry ticket") in moved
    assert ("customer interviews", "customer research") in moved


def test_another_segment_is_not_compared() -> None:
    first = run("choice-criteria", *typed("sales", "marketing"))
    other = run("choice-criteria", row("frame", segment="food"), meeting=2, on="2026-03-17", before=(first,))

    assert come_to(other, before=(first,)).outcome.moved == ()
