"""Names that somebody or something else could take for more than a name: kept as typed, and only shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from durability.rooms import everything

from workshop.cli.root import run
from workshop.workspace import Workspace

NAMES = (
    "[@click=app.quit]Click[/]",
    "[/b]Łukasz O'Brien",
    "Ana 'the boss' Ruiz",
    "<script>alert(1)</script> Moe",
    "{{7*7}} Gita",
    "🦊 Fox",
    "שרה כהן",
    "Cem \u202eracA",
    "Zoe\u0301 Şahin",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "None Null",
    "$(rm) Rf",
    "%s %(x)d {0}",
    "$HOME `id`",
)


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    directory = tmp_path / "firm [b]x[/b] 'quoted'"
    assert (
        run(["init", str(directory), "--name", '[/b]Ñuñez & "Söhne" 🦊 <b>', "--zone", "Europe/Berlin"]) == 0
    )
    return directory


def test_every_name_comes_back_as_it_was_typed(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        f"{name}; {'sales' if number % 2 else 'marketing'}; 'role' [i]" for number, name in enumerate(NAMES)
    ]
    assert run(["-w", str(firm), "person", "add", "--", *rows]) == 0
    capsys.readouterr()
    assert run(["-w", str(firm), "person", "list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [person["name"] for person in told] == list(NAMES)
    assert {person["role"] for person in told} == {"'role' [i]"}
    assert run(["-w", str(firm), "person", "list"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in NAMES)
    assert Workspace(firm).settings.name == '[/b]Ñuñez & "Söhne" 🦊 <b>'
    assert run(["-w", str(firm), "verify"]) == 0


def test_a_spreadsheet_gets_no_formula(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["-w", str(firm), "person", "add", "--", "=HYPERLINK(1); sales", "+rf; sales"])
    capsys.readouterr()
    assert run(["-w", str(firm), "person", "list", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["name"] for row in rows] == ["'=HYPERLINK(1)", "'+rf"]


@pytest.mark.parametrize(
    "name", ["Bo\n/start\nLind", "Bo\rLind", "Nul\0l", "\x1b[2JBo", "half \ud83d", "Bo\x9bLind"], ids=ascii
)
def test_a_name_that_is_more_than_one_line_is_refused_and_nothing_is_stored(
    firm: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = everything(firm)
    assert run(["-w", str(firm), "person", "add", f"{name}; sales"]) == 2
    assert "cannot be shown or kept" in capfd.readouterr().err
    assert everything(firm) == before


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_text_that_holds_such_a_name_is_kept_as_typed(firm: Path, name: str) -> None:
    assert run(["-w", str(firm), "add", f"n: said by {name}"]) == 0
    assert Workspace(firm).state.captures[0].said.text == f"said by {name}"


@pytest.mark.parametrize("text", ["a\n/undo", "a\r\nb", "a\x00b", "a\u0085b"], ids=ascii)
def test_a_text_of_two_lines_is_refused_and_nothing_is_stored(
    firm: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(firm)
    assert run(["-w", str(firm), "add", f"n: {text}"]) == 2
    assert "cannot be shown or kept" in capsys.readouterr().err
    assert everything(firm) == before
