"""The program in a real terminal: a prompt, a refused line back under the cursor, history, and ctrl-D."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from workshop.workspace import Workspace

# The runner has threads of its own; the child only starts another program.
pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
PROMPT = "> "
CTRL_U, UP = "\x15", "\x1b[A"


def interruptible() -> None:
    """Whoever runs these tests in the background has Ctrl-C ignored, and the program would inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def terminal(planned: Path) -> Iterator[pexpect.spawn]:
    """`workshop run --plain` at its first prompt, 100 columns wide."""
    program = start(planned)
    yield program
    program.close(force=True)


def start(firm: Path) -> pexpect.spawn:
    program = pexpect.spawn(
        sys.executable,
        ["-m", "workshop", "-w", str(firm), "run", "--plain"],
        encoding="utf-8",
        timeout=90,
        preexec_fn=interruptible,
        dimensions=(40, 100),
        env={"TERM": "xterm", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "INPUTRC": "/dev/null"},
    )
    program.expect_exact("nothing is lost.")
    program.expect_exact(PROMPT)
    return program


def said(firm: Path) -> list[str]:
    return [entry.said.text for entry in Workspace(firm).state.meetings[0].entries]


def test_a_conversation_at_the_prompt(terminal: pexpect.spawn, planned: Path) -> None:
    terminal.sendline("o: Ten weeks is too long @ana")
    terminal.expect_exact("N-1 objection · Ana Ruiz: Ten weeks is too long")
    terminal.expect_exact(PROMPT)
    # The history brings back what was typed before.
    terminal.send(UP)
    terminal.expect_exact("o: Ten weeks is too long @ana")
    terminal.send(CTRL_U)
    # A refused line stands under the cursor again: one word more, and Enter.
    terminal.sendline("n: The sheet is old @an.x")
    terminal.expect_exact("? Nobody called 'an.x' is known here.")
    terminal.expect_exact(f"{PROMPT}n: The sheet is old @an.x")
    terminal.sendline("\x7f\x7f")
    terminal.expect_exact("N-2 note · Ana Ruiz: The sheet is old")
    terminal.expect_exact(PROMPT)
    terminal.sendline("/help objection")
    terminal.expect_exact("objection: ")
    terminal.expect_exact(PROMPT)
    terminal.sendline("/next")
    terminal.expect_exact("== 2/6 ")
    terminal.expect_exact(PROMPT)
    terminal.sendeof()
    terminal.expect_exact("M-1 stays open. Take it up again: workshop run --plain M-1")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0
    assert said(planned) == ["Ten weeks is too long", "The sheet is old"]
    again = pexpect.spawn(
        sys.executable,
        ["-m", "workshop", "-w", str(planned), "run", "--plain", "M-1"],
        encoding="utf-8",
        timeout=90,
        preexec_fn=interruptible,
    )
    again.expect_exact("goes on.")
    again.expect_exact("== 2/6 ")
    again.close(force=True)


def test_ctrl_c_leaves_with_the_sentence_how_to_go_on(terminal: pexpect.spawn, planned: Path) -> None:
    terminal.sendline("n: one")
    terminal.expect_exact("N-1 note · one")
    terminal.expect_exact(PROMPT)
    terminal.sendintr()
    terminal.expect_exact("M-1 stays open.")
    terminal.expect_exact("Interrupted.")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130
    assert said(planned) == ["one"]


def test_lines_that_lie_in_the_terminal_behind_the_close_never_reach_the_shell(
    terminal: pexpect.spawn, planned: Path
) -> None:
    terminal.send("n: one\n/close early the room is needed\nn: two >file\n")
    terminal.expect_exact("? This line was not taken behind /close early the room is needed.")
    terminal.expect_exact("  n: two >file")
    terminal.expect(pexpect.EOF)
    assert said(planned) == ["one"]


def test_a_paper_that_takes_long_says_so_and_broken_off_leaves_nothing(firm: Path, tmp_path: Path) -> None:
    # Boxes one in the other: each of them doubles the time that laying them out takes.
    slow = "<div style='display: flex; flex-direction: column'>" * 40 + "slow" + "</div>" * 40
    (firm / "exports" / "minutes").mkdir(parents=True)
    (firm / "exports" / "minutes" / "actions.jinja").write_text(slow, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "aside").mkdir()
    program = pexpect.spawn(
        sys.executable,
        ["-m", "workshop", "-w", str(firm), "export", "M-1", "--to", str(tmp_path / "out" / "minutes.pdf")],
        encoding="utf-8",
        timeout=90,
        preexec_fn=interruptible,
        dimensions=(40, 100),
        env={"TERM": "xterm", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TMPDIR": str(tmp_path / "aside")},
    )
    program.expect_exact("The paper is being made; long ones take a while. Ctrl+C breaks it off.")
    program.sendintr()
    program.expect_exact("Interrupted.")
    program.expect(pexpect.EOF)
    program.close()
    assert program.exitstatus == 130
    assert [*(tmp_path / "out").iterdir(), *(tmp_path / "aside").iterdir()] == []
