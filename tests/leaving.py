"""What leaves the program, opened up: every text in a file, those that are packed inside another included."""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes, policy
from typing import Any

from pypdf import PdfReader


def everything(name: str, content: bytes) -> str:
    """Every text in a file of that format; of a PDF also what is packed in its streams and rides inside."""
    if name == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "".join(package.read(part).decode("utf-8", "replace") for part in package.namelist())
    if name == "eml":
        return content.decode("utf-8") + "".join(_parts(content))
    return _printed(content) if name == "pdf" else content.decode("utf-8-sig")


def _parts(content: bytes) -> list[str]:
    mail = message_from_bytes(content, policy=policy.default)
    parts = [(part.get_content_subtype(), part.get_payload(decode=True)) for part in mail.walk()]
    told = [everything(kind, held) for kind, held in parts if isinstance(held, bytes)]
    return [*told, *map(str, mail.values())]


def _printed(content: bytes) -> str:
    reader: Any = PdfReader(io.BytesIO(content))
    streams = [
        thing.get_data().decode("utf-8", "replace")
        for thing in map(reader.get_object, range(1, len(reader.xref[0]) + 1))
        if hasattr(thing, "get_data")
    ]
    pages = [page.extract_text() for page in reader.pages]
    return "".join((content.decode("latin-1"), *streams, *pages, str(reader.outline), str(reader.metadata)))
