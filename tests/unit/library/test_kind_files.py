"""Kinds of entry from tables: short ways of writing, fields taken over, what is said of those that are off."""

from __future__ import annotations

import tomllib

import pytest

from workshop.errors import ShelfError
from workshop.library.kinds import laid_over, made_kinds
from workshop.model.kinds import Field, Kind

PLACE = "agendas/kinds.toml"


def kinds(text: str) -> dict[str, Kind]:
    return {kind.name: kind for kind in made_kinds(tomllib.loads(text), PLACE)}


def laid(below: str, above: str) -> dict[str, Kind]:
    return {
        k.name: k for k in made_kinds(laid_over(tomllib.loads(below), tomllib.loads(above), PLACE), PLACE)
    }


def test_a_field_is_a_type_or_words_or_a_table() -> None:
    kind = kinds(
        '[a-kind]\nfields.n = "int"\nfields.trend = ["up", "down"]\n'
        'fields.must = { required = true }\nfields.one = { options = ["x"], unknown = true }\n'
    )["a-kind"]
    assert kind.fields == (
        Field("n", "int"),
        Field("trend", "one", options=("up", "down")),
        Field("must", "short", required=True),
        Field("one", "one", options=("x",), unknown=True),
    )


def test_a_field_and_its_options_are_called_as_their_labels_say() -> None:
    kind = kinds(
        '[a-kind]\nfields.may_say = "short"\n'
        'fields.swot = { options = ["S", "W"], label = "as a", option_labels = ["strength", "weakness"] }\n'
    )["a-kind"]
    assert [field.label for field in kind.fields] == ["", "as a"]
    assert [kind.fields[1].reads(word) for word in ("S", "W", "?")] == ["strength", "weakness", "?"]


def test_each_option_has_its_label_or_none_has() -> None:
    with pytest.raises(ShelfError, match=r"a-kind.fields.swot.option_labels: expected 2"):
        kinds('[a-kind]\nfields.swot = { options = ["S", "W"], option_labels = ["strength"] }\n')


def test_a_kind_without_a_label_is_called_by_its_name() -> None:
    assert kinds("[lead-quality]\n")["lead-quality"].label == "Lead quality"


def test_common_fields_stand_behind_the_own_ones_and_give_way_to_them() -> None:
    kind = kinds(
        '[common]\nref = "ref"\nheard = "date"\n[fix]\nfields.ref = { type = "ref", required = true }\n'
    )
    assert kind["fix"].fields == (Field("ref", "ref", required=True), Field("heard", "date"))


def test_like_takes_the_fields_of_a_kind_above() -> None:
    both = kinds(
        '[win]\nfields.value = "money"\nfields.why = "short"\n[loss]\nlike = "win"\nfields.why = "long"\n'
    )
    assert both["loss"].fields == (Field("why", "long"), Field("value", "money"))


def test_a_team_adds_a_kind_and_adds_and_replaces_fields() -> None:
    below = (
        '[objection]\nlabel = "Objection"\nletter = "o"\nfields.tactic = "short"\nfields.rival = "short"\n'
    )
    above = '[objection]\nfields.tactic = "long"\nfields.product = "short"\n[sample]\nletter = "s"\n'
    both = laid(below, above)
    assert both["objection"] == Kind(
        "objection", "Objection", letter="o",
        fields=(Field("tactic", "long"), Field("rival"), Field("product")),
    )  # fmt: skip
    assert both["sample"].letter == "s"


def test_a_team_changes_a_label_and_leaves_the_rest() -> None:
    lead = laid('[lead]\nlabel = "Lead"\nfields.n = "int"\n', '[lead]\nlabel = "Shopper"\n')["lead"]
    assert (lead.label, lead.fields) == ("Shopper", (Field("n", "int"),))


def test_a_team_adds_a_field_to_every_kind() -> None:
    both = laid('[common]\nref = "ref"\n[note]\n', '[common]\nstore = "short"\n')
    assert both["note"].fields == (Field("ref", "ref"), Field("store"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[a]\nfields.n = "itn"\n', "a.fields.n.type: 'itn' is none of short, "),
        ('[a]\nfields.n = "itn"\n', "; did you mean int?"),
        (
            "[a]\nfields.n = { requierd = true }\n",
            "a.fields.n.requierd: not a key here; did you mean required?",
        ),
        ("[a]\nfields.n = 3\n", "a.fields.n: expected a table, got 3."),
        ("[a]\nfields.n = [1]\n", "a.fields.n.options[1]: expected text, got 1."),
        ("[a]\nfields.N = 'int'\n", "a.fields.N: 'N' cannot be typed as a name."),
        ("[Goal]\n", "Goal: 'Goal' cannot be typed as a name."),
        ("[a]\nvoice = 'seller'\n", "a.voice: 'seller' is none of anybody, sales, "),
        ("[a]\nlabl = 'A'\n", "a.labl: not a key here; did you mean label?"),
        ("[a]\nletter = 'ab'\n", "a.letter: expected one letter, got 'ab'."),
        ("[a]\nletter = 'x'\n[b]\nletter = 'x'\n", "b.letter: 'x' belongs to a."),
        ("[win]\n[loss]\nlike = 'wn'\n", "loss.like: 'wn' is not a kind above this one; did you mean win?"),
        ("[loss]\nlike = 'win'\n[win]\n", "loss.like: 'win' is not a kind above this one."),
        ("a = 3\n", "agendas/kinds.toml: a: expected a table, got 3."),
        (
            "[a]\nfields.n = 'int'\nfields.m = { type = 'int', at_most = 'n' }\n",
            "a.fields.m.at_most: it works in the rows and forms of an exercise only. Leave it out here.",
        ),
        (
            "[common]\nm = { type = 'int', at_most = 'm' }\n",
            "common.m.at_most: it works in the rows and forms",
        ),
        (
            "[a]\nfields.m = { letters = 'yn', of = 'rows' }\n",
            "a.fields.m.of: it works in the rows and forms",
        ),
        ("[common]\nref = 'reff'\n", "agendas/kinds.toml: common.ref.type: 'reff' is none of short, "),
    ],
)
def test_a_kind_that_is_off_is_told_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(ShelfError) as caught:
        kinds(text)
    assert str(caught.value).startswith("agendas/kinds.toml: ")
    assert sentence in str(caught.value)
