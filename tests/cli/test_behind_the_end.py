"""Lines that a pipe holds behind the end of a meeting, and captures beside one that overruns."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.line.session import Session
from workshop.store import ManualClock, read_clock
from workshop.workspace import Workspace


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ("n: lost\n", "? 1 line was not read behind /close early x."),
        (
            "\n# a comment\nn: lost\n\n# one more\nn: lost too",
            "? 2 lines were not read behind /close early x.",
        ),
    ],
)
def test_lines_behind_a_close_are_counted_and_the_pipe_ends_with_1(
    behind: str, told: str, cli: Cli, planned: Path
) -> None:
    result = cli("run", "--plain", at=planned, typed=f"/here all\n/close early x\n{behind}")
    assert result.code == 1
    assert told in result.err
    assert Workspace(planned).state.counters.entry == 0


def test_lines_behind_a_quit_are_counted_too(cli: Cli, planned: Path) -> None:
    result = cli("run", "--plain", at=planned, typed="/here all\n/quit\nn: lost\n")
    assert result.code == 1
    assert "? 1 line was not read behind /quit." in result.err


def test_blank_lines_and_comments_behind_a_close_are_nothing(cli: Cli, planned: Path) -> None:
    result = cli("run", "--plain", at=planned, typed="/close early x\n\n# done\n   \n")
    assert result.code == 0
    assert "not read" not in result.err


def test_a_capture_beside_a_meeting_that_overruns_says_nothing_of_the_time(planned: Path) -> None:
    clock = ManualClock(read_clock().at)
    list(Session(Workspace(planned, clock.read), issue=False).feed("/start"))
    clock.move_to(clock.read().at + timedelta(hours=2))
    inside = Session(Workspace(planned, clock.read)).feed("/time")
    assert any(row.startswith("[100 %]") for row in inside)
    for line in (
        "n: heard on the road",
        "a: call @ana >fri",
        "/person Ivo Kern; guest",
        "/meeting sync-30 fri 09:00",
    ):
        told = list(Session(Workspace(planned, clock.read), outside=True).feed(line))
        assert told
        assert not any("%]" in row for row in told)
