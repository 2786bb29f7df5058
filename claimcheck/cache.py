"""The outcome of a run, kept under the hash of all that it depends on, so that an unchanged project is told at once.

It lies in the user's cache folder, never in the project: a pull request cannot bring a verdict along. What goes into the
hash are the bytes and names of all files that a run reads, as the parsed configuration tells them to the run itself, the
bytes of the configuration, the names of the files that are overlooked, the options, the day (waivers expire), Python's
version, claimcheck's own files, and the libraries that have a say. Where anything is unusual (links, unreadable files),
nothing is kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from claimcheck import __version__

_MOST: Final = 64
"""Outcomes that are kept; the oldest go."""

_LIBRARIES: Final = ("jsonschema_rs", "rapidfuzz", "yaml")


class Outcome(NamedTuple):
    """What a run wrote to the standard output, its last line on the standard error, and its exit code."""

    exit_code: int
    summary: str
    text: str


def key(start: Path, options: Iterable[str]) -> str | None:
    """The hash that stands for a run over the project of `start`; None where its outcome is not to be kept."""
    import time
    from hashlib import sha256

    from claimcheck.config import Config, ConfigError, configurations, find_root, parse_places

    if folder() is None:
        return None
    digest = sha256()

    def add(*parts: str | bytes) -> None:
        for part in parts:
            data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
            digest.update(b"%d:" % len(data))
            digest.update(data)

    try:
        root, configuration = find_root(start)
        add(__version__, sys.version, time.strftime("%Y-%m-%d"), str(root), *options)
        for part in (*_program(), *_libraries()):
            add(part)
        config = Config(root)
        if configuration is not None and not configuration.is_file():
            return None
        if configuration is not None:
            data = configuration.read_bytes()
            add(data)
            config = parse_places(root, configuration.name, data.decode("utf-8"))
        if config.baseline is not None or len(configurations(start)) > 1:
            return None
        for path in config.files().all():
            if path.is_symlink():
                return None
            add(path.relative_to(root).as_posix(), path.read_bytes())
        add(*(each.path for each in config.overlooked()))
    except (ConfigError, OSError, ValueError, RuntimeError):
        return None  # whatever is wrong, the run itself tells it better
    return digest.hexdigest()


def _program() -> Iterator[str]:
    """Name, size and time of each of claimcheck's own files: after a change nothing of before holds."""
    folders = [os.path.dirname(os.path.abspath(__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                else:
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """Place, size and time of each library that a finding may hang on: after an upgrade nothing of before holds."""
    from importlib.util import find_spec

    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            status = os.stat(spec.origin)
            yield f"{spec.origin} {status.st_size} {status.st_mtime_ns}"


def folder() -> Path | None:
    """The user's cache folder for outcomes; None if there is none to be had, or CLAIMCHECK_NO_CACHE is set."""
    if os.environ.get("CLAIMCHECK_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    try:
        return (Path(base) if base else Path.home() / ".cache") / "claimcheck"
    except RuntimeError:
        return None  # no home folder


def read(name: str) -> Outcome | None:
    """The outcome that is kept under a key."""
    place = folder()
    if place is None:
        return None
    try:
        with open(place / name, encoding="utf-8", newline="") as stream:
            code, summary, text = stream.read().split("\n", 2)
        return Outcome(int(code), summary, text)
    except (OSError, ValueError):
        return None


def write(name: str, outcome: Outcome) -> None:
    """Keeps an outcome; where that cannot be done, nothing is lost but time."""
    place = folder()
    if place is None or "\n" in outcome.summary:
        return
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=place)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(f"{outcome.exit_code}\n{outcome.summary}\n{outcome.text}")
        os.replace(temporary, place / name)
        kept = sorted(os.scandir(place), key=lambda entry: entry.stat().st_mtime_ns)
        for entry in kept[:-_MOST]:
            os.unlink(entry.path)
    except (OSError, UnicodeError):
        return
