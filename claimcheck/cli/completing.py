"""What the shell offers while an argument is typed: papers, rules, tables. It reads no claim file, and never fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from claimcheck.config import Config


def papers(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The papers of the project: the names of its claim files."""
    config = _config()
    if config is None:
        return []
    return sorted(path.stem for path in config.files().claims if path.stem.startswith(incomplete))


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules: their names, or their codes once a code is begun, each with its one-line summary."""
    from click.shell_completion import CompletionItem

    from claimcheck.rules import registry

    found = registry().values()
    codes = incomplete[:2].upper() == "CC"
    typed = incomplete.upper() if codes else incomplete
    words = ((rule.code if codes else rule.name, rule.summary) for rule in found)
    return [CompletionItem(word, help=summary) for word, summary in words if word.startswith(typed)]


def tables(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The tables, configured and built in; the shell's own file names where files are what is asked for."""
    from click.shell_completion import CompletionItem

    if ctx.params.get("write") or ctx.params.get("check"):
        return [CompletionItem(incomplete, type="file")]
    from claimcheck.tables.config import BUILT_IN

    config = _config()
    names = [*(config.tables if config else ()), *BUILT_IN]
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _config() -> Config | None:
    """The configuration; None where it cannot be used: no message may get between a person and the line being typed."""
    from claimcheck.config import ConfigError, load_config

    try:
        return load_config(Path.cwd())
    except ConfigError:
        return None
