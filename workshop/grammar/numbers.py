"""Numbers as people type them, and sums of numbers (`6/20`, `won=6 lost=14`), to one plain spelling."""

from __future__ import annotations

import re

from workshop.errors import NotUnderstood

_DIGITS = 15
"""More digits than this are a slip."""
_GROUPS = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f'’](?=[0-9]{3}(?![0-9]))")
_PIECE = re.compile(r"[0-9][0-9.,]*|[-+*/()]|\s+")
_NAMED = re.compile(r"[^\W\d][\w-]*=\S+")


def read_number(typed: str) -> str:
    """A number as digits with a point: `61 000`, `61,000` and `61'000` are 61000, `4,5` is 4.5.

    A comma before three digits is a thousands mark. A point before three digits (`61.000`) can be read two ways
    and is refused. Raises NotUnderstood.
    """
    whole = typed.strip().replace("−", "-")
    sign = "-" if whole.startswith("-") else ""
    body = _marks(_GROUPS.sub("", whole[1:] if whole[:1] in ("-", "+") else whole), typed)
    if sum(character.isdigit() for character in body) > _DIGITS:
        raise NotUnderstood(f"'{typed}' has more than {_DIGITS} digits.", fix="Check the number.")
    plain, _, part = body.partition(".")
    number = (plain.lstrip("0") or "0") + (f".{part}" if part else "")
    return number if not number.strip("0.") else sign + number


def _marks(body: str, typed: str) -> str:
    """The digits with at most one point."""
    if re.fullmatch(r"[0-9]+|[0-9]+\.(?![0-9]{3}$)[0-9]+|(0|[0-9]{4,})\.[0-9]{3}", body):
        return body
    if re.fullmatch(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?", body):
        return body.replace(",", "")
    if re.fullmatch(r"[1-9][0-9]{0,2}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})", body):
        return body.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[0-9]+,[0-9]+", body):
        return body.replace(",", ".")
    if re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", body):
        plain = body.replace(".", "")
        raise NotUnderstood(
            f"'{typed}' can be read two ways.", fix=f"Type {plain}, or {body}0 for the small one."
        )
    raise NotUnderstood(f"'{typed}' is not a number.", fix="Type digits, such as 61000 or 4.5.")


def read_parts(typed: str) -> str:
    """Named counts (`won=6 lost=14 none=5`), a number, or a sum with + - * / and brackets; nothing is computed.

    Raises NotUnderstood.
    """
    text = " ".join(typed.split())
    if "=" not in text:
        return _sum(text)
    parts = []
    for word in text.split(" "):
        if not _NAMED.fullmatch(word):
            raise NotUnderstood(f"'{word}' is not a part.", fix="Type parts such as won=6 lost=14 none=5.")
        name, _, number = word.partition("=")
        parts.append(f"{name}={read_number(number.rstrip(','))}")
    return " ".join(parts)


def _sum(text: str) -> str:
    """The sum without blanks; numbers and signs take turns, and brackets close."""
    text = _GROUPS.sub("", text)
    pieces, place = [], 0
    for found in _PIECE.finditer(text):
        if found.start() != place:
            break
        place = found.end()
        if not found[0].isspace():
            pieces.append(read_number(found[0]) if found[0][0].isdigit() else found[0])
    if place != len(text) or not _takes_turns(pieces):
        raise NotUnderstood(
            f"'{text}' is not a number or a sum.", fix="Type 6/20, or won=6 lost=14, or 42*0.30*38000/96."
        )
    return "".join(pieces)


def _takes_turns(pieces: list[str]) -> bool:
    depth, before = 0, "("
    for piece in pieces:
        begins = before in ("(", "+", "-", "*", "/")  # here a number or a bracket may stand
        fits = (
            begins if piece[0].isdigit() or piece == "(" else not begins or (piece == "-" and before == "(")
        )
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if not fits or depth < 0:
            return False
        before = piece
    return depth == 0 and bool(pieces) and (pieces[-1][0].isdigit() or pieces[-1] == ")")
