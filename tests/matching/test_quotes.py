"""Where a quote stands, and where it may begin and end: between whole words and whole quantities."""

from __future__ import annotations

import pytest

from claimcheck.matching.quotes import (
    Place,
    begins_adjective,
    cut,
    inside,
    locate,
    name_at,
    sentence_around,
    touching,
    whole_name,
)
from claimcheck.numerals import scan
from claimcheck.source import Span
from claimcheck.text.fold import fold

MARK = "·"


@pytest.mark.parametrize(
    "marked",
    [
        # A mark stands wherever a quote may begin or end; anywhere else a word would be cut.
        "·a· ·word·",
        "·non-members· ·a‐b· ·a‑b· ·one-2· ·1-two· ·a·‑·‐b·",  # hyphens of all kinds join letters and digits
        "·so· ·-·called· ·pre·-· ·and· ·-· ·a·",  # but not to a space
        "·C++· ·C#· ·F#·-·like· ·++· ·c· ·5%+· ·x· ·%·y·",  # nor is what is glued to a word before it a part of the next
        "·don't· ·it’s· ·'· ·t· ·'·tis· ·rock'n'roll· ·’·s· ·1's· ·'·5·",
        "·their·'· ·own·’· ·90s·'·",
        "’·s·",
        "·x· ·-5· ·and· ·−5· ·or· ·+5· ·and· ·±5·",  # a sign belongs to its number
        "-5·",
        "+5·",
        "a+·5·",
        "a't· ·a·'·5·",
        "·6-7· ·a+·5· ·3·−·2·",  # between two numbers it is none
        "·-·c· ·+·b·",
        "·a·\\foo· ·\\·5·",  # a command that nobody knows is a word
        "·5k· ·79·.·6·",  # whether a number is cut is asked of the numbers
    ],
)
def test_where_no_word_is_cut(marked: str) -> None:
    text = marked.replace(MARK, "")
    allowed = {at - marked[:at].count(MARK) for at, character in enumerate(marked) if character == MARK}
    folded = fold(text)
    assert len(folded.view.text) == len(text), "the marks count the characters as rendered"
    for at in range(len(folded.text)):
        starts, ends = folded.view_range(at, at + 1)
        if text[starts] != " ":
            begun = Place(Span(starts, len(text)), at, len(folded.text))
            assert (cut(begun, folded, ()) is None) == (starts in allowed or not starts), text[starts:]
            ended = Place(Span(0, ends), 0, at + 1)
            assert (cut(ended, folded, ()) is None) == (ends in allowed or ends == len(text)), text[:ends]


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("It gains up to 8.0% here.", "It gains up to 8.0%", None),
        ("It gains up to 8.0% here.", "8.0% here.", "up to 8.0%"),
        ("It gains up to 8.0% here.", "It gains up", "up to 8.0%"),
        ("It gains up to 8.0% here.", "It gains", None),
        ("It gains 8.0% here.", "% here.", "8.0%"),
        ("It gains 8.0% and 9.2% here.", "and 9", "9.2%"),
        # The sign of a currency, which folding leaves out as it does the dollars of a formula, belongs to what begins with it.
        ("They paid $145 a head.", "$145 a head", None),
        ("They paid \\$145 a head.", "\\$145 a head", None),
        ("They paid \\$145 a head.", "$145 a head", None),
        ("They paid $145 a head.", "145 a head", "$145"),
        ("They paid US$145 a head.", "$145 a head", "US$145"),
        ("They paid $145$ a head.", "$145$ a head", None),
        ("They paid 145$ a head.", "paid 145$", None),
        # In one reading "over 500 documents" is no bound, and "500 documents" cuts nothing.
        ("We walked over 500 documents.", "500 documents.", None),
        ("We walked over 500 documents.", "00 documents.", "over 500"),
        # Of what is no quantity only the words count …
        ("See Table 3 [12, 15] and the twenty-first run.", "See Table 3 [12", None),
        ("See Table 3 [12, 15] and the twenty-first run.", "[12, 15] and the twenty", "a word"),
        ("In (2) we see 30 ms.", "In (2", None),
        ("In (12) we see 30 ms.", "In (1", "a word"),
        ("It gains 8.0%, so it is new.", ", so it is", None),
        # … and what comes behind it is looked at all the same.
        ("The first of 8.0% runs.", "The first of 8", "8.0%"),
        ("We use GPT-4 Turbo.", "4 Turbo.", "GPT-4"),
    ],
)
def test_what_is_cut(text: str, quote: str, what: str | None) -> None:
    folded = fold(text)
    (place,) = locate(quote, folded)
    assert cut(place, folded, scan(text)) == what


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("They paid $145 a head.", "$145 a head", "$145 a head"),
        ("$145 a head is paid.", "$145 a head", "$145 a head"),
        ("They paid $145 a head.", " $145 a head ", "$145 a head"),
        ("They paid $145 a head.", "145 a head", "145 a head"),
        ("They paid 145$ a head.", "paid 145", "paid 145"),
        ("They paid 145$ a head.", "paid 145$", "paid 145$"),
        ("They paid 145$ a head.", " paid 145$ ", "paid 145$"),
        # There is none, or another one.
        ("They paid 145 a head.", "$145 a head", "145 a head"),
        ("They paid €145 a head.", "$145 a head", "145 a head"),
        ("They paid 145€ a head.", "paid 145$", "paid 145"),
    ],
)
def test_the_sign_of_a_currency_is_found_with_it(text: str, quote: str, found: str) -> None:
    (place,) = locate(quote, fold(text))
    assert text[place.span.start : place.span.end] == found


def test_every_place_is_found() -> None:
    """Places may overlap; typography does not matter; inside a place only what lies inside it is found."""
    folded = fold("aaa “aa” ‘a a’")
    starts = [place.start for place in locate("a", folded)]
    assert [folded.text[at] for at in starts] == ["a"] * 7
    assert [place.span for place in locate("aa", folded)] == [Span(0, 2), Span(1, 3), Span(5, 7)]
    (inner,) = locate('"aa"', folded)
    assert [place.span for place in locate("aa", folded, inner)] == [Span(5, 7)]
    assert [place.span for place in locate("a", folded, limit=2)] == [Span(0, 1), Span(1, 2)]


@pytest.mark.parametrize("quote", ["", " ", "ab", "a  b"])
def test_what_stands_nowhere(quote: str) -> None:
    assert locate(quote, fold("aaa")) == []


@pytest.mark.parametrize("quote", ["It", "gains", "gains 5% here.", "It gains 5% here."])
def test_the_sentence_around(quote: str) -> None:
    """At the beginning of a text, inside it and at its end."""
    sentence = "It gains 5% here."
    for text in (sentence, f"{sentence} Borea wins.", f"Borea wins. {sentence}", f"We win. {sentence} Borea wins."):
        folded = fold(text)
        (place,) = locate(quote, folded)
        found = sentence_around(place, folded)
        assert text[found.span.start : found.span.end] == sentence
        assert locate(sentence, folded) == [found]


def test_what_lies_in_a_stretch() -> None:
    """As a whole, or touching it; in a stretch between two numbers there is none."""
    mentions = scan("5 books, 7 songs, 12 hats")
    at = [(mention.start, mention.end) for mention in mentions]
    assert at == [(0, 1), (9, 10), (18, 20)]
    for span, whole, part in (
        (Span(0, 25), [0, 1, 2], [0, 1, 2]),
        (Span(0, 1), [0], [0]),
        (Span(1, 9), [], []),
        (Span(2, 8), [], []),
        (Span(1, 19), [1], [1, 2]),
        (Span(18, 19), [], [2]),
        (Span(19, 20), [], [2]),
        (Span(9, 10), [1], [1]),
    ):
        assert (list(inside(span, mentions)), list(touching(span, mentions))) == (whole, part), span


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GPT-4 runs C++", "GPT-4"),
        ("GPT-4+ runs", "GPT-4+"),
        ("with GPT-4+", "GPT-4+"),
        ("GPT-4's runs", "GPT-4"),
        ("GPT-4", "GPT-4"),
    ],
)
def test_the_name_of_a_number(text: str, name: str) -> None:
    assert name_at(text, scan(text)[0]) == name


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("The Qwen-7B wins", "Qwen-7B", True),
        ("The Qwen-7B's wins", "Qwen-7B", True),
        ("The Qwen-7Bs win", "Qwen-7B", True),
        ("The Qwen-7Bs-like wins", "Qwen-7B", False),
        ("The Qwen-7Bx wins", "Qwen-7B", False),
        ("The xQwen-7B's wins", "Qwen-7B", False),
        ("The xQwen-7Bs win", "Qwen-7B", False),
        ("The 1980s' wins", "1980", False),
        ("In 1980's wins", "1980", True),
        ("The books win", "book", False),
        ("The RoBERTas win", "RoBERTa", False),
        ("The TPUs' wins", "TPU", True),
        ("The TPUs", "TPU", True),
        ("TPUs", "TPU", True),
    ],
)
def test_whole_names(text: str, name: str, whole: bool) -> None:
    folded = fold(text)
    (place,) = locate(name, folded)
    assert whole_name(place, folded) is whole


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("a Lumen4-based head", True),
        ("a Lumen4-style head", True),
        ("a Lumen4‑driven head", True),
        ("a NewLumen4-based head", False),
        ("a Lumen4x head, tree-based", False),
        ("a Lumen4-turbo head", False),
        ("a Lumen4-based-on head", False),
        ("a Lumen4-Based head", False),
        ("a Lumen4 head", False),
        ("a Lumen4-ed head", False),
    ],
)
def test_adjectives_made_of_a_name(text: str, begins: bool) -> None:
    folded = fold(text)
    (place,) = locate("Lumen4", folded)
    assert begins_adjective(place, folded) is begins
