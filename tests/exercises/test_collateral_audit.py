"""E16: what each piece is suggested to become, the unused share and the cost of home-made work."""

from __future__ import annotations

from fractions import Fraction

from factories import entry
from runs import Typed, around, come_to, row, run, told, work

# name, maker, asked, know, understand, used, usability, adapted (1 never, 2 sometimes, 3 always), updated, cost
PIECES = (
    ("Old brochure", "marketing", 5, 3, 3, 0, "", "", "2025-09-01", 12000),
    ("White paper", "marketing", 5, 2, 2, 1, "", "", "2025-09-01", 8000),
    ("Calculator", "marketing", 5, 4, 2, 2, "4x1", "", "2025-09-01", 0),
    ("Catalogue", "marketing", 5, 5, 5, 3, "3x1 2x3 1x1", "", "2025-09-01", 18000),
    ("Deck", "marketing", 4, 4, 4, 4, "4x4", "3x2 1x2", "2025-09-01", 0),
    ("Data sheet", "marketing", 5, 5, 4, 5, "4x3", "3x1 1x4", "2025-03-02", 0),
    ("Own price sheet", "sales", 5, 3, 3, 2, "5x2", "", "2026-01-10", 0),
    ("Line card", "marketing", 5, 5, 5, 5, "5x5", "1x5", "2026-01-10", 500),
    ("Film", "marketing", 5, 2, 2, 0, "", "", "2026-01-10", 9000),
)


def pieces() -> list[Typed]:
    lines: list[Typed] = []
    for name, maker, asked, know, understand, used, usability, adapted, updated, cost in PIECES:
        lines.append(row(
            "assets", name, maker=maker, asked=asked, know=know, understand=understand, used=used, updated=updated,
            stage="evaluation", type="brochure", usability=usability, adapted=adapted, cost=cost or "",
        ))  # fmt: skip
    return lines


HOME_MADE = (
    entry(
        37,
        told(
            "shadow",
            "Own price and resistance sheet",
            asset_type="data sheet",
            hours_month="6",
            reason="missing",
        ),
    ),
    entry(
        38,
        told("shadow", "Own deck for chemical plants", asset_type="deck", hours_month="9", reason="too slow"),
    ),
)


def test_nine_pieces_and_what_they_are_suggested_to_become() -> None:
    found = work("collateral-audit", *pieces())

    assert {cells[0]: cells[5] for cells in found.rows("verdicts")} == {
        "Old brochure": "retire",  # used by nobody, known by 3 of 5 = 60 %
        "White paper": "announce or retire",  # known by 2 of 5 = 40 %
        "Calculator": "ten-minute demo",  # understood by 2 of 4 who know it = 50 %
        "Catalogue": "fix",  # usability (3 + 6 + 1) / 5 = 2.00
        "Deck": "make modular",  # always adapted by 2 of 4
        "Data sheet": "check facts",  # 2 March 2025 to 3 March 2026: 366 days
        "Own price sheet": "adopt and brand",  # seller-made, used by 2 of 5 = 40 %
        "Line card": "keep",
        "Film": "announce or retire",  # used by nobody, but known by 40 % only
    }


def test_the_suggestions_by_a_second_way() -> None:
    found = work("collateral-audit", *pieces())
    told_of = {cells[0]: cells[5] for cells in found.rows("verdicts")}

    for name, maker, asked, know, understand, used, usability, adapted, updated, _ in PIECES:
        counts = {mark[0]: int(mark[2:]) for mark in usability.split()}
        mean = (
            Fraction(sum(int(mark) * n for mark, n in counts.items()), sum(counts.values()))
            if counts
            else None
        )
        often = {mark[0]: int(mark[2:]) for mark in adapted.split()}
        always = Fraction(often.get("3", 0), sum(often.values())) if often else None
        known = Fraction(know, asked)
        if used == 0 and known >= Fraction(1, 2):
            expected = "retire"
        elif known < Fraction(1, 2):
            expected = "announce or retire"
        elif Fraction(understand, know) < Fraction(3, 5):
            expected = "ten-minute demo"
        elif mean is not None and mean < 3:
            expected = "fix"
        elif always is not None and always >= Fraction(1, 2):
            expected = "make modular"
        elif updated < "2025-03-03":
            expected = "check facts"
        elif maker == "sales" and Fraction(used, asked) >= Fraction(3, 10):
            expected = "adopt and brand"
        else:
            expected = "keep"
        assert told_of[name] == expected, name


def test_unused_share_and_what_it_cost() -> None:
    found = work("collateral-audit", *pieces())

    assert found["n"] == 9
    assert found["unused"] == Fraction(2, 9)  # the brochure and the film
    assert found.figure("unused").n == 9
    assert found["idle"] == 21_000  # 12,000 + 9,000
    assert found["selfmade"] == 1


def test_home_made_hours_of_the_kickoff() -> None:
    found = work("collateral-audit", world=around(*HOME_MADE))

    assert found["hours"] == 15  # 6 + 9
    assert found.reads("hours_cost") == "825 EUR"  # 15 x 55


def test_a_piece_without_counts_gets_no_suggestion() -> None:
    found = work("collateral-audit", row("assets", "New sheet"), row("assets", "Half counted", asked=5))

    assert found.heads("verdicts") == ["asset", "suggested", "verdict", "owner", "due"]
    assert found.column("verdicts", 1) == ["", ""]
    assert found["unused"] is None
    assert found["idle"] is None


def test_what_was_agreed_goes_before_what_is_suggested() -> None:
    found = work(
        "collateral-audit",
        *pieces(),
        row("assets", "Old brochure", verdict="keep"),
        row("assets", "Line card", verdict="merge"),
    )
    texts = [draft.text for draft in found.drafts("action")]

    assert "Retire Old brochure" not in texts
    assert "Merge Line card with the piece that says the same" in texts
    assert "Fix Catalogue" in texts
    assert "Show Calculator to the sellers in ten minutes" in texts


def test_one_new_piece_at_most() -> None:
    found = work(
        "collateral-audit",
        row("missing", "Chemical case", stage="first contact"),
        row("missing", "Fit table", stage="after sale"),
    )

    assert [draft.text for draft in found.drafts("action")] == ["Make Chemical case for first contact"]


def test_pieces_that_go_leave_a_hole_in_the_matrix() -> None:
    found = work(
        "collateral-audit",
        row("assets", "Film", type="video", stage="first contact", asked=5, know=5, used=3),
        row("assets", "Brochure", type="brochure", stage="offer", asked=5, know=5, used=0),
    )
    filled = {place: texts for place, texts in found.boxes("matrix").items() if texts}

    assert list(filled) == [("first contact", "video")]


def test_nothing_typed() -> None:
    found = work("collateral-audit")

    assert found["unused"] is None
    assert found["hours"] == 0
    assert found.text("figures") == ""
    assert found.drafts() == []


def test_the_next_audit_tells_what_became_of_the_verdicts() -> None:
    first = run("collateral-audit", *pieces(), row("assets", "Old brochure", verdict="retire"), row("assets", "Catalogue", verdict="fix"),
                row("assets", "Film", verdict="merge"), row("assets", "Line card", verdict="keep"))  # fmt: skip
    now = run(
        "collateral-audit", row("assets", "Old brochure", done="yes"), row("assets", "Catalogue", done="no"),
        row("assets", "Film", done="yes"), row("assets", "Line card", done="yes"), meeting=2, on="2026-03-17", before=(first,),
    )  # fmt: skip
    found = come_to(now, before=(first,))

    assert found["carried_out"] == Fraction(
        2, 3
    )  # of brochure, catalogue and film; the line card was to be kept
    assert found.figure("carried_out").n == 3
