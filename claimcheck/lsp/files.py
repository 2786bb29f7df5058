"""The files as the person sees them: what is open in the editor, and for the rest what lies on the disk."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """A file that is open: its address as the client writes it, its text without a byte order mark, and its version."""

    uri: str
    text: str
    version: int | None
    has_mark: bool

    @classmethod
    def of(cls, uri: str, text: str, version: int | None) -> Document:
        # Half of a surrogate pair can come in through JSON; it is one unit, and no character, like what stands for it.
        text = _SURROGATE.sub("\ufffd", text)
        return cls(uri, text.removeprefix("\ufeff"), version, text.startswith("\ufeff"))


class Files:
    """Contents of files. What was read from the disk is kept until size or time of the file change."""

    def __init__(self) -> None:
        self.open: Final[dict[str, Document]] = {}
        self._read: Final[dict[str, tuple[tuple[int, int, int], bytes]]] = {}

    def document(self, path: str | Path) -> Document | None:
        """What is open of a file, under whatever name of it."""
        return self.open.get(os.path.realpath(path)) if self.open else None

    def data(self, path: Path) -> bytes:
        """What a file holds: its open text, else what lies on the disk.

        Raises:
            OSError: it cannot be read.
        """
        document = self.document(path)
        return self.on_disk(path) if document is None else document.text.encode("utf-8")

    def on_disk(self, path: Path) -> bytes:
        """What lies on the disk, whatever is open.

        Raises:
            OSError: it cannot be read.
        """
        name = str(path)
        status = os.stat(name)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is no plain file", name)
        stamp = status.st_mtime_ns, status.st_size, status.st_ino
        known = self._read.get(name)
        if known is None or known[0] != stamp:
            with open(name, "rb") as stream:
                known = stamp, stream.read()
            self._read[name] = known
        return known[1]
