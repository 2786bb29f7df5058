"""What mending a file comes to: edits of its text, and what is left to a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse
from claimcheck.source import Position, SourceFile, Span

Steps = tuple[str | int, ...]
"""The way to a field from the top of its file: `("evidence", 0, "claims", 1, "value")`; `()` is the file itself."""

Piece = tuple[Span, str]
"""A stretch of a file's text, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was mended, or was left and why, and in which field."""

    at: Steps
    message: str

    def position(self, text: str) -> Position:
        """Where the field, or the innermost one around it that exists, stands in a version of its file."""
        return SourceFile("", text).position(_start(parse(text)[0], self.at))


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one field of a file; those of one `group` (a quote and its claims) may need each other."""

    path: str
    told: Told
    pieces: tuple[Piece, ...]
    group: int = -1

    def applied(self, text: str) -> str:
        return splice(text, self.pieces)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A claim file as it was read, its mended text (the same, if nothing was mended), and what there is to tell."""

    file: SourceFile
    text: str
    edits: tuple[Told, ...]
    left: tuple[Told, ...]

    @property
    def changed(self) -> bool:
        return self.text != self.file.text


def splice(text: str, pieces: Iterable[Piece]) -> str:
    """The text with stretches replaced, given in any order; they may not overlap."""
    parts: list[str] = []
    last = 0
    for span, new in sorted(pieces):
        parts += (text[last : span.start], new)
        last = span.end
    return "".join((*parts, text[last:]))


def texts(node: Node, steps: Steps = ()) -> dict[Steps, str]:
    """Every text of a file by the way to it; an empty list or mapping counts as one."""
    match node:
        case Scalar():
            return {steps: node.text}
        case Mapping():
            inner: list[tuple[str | int, Node]] = [(key.text, value) for key, value in node.entries]
        case Sequence():
            inner = list(enumerate(node.items))
    found: dict[Steps, str] = {} if inner else {steps: ""}
    for step, child in inner:
        found |= texts(child, (*steps, step))
    return found


def _start(node: Node | None, steps: Steps) -> int:
    if node is None or not steps:
        return 0
    for step in steps:
        inner = _child(node, step)
        if inner is None:
            break
        node = inner
    return node.span.start


def _child(node: Node, step: str | int) -> Node | None:
    match node, step:
        case Mapping(), str():
            return node.get(step)
        case Sequence(), int() if step < len(node.items):
            return node.items[step]
    return None
