"""The YAML of claim files: texts as typed, exact places, and a finding for whatever claim files may not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.claims.yaml import MAX_BYTES, MAX_DEPTH, Mapping, Node, Scalar, Sequence, parse, to_plain
from claimcheck.problem import Problem
from claimcheck.source import SourceFile, Span


def clean(text: str) -> Node:
    node, problems = parse(text)
    assert problems == []
    assert node is not None
    return node


def field(text: str, name: str) -> Scalar:
    node = clean(text)
    assert isinstance(node, Mapping)
    found = node.get(name)
    assert isinstance(found, Scalar)
    return found


def raw(text: str, span: Span) -> str:
    return text[span.start : span.end]


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from nodes(key)
            yield from nodes(value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)


# Texts


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "1e3", "8.0", "010", "0x1F", "12:30", "null", "~", "~10K", "true", ".5", "2024-01-01", "+1", "-1"],
)
def test_scalars_are_text_as_typed(typed: str) -> None:
    """YAML would make booleans, numbers, dates and nulls of these; a contributor typed a text."""
    assert field(f"value: {typed}\n", "value").text == typed


def test_an_empty_value_is_the_empty_text() -> None:
    value = field("a:\nb: x\n", "a")
    assert value.text == ""
    assert value.span == Span(2, 2)  # after the colon: nothing is written


def test_to_plain() -> None:
    node = clean("a: {b: [1, 'x y']}\nc:\n  - d\n")
    assert to_plain(node) == {"a": {"b": ["1", "x y"]}, "c": ["d"]}


def test_a_mapping_knows_values_and_keys() -> None:
    node = clean("a: 1\nb: 2\n")
    assert isinstance(node, Mapping)
    assert node.get("b") == Scalar("2", Span(8, 9))
    assert node.key("b") == Scalar("b", Span(5, 6))
    assert node.get("c") is None
    assert node.key("c") is None


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "\ufeff"])
def test_a_file_without_a_document(text: str) -> None:
    """An empty file is well-formed YAML: what is missing in it is for the schema to say."""
    assert parse(text) == (None, [])


# Places


def test_spans_of_each_style() -> None:
    text = "a: plain text # comment\nb: 'it''s'\nc: \"x\\ty\"\nd: >-\n  two\n  lines\n\n\ne: |\n  x\n"
    assert raw(text, field(text, "a").span) == "plain text"
    assert raw(text, field(text, "b").span) == "'it''s'"
    assert raw(text, field(text, "c").span) == '"x\\ty"'
    assert raw(text, field(text, "d").span) == ">-\n  two\n  lines"  # not the blank lines after it
    assert raw(text, field(text, "e").span) == "|\n  x"
    assert [field(text, name).style for name in "abcde"] == ["plain", "single", "double", "folded", "literal"]


def test_spans_of_collections_end_where_their_text_ends() -> None:
    text = "a:\n  - x\n  - y: z\n\n\nb: [1, 2]\nc: {d: e}\n"
    node = clean(text)
    assert isinstance(node, Mapping)
    spans = {key.text: raw(text, value.span) for key, value in node.entries}
    assert spans == {"a": "- x\n  - y: z", "b": "[1, 2]", "c": "{d: e}"}
    assert raw(text, node.span) == text.rstrip("\n")


LINE_ENDS = ("\n", "\r\n", "\r")
# The bytes, UTF-16 units and code points of these differ.
HEADS = ("", "\ufeff", "# é😀\n", "\ufeff# 漢\n# 😀\n", "é😀: 漢\n")


@st.composite
def written_scalars(draw: st.DrawFn) -> tuple[str, str, str, list[tuple[int, int, int, int]]]:
    """A file whose field `key` is written in some style, folded somewhere: its text, the style, the field's value,
    and of each word its place in the value and in the file, noted while writing."""
    style = draw(st.sampled_from(["plain", "single", "double", "folded", "literal"]))
    letters = "abZ019.%~+/=()é漢😀\xa0" if style != "double" else "abZ019.%:#'-é漢😀\xa0\"\\\t\n\x1b"
    if style in ("single", "folded", "literal"):
        letters += "\"'\\:#-[]{}&*!"
    words = draw(st.lists(st.text(letters, min_size=1, max_size=6), min_size=1, max_size=8))
    words = [word.strip("\t\n") or "w" for word in words]  # white space beside folding is traced to the run it is in
    words[0] = "w" + words[0]  # what may begin a text is another question
    line_end = draw(st.sampled_from(LINE_ENDS))
    margin = line_end + " " * draw(st.integers(1, 5))
    text = draw(st.sampled_from(HEADS)).replace("\n", line_end) + "key: "
    text += {"plain": "", "single": "'", "double": '"', "folded": ">-" + margin, "literal": "|-" + margin}[style]
    value = ""
    places = []
    for number, word in enumerate(words):
        if number:
            broken = draw(st.booleans())
            value += "\n" if broken else " "
            if style == "literal":
                text += margin if broken else " "
            elif broken:
                text += line_end + margin
            else:
                text += draw(st.sampled_from([" ", margin]))
        start = len(text)
        if style == "single":
            text += word.replace("'", "''")
        elif style == "double":
            text += "".join(draw(st.sampled_from(double_quoted(char))) for char in word)
        else:
            text += word
        places.append((len(value), len(value) + len(word), start, len(text)))
        value += word
    text += {"single": "'", "double": '"'}.get(style, "") + line_end + "after: x" + line_end
    return text, style, value, places


def double_quoted(char: str) -> list[str]:
    """The ways to write a character in double quotes."""
    named = {"\t": ["\\t"], "\n": ["\\n"], "\x1b": ["\\e"], '"': ['\\"'], "\\": ["\\\\"], "\xa0": ["\xa0", "\\_"]}
    ways = named.get(char, [char])
    number = ord(char)
    if number < 0x100:
        ways = [*ways, f"\\x{number:02x}"]
    return [*ways, f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08x}"]


@given(written_scalars())
def test_a_scalar_is_read_and_traced_to_the_letter(
    written: tuple[str, str, str, list[tuple[int, int, int, int]]],
) -> None:
    """Whatever the style, the line ends, the folding and what stands before: the value is what was written, and every
    word is found where the writer put it, alone and together with the words after it."""
    text, style, value, places = written
    scalar = field(text, "key")
    assert scalar.text == value
    assert scalar.style == style
    for start, end, raw_start, raw_end in places:
        assert scalar.locate(text, start, end) == Span(raw_start, raw_end)
    assert scalar.locate(text, 0, len(value)) == Span(places[0][2], places[-1][3])
    assert raw(text, field(text, "after").span) == "x"


def test_a_finding_in_a_folded_quote_points_to_its_own_line() -> None:
    text = "quote: >-\n  It yields a\n  3.37% gain\n  over it.\n"
    quote = field(text, "quote")
    start = quote.text.index("3.37%")
    span = quote.locate(text, start, start + 5)
    assert raw(text, span) == "3.37%"
    assert (SourceFile("x", text).position(span.start).line, SourceFile("x", text).position(span.start).column) == (
        3,
        3,
    )


def test_a_place_between_characters_is_located_too() -> None:
    text = "a: 'x''y'\n"
    scalar = field(text, "a")
    assert [scalar.locate(text, at, at) for at in range(4)] == [Span(4, 4), Span(5, 5), Span(7, 7), Span(8, 8)]
    assert scalar.locate(text, 0, 99) == Span(4, 8)  # past the end is the end


# Fragments that meet in every way: YAML's own characters, escapes, line ends, what no file should hold.
FRAGMENTS = (
    "a", "é", "😀", "79.6%", "~10K", "no", " ", "  ", "\n", "\n  ", "\n\n", "\r\n", "\r", "\t",
    "\xa0", "\x85", "\u2028", "\ufeff", "\x00", "\x1b", "\ud800",
    "'", '"', "''", "\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\\n ", "\\ ", "\\ud800", "\\UFFFFFFFF", "\\q",
    "b: ", ": ", "- ", "? ", "x: y\n", "k:\n  - ", "|", "|-", "|+2", ">", "> # c\n", "[", "]", "{", "}", ", ", "#", " # c",
    "&x ", "*x", "!t ", "!!str ", "<<: ", "%YAML 1.1\n", "%TAG ! t:\n", "%FOO x\n", "---\n", "...\n",
)  # fmt: skip
fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


@given(fragments)
@example("a: \ud800")
@example("%FOO x\n---\na\n")
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader raise; every place lies in the text; every character is traced to where it stands."""
    node, problems = parse(text)
    for problem in problems:
        for span in (problem.span, *(span for span, _ in problem.related)):
            assert 0 <= span.start <= span.end <= len(text)
    if node is None:
        assert problems or not re.sub(r"#.*|\.\.\.", "", text).strip("\ufeff \t\n\r\x85\u2028\u2029")
        return
    for inner in nodes(node):
        assert node.span.holds(inner.span)
        if isinstance(inner, Scalar) and not problems:
            assert_traceable(text, inner)


def assert_traceable(text: str, scalar: Scalar) -> None:
    for at, char in enumerate(scalar.text):
        written = raw(text, scalar.locate(text, at, at + 1))
        if char not in " \t\n\r\x85\u2028\u2029":
            assert written == char or (char, written) == ("'", "''") or written.startswith("\\")


@given(fragments)
def test_without_the_c_library_files_read_the_same(text: str) -> None:
    """The parser in Python refuses a little more (tabs) and has other messages; what both accept they read alike."""
    fast = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        slow = parse(text)
    if fast[0] is not None and slow[0] is not None:
        assert fast == slow


@pytest.mark.parametrize("accelerated", [True, False])
@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"\n', 'a: "\\ud800"\n', "%YAML 2.0\n---\na\n", "%FOO x\n---\na\n", "a: @x\n"]
)
def test_both_parsers_refuse(text: str, accelerated: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", accelerated and yaml.__with_libyaml__)
    assert parse(text)[1] != []


# What claim files may not hold


def told(text: str) -> list[tuple[str, str]]:
    """Rule and marked text of every problem."""
    return [(problem.rule, raw(text, problem.span)) for problem in parse(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b\n", [("forbidden-yaml", "&x")]),
        ("a: &x [b]\n", [("forbidden-yaml", "&x")]),
        ("a: &x b\nc: *x\n", [("forbidden-yaml", "&x"), ("forbidden-yaml", "*x")]),
        ("a: !!int 3\n", [("forbidden-yaml", "!!int")]),
        ("a: ! 3\n", [("forbidden-yaml", "!")]),
        ("a: !<tag:x> {b: c}\n", [("forbidden-yaml", "!<tag:x>")]),
        ("a: !t &x b\n", [("forbidden-yaml", "&x"), ("forbidden-yaml", "!t")]),
        ("a: &x !t b\n", [("forbidden-yaml", "&x"), ("forbidden-yaml", "!t")]),
        ("a: !u!t b\n", [("forbidden-yaml", "!")]),
        ("<<: {a: b}\nc: d\n", [("forbidden-yaml", "<<")]),
        ("a: b\n---\nc: d\n", [("forbidden-yaml", "---")]),
        ("a: b\n...\n--- c\n", [("forbidden-yaml", "---")]),
        ("? [a]\n: b\n", [("forbidden-yaml", "[a]")]),
        ("{a: b}: c\n", [("forbidden-yaml", "{a: b}")]),
        ("%YAML 1.2\n---\na: b\n", [("forbidden-yaml", "%YAML 1.2")]),
        ("\ufeff%TAG ! x:\n---\na: b\n", [("forbidden-yaml", "%TAG ! x:")]),
        ("a: *\n", [("forbidden-yaml", "\n")]),
    ],
)
def test_forbidden(text: str, expected: list[tuple[str, str]]) -> None:
    """Each hides, moves or retypes what a reader sees; each is told at its own characters."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["'<<': a\n", "a: '*x'\n", "a: '&x'\n", 'a: "!x"\n', "--- \na: b\n...\n", "a: b & c * d ! e\n"]
)
def test_what_only_looks_forbidden(text: str) -> None:
    clean(text)


def test_a_field_given_twice() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    node, problems = parse(text)
    assert node is not None
    assert to_plain(node) == {"a": "1", "b": "2"}  # the first counts
    assert problems == [
        Problem(
            "duplicate-key",
            "the field 'a' is given twice",
            Span(10, 11),
            "Keep one of the two.",
            related=((Span(0, 1), "first given here"),),
        )
    ]


def test_keys_are_compared_as_text() -> None:
    """`1` and `01` are two texts, 'a' and a are one."""
    assert told("1: x\n01: y\n") == []
    assert told("'a': x\na: y\n") == [("duplicate-key", "a")]


def test_every_problem_of_a_file_is_told() -> None:
    text = "a: &x 1\na: \x01\nb: *x\n<<: {}\n--- c\n"
    assert sorted(told(text)) == [
        ("duplicate-key", "a"),
        ("forbidden-yaml", "&x"),
        ("forbidden-yaml", "*x"),
        ("forbidden-yaml", "---"),
        ("forbidden-yaml", "<<"),
        ("yaml-syntax", "\x01"),
    ]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe", "\uffff", "\ud800"])
def test_control_characters_are_told_and_the_rest_is_read(char: str) -> None:
    text = f"a: x{char}{char}y\nb: z{char}\n"
    node, problems = parse(text)
    assert [(problem.rule, problem.span) for problem in problems] == [
        ("yaml-syntax", Span(4, 6)),
        ("yaml-syntax", Span(12, 13)),
    ]
    assert f"U+{ord(char):04X}" in problems[0].message
    assert isinstance(node, Mapping)
    assert [key.text for key, _ in node.entries] == ["a", "b"]


def test_a_byte_order_mark_may_only_begin_a_file() -> None:
    assert told("\ufeffa: b\n") == []
    assert told("\ufeff\ufeffa: b\n") == [("yaml-syntax", "\ufeff")]
    assert told("a: b\n\ufeffc: d\n") == [("yaml-syntax", "\ufeff")]


# Syntax


@pytest.mark.parametrize(
    ("text", "marked", "message"),
    [
        ("a: b: c\n", ":", "a ':' with a space after it cannot stand here"),
        ("a: b\n c: d\n", ":", "a ':' with a space after it cannot stand here"),
        ("a: b\nc\nd: e\n", "c", "expected a field's name with ':' after it"),
        ("a: [1, 2\nb: c\n", ":", "expected ',' or ']'"),
        ("a: {b: c\n", "", "expected ',' or '}'"),
        ("a: 'x\nb: y\n", "'", "the quotation mark opened here is not closed"),
        ('a: "x\nb: y\n', '"', "the quotation mark opened here is not closed"),
        ("a: %x\n", "%", "a text cannot begin with '%'"),
        ("a: `x`\n", "`", "a text cannot begin with '`'"),
        ("a:\n\t- b\n", "\t", "a tab cannot indent a line"),
        ("a: >3x\n", "x", "only '-', '+' or a digit and then the line's end may follow '>' and '|'"),
        ('a: "10.7\\%"\n', "\\", "not an escape that YAML knows in double quotes"),
        ('a: "\\xZZ"\n', "\\", "expected the hexadecimal digits of a character's number"),
        ("a: 'b\n---\n'", "-", "a line cannot begin with '---' or '...' inside quotes"),
        ("- a\nb: c\n", "b", "expected a list item ('- ')"),
        ("a: b\n- c\n", "-", "expected a field's name at the indentation of its neighbours"),
        ('a: "x" y\n', "y", "expected a field's name at the indentation of its neighbours"),
        ("a: ]\n", "]", "expected a value"),
        ("a: - b\n", "-", "a list item ('- ') cannot stand here"),
        ("a: ? b\n", "?", "a text cannot begin with '? ' here"),
        ("[a]]\n", "]", "expected the end of the file"),
    ],
)
@pytest.mark.parametrize("head", ["", "\ufeff", "# é😀\r\n"])
def test_syntax_errors(text: str, marked: str, message: str, head: str) -> None:
    """What people get wrong, in words about what they typed; the place holds behind any head."""
    text = head + text
    node, problems = parse(text)
    assert node is None
    assert [problem.rule for problem in problems] == ["yaml-syntax"]
    assert problems[0].message.startswith(message)
    assert raw(text, problems[0].span) == marked
    assert problems[0].help  # what to do about it


def test_a_syntax_error_shows_where_the_unfinished_begins() -> None:
    text = "a: [1, 2\nb: c\n"
    (problem,) = parse(text)[1]
    assert problem.related == ((Span(3, 4), "in what begins here"),)


# Limits


def test_nesting_up_to_the_limit_is_read() -> None:
    clean("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    text = "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)
    node, problems = parse(text)
    assert node is None
    assert [(problem.rule, problem.span) for problem in problems] == [("file-limits", Span(MAX_DEPTH, MAX_DEPTH + 1))]


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "[{a: ", "!!x [", "&a ["])
def test_nesting_without_end_is_a_finding(unit: str) -> None:
    """Loading such a file ends the process (a stack overflow in C); as events it is one problem more."""
    text = (unit * MAX_BYTES)[: MAX_BYTES - 1]
    node, problems = parse(text)
    assert node is None
    assert problems[-1].rule in ("file-limits", "yaml-syntax")


def test_size_is_counted_in_bytes_before_anything_is_read() -> None:
    within = "a: '" + "é" * (MAX_BYTES // 2 - 4) + "'\n"
    clean(within)
    node, problems = parse(within + "[" * 4)  # two bytes too many, and no YAML
    assert node is None
    assert [problem.rule for problem in problems] == ["file-limits"]
    assert str(len((within + "[" * 4).encode())) in problems[0].message
