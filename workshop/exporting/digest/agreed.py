"""What was agreed: decisions in their exact words, actions with owner and date, disputes with their ending."""

from __future__ import annotations

from fractions import Fraction

from workshop.exporting.digest.desk import Desk
from workshop.exporting.digest.readings import Matters, Share, StillOpen
from workshop.exporting.digest.rows import ActionRow, DecisionRow, DisputeRow, Who
from workshop.exporting.digest.said import corrected_text
from workshop.exporting.digest.votes import decision_rounds, dispute_rounds
from workshop.followup.between import previous
from workshop.followup.disputes import late, status_on
from workshop.followup.matters import FollowThrough, Matter, matters, open_after
from workshop.measures.rounding import percent
from workshop.measures.verdicts import decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute

MODES = {
    "five": "by five fingers",
    "consent": "by consent",
    "gradient": "by gradient",
    "decider": "by named decider",
    None: "stated",
}


def decisions(desk: Desk) -> tuple[DecisionRow, ...]:
    """The decisions of the meeting."""
    found = (row for row in desk.source.state.decisions if row.meeting == desk.meeting.number)
    return tuple(_decision(desk, decision) for decision in found)


def _decision(desk: Desk, decision: Decision) -> DecisionRow:
    said, ref = decision.said, ids.show("D", decision.number)
    text, correction = corrected_text(desk, ref, said.text, decision.meeting)
    word = decision_verdict(decision).word
    return DecisionRow(
        ref, text, _how(desk, decision), decision.segment,
        {"recorded": "", "decided by": "decided"}.get(word, word),
        decision_rounds(decision), desk.who(decision.decider), decision.review, said.detail, said.source,
        said.tags, desk.pairs(said, ("mode", "decider", "review")), said.audience, correction,
    )  # fmt: skip


def _how(desk: Desk, decision: Decision) -> str:
    """`by consent`, `by Clara Vogt`, `by gradient, with Clara Vogt to decide`."""
    name, how = desk.name(decision.decider), MODES[decision.mode]
    if not name:
        return how
    return f"by {name}" if decision.mode == "decider" else f"{how}, with {name} to decide"


def actions(desk: Desk) -> tuple[ActionRow, ...]:
    """The actions made in the meeting."""
    found = (row for row in desk.source.state.actions if row.meeting == desk.meeting.number)
    return tuple(action_row(desk, action) for action in found)


def action_row(desk: Desk, action: Action, standing: str = "new", days: int = 0) -> ActionRow:
    """One action as it stands."""
    said, ref = action.said, ids.show("A", action.number)
    text, correction = corrected_text(desk, ref, said.text, action.meeting)
    moved = action.original_due if action.original_due != action.due else None
    remarks = [step.remark for step in action.history if step.remark]
    return ActionRow(
        ref, text, action.status, standing, action.added, action.meeting, desk.who(action.owner),
        _people(desk, action.helpers), action.due, action.at_next, moved, action.done_when, action.closed_on,
        days, action.carried, desk.cleared(action), said.source, remarks[-1] if remarks else "", said.detail, said.priority,
        said.tags, desk.pairs(said, ("owner", "helpers", "due", "done_when")), said.audience,
        len(action.history), correction,
    )  # fmt: skip


def _people(desk: Desk, people: tuple[str, ...]) -> tuple[Who, ...]:
    return tuple(who for who in map(desk.who, people) if who)


def matters_arising(desk: Desk) -> Matters | None:
    """Every old action, overdue first; how promises were kept is counted over all of them, whoever may read which."""
    found = matters(desk.full.state, desk.full.meeting)
    readable = {action.number for action in desk.source.state.actions}
    rows = tuple(_matter(desk, row) for row in found.items if row.action.number in readable)
    if not rows:
        return None
    teams = (("sales", found.sales), ("marketing", found.marketing), ("others", found.others))
    return Matters(
        rows,
        _share("done by the date", found.total.by_date, found.total.due, found.total.kept),
        _share("done at all", found.total.done, found.total.due, found.total.done_share),
        tuple(share for share in (_of_team(team, kept) for team, kept in teams) if share),
    )


def _matter(desk: Desk, matter: Matter) -> ActionRow:
    return action_row(desk, matter.action, matter.standing, matter.days)


def _of_team(team: str, kept: FollowThrough) -> Share | None:
    return _share(team, kept.by_date, kept.due, kept.kept)


def _share(label: str, count: int, of: int, share: Fraction | None) -> Share | None:
    return Share(label, count, of, percent(share)) if share is not None else None


def still_open(desk: Desk) -> StillOpen | None:
    """What was due by the day and goes on, with its days and its new date; None where nothing is carried over."""
    left = open_after(desk.full.state, desk.full.meeting)
    late = {action.number for action in left.carried}
    old = matters(desk.source.state, desk.meeting)
    rows = tuple(_matter(desk, row) for row in old.items if row.action.number in late)
    return StillOpen(rows, len(left.carried), len(left.not_due), len(left.new)) if rows else None


def disputes(desk: Desk) -> tuple[DisputeRow, ...]:
    """Disputes opened here, still waiting, or ended since the meeting opened."""
    return tuple(_dispute(desk, row) for row in desk.source.state.disputes if _belongs(desk, row))


def _belongs(desk: Desk, dispute: Dispute) -> bool:
    if dispute.meeting == desk.meeting.number:
        return True
    before = dispute.opened <= desk.meeting.on and dispute.meeting < desk.meeting.number
    touched = any(step.meeting == desk.meeting.number for step in dispute.history)
    return before and (dispute.live or touched or _ended_since(desk, dispute))


def _ended_since(desk: Desk, dispute: Dispute) -> bool:
    """Settled after the day of the meeting before, and by the day of this one."""
    last = previous(desk.source.state, desk.meeting)
    on = dispute.settled_on
    return on is not None and on <= desk.meeting.on and (last is None or on.isoformat() > last.on)


def _dispute(desk: Desk, dispute: Dispute) -> DisputeRow:
    said, ref = dispute.said, ids.show("X", dispute.number)
    text, correction = corrected_text(desk, ref, said.text, dispute.meeting)
    day = desk.meeting.on
    last = dispute.settled_on or desk.meeting.on
    apart = ("root", "sides", "facts", "missing", "level", "arbiter", "decide_by", "status", "consent")
    return DisputeRow(
        ref, text, status_on(dispute, day), late(dispute, day), said.get("root"), said.all("facts"), said.all("missing"),
        said.all("sides") if said.get("consent") == "yes" else (),
        dispute.level, desk.who(dispute.arbiter), dispute.decide_by, dispute.outcome, dispute.opened,
        dispute.settled_on, (last - dispute.opened).days, dispute_rounds(dispute), desk.pairs(said, apart), said.detail,
        said.tags, said.source, correction, said.audience,
    )  # fmt: skip
