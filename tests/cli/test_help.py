"""Every command explains itself: a line on what it does, then an example, then its options."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from cli.calling import Cli

from workshop.cli.root import COMMANDS, root


def every_command() -> Iterator[tuple[str, ...]]:
    """The words of each command and of each below it."""
    context = click.Context(root)
    for name in COMMANDS:
        command = root.get_command(context, name)
        assert command is not None
        yield (name,)
        if isinstance(command, click.Group):
            yield from ((name, below) for below in command.commands)


@pytest.mark.parametrize("words", tuple(every_command()), ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_gives_an_example_before_the_options(words: tuple[str, ...], flag: str, cli: Cli) -> None:
    told = cli(*words, flag)
    assert told.code == 0
    assert told.err == ""
    before, _, options = told.out.partition("Options:")
    assert f"  workshop {' '.join(words)}" in before
    assert options


@pytest.mark.parametrize("words", tuple(every_command()), ids=" ".join)
def test_every_option_says_what_it_is_for(words: tuple[str, ...]) -> None:
    context = click.Context(root)
    command = root.get_command(context, words[0])
    for below in words[1:]:
        assert isinstance(command, click.Group)
        command = command.get_command(context, below)
    assert command is not None
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []
    assert command.get_short_help_str()
