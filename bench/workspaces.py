"""The workspaces that the benchmarks share, made once for a run in a folder that goes with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bench.history import ONE_YEAR, TEN_YEARS, empty, past
from workshop.workspace import Workspace


@dataclass(frozen=True)
class Workspaces:
    """An empty one, one of one year, one of ten."""

    folder: Path

    @cached_property
    def _paths(self) -> dict[str, Path]:
        paths = {
            "empty": empty(self.folder / "empty"),
            "one year": past(self.folder / "one", ONE_YEAR),
            "ten years": past(self.folder / "ten", TEN_YEARS),
        }
        for path in paths.values():
            Workspace(path).settle()
        return paths

    def all(self) -> Iterator[tuple[str, Path]]:
        """Each with its name; to be looked at."""
        yield from self._paths.items()

    def copies(self) -> Iterator[tuple[str, Path]]:
        """A copy of each, to be written into."""
        for name, path in self._paths.items():
            copy = self.folder / "copies" / path.name
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(path, copy)
            yield name, copy
