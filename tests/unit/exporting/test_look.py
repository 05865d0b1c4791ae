"""Paper, colour and logo come from the settings and stay inside the workspace."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path

import pytest

from workshop.errors import Refused, ShelfError
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look, look_of, readable
from workshop.exporting.pages import page
from workshop.settings import Settings

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>'


@pytest.mark.parametrize("colour", ["#ffff00", "#ffffff", "#1f5f8b", "#000000", "#7fdbff"])
def test_a_colour_is_darkened_until_it_reads_on_white(colour: str) -> None:
    parts = [int(readable(colour)[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_a_dark_colour_stays_as_it_is() -> None:
    assert readable("#1f5f8b") == "#1f5f8b"


@pytest.mark.parametrize("colour", ["blue", "#12345", "#1f5f8b; } body { display: none"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(Refused, match="is not a colour"):
        readable(colour)


def test_a_logo_of_the_workspace_stands_in_the_page(minutes: Minutes, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    look = look_of(Settings(logo="logo.svg"), tmp_path)
    assert base64.b64encode(SVG).decode() in page(minutes, look)


@pytest.mark.parametrize("name", ["../logo.svg", "gone.svg", "workshop.toml", "/etc/passwd", "link.svg"])
def test_a_logo_from_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    workspace = tmp_path / "firm"
    workspace.mkdir()
    (tmp_path / "logo.svg").write_bytes(SVG)
    (workspace / "workshop.toml").write_text("")
    (workspace / "link.svg").symlink_to(tmp_path / "logo.svg")
    with pytest.raises(Refused, match="inside the workspace"):
        look_of(Settings(logo=name), workspace)


@pytest.mark.parametrize(
    ("name", "content"), [("logo.svg", SVG[:-6]), ("logo.svg", b""), ("logo.png", SVG), ("logo.png", b"")]
)
def test_a_logo_that_nobody_can_draw_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=f"'{name}' does not read as an SVG or PNG file"):
        look_of(Settings(logo=name), tmp_path)


@pytest.mark.parametrize("name", ["minutes/minutes.css", "minutes/actions.jinja", "languages/en.toml"])
def test_a_file_of_the_team_in_another_encoding_is_named(minutes: Minutes, tmp_path: Path, name: str) -> None:
    path = tmp_path / "exports" / name
    path.parent.mkdir(parents=True)
    path.write_bytes("café".encode("latin-1"))
    with pytest.raises(ShelfError, match=r"(exports/minutes|languages/en\.toml).* does not read as"):
        page(minutes, look_of(Settings(), tmp_path))


def test_a_team_lays_its_own_block_over_the_shipped_one(minutes: Minutes, tmp_path: Path) -> None:
    own = tmp_path / "exports" / "minutes"
    own.mkdir(parents=True)
    (own / "changed.jinja").write_text("<p>our own ribbon, {{ m.changed|length }}</p>")
    (own / "minutes.css").write_text("h1 { color: teal }")
    html = page(minutes, look_of(Settings(), tmp_path))
    assert "<p>our own ribbon, 1</p>" in html
    assert "h1 { color: teal }" in html
    assert "Matters arising" in html


def test_a_name_that_does_not_exist_stops_the_paper_with_a_sentence(minutes: Minutes, tmp_path: Path) -> None:
    own = tmp_path / "exports" / "minutes"
    own.mkdir(parents=True)
    (own / "changed.jinja").write_text("{{ m.chnged }}")
    with pytest.raises(ShelfError, match="chnged"):
        page(minutes, look_of(Settings(), tmp_path))


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("{% include 'nope.jinja' %}", "nope.jinja: 'nope.jinja' not found"),
        ("\n{{ m.firm + 1 }}", "credits.jinja, line 2: "),
        ("{{ m.firm / 0 }}", "credits.jinja, line 1: "),
        ("{% for n in range(10 ** 9) %}x{% endfor %}", "credits.jinja, line 1: Range too big"),
        ("{{ m.firm|day }}", "credits.jinja, line 1: "),
    ],
)
def test_what_goes_wrong_in_a_template_of_the_team_is_said_with_its_place(
    minutes: Minutes, tmp_path: Path, block: str, told: str
) -> None:
    own = tmp_path / "exports" / "minutes"
    own.mkdir(parents=True)
    (own / "credits.jinja").write_text(block, encoding="utf-8")
    with pytest.raises(ShelfError, match=re.escape(f"exports/minutes: {told}")):
        page(minutes, look_of(Settings(), tmp_path))


def test_a_template_cannot_reach_behind_the_values(minutes: Minutes, tmp_path: Path) -> None:
    own = tmp_path / "exports" / "minutes"
    own.mkdir(parents=True)
    (own / "changed.jinja").write_text("{{ m.__class__.__mro__ }}")
    with pytest.raises(ShelfError):
        page(minutes, look_of(Settings(), tmp_path))


def test_the_paper_and_the_colour_stand_in_the_page(minutes: Minutes) -> None:
    html = page(replace(minutes, locale="de_DE"), Look(paper="Letter", accent="#225511"))
    assert "size: Letter" in html
    assert "--accent: #225511" in html
    assert '<html lang="de-DE">' in html
    assert "Dienstag, 17. März 2026" in html
