"""Changing a claim file's text at its scalars and list items; all else stays byte for byte as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from claimcheck.claims.yaml import Mapping, Scalar, Sequence
from claimcheck.source import SourceFile, Span

_SAFE_PLAIN: Final = re.compile(
    r"(?:[^\W_]|[~\\<≤≥(/.+]|-(?=[^\s-]))[^:#,\[\]{}\n\"'&*!|>%@`]*(?:[%\\][^:#,\[\]{}\n\"'&*!|>@`]*)*"
)
"""Texts that stand without quotes anywhere, in brackets too; others are put in double quotes."""


@dataclass(frozen=True, slots=True)
class Edit:
    """`scalar.text[start:end]` becomes `new`. What it has already changes nothing, and marks the place."""

    scalar: Scalar
    start: int
    end: int
    new: str

    @property
    def result(self) -> str:
        return self.scalar.text[: self.start] + self.new + self.scalar.text[self.end :]


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed text, and where in it the changes stand."""

    text: str
    places: tuple[Span, ...]


def kept(scalar: Scalar) -> Edit:
    """The scalar stays, and its place is marked."""
    return whole(scalar, scalar.text)


def whole(scalar: Scalar, new: str) -> Edit:
    """The scalar becomes `new`."""
    return Edit(scalar, 0, len(scalar.text), new)


def apply(file: SourceFile, edits: Iterable[Edit]) -> Edited:
    """The file's text with changed scalars, each changed at most once."""
    return splice(file.text, [_written(file.text, edit) for edit in edits])


def splice(text: str, pieces: Iterable[tuple[Span, str]]) -> Edited:
    """The text with stretches replaced, in any order; they may not overlap."""
    parts: list[str] = []
    places: list[Span] = []
    last = length = 0
    for span, new in sorted(pieces):
        parts += (text[last : span.start], new)
        length += span.start - last
        places.append(Span(length, length + len(new)))
        length += len(new)
        last = span.end
    parts.append(text[last:])
    return Edited("".join(parts), tuple(places))


def _written(text: str, edit: Edit) -> tuple[Span, str]:
    """The stretch of the file to replace, and what to write there, in the scalar's own style where that can hold it."""
    scalar, result = edit.scalar, edit.result
    if result == scalar.text:
        return scalar.span, text[scalar.span.start : scalar.span.end]
    at = scalar.locate(text, edit.start, edit.end)
    fits = (
        edit.new == edit.new.strip() and edit.new.isprintable() and edit.start < edit.end and result == result.strip()
    )
    if scalar.style in ("folded", "literal") and fits and edit.new:
        return at, edit.new
    if scalar.style == "single" and fits and at != scalar.span:
        return at, edit.new.replace("'", "''")
    if (
        scalar.style == "plain"
        and fits
        and _SAFE_PLAIN.fullmatch(result)
        and "\n" not in text[scalar.span.start : scalar.span.end]
    ):
        return at, edit.new
    return scalar.span, _quoted(result)


def _quoted(text: str) -> str:
    """A text in double quotes, on one line whatever it holds."""
    escaped = (_ESCAPED.get(each, each) if each.isprintable() else f"\\U{ord(each):08x}" for each in text)
    return f'"{"".join(escaped)}"'


_ESCAPED: Final = {'"': '\\"', "\\": "\\\\"}


def without_item(file: SourceFile, items: Sequence, index: int) -> Edited:
    """The list without one item; an empty list is written `[]`. The place is where the item stood."""
    if len(items.items) == 1:
        return splice(file.text, [(_after_key(file.text, items), " []")])
    span = items.items[index].span
    start = file.text.rfind("\n", 0, span.start) + 1
    if _dash(file.text, start, span.start):
        return splice(file.text, [(Span(start, _line_end(file.text, span.end)), "")])
    comma = (
        Span(span.start, items.items[index + 1].span.start)
        if index + 1 < len(items.items)
        else Span(items.items[index - 1].span.end, span.end)
    )
    return splice(file.text, [(comma, "")])


def with_copy(file: SourceFile, items: Sequence, index: int, edits: Iterable[Edit]) -> Edited:
    """The list with a changed copy of one item behind it; the place is the copy."""
    span = items.items[index].span
    start = file.text.rfind("\n", 0, span.start) + 1
    block = _dash(file.text, start, span.start)
    stretch = Span(start, _line_end(file.text, span.end)) if block else span
    copy = splice(
        file.text[stretch.start : stretch.end],
        [
            (Span(at.start - stretch.start, at.end - stretch.start), new)
            for at, new in (_written(file.text, edit) for edit in edits)
        ],
    ).text
    if block:
        before = "" if file.text[: stretch.end].endswith("\n") else "\n"
        return splice(file.text, [(Span(stretch.end, stretch.end), before + copy)])
    return splice(file.text, [(Span(span.end, span.end), f", {copy}")])


def without_field(file: SourceFile, mapping: Mapping, name: str) -> Edited:
    """The mapping without one of its several fields; the place is where the field stood."""
    entries = mapping.entries
    index = next(at for at, (key, _) in enumerate(entries) if key.text == name)
    key, value = entries[index]
    start = file.text.rfind("\n", 0, key.span.start) + 1
    lead = file.text[start : key.span.start]
    if not lead.strip():
        return splice(file.text, [(Span(start, _line_end(file.text, value.span.end)), "")])
    if index + 1 < len(entries):
        return splice(file.text, [(Span(key.span.start, entries[index + 1][0].span.start), "")])
    return splice(file.text, [(Span(entries[index - 1][1].span.end, value.span.end), "")])


def _dash(text: str, line: int, start: int) -> bool:
    """Whether an item that begins at `start` is one of a block list."""
    return text[line:start].strip() == "-"


def _line_end(text: str, offset: int) -> int:
    """The beginning of the next line."""
    end = text.find("\n", offset)
    return len(text) if end == -1 else end + 1


def _after_key(text: str, items: Sequence) -> Span:
    """A list with all that stands between it and the ':' of its key."""
    return Span(text.rfind(":", 0, items.span.start) + 1, items.span.end)
