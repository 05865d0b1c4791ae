"""What a workspace in the profile light offers, and the words of a trade, over what was really recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from scripts import Stage

from workshop.errors import NotFound
from workshop.workspace.offering import hidden, note, offered

FIRM = """
/at 2026-03-02 12:00
/set profile=light
/person Ana Ruiz; sales
/person Cleo Fox; marketing
/meeting sync-30 2026-03-03 09:00
/at 2026-03-03 09:00
/here all
/start
"""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.play(FIRM)
    return stage


def shown(stage: Stage) -> set[str]:
    return {agenda.slug for agenda in offered(stage.workspace)} & {"launch-60", "lead-workshop-90"}


def test_light_hides_two_agendas_and_says_until_when(stage: Stage) -> None:
    assert shown(stage) == set()
    assert note(hidden(stage.workspace)) == (
        "The profile light hides 2 agendas until there is one of these: two disputes about roles; an open action that "
        "nobody owns; a programme that starts within 45 days. workshop list --templates --all shows everything."
    )


def test_two_disputes_about_roles_bring_promises_and_roles_back(stage: Stage) -> None:
    stage.type("dispute: Who calls first? root=role")
    assert shown(stage) == set()
    stage.type("dispute: Who writes the offer? root=role")
    assert shown(stage) == {"lead-workshop-90"}


def test_an_action_of_nobody_brings_them_back_until_somebody_takes_it(stage: Stage) -> None:
    stage.type("a: Sort the leads")
    assert shown(stage) == {"lead-workshop-90"}
    stage.type("/assign A-1 @ana")
    assert shown(stage) == set()


def test_a_programme_that_starts_soon_brings_the_gate_back(stage: Stage) -> None:
    stage.type("programme: Spring start=2026-05-01; message=New")  # 59 days
    assert shown(stage) == set()
    stage.type("programme: Fair start=2026-04-17; message=New")  # 45 days
    assert shown(stage) == {"launch-60"}


def test_the_other_profiles_hide_nothing(stage: Stage) -> None:
    stage.type("/set profile=standard")
    assert shown(stage) == {"launch-60", "lead-workshop-90"}
    assert note(hidden(stage.workspace)) == ""


def test_planning_leaves_the_role_matrix_out_in_light_only(stage: Stage) -> None:
    said = stage.type("/meeting quarter-180 2026-04-01 09:00")
    left_out = "   Left out, as the profile light hides it: Who does what."
    assert left_out in said.splitlines()
    stage.type("/set profile=full")
    assert left_out not in stage.type("/meeting quarter-180 2026-04-02 09:00").splitlines()
    light, full = (tuple(item.number for item in stage.meeting(number).items) for number in (2, 3))
    assert set(full) - set(light) == {8}


def test_a_hidden_agenda_may_be_planned_by_its_name(stage: Stage) -> None:
    stage.type("/meeting launch-60 2026-04-01 09:00")
    assert stage.meeting(2).template == "launch-60"


def test_a_profile_or_vocabulary_that_is_not_there_is_refused(stage: Stage) -> None:
    before = (stage.directory / "workshop.toml").read_bytes()
    for line in ("/set profile=lihgt", "/set vocabulary=retial"):
        assert isinstance(stage.refuses(line), NotFound)
    assert (stage.directory / "workshop.toml").read_bytes() == before


def test_retail_words_are_shown_and_what_is_typed_and_stored_stays(stage: Stage) -> None:
    stage.type("/set vocabulary=retail")
    stage.type("/goto 4")
    said = stage.after("/goto 4")
    assert "Best and worst shopper or booking." in said
    assert "Best and worst lead." in stage.running.items[3].segment.prompts[0]
    told = stage.type("lead-quality: The fair brought leads channel=fair; rating=3")
    assert "quality of shoppers and bookings" in told
    assert "The fair brought leads" in told
    assert stage.running.entries[0].said.kind == "lead-quality"
    minutes = stage.paper(1, "md").decode()
    assert "Quality of shoppers and bookings" in minutes
    assert "The fair brought leads" in minutes
