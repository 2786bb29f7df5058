"""The `full` format, for a terminal: the line of the claim file with a caret, the source's with dashes, a help line.

    claims/rlve.yaml:12:16: error[CC201] value-not-in-quote: 3.38% is not among the numbers of its quote
        |
     12 |         value: 3.38%
        |                ^^^^^
       --> seeds/000.txt:2:603
      2 | …RLVE-Gym yields a 3.37% absolute average improvement across six…
        |                    ----- the quote has 3.37%
        = help: write the value as the source has it

Lines are cut to the width around what is marked; a stretch that is wider still loses its middle. Columns are those of
the terminal: wide characters count two, combining marks none, tabs are shown as four spaces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.diagnostic import Finding, Label, Severity
from claimcheck.reporters.base import Report, label_place, place, visible_region
from claimcheck.reporters.escape import pieces, printable

CONTEXT: Final = 12
"""Columns kept free on each side of a stretch that is too wide, for the words around it."""
NARROWEST: Final = 40
"""A line of text gets as many columns even where the terminal has fewer."""

Cell = tuple[str, int]
"""What is shown for one code point, and how many columns it takes."""

_CUT: Final[Cell] = ("…", 1)
_TAB: Final[Cell] = ("    ", 4)
_BOLD: Final = "1"
_BLUE: Final = "1;34"
_COLORS: Final[dict[Severity, str]] = {"error": "1;31", "warning": "1;33", "note": "1;36"}


def render(report: Report, *, color: bool, width: int) -> str:
    """One block a finding, with an empty line between two."""
    return "\n".join(_Block(finding, _gutter(finding), color, width).text() for finding in report.findings)


def _gutter(finding: Finding) -> int:
    """The columns that the line numbers of a finding take, with one before them."""
    labels = (finding.label, finding.source, *finding.related)
    return max((len(str(visible_region(label).end_line)) for label in labels if label), default=0) + 1


@dataclass(frozen=True, slots=True, eq=False)
class _Excerpt:
    """A line as shown, the column from which a stretch of it is marked (from 0), and for how many columns."""

    text: str
    start: int
    columns: int


@dataclass(frozen=True, slots=True, eq=False)
class _Mark:
    """How a stretch is underlined."""

    sign: str
    color: str


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """The text of one finding in the making."""

    finding: Finding
    gutter: int
    color: bool
    width: int

    def text(self) -> str:
        return "".join(line.rstrip() + "\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        finding = self.finding
        severity = self._paint(f"{finding.severity}[{finding.code}]", _COLORS[finding.severity])
        head = f"{self._paint(place(finding), _BOLD)}: {severity} {finding.rule}"
        yield f"{head}: {self._paint(printable(finding.message), _BOLD)}"
        if finding.label:
            yield self._row("")
            yield from self._snippet(finding.label, _Mark("^", _COLORS[finding.severity]))
        for label in (finding.source, *finding.related):
            if label:
                yield " " * self.gutter + f"{self._paint('-->', _BLUE)} {label_place(label)}"
                yield from self._snippet(label, _Mark("-", _BLUE))
        if finding.help:
            sign = " " * (self.gutter + 1) + self._paint("=", _BLUE)
            yield f"{sign} {self._paint('help', _BOLD)}: {printable(finding.help)}"

    def _row(self, text: str, number: int | str = "") -> str:
        """A line of the block, behind its number."""
        return f"{self._paint(f'{number:>{self.gutter}} |', _BLUE)} {text}"

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.color else text

    def _snippet(self, label: Label, mark: _Mark) -> Iterator[str]:
        """The first line of a label and, where it goes on, the last one: each with what is marked underlined."""
        at, message = visible_region(label), printable(label.message)
        first = label.file.line(at.line)
        if at.line == at.end_line:
            yield from self._marked(at.line, self._excerpt(first, at.column, at.end_column), mark, message)
            return
        yield from self._marked(at.line, self._excerpt(first, at.column, len(first.rstrip()) + 1), mark, "")
        if at.end_line > at.line + 1:
            yield self._row("...")
        last = label.file.line(at.end_line)
        indent = len(last) - len(last.lstrip())
        yield from self._marked(at.end_line, self._excerpt(last, indent + 1, at.end_column), mark, message)

    def _room(self) -> int:
        """The columns beside the line numbers."""
        return max(self.width - self.gutter - 3, NARROWEST)

    def _excerpt(self, line: str, column: int, end_column: int) -> _Excerpt:
        return _excerpt(line, column - 1, end_column - 1, self._room())

    def _marked(self, number: int, excerpt: _Excerpt, mark: _Mark, message: str) -> Iterator[str]:
        """A line with its underline, and the message beside it, or below where it has no room."""
        yield self._row(excerpt.text, number)
        underline = mark.sign * excerpt.columns
        columns = _width(_cells(message))
        if message and excerpt.start + excerpt.columns + 1 + columns <= self._room():
            yield self._row(" " * excerpt.start + self._paint(f"{underline} {message}", mark.color))
            return
        yield self._row(" " * excerpt.start + self._paint(underline, mark.color))
        if message:
            indent = max(min(excerpt.start, self._room() - columns), 0)
            yield self._row(" " * indent + self._paint(message, mark.color))


def _cells(text: str) -> list[Cell]:
    shown = zip(text, pieces(text), strict=True)
    return [_TAB if char == "\t" else (piece, _columns(piece)) for char, piece in shown]


def _columns(piece: str) -> int:
    if len(piece) > 1:
        return len(piece)
    if unicodedata.category(piece) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(piece) in ("W", "F") else 1


def _width(cells: Iterable[Cell]) -> int:
    return sum(columns for _, columns in cells)


def _excerpt(line: str, start: int, end: int, room: int) -> _Excerpt:
    """The part of a line around the code points `start` to `end` that fits into `room` columns."""
    cells = _cells(line)
    before, marked, after = cells[:start], cells[start:end], cells[end:]
    # A stretch without a width, such as the end of the line, still needs a column for its caret.
    columns = max(_width(marked), 1)
    if _width(before) + columns + _width(after) > room:
        marked = _without_middle(marked, room - 2 * CONTEXT)
        columns = max(_width(marked), 1)
        before = _last(before, max((room - columns) // 2, room - columns - _width(after)))
        after = _first(after, room - columns - _width(before))
    text = "".join(shown for shown, _ in (*before, *marked, *after))
    return _Excerpt(text, _width(before), columns)


def _take(cells: Iterable[Cell], room: int) -> list[Cell]:
    """As many cells as fit, from the first on."""
    taken: list[Cell] = []
    for cell in cells:
        room -= cell[1]
        if room < 0:
            break
        taken.append(cell)
    return taken


def _first(cells: Sequence[Cell], room: int) -> list[Cell]:
    return list(cells) if _width(cells) <= room else [*_take(cells, room - 1), _CUT]


def _last(cells: Sequence[Cell], room: int) -> list[Cell]:
    return list(cells) if _width(cells) <= room else [_CUT, *reversed(_take(reversed(cells), room - 1))]


def _without_middle(cells: Sequence[Cell], room: int) -> list[Cell]:
    if _width(cells) <= room:
        return list(cells)
    half = (room - 1) // 2
    return [*_take(cells, half), _CUT, *reversed(_take(reversed(cells), half))]
