"""The root command: global options, commands loaded when called, errors as sentences with their exit code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from workshop import __version__
from workshop.errors import WorkshopError

COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("init", "begin a workspace"),
    "person": ("person", "who takes part"),
    "new": ("meetings", "plan a meeting from a template"),
    "list": ("meetings", "every meeting, and the templates"),
    "show": ("meetings", "one meeting as text"),
    "run": ("run", "run a meeting, on the screens or line by line"),
    "rehearse": ("rehearse", "run a meeting in a copy that is thrown away"),
    "play": ("run", "play a script"),
    "present": ("present", "what the room sees, on a second terminal"),
    "close": ("closing", "close a meeting; draft minutes at once"),
    "approve": ("closing", "approve minutes outside a meeting"),
    "reopen": ("closing", "open a closed meeting again, with who and why"),
    "add": ("add", "capture something between meetings"),
    "action": ("action", "who does what by when"),
    "brief": ("before", "what one side owes and brings to the next meeting"),
    "runsheet": ("before", "clock times and words to say, for the one who leads"),
    "bring-list": ("before", "what everybody brings to the next meeting"),
    "signals": ("signals", "what to do next, and why"),
    "try": ("trial", "the lead rule over a file of past leads"),
    "export": ("export", "minutes and action lists as files"),
    "mail": ("mail", "the mails to send, as drafts"),
    "import": ("importing", "minutes of elsewhere to read, or edited ones as corrections"),
    "diff": ("diff", "what changed between two versions of minutes"),
    "quarter": ("quarter", "a report over the meetings of some months"),
    "sheet": ("sheet", "a result that lives on, as a paper of its own"),
    "verify": ("verify", "check journal and register"),
    "doctor": ("verify", "check this machine and this workspace"),
    "demo": ("demo", "play a sample firm's two meetings"),
}
"""Name: the module of this folder that holds it, and its line in the help."""
THEMES = ("dark", "light", "hc-dark", "hc-light", "mono")
"""Looks of the screens; named here so that the help needs no screen toolkit."""


class Commands(click.Group):
    """A group whose commands are imported when somebody calls them: `--version` loads none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"workshop.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": "WORKSHOP",
        "max_content_width": 100,
    },
)
@click.version_option(__version__, "--version", message="workshop %(version)s")
@click.option(
    "--workspace", "-w", metavar="DIR", help="The workspace. [default: this folder or one above it]"
)
@click.option("--color/--no-color", default=None, help="Colour in the output. [default: on a terminal]")
@click.option("--no-input", is_flag=True, help="Never ask; what needs an answer is refused.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what was asked for.")
@click.option("--verbose", "-v", is_flag=True, help="Say more.")
@click.option("--theme", type=click.Choice(THEMES), help="Look of the screens. [default: dark]")
@click.option(
    "--ascii", "plain_signs", envvar="WORKSHOP_ASCII", is_flag=True, help="Screens with plain signs only."
)
@click.option("--calm", is_flag=True, help="Screens on which nothing moves by itself.")
@click.pass_context
def root(
    ctx: click.Context, workspace: str | None, color: bool | None, no_input: bool, quiet: bool, verbose: bool,
    theme: str | None, plain_signs: bool, calm: bool,
) -> None:  # fmt: skip
    """Run the joint meeting of marketing and sales, and keep what was agreed.

    \b
    workshop                              the screens: what to do next
    workshop demo                         see it all, with a sample firm
    workshop init norvik --name "Norvik Dosing Systems"
    workshop person add "Marta Keller; sales; Head of sales"
    workshop new kickoff-120 --on today --at 09:00
    workshop run
    workshop export M-1 --to minutes.pdf
    """
    from workshop.cli.options import Options

    ctx.obj = Options(
        workspace,
        no_input=no_input,
        quiet=quiet,
        verbose=verbose,
        theme=theme or "",
        ascii=plain_signs,
        calm=calm,
    )
    ctx.color = color
    if ctx.invoked_subcommand is None:
        from workshop.cli.screens import can_show, show

        if can_show():
            ctx.exit(show(ctx.obj))
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def run(arguments: Sequence[str]) -> int:
    """Runs one command; returns the exit code."""
    try:
        code = root.main(list(arguments), prog_name="workshop", standalone_mode=False)
    except WorkshopError as error:
        click.echo(f"workshop: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except BrokenPipeError:
        return 1
    return code if isinstance(code, int) else 0
