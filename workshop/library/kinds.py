"""The kinds of entry: the team's own laid over the shipped ones, kind by kind and field by field."""

from __future__ import annotations

from dataclasses import replace

from workshop.errors import ShelfError
from workshop.library.files import Table, check_name
from workshop.library.shapes import as_table, at, made
from workshop.model.kinds import Field, Kind
from workshop.model.words import did_you_mean

COMMON = "common"
NUMBERS = ("int", "dec", "money", "pct")


def laid_over(shipped: Table, own: Table, place: str) -> Table:
    """Both tables of kinds as one; of a kind in both, the own keys and fields replace the shipped ones."""
    both = dict(shipped)
    for name, raw in own.items():
        below, above = as_table(both.get(name, {}), at(place, name)), as_table(raw, at(place, name))
        merged = {**below, **above}
        if "fields" in below and "fields" in above:
            where = at(place, f"{name}.fields")
            merged["fields"] = {**as_table(below["fields"], where), **as_table(above["fields"], where)}
        both[name] = merged
    return both


def made_kinds(table: Table, place: str) -> tuple[Kind, ...]:
    """The kinds in a table, in its order, each with the common fields behind its own."""
    common = made_fields(table.get(COMMON, {}), at(place, COMMON))
    _check_alone(common, at(place, COMMON))
    bare: dict[str, Kind] = {}
    for name, raw in table.items():
        if name != COMMON:
            bare[name] = _kind(name, raw, bare, at(place, name))
    _check_letters(tuple(bare.values()), place)
    return tuple(replace(kind, fields=_joined(common, kind.fields)) for kind in bare.values())


def _kind(name: str, raw: object, above: dict[str, Kind], where: str) -> Kind:
    table = {"label": name.replace("-", " ").capitalize(), **as_table(raw, where)}
    fields = made_fields(table.pop("fields", {}), f"{where}.fields")
    _check_alone(fields, f"{where}.fields")
    like = table.pop("like", None)
    if like is not None:
        fields = _joined(_like(like, above, where), fields)
    kind = made(Kind, table, where, name=check_name(name, where))
    return replace(kind, fields=fields)


def _check_alone(fields: tuple[Field, ...], where: str) -> None:
    """A field of an entry is read by itself: keys that look at other fields or rows are for exercises."""
    for field in fields:
        for key in ("at_most", "of"):
            if getattr(field, key):
                raise ShelfError(
                    f"{where}.{field.name}.{key}: it works in the rows and forms of an exercise only.",
                    fix="Leave it out here.",
                )


def _like(like: object, above: dict[str, Kind], where: str) -> tuple[Field, ...]:
    """The fields of the kind that `like` names; only kinds above it count, so that there is no circle."""
    if isinstance(like, str) and like in above:
        return above[like].fields
    raise ShelfError(f"{where}.like: {like!r} is not a kind above this one{did_you_mean(str(like), above)}")


def made_fields(raw: object, where: str) -> tuple[Field, ...]:
    return tuple(_field(name, field, at(where, name)) for name, field in as_table(raw, where).items())


def _field(name: str, raw: object, where: str) -> Field:
    """A field from a type, from the words allowed, or from a table of both."""
    check_name(name, where)
    if isinstance(raw, str):
        raw = {"type": raw}
    elif isinstance(raw, list):
        raw = {"options": raw}
    table = as_table(raw, where)
    kind = {"type": "one"} if "options" in table else {}
    field = made(Field, {**kind, **table}, where, name=name)
    if field.option_labels and len(field.option_labels) != len(field.options):
        raise ShelfError(
            f"{where}.option_labels: expected {len(field.options)}, one for each of the options."
        )
    if field.least is not None and field.type not in NUMBERS:
        raise ShelfError(f"{where}.least: only a number has a smallest one.", fix="Leave it out.")
    return field


def _joined(below: tuple[Field, ...], above: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields of both; of one name, those above stay. The kind's own come first."""
    names = {field.name for field in above}
    return above + tuple(field for field in below if field.name not in names)


def _check_letters(kinds: tuple[Kind, ...], place: str) -> None:
    taken: dict[str, str] = {}
    for kind in kinds:
        if len(kind.letter) > 1:
            raise ShelfError(f"{at(place, kind.name)}.letter: expected one letter, got {kind.letter!r}.")
        if kind.letter and taken.setdefault(kind.letter, kind.name) != kind.name:
            raise ShelfError(
                f"{at(place, kind.name)}.letter: {kind.letter!r} belongs to {taken[kind.letter]}."
            )
