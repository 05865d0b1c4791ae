"""The exercises of one team, each read when it is asked for: thirty files would be felt at every start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workshop.library.contents import opened
from workshop.library.exercise_words import exercise_in_words
from workshop.library.exercises import is_exercise, made_exercise
from workshop.library.files import files
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.profiles import Vocabulary

CARDS = "[[cards]]"
AS_WRITTEN = Vocabulary()


@dataclass(frozen=True, slots=True)
class ExerciseShelf:
    """Shipped files by slug, and the team's own, which were read already."""

    shipped: tuple[Path, ...] = ()
    kinds: tuple[Kind, ...] = ()
    """Kinds of entry that shipped exercises count on."""
    own: tuple[Exercise, ...] = ()
    words: Vocabulary = AS_WRITTEN
    read: dict[str, Exercise | None] = field(default_factory=dict, compare=False, repr=False)
    """What was asked for already; None for a report that is no exercise."""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Of everything that lies there, by name."""
        return tuple(sorted({*(path.stem for path in self.shipped), *(one.slug for one in self.own)}))

    def get(self, slug: str) -> Exercise | None:
        """The exercise of that slug; the team's own goes first. A ShelfError where a shipped file is off."""
        if slug not in self.read:
            self.read[slug] = self._found(slug)
        return self.read[slug]

    def _found(self, slug: str) -> Exercise | None:
        own = next((one for one in self.own if one.slug == slug), None)
        path = next((path for path in self.shipped if path.stem == slug), None)
        found = own or (read_one(path, self.kinds) if path else None)
        return exercise_in_words(found, self.words) if found else None


def read_one(path: Path, kinds: Sequence[Kind]) -> Exercise | None:
    """The exercise in a file; None where it holds only cards."""
    place, slug, table = opened(path)
    return made_exercise(table, place, slug, kinds) if is_exercise(table) else None


def reports(folder: Path) -> list[Path]:
    """Files that hold cards: told by their text, so that the others need not be read."""
    return [path for path in files(folder) if CARDS in path.read_text(encoding="utf-8-sig", errors="replace")]
