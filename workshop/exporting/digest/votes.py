"""Open votes as rows: both teams side by side, the joint mean, the verdict."""

from __future__ import annotations

from workshop.exporting.digest.rows import GroupVote, VoteRow
from workshop.measures import verdicts
from workshop.measures.lens import TwoTeam, mean, two_team
from workshop.measures.rounding import RATING, show
from workshop.model.entries import Decision, Dispute, Round
from workshop.model.teams import GROUPS


def vote_row(number: int, vote: Round, verdict: str) -> VoteRow:
    """One round."""
    groups = tuple(
        GroupVote(group, vote.values(group), show(mean(vote.values(group)), RATING))
        for group in GROUPS
        if vote.values(group)
    )
    joint = lens(vote).joint
    return VoteRow(
        number, vote.text, groups, show(joint, RATING) if joint is not None else "", verdict, vote.objection
    )


def lens(vote: Round) -> TwoTeam:
    """The votes of the teams side by side."""
    return two_team(*(vote.values(group) for group in GROUPS))


def vote_rows(rounds: tuple[Round, ...]) -> tuple[VoteRow, ...]:
    """Rounds without a verdict (buy-in on a programme)."""
    return tuple(vote_row(number, vote, "") for number, vote in enumerate(rounds, 1))


def decision_rounds(decision: Decision) -> tuple[VoteRow, ...]:
    """Every round with what it came to."""
    judged = {"five": verdicts.five, "gradient": verdicts.gradient}.get(decision.mode or "", verdicts.consent)
    return tuple(vote_row(n, vote, judged(vote).word) for n, vote in enumerate(decision.rounds, 1))


def dispute_rounds(dispute: Dispute) -> tuple[VoteRow, ...]:
    """Every round with what it came to, by five."""
    return tuple(vote_row(n, vote, verdicts.five(vote).word) for n, vote in enumerate(dispute.rounds, 1))
