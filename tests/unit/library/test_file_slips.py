"""Files that do not read as TOML are told by the key that is off, with what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.errors import ShelfError
from workshop.library import load
from workshop.library.files import read

HEAD = 'title = "T"\n\n[[steps]]\nminute = 0\n\n[[columns]]\nof = "x"\n[[columns.columns]]\nname = "a"\n'


def off(folder: Path, text: str) -> str:
    path = folder / "exercises" / "x.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ShelfError) as caught:
        read(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD + "value = ten\n", "columns[1].columns[1].value, line 10: what stands behind the = is no value. The line is: 'value = ten'. Put words in double quotes: value = \"words\""),
        (HEAD + '[[columns.columns]]\nname = "b\n', "columns[1].columns[2].name, line 11: a text has no quote at its end."),
        ('say = "He said "go" now"\n', "say, line 1: something stands behind the value."),
        ('presets = [\n "a",\n "b"\n "c",\n]\n', "presets, line 4: a list is not closed, or a comma is missing in it."),
        ('presets = [\n "a",\n\n[[steps]]\nminute = 1\n', "presets, line 2: a list is not closed"),
        ('x = { text = "a",\n group = "b" }\n', "x, line 1: what stands in braces does not end"),
        ("shape rows\n", "shape, line 1: there is no = behind it. The line is: 'shape rows'. Write shape = \"words\"."),
        ("a = 1\na = 2\n\n", "a, line 2: it stands there twice."),
        ("[a]\nb = 1\n[a]\n", "a, line 3: it stands there twice."),
        ("[[steps]\nminute = 1\n", "steps[1], line 1: the brackets of a heading are not closed."),
        ('[[steps]]\nsay = """Go.\nNow.\n', "steps[1].say, line 3: a text has no quote at its end."),
        ('a = "c:\\d"\n', "a, line 1: a backslash stands in a text."),
        ("= 3\n", "line 1: this line does not read as TOML."),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_key_and_what_to_write(tmp_path: Path, text: str, sentence: str) -> None:
    assert off(tmp_path, text).startswith(f"exercises/x.toml: {sentence}")


def test_the_meeting_goes_on_without_the_file(tmp_path: Path) -> None:
    off(tmp_path, HEAD + "value = ten\n")
    (note,) = load(tmp_path).notes
    assert note.endswith("numbers go without. It is left out.")
