"""Where in a half-written YAML file the cursor is: in which field, and what is written there so far.

A character that no file holds is put at the cursor, and the file is read with it, as it is or with what it takes to make
YAML of a line that is being written. So YAML itself says where the character stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimcheck.claims.extra.schema import ExtraSchema
from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.yaml import Mapping, Node, Scalar, parse
from claimcheck.fixing.model import Steps
from claimcheck.lsp.lenient import lenient_claims
from claimcheck.source import SourceFile, Span

_MARKS: Final = range(0xE000, 0xF900)
"""Characters for private use, which YAML allows."""
_ENDINGS: Final = ("", ":", "}", "]", ": }", "'", '"', "'}", '"}', "']", '"]')
"""What may be missing behind a cursor: a name's colon, a bracket, a quotation mark."""


@dataclass(frozen=True, slots=True, eq=False)
class Cursor:
    """A cursor in a text of a YAML file.

    `steps` is the way to the text (to the field, where it is the field's name), `span` its place in the file as it is.
    `around` is the mapping that it stands in, `in_brackets` says whether that is written in brackets; `root` is the whole
    file as it was read, of the text `marked`, which has the character `mark` at the cursor.
    """

    steps: Steps
    span: Span
    style: str
    is_name: bool
    has_colon: bool
    around: Mapping | None
    in_brackets: bool
    marked: str
    mark: str
    root: Node

    def claims(self, path: str, extra: ExtraSchema | None) -> LoadedClaims:
        """The claim file as it was read, as far as it can be understood; places before the cursor are the file's own."""
        file = SourceFile(path, self.marked)
        return LoadedClaims(file, lenient_claims(file, self.root, extra), ())

    @property
    def field(self) -> str:
        return next((step for step in reversed(self.steps) if isinstance(step, str)), "")


def cursor_at(text: str, offset: int) -> Cursor | None:
    """The text at an offset; None where none can be, as in a comment, or where the rest of the file is no YAML."""
    mark = next((each for each in map(chr, _MARKS) if each not in text), "")
    for rest in (text[offset:], _line_of(text, offset)) if mark else ():
        for ending in _ENDINGS:
            marked = f"{text[:offset]}{mark}{ending}{rest}"
            root, _ = parse(marked)
            if root is not None:
                found = next(_marked(root, (), None, False, marked, mark), None)
                return None if found is None else _cursor(found, marked, mark, ending, root)
    return None


_Found = tuple[Steps, Scalar, bool, Mapping | None, bool]


def _marked(
    node: Node, steps: Steps, around: Mapping | None, in_brackets: bool, text: str, mark: str
) -> Iterator[_Found]:
    """The text that holds the mark."""
    match node:
        case Scalar():
            if mark in node.text:
                yield steps, node, False, around, in_brackets
        case Mapping():
            inside = in_brackets or text[node.span.start : node.span.start + 1] == "{"
            for key, value in node.entries:
                if mark in key.text:
                    yield (*steps, key.text.replace(mark, "")), key, True, node, inside
                yield from _marked(value, (*steps, key.text), node, inside, text, mark)
        case _:
            inside = in_brackets or text[node.span.start : node.span.start + 1] == "["
            for at, item in enumerate(node.items):
                yield from _marked(item, (*steps, at), around, inside, text, mark)


def _cursor(found: _Found, marked: str, mark: str, ending: str, root: Node) -> Cursor:
    steps, scalar, is_name, around, in_brackets = found
    added = len(mark) + ending.startswith(("'", '"'))
    span = Span(scalar.span.start, scalar.span.end - added)
    has_colon = marked[scalar.span.end :].lstrip(" ").startswith(":") and not ending.startswith(":")
    return Cursor(steps, span, scalar.style, is_name, has_colon, around, in_brackets, marked, mark, root)


def _line_of(text: str, offset: int) -> str:
    """What stands behind an offset on its line."""
    end = text.find("\n", offset)
    return text[offset:] if end == -1 else text[offset:end]
