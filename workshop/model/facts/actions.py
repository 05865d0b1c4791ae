"""Facts about actions: made, assigned, dated, done, blocked, dropped."""

from __future__ import annotations

from datetime import date
from typing import Literal

from workshop.model.entries import Said
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ActionAdded:
    number: int
    segment: int
    on: date
    said: Said
    owner: str = ""
    helpers: tuple[str, ...] = ()
    due: date | None = None
    at_next: bool = False
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class ActionSet:
    """Owner, date and wording of an action as they are from now on."""

    number: int
    on: date
    what: str
    """The word for the history."""
    text: str
    owner: str
    helpers: tuple[str, ...]
    due: date | None
    at_next: bool
    done_when: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ActionStatusSet:
    number: int
    on: date
    """The day it happened, which may lie before the day it was said."""
    status: Literal["open", "blocked", "done", "dropped"]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Cleared:
    """An action or topic that was due a third time may go on: escalated, or overridden with a reason."""

    ref: str
    why: str
    who: str = ""
    """Person it was escalated to."""
