"""The profiles, triggers and vocabularies on the shelf."""

from __future__ import annotations

from workshop.library import load
from workshop.model.profiles import Profile
from workshop.model.state import State
from workshop.workspace.readings import tables

LIBRARY = load()
PROFILES = {profile.name: profile for profile in LIBRARY.choices.profiles}


def exercises(profile: Profile) -> set[str]:
    return {slug for one in profile.hides for slug in one.exercises}


def test_there_are_three_and_only_light_hides_something() -> None:
    assert {name: bool(profile.hides) for name, profile in PROFILES.items()} == {
        "light": True, "standard": False, "full": False,
    }  # fmt: skip


def test_light_hides_role_matrices_promises_and_gates_and_the_agendas_that_stand_on_them() -> None:
    light = PROFILES["light"]
    hides = {slug for one in light.hides for slug in one.agendas}
    standing = {
        a.slug for a in LIBRARY.agendas for s in a.segments if s.core and s.exercise in exercises(light)
    }
    assert exercises(light) == {"role-clarity", "two-way-sla", "launch-gate"}
    assert hides == standing == {"lead-workshop-90", "launch-60"}


def test_everything_hidden_has_something_that_brings_it_back() -> None:
    assert all(one.until for profile in PROFILES.values() for one in profile.hides)


def test_triggers_look_at_tables_that_the_register_has() -> None:
    assert {trigger.table for trigger in LIBRARY.choices.triggers} <= set(tables(State()))


def test_the_retail_words_leave_no_note_and_no_label_empty() -> None:
    retail = load(None, "", "retail")
    assert retail.notes == ()
    assert all(kind.label for kind in retail.kinds)
