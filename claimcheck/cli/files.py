"""Reading and writing the files that a command is given: what is no UTF-8 is told, and a whole file is written or none."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

import click

from claimcheck.cli import UsageProblem

STDIN = "the standard input"
MOST: Final = 256 * 1024 * 1024
"""So many bytes are read at most: a device such as /dev/zero has no end."""


def read_text(name: str | Path) -> str:
    """The text of a file, or of the standard input for `-`, line ends as they are; without a byte order mark.

    Raises:
        UsageProblem: it cannot be read, or is not UTF-8.
    """
    return decoded(name, read_bytes(name)).removeprefix("\ufeff")


def read_bytes(name: str | Path) -> bytes:
    """What a file holds, or the standard input for `-`.

    Raises:
        UsageProblem: it cannot be read, or has no end.
    """
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(MOST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    if len(data) > MOST:
        raise UsageProblem(f"{STDIN if name == '-' else name}: larger than {MOST // 1024 // 1024} MB.")
    return data


def decoded(name: str | Path, data: bytes) -> str:
    """The text of a file's bytes, to the last one.

    Raises:
        UsageProblem: it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UsageProblem(
            f"{STDIN if name == '-' else name}: not UTF-8 at byte {error.start}. Save it as UTF-8."
        ) from error


def unreadable(name: str | Path, error: Exception) -> UsageProblem:
    """What to say of a file that cannot be read."""
    return UsageProblem(
        f"{STDIN if name == '-' else name}: cannot be read: {getattr(error, 'strerror', None) or error}"
    )


def inside(root: Path, name: str) -> Path:
    """The file of the project that a name leads to, links followed.

    Raises:
        UsageProblem: there is none, or it lies outside the project.
    """
    try:
        path = Path(name).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise unreadable(name, error) from error
    if not path.is_relative_to(root.resolve()):
        raise UsageProblem(f"{name}: not inside the project {root.resolve()}; files are written only inside it.")
    return path


def write_atomically(path: Path, text: str) -> None:
    """Writes `text` as UTF-8 to a file beside the one that `path` leads to, and puts it in its place.

    Links are followed and permissions kept. What is no plain file, such as a pipe or a device, is written to as it is.

    Raises:
        UsageProblem: the file cannot be written; the old one is as it was.
    """
    try:
        data = text.encode("utf-8")
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as stream:
                stream.write(data)
        else:
            real = path.resolve()
            if real.is_symlink():  # it leads to itself; since Python 3.13 `resolve` does not tell
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
            _replace(real, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: what `resolve` tells before Python 3.13
        raise UsageProblem(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from error


def _replace(path: Path, data: bytes) -> None:
    """Puts a new file in the place of a plain one, or where there is none."""
    handle, temporary = tempfile.mkstemp(prefix=".claimcheck.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:  # also of Ctrl-C nothing is left behind
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def show_diff(old: str, new: str, before: str, after: str) -> None:
    """Prints a unified diff of two texts under two names, each line harmless."""
    from difflib import unified_diff

    from claimcheck.reporters.escape import printable

    for line in unified_diff(old.split("\n"), new.split("\n"), before, after, lineterm=""):
        click.echo(printable(line.removesuffix("\r")))
