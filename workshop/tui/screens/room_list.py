"""The room's list: what single keys do with the row at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.content import Content

from workshop.facilitation.deciding.merging import in_segment
from workshop.grammar import literal
from workshop.line.run_rows import as_typed, words_to_tick
from workshop.model import ids
from workshop.model.commands import Edit, Merge, Move, Place, SetAction, SetRow, Strike, StrikeRow
from workshop.model.entries import Action, Entry, Said, Value
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.exercise_rows import AtHand
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

EMPTY = "-"
"""As the value of a field: it becomes empty."""
SHORT = 24
"""Cells of an entry's words beside its id, where one is chosen."""


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
        """Done, if it is an action; a row of a checklist takes one of its words."""
        mine = self.row_at_hand(self.rows.chosen)
        if mine is not None:
            self._tick_row(mine)
        else:
            self._with_row(self._tick_off)

    def _tick_row(self, mine: AtHand) -> None:
        words, row = words_to_tick(mine.input), mine.row
        if not words:
            self.program.say("These rows are not ticked off; e changes one.", calm=False)
            return
        told = [(word, word) for word in words]
        field = mine.input.quick

        def answer(word: str) -> None:
            self._wanted(SetRow(row.input, "", row.number, (Value(field, word),)))

        self._ask(f"{mine.input.prefix} {row.number}", Choose.numbered(told), answer)

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

    def _wanted(self, command: Move | Place | Merge | Strike | StrikeRow | SetRow) -> None:
        self.post_message(Wanted(command))

    def action_row_down(self) -> None:
        """One place down among the entries."""
        self._with_row(lambda ref, _: self._beside(ref, "after", 1))

    def action_row_up(self) -> None:
        """One place up."""
        self._with_row(lambda ref, _: self._beside(ref, "before", -1))

    def _entries(self, ref: str) -> list[str]:
        """The ids of the entries beside that one, in their order; none where it is no entry."""
        meeting = self.state.running
        shown = in_segment(meeting, meeting.current.number) if meeting and meeting.current else []
        found = [ids.show("N", entry.number) for entry in shown]
        return found if ref in found else []

    def _beside(self, ref: str, side: Literal["before", "after"], step: int) -> None:
        order = self._entries(ref)
        place = order.index(ref) + step if order else 0
        if not order:
            self.program.say(f"{ref} is no entry; entries change places.", calm=False)
        elif 0 <= place < len(order):
            self._wanted(Place(ref, side, order[place]))
        else:
            self.program.say(f"{ref} is the {'first' if step < 0 else 'last'} entry here; M moves it on.")

    def action_row_merge(self) -> None:
        """Its words join another entry."""
        self._with_row(lambda ref, _: self._merge(ref))

    def _merge(self, ref: str) -> None:
        order = self._entries(ref)
        place = order.index(ref) if order else 0
        near = sorted(
            set(order) - {ref}, key=lambda other: (abs(order.index(other) - place), order.index(other))
        )
        if not near:
            self.program.say("There is no other entry here; /merge N-4 N-7 joins any two.", calm=False)
            return
        labels = [(f"{other} {self._beginning(other)}", other) for other in near]
        self._ask(f"{ref} joins", Choose.numbered(labels), lambda other: self._wanted(Merge(other, (ref,))))

    def _beginning(self, ref: str) -> str:
        found = record(self.state, ref)
        return Content(found.said.text if found else "").truncate(SHORT, ellipsis=True).plain

    def action_row_split(self) -> None:
        """Its words in the line, ready to be parted."""
        self._with_row(self._split)

    def _split(self, ref: str, found: Record) -> None:
        command = f"/split {ref} "
        self.begin(f"{command}{literal(found.said.text)}")
        self.line.move_cursor((0, len(command)))
        self.program.say("Type // where its words part; enter splits it, esc leaves it whole.")

    def action_row_edit(self) -> None:
        """Its words in the line."""
        mine = self.row_at_hand(self.rows.chosen)
        if mine is not None:
            self.begin(as_typed(mine.input, mine.row, only=mine.field))
        else:
            self._with_row(self._edit)

    def _edit(self, ref: str, found: Record) -> None:
        line = "/amend" if ref.startswith("D") else "/edit"
        self.begin(f"{line} {ref} {literal(found.said.text)}")

    def action_row_strike(self) -> None:
        """Out of the record, or out of the exercise."""
        mine = self.row_at_hand(self.rows.chosen)
        if mine is not None and mine.field:
            self._wanted(SetRow(mine.row.input, "", 0, (Value(mine.field, EMPTY),)))
        elif mine is not None:
            self._wanted(StrikeRow(mine.row.input, mine.row.number))
        else:
            self._with_row(lambda ref, _: self._wanted(Strike(ref)))

    def action_row_copy(self) -> None:
        """Its words to the clipboard."""
        mine = self.row_at_hand(self.rows.chosen)
        if mine is not None:
            self.app.copy_to_clipboard(mine.row.get(mine.field) if mine.field else mine.row.text)
            self.program.say("The words are copied.")
        else:
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
