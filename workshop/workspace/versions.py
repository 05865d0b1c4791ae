"""Versions of minutes: a meeting as it stands now, or a file that left the program earlier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

from workshop.errors import NotFound
from workshop.exporting.digest import Minutes, digest
from workshop.exporting.digest.source import Copy
from workshop.exporting.jsonfile import fingerprint, read
from workshop.exporting.pdf.attached import minutes_in
from workshop.model import ids
from workshop.model.meeting import Meeting
from workshop.model.values import dataclass
from workshop.workspace.core import Workspace
from workshop.workspace.history import versions
from workshop.workspace.issuing import imported, source, version

COPIES: tuple[Copy, ...] = get_args(Copy)
OVER = ("closed", "approved")


@dataclass(frozen=True, slots=True)
class Version:
    """Minutes as the record has, or once had, them."""

    minutes: Minutes
    told: str
    """`approved`; with the time of its last change where the record was changed since: `draft of 2026-03-03 11:02`."""
    current: bool = True


def version_of(
    workspace: Workspace, numbers: tuple[int, ...], copies: tuple[Copy, ...], marks: set[str], *, over: bool = True
) -> Version | None:  # fmt: skip
    """The version with one of these digests; `over` leaves out those of a meeting that still ran.

    What stands now is asked first; older ones cost reading the whole journal.
    """
    known = [number for number in numbers if standing_version(workspace, number) is not None]
    for find in (_standing, partial(_earlier, over=over)):
        for number in known:
            for one in find(workspace, number, copies):
                if fingerprint(one.minutes) in marks:
                    return one
    return None


def standing_version(workspace: Workspace, number: int) -> Version | None:
    """The minutes as they stand, for both teams; null where there is no such meeting."""
    try:
        return next(_standing(workspace, number, ("internal",)))
    except NotFound:
        return None


def _standing(workspace: Workspace, number: int, copies: tuple[Copy, ...]) -> Iterator[Version]:
    if (document := imported(workspace, number)) is not None:
        yield Version(read(document.encode(), f"M-{number}"), "as it was imported")
        return
    for copy in copies:
        held = source(workspace, number, copy)
        yield Version(digest(held), _named(held.meeting))


def _earlier(workspace: Workspace, number: int, copies: tuple[Copy, ...], *, over: bool) -> Iterator[Version]:
    if imported(workspace, number) is not None:
        return
    zone, asked = ZoneInfo(workspace.settings.zone), [source(workspace, number, copy) for copy in copies]
    for line, held in versions(workspace, number):
        if (held.meeting.status in OVER) is not over:
            continue
        told = f"{_named(held.meeting)} of {line.at.astimezone(zone):%Y-%m-%d %H:%M}"
        for one in asked:
            yield Version(digest(replace(one, state=held.state, meeting=held.meeting)), told, current=False)


def _named(meeting: Meeting) -> str:
    return version(meeting) if meeting.status in OVER else meeting.status


def minutes_of(workspace: Workspace, what: str) -> Minutes:
    """The minutes of `M-1` as they stand, or those in a PDF or JSON file. Raises NotFound, Damaged, NewerFile."""
    named = ids.read(what)
    if named is not None and named[0] == "M":
        document = imported(workspace, named[1])
        return read(document.encode(), what) if document is not None else digest(source(workspace, named[1]))
    return minutes_in_file(Path(what))


def minutes_in_file(path: Path) -> Minutes:
    """The minutes in a PDF or a JSON file. Raises NotFound, Damaged, NewerFile."""
    try:
        content = path.read_bytes()
    except OSError as off:
        raise NotFound(
            f"{path} cannot be read ({off.strerror}).", fix="Name a meeting (M-1) or a file."
        ) from off
    if content.startswith(b"%PDF"):
        return minutes_in(content, str(path))
    return read(content, str(path))


def first_version(workspace: Workspace, number: int) -> Minutes:
    """The minutes as the record had them when the meeting was closed for the first time. Raises NotFound."""
    first = next(_earlier(workspace, number, ("internal",), over=True), None)
    if first is None:
        raise NotFound(
            f"There is one version of M-{number}: it was imported, or is not closed yet.",
            fix=f"Name the file to compare it with: workshop diff minutes.pdf M-{number}",
        )
    return first.minutes
