"""The first steps after the clone: what is missing on the machine is told in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TARGETS = ["help", "demo", "test", "check", "format", "bench", "gallery", "lock", "install", "clean"]


def make_venv(path: Path, *wanted: str) -> subprocess.CompletedProcess[str]:
    """Runs .ci/venv with that folder as the whole PATH."""
    return subprocess.run(
        ["/bin/sh", ROOT / ".ci" / "venv", path / "made", *wanted],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def put_python(path: Path, script: str) -> None:
    python = path / "python3"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)


def test_make_alone_lists_the_targets() -> None:
    told = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [line.split()[1] for line in told.splitlines()] == TARGETS


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    done = make_venv(tmp_path)
    assert (done.returncode, "apt install python3" in done.stderr) == (1, True)


def test_a_python_that_is_too_old_is_passed_over(tmp_path: Path) -> None:
    put_python(tmp_path, "exit 1")
    done = make_venv(tmp_path)
    assert (done.returncode, "needs Python 3.11 or newer" in done.stderr) == (1, True)


def test_a_python_named_by_hand_that_does_not_start_is_named_again(tmp_path: Path) -> None:
    done = make_venv(tmp_path, "python9")
    assert (done.returncode, done.stderr.startswith("python9 does not start")) == (1, True)


def test_a_python_without_venv_is_told_the_name_of_its_package(tmp_path: Path) -> None:
    put_python(tmp_path, 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.11 ;; esac')
    done = make_venv(tmp_path)
    assert (done.returncode, "apt install python3.11-venv" in done.stderr) == (1, True)


@pytest.mark.parametrize(("ending", "code"), [("raise OSError('no library')", 1), ("", 0)])
def test_a_missing_pango_is_told_in_a_sentence_and_no_traceback(
    tmp_path: Path, ending: str, code: int
) -> None:
    (tmp_path / "weasyprint.py").write_text(f"print('advice of its own')\n{ending}\n")
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "pango.py"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert ("apt install libpango-1.0-0" in done.stderr) == bool(code)
    assert "Traceback" not in done.stderr
