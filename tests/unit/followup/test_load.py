"""The soft cap."""

from factories import action, attendance, meeting, members, state

from workshop.followup.load import Load, new_by_team, over_cap

HERE = meeting(1, attending=attendance(ana="sales", ben="marketing"))


def test_more_than_two_new_actions_for_one_person_are_named() -> None:
    loaded = state(
        actions=tuple(action(n, who) for n, who in enumerate(("ben", "ana", "ana", "ben", "ana"), 1))
    )
    assert over_cap(loaded, HERE) == (Load("ana", 3),)


def test_old_struck_and_dropped_actions_do_not_load_anybody() -> None:
    loaded = state(
        actions=(
            action(1, "ana"),
            action(2, "ana"),
            action(3, "ana", meeting=None),
            action(4, "ana", struck=True),
            action(5, "ana", status="dropped", closed_on="2026-03-03", closed_at=1500),
        )
    )
    assert over_cap(loaded, HERE) == ()


def test_actions_without_owner_load_nobody() -> None:
    assert over_cap(state(actions=tuple(action(n) for n in range(1, 5))), HERE) == ()


def test_new_actions_are_counted_by_the_team_of_the_day() -> None:
    loaded = state(
        people=members(ana="marketing", eva="guest"),
        actions=(action(1, "ana"), action(2, "ben"), action(3, "ben"), action(4, "eva"), action(5, "")),
    )
    assert new_by_team(loaded, HERE) == (("sales", 1), ("marketing", 2), ("guest", 1))
