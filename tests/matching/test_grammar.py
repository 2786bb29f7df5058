"""Which adjective and noun are of one root, what stands beside a word, and what it is that nobody does."""

from __future__ import annotations

import pytest

from claimcheck.matching.grammar import (
    akin,
    ends_phrase,
    following,
    is_left_out,
    is_remark,
    none_does,
    previous,
    stretch,
    with_determiners,
)
from claimcheck.text.render import render
from claimcheck.text.words import Word, stem, words


@pytest.mark.parametrize(
    ("adjective", "noun", "one"),
    [
        ("accurate", "accuracy", True),
        ("robust", "robustness", True),
        ("efficient", "efficiency", True),
        ("biased", "bias", True),
        ("costly", "cost", True),
        ("toxic", "toxicity", True),
        ("fluent", "fluency", True),
        ("clear", "clean", False),
        ("airy", "AI", False),
        # what only begins alike, with too few letters or too much behind them
        ("rational", "rate", False),
        ("compact", "comprehension", False),
        ("formative", "form", False),
        ("precise", "price", False),
        ("accurate", "recall", False),
    ],
)
def test_akin(adjective: str, noun: str, one: bool) -> None:
    assert akin(adjective, stem(noun)) is one


@pytest.mark.parametrize(
    ("sentence", "nobody"),
    [
        ("No baseline outperforms Alba.", True),
        ("None of the variants outperforms Alba.", True),
        ("We find that no other baseline outperforms Alba.", True),
        ("Here, nobody outperforms Alba.", True),
        ("It is new, but no baseline outperforms Alba.", True),
        ("It is new and no baseline outperforms Alba.", True),
        ("With care, no baseline outperforms Alba.", True),
        ("No baseline outperforms Alba with tuning.", True),
        # it is another word that "no" belongs to
        ("With no tuning Borea outperforms Alba.", False),
        ("No tuning with Borea outperforms Alba.", False),
        ("No tuning is done, and Borea outperforms Alba.", False),
        ("The baseline outperforms Alba.", False),
        ("outperforms", False),
    ],
)
def test_nobody_does_it(sentence: str, nobody: bool) -> None:
    line = words(render(sentence))
    assert none_does(line, next(at for at, word in enumerate(line) if word.low == "outperforms")) is nobody


def line_of(sentence: str) -> tuple[tuple[Word, ...], int]:
    """The words of a sentence, and the index of the one in asterisks."""
    marked = sentence.index("*")
    line = words(render(sentence.replace("*", "")))
    return line, next(at for at, word in enumerate(line) if word.start == marked)


@pytest.mark.parametrize(
    ("sentence", "before", "behind"),
    [
        ("We see *Alba win.", "see", "win"),
        ("*Alba wins.", "", "wins"),
        ("We see *Alba", "see", ""),
        ("Here, *Alba, it wins.", "", "it"),  # no mark may stand before
    ],
)
def test_the_words_beside_one(sentence: str, before: str, behind: str) -> None:
    assert (previous(*line_of(sentence)), following(*line_of(sentence))) == (before, behind)


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("5% accuracy *without memory", True),
        ("5% accuracy *gain there", False),
        ("5% *relative to Alba", True),
        ("5% *relative gain", False),
        ("5% *close to Alba", False),
    ],
)
def test_where_the_phrase_of_a_number_ends(sentence: str, ends: bool) -> None:
    assert ends_phrase(*line_of(sentence)) is ends


@pytest.mark.parametrize(
    ("sentence", "first"),
    [("We see *Alba.", 2), ("We see our current *Alba.", 2), ("The *Alba wins.", 0), ("Here the, *Alba.", 2)],
)
def test_a_name_with_what_determines_it(sentence: str, first: int) -> None:
    assert with_determiners(*line_of(sentence)) == first


@pytest.mark.parametrize(
    ("sentence", "stretched"),
    [
        ("Here, *Alba wins, too", "Here Alba wins too"),
        ("It is. Now *Alba wins; so be it", "Now Alba wins"),
        ("It is, while *Alba wins, but not here", "while Alba wins"),
        ("It is; *Alba; it is", "Alba"),
    ],
)
def test_the_words_around_one(sentence: str, stretched: str) -> None:
    line, index = line_of(sentence)
    assert " ".join(line[at].text for at in stretch(line, index)) == stretched


@pytest.mark.parametrize(
    ("sentence", "left_out"),
    [
        ("Removing *Alba hurts.", True),
        ("Removing our *Alba hurts.", True),
        ("The removal of *Alba hurts.", True),
        ("The absence of the *Alba hurts.", True),
        ("The absence from *Alba hurts.", False),
        ("Without, *Alba hurts.", False),
        ("The help of *Alba hurts.", False),
        ("Of *Alba without", False),
        ("*Alba works without", False),
        ("Adding *Alba hurts.", False),
    ],
)
def test_what_is_left_out(sentence: str, left_out: bool) -> None:
    assert is_left_out(*line_of(sentence)) is left_out


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("It wins, *more importantly, in recall.", True),
        ("It wins, *less importantly, in recall.", True),
        ("It wins, *most importantly, in recall.", False),
        ("It wins, *more stable, in recall.", False),
        ("It wins *more importantly, in recall.", False),
        ("It wins, *more importantly in recall.", False),
        ("It wins, in recall, *more importantly", False),
        ("It wins, *more clearly, now", True),
        ("It wins, *more surely", False),
        ("*More importantly, it wins.", True),
        ("*More importantly it wins.", False),
    ],
)
def test_what_is_said_in_passing(sentence: str, remark: bool) -> None:
    assert is_remark(*line_of(sentence)) is remark
