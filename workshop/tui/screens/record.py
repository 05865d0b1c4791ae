"""Record: what did we say? Every list of the workspace, the minutes, and a search over everything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.errors import WorkshopError
from workshop.model.state import State
from workshop.tui.dialogs.reading import Reading, room_of
from workshop.tui.keys import bindings
from workshop.tui.records import in_full as in_one_line
from workshop.tui.records import row_of
from workshop.tui.screens.listing import Listing
from workshop.tui.viewer import open_file
from workshop.tui.widgets.answer_line import Draft
from workshop.tui.widgets.close_page_one import page_one
from workshop.tui.widgets.hanging import filled
from workshop.tui.widgets.record_exercises import came_to, exercise_rows
from workshop.tui.widgets.record_table import LISTS, Document, Shelf, in_full, in_short
from workshop.tui.widgets.rows import Rows
from workshop.tui.widgets.title import Title
from workshop.workspace.issuing import FOLDER
from workshop.workspace.rows import rows
from workshop.workspace.searching import Hit, search

COPIED = 10_000
"""Cells of a line that is copied: none is broken."""
WIDE = 88
"""Cells of a record in full, before the screen is laid out."""
TABLES = {"M": "meetings", "D": "decisions", "X": "disputes"}


class RecordScreen(Listing):
    """Lists by arrow, one record in full beside or below, `/` searches."""

    where = "record"
    CSS_PATH = "record.tcss"
    BINDINGS = bindings("record")
    _shelf = Shelf({})
    _reading = True
    """Until the shelf was read for the first time."""
    _read: State | None = None
    _list = "meetings"
    _hits: tuple[Hit, ...] | None = None
    """What the last search found; None while lists are shown."""
    _words = ""
    _wanted = ""

    def body(self) -> ComposeResult:
        """The names of the lists above the list."""
        yield Static(id="lists", markup=False)
        yield from super().body()

    def offers(self, *, typing: bool) -> tuple[str, ...]:
        """Reading and searching."""
        if typing:
            return ("leave",)
        if not self.query_one(Rows).chosen:
            return ("record-find", "record-next", "record-before", "leave")
        papers = ("record-open",) if self._list in ("meetings", "minutes") and self._hits is None else ()
        return ("record-show", "record-find", "record-next", "record-before", *papers, "record-copy", "leave")

    def aim(self, target: str) -> None:
        """A meeting, a decision or a dispute; anything else is searched for."""
        table = TABLES.get(target[:1])
        if table:
            self._wanted = target
            self._turn(table)
        else:
            words = self.wording.name(target) if target.startswith("P-") else target
            self._search(words)

    def leave(self) -> None:
        """From what was found back to the lists."""
        if self._hits is not None and not self.typing:
            self._turn(self._list)
        else:
            super().leave()

    # Lists ---------------------------------------------------------------------------------------

    def show(self, state: State) -> None:
        """Old records lie in the register, which is read where files are read."""
        if state is not self._read:
            self._read = state
            self.run_worker(self._load(), name="record", exclusive=True, group="record")
        self._put()

    async def _load(self) -> None:
        self._shelf = await self.program.work(self._files)
        self._reading = False
        self._put()
        self.show_offers()

    def _files(self) -> Shelf:
        folder = self.workspace.directory / FOLDER
        papers = sorted(folder.glob("M-*"), reverse=True) if folder.exists() else []
        tables = [name for name in LISTS if name not in ("minutes", "exercises")]
        listed: dict[str, Sequence[Document]] = {name: rows(self.workspace, name) for name in tables}
        listed["exercises"] = tuple(exercise_rows(self.workspace))
        return Shelf(listed, tuple(papers))

    def _turn(self, name: str) -> None:
        self._list, self._hits = name, None
        self._put()
        self.show_offers()

    def _put(self) -> None:
        self.query_one("#lists", Static).update(self._names())
        title = self.query_one(Title)
        title.left = Content.styled("Record", "bold")
        if self._reading:
            self.put([], Content(f"Reading {self.glyphs.more}"))
            return
        if self._hits is not None:
            count = len(self._hits)
            title.right = Content.styled(f"{count} found", "$shown bold")
            listed = [row_of(hit.record, self.wording) for hit in self._hits]
            nothing = "Nothing that was ever recorded holds these words."
        else:
            title.right = Content.styled(self._shelf.counted(self._list), "$quiet")
            listed = list(self._shelf.rows(self._list, self.wording))
            nothing = f"No {self._list} yet."
        self.put(listed, Content(nothing), self._wanted)
        self._wanted = "" if any(row.id == self._wanted for row in listed) else self._wanted
        self.show_one()

    def _names(self) -> Content:
        """What is searched for, or every list by its name, the one at hand marked."""
        if self._hits is None:
            names, width = [self._tab(name) for name in LISTS], self.size.width - 2
            lines = (Content(gap).join(names) for gap in ("  ", " "))
            return next((line for line in lines if line.cell_length <= width), filled(names, width))
        back = ("   esc goes back to the lists", "$quiet")
        return Content.assemble(("Search  ", "$shown bold"), self._words, back)

    def _tab(self, name: str) -> Content:
        here = name == self._list
        return Content.styled(name.capitalize(), "$shown bold underline" if here else "$quiet")

    def _step(self, by: int) -> None:
        self._turn(LISTS[(LISTS.index(self._list) + by) % len(LISTS)])

    def action_record_next(self) -> None:
        """The next list."""
        self._step(1)

    def action_record_before(self) -> None:
        """The list before."""
        self._step(-1)

    # One record ----------------------------------------------------------------------------------

    def show_one(self) -> None:
        """It in full beside the list, its beginning below it."""
        told = self._told(self.query_one("#side").scrollable_content_region.width or WIDE)
        row = self._shelf.document(self._list, self.query_one(Rows).chosen) if self._hits is None else None
        self.tell(told, in_short(row, self.wording, self.glyphs.dot) if row else told)

    def _told(self, width: int) -> Content:
        ref = self.query_one(Rows).chosen
        if self._hits is not None:
            found = next((hit for hit in self._hits if hit.ref == ref), None)
            return self._hit(found) if found else Content("")
        row = self._shelf.document(self._list, ref)
        return in_full(row, self.wording, width) if row else Content(ref)

    def _hit(self, hit: Hit) -> Content:
        made_in = f"M-{hit.record.meeting}" if hit.record.meeting else "between meetings"
        lines = [Content(in_one_line(hit.record, self.wording))]
        lines += [Content(hit.record.said.detail)] if hit.record.said.detail else []
        return Content("\n").join([*lines, Content.styled(made_in, "$quiet")])

    def on_option_list_option_selected(self, chosen: OptionList.OptionSelected) -> None:
        """Enter."""
        chosen.stop()
        self.action_record_show()

    def action_record_show(self) -> None:
        """A meeting with its first page, a file in the viewer, anything else in full."""
        ref = self.query_one(Rows).chosen
        if not ref:
            return
        if self._hits is None and self._list == "minutes":
            self.action_record_open()
        elif self._hits is None and self._list == "meetings":
            self.run_worker(self._meeting(ref), name="meeting", exclusive=True, group="meeting")
        elif self._hits is None and self._list == "exercises":
            self.run_worker(self._exercise(ref), name="exercise", exclusive=True, group="meeting")
        else:
            self.program.push_screen(Reading(ref, self._told(room_of(self.size.width))))

    async def _exercise(self, ref: str) -> None:
        """What a run of an exercise came to."""
        row = self._shelf.document("exercises", ref)
        if row is None:
            return
        slug, meeting, cells = row["exercise"], int(row["meeting"][2:]), room_of(self.size.width)
        try:
            told = await self.program.work(
                lambda: came_to(self.workspace, slug, meeting, self.wording, cells)
            )
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
            return
        self.program.push_screen(Reading(f"{row['title']} · {row['meeting']}", told))

    async def _meeting(self, ref: str) -> None:
        try:
            page = await self.program.work(lambda: self._page(ref))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
            return
        self.program.push_screen(Reading(ref, page))

    def _page(self, ref: str) -> Content:
        """The first page of its minutes, then everything that was said; an old one is read from the journal."""
        from workshop.exporting.digest import digest  # brings the formats, 60 ms
        from workshop.workspace.issuing import source

        found = source(self.workspace, int(ref.partition("-")[2]))
        entries = [Content(self.wording.entry(entry)) for entry in found.meeting.entries if not entry.struck]
        said = [Content(""), Content.styled("What was said", "$shown bold"), *entries] if entries else []
        return Content("\n").join(
            [page_one(digest(found), self.wording.day, room_of(self.size.width)), *said]
        )

    def action_record_open(self) -> None:
        """The file at hand, or the newest minutes of the meeting at hand."""
        ref = self.query_one(Rows).chosen
        fits = (path for path in self._shelf.papers if path.name == ref or path.name.startswith(f"{ref} "))
        path = next(fits, None) if self._hits is None and ref else None
        if path is None:
            self.program.say("There is no file of minutes for it.", calm=False)
        else:
            self.run_worker(self._open(path), name="open")

    async def _open(self, path: Path) -> None:
        try:
            await self.program.work(lambda: open_file(path))
        except WorkshopError as off:
            self.program.say(str(off), calm=False)
        else:
            self.program.say(f"{path.name} opens in your viewer.")

    def action_record_copy(self) -> None:
        """Its words to the clipboard."""
        if self.query_one(Rows).chosen:
            self.app.copy_to_clipboard(self._told(COPIED).plain)
            self.program.say("It is copied.")
        else:
            self.program.say("There is nothing at hand here.", calm=False)

    def action_record_back(self) -> None:
        """Back."""
        self.leave()

    # Search --------------------------------------------------------------------------------------

    def action_record_find(self) -> None:
        """Words to look for."""
        self.propose(Draft(self._words))

    def read_line(self) -> None:
        """Words are no line of the record."""
        self.line.ways = ()
        self.hints.record("Words, names, tags; enter looks through every meeting.")

    def enter(self, text: str) -> None:
        """Looks for the words."""
        self.line.empty()
        self.rest()
        if text.strip():
            self._search(text.strip())

    def _search(self, words: str) -> None:
        self._words = words
        self.program.say(f"Looking for '{words}' {self.glyphs.more}")
        self.run_worker(lambda: self._find(words), name="search", exclusive=True, group="search", thread=True)

    def _find(self, words: str) -> None:
        """In a thread of its own: the journal may be long, and nobody shall wait for it."""
        try:
            hits = search(self.workspace, words)
        except WorkshopError as off:
            self.app.call_from_thread(self.program.say, str(off), calm=False)
            return
        self.app.call_from_thread(self._found, words, hits)

    def _found(self, words: str, hits: tuple[Hit, ...]) -> None:
        if words == self._words:
            self._hits = hits
            self._put()
            self.show_offers()
            self.program.say("")
