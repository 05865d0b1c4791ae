"""What is said about a line besides what it stored: a mark that stayed words, a name that is not kept."""

from __future__ import annotations

import pytest

from workshop.errors import WorkshopError
from workshop.grammar import Context, hints, parse


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a: do it done_when=on the site >fri", "'>fri' stands inside done_when; put it before the fields for a date."),
        ("dispute: how? sides=sales: no >+2w", "'>+2w' stands inside sides; put it before the fields for a date."),
        ("risk: too late effect=high @ben", "'@ben' stands inside effect; put it before the fields for a name."),
        ("o: too dear rival=Alfa #food", "'#food' stands inside rival; put it before the fields for a tag."),
        ("o: too dear rival=Alfa for:sales", "'for:sales' stands inside rival; put it before the fields for its readers."),
        ("/edit A-1 done_when=on the site >fri", "'>fri' stands inside done_when; put it before the fields for a date."),
        ("tool: own sheet @jonas", "Said by the team as a group: no name is kept."),
    ],
)  # fmt: skip
def test_a_mark_that_stayed_words_or_a_name_not_kept_is_told(line: str, told: str, here: Context) -> None:
    assert hints(line, here) == (told,)


def test_each_mark_at_the_end_of_a_value_is_told(here: Context) -> None:
    told = hints("a: do it done_when=on the site >fri @ben", here)
    assert [hint.partition(" ")[0] for hint in told] == ["'>fri'", "'@ben'"]


@pytest.mark.parametrize(
    "line",
    [
        "n: mail me at ana@example.org",
        "tool: sheet of jonas@example.org",
        "a: do it @ben >fri done_when=on the site",
        "a: do it >mon done_when=ready >fri",  # it has a day
        "a: do it due=mon; done_when=ready >fri",
        'a: do it done_when="on the site >fri"',  # said to be words
        "a: do it done_when=>fri comes",  # not at the end
        "a: do it done_when=great !",
        "a: do it done_when=margin >somewhere",  # no day
        "a: do it done_when=sent to @nobody",
        "a: do it owner=ben; done_when=signed by @ben",
        "risk: too late effect=high >fri",  # takes no day
        "tool: own sheet tool=pen @jonas",  # keeps no name
        "programme: Spring owner=@ben",  # understood
        "roti: sales 5x1 change=shorter >fri",
        "/done A-1",
        "/edit N-26 new words",
    ],
)
def test_other_lines_need_no_hint(line: str, here: Context) -> None:
    assert hints(line, here) == ()


def test_a_mark_behind_a_word_of_a_list_is_named_in_the_refusal(here: Context) -> None:
    with pytest.raises(WorkshopError, match=r"root: 'price >8jun' is not one of the words") as caught:
        parse("dispute: how? root=price >8jun", here)
    assert "'>8jun' goes before the fields." in caught.value.fix
