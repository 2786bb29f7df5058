"""Files that hold tables: the regions between two markers, each of which a table fills.

    <!-- claimcheck:table by-kind -->
    (what stands here is written by `claimcheck table --write`)
    <!-- /claimcheck:table -->

A marker stands alone on its line, indented by three spaces at most; inside a fenced code block it is an example, no marker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_OPEN: Final = re.compile(r" {0,3}<!--[ \t]*claimcheck:table[ \t]+(?P<name>[^\s>]+)[ \t]*-->[ \t]*")
_CLOSE: Final = re.compile(r" {0,3}<!--[ \t]*/claimcheck:table[ \t]*-->[ \t]*")
_ALMOST: Final = re.compile(r" {0,3}<!--[ \t]*/?[ \t]*claimcheck[ \t]*:")
_FENCE: Final = re.compile(r"(?P<item>[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t])*[ \t]*(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
"""A fence may stand in a list's item, and be indented by any list around it."""

OPEN_AS: Final = "<!-- claimcheck:table NAME -->"
CLOSE_AS: Final = "<!-- /claimcheck:table -->"


class RegionError(ValueError):
    """The regions of a text cannot be used; `line` is where, counted from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Region:
    """A region: the table's name, the line of its first marker, the offsets of what is between the markers."""

    name: str
    line: int
    start: int
    end: int
    line_end: str


def regions(text: str) -> tuple[Region, ...]:
    """The regions of a text, in order.

    Raises:
        RegionError: there is none; one is not closed, or is closed twice; one is inside another; a marker is misspelt.
    """
    found: list[Region] = []
    opened: Region | None = None
    for number, start, end, line in _lines_outside_code(text):
        if match := _OPEN.fullmatch(line):
            if opened is not None:
                raise RegionError(
                    number,
                    f"a region inside a region: the one of line {opened.line} is not closed yet by '{CLOSE_AS}'.",
                )
            opened = Region(
                match["name"], number, end, end, "\r\n" if text.startswith("\r\n", start + len(line)) else "\n"
            )
        elif _CLOSE.fullmatch(line):
            if opened is None:
                raise RegionError(number, f"'{CLOSE_AS}' closes nothing: no '{OPEN_AS}' stands before it.")
            found.append(Region(opened.name, opened.line, opened.start, start, opened.line_end))
            opened = None
        elif _ALMOST.match(line):
            raise RegionError(number, f"a marker must be '{OPEN_AS}' or '{CLOSE_AS}', alone on its line.")
    if opened is not None:
        raise RegionError(opened.line, f"the region is not closed: no '{CLOSE_AS}' follows, alone on its line.")
    if not found:
        raise RegionError(1, f"no region to fill: put '{OPEN_AS}' and '{CLOSE_AS}' on two lines where a table belongs.")
    return tuple(found)


def fill(text: str, table: Callable[[str], str]) -> str:
    """The text with every region holding its table; nothing outside the regions is changed. `table` gives Markdown for a name.

    Raises:
        RegionError: as `regions` does; or `table` raises ValueError, which then is told with the region's line.
    """
    parts: list[str] = []
    last = 0
    for region in regions(text):
        try:
            content = table(region.name)
        except ValueError as error:
            raise RegionError(region.line, str(error)) from error
        parts += (text[last : region.start], f"\n{content}\n".replace("\n", region.line_end))
        last = region.end
    return "".join((*parts, text[last:]))


def _lines_outside_code(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Lines that are in no fenced code block: number, start, end (with the line end), and the text without it."""
    fence = ""
    offset = 1 if text.startswith("\ufeff") else 0
    for number, whole in enumerate(re.findall(r"[^\n]*\n|[^\n]+", text[offset:]), 1):
        start, offset = offset, offset + len(whole)
        line = whole.removesuffix("\n").removesuffix("\r")
        match = _FENCE.match(line)
        if fence:
            # A block ends with a fence of its own kind, at least as long, and nothing behind it.
            closes = match and not match["item"] and match["fence"].startswith(fence)
            if match and closes and not line[match.end() :].strip(" \t"):
                fence = ""
        elif match:
            fence = match["fence"]
        else:
            yield number, start, offset, line
