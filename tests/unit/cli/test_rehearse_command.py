"""`workshop rehearse` from a pipe."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from scripts import Stage

from workshop.cli.root import run

Rehearse = Callable[..., tuple[int, str]]
FIRM = """
/at 2026-03-02 19:00
/person Ana Ruiz; sales
/person Cleo Fox; marketing
"""


@pytest.fixture
def rehearse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rehearse:
    """Runs the command over a firm, typing these lines; gives back the code and what was said."""
    Stage(tmp_path).play(FIRM)

    def typed(lines: str, *arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        with pytest.raises(SystemExit) as left:
            run(["-w", str(tmp_path), "rehearse", *arguments])
        code = left.value.code
        assert isinstance(code, int)
        return code, capsys.readouterr().out

    return typed


def test_it_says_at_both_ends_that_all_is_thrown_away(rehearse: Rehearse, tmp_path: Path) -> None:
    before = (tmp_path / "journal.jsonl").read_bytes()
    code, said = rehearse("o: Ten weeks is too long\n", "sync-30", "--speed", "60")
    lines = said.splitlines()
    assert code == 0
    assert lines[0].startswith("A rehearsal: everything typed here is thrown away at the end.")
    assert "60 times as fast" in lines[0]
    assert any("Ten weeks is too long" in line for line in lines)
    assert lines[-1].startswith("The rehearsal is over.")
    assert "stays open" not in said
    assert (tmp_path / "journal.jsonl").read_bytes() == before


def test_the_papers_are_kept_only_where_asked(rehearse: Rehearse, tmp_path: Path) -> None:
    code, said = rehearse("n: invented\n", "sync-30", "--keep", str(tmp_path / "trial"))
    assert code == 0
    kept = sorted(path.name for path in (tmp_path / "trial").iterdir())
    assert kept
    assert all(f"Kept: {tmp_path / 'trial' / name}" in said for name in kept)
    assert not (tmp_path / "minutes").exists()


def test_a_line_that_was_refused_shows_in_the_exit_code(rehearse: Rehearse) -> None:
    assert rehearse("/goto 99\n", "sync-30")[0] == 1
