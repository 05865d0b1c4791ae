"""Ten real leads (E07): the worked check of the catalogue, the kickoff (I1.23, I1.24), the sync (I2.13)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from runs import Found, Typed, come_to, row, run, work

from workshop.model.results import Grid

SLUG = "lead-sample-review"
KICKOFF = (
    ("Wasserwerk Ost", "trade show", "GG", ""),
    ("BioFeed", "white paper", "PG", "no project"),
    ("Stadtwerke Linden II", "web demo", "GG", ""),
    ("Student, Delft", "white paper", "PP", "student or job-seeker"),
    ("ChemPro", "webinar", "MG", ""),
    ("Molkerei Alpen", "e-mail", "GM", ""),
    ("Pumpenhandel Kurz", "white paper", "PG", "rival or dealer"),
    ("AquaNova", "web contact", "GG", ""),
    ("Brauhaus Rhein", "trade show", "PM", "too small / too big"),
    ("PolyTec", "webinar", "MM", ""),
)
SYNC = (
    ("Hafen Wasser", "webinar", "GG", ""),
    ("Gerber Food", "e-mail", "GG", ""),
    ("List entry 14", "partner list", "PP", "wrong person"),
    ("Chemwerk Rot", "web contact", "GM", ""),
    ("OEM Falk", "trade show", "MM", ""),
    ("Stadt Emden", "web demo", "GG", ""),
)
Sample = tuple[tuple[str, str, str, str], ...]


def leads(sample: Sample) -> list[Typed]:
    return [
        row(
            "leads",
            name,
            channel=channel,
            sales=marks[0],
            marketing=marks[1],
            **({"reason": why} if why else {}),
        )
        for name, channel, marks, why in sample
    ]


def marked(*marks: str) -> Found:
    return work(SLUG, *leads(tuple((f"Lead {n}", "web", both, "") for n, both in enumerate(marks, 1))))


def plain_kappa(marks: list[str]) -> Fraction:
    """Cohen's kappa by plain arithmetic."""
    n = len(marks)
    po = Fraction(sum(1 for both in marks if both[0] == both[1]), n)
    pe = sum(
        (Fraction(sum(1 for both in marks if both[0] == mark), n) * Fraction(sum(1 for both in marks if both[1] == mark), n)
         for mark in "GMP"),
        Fraction(0),
    )  # fmt: skip
    return (po - pe) / (1 - pe)


def test_the_worked_check_comes_out() -> None:
    marks = ["GG", "PG", "GG", "PP", "MG", "GM", "PG", "GG", "PM", "MM"]
    told = marked(*marks)
    # equal: GG GG PP GG MM = 5 of 10; sales good: GG GG GM GG = 4; marketing good: GG PG GG MG PG GG = 6
    assert (told["agreement"], told["sales_good"], told["marketing_good"]) == (
        Fraction(1, 2), Fraction(2, 5), Fraction(3, 5),
    )  # fmt: skip
    assert told["strong"] == 2  # PG PG
    # sales G4 M2 P4, marketing G6 M3 P1: pe = .24 + .06 + .04 = .34; (.5 - .34) / .66 = 8/33
    assert told["beyond_chance"] == Fraction(8, 33) == plain_kappa(marks)
    assert told.reads("beyond_chance") == "0.24"
    assert told.text("summary") == (
        "Agreement 50.0 % (n=10), sales-good 40.0 %, marketing-good 60.0 %, strong disagreements 2, kappa 0.24."
    )


def test_the_leads_of_the_kickoff_and_why_they_came_back() -> None:
    told = work(SLUG, *leads(KICKOFF))
    assert (told["n"], told["agreement"], told["strong"]) == (10, Fraction(1, 2), 2)
    assert told.reads("beyond_chance") == "0.24"
    assert told.bars("reasons") == {
        "no project": 1, "student or job-seeker": 1, "rival or dealer": 1, "too small / too big": 1,
    }  # fmt: skip
    assert told.column("disagreements", 1) == ["BioFeed", "Pumpenhandel Kurz"]


def test_a_channel_has_its_share_from_three_leads_on() -> None:
    told = work(SLUG, *leads(KICKOFF))
    # white paper: three leads, sales good none, marketing good BioFeed and Kurz
    assert told.rows("channels")[0] == ("white paper", "3", "0.0 %", "66.7 %")
    assert [cells[2:] for cells in told.rows("channels")[1:]] == [("n/a", "n/a")] * 5


def test_the_matrix_has_a_box_for_every_pair_of_marks() -> None:
    grid = work(SLUG, *leads(KICKOFF)).result("marks")
    assert isinstance(grid, Grid)
    assert len(grid.rows) == len(grid.columns) == 3
    assert grid.rows == grid.columns == ("good", "maybe", "poor")
    # GG 3, GM 1, MG 1, MM 1, PG 2, PM 1, PP 1; the other two pairs stand empty
    assert {(box.row, box.column): box.texts[0] for box in grid.boxes if box.texts} == {
        ("good", "good"): "3", ("good", "maybe"): "1", ("maybe", "good"): "1", ("maybe", "maybe"): "1",
        ("poor", "good"): "2", ("poor", "maybe"): "1", ("poor", "poor"): "1",
    }  # fmt: skip


def test_six_leads_beside_the_ten_before() -> None:
    first = run(SLUG, *leads(KICKOFF))
    told = come_to(run(SLUG, *leads(SYNC), meeting=2, on="2026-03-17", before=(first,)), before=(first,))
    # equal: GG GG PP MM GG = 5 of 6; sales good 4 of 6, marketing good 3 of 6
    assert (told["agreement"], told["sales_good"], told["marketing_good"], told["strong"]) == (
        Fraction(5, 6), Fraction(2, 3), Fraction(1, 2), 0,
    )  # fmt: skip
    assert told.reads("beyond_chance") == "not shown (n below 10)"
    moved = told.moved("agreement")
    assert (moved.old, moved.new, moved.n_old, moved.n_new) == ("50.0 %", "83.3 %", 10, 6)
    # 83.3 - 50.0 = 33.3 points, more than one lead of six
    assert "33.3" in moved.difference
    assert not moved.noise
    sales_good, marketing_good = told.moved("sales-good"), told.moved("marketing-good")
    assert (sales_good.old, sales_good.new) == ("40.0 %", "66.7 %")
    assert (marketing_good.old, marketing_good.new) == ("60.0 %", "50.0 %")
    # ten points are less than one lead of six (16.7)
    assert marketing_good.noise
    assert (told.moved("strong disagreements").old, told.moved("strong disagreements").new) == ("2", "0")
    assert (told.moved("kappa").old, told.moved("kappa").new) == ("0.24", "not shown (n below 10)")
    # a new sample: no lead stands beside a lead
    assert "Wasserwerk Ost" not in told.moves()


def test_untouched_leads_and_days_to_the_first_contact() -> None:
    told = work(
        SLUG,
        row("leads", "A", sales="G", marketing="G", touched="yes", days=2),
        row("leads", "B", sales="P", marketing="G", touched="no", reason="other", other="moved abroad"),
        row("leads", "C", sales="M", marketing="M", touched="yes", days=9),
        row("leads", "D", sales="M", marketing="M", days=4),
    )
    # one of the three of which it is known; median of 2, 4, 9
    assert (told["untouched"], told["untouched_count"], told["median_days"]) == (Fraction(1, 3), 1, 4)
    assert told.column("untouched", 1) == ["B"]
    assert told["top_reason"] == "moved abroad"


def test_a_poor_mark_without_a_reason_is_named_in_the_room() -> None:
    told = marked("GP", "GG", "PM")
    assert [draft.kind for draft in told.drafts()][-1] == "exercise"
    assert told.rows("no-reason") == []  # for the room, not for the minutes
    assert "lead-definition" in told.next_ones()


def test_a_lead_that_only_one_side_marked_is_in_no_agreement() -> None:
    told = work(SLUG, row("leads", "A", sales="G"), row("leads", "B", sales="G", marketing="G"))
    assert (told["n"], told["agreement"], told["sales_good"]) == (1, 1, 1)
    assert told["marketing_good"] == 1
    assert told.figure("marketing_good").n == 1


def test_an_empty_sample_has_no_figures_and_no_drafts() -> None:
    told = work(SLUG)
    assert (told["agreement"], told["median_days"], told["top_reason"], told["strong"]) == (
        None,
        None,
        None,
        0,
    )
    assert told.drafts() == []


def test_one_side_alone_has_no_agreement() -> None:
    told = work(SLUG, *(row("leads", f"Lead {n}", sales="P") for n in range(12)))
    assert (told["agreement"], told["sales_good"], told["marketing_good"]) == (None, 0, None)


@pytest.mark.parametrize("many", [9, 10, 100])
def test_kappa_is_shown_from_ten_leads_on(many: int) -> None:
    marks = (["GG", "PG", "MM", "GM"] * 25)[:many]
    told = marked(*marks)
    if many < 10:
        assert told.reads("beyond_chance") == "not shown (n below 10)"
    else:
        assert told["beyond_chance"] == plain_kappa(marks)


def test_the_one_change_becomes_an_action_and_the_top_reason_only_without_it() -> None:
    change = row("change", what="title filter on the white paper", where="filter")
    told = work(SLUG, *leads(KICKOFF), change)
    assert told.drafts("action")[0].text == "Make the one change: title filter on the white paper"
    assert len(told.drafts("action")) == 1
    without = work(SLUG, *leads(KICKOFF)).drafts("action")[0]
    assert without.text == "Change the filter or the hand-over so that fewer leads come with: no project"
    assert told.drafts("decision")[0].text == "Every returned lead carries a reason from the list"


def test_the_definition_is_held_against_the_judgement_of_sales() -> None:
    told = work(
        SLUG,
        row("leads", "A", sales="G", marketing="G", rule="yes"),
        row("leads", "B", sales="P", marketing="G", rule="yes"),
        row("leads", "C", sales="M", marketing="P", rule="no"),
    )
    # A and C agree, B does not
    assert told["by_rule"] == Fraction(2, 3)
    assert told.text("rule") == "Our definition agrees with sales on 66.7 % of them (n=3)."
