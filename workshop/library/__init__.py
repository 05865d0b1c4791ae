"""Reads the shelves into the model: agendas, kinds of entry, reports; the team's own laid over the shipped ones."""

from workshop.library.shelved import Library, load

__all__ = ["Library", "load"]
