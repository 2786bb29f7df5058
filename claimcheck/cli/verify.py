"""`claimcheck verify`: the check itself."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from claimcheck.cli import EXIT_FINDINGS, EXIT_NOTHING, UsageProblem, tell
from claimcheck.cli.project import folder_of, load_project, told
from claimcheck.diagnostic import SEVERITIES
from claimcheck.reporters import FORMATS

if TYPE_CHECKING:
    from claimcheck.app import Project
    from claimcheck.cache import Outcome
    from claimcheck.diagnostic import Severity
    from claimcheck.reporters.base import Report


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a run, as typed."""

    paths: tuple[str, ...]
    form: str | None
    output: str | None
    fail_on: Severity | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    no_ignores: bool
    no_config: bool
    coverage: bool
    baseline: str | None
    update_baseline: bool
    no_cache: bool
    color: bool | None


_FOR_PEOPLE: Final = ("full", "concise")
"""The formats that something may stand behind: a coverage table, or the next report."""


@click.command("verify")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: full on a terminal, else concise.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True, allow_dash=True),
    callback=lambda _context, _option, value: None if value == "-" else value,
    help="Write the findings to this file instead of the standard output (which is `-`).",
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
@click.option("--watch", is_flag=True, help="Check again whenever a file of the project changes, until Ctrl-C.")
@click.option("--color/--no-color", default=None, help="Default: on a terminal, unless NO_COLOR is set.")
def command(watch: bool, **options: Any) -> None:
    """Prove that every number of the claim files stands in its source.

    PATHS are claim files, sources or folders; without any the whole project is checked.
    """
    asked = Asked(**options)
    start = folder_of(asked.paths)
    if not watch:
        sys.exit(check(asked, start))
    if asked.output is not None or asked.update_baseline:
        raise UsageProblem("--watch shows what it finds: it goes with neither --output nor --update-baseline.")
    if asked.form not in (None, *_FOR_PEOPLE):
        raise UsageProblem(f"--watch has the formats {' and '.join(_FOR_PEOPLE)}; {asked.form} is for one report.")
    from claimcheck.cli.watch import Watched
    from claimcheck.cli.watch import watch as watch_

    named = Path(asked.baseline) if asked.baseline is not None else None
    sys.exit(watch_(lambda: check(asked, start), Watched(start, named, use_config=not asked.no_config)))


def check(asked: Asked, start: Path) -> int:
    """Checks the project of a folder, prints what is found, and returns the exit code.

    Raises:
        UsageProblem: bad usage, bad configuration, or a file that cannot be read.
    """
    from claimcheck import cache

    look = _look(asked)
    options = ("verify", look.form, str(look.colored), str(look.width), asked.fail_on or "")
    name = None
    if _is_usual(asked) and look.form != "github":
        name = cache.key(start, options)
        kept = cache.read(name) if name is not None else None
        if kept is not None:
            click.echo(kept.text, nl=False, color=True)
            click.echo(kept.summary, err=True)
            return kept.exit_code
    project, report = _checked(asked, start)
    outcome = _delivered(asked, look, project, report)
    if name is not None and name == cache.key(start, options):  # nothing was changed while it ran
        cache.write(name, outcome)
    return outcome.exit_code


class _Look(NamedTuple):
    """How the report is to look."""

    form: str
    colored: bool
    width: int


def _look(asked: Asked) -> _Look:
    from claimcheck.cli.terminal import use_color, width

    terminal = sys.stdout.isatty() and asked.output is None
    form = asked.form or ("full" if terminal else "concise")
    return _Look(form, use_color(asked.color, terminal), width() if form == "full" else 100)


def _checked(asked: Asked, start: Path) -> tuple[Project, Report]:
    """The project as asked for, and what is found in it; first the baseline is updated, if that is asked for."""
    from claimcheck import app
    from claimcheck.runner import run

    project = load_project(start, use_config=not asked.no_config)
    _must_not_replace(asked, project)
    with told(asked.paths):
        app.must_have_claims(project)
        chosen = app.choose(project, [Path(path) for path in asked.paths])
        selection = app.Selection(
            _split(asked.select), _split(asked.ignore), _split(asked.extend_select), asked.no_ignores
        )
        accepted = Path(asked.baseline) if asked.baseline is not None else _configured(project)
        if asked.update_baseline:
            from claimcheck.cli.baseline import update

            if asked.paths or asked.select or asked.ignore or asked.extend_select or asked.no_ignores:
                raise UsageProblem("--update-baseline sees the whole project: give no paths, rules or --no-ignores.")
            update(project, accepted)
        if accepted is not None:
            project = app.with_baseline(project, accepted)
        return project, run(project, chosen, selection)


def _must_not_replace(asked: Asked, project: Project) -> None:
    """Sees to it that the report is not written over a file of the project."""
    if asked.output is None:
        return
    config = project.config
    own = [*config.files().all(), config.root / "pyproject.toml"]
    own += [Path(each) for each in (asked.baseline, _configured(project)) if each is not None]
    if Path(asked.output).resolve() in {path.resolve() for path in own}:
        raise UsageProblem(f"--output {asked.output} would replace a file of the project: name another one.")


_NOTHING_SAID: Final = (
    "no number could be verified, and no finding says so: what keeps it from being told? See --no-ignores."
)


def _delivered(asked: Asked, look: _Look, project: Project, report: Report) -> Outcome:
    """Puts the report where it is wanted, and says what the run came to."""
    from claimcheck.cache import Outcome
    from claimcheck.reporters import render
    from claimcheck.reporters.base import summary_line

    fail_on = asked.fail_on or project.config.fail_on
    report = replace(report, fail_on=fail_on)
    text = render(look.form, report, color=look.colored, width=look.width)
    if asked.output is not None:
        from claimcheck.cli.files import write_atomically

        write_atomically(Path(asked.output), text)
    else:
        click.echo(text, nl=False, color=True)
    if look.form == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append(page, render("markdown", report))
    if asked.coverage:
        from claimcheck.cli.coverage import coverage_table

        click.echo(coverage_table(project.dataset), err=look.form not in _FOR_PEOPLE)
    summary, code = summary_line(report.summary), 0
    if any(map(report.fails, report.findings)):
        code = EXIT_FINDINGS
    elif report.summary.numbers and not report.summary.verified and project.baseline is None:
        code = EXIT_NOTHING
        summary += f"\nclaimcheck: {_NOTHING_SAID}"
    click.echo(summary, err=True)
    return Outcome(code, summary, text)


def _is_usual(asked: Asked) -> bool:
    """Whether no option is given that the outcome would have to be kept apart for."""
    chosen = asked.paths or asked.select or asked.ignore or asked.extend_select or asked.no_ignores or asked.no_config
    special = asked.output or asked.coverage or asked.baseline is not None or asked.update_baseline
    return not (chosen or special or asked.no_cache)


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
        tell(f"GITHUB_STEP_SUMMARY: cannot be written: {error.strerror or error}")


def _split(words: tuple[str, ...]) -> tuple[str, ...]:
    """Options that may be repeated also take lists: --select CC201,CC203."""
    return tuple(word.strip() for each in words for word in each.split(",") if word.strip())
