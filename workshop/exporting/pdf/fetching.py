"""What a page may load while it becomes a PDF: the shipped fonts and the workspace's logo, nothing else."""

from __future__ import annotations

from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse


class Closed(URLFetcher):  # type: ignore[misc]  # the toolkit ships no types
    """Answers for files of one folder and for one data address; everything else is refused, the network included."""

    def __init__(self, folder: Path, logo: str) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._files = {path.resolve().as_uri(): path for path in sorted(folder.iterdir())}
        self._logo = logo

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The content behind an address on the list; ValueError for any other."""
        if url in self._files:
            return URLFetcherResponse(url, self._files[url].read_bytes())
        if self._logo and url == self._logo:
            return super().fetch(url, headers)
        raise ValueError("Papers load shipped fonts and the workspace's logo, nothing else.")
