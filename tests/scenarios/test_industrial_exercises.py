"""The exercises of the kickoff and of the sync as they were typed: what each of them comes to (rows I1, I2, G4)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from scripts import Stage

from workshop.line.results import WIDTH
from workshop.model.results import Bars, Grid, Outcome, Table

Reads = Callable[[str], str]


def reading(found: Outcome) -> Reads:
    """How a figure reads, with its n where it has one."""
    figures = {figure.name: figure for figure in found.figures}

    def reads(name: str) -> str:
        figure = figures[name]
        return figure.reads if figure.n is None else f"{figure.reads} (n={figure.n})"

    return reads


def table(found: Outcome, slug: str) -> list[tuple[str, ...]]:
    """The cells of a table."""
    shown = next(result for result in found.results if result.slug == slug)
    assert isinstance(shown, Table)
    return [row.cells for row in shown.rows]


def bars(found: Outcome, slug: str) -> dict[str, tuple[str, ...]]:
    """How the bars of each row read."""
    shown = next(result for result in found.results if result.slug == slug)
    assert isinstance(shown, Bars)
    return {row.label: tuple(bar.reads for bar in row.bars) for row in shown.rows}


# Where do we stand? ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pulse(kickoff: Stage) -> Outcome:
    return kickoff.outcome(1, "alignment-pulse")


def test_the_pulse_weighs_both_teams_equally(pulse: Outcome) -> None:
    """I1.6: (42.6 + 55.8) / 2; over all nine sheets it would be 48.4"""
    reads = reading(pulse)
    assert (reads("sales"), reads("marketing")) == ("42.6 (n=5)", "55.8 (n=4)")
    assert reads("joint").startswith("49.2")
    assert [reads(name) for name in ("band", "band_sales", "band_marketing")] == ["defined"] * 3
    assert "48.4" not in str(pulse)


def test_the_four_themes_of_the_pulse_stand_side_by_side(pulse: Outcome) -> None:
    """I1.7"""
    assert bars(pulse, "themes") == {
        "Talk": ("2.16", "2.60"), "Shared meaning": ("2.28", "3.20"), "Joint work": ("1.92", "2.75"),
        "Shared stakes": ("2.16", "2.60"),
    }  # fmt: skip


def test_flags_stand_widest_gap_first_with_blind_spots_and_common_lows(pulse: Outcome) -> None:
    """I1.8, I1.9, I1.10"""
    rows = [(cells[0], *cells[2:]) for cells in table(pulse, "flagged")]
    assert [row for row in rows if "gap" in row[4]] == [
        ("3", "1.80", "3.75", "-1.95", "gap, blind spot"), ("11", "1.60", "3.50", "-1.90", "gap, blind spot"),
        ("6", "1.80", "3.50", "-1.70", "gap, blind spot"), ("13", "1.60", "3.25", "-1.65", "gap"),
        ("15", "2.40", "3.50", "-1.10", "gap, blind spot"),
    ]  # fmt: skip
    assert {int(row[0]) for row in rows if "common low" in row[4]} == {2, 4, 12, 14, 16, 17}
    reads = reading(pulse)
    assert [reads(name) for name in ("gaps", "blind_spots", "lows", "left_out")] == ["5", "4", "6", "0"]


def after_reveal(stage: Stage, words: str) -> str:
    """What was said at the reveal that said these words."""
    told = ("\n".join(said) for line, said in stage.said if line == "/reveal")
    return next(said for said in told if words in said)


def test_the_reveal_says_the_widest_gaps_with_both_teams_side_by_side(kickoff: Stage) -> None:
    """I1.8"""
    said = after_reveal(kickoff, "Where we stand")
    assert "Where we stand: DEFINED" in said
    found = re.findall(r"sales +\S+ +(\d\.\d\d)  gap (-\d\.\d\d).*\n.*marketing +\S+ +(\d\.\d\d)", said)
    assert found == [
        ("1.80", "-1.95", "3.75"), ("1.60", "-1.90", "3.50"), ("1.80", "-1.70", "3.50"), ("1.60", "-1.65", "3.25"),
        ("2.40", "-1.10", "3.50"),
    ]  # fmt: skip


def test_before_the_reveal_nothing_is_said_but_how_many_sheets_are_in(kickoff: Stage) -> None:
    """I1.6, G4"""
    lines = [
        said for line, said in kickoff.said if re.fullmatch(r"(sales|marketing) [1-5]{5}( [1-5]{5}){3}", line)
    ]
    assert len(lines) == 9
    assert lines[4] == ("sales: 20 of 20, 5 sheets in",)
    assert lines[8] == ("marketing: 20 of 20, 4 sheets in", "   All are in. /reveal shows it.")


def test_the_pulse_suggests_what_the_widest_gaps_lead_to(pulse: Outcome) -> None:
    assert [(draft.kind, draft.exercise) for draft in pulse.drafts] == [
        ("exercise", "marketing-brief"), ("exercise", "draft-review"), ("exercise", "lead-definition"), ("action", ""),
    ]  # fmt: skip


# Needs and offers ------------------------------------------------------------------------------------


def test_needs_are_counted_by_who_asks_and_later_is_no_answer(kickoff: Stage) -> None:
    """I1.21, I1.22"""
    reads = reading(kickoff.outcome(1, "needs-exchange"))
    assert [reads(name) for name in ("asked", "asked_sales", "asked_marketing", "answered")] == [
        "8",
        "4",
        "4",
        "7",
    ]
    assert reads("answer_rate") == "87.5 % (n=8)"
    assert (reads("yes_sales"), reads("yes_marketing")) == ("75.0 % (n=4)", "75.0 % (n=4)")
    assert (reads("service_sales"), reads("service_marketing")) == ("4.40 (n=5)", "5.00 (n=4)")


# Ten leads, two opinions -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def leads(kickoff: Stage) -> Outcome:
    return kickoff.outcome(1, "lead-sample-review")


def test_ten_leads_come_to_agreement_shares_and_kappa(leads: Outcome) -> None:
    """I1.23"""
    reads = reading(leads)
    assert [reads(name) for name in ("n", "agreement", "sales_good", "marketing_good", "strong", "beyond_chance")] == [
        "10", "50.0 % (n=10)", "40.0 % (n=10)", "60.0 % (n=10)", "2", "0.24 (n=10)",
    ]  # fmt: skip


def test_the_reasons_of_returned_leads_are_counted(leads: Outcome) -> None:
    """I1.24"""
    assert bars(leads, "reasons") == {
        "no project": ("1",), "student or job-seeker": ("1",), "rival or dealer": ("1",), "too small / too big": ("1",),
    }  # fmt: skip


def test_the_marks_of_both_teams_stand_crosswise(leads: Outcome) -> None:
    """E07: GG PG GG PP MG GM PG GG PM MM"""
    grid = next(result for result in leads.results if isinstance(result, Grid))
    counts = {(box.row, box.column): box.texts for box in grid.boxes}
    assert counts["good", "good"] == ("3",)
    assert counts["poor", "good"] == ("2",)
    assert sum(int(texts[0]) for texts in counts.values() if texts and texts[0]) == 10


def test_six_leads_are_set_beside_the_ten_of_the_kickoff(sync: Stage) -> None:
    """I2.13"""
    found = sync.outcome(2, "lead-sample-review")
    moved = {row.label: row for row in found.moved}
    told = {label: (row.old, row.new) for label, row in moved.items()}
    assert told["agreement"] == ("50.0 %", "83.3 %")
    assert (moved["agreement"].n_old, moved["agreement"].n_new) == (10, 6)
    assert moved["agreement"].difference.startswith("+33.3")
    assert told["sales-good"] == ("40.0 %", "66.7 %")
    assert told["marketing-good"] == ("60.0 %", "50.0 %")
    assert told["strong disagreements"] == ("2", "0")
    assert reading(found)("beyond_chance") == "not shown (n below 10)"
    assert "agreement: 50.0 % -> 83.3 % (+33.3" in sync.after("/result")


# Deals, dots -----------------------------------------------------------------------------------------


def test_deals_told_in_the_field_report_come_to_rates_and_drivers(kickoff: Stage) -> None:
    """I1.25: nobody ran win-loss; its figures read the entries"""
    found = kickoff.outcome(1, "win-loss")
    reads = reading(found)
    assert [reads(name) for name in ("won", "lost", "undecided", "left")] == ["1", "1", "1", "0"]
    assert reads("win_rate") == "50.0 % (n=2)"
    assert "few cases" in reads("few")
    assert reads("evidence") == "66.7 % (n=3)"
    assert bars(found, "drivers") == {
        "service": ("2",), "product fit": ("1",), "price / value": ("-1",), "delivery time": ("-2",),
    }  # fmt: skip


def test_dots_rank_by_number_and_by_what_both_want(kickoff: Stage) -> None:
    """I1.26"""
    found = kickoff.outcome(1, "dot-vote")
    reads = reading(found)
    assert [reads(name) for name in ("each", "sales", "marketing")] == ["3", "15", "12"]
    assert [(cells[0], cells[4]) for cells in table(found, "raw")] == [
        ("1", "7"), ("3", "6"), ("6", "5"), ("2", "3="), ("7", "3="), ("4", "2"), ("5", "1"), ("8", "0"),
    ]  # fmt: skip
    wanted = list(bars(found, "bridge").items())
    assert wanted[:3] == [
        ("One lead definition", ("0.250",)), ("DosaMax 3 launch gate", ("0.182",)), ("Chemical case studies", ("0.133",)),
    ]  # fmt: skip
    assert {reads for _, (reads,) in wanted[3:]} == {"0.000"}


# All of them -----------------------------------------------------------------------------------------


def test_every_exercise_belongs_to_its_segment(kickoff: Stage) -> None:
    slugs = ("alignment-pulse", "needs-exchange", "lead-sample-review", "dot-vote")
    assert [kickoff.outcome(1, slug).segments for slug in slugs] == [(3,), (7,), (8,), (9,)]


def test_what_exercises_say_fits_a_terminal_of_eighty_columns(kickoff: Stage, sync: Stage) -> None:
    results = [
        said for line, told in (*kickoff.said, *sync.said) if line in ("/reveal", "/result") for said in told
    ]
    assert len(results) > 70
    assert max(len(said) for said in results) <= WIDTH


def test_no_sheet_stands_in_any_file_and_no_name_beside_the_totals(kickoff: Stage) -> None:
    """G4"""
    files = {path: path.read_bytes() for path in kickoff.directory.rglob("*") if path.is_file()}
    for digits in (
        b"32223 23233 22223 32233",
        b"32223232332222332233",
        b"3,2,2,2,3,2,3,2,3,3",
        b'"3","2","2","2","3"',
    ):
        assert not [path for path, data in files.items() if digits in data]
    lines = kickoff.kept()["journal.jsonl"].splitlines()
    shown = [line for line in lines if b'"fact":"totals-revealed"' in line]
    assert len(shown) == 2
    assert not [line for line in shown if b'"P-' in line or b"person" in line]
    assert not (kickoff.directory / "boxes").exists() or not list((kickoff.directory / "boxes").iterdir())


def test_the_papers_hold_the_totals_and_no_name_beside_them(kickoff: Stage) -> None:
    """G4, I1.43"""
    text = kickoff.paper(1, "md").decode()
    assert "49.2" in text
    assert "kappa 0.24" in text
    people = [person.name for person in kickoff.workspace.people]
    rated = [line for line in text.splitlines() if "42.6" in line or "55.8" in line or "4.40" in line]
    assert rated
    assert not [line for line in rated for name in people if name in line]
