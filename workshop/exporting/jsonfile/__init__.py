"""The minutes for programs: one JSON document, or one JSON object a line."""

from workshop.exporting.jsonfile.document import VERSION, fingerprint, render
from workshop.exporting.jsonfile.lines import render_lines
from workshop.exporting.jsonfile.reading import read

__all__ = ["VERSION", "fingerprint", "read", "render", "render_lines"]
