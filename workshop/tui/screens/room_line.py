"""The room's line: what is typed is read while it is typed, shown as chips, and stored on enter."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from workshop.errors import WorkshopError
from workshop.grammar import Context, looks_like_answers, parse, split_prefix
from workshop.line.answering import begun_chips, given_chips
from workshop.line.chips import chips
from workshop.line.completing import completions
from workshop.line.context import context, plain_kind
from workshop.model.asks import Ask, Quit, TryRule, only_shows
from workshop.model.commands import Command, GiveAnswers
from workshop.model.state import State
from workshop.tui.dialogs.reading import Reading
from workshop.tui.drafts import in_confidence, keep_draft, read_draft
from workshop.tui.in_turn import hand_over
from workshop.tui.screens.room_cards import CardPart
from workshop.tui.widgets.entry_line import EntryLine
from workshop.tui.widgets.hints import Hints

PAUSE = 0.8
"""Seconds without a key after which a slip is named."""
READ = 0.01
"""Seconds from a letter to the reading of the line: the thread that draws it gets its turn first."""
KEEP = 0.4
"""Seconds after which the draft is kept."""


class LinePart(CardPart):
    """Everything about the line."""

    _read_against: tuple[State, str, Context] | None = None
    _slip: Timer | None = None
    _keeping: Timer | None = None
    unread = False
    """Whether something was typed since the line was read."""
    _shelved = ""
    """A draft that waits while a record is edited."""
    _begun = ""
    """What a key put into the line."""

    @property
    def line(self) -> EntryLine:
        """The line."""
        return self.query_one(EntryLine)

    @property
    def hints(self) -> Hints:
        """What is shown under it."""
        return self.query_one(Hints)

    # Reading -------------------------------------------------------------------------------------

    def context(self) -> Context:
        """What a line is read against; made anew when the state or the card changes."""
        known = self._read_against
        if known is None or known[0] is not self.state or known[1] != self.plain:
            known = (self.state, self.plain, replace(context(self.workspace), card=self.plain))
            self._read_against = known
        return known[2]

    @property
    def _tags(self) -> tuple[str, ...]:
        told = (tag for m in self.state.meetings for e in reversed(m.entries) for tag in e.said.tags)
        return tuple(dict.fromkeys(told))

    def on_text_area_changed(self, changed: TextArea.Changed) -> None:
        """The letter is painted first; then the line is read, once for many fast keys, and the draft kept."""
        if not self.unread:
            self.unread = True
            self.set_timer(READ, self._read_typed)

    def _read_typed(self) -> None:
        if self.unread and self.program.stocked:
            self.read_line()
        self.unread = False
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP, self._keep)

    def read_line(self) -> None:
        """Chips for what is understood, ways to go on for a word begun, a slip only after a pause."""
        if self._slip is not None:
            self._slip.stop()
        lines = [line for line in self.line.text.split("\n") if line.strip()]
        self.show_kind(lines[0] if lines else "")
        if not lines:
            self.line.ways = self.groups_to_type()
            self._show_empty()
            return
        ways = completions(self.line.before_cursor, self.context(), self._tags)
        self.line.ways = ways
        try:
            told = [self._chips(self.as_meant(line, self.context())) for line in lines]
        except WorkshopError as slip:
            so_far = begun_chips(self.as_meant(lines[-1], self.context()), self.context())
            if so_far:
                self.hints.chips(so_far)
                return
            if ways:
                self.hints.choices(ways)
            sentence = str(slip)
            self._slip = self.set_timer(PAUSE, lambda: None if ways else self.hints.sentence(sentence))
            return
        if len(told) > 1:
            self.hints.chips((f"{len(told)} lines", *dict.fromkeys(parts[0] for parts in told if parts)))
        elif ways and self.line.before_cursor[-1:] != " " and self._marked():
            self.hints.choices(ways)
        else:
            self.hints.chips((*told[0], *(f"tab {way.label}" for way in ways[:1])))

    def _chips(self, line: str) -> tuple[str, ...]:
        asked = parse(line, self.context())
        if self.is_begun(line, self.context()):
            return (self.group, "option=dots")
        if isinstance(asked, GiveAnswers):
            return given_chips(line, asked, self.context())
        return chips(asked, self.wording, line)

    def _show_empty(self) -> None:
        """Nothing is typed: what the card asks for, or whose answers come next."""
        ways = self.groups_to_type()
        if self.group:
            self.hints.chips((f"{self.group}: type the values", *(f"tab {way.label}" for way in ways)))
        elif self.state.running and not self.state.running.attendance:
            self.hints.chips(("who is here?", "/here all", "/here NAME, NAME"))
        else:
            self.hints.kinds(self.kinds_here)

    def _marked(self) -> bool:
        return self.line.before_cursor.split(" ")[-1][:1] in ("@", "#", "/")

    def show_kind(self, line: str) -> None:
        """What the line is going to be, in front of it."""
        kind, _ = split_prefix(line, self.context())
        alone = not line or self.is_begun(line, self.context())
        usual = self.group if alone else ""
        usual = usual or self.row_word(self.context()) or self.plain
        name = "command" if line.startswith("/") else kind.name if kind else usual
        label = self.wording.kind(name)
        shown = Content.assemble((label.label.lower() if label else name, "$shown"), f" {self.glyphs.here} ")
        kind_of_line = self.query_one("#kind", Static)
        if str(kind_of_line.content) != str(shown):
            kind_of_line.update(shown)

    # Storing -------------------------------------------------------------------------------------

    def enter(self, text: str) -> None:
        """Reads all lines first; what cannot be read stays in the line."""
        self.unread = False  # it is read here; what is said of it is not to be talked over
        lines = [self._whole(line) for line in text.split("\n") if line.strip()]
        try:
            asked = [parse(line, self.context()) for line in lines]
        except WorkshopError as slip:
            self.hints.sentence(str(slip))
            self.program.say("")  # what is off stands under the line
            return
        if not lines:
            return
        if isinstance(asked[0], Quit):
            self.program.exit()
            return
        if isinstance(asked[0], TryRule):
            self.line.remember(lines)
            self.line.empty()
            self.run_worker(self.try_rule(asked[0]), name="try")
            return
        shows = only_shows(asked[0])
        self.line.remember([line for line in text.split("\n") if not self._confided(line)])
        self.line.empty()
        self.run_worker(self._store(lines, asked, shows=shows), name="store")

    def _confided(self, text: str) -> bool:
        """Whether it holds answers, which neither a draft nor the memory of the line may keep."""
        lines = text.split("\n")
        return in_confidence(text) or any(
            looks_like_answers(self.as_meant(line, self.context()), self.context()) for line in lines
        )

    def _whole(self, line: str) -> str:
        """The line as the line mode has to read it: with the kind of the card, and never as a comment."""
        kind, _ = split_prefix(line, self.context())
        meeting = self.state.running
        meant = self.as_meant(line, self.context())
        if meant != line:
            return meant
        usual = plain_kind(self.workspace, meeting.current if meeting else None)
        if kind is None and not line.startswith("/") and self.plain != usual:
            return f"{self.plain}: {line}"
        return f"\\{line}" if line.startswith("# ") else line

    async def _store(
        self, lines: Sequence[str], asked: Sequence[Command | Ask] = (), *, shows: bool = False
    ) -> None:
        """One line after the other; from the first that is refused on, they come back into the line."""
        for place, line in enumerate(lines):
            outcome = await self.program.feed(line)
            if not outcome.done:
                self._put_back("\n".join(lines[place:]))
                return
            if asked:
                self.came_in(asked[place])
            if shows:
                self.program.say("")
                self.program.push_screen(Reading(line, Content("\n".join(outcome.said))))
        if self._shelved and not self.line.text:
            self.line.write(self._shelved)
            self._shelved = ""
        self._keep()

    def _put_back(self, text: str) -> None:
        if self.line.text.strip():
            self.line.remember([text])
        else:
            self.line.write(text)

    def _keep(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        if self.program.desk.reading_along:
            return  # the draft on the disk is that of whoever steers
        if not self.program.stocked:  # only with the shelves is it known which lines are answers
            self._keeping = self.set_timer(KEEP, self._keep)
            return
        text, directory = self.line.text, self.workspace.directory
        text = "" if self._confided(text) else text
        self.program.desk.run(lambda: keep_draft(directory, text))

    async def take_up_draft(self) -> None:
        """What was left in the line the last time, once it is known that nobody else is typing it."""
        await asyncio.wrap_future(self.program.desk.refresh())
        if self.program.desk.reading_along:
            return
        draft = read_draft(self.workspace.directory)
        if draft and not self.line.text:
            self.line.write(draft)

    def begin(self, text: str) -> None:
        """Puts a beginning into the line; a draft that stood there comes back afterwards."""
        if self.line.text.strip() and not self.line.text.startswith(("/edit ", "/split ")):
            self._shelved = self.line.text
        self._begun = text
        self.line.write(text)
        hand_over(self.line)

    def let_go(self) -> None:
        """What a key put into the line and nobody touched leaves it; a draft that waited comes back."""
        if self._begun and self.line.text == self._begun:
            self.line.write(self._shelved)
            self._shelved = ""
        self._begun = ""

    # Keys ----------------------------------------------------------------------------------------

    def action_type(self) -> None:
        """To the line."""
        hand_over(self.line)

    def _become(self, name: str, prefix: str) -> None:
        """The draft as that kind; once more, and it is plain again."""
        kind, rest = split_prefix(self.line.text, self.context())
        if self.line.text.startswith("/"):
            self.begin(prefix)
            return
        self.line.write(rest if kind is not None and kind.name == name else f"{prefix}{rest}")
        hand_over(self.line)

    def action_kind_action(self) -> None:
        """Action."""
        self._become("action", "a: ")

    def action_kind_decision(self) -> None:
        """Decision."""
        self._become("decision", "d: ")

    def action_kind_objection(self) -> None:
        """Objection."""
        self._become("objection", "o: ")

    def action_kind_note(self) -> None:
        """Note."""
        self._become("note", "n: ")

    def action_kind_question(self) -> None:
        """Question."""
        self._become("question", "q: ")

    def action_kind_parked(self) -> None:
        """A topic to be parked."""
        self._become("parking", "p: ")

    def action_kind_private(self) -> None:
        """A note for yourself."""
        self._become("private", "; ")

    def action_command(self) -> None:
        """A slash command."""
        self.begin("/")

    def park_draft(self) -> None:
        """Stores the draft as a parked topic."""
        _, rest = split_prefix(self.line.text, self.context())
        if not rest.strip() or rest.startswith("/"):
            self.program.say("Type the topic first; F7 parks it.", calm=False)
            return
        self.line.remember([self.line.text])
        self.line.empty()
        self.run_worker(self._store([f"p: {rest}"]), name="store")

    def action_editor(self) -> None:
        """The draft in the editor that the system names."""
        command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        if shutil.which(command[0]) is None:
            self.program.say(f"There is no editor {command[0]}; $EDITOR names another one.", calm=False)
            return
        with tempfile.NamedTemporaryFile("w+", suffix=".txt", encoding="utf-8") as file:
            file.write(self.line.text)
            file.flush()
            with self.app.suspend():
                subprocess.run([*command, file.name], check=False)  # noqa: S603 - the person's own editor
            self.line.write(Path(file.name).read_text(encoding="utf-8").strip("\n"))
        hand_over(self.line)
