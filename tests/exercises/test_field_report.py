"""What the field says (E05): the entries of the kickoff (I1.13 to I1.18), and of the sync (I-2)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from statistics import median

import pytest
from factories import entry
from runs import DIETER, JONAS, PRIYA, TOMASZ, Found, Typed, around, come_to, exercise, row, run
from runs import told as line

from workshop.exercising import Surroundings
from workshop.model.entries import Entry, Said
from workshop.model.results import Grid

SLUG = "field-report"
PRICE, REMOTE = "You cost 15 percent more than Alfa", "A remote link opens our network"
KICKOFF: tuple[Said, ...] = (
    line("shift", "Plant engineers retire", DIETER, segment="utilities", trend="rising", heard="2026-02-26", intel="customer"),
    line("hot-button", "Delivery time counts more than price", JONAS, polarity="minus", trend="rising", heard="2026-02-24",
         intel="market"),
    line("hot-button", "Utilities want proof that remote check is safe", DIETER, polarity="mixed", trend="rising",
         heard="2026-02-19", intel="product"),
    line("lead-quality", "White-paper leads: mostly students and consultants", PRIYA, channel="white paper", rating="2"),
    line("lead-quality", "Demo requests: best we get", PRIYA, channel="web demo", rating="5"),
    line("promo", "Year-end service-kit bundle", TOMASZ, planned="60", actual="38", anyway="yes"),
    line("objection", PRICE, TOMASZ, worked="partly", type="price", heard="2026-02-27"),
    line("objection", "Ten weeks delivery is too long", JONAS, worked="yes", type="time", heard="2026-02-24"),
    line("objection", "We have nobody to install it", DIETER, worked="partly", type="need", heard="2026-02-18"),
    line("objection", REMOTE, DIETER, worked="no", type="risk", heard="2026-02-19"),
    line("comparison", "Service answers faster than Alfa", JONAS, rival="Alfa Dosing", swot="S", intel="competitor"),
    line("comparison", "Alfa delivers in six weeks, we in ten", TOMASZ, rival="Alfa Dosing", swot="W", intel="competitor"),
    line("comparison", "Hydria closed its Austrian service", PRIYA, rival="Hydria", swot="O", intel="competitor"),
    line("tool", "Catalogue of 84 pages", tool="catalogue", usability="3x1 2x3 1x1"),
    line("tool", "Return calculator runs on laptops only", tool="return calculator", usability="4x1 2x3 1x1"),
    line("shadow", "Own price and resistance sheet", asset_type="data sheet", hours_month="6", reason="missing"),
    line("shadow", "Own deck for chemical plants", asset_type="deck", hours_month="9", reason="too slow"),
)  # fmt: skip
SYNC: tuple[Said, ...] = (
    line("hot-button", "Delivery time again, now also in chemical", JONAS, polarity="minus", trend="rising", heard="2026-03-12"),
    line("objection", REMOTE, DIETER, worked="partly", type="risk", heard="2026-03-11"),
    line("objection", PRICE, PRIYA, worked="yes", type="price", heard="2026-03-10"),
    line("lead-quality", "Webinar leads with title filter: better", PRIYA, channel="webinar", rating="4"),
)  # fmt: skip


def entries(lines: tuple[Said, ...], meeting: int = 1, first: int = 1) -> tuple[Entry, ...]:
    return tuple(
        entry(first + place, replace(one, team="sales"), meeting=meeting) for place, one in enumerate(lines)
    )


def report(*lines: Said, typed: tuple[Typed, ...] = (), world: Surroundings | None = None) -> Found:
    return come_to(run(SLUG, *typed), world or around(*entries(lines)))


def test_freshness_is_the_median_of_days_from_hearing_to_the_meeting() -> None:
    told = report(*KICKOFF)
    # to 3 March from 26, 24, 19, 27, 24, 18, 19 February: 5 7 12 4 7 13 12
    assert told["freshness"] == median([5, 7, 12, 4, 7, 13, 12]) == 7
    assert told.figure("freshness").n == 7
    assert told.reads("freshness") == "7.0 days"


def test_what_kind_of_intelligence_was_told() -> None:
    told = report(*KICKOFF)
    assert told["missing"] is None
    assert told.text("all-told") == "Told about: market 1, customer 1, competitor 3, product 1."
    without = report(*(one for one in KICKOFF if one.get("intel") != "market"))
    assert without["missing"] == "market"
    assert without.text("missing").endswith("Nothing about: market.")


def test_quality_by_channel_has_its_n() -> None:
    assert report(*KICKOFF).rows("channels") == [("web demo", "5.00", "1"), ("white paper", "2.00", "1")]
    more = line("lead-quality", "Another", PRIYA, channel="white paper", rating="3")
    # the mean of 2 and 3
    assert report(*KICKOFF, more).rows("channels")[1] == ("white paper", "2.50", "2")


def test_the_four_boxes_hold_what_was_said_against_rivals() -> None:
    boxes = report(*KICKOFF).boxes("four-box")
    texts = [texts for texts in boxes.values() if texts]
    assert sorted(len(one) for one in texts) == [1, 1, 1]  # S1 W1 O1 T0
    grid = report(*KICKOFF).result("four-box")
    assert isinstance(grid, Grid)
    assert grid.columns == ("strength", "weakness", "chance", "threat")


def test_tools_are_rated_without_names() -> None:
    told = report(*KICKOFF)
    # (3 + 2 + 2 + 2 + 1) / 5 and (4 + 2 + 2 + 2 + 1) / 5, the lowest first
    assert [cells[:3] for cells in told.rows("tools")] == [
        ("catalogue", "2.00", "5"), ("return calculator", "2.20", "5"),
    ]  # fmt: skip


def test_home_made_material_costs_hours_and_money() -> None:
    told = report(*KICKOFF)
    # (6 + 9) x 55
    assert (told["hours"], told["cost"]) == (15, 825)
    assert told.text("home-made") == "15.0 h a month, 825 EUR."
    free = report(world=around(*entries(KICKOFF), hourly_rate=0))
    assert free.reads("cost") == "no hourly rate told"


def test_praise_among_praise_and_trouble_leaves_the_mixed_out() -> None:
    praise = line("hot-button", "They love the new manual", JONAS, polarity="plus")
    told = report(*KICKOFF, praise)
    # one plus, one minus; mixed is neither
    assert (told["balance"], told.figure("balance").n) == (Fraction(1, 2), 2)
    assert report()["balance"] is None


def test_a_promotion_stands_beside_its_plan() -> None:
    # 38 / 60
    assert report(*KICKOFF).rows("promotions")[0][3] == "63.3 %"


def test_the_play_back_is_ticked_or_corrected() -> None:
    told = report(
        typed=(
            row("playback", "Delivery counts more than price", right="yes"),
            row("playback", "White-paper leads are poor", right="yes"),
            row(
                "playback",
                "Nobody uses the catalogue",
                right="no",
                correction="the table in it cannot be found",
            ),
        )
    )
    assert told["heard_right"] == Fraction(2, 3)
    assert told.text("heard-right") == "Heard right: 66.7 % (n=3)."


def test_objections_heard_again_are_counted_over_all_meetings() -> None:
    world = around(*entries(KICKOFF), *entries(SYNC, meeting=2, first=61))
    first = run(SLUG)
    told = come_to(run(SLUG, meeting=2, on="2026-03-17", before=(first,)), world, (first,))
    assert told.rows("objections") == [
        (PRICE, "2=", "not shown (n below 3)"),
        (REMOTE, "2=", "not shown (n below 3)"),
    ]
    # 17 March from 12, 11, 10 March
    assert (told["freshness"], told.figure("freshness").n) == (6, 3)
    fresh = told.moved("median days from hearing to telling")
    assert (fresh.old, fresh.new) == ("7.0 days", "6.0 days")
    assert told.moved(f"{PRICE}: times heard").new == "2"


def test_an_answer_tried_three_times_shows_how_often_it_worked() -> None:
    told = report(*(line("objection", PRICE, worked=word) for word in ("yes", "yes", "partly")))
    # two and a half of three
    assert told.rows("objections") == [(PRICE, "3", "83.3 %")]


@pytest.mark.parametrize(
    ("lines", "leads_to"),
    [
        ((line("objection", PRICE, worked="no"),), ["objection-clinic"]),
        ((line("objection", PRICE, worked="yes"),), []),
        ((line("tool", "Catalogue", tool="catalogue", usability="2x3"),), ["collateral-audit"]),
        ((line("tool", "Catalogue", tool="catalogue", usability="3x1 2x2"),), []),
        ((line("lead-quality", "Students", channel="white paper", rating="2"),), ["lead-sample-review"]),
        ((line("lead-quality", "Fine", channel="web", rating="3"),), []),
    ],
)
def test_what_the_field_says_leads_on(lines: tuple[Said, ...], leads_to: list[str]) -> None:
    assert report(*lines).next_ones() == leads_to


def test_a_silent_field_says_nothing() -> None:
    told = report()
    assert (told["freshness"], told["hours"], told["heard_right"]) == (None, 0, None)
    assert told.drafts() == []
    assert told.text("all-told") == ""


def test_the_cards_are_as_they_were() -> None:
    from runs import LIBRARY

    cards = LIBRARY.report(SLUG)
    assert cards is not None
    assert len(cards.cards) == 7
    assert [card.slug for card in cards.selected("headlines")] == ["who-and-what", "leads", "objections"]
    assert [step.minute for step in exercise(SLUG).steps] == [0, 13]
