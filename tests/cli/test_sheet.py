"""`workshop sheet`: what lives on is listed and printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.line.session import Session
from workshop.workspace import Workspace

LINES = """
/meeting lead-workshop-90 today 09:00
/here Ana Ruiz, Bo Lind, Finn Moe, Gita Rao
/start
/next
/exercise lead-definition
criterion: Industry kind=must; allowed=utility, food; known=marketing; at=inquiry
rule: threshold=60; handed_over=it names a plant; accepted=sales read it; review=+90d
sign: for sales name=ana
sign: for marketing name=finn
term: Plant meaning=a place with pumps
"""


@pytest.fixture
def signed(firm: Path) -> Path:
    """The firm in the middle of a meeting that signs its definition of a lead."""
    session = Session(Workspace(firm), issue=False)
    for line in LINES.split("\n"):
        list(session.feed(line))
    return firm


def test_nothing_lives_on_at_first(cli: Cli, firm: Path) -> None:
    told = cli("sheet", at=firm)
    assert (told.code, told.out) == (0, "")
    assert "No result lives on yet" in told.err
    assert cli("sheet", "lead definition", "--to", "-", at=firm).code == 3


def test_what_lives_on_is_listed_with_its_version(cli: Cli, signed: Path) -> None:
    (found,) = cli("sheet", "--json", at=signed).json()
    assert (found["name"], found["version"], found["meeting"]) == ("lead definition", 1, "M-2")
    assert "What a lead is" in cli("sheet", at=signed).out


def test_a_sheet_goes_into_a_file_and_onto_stdout(cli: Cli, signed: Path, tmp_path: Path) -> None:
    streamed = cli("sheet", "Lead Definition", "--to", "-", at=signed).out
    for words in (
        "# Norvik: What a lead is",
        "it names a plant",
        "**Plant**: a place with pumps",
        "Ana Ruiz, Finn Moe",
    ):
        assert words in streamed, words
    for ending, begins in (("pdf", b"%PDF-1.7"), ("html", b"<!doctype html>"), ("md", b"# Norvik")):
        file = tmp_path / f"sheet.{ending}"
        told = cli("sheet", "lead definition", "--to", str(file), at=signed)
        assert told.out == f"{file} ({file.stat().st_size:,} bytes)\n"
        assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lead definiton", "--to", "-"), "did you mean lead definition?"), (("lead definition",), "Which file?"),
        (("lead definition", "--to", "sheet.docx"), "One of .pdf, .html, .md."),
        (("lead definition", "--to", "nowhere/sheet.pdf"), "There is no folder"),
    ],
)  # fmt: skip
def test_what_is_off_is_said_with_what_to_do(
    cli: Cli, signed: Path, words: tuple[str, ...], said: str
) -> None:
    told = cli("sheet", *words, at=signed)
    assert told.code != 0
    assert said in told.err


@pytest.mark.parametrize(
    "words",
    [
        ("sheet", "lead definition", "--to", "{}.pdf"),
        ("quarter", "--from", "2020-01-01", "--until", "2099-12-31", "--to", "{}.pdf"),
        ("mail", "M-1", "--to", "{}"),
        ("runsheet", "--to", "{}.pdf"),
        ("export", "M-1", "--to", "{}.pdf"),
    ],
)
def test_every_command_that_makes_a_pdf_names_letters_that_no_font_draws(
    cli: Cli, signed: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    settings = signed / "workshop.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("Norvik", "Norvik \U0010fffd"), encoding="utf-8"
    )
    told = cli(*(word.format(tmp_path / "made") for word in words), at=signed)
    assert told.code == 0
    assert "(U+10FFFD): a box stands in its place" in told.err
    assert told.out
