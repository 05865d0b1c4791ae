"""Every link in the manual leads somewhere, and every file of the program that it names is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"^(?:```.*?^```$|    .*?$)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
SOURCE = re.compile(r"`((?:workshop|tests|bench|\.ci)/[\w./-]+)`")


def markdown() -> list[str]:
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
    names = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in names.split("\0") if (ROOT / name).is_file()]


PAGES = markdown()


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """What a heading is called in a link, as the usual Markdown viewers make it."""
    headings = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    bare = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in bare}


def loose(name: str) -> list[str]:
    """Links of a page that lead nowhere."""
    page = ROOT / name
    targets = [first or second for first, second in LINK.findall(prose(page))]
    return [target for target in targets if not leads(page, target)]


def leads(page: Path, target: str) -> bool:
    if target.startswith("https://"):  # somebody else's page
        return True
    file, _, anchor = target.partition("#")
    found = (page.parent / file).resolve() if file else page
    if not found.exists() or not found.is_relative_to(ROOT):
        return False
    return not anchor or anchor in anchors(found)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere_in_the_repository(name: str) -> None:
    assert loose(name) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_source_file_that_is_named_is_there(name: str) -> None:
    assert [path for path in SOURCE.findall(prose(ROOT / name)) if not (ROOT / path).exists()] == []


def test_a_link_that_leads_nowhere_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n\n[there](#a-page) [gone](#no-page) [gone](none.md)\n", encoding="utf-8")
    assert anchors(page) == {"a-page"}
    assert [leads(page, target) for target in ("#no-page", "none.md", "../../etc/hosts")] == [False] * 3


@pytest.mark.parametrize("name", PAGES)
def test_no_page_raises_its_voice(name: str) -> None:
    said = re.sub(r"`[^`]*`|<!--.*?-->|!\[", "", prose(ROOT / name), flags=re.DOTALL)
    assert re.findall(r"\S*!", said) == []
