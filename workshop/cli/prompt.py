"""The conversation of the line mode: a prompt on a terminal, plain lines from a pipe."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from threading import Event, Lock, Thread

import click

from workshop.cli.output import say
from workshop.cli.patience import STILL, patient
from workshop.cli.typed import piped, typed_ahead
from workshop.errors import WorkshopError
from workshop.line.session import Session, says_nothing

EVERY = 5.0
"""Seconds between two looks at the clock while nobody types."""


def converse(session: Session, *, ask: bool, speed: int = 1, stays: bool = True) -> int:
    """Feeds lines to the session until it is over; returns the exit code: 1 if a piped line was refused or not read.

    However it is left, it says how to go on. `speed`: how many times as fast as here the session's time goes by;
    `stays`: what is left can be taken up again.
    """
    try:
        refused = _talk(session, ask=ask, speed=speed, stays=stays)
    finally:
        running = session.workspace.state.running
        if running is not None and stays:
            name = f"M-{running.number}"
            say(f"{name} stays open. Take it up again: workshop run --plain {name}", err=True)
    return 0 if ask or not refused else 1


def _talk(session: Session, *, ask: bool, speed: int, stays: bool) -> int:
    """One line after the other; the number of those that were refused, or piped in behind the end."""
    refused = 0
    pasted: deque[str] = deque()
    lines = _asked(session, pasted, speed, stays=stays) if ask else piped()
    for line in lines:
        running = session.workspace.state.running
        try:
            with patient(STILL):
                for said in session.feed(line):
                    say(said)
        except WorkshopError as error:
            refused += 1
            say(f"? {error}", err=True)
            if ask:
                _keep(line)
        if session.over or (running is not None and session.workspace.state.running is None):
            if not ask:
                return refused + _left(lines, line)
            _hand_back((*pasted, *typed_ahead()), line)
            return refused
    return refused


def _left(lines: Iterator[str], last: str) -> int:
    """The number of lines that stand in a pipe behind the last one that was taken, said if there are any."""
    left = sum(1 for line in lines if not says_nothing(line))
    if left:
        told = "1 line was" if left == 1 else f"{left} lines were"
        say(f"? {told} not read behind {last.strip()}. Between meetings: workshop add - < FILE", err=True)
    return left


def _hand_back(lines: Iterable[str], last: str) -> None:
    """Shows the lines that were pasted behind the last one that was taken: none of them is lost, none goes to the shell."""
    left = [line for line in lines if not says_nothing(line)]
    if left:
        told = "This line was" if len(left) == 1 else f"These {len(left)} lines were"
        say(f"? {told} not taken behind {last.strip()}. Between meetings: workshop add 'LINE'", err=True)
        for line in left:
            say(f"  {line}", err=True)


def _asked(session: Session, pasted: deque[str], speed: int, *, stays: bool) -> Iterator[str]:
    """Lines typed at a prompt, with the time said at its marks even while nobody types.

    What is pasted comes as one piece; `pasted` holds those of its lines that are still to be taken.
    """
    with suppress(ImportError):  # Windows has none
        import readline  # noqa: F401 - with it the prompt has a history and can be edited
    kept = "nothing is lost" if stays else "nothing is kept"
    click.echo(f"Type what is said. /help shows what is possible, /quit leaves; {kept}.")
    lock, over = Lock(), Event()
    Thread(target=_watch, args=(session, lock, over, EVERY / speed), daemon=True).start()
    try:
        while not session.over:
            try:
                line = input("> ")
            except EOFError:
                return
            pasted.extend(line.split("\n"))
            with lock:
                while pasted:
                    yield pasted.popleft()
    finally:
        over.set()


def _watch(session: Session, lock: Lock, over: Event, every: float) -> None:
    while not over.wait(every):
        with lock:
            for mark in session.marks():
                click.echo(f"\n{mark}\n> ", nl=False)


def _keep(line: str) -> None:
    """Puts a refused line back under the cursor, where the terminal can do that."""
    try:
        import readline
    except ImportError:  # Windows has none: the line stands on the screen, one arrow key away
        return

    def insert() -> None:
        readline.insert_text(line)
        readline.redisplay()
        readline.set_pre_input_hook(None)

    readline.set_pre_input_hook(insert)
