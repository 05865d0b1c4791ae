"""`/help`: what is possible at this moment in a few short paragraphs, and one word explained."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from workshop.errors import NotFound, Refused
from workshop.facilitation.deciding.plan import missing_sides
from workshop.grammar.slashes import SLASHES, Slash
from workshop.model.kinds import Kind
from workshop.model.state import State
from workshop.workspace import Workspace
from workshop.workspace.exercises import current

PARAGRAPHS: Mapping[str, tuple[str, ...]] = {
    "clock": ("start", "next", "back", "goto", "extend", "retime", "skip", "pause", "started", "floor"),
    "people": ("here", "late", "leaves", "apologies", "prepare", "person", "arbiter", "liaison"),
    "records": (
        "undo", "redo", "edit", "strike", "move", "merge", "split", "park", "dispose", "inbox", "amend", "vote", "settle",
        "escalate", "correct",
    ),
    "exercise": ("exercise", "step", "result", "rows", "presets", "confide", "take", "try"),
    "actions": ("done", "assign", "due", "block", "drop", "open"),
    "closing": (
        "tray", "gate", "readback", "unsaid", "credits", "collect", "reveal", "override", "nextdate", "close", "approve",
        "reopen",
    ),
    "looks": ("time", "agenda", "record", "decisions", "actions", "parked", "people", "find", "present"),
    "plan": ("meeting", "plan", "learned", "change", "cancel", "set"),
}  # fmt: skip
"""Commands by what they are about; one that stands in none is told under `also`."""
_MEETING = re.compile(r"\[M-\d\] (?!\[)")
WIDTH = 79
LABEL = 9
NEAR = 5
"""So many near words are named for one that is not known."""


def page(workspace: Workspace) -> Iterator[str]:
    """What can be typed now, each command in its short form."""
    kinds = [
        f"{kind.letter}: {kind.label.lower()}" for kind in workspace.library.kinds if kind.letter.isalpha()
    ]
    yield "Type what is said and press Enter: it is stored. In front may stand what it is,"
    yield f"  {', '.join(kinds)}"
    yield "behind it @who >when #tag from:N-3 for:sales key=value; key=value // detail"
    exercise = current(workspace) is not None
    listed = {"help", "quit", *(name for names in PARAGRAPHS.values() for name in names)}
    also = tuple(slash.name for slash in SLASHES if slash.name not in listed)
    for label, names in (*PARAGRAPHS.items(), ("also", also)):
        found = [
            short(slash)
            for slash in SLASHES
            if slash.name in names and possible(slash, workspace.state, exercise)
        ]
        if found:
            yield from _filled(label, "  ".join(found))
    yield "/help WORD explains a command or a kind, /help all lists them all, /quit leaves."


def everything() -> Iterator[str]:
    """Every command but those of scripts, with what it does."""
    yield from (f"  {slash.usage:<46} {slash.help}" for slash in SLASHES if slash.when != "script")


def explain(word: str, workspace: Workspace) -> Iterator[str]:
    """One command or kind. Raises Refused with the words near to one that is not known."""
    slash = next((slash for slash in SLASHES if slash.name == word), None)
    if slash:
        yield f"{slash.usage}   {slash.help}"
        return
    try:
        kind = workspace.library.kind(word.rstrip(":"))
    except NotFound as none:
        raise Refused(f"There is nothing called '{word}' here.", fix=_near(word, workspace)) from none
    yield from _fields(kind)


def short(slash: Slash) -> str:
    """The beginning of a usage, up to what may be left out or chosen; a meeting that may be named is left out."""
    return (
        _MEETING.sub("", slash.usage)
        .partition("[")[0]
        .partition("|")[0]
        .partition("; ...")[0]
        .strip()
        .replace(" ", "\N{NO-BREAK SPACE}")
    )


def possible(slash: Slash, state: State, exercise: bool = False) -> bool:
    """Whether a command can do something now; `exercise`: whether one is on screen."""
    if slash.when == "exercise":
        return exercise
    if slash.name in _NEEDS:
        return _NEEDS[slash.name](state)
    return slash.when == "any" or (slash.when != "script" and state.running is not None)


def _filled(label: str, text: str) -> list[str]:
    indent = " " * (LABEL + 2)
    filled = textwrap.wrap(
        text, WIDTH, initial_indent=f"  {label:<{LABEL}}", subsequent_indent=indent, break_on_hyphens=False
    )
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in filled]


def _fields(kind: Kind) -> Iterator[str]:
    yield f"{kind.name}: {kind.label}" + (" (said as a group, no name is kept)" if kind.as_group else "")
    for field in kind.fields:
        options = f" one of: {', '.join(field.options)}" if field.options else ""
        yield f"  {field.name}={'' if not field.required else '   (asked for at closing)'}{options}"


def _near(word: str, workspace: Workspace) -> str:
    """Commands and kinds that look like the word, as they are typed."""
    typed = {slash.name: f"/{slash.name}" for slash in SLASHES if slash.when != "script"}
    typed |= {kind.name: f"{kind.name}:" for kind in workspace.library.kinds if kind.name not in typed}
    folded = word.casefold()
    near = [name for name in typed if len(folded) > 1 and name.startswith(folded)]
    near += [name for name in get_close_matches(folded, typed, NEAR) if name not in near]
    listed = ", ".join(typed[name] for name in near[:NEAR])
    return f"Near are: {listed}." if near else "/help all lists every command."


def _planned(state: State) -> bool:
    return any(meeting.status == "planned" for meeting in state.meetings)


def _at_hand(state: State) -> bool:
    return state.running is not None or _planned(state)


def _live_actions(state: State) -> bool:
    return any(action.live for action in state.actions)


def _live_disputes(state: State) -> bool:
    return any(dispute.live for dispute in state.disputes)


def _decisions(state: State) -> bool:
    running = state.running
    return running is not None and any(decision.meeting == running.number for decision in state.decisions)


def _recorded(state: State) -> bool:
    struck = [entry.struck for entry in (state.running.entries if state.running else ())]
    struck += [decision.struck for decision in state.decisions]
    struck += [dispute.struck for dispute in state.disputes]
    return _live_actions(state) or not all(struck)


def _entries(state: State) -> bool:
    return state.running is not None and not all(entry.struck for entry in state.running.entries)


def _one_team(state: State) -> bool:
    running = state.running
    return (
        running is not None
        and bool(running.here)
        and not running.preparation
        and bool(missing_sides(running))
    )


_NEEDS: Mapping[str, Callable[[State], bool]] = {
    "start": lambda state: state.running is None and _planned(state),
    "retime": _at_hand, "here": _at_hand, "late": _at_hand, "leaves": _at_hand, "apologies": _at_hand,
    "change": _at_hand, "cancel": _planned, "plan": _planned, "learned": _planned, "prepare": _one_team,
    "amend": _decisions, "settle": _live_disputes,
    "vote": lambda state: _decisions(state) or (state.running is not None and _live_disputes(state)),
    "escalate": lambda state: _live_disputes(state) or _live_actions(state),
    "done": _live_actions, "assign": _live_actions, "due": _live_actions, "block": _live_actions,
    "drop": _live_actions,
    "open": lambda state: any(not action.live and not action.struck for action in state.actions),
    "edit": _recorded, "strike": _recorded,
    "move": _entries, "merge": _entries, "split": _entries,
    "inbox": lambda state: bool(state.captures),
    "dispose": lambda state: any(not topic.settled for topic in state.parked),
    "undo": lambda state: state.running is not None,
    "redo": lambda state: state.running is not None and bool(state.redoable),
    "correct": lambda state: any(meeting.closed is not None for meeting in state.meetings),
    "approve": lambda state: any(meeting.status == "closed" for meeting in state.meetings),
    "reopen": lambda state: state.running is None and any(m.status == "closed" for m in state.meetings),
}  # fmt: skip
"""What a command needs besides what its `when` says."""
