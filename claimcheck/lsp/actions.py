"""What `claimcheck fix` would mend in an open file, as edits of its text: one by one, and all at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimcheck.claims.yaml import Mapping, Node, Sequence, parse
from claimcheck.fixing import Fixed
from claimcheck.fixing.model import Piece, Steps, Told
from claimcheck.lsp.view import View
from claimcheck.reporters.escape import printable
from claimcheck.source import Span


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be mended: what, the stretch that it is about, and the edits of the text."""

    title: str
    span: Span
    pieces: tuple[Piece, ...]


def actions(view: View, within: Span) -> list[Action]:
    """The mends of the fields that a stretch of the file touches."""
    fixed = _fixed(view)
    if fixed is None:
        return []
    return [each for each in _single(fixed) if each.span.start <= within.end and within.start <= each.span.end]


def everything(view: View) -> Action | None:
    """All mends of the file at once; None if there is nothing to mend."""
    fixed = _fixed(view)
    if fixed is None or not fixed.changed:
        return None
    old, new = fixed.file.text, fixed.text
    count = len(fixed.edits)
    title = f"Mend what is safe to mend in this file ({count} edit{'s' * (count != 1)})"
    return Action(title, Span(0, len(old)), tuple(_pieces(old, new)))


def _fixed(view: View) -> Fixed | None:
    """What mending the file comes to, worked out once for each state of the project."""
    return None if view.paper is None else view.live.fixed(view.project, view.file.path)


def _single(fixed: Fixed) -> Iterator[Action]:
    old, new = fixed.file.text, fixed.text
    before, after = parse(old)[0], parse(new)[0]
    if before is None or after is None:
        return
    for told in fixed.edits:
        piece = _piece(told, old, new, before, after)
        if piece is not None:
            yield Action(f"Mend: {printable(told.message)}", piece[0], (_trimmed(old, piece),))


def _piece(told: Told, old: str, new: str, before: Node, after: Node) -> Piece | None:
    """The stretch of the innermost node that both texts have for a field, and what stands there in the new one."""
    if not told.at:
        line = new[: new.find("\n") + 1]
        return (Span(0, 0), line) if not old.startswith(line) else None
    steps: Steps = told.at
    while (one := _node(before, steps)) is None or (other := _node(after, steps)) is None:
        steps = steps[:-1]
    text = new[other.span.start : other.span.end]
    return (one.span, text) if text != old[one.span.start : one.span.end] else None


def _node(node: Node | None, steps: Steps) -> Node | None:
    for step in steps:
        match node, step:
            case Mapping(), str():
                node = node.get(step)
            case Sequence(), int() if step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def _trimmed(text: str, piece: Piece) -> Piece:
    """The same edit without what it leaves as it is at either end."""
    (start, end), new = piece
    old = text[start:end]
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Span(start + head, end - tail), new[head : len(new) - tail]


def _pieces(old: str, new: str) -> Iterator[Piece]:
    """The lines that differ between two texts, as edits of the first."""
    lines, others = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for tag, i, j, k, m in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _trimmed(old, (Span(starts[i], starts[j]), "".join(others[k:m])))
