"""The inputs of an exercise: fields, items, presets, letters and dimensions in the spellings of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop.errors import ShelfError
from workshop.library.files import Table, check_name
from workshop.library.kinds import made_fields
from workshop.library.shapes import as_table, at, check_word, made
from workshop.model.exercise_inputs import PERSON, Confidence
from workshop.model.exercises import Choice, Dimension, Input, Item
from workshop.model.words import did_you_mean

COUNTS = ("int", "tally")
"""Types of field that count people."""


def made_input(raw: object, where: str, above: Sequence[Input]) -> Input:
    """One table of `[[inputs]]`; `above` are the inputs that stand before it."""
    table: Table = dict(as_table(raw, where))
    table["confidence"] = _confidence(table.get("confidence", False), at(where, "confidence"))
    fields = tuple(
        replace(field, unknown=field.unknown or field.required)  # `?` is an answer wherever one is asked for
        for field in made_fields(table.pop("fields", {}), at(where, "fields"))
    )
    items = _items(table.pop("items", []), at(where, "items"))
    presets = _items(table.pop("presets", []), at(where, "presets"))
    choices = tuple(
        _choice(one, place) for one, place in _listed(table.pop("choices", []), at(where, "choices"))
    )
    dims = tuple(_dimension(one, place) for one, place in _listed(table.pop("dims", []), at(where, "dims")))
    if "dims" in raw and not dims:  # type: ignore[operator]  # as_table above refuses anything but a table
        raise ShelfError(
            f"{at(where, 'dims')}: the list is empty.", fix="Leave the key out for one value each."
        )
    given = made(Input, table, where, fields=[], items=[], presets=[], choices=[], dims=[])
    given = replace(given, fields=fields, items=items, presets=presets, choices=choices, dims=dims)
    check_name(given.slug, at(where, "slug"))
    _check(given, where, above)
    return given if given.ask or not given.typed else replace(given, ask=_usual(given))


def _usual(given: Input) -> str:
    """What is typed for an input whose file does not say it."""
    fields = "; ".join(f"{field.name}=..." for field in given.fields)
    told = {"rows": f"words {fields}".strip(), "form": fields, "dots": "sales 1=1 2=2"}
    value = given.choices[0].letter if given.choices else str(given.high)
    many = " ".join([value] * max(1, len(given.dims)) * max(1, len(given.items)))
    return f"{given.prefix}: {told.get(given.shape, f'sales {many}')}"


def _confidence(raw: object, where: str) -> Confidence:
    """`true` for always; a file that leaves it to the room says `optional`."""
    if isinstance(raw, bool):
        return "always" if raw else ""
    if raw == "optional":
        return "optional"
    raise ShelfError(f"{where}: expected true, false or 'optional', got {raw!r}.")


def _listed(raw: object, where: str) -> list[tuple[object, str]]:
    if isinstance(raw, list):
        return [(one, f"{where}[{number}]") for number, one in enumerate(raw, 1)]
    raise ShelfError(f"{where}: expected a list.")


def _items(raw: object, where: str) -> tuple[Item, ...]:
    return tuple(_item(one, place) for one, place in _listed(raw, where))


def _item(raw: object, where: str) -> Item:
    """An item from its words, or from a table of words and whatever else is said of it."""
    if isinstance(raw, str):
        return Item(raw)
    table: Table = dict(as_table(raw, where))
    text, group = (
        _word(table.pop("text", ""), at(where, "text")),
        _word(table.pop("group", ""), at(where, "group")),
    )
    if not text:
        raise ShelfError(f"{where}: the key text is missing.")
    return Item(text, group, tuple((key, _word(value, at(where, key))) for key, value in table.items()))


def _word(raw: object, where: str) -> str:
    """Text; numbers and yes or no as they would be typed."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, str | int | float):
        return str(raw)
    raise ShelfError(f"{where}: expected text or a number.")


def _choice(raw: object, where: str) -> Choice:
    table: Table = dict(as_table(raw, where))
    value = _word(table.pop("value", ""), at(where, "value"))
    choice = made(Choice, table, where, value=value)
    if len(choice.letter) != 1:
        raise ShelfError(f"{at(where, 'letter')}: expected one letter, got {choice.letter!r}.")
    if value and not value.lstrip("-").replace(".", "", 1).isdigit():
        raise ShelfError(f"{at(where, 'value')}: {value!r} is not a number.", fix='Write value = "0.5".')
    return choice


def _dimension(raw: object, where: str) -> Dimension:
    dimension = Dimension(raw) if isinstance(raw, str) else made(Dimension, raw, where)
    check_name(dimension.slug, where)
    return dimension


# What does not go together ------------------------------------------------------------------------


def _check(given: Input, where: str, above: Sequence[Input]) -> None:
    if given.kinds and (given.fields or given.shape != "rows"):
        raise ShelfError(f"{at(where, 'kinds')}: rows of these kinds have their fields already.")
    if given.told_in:
        _check_told_in(given, where)
    if (given.since or given.ever or given.merged) and not given.kinds:
        raise ShelfError(f"{where}: since, ever and merged are for inputs of kinds.")
    if given.shape in ("rating", "dots"):
        _check_rated(given, where, above)
    elif given.where and not given.quick:
        raise ShelfError(f"{at(where, 'where')}: it is for what is rated, or ticked off with quick.")
    elif given.confidence and not given.counted:
        raise ShelfError(
            f"{at(where, 'confidence')}: only what is rated or counted is asked in confidence.",
            fix='Name the fields that count people: counted = ["asked"].',
        )
    _check_fields(given, where)
    _check_once([one.letter for one in given.choices], at(where, "choices"))
    _check_once([one.slug for one in given.dims], at(where, "dims"))
    _check_once(
        [one.text for one in (given.items or given.presets)], at(where, "items" if given.items else "presets")
    )


def _check_told_in(given: Input, where: str) -> None:
    exercise, dot, slug = given.told_in.partition(".")
    if not (exercise and dot and slug):
        raise ShelfError(
            f"{at(where, 'told_in')}: expected an exercise and its input, got {given.told_in!r}.",
            fix='Write told_in = "campaign-debrief.lessons".',
        )
    if given.shape != "rows" or given.kinds or given.presets or not given.fields:
        raise ShelfError(
            f"{at(where, 'told_in')}: such rows are read, so the input has shape rows, fields and nothing else."
        )


def _check_rated(given: Input, where: str, above: Sequence[Input]) -> None:
    known = tuple(one.slug for one in above if one.shape == "rows" or one.items or one.of)
    if given.of:
        check_word(given.of, known, at(where, "of"))
    if given.of and given.items:
        raise ShelfError(f"{where}: of and items do not go together; one of them says what is rated.")
    source = next((one for one in above if one.slug == given.of), None)
    if source is not None and source.told_in:
        raise ShelfError(f"{at(where, 'of')}: what another exercise told is not rated here.")
    if given.where and (source is None or source.shape != "rows" or not source.typed):
        raise ShelfError(f"{at(where, 'where')}: it takes of, an input whose rows are typed.")
    if given.shape == "dots" and not (given.of or given.items):
        raise ShelfError(f"{where}: dots need of or items: what they are put on.")
    if given.shape == "dots" and given.confidence:
        raise ShelfError(
            f"{at(where, 'confidence')}: dots are counted openly.",
            fix="until_reveal = true hides them until /reveal.",
        )
    if given.sum_to < 0:
        raise ShelfError(f"{at(where, 'sum_to')}: expected a number from 0, got {given.sum_to}.")
    if given.low >= given.high:
        raise ShelfError(f"{at(where, 'high')}: expected more than low ({given.low}), got {given.high}.")


def _check_fields(given: Input, where: str) -> None:
    names = tuple(field.name for field in given.fields)
    one = {"quick": given.quick, "order": given.order, "per": "" if given.per == PERSON else given.per}
    for key, named in (
        ("pair", given.pair), ("hidden", given.hidden), ("counted", given.counted), ("reworded", _of(given)), *((key, (name,)) for key, name in one.items() if name),
    ):  # fmt: skip
        for name in named:
            check_word(name, names, at(where, key))
    quick = given.field(given.quick) if given.quick else None
    for value in given.pending:
        check_word(value, quick.options if quick else (), at(where, "pending"))
    _check_at_most(given, names, at(where, "fields"))
    for name in given.pair:
        field = given.field(name)
        if field is None or not field.options or any(len(option) != 1 for option in field.options):
            raise ShelfError(f"{at(where, 'pair')}: the options of {name} have to be single letters.")
    if given.shape == "rows" and given.typed:
        _check_words(given, where, names)


def _check_at_most(given: Input, names: tuple[str, ...], where: str) -> None:
    """A part and its whole are both counts, and not the same one."""
    for field in given.fields:
        if field.at_most:
            place = f"{at(where, field.name)}.at_most"
            check_word(field.at_most, tuple(name for name in names if name != field.name), place)
            whole = given.field(field.at_most)
            for name, type_, counts in (
                (field.name, field.type, COUNTS),
                (field.at_most, whole and whole.type, ("int",)),
            ):
                if type_ not in counts:
                    raise ShelfError(f"{place}: {name} does not count people.", fix=f'Write {name} = "int".')


def _of(given: Input) -> tuple[str, ...]:
    """The fields that new words go by."""
    new = given.reworded
    return (new.words, new.family, new.version, *new.anew) if new else ()


def _check_words(given: Input, where: str, names: tuple[str, ...]) -> None:
    """What a preset says beyond the fields has to be meant: a key close to a field is a slip."""
    for number, item in enumerate(given.presets, 1):
        for key, _ in item.values:
            near = did_you_mean(key, names)
            if key not in names and near != "." and not near.startswith(f"; did you mean {key}"):
                raise ShelfError(f"{where}.presets[{number}].{key}: not a field of {given.slug}{near}")


def _check_once(words: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for word in words:
        if word.casefold() in seen:
            raise ShelfError(f"{where}: {word!r} stands there twice.")
        seen.add(word.casefold())
