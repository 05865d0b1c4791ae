"""The room's list: what single keys do with the row at hand."""

from __future__ import annotations

from collections.abc import Callable

from workshop.grammar import literal
from workshop.model.commands import Edit, Move, SetAction, Strike
from workshop.model.entries import Action, Entry, Said
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.records import Record, record
from workshop.tui.requests import Typed, Wanted
from workshop.tui.screens.room_line import LinePart
from workshop.tui.widgets.rows import Rows

DAYS = (
    Choice("t", "today", "today"), Choice("m", "tomorrow", "tomorrow"), Choice("f", "Friday", "fri"),
    Choice("e", "end of week", "eow"), Choice("w", "in a week", "+1w"), Choice("2", "two weeks", "+2w"),
    Choice("E", "end of month", "eom"), Choice("n", "next meeting", "next"), Choice("x", "no date", "none"),
)  # fmt: skip
KINDS = (
    Choice("a", "action", "a"), Choice("d", "decision", "d"), Choice("x", "dispute", "dispute"),
    Choice("p", "parked topic", "p"), Choice("o", "objection", "objection"), Choice("q", "question", "question"),
    Choice("n", "note", "note"),
)  # fmt: skip
STAYS = ("objection", "question", "note")
"""An entry may simply become one of these; anything else is a record of its own that names its source."""


class ListPart(LinePart):
    """Everything about the rows."""

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def _with_row(self, job: Callable[[str, Record], None]) -> None:
        """Does it with the row at hand, or says that there is none."""
        ref = self.rows.chosen
        found = record(self.state, ref)
        if found is None:
            self.program.say("There is no row at hand here; i goes to the line.", calm=False)
            return
        job(ref, found)

    def _ask(self, question: str, choices: tuple[Choice, ...], answer: Callable[[str], None]) -> None:
        def answered(value: str | None) -> None:
            if value is not None:
                answer(value)

        self.program.push_screen(Choose(question, choices), answered)

    def action_row_owner(self) -> None:
        """Who does it, or who said it."""
        self._with_row(self._owner)

    def _owner(self, ref: str, found: Record) -> None:
        meeting = self.state.running
        here = [row.person for row in meeting.here] if meeting else []
        people = here or [person.id for person in self.workspace.people]
        choices = Choose.numbered([(self.wording.name(person), person) for person in people])

        def answer(person: str) -> None:
            of_action = isinstance(found, Action)
            command = SetAction(found.number, (person,)) if of_action else Edit(ref, who=(person,))
            self.post_message(Wanted(command))

        self._ask(f"{ref}: who?", choices, answer)

    def action_row_due(self) -> None:
        """By when."""
        self._with_row(self._due)

    def _due(self, ref: str, found: Record) -> None:
        line = "/due" if isinstance(found, Action) else "/edit"
        self._ask(f"{ref}: by when?", DAYS, lambda day: self._type(f"{line} {ref} >{day}"))

    def _type(self, line: str) -> None:
        self.post_message(Typed(line))

    def action_row_tag(self) -> None:
        """A tag."""
        self._with_row(lambda ref, _: self.begin(f"/edit {ref} #"))

    def action_row_priority(self) -> None:
        """High priority."""
        self._with_row(lambda ref, _: self._type(f"/edit {ref} !"))

    def action_row_done(self) -> None:
        """Done, if it is an action."""
        self._with_row(self._tick_off)

    def _tick_off(self, ref: str, found: Record) -> None:
        if isinstance(found, Action):
            self._type(f"/done {ref}")
        else:
            self.program.say(f"{ref} is no action; c makes one of it.", calm=False)

    def action_row_convert(self) -> None:
        """Something else."""
        self._with_row(self._convert)

    def _convert(self, ref: str, found: Record) -> None:
        def answer(kind: str) -> None:
            if isinstance(found, Entry) and kind in STAYS:
                self.post_message(Wanted(Edit(ref, Said(kind, ""))))
            else:
                self._type(f"{kind}: {literal(found.said.text)} from:{ref}")

        self._ask(f"{ref} becomes", KINDS, answer)

    def action_row_move(self) -> None:
        """Under another segment."""
        self._with_row(self._move)

    def _move(self, ref: str, _found: Record) -> None:
        items = self.state.running.items if self.state.running else ()
        choices = Choose.numbered([(item.segment.title, str(item.number)) for item in items])
        self._ask(f"{ref} to", choices, lambda number: self._wanted(Move(ref, int(number))))

    def _wanted(self, command: Move | Strike) -> None:
        self.post_message(Wanted(command))

    def action_row_edit(self) -> None:
        """Its words in the line."""
        self._with_row(self._edit)

    def _edit(self, ref: str, found: Record) -> None:
        line = "/amend" if ref.startswith("D") else "/edit"
        self.begin(f"{line} {ref} {literal(found.said.text)}")

    def action_row_strike(self) -> None:
        """Out of the record."""
        self._with_row(lambda ref, _: self._wanted(Strike(ref)))

    def action_row_copy(self) -> None:
        """Its words to the clipboard."""
        self._with_row(self._copy)

    def _copy(self, ref: str, found: Record) -> None:
        self.app.copy_to_clipboard(found.said.text)
        self.program.say(f"The words of {ref} are copied.")

    def action_park(self) -> None:
        """The draft while typing, else the row at hand."""
        if self.typing:
            self.park_draft()
        else:
            self._with_row(lambda ref, found: self._type(f"p: {literal(found.said.text)} from:{ref}"))
