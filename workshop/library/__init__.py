"""Reads the shelves into the model: agendas, kinds of entry, reports; the team's own laid over the shipped ones."""

from workshop.library.profiles import check_choice
from workshop.library.shelved import Library, load, to_plan

__all__ = ["Library", "check_choice", "load", "to_plan"]
