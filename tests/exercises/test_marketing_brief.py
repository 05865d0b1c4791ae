"""What is coming (E04): what programmes still lack, reminders before press, changes since the last time (I1.19, I1.20)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import entry, vote
from runs import BEN, CLARA, LENA, LIBRARY, Found, around, come_to, exercise, run
from runs import told as line

from workshop.model.entries import Entry, Round, Said

SLUG = "marketing-brief"


def programme(number: int, said: Said, *rounds: Round, meeting: int = 1) -> Entry:
    return entry(number, replace(said, team="marketing"), meeting=meeting, rounds=rounds)


KICKOFF = (
    programme(12, line("programme", "Clean Water Spring (three webinars)", BEN, message="Comply without stopping the plant",
              cta="book a site check", start="2026-03-23", end="2026-05-15", owner=BEN,
              sales_task="Each seller invites five utilities by phone", sales_input="2026-02-20", gate="ready"),
              vote(sales=(4, 4, 5, 4, 3))),
    programme(13, line("programme", "DosaMax 3 launch", LENA, message="Exact dose, checked from anywhere", cta="?",
              start="2026-05-11", owner=LENA, sales_task="?", sales_input="none", gate="draft"), vote(sales=(3, 2, 3, 3, 1))),
    programme(14, line("programme", "Aquatech fair Hamburg", BEN, message="Bring your dosing data",
              cta="20-minute data check at the stand", start="2026-04-21", end="2026-04-23", owner=BEN,
              sales_task="Fill 40 stand appointments", sales_input="2026-02-25", gate="draft"), vote(sales=(4, 3, 4, 3, 4))),
)  # fmt: skip
PRESS = entry(17, replace(line("press", "Trade journal story on the Linden retrofit", BEN, outlet="Wasser und Anlage",
              date="2026-03-16", may_say="plant kept running during the change"), team="marketing"))  # fmt: skip


def brief(*entries: Entry) -> Found:
    return come_to(run(SLUG), around(*entries))


def test_only_the_launch_lacks_something() -> None:
    told = brief(*KICKOFF)
    assert told["lacking"] == 1
    actions = [draft.text for draft in told.drafts("action")]
    assert "Say what sellers do, say or hand out for DosaMax 3 launch" in actions
    assert told.next_ones() == ["draft-review"]
    (review,) = told.drafts("exercise")
    assert review.why == "DosaMax 3 launch: no sales input yet. Book a draft review?"


@pytest.mark.parametrize(
    ("fields", "votes", "lacking"),
    [
        ({}, (4, 4), 0),
        ({"cta": "?"}, (4, 4), 1),
        ({"sales_task": ""}, (4, 4), 1),
        # 1 April is 29 days after 3 March, 2 April 30
        ({"sales_input": "none", "start": "2026-04-01"}, (4, 4), 1),
        ({"sales_input": "none", "start": "2026-04-02"}, (4, 4), 0),
        ({}, (4, 1, 5, 5, 5), 1),
        ({}, (3, 2, 3), 1),  # 2.67
        ({}, (3, 3), 0),
        ({"gate": "", "cta": "?"}, (4, 4), 1),
        ({"gate": "debriefed", "cta": "?"}, (4, 4), 0),
        ({"end": "2026-03-02", "cta": "?"}, (4, 4), 0),  # over
    ],
)
def test_what_a_programme_may_lack(fields: dict[str, str], votes: tuple[int, ...], lacking: int) -> None:
    usual = {
        "cta": "book", "sales_task": "invite five", "sales_input": "2026-02-20", "start": "2026-05-01", "gate": "ready",
    }  # fmt: skip
    told = brief(programme(1, line("programme", "Spring", **{**usual, **fields}), vote(sales=votes)))
    assert told["lacking"] == lacking


def test_sellers_have_a_part_with_a_date() -> None:
    tasks = [draft for draft in brief(*KICKOFF).drafts("action") if draft.text.startswith("Take up")]
    assert [(draft.text, draft.due) for draft in tasks] == [
        ("Take up the sellers' part in Clean Water Spring (three webinars): Each seller invites five utilities by phone",
         "2026-03-23"),
        ("Take up the sellers' part in Aquatech fair Hamburg: Fill 40 stand appointments", "2026-04-21"),
    ]  # fmt: skip


def test_sellers_are_reminded_two_days_before_press() -> None:
    (reminder,) = brief(PRESS).drafts("action")
    # two days before 16 March
    assert (reminder.text, reminder.due) == (
        "Remind all sellers of Wasser und Anlage: Trade journal story on the Linden retrofit", "2026-03-14",
    )  # fmt: skip
    tomorrow = entry(1, line("press", "Soon", outlet="Daily", date="2026-03-04"))
    assert brief(tomorrow).drafts() == []


def test_an_update_continues_its_programme_and_stands_beside_the_last() -> None:
    update = programme(62, line("programme", "DosaMax 3: date under review", CLARA, ref="N-13", start="2026-06-01",
                       gate="ready", change="start open"), meeting=2)  # fmt: skip
    first = run(SLUG)
    told = come_to(
        run(SLUG, meeting=2, on="2026-03-17", before=(first,)), around(*KICKOFF, PRESS, update), (first,)
    )
    moved = {one.label: (one.old, one.new) for one in told.outcome.moved}
    assert moved["DosaMax 3 launch: start"] == ("11 May 2026", "1 June 2026")
    assert moved["DosaMax 3 launch: gate"] == ("draft", "ready")
    assert "Aquatech fair Hamburg: start" not in moved


def test_a_programme_that_is_new_since_is_marked() -> None:
    fresh = programme(
        63,
        line("programme", "Autumn mailing", BEN, message="Order by October", start="2026-09-01"),
        meeting=2,
    )
    first = run(SLUG)
    told = come_to(run(SLUG, meeting=2, on="2026-03-17", before=(first,)), around(*KICKOFF, fresh), (first,))
    assert [one.label for one in told.outcome.moved if one.fresh and "Autumn mailing" in one.label] != []


def test_nothing_is_coming() -> None:
    told = brief()
    assert told["lacking"] == 0
    assert told.drafts() == []


def test_the_cards_are_as_they_were() -> None:
    cards = LIBRARY.report(SLUG)
    assert cards is not None
    assert len(cards.cards) == 5
    assert [card.slug for card in cards.selected("programme")] == ["programmes"]
    assert [step.minute for step in exercise(SLUG).steps] == [0, 10]
