"""`claimcheck redteam`: falsifies every claim of a project in memory, and says what catches it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimcheck.cli import EXIT_FINDINGS, EXIT_NOTHING, UsageProblem

REGION = "claimcheck:redteam"


@click.command("redteam")
@click.argument("path", type=click.Path(exists=True), default=".")
@click.option(
    "--kind", "names", multiple=True, metavar="KIND", help="Only this kind of falsification (may be repeated)."
)
@click.option("--list", "listing", is_flag=True, help="List the kinds, and the rules that may rightly catch each.")
@click.option(
    "--verbose", is_flag=True, help="Show each falsification that was missed, or not caught by the right rule."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option(
    "--write",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help=f"Write the table between <!-- {REGION} --> and <!-- /{REGION} --> of FILE.",
)
def command(path: str, names: tuple[str, ...], listing: bool, verbose: bool, form: str, write: str | None) -> None:
    """Falsify every claim of the project at PATH in every known way, and say what catches it.

    Nothing is written: every falsified file is checked in memory. Exit code 1 means that a falsification was not caught.
    """
    from claimcheck import app
    from claimcheck.config import ConfigError
    from claimcheck.redteam import attack, kinds
    from claimcheck.redteam.report import as_data, markdown_table, text_table, told
    from claimcheck.suggest import hint

    known = kinds()
    for name in names:
        if name not in known:
            raise UsageProblem(
                f"no kind of falsification {name!r}.{hint(name, known)} `claimcheck redteam --list` lists them."
            )
    chosen = [known[name] for name in dict.fromkeys(names)] or list(known.values())
    if listing:
        for each in chosen:
            click.echo(f"{each.name}: {each.description}\n    {', '.join(each.rules)}")
        return
    place = Path(path)
    try:
        project = app.load(place if place.is_dir() else place.parent)
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error
    if not any(True for paper in project.dataset.papers for _ in paper.all_claims()):
        click.echo(f"claimcheck: {app.nothing(project.config)}", err=True)
        sys.exit(EXIT_NOTHING)
    tallies = attack(project, chosen)
    if form == "json":
        from json import dumps

        click.echo(dumps(as_data(tallies), ensure_ascii=False, indent=1))
    else:
        click.echo(markdown_table(tallies) if form == "markdown" else text_table(tallies))
    if verbose:
        for line in told(outcome for tally in tallies for outcome in tally.failed):
            click.echo(line, err=form != "text")
    if write is not None:
        _write(Path(write), markdown_table(tallies))
    missed = sum(tally.applied - tally.caught for tally in tallies)
    if missed:
        click.echo(f"claimcheck: {missed} not caught{'' if verbose else '; --verbose shows them'}", err=True)
        sys.exit(EXIT_FINDINGS)


def _write(file: Path, table: str) -> None:
    from claimcheck.cli.files import write_atomically
    from claimcheck.redteam.report import fill_region

    try:
        document = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"{file}: cannot be read: {error}") from error
    filled = fill_region(document, REGION, table)
    if filled is None:
        raise UsageProblem(f"{file}: no region <!-- {REGION} --> … <!-- /{REGION} -->")
    write_atomically(file, filled)
