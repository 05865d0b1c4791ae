"""The programs that our files are for read them: Taskwarrior, todo.txt, todoman, khal, LibreOffice, PDF tools."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from pypdf import PdfReader

from workshop.exporting.digest import Minutes, Source
from workshop.exporting.formats import format_for
from workshop.exporting.look import Look


def there(*programs: str) -> list[tuple[str, ...]]:
    """Their paths, once; nothing where one is not installed, and pytest names the test. `.ci/run` installs them."""
    found = tuple(path for program in programs if (path := shutil.which(program)))
    return [found] if len(found) == len(programs) else []


def run(*words: str, home: Path, given: bytes = b"") -> str:
    told = {**os.environ, "HOME": str(home), "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        words, input=given, capture_output=True, env=told, cwd=home, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize("task", [path for (path,) in there("task")])
def test_taskwarrior_imports_the_actions_and_a_second_import_changes_nothing(
    task: str, source: Source, tmp_path: Path
) -> None:
    (tmp_path / "rc").write_text(f"data.location={tmp_path}/tasks\nconfirmation=no\nverbose=nothing\n")
    (tmp_path / "tasks").mkdir()
    words = (task, f"rc:{tmp_path}/rc")
    content = format_for("taskwarrior").render(source)
    run(*words, "import", "-", home=tmp_path, given=content)
    first = json.loads(run(*words, "export", home=tmp_path))
    again = run(*words, "rc.verbose=affected,new-uuid,special", "import", "-", home=tmp_path, given=content)
    assert json.loads(run(*words, "export", home=tmp_path)) == first
    assert "add" not in again.split()
    told = {task["uuid"]: task for task in first}
    for ours in json.loads(content):
        theirs = told[ours["uuid"]]
        assert {key: theirs[key] for key in ("description", "status", "project")} == {
            key: ours[key] for key in ("description", "status", "project")
        }
        assert theirs.get("due") == ours.get("due")
        assert [note["description"] for note in theirs.get("annotations", [])] == [
            note["description"] for note in ours.get("annotations", [])
        ]


@pytest.mark.parametrize("todo", [path for (path,) in there("todo-txt")])
def test_todo_txt_lists_every_open_action(todo: str, source: Source, tmp_path: Path) -> None:
    (tmp_path / "todo.txt").write_bytes(format_for("todotxt").render(source))
    (tmp_path / "config").write_text(
        f"export TODO_DIR={tmp_path}\nexport TODO_FILE={tmp_path}/todo.txt\n"
        f"export DONE_FILE={tmp_path}/done.txt\nexport REPORT_FILE={tmp_path}/report.txt\n"
    )
    listed = run(todo, "-p", "-d", str(tmp_path / "config"), "ls", home=tmp_path)
    lines = (tmp_path / "todo.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert f": {len(lines)} of {len(lines)} tasks shown" in listed
    assert "Put the sheet into the library" in listed


@pytest.mark.parametrize(("todo", "khal"), there("todoman", "khal"))
def test_todoman_shows_the_tasks_and_khal_the_next_meeting(
    todo: str, khal: str, source: Source, tmp_path: Path
) -> None:
    calendar = tmp_path / "calendars" / "team"
    calendar.mkdir(parents=True)
    whole = Calendar.from_ical(format_for("ics").render(source))
    for place, part in enumerate(part for part in whole.subcomponents if part.name != "VTIMEZONE"):
        single = Calendar()
        single.add("version", "2.0")
        single.add("prodid", "-//Workshop//Actions//EN")
        single.subcomponents = [zone for zone in whole.subcomponents if zone.name == "VTIMEZONE"] + [part]
        (calendar / f"{place}.ics").write_bytes(single.to_ical())
    settings = tmp_path / "todoman.py"
    settings.write_text(f'path = "{tmp_path}/calendars/*"\ncache_path = "{tmp_path}/cache.sqlite3"\n')
    listed = run(todo, "--config", str(settings), "list", "--status", "ANY", home=tmp_path)
    assert "Put the sheet into the library" in listed
    (tmp_path / "khal.conf").write_text(
        f"[calendars]\n[[team]]\npath = {calendar}\n[locale]\nlocal_timezone = Europe/Berlin\n"
        "default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path}/khal.db\n"
    )
    shown = run(khal, "-c", str(tmp_path / "khal.conf"), "list", "2026-03-01", "60d", home=tmp_path)
    assert "09:00" in shown
    assert "Pumps & Co" in shown


def test_word_finds_headings_and_tables_whose_heads_repeat(source: Source) -> None:
    document = Document(io.BytesIO(format_for("docx").render(source)))
    headings = [
        one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading 1")
    ]
    assert headings[:2] == ["Decisions", "Actions"]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert any(
        "Put the sheet into the library" in cell.text
        for table in document.tables for row in table.rows for cell in row.cells
    )  # fmt: skip


def test_a_word_file_says_whose_it_is_and_nothing_of_what_made_it(minutes: Minutes) -> None:
    named = replace(minutes, title="\x0bSync " * 60, locale="de_DE")
    content = format_for("docx").write(named, Look())
    told = Document(io.BytesIO(content)).core_properties
    assert told.title.startswith("Pumps & Co: \N{REPLACEMENT CHARACTER}Sync")
    assert (told.author, told.comments, told.last_modified_by) == ("Pumps & Co", "", "")
    assert told.subject == "M-2 · Dienstag, 17. März 2026 · Entwurf"
    assert told.language == "de-DE"
    assert told.created == told.modified == minutes.when.stamp.astimezone(UTC)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert b'w:lang w:val="de-DE"' in parts["word/styles.xml"]
    assert not [name for name, part in parts.items() if b"python-docx" in part or b"Macintosh" in part]


def test_columns_of_a_word_file_are_as_wide_as_their_words_need(source: Source) -> None:
    document = Document(io.BytesIO(format_for("docx").render(source)))
    number, what, *_ = next(table for table in document.tables if table.cell(0, 0).text == "No.").columns
    assert number.width is not None
    assert what.width is not None
    assert number.width * 3 < what.width
    assert all("w:cantSplit" in row._tr.xml for table in document.tables for row in table.rows)


@pytest.mark.parametrize("soffice", [path for (path,) in there("soffice")])
def test_libreoffice_opens_the_word_file_with_every_word_in_it(
    soffice: str, results: Minutes, tmp_path: Path
) -> None:
    """Three seconds; minutes with a result of every sort."""
    content = format_for("docx").write(results, Look())
    (tmp_path / "minutes.docx").write_bytes(content)
    own = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    words = (soffice, "--headless", own, "--convert-to", "pdf", "--outdir", str(tmp_path), "minutes.docx")
    run(*words, home=tmp_path)
    pages = PdfReader(tmp_path / "minutes.pdf").pages
    printed = "".join("".join(page.extract_text() for page in pages).split())
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    told = [text for text in (*(one.text for one in document.paragraphs), *cells) if text.strip()]
    assert len(told) > 200
    assert [text for text in told if "".join(text.split()) not in printed] == []


def test_the_same_record_gives_the_same_word_file(source: Source) -> None:
    assert format_for("docx").render(source) == format_for("docx").render(source)


@pytest.mark.parametrize(("qpdf", "pdfinfo"), there("qpdf", "pdfinfo"))
def test_qpdf_finds_the_pdf_sound_and_pdfinfo_its_tags_size_and_language(
    qpdf: str, pdfinfo: str, source: Source, tmp_path: Path
) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(format_for("pdf").render(source))
    assert "No syntax or stream encoding errors found" in run(qpdf, "--check", str(path), home=tmp_path)
    names = run(qpdf, "--list-attachments", str(path), home=tmp_path)
    assert all(name in names for name in ("minutes.json", "actions.csv", "actions.ics"))
    told = run(pdfinfo, str(path), home=tmp_path)
    facts = {key: value.strip() for key, _, value in (line.partition(":") for line in told.splitlines())}
    assert facts["Tagged"] == "yes"
    assert facts["JavaScript"] == "no"
    assert "(A4)" in facts["Page size"]
    assert "Sync" in facts["Title"]
