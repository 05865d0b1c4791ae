"""The minutes for programs: one JSON document, or one JSON object a line."""

from workshop.exporting.jsonfile.document import VERSION, fingerprint, render
from workshop.exporting.jsonfile.lines import render_lines

__all__ = ["VERSION", "fingerprint", "render", "render_lines"]
