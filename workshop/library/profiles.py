"""profiles.toml: profiles, triggers and vocabularies as values of the model."""

from __future__ import annotations

from dataclasses import replace

from workshop.errors import NotFound, ShelfError
from workshop.library.files import Table, check_name
from workshop.library.shapes import as_table, as_tables, at, check_word, made
from workshop.model.profiles import Condition, Hides, Profile, Trigger, Vocabulary
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

SECTIONS = ("profiles", "triggers", "vocabularies")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a team may choose from."""

    profiles: tuple[Profile, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()


def laid_over(shipped: Table, own: Table, place: str) -> Table:
    """Both files as one; of a name in both, the team's own takes the place of the shipped one."""
    return {
        section: {
            **as_table(shipped.get(section, {}), section),
            **as_table(own.get(section, {}), at(place, section)),
        }
        for section in dict.fromkeys((*SECTIONS, *shipped, *own))
    }


def made_choices(table: Table, place: str) -> Choices:
    """The values in a table. A ShelfError names the place that is off."""
    for section in table:
        check_word(section, SECTIONS, place)
    triggers = tuple(made_trigger(name, raw, where) for name, raw, where in _named(table, "triggers", place))
    names = tuple(trigger.name for trigger in triggers)
    return Choices(
        tuple(_profile(name, raw, names, where) for name, raw, where in _named(table, "profiles", place)),
        triggers,
        tuple(_vocabulary(name, raw, where) for name, raw, where in _named(table, "vocabularies", place)),
    )


def _named(table: Table, section: str, place: str) -> list[tuple[str, Table, str]]:
    where = at(place, section)
    rows = as_table(table.get(section, {}), where).items()
    return [
        (check_name(name, where), dict(as_table(raw, at(where, name))), at(where, name)) for name, raw in rows
    ]


def _profile(name: str, raw: Table, triggers: tuple[str, ...], where: str) -> Profile:
    rows = as_tables(raw.pop("hides"), at(where, "hides")) if "hides" in raw else []
    profile = made(Profile, raw, where, name=name, hides=())
    hides = tuple(made(Hides, row, place) for place, row in rows)
    for (place, _), one in zip(rows, hides, strict=True):
        for index, trigger in enumerate(one.until, 1):
            check_word(trigger, triggers, f"{place}.until[{index}]")
    return Profile(profile.name, profile.title, profile.purpose, hides)


def made_trigger(name: str, raw: Table, where: str) -> Trigger:
    """A trigger from its table. A ShelfError names the place that is off."""
    told = as_table(raw.pop("where", {}), at(where, "where"))
    conditions = tuple(Condition(key, _words(value, f"{where}.where.{key}")) for key, value in told.items())
    trigger = replace(made(Trigger, raw, where, name=name), where=conditions)
    spans = [
        days for days in (trigger.within_days, trigger.in_last_days, trigger.past_days) if days is not None
    ]
    if len(spans) != bool(trigger.date):
        raise ShelfError(f"{where}: date and one of within_days, in_last_days, past_days belong together.")
    return trigger


def _vocabulary(name: str, raw: Table, where: str) -> Vocabulary:
    words = _pairs(raw.pop("words", {}), at(where, "words"))
    kinds = _pairs(raw.pop("kinds", {}), at(where, "kinds"))
    return made(
        Vocabulary, raw, where, name=name, words=[(old.casefold(), new) for old, new in words], kinds=kinds
    )


def _pairs(raw: object, where: str) -> list[tuple[str, str]]:
    return [(old, _text(new, f"{where}.{old}")) for old, new in as_table(raw, where).items()]


def _words(raw: object, where: str) -> tuple[str, ...]:
    """One word, or a list of words of which any will do."""
    return tuple(_text(word, where) for word in raw) if isinstance(raw, list) else (_text(raw, where),)


def _text(raw: object, where: str) -> str:
    if isinstance(raw, str):
        return raw
    raise ShelfError(f"{where}: expected text, got {raw}.")


def check_choice(choices: Choices, key: str, value: str) -> None:
    """NotFound for a profile or vocabulary that is not there; other settings pass."""
    names = {
        "profile": [one.name for one in choices.profiles],
        "vocabulary": ["", *(one.name for one in choices.vocabularies)],
    }.get(key)
    if names is not None and value not in names:
        known = ", ".join(name for name in names if name)
        raise NotFound(f"There is no {key} {value!r}{did_you_mean(value, names)}", fix=f"There is {known}.")
