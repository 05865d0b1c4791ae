"""Minutes of elsewhere are read and exported; edited ones correct the record; versions are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.calling import Cli


@pytest.fixture
def received(cli: Cli, firm: Path, tmp_path: Path) -> Path:
    """The PDF of the firm's meeting, as somebody else gets it."""
    target = tmp_path / "received.pdf"
    assert cli("export", "M-1", "--to", str(target), at=firm).code == 0
    return target


@pytest.fixture
def elsewhere(cli: Cli, tmp_path: Path) -> Path:
    cli("init", str(tmp_path / "elsewhere"), "--name", "Elsewhere")
    return tmp_path / "elsewhere"


def test_a_pdf_becomes_a_meeting_to_be_read_and_its_export_is_the_one_it_came_from(
    cli: Cli, firm: Path, elsewhere: Path, received: Path
) -> None:
    assert cli("import", str(received), at=elsewhere).code == 0
    (row,) = cli("list", "--json", at=elsewhere).json()
    assert (row["id"], row["status"]) == ("M-1", "imported")
    for form in ("json", "md", "csv", "txt"):
        here, there = (cli("export", "M-1", "-f", form, "--to", "-", at=at).out for at in (elsewhere, firm))
        assert here == there
    assert "One price list" in cli("show", "M-1", at=elsewhere).out
    assert cli("verify", at=elsewhere).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("approve", "M-1", "--by", "Ana Ruiz", "--in", "by mail"),
        ("export", "M-1", "--to", "x.pdf", "--for", "sales"),
    ],
)
def test_an_imported_meeting_is_never_changed_and_makes_no_other_copy(
    cli: Cli, elsewhere: Path, received: Path, words: tuple[str, ...]
) -> None:
    cli("import", str(received), at=elsewhere)
    told = cli(*words, at=elsewhere)
    assert told.code != 0
    assert "M-1" in told.err
    assert cli("list", "--json", at=elsewhere).json()[0]["status"] == "imported"


def test_a_number_that_is_taken_stays_with_the_meeting_that_has_it(
    cli: Cli, firm: Path, received: Path
) -> None:
    told = cli("import", str(received), at=firm)
    assert told.code == 1
    assert "M-1 is a meeting of this workspace already" in told.err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("a.pdf", b"%PDF-1.7 nothing", "does not read as a PDF"), ("a.json", b"{}", "holds no minutes"), ("a.md", b"# x\n", "does not say which meeting")],
)  # fmt: skip
def test_a_file_that_holds_no_minutes_is_said(
    cli: Cli, elsewhere: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    told = cli("import", str(tmp_path / name), at=elsewhere)
    assert told.code != 0
    assert said in told.err


def test_an_edited_markdown_file_is_listed_as_corrections_and_made_only_when_asked(
    cli: Cli, firm: Path, tmp_path: Path
) -> None:
    edited = tmp_path / "edited.md"
    cli("export", "M-1", "--to", str(edited), at=firm)
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("Ten weeks is too long", "Ten weeks is far too long"), encoding="utf-8")
    told = cli("import", str(edited), at=firm)
    assert told.out.startswith("/correct N-1 Ten weeks is far too long")
    assert "far too long" not in cli("show", "M-1", at=firm).out
    assert cli("import", str(edited), "--apply", at=firm).code == 0
    assert "Ten weeks is far too long" in cli("show", "M-1", at=firm).out


def test_two_versions_are_told_apart_record_by_record(cli: Cli, firm: Path, received: Path) -> None:
    assert cli("diff", str(received), "M-1", at=firm).out == ""
    edited = firm / "edited.md"
    cli("export", "M-1", "--to", str(edited), at=firm)
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("from June on", "from July on"), encoding="utf-8")
    cli("import", str(edited), "--apply", at=firm)
    (change, *_) = cli("diff", str(received), "M-1", "--json", at=firm).json()
    assert change["where"] == "D-1"
    assert "July" in change["after"]


def test_the_first_draft_is_the_one_of_the_record_whatever_files_lie_there(
    cli: Cli, firm: Path, elsewhere: Path, received: Path
) -> None:
    assert cli("diff", "1", at=firm).err.endswith("The two versions say the same.\n")
    edited = firm / "edited.md"
    cli("export", "M-1", "--to", str(edited), at=firm)
    text = edited.read_text(encoding="utf-8")
    edited.write_text(text.replace("from June on", "from July on"), encoding="utf-8")
    cli("import", str(edited), "--apply", at=firm)
    (firm / "minutes").mkdir()
    cli("export", "M-1", "--to", str(firm / "minutes" / "M-1 2020-01-01 draft.pdf"), at=firm)
    (change, *_) = cli("diff", "M-1", "--json", at=firm).json()
    assert (change["where"], "June" in change["before"], "July" in change["after"]) == ("D-1", True, True)
    cli("import", str(received), at=elsewhere)
    told = cli("diff", "M-1", at=elsewhere)
    assert told.code == 3
    assert "There is one version of M-1" in told.err
