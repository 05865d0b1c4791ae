"""What a command did."""

from __future__ import annotations

from workshop.model.commands import Command, Row
from workshop.model.facts import Fact
from workshop.model.state import State
from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """The facts of a command, and the state around them."""

    command: Command
    facts: tuple[Fact, ...]
    before: State
    after: State
    undone: tuple[Fact, ...] = ()
    """For undo and redo: the facts that no longer count, or count again."""
    held: tuple[Row, ...] = ()
    """Everything now held in confidence of the return on time, after rows were given or taken back."""
    thrown: tuple[str, ...] = ()
    """Inputs whose box the close threw away, because too few answers lay in it to show any."""
    boxed: str = ""
    """The input of the exercise on screen whose box was filled, or taken back from."""
