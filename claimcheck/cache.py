"""The outcome of a run, kept under the hash of all that it depends on, so that an unchanged project is told at once.

It lies in the user's cache folder, never in the project: a pull request cannot bring a verdict along. What goes into the
hash are the bytes and names of all sources, claim files, vocabulary and configuration, the options, the day (waivers
expire), Python's version, and claimcheck's own files. Where anything is unusual (links, unreadable files), nothing is kept.
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


class Outcome(NamedTuple):
    """What a run wrote to the standard output, its last line on the standard error, and its exit code."""

    exit_code: int
    summary: str
    text: str


def key(start: Path, options: Iterable[str]) -> str | None:
    """The hash that stands for a run over the project of `start`; None where its outcome is not to be kept."""
    import time
    import tomllib
    from hashlib import sha256

    from claimcheck.config import CLAIMS, SOURCES, VOCABULARY, find_root

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
        for part in _program():
            add(part)
        table = {}
        if configuration is not None:
            data = configuration.read_bytes()
            add(data)
            table = tomllib.loads(data.decode("utf-8")).get("tool", {}).get("claimcheck", {})
        if "baseline" in table:
            return None
        patterns = (*table.get("sources", SOURCES), *table.get("claims", CLAIMS), table.get("vocabulary", VOCABULARY))
        for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
            if path.is_symlink() or not path.is_file():
                return None
            add(path.relative_to(root).as_posix(), path.read_bytes())
    except (OSError, ValueError, TypeError, AttributeError, NotImplementedError):
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
