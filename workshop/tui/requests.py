"""What widgets and screens ask for: each request is a message that bubbles up to the program, which answers it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from workshop.model.commands import Command


@dataclass
class Typed(Message):
    """A line as the line mode takes it: `/next`, `a: call the lab @hugo`."""

    line: str


@dataclass
class Wanted(Message):
    """A command that needs no typing."""

    command: Command


@dataclass
class Go(Message):
    """Another screen, by its name."""

    screen: str


@dataclass
class Say(Message):
    """A sentence for the status line that comes from no command."""

    sentence: str
    calm: bool = True
    """False for a refusal: it says what is off and what to do."""
