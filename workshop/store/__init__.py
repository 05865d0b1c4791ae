"""What is kept: the journal, the people, the boxes of answers, and the register that is read from the journal.

The register is not offered here: it brings TinyDB with it, so it is imported from `workshop.store.register` by whoever
lists or searches. Nothing in this room knows what the facts of a line mean.
"""

from __future__ import annotations

from workshop.store.boxes import Box, Row, boxes
from workshop.store.clockwork import FastClock, ManualClock, read_clock
from workshop.store.disk import FileJournal
from workshop.store.durable import replace_file, sync_folder
from workshop.store.journal import Journal, Writer
from workshop.store.lines import START, Line, Place
from workshop.store.memory import MemoryJournal
from workshop.store.migrations import STEPS, migrate
from workshop.store.people import PeopleFile, Profile
from workshop.store.running import RunningLock
from workshop.store.verify import verify

__all__ = [
    "START",
    "STEPS",
    "Box",
    "FastClock",
    "FileJournal",
    "Journal",
    "Line",
    "ManualClock",
    "MemoryJournal",
    "PeopleFile",
    "Place",
    "Profile",
    "Row",
    "RunningLock",
    "Writer",
    "boxes",
    "migrate",
    "read_clock",
    "replace_file",
    "sync_folder",
    "verify",
]
