"""The exercise on screen as rows of a list: what came in of each input, never an answer; then results of the step."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from workshop.facilitation.exercises import OnScreen, rated
from workshop.line.answering import counted
from workshop.line.run_rows import field_words, label, row_words
from workshop.line.wording import Wording
from workshop.model.exercises import Input
from workshop.model.runs import RunRow
from workshop.model.values import dataclass
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.rows import Row
from workshop.workspace import Workspace
from workshop.workspace.exercises import Collected, collected, shows_now


@dataclass(frozen=True, slots=True)
class AtHand:
    """The row of an exercise, or the field of a form, that is at hand in the list."""

    input: Input
    row: RunRow
    field: str = ""


def at_hand(found: OnScreen | None, id_: str) -> AtHand | None:
    """What the id of a row stands for; None for a record."""
    slug, _, rest = id_.partition(":")
    given = found.exercise.input(slug) if found and rest else None
    if found is None or given is None:
        return None
    if given.shape == "form":
        row = next(iter(found.run.of(slug)), RunRow(slug, 1))
        return AtHand(given, row, rest)
    row_found = next((row for row in found.run.of(slug) if str(row.number) == rest), None)
    return AtHand(given, row_found) if row_found else None


def newest(before: OnScreen | None, now: OnScreen | None) -> str:
    """The id of the row that was just made or changed; empty where none was."""
    if before is None or now is None or before.run.exercise != now.run.exercise:
        return ""
    changed = [row for row in now.run.rows if row not in before.run.rows and not row.struck]
    return f"{changed[-1].input}:{changed[-1].number}" if changed and before.opened else ""


def exercise_rows(
    workspace: Workspace, found: OnScreen, say: Wording, glyphs: Glyphs, cells: int
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Each input with its rows, so many cells wide: those of the step, and the others that hold something."""
    named = [found.exercise.input(slug) for slug in (found.step.inputs if found.step else ())]
    step = tuple(dict.fromkeys(given for given in named if given is not None and given.typed))
    sources = [found.exercise.input(one.of) for one in step if one.of]
    waits = [one for one in step if one.shape in ("rating", "dots") and not _counted(workspace, found, one)]
    listed = {one.of for one in waits}
    lists = {one.of or one.slug: one.slug for one in reversed(waits)}.values()  # once what two of them rate
    rest = tuple(given for given in found.exercise.inputs if given not in (*step, *sources) and given.typed)
    hand = partial(_rows_of, workspace, found, say=say, glyphs=glyphs, cells=cells)
    return (
        tuple(
            row
            for given in step
            if given.slug not in listed
            for row in hand(given, here=True, lists=given.slug in lists)
        ),
        tuple(row for given in rest for row in hand(given, here=False, lists=False)),
    )


def _rows_of(
    workspace: Workspace,
    found: OnScreen,
    given: Input,
    *,
    say: Wording,
    glyphs: Glyphs,
    cells: int,
    here: bool,
    lists: bool,
) -> Iterator[Row]:
    if given.shape in ("rating", "dots"):
        yield from _came_in(workspace, found, given, glyphs, cells, here=here)
        yield from _rated(workspace, found, given, say, glyphs) if lists else ()
    elif given.shape == "form":
        yield from _form(found, given, say, here=here)
    else:
        yield from _rows(found, given, say, glyphs, here=here)


def _counted(workspace: Workspace, found: OnScreen, given: Input) -> bool:
    """Whether the step shows what came of it; until then what is rated stands under it, with its numbers."""
    now = collected(workspace, found, given)
    return now.over or (now.revealed and _full(now) and bool(shows_now(found)))


def _full(now: Collected) -> bool:
    """Whether everybody answered."""
    return bool(now.counts) and all(count.of and count.given >= count.of for count in now.counts)


def _head(title: str, told: str = "") -> Iterator[Row]:
    yield Row("", Content.assemble((title, "$ink bold"), (f"  {told}" if told else "", "$quiet")))


def _rows(found: OnScreen, given: Input, say: Wording, glyphs: Glyphs, *, here: bool) -> Iterator[Row]:
    rows = found.run.of(given.slug)
    if not rows and not here:
        return
    hides = given.slug not in found.run.revealed
    yield from _head(given.title or given.slug, str(len(rows)) if rows else "none yet")
    wide = max((len(str(row.number)) for row in rows), default=1)
    for row in rows:
        yield _row(given, row, say, glyphs, wide, hides=hides)


def _row(given: Input, row: RunRow, say: Wording, glyphs: Glyphs, wide: int, *, hides: bool) -> Row:
    """`3 ✓ Price list approved  status done`; what lacks something has a mark, what is only offered stands quiet."""
    words = row_words(given, row, say, hides=hides)
    tick = {
        "": ("", ""), "open": (f"{glyphs.ahead} ", "$quiet"), "under way": (f"{glyphs.soon} ", "$amber"),
        "done": (f"{glyphs.done} ", "$green bold"),
    }[words.tick]  # fmt: skip
    lacks = (f"  ? {', '.join(words.lacks)}", "$amber") if words.lacks else ("", "")
    letters = (f"  {words.letters}" if words.letters else "", "$shown bold")
    told = (f"  {words.told}" if words.told else "", "$quiet")
    offered = ("  offered" if row.preset else "", "$quiet")
    content = Content.assemble(
        (f"{row.number:>{wide}} ", "$quiet"), tick, (words.text, "$ink"), letters, told, offered, lacks
    )
    return Row(f"{given.slug}:{row.number}", content)


def _form(found: OnScreen, given: Input, say: Wording, *, here: bool) -> Iterator[Row]:
    """The fields of a form, each a row that can be changed."""
    row = next(iter(found.run.of(given.slug)), None)
    if row is None and not here:
        return
    hides = given.slug not in found.run.revealed
    filled = [field for field in given.fields if row and row.get(field.name)]
    yield from _head(given.title or given.slug, f"{len(filled)} of {len(given.fields)}")
    wide = max((len(label(given, field.name)) for field in given.fields), default=0)
    for field in given.fields:
        value = field_words(given, field.name, row, say, hides=hides) if row else ""
        asked = (" ?", "$amber") if field.required and not value else ("", "")
        content = Content.assemble(
            (f"{label(given, field.name):<{wide}}  ", "$quiet"), (value or "-", "$ink"), asked
        )
        yield Row(f"{given.slug}:{field.name}", content)


def _came_in(
    workspace: Workspace, found: OnScreen, given: Input, glyphs: Glyphs, cells: int, *, here: bool
) -> Iterator[Row]:
    """How far the collecting has come, never an answer; on a line of its own where it does not fit beside the title."""
    now = collected(workspace, found, given)
    if not here and (now.over or not any(count.given for count in now.counts)):
        return
    full = _full(now)
    sign = f"{glyphs.done} " if full else ""
    told = Content.styled(f"  {sign}{counted(now)}", "$green" if full else "$shown")
    openly = "an open round" if given.confidence else ""
    how = "revealed" if now.over else "in confidence" if now.in_confidence else openly
    title = Content.assemble((given.title or given.slug, "$ink bold"), (f"  {how}" if how else "", "$quiet"))
    if title.cell_length + told.cell_length <= cells:
        yield Row("", title + told)
    else:
        yield from (Row("", title), Row("", told))


def _rated(
    workspace: Workspace, found: OnScreen, given: Input, say: Wording, glyphs: Glyphs
) -> Iterator[Row]:
    """What is rated, with its numbers."""
    meeting = workspace.state.running
    things = rated(found.exercise, given, found.run, meeting)[0] if meeting else ()
    source = found.exercise.input(given.of) if given.of else None
    if source is not None and source.shape == "rows" and source.typed:
        rows = found.run.of(source.slug)
        hides = source.slug not in found.run.revealed
        wide = max((len(str(row.number)) for row in rows), default=1)
        yield from (_row(source, row, say, glyphs, wide, hides=hides) for row in rows)
    elif len(things) > 1:
        for thing in things:
            yield Row("", Content.assemble((f"{thing.number:>2} ", "$quiet"), (thing.text, "$ink")))
