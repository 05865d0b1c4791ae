"""Votes, decisions and disputes: numbered rounds over an exact text, an ending by a date."""

from __future__ import annotations

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding import finding
from workshop.facilitation.deciding.actions import set_action
from workshop.facilitation.house import House
from workshop.model import ids
from workshop.model.commands import Amend, Escalate, Override, SetAction, Settle, Vote
from workshop.model.entries import Ballot, Decision
from workshop.model.facts import Cleared, DecisionAmended, DisputeChanged, Fact, VoteTaken
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.teams import group_of

FIVE = (0, 5)
GRADIENT = (1, 8)
THIRD = 2
"""Carried so often already: the next time is the third."""


def vote(state: State, command: Vote, _house: House) -> tuple[Fact, ...]:
    """A round over a decision, a dispute or a programme as its words stand now."""
    meeting = finding.running(state)
    letter, number = ids.read(command.ref) or ("", 0)
    match letter:
        case "D":
            decision = finding.decision(state, number)
            return _on_decision(meeting, decision, command)
        case "X":
            text = finding.dispute(state, number).said.text
        case "N":
            entry = finding.entry(state, number)
            if entry.said.kind != "programme":
                raise Refused(
                    f"{command.ref} is no programme but: {entry.said.kind}. Buy-in is asked for programmes."
                )
            text = entry.said.text
        case _:
            raise NotFound(f"{command.ref} cannot be voted on.", fix="/vote D-1, X-1, or N- of a programme.")
    if command.objection is not None:
        raise Refused("An objection is raised to a decision by consent.", fix="/vote D-2 objection and why")
    _check(meeting, command.ballots, FIVE)
    return (VoteTaken(command.ref, text, command.ballots),)


def _on_decision(meeting: Meeting, decision: Decision, command: Vote) -> tuple[Fact, ...]:
    text = decision.said.text
    if decision.meeting != meeting.number:
        raise Refused(
            f"{command.ref} stands in the minutes of M-{decision.meeting}.",
            fix="Decide anew: d: and its words.",
        )
    if command.objection is not None:
        if decision.mode not in (None, "consent"):
            raise Refused(
                f"{command.ref} is decided by {decision.mode}.",
                fix=f"/vote {command.ref} sales 4 3 marketing 4 4",
            )
        return (VoteTaken(command.ref, text, (), command.objection),)
    if decision.mode not in ("five", "gradient"):
        raise Refused(
            f"{command.ref} is not decided by numbers.", fix=f"/vote {command.ref} none, or objection and why"
        )
    _check(meeting, command.ballots, GRADIENT if decision.mode == "gradient" else FIVE)
    return (VoteTaken(command.ref, text, command.ballots),)


def _check(meeting: Meeting, ballots: tuple[Ballot, ...], scale: tuple[int, int]) -> None:
    low, high = scale
    if not any(ballot.values for ballot in ballots):
        raise Refused("There is no vote in that line.", fix="/vote D-1 sales 4 3 marketing 4 4")
    for ballot in ballots:
        for place, value in enumerate(ballot.values, 1):
            if not low <= value <= high:
                raise Refused(
                    f"{ballot.group}, vote {place} of {len(ballot.values)}: {value} is not between {low} and {high}."
                )
        here = sum(1 for row in meeting.here if group_of(row.team) == ballot.group)
        if meeting.here and len(ballot.values) > here:
            raise Refused(
                f"{ballot.group}: {len(ballot.values)} votes, {here or 'no'} {'person is' if here == 1 else 'people are'} here.",
                fix="Count again, or note who joined with /here NAME.",
            )


def amend(state: State, command: Amend, _house: House) -> tuple[Fact, ...]:
    """New words for a decision; the rounds over the old words stay."""
    meeting = finding.running(state)
    decision = finding.decision(state, command.decision)
    if decision.meeting != meeting.number:
        raise Refused(
            f"D-{decision.number} was decided in M-{decision.meeting}.",
            fix="Decide anew: d: and the new words.",
        )
    if decision.said.text == command.text:
        raise Refused(f"D-{decision.number} says exactly that already.")
    return (DecisionAmended(decision.number, command.text),)


def settle(state: State, command: Settle, house: House) -> tuple[Fact, ...]:
    """A dispute comes to its end: settled by the two sides, or decided by the arbiter."""
    dispute = finding.dispute(state, command.dispute)
    if not dispute.live:
        raise Refused(f"X-{dispute.number} is {dispute.status} already.")
    if command.on and command.on > house.today:
        raise Refused(f"{command.on.isoformat()} lies ahead.", fix="Give the day it was settled.")
    decided = dispute.level == "arbiter" or dispute.status == "escalated"
    return (
        DisputeChanged(
            dispute.number, command.on or house.today, "decided" if decided else "settled", command.text
        ),
    )


def escalate(state: State, command: Escalate, house: House) -> tuple[Fact, ...]:
    """To the arbiter, with a day; or an action or topic that came up a third time."""
    letter, number = ids.read(command.ref) or ("", 0)
    who = command.who or state.arbiter
    if not who:
        raise Refused(
            "To whom? No arbiter is named yet.", fix=f"/escalate {command.ref} NAME >when, or /arbiter NAME"
        )
    if letter == "X":
        return _escalate_dispute(state, number, who, command, house)
    finding.running(state)
    _known_topic(state, command.ref)
    handed = Cleared(command.ref, "escalated", who)
    if command.due is None:
        return (handed,)
    if letter != "A":
        raise Refused(
            "A topic gets its day apart.",
            fix=f"/escalate {command.ref}, and /dispose {command.ref} next agenda >fri",
        )
    return (handed, *set_action(state, SetAction(number, due=command.due), house))


def _escalate_dispute(
    state: State, number: int, who: str, command: Escalate, house: House
) -> tuple[Fact, ...]:
    dispute = finding.dispute(state, number)
    if not dispute.live:
        raise Refused(f"X-{number} is {dispute.status} already.")
    day = command.due.on if command.due else dispute.decide_by
    if day is None:
        raise Refused(f"Until when is X-{number} to be decided?", fix=f"/escalate X-{number} >fri")
    return (DisputeChanged(number, house.today, "escalated", "", who, day),)


def _known_topic(state: State, ref: str) -> None:
    letter, number = ids.read(ref) or ("", 0)
    if letter == "A":
        action = finding.action(state, number)
        if not action.live:
            raise Refused(f"{ref} is {action.status} already.")
    elif not any(topic.ref == ref and not topic.settled for topic in state.parked):
        raise NotFound(
            f"{ref} is neither an open action nor a parked topic.", fix="/gate shows what came up again."
        )


def override(state: State, command: Override, _house: House) -> tuple[Fact, ...]:
    """What came up a third time may go on, with a reason that stands in the minutes."""
    meeting = finding.running(state)
    if command.ref:
        _known_topic(state, command.ref)
        return (Cleared(command.ref, command.why),)
    refs = third_time(state, meeting)
    if not refs:
        raise Refused("Nothing came up a third time.")
    return tuple(Cleared(ref, command.why) for ref in refs)


def third_time(state: State, meeting: Meeting) -> tuple[str, ...]:
    """Actions and topics due for the third time at this meeting's opening: neither done, dropped, decided upon,
    escalated nor overridden. A later date does not help: it was due (U14)."""
    due = {number for number, day in meeting.due_at_opening if day <= meeting.on}
    handled = {d.said.source for d in state.decisions if d.meeting == meeting.number and not d.struck}
    handled |= {a.said.source for a in state.actions if a.meeting == meeting.number and not a.struck}
    actions = tuple(
        f"A-{action.number}"
        for action in state.actions
        if action.live and action.number in due and action.carried >= THIRD and not action.cleared
    )
    topics = tuple(
        topic.ref
        for topic in state.parked
        if topic.ref in meeting.topics_at_opening
        and not topic.settled
        and topic.carried >= THIRD
        and not topic.cleared
    )
    return tuple(ref for ref in actions + topics if ref not in handled)
