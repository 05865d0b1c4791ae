"""Records as rows of a list: those of one segment, in groups, the newest of each last."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from workshop.line.wording import Wording
from workshop.measures.verdicts import decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute, Entry
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.tui.widgets.rows import Row

Record = Entry | Action | Decision | Dispute


def record(state: State, ref: str) -> Record | None:
    """The record of an id, if it is at hand."""
    letter, number = ids.read(ref) or ("", 0)
    match letter:
        case "N":
            return state.entry(number)
        case "A":
            return state.action(number)
        case "D":
            return state.decision(number)
        case "X":
            return state.dispute(number)
    return None


def in_full(found: Record, say: Wording) -> str:
    """Everything about a record in one line."""
    match found:
        case Entry():
            return say.entry(found)
        case Action():
            return say.action(found)
        case Decision():
            return say.decision(found)
        case Dispute():
            return say.dispute(found)


def segment_rows(
    state: State, meeting: Meeting, segment: int, say: Wording, waiting: frozenset[str]
) -> tuple[Row, ...]:
    """What was said, disputed, decided and promised in a segment; `waiting`: ids that lack something."""
    here = meeting.number, segment
    entries = [each for each in meeting.entries if each.segment == segment and not each.struck]
    disputes = [each for each in state.disputes if (each.meeting, each.segment) == here and not each.struck]
    decisions = [each for each in state.decisions if (each.meeting, each.segment) == here and not each.struck]
    actions = [each for each in state.actions if (each.meeting, each.segment) == here and not each.struck]
    rows = [*(entry_row(each, say, waiting) for each in entries)]
    rows += _group("Disputes", [_dispute(each, say, waiting) for each in disputes])
    rows += _group("Decisions", [decision_row(each, say) for each in decisions])
    rows += _group("Actions", [action_row(each, say, waiting) for each in actions])
    return tuple(rows)


def _group(title: str, rows: list[Row]) -> Iterator[Row]:
    if rows:
        yield Row("", Content.styled(title, "$quiet"))
        yield from rows


def _row(ref: str, parts: list[tuple[str, str]], waiting: bool) -> Row:
    lacks = [("? ", "$amber bold")] if waiting else []
    return Row(ref, Content.assemble((f"{ref:<5} ", "$quiet"), *lacks, *parts))


def entry_row(entry: Entry, say: Wording, waiting: frozenset[str]) -> Row:
    """`N-26  Jonas Beck: Ten weeks is too long  objection`: the words first, for they are what is looked for."""
    kind = say.kind(entry.said.kind)
    ref = ids.show("N", entry.number)
    mine = entry.said.kind == "private" or entry.said.audience == "me"
    label = kind.label.lower() if kind else entry.said.kind
    parts = [(f"{label}  ", "$quiet")] if mine else []
    if entry.said.speakers:
        parts.append((f"{say.speakers(entry.said)}: ", "$quiet"))
    parts.append((entry.said.text, "$quiet" if mine else "$ink"))
    parts += [(f"  #{tag}", "$quiet") for tag in entry.said.tags]
    parts += [] if mine else [(f"  {label}", "$quiet")]
    return _row(ref, parts, ref in waiting)


def action_row(action: Action, say: Wording, waiting: frozenset[str] = frozenset()) -> Row:
    """`A-3   Lena Hartmann: Draft the case  Mon 16 March 2026`"""
    ref = ids.show("A", action.number)
    owner = (f"{say.name(action.owner)}: ", "$quiet") if action.owner else ("nobody yet: ", "$amber")
    due = "next meeting" if action.at_next else say.day(action.due)
    status = "" if action.status == "open" else f"{action.status}  "
    return _row(ref, [owner, (action.said.text, "$ink"), (f"  {status}{due}", "$quiet")], ref in waiting)


def decision_row(decision: Decision, say: Wording) -> Row:
    """`D-1   passed  One price list from April`"""
    verdict = decision_verdict(decision)
    word = f"by {say.name(verdict.by)}" if verdict.by else verdict.word
    return _row(
        ids.show("D", decision.number), [(f"{word}  ", "$quiet"), (decision.said.text, "$ink")], False
    )


def _dispute(dispute: Dispute, say: Wording, waiting: frozenset[str]) -> Row:
    ref = ids.show("X", dispute.number)
    by = f"  by {say.day(dispute.decide_by)}" if dispute.decide_by and dispute.live else ""
    parts = [(f"{dispute.status}  ", "$quiet"), (dispute.said.text, "$ink"), (by, "$quiet")]
    return _row(ref, parts, ref in waiting)
