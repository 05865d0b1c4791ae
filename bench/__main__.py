"""Runs the benchmarks that are named, or all of the quick ones: `python -m bench storing opening`."""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench.workspaces import Workspaces

QUESTIONS = ("storing", "opening", "commands", "rebuilding", "minutes", "screens", "papers")
"""Modules of this folder; each has `measure`."""
ONLY_NAMED = ("papers",)
"""Takes a quarter of an hour and looks for other programs."""


def main(names: list[str]) -> int:
    """The exit code: 0, or 2 for a name that is none of them."""
    unknown = [name for name in names if name not in QUESTIONS]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. One of: {', '.join(QUESTIONS)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="workshop-bench-") as folder:
        workspaces = Workspaces(Path(folder))
        for name in names or [name for name in QUESTIONS if name not in ONLY_NAMED]:
            for line in import_module(f"bench.{name}").measure(workspaces):
                print(line, flush=True)
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
