"""Where a dispute stands on a day: past its decide-by date it is shown as escalated (R60)."""

from __future__ import annotations

from datetime import date

from workshop.model.entries import Dispute, DisputeStatus


def late(dispute: Dispute, day: date) -> bool:
    """Past its decide-by date and not settled."""
    return dispute.live and dispute.decide_by is not None and dispute.decide_by < day


def status_on(dispute: Dispute, day: date) -> DisputeStatus:
    """The status to show on a day."""
    return "escalated" if late(dispute, day) else dispute.status
