"""WeasyPrint, imported only when a PDF is made, and kept from reaching anything but the shipped fonts."""

from __future__ import annotations

import hashlib
import io
import sys
import warnings
from datetime import datetime

from msgspec import msgpack

from workshop.errors import MissingLibrary, NotStored
from workshop.exporting.pdf.aloud import finish
from workshop.model.values import dataclass
from workshop.shelves import shelf

UA_MARK = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    b"<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF>"
)
"""Says PDF/UA-1 beside the PDF/A-3a that the variant says."""
INSTALL = """Install Pango, then try again:
  Debian, Ubuntu  apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora          dnf install pango
  macOS           brew install pango
  Windows         install MSYS2, then: pacman -S mingw-w64-x86_64-pango
HTML, Markdown, JSON, CSV and calendar files work without it."""

Attached = tuple[str, str, bytes]
"""File name, description, content."""


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that goes into a PDF; the same work gives the same bytes."""

    html: str
    logo: str
    """As a data address; empty for none."""
    attached: tuple[Attached, ...]
    at: datetime
    """Every date in it."""

    @property
    def key(self) -> bytes:
        """Tells works apart."""
        return hashlib.sha256(msgpack.encode(self)).digest()


def press(work: Work) -> bytes:
    """The page as a tagged PDF/A-3a with its files attached. Raises MissingLibrary, NotStored."""
    check()
    try:
        return _pressed(work)
    except OSError as off:  # the toolkit lays the fonts aside as files while it works
        raise NotStored(
            f"The PDF could not be made ({off.strerror or off}).",
            fix="Make room on the disk and where temporary files go, and export again.",
        ) from off


def _pressed(work: Work) -> bytes:
    from weasyprint import CSS, Attachment  # half a second, and only a PDF needs it
    from weasyprint.text.fonts import FontConfiguration

    from workshop.exporting.pdf.fetching import Closed
    from workshop.exporting.pdf.sparing import Page, uncollected

    fonts, at = shelf("exports") / "fonts", work.at
    fetcher, faces = Closed(fonts, work.logo), FontConfiguration()
    sheet = CSS(filename=fonts / "fonts.css", font_config=faces, url_fetcher=fetcher)
    files = [
        Attachment(string=content, name=name, description=about, created=at, modified=at, relationship="Data")
        for name, about, content in work.attached
    ]
    # The toolkit leaves its colour profile open. This may run beside the screens: no filter that another thread set is
    # put back here.
    warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
    with uncollected():
        document: bytes = Page(string=work.html, url_fetcher=fetcher).write_pdf(
            stylesheets=[sheet], font_config=faces, attachments=files, pdf_variant="pdf/a-3a",
            xmp_metadata=[io.BytesIO(UA_MARK)], finisher=finish,
        )  # fmt: skip
    return document


def check() -> None:
    """Import the toolkit; MissingLibrary where the system library behind it is not there."""
    before, banner = sys.stdout, io.StringIO()
    sys.stdout = banner  # where Pango is missing WeasyPrint prints one, and stdout is for data
    try:
        import weasyprint  # noqa: F401
    except OSError as off:
        raise MissingLibrary("A PDF needs Pango, which is not installed here.", fix=INSTALL) from off
    finally:
        if sys.stdout is banner:  # the screens may have ended meanwhile, and given it back
            sys.stdout = before
