"""What the tests of the command line share: how a command is called, what came of it, and a small meeting."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PEOPLE = (
    "Ana Ruiz; sales; Key accounts; ana@example.org",
    "Bo Lind; sales",
    "Cem Acar; sales",
    "Finn Moe; marketing; Campaigns",
    "Gita Rao; marketing",
    "Hal Ott; marketing",
)
MEETING = """
/here Ana Ruiz, Bo Lind, Cem Acar, Finn Moe, Gita Rao, Hal Ott
o: Ten weeks is too long @ana #food
/next
/next
programme: Spring fair @finn message=Bring your data; sales_task=Fill the stand; sales_input=none; cta=book a slot; owner=Finn Moe; start=2026-05-11; gate=draft
/next
quote: Nobody told us about the fair @bo
/next
d: One price list from June on mode=consent
/vote D-1 none
a: Send the price list @finn >+7d from:D-1 done_when=list is out
a: Ask the plant for photos @ana @bo >+9d done_when=ten photos
/next
/readback
/unsaid
credit: The field sheet came on the day it was promised @ana to=marketing
roti: sales 4x2 5x1 marketing 4x3
/reveal
/nextdate +14d monthly-90 10:00
/close
"""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of a command."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Stdout as the one JSON document that it has to be."""
        return json.loads(self.out)


Cli = Callable[..., Told]
"""Calls one command: `cli("list", at=folder, typed="lines for stdin")`."""
