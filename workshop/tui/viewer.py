"""Opens a file in the program that this system has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from workshop.errors import MissingLibrary


def opener(platform: str = sys.platform) -> tuple[str, ...]:
    """The words before the path."""
    match platform:
        case "darwin":
            return ("open",)
        case "win32":
            return ("cmd", "/c", "start", "")
    return ("xdg-open",)


def open_file(path: Path) -> None:
    """Opens it and returns at once. Raises MissingLibrary where this system has nothing to open files with."""
    words = opener()
    program = shutil.which(words[0])
    if program is None:
        raise MissingLibrary(f"{words[0]} is not installed here.", fix=f"The file is {path}")
    subprocess.Popen(  # noqa: S603 - our own words and our own file, no shell
        [program, *words[1:], str(path)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
