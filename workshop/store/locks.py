"""Locks that several programs share, each a file in the folder `locks` of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.errors import Locked, NotStored

PATIENCE = 5.0
"""Seconds to wait for another program to finish its write."""
_POLL = 0.005
"""Seconds between two looks at a lock that is held: a write takes less than a millisecond."""


@contextmanager
def hold(directory: Path, name: str, *, busy: str, fix: str, patience: float | None = None) -> Iterator[None]:
    """Holds the lock for the body; it goes with the program, however that ends.

    Raises Locked with the sentence `busy` after `patience` seconds (PATIENCE unless given), and NotStored
    where the folder cannot be written.
    """
    from filelock import FileLock, Timeout  # 40 ms to import; a command that only reads does without

    folder = directory / "locks"
    try:
        folder.mkdir(exist_ok=True)
        # Not thread-local: a meeting opened in one thread is closed by another.
        lock = FileLock(
            folder / f"{name}.lock",
            timeout=PATIENCE if patience is None else patience,
            poll_interval=_POLL,
            mode=0o600,
            thread_local=False,
        )
        lock.acquire()
    except Timeout as reason:
        raise Locked(busy, fix=fix) from reason
    except OSError as reason:
        raise NotStored(
            f"{directory} cannot be written ({reason.strerror}); nothing was stored.",
            fix="Check who may write in that folder.",
        ) from reason
    try:
        yield
    finally:
        lock.release()
