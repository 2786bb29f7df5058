"""`claimcheck rules`: the list of rules."""

from __future__ import annotations

import click


@click.command("rules")
def command() -> None:
    """The list of rules: code, name, severity, and what each says."""
    from claimcheck.rules import registry

    rules = registry()
    names = max(len(name) for name in rules)
    for rule in rules.values():
        click.echo(f"{rule.code}  {rule.name:<{names}}  {rule.severity:<7}  {rule.summary}")
