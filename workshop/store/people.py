"""The names behind the ids: the only file that says who somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec

from workshop.errors import Damaged, NotFound
from workshop.model.values import dataclass
from workshop.store.documents import SCHEMA, read_document
from workshop.store.durable import replace_file
from workshop.store.encoding import as_json
from workshop.store.locks import hold

_FIX = "Put a copy of it back from a backup. The journal is not touched: it knows people by their ids."


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person outside the journal."""

    id: str
    """`P-7`"""
    name: str
    role: str = ""
    email: str = ""


class _People(msgspec.Struct):
    schema: int
    people: tuple[Profile, ...]


class PeopleFile:
    """people.json in the workspace directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._path = directory / "people.json"

    def read(self) -> tuple[Profile, ...]:
        """Everybody, in the order in which they were entered. Raises Damaged, NewerFile."""
        found = read_document(self._path, _People, fix=_FIX)
        if found is None:
            return ()
        seen: set[str] = set()
        for profile in found.people:
            if profile.id in seen:
                raise Damaged(f"{self._path.name} holds {profile.id} twice.", fix="Keep one of the two.")
            seen.add(profile.id)
        return found.people

    def next_id(self) -> str:
        """The id after the highest one given. Ask and `put` under the journal's lock, so that nobody else gets it."""
        numbers = (profile.id.removeprefix("P-") for profile in self.read())
        return f"P-{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"

    def put(self, profile: Profile) -> None:
        """Adds somebody, or replaces what is known of them. On the disk when it returns. Raises NotStored."""
        with self._hold():
            people = self.read()
            if any(known.id == profile.id for known in people):
                self._write(profile if known.id == profile.id else known for known in people)
            else:
                self._write((*people, profile))

    def forget(self, id: str, stand_in: str) -> None:  # noqa: A002 - the word used everywhere for it
        """Puts `stand_in` in the place of the name and drops the rest; the id stays taken. Raises NotFound."""
        with self._hold():
            people = self.read()
            if all(known.id != id for known in people):
                raise NotFound(f"{id} is not in people.json.", fix="`workshop person list` shows who is.")
            self._write(Profile(id, stand_in) if known.id == id else known for known in people)

    def _write(self, people: Iterable[Profile]) -> None:
        content = {"schema": SCHEMA, "people": [msgspec.to_builtins(profile) for profile in people]}
        replace_file(self._path, as_json(content, indent=1))

    def _hold(self) -> AbstractContextManager[None]:
        return hold(
            self._directory,
            "people",
            busy="Another program is changing people.json.",
            fix="Enter it once more.",
        )
