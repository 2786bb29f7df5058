"""Source files: where abstracts begin and end, their identity, and what is told of a file that cannot be read well."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.sources import Abstract, SourceText, digest, read_source

SEEDS = Path(__file__).parents[2] / "seeds"


def read(data: bytes | str, path: str = "seeds/x.txt") -> SourceText:
    return read_source(path, data.encode() if isinstance(data, str) else data)


def told(source: SourceText) -> list[tuple[str, str]]:
    """What is said, and the text that is marked."""
    assert {problem.rule for problem in source.problems} <= {"unreadable-source"}
    return [(problem.message, source.file.text[problem.span.start : problem.span.end]) for problem in source.problems]


# The real seeds


FIRST = ("000_09c277c93eff5fcb.txt", "004_cb91ec13a170ccd6.txt")
"""The sources that this project began with: others may be added, these stay as they are."""


def seeds() -> list[SourceText]:
    return [read_source(f"seeds/{name}", (SEEDS / name).read_bytes()) for name in FIRST]


def test_the_seeds_hold_twenty_abstracts_eighteen_different() -> None:
    sources = seeds()
    assert [source.problems for source in sources] == [(), ()]
    abstracts = [abstract for source in sources for abstract in source.abstracts]
    assert len(abstracts) == 20
    assert len({abstract.digest for abstract in abstracts}) == 18
    twice = {a.words(4) for a in abstracts if sum(a.digest == b.digest for b in abstracts) == 2}
    assert twice == {"Reward models (RMs) play", "We introduce Olmo 3,"}


def test_a_seed_abstract_knows_its_place_and_identity() -> None:
    """The example of the format's description, and the line on which an editor shows the abstract."""
    (abstract,) = [a for source in seeds() for a in source.abstracts if a.text.startswith("We introduce Reinforcement")]
    assert abstract.digest.startswith("4444a089ad686816")
    position = abstract.file.position(abstract.span.start)
    assert (position.line, position.column) == (14, len("Abstract:") + 1)
    assert abstract.file.text[abstract.span.start : abstract.span.end] == abstract.text
    assert abstract.text.endswith("We release our code publicly.")


def test_no_word_of_the_seeds_is_lost() -> None:
    """Abstracts, markers and the words before the first marker are the whole file."""
    for source in seeds():
        text = source.file.text
        kept = text[: text.index("Abstract:")] + "".join("Abstract:" + abstract.text for abstract in source.abstracts)
        assert "".join(kept.split()) == "".join(text.split())


# Markers


def texts(source: SourceText) -> list[str]:
    return [abstract.text for abstract in source.abstracts]


def test_a_marker_may_stand_anywhere_in_a_line() -> None:
    source = read("Someone\nA title. Abstract:  One 1. \n\n\n\nAbstract: Two.\nMore of two. Abstract:Three.")
    assert texts(source) == ["One 1.", "Two.\nMore of two.", "Three."]
    assert source.problems == ()


def test_only_the_exact_marker_counts() -> None:
    assert texts(read("Abstract: an abstract: ABSTRACT: Abstract : Abstracts: x")) == [
        "an abstract: ABSTRACT: Abstract : Abstracts: x"
    ]


words = st.text(st.characters(exclude_characters=":", exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
white = st.text(" \t\n\r\f\u2028\xa0", max_size=4)


@given(
    words,
    st.lists(st.tuples(white, words.filter(lambda word: word.strip() != ""), white), min_size=1, max_size=5),
    st.booleans(),
)
def test_each_abstract_is_found_where_it_stands(head: str, bodies: list[tuple[str, str, str]], marked: bool) -> None:
    """Whatever stands around: the trimmed text between two markers, at its code points, with its own identity."""
    head = head.removeprefix("\ufeff")
    text = head + "".join(f"Abstract:{before}{body}{after}" for before, body, after in bodies)
    source = read_source("x.txt", (b"\xef\xbb\xbf" if marked else b"") + text.encode())
    assert source.file.text == text
    assert texts(source) == [(before + body + after).strip() for before, body, after in bodies]
    for abstract in source.abstracts:
        assert text[abstract.span.start : abstract.span.end] == abstract.text
        assert text[: abstract.span.start].rstrip().endswith("Abstract:")
        assert abstract.digest == digest(abstract.text)


# Identity


def by_definition(text: str) -> str:
    """The definition, in other words than the program's."""
    folded = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
    return hashlib.sha256(folded.encode("utf-8")).hexdigest()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_identity_follows_its_definition(text: str) -> None:
    assert digest(text) == by_definition(text)


def test_white_space_and_composition_do_not_change_identity_and_letters_do() -> None:
    assert digest("a  Tülu\r\n3 ") == digest("a Tu\u0308lu 3")
    assert digest("a b") != digest("a  c")
    assert digest("10.7\\%") != digest("10.7%")  # LaTeX stays


def test_opening_words() -> None:
    (abstract,) = read("Abstract: We  introduce\nOlmo 3, a family").abstracts
    assert abstract.words(3) == "We introduce Olmo"
    assert abstract.words(99) == "We introduce Olmo 3, a family"


def test_abstracts_are_told_apart_by_place_not_by_text() -> None:
    first, second = read("Abstract: x Abstract: x").abstracts
    assert first != second
    assert isinstance(first, Abstract)
    assert first.digest == second.digest


# Line ends and marks


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\f"])
def test_line_ends_are_kept(line_end: str) -> None:
    text = f"x{line_end}Abstract: one{line_end}two{line_end}{line_end}Abstract: three{line_end}"
    source = read(text)
    assert source.file.text == text
    assert texts(source) == [f"one{line_end}two", "three"]
    assert source.problems == ()
    assert source.abstracts[0].digest == digest("one two")


def test_a_byte_order_mark_is_dropped() -> None:
    source = read(b"\xef\xbb\xbfAbstract: x")
    assert source.file.text == "Abstract: x"
    assert source.problems == ()
    assert source.file.position(source.abstracts[0].span.start).column == 11


# What is told


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file(data: bytes) -> None:
    source = read(data)
    assert source.abstracts == ()
    assert told(source) == [("the file is empty", "")]


def test_no_marker() -> None:
    source = read("Only words.\n")
    assert source.abstracts == ()
    assert told(source) == [("no abstract found", "O")]
    assert "Abstract:" in source.problems[0].help


def test_an_empty_abstract_is_told_and_the_others_are_read() -> None:
    source = read("Abstract: \n\nAbstract: x\nAbstract:\n")
    assert texts(source) == ["x"]
    assert told(source) == [("no abstract after this marker", "Abstract:")] * 2
    assert [problem.span.start for problem in source.problems] == [0, 24]


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\uffff"])
def test_control_characters_are_told_and_the_abstract_is_read(char: str) -> None:
    source = read(f"Abstract: a {char}{char}b\nAbstract: c")
    assert texts(source) == [f"a {char}{char}b", "c"]
    assert told(source) == [(f"a control character (U+{ord(char):04X})", char * 2)]


def test_bad_utf8_is_told_with_its_byte_and_line() -> None:
    """Behind a byte order mark and a letter of two bytes, bytes and code points are counted apart."""
    source = read(b"\xef\xbb\xbf\xc3\xa9\r\nAbstract: a \xff b \xfe\nAbstract: c")
    assert told(source) == [("not UTF-8: byte 0xFF at byte offset 19 (line 2)", "\ufffd")]
    assert texts(source) == ["a \ufffd b \ufffd", "c"]


def test_bad_utf8_in_the_end() -> None:
    assert told(read(b"Abstract: a \xc3")) == [("not UTF-8: byte 0xC3 at byte offset 12 (line 1)", "\ufffd")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_another_encoding_is_named(encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    source = read((mark + "Abstract: é\n").encode(encoding))
    assert told(source)[0][0] == "the file is UTF-16, not UTF-8"


@given(
    st.binary(max_size=60)
    | st.lists(
        st.sampled_from(
            [b"Abstract:", b"a", b" ", b"\xff", b"\x00", b"\xc3", b"\xa9", b"\xef\xbb\xbf", b"\r\n", b"\xed\xa0\x80"]
        )
    ).map(b"".join)
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No file makes the reader raise; there are abstracts or there is a word about it; bad bytes are never silent."""
    source = read(data)
    assert source.abstracts or source.problems
    for problem in source.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(source.file.text)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        first = [
            marked for message, marked in told(source) if "UTF-16" in message or f"offset {error.start} " in message
        ]
        assert first == ["\ufffd"]


@pytest.mark.parametrize("path", ["a.txt", "a.TXT", "a", "a.md", "a/b.c/d"])
def test_other_endings_are_read_as_plain_text(path: str) -> None:
    source = read("Abstract: x", path)
    assert (source.file.path, texts(source)) == (path, ["x"])
