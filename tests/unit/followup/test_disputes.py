"""A dispute past its date is shown as escalated."""

import pytest
from factories import day, dispute

from workshop.followup.disputes import late, status_on
from workshop.model.entries import DisputeStatus


@pytest.mark.parametrize(
    ("status", "decide_by", "shown"),
    [
        ("talking", "2026-03-16", "escalated"),
        ("talking", "2026-03-17", "talking"),
        ("open", None, "open"),
        ("settled", "2026-03-16", "settled"),
        ("decided", "2026-03-16", "decided"),
    ],
)
def test_past_its_date_an_unsettled_dispute_is_shown_as_escalated(
    status: DisputeStatus, decide_by: str | None, shown: str
) -> None:
    found = dispute(1, status=status, decide_by=decide_by)
    assert status_on(found, day("2026-03-17")) == shown
    assert late(found, day("2026-03-17")) == (shown == "escalated")
