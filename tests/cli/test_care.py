"""Looking after a workspace: `verify`, `doctor`, and forgetting a person."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli.calling import Cli


def test_verify_says_what_it_looked_at(cli: Cli, firm: Path) -> None:
    told = cli("verify", at=firm)
    assert told.code == 0
    assert re.fullmatch(r"Good: \d+ lines, 1 meetings?, the chain holds\.\n", told.out)


def test_doctor_says_what_is_ready(
    cli: Cli, firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = cli("doctor", at=firm)
    assert told.code == 0
    assert "PDF: ready" in told.out
    assert f"Workspace: Norvik in {firm}, Europe/Berlin" in told.out
    assert "Record: good" in told.out
    monkeypatch.chdir(tmp_path)
    told = cli("doctor")
    assert told.code == 0
    assert "Workspace: There is no workspace in this folder or above it." in told.out


def test_doctor_names_a_file_of_ones_own_that_cannot_be_used(cli: Cli, firm: Path) -> None:
    (firm / "agendas").mkdir()
    (firm / "agendas" / "ours.toml").write_text("title = 3", encoding="utf-8")
    told = cli("doctor", at=firm)
    assert "! agendas/ours.toml:" in told.out
    assert "It is left out." in told.out


def test_doctor_fails_where_the_record_is_off(cli: Cli, firm: Path) -> None:
    register = firm / "register.json"
    assert cli("doctor", at=firm).code == 0
    register.write_bytes(register.read_bytes().replace(b"Send the price list", b"Send the other list"))
    told = cli("doctor", at=firm)
    assert told.code == 1
    assert "Record: The register differs from the journal." in told.out


def holding(firm: Path, name: str) -> set[str]:
    kept = ("people.json", "journal.jsonl", "register.json")
    return {file for file in kept if name.casefold() in (firm / file).read_text(encoding="utf-8").casefold()}


def test_a_forgotten_person_is_in_no_byte_of_the_record(cli: Cli, firm: Path) -> None:
    cli("add", "n: Ana Ruiz told ANA RUIZ's story", "a: ask Ana Ruiz @ana", at=firm)
    assert holding(firm, "Ana Ruiz") == {"people.json", "journal.jsonl"}
    told = cli("person", "forget", "ana ruiz", "--yes", at=firm)
    assert told.code == 0
    assert "Forgotten. In every text stands 'somebody (sales)' now." in told.out
    assert holding(firm, "Ana Ruiz") == set()
    assert cli("verify", at=firm).code == 0
    actions = cli("action", "list", "--json", at=firm).json()
    assert [row["owner"] for row in actions if row["id"] in ("A-2", "A-3")] == ["somebody (sales)"] * 2
    assert "somebody (sales)" in cli("show", "M-1", at=firm).out


def test_forgetting_asks_first_and_does_nothing_without_a_yes(cli: Cli, firm: Path) -> None:
    before = (firm / "journal.jsonl").read_bytes()
    told = cli("person", "forget", "Ana Ruiz", at=firm, typed="n\n")
    assert told.code == 130
    assert "Forget Ana Ruiz for good?" in told.out + told.err
    assert (firm / "journal.jsonl").read_bytes() == before
    assert cli("person", "forget", "Ana Ruiz", at=firm, typed="y\n").code == 0
    assert holding(firm, "Ana Ruiz") == set()


def test_nobody_is_forgotten_without_a_question_where_none_can_be_asked(cli: Cli, firm: Path) -> None:
    told = cli("--no-input", "-w", str(firm), "person", "forget", "Ana Ruiz")
    assert told.code == 1
    assert "--yes" in told.err
    assert holding(firm, "Ana Ruiz")


def test_nobody_is_forgotten_while_a_meeting_runs(cli: Cli, planned: Path) -> None:
    cli("run", "--plain", at=planned, typed="n: one\n")
    told = cli("person", "forget", "Ana Ruiz", "--yes", at=planned)
    assert told.code == 1
    assert "M-1 is running. Close it first." in told.err
