"""Cards touched."""

from factories import entry, said

from workshop.followup.coverage import coverage
from workshop.model.agenda import Card, CardPart, Cards

REPORT = Cards(
    "marketing-brief",
    "What is coming",
    "Sellers know what customers will see.",
    "marketing",
    12,
    (
        Card("conditions", "Conditions", "?", ("condition",)),
        Card("programmes", "Programmes", "?", ("programme",)),
        Card("press", "Press", "?", ("press",)),
        Card("tools", "Tools", "?", ("tool", "shadow")),
    ),
    parts=(CardPart("headlines", ("programmes", "press")),),
)


def test_a_card_is_touched_by_an_entry_of_one_of_its_kinds() -> None:
    found = coverage(REPORT, (entry(1, said("programme")), entry(2, said("shadow")), entry(3, said("win"))))
    assert (found.touched, found.untouched) == (("programmes", "tools"), ("conditions", "press"))
    assert found.words() == "2/4 cards"


def test_nothing_new_touches_the_card_it_is_tagged_with() -> None:
    found = coverage(
        REPORT,
        (entry(1, said("note", "Nothing new.", tags=("press",))), entry(2, said("note", "Nothing new"))),
    )
    assert found.touched == ("press",)


def test_a_tag_alone_or_a_struck_entry_touches_nothing() -> None:
    told = (entry(1, said("note", "A lot is new", tags=("press",))), entry(2, said("condition"), struck=True))
    assert coverage(REPORT, told).touched == ()


def test_a_part_asks_only_for_its_own_cards() -> None:
    found = coverage(REPORT, (entry(1, said("condition")), entry(2, said("press"))), "headlines")
    assert (found.touched, found.of) == (("press",), 2)


def test_a_report_without_cards_has_no_share() -> None:
    empty = Cards("x", "X", "", "both", 5, ())
    assert coverage(empty, ()).share is None
    assert coverage(REPORT, ()).share == 0
