"""Text files and places in them: what every position in claimcheck refers to."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_LINE_END: Final = re.compile(r"\r\n?|\n")
"""What ends a line for YAML, for editors and for the protocol that they speak with language servers."""


class Span(NamedTuple):
    """A half-open stretch of a text, in code points from its beginning."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        """Whether an offset lies inside."""
        return isinstance(offset, int) and self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """A text file as read: its path below the project's root (with `/`), and its text.

    A line ends at a line feed, at a carriage return, or at both. Only reporters turn offsets into lines and columns; the
    table of line starts is made on the first question.
    """

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, repr=False)

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.extend([0, *(match.end() for match in _LINE_END.finditer(self.text))])
        return self._starts

    @property
    def lines(self) -> int:
        """How many lines there are; behind a last line end, one that is empty."""
        return len(self._line_starts())

    def position(self, offset: int) -> Position:
        """Line and column of a code-point offset (an offset past the end is the end's)."""
        starts = self._line_starts()
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end."""
        starts = self._line_starts()
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def offset_of_line(self, number: int) -> int:
        """The offset at which line `number` (from 1) begins."""
        return self._line_starts()[number - 1]
