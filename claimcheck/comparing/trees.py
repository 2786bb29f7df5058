"""Where a version of a project is read from: a folder, or a revision of a git repository, without a checkout."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Protocol

from claimcheck import globs

_LINK: Final = "120000"
_MOST_LINKS: Final = 8
_FILES: Final = frozenset({"100644", "100755", _LINK})


class TreeError(Exception):
    """A version cannot be read; the message says why, and what to do."""


class Tree(Protocol):
    """The files of one version of a project, by their paths below its root, with `/`."""

    name: str
    root: Path

    def matching(self, patterns: Sequence[str]) -> list[str]:
        """The files that one of the glob patterns matches, in an order that does not depend on the machine."""
        ...

    def read(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        """What the files hold; None for a link that leads to no file of the project. What is not there is left out.

        Raises:
            TreeError: a file cannot be read.
        """
        ...


class FolderTree:
    """A project as it is on disk."""

    def __init__(self, root: Path, name: str) -> None:
        self.root = root.resolve()
        self.name = name

    def matching(self, patterns: Sequence[str]) -> list[str]:
        return [path.relative_to(self.root).as_posix() for path in globs.files(self.root, patterns)]

    def read(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        found: dict[str, bytes | None] = {}
        for name in paths:
            path = self.root / name
            if not path.is_file() and not path.is_symlink():
                continue
            try:
                real = path.resolve(strict=True)
                found[name] = real.read_bytes() if real.is_relative_to(self.root) else None
            except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
                raise TreeError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
        return found


class GitTree:
    """A project as a revision of its repository has it; nothing is checked out, and no hook or filter runs."""

    def __init__(self, root: Path, revision: str) -> None:
        """`root` is the project's folder in the working tree.

        Raises:
            TreeError: there is no git, no repository, or no such revision.
        """
        self.root = root.resolve()
        self.name = revision
        commit = resolve(self.root, revision)
        prefix = _text(_git(self.root, "rev-parse", "--show-prefix")).rstrip("/")
        self._blobs: dict[str, tuple[str, str]] = {}
        tree = _git(
            self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{prefix}", check=False
        )
        if not tree:
            return  # the folder did not exist yet
        for entry in _git(self.root, "ls-tree", "-r", "-z", "--full-tree", _text(tree)).split(b"\0"):
            if entry:
                about, _, path = entry.partition(b"\t")
                mode, _, oid = about.decode("ascii").split(" ")
                if mode in _FILES:
                    self._blobs[os.fsdecode(path)] = (mode, oid)

    def matching(self, patterns: Sequence[str]) -> list[str]:
        return sorted(path for path in self._blobs if any(globs.matches(path, pattern) for pattern in patterns))

    def read(self, paths: Iterable[str]) -> dict[str, bytes | None]:
        places = {path: self._followed(path) for path in paths if path in self._blobs}
        wanted = [place for place in dict.fromkeys(places.values()) if place is not None]
        contents = dict(zip(wanted, self._contents(wanted), strict=True))
        return {path: contents[place] if place is not None else None for path, place in places.items()}

    def _followed(self, path: str) -> str | None:
        """Where a link leads, and any other path itself; None if it leads to no file of the project."""
        for _ in range(_MOST_LINKS):
            if path not in self._blobs:
                return None
            if self._blobs[path][0] != _LINK:
                return path
            target = os.fsdecode(self._contents([path])[0])
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return None

    def _contents(self, paths: Sequence[str]) -> list[bytes]:
        asked = "".join(f"{self._blobs[path][1]}\n" for path in paths)
        return _objects(_git(self.root, "cat-file", "--batch", stdin=asked.encode())) if paths else []


def resolve(root: Path, revision: str) -> str:
    """The commit that a revision names, as its object id.

    Raises:
        TreeError: there is no git, no repository, or no such revision; or it begins with a hyphen.
    """
    if revision.startswith("-") or "\0" in revision:
        raise TreeError(f"{revision!r} is no revision: a revision does not begin with '-'.")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
    if found:
        return _text(found)
    _git(root, "rev-parse", "--git-dir")  # tells if there is no repository at all
    from claimcheck.suggest import hint

    names = _text(_git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"))
    said = " Give the two revisions as two words." if ".." in revision else hint(revision, names.split())
    raise TreeError(f"{revision!r} is neither a revision nor a folder.{said}")


def merge_base(root: Path, base: str, head: str) -> str:
    """The commit from which `head` went its own way.

    Raises:
        TreeError: one of the revisions is none, or the two have nothing in common.
    """
    found = _git(root, "merge-base", resolve(root, base), resolve(root, head), check=False)
    if not found:
        raise TreeError(f"{base!r} and {head!r} have no commit in common; if the history is cut off, fetch more of it.")
    return _text(found)


def is_revision(root: Path, name: str) -> bool:
    """Whether git knows a commit by this name."""
    try:
        resolve(root, name)
    except TreeError:
        return False
    return True


def _git(root: Path, *words: str, stdin: bytes = b"", check: bool = True) -> bytes:
    """What a git command prints; nothing, if it fails and that is no error (`check=False`)."""
    quiet = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            ["git", *words], cwd=root, env={**os.environ, **quiet}, input=stdin, capture_output=True, check=False
        )
    except OSError as error:
        raise TreeError(
            f"git cannot be run ({error.strerror or error}); give two folders to compare instead."
        ) from error
    if done.returncode == 0:
        return done.stdout
    if not check:
        return b""
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
    raise TreeError(f"git {words[0]}: {said or f'exit code {done.returncode}'}")


def _text(output: bytes) -> str:
    return os.fsdecode(output).strip()


def _objects(output: bytes) -> list[bytes]:
    """The objects of `git cat-file --batch`: for each a line "id type size", so many bytes, a line end."""
    found = []
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        header = output[at:end].split(b" ")
        if len(header) != 3:
            raise TreeError(f"git cat-file: {output[at:end].decode('utf-8', 'replace')}; is this a partial clone?")
        size = int(header[2])
        found.append(output[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found
