"""The two reports on the shelf (E04, E05)."""

from __future__ import annotations

import pytest

from workshop.library import load
from workshop.model.agenda import Cards

LIBRARY = load()
NAMES = {kind.name for kind in LIBRARY.kinds}


@pytest.fixture(params=["field-report", "marketing-brief"])
def report(request: pytest.FixtureRequest) -> Cards:
    found = LIBRARY.report(request.param)
    assert found is not None
    return found


def test_the_shelf_holds_both_reports() -> None:
    assert {cards.slug: (len(cards.cards), cards.lead, cards.minutes) for cards in LIBRARY.cards} == {
        "marketing-brief": (5, "marketing", 12),
        "field-report": (7, "sales", 15),
    }


def test_cards_come_up_in_order_within_the_minutes(report: Cards) -> None:
    marks = [card.minute for card in report.cards]
    assert marks == sorted(marks)
    assert marks[-1] < report.minutes


def test_each_card_is_answered_by_known_kinds_and_no_kind_answers_two(report: Cards) -> None:
    kinds = [kind for card in report.cards for kind in card.kinds]
    assert set(kinds) <= NAMES
    assert len(kinds) == len(set(kinds))
    assert all(card.plain in card.kinds for card in report.cards)


def test_a_report_opens_and_ends_with_words_for_the_facilitator(report: Cards) -> None:
    assert len(report.says) == 2


def test_headlines_are_three_cards_with_a_prompt_of_their_own(report: Cards) -> None:
    part = next(part for part in report.parts if part.slug == "headlines")
    assert len(report.selected("headlines")) == 3
    assert len(part.prompts) == 1


def test_deals_and_quotes_are_typed_in_the_field_report_and_count_for_no_card() -> None:
    field = LIBRARY.report("field-report")
    assert field is not None
    counted = {kind for card in field.cards for kind in card.kinds}
    assert not counted & {"win", "loss", "no-decision", "churn", "quote"}


def test_the_cards_ask_in_the_words_of_the_script() -> None:
    brief = LIBRARY.report("marketing-brief")
    assert brief is not None
    assert brief.cards[0].prompt == (
        "Technology, rival launches, rules, economy: what changed, and what will a customer say about it?"
    )
    assert [card.slug for card in brief.selected("programme")] == ["programmes"]
