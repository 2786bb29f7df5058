"""`claimcheck redteam`: falsifies every claim of a project in memory, and says what catches it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from claimcheck.cli import EXIT_FINDINGS, NothingToDo, UsageProblem, tell

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
    from claimcheck.cli.files import inside
    from claimcheck.cli.project import load_project, told
    from claimcheck.redteam import attack, kinds
    from claimcheck.redteam.report import as_data, markdown_table, text_table
    from claimcheck.redteam.report import told as lines_about
    from claimcheck.reporters.escape import to_json
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
    project = load_project(place if place.is_dir() else place.parent)
    with told():
        app.must_have_claims(project, "falsify")
    if not any(True for paper in project.dataset.papers for _ in paper.all_claims()):
        raise NothingToDo("nothing to falsify: no claim of a claim file can be checked; `claimcheck verify` says why.")
    document = inside(project.config.root, write) if write is not None else None
    tallies = attack(project, chosen)
    if form == "json":
        click.echo(to_json(as_data(tallies), indent=1))
    else:
        click.echo(markdown_table(tallies) if form == "markdown" else text_table(tallies))
    if verbose:
        for line in lines_about(outcome for tally in tallies for outcome in tally.failed):
            click.echo(line, err=form != "text")
    if document is not None and write is not None:
        _write(document, write, markdown_table(tallies))
    warned = sum(tally.caught - tally.stopped for tally in tallies)
    if warned > 0:
        least = project.config.fail_on
        tell(
            f"{warned} caught, but not stopped: with fail-on = {least!r}, what is found there does not make the exit code 1"
        )
    missed = sum(tally.applied - tally.caught for tally in tallies)
    if missed:
        tell(f"{missed} not caught{'' if verbose else '; --verbose shows them'}")
        sys.exit(EXIT_FINDINGS)


def _write(path: Path, name: str, table: str) -> None:
    from claimcheck.cli.files import decoded, read_bytes, write_atomically
    from claimcheck.redteam.report import fill_region

    filled = fill_region(decoded(name, read_bytes(path)), REGION, table)
    if filled is None:
        raise UsageProblem(f"{name}: no region <!-- {REGION} --> … <!-- /{REGION} -->")
    write_atomically(path, filled)
