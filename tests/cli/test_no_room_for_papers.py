"""Where the disk takes no paper, a sentence says so, and the papers that can be written are."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli.calling import Cli

from workshop.exporting.formats import FORMATS
from workshop.exporting.pdf.toolkit import Work

CLOSE = "/close early nobody has time\n"
NO_PDF = "The PDF could not be made (No space left on device). Make room on the disk"


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The toolkit cannot lay its fonts aside."""

    def full(_: Work) -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("workshop.exporting.pdf.toolkit._pressed", full)


@pytest.mark.usefixtures("no_room")
def test_a_close_without_room_for_the_pdf_leaves_the_other_papers(cli: Cli, planned: Path) -> None:
    told = cli("run", "--plain", at=planned, typed=CLOSE)
    assert told.code == 0
    assert NO_PDF in told.out + told.err
    assert sorted(path.suffix for path in (planned / "minutes").iterdir()) == [".json", ".md"]


@pytest.mark.usefixtures("no_room")
def test_a_close_without_room_for_any_paper_says_so_of_each(cli: Cli, planned: Path) -> None:
    (planned / "minutes").write_text("no folder", encoding="utf-8")
    told = cli("run", "--plain", at=planned, typed=CLOSE)
    assert told.code == 0
    assert NO_PDF in told.out + told.err
    assert (told.out + told.err).count("minutes could not be made") == 2


@pytest.mark.usefixtures("no_room")
def test_an_export_without_room_for_the_pdf_says_so(cli: Cli, firm: Path, tmp_path: Path) -> None:
    told = cli("export", "M-1", "--to", str(tmp_path / "m.pdf"), at=firm)
    assert told.code == 1
    assert NO_PDF in told.err
    assert not (tmp_path / "m.pdf").exists()


@pytest.mark.parametrize("form", ["json", "todotxt"], ids=["larger than the buffer", "smaller than it"])
def test_an_output_that_takes_nothing_is_a_sentence(firm: Path, form: str) -> None:
    words = [sys.executable, "-m", "workshop", "-w", str(firm), "export", "M-1", "-f", form, "--to", "-"]
    with (firm / "workshop.toml").open("rb") as only_read:
        done = subprocess.run(words, stdout=only_read, stderr=subprocess.PIPE, check=False)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert told.startswith("workshop: The output could not be written (")
    assert told.count("\n") == 1


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.name not in ("pdf", "eml")])
def test_a_full_disk_is_a_sentence_and_leaves_the_old_file(
    cli: Cli, firm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "old").write_bytes(b"old")
    monkeypatch.setattr("workshop.store.durable.sync", full)
    told = cli("export", "M-1", "-f", form, "--to", str(tmp_path / "out" / "old"), at=firm)
    assert told.code == 1
    assert told.err.startswith(
        "workshop: old could not be written (No space left on device). It is as it was"
    )
    assert told.err.count("\n") == 1
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [b"old"]


def test_mails_that_have_no_place_are_a_sentence(cli: Cli, firm: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    for folder, said in (("file", "is a file"), ("file/mail", "could not be made (Not a directory)")):
        told = cli("mail", "M-1", "--to", str(tmp_path / folder), at=firm)
        assert told.code != 0
        assert said in told.err
