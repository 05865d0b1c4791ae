"""What a vote comes to: five, gradient, consent, named decider (building block `decision-check`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from workshop.measures.lens import NOBODY, TwoTeam, two_team
from workshop.model.entries import Decision, Dispute, Entry, Round
from workshop.model.teams import GROUPS
from workshop.model.values import dataclass

Word = Literal[
    "passed", "needs work", "stopped", "strong", "workable", "not yet", "objection raised",
    "not voted", "decided by", "not decided", "recorded",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome in a word, with both teams beside it."""

    word: Word
    lens: TwoTeam = NOBODY
    n: int = 0
    """Votes given, those of guests included."""
    by: str = ""
    """Person id, where the word is `decided by`."""


def five(vote: Round) -> Verdict:
    """Passed if nobody is below 3, needs work if anybody is at 1 or 2, stopped if anybody is at 0."""
    votes = _votes(vote)
    if not votes:
        return Verdict("not voted")
    lowest = min(votes)
    return _verdict("stopped" if lowest == 0 else "needs work" if lowest < 3 else "passed", vote)


def gradient(vote: Round) -> Verdict:
    """Strong: no 7-8 and 80 % or more at 1-3. Workable: no 8 and 60 % or more at 1-4. Otherwise not yet."""
    votes = _votes(vote)
    if not votes:
        return Verdict("not voted")
    if max(votes) < 7 and _share_up_to(3, votes) >= Fraction(80, 100):
        return _verdict("strong", vote)
    if max(votes) < 8 and _share_up_to(4, votes) >= Fraction(60, 100):
        return _verdict("workable", vote)
    return _verdict("not yet", vote)


def consent(vote: Round) -> Verdict:
    """Passed unless a reasoned objection was raised."""
    return _verdict("objection raised" if vote.objection else "passed", vote)


def decision_verdict(decision: Decision) -> Verdict:
    """The verdict as the decision stands.

    A round belongs to the exact text: after an amendment nothing counts as voted until the new words are
    voted on, and an objection stays until the room is asked again. Whoever types `mode=consent` has asked the
    room; only new words have to be asked anew.
    """
    last = decision.rounds[-1] if decision.rounds else None
    voted = last if last and last.text == decision.said.text else Round(decision.said.text)
    match decision.mode:
        case "five":
            return five(voted)
        case "gradient":
            return gradient(voted)
        case "decider":
            return Verdict("decided by", by=decision.decider) if decision.decider else Verdict("not decided")
        case "consent":
            asked = last is not None and (last.objection or last.text == decision.said.text)
            return consent(last or voted) if asked or not decision.amended else Verdict("not voted")
        case None:
            return consent(last) if last and last.objection else Verdict("recorded")


def dispute_verdict(dispute: Dispute) -> Verdict | None:
    """By five over the last round; None where no vote was taken. `stopped` offers escalation (E21)."""
    return five(dispute.rounds[-1]) if dispute.rounds else None


def buy_in(programme: Entry) -> TwoTeam | None:
    """The last buy-in vote on a programme, 0 to 5; None where nobody voted (E04)."""
    return _lens(programme.rounds[-1]) if programme.rounds and _votes(programme.rounds[-1]) else None


def _votes(vote: Round) -> tuple[int, ...]:
    return tuple(value for group in GROUPS for value in vote.values(group))


def _share_up_to(highest: int, votes: tuple[int, ...]) -> Fraction:
    return Fraction(sum(1 for value in votes if value <= highest), len(votes))


def _lens(vote: Round) -> TwoTeam:
    return two_team(*(vote.values(group) for group in GROUPS))


def _verdict(word: Word, vote: Round) -> Verdict:
    lens = _lens(vote)
    return Verdict(word, lens, lens.n)
