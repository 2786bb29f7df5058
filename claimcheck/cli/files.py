"""Writing files so that nothing is lost: a whole file or none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from claimcheck.cli import UsageProblem


def write_atomically(path: Path, text: str) -> None:
    """Writes `text` as UTF-8 to a file beside `path` and puts it in its place; the old file's permissions are kept.

    Raises:
        UsageProblem: the file cannot be written; the old one is as it was.
    """
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        mode = path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)
        raise UsageProblem(f"{path}: cannot be written: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
