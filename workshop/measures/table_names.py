"""The columns that every table of a sort has, whatever the file adds to it."""

from __future__ import annotations

from typing import get_args

from workshop.measures.formula.naming import Named
from workshop.model.entries import ActionStatus, DisputeStatus
from workshop.model.exercises import Form
from workshop.model.kinds import FieldType
from workshop.model.teams import TEAMS

FORMS_OF_FIELDS: dict[FieldType, Form] = {
    "int": "number", "dec": "number", "scale5": "number", "scale10": "number", "money": "money", "pct": "percent",
    "bool": "yes-no", "tally": "rating", "parts": "number",
}  # fmt: skip
VALUES = ("sales", "marketing", "joint", "gap", "others", "mean")
COUNTS = ("n", "n_sales", "n_marketing", "n_others")
WORDS = ("top", "top_sales", "top_marketing")
TEXT = Named("text", "text")
"""The words of a row."""
TEAM = Named("team", "text", options=(*TEAMS, "both"))
MARK = "mark"
"""What a rating of one thing about each item is called."""
AROUND = (
    Named(
        "meeting",
        holds=(
            Named("people", "count"), Named("sellers", "count"), Named("marketers", "count"),
            Named("others", "count"), Named("today", "text"),
        ),
    ),
    Named("firm", holds=(Named("sellers", "count"), Named("marketers", "count"))),
    Named("settings", holds=(Named("hourly_rate", "money"),)),
)  # fmt: skip
OF_ROWS = (
    TEXT, Named("number", "count", label="no."), TEAM, Named("person", "text"),
    Named("times", "count", label="times told"), Named("acted", "count", label="actions from it"),
    Named("acted_done", "count", label="of these done"),
)  # fmt: skip
OF_RECORDS = (
    *OF_ROWS, Named("kind", "text"), Named("detail", "text"), Named("source", "text"), Named("held_in", "count"),
    Named("on", "text"),
)  # fmt: skip
OF_DISPUTES = tuple(
    Named(name, "text", label=spaced, options=get_args(DisputeStatus) if name == "status" else ())
    for name, spaced in (
        ("level", "level"), ("arbiter", "arbiter"), ("decide_by", "decide by"), ("status", "status"),
        ("outcome", "outcome"), ("opened", "opened"), ("settled_on", "settled on"),
    )
)  # fmt: skip
OF_ACTIONS = tuple(
    Named(name, "text", label=spaced, options=get_args(ActionStatus) if name == "status" else ())
    for name, spaced in (
        ("owner", "owner"), ("due", "due"), ("done_when", "done when"), ("status", "status"), ("closed_on", "closed on"),
    )
)  # fmt: skip
OF_METRICS = (Named("value"), Named("reads", "text"), Named("better", "text"), Named("few", "yes-no"))
OF_KINDS = {"dispute": OF_DISPUTES, "action": OF_ACTIONS, "metric": OF_METRICS}
PEOPLE = (TEXT, TEAM)
PAIRS = (TEXT, Named("marketer", "text"), Named("seller", "text"))
READY = {"people": PEOPLE, "pairs": PAIRS}
"""Tables that are there without an input: everybody who is known, and every marketer with every seller."""
OF_ITEMS = (TEXT, Named("number", "count", label="no."), Named("group", "text"))
OF_DOTS = (
    Named("sales", "count"), Named("marketing", "count"), Named("raw", "count", label="dots"),
    Named("share_sales", "percent"), Named("share_marketing", "percent"), Named("bridge", "bridge"),
)  # fmt: skip
OF_GROUPS = (TEXT, Named("count", "count"))
