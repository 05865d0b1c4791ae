"""The one function that says where a shelf lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.errors import ShelfError
from workshop.shelves import shelf


def test_an_installed_package_has_its_shelves_inside(tmp_path: Path) -> None:
    package = tmp_path / "workshop"
    (package / "shipped" / "agendas").mkdir(parents=True)
    (tmp_path / "agendas").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert shelf("agendas", package) == package / "shipped" / "agendas"


def test_a_checkout_has_its_shelves_at_the_top(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "pyproject.toml").touch()
    assert shelf("agendas", tmp_path / "workshop") == tmp_path / "agendas"


def test_a_folder_of_that_name_beside_an_installed_package_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    with pytest.raises(ShelfError):
        shelf("agendas", tmp_path / "workshop")


def test_a_shelf_that_is_nowhere_is_told_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(ShelfError) as caught:
        shelf("exports", tmp_path / "workshop")
    assert str(tmp_path / "workshop" / "shipped" / "exports") in str(caught.value)
    assert str(tmp_path / "exports") in str(caught.value)
