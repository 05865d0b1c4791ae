"""The pulse (E01): the kickoff of the sample firm (I1.6 to I1.10), small teams, gaps in sheets, nobody at all."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from confided import confided
from runs import NOBODY_ELSE, Found, Typed, around, come_to, exercise, run, sheet, values
from scripts import Stage, people

from workshop.exercising import Here
from workshop.model.results import Banner, Bars

SLUG = "alignment-pulse"
SALES = (
    "32223 23233 22223 32233", "22122 22232 11122 21122", "23212 12223 21232 22222", "33223 22333 22233 32233",
    "22222 22132 12122 22222",
)  # fmt: skip
MARKETING = (
    "32423 43334 32324 32333", "31423 33343 41314 22333", "22322 32243 32323 22232", "32423 43334 42423 32333",
)  # fmt: skip
SHEETS: tuple[Typed, ...] = (
    *(sheet("statements", "sales", digits) for digits in SALES),
    *(sheet("statements", "marketing", digits) for digits in MARKETING),
)


def kickoff(*more: Typed) -> Found:
    return come_to(confided(run(SLUG, *SHEETS, *more)))


def digits(row: str) -> list[int]:
    return [int(digit) for digit in row.replace(" ", "")]


def plain_mean(rows: tuple[str, ...], statement: int) -> Fraction:
    """The mean of one statement, from 1, by plain arithmetic."""
    told = [digits(row)[statement - 1] for row in rows]
    return Fraction(sum(told), len(told))


def test_team_means_of_whole_sheets_weigh_the_same() -> None:
    told = kickoff()
    # sales 49 + 35 + 40 + 51 + 38 = 213, / 5; marketing 59 + 55 + 49 + 60 = 223, / 4
    assert told["sales"] == Fraction(213, 5) == Fraction(sum(sum(digits(row)) for row in SALES), 5)
    assert told["marketing"] == Fraction(223, 4) == Fraction(sum(sum(digits(row)) for row in MARKETING), 4)
    # (42.6 + 55.75) / 2 = 49.175; pooled it would be 436 / 9 = 48.4
    assert told["joint"] == Fraction(49175, 1000)
    assert (told.reads("sales"), told.reads("marketing"), told.reads("joint")) == ("42.6", "55.8", "49.2")
    assert (told.figure("sales").n, told.figure("marketing").n, told.figure("joint").n) == (5, 4, 9)
    # 42.6 - 55.75
    assert told["gap"] == Fraction(-1315, 100)


def test_each_band_is_said_for_both_and_for_each_team() -> None:
    told = kickoff()
    assert (told["band"], told["band_sales"], told["band_marketing"]) == ("defined", "defined", "defined")
    banner = told.result("band")
    assert isinstance(banner, Banner)
    assert banner.verdict == "defined"
    assert banner.text == (
        "Joint 49.2 of 100: sales 42.6 (n=5, alone: defined), marketing 55.8 (n=4, alone: defined)."
    )


@pytest.mark.parametrize(
    ("digit", "band"), [("1", "undefined"), ("2", "defined"), ("3", "aligned"), ("4", "integrated")]
)
def test_a_band_begins_at_its_lower_edge(digit: str, band: str) -> None:
    # twenty times the same digit: 20, 40, 60, 80
    both = [sheet("statements", side, digit * 20) for side in ("sales", "marketing") for _ in range(3)]
    assert come_to(confided(run(SLUG, *both)))["band"] == band


def test_themes_are_means_over_five_statements_in_each_team() -> None:
    bars = kickoff().result("themes")
    assert isinstance(bars, Bars)
    found = {row.label: tuple(bar.reads for bar in row.bars) for row in bars.rows}
    # I1.7, e.g. talk: sales (2.4 + 2.4 + 1.8 + 2 + 2.2) / 5 = 2.16
    assert found == {
        "Talk": ("2.16", "2.60"), "Shared meaning": ("2.28", "3.20"), "Joint work": ("1.92", "2.75"),
        "Shared stakes": ("2.16", "2.60"),
    }  # fmt: skip
    for number, row in enumerate(bars.rows):
        for rows, bar in zip((SALES, MARKETING), row.bars, strict=True):
            plain = sum(plain_mean(rows, number * 5 + place) for place in range(1, 6)) / 5
            assert bar.value == plain


def test_flagged_statements_stand_widest_first() -> None:
    told = kickoff()
    flagged = [row for row in told.rows("flagged") if "gap" in row[5]]
    assert [(row[0], row[2], row[3], row[4]) for row in flagged] == [
        ("3", "1.80", "3.75", "-1.95"), ("11", "1.60", "3.50", "-1.90"), ("6", "1.80", "3.50", "-1.70"),
        ("13", "1.60", "3.25", "-1.65"), ("15", "2.40", "3.50", "-1.10"),
    ]  # fmt: skip
    wide = [n for n in range(1, 21) if abs(plain_mean(SALES, n) - plain_mean(MARKETING, n)) >= 1]
    assert sorted(int(row[0]) for row in flagged) == wide == [3, 6, 11, 13, 15]
    assert told["gaps"] == 5


def test_a_blind_spot_is_where_one_team_is_content_and_the_other_is_not() -> None:
    told = kickoff()
    # I1.9: 3 (1.80 / 3.75), 6 (1.80 / 3.50), 11 (1.60 / 3.50), 15 (2.40 / 3.50); 13 has 3.25
    assert sorted(int(row[0]) for row in told.rows("flagged") if "blind spot" in row[5]) == [3, 6, 11, 15]
    assert sorted(int(number) for number in told.bold("flagged")) == [3, 6, 11, 15]
    assert told["blind_spots"] == 4


def test_common_lows_are_low_in_both_teams() -> None:
    told = kickoff()
    low = [n for n in range(1, 21) if max(plain_mean(SALES, n), plain_mean(MARKETING, n)) <= Fraction(5, 2)]
    assert [int(row[0]) for row in told.rows("flagged") if row[5] == "common low"] != []
    assert sorted(int(row[0]) for row in told.rows("flagged") if row[5] == "common low") == low
    assert low == [2, 4, 12, 14, 16, 17]
    assert told["lows"] == 6


def test_a_team_with_gaps_is_scaled_and_a_sheet_with_fewer_than_sixteen_is_left_out() -> None:
    full, short, shorter = "4" * 20, "4" * 15 + "2" + "----", "5" * 15 + "-----"
    sheets = [sheet("statements", "sales", row) for row in (full, full, short, shorter)]
    other = [sheet("statements", "marketing", "3" * 20) for _ in range(3)]
    told = come_to(confided(run(SLUG, *sheets, *other)))
    # 15 items of 4 4 4 5 and one of 4 4 2 are told of sales alone, out of twenty
    assert told["sales"] == (15 * Fraction(17, 4) + Fraction(10, 3)) * 20 / 16
    assert (told["left_out"], told.figure("sales").n) == (1, 3)
    assert "Left out, with fewer than 16 answers: 1." in told.text("left-out")


def test_one_team_alone_has_no_joint_value_and_no_band() -> None:
    told = come_to(confided(run(SLUG, *SHEETS[:5])))
    assert told["sales"] == Fraction(213, 5)
    assert told["joint"] is None
    assert told.reads("joint") == "n/a"
    assert told["band"] is None
    assert told.result("band") is None
    assert any("marketing" in note for note in told.outcome.notes)


def test_two_people_in_an_open_round_are_shown_as_they_are() -> None:
    told = come_to(
        run(SLUG, sheet("statements", "sales", "2" * 20), sheet("statements", "marketing", "4" * 20))
    )
    # 40 and 80
    assert (told["sales"], told["marketing"], told["joint"], told["band"]) == (40, 80, 60, "aligned")
    assert told["gaps"] == 20


def test_nobody_answered_and_nothing_is_invented() -> None:
    told = come_to(run(SLUG))
    assert told["joint"] is None
    assert (told["gaps"], told["blind_spots"], told["lows"]) == (0, 0, 0)
    assert told.rows("flagged") == []
    assert told.drafts() == []


def test_a_small_group_is_told_only_with_all_together() -> None:
    few = [*SHEETS[:5], *SHEETS[5:7]]
    told = come_to(confided(run(SLUG, *few)))
    # two marketers would be seen through
    assert told["sales"] is None
    assert told["joint"] is None
    assert told.rows("flagged") == []


def test_a_hundred_people_are_counted_as_two_teams() -> None:
    sheets = [sheet("statements", "sales", "2" * 20) for _ in range(80)]
    sheets += [sheet("statements", "marketing", "4" * 20) for _ in range(20)]
    told = come_to(confided(run(SLUG, *sheets)), around(here=(Here(1, 80, 20, 0),)))
    # (40 + 80) / 2, not (80 x 40 + 20 x 80) / 100 = 48
    assert told["joint"] == 60
    assert (told.figure("sales").n, told.figure("marketing").n) == (80, 20)


def test_the_chosen_line_leads_to_its_exercise_then_the_widest_gaps_to_theirs() -> None:
    told = kickoff(*dots("sales", {6: 4, 15: 1}), *dots("marketing", {6: 3, 3: 1}))
    assert told.column("chosen") == ["6", "3", "15"]
    # 6 was chosen with 4 + 3 dots; the widest gaps are 3, 11, 6
    assert told.next_ones() == ["lead-definition", "marketing-brief", "draft-review", "lead-definition"]
    lift = told.drafts("action")[0]
    assert lift.text == (
        "Lift this line by two points: Any seller and any marketer would describe a good lead the same way."
    )
    assert lift.why == "Chosen with 7 dots."


def dots(group: str, given: dict[int, int]) -> list[Typed]:
    """Dots on statements by number, as one line of the team."""
    return [values("line", group, " ".join(str(given.get(n, 0)) for n in range(1, 21)))]  # type: ignore[arg-type]  # words of the test


def test_a_statement_without_an_exercise_leads_to_something_to_do() -> None:
    told = kickoff(*dots("sales", {1: 5}), *dots("marketing", {1: 4}))
    assert "Fix the dates of the next three months" in [draft.text for draft in told.drafts("action")]


def test_the_pulse_is_to_be_run_again_in_a_quarter() -> None:
    again = kickoff().drafts("action")[-1]
    assert (again.text, again.due) == ("Run the pulse again", "2026-06-02")  # 3 March and 91 days


def test_the_next_pulse_stands_beside_the_last() -> None:
    first = confided(run(SLUG, *SHEETS))
    up = [row.replace("1", "2") for row in SALES]
    later = [sheet("statements", "sales", row) for row in up]
    later += [sheet("statements", "marketing", row) for row in MARKETING]
    told = come_to(
        confided(run(SLUG, *later, meeting=2, on="2026-06-02", before=(first,))), NOBODY_ELSE, (first,)
    )
    ones = sum(row.count("1") for row in SALES)
    assert ones == 12
    moved = told.moved("sales")
    # 12 ones became twos: 213 + 12 = 225, / 5 = 45
    assert (moved.old, moved.new, moved.n_old, moved.n_new) == ("42.6", "45.0", 5, 5)
    assert told["sales"] == Fraction(225, 5)
    assert not moved.noise
    same = told.moved("marketing")
    assert (same.old == same.new, same.difference, same.noise) == (True, "unchanged", False)


def test_the_twenty_statements_are_four_themes_of_five_and_lead_somewhere() -> None:
    items = exercise(SLUG).input("statements").items  # type: ignore[union-attr]  # it is on the shelf
    assert len(items) == 20
    themes = [item.group for item in items]
    assert [themes.count(theme) for theme in dict.fromkeys(themes)] == [5, 5, 5, 5]
    assert all(item.values for item in items)


def test_where_the_teams_cannot_be_told_apart_the_total_stands_alone(tmp_path: Path) -> None:
    room = three_a_side(tmp_path, "alignment-pulse", "/step 2")
    for sheet_of in ("sales " + "2" * 20, "sales " + "3" * 20, "sales " + "4" * 20, "marketing " + "5" * 20):
        room.type(sheet_of)
    said = " ".join(room.type("/reveal early").split())
    # sheets of 40, 60, 80 and 100: 280 / 4
    assert "Where we stand: All sheets together 70.0 of 100 (n=4)." in said


def three_a_side(folder: Path, *lines: str) -> Stage:
    """Three of each team in a meeting with that exercise."""
    room = Stage(folder / "firm")
    room.play(
        "/at 2026-03-02 08:00", people("sales Ana Ruiz, Bo Lind, Cem Acar", "marketing Finn Moe, Gita Rao, Hal Voss"),
        "/meeting sync-30 2026-03-03 09:00", "/at 2026-03-03 09:00", "/here all", "/start", f"/exercise {lines[0]}", *lines[1:],
    )  # fmt: skip
    return room
