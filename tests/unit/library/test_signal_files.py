"""signals.toml, shipped and laid over."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.library import load
from workshop.model.signals import Watch


def own(folder: Path, text: str) -> Path:
    (folder / "agendas").mkdir()
    (folder / "agendas" / "signals.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_signals_name_agendas_and_a_whole_year() -> None:
    library = load()
    slugs = {agenda.slug for agenda in library.agendas}
    assert {signal.agenda for signal in library.prompting.signals} <= slugs
    assert len(library.prompting.rotation.months) == 12


def test_the_numbers_that_shipped_signals_watch_are_on_the_shelf() -> None:
    library = load()
    triggers = [signal.trigger for signal in library.prompting.signals]
    watched = {one.metric for one in triggers if isinstance(one, Watch) and one.metric}
    assert watched == {"lead acceptance", "lead->opportunity", "unused share"}
    assert all(library.metric(name) for name in watched)
    for slug, _, name in (
        one.figure.partition(".") for one in triggers if isinstance(one, Watch) and one.figure
    ):
        exercise = library.exercise(slug)
        assert exercise is not None
        assert name in [figure.name for figure in exercise.figures]


def test_a_signal_of_the_same_name_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    shipped = load().prompting.signals
    text = '[signals.self-made]\nbecause = "one is enough"\ntable = "shadows"\nagenda = "sync-30"\n'
    signals = load(own(tmp_path, text)).prompting.signals
    assert len(signals) == len(shipped)
    mine = next(signal for signal in signals if signal.trigger.name == "self-made")
    assert (mine.agenda, mine.trigger.because) == ("sync-30", "one is enough")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("[signal]\n", "'signal' is none of signals, rotation; did you mean signals?"),
        ('[signals.x]\nbecause = "y"\ntable = "runs"\n', "signals.x: the key agenda is missing."),
        (
            '[signals.x]\nbecause = "y"\ntable = "runs"\nagenda = "sync-30"\ndate = "on"\n',
            "signals.x: date and one of within_days, in_last_days, past_days belong together.",
        ),
        (
            '[signals.x]\nbecause = "y"\nmetric = "win rate"\nagenda = "sync-30"\n',
            "signals.x: metric or figure, and one of below, above, fallen_by belong together.",
        ),
        (
            '[signals.x]\nbecause = "y"\nmetric = "win rate"\nagenda = "sync-30"\nbelow = "half"\n',
            "signals.x.below: 'half' is no number.",
        ),
        (
            '[signals.x]\nbecause = "y"\nfigure = "unused"\nagenda = "sync-30"\nabove = "50 %"\n',
            "signals.x.figure: expected a figure of an exercise with above or below, got 'unused'.",
        ),
        ('[rotation]\nmonths = ["saboteur"]\n', "rotation.months: expected twelve exercises, got 1."),
    ],
)
def test_a_file_that_is_off_is_named_and_the_shipped_one_is_used(
    tmp_path: Path, text: str, note: str
) -> None:
    library = load(own(tmp_path, text))
    assert any(note in told for told in library.notes), library.notes
    assert library.prompting == load().prompting
