"""Quick capture, people and a new workspace: what is typed on the command line or comes through a pipe."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.workspace import Workspace


def captured(firm: Path) -> list[str]:
    return [capture.said.text for capture in Workspace(firm).state.captures]


def test_a_new_workspace_says_what_comes_next(cli: Cli, tmp_path: Path) -> None:
    told = cli("init", str(tmp_path / "norvik"), "--zone", "Europe/Berlin", "--currency", "NOK")
    assert told.code == 0
    assert f"workshop -w {tmp_path / 'norvik'} person add" in told.out
    settings = tomllib.loads((tmp_path / "norvik" / "workshop.toml").read_text(encoding="utf-8"))
    assert settings == {"name": "norvik", "zone": "Europe/Berlin", "currency": "NOK"}
    again = cli("init", str(tmp_path / "norvik"))
    assert again.code == 1
    assert "There is a workspace" in again.err


def test_a_zone_that_is_none_leaves_nothing_behind(cli: Cli, tmp_path: Path) -> None:
    told = cli("init", str(tmp_path / "norvik"), "--zone", "Europe/Berlim")
    assert told.code == 1
    assert "Europe/Berlin" in told.err
    assert not (tmp_path / "norvik" / "workshop.toml").exists()
    assert cli("init", str(tmp_path / "norvik"), "--zone", "Europe/Berlin").code == 0


def test_each_word_and_each_line_of_stdin_is_captured_in_order(cli: Cli, firm: Path) -> None:
    told = cli("add", "n: one", "-", "n: four @bo", at=firm, typed="n: two\n\n# a comment\nn: three\n")
    assert told.code == 0
    assert captured(firm) == ["one", "two", "three", "four"]
    assert [line.partition(" ")[0] for line in told.out.splitlines()] == ["C-1", "C-2", "C-3", "C-4"]


def test_an_action_is_tracked_at_once(cli: Cli, firm: Path) -> None:
    assert cli("add", "a: call the lab who:hal due:tomorrow", at=firm).code == 0
    rows = cli("action", "list", "--owner", "Hal Ott", "--json", at=firm).json()
    assert [(row["id"], row["text"], row["meeting"]) for row in rows] == [("A-3", "call the lab", None)]


def test_a_line_that_is_refused_is_shown_and_the_others_go_in(cli: Cli, firm: Path) -> None:
    told = cli("add", "-", at=firm, typed="n: one\no: too long @zoe\nn: three\n")
    assert told.code == 3
    assert "? o: too long @zoe\n  Nobody called 'zoe'" in told.err
    assert captured(firm) == ["one", "three"]


def test_bytes_that_are_no_text_are_refused_by_name_and_the_others_go_in(firm: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-m", "workshop", "-w", str(firm), "add", "-"]
    run = subprocess.run(
        command, input=b"n: one\nn: caf\xe9\nn: three \xc3\xa9\n", capture_output=True, check=False
    )
    assert run.returncode == 2
    assert b"U+DCE9" in run.stderr
    assert b"Traceback" not in run.stderr
    assert captured(firm) == ["one", "three é"]


def test_people_come_from_words_and_from_a_pipe_and_a_team_that_is_none_is_named(
    cli: Cli, firm: Path
) -> None:
    told = cli(
        "person",
        "add",
        "Ivo Kern; guest; Service",
        "-",
        at=firm,
        typed="Jo Marsh; sponsor\nKim Lee; sale\n\n",
    )
    assert told.code == 2
    assert "P-7 Ivo Kern, guest, Service\nP-8 Jo Marsh, sponsor" in told.out
    assert "Not added: Kim Lee; sale" in told.err
    assert "sales" in told.err


def test_somebody_named_twice_is_changed_not_doubled(cli: Cli, firm: Path) -> None:
    told = cli(
        "person",
        "add",
        "P-1; sales; Events",
        "P-1; marketing",
        "p1; marketing",
        "ana ruiz; marketing",
        at=firm,
    )
    assert told.code == 0
    there = "P-1 Ana Ruiz is there already; somebody else needs a name that tells them apart."
    assert told.out.splitlines()[:3] == [
        "P-1 changed: Ana Ruiz, sales, Key accounts -> Events",
        "P-1 changed: Ana Ruiz, sales -> marketing, Events",
        there,
    ]
    rows = cli("person", "list", "--json", at=firm).json()
    assert [row["id"] for row in rows] == [f"P-{number}" for number in range(1, 7)]
    assert (rows[0]["team"], rows[0]["role"], rows[0]["email"]) == ("marketing", "Events", "ana@example.org")


@pytest.mark.parametrize(
    ("line", "word"), [("ana ruiz; marketing", "marketing"), ("ANA RUIZ; sales; Events South", "South")]
)
def test_a_name_that_is_taken_and_told_differently_is_asked_back(
    cli: Cli, firm: Path, line: str, word: str
) -> None:
    told = cli("person", "add", line, at=firm)
    assert told.code == 2
    name = line.split(";")[0]
    assert (
        f"Another Ana Ruiz? Add a word, such as {name} {word}; P-1 is Ana Ruiz, sales, Key accounts."
        in told.err
    )
    assert f"To change P-1: /person P-1;{line.partition(';')[2]}" in told.err
    assert (Workspace(firm).people[0].team, Workspace(firm).people[0].role) == ("sales", "Key accounts")


def test_a_new_e_mail_is_told(cli: Cli, firm: Path) -> None:
    told = cli("person", "add", "P-1; sales;; ana@firm.example", "Bo Lind; sales;; bo@firm.example", at=firm)
    assert told.out.splitlines() == [
        "P-1 changed: Ana Ruiz, sales, Key accounts, ana@example.org -> ana@firm.example",
        "P-2 changed: Bo Lind, sales, bo@firm.example",
    ]


def test_the_marks_of_an_action_are_told_back(cli: Cli, firm: Path) -> None:
    told = cli("add", "a: call the lab who:hal for:sales +food pri:high from:D-1", at=firm)
    assert told.out.rstrip().endswith("· #food · high priority · for sales · from D-1")


def test_hints_follow_what_was_stored(cli: Cli, firm: Path) -> None:
    told = cli(
        "add", "a: call who:hal done_when=on the site >fri", "shadow: sheet of hal@example.org", at=firm
    )
    first, hint, second = told.out.splitlines()
    assert first.endswith("done when on the site >fri")
    assert hint == "   '>fri' stands inside done_when; put it before the fields for a date."
    assert second.startswith("C-1 ")


@pytest.mark.parametrize("line", ["/start", "/next", "/close", "/reveal"])
def test_capture_does_not_steer_a_meeting(cli: Cli, planned: Path, line: str) -> None:
    cli("run", "--plain", at=planned, typed="n: begun\n")
    before = Workspace(planned).lines
    told = cli("add", line, at=planned)
    assert told.code == 1
    assert Workspace(planned).lines == before
