"""Words with formulas in braces: `Agreement {agreement} (n={n|count})`."""

from __future__ import annotations

import re
from functools import lru_cache

from workshop.errors import NotUnderstood
from workshop.measures.formula.parsing import Formula, parsed
from workshop.model.exercises import FORMS, Form
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """One pair of braces."""

    formula: Formula
    form: Form | None
    """The form after the bar, where there is one."""


@dataclass(frozen=True, slots=True)
class Template:
    """Words and slots, in turn, as they stand in the text."""

    parts: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Its formulas."""
        return tuple(part for part in self.parts if isinstance(part, Slot))


@lru_cache(maxsize=2048)
def template(text: str) -> Template:
    """The template in a text. Raises NotUnderstood with a sentence that says what is off."""
    pieces = _BRACES.split(text)
    if any("{" in words or "}" in words for words in pieces[::2]):
        raise NotUnderstood(f"'{text}' has a brace that is not closed.", fix="Write a formula as {formula}.")
    return Template(
        tuple(
            _slot(piece) if number % 2 else piece
            for number, piece in enumerate(pieces)
            if piece or number % 2
        )
    )


def _slot(text: str) -> Slot:
    formula, bar, form = text.rpartition("|")
    if not bar:
        return Slot(parsed(text), None)
    known = next((one for one in FORMS if one == form.strip()), None)
    if known is None:
        raise NotUnderstood(f"'{form.strip()}' is not a form{did_you_mean(form.strip(), FORMS)}")
    return Slot(parsed(formula), known)
