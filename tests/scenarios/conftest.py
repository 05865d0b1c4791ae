"""Workspaces that the scenario tests look at; what is dear to play is played once."""

import shutil
from pathlib import Path

import pytest
from scripts import Stage, people

FIRM = people(
    "facilitator Ida Fell",
    "sales Ana Ruiz, Bo Lind, Cem Acar, Dora Pohl, Ewa Nowak",
    "marketing Finn Moe, Gita Rao, Hal Ott",
    "sponsor Jo Marsh",
)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty workspace on a script's clock."""
    return Stage(tmp_path / "firm")


@pytest.fixture
def room(stage: Stage) -> Stage:
    """A sync that runs since 09:00 with five sellers, three marketers and a facilitator."""
    stage.play(f"/at 2026-03-01 08:00\n{FIRM}\n/meeting sync-30 2026-03-03 09:00")
    stage.play("/at 2026-03-03 09:00\n/here all\n/apologies Jo Marsh\n/start")
    return stage


@pytest.fixture(scope="session")
def kickoff(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The shipped kickoff of 3 March 2026, played to its close. To be looked at, not typed into."""
    return Stage(tmp_path_factory.mktemp("kickoff") / "norvik").play_file("kickoff")


@pytest.fixture(scope="session")
def sync(kickoff: Stage, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The same firm after the captures in between and the sync of 17 March. To be looked at, not typed into."""
    directory = tmp_path_factory.mktemp("sync") / "norvik"
    shutil.copytree(kickoff.directory, directory)
    return Stage(directory).play_file("between").play_file("sync")


@pytest.fixture(scope="module")
def firm(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The firm of a test module, played from the script that its `CASE` names: a name for the folder, and the script."""
    folder, script = request.module.CASE
    return Stage(tmp_path_factory.mktemp(script) / folder).play_case(script)
