"""Everything on the shelves of one team, and the sentences for files that could not be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from workshop.errors import NotFound, ShelfError
from workshop.library.contents import made_cards, opened, read_agenda, read_cards
from workshop.library.exercise_shelf import AS_WRITTEN, ExerciseShelf, reports
from workshop.library.exercises import is_exercise, made_exercise
from workshop.library.files import Table, files, label, read
from workshop.library.kinds import laid_over, made_kinds
from workshop.library.metrics import made_metrics
from workshop.library.profiles import Choices, made_choices
from workshop.library.profiles import laid_over as laid_over_profiles
from workshop.library.references import loose_ends
from workshop.library.signals import Prompting, made_prompting
from workshop.library.signals import laid_over as laid_over_signals
from workshop.library.wordings import cards_in_words, in_words
from workshop.model.agenda import Agenda, Cards, Segment
from workshop.model.exercises import Exercise
from workshop.model.kinds import Kind
from workshop.model.metrics import Definition
from workshop.model.profiles import Hidden, Profile, Vocabulary
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean
from workshop.shelves import shelf

P = TypeVar("P", Profile, Vocabulary)
EVERYTHING = Profile("", "Everything", "Nothing is hidden.")
NO_CHOICES = Choices()
NO_PROMPTING = Prompting()
NO_EXERCISES = ExerciseShelf()
V = TypeVar("V")
KINDS, METRICS, PROFILES, SIGNALS = "kinds.toml", "metrics.toml", "profiles.toml", "signals.toml"
_NO_AGENDAS = (KINDS, METRICS, PROFILES, SIGNALS)
"""Files of the folder that hold something else."""


@dataclass(frozen=True, slots=True)
class Library:
    """What a team can use: agendas, kinds of entry, reports told card by card, exercises, definitions of numbers."""

    agendas: tuple[Agenda, ...]
    kinds: tuple[Kind, ...]
    cards: tuple[Cards, ...]
    notes: tuple[str, ...] = ()
    """A sentence for each file of the team's own that could not be used, and for each name that leads nowhere."""
    metrics: tuple[Definition, ...] = ()
    choices: Choices = NO_CHOICES
    """Profiles, triggers and vocabularies to choose from."""
    profile: Profile = EVERYTHING
    """The one chosen."""
    vocabulary: Vocabulary = AS_WRITTEN
    """The one chosen; labels of kinds and cards follow it already, texts of agendas are said with it."""
    prompting: Prompting = NO_PROMPTING
    """What asks for an agenda or an exercise, and the rotation of a year."""
    shelf: ExerciseShelf = NO_EXERCISES

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Every exercise, by name. Reads those that were not asked for before."""
        return tuple(found for slug in self.shelf.slugs if (found := self.shelf.get(slug)))

    def exercise(self, slug: str) -> Exercise | None:
        """The exercise of that slug; None where no shelf has it, and for a report that is cards alone."""
        return self.shelf.get(slug)

    def agenda(self, slug: str) -> Agenda:
        """The agenda of that slug; NotFound names the nearest."""
        found = next((agenda for agenda in self.agendas if agenda.slug == slug), None)
        if found is None:
            slugs = [agenda.slug for agenda in self.agendas]
            raise NotFound(f"There is no agenda {slug!r} on the shelf{did_you_mean(slug, slugs)}")
        return found

    def kind(self, name: str) -> Kind:
        """The kind of that name or letter; NotFound names the nearest."""
        found = next((kind for kind in self.kinds if name and name in (kind.name, kind.letter)), None)
        if found is None:
            names = [kind.name for kind in self.kinds]
            raise NotFound(f"There is no kind of entry {name!r}{did_you_mean(name, names)}")
        return found

    def metric(self, name: str) -> Definition | None:
        """What the shelf says about the number of that name; None where it says nothing."""
        return next((known for known in self.metrics if known.called(name)), None)

    def report(self, slug: str) -> Cards | None:
        """The cards of that slug; None where no shelf has them: an agenda may name what is not here yet."""
        return next((cards for cards in self.cards if cards.slug == slug), None)

    def offered(self, hidden: Hidden) -> tuple[Agenda, ...]:
        """The agendas to choose from; what is hidden can be named all the same."""
        return tuple(agenda for agenda in self.agendas if agenda.slug not in hidden.agendas)

    def missing_exercises(self, segments: Iterable[Segment]) -> tuple[str, ...]:
        """Exercises which segments name and no shelf has, each once, in their order."""
        named = [slug for segment in segments for slug in (segment.exercise, *segment.alternatives)]
        known = {*self.shelf.slugs, *(cards.slug for cards in self.cards)}
        return tuple(slug for slug in dict.fromkeys(named) if slug and slug not in known)


def to_plan(agenda: Agenda, hidden: Hidden) -> Agenda:
    """The agenda as it is planned: without optional segments that a hidden exercise fills.

    One that is hidden itself and asked for by name is wanted as it is.
    """
    if agenda.slug in hidden.agendas:
        return agenda
    kept = tuple(one for one in agenda.segments if one.core or one.exercise not in hidden.exercises)
    return replace(agenda, segments=kept)


Reads = Callable[[Exercise, str, Sequence[Kind]], None]
"""Reads an own exercise back against what is typed, by its place and with the kinds; a ShelfError says what is off."""


def load(
    own: Path | None = None, profile: str = "", vocabulary: str = "", *, reads: Reads | None = None
) -> Library:
    """The shipped shelves with the folders of the team's own (`own`/agendas, `own`/exercises) laid over, in the words
    of a vocabulary; an unknown profile or vocabulary becomes a note and changes nothing.

    `reads` looks at what an own exercise asks people to type. A shipped file that is off raises a ShelfError; one of the team's own becomes a note, and the shipped file
    of that name, if there is one, is used in its place.
    """
    notes: list[str] = []
    agendas = _agendas(own, notes)
    kinds = _beside(KINDS, own, laid_over, made_kinds, notes)
    told = _own_exercises(own, kinds, notes, reads)
    cards = _cards(told)
    metrics = _beside(METRICS, own, laid_over, made_metrics, notes)
    choices = _beside(PROFILES, own, laid_over_profiles, made_choices, notes)
    prompting = _beside(SIGNALS, own, laid_over_signals, made_prompting, notes)
    shown = _chosen(choices.profiles, profile, "profile", notes) or EVERYTHING
    words = _chosen(choices.vocabularies, vocabulary, "vocabulary", notes) or AS_WRITTEN
    exercises = ExerciseShelf(
        tuple(files(shelf("exercises"))),
        tuple(one for _, one in told.values() if one),
        words,
    )
    ours = tuple(path.stem for path in (*files(own / "agendas"), *files(own / "exercises"))) if own else ()
    notes += loose_ends(agendas, kinds, cards, choices, exercises, ours)
    return Library(
        agendas, in_words(kinds, words), cards_in_words(cards, words), tuple(notes), metrics, choices, shown, words,
        prompting, exercises,
    )  # fmt: skip


def shipped_kinds() -> tuple[Kind, ...]:
    """The kinds of entry as they are shipped."""
    return _beside(KINDS, None, laid_over, made_kinds, [])


def _agendas(own: Path | None, notes: list[str]) -> tuple[Agenda, ...]:
    """Of both folders by slug; own files win, unless they are off."""
    values = {
        path.stem: read_agenda(path) for path in files(shelf("agendas")) if path.name not in _NO_AGENDAS
    }
    for path in files(own / "agendas") if own else ():
        if path.name in _NO_AGENDAS:
            continue
        try:
            values[path.stem] = read_agenda(path)
        except ShelfError as off:
            notes.append(f"{off} {_instead(path.stem in values)}")
    return tuple(values[slug] for slug in sorted(values))


OwnFile = tuple[Cards | None, Exercise | None]


def _own_exercises(
    own: Path | None, kinds: Sequence[Kind], notes: list[str], reads: Reads | None
) -> dict[str, OwnFile]:
    """What the team's own files hold, by slug: a report, an exercise, or both in one."""
    told: dict[str, OwnFile] = {}
    shipped = {path.stem for path in files(shelf("exercises"))}
    for path in files(own / "exercises") if own else ():
        try:
            place, slug, table = opened(path)
            exercise = made_exercise(table, place, slug, kinds) if is_exercise(table) else None
            if exercise and reads:
                reads(exercise, place, kinds)
            cards = made_cards(table, place, slug) if "cards" in table or exercise is None else None
            told[path.stem] = cards, exercise
        except ShelfError as off:
            notes.append(f"{off} {_instead(path.stem in shipped)}")
    return told


def _cards(told: dict[str, OwnFile]) -> tuple[Cards, ...]:
    """The reports of both folders by slug; an own file takes the place of the whole shipped one."""
    found = {path.stem: read_cards(path) for path in reports(shelf("exercises")) if path.stem not in told}
    found |= {slug: cards for slug, (cards, _) in told.items() if cards}
    return tuple(found[slug] for slug in sorted(found))


def _beside(
    name: str,
    own: Path | None,
    lay: Callable[[Table, Table, str], Table],
    make: Callable[[Table, str], V],
    notes: list[str],
) -> V:
    """What one file beside the agendas holds, with the team's own laid over it."""
    table, path = read(shelf("agendas") / name), own and own / "agendas" / name
    if path and path.exists():
        try:
            return make(lay(table, read(path), label(path)), label(path))
        except ShelfError as off:
            notes.append(f"{off} {_instead(True)}")
    return make(table, label(shelf("agendas") / name))


def _chosen(known: Sequence[P], name: str, setting: str, notes: list[str]) -> P | None:
    """The one of that name; None for no name, and for one that is not there, which is noted."""
    found = next((one for one in known if one.name == name), None)
    if name and found is None:
        names = [one.name for one in known]
        notes.append(
            f"workshop.toml: {setting}: there is no {name!r}{did_you_mean(name, names)} None is used."
        )
    return found


def _instead(shipped: bool) -> str:
    return "The shipped one is used in its place." if shipped else "It is left out."
