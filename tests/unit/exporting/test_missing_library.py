"""Without Pango a PDF is refused with the lines to type, and nothing is printed."""

from __future__ import annotations

import builtins
import io
import sys

import pytest

from workshop.errors import MissingLibrary
from workshop.exporting import markdown, pdf
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page


@pytest.fixture
def without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: object, **more: object) -> object:
        if name.startswith("weasyprint"):
            print("a banner")
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest, **more)  # type: ignore[arg-type]  # the signature of the real one

    for name in [name for name in sys.modules if name.startswith("weasyprint")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)


@pytest.mark.usefixtures("without_pango")
def test_what_is_missing_is_said_with_the_lines_to_type(
    minutes: Minutes, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(MissingLibrary) as refused:
        pdf.render(minutes, Look())
    for line in ("apt install libpango-1.0-0", "dnf install pango", "brew install pango", "pacman -S"):
        assert line in str(refused.value)
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("without_pango")
def test_the_other_papers_are_written_all_the_same(minutes: Minutes) -> None:
    assert "<h2>Decisions</h2>" in page(minutes, Look())
    assert b"## Decisions" in markdown.render(minutes)


def test_what_took_the_output_meanwhile_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screens end while another thread loads the toolkit."""
    real, screens, shell = builtins.__import__, io.StringIO(), io.StringIO()

    def ending(name: str, *rest: object, **more: object) -> object:
        sys.stdout = shell
        return real(name, *rest, **more)  # type: ignore[arg-type]  # the signature of the real one

    monkeypatch.setattr("sys.stdout", screens)
    monkeypatch.setattr(builtins, "__import__", ending)
    pdf.check()
    assert sys.stdout is shell
