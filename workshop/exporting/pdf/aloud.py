"""What screen readers need and WeasyPrint leaves out: which way a head cell counts, and what is not read at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Element = dict[str, Any]
"""An object of the PDF while it is still being made."""


def finish(_document: object, pdf: Any) -> None:
    """Tells the scope of head cells; takes running heads and page numbers out of what is read aloud."""
    at = {made.reference: made for made in pdf.objects}
    elements = [made for made in pdf.objects if isinstance(made, dict) and made.get("Type") == "/StructElem"]
    for element in elements:
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if at[at[element["P"]]["P"]]["S"] == "/THead" else "/Row"
    root = at[pdf.catalog["StructTreeRoot"]]
    read = {id(element) for element in _below(root, at)}
    for element in elements:
        if id(element) not in read:
            _set_aside(element, at, root)


def _below(root: Element, at: dict[bytes, Any]) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [
            at[kid] for kid in element.get("K", ()) if kid in at and at[kid].get("Type") == "/StructElem"
        ]


def _set_aside(element: Element, at: dict[bytes, Any], root: Element) -> None:
    """Marks what stands in a margin as furniture of its page."""
    page = at[element["Pg"]]
    told = at[root["ParentTree"]]["Nums"]
    numbers = told[told.index(page["StructParents"]) + 1]
    written = at[page["Contents"]].stream
    for kid in element["K"]:
        if not isinstance(kid, int):
            continue
        place = next(
            n for n, part in enumerate(written) if isinstance(part, dict) and part.get("MCID") == kid
        )
        written[place - 1 : place + 1] = ["/Artifact", type(written[place])({"Type": "/Pagination"})]
        numbers[kid] = "null"
