"""The workspace: the one place where the parts are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from workshop.errors import Locked, NotFound, NotStored, Refused
from workshop.facilitation import House, decide, fold, home
from workshop.facilitation.clock import advance
from workshop.model.agenda import Agenda
from workshop.model.asks import NamePerson
from workshop.model.codec import write_fact
from workshop.model.commands import AddPerson, Close, Command, TakeDraft
from workshop.model.exercises import Exercise
from workshop.model.facts import Fact, PersonForgotten, Redone, Undone
from workshop.model.kinds import Kind
from workshop.model.lines import Told
from workshop.model.meeting import Meeting
from workshop.model.moments import Reading
from workshop.model.state import State
from workshop.model.teams import Person
from workshop.settings import FILE, Settings, read_settings, with_setting
from workshop.store import (
    START,
    FileJournal,
    Line,
    PeopleFile,
    Profile,
    RunningLock,
    Writer,
    read_clock,
    replace_file,
)
from workshop.store.chain import JOURNAL
from workshop.workspace.asks import check_asks
from workshop.workspace.confidence import Confidence
from workshop.workspace.done import Done
from workshop.workspace.readings import SHAPE
from workshop.workspace.rounds import behind_the_box
from workshop.workspace.settling import Settled, checkpoint, settle
from workshop.workspace.texts import each_text, texts
from workshop.workspace.told import closes, told

if TYPE_CHECKING:
    from workshop.exporting.pdf import Press
    from workshop.library import Library

Clock = Callable[[], Reading]
CATCH_UP = 200
"""Lines behind at which the register is brought up to the last close when a command starts."""


class Workspace:
    """One directory with everything a team keeps."""

    def __init__(self, directory: Path, clock: Clock = read_clock) -> None:
        """Opens it. Raises NotFound where no workspace lies."""
        self.directory = directory
        self.clock = clock
        self.settings: Settings = read_settings(directory)
        self.closed_states: dict[int, State] = {}
        """The state right after the close of a meeting, for minutes at once."""
        self.press: Press | None = None
        """What makes the PDF of the minutes sooner than it can be made here; see `Ahead`."""
        self._journal = FileJournal(directory)
        self._people = PeopleFile(directory)
        self.confidence = Confidence(directory)
        """Boxes of what is given in confidence."""
        self._left_behind: tuple[str, ...] = ()
        """Why the register could not be brought up."""
        self._read(checkpoint(directory, self._journal))
        self.people = self._directory_of_people()
        self.confidence.tidy(self.state)

    @staticmethod
    def create(directory: Path, settings: Settings) -> None:
        """Begins an empty workspace. Raises Refused where one lies."""
        if (directory / FILE).exists():
            raise Refused(
                f"There is a workspace in {directory} already.", fix="Give another folder, or use that one."
            )
        text = _settings_text(settings)
        if not (directory / JOURNAL).exists():
            FileJournal(directory).create()
        # The settings make it a workspace, so they come last: stopped on the way, it can be begun once more.
        replace_file(directory / FILE, text)

    # Reading -------------------------------------------------------------------------------------

    @cached_property
    def library(self) -> Library:
        """The shelves, with the team's own files laid over."""
        from workshop.library import load  # a list does without

        return load(self.directory, self.settings.profile, self.settings.vocabulary, reads=check_asks)

    @property
    def notices(self) -> tuple[str, ...]:
        """What was found and put right in the files."""
        return (*self._journal.notices, *self._left_behind)

    @property
    def lines(self) -> int:
        """Lines of the journal, the header left out."""
        return self._place.n

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the running meeting, or of the workspace."""
        running = self.state.running
        return ZoneInfo(running.zone) if running else self.settings.tz

    def house(self, reading: Reading | None = None) -> House:
        """What a decision needs to know, at this moment."""
        reading = reading or self.clock()
        moment, _ = advance(self.state.moment, self.state.reading, reading)
        return House(
            self.people, self._to_plan, self._kind, self._takes, self.exercise, self.settings.zone,
            reading.at.astimezone(self.zone), moment,
        )  # fmt: skip

    def _kind(self, name: str) -> Kind:
        return self.library.kind(name)

    def exercise(self, slug: str) -> Exercise | None:
        """An exercise of the shelf; None for one that is not there."""
        return self.library.exercise(slug)

    def _to_plan(self, slug: str) -> Agenda:
        """An agenda without optional segments that the profile hides; NotFound."""
        from workshop.library import to_plan
        from workshop.workspace.offering import hidden  # it reads this workspace; only planning needs it

        return to_plan(self.library.agenda(slug), hidden(self))

    def _takes(self, exercise: str, part: str) -> tuple[str, ...]:
        report = self.library.report(exercise)
        return tuple(kind for card in report.selected(part) for kind in card.kinds) if report else ()

    def person(self, person: str) -> Person:
        """The person behind an id; NotFound for a stranger."""
        found = next((known for known in self.people if known.id == person), None)
        if found is None:
            raise NotFound(f"There is nobody {person}.", fix="workshop person list shows everybody.")
        return found

    def refresh(self) -> None:
        """Takes in what other programs appended since."""
        self._absorb(self._journal.read(self._place))
        self.people = self._directory_of_people()

    def running_lock(self, meeting: int) -> AbstractContextManager[object]:
        """The right to run a meeting; Locked where another program runs it."""
        return RunningLock(self.directory, meeting)

    # Doing ---------------------------------------------------------------------------------------

    def do(self, command: Command, *, outside: bool = False) -> Done:
        """Decides and stores one command; when it returns, its facts are on the disk.

        `outside`: said beside a meeting that may be running in another program; it belongs to no meeting, so that
        nobody's undo takes it back.
        """
        if isinstance(command, TakeDraft):
            from workshop.workspace.drafts import take  # it works results out

            return take(self, command)
        done = (None if outside else behind_the_box(self, command)) or self.stored(command, outside=outside)
        if isinstance(command, Close) and (meeting := self._just_closed(done)):
            self.closed_states[meeting.number] = self.state
            self.settle()
        return done

    def stored(
        self,
        command: Command,
        given: Callable[[], tuple[Fact, ...]] | None = None,
        *,
        outside: bool = False,
    ) -> Done:
        """Appends what a command leads to, or the facts worked out by `given` once everything is caught up with."""
        with self._journal.locked() as writer:
            self._absorb(writer.catch_up(self._place))
            return self._append(writer, command, given() if given else None, outside=outside)

    def as_if(self, command: str, facts: tuple[Fact, ...], reading: Reading | None = None) -> State:
        """The state as it would be with these facts, now or at a moment to come; nothing is stored."""
        running, at = self.state.running, reading or self.clock()
        told = Told(self._place.n + 1, running.number if running else None, at, command, facts)
        return fold(self.state, (told,))

    def _append(
        self,
        writer: Writer,
        command: Command,
        given: tuple[Fact, ...] | None = None,
        *,
        outside: bool = False,
    ) -> Done:
        before = self.state
        reading = self.clock()
        view = without_running(before) if outside else before
        facts = decide(view, command, self.house(reading)) if given is None else given
        number = home(view, command, facts)
        name = type(command).__name__
        line = writer.append(number, reading, name, [write_fact(fact) for fact in facts])
        undone = self._facts_of(facts)
        self._absorb((line,))
        return Done(command, facts, before, self.state, undone)

    def _read(self, settled: Settled) -> None:
        """The state from there on; far behind, the register is brought up first, so that no line is folded twice."""
        lines = tuple(self._journal.read(settled.place))
        if len(lines) > CATCH_UP and any(closes(line) for line in lines):
            settled = self._brought_up(settled)
        self._settled, self.state, self._place = settled, settled.state, settled.place
        self._lines: list[Told] = []
        self._absorb(line for line in lines if line.n > settled.place.n)

    def last_facts(self) -> tuple[Fact, ...]:
        """The facts of the line that an undo would take back."""
        last = self.state.undoable[-1] if self.state.undoable else 0
        return next((line.facts for line in self._lines if line.n == last), ())

    def _facts_of(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """The facts of the line that an undo or redo names."""
        for fact in facts:
            if isinstance(fact, (Undone, Redone)):
                return next((line.facts for line in self._lines if line.n == fact.line), ())
        return ()

    def _absorb(self, lines: Iterable[Line]) -> None:
        fresh = tuple(lines)
        if not fresh:
            return
        new = tuple(told(fresh))
        self._lines += new
        self._place = fresh[-1].place
        again = any(isinstance(fact, (Undone, Redone)) for line in new for fact in line.facts)
        self.state = fold(self._settled.state, self._lines) if again else fold(self.state, new)

    @staticmethod
    def _just_closed(done: Done) -> Meeting | None:
        return done.after.meeting(done.before.running.number) if done.before.running else None

    # People and settings -------------------------------------------------------------------------

    def name_person(self, asked: NamePerson) -> Person:
        """Adds somebody by name, or changes team, role or e-mail of the one with that name."""
        with self._journal.locked() as writer:
            self._absorb(writer.catch_up(self._place))
            profiles = self._people.read()
            known = next((p for p in profiles if p.name.casefold() == asked.name.casefold()), None)
            profile = Profile(
                known.id if known else self._people.next_id(), asked.name,
                asked.role or (known.role if known else ""), asked.email or (known.email if known else ""),
            )  # fmt: skip
            if profile != known:
                self._people.put(profile)
            if self.state.team(profile.id) != asked.team:
                self._append(writer, AddPerson(profile.id, asked.team))
        self.people = self._directory_of_people()
        return self.person(profile.id)

    def _directory_of_people(self) -> tuple[Person, ...]:
        profiles = {profile.id: profile for profile in self._people.read()}
        people = []
        for member in self.state.members:
            profile = profiles.get(member.person, Profile(member.person, member.person))
            people.append(Person(member.person, profile.name, member.team, profile.role, profile.email))
        return tuple(people)

    def change_setting(self, key: str, value: str) -> None:
        """Changes one line of workshop.toml. Raises NotFound for a profile or vocabulary that no shelf has."""
        from workshop.library import check_choice

        check_choice(self.library.choices, key, value)
        replace_file(self.directory / FILE, with_setting(self.directory, key, value).encode())
        self.settings = read_settings(self.directory)
        self.__dict__.pop("library", None)  # read anew: both change what the shelves show

    # Forgetting ----------------------------------------------------------------------------------

    def forget(self, person: str, stand_in: str, change: Callable[[str], str]) -> None:
        """Puts a stand-in for somebody's name in people.json and in every text of the journal."""
        from workshop.store.register import Register

        # The name goes last: whoever is stopped on the way finds the person by it and does it once more.
        Register(self.directory, SHAPE).drop()
        self._journal.rewrite(lambda fact: each_text(fact, change))
        self._people.forget(person, stand_in)
        self._read(Settled(State(), START))
        with self._journal.locked() as writer:
            self._append(writer, AddPerson(person, "guest"), (PersonForgotten(),))
        self.people = self._directory_of_people()
        self.settle()

    def journal_texts(self) -> Iterator[str]:
        """Every text that the journal holds."""
        for line in self._journal.read(START):
            yield from texts(list(line.facts))

    # The register --------------------------------------------------------------------------------

    def settle(self) -> None:
        """Brings the register up to the last close: it holds nothing that an undo may take back."""
        self._settled = self._brought_up(self._settled)
        self._lines = [line for line in self._lines if line.n > self._settled.place.n]
        self.state = fold(self._settled.state, self._lines)

    def _brought_up(self, settled: Settled) -> Settled:
        try:
            return settle(self.directory, self._journal, settled)
        except (Locked, NotStored) as off:
            # The record is whole without it: until it can be written, everything since is read from the journal.
            self._left_behind = (f"Lists are slower until this is put right: {off}",)
            return settled

    def documents(self, table: str) -> list[dict[str, Any]]:
        """What the register holds of a table; nothing where it is not what this state was read on from."""
        from workshop.store.register import Register

        return [] if self._settled.place == START else Register(self.directory, SHAPE).table(table)


def _settings_text(settings: Settings) -> bytes:
    """A file with these settings, checked. Raises Refused."""
    with TemporaryDirectory() as draft:
        path = Path(draft, FILE)
        path.write_text("# The settings of this workspace. docs/file-formats.md explains each line.\n")
        for key in ("name", "zone", "currency"):
            path.write_text(with_setting(path.parent, key, getattr(settings, key)), encoding="utf-8")
        return path.read_bytes()


def without_running(state: State) -> State:
    """The state as somebody beside the running meeting acts on it."""
    return replace(
        state, meetings=tuple(meeting for meeting in state.meetings if meeting.status != "running")
    )
