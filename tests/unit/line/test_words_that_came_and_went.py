"""What a line of the comparison says of words: those that came, those that went, and values that moved."""

from workshop.line.results import moved_line
from workshop.model.results import Moved


def test_words_that_came_or_went_are_said_without_an_arrow() -> None:
    assert moved_line(Moved("criteria: gone", "A, B", "", "")) == "criteria: gone: A, B"
    assert moved_line(Moved("criteria: new", "", "C", "")) == "criteria: new: C"
    assert moved_line(Moved("share", "50.0 %", "60.0 %", "+10.0")) == "share: 50.0 % -> 60.0 % (+10.0)"
