"""`claimcheck export`: the claims as data."""

from __future__ import annotations

import sys

import click

from claimcheck.exporters import FORMATS


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="jsonl: one JSON object a line, with every number's place; csv: one table.",
)
def command(form: str) -> None:
    """All claims of the project, one line a claim, with their places in the abstracts (offsets in code points)."""
    from claimcheck.cli.project import load_whole
    from claimcheck.exporters import export

    for text in export(form, load_whole().dataset):
        sys.stdout.write(text)
