"""A software firm with six sellers and two marketers: a kickoff that is re-timed, then three syncs (`scripts/saas.txt`).

Each figure stands beside its arithmetic; none was read off the program.
"""

from __future__ import annotations

import json

import pytest
from scripts import Stage

from workshop.exporting.digest import Minutes
from workshop.model.results import Outcome, Table

CASE = ("quillstack", "saas")


@pytest.fixture(scope="module")
def kickoff(firm: Stage) -> Minutes:
    return firm.minutes(1)


@pytest.fixture(scope="module")
def sync(firm: Stage) -> Minutes:
    return firm.minutes(2)


def reads(found: Outcome) -> dict[str, str]:
    return {figure.name: figure.reads for figure in found.figures}


def rows(found: Outcome, slug: str) -> list[tuple[str, ...]]:
    table = next(result for result in found.results if result.slug == slug)
    assert isinstance(table, Table)
    return [row.cells for row in table.rows]


# Who is there, the plan, the clock -------------------------------------------------------------------


def test_who_sent_apologies_is_not_here_with_all_the_others(kickoff: Minutes) -> None:
    """`/apologies Grace` before, `/here all` on the day: what she wrote was read aloud and counts for nobody."""
    assert [(here.who.name, here.note) for here in kickoff.apologies] == [
        ("Grace Kimani", "travels, message read aloud")
    ]
    assert {team.team: len(team.people) for team in kickoff.attendance} == {
        "sales": 6, "marketing": 2, "guest": 1, "facilitator": 1,
    }  # fmt: skip


def test_segments_keep_their_numbers_when_one_is_left_out(firm: Stage) -> None:
    """Eleven in the template, 7 left out: the last one is 11 of 11."""
    said = "\n".join("\n".join(told) for _, told in firm.said)
    assert "== 8/11 Ten leads, two opinions" in said
    assert "== 11/11 Close and next date" in said


def test_an_overrun_is_paid_before_the_hard_end(firm: Stage, kickoff: Minutes) -> None:
    """Of 120 minutes 20 are left out and 5 added: 105, from 09:28. At 10:36 the field report gets 5 more:
    4 left of it, then 5 20 10 5 3, until 11:23; the end at 11:20 costs the optional leads 3. A minute later than
    that, at 10:41, one more: 16."""
    assert firm.after("/extend 5").startswith(
        "What the field says 15 -> 20, Ten leads, two opinions 20 -> 17; still ends 11:20."
    )
    assert firm.after("/retime go") == "Ten leads, two opinions 17 -> 16; still ends 11:20."
    assert [segment.real for segment in kickoff.segments] == [8, 9, 24, 11, 21, 5, 26, 8, 7, 4]
    assert (kickoff.when.planned, kickoff.when.real) == (105, 123)


def test_time_on_the_floor_and_entries_are_told_by_team(kickoff: Minutes) -> None:
    """Marketing 10:09 to 10:20, sales to 10:41: 11 and 21 of 32. Entries: sales 28 (23 cards, a check-in, two parked,
    a note, a credit), marketing 8 (a check-in, a condition, two programmes, a rival, a finding, one parked, a credit):
    8 / 28. "Nothing new" in the press belongs to nobody."""
    assert [(side.team, side.minutes, side.percent) for side in kickoff.airtime] == [
        ("sales", 21, "65.6 %"), ("marketing", 11, "34.4 %"),
    ]  # fmt: skip
    assert {side.team: side.count for side in kickoff.sides} == {
        "sales": 28, "marketing": 8, "guest": 1, "facilitator": 1,
    }  # fmt: skip
    assert kickoff.balance == "0.29"


def test_a_card_without_news_counts_and_asks_for_nothing(firm: Stage, kickoff: Minutes) -> None:
    assert [segment.coverage for segment in kickoff.segments if segment.coverage] == [
        "5/5 cards",
        "7/7 cards",
    ]
    assert firm.after("press: nothing new") == "N-12 note · nothing new (#press)"
    assert kickoff.freshness == "median 7.0 days from hearing to telling (n=5)"  # 7 4 8 13 1


# Exercises -------------------------------------------------------------------------------------------


def test_two_marketers_are_told_of_an_open_round_before_anybody_is_promised_more(firm: Stage) -> None:
    first = next(told for line, told in firm.said if line == "/next" and "20 statements" in "".join(told))
    assert any("An open round: with 2 from marketing" in line for line in first)
    assert firm.after("roti: sales 5544").startswith("Held back: marketing 1, others 1, sales 4.")


def test_the_pulse_leaves_a_nearly_empty_sheet_out_and_counts_it(firm: Stage) -> None:
    """Sales 49, 51, 31 x 20 / 19, 59, 43; Oskar answered three. 234.63 / 5 = 46.93; marketing (71 + 63) / 2 = 67."""
    found = firm.outcome(1, "alignment-pulse")
    told = reads(found)
    assert (told["sales"], told["marketing"], told["joint"]) == ("46.9", "67.0", "57.0")
    assert (told["band"], told["band_marketing"], told["left_out"]) == ("defined", "aligned", "1")
    assert [(cells[0], *cells[2:]) for cells in rows(found, "flagged")] == [
        ("13", "1.80", "4.00", "-2.20", "gap, blind spot"),  # (3 2 2 - 3 2 ...): 9 / 5 against 8 / 2
        ("18", "1.80", "4.00", "-2.20", "gap, blind spot"),
        ("20", "2.40", "4.50", "-2.10", "gap, blind spot"),
        ("6", "2.17", "4.00", "-1.83", "gap, blind spot"),  # 13 / 6, Oskar's 2 among them
        ("3", "2.00", "3.50", "-1.50", "gap, blind spot"),
        ("8", "2.20", "3.50", "-1.30", "gap, blind spot"),
        ("10", "2.80", "4.00", "-1.20", "gap"),
        ("7", "2.40", "3.50", "-1.10", "gap, blind spot"),
        ("12", "2.00", "3.00", "-1.00", "gap"),
        ("17", "2.00", "2.50", "-0.50", "common low"),
        ("4", "2.40", "2.00", "0.40", "common low"),
        ("14", "2.20", "2.50", "-0.30", "common low"),
    ]


def test_ten_leads_two_opinions(firm: Stage) -> None:
    """GG PP MG PG GG MM GM GP PM PM: 4 alike; each side 4 good, sales 2 maybe 4 poor, marketing 4 maybe 2 poor:
    pe = .16 + .08 + .08; kappa = (.4 - .32) / .68 = 0.118. Untouched 4; days 1 1 2 3 4 6."""
    told = reads(firm.outcome(1, "lead-sample-review"))
    assert [told[name] for name in ("agreement", "sales_good", "marketing_good")] == ["40.0 %"] * 3
    assert (told["strong"], told["beyond_chance"], told["untouched"]) == ("2", "0.12", "40.0 %")
    assert told["median_days"] == "2.5 days"


def test_promises_that_the_time_does_not_hold(firm: Stage) -> None:
    """450,000 x .35 / 24,000 = 6.6: 7 orders; / .275 = 25.5: 26; / .18 = 144.4: 145; in 12 weeks 12.08 a week.
    6 x 80 / (4 x 12) = 10 a week: 120.8 %; 12.08 x 48 / 6 = 96.7 minutes."""
    told = reads(firm.outcome(1, "two-way-sla"))
    names = ("orders", "opportunities", "leads", "leads_week", "capacity", "load", "minutes_needed")
    assert [told[name] for name in names] == ["7", "26", "145", "12.1", "10", "120.8 %", "97"]


def test_dots_of_teams_of_six_and_two(firm: Stage) -> None:
    """Two dots each on seven options. 1: 2 of 10 and 2 of 4, bridge 2 x .2 x .5 / .7 = .286; 4: .1 and .5: .167."""
    found = firm.outcome(1, "dot-vote")
    assert [(cells[0], cells[4]) for cells in rows(found, "raw")] == [
        ("1", "4"), ("4", "3"), ("2", "2="), ("3", "2="), ("5", "2="), ("7", "1"), ("6", "0"),
    ]  # fmt: skip
    bridges = next(result for result in found.results if result.slug == "bridge")
    assert "'0.286'" in str(bridges)
    assert "'0.167'" in str(bridges)


def test_lead_samples_of_two_meetings_stand_side_by_side_in_points(firm: Stage) -> None:
    """GG GM PP GG GP: 3 of 5 alike, 4 good for sales, 2 for marketing; a fifth is one step of the smaller sample."""
    moved = {row.label: row for row in firm.outcome(2, "lead-sample-review").moved}
    assert (moved["agreement"].old, moved["agreement"].new) == ("40.0 %", "60.0 %")
    assert (moved["agreement"].difference, moved["agreement"].noise) == ("+20.0 points", False)
    assert (moved["marketing-good"].difference, moved["marketing-good"].noise) == ("unchanged", False)
    assert moved["kappa"].new == "not shown (n below 10)"


# Decisions, disputes, numbers ------------------------------------------------------------------------


def test_votes_with_a_missing_answer_a_veto_and_eight_steps(firm: Stage, kickoff: Minutes) -> None:
    """4 3 3 2 3 and 5 alone: 3.00, 5.00, 4.00, one 2. Then 3.20 and 5 0: stopped. Then 5 3: (3.2 + 4) / 2.
    Gradient: 1 1 2 4 5 2 4 six of seven up to 4, four up to 3; an 8 stops; 1 2 3 3 6 1 3: six of seven up to 3."""
    said = [told for line, told in firm.said if line.startswith("/vote D-1 ")]
    assert [lines[0] for lines in said] == [
        "D-1, round 1: NEEDS WORK (sales 3.00 n=5, marketing 5.00 n=1, joint 4.00)",
        "D-1, round 2: STOPPED (sales 3.20 n=5, marketing 2.50 n=2, joint 2.85)",
        "D-1, round 3: PASSED (sales 3.20 n=5, marketing 4.00 n=2, joint 3.60)",
    ]
    assert "/amend D-1" in said[1][1]
    words = [firm.after(f"/vote D-{number} ").split(": ")[1].split(" (")[0] for number in (2, 3, 5, 6)]
    assert words == ["WORKABLE", "PASSED", "NOT YET", "STRONG"]
    assert [row.id for row in kickoff.decisions] == [f"D-{number}" for number in range(1, 7)]


def test_a_dispute_is_handed_on_and_decided_the_other_is_past_its_day(firm: Stage, sync: Minutes) -> None:
    """X-1: 19 / 5 and 1 / 2, one 0; 15 to 24 September is 9 days. X-2 was due on Friday the 18th; 14 days old."""
    assert firm.after("/vote X-1").startswith("X-1, round 1: STOPPED (sales 3.80 n=5, marketing 0.50 n=2")
    assert [(row.id, row.status, row.days) for row in sync.disputes] == [
        ("X-1", "decided", 9), ("X-2", "escalated", 14),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("win rate", "42.9 %"),  # 9 / 21
        ("lead acceptance", "36.9 %"),  # 31 / 84
        ("in-time contact", "34.5 %"),  # 29 / 84
        ("lead->opportunity", "17.9 %"),  # 15 / 84
        ("velocity", "4,685 USD/day"),  # 38 x 3/7 x 21,000 / 73 = 4,684.93
        ("cost per lead", "732.14 USD"),  # 61,500 / 84
        ("new accounts", "7"),
        ("marketing return", "43.1 %"),  # 26,500 / 61,500
    ],
)
def test_each_number_reads_in_its_form(firm: Stage, kickoff: Minutes, name: str, value: str) -> None:
    assert next(row.value for row in kickoff.scoreboard if row.name == name) == value
    first = next("\n".join(told) for line, told in firm.said if line.startswith(f"metric: {name}="))
    assert value in first


def test_lights_and_the_second_win_rate(kickoff: Minutes, sync: Minutes) -> None:
    """42.9 of 45 is within a tenth, 36.9 of 50 and 7 of 8 are not; 9 / 28 with no-decision. Then 9/14 and 2/3."""
    lights = {row.name: row.status for row in kickoff.scoreboard if row.target}
    assert lights == {"win rate": "amber", "lead acceptance": "red", "new accounts": "red"}
    assert kickoff.scoreboard[0].second == "with no-decision 32.1 %"
    assert [(row.name, row.value, row.previous, row.status, row.few) for row in sync.scoreboard] == [
        ("lead acceptance", "64.3 %", "36.9 %", "green", False), ("win rate", "66.7 %", "42.9 %", "green", True),
    ]  # fmt: skip


def test_a_programme_without_sales_and_its_buy_in(kickoff: Minutes) -> None:
    """4 4 4 3 3 4 = 22 / 6; 3 2 3 1 3 = 12 / 5; 15 September to 12 October is 27 days."""
    clinic, week = kickoff.programmes
    assert (clinic.name, clinic.warnings) == ("Contract clinic", ())
    assert week.warnings == (
        "no call to action", "no sales task", "starts in 27 days, no sales input", "a buy-in vote of 0-1",
        "sales buy-in 2.40 below 3",
    )  # fmt: skip


def test_return_on_time_of_an_open_round_is_a_total(kickoff: Minutes, sync: Minutes) -> None:
    """5 5 4 4 3 5 4 4 3 = 37 / 9; 4 4 4 3 4 5 = 24 / 6."""
    assert kickoff.roti is not None
    assert sync.roti is not None
    assert (kickoff.roti.mean, kickoff.roti.n, sync.roti.mean, sync.roti.n) == ("4.11", 9, "4.00", 6)


# What follows ----------------------------------------------------------------------------------------


def test_promises_by_the_day_of_the_sync(sync: Minutes) -> None:
    """By 29 September: A-2, A-4, A-5, A-6, A-7, A-9, A-11; A-8 was dropped. By their day A-2 and A-4; A-11 late by
    11 days; A-7 was ticked off and taken up again, so it is 8 days late. Sales A-4 of A-4 5 6 7 11."""
    assert sync.matters is not None
    told = {row.id: (row.standing, row.days) for row in sync.matters.rows}
    assert {key: told[key] for key in ("A-5", "A-6", "A-7", "A-9", "A-11", "A-8", "A-3")} == {
        "A-5": ("overdue", 4), "A-6": ("overdue", 1), "A-7": ("overdue", 8), "A-9": ("due", 0),
        "A-11": ("done late", 11), "A-8": ("dropped", 0), "A-3": ("not yet due", 0),
    }  # fmt: skip
    shares = (sync.matters.by_due, sync.matters.at_all, *sync.matters.teams)
    assert [(share.count, share.of, share.percent) for share in shares if share] == [
        (2, 7, "28.6 %"), (3, 7, "42.9 %"), (1, 5, "20.0 %"), (1, 1, "100.0 %"), (0, 1, "0.0 %"),
    ]  # fmt: skip


def test_what_is_open_after_the_sync(sync: Minutes) -> None:
    """A-5, A-6, A-7, A-9 late or due; A-1, A-3, A-10 ahead; A-12 new."""
    assert sync.still_open is not None
    assert (sync.still_open.carried, sync.still_open.not_due, sync.still_open.new) == (4, 3, 1)


def test_what_comes_a_third_time_does_not_go_on_silently(firm: Stage) -> None:
    """Due at the openings of 29 September and 13 October and left: A-5, A-6, A-9, N-37, N-38; A-7 and A-12 once."""
    opening = firm.after("/start")
    third = [line.split()[0] for line in opening.splitlines() if line.endswith("here for the 3rd time")]
    assert third == ["A-9", "A-5", "A-6", "Back", "Back"]
    assert opening.count("here for the 2nd time") == 2
    assert "M-3/3 Marketing headlines" in opening
    assert "Exchanges in 30 days, this one included: 3 of 3." in opening  # 29 September, 13 and 27 October
    assert firm.carried["A-5"] == 3
    assert firm.meeting(4).status == "closed"


def test_objections_heard_again_work_from_three_on(firm: Stage) -> None:
    """Partly, yes, yes: 2.5 / 3; the other twice."""
    told = rows(firm.outcome(2, "field-report"), "objections")
    assert [cells[-2:] for cells in told] == [("3", "83.3 %"), ("2", "not shown (n below 3)")]


def test_all_papers_say_the_same(firm: Stage) -> None:
    """Figures of the kickoff and of the sync as text, for wikis, for programs and for spreadsheets."""
    told, plain_text = firm.paper(1, "md").decode(), firm.paper(1, "txt").decode()
    for words in ("57.0", "-2.20", "0.12", "120.8 %", "0.286", "42.9 %", "4,685 USD/day", "4.11", "65.6 %"):
        assert words in told, words
        assert words in plain_text, words
    plain = json.loads(firm.paper(2, "json"))
    assert (plain["matters"]["by_due"]["count"], plain["matters"]["by_due"]["of"]) == (2, 7)
    actions = firm.paper(2, "csv").decode("utf-8-sig").splitlines()
    assert sum(",2026-10-06," in line for line in actions) == 1  # A-5 with its new day
