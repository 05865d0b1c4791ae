"""Sessions in children, one for each connection: a child can be killed without the price of a new Python.

Run as a program: `forking.py FD DIRECTORY`, where FD is a listening socket. A request and its reply are a line of JSON
each; the connection ends when the child is gone, however that came.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from workshop.errors import WorkshopError
from workshop.facilitation.face import face
from workshop.library import Library
from workshop.line.session import Session
from workshop.workspace import Workspace
from workshop.workspace.checking import problems


def _die(*_given: object, **_named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _torn(after: int) -> Callable[[int, bytes], None]:
    """A write that gets so many bytes onto the disk, counted around the line's length, and no further."""

    def write(descriptor: int, content: bytes) -> None:
        os.write(descriptor, content[: after % (len(content) + 1)])
        _die()

    return write


class Child:
    """What one connection asks for."""

    def __init__(self, directory: Path, outside: bool) -> None:
        self.workspace = Workspace(directory)
        self.session = Session(self.workspace, outside=outside, issue=False)

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to one request."""
        if "line" in request:
            try:
                return {"said": list(self.session.feed(request["line"]))}
            except WorkshopError as refused:
                return {"refused": str(refused)}
        if "die" in request:
            self._prepare(request["die"], request.get("after", 0))
            return {}
        return self._look()

    @staticmethod
    def _prepare(where: str, after: int) -> None:
        """Makes the next line the last one: torn after some bytes, synced but not told, or with its box left over."""
        match where:
            case "write":
                patch("workshop.store.appending._write_whole", _torn(after)).start()
            case "sync":
                patch("workshop.store.appending.testify", _die).start()
            case "box":
                patch("workshop.store.boxes.Box.delete", _die).start()

    def _look(self) -> dict[str, Any]:
        """Both clocks in ms, what `verify` finds, and what was put right."""
        meeting = self.workspace.state.running
        shown = face(meeting, self.workspace.house().moment) if meeting else None
        return {
            "gone": shown.meeting.gone if shown else None,
            "item_left": shown.item.left if shown and shown.item else None,
            "problems": list(problems(self.workspace)),
            "notices": list(self.workspace.notices),
        }


def serve(connection: socket.socket, directory: Path, library: Library) -> None:
    """Answers until the connection ends."""
    with connection.makefile("rwb") as file:
        lines = _requests(file.readline)
        outside = bool(next(lines)["outside"])
        child = Child(directory, outside)
        child.workspace.library = library
        with nullcontext() if outside else child.workspace.running_lock(1):
            file.write(json.dumps({"pid": os.getpid()}).encode() + b"\n")
            file.flush()
            for request in lines:
                file.write(json.dumps(child.answer(request)).encode() + b"\n")
                file.flush()


def _requests(readline: Callable[[], bytes]) -> Iterator[dict[str, Any]]:
    while line := readline():
        yield json.loads(line)


def main() -> None:
    """Forks a child for each connection and waits until it is gone before the connection ends."""
    directory = Path(sys.argv[2])
    # What a session loads on the way is loaded once for all of them.
    before = Session(Workspace(directory))
    list(before.feed("/help"))
    library = before.workspace.library
    import_module("filelock")
    listener = socket.socket(fileno=int(sys.argv[1]))
    while True:
        connection, _ = listener.accept()
        child = os.fork()
        if child == 0:
            try:
                serve(connection, directory, library)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        connection.close()


if __name__ == "__main__":
    main()
