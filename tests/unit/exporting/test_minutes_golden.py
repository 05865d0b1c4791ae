"""The papers of one small meeting, compared with files that were read by a person."""

from collections.abc import Callable

import pytest

from workshop.exporting import actions, channels, jsonfile, markdown, plaintext, word
from workshop.exporting.digest import Minutes
from workshop.exporting.look import Look
from workshop.exporting.pages import page

Compare = Callable[[str, str], None]


def test_the_minutes_as_markdown(minutes: Minutes, agrees_with: Compare) -> None:
    agrees_with("minutes.md", markdown.render(minutes).decode())


def test_the_minutes_as_json(minutes: Minutes, agrees_with: Compare) -> None:
    agrees_with("minutes.json", jsonfile.render(minutes).decode())


def test_the_minutes_as_a_page(minutes: Minutes, agrees_with: Compare) -> None:
    """Without its head: the stylesheet is judged by eye."""
    agrees_with("minutes.html", page(minutes, Look()).partition("<body>")[2])


def test_the_actions_as_a_table(minutes: Minutes, agrees_with: Compare) -> None:
    agrees_with("actions.csv", actions.csv_file(minutes).decode("utf-8-sig").replace("\r\n", "\n"))


def test_the_actions_as_a_calendar(minutes: Minutes, agrees_with: Compare) -> None:
    agrees_with("actions.ics", actions.calendar(minutes).decode().replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("minutes.txt", plaintext.render),
        ("minutes.jsonl", jsonfile.render_lines),
        ("slack.json", channels.slack),
        ("teams.json", channels.teams),
        ("todo.txt", actions.todotxt),
        ("taskwarrior.json", actions.taskwarrior),
        ("days.ics", lambda minutes: actions.calendar_of_days(minutes).replace(b"\r\n", b"\n")),
    ],
)
def test_the_other_formats(
    name: str, write: Callable[[Minutes], bytes], minutes: Minutes, agrees_with: Compare
) -> None:
    agrees_with(name, write(minutes).decode())


def test_the_same_record_gives_the_same_bytes(minutes: Minutes) -> None:
    for write in (markdown.render, jsonfile.render, actions.csv_file, actions.calendar, plaintext.render):
        assert write(minutes) == write(minutes)
    assert word.render(minutes, Look()) == word.render(minutes, Look())
