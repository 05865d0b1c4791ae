"""workshop.toml: what no meeting changes. Read with a sentence for what is off; written without losing comments."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import msgspec

from workshop.errors import NotFound, Refused
from workshop.model.values import dataclass
from workshop.model.words import did_you_mean

FILE = "workshop.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace, with a default for everything."""

    name: str = "Our firm"
    zone: str = "UTC"
    """IANA time zone."""
    currency: str = "EUR"
    locale: str = "en_GB"
    """The language of the papers: their fixed words, names of days and months, signs in figures."""
    profile: str = "standard"
    """How much of the shelf is shown: a profile of agendas/profiles.toml."""
    vocabulary: str = ""
    """Words of a trade on the screen and in the labels of the minutes: a vocabulary of that file; empty for ours."""
    hourly_rate: int = 0
    """Cost of an hour of home-made material; 0 means not told."""
    cadence: int = 2
    """Exchanges per 30 days that were agreed (R40)."""
    paper: Literal["A4", "Letter"] = "A4"
    colour: str = "#1f5f8b"
    """One accent colour for screens and papers."""
    logo: str = ""
    """File inside the workspace, SVG or PNG."""
    keys: tuple[tuple[str, str], ...] = ()
    """The table `[keys]`: an action of the screens and the keys it shall have, such as `park = "f7,P"`."""

    @property
    def tz(self) -> ZoneInfo:
        """The zone as a value."""
        return ZoneInfo(self.zone)


def read_settings(directory: Path) -> Settings:
    """The settings of a workspace; a missing file means the defaults."""
    path = directory / FILE
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as off:
        raise Refused(f"{FILE} does not read as TOML: {off}.") from off
    return _checked(plain)


def with_setting(directory: Path, key: str, value: str) -> str:
    """The text of workshop.toml with one setting changed, comments kept; refused where it does not fit."""
    import tomlkit  # 30 ms, and only changing needs it

    path = directory / FILE
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    whole = key in ("hourly_rate", "cadence") and value.lstrip("-").isdigit()
    document[key] = int(value) if whole else value
    _checked(dict(document.unwrap()))
    return tomlkit.dumps(document)


def _checked(plain: dict[str, Any]) -> Settings:
    names = [field.name for field in fields(Settings)]
    for key in plain:
        if key not in names:
            raise NotFound(f"{FILE}: {key}: not a setting here{did_you_mean(key, names)}")
    table = plain.get("keys", {})
    if not isinstance(table, dict):
        raise Refused(f'{FILE}: keys: a table of actions and their keys, such as park = "f7".')
    plain = {**plain, "keys": list(table.items())}
    try:
        settings = msgspec.convert(plain, Settings)
    except msgspec.ValidationError as off:
        raise Refused(f"{FILE}: {off}.") from off
    _check_zone(settings.zone)
    return replace(settings, name=settings.name.strip() or "Our firm")


def _check_zone(zone: str) -> None:
    """Refused for a name that is no zone; only then are all of their names read from the disk."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as off:
        near = did_you_mean(zone, sorted(available_timezones()))
        raise Refused(f"{FILE}: zone: '{zone}' is not a time zone{near}") from off
