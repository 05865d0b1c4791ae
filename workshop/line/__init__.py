"""The line mode: one typed line in, one fact stored, one line said for each; the same for a person, a script and a pipe."""

from workshop.line.scripts import play
from workshop.line.session import Session

__all__ = ["Session", "play"]
