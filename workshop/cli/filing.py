"""Content into the file that was asked for, or onto stdout."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from workshop.errors import Refused
from workshop.store import replace_file


def put(target: str, content: bytes, *, quiet: bool) -> None:
    """Writes the file and says how large it is; `-` is stdout. Raises Refused, NotStored."""
    if target == "-":
        sys.stdout.buffer.write(content)
        return
    path = Path(target)
    if not path.resolve().parent.is_dir():
        raise Refused(
            f"There is no folder {path.resolve().parent}.", fix="Make it first, or give another file."
        )
    replace_file(path, content, private=False)
    if not quiet:
        click.echo(f"{path} ({len(content):,} bytes)")


@contextmanager
def pressed() -> Iterator[None]:
    """Papers made inside say which letters no font here could draw."""
    from workshop.exporting.pdf.glyphs import watched  # brings the exporting room

    with watched() as undrawn:
        yield
    if told := undrawn.sentence():
        click.echo(f"! {told}", err=True)
