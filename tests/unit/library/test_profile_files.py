"""profiles.toml, shipped and laid over, and what a vocabulary does to words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.errors import NotFound
from workshop.library import check_choice, load, to_plan
from workshop.model.profiles import Hidden, Vocabulary

Write = Callable[[str], Path]
RETAIL = Vocabulary(
    "retail",
    "Retail",
    (("lead", "shopper"), ("leads", "shoppers"), ("the field", "the stores"), ("field", "store")),
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str) -> Path:
        (tmp_path / "agendas").mkdir(exist_ok=True)
        (tmp_path / "agendas" / "profiles.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return put


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Best and worst lead.", "Best and worst shopper."),
        ("Leads / traffic", "Shoppers / traffic"),
        ("What the field says", "What the stores says"),
        ("Field headlines", "Store headlines"),
        ("leading mislead lead-in", "leading mislead lead-in"),
        ("", ""),
    ],
)
def test_whole_words_change_the_longest_first_and_keep_their_capital(text: str, said: str) -> None:
    assert RETAIL.say(text) == said


def test_a_word_put_in_is_not_changed_again() -> None:
    assert Vocabulary("x", "X", (("a", "b"), ("b", "c"))).say("a b") == "b c"


def test_without_a_vocabulary_everything_stays() -> None:
    assert Vocabulary().say("Best lead") == "Best lead"
    assert load() == load(None, "", "")


def test_labels_and_cards_follow_the_vocabulary_and_names_do_not() -> None:
    plain, retail = load(), load(None, "", "retail")
    kind = retail.kind("lead-quality")
    assert (kind.name, kind.label) == ("lead-quality", "Quality of shoppers and bookings")
    assert kind.fields == plain.kind("lead-quality").fields
    report, before = retail.report("field-report"), plain.report("field-report")
    assert report is not None
    assert before is not None
    assert [card.slug for card in report.cards] == [card.slug for card in before.cards]
    assert "Footfall / bookings" in [card.title for card in report.cards]
    assert retail.agendas == plain.agendas  # they are stored when a meeting is planned


def test_own_profiles_stand_beside_the_shipped_ones(write: Write) -> None:
    own = write(
        '[profiles.ours]\ntitle = "Ours"\npurpose = "Us."\n[[profiles.ours.hides]]\nagendas = ["quarter-180"]\n'
    )
    library = load(own, "ours")
    assert [one.name for one in library.choices.profiles] == ["light", "standard", "full", "ours"]
    assert library.profile.hides[0].agendas == ("quarter-180",)
    assert library.notes == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "[profile.x]\n",
            "agendas/profiles.toml: 'profile' is none of profiles, triggers, vocabularies; did you mean profiles?",
        ),
        ("[profiles.x]\ntitle = 'X'\n", "agendas/profiles.toml: profiles.x: the key purpose is missing."),
        (
            "[profiles.x]\ntitle = 'X'\npurpose = 'X'\n[[profiles.x.hides]]\nuntil = ['orphn-task']\n",
            "'orphn-task' is none of role-disputes, orphan-task, launch-ahead; did you mean orphan-task?",
        ),
        (
            "[triggers.x]\nbecause = 'x'\ntable = 'actions'\ndate = 'due'\n",
            "triggers.x: date and one of within_days, in_last_days, past_days belong together.",
        ),
        (
            "[triggers.x]\nbecause = 'x'\ntable = 'actions'\nwhere.owner = 3\n",
            "triggers.x.where.owner: expected text, got 3.",
        ),
        (
            "[vocabularies.x]\ntitle = 'X'\nwords.lead = 3\n",
            "vocabularies.x.words.lead: expected text, got 3.",
        ),
    ],
)
def test_a_file_that_is_off_is_named_and_left_aside(write: Write, text: str, sentence: str) -> None:
    library = load(write(text))
    assert len(library.notes) == 1
    assert sentence in library.notes[0]
    assert library.notes[0].endswith("The shipped one is used in its place.")
    assert library.choices == load().choices


def test_names_that_lead_nowhere_become_notes(write: Write) -> None:
    own = write(
        "[profiles.x]\ntitle = 'X'\npurpose = 'X'\n[[profiles.x.hides]]\nagendas = ['quarter-18']\n"
        "[vocabularies.y]\ntitle = 'Y'\nkinds.lead-qualty = 'L'\n"
    )
    assert load(own).notes == (
        "agendas/profiles.toml: profiles.x: there is no agenda 'quarter-18'; did you mean quarter-180?",
        "agendas/profiles.toml: vocabularies.y.kinds: 'lead-qualty' is not a kind of entry; did you mean lead-quality?",
    )


def test_an_unknown_choice_in_the_settings_becomes_a_note_and_hides_nothing() -> None:
    library = load(None, "lihgt", "retial")
    assert library.profile.hides == ()
    assert library.kinds == load().kinds
    assert library.notes == (
        "workshop.toml: profile: there is no 'lihgt'; did you mean light? None is used.",
        "workshop.toml: vocabulary: there is no 'retial'; did you mean retail? None is used.",
    )


def test_a_choice_that_is_not_there_is_refused_when_it_is_set() -> None:
    choices = load().choices
    check_choice(choices, "profile", "light")
    check_choice(choices, "vocabulary", "")
    check_choice(choices, "currency", "whatever")
    with pytest.raises(NotFound, match="did you mean light"):
        check_choice(choices, "profile", "lihgt")


def test_an_optional_segment_of_a_hidden_exercise_is_left_out_of_a_plan_and_a_core_one_stays() -> None:
    found = Hidden("light", (), ("role-clarity", "dispute-desk"))
    quarter = load().agenda("quarter-180")
    gone = [segment for segment in quarter.segments if segment not in to_plan(quarter, found).segments]
    assert [(segment.number, segment.exercise) for segment in gone][:1] == [(8, "role-clarity")]
    assert not any(segment.core for segment in gone)


def test_a_hidden_agenda_asked_for_by_name_is_wanted_as_it_is() -> None:
    launch = load().agenda("launch-60")
    assert to_plan(launch, Hidden("light", ("launch-60",), ("launch-gate",))) == launch


def test_what_is_hidden_is_not_offered_and_can_still_be_named() -> None:
    library = load()
    assert "launch-60" not in [agenda.slug for agenda in library.offered(Hidden("light", ("launch-60",)))]
    assert library.agenda("launch-60").slug == "launch-60"
