"""Times as people read them: median and slowest hundredth, and the ratio to what they are compared with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that something took, again and again."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return median(self.seconds)

    @property
    def p99(self) -> float:
        """Of a hundred, one takes longer; of less than a hundred, the longest."""
        return sorted(self.seconds)[ceil(len(self.seconds) * 0.99) - 1]


def timed(works: Mapping[str, Callable[[], object]], times: int) -> list[tuple[str, Times]]:
    """How long each work takes, once warm. They take turns: the machine's moods fall on all of them alike."""
    for work in works.values():
        work()
    rounds = [[_once(work) for work in works.values()] for _ in range(times)]
    return [(name, Times(taken)) for name, taken in zip(works, zip(*rounds, strict=True), strict=True)]


def _once(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def cold(*words: str) -> Callable[[], object]:
    """The program called with these words as from a shell: a new Python each time."""
    command = [sys.executable, "-m", "workshop", *words]
    return partial(subprocess.run, command, check=True, capture_output=True)


def rows(found: Sequence[tuple[str, Times]], target: float | None = None) -> Iterator[str]:
    """A line for each, with the ratio of its median to that of the first; `target` in seconds."""
    first = found[0][1].median
    for name, times in found:
        ratio = times.median / first
        held = "" if target is None else f"  {'under' if times.median < target else 'OVER'} {shown(target)}"
        yield f"  {name:<34} median {shown(times.median):>9}  p99 {shown(times.p99):>9}  x{ratio:.2f}{held}"


def shown(seconds: float) -> str:
    """Seconds or milliseconds with three digits."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"
