"""The page on the command line names every command and option of the program, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from cli.calling import Cli

from workshop import errors
from workshop.cli.root import COMMANDS, root
from workshop.exporting.formats import FORMATS
from workshop.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")
SECTIONS: dict[str, str] = dict(re.findall(r"^##+ (.+?)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
HELP = {"-h", "--help"}


def every_command() -> Iterator[tuple[str, click.Command]]:
    """The words of each command and of each below it, and the command."""
    context = click.Context(root)
    for name in COMMANDS:
        command = root.get_command(context, name)
        assert command is not None
        yield f"workshop {name}", command
        if isinstance(command, click.Group):
            yield from ((f"workshop {name} {below}", each) for below, each in command.commands.items())


PARAMETERS = {words: command.params for words, command in every_command()}


def rows(section: str) -> list[tuple[str, ...]]:
    """The words in code of the first cell of each row."""
    cells = (row.split("|") for row in section.splitlines() if row.startswith("| `"))
    return [tuple(re.findall(r"`([^`]+)`", cell[1])) for cell in cells]


def named(parameters: list[click.Parameter]) -> set[str]:
    """Options as they are typed, arguments in capitals."""
    options = {word for each in parameters if isinstance(each, click.Option) for word in option_words(each)}
    arguments = {each.human_readable_name.upper() for each in parameters if isinstance(each, click.Argument)}
    return (options | arguments) - HELP


def option_words(option: click.Option) -> list[str]:
    """Every way to type an option."""
    return [*option.opts, *option.secondary_opts]


def keys(section: str, of: str = "Keys") -> set[str]:
    """The words in code between `Keys` and the end of that sentence."""
    told = re.search(rf"^{of}: (.*?)\.(?:\s|\Z)", SECTIONS[section], re.MULTILINE | re.DOTALL)
    assert told is not None
    return set(re.findall(r"`([^`]+)`", told[1]))


def test_each_command_has_its_section() -> None:
    assert [heading for heading in SECTIONS if heading.startswith("workshop ")] == list(PARAMETERS)


@pytest.mark.parametrize("words", PARAMETERS)
def test_a_section_names_what_may_stand_behind_its_command(words: str) -> None:
    first = SECTIONS[words].partition("| format |")[0]
    assert {word for row in rows(first) for word in row} == named(PARAMETERS[words])


def test_the_global_options_are_named() -> None:
    assert {word for row in rows(SECTIONS["Global options"]) for word in row} == named(root.params)


def test_the_environment_variables_are_those_of_the_global_options() -> None:
    variables = {f"WORKSHOP_{each.human_readable_name.upper()}" for each in root.params} - {
        "WORKSHOP_VERSION"
    }
    assert {row[0] for row in rows(SECTIONS["Environment variables"])} == variables


def test_the_formats_are_named_with_their_endings() -> None:
    _, _, formats = SECTIONS["workshop export"].partition("| format |")
    cells = [re.findall(r"`([^`]+)`", row) for row in formats.splitlines() if row.startswith("| `")]
    assert cells == [[form.name, *form.endings] for form in FORMATS]


def test_the_exit_codes_are_those_of_the_errors() -> None:
    codes = {0, 130, *(each.exit_code for each in errors.WorkshopError.__subclasses__())}
    told = re.findall(r"^\| (\d+) \|", SECTIONS["Exit codes"], re.MULTILINE)
    assert {int(code) for code in told} == codes


@pytest.mark.parametrize(
    ("section", "of", "words"),
    [
        ("workshop list", "Keys", ("list",)),
        ("workshop list", "Keys with `--templates`", ("list", "--templates")),
        ("workshop person list", "Keys", ("person", "list")),
        ("workshop action list", "Keys", ("action", "list")),
    ],
)
def test_the_keys_of_a_list_are_named(
    section: str, of: str, words: tuple[str, ...], firm: Path, cli: Cli
) -> None:
    found = cli(*words, "--json", at=firm).json()
    assert keys(section, of) == set(found[0])


def test_an_action_alone_has_the_keys_of_the_list(firm: Path, cli: Cli) -> None:
    found = cli("action", "show", "A-1", "--json", at=firm).json()
    assert keys("workshop action list") == set(found)
    steps = re.search(r"each step of `history` has (.*?)\.\s", SECTIONS["workshop action list"], re.DOTALL)
    assert steps is not None
    assert set(re.findall(r"`([^`]+)`", steps[1])) == set(found["history"][0])


@pytest.mark.parametrize(
    ("variable", "value", "words", "told"),
    [
        ("WORKSHOP_QUIET", "1", ("export", "M-1", "--to", "m.md"), ""),
        ("WORKSHOP_QUIET", "0", ("export", "M-1", "--to", "m.md"), "m.md"),
        ("WORKSHOP_NO_INPUT", "1", ("person", "forget", "Bo Lind"), "Add --yes."),
    ],
)
def test_an_environment_variable_stands_for_its_option(
    variable: str,
    value: str,
    words: tuple[str, ...],
    told: str,
    firm: Path,
    cli: Cli,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(firm)
    monkeypatch.setenv(variable, value)
    done = cli(*words)
    said = done.out + done.err
    assert told in said if told else said == ""


def test_the_workspace_may_come_from_the_environment(
    firm: Path, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WORKSHOP_WORKSPACE", str(firm))
    assert "M-1" in cli("list").out


def test_every_setting_is_explained_with_its_default() -> None:
    page = (DOCS / "file-formats.md").read_text(encoding="utf-8").partition("## workshop.toml\n")[2]
    told = re.findall(r"^\| `(\w+)` \| (?:`(.*?)`)? ?\|", page.partition("\n## ")[0], re.MULTILINE)
    assert told == [(field.name, str(field.default)) for field in fields(Settings)]
