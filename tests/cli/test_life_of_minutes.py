"""The life of minutes on the command line: closed early or in full, approved, opened again, followed by the next."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from cli.calling import Cli

from workshop.line.script_workspace import script_session
from workshop.workspace import Workspace


def status(cli: Cli, firm: Path) -> list[tuple[str, str]]:
    return [(row["id"], row["status"]) for row in cli("list", "--json", at=firm).json()]


def test_a_close_with_points_open_names_each_with_the_line_that_settles_it(cli: Cli, planned: Path) -> None:
    cli("run", "--plain", at=planned, typed="a: call the lab\n")
    told = cli("close", at=planned)
    assert told.code == 1
    assert "A-1 has no owner." in told.err
    assert "/assign A-1 @name" in told.err
    assert "Or: /close early and why" in told.err
    assert status(cli, planned) == [("M-1", "running")]


def test_an_early_close_is_recorded_with_its_reason_and_what_was_open(cli: Cli, planned: Path) -> None:
    cli("run", "--plain", at=planned, typed="a: call the lab\n")
    told = cli("close", "M-1", "--early", "fire alarm", at=planned)
    assert told.code == 0
    assert (planned / "minutes").is_dir()
    closing = Workspace(planned).state.meetings[0].closing
    assert closing.early == "fire alarm"
    assert "A-1 has no owner." in closing.left_open
    assert status(cli, planned) == [("M-1", "closed")]


def test_the_wrong_meeting_is_not_closed(cli: Cli, planned: Path) -> None:
    cli("run", "--plain", at=planned, typed="n: one\n")
    told = cli("close", "M-2", "--early", "a slip", at=planned)
    assert told.code == 1
    assert "M-2 is not running." in told.err
    assert status(cli, planned) == [("M-1", "running")]


def test_minutes_are_approved_by_somebody_somewhere_and_then_final(cli: Cli, firm: Path) -> None:
    told = cli("approve", "M-1", "--by", "ana ruiz", "--in", "by mail", at=firm)
    assert told.code == 0
    assert "approved by Ana Ruiz, by mail" in told.out
    assert any(path.name.endswith("approved.pdf") for path in (firm / "minutes").iterdir())
    assert status(cli, firm) == [("M-1", "approved")]
    assert "approved already" in cli("approve", "M-1", "--by", "Bo Lind", "--in", "by mail", at=firm).err
    again = cli("reopen", "M-1", "--by", "Ana Ruiz", "--why", "a slip", at=firm)
    assert again.code == 1
    assert "they stay as they are" in again.err


def test_a_closed_meeting_opens_again_with_who_and_why(cli: Cli, firm: Path) -> None:
    assert cli("reopen", "M-1", "--why", "one decision is missing", at=firm).code == 2
    told = cli("reopen", "M-1", "--by", "Ana Ruiz", "--why", "one decision is missing", at=firm)
    assert told.code == 0
    assert status(cli, firm) == [("M-1", "running")]
    (reopening,) = Workspace(firm).state.meetings[0].reopenings
    assert (reopening.who, reopening.why) == ("P-1", "one decision is missing")
    more = cli(
        "run", "--plain", at=firm, typed="d: The fair gets half the stand mode=consent\n/vote D-2 none\n"
    )
    assert more.code == 0
    assert cli("close", "--early", "added", at=firm).code == 0
    assert status(cli, firm) == [("M-1", "closed")]
    assert cli("verify", at=firm).code == 0


def test_the_next_meeting_is_planned_as_it_was_agreed(cli: Cli, firm: Path) -> None:
    (held,) = cli("list", "--json", at=firm).json()
    told = cli("new", "--place", "Room Fjord; first floor", "--title", "April", at=firm)
    assert told.code == 0
    assert "M-2 April" in told.out
    row = cli("list", "--json", at=firm).json()[0]
    assert row["date"] == (date.fromisoformat(held["date"]) + timedelta(days=14)).isoformat()
    assert (row["template"], row["start"]) == ("monthly-90", "10:00")
    assert (row["place"], row["status"]) == ("Room Fjord; first floor", "planned")


def test_an_agreed_day_that_has_passed_is_said_to_be_that(cli: Cli, tmp_path: Path) -> None:
    session = script_session(tmp_path / "old", issue=False)
    held = (
        "/person Ana Ruiz; sales",
        "/meeting sync-30 2026-03-03 09:00",
        "/start",
        "/nextdate 2026-03-17 monthly-90",
    )
    for line in ("/at 2026-03-03 09:00", *held, "/close early over"):
        list(session.feed(line))
    told = cli("new", at=tmp_path / "old")
    assert told.code == 2
    assert (
        "2026-03-17, the day agreed at the last close, has passed. workshop new monthly-90 --on today"
        in told.err
    )


def test_what_is_typed_goes_before_what_was_agreed(cli: Cli, firm: Path) -> None:
    assert cli("new", "sync-30", "--on", "tomorrow", "--at", "8:15", "--mode", "remote", at=firm).code == 0
    row = cli("list", "--json", at=firm).json()[0]
    assert (row["template"], row["start"], row["mode"]) == ("sync-30", "08:15", "remote")


def test_a_first_meeting_needs_a_template(cli: Cli, tmp_path: Path) -> None:
    cli("init", str(tmp_path / "new"), "--zone", "UTC")
    told = cli("new", at=tmp_path / "new")
    assert told.code == 2
    assert "Which template? workshop new kickoff-120" in told.err
