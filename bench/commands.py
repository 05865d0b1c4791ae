"""The command line from a shell, a new Python each time: how long until it has answered?"""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import cold, rows
from bench.workspaces import Workspaces

TIMES = 9
COMMANDS = ((["list"], 0.3), (["action", "list"], 0.3), (["action", "list", "--all", "--json"], 0.3))
"""Words, and the seconds they should stay under."""


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    yield f"From a shell, {TIMES} times each"
    yield from rows([("workshop --version", cold(["--version"], TIMES))], target=0.15)
    for words, target in COMMANDS:
        yield f"workshop {' '.join(words)}"
        found = [(name, cold(["-w", str(path), *words], TIMES)) for name, path in workspaces.all()]
        yield from rows(found, target=target)
    yield "workshop add 'n: ...'"
    added = [(name, cold(["-w", str(path), "add", "n: heard"], TIMES)) for name, path in workspaces.copies()]
    yield from rows(added)
