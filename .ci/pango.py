"""Says in a sentence whether Pango, which lays out the PDF pages, is installed; exits 1 where it is not."""

from __future__ import annotations

import contextlib
import io
import sys

MISSING = """\
PDF pages need Pango, and it is not on this machine. Install it, then run this again:
  Debian, Ubuntu   apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora           dnf install pango
  macOS            brew install pango
  Windows          in MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango, then put its bin folder on PATH
"""


def pango_loads() -> bool:
    """WeasyPrint itself is asked: it knows the names that Pango has on each system."""
    with contextlib.redirect_stdout(io.StringIO()):  # it prints advice of its own before it raises
        try:
            import weasyprint  # noqa: F401 - the import is the question
        except OSError:
            return False
    return True


if __name__ == "__main__":
    if not pango_loads():
        sys.stderr.write(MISSING)
        sys.exit(1)
