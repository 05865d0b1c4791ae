"""The example in the manual is the script that the demo plays."""

from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_example_in_the_manual_is_the_script_of_the_demo() -> None:
    manual = (ROOT / "docs" / "script-grammar.md").read_text(encoding="utf-8")
    shown = manual.split("## A complete example")[1].split("```text\n")[1].split("```")[0]
    assert shown == (ROOT / "workshop" / "sample" / "kickoff.txt").read_text(encoding="utf-8")
