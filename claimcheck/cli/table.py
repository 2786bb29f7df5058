"""`claimcheck table`: comparison tables, on the standard output or in the regions of files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import EXIT_FINDINGS, EXIT_NOTHING, UsageProblem, completing
from claimcheck.tables import FORMATS
from claimcheck.tables.config import GROUPINGS

if TYPE_CHECKING:
    from claimcheck.app import Project
    from claimcheck.claims.load import LoadedClaims
    from claimcheck.claims.vocabulary import LoadedVocabulary


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


_FIRST: Final = "Every claim file must be readable first: run claimcheck verify."


def load_whole() -> Project:
    """The project of the current folder, all of whose claims can be shown; a table or an export without some would mislead.

    Claims that do not stand in their abstracts are shown, and told on the standard error stream.
    """
    from claimcheck import app
    from claimcheck.config import ConfigError
    from claimcheck.tables.build import proven

    try:
        project = app.load(Path.cwd())
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error
    dataset = project.dataset
    files: list[LoadedClaims | LoadedVocabulary] = [*dataset.loaded]
    if dataset.loaded_vocabulary is not None:
        files.append(dataset.loaded_vocabulary)
    for loaded in files:
        if loaded.problems:
            problem, position = loaded.problems[0], loaded.file.position(loaded.problems[0].span.start)
            place = f"{loaded.file.path}:{position.line}:{position.column}"
            raise UsageProblem(f"{place}: {problem.message}. {_FIRST}")
    for paper in dataset.papers:
        if paper.abstract is None:
            raise UsageProblem(f"{paper.claims.file.path}: its abstract is not among the sources. {_FIRST}")
    if not dataset.loaded:
        click.echo(f"claimcheck: {app.nothing(project.config)}", err=True)
        sys.exit(EXIT_NOTHING)
    claims = [claim for paper in dataset.papers for claim in paper.all_claims()]
    unproven = sum(not proven(claim) for claim in claims)
    if unproven:
        click.echo(
            f"claimcheck: {unproven} of {len(claims)} claims do not stand in their abstracts; run claimcheck verify.",
            err=True,
        )
    return project


def _or_file(name: str, message: str) -> str:
    """Someone who names a file instead of a table mostly forgot --write."""
    return f"{message} To fill the regions of a file, give --write or --check." if Path(name).is_file() else message


def _printer(project: Project, form: str) -> Callable[[str], str]:
    """Prints the table of a name; raises ValueError where there is none, or where a filter of it names nothing."""
    from claimcheck.tables import render
    from claimcheck.tables.build import build
    from claimcheck.tables.config import find

    def printed(name: str) -> str:
        config = find(name, project.config.tables)
        try:
            return render(form, build(project.dataset, config))
        except ValueError as error:
            raise ValueError(f"table {name!r}: {error}") from error

    return printed


def _fill(project: Project, names: Sequence[str], check: bool) -> None:
    """Fills the regions of the files, or shows what would change; nothing is written if one of the files cannot be filled."""
    from claimcheck.cli.files import write_atomically
    from claimcheck.tables.regions import RegionError, fill

    printed = _printer(project, FORMATS[0])
    stale = []
    for name in names:
        path = _inside(project.config.root, name)
        text = _read(path, name)
        try:
            fresh = fill(text, printed)
        except RegionError as error:
            raise UsageProblem(f"{name}:{error.line}: {error}") from error
        if fresh == text:
            click.echo(f"claimcheck: {_shown(name)}: up to date", err=True)
        else:
            stale.append((name, path, text, fresh))
    for name, path, text, fresh in stale:
        if check:
            _show_diff(name, text, fresh)
        else:
            write_atomically(path, fresh)
            click.echo(f"claimcheck: {_shown(name)}: written", err=True)
    if check and stale:
        from shlex import join

        files = _shown(join([name for name, *_ in stale]))
        click.echo(f"claimcheck: out of date; run: claimcheck table --write {files}", err=True)
        sys.exit(EXIT_FINDINGS)


def _inside(root: Path, name: str) -> Path:
    """The file that a name leads to, links followed; it must lie in the project."""
    try:
        path = Path(name).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageProblem(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if not path.is_relative_to(root.resolve()):
        raise UsageProblem(f"{name}: not inside the project {root.resolve()}; files are written only inside it.")
    return path


def _read(path: Path, name: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageProblem(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{name}: not UTF-8 at byte {error.start}. Save the file as UTF-8.") from error


def _show_diff(name: str, old: str, new: str) -> None:
    from difflib import unified_diff

    lines = unified_diff(old.split("\n"), new.split("\n"), name, f"{name} (fresh)", lineterm="")
    for line in lines:
        click.echo(_shown(line.removesuffix("\r")))


def _shown(text: str) -> str:
    from claimcheck.reporters.escape import printable

    return printable(text)
