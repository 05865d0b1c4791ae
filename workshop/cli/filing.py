"""Content into the file that was asked for, or onto stdout."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import click

from workshop.cli.patience import patient
from workshop.errors import NotStored, Refused
from workshop.store import replace_file


def check(target: str, name: str = "minutes.pdf") -> None:
    """Before a paper is made for it: a place where no file can be put is Refused. `name`: what one may be called."""
    path = Path(target)
    if S_ISDIR(_mode(path)) or target.endswith(os.sep) or not path.name:
        raise Refused(
            f"'{target}' is a folder, and a paper goes into a file." if target else "Which file?",
            fix=f"Name the file: --to {shlex.quote(str(path / name))}",
        )
    if target != "-" and not S_ISDIR(_mode(path.parent)):
        raise Refused(
            f"There is no folder {path.parent.absolute()}.", fix="Make it first, or give another file."
        )


def put(target: str, content: bytes, *, quiet: bool) -> None:
    """Writes the file and says how large it is; `-` is stdout. Raises NotStored."""
    if target == "-":
        _onto_stdout(content)
        return
    path = Path(target)
    if _mode(path) and not S_ISREG(_mode(path)):
        _into(path, content)  # a pipe or a device stays what it is
    else:
        replace_file(path, content, private=False)
    if not quiet:
        click.echo(f"{path} ({len(content):,} bytes)")


def _mode(path: Path) -> int:
    """What lies there; 0 for nothing, and for what cannot be looked at."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _into(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except OSError as off:
        raise _not_taken(off) from off


def _onto_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except OSError as off:
        # What is left in the buffer would be tried once more at the exit, and stumble there again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _not_taken(off) from off


def _not_taken(off: OSError) -> NotStored:
    return NotStored(
        f"The output could not be written ({off.strerror}).",
        fix="Make room where it goes, or give a file: --to minutes.pdf",
    )


@contextmanager
def pressed() -> Iterator[None]:
    """Papers made inside say which letters no font here could draw, and that they are made where it takes long."""
    from workshop.exporting.pdf.glyphs import watched  # brings the exporting room

    with patient("The paper is being made; long ones take a while."), watched() as undrawn:
        yield
    if told := undrawn.sentence():
        click.echo(f"! {told}", err=True)
