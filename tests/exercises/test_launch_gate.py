"""E19: readiness and the verdict by rule."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from factories import entry, vote
from runs import BEN, HERE_ONE, LENA, Typed, around, come_to, exercise, row, run, told, values, work
from scripts import TEAM, Stage, opened

from workshop.exercising import shown
from workshop.model.results import Table

LINES = (
    "Price approved", "Offer and limits in one sentence", "Target segment and accounts", "Sellers trained and tried it",
    "Answer sheet to objections", "Comparison with rivals", "Data sheet, demo, sample", "Order entry, delivery, stock",
    "Service and spares ready", "Legal or certificates", "Web page and call to action",
    "Press text embargoed until trained", "Lead routing and follow-up promise", "Success number and date of debrief",
)  # fmt: skip
MUSTS = {
    "1": set(LINES), "2": set(LINES) - {"Comparison with rivals", "Press text embargoed until trained"},
    "3": {"Price approved", "Offer and limits in one sentence", "Order entry, delivery, stock", "Legal or certificates",
          "Success number and date of debrief"},
}  # fmt: skip


def gate(tier: str, states: dict[str, str], votes: str = "", other: str = "done") -> list[Typed]:
    """A launch of that tier; every line is `other` but those named."""
    lines: list[Typed] = [row("launch", launch="DosaMax 3", date="2026-05-11", tier=tier)]
    lines += [row("checklist", text, status=states.get(text, other)) for text in LINES]
    return [*lines, *([values("confidence", "sales", votes)] if votes else [])]


def by_hand(tier: str, states: dict[str, str], votes: list[int], other: str = "done") -> tuple[Fraction, str]:
    """Readiness and verdict, written down a second time."""
    points = {"done": Fraction(1), "under way": Fraction(1, 2), "not begun": Fraction(0)}
    told_of = {text: states.get(text, other) for text in LINES}
    needed = {text: status for text, status in told_of.items() if status != "not needed"}
    weight = {text: 2 if text in MUSTS[tier] else 1 for text in needed}
    reached = sum((weight[text] * points[status] for text, status in needed.items()), Fraction(0))
    readiness = reached / sum(weight.values())
    musts = [status for text, status in needed.items() if text in MUSTS[tier]]
    mean = Fraction(sum(votes), len(votes))
    if "not begun" in musts or readiness < Fraction(3, 4) or min(votes) <= 1 or mean < 3:
        return readiness, "HOLD"
    if all(status == "done" for status in musts) and readiness >= Fraction(9, 10) and mean >= Fraction(7, 2):
        return readiness, "GO"
    return readiness, "GO WITH CONDITIONS"


CASES: tuple[tuple[str, dict[str, str], str, Fraction, str], ...] = (
    # all done, mean 4
    ("2", {}, "4 4 4", Fraction(1), "GO"),
    # a should under way: 12 x 2 + 1 + 0.5 of 26 = 25.5 / 26
    ("2", {"Comparison with rivals": "under way"}, "4 4 4", Fraction(51, 52), "GO"),
    # a must under way: 25 / 26
    ("2", {"Price approved": "under way"}, "4 4 4", Fraction(25, 26), "GO WITH CONDITIONS"),
    # a must not begun: 24 / 26
    ("2", {"Price approved": "not begun"}, "4 4 4", Fraction(12, 13), "HOLD"),
    # one seller at 1, mean 3.67
    ("2", {}, "5 5 1", Fraction(1), "HOLD"),
    # mean 10/3, nobody below 2
    ("2", {}, "2 4 4", Fraction(1), "GO WITH CONDITIONS"),
    # mean 2.67
    ("2", {}, "2 3 3", Fraction(1), "HOLD"),
    # mean exactly 3.5
    ("2", {}, "3 4", Fraction(1), "GO"),
    # a line that is not needed leaves the sum: 24 / 24
    ("2", {"Service and spares ready": "not needed"}, "4 4", Fraction(1), "GO"),
    # tier 3: five musts of 2, nine shoulds of 1; shoulds not begun: 10 / 19 = 52.6 %
    ("3", {text: "not begun" for text in LINES if text not in MUSTS["3"]}, "4 4", Fraction(10, 19), "HOLD"),
    # tier 3: four shoulds not begun: 15 / 19 = 78.9 %, all musts done
    ("3", dict.fromkeys(sorted(set(LINES) - MUSTS["3"])[:4], "not begun"), "4 4", Fraction(15, 19), "GO WITH CONDITIONS"),
    # tier 1: everything is a must; two under way: 27 / 28... 26 + 1 of 28 -> 27/28 less one: (12 x 2 + 2) / 28
    ("1", {"Comparison with rivals": "under way", "Price approved": "under way"}, "4 4", Fraction(26, 28), "GO WITH CONDITIONS"),
)  # fmt: skip


@pytest.mark.parametrize(("tier", "states", "votes", "readiness", "verdict"), CASES)
def test_the_verdict_by_rule(
    tier: str, states: dict[str, str], votes: str, readiness: Fraction, verdict: str
) -> None:
    found = work("launch-gate", *gate(tier, states, votes))

    assert found["readiness"] == readiness
    assert found["rule"] == verdict
    assert found["verdict"] == verdict
    assert (readiness, verdict) == by_hand(tier, states, [int(one) for one in votes.split()])


def test_the_display_for_shops_counts_only_in_shops() -> None:
    plain = work(
        "launch-gate", *gate("2", {}, "4 4"), row("checklist", "Store display in place", status="not begun")
    )
    shop = work("launch-gate", *gate("2", {}, "4 4"), row("launch", retail="yes"),
                row("checklist", "Store display in place", status="not begun"))  # fmt: skip

    assert (plain["musts"], plain["verdict"]) == (12, "GO")
    assert (shop["musts"], shop["verdict"]) == (13, "HOLD")
    assert shop["readiness"] == Fraction(26, 28)  # two more below the line, nothing above


def test_a_must_of_which_nobody_spoke_keeps_the_gate_from_go() -> None:
    lines = [line for line in gate("2", {}, "4 4") if getattr(line, "text", "") != "Price approved"]
    found = work("launch-gate", *lines)

    assert found["readiness"] == 1  # left out, not counted as zero
    assert found["open_musts"] == 1
    assert found["verdict"] == "GO WITH CONDITIONS"


def test_the_banner_says_why_and_what_would_make_it_go() -> None:
    found = work(
        "launch-gate",
        *gate("2", {"Price approved": "not begun", "Web page and call to action": "under way"}, "1 4 1 5 4"),
    )

    # 26 - 2 - 1 of 26; mean 15/5
    assert found.text("verdict") == (
        "Musts not begun 1, not done 2 of 12; readiness 88.5 % (n=14); sellers 3.00 (n=5), at 0 or 1: 2."
    )
    assert [draft.text for draft in found.drafts("action")] == [
        "Get 'Price approved' done",
        "Get 'Web page and call to action' done",
    ]
    assert "11 May" in found.drafts("decision")[0].text or "2026-05-11" in found.drafts("decision")[0].text


def test_only_a_named_decider_with_a_reason_overrules() -> None:
    lines = gate("2", {"Price approved": "not begun"}, "4 4")
    alone = work("launch-gate", *lines, row("overrule", verdict="GO"))
    named = work(
        "launch-gate", *lines, row("overrule", verdict="GO", decider=LENA, reason="price stands on Monday")
    )

    assert alone["verdict"] == "HOLD"
    assert (named["rule"], named["verdict"]) == ("HOLD", "GO")
    assert "Lena Hartmann" in named.text("overruled")


def test_no_verdict_before_checklist_and_sellers_have_spoken() -> None:
    for lines in (gate("2", {}), [row("launch", tier="2"), values("confidence", "sales", "4 4")], []):
        found = work("launch-gate", *lines)
        assert found["verdict"] is None
        assert found.result("verdict") is None
    assert found["readiness"] is None
    assert found.drafts() == []


def test_go_leads_to_the_debrief() -> None:
    assert work("launch-gate", *gate("2", {}, "4 4")).next_ones() == ["campaign-debrief"]


def test_the_trail_until_launch_and_no_other_launch_in_it() -> None:
    first = run("launch-gate", *gate("2", {"Price approved": "not begun"}, "3 3"))
    second = run("launch-gate", row("checklist", "Price approved", status="done"), row("launch", launch="DosaMax 3", tier="2"),
                 values("confidence", "sales", "4 4"), meeting=2, on="2026-03-17", before=(first,))  # fmt: skip
    found = come_to(second, before=(first,))

    assert (found.moved("verdict").old, found.moved("verdict").new) == ("HOLD", "GO")
    assert (found.moved("readiness").old, found.moved("readiness").new) == (
        "92.3 %",
        "100.0 %",
    )  # 24/26 -> 26/26
    other = run(
        "launch-gate",
        row("launch", launch="Fit table", tier="3"),
        meeting=2,
        on="2026-03-17",
        before=(first,),
    )
    assert come_to(other, before=(first,)).outcome.moved == ()


# Programmes N12 to N14 of the kickoff with the sellers' votes of the day.
PROGRAMMES = (
    entry(12, told("programme", "Clean Water Spring (three webinars)", BEN, cta="book a site check", start="2026-03-23",
                   sales_task="Each seller invites five utilities by phone", sales_input="2026-02-20"),
          rounds=(vote(sales=(4, 4, 5, 4, 3)),)),
    entry(13, told("programme", "DosaMax 3 launch", LENA, cta="?", start="2026-05-11", sales_task="?", sales_input="none"),
          rounds=(vote(sales=(3, 2, 3, 3, 1)),)),
    entry(14, told("programme", "Aquatech fair Hamburg", BEN, cta="20-minute data check at the stand", start="2026-04-21",
                   sales_task="Fill 40 stand appointments", sales_input="2026-02-25"),
          rounds=(vote(sales=(4, 3, 4, 3, 4)),)),
)  # fmt: skip


def test_buy_in_and_warnings_of_the_kickoff() -> None:
    world = around(*PROGRAMMES, here=(HERE_ONE,))
    (table,) = shown(exercise("launch-gate"), run("launch-gate"), world, ("calendar",))
    assert isinstance(table, Table)

    # 20 / 5, 12 / 5, 18 / 5
    assert [line.cells[3] for line in table.rows] == ["4.00", "2.40", "3.60"]
    assert [line.cells[4] for line in table.rows] == [
        "", "no call to action, no sales task, a buy-in vote of 0 or 1, sellers below 3", "",
    ]  # fmt: skip
    assert [line.bold for line in table.rows] == [False, True, False]


def test_a_near_start_without_sales_input_warns() -> None:
    near = entry(
        1, told("programme", "Fair", BEN, cta="talk", start="2026-04-01", sales_task="invite")
    )  # in 29 days
    (table,) = shown(exercise("launch-gate"), run("launch-gate"), around(near), ("calendar",))
    assert isinstance(table, Table)

    assert table.heads == ("programme", "start", "gate", "warning")  # nobody said how far they buy in
    assert table.rows[0].cells[3] == "starts within 30 days without sales input"


def test_a_line_for_shops_is_ticked_off_in_shops_only(tmp_path: Path) -> None:
    room = gate_in_a_meeting(tmp_path)
    for line in ("1-15 done", "15 done", "item: 15 status=under way"):
        off = room.refuses(line)
        assert off.sentence == "item 15, Store display in place, is not asked for here."
        assert off.fix == "If it is, type launch: retail=... first; else leave its number out."
    room.type("item: 15 owner=ana")
    listed = room.type("/rows checklist")
    assert [line.split(" ·")[0] for line in listed.splitlines() if "not asked for here" in line] == [
        "   item 15 Store display in place"
    ]
    assert "item 15" not in room.type("/tray")  # nor does its status wait for anybody
    room.type("launch: retail=yes")
    assert "item 15 Store display in place · status done" in room.type("1-15 done")


def gate_in_a_meeting(folder: Path) -> Stage:
    """A launch of tier 2, outside of shops, before anything is ticked off."""
    room = Stage(folder / "firm")
    room.play(
        TEAM, opened("2026-03-03"), "/exercise launch-gate", "launch: launch=DosaMax; date=+60d; tier=2"
    )
    return room
