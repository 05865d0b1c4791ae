"""When a profile stops hiding something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from factories import day

from workshop.followup.hiding import hidden, met
from workshop.model.profiles import Condition, Hidden, Hides, Profile, Trigger

TODAY = day("2026-03-03")
ROLES = Trigger("roles", "two disputes about roles", "disputes", (Condition("root", ("role",)),), 2)
ORPHAN = Trigger(
    "orphan",
    "an action of nobody",
    "actions",
    (Condition("owner", ("",)), Condition("status", ("open", "blocked"))),
)
LAUNCH = Trigger("launch", "a launch soon", "programmes", date="fields.start", within_days=45)
QUIET = Profile(
    "quiet", "Quiet", "For tests.",
    (Hides(("gate-60",), ("gate",), ("launch",)), Hides((), ("roles",), ("roles", "orphan")), Hides(("always",))),
)  # fmt: skip


def role(number: int, root: str = "role") -> dict[str, Any]:
    return {"id": f"X-{number}", "root": root}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [([], False), ([role(1)], False), ([role(1), role(2, "price")], False), ([role(1), role(2)], True)],
)
def test_two_disputes_about_roles_are_a_reason_and_one_is_not(
    rows: list[dict[str, Any]], expected: bool
) -> None:
    assert met(ROLES, rows, TODAY) is expected


@pytest.mark.parametrize(
    ("owner", "status", "expected"),
    [(None, "open", True), (None, "blocked", True), (None, "done", False), ("P-1", "open", False)],
)
def test_one_open_action_of_nobody_is_a_reason(owner: str | None, status: str, expected: bool) -> None:
    assert met(ORPHAN, [{"owner": owner, "status": status}], TODAY) is expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-02", False),
        ("2026-03-03", True),
        ("2026-04-17", True),  # 45 days
        ("2026-04-18", False),
        ("soon", False),
        (None, False),
    ],
)
def test_a_date_counts_from_today_to_the_last_day(start: str | None, expected: bool) -> None:
    assert met(LAUNCH, [{"fields": {"start": start} if start else {}}], TODAY) is expected


def test_what_has_no_reason_to_be_shown_is_hidden_with_what_would_end_it() -> None:
    assert hidden(QUIET, (ROLES, ORPHAN, LAUNCH), lambda _table: [], TODAY) == Hidden(
        "quiet",
        ("gate-60", "always"),
        ("gate", "roles"),
        ("a launch soon", "two disputes about roles", "an action of nobody"),
    )


def test_any_one_of_the_reasons_is_enough() -> None:
    def rows(table: str) -> Sequence[dict[str, Any]]:
        return [{"owner": None, "status": "open"}] if table == "actions" else []

    found = hidden(QUIET, (ROLES, ORPHAN, LAUNCH), rows, TODAY)
    assert found.exercises == ("gate",)
    assert found.until == ("a launch soon",)


def test_a_profile_that_hides_nothing_reads_nothing() -> None:
    def never(table: str) -> Sequence[dict[str, Any]]:
        raise AssertionError(table)

    assert hidden(Profile("open", "Open", "All."), (ROLES,), never, TODAY) == Hidden("open")
