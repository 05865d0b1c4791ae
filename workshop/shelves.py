"""Where the content lies: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from workshop.errors import ShelfError

ShelfName = Literal["agendas", "exercises", "exports"]
PACKAGE = Path(__file__).resolve().parent


def shelf(name: ShelfName, package: Path = PACKAGE) -> Path:
    """The folder of that shelf; a ShelfError names both places where none is found."""
    shipped = package / "shipped" / name
    checkout = package.parent / name
    if shipped.is_dir():
        return shipped
    if (package.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise ShelfError(
        f"The shelf {name} is neither at {shipped} nor at {checkout}.", fix="Install Workshop again."
    )
