"""Lines of the Norvik kickoff, as typed, and what each asks to store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workshop.model.commands import Add, Due
from workshop.model.entries import Said, Value


def fields(**values: str) -> tuple[Value, ...]:
    return tuple(Value(name.rstrip("_"), value) for name, value in values.items())


LINES: dict[str, Said] = {
    "agreement: Problem first, then a fix; no names in a complaint": Said(
        "agreement", "Problem first, then a fix; no names in a complaint", team="both"
    ),
    "condition: Alfa Dosing shows a compact plug-in unit at the April fair @clara "
    "type=competitor launch; effect=questions on our price; from=2026-04-21": Said(
        "condition", "Alfa Dosing shows a compact plug-in unit at the April fair", speaker="P-7", team="marketing",
        fields=fields(type="competitor launch", effect="questions on our price", from_="2026-04-21"),
    ),
    "programme: Clean Water Spring (three webinars) @ben message=Comply without stopping the plant; "
    "features=retrofit kit, site check; audience=water utilities; channel=e-mail,web; cta=book a site check; effect=new; "
    "start=2026-03-23; end=2026-05-15; owner=Ben Osei; sales_task=Each seller invites five utilities by phone; "
    "sales_input=2026-02-20; sales_author=Dieter Lang; gate=ready": Said(
        "programme", "Clean Water Spring (three webinars)", speaker="P-8", team="marketing",
        fields=fields(
            message="Comply without stopping the plant", features="retrofit kit, site check", audience="water utilities",
            channel="e-mail, web", cta="book a site check", effect="new", start="2026-03-23", end="2026-05-15", owner="P-8",
            sales_task="Each seller invites five utilities by phone", sales_input="2026-02-20", sales_author="P-4", gate="ready",
        ),
    ),
    "programme: DosaMax 3 launch @lena.h message=Exact dose, checked from anywhere; channel=press,web,trade show; cta=?; "
    "start=2026-05-11; owner=Lena Hartmann; sales_task=?; sales_input=none; gate=draft": Said(
        "programme", "DosaMax 3 launch", speaker="P-9", team="marketing",
        fields=fields(
            message="Exact dose, checked from anywhere", channel="press, web, trade show", cta="?", start="2026-05-11",
            owner="P-9", sales_task="?", sales_input="none", gate="draft",
        ),
    ),
    "hot-button: Delivery time counts more than price since January @jonas "
    "segment=food; polarity=minus; trend=rising; source=customer; heard=2026-02-24": Said(
        "hot-button", "Delivery time counts more than price since January", speaker="P-6", team="sales",
        fields=fields(segment="food", polarity="minus", trend="rising", source="customer", heard="2026-02-24"),
    ),
    "o: You cost 15 percent more than Alfa @tomasz "
    "tactic=five-year cost sheet; worked=partly; type=price; rival=Alfa Dosing; heard=2026-02-27": Said(
        "objection", "You cost 15 percent more than Alfa", speaker="P-3", team="sales",
        fields=fields(tactic="five-year cost sheet", worked="partly", type="price", rival="Alfa Dosing", heard="2026-02-27"),
    ),
    "tool: Catalogue of 84 pages, resistance table cannot be found @tomasz tool=catalogue; usability=3x1 2x3 1x1": Said(
        "tool", "Catalogue of 84 pages, resistance table cannot be found", team="sales",
        fields=fields(tool="catalogue", usability="3x1 2x3 1x1"),
    ),
    "loss: Baso Chemie @tomasz value=120000; main=delivery time; secondary=price / value; evidence=seller's feeling": Said(
        "loss", "Baso Chemie", speaker="P-3", team="sales",
        fields=fields(value="120000", main="delivery time", secondary="price / value", evidence="seller's feeling"),
    ),
    "need: Calculator that runs on a tablet @jonas >30apr purpose=use it in the plant; answer=counter; "
    "counter=printable sheet now, tablet version in May; owner=Ravi Menon": Said(
        "need", "Calculator that runs on a tablet", speaker="P-6", team="sales",
        fields=fields(
            purpose="use it in the plant", answer="counter", counter="printable sheet now, tablet version in May",
            owner="P-10", by="2026-04-30",
        ),
    ),
    "insight: Title filter would have kept out most poor leads @ravi exercise=lead-sample-review": Said(
        "insight", "Title filter would have kept out most poor leads", speaker="P-10", team="marketing",
        fields=fields(exercise="lead-sample-review"),
    ),
    "p: Who may edit the price page of the website @clara >13mar disposition=separate talk": Said(
        "parking", "Who may edit the price page of the website", speaker="P-7", team="marketing",
        fields=fields(disposition="separate talk", date="2026-03-13"),
    ),
    "d: Interim lead definition v0.1: handed over = utility, food or chemical plant >2jun mode=five": Said(
        "decision", "Interim lead definition v0.1: handed over = utility, food or chemical plant", team="both",
        fields=fields(mode="five", review="2026-06-02"),
    ),
    "dispute: How do we set service-kit prices when sellers see orders at risk? >31mar root=price; "
    "sides=sales: list price rose 4 percent, two orders wobble; sides=marketing: material cost rose 6 percent": Said(
        "dispute", "How do we set service-kit prices when sellers see orders at risk?", team="both",
        fields=(
            Value("root", "price"), Value("sides", "sales: list price rose 4 percent, two orders wobble"),
            Value("sides", "marketing: material cost rose 6 percent"), Value("decide_by", "2026-03-31"),
        ),
    ),
    "credit: Ben's utility webinar filled my diary in January @dieter to=marketing": Said(
        "credit", "Ben's utility webinar filled my diary in January", speaker="P-4", team="sales", fields=fields(to="marketing")
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "said"), LINES.items())
def test_a_line_of_the_kickoff(add: Callable[[str], Add], line: str, said: Said) -> None:
    assert add(line) == Add(said, (said.speaker,) if said.speaker else ())


def test_an_action_of_the_kickoff(add: Callable[[str], Add]) -> None:
    line = "a: Write the two-option paper fair or inside seller @clara @marta >12mar from:X-2 done_when=paper with Erik Dahl"
    said = Said(
        "action", "Write the two-option paper fair or inside seller", source="X-2", fields=fields(done_when="paper with Erik Dahl")
    )  # fmt: skip
    assert add(line) == Add(said, ("P-7", "P-2"), Due(on=date(2026, 3, 12)))
