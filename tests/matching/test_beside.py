"""The words that a value has besides its number, and the numbers that they stand at."""

from __future__ import annotations

import pytest

from claimcheck.matching.beside import stand_at, words_beside
from claimcheck.matching.quotes import locate
from claimcheck.numerals import read_value, scan
from claimcheck.text.fold import fold


@pytest.mark.parametrize(
    ("text", "words"),
    [("7", ""), ("7 books", "books"), ("all 7", "all"), ("all 7 books", "all books"), ("{7}", ""), ("7 \\%", "")],
)
def test_what_they_are(text: str, words: str) -> None:
    mention, _ = read_value(text)
    assert mention is not None
    assert words_beside(text, mention) == words


@pytest.mark.parametrize(
    ("source", "text", "at"),
    [
        # Around a number, whatever markup is between, or beside it where it is written otherwise.
        ("Of 7 books and 7 songs", "7 books", {0}),
        ("Of 7 books and 7 songs", "7 songs", {1}),
        ("Of 7 books and 7 songs", "seven songs", {1}),
        ("Of 7 books and 7 songs", "and 7 songs", {1}),
        ("Of 7 books and 7 songs", "and seven songs", set()),  # the words as they stand in a row
        ("Of 7 books and 7 songs", "and 7", {1}),
        ("Of 7 books and 7 songs", "books 7", {0}),
        ("Of 7 books and 7 songs", "7 book", set()),
        ("Of 7 books and 7 songs", "f 7", set()),
        ("Of 7 books and 7 songs", "seven book", set()),
        ("Of 7 \\textbf{books} and 7 songs", "7 books", {0}),
        ("Of \\textbf{books} {\\bf 7} and 7 songs", "books 7", {0}),
        # With a mark and a space between at most.
        ("Of 7% (books) and 7%(songs)", "7 percent books", {0}),
        ("Of 7% (books) and 7%(songs)", "7 percent (songs)", {1}),
        ("Of 7% - books", "7 percent books", set()),
        ("Of books: 7% or songs - 7% and all:7%", "books 7 percent", {0}),
        ("Of books: 7% or songs - 7% and all:7%", "songs 7 percent", set()),
        ("Of books: 7% or songs - 7% and all:7%", "all: 7 percent", {2}),
    ],
)
def test_where_they_stand(source: str, text: str, at: set[int]) -> None:
    folded = fold(source)
    (whole,) = locate(source, folded)
    mention, _ = read_value(text)
    assert mention is not None
    stated = [each for each in scan(source) if each.is_quantity]
    assert {index for index, each in enumerate(stated) if stand_at(text, mention, each, folded, whole)} == at
    (first,) = locate(source.partition(" and")[0], folded)
    found = {index for index, each in enumerate(stated) if stand_at(text, mention, each, folded, first)}
    assert found == {index for index in at if stated[index].end <= first.span.end}
