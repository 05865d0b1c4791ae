"""How papers look: paper, accent colour, logo, and where a team keeps templates of its own."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from xml.parsers import expat

from workshop.errors import Refused
from workshop.model.values import dataclass
from workshop.settings import Settings

LEAST_CONTRAST = 4.5
"""To white, for text (WCAG 2.2, level AA)."""
PNG = b"\x89PNG\r\n\x1a\n"
"""How such a file begins."""
TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a paper needs besides its text."""

    paper: str = "A4"
    accent: str = "#1f5f8b"
    """Dark enough to read on white."""
    logo: str = ""
    """As a data address; empty for none."""
    own: Path | None = None
    """Folder of the team's own shelves (`<workspace>/exports`), where there is one."""


def look_of(settings: Settings, workspace: Path | None = None) -> Look:
    """The look that a workspace asks for. Refused names a logo or a colour that cannot be used."""
    own = workspace / "exports" if workspace else None
    logo = _logo(settings.logo, workspace) if settings.logo and workspace else ""
    return Look(settings.paper, readable(settings.colour), logo, own if own and own.is_dir() else None)


def readable(colour: str) -> str:
    """The colour, darkened as far as needed to be read on white."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise Refused(f"workshop.toml: colour: '{colour}' is not a colour.", fix="Type it as #1f5f8b.")
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while _contrast(parts) < LEAST_CONTRAST:
        parts = [part * 19 // 20 for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _contrast(parts: list[int]) -> float:
    """Contrast to white, 1 to 21."""
    shares = [part / 255 for part in parts]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def _logo(name: str, workspace: Path) -> str:
    """The logo as a data address; only a file inside the workspace counts."""
    path = (workspace / name).resolve()
    kind = TYPES.get(path.suffix.lower())
    if kind is None or not path.is_relative_to(workspace.resolve()) or not path.is_file():
        raise Refused(
            f"workshop.toml: logo: '{name}' is not an SVG or PNG file inside the workspace.",
            fix="Put the file into the workspace, or leave the logo empty.",
        )
    try:
        content = path.read_bytes()
        if kind == TYPES[".svg"]:
            expat.ParserCreate().Parse(content, True)
    except (OSError, expat.ExpatError) as off:
        raise _not_drawn(name) from off
    if kind != TYPES[".svg"] and not content.startswith(PNG):
        raise _not_drawn(name)
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def _not_drawn(name: str) -> Refused:
    return Refused(
        f"workshop.toml: logo: '{name}' does not read as an SVG or PNG file.",
        fix="Save it once more from where it was drawn, or leave the logo empty.",
    )
