"""`claimcheck schema`: the JSON Schema of the claim file."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """The JSON Schema of the claim file, generated from the models."""
    from claimcheck.claims.schema import schema_text

    click.echo(schema_text(), nl=False)
