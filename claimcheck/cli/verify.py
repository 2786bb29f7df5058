"""`claimcheck verify`: the check itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import EXIT_FINDINGS, EXIT_NOTHING, UsageProblem
from claimcheck.diagnostic import SEVERITIES
from claimcheck.reporters import FORMATS

if TYPE_CHECKING:
    from claimcheck.app import Project


@click.command("verify")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: full on a terminal, else concise.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True),
    help="Write the findings to this file instead of the standard output.",
)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="The mildest severity that makes the exit code 1 (default: error)."
)
@click.option(
    "--select", multiple=True, metavar="RULE", help="Run these rules only (code, name, or prefix such as CC2)."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules.")
@click.option("--extend-select", multiple=True, metavar="RULE", help="Run these rules too.")
@click.option("--no-ignores", is_flag=True, help="Show what ignores, waivers and the configuration hide.")
@click.option("--no-config", is_flag=True, help="Do not read pyproject.toml.")
@click.option("--coverage", is_flag=True, help="Print for each paper how its numbers are accounted for.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Accept the findings of this file; an entry without its finding is one (stale-baseline).",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Remove stale entries from the baseline, and add none; where the file is not there, accept all present findings.",
)
@click.option("--no-cache", is_flag=True, help="Check anew, even where nothing has changed since the last run.")
@click.option("--color/--no-color", default=None, help="Default: on a terminal, unless NO_COLOR is set.")
def command(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    no_ignores: bool,
    no_config: bool,
    coverage: bool,
    baseline: str | None,
    update_baseline: bool,
    no_cache: bool,
    color: bool | None,
) -> None:
    """Prove that every number of the claim files stands in its source.

    PATHS are claim files, sources or folders; without any the whole project is checked.
    """
    from claimcheck import cache
    from claimcheck.cli.terminal import use_color, width

    terminal = sys.stdout.isatty() and output is None
    form = form or ("full" if terminal else "concise")
    colored = use_color(color, terminal)
    columns = width() if form == "full" else 100
    start = folder_of(paths)
    options = ("verify", form, str(colored), str(columns), fail_on or "")
    plain = not (paths or output or select or ignore or extend_select or no_ignores or no_config or coverage)
    name = None
    if plain and no_cache is False and baseline is None and not update_baseline and form != "github":
        name = cache.key(start, options)
        kept = cache.read(name) if name is not None else None
        if kept is not None:
            click.echo(kept.text, nl=False, color=True)
            click.echo(kept.summary, err=True)
            sys.exit(kept.exit_code)

    from claimcheck import app
    from claimcheck.config import ConfigError
    from claimcheck.reporters import render
    from claimcheck.reporters.base import summary_line
    from claimcheck.runner import run

    try:
        project = app.load(start, use_config=not no_config)
        if not project.dataset.loaded:
            click.echo(f"claimcheck: {app.nothing(project.config)}", err=True)
            sys.exit(EXIT_NOTHING)
        chosen = app.choose(project, [Path(path) for path in paths])
        selection = app.Selection(_split(select), _split(ignore), _split(extend_select), no_ignores)
        accepted = Path(baseline) if baseline is not None else _configured(project)
        if update_baseline:
            from claimcheck.cli.baseline import update

            if paths or select or ignore or extend_select or no_ignores:
                raise UsageProblem("--update-baseline sees the whole project: give no paths, rules or --no-ignores.")
            update(project, accepted)
        if accepted is not None:
            project = app.with_baseline(project, accepted)
        report = run(project, chosen, selection)
    except app.NothingToCheck as error:
        click.echo(f"claimcheck: {error}", err=True)
        sys.exit(EXIT_NOTHING)
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error
    text = render(form, report, color=colored, width=columns)
    if output is not None:
        from claimcheck.cli.files import write_atomically

        write_atomically(Path(output), text)
    else:
        click.echo(text, nl=False, color=True)
    if form == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append(page, render("markdown", report))
    if coverage:
        from claimcheck.cli.coverage import coverage_table

        click.echo(coverage_table(project.dataset), err=form in ("json", "jsonl", "sarif", "gitlab", "junit"))
    summary = summary_line(report.summary)
    click.echo(summary, err=True)
    threshold = SEVERITIES.index(fail_on or project.config.fail_on)
    failed = any(SEVERITIES.index(found.severity) >= threshold for found in report.findings)
    if name is not None and name == cache.key(start, options):  # nothing was changed while it ran
        cache.write(name, cache.Outcome(EXIT_FINDINGS if failed else 0, summary, text))
    if failed:
        sys.exit(EXIT_FINDINGS)


def folder_of(paths: tuple[str, ...]) -> Path:
    """Where the configuration is looked for: the folder of the first path; without any there, the current folder."""
    from claimcheck.config import find_root

    if not paths:
        return Path.cwd()
    path = Path(paths[0])
    folder = path if path.is_dir() else path.parent
    _, file = find_root(folder)
    return folder if file is not None else Path.cwd()


def _configured(project: Project) -> Path | None:
    """The baseline that the configuration names."""
    config = project.config
    return config.root / config.baseline if config.baseline is not None else None


def _append(path: str, text: str) -> None:
    """Adds the report to the page of a GitHub job in one write; what other steps wrote there stays."""
    try:
        with open(path, "ab") as stream:
            stream.write(text.encode())
    except OSError as error:
        click.echo(f"claimcheck: GITHUB_STEP_SUMMARY: cannot be written: {error.strerror or error}", err=True)


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Options that may be repeated also take lists: --select CC201,CC203."""
    return tuple(word.strip() for each in words for word in each.split(",") if word.strip())
