"""YAML as claim files use it: plain text scalars, mappings and sequences, each with its place in the file.

The text is read through the parser's *events*, never composed or loaded: nothing is resolved (`no`, `8.0`, `12:30` stay
as typed), nothing is built from tags, and deep nesting is stopped by a limit instead of exhausting the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import yaml

from claimcheck.problem import Problem
from claimcheck.source import Span

MAX_DEPTH: Final = 16
"""Mappings and sequences may be nested this deep; a claim file needs 6."""

MAX_BYTES: Final = 256 * 1024
"""A file may be this long, in bytes of UTF-8."""

Style = Literal["plain", "single", "double", "literal", "folded"]

_STYLES: Final[dict[str | None, Style]] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}

# What YAML folds or counts as a line end. A no-break space is content.
_WHITE: Final = frozenset(" \t\n\r\x85\u2028\u2029")

# Everything outside YAML's printable set, and the byte order mark: it may begin a file, and else stand as an escape.
_NOT_ALLOWED: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+")

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

# In double quotes: an escaped line end, a character by its number, any other escape, or one character.
_DOUBLE_ATOM: Final = re.compile(
    r"\\(?:\r\n|[\r\n\x85\u2028\u2029]|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)|.", re.DOTALL
)
_ESCAPES: Final = {
    "0": "\0", "a": "\x07", "b": "\x08", "t": "\t", "\t": "\t", "n": "\n", "v": "\x0b", "f": "\x0c", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed: `text` is its value, `span` its raw place in the file (quotes and block headers included)."""

    text: str
    span: Span
    style: Style = "plain"

    def locate(self, source_text: str, start: int, end: int) -> Span:
        """The place in the file of `text[start:end]`; `source_text` is the whole file.

        Exact to the character for all but white space, which folding may have changed: at either end it stands for the
        whole run of white space there. Escapes and doubled quotes count whole. A stretch that cannot be traced (only in
        a file with other problems) is the whole scalar.
        """
        places = self._places(source_text)
        if places is None:
            return self.span
        start = max(0, min(start, len(self.text)))
        end = max(start, min(end, len(self.text)))
        first = places[start][0]
        return Span(first, places[end - 1][1] if end > start else first)

    def _places(self, source_text: str) -> list[tuple[int, int]] | None:
        """For each character of the value, and for its end, the place in the file it comes from."""
        body, atoms = self._atoms(source_text)
        places: list[tuple[int, int]] = []
        white = body.start  # where the white space before the next character begins
        for char, start, end in atoms:
            # What lies in the value before this character is folded white space.
            while len(places) < len(self.text) and self.text[len(places)] != char:
                if self.text[len(places)] not in _WHITE:
                    return None
                places.append((white, start))
            if len(places) == len(self.text):
                return None
            places.append((start, end))
            white = end
        rest = self.text[len(places) :]
        if not _WHITE.issuperset(rest):
            return None
        places.extend((white, body.end) for _ in rest)
        places.append((body.end, body.end) if rest else (white, white))
        return places

    def _atoms(self, source_text: str) -> tuple[Span, Iterator[tuple[str, int, int]]]:
        """The place between quotes or below the header, and the characters there that are not folding white space."""
        start, end = self.span.start, self.span.end
        if self.style in ("single", "double"):
            start, end = start + 1, end - 1
        elif self.style in ("literal", "folded"):
            header = re.compile(r"[^\r\n\x85\u2028\u2029]*").match(source_text, start, end)
            start = header.end() if header else start
        body = Span(start, max(start, end))
        if self.style == "double":
            return body, _double_atoms(source_text, body)
        return body, _plain_atoms(source_text, body, doubled="'" if self.style == "single" else "")


@dataclass(frozen=True, slots=True)
class Mapping:
    """Fields in the order of the file. No name occurs twice: a repeated one is a problem, and the first counts."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    _by_name: dict[str, tuple[Scalar, Node]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {key.text: (key, value) for key, value in self.entries})

    def get(self, name: str) -> Node | None:
        """The value of the field `name`, or None."""
        found = self._by_name.get(name)
        return found[1] if found else None

    def key(self, name: str) -> Scalar | None:
        """The key `name` itself, as it stands in the file, or None."""
        found = self._by_name.get(name)
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span


Plain = str | list["Plain"] | dict[str, "Plain"]

Node = Scalar | Mapping | Sequence


def parse(text: str) -> tuple[Node | None, list[Problem]]:
    """The one document of `text`, and everything that is wrong with it as YAML.

    The node is None if there is no document (an empty file: no problem of YAML's) or if it cannot be told (a syntax
    error, a limit). With the other problems it is there, so that the file's fields can be checked too: of a field given
    twice the first counts, a merge key and a key that is no text are left out. Spans are code points into `text` as
    given, whatever its line ends and whether or not it begins with a byte order mark.
    """
    if len(text) * 4 > MAX_BYTES and (size := len(text.encode("utf-8", "surrogatepass"))) > MAX_BYTES:
        return None, [_too_large(text, size)]
    # The C parser does not count a leading byte order mark in its marks, the Python one does: neither gets to see it.
    shift = 1 if text.startswith("\ufeff") else 0
    problems = [_not_allowed(match) for match in _NOT_ALLOWED.finditer(text, shift)]
    body = _NOT_ALLOWED.sub(lambda match: "\ufffd" * len(match.group()), text[shift:])
    reader = _Reader(text, shift, problems)
    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        node = reader.stream(iter(yaml.parse(body, Loader=loader)))
    except _TooDeepError:
        node = None
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, text, shift))
        node = None
    except (ValueError, OverflowError):  # the Python parser, of an escape for a character that does not exist
        problems.append(Problem("yaml-syntax", "an escape is no character", _one(text, 0), _UNQUOTE))
        node = None
    return node, problems


def scalars(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text of a node, names of fields included, in the order of the file; each with the path of the field that it is
    in, such as "evidence[0].quote" (that of the mapping, for a name)."""
    match node:
        case Scalar():
            yield path, node
        case Mapping():
            for name, value in node.entries:
                yield path, name
                yield from scalars(value, f"{path}.{name.text}" if path else name.text)
        case Sequence():
            for index, item in enumerate(node.items):
                yield from scalars(item, f"{path}[{index}]")


def to_plain(node: Node) -> Plain:
    """The same as dicts, lists and strings."""
    match node:
        case Scalar():
            return node.text
        case Mapping():
            return {key.text: to_plain(value) for key, value in node.entries}
        case Sequence():
            return [to_plain(item) for item in node.items]


class _TooDeepError(Exception):
    """Ends the reading of a file that is nested too deep; the problem is noted already."""


class _Reader:
    """Builds nodes from one file's events, and notes what claim files may not hold."""

    def __init__(self, text: str, shift: int, problems: list[Problem]) -> None:
        self.text = text
        self.shift = shift  # what was cut off before the parser saw the text
        self.problems = problems

    def stream(self, events: Iterator[Any]) -> Node | None:
        node = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(
                        self.span(event),
                        "a second document begins here; a claim file is one document",
                        "Put it in a file of its own, or remove the '---' line.",
                    )
                    return node
                if self.text.startswith("%", self.span(event).start):
                    self.directive(event)
            elif not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)):
                node = self.node(event, events, 1)
        return node

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        span = self.span(event)
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                span,
                f"'*{event.anchor}' is an alias; claim files write everything out",
                "If the text really begins with '*', put it in quotes.",
            )
            return Scalar(self.text[span.start : span.end], span)
        self.properties(event, span)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, span)
        if depth > MAX_DEPTH:
            self.problems.append(
                Problem(
                    "file-limits",
                    f"nested deeper than {MAX_DEPTH} levels",
                    Span(span.start, span.start + 1),
                    "A claim file needs six.",
                )
            )
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, events, depth)
        return self.sequence(event, events, depth)

    def scalar(self, event: Any, span: Span) -> Scalar:
        style = _STYLES.get(event.style, "plain")
        if style in ("literal", "folded"):
            # The parser's mark lies past the blank lines that follow.
            raw = self.text[span.start : span.end]
            span = Span(span.start, span.start + len(raw.rstrip("".join(_WHITE))))
        if _SURROGATE.search(event.value):  # written as an escape; the C parser refuses it as a syntax error
            self.problems.append(Problem("yaml-syntax", "half of a surrogate pair is no character", span))
        return Scalar(_SURROGATE.sub("\ufffd", event.value), span, style)

    def sequence(self, event: Any, events: Iterator[Any], depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(self.node(inner, events, depth + 1))
        return Sequence(tuple(items), self.collection_span(event, inner, items))

    def mapping(self, event: Any, events: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        inside: list[Node] = []
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self.node(inner, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            inside += (key, value)
            if not isinstance(key, Scalar):
                self.refuse(key.span, "a field's name must be a text, not a list or a mapping")
            elif key.text == "<<" and key.style == "plain":
                self.refuse(key.span, "'<<' is a merge key; claim files write everything out")
            elif key.text in entries:
                self.duplicate(key, entries[key.text][0])
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self.collection_span(event, inner, inside))

    def collection_span(self, first: Any, last: Any, inside: list[Node]) -> Span:
        """From the first bracket to the last; without brackets, to the end of what is inside.

        (The parser ends a block collection where the next token begins, which may be lines below.)
        """
        if first.flow_style and last.end_mark.index > last.start_mark.index:
            return Span(first.start_mark.index + self.shift, last.end_mark.index + self.shift)
        start = first.start_mark.index + self.shift
        return Span(start, max([start, *(node.span.end for node in inside)]))

    def properties(self, event: Any, span: Span) -> None:
        """Notes an anchor and a tag before a node."""
        start = span.start
        if event.anchor is not None:
            # Where both stand, either may come first.
            at = self.text.find("&" + event.anchor, start)
            self.refuse(
                Span(at, at + 1 + len(event.anchor)),
                f"'&{event.anchor}' is an anchor; claim files write everything out",
                "If the text really begins with '&', put it in quotes.",
            )
            if at == start:
                start += 1 + len(event.anchor)
        if event.tag is not None and event.tag != "":
            at = self.text.find("!", start)
            tag = re.compile(r"[^\s,\[\]{}]*").match(self.text, at)
            end = tag.end() if tag else at + 1
            self.refuse(
                Span(at, end),
                f"'{self.text[at:end]}' is a tag; every value of a claim file is a text",
                "If the text really begins with '!', put it in quotes.",
            )

    def directive(self, event: Any) -> None:
        start = event.start_mark.index + self.shift
        line = re.compile(r"[^\r\n]*").match(self.text, start)
        self.refuse(
            Span(start, line.end() if line else start),
            "a claim file has no YAML directives",
            "Remove the lines that begin with '%', and the '---' after them.",
        )

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        self.problems.append(
            Problem(
                "duplicate-key",
                f"the field '{key.text}' is given twice",
                key.span,
                "Keep one of the two.",
                related=((first.span, "first given here"),),
            )
        )

    def refuse(self, span: Span, message: str, help: str = "") -> None:
        self.problems.append(Problem("forbidden-yaml", message, span, help))

    def span(self, event: Any) -> Span:
        return Span(event.start_mark.index + self.shift, event.end_mark.index + self.shift)


def _plain_atoms(text: str, body: Span, doubled: str) -> Iterator[tuple[str, int, int]]:
    """The characters of a stretch but white space, with their places; a `doubled` character stands for one."""
    at = body.start
    while at < body.end:
        char = text[at]
        size = 2 if char == doubled and text.startswith(doubled * 2, at) else 1
        if char not in _WHITE:
            yield char, at, at + size
        at += size


def _double_atoms(text: str, body: Span) -> Iterator[tuple[str, int, int]]:
    """The same for double quotes: an escape is one atom, an escaped line end is none."""
    for match in _DOUBLE_ATOM.finditer(text, body.start, body.end):
        raw = match.group()
        if raw[0] != "\\" or len(raw) == 1:
            if raw not in _WHITE:
                yield raw, match.start(), match.end()
        elif number := match.group(1) or match.group(2) or match.group(3):
            yield chr(int(number, 16)), match.start(), match.end()
        elif raw[1] not in "\r\n\x85\u2028\u2029":
            yield _ESCAPES.get(raw[1], raw[1]), match.start(), match.end()


def _too_large(text: str, size: int) -> Problem:
    return Problem(
        "file-limits",
        f"the file is {size} bytes long; a claim file may have {MAX_BYTES}",
        Span(0, min(1, len(text))),
        "Split it: one file a paper.",
    )


def _not_allowed(match: re.Match[str]) -> Problem:
    codes = ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in match.group()[:8]))
    return Problem(
        "yaml-syntax",
        f"a character that YAML does not allow ({codes})",
        Span(match.start(), match.end()),
        "Remove it; an editor that shows control characters finds it.",
    )


_QUOTE_IT: Final = "Put the text in quotes, or write it after '>-' on indented lines of its own."
_CLOSE_IT: Final = (
    "In single quotes, a quotation mark that is part of the text is written twice; in double quotes, as '\\\"'."
)
_UNQUOTE: Final = "In double quotes write '\\\\' for a backslash; in single quotes a backslash is a backslash."

# The parsers' words (C and Python differ in some) → what a person reads: rule, message, help.
_SYNTAX: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("mapping values are not allowed", "yaml-syntax", "a ':' with a space after it cannot stand here",
     f"{_QUOTE_IT} If it is a field of its own, its indentation differs from its neighbours'."),
    ("could not find expected ':'", "yaml-syntax", "expected a field's name with ':' after it",
     "If the line goes on with the text above, indent it further than the field's name."),
    ("sequence entries are not allowed", "yaml-syntax", "a list item ('- ') cannot stand here",
     "Begin the list on a line of its own. If '- ' is part of a text, put the text in quotes."),
    ("mapping keys are not allowed", "yaml-syntax", "a text cannot begin with '? ' here", _QUOTE_IT),
    ("tab character", "yaml-syntax", "a tab cannot indent a line", "Indent with spaces."),
    ("block scalar", "yaml-syntax", "only '-', '+' or a digit and then the line's end may follow '>' and '|'",
     "If the text itself begins with '>' or '|', put it in quotes."),
    ("quoted scalar found unexpected document", "yaml-syntax", "a line cannot begin with '---' or '...' inside quotes",
     "Indent the line."),
    ("escape", "yaml-syntax", "not an escape that YAML knows in double quotes", _UNQUOTE),
    ("hexdecimal", "yaml-syntax", "expected the hexadecimal digits of a character's number", _UNQUOTE),
    ("expected ',' or ']'", "yaml-syntax", "expected ',' or ']'", "The list in brackets does not end."),
    ("expected ',' or '}'", "yaml-syntax", "expected ',' or '}'", "The mapping in braces does not end."),
    ("alias", "forbidden-yaml", "an alias; claim files write everything out",
     "If the text really begins with '*', put it in quotes."),
    ("anchor", "forbidden-yaml", "an anchor; claim files write everything out",
     "If the text really begins with '&', put it in quotes."),
    ("tag", "forbidden-yaml", "a tag; every value of a claim file is a text",
     "If the text really begins with '!', put it in quotes."),
    ("directive", "forbidden-yaml", "a claim file has no YAML directives", "Remove the lines that begin with '%'."),
    ("incompatible YAML document", "forbidden-yaml", "a claim file has no YAML directives",
     "Remove the lines that begin with '%'."),
    ("<document start>", "yaml-syntax", "expected the end of the file: the document is complete before this",
     "Check the brackets, and the indentation, of what stands before it."),
    ("block mapping", "yaml-syntax", "expected a field's name at the indentation of its neighbours",
     "Check the indentation; a text that begins with a quotation mark must end with one."),
    ("block collection", "yaml-syntax", "expected a list item ('- ') at the indentation of its neighbours",
     "Check the indentation."),
    ("node content", "yaml-syntax", "expected a value", f"If the character is part of a text: {_QUOTE_IT}"),
)  # fmt: skip


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, shift: int) -> Problem:
    """A parser's error in words for people."""
    told = f"{error.context or ''} {error.problem or ''}".strip()
    at = (error.problem_mark.index if error.problem_mark else 0) + shift
    opened = error.context_mark.index + shift if error.context_mark else None
    if "cannot start any token" in told:
        return _bad_beginning(text, at)
    if opened is not None and "quoted scalar found unexpected end" in told:
        return Problem("yaml-syntax", "the quotation mark opened here is not closed", _one(text, opened), _CLOSE_IT)
    if opened is not None and "could not find expected ':'" in told:
        at = opened  # the parser's place is where it noticed, a line below
    if "escape" in told or "hexdecimal" in told:
        at = max(text.rfind("\\", 0, at + 1), 0)
    rule, message, help = next(
        ((rule, message, help) for needle, rule, message, help in _SYNTAX if needle in told),
        ("yaml-syntax", f"not YAML: {told}", ""),
    )
    related: tuple[tuple[Span, str], ...] = ()
    if opened is not None and opened < at:
        related = ((_one(text, opened), "in what begins here"),)
    return Problem(rule, message, _one(text, at), help, related=related)


def _bad_beginning(text: str, at: int) -> Problem:
    if text[at : at + 1] == "\t":
        return Problem("yaml-syntax", "a tab cannot indent a line", _one(text, at), "Indent with spaces.")
    return Problem("yaml-syntax", f"a text cannot begin with '{text[at : at + 1]}'", _one(text, at), _QUOTE_IT)


def _one(text: str, at: int) -> Span:
    """The character at a place; at the file's end, the place itself."""
    return Span(min(at, len(text)), min(at + 1, len(text)))
