"""Checks a whole journal file and says everything that is off; changes nothing."""

from __future__ import annotations

from pathlib import Path

from workshop.errors import WorkshopError
from workshop.store.chain import JOURNAL, checked_start
from workshop.store.lines import Line, Place, Unfit, decode, fits
from workshop.store.witness import contradiction


def verify(directory: Path) -> tuple[str, ...]:
    """A sentence for each thing that is off in header, numbering, chain, last line and witness; empty when sound."""
    try:
        with (directory / JOURNAL).open("rb") as file:
            start = checked_start(file)
            file.seek(start.offset)
            data = file.read()
    except OSError as reason:
        return (f"{JOURNAL} in {directory} cannot be read ({reason.strerror}).",)
    except WorkshopError as problem:
        return (str(problem),)
    problems, end = _walk(data, start)
    said = contradiction(directory, end) if end.hash else ""
    return (*problems, said) if said else tuple(problems)


def _walk(data: bytes, place: Place) -> tuple[list[str], Place]:
    """What is off from a place on, and the place after the last line."""
    problems = []
    *lines, rest = data.split(b"\n")
    for raw in [*lines, rest] if fits(rest) else lines:
        try:
            line = decode(raw, place.offset)
        except Unfit as reason:
            problems.append(f"Line {place.n + 1} is not as it was written ({reason}).")
            # What the next line follows is not known then, and is not asked.
            place = Place(place.offset + len(raw) + 1, place.n + 1, "")
            continue
        problems += _gap(line, place)
        place = line.place
    if rest:
        problems.append(_open_end(rest, place))
    return problems, place


def _gap(line: Line, place: Place) -> list[str]:
    if line.n != place.n + 1:
        return [f"Line {place.n} is followed by line {line.n}."]
    if place.hash and line.before != place.hash:
        return [f"Line {line.n} does not follow line {place.n}: one of them was changed or replaced."]
    return []


def _open_end(rest: bytes, place: Place) -> str:
    later = "that is put right when something is next stored."
    if fits(rest):
        return f"Line {place.n}, the last, lacks its end; {later}"
    return f"Line {place.n + 1}, the last, is torn; {later}"
