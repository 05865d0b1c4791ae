"""The repository names its reasons, pins what it installs, and tells nothing about the machine it was made on."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
TABLES = tomllib.loads(PYPROJECT)
BUILD: list[str] = TABLES["build-system"]["requires"]
DEPENDENCIES: list[str] = [*TABLES["project"]["dependencies"], *TABLES["dependency-groups"]["dev"]]
LINT = TABLES["tool"]["ruff"]["lint"]
EXCEPTIONS: list[str] = [*LINT["ignore"], *LINT["per-file-ignores"]]
PINS = dict(
    line.split("==")
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)

# Written so that no pattern finds itself here.
UNWANTED = {
    "a path of one machine": r"/(?:work|root)/",
    "the address of a package registry": r"(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com)\b",
    "work put off: do it, or write it down elsewhere": r"\b(?:TO[D]O|FIX[M]E)\b|NotImplemented[E]rror",
    "a type left unchecked without code and reason": r"#\s*type:\s*ignore(?!\[[\w, -]+\]\s+#\s*\S)",
    "a lint left unchecked without code": r"#\s*noqa(?!:\s*[A-Z]+\d)",
    "a test that does not run": r"pytest\.(?:mark\.)?(?:skip|xfail|importor)",
}


def repository_texts() -> list[tuple[str, str]]:
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [(name, ROOT / name) for name in names.split("\0") if (ROOT / name).is_file()]
    return [(name, file.read_bytes().decode("utf-8", errors="replace")) for name, file in files]


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_the_repository_is_free_of(unwanted: str) -> None:
    pattern = re.compile(UNWANTED[unwanted])
    found = [
        (name, text.count("\n", 0, hit.start()) + 1, hit.group())
        for name, text in repository_texts()
        for hit in pattern.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("wanted", [*DEPENDENCIES, *EXCEPTIONS])
def test_a_dependency_and_a_lint_exception_have_their_reason_beside_them(wanted: str) -> None:
    (line,) = (line for line in PYPROJECT.splitlines() if f'"{wanted}"' in line.partition("#")[0])
    assert line.partition("#")[2].strip()


@pytest.mark.parametrize("wanted", [*BUILD, *DEPENDENCIES])
def test_a_dependency_is_pinned_within_its_bounds(wanted: str) -> None:
    asked = Requirement(wanted)
    pinned = {canonicalize_name(name): version for name, version in PINS.items()}
    assert asked.specifier.contains(pinned[canonicalize_name(asked.name)])
