"""What the status line shows of an answer of several lines; the whole of it is kept beside."""

from __future__ import annotations

from collections.abc import Sequence

NOTICE = "! "
"""Before what was put right in the files."""


def shortly(said: Sequence[str]) -> tuple[str, bool]:
    """The sentence, and whether it may be said calmly.

    What was put right in the files goes before everything else: nobody would look for it.
    """
    notices = [line.removeprefix(NOTICE) for line in said if line.startswith(NOTICE)]
    return (" ".join(notices), False) if notices else (_answer(said), True)


def _answer(said: Sequence[str]) -> str:
    """The first line; where that is only a heading, the last.

    Where every line says the same of somebody else, how many more there are.
    """
    endings = {line.partition(": ")[2] for line in said}
    if len(said) > 1 and len(endings) == 1 and "" not in endings:
        return f"{said[0]}, and {len(said) - 1} more"
    chosen = said[-1 if said[0].endswith(":") else 0] if said else ""
    return chosen.strip().removeprefix("== ").removeprefix("-- ")
