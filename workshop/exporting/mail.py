"""The mail to send, as a draft that any mail program opens: text and page, the PDF and the calendar attached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from workshop.exporting import actions, pdf
from workshop.exporting.actions import only
from workshop.exporting.actions.chosen import slug
from workshop.exporting.channels.lines import action, next_meeting
from workshop.exporting.days import long_day
from workshop.exporting.digest import Minutes
from workshop.exporting.digest.rows import ActionRow
from workshop.exporting.jsonfile import fingerprint
from workshop.exporting.language import say, speaking, word
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.exporting.text import plain
from workshop.exporting.told.personal import own_actions
from workshop.model.teams import Person
from workshop.model.values import dataclass

TEMPLATES = "mail"
LONGEST = 200
"""Bytes of a file's name; few systems take more than 255."""
_ADDRESS = re.compile(r"[^\s<>,;:@\"]+@[^\s<>,;:@\"]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail before it is written."""

    name: str
    to: tuple[Person, ...]
    subject: str
    minutes: Minutes
    person: str = ""
    """Id of the one it is for; empty for the whole list."""

    @property
    def file(self) -> str:
        """What its file is called, without the ending. Where the name cannot stand as it is, the id tells whose it is."""
        told = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", self.name).encode()[:LONGEST].decode(errors="ignore")
        return told if told == self.name else f"{told} {self.person}".strip()


def letters(
    minutes: Minutes, people: Sequence[Person], own: Path | None = None, for_guests: Minutes | None = None
) -> Iterator[Letter]:
    """One for the distribution list, and one for each of its people who has an address.

    `for_guests`: their copy, where it holds less than that of both teams; they have a list of their own then.
    """
    listed = {who.id for who in minutes.distribution}
    reached = tuple(person for person in people if person.id in listed and _spelled(person.email))
    guests = tuple(person for person in reached if for_guests and person.team == "guest")
    teams = tuple(person for person in reached if person not in guests)
    with speaking(minutes.locale, own):
        title, visitors = word(minutes.title), say("guests")
        told, yours = say("minutes"), say("Yours from {meeting}", meeting=title)
        day, mark = long_day(minutes.when.on, minutes.locale), say(minutes.mark.lower())
    subject = f"{title}, {day}: {told} ({mark})"
    yield Letter(f"M-{minutes.number} {told}", teams, subject, minutes)
    if for_guests and guests:
        yield Letter(f"M-{minutes.number} {told} ({visitors})", guests, subject, for_guests)
    for person in reached:
        copy = for_guests if for_guests and person in guests else minutes
        yield Letter(f"M-{minutes.number} {person.name}", (person,), yours, copy, person.id)


def written(letter: Letter, look: Look) -> bytes:
    """The mail as an .eml file; the same record gives the same bytes. Raises MissingLibrary, ShelfError."""
    m, mail = letter.minutes, EmailMessage(policy=SMTP)
    known = _known(letter)
    mail["Subject"] = " ".join(plain(letter.subject).split())
    mail["To"] = [_address(person) for person in letter.to]
    mail["Date"] = format_datetime(m.when.stamp.astimezone(UTC))
    mark = f"{letter.person or 'all'}.{fingerprint(m)[:16]}".lower()
    mail["Message-ID"] = f"<m-{m.number}.{mark}@{slug(m.firm)}.workshop>"
    mail["X-Unsent"] = "1"  # opens as a draft
    with speaking(m.locale, look.own):
        text = "\n".join(_text(letter, known))
    mail.set_content(f"{text}\n", cte="quoted-printable")
    mail.add_alternative(
        page(m, look, TEMPLATES, subject=letter.subject, **known), subtype="html", cte="quoted-printable"
    )
    _attach(mail, letter, look)
    for place, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=-workshop-{place}-{mark}")
    return mail.as_bytes()


def _attach(mail: EmailMessage, letter: Letter, look: Look) -> None:
    m = letter.minutes
    if letter.person:
        slip = page(m, look, "slip", **own_actions(m, letter.person))
        sheet, calendar = (
            pdf.sheet(slip, look, m.when.stamp),
            actions.calendar(only(m, letter.person), look.own),
        )
    else:
        sheet, calendar = pdf.render(m, look), actions.calendar(m, look.own)
    mail.add_attachment(sheet, maintype="application", subtype="pdf", filename=f"{letter.file}.pdf")
    mail.add_attachment(calendar, maintype="text", subtype="calendar", filename=f"M-{m.number}.ics")


def _known(letter: Letter) -> dict[str, Any]:
    """What the page and the text say of the one it is for."""
    if not letter.person:
        return {"person": None, "own": (), "helping": ()}
    return dict(own_actions(letter.minutes, letter.person))


def _text(letter: Letter, known: dict[str, Any]) -> Iterator[str]:
    m = letter.minutes
    yield f"{m.firm}: {word(m.title)}"
    yield f"{long_day(m.when.on, m.locale)} · {say(m.mark.lower())}"
    if letter.person:
        yield "\n" + say(
            "{name}, this is yours from the meeting. The slip is attached.", name=known["person"].name
        )
        yield from _tasks(say("You do"), known["own"], m)
        yield from _tasks(say("You help with"), known["helping"], m)
    else:
        yield "\n" + say("The minutes are attached. In short:")
    if m.decisions:
        yield "\n" + say("Decisions")
        yield from (f"- {row.id} {plain(row.text)}" for row in m.decisions)
    if not letter.person:
        yield from _tasks(say("Actions"), m.actions, m)
    if told := next_meeting(m):
        yield f"\n{told}"
    if m.approved is None:
        yield "\n" + say("Anything written down otherwise than it was said? Reply before the next meeting.")


def _tasks(title: str, rows: Sequence[ActionRow], m: Minutes) -> Iterator[str]:
    if rows:
        yield f"\n{title}"
    yield from (f"- {plain(action(row, m))}" for row in rows)


def _address(person: Person) -> Address:
    user, _, domain = _spelled(person.email).partition("@")
    return Address(" ".join(plain(person.name).split()), user, domain)


def _spelled(email: str) -> str:
    """An address as it stands in a mail: `ana@müller.de` is `ana@xn--mller-kva.de`. Empty where it is none, or has
    letters in front of the @ that not every server takes."""
    user, _, domain = email.partition("@")
    if not (_ADDRESS.fullmatch(email) and user.isascii() and user.isprintable()):
        return ""
    try:
        return f"{user}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return ""
