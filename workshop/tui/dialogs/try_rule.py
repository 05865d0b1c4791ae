"""A rule tried on a file: the threshold moves, the counts follow."""

from __future__ import annotations

from fractions import Fraction

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from workshop.line.drawing import FULL, REST
from workshop.measures.rounding import whole
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import filled, hanging
from workshop.workspace.trying import Ready, as_line

LONG = 30
"""Cells of the longest bar."""
TENTH, FIFTH = 10, 20
"""Points from one threshold that is shown to the next; the second on a low screen."""
LOW = 24
"""Lines below which a screen is low."""
STOPPED = 4
"""Criteria named that stopped a lead."""


class RuleTrial(ModalScreen[str | None]):
    """Gives back the line that keeps what was found; None for esc."""

    BINDINGS = [
        Binding("escape,q", "dismiss", show=False),
        Binding("left,h,minus", "move(-1)", show=False),
        Binding("right,l,plus", "move(1)", show=False),
        Binding("down,j,pagedown", "move(-10)", show=False),
        Binding("up,pageup", "move(10)", show=False),
        Binding("home,equals_sign", "agreed", show=False),
        Binding("k,enter", "keep", show=False),
    ]
    CSS_PATH = "try_rule.tcss"

    def __init__(self, found: Ready, threshold: int | None, glyphs: Glyphs) -> None:
        super().__init__()
        self._found, self._glyphs = found, glyphs
        self.at = whole(found.threshold) if threshold is None else threshold
        """The threshold, 0 to 100."""

    def compose(self) -> ComposeResult:
        """One sheet."""
        with Vertical(id="sheet"):
            yield Static(id="title", markup=False)
            yield Static(id="counts", markup=False)
            yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        """The threshold that was agreed."""
        self._show()

    def on_resize(self) -> None:
        """Sentences are as long as the sheet is wide."""
        self.call_after_refresh(self._show)

    def action_move(self, by: int) -> None:
        """More or fewer points."""
        self.at = max(0, min(100, self.at + by))
        self._show()

    def action_agreed(self) -> None:
        """Back to what was agreed."""
        self.at = whole(self._found.threshold)
        self._show()

    def action_keep(self) -> None:
        """The numbers as a line of the record."""
        self.dismiss(as_line(self._found, self.at))

    def _show(self) -> None:
        found, width = self._found, max(self.query_one("#sheet").size.width - 6, 20)
        version = f" version {found.version}" if found.version else ""
        self.query_one("#title", Static).update(
            Content.assemble((f"{found.exercise.title}{version}", "bold"), (f"  on {found.file}", "$quiet"))
        )
        self.query_one("#counts", Static).update(Content("\n").join([*self._counts(width), *self._each()]))
        keys = (
            ("left right", "by 1"),
            ("up down", "by 10"),
            ("=", "as agreed"),
            ("k", "keep it"),
            ("esc", "leave"),
        )
        told = [Content.assemble((key, "$shown bold"), f" {word}") for key, word in keys]
        self.query_one("#keys", Static).update(filled(told, width))

    def _counts(self, width: int) -> list[Content]:
        """What this threshold does, in a sentence, and what else stops a lead."""
        found, trial = self._found, self._found.at(self.at)
        agreed = "as agreed" if self.at == found.threshold else f"agreed: {whole(found.threshold)}"
        lines = [
            Content.assemble(
                ("Threshold  ", "$quiet"), (f"{self.at}", "$shown bold"), (f"  {agreed}", "$quiet")
            ),
            hanging(Content(""), Content.styled(trial.words(), "$ink bold"), width),
        ]
        if trial.stopped:
            told = ", ".join(f"{count} by {name}" for name, count in trial.stopped[:STOPPED])
            lines.append(hanging(Content.styled("stopped  ", "$quiet"), Content(told), width))
        for name in found.missing:
            words = f"The file has no column '{name}': it counts as not told."
            lines.append(hanging(Content(""), Content.styled(words, "$amber"), width))
        return [*lines, Content("")]

    def _each(self) -> list[Content]:
        """Every tenth threshold, or every twentieth, with its bar; the one at hand, or the nearest below it, is marked."""
        leads = max(len(self._found.verdicts), 1)
        by = FIFTH if self.app.size.height < LOW else TENTH
        return [self._bar(step, leads, here=step == self.at // by * by) for step in range(0, 101, by)]

    def _bar(self, step: int, leads: int, *, here: bool) -> Content:
        trial = self._found.at(step)
        full = whole(Fraction(trial.passed * LONG, leads))
        missed = f"  {trial.won_missed} won missed" if trial.won is not None else ""
        sign = f"{self._glyphs.here} " if here else "  "
        return Content.assemble(
            (sign, "$shown bold"), (f"{step:>3}  ", "$ink bold" if here else "$quiet"), (FULL * full, "$shown"),
            (REST * (LONG - full), "$quiet"), f"  {trial.passed}", (missed, "$quiet"),
        )  # fmt: skip
