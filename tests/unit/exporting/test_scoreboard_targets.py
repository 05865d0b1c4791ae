"""A number of the scoreboard stands beside its target and its last six values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import said

from workshop.exporting import jsonfile, markdown
from workshop.exporting.charts import spark
from workshop.exporting.digest import Minutes, Source, digest
from workshop.exporting.look import Look
from workshop.exporting.pages import page
from workshop.model.entries import Metric, Value
from workshop.model.runs import Run, RunRow


@pytest.fixture
def told(source: Source) -> Callable[..., Minutes]:
    """The meeting with these values of one number; the last is its own."""

    def made(name: str, *values: str, target: str = "", better: str = "") -> Minutes:
        early = [Metric(name, 1, said("metric", name, parts=value, period="March")) for value in values[:-1]]
        line = said("metric", name, parts=values[-1], period="March", target=target, better=better)
        return digest(replace(source, state=replace(source.state, metrics=(*early, Metric(name, 2, line)))))

    return made


@pytest.mark.parametrize(
    ("name", "value", "target", "found"),
    [
        ("win rate", "12/20", "60 %", "green"), ("win rate", "11/20", "60 %", "amber"), ("win rate", "10/20", "60 %", "red"),
        ("win rate", "10/20", "60", "red"), ("forecast accuracy", "86", "85 %", "green"), ("time to first contact", "22", "24 h", "green"),
        ("time to first contact", "27", "24 h", "red"), ("cost per lead", "82000/1150", "70 EUR", "amber"), ("untouched leads", "1", "0", "red"),
        ("win rate", "12/20", "more", ""), ("win rate", "won=1", "60 %", ""), ("names on the wall", "4", "5", ""),
    ],
)  # fmt: skip
def test_a_number_meets_its_target_or_is_near_it_or_off_it(
    told: Callable[..., Minutes], name: str, value: str, target: str, found: str
) -> None:
    (row,) = told(name, value, target=target).scoreboard
    assert (row.status, row.target) == (found, target)


def test_a_number_that_the_shelf_does_not_know_is_told_its_direction(told: Callable[..., Minutes]) -> None:
    (row,) = told("names on the wall", "4", target="5", better="down").scoreboard
    assert row.status == "green"


def test_a_target_that_was_agreed_in_an_exercise_lives_on(source: Source) -> None:
    def agreed(meeting: int, target: str) -> Run:
        row = RunRow("targets", 1, "Win rate", (Value("target", target),))
        return Run("scoreboard", meeting, 1, "2026-03-03", rows=(row,))

    runs = (agreed(1, "40 %"), agreed(2, "70 %"), agreed(3, "90 %"))
    (row,) = digest(replace(source, state=replace(source.state, runs=runs))).scoreboard
    assert (row.value, row.target, row.status) == ("66.7 %", "70 %", "amber")


def test_the_direction_told_last_holds_until_it_is_told_anew(source: Source) -> None:
    told = said("metric", "names on the wall", parts="4", period="May", better="down")
    metrics = (
        Metric("names on the wall", 1, told),
        Metric("names on the wall", 2, said("metric", parts="4", period="June", target="5")),
    )
    (row,) = digest(replace(source, state=replace(source.state, metrics=metrics))).scoreboard
    assert row.status == "green"


def test_the_status_stands_in_words_with_a_sign_in_every_paper(told: Callable[..., Minutes]) -> None:
    minutes = told("win rate", "10/20", target="60 %")
    assert "▲ red" in page(minutes, Look())
    assert "red, 60 %" in markdown.render(minutes).decode()
    (row,) = json.loads(jsonfile.render(minutes))["scoreboard"]
    assert (row["status"], row["target"], row["aim"]) == ("red", "60 %", 0.6)


def test_the_last_six_values_are_a_line_and_stand_in_words(told: Callable[..., Minutes]) -> None:
    minutes = told("win rate", *(f"{n}/20" for n in range(1, 9)))
    (row,) = minutes.scoreboard
    assert [point.value for point in row.series] == [
        "15.0 %",
        "20.0 %",
        "25.0 %",
        "30.0 %",
        "35.0 %",
        "40.0 %",
    ]
    html = page(minutes, Look())
    assert (
        "<title>win rate, the values in order: 15.0 %, 20.0 %, 25.0 %, 30.0 %, 35.0 %, 40.0 %</title>"
        in html.replace("\u00a0", " ")
    )
    assert len(re.findall("<circle", html)) == 6
    assert "so far 15.0 %, 20.0 %" in markdown.render(minutes).decode()


def test_one_value_is_no_series(told: Callable[..., Minutes]) -> None:
    minutes = told("win rate", "6/20")
    assert minutes.scoreboard[0].series == ()
    assert "<svg" not in page(minutes, Look())


def test_a_missing_value_leaves_a_gap_in_the_line() -> None:
    drawn = spark([(1.0, "1"), (2.0, "2"), (None, "n/a"), (1.0, "1")])
    assert drawn is not None
    assert drawn.runs == ("0.0,18.0 33.3,2.0", "100.0,18.0")
    assert drawn.words == "1, 2, n/a, 1"


def test_the_line_leaves_room_for_the_target() -> None:
    drawn = spark([(1.0, "1"), (2.0, "2")], 3.0)
    assert drawn is not None
    assert drawn.target == "2.0"
    assert drawn.runs == ("0.0,18.0 100.0,10.0",)


def test_values_that_never_change_are_a_level_line() -> None:
    drawn = spark([(2.0, "2"), (2.0, "2")])
    assert drawn is not None
    assert drawn.runs == ("0.0,10.0 100.0,10.0",)
