"""The meetings whose pages are looked at: every line of their scripts is still taken."""

import shutil
from pathlib import Path

import pytest

import workshop
from workshop.line.script_workspace import script_session
from workshop.line.scripts import play

SAMPLE = Path(workshop.__file__).parent / "sample"
SCRIPTS = Path(__file__).parents[1] / "gallery"
FIRM = (*(SAMPLE / f"{name}.txt" for name in ("kickoff", "between", "sync")), SCRIPTS / "launch.txt", SCRIPTS / "quarter.txt")  # fmt: skip


@pytest.mark.parametrize(
    ("shelf", "scripts", "meetings"),
    [
        ("", FIRM, 4),
        ("", (SCRIPTS / "huddle.txt",), 1),
        ("", (SCRIPTS / "small.txt",), 1),
        ("region", (SCRIPTS / "region.txt",), 1),
    ],
)
def test_no_line_of_a_gallery_script_is_refused(
    tmp_path: Path, shelf: str, scripts: tuple[Path, ...], meetings: int
) -> None:
    folder = tmp_path / "room"
    if shelf:
        shutil.copytree(SCRIPTS / shelf, folder)
    session = script_session(folder, issue=False)
    for script in scripts:
        list(play(session, script))
    assert [meeting.status for meeting in session.workspace.state.meetings].count("running") == 0
    assert len(session.workspace.state.meetings) == meetings
