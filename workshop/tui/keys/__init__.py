"""The one registry of actions: it feeds bindings, footer, palette, help and the table `[keys]` of the settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from textual.binding import Binding, BindingType
from textual.keys import format_key

from workshop.model.words import did_you_mean
from workshop.tui.keys import actions, close, everywhere, home, plan, record, room
from workshop.tui.keys.action import Action, Where

ACTIONS: tuple[Action, ...] = (
    *everywhere.ACTIONS, *home.ACTIONS, *plan.ACTIONS, *room.ACTIONS, *close.ACTIONS, *actions.ACTIONS,
    *record.ACTIONS,
)  # fmt: skip
NEVER = frozenset(
    {
        "ctrl+h",
        "ctrl+i",
        "ctrl+j",
        "ctrl+m",
        "ctrl+left_square_bracket",
        "ctrl+[",
        "ctrl+a",
        "ctrl+b",
        "f10",
        "f11",
    }
)
"""Keys that terminals, multiplexers or screen readers need for themselves."""
_SHOWN = {
    "comma": ",",
    "enter": "enter",
    "escape": "esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "delete": "del",
    "backspace": "bksp",
}
NO_KEY = "unbound"
__all__ = [
    "ACTIONS", "NEVER", "Action", "Keys", "Where", "action", "at", "bindings", "is_letter", "written",
]  # fmt: skip
Wishes: TypeAlias = Iterable[tuple[str, str]]
"""Id and keys, as they stand in `[keys]`."""


def action(id_: str) -> Action:
    """The action of that id."""
    return next(known for known in ACTIONS if known.id == id_)


def at(where: Where) -> tuple[Action, ...]:
    """The actions that belong to a screen, or to every one."""
    return tuple(known for known in ACTIONS if known.where == where)


def bindings(where: Where) -> list[BindingType]:
    """BINDINGS of the program (`everywhere`) or of a screen."""
    return [binding for known in at(where) for binding in _both(known)]


def _both(known: Action) -> tuple[Binding, Binding]:
    """Plain letters must never win over a text that is being typed, so they are bound apart from the other keys."""
    letters, others = _parted(known.key)
    return (
        Binding(letters, known.method, known.label, show=False, id=known.id),
        Binding(
            others, known.method, known.label, show=False, priority=known.priority, id=f"{known.id}.typing"
        ),
    )


def _parted(keys: str) -> tuple[str, str]:
    """Plain letters, and all other keys; a key nobody can press where there is none."""
    each = [key.strip() for key in keys.split(",") if key.strip()]
    letters = [key for key in each if is_letter(key)]
    others = [key for key in each if not is_letter(key)]
    return ",".join(letters) or NO_KEY, ",".join(others) or NO_KEY


def is_letter(key: str) -> bool:
    """Whether the key types something in a text."""
    return len(key) == 1 or key in ("space", "comma")


def written(key: str) -> str:
    """A key as people read it: `F9`, `^p`, `]`, `esc`."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return _SHOWN.get(key) or (key if len(key) == 1 else format_key(key))


class Keys:
    """The keys that hold, after what the settings wish."""

    def __init__(self, wishes: Wishes = ()) -> None:
        self._changed: dict[str, str] = {}
        self.clashes = tuple(self._take(wishes))
        """Wishes that cannot be met, each a sentence."""

    @property
    def keymap(self) -> dict[str, str]:
        """What Textual has to bind anew."""
        parted = {id_: _parted(keys) for id_, keys in self._changed.items()}
        letters = {id_: letters for id_, (letters, _) in parted.items()}
        return letters | {f"{id_}.typing": others for id_, (_, others) in parted.items()}

    def of(self, id_: str) -> tuple[str, ...]:
        """The keys of an action."""
        return tuple(key for key in self._changed.get(id_, action(id_).key).split(",") if key)

    def shown(self, id_: str, *, typing: bool = False) -> str:
        """The key to name on the screen, empty where there is none; while typing, one that is no plain letter."""
        fit = [key for key in self.of(id_) if is_letter(key) != typing] or list(self.of(id_))
        return written(fit[0]) if fit else ""

    def _take(self, wishes: Wishes) -> Iterator[str]:
        known = {each.id: each for each in ACTIONS}
        for id_, wish in wishes:
            if id_ not in known:
                yield f"[keys] {id_}: there is no such action{did_you_mean(id_, known)}"
                continue
            off = self._off(known[id_], wish)
            if off:
                kept = " and ".join(written(key) for key in self.of(id_))
                yield f"[keys] {id_}: {off} {f'It keeps {kept}.' if kept else 'It stays without a key.'}"
            else:
                self._changed[id_] = ",".join(key.strip() for key in wish.split(","))

    def _off(self, wanted: Action, wish: str) -> str:
        """Why an action cannot have these keys; empty where it can."""
        for key in (key.strip() for key in wish.split(",")):
            if not key or key in NEVER or key.startswith("alt+"):
                return f"terminals keep '{key}' for themselves."
            for other in ACTIONS:
                near = other.where in ("everywhere", wanted.where) or wanted.where == "everywhere"
                if other.id != wanted.id and near and key in self.of(other.id):
                    return f"{written(key)} is the key of '{other.id}'."
        return ""
