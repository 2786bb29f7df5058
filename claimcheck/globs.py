"""The patterns of the configuration: `*` stays in one folder, `**` goes through any number of them, a last `**` means all files.

One meaning for files on disk, files of a revision, and names: `Path.glob` alone has others from one Python to the next.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path


def files(root: Path, patterns: Iterable[str]) -> list[Path]:
    """The files and links below a folder that a pattern matches, each once, in an order that does not depend on the machine."""
    found = {
        path
        for pattern in patterns
        if (segments := _segments(pattern))
        for path in root.glob("/".join(segments))
        if path.is_file() or path.is_symlink()
    }
    return sorted(found, key=lambda path: path.relative_to(root).as_posix())


def matches(name: str, pattern: str) -> bool:
    """Whether the path of a file, with `/`, is one that a pattern means."""
    segments = _segments(pattern)

    def reached(places: Iterable[int]) -> set[int]:
        """The places in the pattern, with those behind a `**` that stands for nothing."""
        found = set(places)
        for at, segment in enumerate(segments):
            if segment == "**" and at in found:
                found.add(at + 1)
        return found

    here = reached({0})
    for part in name.split("/"):
        here = reached(
            at + (segments[at] != "**")
            for at in here
            if at < len(segments) and (segments[at] == "**" or fnmatchcase(part, segments[at]))
        )
    return len(segments) in here


@dataclass(frozen=True, slots=True)
class Overlooked:
    """A file that no pattern takes: its path below the root, what it looks like, and whether it surely was meant.

    `what` is "claims" or "source"; not `sure` is a text with an ending that no pattern for sources asks for.
    """

    path: str
    what: str
    sure: bool


def names_files(pattern: str) -> bool:
    """Whether a pattern can name a file at all: "." does not."""
    return bool(_segments(pattern)) and "\0" not in pattern


def fixed_folder(pattern: str) -> str:
    """The folder that all files of a pattern are below, as far as it is written out; "" is the root."""
    segments = _segments(pattern)[:-1]
    return "/".join(takewhile(lambda segment: not any(character in segment for character in "*?["), segments))


def below(folder: Path) -> Iterator[Path]:
    """Every file of a folder and those in it; folders whose name begins with a dot are tools' own, and left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names)


def _segments(pattern: str) -> list[str]:
    """The parts of a pattern, without those that mean nothing, and none that some Python refuses."""
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if parts and parts[-1] == "**":
        parts.append("*")
    return [_single(part) if "**" in part and part != "**" else part for part in parts]


def _single(part: str) -> str:
    """Stars within a name are one star."""
    while "**" in part:
        part = part.replace("**", "*")
    return part
