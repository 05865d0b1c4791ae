"""The picture of the line mode shows what the program says today."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    """The script that makes the pictures."""
    spec = spec_from_file_location("make_pictures", PICTURES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_is_made_from_what_is_said(make: ModuleType, tmp_path: Path) -> None:
    rows = tuple(make.talk(tmp_path / "talk"))
    assert {kind for kind, _ in rows} == {"typed", "said", "note"}
    told = "docs/pictures/make.py makes it anew"
    assert make.picture(rows) == (PICTURES / "line-mode.svg").read_text(encoding="utf-8"), told


def test_no_picture_asks_the_network_for_anything() -> None:
    drawn = (PICTURES / "line-mode.svg").read_text(encoding="utf-8")
    assert re.findall(r"\w+://[^\"]*", drawn) == ["http://www.w3.org/2000/svg"]  # the name of the format
    assert (PICTURES / "minutes-1.png").stat().st_size < 100_000
