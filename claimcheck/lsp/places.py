"""Places as the protocol counts them: lines from 0, columns in the units that client and server have agreed on."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, Literal

from claimcheck.source import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

Place = tuple[int, int]
"""Line and column, both from 0; the column in code units of the encoding."""

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
"""The protocol's line ends. claimcheck's own lines end at a line feed alone, so its line numbers are of no use here."""


class Places:
    """Turns the offsets of one text (code points) into places, and back.

    `has_mark` says that the client's text begins with a byte order mark, which is no part of `text`.
    """

    def __init__(self, text: str, encoding: Encoding = "utf-16", *, has_mark: bool = False) -> None:
        self._text: Final = text
        self._encoding: Final[Encoding] = encoding
        self._first: Final = _units("\ufeff", encoding) if has_mark else 0
        self._starts: Final = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._ends: Final = [*(match.start() for match in _LINE_END.finditer(text)), len(text)]

    def place(self, offset: int) -> Place:
        """The place of an offset; one past the end is the end's."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        column = _units(self._text[self._starts[line] : min(offset, self._ends[line])], self._encoding)
        return line, column + (self._first if line == 0 else 0)

    def range(self, span: Span) -> tuple[Place, Place]:
        return self.place(span.start), self.place(span.end)

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; a column past its line's end is the line's end, inside a character the character's begin."""
        if line < 0:
            return 0
        if line >= len(self._starts):
            return len(self._text)
        wanted = max(0, column - (self._first if line == 0 else 0))
        start, end = self._starts[line], self._ends[line]
        if self._encoding == "utf-32":
            return min(start + wanted, end)
        offset = start
        while offset < end:
            wanted -= _units(self._text[offset], self._encoding)
            if wanted < 0:
                break
            offset += 1
        return offset

    def span(self, start: Place, end: Place) -> Span:
        first = self.offset(*start)
        return Span(first, max(first, self.offset(*end)))


def _units(text: str, encoding: Encoding) -> int:
    """How many code units a text has."""
    if encoding == "utf-32" or (encoding == "utf-8" and text.isascii()):
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(char > "\uffff" for char in text)
