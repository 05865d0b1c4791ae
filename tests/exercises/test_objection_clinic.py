"""From "they say" to "we answer" (E11): priority, answer with proof, how often it worked."""

from __future__ import annotations

from fractions import Fraction

import pytest
from factories import entry
from runs import LENA, Found, Typed, around, come_to, exercise, row, run, sheet, work
from runs import told as line

from workshop.model.entries import Entry

SLUG = "objection-clinic"
OBJECTIONS = (
    "You cost 15 percent more than Alfa", "Ten weeks delivery is too long", "We have nobody to install it",
    "A remote link opens our network",
)  # fmt: skip
ROWS: tuple[Typed, ...] = tuple(row("objections", text) for text in OBJECTIONS)
SHEETS: tuple[Typed, ...] = (
    sheet("marks", "sales", "543 452 233 251"), sheet("marks", "sales", "544 443 122 351"),
)  # fmt: skip


def clinic(*typed: Typed, entries: tuple[Entry, ...] = ()) -> Found:
    return come_to(run(SLUG, *ROWS, *typed), around(*entries))


def heard(*worked: str, text: str = OBJECTIONS[0]) -> tuple[Entry, ...]:
    return tuple(
        entry(number, line("objection", text, **({"worked": word} if word else {})))
        for number, word in enumerate(worked, 1)
    )


def test_priority_is_frequency_times_cost_times_what_is_missing_in_confidence() -> None:
    told = clinic(*SHEETS)
    found = {cells[0]: cells[5] for cells in told.rows("ranked")}
    # 5 x 4 x (6 - 3.5) = 50; 4 x 4.5 x (6 - 2.5) = 63; 1.5 x 2.5 x (6 - 2.5) = 13.125; 2.5 x 5 x (6 - 1) = 62.5
    assert found == {
        OBJECTIONS[1]: "63.0", OBJECTIONS[3]: "62.5", OBJECTIONS[0]: "50.0", OBJECTIONS[2]: "13.1",
    }  # fmt: skip
    assert list(found) == [OBJECTIONS[1], OBJECTIONS[3], OBJECTIONS[0], OBJECTIONS[2]]


def test_priority_by_plain_arithmetic() -> None:
    sheets = [[[5, 4, 3], [4, 5, 2], [2, 3, 3], [2, 5, 1]], [[5, 4, 4], [4, 4, 3], [1, 2, 2], [3, 5, 1]]]
    told = {cells[0]: cells[5] for cells in clinic(*SHEETS).rows("ranked")}
    for number, text in enumerate(OBJECTIONS):
        often, costly, sure = (Fraction(sum(one[number][place] for one in sheets), 2) for place in range(3))
        assert float(told[text]) == pytest.approx(float(often * costly * (6 - sure)), abs=0.05)


@pytest.mark.parametrize(("digits", "priority"), [("555", "25.0"), ("551", "125.0"), ("115", "1.0")])
def test_priority_goes_from_1_to_125(digits: str, priority: str) -> None:
    told = work(SLUG, ROWS[0], sheet("marks", "sales", digits))
    assert told.rows("ranked")[0][5] == priority


def test_an_objection_without_marks_has_no_priority_and_stands_last() -> None:
    told = clinic(sheet("marks", "sales", "543 452 --- 251"))
    assert told.rows("ranked")[-1][0] == OBJECTIONS[2]
    assert told.rows("ranked")[-1][5] == "n/a"


CARD = row(
    "objections", OBJECTIONS[3], worry="an attack through the pump", type="risk", question="Who looks after your network?",
    answer="The unit calls out and nobody calls in. You can pull the plug.", proof="network sheet", status="have",
    never="nothing can happen", lives="sales folder",
)  # fmt: skip


def test_a_treated_objection_is_a_card() -> None:
    card = clinic(*SHEETS, CARD).cards("cards")[OBJECTIONS[3]]
    assert card["real worry"] == "an attack through the pump"
    assert card["never say"] == "nothing can happen"
    assert "completed by" not in card  # nobody named
    assert list(clinic(*SHEETS, CARD).cards("cards")) == [OBJECTIONS[3]]


def test_answered_means_an_answer_and_its_proof() -> None:
    told = clinic(
        CARD, row("objections", OBJECTIONS[1], answer="A loan unit bridges it.", status="to find"),
        row("objections", OBJECTIONS[0], answer="Five years cost less.", proof="cost sheet"),
        row("objections", OBJECTIONS[2], proof="service day", status="have"),
    )  # fmt: skip
    # the card, and the one with a proof named; not the one to find, not the one without an answer
    assert (told["answered"], told["open_objections"]) == (2, 2)


def test_success_is_shown_from_three_uses_on_over_all_meetings() -> None:
    told = clinic(*SHEETS, entries=heard("yes", "partly", "no", ""))
    shown = {cells[0]: cells[7] for cells in told.rows("ranked")}
    # (1 + 0.5) / 3; the one without a word does not count
    assert shown[OBJECTIONS[0]] == "50.0 %"
    few = clinic(*SHEETS, entries=heard("partly", "yes"))
    assert {cells[0]: cells[7] for cells in few.rows("ranked")}[OBJECTIONS[0]] == "not shown (n below 3)"


def test_proofs_to_find_and_cases_to_write_are_suggested() -> None:
    told = clinic(
        *SHEETS, row("objections", OBJECTIONS[1], type="time", answer="A loan unit.", status="to find", owner=LENA),
        row("objections", OBJECTIONS[0], type="price", answer="Five years.", status="none"),
    )  # fmt: skip
    texts = {draft.text: draft.owner for draft in told.drafts("action")}
    assert texts[f"Find the proof for our answer to: {OBJECTIONS[1]}"] == LENA
    assert f"Write a case that answers: {OBJECTIONS[0]}" in texts
    assert f"Bring our price message in line with the answer to: {OBJECTIONS[0]}" in texts
    assert f"Bring our delivery message in line with the answer to: {OBJECTIONS[1]}" in texts


def test_cards_live_on_and_priorities_stand_beside_the_last() -> None:
    first = run(SLUG, *ROWS, *SHEETS, CARD)
    surer = (sheet("marks", "sales", "543 452 233 255"), sheet("marks", "sales", "544 443 122 354"))
    told = come_to(run(SLUG, *surer, meeting=2, on="2026-04-07", before=(first,)), before=(first,))
    moved = {one.label: (one.old, one.new) for one in told.outcome.moved}
    # sure 1 -> (5 + 4) / 2 = 4.5: priority 2.5 x 5 x 1.5 = 18.75
    assert moved[f"{OBJECTIONS[3]}: how sure of our answer"] == ("1.00", "4.50")
    assert moved[f"{OBJECTIONS[3]}: priority"] == ("62.5", "18.8")
    assert OBJECTIONS[3] in told.cards("cards")


def test_only_sellers_mark() -> None:
    assert exercise(SLUG).input("marks").who == "sales"  # type: ignore[union-attr]  # it is on the shelf


def test_nothing_to_answer() -> None:
    told = work(SLUG)
    assert (told["answered"], told["open_objections"]) == (0, 0)
    assert told.drafts() == []


def test_a_hundred_sellers_are_a_mean() -> None:
    told = work(SLUG, ROWS[0], *(sheet("marks", "sales", "5 1 1" if n % 2 else "1 1 1") for n in range(100)))
    # (5 + 1) / 2 x 1 x 5
    assert told.rows("ranked")[0][5:7] == ("15.0", "100")


def test_one_objection_is_a_way_of_four_minutes() -> None:
    assert exercise(SLUG).part("one").minutes == 4  # type: ignore[union-attr]  # it is on the shelf
