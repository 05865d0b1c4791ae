"""The lock of the meeting that is being run: one program steers it, others read and capture."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType

from workshop.store.locks import hold


class RunningLock(AbstractContextManager["RunningLock"]):
    """Held from opening a meeting to leaving it; it goes with the program, however that ends."""

    def __init__(self, directory: Path, meeting: int) -> None:
        self._directory = directory
        self._meeting = meeting
        self._held = ExitStack()

    def __enter__(self) -> RunningLock:
        """Raises Locked at once when another program runs the meeting."""
        name = f"M-{self._meeting}"
        self._held.enter_context(
            hold(
                self._directory,
                f"running-{name}",
                patience=0,
                busy=f"{name} is being run in another terminal.",
                fix=f"Read it here with `workshop show {name}`, or capture something with `workshop add '...'`.",
            )
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()
