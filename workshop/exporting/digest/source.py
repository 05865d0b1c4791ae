"""What the minutes are made from: the record at a moment, and the names, settings and kinds to read it by."""

from __future__ import annotations

from typing import Literal

from workshop.library import Library
from workshop.model.entries import Said
from workshop.model.meeting import Meeting
from workshop.model.state import State
from workshop.model.teams import Person
from workshop.model.values import dataclass
from workshop.settings import Settings

Copy = Literal["internal", "sales", "marketing", "guests"]
"""Whose copy: of both teams together, of one, or of whoever belongs to neither."""


@dataclass(frozen=True, slots=True)
class Source:
    """Handed to `digest`; holds no clock and no path."""

    state: State
    """As it stood at the close of the meeting, or now for one that runs."""
    meeting: Meeting
    people: tuple[Person, ...]
    settings: Settings
    library: Library
    audience: Copy = "internal"
    heard: tuple[Said, ...] = ()
    """Objections told in meetings that the state no longer holds, for the paper that counts them all."""
