"""Source files: where the abstracts come from that claims are checked against."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from claimcheck.sources.abstract import Abstract, SourceText, digest
from claimcheck.sources.text import read_text

__all__ = ["Abstract", "SourceText", "digest", "read_source"]

# One reader a kind of file, by the ending of its name.
_READERS: Final[dict[str, Callable[[str, bytes], SourceText]]] = {".txt": read_text}


def read_source(path: str, data: bytes) -> SourceText:
    """Reads a source file by the reader for its kind; plain text, if the ending of its name says nothing else.

    `path` is the file's path below the project's root, `data` what the file holds. Never raises: what is wrong with the
    file is in the result's problems.
    """
    return _READERS.get(PurePosixPath(path).suffix.lower(), read_text)(path, data)
