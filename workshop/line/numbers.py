"""What a number of the scoreboard comes to, said as soon as it is typed."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.errors import NotUnderstood
from workshop.measures.formulas import in_form, names, worked_out
from workshop.measures.parts import read_parts
from workshop.model.facts import Fact, MetricRecorded
from workshop.workspace import Workspace


def number_lines(workspace: Workspace, fact: Fact) -> Iterator[str]:
    """The value where it was worked out; which parts it takes where others were told."""
    if not isinstance(fact, MetricRecorded):
        return
    defined, currency = workspace.library.metric(fact.name), workspace.settings.currency
    try:
        parts = read_parts(fact.said.get("parts"))
    except NotUnderstood:  # words in place of numbers are shown as typed
        return
    found = worked_out(parts, defined.formula) if defined else None
    if defined and defined.formula and parts.kind == "named" and found is None:
        wanted = names(defined.formula)
        typed = " ".join(f"{name}=..." for name in wanted)
        yield f"   Not worked out: it takes {', '.join(wanted)}. metric: {fact.name}={typed}"
        return
    value = found or parts
    if value.computed:
        second = worked_out(parts, defined.second) if defined else None
        reads = in_form(value, defined.form, currency) if defined else value.words()
        beside = (
            f", {defined.second_label} {in_form(second, defined.form, currency)}"
            if defined and second
            else ""
        )
        yield f"   {fact.name}: {reads}{beside}{' (few cases)' if value.few_cases else ''}"
