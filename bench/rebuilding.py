"""The register computed from nothing, and the whole record verified: the price of a deleted file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bench.figures import rows, timed
from bench.workspaces import Workspaces
from workshop.workspace import Workspace
from workshop.workspace.checking import problems

TIMES = 2


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    past = [(name, path) for name, path in workspaces.copies() if name != "empty"]
    yield "Opening a workspace whose register was deleted"
    yield from rows(timed({_named(name, path): _rebuilding(path) for name, path in past}, TIMES))
    yield "workshop verify: chain, facts, register"
    yield from rows(timed({_named(name, path): _verifying(path) for name, path in past}, TIMES))


def _named(name: str, path: Path) -> str:
    return f"{name}, {Workspace(path).lines:,} lines"


def _rebuilding(path: Path) -> Callable[[], object]:
    def rebuild() -> None:
        (path / "register.json").unlink()
        Workspace(path)

    return rebuild


def _verifying(path: Path) -> Callable[[], object]:
    return lambda: list(problems(Workspace(path)))
