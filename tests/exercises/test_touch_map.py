"""E17: complete touches, empty stages, the longest silence."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from runs import Typed, come_to, row, run, work
from scripts import TEAM, Stage, opened

# touch, stage, channel, sender, piece, gain, next step, days since the one before, feeling
TOUCHES = (
    ("Film", "on their own", "web", "marketing", "film", "sees it runs on", "site check", 0, "1"),
    ("Call by Dieter", "evaluation", "call", "sales", "", "knows the price range", "visit", 12, "2"),
    ("Mailing", "evaluation", "e-mail", "marketing", "flyer", "", "", 3, "-2"),
    ("Offer", "order", "e-mail", "sales", "offer", "one page to sign", "", 40, "0"),
    ("Newsletter", "first use", "e-mail", "marketing", "", "", "", 20, "-1"),
)
STAGES = (
    "trigger",
    "on their own",
    "long list",
    "evaluation",
    "convincing colleagues",
    "order",
    "first use",
    "again",
)


def typed() -> list[Typed]:
    lines: list[Typed] = [
        row("case", segment="utilities", role="plant engineer", purchase="Stadtwerke Linden")
    ]
    for text, stage, channel, sender, asset, gain, step, days, feeling in TOUCHES:
        fields = {"stage": stage, "channel": channel, "sender": sender, "asset": asset, "gain": gain, "next": step,
                  "days": str(days), "feeling": feeling}  # fmt: skip
        lines.append(row("touches", text, fields))
    return [*lines, row("touches", "Newsletter", noise="yes")]


def test_five_touches_over_eight_stages() -> None:
    found = work("touch-map", *typed())

    assert found["n"] == 5
    assert found["coverage"] == Fraction(2, 5)  # the film and the call; a call needs no piece
    assert found["silent"] == 4  # trigger, long list, convincing colleagues, again
    assert found["silence"] == 40
    assert found["noises"] == 1
    assert found.column("path") == list(STAGES)


def test_the_coverage_by_a_second_way() -> None:
    talks = ("talk", "call", "visit", "fair")
    complete = [
        (asset or channel in talks) and gain and step for _, _, channel, _, asset, gain, step, _, _ in TOUCHES
    ]
    found = work("touch-map", *typed())

    assert found["coverage"] == Fraction(sum(map(bool, complete)), len(TOUCHES))
    assert found["silent"] == len(set(STAGES) - {stage for _, stage, *_ in TOUCHES})


def test_shares_of_the_teams_at_a_stage() -> None:
    path = {cells[0]: cells for cells in work("touch-map", *typed()).rows("path")}

    # evaluation: two touches, one from each team, one of them complete, feeling (2 - 2) / 2
    assert path["evaluation"][3:9] == ("2", "50.0 %", "50.0 %", "0.0 %", "1", "0.00")
    assert path["evaluation"][9] == "hole"
    # nothing to share at a silent stage
    assert path["trigger"][3:9] == ("0", "n/a", "n/a", "n/a", "0", "n/a")
    assert path["trigger"][9] == "silent"
    assert path["on their own"][9] == "complete"


def test_holes_are_bold_and_say_what_they_lack() -> None:
    found = work("touch-map", *typed())

    assert "on their own" not in found.bold("path")
    assert set(found.bold("path")) == set(STAGES) - {"on their own"}
    assert found.bold("touches") == ["evaluation", "order", "first use"]


def test_what_follows() -> None:
    found = work("touch-map", *typed(), row("stages", "trigger", question="what if the limit falls?"))
    texts = [draft.text for draft in found.drafts("action")]

    assert texts == [
        "Make what Mailing needs for plant engineer at 'evaluation'",
        "Make what Offer needs for plant engineer at 'order'",
        "Make one piece for plant engineer at 'trigger'",
        "Make one piece for plant engineer at 'long list'",
        "Stop sending Newsletter to plant engineer",
    ]
    assert "gain, next step" in found.drafts("action")[0].why
    assert "what if the limit falls?" in found.drafts("action")[2].why
    assert found.next_ones() == ["joint-sequence"]


def test_a_touch_of_which_little_is_told() -> None:
    found = work("touch-map", row("touches", "Fair"))

    assert found["coverage"] == 0
    assert found["silence"] is None
    assert found["silent"] == 8


def test_nothing_typed_is_no_silence() -> None:
    found = work("touch-map")

    assert found["coverage"] is None
    assert found["n"] == 0
    assert found.drafts() == []


def test_the_next_run_for_the_segment() -> None:
    first = run("touch-map", *typed())
    now = run("touch-map", *typed(), row("touches", "Mailing", gain="knows the date", next="site check"),
              row("touches", "Fair", stage="trigger", channel="fair", sender="sales", gain="x", next="y"),
              meeting=2, on="2026-03-17", before=(first,))  # fmt: skip
    found = come_to(now, before=(first,))

    coverage = found.moved("complete touches")
    assert (coverage.old, coverage.new) == ("40.0 %", "66.7 %")  # 2/5 -> 4/6
    assert (found.moved("stages without a touch").old, found.moved("stages without a touch").new) == (
        "4",
        "3",
    )


def test_a_call_at_another_stage_is_another_touch(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(
        TEAM, opened("2026-03-03"), "/exercise touch-map",
        "touch: Call stage=evaluation; channel=call; sender=sales; gain=a date; next=visit; days=12",
        "touch: Call stage=order; channel=call; sender=sales; gain=a date; next=visit; days=40",
    )  # fmt: skip
    said = " ".join(room.type("/result").split())
    # of eight stages six have no touch
    assert "Touches 2, complete 100.0 %; stages without a touch 6; longest silence 40.0 days" in said
    off = room.refuses("touch: Call noise=yes")
    assert off.sentence == "touch: Call is there 2 times, as 1 (evaluation), 2 (order)."
    assert "days: -5 is less than there can be." in room.refuses("touch: 1 days=-5").sentence


def test_before_the_first_touch_the_questions_stand_on_screen_and_no_path(tmp_path: Path) -> None:
    room = Stage(tmp_path / "firm")
    room.play(TEAM, opened("2026-03-03"), "/exercise touch-map", "stage: 1 question=who delivers?")
    said = room.type("/result")  # and in the minutes those that were asked
    assert "who delivers?" in said
    assert "on their own" not in said
    assert "who delivers?" in room.type("/step 3")
    assert "silent" not in room.type("/step 3")
