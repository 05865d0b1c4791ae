"""A line that became an entry though its word belongs to an exercise of this meeting that is not on screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.model.meeting import Meeting
from workshop.workspace import Workspace

_WORD = re.compile(r"([a-z][a-z0-9_-]*):")


def astray(workspace: Workspace, line: str) -> Iterator[str]:
    """The sentence that says where such a line belongs; nothing for any other line that became an entry."""
    meeting, word = workspace.state.running, _WORD.match(line)
    if meeting is None or word is None or word[1] in _kinds(workspace):
        return
    for slug in _played(workspace, meeting):
        exercise = workspace.exercise(slug)
        if exercise and any(
            word[1] in (given.prefix, given.slug) for given in exercise.inputs if given.typed
        ):
            yield f"{word[0]} is asked in '{exercise.title}', which is not on screen; /exercise {slug} brings it up."
            return


def _kinds(workspace: Workspace) -> set[str]:
    return {name for kind in workspace.library.kinds for name in (kind.name, kind.letter)}


def _played(workspace: Workspace, meeting: Meeting) -> tuple[str, ...]:
    """Exercises that this meeting began, and those of its agenda."""
    begun = [run.exercise for run in workspace.state.runs if run.meeting == meeting.number]
    planned = [item.segment.exercise for item in meeting.items if item.segment.exercise]
    return tuple(dict.fromkeys((*begun, *planned)))
