"""The tree of errors: each owns its sentence and its exit code."""

from __future__ import annotations


class WorkshopError(Exception):
    """Something the person at the keyboard can read and act on. Exit code 1."""

    exit_code = 1

    def __init__(self, sentence: str, *, fix: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fix = fix
        """The exact line to type or the step to take, where there is one."""

    def __str__(self) -> str:
        return f"{self.sentence} {self.fix}".strip() if self.fix else self.sentence


class Refused(WorkshopError):
    """A command that a rule of the meeting does not allow as it stands; nothing was stored."""


class NotUnderstood(WorkshopError):
    """A typed line that the grammar cannot read; the text stays with whoever typed it."""

    exit_code = 2


class NotFound(WorkshopError):
    """A name or an id that is not in the workspace."""

    exit_code = 3


class Ambiguous(WorkshopError):
    """A name that fits several; the sentence lists them."""

    exit_code = 4


class Locked(WorkshopError):
    """Another program holds what this one needs."""

    exit_code = 5


class NewerFile(WorkshopError):
    """A file was written by a newer version of the program; it was left untouched."""

    exit_code = 5


class Damaged(WorkshopError):
    """A file of the workspace does not read as it was written."""


class NotStored(WorkshopError):
    """The disk did not take a line; the journal is as it was before."""


class ShelfError(WorkshopError):
    """A content file that cannot be used: 'file: key: what is off'."""


class MissingLibrary(WorkshopError):
    """A system package is not installed; the sentence names it and how to get it."""
