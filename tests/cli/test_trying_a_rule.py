"""`workshop try` and `workshop signals`, called as people call them."""

from __future__ import annotations

from pathlib import Path

from cli.calling import Cli


def test_without_a_definition_there_is_nothing_to_try(firm: Path, tmp_path: Path, cli: Cli) -> None:
    leads = tmp_path / "leads.csv"
    leads.write_text("Region;Result\nnorth;won\n", encoding="utf-8")
    told = cli("try", str(leads), at=firm)
    assert told.code != 0
    assert "There is no rule to try yet" in told.err


def test_signals_are_a_list_and_the_same_as_json(firm: Path, cli: Cli) -> None:
    plain = cli("signals", at=firm)
    listed = cli("signals", "--json", at=firm)
    assert (plain.code, listed.code) == (0, 0)
    assert all(one["because"] in plain.out for one in listed.json())
