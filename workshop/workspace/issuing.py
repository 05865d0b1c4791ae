"""Papers of a meeting: rendered on demand, and issued into minutes/ at the close and at approval."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import MissingLibrary, NotStored, Refused
from workshop.model.facts import MinutesImported
from workshop.model.meeting import Meeting
from workshop.store import FileJournal, replace_file
from workshop.workspace.core import Workspace
from workshop.workspace.history import standing
from workshop.workspace.told import told

if TYPE_CHECKING:  # the exporting room brings Babel and Jinja, 150 ms: only what makes a paper loads it
    from workshop.exporting.digest import Source
    from workshop.exporting.digest.source import Copy

FOLDER = "minutes"


def source(workspace: Workspace, number: int, audience: Copy = "internal") -> Source:
    """What the papers of one meeting are made from. Raises NotFound."""
    from workshop.exporting.digest import Source

    found = standing(workspace, number)
    return Source(
        found.state, found.meeting, workspace.people, workspace.settings, workspace.library, audience
    )


def render(
    workspace: Workspace, number: int, name: str, audience: Copy = "internal", person: str = ""
) -> bytes:
    """One paper in the format of that name. Raises NotFound, MissingLibrary."""
    from workshop.exporting.formats import format_for
    from workshop.exporting.look import look_of

    if (document := imported(workspace, number)) is not None:
        from workshop.exporting.jsonfile import read

        minutes = read(document.encode(), f"M-{number}")
        if audience != minutes.audience:
            raise Refused(
                f"M-{number} was imported as the copy for {minutes.audience}; no other can be made of it.",
                fix=f"Export it with --for {minutes.audience}.",
            )
        return format_for(name).write(minutes, look_of(workspace.settings, workspace.directory), person)
    return format_for(name).render(source(workspace, number, audience), workspace.directory, person)


def render_paper(workspace: Workspace, number: int, name: str, form: str = "pdf", whose: str = "") -> bytes:
    """Another paper of a meeting, as `pdf` or `html`; `whose` is a person's id or a side. Raises NotFound, Refused."""
    from workshop.exporting.papers import paper_for

    guest = any(person.id == whose and person.team == "guest" for person in workspace.people)
    held = source(workspace, number, "guests" if guest else "internal")
    if name == "pocket":
        from workshop.workspace.heard import heard_before

        held = replace(held, heard=heard_before(workspace, held))
    return paper_for(name).render(held, workspace.directory, form, whose)


def imported(workspace: Workspace, number: int) -> str | None:
    """The document of a meeting that was imported; None for one held here."""
    if all(found.meeting != number for found in workspace.state.imported):
        return None
    facts = (fact for line in told(FileJournal(workspace.directory).read()) for fact in line.facts)
    return next(
        fact.document for fact in facts if isinstance(fact, MinutesImported) and fact.meeting == number
    )


def issue(workspace: Workspace, number: int) -> Iterator[str]:
    """Writes the minutes into the folder of the workspace and says where; earlier versions stay."""
    meeting = standing(workspace, number).meeting
    folder = workspace.directory / FOLDER
    stem = f"M-{number} {meeting.on.isoformat()} {version(meeting)}"
    from workshop.exporting.pdf.glyphs import watched

    try:
        with watched() as undrawn:
            content = _pdf(workspace, number)
        yield _written(folder / f"{stem}.pdf", content)
        if told := undrawn.sentence():
            yield f"! {told}"
    except (MissingLibrary, NotStored) as off:
        yield f"! {off}"
        for name in ("md", "json"):
            yield _tried(folder / f"{stem}.{name}", render(workspace, number, name))


def _pdf(workspace: Workspace, number: int) -> bytes:
    """The minutes as a PDF, which may lie ready."""
    from workshop.exporting import pdf
    from workshop.exporting.digest import digest
    from workshop.exporting.look import look_of

    look = look_of(workspace.settings, workspace.directory)
    return (workspace.press or pdf.press)(pdf.work(digest(source(workspace, number)), look))


def version(meeting: Meeting) -> str:
    """`draft`, `draft 2` after a reopening, `approved`."""
    if meeting.status == "approved":
        return "approved"
    again = len(meeting.reopenings)
    return f"draft {again + 1}" if again else "draft"


def _written(path: Path, content: bytes) -> str:
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as off:
        raise NotStored(
            f"The folder {path.parent} could not be made ({off.strerror}).",
            fix="Make room on the disk or check who may write there, and export the minutes.",
        ) from off
    replace_file(path, content, private=False)
    return f"Minutes: {path}"


def _tried(path: Path, content: bytes) -> str:
    try:
        return _written(path, content)
    except NotStored as off:
        return f"! {off}"
