"""A short command starts light: the toolkits of screens and pages stay on the shelf until they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGES_AND_SCREENS = {"textual", "rich", "weasyprint", "jinja2", "hypothesis"}
UNREAD = {"workshop.grammar", "workshop.library", "workshop.line.session", "babel", "tomlkit", "simpleeval"}
"""What reads typed lines and shelves, and what only some of it needs."""


def start(*words: str) -> tuple[int, set[str]]:
    """The exit code of `workshop WORDS` in a fresh interpreter, and the modules it imported."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "workshop", *words],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return run.returncode, {line.rpartition("|")[2].strip() for line in lines}


def test_the_version_is_told_without_any_toolkit_but_click() -> None:
    code, names = start("--version")
    assert code == 0
    assert "click" in names
    assert names.isdisjoint(PAGES_AND_SCREENS | {"tinydb"})


def test_a_list_is_shown_without_toolkits_grammar_and_shelves(tmp_path: Path) -> None:
    firm = str(tmp_path / "firm")
    assert start("init", firm, "--zone", "Europe/Berlin")[0] == 0
    for words in (["list"], ["action", "list"]):
        code, names = start("--workspace", firm, *words)
        assert code == 0
        assert "click" in names
        assert names.isdisjoint(PAGES_AND_SCREENS | UNREAD)
