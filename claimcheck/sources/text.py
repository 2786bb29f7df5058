"""Source files in plain text: what follows each `Abstract:` marker is an abstract."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import Final

from claimcheck.problem import Problem
from claimcheck.source import SourceFile, Span
from claimcheck.sources.abstract import Abstract, SourceText

MARKER: Final = "Abstract:"
"""May stand anywhere in a line. The abstract goes on to the next marker, or to the end of the file."""

# All control characters but tab, line feed, form feed and carriage return; and what is no character at all.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]+")


def read_text(path: str, data: bytes) -> SourceText:
    """Reads a plain text file; `path` is its path below the project's root. Never raises.

    Offsets count code points of the decoded text, from which a byte order mark is dropped and nothing else is changed:
    line ends stay as they are. Bytes that are not UTF-8 stand as U+FFFD.
    """
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    file = SourceFile(path, text)
    undecodable = _not_utf8(data)
    problems = undecodable or [_control(match) for match in _CONTROL.finditer(text)]
    abstracts = []
    markers = [match.start() for match in re.finditer(MARKER, text)]
    for start, end in pairwise([*markers, len(text)]):
        span = _trimmed(text, start + len(MARKER), end)
        if span is None:
            problems.append(_problem("no abstract after this marker", Span(start, start + len(MARKER)), _REMOVE))
        else:
            abstracts.append(Abstract(file, span))
    if not text.strip():
        problems.append(_problem("the file is empty", Span(0, 0), _EXPECTED))
    elif not markers and not undecodable:
        problems.append(_problem("no abstract found", Span(0, 1), _EXPECTED))
    return SourceText(file, tuple(abstracts), tuple(sorted(problems, key=lambda problem: problem.span)))


_EXPECTED: Final = f"An abstract is the text after the marker '{MARKER}', which may stand anywhere in a line."
_REMOVE: Final = "Remove the marker, or put the abstract's text after it."


def _problem(message: str, span: Span, help: str) -> Problem:
    return Problem("unreadable-source", message, span, help)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at either end; None if nothing else is there."""
    body = text[start:end]
    stripped = body.strip()
    if not stripped:
        return None
    begin = start + len(body) - len(body.lstrip())
    return Span(begin, begin + len(stripped))


def _not_utf8(data: bytes) -> list[Problem]:
    """One problem for the file, at its first bad byte: where there is one, there are mostly many."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        text = before.decode("utf-8").removeprefix("\ufeff")
        at, line = len(text), SourceFile("", text).lines
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            message = "the file is UTF-16, not UTF-8"
        else:
            message = f"not UTF-8: byte 0x{data[error.start]:02X} at byte offset {error.start} (line {line})"
        return [_problem(message, Span(at, at + 1), "Save the file as UTF-8.")]
    return []


def _control(match: re.Match[str]) -> Problem:
    codes = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in match.group()[:8]))
    return _problem(
        f"a control character ({codes})", Span(match.start(), match.end()), "Remove it; it is no part of a text."
    )
