"""Where time comes from."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workshop.errors import Refused
from workshop.model.moments import Reading
from workshop.store import ManualClock, clockwork, read_clock

NINE = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def test_the_machine_is_read_with_zone_and_boot() -> None:
    first, second = read_clock(), read_clock()
    assert first.at.tzinfo is UTC
    assert second.mono >= first.mono
    assert first.boot == second.boot != ""


def test_where_a_clock_counts_sleep_that_clock_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clockwork, "_RUNNING", 7)
    monkeypatch.setattr(time, "clock_gettime_ns", {7: 12_345_678_901}.__getitem__)
    assert read_clock().mono == 12_345


def test_where_there_is_none_monotonic_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clockwork, "_RUNNING", None)
    monkeypatch.setattr(time, "monotonic_ns", lambda: 9_000_000)
    assert read_clock().mono == 9


def test_where_the_kernel_names_no_boot_the_run_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(clockwork, "_BOOT_ID", tmp_path / "nothing")
    clockwork._boot.cache_clear()
    try:
        assert len(read_clock().boot) == 36
        assert read_clock().boot == read_clock().boot
    finally:
        clockwork._boot.cache_clear()


def test_a_manual_clock_moves_when_it_is_told() -> None:
    clock = ManualClock(NINE)
    first = clock.read()
    assert clock.read() == first
    clock.move_to(NINE + timedelta(minutes=5))
    second = clock.read()
    assert (second.at, second.mono - first.mono, second.boot) == (
        NINE + timedelta(minutes=5),
        300_000,
        "script",
    )


def test_two_manual_clocks_agree() -> None:
    berlin = timezone(timedelta(hours=1))
    assert ManualClock(NINE).read() == ManualClock(NINE.astimezone(berlin)).read()
    assert isinstance(ManualClock(NINE).read(), Reading)


def test_a_manual_clock_does_not_go_back() -> None:
    clock = ManualClock(NINE)
    clock.move_to(NINE)
    with pytest.raises(Refused, match=r"only goes forward: it shows 2026-03-03 09:00:00 UTC"):
        clock.move_to(NINE - timedelta(seconds=1))
    assert clock.read().at == NINE
