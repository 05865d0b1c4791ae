"""Bytes that are on the disk when the function returns, whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from workshop.errors import NotStored


def sync(descriptor: int) -> None:
    """Returns when the content of an open file is on the disk."""
    # macOS and Windows have no fdatasync.
    getattr(os, "fdatasync", os.fsync)(descriptor)


def sync_folder(folder: Path) -> None:
    """Returns when the names in a folder are on the disk; without it a power cut can undo a rename."""
    if os.name == "nt":
        return  # a folder cannot be opened there, and NTFS logs its names
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes a folder, with those above it, where there is none, and puts its name on the disk. Raises NotStored."""
    try:
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)
    except OSError as reason:
        raise NotStored(
            f"The folder {folder} could not be made ({reason.strerror}).", fix="Choose another place for it."
        ) from reason


def replace_file(path: Path, content: bytes, *, synced: bool = True, private: bool = True) -> None:
    """Puts a file in place of another: whoever opens it finds all of the old or all of the new one.

    Only its owner may read it (0600); not `private`, whoever may read their other files: for papers to hand on. Not `synced`, it is quick and may be gone after a power cut: for what can be
    computed again. Raises NotStored; the old file then stands untouched.
    """
    fresh = path.with_name(
        f".{os.urandom(8).hex()}.tmp"
    )  # short: the name itself may be as long as names can be
    try:
        with open(fresh, "xb", opener=_private if private else None) as file:
            file.write(content)
            file.flush()
            if synced:
                sync(file.fileno())
        fresh.replace(path)
        if synced:
            sync_folder(path.parent)
    except OSError as reason:
        raise NotStored(
            f"{path.name} could not be written ({reason.strerror}). It is as it was before.",
            fix="Make room on the disk or check who may write there, and do it again.",
        ) from reason
    finally:
        with suppress(OSError):  # it is there no more, or never was
            fresh.unlink()


def free_name(path: Path) -> Path:
    """The path itself, or with -2, -3 ... before its ending where a file of that name lies already."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
