"""`claimcheck table`: comparison tables, on the standard output or in the regions of files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import EXIT_FINDINGS, UsageProblem, completing, tell
from claimcheck.cli.project import load_whole
from claimcheck.tables import FORMATS
from claimcheck.tables.config import GROUPINGS

if TYPE_CHECKING:
    from claimcheck.app import Project


@click.command("table")
@click.argument("names", nargs=-1, metavar="[NAME | FILE...]", shell_complete=completing.tables)
@click.option("--by", type=click.Choice(GROUPINGS), help="All claims, grouped in this way (default: benchmark).")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    metavar="FORMAT",
    help=f"One of {', '.join(FORMATS)}. Default: {FORMATS[0]} (Markdown).",
)
@click.option("--write", is_flag=True, help="Fill the regions of each FILE with their tables.")
@click.option(
    "--check",
    is_flag=True,
    help="Print a diff for each FILE whose regions are out of date, and exit 1; nothing is written.",
)
def command(names: tuple[str, ...], by: str | None, form: str | None, write: bool, check: bool) -> None:
    """Comparison tables of the claims.

    NAME is a table of [tool.claimcheck.tables], or by-benchmark, by-metric, by-kind, by-paper.

    A region of a FILE begins with the line <!-- claimcheck:table NAME --> and ends with <!-- /claimcheck:table -->.
    """
    if write or check:
        if by is not None or form is not None:
            raise UsageProblem(
                "--write and --check take files alone; a region's marker names its table, and it is Markdown."
            )
        if not names:
            raise UsageProblem("--write and --check need a file, for example: claimcheck table --write REPORT.md")
        _fill(load_whole(), names, check)
        return
    if len(names) > 1 or (names and by is not None):
        raise UsageProblem("give one table: its name, or --by and a grouping. To fill regions of files, give --write.")
    name = names[0] if names else f"by-{by or GROUPINGS[0]}"
    project = load_whole()
    try:
        text = _printer(project, form or FORMATS[0])(name)
    except ValueError as error:
        raise UsageProblem(_or_file(name, str(error))) from error
    click.echo(text, nl=False)


def _or_file(name: str, message: str) -> str:
    """Someone who names a file instead of a table mostly forgot --write."""
    return f"{message} To fill the regions of a file, give --write or --check." if Path(name).is_file() else message


def _printer(project: Project, form: str) -> Callable[[str], str]:
    """Prints the table of a name; raises ValueError where there is none, or where a filter of it names nothing.

    A table without a row is none to be ashamed of, but why it has none is told on the standard error stream.
    """
    from claimcheck.tables import render
    from claimcheck.tables.build import build, why_empty
    from claimcheck.tables.config import find

    def printed(name: str) -> str:
        config = find(name, project.config.tables)
        try:
            table = build(project.dataset, config)
        except ValueError as error:
            raise ValueError(f"table {name!r}: {error}") from error
        if not table.sections:
            tell(f"table {name!r} is empty: {why_empty(project.dataset, config)}")
        return render(form, table)

    return printed


def _fill(project: Project, names: Sequence[str], check: bool) -> None:
    """Fills the regions of the files, or shows what would change; nothing is written if one of the files cannot be filled."""
    from claimcheck.cli.files import decoded, inside, read_bytes, show_diff, write_atomically
    from claimcheck.tables.regions import RegionError, fill

    printed = _printer(project, FORMATS[0])
    stale = []
    for name in names:
        path = inside(project.config.root, name)
        text = decoded(name, read_bytes(path))
        try:
            fresh = fill(text, printed)
        except RegionError as error:
            raise UsageProblem(f"{name}:{error.line}: {error}") from error
        if fresh == text:
            tell(f"{name}: up to date")
        else:
            stale.append((name, path, text, fresh))
    for name, path, text, fresh in stale:
        if check:
            show_diff(text, fresh, name, f"{name} (fresh)")
        else:
            write_atomically(path, fresh)
            tell(f"{name}: written")
    if check and stale:
        from shlex import join

        tell(f"out of date; run: claimcheck table --write {join([name for name, *_ in stale])}")
        sys.exit(EXIT_FINDINGS)
