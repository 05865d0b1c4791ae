"""Is a file of minutes what the record says? Its digest, its data, its words and its bytes, against this workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workshop.errors import NotFound, Refused
from workshop.exporting.carried import MOST, Carried, beside, carried, digest_of, words_of
from workshop.exporting.digest import Minutes
from workshop.exporting.formats import format_for
from workshop.exporting.jsonfile import fingerprint, read
from workshop.exporting.look import Look, look_of
from workshop.exporting.pdf import enclosed
from workshop.model.values import dataclass
from workshop.workspace.core import Workspace
from workshop.workspace.versions import COPIES, OVER, Version, standing_version, version_of

SHOWN = 8
"""Words of a difference that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    text: str
    good: bool = True
    """False where the file is not what the record says."""


def examined(path: Path, workspace: Workspace | None = None) -> Iterator[Finding]:
    """What a file of minutes is, a finding at a time; without a workspace, whether it agrees with itself.

    Raises NotFound, Damaged, NewerFile, Refused, MissingLibrary.
    """
    found = carried(_content(path), str(path))
    if found.out_of:
        yield Finding(f"In the mail: {found.out_of}. The words of the mail itself are not checked.")
    look = Look() if workspace is None else look_of(workspace.settings, workspace.directory)
    minutes = read(found.data, str(path)) if found.data is not None else None
    if minutes is not None:
        yield Finding(_title(minutes))
        yield from _inside(found, minutes, look)
    if workspace is None:
        yield from _unasked(path, found, minutes)
    else:
        same = _version_of(workspace, found, minutes)
        yield from _placed(workspace, path, found, minutes) if same is None else _told(path, minutes, same)
        minutes = same.minutes if same is not None else minutes
    if minutes is not None and found.form != "json":
        yield from _as_made(found, minutes, look)


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise NotFound(f"There is no file {path}.", fix="workshop verify minutes.pdf")
    try:
        with path.open("rb") as file:
            content = file.read(MOST + 1)
    except OSError as off:
        raise NotFound(f"{path} cannot be read ({off.strerror}).") from off
    if len(content) > MOST:
        raise Refused(f"{path} is larger than {MOST // 1_000_000} MB, and minutes never are.")
    return content


def _title(m: Minutes) -> str:
    copy = "both teams" if m.audience == "internal" else m.audience
    return (
        f"M-{m.number} {m.title}, {m.firm}, {m.when.on.isoformat()}, {m.mark.lower()}, the copy for {copy}."
    )


def _inside(found: Carried, minutes: Minutes, look: Look) -> Iterator[Finding]:
    """Whether the parts of one file agree with each other."""
    if found.form == "json":
        if found.digest != digest_of(found.content):
            yield Finding("The same data, though laid out otherwise than the program does.")
        return
    given = digest_of(found.data or b"")
    if found.digest == given:
        yield Finding("Its last page prints the digest of the data inside.")
    elif _can_be_told(found) and _made(found, minutes, look) != found.content:
        prints = f"prints {found.digest[:12]}..." if found.digest else "prints no digest"
        yield Finding(
            f"The data inside give the digest {given[:12]}..., the last page {prints}: "
            "the file was changed after it was made.", good=False,
        )  # fmt: skip
    if found.laid_on:
        yield Finding(
            f"Notes, stamps or fields lie on its pages ({found.laid_on}); ours have none.", good=False
        )
    yield from _enclosed(found, minutes, look)


def _can_be_told(found: Carried) -> bool:
    """Whether the digest on the last page can be read; a letter that no font has may hide it from the reader."""
    return bool(found.digest) or found.readable


def _enclosed(found: Carried, minutes: Minutes, look: Look) -> Iterator[Finding]:
    """Whether the files inside are those that the data give."""
    ours = {name: content for name, _, content in enclosed(minutes, look.own)}
    for name, content in found.inside:
        if name not in ours:
            yield Finding(f"{name} rides inside; the program did not put it there.", good=False)
        elif ours[name] != content and name != "minutes.json":
            worded = ", or it is in words of a team's own that are not here" if name.endswith(".ics") else ""
            yield Finding(
                f"{name} inside is not what its data give: it was changed after the file was made{worded}.",
                good=False,
            )
    if len(found.inside) != len({name for name, _ in found.inside}):
        yield Finding("A file rides inside twice under one name.", good=False)


def _unasked(path: Path, found: Carried, minutes: Minutes | None) -> Iterator[Finding]:
    if minutes is None:
        yield Finding(
            f"It prints the digest {found.digest[:12]}... and carries no data: only the workspace that holds the "
            f"meeting can check it: workshop -w FOLDER verify {_quoted(path)}", good=False,
        )  # fmt: skip
    else:
        yield Finding(
            f"No workspace is at hand, so no record was asked; workshop -w FOLDER verify {_quoted(path)} does."
        )


def _version_of(workspace: Workspace, found: Carried, minutes: Minutes | None) -> Version | None:
    """The version in this record that has the digest."""
    if minutes is None:  # words to read tell neither the copy nor, for sure, the meeting
        return version_of(workspace, found.meetings(), COPIES, {found.digest})
    marks = {found.digest, fingerprint(minutes)}
    copies = tuple(copy for copy in COPIES if copy == minutes.audience)
    return version_of(workspace, (minutes.number,), copies, marks, over=minutes.status in OVER)


def _told(path: Path, minutes: Minutes | None, same: Version) -> Iterator[Finding]:
    m = same.minutes
    if minutes is None:
        yield Finding(_title(m))
    elif fingerprint(minutes) != fingerprint(m):
        yield Finding(
            f"Its pages say that they are M-{m.number} of the record ({same.told}); its data are not.",
            good=False,
        )
        return
    if same.current:
        yield Finding(f"The record says the same of M-{m.number} now ({same.told}).")
        return
    changed = f"workshop diff {_quoted(path)} M-{m.number}" if minutes else f"workshop diff M-{m.number}"
    yield Finding(
        f"An older version of M-{m.number}: {same.told}. The record was changed since; {changed} shows in what.",
        good=False,
    )


def _placed(workspace: Workspace, path: Path, found: Carried, minutes: Minutes | None) -> Iterator[Finding]:
    """Why no version of the record has the digest, as far as can be told."""
    firm = workspace.settings.name
    if minutes is None:
        named = ", ".join(f"M-{number}" for number in found.meetings()) or "no meeting"
        yield Finding(
            f"Nothing in this record ({firm}) ever had the digest {found.digest[:12]}...; the file names {named}.",
            good=False,
        )
        return
    n, held = minutes.number, standing_version(workspace, minutes.number)
    if held is None:
        yield Finding(f"It is from another record: this one is that of {firm}, and has no M-{n}.", good=False)
    elif (minutes.firm, minutes.when.on) != (firm, held.minutes.when.on):
        yield Finding(
            f"It is from another record: in this one, of {firm}, M-{n} is {held.minutes.title} of "
            f"{held.minutes.when.on.isoformat()}.", good=False,
        )  # fmt: skip
    else:
        yield Finding(
            f"No version of M-{n} in this record says this: the data were changed by hand, or names, settings or the "
            f"program were others then. workshop diff {_quoted(path)} M-{n} shows in what.", good=False,
        )  # fmt: skip


def _as_made(found: Carried, minutes: Minutes, look: Look) -> Iterator[Finding]:
    """Whether bytes and words are those that the program makes of these minutes."""
    made = _made(found, minutes, look)
    if made == found.content:
        yield Finding("Byte for byte what the program makes of it.")
        return
    more, less = beside(*(words_of(found.form, content, "the file") for content in (found.content, made)))
    if not more and not less:
        yield Finding(
            "Its words are those of the record; its bytes are not what this program makes: another colour, logo or "
            "version of the program, or saved by another program."
        )
        return
    told = "; ".join(
        f"{what} {_few(words)}"
        for what, words in (("it says besides:", more), ("it leaves out:", less))
        if words
    )
    yield Finding(
        f"Its words are not those of the record, {told}. It was changed after it was made, or made with other "
        "templates or by another version of the program.", good=False,
    )  # fmt: skip


def _made(found: Carried, minutes: Minutes, look: Look) -> bytes:
    """What the program makes of these minutes, on the paper of the file."""
    return format_for(found.form).write(minutes, replace(look, paper=found.paper) if found.paper else look)


def _few(words: tuple[str, ...]) -> str:
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return " ".join(word[:40] for word in words[:SHOWN]) + more


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
