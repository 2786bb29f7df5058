"""`claimcheck fix`: mends in claim files what is safe to mend, and says what is left."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import EXIT_FINDINGS, UsageProblem, tell

if TYPE_CHECKING:
    from claimcheck.diagnostic import Severity
    from claimcheck.fixing import Fixed, Told
    from claimcheck.reporters.base import Summary

_BOM: Final = b"\xef\xbb\xbf"


@click.command("fix")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--diff", is_flag=True, help="Print what would change as a unified diff, write nothing; exit 1 if something would."
)
@click.option("--check", is_flag=True, help="Say what would change, write nothing; exit 1 if something would.")
@click.option("--no-config", is_flag=True, help="Do not read pyproject.toml.")
def command(paths: tuple[str, ...], diff: bool, check: bool, no_config: bool) -> None:
    """Mend what is safe to mend in claim files, and say what is left.

    PATHS are claim files, sources (meaning the claim files about them) or folders; without any all claim files are mended.

    Mended are: quotes and mentions that differ from the source in typography, case, white space or markup alone; numbers
    written otherwise than the source writes them; a missing or outdated hash where all quotes stand in the abstract that
    `starts` names; a missing line for editors. No number changes its meaning, and an edit with which `verify` would find
    something new is not made. The rest of a file stays as it is, to the byte.
    """
    from claimcheck import app
    from claimcheck.cli.files import show_diff
    from claimcheck.cli.project import folder_of, load_project, told
    from claimcheck.fixing import fix, mended
    from claimcheck.runner import run

    project = load_project(folder_of(paths), use_config=not no_config)
    with told(paths):
        app.must_have_claims(project, "mend")
        chosen = app.choose(project, [Path(path) for path in paths])
        project = app.with_own_baseline(project)
    results = fix(project, None if chosen.everything else chosen.files)
    writes = not (diff or check)
    for fixed in results:
        if fixed.changed and writes:
            _write(project.config.root / fixed.file.path, fixed)
        if fixed.changed and diff:
            show_diff(fixed.file.text, fixed.text, f"a/{fixed.file.path}", f"b/{fixed.file.path}")
        else:
            _tell(fixed.file.path, fixed.text if writes else fixed.file.text, fixed.edits, "", err=False)
        _tell(fixed.file.path, fixed.text if writes else fixed.file.text, fixed.left, "left: ", err=True)
    after = run(mended(project, results), chosen, app.Selection())
    tell(_summary(results, writes) + _still(after.summary))
    if not writes and any(fixed.changed for fixed in results):
        sys.exit(EXIT_FINDINGS)


def _write(path: Path, fixed: Fixed) -> None:
    """Puts the mended text into its file, behind the byte order mark if there is one."""
    from claimcheck.cli.files import read_bytes, write_atomically

    data = read_bytes(path)
    mark = _BOM if data.startswith(_BOM) else b""
    if data != mark + fixed.file.text.encode():
        raise UsageProblem(f"{fixed.file.path}: the file has changed meanwhile; nothing was written to it.")
    write_atomically(path, mark.decode() + fixed.text)


def _tell(path: str, text: str, told: Iterable[Told], lead: str, *, err: bool) -> None:
    from claimcheck.reporters.escape import printable

    placed = sorted((each.position(text), each.message) for each in told)
    for position, message in placed:
        click.echo(f"{printable(path)}:{position.line}:{position.column}: {lead}{printable(message)}", err=err)


def _summary(results: Iterable[Fixed], writes: bool) -> str:
    from claimcheck.reporters.base import plural

    results = list(results)
    files = sum(fixed.changed for fixed in results)
    edits = plural(sum(len(fixed.edits) for fixed in results), "edit")
    left = sum(len(fixed.left) for fixed in results)
    done = f"{edits} in {plural(files, 'file')}{'' if writes else ' to be made'}" if files else "nothing to mend"
    return f"{done}; {left} left to you" if left else done


def _still(summary: Summary) -> str:
    """What a check of the mended files tells: more than is left of what could have been mended."""
    from claimcheck.reporters.base import plural

    graver: tuple[Severity, ...] = ("error", "warning")
    counts = " and ".join(plural(count, severity) for severity in graver if (count := summary.findings[severity]))
    return f"; `claimcheck verify` still tells {counts}" if counts else ""
