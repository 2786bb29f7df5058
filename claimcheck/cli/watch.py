"""`claimcheck verify --watch`: the check again, whenever a file of the project has changed.

The files are looked at a few times a second. A project has some dozens of them, so that takes next to no time, needs no
package, and works where a system tells of no changes: in containers, on shared drives, on every platform.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click

from claimcheck.cli import EXIT_INTERNAL, EXIT_INTERRUPTED, tell, tell_internal_error
from claimcheck.config import Config, ConfigError, find_root, load_config
from claimcheck.suggest import first_few

_EVERY: Final = 0.3
"""Seconds from one look to the next."""
_SETTLED: Final = 0.1
"""Editors write a file in several steps: the check waits until nothing has changed for so many seconds."""
_NAMED: Final = 3
"""Changed files that are named; of others, their number."""
_CLEAR: Final = "\x1b[H\x1b[2J"

Stamps = dict[Path, tuple[int, ...]]
"""The files that there are, each with what tells whether it is still the same."""


@dataclass(slots=True)
class Watched:
    """The files that a run depends on: sources, claim files, vocabulary, configuration, schema of extra fields, baseline.

    While the configuration cannot be used, the files are those that it named last.
    """

    start: Path
    baseline: Path | None
    use_config: bool
    _config: Config = field(init=False)

    def __post_init__(self) -> None:
        self._config = Config(find_root(self.start)[0])

    def stamps(self) -> Stamps:
        """All files as they are now."""
        found: Stamps = {}
        for path in self._paths():
            try:
                status = path.stat()
            except OSError:
                continue
            found[path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        return found

    def _paths(self) -> Iterator[Path]:
        with suppress(ConfigError):  # the check tells it
            self._config = load_config(self.start, use_file=self.use_config)
        config, folder = self._config, self.start.resolve()
        # One that is made nearer by is the project's from then on.
        yield from (each / "pyproject.toml" for each in (folder, *folder.parents))
        if config.baseline is not None:
            yield config.root / config.baseline
        if self.baseline is not None:
            yield self.baseline.absolute()
        with suppress(OSError):  # a folder went away while it was read
            yield from config.files().all()
            yield from (config.root / each.path for each in config.overlooked())

    def name(self, path: Path) -> str:
        """A file as messages name it."""
        root = self._config.root
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def watch(check: Callable[[], int], watched: Watched) -> int:
    """Checks at once, and again after every change, until Ctrl-C; returns the exit code of the last check."""
    code = EXIT_INTERRUPTED
    try:
        stamps = watched.stamps()
        while True:
            code = _checked(check)
            tell("watching for changes; Ctrl-C ends")
            before, stamps = stamps, _changed(watched, stamps)
            _part(_told(watched, before, stamps))
    except KeyboardInterrupt:
        click.echo(err=True)  # behind the terminal's ^C
        return code


def _checked(check: Callable[[], int]) -> int:
    """The exit code of one check; whatever keeps it from being made is told, and the next one may do better."""
    try:
        return check()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        raise  # nobody reads on
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        tell_internal_error(error)
        return EXIT_INTERNAL


def _changed(watched: Watched, stamps: Stamps) -> Stamps:
    """Waits until the files are others, and settled."""
    while (now := watched.stamps()) == stamps:
        time.sleep(_EVERY)
    while True:
        time.sleep(_SETTLED)
        settled = watched.stamps()
        if settled == now:
            return settled
        now = settled


def _told(watched: Watched, before: Stamps, now: Stamps) -> str:
    """Which files have changed."""
    names = sorted(watched.name(path) for path in {*before, *now} if before.get(path) != now.get(path))
    return f"changed: {first_few(names, _NAMED)}" if names else "changed, and back again"


def _part(told: str) -> None:
    """Begins a new report: on a cleared terminal, or below a line that says why."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        click.echo(_CLEAR, nl=False, color=True)
    tell(told)
