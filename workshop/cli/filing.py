"""Content into the file that was asked for, or onto stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from workshop.cli.patience import patient
from workshop.errors import NotStored, Refused
from workshop.store import replace_file


def put(target: str, content: bytes, *, quiet: bool) -> None:
    """Writes the file and says how large it is; `-` is stdout. Raises Refused, NotStored."""
    if target == "-":
        _onto_stdout(content)
        return
    path = Path(target)
    if not path.resolve().parent.is_dir():
        raise Refused(
            f"There is no folder {path.resolve().parent}.", fix="Make it first, or give another file."
        )
    replace_file(path, content, private=False)
    if not quiet:
        click.echo(f"{path} ({len(content):,} bytes)")


def _onto_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever reads has read enough
        raise
    except OSError as off:
        # What is left in the buffer would be tried once more at the exit, and stumble there again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise NotStored(
            f"The output could not be written ({off.strerror}).",
            fix="Make room where it goes, or give a file: --to minutes.pdf",
        ) from off


@contextmanager
def pressed() -> Iterator[None]:
    """Papers made inside say which letters no font here could draw, and that they are made where it takes long."""
    from workshop.exporting.pdf.glyphs import watched  # brings the exporting room

    with patient("The paper is being made; long ones take a while."), watched() as undrawn:
        yield
    if told := undrawn.sentence():
        click.echo(f"! {told}", err=True)
