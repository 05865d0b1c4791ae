"""Days as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from workshop.errors import Refused
from workshop.exporting.days import long_day, near_day, plural, short_day

DAY = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("locale", "short", "near"),
    [
        ("en_GB", "Tue 17 March 2026", "Tue 17 March"),
        ("en_US", "Tue March 17, 2026", "Tue March 17"),
        ("de_DE", "Di. 17. März 2026", "Di. 17. März"),
        ("es_ES", "mar 17 de marzo de 2026", "mar 17 de marzo"),
        ("pl", "wt. 17 marca 2026", "wt. 17 marca"),
    ],
)
def test_a_day_has_its_weekday_and_the_name_of_its_month(locale: str, short: str, near: str) -> None:
    assert short_day(DAY, locale) == short
    assert near_day(DAY, locale, 2026) == near
    assert near_day(DAY, locale, 2025) == short


def test_the_long_form_is_that_of_the_locale() -> None:
    assert long_day(DAY, "en_US") == "Tuesday, March 17, 2026"


def test_an_unknown_locale_is_refused_with_an_example() -> None:
    with pytest.raises(Refused, match=r"'klingon' is not known\. Type it as en_GB"):
        long_day(DAY, "klingon")


def test_counts_agree_with_their_noun() -> None:
    assert [plural(n, "day") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
