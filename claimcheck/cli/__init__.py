"""The command line: one module a command, imported when it is used."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from claimcheck import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = {
    "verify": "Prove that every number of the claim files stands in its source.",
    "new": "Draft the claim file of an abstract: numbers filled in, the rest TODO or proposed.",
    "fix": "Mend what is safe to mend in claim files, and say what is left.",
    "diff": "What a change does to claims, sources and settings, and what weakens the checks.",
    "table": "Comparison tables of the claims, for reports.",
    "show": "An abstract with every number marked: claimed, name, excused, unaccounted.",
    "why": "How the number at FILE:LINE[:COL] was read, and by which part of the grammar.",
    "numbers": "Every number of a plain text: the recogniser on its own.",
    "export": "The claims as data, with places in the abstracts.",
    "lsp": "The language server: findings, completion and mending in the editor.",
    "redteam": "Falsify every claim in every known way, and say what catches it.",
    "explain": "A rule's page: what it says, with flagged and clean example.",
    "rules": "The list of rules.",
    "schema": "The JSON Schema of the claim file.",
}
"""The commands and their one-line help; the module of each has its name."""

EXIT_FINDINGS: Final = 1
EXIT_USAGE: Final = 2
EXIT_NOTHING: Final = 3
EXIT_INTERNAL: Final = 70
EXIT_INTERRUPTED: Final = 130
"""What a shell has for a program that Ctrl-C ended."""


class UsageProblem(click.ClickException):
    """Bad usage, bad configuration, or a file that cannot be read."""

    exit_code = EXIT_USAGE

    def show(self, file: Any = None) -> None:
        tell(self.message)


class NothingToDo(UsageProblem):
    """What the command works on is not there: no claim file, no abstract, no number."""

    exit_code = EXIT_NOTHING


def tell(text: str) -> None:
    """Says something beside the output: on the standard error stream, and harmless whatever names are in it."""
    from claimcheck.reporters.escape import printable

    click.echo(f"claimcheck: {printable(text)}", err=True)


class _Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"claimcheck.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from claimcheck.suggest import hint

            ctx.fail(f"No such command {args[0]!r}.{hint(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands with their help, without importing any of them; then the options."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _enter(ctx: click.Context, param: click.Parameter, folder: str | None) -> None:
    """Goes to the folder of `-C`, also where the shell asks for completions."""
    if folder is not None:
        try:
            os.chdir(folder)
        except OSError as error:
            raise UsageProblem(f"{folder}: {error.strerror or error}") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "--project",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False),
    expose_value=False,
    is_eager=True,
    callback=_enter,
    help="Work on the project of FOLDER, as if started there: other paths are taken from it, too.",
)
@click.version_option(__version__, prog_name="claimcheck")
def cli() -> None:
    """Benchmark numbers and claims, each proven to stand in its source."""


def main() -> None:
    """Runs the command line; an exception that nobody foresaw ends with exit code 70 and a word on what to do."""
    gc.set_threshold(100_000)  # a run makes much and drops little: looking for garbage took a twentieth of its time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = cli(prog_name="claimcheck", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)
    except OSError as error:
        if error.errno not in _FULL:
            _unforeseen(error)
        _drop_output()
        tell(f"the output cannot be written: {error.strerror}")
        sys.exit(EXIT_USAGE)
    except Exception as error:  # noqa: BLE001 - told, with an exit code of its own
        _unforeseen(error)


_FULL: Final = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO)


def _drop_output() -> None:
    """What is still to be written to a closed pipe or a full disk goes nowhere, so that the end of the program is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unforeseen(error: Exception) -> NoReturn:
    if os.environ.get("CLAIMCHECK_TRACEBACK"):
        raise error
    tell_internal_error(error)
    sys.exit(EXIT_INTERNAL)


def tell_internal_error(error: Exception) -> None:
    """What to say of an exception that nobody foresaw."""
    tell(f"internal error: {type(error).__name__}: {error!s:.200}")
    click.echo(
        "This is a defect of claimcheck, not of your files. Set CLAIMCHECK_TRACEBACK=1 to see where, and please report it.",
        err=True,
    )
