"""What a line is read against: the kinds, the people, the day, the card on screen."""

from __future__ import annotations

from datetime import date

from workshop.errors import NotFound
from workshop.model.kinds import Kind
from workshop.model.teams import Person
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean


@dataclass(frozen=True, slots=True)
class Context:
    """Everything the grammar knows about the room; it asks for nothing else."""

    kinds: tuple[Kind, ...]
    people: tuple[Person, ...]
    today: date
    """The local day."""
    present: tuple[str, ...] = ()
    """Ids of those who are here; their names are looked at first."""
    card: str = "note"
    """The kind that a plain line becomes."""
    next_meeting: date | None = None
    segments: tuple[tuple[int, str], ...] = ()
    """Number and title of the segments of the running agenda."""
    names: tuple[tuple[str, str], ...] = ()
    """Record id and its short name or text, for `ref=`."""
    recorded: tuple[tuple[str, str], ...] = ()
    """Record id and the name of its kind, so that `/edit N-26 worked=yes` knows the fields."""
    templates: tuple[str, ...] = ()
    week_start: int = 0
    """First day of the week, Monday 0."""
    script: bool = False
    """A script is read: `/at` is allowed."""

    def kind(self, name: str) -> Kind:
        """The kind of that name or letter; raises NotFound."""
        for kind in self.kinds:
            if name and name in (kind.name, kind.letter):
                return kind
        near = did_you_mean(name, [kind.name for kind in self.kinds])
        raise NotFound(f"There is no kind of entry called '{name}'{near}")
