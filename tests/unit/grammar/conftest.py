"""The room of the tests: who is there, what may be typed, and Tuesday 3 March 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from workshop.errors import WorkshopError
from workshop.grammar import Context, parse
from workshop.model.asks import Ask
from workshop.model.commands import Add, Command
from workshop.model.kinds import Field, Kind
from workshop.model.teams import Person, Team

Parse = Callable[[str], Command | Ask]
AddOf = Callable[[str], Add]
Off = Callable[[str], str]

PEOPLE: tuple[tuple[str, Team], ...] = (
    ("Ingrid Solberg", "facilitator"), ("Marta Keller", "sales"), ("Tomasz Wrona", "sales"), ("Dieter Lang", "sales"),
    ("Priya Nair", "sales"), ("Jonas Beck", "sales"), ("Clara Vogt", "marketing"), ("Ben Osei", "marketing"),
    ("Lena Hartmann", "marketing"), ("Ravi Menon", "marketing"), ("Hugo Stein", "guest"), ("Sofia Marin", "guest"),
    ("Erik Dahl", "sponsor"), ("Benjamin Roth", "sales"), ("Łukasz Nowak", "sales"), ("Lena Klug", "sales"),
    ("Ana Maria Ruiz", "marketing"), ("Ana Kovač", "sales"),
)  # fmt: skip
ABSENT = ("P-13", "P-14", "P-15", "P-16")
REF, HEARD = Field("ref", "ref"), Field("heard", "date", past=True)
PARTLY = ("yes", "partly", "no")
MOVES = ("new", "repeat", "retention")


def kind(name: str, *fields: Field, letter: str = "", voice: str = "anybody", as_group: bool = False) -> Kind:
    """A kind with the fields that any entry may have."""
    return Kind(name, name.capitalize(), voice, letter, as_group, (*fields, REF, HEARD))  # type: ignore[arg-type]  # a word from below


KINDS = (
    kind("note", letter="n"),
    kind("private", letter=";"),
    kind("risk", Field("effect")),
    kind("insight", Field("exercise"), voice="both"),
    kind("term", Field("meaning", "long"), voice="both"),
    kind("agreement", voice="both"),
    kind("condition", Field("type", "one", options=("technology", "competitor launch")), Field("effect"),
         Field("from", "date"), voice="marketing-or-guest"),
    kind("programme", Field("message"), Field("features"), Field("audience"),
         Field("channel", "many", options=("e-mail", "web", "press", "trade show")), Field("cta", unknown=True),
         Field("effect", "one", options=MOVES), Field("start", "date"), Field("end", "date"), Field("owner", "person"),
         Field("sales_task", unknown=True), Field("sales_input", "date", options=("none",)),
         Field("sales_author", "person"), Field("gate", "one", options=("idea", "draft", "ready")), voice="marketing"),
    kind("press", Field("outlet"), Field("date", "date"), Field("may_say"), voice="marketing"),
    kind("finding", Field("source"), Field("n", "int"), voice="marketing-or-guest"),
    kind("hot-button", Field("segment"), Field("polarity", "one", options=("plus", "minus", "mixed")),
         Field("trend", "one", options=("rising", "stable", "fading")), Field("source"), voice="sales"),
    kind("lead-quality", Field("channel"), Field("rating", "scale5"), voice="sales"),
    kind("objection", Field("tactic"), Field("worked", "one", options=PARTLY),
         Field("type", "one", options=("price", "time", "need", "risk")), Field("rival"), letter="o", voice="sales"),
    kind("answer", Field("objection", "ref"), Field("proof")),
    kind("comparison", Field("rival"), Field("swot", "one", options=("S", "W", "O", "T")), voice="sales"),
    kind("tool", Field("tool"), Field("usability", "tally"), voice="sales", as_group=True),
    kind("shadow", Field("asset_type"), Field("hours_month", "dec"), voice="sales", as_group=True),
    kind("loss", Field("value", "money"), Field("main"), Field("evidence", "one", options=("we saw", "seller's feeling")),
         Field("secondary", "many", options=("price / value", "service", "timing"), most=2), voice="sales"),
    kind("need", Field("purpose"), Field("by", "date"), Field("answer", "one", options=("yes", "counter", "no")),
         Field("counter"), Field("owner", "person"), voice="sales-or-marketing"),
    kind("exposure", Field("date", "date"), Field("seller", "person"), Field("case_study", "bool"),
         voice="sales-or-marketing"),
    kind("study", Field("grade", "scale10"), Field("share", "pct"), Field("team", "team"), Field("panel", "people"),
         Field("sum", "parts")),
    kind("action", Field("owner", "person"), Field("helpers", "people"), Field("due", "date"),
         Field("done_when", "long"), Field("effect"), letter="a"),
    kind("decision", Field("mode", "one", options=("five", "consent")), Field("decider", "person"),
         Field("review", "date"), letter="d", voice="both"),
    kind("dispute", Field("root", "one", options=("price", "budget")), Field("sides", "long", repeat=True),
         Field("missing", "long"), Field("decide_by", "date"), voice="both"),
    kind("metric", Field("period"), Field("parts", "parts"), Field("source"), Field("target"), Field("note"), voice="both"),
    kind("parking", Field("disposition", "one", options=("next agenda", "action", "separate talk", "drop")),
         Field("date", "date"), letter="p"),
    kind("credit", Field("to")),
    kind("roti", Field("change", repeat=True), Field("keep", repeat=True), as_group=True),
)  # fmt: skip


@pytest.fixture(scope="session")
def here() -> Context:
    """The kickoff, with those who are absent known but not present."""
    people = tuple(Person(f"P-{n}", name, team) for n, (name, team) in enumerate(PEOPLE, start=1))
    return Context(
        kinds=KINDS,
        people=people,
        present=tuple(person.id for person in people if person.id not in ABSENT),
        today=date(2026, 3, 3),
        segments=tuple((number, f"Segment {number}") for number in range(1, 12)),
        names=(
            ("N-12", "Clean Water Spring (three webinars)"),
            ("N-26", "Ten weeks delivery is too long"),
            ("N-27", "Ten percent more than Alfa"),
        ),
        recorded=(("N-26", "objection"), ("N-35", "tool"), ("N-56", "parking")),
        templates=("kickoff-120", "sync-30", "monthly-90"),
    )


@pytest.fixture(scope="session")
def read(here: Context) -> Parse:
    """What a line typed in the kickoff asks for."""
    return lambda line: parse(line, here)


@pytest.fixture(scope="session")
def add(here: Context) -> AddOf:
    """The same, for a line that is stored."""

    def adding(line: str) -> Add:
        command = parse(line, here)
        assert isinstance(command, Add)
        return command

    return adding


@pytest.fixture(scope="session")
def off(here: Context) -> Off:
    """The sentence that says why a line cannot be read, with what to type."""

    def refusing(line: str) -> str:
        with pytest.raises(WorkshopError) as caught:
            parse(line, here)
        assert caught.value.fix, "a refusal says what to type"
        return str(caught.value)

    return refusing
