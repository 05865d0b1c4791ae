"""The screens in the manual are what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from manual import Player, Step, agrees, steps

ROOT = Path(__file__).parents[2]
FILES = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A file that a page shows whole, under its name."""
REFUSED = re.compile(r"^(?:\? |workshop: |Usage: |Not added: )", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def off(step: Step, said: str) -> bool:
    """What is shown has to be what was said; what is shown without an answer has to work."""
    if step.hidden or not step.shown:
        return REFUSED.search(said) is not None
    return not agrees(step.shown, said)


@pytest.mark.parametrize("name", ["facilitator", "command-line", "extending"])
def test_a_page_shows_what_the_program_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page(f"docs/{name}.md")
    for file, content in FILES.findall(text):
        (tmp_path / "ourfirm" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ourfirm" / file).write_text(content, encoding="utf-8")
    played = Player(tmp_path, monkeypatch).play(steps(text))
    assert len(played) > 10
    assert [(f"{step.sign} {step.line}", said) for step, said in played if off(step, said)] == []
    if name == "extending":
        own = (tmp_path / "ourfirm" / "minutes.html").read_text(encoding="utf-8")
        assert "<h2>Who helped whom</h2>" in own
        assert "Jo Berg says: Ana found us the corner stand" in own


TOUR = page("README.md").partition("## Your own meeting, in five minutes\n")[2].partition("\n## ")[0]


def tour() -> list[Step]:
    """The README's tour from its first command to its last, with what its screens show."""
    shown = {step.line: step for step in steps(TOUR)}
    found: list[Step] = []
    for kind, block in re.findall(r"^```(\w+)\n(.*?)^```$", TOUR, re.MULTILINE | re.DOTALL):
        lines = block.splitlines()
        if kind == "sh":
            found += [Step("$", line, ()) for line in lines if not line.startswith(". ")]
        elif lines[0].startswith("> "):
            typed = [step.line for step in found]
            found += [step for line, step in shown.items() if line not in typed]
        else:
            found += [shown.get(line, Step(">", line, ())) for line in lines]
    return found


def test_the_tour_of_the_readme_leads_to_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played = Player(tmp_path, monkeypatch).play(tour())
    assert [(step.line, said) for step, said in played if off(step, said)] == []
    assert sum(1 for step, _ in played if step.shown) == 3
    assert next(said for step, said in played if step.line == "/close").strip().endswith(".pdf")
    assert [made.read_bytes()[:5] for made in (tmp_path / "ourfirm" / "minutes").iterdir()] == [b"%PDF-"]
