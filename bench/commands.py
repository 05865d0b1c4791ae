"""The command line from a shell, a new Python each time: how long until it has answered?"""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import cold, rows, timed
from bench.workspaces import Workspaces

TIMES = 9
COMMANDS = ((["list"], 0.3), (["action", "list"], 0.3), (["action", "list", "--all", "--json"], 0.3))
"""Words, and the seconds they should stay under."""


def measure(workspaces: Workspaces) -> Iterator[str]:
    """The figures, line by line."""
    yield f"From a shell, {TIMES} times each"
    yield from rows(timed({"workshop --version": cold("--version")}, TIMES), target=0.15)
    for words, target in COMMANDS:
        yield f"workshop {' '.join(words)}"
        works = {name: cold("-w", str(path), *words) for name, path in workspaces.all()}
        yield from rows(timed(works, TIMES), target=target)
    yield "workshop add 'n: ...'"
    adding = {name: cold("-w", str(path), "add", "n: heard") for name, path in workspaces.copies()}
    yield from rows(timed(adding, TIMES))
