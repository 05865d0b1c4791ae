"""The lines that an own exercise asks people to type are read back when its file is."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.settings import Settings
from workshop.workspace import Workspace

FILE = """
title = "T"
purpose = "P"
lead = "both"
minutes = 10

[[steps]]
minute = 0
say = "Go."
inputs = ["leads"]

[[inputs]]
slug = "leads"
shape = "rows"
word = "lead"
ask = "lead: Wasserwerk Ost channel=web; value=12; owner=marta @ben (one a line)"
fields.channel = ["web", "fair"]
fields.value = "money"
fields.due = "date"
fields.owner = "person"

[[inputs]]
slug = "plan"
shape = "form"
ask = "plan: from=...; share=40; heard=yes"
fields.from = "date"
fields.share = "pct"
fields.heard = "bool"

[[inputs]]
slug = "marks"
shape = "rating"
of = "leads"
choices = [{ letter = "G", word = "good" }, { letter = "P", word = "poor" }]
ask = "marks: sales GPG"

[[inputs]]
slug = "today"
shape = "rating"
items = ["One", "Two"]
low = 0
high = 3

[[inputs]]
slug = "deals"
shape = "rows"
kinds = ["win", "loss"]
ask = "loss: Baso Chemie @jonas main=delivery time"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Workspace.create(tmp_path / "firm", Settings(name="Norvik"))
    (tmp_path / "firm" / "exercises").mkdir()
    return tmp_path / "firm"


def notes(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "exercises" / "x.toml").write_text(text, encoding="utf-8")
    return Workspace(folder).library.notes


def test_lines_that_read_leave_no_note(folder: Path) -> None:
    assert notes(folder, FILE) == ()


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("channel=web", "chanel=web", "inputs[1].ask: 'chanel=' is not a field here; did you mean 'channel='?"),
        ("channel=web", "channel=wbe", "inputs[1].ask: channel: 'wbe' is not one of the words here; did you mean web?"),
        ("value=12", "value=twelve", "inputs[1].ask: value: 'twelve' is not a number."),
        ("value=12", "due=soon", "inputs[1].ask: due: "),
        ("share=40", "shar=...", "inputs[2].ask: plan has no field 'shar'; did you mean share?"),
        ("heard=yes", "heard=perhaps", "inputs[2].ask: heard: 'perhaps' is not one of the words here"),
        ("marks: sales GPG", "marks: sales GXG", "inputs[3].ask: sales, value 2: X is not one of G P."),
        ("marks: sales GPG", "today: sales 12", "inputs[3].ask: this line would not be for marks. Begin it with marks:"),
        ("high = 3\n", 'high = 3\nask = "today: sales 14"\n', "inputs[4].ask: sales, value 2 of 2: 4 is not between 0 and 3."),
        ("high = 3\n", 'high = 3\nask = "today: sales 123"\n', "inputs[4].ask: sales: 3 of 2: one too many."),
        ('ask = "loss:', 'ask = "objection:', "inputs[5].ask: this line would be no win or loss. Begin it with win:"),
        ("loss: Baso Chemie @jonas main=delivery", "loss: Baso Chemie @jonas main=deliverance", "inputs[5].ask: main: "),
    ],
)  # fmt: skip
def test_a_line_that_does_not_read_is_told_before_the_meeting(
    folder: Path, was: str, now: str, sentence: str
) -> None:
    assert was in FILE
    (note,) = notes(folder, FILE.replace(was, now))
    assert note.startswith(f"exercises/x.toml: {sentence}")
    assert note.endswith("It is left out.")
