"""`claimcheck explain RULE`: a rule's page."""

from __future__ import annotations

import click

from claimcheck.cli import UsageProblem, completing


@click.command("explain")
@click.argument("rule", shell_complete=completing.rules)
def command(rule: str) -> None:
    """The page of RULE (code or name): what it says, with flagged and clean example."""
    from claimcheck.rules import registry
    from claimcheck.suggest import hint

    rules = registry()
    for each in rules.values():
        if rule in (each.name, each.code):
            click.echo(f"{each.code} {each.name} ({each.severity})\n\n{each.doc}")
            return
    known = [*rules, *(each.code for each in rules.values())]
    raise UsageProblem(f"no rule {rule!r}.{hint(rule, known)} `claimcheck rules` lists them.")
