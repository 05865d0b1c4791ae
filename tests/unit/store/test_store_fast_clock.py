"""The clock of a rehearsal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workshop.facilitation.clock import advance
from workshop.model.moments import Reading
from workshop.store import FastClock

EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
NINE = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


class Machine:
    """A machine of which the two clocks are moved one by one."""

    def __init__(self) -> None:
        self.wall, self.mono = 0, 5_000

    def read(self) -> Reading:
        return Reading(EVENING + timedelta(milliseconds=self.wall), self.mono, "machine")


def test_both_readings_run_so_many_times_as_fast_from_now() -> None:
    machine = Machine()
    clock = FastClock(60, machine=machine.read)
    assert clock.read().at == EVENING
    machine.wall, machine.mono = 2_000, 7_000
    assert clock.read().at == EVENING + timedelta(minutes=2)
    assert clock.read().mono == 5_000 + 120_000


def test_it_may_begin_at_another_moment() -> None:
    machine = Machine()
    clock = FastClock(10, NINE, machine.read)
    machine.mono += 6_000
    assert clock.read().at == NINE + timedelta(minutes=1)


def test_each_has_a_boot_of_its_own() -> None:
    machine = Machine()
    boots = {FastClock(10, machine=machine.read).read().boot for _ in range(3)}
    assert len(boots | {"machine"}) == 4


@given(st.lists(st.tuples(st.integers(0, 10_000_000), st.integers(-5_000, 5_000)), max_size=20))
def test_a_machine_whose_clocks_drift_apart_disagrees_with_nobody_here(steps: list[tuple[int, int]]) -> None:
    machine = Machine()
    clock = FastClock(60, machine=machine.read)
    moment, last = 0, clock.read()
    for passed, drift in steps:
        machine.mono += passed
        machine.wall += passed + drift
        now = clock.read()
        later, sentence = advance(moment, last, now)
        assert (later - moment, sentence) == (passed * 60, "")
        moment, last = later, now
