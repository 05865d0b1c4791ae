"""A file of minutes is held against the record: the same, older, of elsewhere, or changed after it was made."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from cli.calling import Cli
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from workshop.exporting.digest import digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.pdf import enclosed
from workshop.exporting.pdf.toolkit import Work, press
from workshop.workspace import Workspace
from workshop.workspace.issuing import source

READ = ("json", "md", "txt", "html", "docx")
SEALED = "Its last page prints the digest of the data inside."
SAME = "The record says the same of M-1 now (draft)."


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder without a workspace in it or above it."""
    return tmp_path_factory.mktemp("nowhere")


@pytest.fixture(scope="module")
def printed(kept: Path) -> bytes:
    """The PDF of the firm's meeting, made once."""
    from workshop.workspace.issuing import render

    return render(Workspace(kept), 1, "pdf")


@pytest.fixture
def paper(printed: bytes, tmp_path: Path) -> Path:
    target = tmp_path / "to everybody, März.pdf"
    target.write_bytes(printed)
    return target


def exported(cli: Cli, firm: Path, target: Path, *words: str) -> Path:
    assert cli("export", "M-1", "--to", str(target), *words, at=firm).code == 0
    return target


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize("copy", ["internal", "sales"])
def test_a_file_that_says_what_the_record_says_is_good(
    cli: Cli, firm: Path, tmp_path: Path, form: str, copy: str
) -> None:
    told = cli("verify", str(exported(cli, firm, tmp_path / f"für {copy}.{form}", "--for", copy)), at=firm)
    assert (told.code, told.err) == (0, "")
    assert SAME in told.out
    assert f"the copy for {'both teams' if copy == 'internal' else copy}." in told.out
    assert "Byte for byte what the program makes of it." in told.out or form == "json"


def test_a_pdf_is_good_byte_for_byte_and_so_is_the_mail_that_it_rides_in(
    cli: Cli, firm: Path, tmp_path: Path, paper: Path
) -> None:
    for file in (paper, exported(cli, firm, tmp_path / "mail.eml")):
        told = cli("verify", str(file), at=firm)
        assert (told.code, told.err) == (0, "")
        for words in (SEALED, SAME, "Byte for byte"):
            assert words in told.out


def test_a_letter_in_another_colour_has_the_words_of_the_record(cli: Cli, firm: Path, tmp_path: Path) -> None:
    settings = firm / "workshop.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + '\npaper = "Letter"\ncolour = "#882200"\n', encoding="utf-8")
    letter = exported(cli, firm, tmp_path / "letter.pdf")
    settings.write_text(before, encoding="utf-8")
    told = cli("verify", str(letter), at=firm)
    assert told.code == 0
    assert "Its words are those of the record; its bytes are not" in told.out


def test_an_older_version_is_named_with_the_line_that_shows_what_changed(
    cli: Cli, firm: Path, tmp_path: Path, paper: Path
) -> None:
    note = exported(cli, firm, tmp_path / "draft.md")
    cli("approve", "M-1", "--by", "Ana Ruiz", "--in", "by mail", at=firm)
    told = cli("verify", str(paper), at=firm)
    assert told.code == 1
    assert "An older version of M-1: draft of 2" in told.err
    assert f'workshop diff "{paper}" M-1 shows in what' in told.err
    assert "Byte for byte" in told.out
    told = cli("verify", str(note), at=firm)
    assert told.code == 1
    assert "An older version of M-1: draft of 2" in told.err
    assert "workshop diff M-1 shows in what" in told.err


def test_the_minutes_of_a_meeting_that_still_ran_are_an_older_version(
    cli: Cli, planned: Path, tmp_path: Path
) -> None:
    cli("run", "--plain", at=planned, typed="o: Ten weeks is too long\n")
    early = exported(cli, planned, tmp_path / "early.json")
    cli("run", "--plain", at=planned, typed="o: Nobody called back\n")
    told = cli("verify", str(early), at=planned)
    assert told.code == 1
    assert "An older version of M-1: running of 2" in told.err


def test_every_step_since_the_close_is_a_version(cli: Cli, firm: Path, tmp_path: Path) -> None:
    first = exported(cli, firm, tmp_path / "first.json")
    cli("add", "/correct N-2 Bring your figures", at=firm)
    second = exported(cli, firm, tmp_path / "second.json")
    cli("reopen", "M-1", "--by", "Ana Ruiz", "--why", "one more", at=firm)
    cli("run", "--plain", at=firm, typed="d: Half a stand mode=consent\n/vote D-2 none\n/undo\n")
    cli("close", "--early", "added", at=firm)
    third = exported(cli, firm, tmp_path / "third.json")
    cli("approve", "M-1", "--by", "Ana Ruiz", "--in", "by mail", at=firm)
    said = [cli("verify", str(file), at=firm).err for file in (first, second, third)]
    assert "draft of 2" in said[0]
    assert "draft of 2" in said[1]
    assert "draft 2 of 2" in said[2]
    assert len(set(said)) == 3


def test_data_changed_by_hand_are_no_version_of_the_record(cli: Cli, firm: Path, tmp_path: Path) -> None:
    file = exported(cli, firm, tmp_path / "a.json")
    file.write_bytes(file.read_bytes().replace(b"One price list", b"Two price lists"))
    told = cli("verify", str(file), at=firm)
    assert told.code == 1
    assert "No version of M-1 in this record says this" in told.err
    assert f"workshop diff {file} M-1" in told.err


def test_data_laid_out_anew_are_still_the_same(cli: Cli, firm: Path, tmp_path: Path) -> None:
    import json

    file = exported(cli, firm, tmp_path / "a.json")
    file.write_text(json.dumps(json.loads(file.read_bytes())), encoding="utf-8")
    told = cli("verify", str(file), at=firm)
    assert told.code == 0
    assert "The same data, though laid out otherwise" in told.out


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_changed_words_are_shown_though_the_digest_is_right(
    cli: Cli, firm: Path, tmp_path: Path, form: str
) -> None:
    file = exported(cli, firm, tmp_path / f"a.{form}")
    file.write_bytes(file.read_bytes().replace(b"One price list", b"No \x1b[2Jprice list"))
    told = cli("verify", str(file), at=firm)
    assert told.code == 1
    assert SAME in told.out
    assert "Its words are not those of the record, it says besides: No" in told.err
    assert "it leaves out: One" in told.err
    assert "\x1b" not in told.err


def forged(firm: Path, before: str, after: str) -> bytes:
    """A PDF with other words on its pages, and the right digest and data."""
    held = source(Workspace(firm), 1)
    minutes = digest(held)
    html = page(minutes, Look()).replace(before, after)
    return press(Work(html, "", enclosed(minutes), minutes.when.stamp))


def test_other_words_on_the_pages_of_a_pdf_are_found_with_and_without_the_workspace(
    cli: Cli, firm: Path, tmp_path: Path, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "forged.pdf"
    file.write_bytes(forged(firm, "One price list from June", "One price list from July"))
    monkeypatch.chdir(nowhere)
    for at in (firm, None):
        told = cli("verify", str(file), at=at)
        assert told.code == 1
        assert SEALED in told.out
        assert "July" in told.err


def rewritten(content: bytes, name: str, held: bytes) -> bytes:
    """The PDF with one of the files inside exchanged, or added."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    inside = {each.name: each for each in writer.attachment_list}
    if name in inside:
        inside[name].content = held
    else:
        writer.add_attachment(name, held)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def test_a_file_inside_that_was_exchanged_or_added_is_named(
    cli: Cli, firm: Path, tmp_path: Path, printed: bytes
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(rewritten(printed, "actions.csv", b"nothing to do"))
    told = cli("verify", str(file), at=firm)
    assert told.code == 1
    assert "actions.csv inside is not what its data give" in told.err
    file.write_bytes(rewritten(printed, "salary.xls", b"x"))
    assert (
        "salary.xls rides inside; the program did not put it there." in cli("verify", str(file), at=firm).err
    )


def test_the_calendar_inside_speaks_the_words_of_the_team(cli: Cli, firm: Path, tmp_path: Path) -> None:
    (firm / "exports" / "languages").mkdir(parents=True)
    words = firm / "exports" / "languages" / "en_GB.toml"
    words.write_text('[texts]\n"Owner" = "In whose hands"\n', encoding="utf-8")
    file = exported(cli, firm, tmp_path / "a.pdf")
    inside = PdfReader(file).attachments
    assert b"In whose hands: Finn Moe" in inside["actions.ics"][0]
    assert cli("verify", str(file), at=firm).code == 0
    shutil.rmtree(firm / "exports")
    told = cli("verify", str(file), at=firm)
    assert "actions.ics inside is not what its data give" in told.err
    assert "in words of a team's own that are not here" in told.err


def test_a_note_laid_on_a_page_is_found(cli: Cli, firm: Path, tmp_path: Path, printed: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(printed))
    writer.add_annotation(0, FreeText(text="Two price lists", rect=(50, 550, 200, 650)))
    writer.write(tmp_path / "a.pdf")
    told = cli("verify", str(tmp_path / "a.pdf"), at=firm)
    assert told.code == 1
    assert "Notes, stamps or fields lie on its pages (1); ours have none." in told.err


def test_data_exchanged_under_the_printed_digest_are_found(
    cli: Cli, firm: Path, tmp_path: Path, printed: bytes
) -> None:
    data = PdfReader(io.BytesIO(printed)).attachments["minutes.json"][0]
    file = tmp_path / "a.pdf"
    file.write_bytes(rewritten(printed, "minutes.json", data.replace(b"from June", b"from July")))
    told = cli("verify", str(file), at=firm)
    assert told.code == 1
    assert "the file was changed after it was made" in told.err
    assert "Its pages say that they are M-1 of the record (draft); its data are not." in told.err


def test_a_file_of_another_record_is_told_apart(
    cli: Cli, firm: Path, planned: Path, tmp_path: Path, paper: Path
) -> None:
    cli("init", str(tmp_path / "other"), "--name", "Elsewhere")
    told = cli("verify", str(paper), at=tmp_path / "other")
    assert told.code == 1
    assert "It is from another record: this one is that of Elsewhere, and has no M-1." in told.err
    assert SEALED in told.out
    cli("change", at=planned)
    cli("add", "/change M-1 on=2031-01-06", at=planned)
    told = cli("verify", str(paper), at=planned)
    assert told.code == 1
    note = exported(cli, firm, tmp_path / "a.md")
    told = cli("verify", str(note), at=tmp_path / "other")
    assert told.code == 1
    assert "Nothing in this record (Elsewhere) ever had the digest" in told.err
    assert "the file names M-1" in told.err


def test_an_imported_meeting_is_what_its_file_says(cli: Cli, tmp_path: Path, paper: Path) -> None:
    cli("init", str(tmp_path / "other"), "--name", "Elsewhere")
    cli("import", str(paper), at=tmp_path / "other")
    told = cli("verify", str(paper), at=tmp_path / "other")
    assert (told.code, told.err) == (0, "")
    assert "The record says the same of M-1 now (as it was imported)." in told.out


def test_without_a_workspace_a_pdf_agrees_with_itself_or_not(
    cli: Cli, firm: Path, tmp_path: Path, nowhere: Path, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(nowhere)
    told = cli("verify", str(paper))
    assert (told.code, told.err) == (0, "")
    assert "no record was asked" in told.out
    assert "Byte for byte" in told.out
    told = cli("verify", str(exported(cli, firm, tmp_path / "a.txt")))
    assert told.code == 1
    assert "only the workspace that holds the meeting can check it" in told.err
    assert cli("verify", str(paper), at=nowhere).code == 3


def test_a_file_that_is_no_minutes_says_so(cli: Cli, firm: Path, tmp_path: Path, printed: bytes) -> None:
    cli("export", "M-1", "--paper", "sponsor", "--to", str(tmp_path / "sponsor.pdf"), at=firm)
    cli("export", "M-1", "--to", str(tmp_path / "a.csv"), at=firm)
    (tmp_path / "cut.pdf").write_bytes(printed[: len(printed) // 2])
    (tmp_path / "no.pdf").write_bytes(b"just words")
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "no.docx").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "no.eml").write_bytes(b"Subject: hello\n\nno paper")
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.truncate(40_000_000)
    for name, code, words in (
        ("sponsor.pdf", 1, "carries no minutes"), ("a.csv", 1, "prints no digest"), ("cut.pdf", 1, "PDF"),
        ("no.pdf", 1, "does not read as a PDF"), ("empty.json", 1, "is not JSON"), ("no.docx", 1, "Word file"),
        ("no.eml", 1, "No PDF is attached"), ("huge.pdf", 1, "is larger than 32 MB"), ("none.pdf", 3, "no file"),
    ):  # fmt: skip
        told = cli("verify", str(tmp_path / name), at=firm)
        assert (told.code, told.out) == (code, ""), name
        assert words in told.err, name
    assert cli("verify", str(tmp_path), at=firm).code == 3


UNDRAWN = "\U0010fffd"
"""Of the last private plane: no font has it, and the words of the page then cannot be read back."""


@pytest.fixture
def unread(cli: Cli, planned: Path, tmp_path: Path) -> Path:
    """A PDF on whose pages a letter is missing."""
    cli("run", "--plain", at=planned, typed=f"n: hello {UNDRAWN} @ana\n")
    return exported(cli, planned, tmp_path / "unread.pdf")


@pytest.mark.parametrize("sign", ["\x00", "never found"], ids=["known unread", "taken as read"])
def test_a_pdf_with_a_letter_that_no_font_has_is_good(
    cli: Cli, planned: Path, unread: Path, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setattr("workshop.exporting.pdf.attached.UNREAD", sign)
    told = cli("verify", str(unread), at=planned)
    assert (told.code, told.err) == (0, "")
    assert "Byte for byte what the program makes of it." in told.out
    assert SEALED not in told.out


def test_such_a_pdf_in_another_colour_is_not_called_changed(cli: Cli, planned: Path, unread: Path) -> None:
    settings = planned / "workshop.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\ncolour = "#882200"\n', encoding="utf-8")
    told = cli("verify", str(unread), at=planned)
    assert (told.code, told.err) == (0, "")
    assert "Its words are those of the record" in told.out


def test_such_a_pdf_with_other_data_inside_is_found_out(
    cli: Cli, planned: Path, unread: Path, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = PdfWriter(clone_from=PdfReader(unread))
    for held in writer.attachment_list:
        if held.name == "minutes.json":
            held.content = held.content.replace(b"Norvik", b"Norwik")
    changed = unread.with_name("changed.pdf")
    writer.write(changed)
    assert cli("verify", str(changed), at=planned).code == 1
    monkeypatch.chdir(nowhere)
    assert cli("verify", str(changed)).code == 1


def test_records_one_a_line_have_nothing_to_be_checked_by(cli: Cli, firm: Path, tmp_path: Path) -> None:
    told = cli("verify", str(exported(cli, firm, tmp_path / "m.jsonl")), at=firm)
    assert told.code == 1
    assert "m.jsonl prints no digest of minutes, so there is nothing to check it by." in told.err
