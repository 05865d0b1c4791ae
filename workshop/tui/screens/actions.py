"""Actions: who does what by when, over all meetings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.content import Content
from textual.widgets import OptionList

from workshop.model.commands import Command, SetAction, SetStatus
from workshop.model.state import State
from workshop.tui.dialogs.choose import Choice, Choose
from workshop.tui.dialogs.reading import Reading, room_of
from workshop.tui.keys import bindings
from workshop.tui.records import in_full, record
from workshop.tui.screens.listing import Listing
from workshop.tui.screens.room_list import DAYS
from workshop.tui.widgets.actions_table import Document, Filter, Table, chosen, history, is_overdue
from workshop.tui.widgets.answer_line import Draft
from workshop.tui.widgets.rows import Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.rows import rows

TEAMS = (
    Choice("s", "sales", "sales"), Choice("m", "marketing", "marketing"), Choice("g", "guests", "guest"),
    Choice("f", "facilitator", "facilitator"), Choice("p", "sponsor", "sponsor"),
)  # fmt: skip


class ActionsScreen(Listing):
    """One list, filters by key, and the history of the one at hand."""

    where = "actions"
    CSS_PATH = "actions.tcss"
    BINDINGS = bindings("actions")
    _documents: tuple[Document, ...] | None = None
    """None until they are read."""
    _read: State | None = None
    _filter = Filter()
    _wanted = ""
    """An action that shall be in hand once the list is read."""
    _last_person = ""
    _finding = False
    """What is typed are words to look for."""

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """What is done with an action, then the filters."""
        if typing:
            return ("leave",)
        everybody = () if self._filter == Filter() else ("action-clear",)
        if self._row() is None:
            return (*everybody, "action-new", "action-all", "action-find", "leave")
        return (
            "action-done", "action-due", "action-owner", "action-block", *everybody, "action-new", "action-find",
            "action-team", "action-overdue", "action-mine", "action-source", "action-all", "action-show", "undo",
        )  # fmt: skip

    def aim(self, target: str) -> None:
        """One action, or what one person does."""
        if target.startswith("P-"):
            self._put(Filter(person=self.wording.name(target)))
        elif target.startswith("A-"):
            self._wanted = target
            self._put(Filter(everything=True))

    # The list ------------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """Old actions lie in the register, which is read where files are read."""
        if state is not self._read:
            self._read = state
            self.run_worker(self._load(), name="actions", exclusive=True, group="actions")
        self._list()

    async def _load(self) -> None:
        self._documents = tuple(await self.program.work(lambda: rows(self.workspace, "actions")))
        self._list()
        self.show_offers()

    def _list(self) -> None:
        title, wish = self.query_one(Title), self._filter
        title.left = Content.assemble(("Actions", "bold"), (f"  {wish.title()}", "$quiet"))
        if self._documents is None:
            self.put([], Content(f"Reading {self.glyphs.more}"))
            return
        today = self.workspace.house().today
        teams = {person.name: person.team for person in self.workspace.people}
        found = chosen(self._documents, wish, teams, today)
        table = Table(self.glyphs, today, self.wording)
        listed = table.rows(found, self._sources(found) if wish.by_source else None)
        self.put(list(listed), self._nothing(), self._wanted)
        self._wanted = "" if any(row.id == self._wanted for row in listed) else self._wanted
        late = sum(1 for row in found if is_overdue(row, today))
        told = (
            Content.styled(f"{late} overdue", "$red bold")
            if late
            else Content.styled("nothing overdue", "$green")
        )
        title.right = Content.assemble((f"{len(found)} listed  ", "$quiet"), told)
        self.show_one()

    def _nothing(self) -> Content:
        """No action, and which key leads on."""
        if self._filter == Filter():
            told, id_, way = "No action is open.", "action-new", "types a new one."
        else:
            told, id_, way = "No action fits.", "action-clear", "shows every open one."
        return Content.assemble(f"{told} ", (self.program.keys.shown(id_), "$shown bold"), f" {way}")

    def _sources(self, found: tuple[Document, ...]) -> dict[str, str]:
        told = {row["source"]: record(self.state, row["source"]) for row in found if row["source"]}
        return {ref: one.said.text for ref, one in told.items() if one is not None}

    def show_one(self) -> None:
        """Its history beside the list, or the action in a few lines below it."""
        row = self._row()
        width = self.query_one("#side").scrollable_content_region.width
        nothing = Content("")
        self.tell(history(row, self.wording, width) if row else nothing, self._short(row) if row else nothing)

    def _short(self, row: Document) -> Content:
        action = self.state.action(_number(row))
        told = in_full(action, self.wording) if action else f"{row['id']} {row['text']}"
        last = row["history"][-1]["remark"] if row["history"] else None
        return Content.assemble((told, "$ink"), (f"\n{last}" if last else "", "$quiet"))

    def _row(self) -> Document | None:
        at_hand = self.query_one(Rows).chosen
        return next((row for row in self._documents or () if row["id"] == at_hand), None)

    # One action ----------------------------------------------------------------------------------

    def _with_row(self, job: Callable[[Document], None]) -> None:
        row = self._row()
        if row is None:
            self.program.say("There is no action at hand here.", calm=False)
        else:
            job(row)

    def _wish(self, command: Command) -> None:
        self.run_worker(self.program.perform(command), name="action")

    def on_option_list_option_selected(self, chosen_: OptionList.OptionSelected) -> None:
        """Enter."""
        chosen_.stop()
        self.action_action_show()

    def action_action_show(self) -> None:
        """Its history."""
        self._with_row(self._history)

    def _history(self, row: Document) -> None:
        self.program.push_screen(Reading(row["id"], history(row, self.wording, room_of(self.size.width))))

    def action_action_done(self) -> None:
        """Done, or open again."""
        self._with_row(
            lambda row: self._wish(
                SetStatus(_number(row), "done" if row["status"] in ("open", "blocked") else "open")
            )
        )

    def action_action_due(self) -> None:
        """By when."""
        self._with_row(self._due)

    def _due(self, row: Document) -> None:
        def answer(day: str) -> None:
            if day == "type":
                self.propose(Draft(f"/due {row['id']} >"))
            else:
                self.run_worker(self.program.feed(f"/due {row['id']} >{day}"), name="due")

        self._ask(f"{row['id']}: by when?", (*DAYS, Choice("i", "another", "type")), answer)

    def action_action_owner(self) -> None:
        """Who does it."""
        self._with_row(self._owner)

    def _owner(self, row: Document) -> None:
        people = Choose.numbered([(person.name, person.id) for person in self.workspace.people])
        self._ask(f"{row['id']}: who?", people, lambda who: self._wish(SetAction(_number(row), (who,))))

    def action_action_block(self) -> None:
        """What it waits for."""
        self._with_row(lambda row: self.propose(Draft(f"/block {row['id']} // ")))

    def action_action_drop(self) -> None:
        """Let it go."""
        self._with_row(lambda row: self.propose(Draft(f"/drop {row['id']} // ")))

    def action_action_new(self) -> None:
        """A new one."""
        self.propose(Draft("a: "))

    def action_action_copy(self) -> None:
        """Its words to the clipboard."""
        self._with_row(self._copy)

    def _copy(self, row: Document) -> None:
        self.app.copy_to_clipboard(row["text"])
        self.program.say(f"The words of {row['id']} are copied.")

    # Filters -------------------------------------------------------------------------------------

    def _put(self, wish: Filter) -> None:
        self._filter = wish
        self._list()
        self.show_offers()

    def _ask(self, question: str, choices: tuple[Choice, ...], answer: Callable[[str], Any]) -> None:
        def answered(value: str | None) -> None:
            if value is not None:
                answer(value)

        self.program.push_screen(Choose(question, choices), answered)

    def action_action_mine(self) -> None:
        """One person's; again, and it is everybody's."""
        if self._filter.person:
            self._put(replace(self._filter, person=""))
            return
        names = [person.name for person in self.workspace.people]
        names.sort(key=lambda name: name != self._last_person)  # whoever was chosen before stands first
        self._ask("Whose?", Choose.numbered([(name, name) for name in names]), self._of)

    def _of(self, name: str) -> None:
        self._last_person = name
        self._put(replace(self._filter, person=name))

    def action_action_team(self) -> None:
        """One team's; again, and it is everybody's."""
        if self._filter.team:
            self._put(replace(self._filter, team=""))
            return
        self._ask("Which team?", TEAMS, lambda team: self._put(replace(self._filter, team=team)))

    def action_action_overdue(self) -> None:
        """What is overdue."""
        self._put(replace(self._filter, overdue=not self._filter.overdue))

    def action_action_source(self) -> None:
        """Under what they came from."""
        self._put(replace(self._filter, by_source=not self._filter.by_source))

    def action_action_all(self) -> None:
        """Done and dropped ones too."""
        self._put(replace(self._filter, everything=not self._filter.everything))

    def action_action_clear(self) -> None:
        """Every open one."""
        self._put(Filter())

    def action_action_find(self) -> None:
        """Words to look for."""
        self._finding = True
        self.propose(Draft(self._filter.words))

    def read_line(self) -> None:
        """Words to look for are no line of the record."""
        if self._finding:
            self.line.ways = ()
            self.hints.record("Words, owner or tags; enter shows what holds them.")
        else:
            super().read_line()

    def enter(self, text: str) -> None:
        """Looks for the words, or does the line."""
        if not self._finding:
            super().enter(text)
            return
        self.line.empty()
        self.rest()
        self._put(replace(self._filter, words=text.strip()))

    def rest(self) -> None:
        """Back to the list."""
        if self._finding:
            self.line.empty()
            self._finding = False
        super().rest()

    def action_action_back(self) -> None:
        """Back."""
        self.leave()


def _number(row: Document) -> int:
    return int(row["id"].partition("-")[2])
