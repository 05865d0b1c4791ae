"""What the closing reads out: each decision and action for the read-back, and the five lines of highlights."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.followup.changed import changed
from workshop.line.wording import Wording
from workshop.measures.roti import figures
from workshop.measures.rounding import RATING, show
from workshop.measures.verdicts import decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.tui.dialogs.close_read_back import Read

SHORT = 44
"""Characters of each record in the highlights."""


def to_read(state: State, meeting: Meeting, say: Wording) -> tuple[Read, ...]:
    """Decisions, then live actions of the meeting, as they are read aloud."""
    decided, promised = _made(state, meeting)
    return (*(_decision(each, say) for each in decided), *(_action(each, say) for each in promised))


def _made(state: State, meeting: Meeting) -> tuple[list[Decision], list[Action]]:
    decided = [each for each in state.decisions if each.meeting == meeting.number and not each.struck]
    promised = [each for each in state.actions if each.meeting == meeting.number and each.live]
    return decided, promised


def _decision(decision: Decision, say: Wording) -> Read:
    verdict = decision_verdict(decision)
    how = say.verdict(verdict).replace(verdict.word.upper(), verdict.word, 1)
    review = f" · looked at again {say.day(decision.review)}" if decision.review else ""
    ref = ids.show("D", decision.number)
    return Read(ref, decision.said.text, "Decision", "Is this what we decided?", f"{how}{review}")


def _action(action: Action, say: Wording) -> Read:
    owner = say.name(action.owner) if action.owner else "Nobody yet"
    helpers = f" with {', '.join(say.name(who) for who in action.helpers)}" if action.helpers else ""
    due = "next meeting" if action.at_next else say.day(action.due)
    done_when = f" · done when {action.done_when}" if action.done_when else ""
    asks = f"{owner}: is this what you said?" if action.owner else "Who takes it?"
    ref = ids.show("A", action.number)
    return Read(ref, action.said.text, f"{owner}{helpers}", asks, f"due {due}{done_when}")


def highlights(state: State, meeting: Meeting, say: Wording, held: int = 0) -> tuple[tuple[str, str], ...]:
    """Decisions, actions, what changed, return on time, next date: a word and a line each.

    `held`: answers to the return on time that are in confidence as yet; the close shows their totals.
    """
    return tuple(_highlights(state, meeting, say, held))


def _highlights(state: State, meeting: Meeting, say: Wording, held: int) -> Iterator[tuple[str, str]]:
    decided, promised = _made(state, meeting)
    done = changed(state, meeting)
    yield "Decisions", _list([each.said.text for each in decided])
    yield "Actions", _list([f"{say.name(each.owner) or 'nobody yet'}: {each.said.text}" for each in promised])
    yield "Changed", _list([each.action.said.text for each in done])
    found = figures(meeting.roti)
    waits = f"{held} answers, in confidence until the close" if held else "not asked"
    yield "Return", f"mean {show(found.mean, RATING)} (n={found.n})" if found.n else waits
    told = meeting.closing.next_date
    if told is None or told.on is None:
        yield "Next", f"no date: {told.why_none}" if told else "not set"
    else:
        yield (
            "Next",
            f"{say.day(told.on)}{f' {told.start:%H:%M}' if told.start else ''} {told.template}".rstrip(),
        )


def _list(texts: list[str]) -> str:
    short = (text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…" for text in texts)
    return f"{len(texts)} · {' · '.join(short)}" if texts else "none"
