"""From nothing to a planned meeting on one sheet: firm, zone, people pasted one a line, when, an agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static, TextArea

from workshop.model.agenda import Agenda
from workshop.model.teams import GROUPS, Person, group_of
from workshop.settings import Settings
from workshop.tui.widgets.home_line import OneLine
from workshop.tui.widgets.home_today import columns
from workshop.tui.widgets.rows import Row, Rows

SHOWN = 3
"""Refused lines whose reason is told at once; the next ones follow when these are mended."""


class Field(OneLine):
    """One value of the sheet. Several lines pasted here are people who missed their box: it says so."""

    @dataclass
    class Several(Message):
        """Lines that are no value."""

        text: str

    async def _on_paste(self, event: events.Paste) -> None:
        lines = event.text.strip().splitlines()
        if len(lines) < 2:
            await super()._on_paste(event)
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Several("\n".join(lines)))


class Beginning(Vertical):
    """The sheet; it asks for things to be stored and is told what became of them."""

    @dataclass
    class NameFirm(Message):
        """Store name and zone."""

        name: str
        zone: str

    @dataclass
    class AddPeople(Message):
        """Store these lines; those that are refused come back by `refused`."""

        text: str

    @dataclass
    class PlanFrom(Message):
        """Plan a meeting from this agenda."""

        slug: str
        when: str

    def __init__(self) -> None:
        super().__init__(id="beginning")
        self._proposed = ""
        self._filled: dict[str, str] = {}
        """By field, what the settings put there."""

    def compose(self) -> ComposeResult:
        """Fields in the order in which they are filled."""
        yield Static(id="lead")
        with Horizontal(classes="field"):
            yield Static("Firm", classes="label")
            yield Field(id="firm")
            yield Static("Zone", classes="label short")
            yield Field(id="zone")
        yield Static(id="known")
        yield TextArea(
            id="people", soft_wrap=False, compact=True, highlight_cursor_line=False,
            placeholder="Ana Ruiz; sales; Head of sales\nCleo Fox; marketing; Campaigns\n\nteams: sales, marketing, guest, facilitator, sponsor",
        )  # fmt: skip
        yield Static(id="reasons")
        with Horizontal(classes="field"):
            yield Static("When", classes="label")
            yield Field(id="when", placeholder="now; or fri 09:00; or 2026-03-03 09:00 end=10:30")
        yield Static(
            Content.assemble(("Agenda  ", "bold"), ("tab comes here, enter takes it", "$quiet")), id="choose"
        )
        yield Rows(id="shelf")

    def on_mount(self) -> None:
        """Nothing blinks."""
        self.query_one("#people", TextArea).cursor_blink = False

    # Told by the screen --------------------------------------------------------------------------

    def show(
        self, settings: Settings, people: Sequence[Person], agendas: Sequence[Agenda], hidden: str = ""
    ) -> None:
        """What is known so far; `hidden`: which agendas are not offered, told behind the others."""
        # Where people are known their box leaves its place to the agendas.
        self.set_class(bool(people) and not self.text.strip(), "-known")
        for field, value in (("#firm", settings.name), ("#zone", settings.zone)):
            line = self.query_one(field, OneLine)
            if line.text == self._filled.get(field, ""):  # what somebody typed there stays
                line.write(value)
                self._filled[field] = value
        self.query_one("#lead", Static).update(
            Content.assemble(
                ("A meeting in a minute", "bold"),
                ("  tab goes on; what is left empty has a default", "$quiet"),
            )
        )
        self.query_one("#known", Static).update(_known(people))
        shelf = self.query_one("#shelf", Rows)
        width = max((shelf.size.width or 76) - 4, 30)
        left_out = [Row("", Content.styled(line, "$quiet")) for line in wrap(hidden, width)]
        shelf.put(
            [*(Row(agenda.slug, _agenda(agenda, width)) for agenda in agendas), *left_out],
            choose=self._proposed,
        )
        if self._proposed:
            self.call_after_refresh(shelf.scroll_to_highlight, top=True)
        self._proposed = ""

    def propose(self, slug: str, when: str) -> None:
        """The agenda and the time that were agreed."""
        line = self.query_one("#when", OneLine)
        if when and not line.text.strip():
            line.write(when)
        self._proposed = slug

    def refused(self, text: str, lines: Sequence[tuple[str, str]]) -> None:
        """Each refused line of `text` stays with its reason; what was typed meanwhile stays too."""
        box = self.query_one("#people", TextArea)
        if box.text == text:
            box.load_text("\n".join(line for line, _ in lines))
        parts = [
            Content.assemble((line.split(";")[0].strip(), "bold"), (f"  {why}", "$amber"))
            for line, why in lines[:SHOWN]
        ]
        if len(lines) > SHOWN:
            parts.append(Content.styled(f"and {len(lines) - SHOWN} more", "$quiet"))
        self.query_one("#reasons", Static).update(Content("\n").join(parts))
        self.set_class(bool(lines), "-refused")

    @property
    def text(self) -> str:
        """The people still in the box."""
        return self.query_one("#people", TextArea).text

    @property
    def firm(self) -> tuple[str, str]:
        """Name and zone as they stand in the fields."""
        return self.query_one("#firm", OneLine).text.strip(), self.query_one("#zone", OneLine).text.strip()

    # Asked of the screen -------------------------------------------------------------------------

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Whoever leaves a field has it stored."""
        if event.widget.id in ("firm", "zone"):
            self.post_message(self.NameFirm(*self.firm))
        elif event.widget.id == "people" and self.text.strip():
            self.post_message(self.AddPeople(self.text))

    def on_one_line_entered(self, event: OneLine.Entered) -> None:
        """Enter goes on, as tab does."""
        event.stop()
        self.screen.focus_next()

    def on_field_several(self, event: Field.Several) -> None:
        """They go where people are typed, behind those who stand there."""
        event.stop()
        box = self.query_one("#people", TextArea)
        before = box.text.rstrip("\n")
        self.remove_class("-known")
        box.load_text(f"{before}\n{event.text}" if before else event.text)
        box.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An agenda was chosen."""
        event.stop()
        slug = self.query_one("#shelf", Rows).chosen
        self.post_message(self.PlanFrom(slug, self.query_one("#when", OneLine).text.strip()))


def _known(people: Sequence[Person]) -> Content:
    counts = Counter(group_of(person.team) for person in people)
    told = ", ".join(f"{counts[group]} {group}" for group in GROUPS if counts[group])
    hint = ("  one a line: Name; team; role", "$quiet")
    if not people:
        return Content.assemble(("People", "bold"), hint)
    names = ", ".join(person.name for person in people)
    return Content.assemble((f"People  {told}", "bold"), (f"  {names}", "$quiet"))


def _agenda(agenda: Agenda, width: int) -> Content:
    return columns(
        "", f"{agenda.title}: {agenda.purpose}", Content.styled(f"{agenda.minutes} min", "$quiet"), width
    )
