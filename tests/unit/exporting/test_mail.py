"""The mails to send: opened by a real mail reader, addressed to those who have an address, harmless and repeatable."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from icalendar import Calendar

from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.mail import Letter, letters, written
from workshop.model.teams import Person

PEOPLE = (
    Person("P-1", "Łukasz Żuk", "sales", email="lukasz@example.org"),
    Person("P-2", "Inés Ñuñez", "sales", email="ines@example.org"),
    Person("P-3", "Siobhán O'Brien", "marketing"),
    Person("P-9", "Not Invited", "guest", email="other@example.org"),
)


def opened(letter: Letter) -> EmailMessage:
    mail = message_from_bytes(written(letter, Look()), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_there_is_one_mail_for_the_list_and_one_for_everybody_with_an_address(minutes: Minutes) -> None:
    found = list(letters(minutes, PEOPLE))
    assert [[person.id for person in letter.to] for letter in found] == [["P-1", "P-2"], ["P-1"], ["P-2"]]


def test_guests_have_a_list_of_their_own_where_something_is_for_both_teams_alone(minutes: Minutes) -> None:
    listed = tuple(replace(minutes.distribution[0], id=person.id) for person in PEOPLE)
    all_of_it = replace(minutes, distribution=listed)
    less = replace(all_of_it, audience="guests", withheld=all_of_it.withheld + 1)
    found = [
        (letter.file, [person.id for person in letter.to], letter.minutes)
        for letter in letters(all_of_it, PEOPLE, None, less)
    ]
    assert found[:2] == [("M-2 minutes", ["P-1", "P-2"], all_of_it), ("M-2 minutes (guests)", ["P-9"], less)]
    assert [minutes for _, to, minutes in found[2:] if to == ["P-9"]] == [less]
    assert len(next(letters(all_of_it, PEOPLE)).to) == 3


def test_every_name_gives_a_file_of_its_own_that_a_disk_takes(minutes: Minutes) -> None:
    named = ("A/B", "A?B", "李" * 100, "../../x", "CON")
    people = [replace(PEOPLE[0], id=f"P-{n}", name=name) for n, name in enumerate(named, 20)]
    reached = replace(
        minutes, distribution=tuple(replace(minutes.distribution[0], id=one.id) for one in people)
    )
    files = [letter.file for letter in letters(reached, people)][1:]
    assert files[:2] == ["M-2 A_B P-20", "M-2 A_B P-21"]
    assert files[3:] == ["M-2 .._.._x P-23", "M-2 CON"]
    assert files[2].endswith("李 P-22")
    assert all(len(file.encode()) < 240 for file in files)


def test_a_domain_in_any_letters_is_spelled_as_servers_read_it(minutes: Minutes) -> None:
    given = ("ana@müller.de", "änne@x.org", "a@b..c", "a\x00@b.c", "none", "a@b@c")
    people = [replace(PEOPLE[n % 2], id="P-1", email=email) for n, email in enumerate(given)]
    found = list(letters(minutes, people))
    assert [letter.to for letter in found] == [(people[0],)] * 2
    assert b"<ana@xn--mller-kva.de>" in written(found[1], Look())


def test_a_mail_reader_finds_text_page_pdf_and_calendar(minutes: Minutes) -> None:
    mail = opened(next(letters(minutes, PEOPLE)))
    assert "lukasz@example.org" in mail["To"]
    assert mail["X-Unsent"] == "1"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    for part in (text, html):
        assert "Put the sheet into the library" in part.get_content()
    sheet, calendar = mail.iter_attachments()
    assert sheet.get_content().startswith(b"%PDF")
    assert any(part.name == "VTODO" for part in Calendar.from_ical(calendar.get_content()).subcomponents)


def test_a_personal_mail_holds_what_is_theirs(minutes: Minutes) -> None:
    mail = opened(next(letter for letter in letters(minutes, PEOPLE) if letter.person == "P-1"))
    body = mail.get_body(("plain",))
    assert body is not None
    assert "Update the leads" in body.get_content()
    assert "Count lost orders" not in body.get_content()


def test_nothing_typed_becomes_a_header_or_markup(minutes: Minutes) -> None:
    hostile = replace(minutes, title="Sync\r\nBcc: everybody@example.org <script>x</script>")
    mail = opened(next(letters(hostile, PEOPLE)))
    assert "Bcc" not in mail
    html = mail.get_body(("html",))
    assert html is not None
    assert "<script" not in html.get_content()


def test_the_same_record_gives_the_same_mail(minutes: Minutes) -> None:
    letter = next(letters(minutes, PEOPLE))
    assert written(letter, Look()) == written(letter, Look())
