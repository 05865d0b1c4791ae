"""Formulas as content files write them: read once, checked against the names there are, worked out exactly."""

from workshop.measures.formula.columns import (
    Column,
    Holder,
    Id,
    Numbered,
    Rows,
    Several,
    Value,
    held,
    number,
    simple,
)
from workshop.measures.formula.functions import FUNCTIONS
from workshop.measures.formula.naming import Named, Scope, check, form_of, found
from workshop.measures.formula.parsing import Formula, names, parsed, path, paths
from workshop.measures.formula.reckoning import Look, Reckoner
from workshop.measures.formula.said import check_words
from workshop.measures.formula.templates import Slot, Template, template
from workshop.measures.formula.whole import whole_column

__all__ = [
    "FUNCTIONS", "Column", "Formula", "Holder", "Id", "Look", "Named", "Numbered", "Reckoner", "Rows", "Scope", "Several", "Slot",
    "Template", "Value", "check", "check_words", "form_of", "found", "held", "names", "number", "parsed", "path", "paths", "simple", "template",
    "whole_column",
]  # fmt: skip
