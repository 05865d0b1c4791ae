"""E24: warnings on the line of days, and what the sequence brought."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from runs import DIETER, JONAS, LENA, Typed, come_to, row, run, work
from scripts import TEAM, Stage, opened

# touch, day, channel, sender, gain, next step, sign, who follows
LINE = (
    (
        "The limit falls in July",
        0,
        "e-mail",
        "marketing",
        "knows the date",
        "site check",
        "opened twice",
        DIETER,
    ),
    ("Plant that kept running", 4, "e-mail", "marketing", "sees it works", "", "", ""),
    ("Call", 4, "call", "Dieter Lang", "a date", "visit", "", ""),
    ("Letter", 15, "letter", "marketing", "", "", "reply card", ""),
    ("Last mail", 25, "e-mail", "marketing", "a place left", "book", "", ""),
)


def typed(name: str = "Limit in July") -> list[Typed]:
    lines: list[Typed] = [
        row("sequence", name=name, audience="water utilities", aim="site check", stop="when they answer")
    ]
    for text, day, channel, sender, gain, step, sign, follows in LINE:
        fields = {
            "channel": channel,
            "sender": sender,
            "gain": gain,
            "next": step,
            "sign": sign,
            "follows": follows,
        }
        lines.append(row("touches", text, fields, day=day))
    return lines


RESULTS = row("results", sent=400, opened=180, answered=22, signs=40, followed=31, meetings=9)


def test_five_touches_and_their_warnings() -> None:
    found = work("joint-sequence", *typed())

    assert found.rows("warnings") == [
        ("4", "Plant that kept running", "two on one day, no next step", ""),
        ("4", "Call", "two on one day", ""),
        # 15 - 4 = 11 days
        ("15", "Letter", "silence over ten days, no gain, no next step, nobody follows up", ""),
        # 25 - 15 = 10 days are no warning yet
    ]
    assert found["warned"] == 3
    assert [found[name] for name in ("from_sales", "from_marketing")] == [1, 4]
    assert found["balance"] == Fraction(1, 4)


def test_the_warnings_by_a_second_way() -> None:
    days = [day for _, day, *_ in LINE]
    warned = 0
    for _, day, _, _, gain, step, sign, follows in LINE:
        earlier = [other for other in days if other < day]
        silent = bool(earlier) and day - max(earlier) > 10
        warned += days.count(day) > 1 or silent or not gain or not step or bool(sign and not follows)

    assert work("joint-sequence", *typed())["warned"] == warned


def test_the_line_stands_by_day_however_it_was_typed() -> None:
    assert work("joint-sequence", *reversed(typed())).column("days") == ["0", "4", "4", "15", "25"]


def test_a_warning_may_be_accepted() -> None:
    found = work("joint-sequence", *typed(), row("touches", "Call", accepted="yes"))

    assert (found["warned"], found["accepted"]) == (3, 1)


def test_results_of_the_sequence() -> None:
    found = work("joint-sequence", *typed(), RESULTS)

    assert found["answered"] == Fraction(22, 400)
    assert found.reads("answered") == "5.5 %"
    assert found.figure("answered").n == 400
    assert found.reads("compliance") == "77.5 %"  # 31 / 40
    assert found.reads("meetings") == "2.3"  # 9 / 400 x 100 = 2.25


def test_who_shares_the_posts() -> None:
    found = work("joint-sequence", row("posts", "Plant", sharers=f"{DIETER},{JONAS}", author=LENA, training=JONAS, date="2026-03-06"),
                 row("posts", "Limit", sharers=DIETER, author=LENA))  # fmt: skip

    assert found["sharing"] == 2  # Dieter once, Jonas once
    assert [draft.text for draft in found.drafts("action")] == ["Train Jonas Beck in ten minutes for 'Plant'"]


def test_nothing_sent_and_nothing_typed() -> None:
    assert work("joint-sequence", row("results", sent=0, answered=0))["answered"] is None
    empty = work("joint-sequence")
    assert empty["balance"] is None
    assert empty.drafts() == []


def test_the_next_version_of_the_same_sequence() -> None:
    first = run("joint-sequence", *typed(), RESULTS)
    better = row("results", sent=200, opened=100, answered=20, signs=30, followed=30, meetings=8)
    found = come_to(run("joint-sequence", *typed(), better, meeting=2, on="2026-03-17"), before=(first,))

    assert (found.moved("answer rate").old, found.moved("answer rate").new) == ("5.5 %", "10.0 %")
    assert (found.moved("followed up in time").old, found.moved("followed up in time").new) == (
        "77.5 %",
        "100.0 %",
    )
    other = come_to(
        run("joint-sequence", *typed("Autumn"), better, meeting=2, on="2026-03-17"), before=(first,)
    )
    assert other.outcome.moved == ()


def test_a_second_call_is_another_touch_and_a_marketer_by_name_is_marketing(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(
        TEAM, opened("2026-03-03"), "/exercise joint-sequence", "sequence: name=Limit; audience=water",
        "touch: Call day=3; channel=call; sender=ana; gain=a date; next=visit",
        "touch: Call day=14; channel=call; sender=finn; gain=a date; next=visit",
        "touch: Mail day=5; channel=e-mail; sender=marketing; gain=a date; next=visit",
    )  # fmt: skip
    said = room.type("/result")
    assert "Touches 3: sales 1, marketing 2 (balance 0.50); with a warning 0" in " ".join(said.split())
    lines = [line.strip() for line in said.splitlines()]
    assert lines[lines.index("The sequence") + 1 :][:2] == [
        "sequence  Limit",
        "audience  water",
    ]  # no blank, no n/a
    for line, told in (
        ("touch: Late day=9999", "day: 9999 is more than there can be."),
        ("results: sent=100; answered=150", "answered: 150 is more than sent: 100."),
        ("results: signs=3; followed=4", "followed: 4 is more than signs: 3."),
        ("touch: Fax sender=nobody", "sender: "),
    ):
        assert told in room.refuses(line).sentence
