"""Rows, ratings, dots and groups as formulas see them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from factories import entry, said
from written import KINDS, WORLD, come_to, figure, reads, row, run, sheet

from workshop.exercising import Here
from workshop.model.entries import Ballot, Metric, Round
from workshop.model.results import Bars, Table
from workshop.model.runs import Answer, Asked
from workshop.model.teams import Person

ROWS = """
[[inputs]]
slug = "leads"
shape = "rows"
word = "lead"
order = "place"
hidden = ["veiled"]
fields.channel = ["web", "fair"]
fields.value = "money"
fields.share = "pct"
fields.seen = { type = "tally" }
fields.called = "bool"
fields.on = "date"
fields.place = "int"
fields.owner = "person"
fields.tags = "many"
fields.veiled = "short"
presets = [{ text = "One", must = "yes" }]
"""
RATING = """
[[inputs]]
slug = "marks"
shape = "rating"
of = "leads"
dims = ["clear", "next-step"]
"""


def figures(**values: str) -> str:
    return "".join(f'[[figures]]\nname = "{name}"\nvalue = "{value}"\n' for name, value in values.items())


def value(text: str, formula: str, *typed: object) -> object:
    return figure(come_to(text + figures(found=formula), *typed), "found").value  # type: ignore[arg-type]  # words of the test


@pytest.mark.parametrize(
    ("fields", "formula", "expected"),
    [
        ({"value": "38000.50"}, "first(leads.value)", Fraction(76001, 2)),
        ({"share": "40"}, "first(leads.share)", Fraction(2, 5)),
        ({"seen": "5x2 2x1"}, "first(leads.seen.mean)", Fraction(4)),
        ({"seen": "5x2 2x1"}, "first(leads.seen.n)", Fraction(3)),
        ({"called": "yes"}, "first(leads.called)", True),
        ({"on": "2026-03-01"}, "first(days(leads.on, meeting.today))", Fraction(2)),
        ({"owner": "P-1"}, "joined(leads.owner)", "P-1"),
        ({"value": "?"}, "count(leads.value)", Fraction(0)),
        ({}, "total(leads.value)", None),
        ({"tags": "hot, new"}, "count('new' in leads.tags)", Fraction(1)),
        ({}, "joined(leads.must)", "yes"),
    ],
)
def test_a_field_is_a_value_of_its_type(fields: dict[str, str], formula: str, expected: object) -> None:
    assert value(ROWS, formula, row("leads", 1, "One", **fields)) == expected


def test_struck_rows_are_gone_and_hidden_fields_wait_for_their_reveal() -> None:
    typed = (row("leads", 1, "One", veiled="a"), replace(row("leads", 2, "Two", veiled="b"), struck=True))
    text = ROWS + figures(told="joined(leads.veiled)", n="count(leads)")
    assert reads(come_to(text, *typed)) == {"told": "n/a", "n": "1"}
    assert reads(come_to(text, done=run(*typed, revealed=("leads",)))) == {"told": "a", "n": "1"}


def test_rows_stand_by_their_field_and_know_their_neighbours() -> None:
    text = (
        ROWS
        + """
[[columns]]
of = "leads"
[[columns.columns]]
name = "rest"
value = "after.value / value"
[[columns.columns]]
name = "sum_so_far"
value = "first(before.sum_so_far, 0) + value"
"""
        + figures(
            order="joined(leads.text)",
            rest="first(leads.rest)",
            summed="last(leads.sum_so_far)",
            end="count(leads.rest)",
        )
    )
    typed = (
        row("leads", 1, "A", value="50", place="3"),
        row("leads", 2, "B", value="200", place="1"),
        row("leads", 3, "C", value="100", place="2"),
    )
    told = come_to(text, *typed)
    assert reads(told) == {"order": "B, C, A", "rest": "0.50", "summed": "350", "end": "2"}
    assert told.notes == ()


def test_a_rating_stands_on_the_rows_it_rates() -> None:
    text = ROWS + RATING + figures(
        clear="first(leads.clear.joint)", step="first(leads.next_step.gap)", of="joined(marks.text)",
        sheets="marks.sheets.joint", second="last(marks.clear.n)",
    )  # fmt: skip
    typed = (
        row("leads", 1, "A"),
        row("leads", 2, "B"),
        sheet("marks", "sales", "1234"),
        sheet("marks", "marketing", "5432"),
    )
    told = come_to(text, *typed)
    # A: clear (1 + 5) / 2, next-step 2 - 4; sheets 10 and 14
    assert reads(told) == {"clear": "3", "step": "-2", "of": "A, B", "sheets": "12", "second": "2"}


def test_what_was_asked_keeps_its_place_when_rows_come_and_go() -> None:
    text = (
        ROWS
        + RATING.replace('dims = ["clear", "next-step"]\n', "")
        + figures(told="joined(ordered(leads.text, leads.mark.sales))")
    )
    typed = (row("leads", 2, "B"), row("leads", 3, "C"), sheet("marks", "sales", "15"))
    done = run(*typed, asked=(Asked("marks", ("A", "B")),))
    assert reads(come_to(text, done=done)) == {"told": "B"}  # the five was for B; A is struck, C came later


def test_open_answers_of_a_rating_until_reveal_are_not_seen_before() -> None:
    text = ROWS + RATING + "until_reveal = true\n" + figures(n="total(leads.clear.n)")
    typed = (row("leads", 1, "A"), sheet("marks", "sales", "12"))
    assert reads(come_to(text, *typed)) == {"n": "0"}
    assert reads(come_to(text, done=run(*typed, revealed=("marks",)))) == {"n": "1"}


ONE = '[[inputs]]\nslug = "use"\nshape = "rating"\nwho = "sales"\nchoices = [{ letter = "Y", word = "yes", value = "1" }, { letter = "M", word = "maybe", value = "0.5" }, { letter = "N", word = "no", value = "0" }]\n'


def test_one_thing_is_a_rating_by_its_own_name() -> None:
    text = ONE + figures(
        would="use", n="use.n_sales", yes="use.count('yes')", top="use.top", most="use.share"
    )
    told = come_to(text, sheet("use", "sales", "YYMN"))
    assert reads(told) == {"would": "0.63", "n": "4", "yes": "2", "top": "yes", "most": "0.50"}
    assert told.notes == ()  # one team alone was asked


def test_with_one_team_alone_it_is_said_why_nothing_is_joint() -> None:
    text = ROWS + RATING
    typed = (row("leads", 1, "A"), sheet("marks", "sales", "12"))
    shown = text + '[[shows]]\nslug = "t"\nkind = "table"\nof = "leads"\ncells = ["clear"]\n'
    assert come_to(shown, *typed).notes == ("marks: no answers from marketing, no joint value",)
    alone = replace(WORLD, here=(Here(1, 5, 0, 1),))
    assert come_to(shown, *typed, world=alone).notes == ("marks: marketing not present, no joint value",)


def test_dots_have_shares_and_a_bridge() -> None:
    text = ROWS + '[[inputs]]\nslug = "dots"\nshape = "dots"\nof = "leads"\n' + figures(
        raw="joined(ordered(dots.text, dots.raw))", bridge="joined(ordered(dots.text, dots.bridge))",
        first="first(dots.bridge)", own="first(dots.value)",
    )  # fmt: skip
    leads = [
        row("leads", 1, "P1", value="7"),
        row("leads", 2, "P3"),
        row("leads", 3, "P6"),
        row("leads", 4, "P7"),
    ]
    told = come_to(text, *leads, sheet("dots", "sales", "3537"), sheet("dots", "marketing", "4120"))
    # bridge: P1 2 x 3/18 x 4/7 / (3/18 + 4/7), P6 the next; P7 has no dot of marketing
    assert reads(told)["raw"] == "P1, P7, P3, P6"
    assert reads(told)["bridge"] == "P1, P6, P3, P7"
    assert figure(told, "first").value == Fraction(2 * 3 * 4, 18 * 7) / (Fraction(3, 18) + Fraction(4, 7))
    assert reads(told)["own"] == "7"


def test_rows_are_gathered_by_words_with_weights() -> None:
    text = (
        ROWS
        + """
[[groups]]
slug = "channels"
of = "leads"
by = { channel = 2, tags = 1 }
where = "value > 0"
[[groups.columns]]
name = "score"
value = "total(weight * when(called, 1, -1))"
[[groups.columns]]
name = "mean_value"
value = "mean(value)"
[[groups.columns]]
name = "part"
value = "count / total(channels.count)"
form = "percent"
[[shows]]
slug = "t"
kind = "table"
of = "channels"
cells = ["text", "count", "score", "mean_value", "part"]
"""
    )
    typed = (
        row("leads", 1, "A", channel="web", tags="new, Web", value="10", called="yes"),
        row("leads", 2, "B", channel="fair", value="20", called="no"),
        row("leads", 3, "C", channel="fair", value="0", called="no"),
    )
    (table,) = come_to(text, *typed).results
    assert isinstance(table, Table)
    assert [line.cells for line in table.rows] == [
        ("web", "2", "3", "10", "50.0 %"), ("new", "1", "1", "10", "25.0 %"), ("fair", "1", "-2", "20", "25.0 %"),
    ]  # fmt: skip


DEALS = '[[inputs]]\nslug = "deals"\nshape = "rows"\nkinds = ["win", "programme"]\n'


def test_entries_of_this_meeting_are_rows_with_their_votes() -> None:
    vote = Round("Spring", (Ballot("sales", (4, 4, 5)), Ballot("marketing", (2, 3))))
    entries = (
        replace(
            entry(1, said("programme", "Spring", who="P-1", team="marketing", cta="?", start="2026-03-10")),
            rounds=(vote,),
        ),
        entry(2, said("win", "Linden", value="61000")),
        entry(3, said("win", "Hagen", value="5"), meeting=2),
        replace(entry(4, said("win", "Struck", value="7")), struck=True),
        entry(5, said("loss", "Other")),
    )
    text = DEALS + figures(
        who="joined(deals.text)", sum="total(deals.value)", buy="first(deals.vote.sales)", low="lowest(deals.vote.low)",
        source="last(deals.source)", person="first(deals.person)", soon="count(deals.start < meeting.today + 30)",
    )  # fmt: skip
    told = come_to(text, world=replace(WORLD, entries=entries))
    assert reads(told) == {
        "who": "Spring, Linden", "sum": "61,000", "buy": "4.33", "low": "2", "source": "N-2", "person": "Ann Lee", "soon": "1",
    }  # fmt: skip


def test_records_of_earlier_meetings_come_only_where_the_file_says_so() -> None:
    entries = (
        entry(1, said("win", "Old", date="2025-11-01"), meeting=1),
        entry(2, said("win", "Near", date="2026-02-01"), meeting=1),
        entry(3, said("win", "Now"), meeting=2),
        entry(4, said("win", "Later"), meeting=3),
    )
    world = replace(WORLD, entries=entries)
    for more, texts in (("", "Now"), ("ever = true\n", "Old, Near, Now"), ("since = 90\n", "Near, Now")):
        told = come_to(
            DEALS + more + figures(told="joined(deals.text)"),
            world=world,
            done=run(meeting=2, on="2026-03-17"),
        )
        assert reads(told) == {"told": texts}


def test_an_update_continues_its_entry_and_a_repeat_is_counted() -> None:
    entries = (
        entry(1, said("programme", "Spring", cta="call", owner="P-1"), meeting=1),
        entry(2, said("programme", "Spring update", ref="N-1", cta="visit"), meeting=2),
        entry(3, said("win", "Linden"), meeting=1),
        entry(4, said("win", "linden"), meeting=2),
    )
    text = DEALS + "ever = true\nmerged = true\n" + figures(
        texts="joined(distinct(deals.text))", cta="first(deals.cta)", owner="first(deals.owner)", times="last(deals.times)",
    )  # fmt: skip
    told = come_to(text, world=replace(WORLD, entries=entries), done=run(meeting=2, on="2026-03-17"))
    assert reads(told) == {
        "texts": "Spring, Linden, linden",
        "cta": "visit",
        "owner": "Ann Lee",
        "times": "2",
    }


def test_people_and_pairs_are_there_without_an_input() -> None:
    people = (
        Person("P-1", "Ann Lee", "sales"),
        Person("P-2", "Bo Ek", "marketing"),
        Person("P-3", "Cy", "guest"),
    )
    text = figures(
        n="count(people)",
        both="joined(pairs.text)",
        sellers="firm.sellers",
        who="joined(only(people.text, people.team == 'sales'))",
    )
    told = come_to(text, world=replace(WORLD, people=people))
    assert reads(told) == {"n": "3", "both": "Bo Ek + Ann Lee", "sellers": "1", "who": "Ann Lee"}


def test_numbers_of_the_scoreboard_are_looked_up_by_any_name() -> None:
    def metric(parts: str, meeting: int, better: str = "") -> Metric:
        return Metric("speed", meeting, said("metric", "speed", parts=parts, better=better))

    metrics = (metric("8", 1, better="down"), metric("5", 2, better="down"), metric("99", 3))
    text = '[[inputs]]\nslug = "numbers"\nshape = "rows"\nkinds = ["metric"]\n' + figures(
        latest="metric('Speed')", light="standing('speed', '5 days')", kept="kept('speed', 5)", none="metric('other')",
        told="joined(numbers.reads)",
    )  # fmt: skip
    told = come_to(text, world=replace(WORLD, metrics=metrics), done=run(meeting=2, on="2026-03-17"))
    assert reads(told) == {"latest": "5", "light": "green", "kept": "0.50", "none": "n/a", "told": "5"}


def test_who_is_here_and_the_settings_are_known() -> None:
    told = come_to(
        figures(here="meeting.sellers + meeting.others", rate="settings.hourly_rate", all="meeting.people")
    )
    assert reads(told) == {"here": "8", "rate": "55", "all": "12"}
    nobody = come_to(figures(here="meeting.people"), world=replace(WORLD, here=(), kinds=KINDS))
    assert reads(nobody) == {"here": "n/a"}


# Two rows of the same words, and dots ------------------------------------------------------------

PLAIN = '[[inputs]]\nslug = "days"\nshape = "rows"\nask = "days: A"\nfields.sales = "int"\n'
DOTS_ON_DAYS = '[[inputs]]\nslug = "repeat"\nshape = "dots"\nask = "sales 1=2"\nof = "days"\n'
MARKS_ON_DAYS = '[[inputs]]\nslug = "worth"\nshape = "rating"\nask = "sales 12"\nof = "days"\n'


def test_rows_of_the_same_words_have_answers_of_their_own() -> None:
    done = run(
        row("days", 1, "A"), row("days", 2, "A"), sheet("worth", "sales", "15"), sheet("worth", "marketing", "15"),
        Answer("repeat", "sales", ("1", "3")), Answer("repeat", "marketing", ("0", "4")),
        asked=(Asked("worth", ("A", "A")), Asked("repeat", ("A", "A"))),
    )  # fmt: skip
    text = PLAIN + MARKS_ON_DAYS + DOTS_ON_DAYS + figures(
        marks="joined(text(days.mark.joint))", dots="joined(text(days.raw))", same="joined(text(repeat.raw))"
    )  # fmt: skip
    assert reads(come_to(text, done=done)) == {"marks": "1, 5", "dots": "1, 7", "same": "1, 7"}


def test_of_two_rows_of_the_same_words_the_one_that_is_struck_takes_its_answers_with_it() -> None:
    """Five for the second, one for the first; the first is struck, and the second keeps its five."""
    done = run(
        row("days", 2, "A"), sheet("worth", "sales", "15"), sheet("worth", "marketing", "15"),
        asked=(Asked("worth", ("A", "A"), ("days 1", "days 2")),),
    )  # fmt: skip
    text = PLAIN + MARKS_ON_DAYS + figures(marks="joined(text(days.mark.joint))")
    assert reads(come_to(text, done=done)) == {"marks": "5"}


def test_rows_that_were_asked_before_their_sources_were_kept_are_found_by_their_words() -> None:
    asked = Asked("worth", ("A", "B", "A"))
    places, told = asked.placed([("days 9", "B"), ("days 7", "A"), ("days 8", "A"), ("days 5", "C")])
    assert places == (1, 0, 2, 3)
    assert told == Asked("worth", ("A", "B", "A", "C"), ("", "", "", "days 5"))


def test_a_row_typed_again_after_it_was_struck_takes_up_its_answers() -> None:
    places, told = Asked("worth", ("A", "B"), ("days 1", "days 2")).placed([("days 2", "B"), ("days 3", "A")])
    assert places == (1, 0)
    assert told.texts == ("A", "B")


def test_people_in_a_text_put_together_read_as_names() -> None:
    text = PLAIN.replace('fields.sales = "int"', 'fields.who = "people"') + figures(
        told="joined(text(days.text, ' with ', days.who))"
    )
    assert reads(come_to(text, row("days", 1, "A", who="P-1"))) == {"told": "A with Ann Lee"}


def test_rows_of_a_group_say_which_rows_they_come_from() -> None:
    """Rule 7: a number tells where it comes from."""
    text = (
        ROWS
        + '[[groups]]\nslug = "places"\nof = "leads"\nby = ["place"]\n'
        + '[[shows]]\nslug = "s"\nkind = "table"\nof = "places"\ncells = ["text", "count"]\n'
        + '[[shows]]\nslug = "b"\nkind = "bars"\nof = "places"\ncells = ["count"]\n'
    )
    typed = (
        row("leads", 1, "A", place="3"),
        row("leads", 4, "B", place="1"),
        row("leads", 7, "C", place="3"),
    )
    table, bars = come_to(text, *typed).results
    assert isinstance(table, Table)
    assert isinstance(bars, Bars)
    assert [line.source for line in table.rows] == ["lead 4", "lead 1, 7"]
    assert [line.source for line in bars.rows] == ["lead 4", "lead 1, 7"]


def test_dots_stand_beside_the_rows_they_are_put_on_and_leave_their_fields_alone() -> None:
    done = run(
        row("days", 1, "A", sales="9"), row("days", 2, "B"), Answer("repeat", "sales", ("2", "1")),
        asked=(Asked("repeat", ("A", "B")),),
    )  # fmt: skip
    show = '[[shows]]\nslug = "all"\nkind = "table"\nof = "days"\ncells = ["text", "raw", "sales"]\n'
    [table] = come_to(PLAIN + DOTS_ON_DAYS + show, done=done).results
    assert isinstance(table, Table)
    assert [line.cells for line in table.rows] == [("A", "2", "9"), ("B", "1", "n/a")]
