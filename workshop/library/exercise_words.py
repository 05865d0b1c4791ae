"""An exercise in the words of a vocabulary: what people read changes; names, formulas and what is typed stay."""

from __future__ import annotations

import re
from dataclasses import replace

from workshop.model.exercises import (
    Brings,
    Cell,
    Column,
    Columns,
    Compare,
    Exercise,
    Figure,
    Group,
    Input,
    Item,
    Part,
    Show,
    Step,
    Suggest,
)
from workshop.model.kinds import Field
from workshop.model.profiles import Vocabulary

_BRACES = re.compile(r"(\{[^{}]*\})")
_TYPED = re.compile(r"(?<![\w-])[a-z][a-z-]*: [^:]*=")


def exercise_in_words(exercise: Exercise, words: Vocabulary) -> Exercise:
    """The exercise with every text that people read in that vocabulary."""
    return _Words(words).exercise(exercise) if words.words else exercise


class _Words:
    def __init__(self, words: Vocabulary) -> None:
        self.say = words.say

    def exercise(self, one: Exercise) -> Exercise:
        return replace(
            one, title=self.say(one.title), purpose=self.say(one.purpose), brings=self._brings(one.brings),
            steps=tuple(map(self._step, one.steps)), inputs=tuple(map(self._input, one.inputs)),
            columns=tuple(map(self._added, one.columns)), groups=tuple(map(self._group, one.groups)),
            figures=tuple(map(self._figure, one.figures)), shows=tuple(map(self._show, one.shows)),
            suggests=tuple(map(self._suggest, one.suggests)), compare=self._compare(one.compare),
            parts=tuple(map(self._part, one.parts)),
        )  # fmt: skip

    def template(self, text: str) -> str:
        """Only the words; what stands in braces is a formula."""
        return "".join(
            piece if piece.startswith("{") else self.say(piece) for piece in _BRACES.split(text) if piece
        )

    def _to_do(self, text: str) -> str:
        """Up to the first line that is shown as it is typed: `metric: win rate = won=6 lost=14` stays."""
        shown = _TYPED.search(text)
        at = shown.start() if shown else len(text)
        return self.say(text[:at]) + text[at:]

    def _brings(self, one: Brings) -> Brings:
        return Brings(self.say(one.sales), self.say(one.marketing), self.say(one.guests))

    def _step(self, one: Step) -> Step:
        return replace(one, say=self.say(one.say), say_open=self.say(one.say_open), do=self._to_do(one.do))

    def _input(self, one: Input) -> Input:
        return replace(
            one, title=self.say(one.title), fields=tuple(map(self._field, one.fields)),
            items=tuple(map(self._item, one.items)), presets=tuple(map(self._item, one.presets)),
            dims=tuple(replace(dim, label=self.say(dim.label)) for dim in one.dims),
        )  # fmt: skip

    def _field(self, one: Field) -> Field:
        return replace(one, label=self.say(one.label))

    def _item(self, one: Item) -> Item:
        return replace(one, text=self.say(one.text), group=self.say(one.group))

    def _added(self, one: Columns) -> Columns:
        return replace(one, columns=tuple(map(self._column, one.columns)))

    def _group(self, one: Group) -> Group:
        return replace(one, columns=tuple(map(self._column, one.columns)))

    def _column(self, one: Column) -> Column:
        return replace(one, label=self.say(one.label))

    def _figure(self, one: Figure) -> Figure:
        return replace(one, label=self.say(one.label), why_not=self.say(one.why_not))

    def _show(self, one: Show) -> Show:
        cells = tuple(self._cell(cell) for cell in one.cells)
        return replace(one, title=self.say(one.title), text=self.template(one.text), cells=cells)

    def _cell(self, one: Cell) -> Cell:
        return replace(one, label=self.say(one.label))

    def _suggest(self, one: Suggest) -> Suggest:
        return replace(
            one, why=self.template(one.why), action=self.template(one.action), done_when=self.template(one.done_when),
            decision=self.template(one.decision), parking=self.template(one.parking), dispute=self.template(one.dispute),
        )  # fmt: skip

    def _compare(self, one: Compare) -> Compare:
        return replace(one, rows=tuple(replace(row, label=self.say(row.label)) for row in one.rows))

    def _part(self, one: Part) -> Part:
        return replace(one, title=self.say(one.title), prompts=tuple(map(self.say, one.prompts)))
