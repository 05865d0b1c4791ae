"""signals.toml: what asks for an agenda or an exercise, and the rotation of a year."""

from __future__ import annotations

from workshop.errors import ShelfError
from workshop.library.files import Table, check_name
from workshop.library.profiles import made_trigger
from workshop.library.shapes import as_table, at, check_word, made
from workshop.measures.targets import read_target
from workshop.model.signals import Rotation, Signal, Watch
from workshop.model.values import dataclass

SECTIONS = ("signals", "rotation")
MONTHS = 12
LIMITS = ("below", "above", "fallen_by")
NO_ROTATION = Rotation()


@dataclass(frozen=True, slots=True)
class Prompting:
    """Signals in the order of the file, and what comes without one."""

    signals: tuple[Signal, ...] = ()
    rotation: Rotation = NO_ROTATION


def laid_over(shipped: Table, own: Table, place: str) -> Table:
    """Both files as one; a signal of the same name, or a rotation, of the team's own takes the shipped one's place."""
    both = {**shipped, **own}
    both["signals"] = {
        **as_table(shipped.get("signals", {}), "signals"),
        **as_table(own.get("signals", {}), at(place, "signals")),
    }
    return both


def made_prompting(table: Table, place: str) -> Prompting:
    """The values in a table. A ShelfError names the place that is off."""
    for section in table:
        check_word(section, SECTIONS, place)
    where = at(place, "signals")
    rows = as_table(table.get("signals", {}), where).items()
    signals = tuple(_signal(check_name(name, where), raw, at(where, name)) for name, raw in rows)
    turn = at(place, "rotation")
    rotation = made(Rotation, as_table(table.get("rotation", {}), turn), turn)
    if rotation.months and len(rotation.months) != MONTHS:
        raise ShelfError(f"{turn}.months: expected twelve exercises, got {len(rotation.months)}.")
    return Prompting(signals, rotation)


def _signal(name: str, raw: object, where: str) -> Signal:
    row = dict(as_table(raw, where))
    agenda, exercise = (_text(row.pop(key, ""), at(where, key)) for key in ("agenda", "exercise"))
    if not agenda:
        raise ShelfError(f"{where}: the key agenda is missing.")
    trigger = (
        _watch(name, row, where) if {"metric", "figure"} & row.keys() else made_trigger(name, row, where)
    )
    return Signal(trigger, agenda, exercise)


def _watch(name: str, row: Table, where: str) -> Watch:
    watch = made(Watch, row, where, name=name)
    told = [key for key in LIMITS if getattr(watch, key)]
    if len(told) != 1 or bool(watch.metric) == bool(watch.figure):
        raise ShelfError(f"{where}: metric or figure, and one of {', '.join(LIMITS)} belong together.")
    if watch.figure and (watch.fallen_by or len(watch.figure.split(".")) != 2):
        raise ShelfError(
            f"{where}.figure: expected a figure of an exercise with above or below, got {watch.figure!r}.",
            fix='Write figure = "collateral-audit.unused".',
        )
    limit = getattr(watch, told[0])
    if read_target(limit) is None:
        raise ShelfError(f"{where}.{told[0]}: '{limit}' is no number.", fix="Write it as 60 % or 5 days.")
    return watch


def _text(raw: object, where: str) -> str:
    if isinstance(raw, str):
        return raw
    raise ShelfError(f"{where}: expected text, got {raw}.")
