"""What stands in front of the colon: the kind of a line."""

from __future__ import annotations

import re

from workshop.grammar.context import Context
from workshop.model.kinds import Kind

_PREFIX = re.compile(r"([a-z][a-z0-9_-]*):")
PRIVATE = "private"


def split_prefix(line: str, context: Context) -> tuple[Kind | None, str]:
    """The kind named in front of a line, and the rest; None where no known kind or letter stands there."""
    if line.startswith(";"):
        return context.kind(PRIVATE), line[1:].strip()
    found = _PREFIX.match(line)
    if found and any(found[1] in (kind.name, kind.letter) for kind in context.kinds):
        return context.kind(found[1]), line[found.end() :].strip()
    return None, line
