"""Writing a new text into a field so that the rest of the file stays as it is, to the byte."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from json import dumps
from typing import Final

from claimcheck.claims.yaml import Mapping, Scalar, parse
from claimcheck.fixing.model import Piece, Steps, splice, texts
from claimcheck.fixing.writing import collapsed
from claimcheck.source import Span

_WORD: Final = re.compile(r"\S+")


def rewrite(text: str, root: Mapping, at: Steps, scalar: Scalar, new: str) -> tuple[Piece, ...] | None:
    """The pieces that make the field at `at` read `new`; None if the file's form does not allow it.

    Only the words that differ are touched, in the scalar's own style, so that lines stay broken where they are. A plain
    text that cannot hold the new words is put in quotes.
    """
    tries = [_in_place(text, scalar, new)] if scalar.text.strip() else [_written_anew(scalar, new)]
    if scalar.style == "plain" and scalar.text.strip():
        raw = splice(text, tries[0])[scalar.span.start :][: scalar.span.end - scalar.span.start + _growth(tries[0])]
        tries.append([(scalar.span, "'" + raw.replace("'", "''") + "'")])
    for pieces in tries:
        if _reads(splice(text, pieces), root, at, new):
            return tuple(pieces)
    return None


def insert_field(text: str, root: Mapping, at: Steps, after: Scalar, key: Scalar, new: str) -> tuple[Piece, ...] | None:
    """The pieces that put a field behind another one, whose key and value are given; None if it cannot be done."""
    line = text.rfind("\n", 0, key.span.start) + 1
    indent = text[line : key.span.start]
    field = f"{at[-1]}: {new}"
    if indent.strip():
        pieces = [(Span(after.span.end, after.span.end), f", {field}")]
    else:
        end = text.find("\n", after.span.end)
        eol = line_end(text)
        at_end = Span(len(text), len(text)), f"{eol}{indent}{field}"
        pieces = [at_end if end == -1 else (Span(end + 1, end + 1), f"{indent}{field}{eol}")]
    return tuple(pieces) if _reads(splice(text, pieces), root, at, new) else None


def line_end(text: str) -> str:
    """How the file ends its lines, by its first one."""
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _in_place(text: str, scalar: Scalar, new: str) -> list[Piece]:
    """The words that differ, replaced where they stand."""
    old = list(_WORD.finditer(scalar.text))
    words = _WORD.findall(new)
    matcher = SequenceMatcher(None, [word[0] for word in old], words, autojunk=False)
    pieces: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i == m - k:
            pieces += [
                (_place(text, scalar, each, each), _encoded(scalar, word))
                for each, word in zip(old[i:j], words[k:m], strict=True)
            ]
        elif tag == "replace":
            pieces.append((_place(text, scalar, old[i], old[j - 1]), _encoded(scalar, " ".join(words[k:m]))))
        elif tag == "delete":
            start, end = (
                (old[i].start(), old[j].start()) if j < len(old) else (old[max(i - 1, 0)].end(), old[j - 1].end())
            )
            pieces.append((scalar.locate(text, start, end), ""))
        elif tag == "insert":
            inserted = _encoded(scalar, " ".join(words[k:m]))
            if i < len(old):
                before = _place(text, scalar, old[i], old[i]).start
                pieces.append((Span(before, before), inserted + " "))
            else:
                behind = _place(text, scalar, old[-1], old[-1]).end
                pieces.append((Span(behind, behind), " " + inserted))
    return pieces


def _place(text: str, scalar: Scalar, first: re.Match[str], last: re.Match[str]) -> Span:
    return scalar.locate(text, first.start(), last.end())


def _written_anew(scalar: Scalar, new: str) -> list[Piece]:
    """The whole scalar, which holds nothing yet."""
    return [(scalar.span, new if scalar.span.end > scalar.span.start else f" {new}")]


def _encoded(scalar: Scalar, words: str) -> str:
    """Words as they stand inside a scalar of this style."""
    if scalar.style == "single":
        return words.replace("'", "''")
    return dumps(words, ensure_ascii=False)[1:-1] if scalar.style == "double" else words


def _growth(pieces: list[Piece]) -> int:
    return sum(len(new) - (span.end - span.start) for span, new in pieces)


def _reads(text: str, root: Mapping, at: Steps, new: str) -> bool:
    """Whether the file says `new` in this one field, and what it said in all others."""
    node, problems = parse(text)
    if not isinstance(node, Mapping) or problems:
        return False
    before, after = texts(root), texts(node)
    old, written = before.pop(at, ""), after.pop(at, "")
    return (
        before == after
        and collapsed(written) == collapsed(new)
        and written.strip().count("\n") <= old.strip().count("\n")
    )
