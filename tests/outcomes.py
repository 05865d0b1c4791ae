"""Outcomes of exercises made by hand: one of every sort of result, in the words of a small firm."""

from __future__ import annotations

from fractions import Fraction

from workshop.measures.rounding import RATING, show
from workshop.model.results import (
    Banner,
    Bar,
    BarRow,
    Bars,
    Box,
    Card,
    Cards,
    FigureReading,
    Funnel,
    FunnelStep,
    Grid,
    Line,
    Moved,
    Outcome,
    Table,
    TableRow,
)

STATEMENTS = (
    ("We meet on a fixed rhythm and nobody cancels lightly.", "12/5", "13/4"),
    ("What customers tell sellers reaches marketers within days, praise and trouble alike.", "11/5", "9/4"),
    ("Sellers hear of every campaign, launch and press piece before customers do.", "9/5", "15/4"),
    ("Any seller and any marketer would describe a good lead the same way.", "9/5", "7/2"),
    ("Sellers help shape campaigns and materials while there is time to change them.", "8/5", "7/2"),
)


def teams(label: str, sales: str, marketing: str, *, note: bool = True, source: str = "") -> BarRow:
    """Both teams beside each other, with the gap."""
    ours, theirs = Fraction(sales), Fraction(marketing)
    bars = (Bar("sales", ours, show(ours, RATING)), Bar("marketing", theirs, show(theirs, RATING)))
    return BarRow(label, bars, f"gap {show(ours - theirs, RATING)}" if note else "", source)


def pulse() -> Outcome:
    """Team bars, a table with bold rows, a comparison."""
    totals = Bars(
        "totals", "Whole sheets, 20 to 100",
        (BarRow("All twenty statements", (Bar("sales", Fraction(213, 5), "42.60"), Bar("marketing", Fraction(223, 4), "55.75")), "gap -13.15"),),
        Fraction(20), Fraction(100),
    )  # fmt: skip
    groups = Bars(
        "groups", "Groups of statements, 1 to 5",
        (
            teams("Talk", "54/25", "13/5"), teams("Shared meaning", "57/25", "16/5"), teams("Joint work", "48/25", "11/4"),
            teams("Shared stakes", "54/25", "13/5"),
        ),
        Fraction(1), Fraction(5),
    )  # fmt: skip
    gaps = Bars(
        "gaps", "Widest gaps",
        tuple(teams(text, sales, marketing, source=f"statement {number}") for number, (text, sales, marketing) in enumerate(STATEMENTS, 1)),
        Fraction(1), Fraction(5),
    )  # fmt: skip
    flags = Table(
        "flags", "Flagged statements", ("Statement", "Sales", "Marketing", "Gap", "Flag"),
        tuple(
            TableRow((text, show(Fraction(sales), RATING), show(Fraction(marketing), RATING),
                      show(Fraction(sales) - Fraction(marketing), RATING), "blind spot"), f"statement {number}", number == 3)
            for number, (text, sales, marketing) in enumerate(STATEMENTS, 1)
        ),
        (False, True, True, True, False),
    )  # fmt: skip
    line = Line("band", "", "Alignment: defined, joint 49.18 (sales 42.60, n=5; marketing 55.75, n=4).")
    return Outcome(
        "alignment-pulse", "Where do we stand with each other?", 2, (1,),
        (
            FigureReading("joint", "joint", Fraction(1967, 40), "49.18", 9),
            FigureReading("band", "band", "defined", "defined"),
            FigureReading("chosen", "line chosen", None, "n/a"),
            FigureReading("integrated", "integrated", value=False, reads="no"),
        ),
        (line, totals, groups, gaps, flags),
        (
            Moved("joint", "46.10", "49.18", "+3.08", 8, 9),
            Moved("We meet on a fixed rhythm and nobody cancels lightly.", "2.80", "2.83", "+0.03", 8, 9, noise=True),
            Moved("We tell each other when a deal is lost.", "", "3.10", "", None, 9, fresh=True),
        ),
        notes=("1 sheet with fewer than 16 answers left out",),
    )  # fmt: skip


def leads() -> Outcome:
    """A matrix of counts, bars of one series, a table of rows."""
    marks = ("good", "maybe", "poor")
    counts = dict(zip(((row, column) for row in marks for column in marks), "310010211", strict=False))
    matrix = Grid(
        "marks", "Sales across, marketing down", "matrix", marks, marks,
        tuple(Box(row, column, (count,)) for (row, column), count in counts.items() if count != "0"),
    )  # fmt: skip
    reasons = Bars(
        "reasons", "Why not",
        tuple(BarRow(word, (Bar("", Fraction(count), str(count)),), "=" if count == 1 else "") for word, count in
              (("no project", 3), ("student or job-seeker", 1), ("rival or dealer", 1))),
        Fraction(0), Fraction(3),
    )  # fmt: skip
    rows = Table(
        "leads", "Strong disagreements", ("Lead", "Channel", "Sales", "Marketing", "Reason"),
        (TableRow(("BioFeed", "white paper", "poor", "good", "no project"), "lead 2"),
         TableRow(("Pumpenhandel Kurz", "white paper", "poor", "good", "rival or dealer"), "lead 7")),
    )  # fmt: skip
    line = Line(
        "summary", "", "Agreement 50.0 % (n=10), sales-good 40.0 %, strong disagreements 2, kappa 0.24."
    )
    return Outcome(
        "lead-sample-review", "Ten real leads, two opinions", 2, (2,),
        (FigureReading("agreement", "agreement", Fraction(1, 2), "50.0 %", 10), FigureReading("kappa", "kappa", Fraction(8, 33), "0.24", 10)),
        (line, matrix, reasons, rows),
    )  # fmt: skip


def funnel() -> Outcome:
    """A funnel with a step that nobody counted."""
    steps = (
        FunnelStep("inquiry", Fraction(800), "800"), FunnelStep("marketing-qualified", Fraction(240), "240", "30.0 %"),
        FunnelStep("accepted by sales", Fraction(54), "54", "22.5 %", "worst conversion"),
        FunnelStep("offer", None, "n/a", "n/a", "no owner"), FunnelStep("order", Fraction(6), "~6", "n/a"),
    )  # fmt: skip
    return Outcome(
        "funnel-map", "One funnel, one owner per step", 2, (2,), results=(Funnel("funnel", "From stranger to order", steps),),
        notes=("conversion into order not available: offer has no number",),
    )  # fmt: skip


def launch() -> Outcome:
    """A verdict and cards."""
    cards = tuple(
        Card(f"Risk {number}", (("what led to it", "the certificate slips " * number), ("owner", "Ayşe Şahin"), ("by", "Fri 20 March")), f"risk {number}")
        for number in range(1, 10)
    )  # fmt: skip
    return Outcome(
        "launch-gate", "Ready before we announce", 2, (3,),
        (FigureReading("readiness", "readiness", Fraction(3, 5), "60.0 %", 14),),
        (Banner("verdict", "DosaMax 3, 11 May", "HOLD", "Readiness 60.0 % (n=14), one seller at 1, seller mean 2.40 (n=5)."), Cards("risks", "Risks", cards)),
    )  # fmt: skip


def drivers() -> Outcome:
    """Bars to both sides, a four-box."""
    bars = Bars(
        "drivers", "What decided it: lost to the left, won to the right",
        tuple(BarRow(word, (Bar("", None if score is None else Fraction(score), "n/a" if score is None else f"{score:+d}"),), f"n={n}") for word, score, n in
              (("service", 4, 2), ("product fit", 1, 1), ("price / value", -1, 2), ("delivery time", -4, 3), ("unknown", None, 0))),
        Fraction(-4), Fraction(4),
    )  # fmt: skip
    box = Grid(
        "boxes", "Strength, weakness, chance, threat", "four-box", ("today", "ahead"), ("helps", "harms"),
        (Box("today", "helps", ("Service answers faster than Alfa (N-32)", "Dosing accuracy")), Box("today", "harms", ("Ten weeks delivery",)),
         Box("ahead", "helps", ("Hydria closed its Austrian service",))),
    )  # fmt: skip
    return Outcome("win-loss", "What decided it?", 2, (3,), results=(bars, box))


def every_sort() -> tuple[Outcome, ...]:
    """All of them."""
    return pulse(), leads(), funnel(), launch(), drivers()
