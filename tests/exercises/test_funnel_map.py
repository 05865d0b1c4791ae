"""One funnel (E08): conversions from step to step, leaks, orphans, the same steps half a year later."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from factories import entry
from runs import Found, Typed, around, come_to, exercise, row, run, work
from runs import told as line

from workshop.model.results import Funnel

SLUG = "funnel-map"
VOLUMES = {
    "Stranger": 4000, "Known": 1600, "Inquiry": 400, "Marketing-qualified": 120, "Accepted by sales": 54,
    "Qualified by sales": 36, "Offer": 24, "Order": 6, "Repeat / recommend": 3,
}  # fmt: skip


def volumes(given: dict[str, int], **more: str) -> list[Typed]:
    return [row("stages", text, volume=volume, **more) for text, volume in given.items()]


def mapped(*typed: Typed) -> Found:
    return work(SLUG, *volumes(VOLUMES), *typed)


def test_each_conversion_is_the_next_volume_over_its_own() -> None:
    told = mapped()
    shown = {cells[0]: cells[3] for cells in told.rows("numbers")}
    # 1600/4000, 400/1600, 120/400, 54/120, 36/54, 24/36, 6/24, 3/6; nothing after the last
    assert list(shown.values()) == [
        "40.0 %", "25.0 %", "30.0 %", "45.0 %", "66.7 %", "66.7 %", "25.0 %", "50.0 %", "n/a",
    ]  # fmt: skip
    counts = list(VOLUMES.values())
    for place, (first, second) in enumerate(pairwise(counts)):
        assert list(shown.values())[place] == f"{100 * second / first:.1f} %"


def test_the_biggest_leak_by_number_and_the_worst_conversion_are_both_named() -> None:
    told = mapped()
    # 4000 - 1600 = 2400 is the largest loss; 25 % is the lowest rate, first after Known
    assert (told["leak"], told["leak_at"]) == (2400, "Stranger")
    assert (told["worst"], told["worst_at"]) == (Fraction(1, 4), "Known")
    assert told["end_to_end"] == Fraction(3, 4000)
    assert told.text("leak") == (
        "Most are lost after Stranger: 2,400. Fewest go on after Known: 25.0 %. End to end 0.1 % in days not told."
    ) or told.text("leak").startswith("Most are lost after Stranger: 2,400.")


def test_days_in_the_steps_add_up() -> None:
    told = mapped(row("stages", "Inquiry", days="2"), row("stages", "Offer", days="10.5"))
    assert told["dwell"] == Fraction(25, 2)
    assert told.figure("dwell").n == 2
    assert mapped().reads("dwell") == "days not told"


def test_a_step_without_owner_is_an_orphan_and_one_of_both_has_two() -> None:
    told = mapped(
        row("stages", "Known", side="marketing", owner="Ravi"), row("stages", "Offer", side="both"),
        row("stages", "Order", side="sales"),
    )  # fmt: skip
    # nine steps, of which Known, Offer and Order have somebody
    assert (told["orphans"], told["doubles"]) == (6, 1)
    assert ("Offer", "two owners") in told.rows("holes")
    assert [draft.text for draft in told.drafts("action")] == [
        f"Name one owner each for: {', '.join(text for text in VOLUMES if text not in ('Known', 'Offer', 'Order'))}",
        "Agree on one owner each for: Offer",
    ]


def test_a_step_put_in_between_changes_its_neighbours() -> None:
    told = mapped(row("stages", "Demo", place="7.5", volume=12))
    shown = {cells[0]: cells[3] for cells in told.rows("numbers")}
    # offer 24 -> demo 12 -> order 6
    assert (shown["Offer"], shown["Demo"]) == ("50.0 %", "50.0 %")
    assert list(shown) == [*list(VOLUMES)[:7], "Demo", "Order", "Repeat / recommend"]


def test_a_missing_number_breaks_the_chain_there_and_nowhere_else() -> None:
    given = {text: volume for text, volume in VOLUMES.items() if text != "Offer"}
    told = work(SLUG, *volumes(given), row("stages", "Offer", place="6.5"))
    shown = {cells[0]: cells[3] for cells in told.rows("numbers")}
    assert (shown["Qualified by sales"], shown["Order"]) == ("n/a", "50.0 %")
    assert "Offer" not in shown
    assert told["end_to_end"] == Fraction(3, 4000)


def test_nobody_came_through_a_step() -> None:
    told = work(
        SLUG,
        row("stages", "Stranger", volume=100),
        row("stages", "Known", volume=0),
        row("stages", "Inquiry", volume=0),
    )
    shown = [cells[3] for cells in told.rows("numbers")]
    assert shown[:2] == ["0.0 %", "n/a"]


def test_the_funnel_shows_the_steps_with_numbers() -> None:
    funnel = mapped().result("funnel")
    assert isinstance(funnel, Funnel)
    assert {step.label: step.value for step in funnel.steps} == {
        text: Fraction(n) for text, n in VOLUMES.items()
    }


def test_the_presets_are_nine_steps_and_another_seven_for_accounts() -> None:
    presets = exercise(SLUG).input("stages").presets  # type: ignore[union-attr]  # it is on the shelf
    assert [item.text for item in presets if not item.group] == list(VOLUMES)
    assert len([item for item in presets if item.group == "accounts"]) == 7


def test_before_anything_is_typed_there_is_nothing_to_show() -> None:
    told = work(SLUG)
    assert told["leak"] is None
    assert told.outcome.results == ()
    assert told.drafts() == []


def test_hand_over_and_loop_are_cards_of_one_sentence() -> None:
    told = mapped(
        row("handover", travels="name, phone, project", within=8, back="with a reason"),
        row("loop", who="Lena", what="a case each month", often="monthly", back="when they ask for a price"),
    )
    assert told.text("handover") == (
        "What travels: name, phone, project. First contact within 8 hours. It comes back with a reason."
    )
    assert told.text("loop") == (
        "Lena keeps them warm with a case each month, monthly; back when they ask for a price."
    )
    assert "two-way-sla" in told.next_ones()


def test_a_glossary_is_asked_for_while_there_is_none() -> None:
    asked = "Write the glossary: each step in one sentence"
    told = mapped(row("stages", "Inquiry", entry="asked for something"))
    assert asked in [draft.text for draft in told.drafts("action")]
    term = entry(1, line("term", "Inquiry", meaning="asked for something by name"))
    with_term = come_to(run(SLUG, *volumes(VOLUMES), row("stages", "Inquiry", entry="asked")), around(term))
    assert asked not in [draft.text for draft in with_term.drafts("action")]


def test_steps_of_the_same_name_stand_beside_the_last() -> None:
    first = run(SLUG, *volumes(VOLUMES), row("stages", "Known", owner="Ravi", side="marketing"))
    later = run(
        SLUG, row("stages", "Inquiry", volume=800), row("stages", "Known", owner="Ben"), meeting=2, on="2026-09-01",
        before=(first,),
    )  # fmt: skip
    told = come_to(later, before=(first,))
    moved = {one.label: (one.old, one.new) for one in told.outcome.moved}
    # 400 / 1600 -> 800 / 1600; 120 / 400 -> 120 / 800; the rest is carried on
    assert moved["Known: go on to the next"] == ("25.0 %", "50.0 %")
    assert moved["Inquiry: go on to the next"] == ("30.0 %", "15.0 %")
    assert moved["Known: owner"] == ("Ravi", "Ben")


@pytest.mark.parametrize("steps", [1, 5, 100])
def test_any_number_of_steps(steps: int) -> None:
    given = {f"Step {n:03}": 1000 - n for n in range(steps)}
    told = work(
        SLUG,
        *(
            row("stages", text, volume=volume, place=str(n + 20))
            for n, (text, volume) in enumerate(given.items())
        ),
    )
    assert told["end_to_end"] == Fraction(1000 - steps + 1, 1000)
    assert told["leak"] == (1 if steps > 1 else None)


def test_the_leak_alone_is_a_way_of_twenty_minutes() -> None:
    assert exercise(SLUG).part("leak").minutes == 20  # type: ignore[union-attr]  # it is on the shelf
