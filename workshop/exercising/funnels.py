"""Funnels: steps with what came through from one to the next."""

from __future__ import annotations

from fractions import Fraction

from workshop.exercising.charts import bar_of
from workshop.exercising.chosen import chosen
from workshop.exercising.wording import Wording
from workshop.measures.rounding import NOT_AVAILABLE, percent
from workshop.model import results
from workshop.model.exercises import Show
from workshop.model.results import Result


def funnel(wording: Wording, show: Show) -> Result | None:
    """Steps with the share that came through from the one before; a second cell and those behind it are notes."""
    rows = chosen(wording, show)
    if rows is None or not rows.places:
        return None
    steps: list[results.FunnelStep] = []
    before: Fraction | None = None
    for at in rows.places:
        place = wording.row(rows.table, at, f"show {show.slug}")
        bar = bar_of(wording, show.cells[0], place)
        rate = percent(bar.value / before if bar.value is not None and before else None) if steps else ""
        notes = (wording.told(cell.value, place, cell.form) for cell in show.cells[1:])
        note = ", ".join(text for text in notes if text not in ("", NOT_AVAILABLE))
        steps.append(results.FunnelStep(rows.table.rows[at].text, bar.value, bar.reads, rate, note))
        before = bar.value
    if all(step.value is None for step in steps):
        return None
    title = wording.fill(show.title, wording.outside(f"show {show.slug}"), missing="")
    return results.Funnel(show.slug, title, tuple(steps))
