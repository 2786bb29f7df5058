"""Places are counted as the protocol counts them, whatever the encoding and the line ends."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lsp.places import Encoding, Places
from claimcheck.source import Span

TEXT = "a\U0001d53db\r\nc\rdü\n"


@pytest.mark.parametrize(
    ("encoding", "behind_the_letter", "behind_the_umlaut"), [("utf-8", 5, 3), ("utf-16", 3, 2), ("utf-32", 2, 2)]
)
def test_columns_are_counted_in_the_units_of_the_encoding(
    encoding: Encoding, behind_the_letter: int, behind_the_umlaut: int
) -> None:
    """U+1D53D is four bytes, two 16-bit units, one code point; ü is two bytes, one unit, one code point."""
    places = Places(TEXT, encoding)
    assert places.place(2) == (0, behind_the_letter)
    assert places.place(TEXT.index("\n", 6)) == (2, behind_the_umlaut)


def test_a_line_ends_at_any_of_the_three_line_ends_and_at_nothing_else() -> None:
    places = Places("a\r\nb\rc\nd\x0ce\u2028f")
    assert [places.offset(line, 0) for line in range(4)] == [0, 3, 5, 7]
    assert places.place(12) == (3, 5)  # a form feed and a line separator end no line of the protocol


def test_between_the_two_characters_of_a_line_end_is_the_end_of_the_line() -> None:
    assert Places("a\r\nb").place(2) == (0, 1)


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 99, 3), (1, 99, 6), (9, 0, 10), (-1, 5, 0), (0, 2, 1)])
def test_a_place_that_does_not_exist_is_the_nearest_one(line: int, column: int, offset: int) -> None:
    """(0, 2) is the middle of a surrogate pair: the character's beginning."""
    assert Places(TEXT, "utf-16").offset(line, column) == offset


def test_a_byte_order_mark_that_only_the_client_has_counts_on_the_first_line() -> None:
    places = Places("ab\ncd", has_mark=True)
    assert places.place(1) == (0, 2)
    assert places.place(4) == (1, 1)
    assert places.offset(0, 2) == 1
    assert places.offset(0, 0) == 0


ANY_TEXT = st.text(st.sampled_from("ab\U0001d53dü\r\n\x85\u2028"), max_size=20)


@given(ANY_TEXT, st.sampled_from(get_args(Encoding)), st.booleans(), st.data())
def test_there_and_back_is_the_same_place(text: str, encoding: Encoding, mark: bool, data: st.DataObject) -> None:
    places = Places(text, encoding, has_mark=mark)
    offset = data.draw(st.integers(0, len(text)))
    back = places.offset(*places.place(offset))
    between = text[offset - 1 : offset + 1] == "\r\n"  # no place of its own
    assert back == offset - between


@given(ANY_TEXT, st.sampled_from(get_args(Encoding)))
def test_what_lies_between_two_places_is_what_lies_between_the_offsets(text: str, encoding: Encoding) -> None:
    places = Places(text, encoding)
    assert places.span(*places.range(Span(0, len(text)))) == Span(0, len(text))
