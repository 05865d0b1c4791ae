"""What a step says, and results in colour: the line mode's words as content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from workshop.line.drawing import Drawn, Role, drawn_results
from workshop.line.exercises import Script
from workshop.line.results import Says, draft_words, moved_line
from workshop.model.results import Draft, Outcome, Result
from workshop.tui.glyphs import Glyphs
from workshop.tui.widgets.hanging import hanging

STYLES: dict[Role, str] = {
    "": "$ink", "title": "$ink bold", "verdict": "$shown bold reverse", "strong": "$ink bold", "quiet": "$quiet",
    "sales": "$shown", "marketing": "$ink", "bar": "$shown", "rest": "$quiet",
}  # fmt: skip


def script_words(told: Script, glyphs: Glyphs, width: int, most: int) -> Content:
    """The words to say first, then what to do, what to type, on what terms, and in at most so many lines what it takes."""
    lines: list[Content] = []
    if told.say:
        lines.append(hanging(Content(""), Content.styled(told.say, "$ink italic bold"), width))
    if told.do:
        lines.append(hanging(Content(""), Content.styled(told.do, "$ink"), width))
    for asks in told.asks:
        word = asks.ask.partition(" ")[0]
        told_already = word.endswith(":") and word in told.do and asks.input.shape not in ("rating", "dots")
        if asks.ask and not told_already:  # a step may bring a line of its own
            sign = Content.styled(f"{glyphs.here} ", "$shown")
            lines.append(hanging(sign, Content.styled(asks.ask, "$shown"), width))
        lines += [hanging(Content("  "), Content.styled(line, "$ink"), width) for line in asks.terms]
        if asks.takes and most:
            lines.append(hanging(Content("  "), Content.styled(asks.takes, "$quiet"), width, most))
    return Content("\n").join(lines)


def board(results: Iterable[Result], cells: int) -> list[Content]:
    """Results as lines of content, a blank one between two of them."""
    lines: list[Content] = []
    for result in results:
        told = [coloured(line) for line in drawn_results((result,), cells, boxed=True)]
        lines += [Content(""), *told] if lines and told else told
    return lines


def coloured(line: Drawn) -> Content:
    """One line; team bars by colour and by the word beside them."""
    return Content.assemble(*((text, STYLES[role]) for text, role in line))


def beside(outcome: Outcome, say: Says, cells: int) -> Iterator[Content]:
    """Below the results: what moved since the last time, notes, drafts, who signed."""
    if outcome.moved:
        yield Content.styled("Beside the last time", "$ink bold")
        for moved in outcome.moved:
            yield hanging(Content("  "), Content.styled(moved_line(moved), "$ink"), cells)
        yield Content("")
    for note in outcome.notes:
        yield hanging(Content(""), Content.styled(note, "$quiet"), cells)
    if outcome.drafts:
        yield Content.styled("Drafts", "$ink bold")
        yield from (draft_line(draft, say, cells) for draft in outcome.drafts)
    if outcome.signed:
        yield hanging(Content.styled("Signed  ", "$quiet"), Content(", ".join(outcome.signed)), cells)


def draft_line(draft: Draft, say: Says, cells: int) -> Content:
    """`2 action: Lift this line ...  by Tue 2 June 2026  (Chosen with 4 dots.)`"""
    words, why = draft_words(draft, say)
    head = Content.styled(f"{draft.number:>2} ", "$shown bold")
    return hanging(head, Content.assemble(words, (f"  {why}" if why else "", "$quiet")), cells)
