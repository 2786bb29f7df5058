"""BibTeX files: the entries with their fields, as reference managers and the ACL Anthology write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# A reader of its own: the libraries for BibTeX are heavy (a parser generator, or an interpreter of styles), stop at the
# first slip of a file, or turn LaTeX into text, which would change what an abstract says.

_ENTRY: Final = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_KEY: Final = re.compile(r"\s*([^\s,{}()=\"]*)\s*(?=[,})])")
_FIELD: Final = re.compile(r"[\s,]*([^\s,={}()\"#]+)\s*=\s*")
_WORD: Final = re.compile(r"[^\s,#{}()\"=]+")
_JOIN: Final = re.compile(r"\s*#\s*")
_BRACES: Final = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTED: Final = re.compile(r"\\.|[{}\"]", re.DOTALL)
_CLOSING: Final = {"{": "}", "(": ")"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its type and key, and its fields by their names in small letters, as written, on one line."""

    type: str
    key: str
    fields: dict[str, str]


def read_bibtex(text: str) -> list[Entry]:
    """The entries of a BibTeX file, in order. Never raises: what cannot be read ends the entry it stands in."""
    macros: dict[str, str] = {}
    found: list[Entry] = []
    ends = _pairs(text)
    at = 0
    while (match := _ENTRY.search(text, at)) is not None:
        kind, close = match[1].lower(), _CLOSING[match[2]]
        at = match.end()
        if kind in ("comment", "preamble"):
            at = ends.get(at - 1, at)
            continue
        if kind == "string":
            for name, value, end in _fields(text, at, close, macros, ends):
                macros[name] = value
                at = end
            continue
        key = _KEY.match(text, at)
        if key is None:
            continue
        fields: dict[str, str] = {}
        at = key.end()
        for name, value, end in _fields(text, at, close, macros, ends):
            fields.setdefault(name, value)
            at = end
        found.append(Entry(kind, key[1], fields))
    return found


def _pairs(text: str) -> dict[int, int]:
    """For each brace that is closed, where. Made once: a search for each value would take ages in a file of open braces."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACES.finditer(text):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            found[opened.pop()] = match.start()
    return found


def _fields(
    text: str, at: int, close: str, macros: dict[str, str], ends: dict[int, int]
) -> Iterator[tuple[str, str, int]]:
    """Name and value of each field from a place on, and where it ends; up to the entry's end or what is no field."""
    while (match := _FIELD.match(text, at)) is not None:
        read = _value(text, match.end(), macros, ends)
        if read is None:
            return
        value, at = read
        yield match[1].lower(), " ".join(value.split()), at
        if text[at : at + 1] == close:
            return


def _value(text: str, at: int, macros: dict[str, str], ends: dict[int, int]) -> tuple[str, int] | None:
    """A value, which may be joined from several, and where it ends; None where it does not end, or none is there."""
    parts: list[str] = []
    while True:
        read = _part(text, at, macros, ends)
        if read is None:
            return None
        parts.append(read[0])
        join = _JOIN.match(text, read[1])
        if join is None:
            return "".join(parts), read[1]
        at = join.end()


def _part(text: str, at: int, macros: dict[str, str], ends: dict[int, int]) -> tuple[str, int] | None:
    mark = text[at : at + 1]
    if mark in ("{", '"'):
        end = ends.get(at) if mark == "{" else _closing_quote(text, at + 1, ends)
        return (text[at + 1 : end], end + 1) if end is not None else None
    word = _WORD.match(text, at)
    return (macros.get(word[0].lower(), word[0]), word.end()) if word is not None else None


def _closing_quote(text: str, at: int, ends: dict[int, int]) -> int | None:
    """Where a value in quotation marks ends; braces inside stand in pairs, and hide quotation marks."""
    while (match := _QUOTED.search(text, at)) is not None:
        if match[0] == '"':
            return match.start()
        if match[0] == "}" or (match[0] == "{" and match.start() not in ends):
            return None
        at = ends[match.start()] + 1 if match[0] == "{" else match.end()
    return None
