"""The journal cut at every byte of its last two lines: at most the line that was cut is lost, and that is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from durability.rooms import feed, running, texts

from workshop.library import Library
from workshop.line.session import Session
from workshop.workspace import Workspace
from workshop.workspace.checking import problems


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting in which three things were said. To be copied."""
    directory = tmp_path_factory.mktemp("cut") / "firm"
    feed(running(directory), "n: long ago @ana", "o: the one before @bo", "n: the last one – źródło")
    return directory


@pytest.fixture(scope="module")
def library(firm: Path) -> Library:
    """The shelves, read once for all cuts."""
    return Workspace(firm).library


def reopened(firm: Path, directory: Path, journal: bytes, library: Library) -> Session:
    """A session in a copy of the workspace whose journal holds these bytes."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(firm, directory)
    (directory / "journal.jsonl").write_bytes(journal)
    session = Session(Workspace(directory), issue=False)
    session.workspace.library = library
    return session


def expected_notice(rest: bytes, whole: bool, missing: int) -> str:
    """What has to be said about a journal behind whose last newline this stands, a whole line or a part of one."""
    if rest:
        return "lacked its end" if whole else "was torn"
    return ("", "one line is missing", "2 lines are missing")[missing]


def test_a_cut_at_any_byte_loses_at_most_the_line_that_was_cut(
    firm: Path, tmp_path: Path, library: Library
) -> None:
    whole = (firm / "journal.jsonl").read_bytes()
    said = texts(firm)
    *_, last_but_one, last = whole.splitlines(keepends=True)
    for length in range(len(whole) - len(last) - len(last_but_one), len(whole) + 1):
        cut = whole[:length]
        rest = cut.rpartition(b"\n")[2]
        unended = rest + b"\n" in (last_but_one, last)
        missing = whole.count(b"\n") - cut.count(b"\n") - unended
        left = said[: len(said) - missing]
        session = reopened(firm, tmp_path / "firm", cut, library)
        feed(session, "n: and on")
        notices = " ".join(session.workspace.notices)
        assert texts(tmp_path / "firm") == [*left, "and on"]
        assert expected_notice(rest, unended, missing) in notices
        assert bool(notices) == (cut != whole)
        assert list(problems(session.workspace)) == []


def test_what_was_typed_in_a_torn_line_is_shown_and_kept_beside_the_journal(
    firm: Path, tmp_path: Path, library: Library
) -> None:
    whole = (firm / "journal.jsonl").read_bytes()
    session = reopened(firm, tmp_path / "firm", whole[:-50], library)
    told = "\n".join(feed(session, "n: and on", "/time"))
    assert "was torn" in told
    assert "the last one" in told
    torn = next((tmp_path / "firm").glob("journal.torn-*.jsonl"))
    assert torn.read_bytes() == whole[:-50].rpartition(b"\n")[2]
    assert torn.name in told
