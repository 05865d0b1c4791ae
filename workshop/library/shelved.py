"""Everything on the shelves of one team, and the sentences for files that could not be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from workshop.errors import NotFound, ShelfError
from workshop.library.contents import read_agenda, read_cards
from workshop.library.files import Table, files, label, read
from workshop.library.kinds import laid_over, made_kinds
from workshop.library.metrics import made_metrics
from workshop.library.profiles import Choices, made_choices
from workshop.library.profiles import laid_over as laid_over_profiles
from workshop.library.references import loose_ends
from workshop.library.wordings import cards_in_words, in_words
from workshop.model.agenda import Agenda, Cards, Segment
from workshop.model.kinds import Kind
from workshop.model.metrics import Definition
from workshop.model.profiles import Hidden, Profile, Vocabulary
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean
from workshop.shelves import shelf

T = TypeVar("T", Agenda, Cards)
P = TypeVar("P", Profile, Vocabulary)
EVERYTHING = Profile("", "Everything", "Nothing is hidden.")
NO_CHOICES = Choices()
AS_WRITTEN = Vocabulary()
V = TypeVar("V")
KINDS, METRICS, PROFILES = "kinds.toml", "metrics.toml", "profiles.toml"
_NO_AGENDAS = (KINDS, METRICS, PROFILES)
"""Files of the folder that hold something else."""


@dataclass(frozen=True, slots=True)
class Library:
    """What a team can use: agendas, kinds of entry, reports told card by card, definitions of numbers."""

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
        return tuple(slug for slug in dict.fromkeys(named) if slug and self.report(slug) is None)


def to_plan(agenda: Agenda, hidden: Hidden) -> Agenda:
    """The agenda as it is planned: without optional segments that a hidden exercise fills.

    One that is hidden itself and asked for by name is wanted as it is.
    """
    if agenda.slug in hidden.agendas:
        return agenda
    kept = tuple(one for one in agenda.segments if one.core or one.exercise not in hidden.exercises)
    return replace(agenda, segments=kept)


def load(own: Path | None = None, profile: str = "", vocabulary: str = "") -> Library:
    """The shipped shelves with the folders of the team's own (`own`/agendas, `own`/exercises) laid over, in the words
    of a vocabulary; an unknown profile or vocabulary becomes a note and changes nothing.

    A shipped file that is off raises a ShelfError; one of the team's own becomes a note, and the shipped file
    of that name, if there is one, is used in its place.
    """
    notes: list[str] = []
    agendas = _overlaid(shelf("agendas"), own and own / "agendas", read_agenda, notes)
    cards = _overlaid(shelf("exercises"), own and own / "exercises", read_cards, notes)
    kinds = _tables(KINDS, own, made_kinds, notes)
    metrics = _tables(METRICS, own, made_metrics, notes)
    choices = _choices(shelf("agendas") / PROFILES, own and own / "agendas" / PROFILES, notes)
    notes += loose_ends(agendas, kinds, cards, choices)
    shown = _chosen(choices.profiles, profile, "profile", notes) or EVERYTHING
    words = _chosen(choices.vocabularies, vocabulary, "vocabulary", notes) or AS_WRITTEN
    return Library(
        agendas, in_words(kinds, words), cards_in_words(cards, words), tuple(notes), metrics, choices, shown, words,
    )  # fmt: skip


def _overlaid(
    shipped: Path, own: Path | None, reader: Callable[[Path], T], notes: list[str]
) -> tuple[T, ...]:
    """The values of both folders by slug; own files win, unless they are off."""
    values = {path.stem: reader(path) for path in files(shipped) if path.name not in _NO_AGENDAS}
    for path in files(own) if own else ():
        if path.name in _NO_AGENDAS:
            continue
        try:
            values[path.stem] = reader(path)
        except ShelfError as off:
            notes.append(f"{off} {_instead(path.stem in values)}")
    return tuple(values[slug] for slug in sorted(values))


def _tables(
    name: str, workspace: Path | None, make: Callable[[Table, str], tuple[V, ...]], notes: list[str]
) -> tuple[V, ...]:
    """What one file beside the agendas holds, with the team's own laid over it table by table."""
    shipped, own = shelf("agendas") / name, workspace and workspace / "agendas" / name
    table = read(shipped)
    if own and own.exists():
        try:
            return make(laid_over(table, read(own), label(own)), label(own))
        except ShelfError as off:
            notes.append(f"{off} {_instead(True)}")
    return make(table, label(shipped))


def _choices(shipped: Path, own: Path | None, notes: list[str]) -> Choices:
    table = read(shipped)
    if own and own.exists():
        try:
            return made_choices(laid_over_profiles(table, read(own), label(own)), label(own))
        except ShelfError as off:
            notes.append(f"{off} {_instead(True)}")
    return made_choices(table, label(shipped))


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
