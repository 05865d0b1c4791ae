"""The wheel holds what the repository holds, and it runs where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELVES = ("agendas", "exercises", "exports")
RECORDS = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment with the wheel alone; what it depends on is lent by this one."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home)
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(home)}))
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home)}))
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # A folder named in a .pth file lends its packages, not its own .pth files: no editable install comes along.
    (site / "lent.pth").write_text("\n".join(sorted(lent)) + "\n")
    return scripts


def run_installed(words: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(words, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def in_repository() -> set[str]:
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return {name for name in names.split("\0") if (ROOT / name).is_file()}


def place_in_wheel(name: str) -> str | None:
    """Where a file of the repository lies in the wheel; None where it stays at home."""
    top, _, rest = name.partition("/")
    if top == "workshop":
        return name
    if top in SHELVES and rest != "README.md":
        return f"workshop/shipped/{name}"
    return None


def in_wheel(wheel: Path) -> set[str]:
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_what_the_repository_holds(wheel: Path) -> None:
    assert in_wheel(wheel) == {place for name in in_repository() if (place := place_in_wheel(name))}


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_comes_along_and_is_content_only(wheel: Path, shelf: str) -> None:
    names = {name for name in in_wheel(wheel) if name.startswith(f"workshop/shipped/{shelf}/")}
    assert names
    assert not {name for name in names if name.endswith((".py", ".pyc"))}


def test_the_wheel_carries_its_licence_and_its_command(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition(".dist-info/")[2] for name in names if ".dist-info/" in name} == RECORDS


def test_the_installed_wheel_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    where = run_installed([installed / "python", "-c", "import workshop; print(workshop.__file__)"], tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.parent)


def test_the_installed_wheel_tells_its_version(installed: Path, tmp_path: Path) -> None:
    told = run_installed([installed / "workshop", "--version"], tmp_path)
    assert told.returncode == 0, told.stderr
    assert "0.1.0" in told.stdout


def test_the_installed_wheel_runs_a_whole_meeting_and_leaves_two_pdfs(
    installed: Path, tmp_path: Path
) -> None:
    done = run_installed([installed / "workshop", "demo", "--into", tmp_path / "demo"], tmp_path)
    assert done.returncode == 0, done.stderr
    pages = sorted((tmp_path / "demo").rglob("*.pdf"))
    assert [page.read_bytes()[:5] for page in pages] == [b"%PDF-", b"%PDF-"]


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_shelf_is_no_package_of_its_own(installed: Path, tmp_path: Path, shelf: str) -> None:
    tried = run_installed([installed / "python", "-c", f"import {shelf}"], tmp_path)
    assert tried.returncode == 1
    assert f"No module named '{shelf}'" in tried.stderr
