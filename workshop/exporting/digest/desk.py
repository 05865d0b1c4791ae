"""What every writer of the minutes has at hand: names, labels, days, and fields in words."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from zoneinfo import ZoneInfo

from workshop.errors import NotFound
from workshop.exporting.days import near_day, short_day
from workshop.exporting.digest.rows import Pair, Who
from workshop.exporting.digest.source import Source
from workshop.measures.rounding import RATING, grouped, show
from workshop.model import ids
from workshop.model.entries import Action, Said, Value
from workshop.model.kinds import Field, Kind
from workshop.model.meeting import Meeting
from workshop.model.state import Parked
from workshop.model.values import dataclass

TEAM_NAMES = {
    "sales": "Sales",
    "marketing": "Marketing",
    "guest": "Guests",
    "facilitator": "Facilitator",
    "sponsor": "Sponsor",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """The source of the minutes, and the words for what is in it."""

    source: Source
    """With everything that this copy may hold, and nothing else."""
    full: Source
    """Everything, for figures only: counts and shares are those of the whole record."""

    @property
    def meeting(self) -> Meeting:
        """The meeting these are the minutes of."""
        return self.source.meeting

    @property
    def locale(self) -> str:
        return self.source.settings.locale

    def who(self, person: str) -> Who | None:
        """The person behind an id; None for nobody."""
        if not person:
            return None
        known = next((known for known in self.source.people if known.id == person), None)
        if known is None:
            return Who(person, person, self.source.state.team(person))
        attended = self.meeting.person(person)
        return Who(person, known.name, attended.team if attended else known.team)

    def name(self, person: str) -> str:
        """Their name, or what stands there."""
        found = self.who(person)
        return found.name if found else ""

    def cleared(self, record: Action | Parked) -> str:
        """Why it may go on after the third time, and who has it now."""
        to = f" → {self.name(record.cleared_to)}" if record.cleared_to else ""
        return f"{record.cleared}{to}"

    def role(self, person: str) -> str:
        return next((known.role for known in self.source.people if known.id == person), "")

    def kind(self, name: str) -> Kind | None:
        """The kind of that name; None where the shelf no longer has it."""
        try:
            return self.source.library.kind(name)
        except NotFound:
            return None

    def day(self, day: date) -> str:
        """`Tue 17 March`, with the year where it is not that of the meeting."""
        return near_day(day, self.locale, self.meeting.on.year)

    def full_day(self, day: date) -> str:
        """`Tue 17 March 2026`."""
        return short_day(day, self.locale)

    def local(self, moment: datetime) -> time:
        """The local time of day in the meeting's zone."""
        return moment.astimezone(ZoneInfo(self.meeting.zone)).time().replace(microsecond=0)

    def by(self, said: Said, *, aloud: bool = False) -> str:
        """Who said it, in words; with those whose words joined it."""
        names = (self._first(said, aloud=aloud), *map(self.name, said.also))
        return ", ".join(name for name in names if name)

    def _first(self, said: Said, *, aloud: bool) -> str:
        if said.speaker:
            return self.name(said.speaker) + (", read aloud" if aloud else "")
        kind = self.kind(said.kind)
        if said.team == "both" or not said.team:
            return "everybody" if said.team else ""
        team = TEAM_NAMES.get(said.team, said.team).lower()
        return f"{team}, as a group" if kind and kind.as_group else team

    def pairs(self, said: Said, without: tuple[str, ...] = ()) -> tuple[Pair, ...]:
        """The fields of a record in words, in the order typed."""
        kind = self.kind(said.kind)
        told = [value for value in said.fields if value.name not in without and value.value]
        return tuple(self.pair(value, kind) for value in told)

    def pair(self, value: Value, kind: Kind | None) -> Pair:
        """One field in words."""
        field = kind.field(value.name) if kind else None
        return Pair(value.name, self.label(value.name, kind), self._text(value, field), value.value)

    def label(self, name: str, kind: Kind | None) -> str:
        """What people read for a field of a kind."""
        field = kind.field(name) if kind else None
        told = (field.label if field else "") or name.replace("_", " ")
        return self.source.library.vocabulary.say(told)

    def _text(self, value: Value, field: Field | None) -> str:
        raw = value.value
        if value.name == "exercise":
            return self._exercise(raw)
        if raw == "?":
            return "not known yet"
        if field and field.option_labels:
            return field.reads(raw)
        match field.type if field else "short":
            case "date":
                day = as_day(raw)
                return self.day(day) if day else raw
            case "person" | "people":
                return ", ".join(self.name(word.strip()) for word in raw.split(","))
            case "ref":
                return ids.tidy(raw)
            case "money":
                return (
                    f"{grouped(Fraction(raw), 0)} {self.source.settings.currency}" if is_number(raw) else raw
                )
            case "many":
                return ", ".join(word.strip() for word in raw.split(","))
            case "tally":
                return tally(raw)
        return self.name(raw) if ids.read(raw) and raw.startswith("P-") else raw

    def _exercise(self, slug: str) -> str:
        """Its title; what was typed where the shelf has none of that name."""
        return next((one.title for one in self.source.library.exercises if one.slug == slug), slug)


def as_day(text: str) -> date | None:
    """The date in an ISO text; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_number(text: str) -> bool:
    """Whether a text is a plain decimal number."""
    whole, _, rest = text.partition(".")
    return whole.isascii() and whole.isdigit() and (not rest or (rest.isascii() and rest.isdigit()))


def tally(raw: str) -> str:
    """`3x1 2x3 1x1` (value x count) as `2.00 (n=5)`; as it stands where it is no tally."""
    cells = [cell.split("x") for cell in raw.split()]
    if not cells or not all(len(cell) == 2 and all(map(str.isdecimal, cell)) for cell in cells):
        return raw
    n = sum(int(count) for _, count in cells)
    total = sum(int(value) * int(count) for value, count in cells)
    return f"{show(Fraction(total, n), RATING)} (n={n})" if n else raw
