"""Whatever is typed: a command or a sentence, and plain words come back as they were."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from workshop.errors import WorkshopError
from workshop.grammar import SLASHES, Context, literal, parse
from workshop.model.commands import Add
from workshop.model.entries import Said, Value

PIECES = st.sampled_from(
    ["o:", "a:", "metric:", "roti:", ";", "@", "@marta", '@"', ">", ">fri", ">+1m", "#", "#food", "!", "from:N-1", "for:me",
     "worked=", "worked=yes", "period=", "usability=5x2", "heard=", "parts=", "=", "//", "\\", '"', "A-3", "N-26", "M-1/8",
     "none", "next", "sales", "4", "5x2", "09:05", "all", "ą", "\u202e", "²", "٣", ",", ".", "-", "?", "(", "1=3"]
)  # fmt: skip
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the machine may be busy
SLASH = st.sampled_from([f"/{slash.name}" for slash in SLASHES])
JUMBLE = st.lists(st.one_of(PIECES, SLASH, st.text(max_size=5)), max_size=12).map(" ".join)
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Z"), exclude_characters='@#>!"\\/;+=:'), min_size=1
)


def told(line: str, room: Context) -> object:
    """What the line asks for, or the sentence why it cannot be read; any other error comes through."""
    try:
        return parse(line, room)
    except WorkshopError as off:
        return off.sentence


@CALM
@given(line=st.text())
def test_any_text_is_a_command_or_a_sentence(here: Context, line: str) -> None:
    assert told(line, replace(here, script=True))


@CALM
@given(line=JUMBLE)
def test_any_jumble_of_marks_is_a_command_or_a_sentence(here: Context, line: str) -> None:
    assert told(line, replace(here, script=True))


@CALM
@given(command=SLASH, rest=JUMBLE)
def test_any_slash_command_with_any_rest_is_a_command_or_a_sentence(
    here: Context, command: str, rest: str
) -> None:
    assert told(f"{command} {rest}", replace(here, script=True))


@CALM
@given(words=st.lists(WORDS, min_size=1, max_size=8), gap=st.sampled_from([" ", "  ", "\u00a0"]))
def test_plain_words_come_back_unchanged(here: Context, words: list[str], gap: str) -> None:
    text = gap.join(words)
    assert parse(text, here) == Add(Said("note", text))


@CALM
@given(
    text=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).filter(lambda text: text.strip())
)
@example(text="o: @marta >fri worked=yes // #x")
@example(text='\\@x "a b" \\\\// +x \\due:fri # ; /next')
def test_an_escaped_text_comes_back_unchanged(here: Context, text: str) -> None:
    text = text.strip()
    assert parse(literal(text), here) == Add(Said("note", text))
    assert parse(f"n: {literal(text)}", here) == Add(Said("note", text))


@CALM
@given(text=JUMBLE.filter(lambda text: text.strip() and text.isprintable()))
def test_an_escaped_jumble_stands_beside_marks_and_fields(here: Context, text: str) -> None:
    text = text.strip()
    said = Said("objection", text, speaker="P-2", team="sales", fields=(Value("worked", "yes"),))
    assert parse(f"o: {literal(text)} @marta worked=yes", here) == Add(said, ("P-2",))
