"""One TOML file as a table, or a sentence that says what is off and where."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypeAlias

from workshop.errors import ShelfError
from workshop.library.slips import slip

Table: TypeAlias = dict[str, object]
NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


def files(folder: Path) -> list[Path]:
    """The TOML files of a folder by name; none where the folder is not there."""
    return sorted(folder.glob("*.toml"))


def read(path: Path) -> Table:
    """The table in a file; a ShelfError says why not. A byte order mark and any line ends are fine."""
    place = label(path)
    text = ""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as off:
        raise slip(text, off, place) from off
    except UnicodeDecodeError as off:
        raise ShelfError(f"{place}: this is not text in UTF-8.", fix="Save it again as UTF-8.") from off
    except OSError as off:
        raise ShelfError(f"{place}: this cannot be opened: {off.strerror}.") from off


def label(path: Path) -> str:
    """How a shelf file is called in sentences: `agendas/sync-30.toml`."""
    return f"{path.parent.name}/{path.name}"


def check_name(name: str, where: str) -> str:
    """`name` if it can be typed as a name; else a ShelfError."""
    if not NAME.fullmatch(name):
        raise ShelfError(
            f"{where}: {name!r} cannot be typed as a name.",
            fix="Use small letters, digits, hyphens and underscores, with a letter first.",
        )
    return name
