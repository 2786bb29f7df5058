"""`claimcheck verify --update-baseline`: the file of accepted findings is made, or made shorter."""

from __future__ import annotations

import os
from pathlib import Path

from claimcheck import app
from claimcheck.baseline import keyed, of, written
from claimcheck.cli import UsageProblem, tell
from claimcheck.cli.files import write_atomically
from claimcheck.runner import run, selected


def update(project: app.Project, path: Path | None) -> None:
    """Removes stale entries from a baseline; makes it of the present findings where the file is not there.

    Raises:
        UsageProblem: no file is named, or it cannot be written.
        app.Unreadable: the file is no baseline, or not inside the project.
    """
    if path is None:
        raise UsageProblem("--update-baseline needs a file: give --baseline FILE, or set `baseline` in pyproject.toml.")
    report = run(project, app.Chosen(True), app.Selection())
    key = keyed(project.dataset)
    if not os.path.lexists(path):
        if not path.parent.resolve().is_relative_to(project.config.root):
            raise UsageProblem(f"{path}: not inside the project {project.config.root.name}")
        entries = of(report.findings, key)
        write_atomically(path, written(entries))
        tell(f"{path.name}: {len(entries)} accepted")
        return
    old = app.with_baseline(project, path).baseline
    assert old is not None
    active = frozenset(rule.name for rule in selected(project, app.Selection()))
    entries = old.shrunk(report.findings, key, active)
    removed = len(old.entries) - len(entries)
    if removed:
        write_atomically(path, written(entries))
    tell(f"{path.name}: {len(entries)} accepted, {removed} removed")
