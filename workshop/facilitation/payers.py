"""Who pays when time is short: the one rule behind every re-timing, on bare minutes.

1. Minutes come from the last optional segment down to its floor, then from the other optional ones, from the end;
2. then from the core segments, the last one first, each down to its floor;
3. then optional segments drop whole, from the end;
4. what is still missing is named (`short`).

The rule always starts from all the minutes a segment may have. So minutes that were taken earlier, or that a drop
frees beyond the need, come back in the reverse order as soon as there is room.
"""

from __future__ import annotations

from collections.abc import Sequence

from workshop.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Payer:
    """A segment that may give minutes."""

    number: int
    core: bool
    most: int
    """Minutes it gets where there is room."""
    least: int
    """Minutes it keeps unless it drops."""

    @property
    def gives(self) -> int:
        """Minutes it can give without dropping."""
        return self.most - self.least


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the rule came to."""

    minutes: tuple[tuple[int, int], ...]
    """Number and minutes of each segment that stays."""
    dropped: tuple[int, ...]
    short: int


def settle(payers: Sequence[Payer], room: int) -> Settlement:
    """The rule: the payers, in the order of the agenda, in `room` minutes, which may be below zero."""
    kept = list(payers)
    dropped: list[int] = []
    while True:
        need = max(sum(payer.most for payer in kept) - room, 0)
        missing = max(need - sum(payer.gives for payer in kept), 0)
        optional = [payer for payer in kept if not payer.core]
        if not missing or not optional:
            out = tuple(payer.number for payer in payers if payer.number in dropped)
            return Settlement(_pay(kept, need), out, missing)
        kept.remove(optional[-1])
        dropped.append(optional[-1].number)


def _pay(kept: Sequence[Payer], need: int) -> tuple[tuple[int, int], ...]:
    """Minutes of each after `need` minutes were taken: optional before core, the last one first."""
    minutes = []
    from_the_end = kept[::-1]
    for payer in sorted(from_the_end, key=lambda payer: payer.core):
        pays = min(need, payer.gives)
        minutes.append((payer.number, payer.most - pays))
        need -= pays
    return tuple(minutes)
