"""How records are said in one line: names for ids, days with their weekday, votes with both teams."""

from __future__ import annotations

from datetime import date

from workshop.errors import NotFound
from workshop.facilitation.deciding.plan import missing_sides
from workshop.followup.disputes import status_on
from workshop.followup.programmes import warnings
from workshop.measures.lens import TwoTeam
from workshop.measures.rounding import show
from workshop.measures.verdicts import Verdict, decision_verdict
from workshop.model import ids
from workshop.model.entries import Action, Decision, Dispute, Entry, Said
from workshop.model.exercises import Exercise, Input
from workshop.model.kinds import Field, Kind
from workshop.model.teams import Person
from workshop.workspace import Workspace


class Wording:
    """Sentences over the records of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def name(self, person: str) -> str:
        """The name behind an id; words that are no id stay as they are."""
        return next((known.name for known in self._workspace.people if known.id == person), person)

    def day(self, day: date | None) -> str:
        """`Fri 6 March 2026`, in the language of the settings."""
        from workshop.exporting.days import short_day  # brings Babel, 40 ms; only what shows a day needs it

        return short_day(day, self._workspace.settings.locale) if day else "no date"

    def near(self, day: date | None, today: date) -> str:
        """`Fri 6 March`: with the year only where it is not this one."""
        from workshop.exporting.days import near_day  # brings Babel, as `day`

        return near_day(day, self._workspace.settings.locale, today.year) if day else "no date"

    def words(self, text: str) -> str:
        """A text of the shelf, such as a prompt, in the words of the team's trade."""
        return self._workspace.library.vocabulary.say(text)

    def exercise(self, slug: str) -> Exercise | None:
        """The exercise, if it is still on the shelf."""
        return self._workspace.exercise(slug)

    def title(self, exercise: str, slug: str) -> str:
        """What an input of an exercise is called: its title, else its word."""
        given = self._input(exercise, slug)
        return (given.title or given.prefix) if given else slug

    def word(self, exercise: str, slug: str) -> str:
        """The word in front of a row of an input."""
        given = self._input(exercise, slug)
        return given.prefix if given else slug

    def _input(self, exercise: str, slug: str) -> Input | None:
        found = self.exercise(exercise)
        return found.input(slug) if found else None

    def kind(self, name: str) -> Kind | None:
        """The kind, if it is still on the shelf."""
        try:
            return self._workspace.library.kind(name)
        except NotFound:
            return None

    def entry(self, entry: Entry) -> str:
        """`N-5 objection · Jonas Beck: Ten weeks is too long`"""
        kind = self.kind(entry.said.kind)
        label = kind.label.lower() if kind else entry.said.kind
        names = self.speakers(entry.said)
        who = f"{names}: " if names else ""
        aloud = " (read aloud)" if entry.read_aloud else ""
        return f"{ids.show('N', entry.number)} {label}{aloud} · {who}{entry.said.text}{self.tail(entry.said)}"

    def speakers(self, said: Said) -> str:
        """The names of everybody whose words these are."""
        return ", ".join(self.name(person) for person in said.speakers)

    def tail(self, said: Said) -> str:
        """Fields, tags and marks of a line, as short as they can be said."""
        parts = [
            f"{field.name.replace('_', ' ')} {self.value(said.kind, field.name, field.value)}"
            for field in said.fields
        ]
        parts += _marks(said)
        return f" ({'; '.join(parts)})" if parts else ""

    def value(self, kind: str, field: str, value: str) -> str:
        """A field's value with names for ids and days for dates."""
        known = self.kind(kind)
        return self.field(known.field(field) if known else None, value)

    def field(self, form: Field | None, value: str) -> str:
        """A value as the type of its field reads; as it is where nobody knows the field."""
        if form is not None and form.type in ("person", "people"):
            return ", ".join(self.name(person) for person in value.split(","))
        if form is not None and form.type == "date" and len(value) == len("2026-03-06"):
            try:
                return self.day(date.fromisoformat(value))
            except ValueError:
                return value
        return value

    def action(self, action: Action) -> str:
        """`A-3 Lena Hartmann: Draft the case · due Mon 16 March 2026 · done when sent to all sellers`"""
        owner = self.name(action.owner) if action.owner else "nobody yet"
        helpers = f" with {', '.join(self.name(who) for who in action.helpers)}" if action.helpers else ""
        due = "next meeting" if action.at_next else self.day(action.due)
        was = action.original_due
        moved = f" (first {self.day(was)})" if was and action.due and was != action.due else ""
        done_when = f" · done when {action.done_when}" if action.done_when else ""
        marks = "".join(f" · {mark}" for mark in _marks(action.said))
        state = "" if action.status == "open" else f" · {action.status}"
        return (
            f"{ids.show('A', action.number)} {owner}{helpers}: {action.said.text} · due {due}{moved}"
            f"{done_when}{marks}{state}"
        )

    def decision(self, decision: Decision) -> str:
        """`D-1 passed: exact text · sales 3.40, marketing 4.25, joint 3.83`"""
        return f"{ids.show('D', decision.number)} {self.verdict(decision_verdict(decision))}: {decision.said.text}"

    def verdict(self, verdict: Verdict) -> str:
        """The word, and the means of both teams where there was a vote."""
        word = f"decided by {self.name(verdict.by)}" if verdict.by else verdict.word.upper()
        return f"{word} ({means(verdict.lens)}{self._no_joint(verdict.lens)})" if verdict.n else word

    def _no_joint(self, lens: TwoTeam) -> str:
        """Why there is no joint value: a team is not at the table, or sits there and did not vote."""
        running = self._workspace.state.running
        away = missing_sides(running) if running and running.here else ()
        told = [f"{side} {'not present' if side in away else 'did not vote'}" for side in lens.missing]
        return f", no joint value: {' and '.join(told)}" if told else ""

    def dispute(self, dispute: Dispute) -> str:
        """`X-2 escalated: neutral question · Erik Dahl · by Mon 16 March 2026`"""
        status = status_on(dispute, self._workspace.house().today)
        who = f" · {self.name(dispute.arbiter)}" if dispute.arbiter else ""
        by = f" · by {self.day(dispute.decide_by)}" if dispute.decide_by and dispute.live else ""
        outcome = f" · {dispute.outcome}" if dispute.outcome else ""
        return f"{ids.show('X', dispute.number)} {status}: {dispute.said.text}{who}{by}{outcome}"

    def warnings(self, entry: Entry, day: date) -> str:
        """What a programme still lacks, as a sentence; empty where nothing."""
        found = warnings(entry, day) if entry.said.kind == "programme" and not entry.said.get("ref") else ()
        return f"   ! {ids.show('N', entry.number)}: {', '.join(found)}." if found else ""


def _marks(said: Said) -> list[str]:
    parts = [f"#{tag}" for tag in said.tags]
    parts += [f"{said.priority} priority"] if said.priority else []
    parts += [f"for {said.audience}"] if said.audience else []
    return parts + ([f"from {said.source}"] if said.source else [])


def told_person(known: Person | None, person: Person) -> str:
    """Somebody new with team and role; of somebody known, what is different now."""
    if known == person:
        return (
            f"{person.id} {person.name} is there already; somebody else needs a name that tells them apart."
        )
    team, role, email = (
        f"{old} -> {new}" if old and old != new else new
        for old, new in zip(_profile(known), _profile(person), strict=True)
    )
    told = ", ".join(part for part in (person.name, team, role) if part)
    if known is None:
        return f"{person.id} {told}"
    return f"{person.id} changed: {told}{', ' + email if known.email != person.email else ''}"


def _profile(person: Person | None) -> tuple[str, str, str]:
    return (person.team, person.role, person.email) if person else ("", "", "")


def means(lens: TwoTeam) -> str:
    """Both teams side by side with their n; the joint value only where both have answers."""
    parts = []
    if lens.sales is not None:
        parts.append(f"sales {show(lens.sales, 2)} n={lens.sales_n}")
    if lens.marketing is not None:
        parts.append(f"marketing {show(lens.marketing, 2)} n={lens.marketing_n}")
    if lens.joint is not None:
        parts.append(f"joint {show(lens.joint, 2)}")
    if lens.others is not None:
        parts.append(f"others {show(lens.others, 2)} n={lens.others_n}")
    return ", ".join(parts)
