"""Changes, as plain data: what was added, removed or changed, field by field, and whether it weakens the checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["added", "removed", "changed"]

What = Literal[
    "paper",
    "claim",
    "quote",
    "name",
    "not-claim",
    "relation",
    "waiver",
    "ignore",
    "abstract",
    "vocabulary",
    "configuration",
    "baseline",
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its text on either side; None where it is absent there. Lists are joined by "; "."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was.

    `id` names it in its paper (or in the project, where `paper` is None); `file` and `line` are its place in the new
    version, or the old one's where it was removed. `weakens` says what is checked less now.
    """

    sort: Sort
    what: What
    id: str
    paper: str | None = None
    file: str = ""
    line: int | None = None
    fields: tuple[FieldChange, ...] = ()
    weakens: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of one side that could not be compared, and why."""

    side: Literal["base", "head"]
    file: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides compared. `reformatted` are files whose text differs, or whose place does, and nothing that they say."""

    base: str
    head: str
    changes: tuple[Change, ...]
    unread: tuple[Unread, ...]
    reformatted: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs in what is said, or in what can be read."""
        sides = [{(each.file, each.message) for each in self.unread if each.side == side} for side in ("base", "head")]
        return bool(self.changes) or sides[0] != sides[1]

    @property
    def weakening(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.weakens)
