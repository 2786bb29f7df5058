"""Near-duplicate abstracts: which pairs are found, what is said to tell them apart, and that the work stays small."""

from __future__ import annotations

import random
import time
from fractions import Fraction

import pytest

from claimcheck.matching.similar import ALMOST, LIKE, Near, Pair, compare, mask, near_abstracts, near_duplicates
from claimcheck.source import SourceFile, Span
from claimcheck.sources.abstract import Abstract

TEXT = (
    "We present Corvus, a parser for noisy text that learns from its own mistakes. "
    "On Aria, Corvus outperforms the best parser so far by an average of 79.6% with six models."
)
OTHER = (
    "Speech has pauses, and taggers stumble over them. Lumen hears a pause before it comes, "
    "needs only few labels, and runs on a phone without a second model."
)


def indexes(texts: list[str]) -> list[tuple[int, int]]:
    return [(pair.first, pair.second) for pair in near_duplicates(texts)]


def near(*texts: str) -> list[Near]:
    """What is found among abstracts that stand in one file each."""
    files = [SourceFile(f"{at}.txt", text) for at, text in enumerate(texts)]
    return list(near_abstracts(tuple(Abstract(file, Span(0, len(file.text))) for file in files)))


def said(first: str, second: str) -> list[tuple[str, str]]:
    return [
        (first[each.first.start : each.first.end], second[each.second.start : each.second.end])
        for each in compare(first, second).differences
    ]


# -- pairs --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "copy",
    [
        TEXT.replace("79.6%", "76.9%"),
        TEXT.replace("79.6%", r"79.6\%").replace("Corvus", r"\textsc{Corvus}"),
        TEXT.upper(),
        TEXT.replace(" ", "\n"),
        TEXT.replace("noisy", "broken"),
        TEXT.replace("six", "seven"),
        f"{TEXT} {OTHER}",
        TEXT.partition(". ")[0],
        ". ".join(reversed(TEXT.split(". "))),
    ],
)
def test_copies_are_found(copy: str) -> None:
    """With two abstracts alone, and among others."""
    assert indexes([TEXT, copy]) == [(0, 1)]
    assert (1, 3) in indexes([OTHER, TEXT, "Nothing of this.", copy])


def test_different_abstracts_are_none() -> None:
    assert indexes([TEXT, OTHER]) == []
    assert indexes([TEXT, " ".join(reversed(TEXT.split()))]) == []


@pytest.mark.parametrize("texts", [[], [TEXT], ["", ""], ["…", "—"], ["one", "two"], ["a b c", "a b d"]])
def test_nothing_to_find(texts: list[str]) -> None:
    """Texts without words are no copies of each other, and the shortest are one only if they are equal."""
    assert indexes(texts) == []


def test_short_texts_are_equal_or_different() -> None:
    assert indexes(["Corvus gains 5%.", "Corvus gains 6 %"]) == [(0, 1)]
    assert indexes(["Corvus gains 5%.", "Lumen gains 5%."]) == []


def test_counts_of_a_pair() -> None:
    """Ten words are eight shingles; a word replaced in the middle is in three of them."""
    (pair,) = near_duplicates(["a b c d e f g h i j", "a b c d x f g h i j"])
    assert pair == Pair(0, 1, shared=5, of_first=8, of_second=8)
    assert (pair.jaccard, pair.contained) == (Fraction(5, 11), Fraction(5, 8))


def test_thresholds() -> None:
    """A text of 102 words has 100 shingles; 46 of 100 shared is 46/154 = 0.2987, 47 is 47/153 = 0.307."""
    text = [f"w{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(102)]
    other = [f"v{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(102)]
    for shared, found in ((46, False), (47, True)):
        pairs = near_duplicates([" ".join(text), " ".join([*text[: shared + 2], *other[shared + 2 :]])])
        assert bool(pairs) is found
        assert all(pair.jaccard >= LIKE and pair.contained < ALMOST for pair in pairs)
    (pair,) = near_duplicates([" ".join(text), " ".join([*text[:12], *other[:10]])])  # 10 of 20 shingles
    assert pair.jaccard < LIKE
    assert pair.contained == ALMOST


def test_masking() -> None:
    assert mask(r"The \textbf{Corvus}-2 gains 79.6\% (1,000 × 3.5B), Ça va") == "the corvus 0 gains 0 0 0b ça va"


def test_equal_texts_are_paired_with_the_first() -> None:
    copies = [TEXT.replace("79.6", number) for number in ("79.6", "1.5", "2.5", "3.5")]
    assert indexes(copies) == [(0, 1), (0, 2), (0, 3)]


def test_a_crowd_is_connected() -> None:
    """Sixty copies with one word changed in each: no shingle is rare, and still each is told, with one finding each."""
    words = [f"word{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(60)]
    copies = [" ".join([*words[:at], "changed", *words[at + 1 :]]) for at in range(60)]
    found = near(*copies)
    assert len(found) == 59
    assert all(each.pair.jaccard >= ALMOST for each in found)


def test_the_work_grows_with_the_text() -> None:
    """Four times the abstracts, not sixteen times the work; what all share ("in this paper we") counts for nothing."""
    chance = random.Random(1)

    def texts(count: int) -> list[str]:
        return [
            "in this paper we present a new method " + " ".join(f"w{chance.randrange(10**6):x}" for _ in range(80))
            for _ in range(count)
        ]

    spent = []
    for count in (500, 2000):
        made = texts(count)
        started = time.process_time()
        assert near_duplicates(made) == ()
        spent.append(time.process_time() - started)
    assert spent[1] < 10 * max(spent[0], 0.05)


def test_hostile_repetition_takes_no_time() -> None:
    """Two words in any order have eight shingles and thousands of ways to be aligned."""
    chance = random.Random(1)
    texts = [" ".join(chance.choice("ab") for _ in range(2000)) for _ in range(30)]
    started = time.process_time()
    assert all(each.comparison.too_many for each in near(*texts))
    assert time.process_time() - started < 5


# -- differences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("79.6%", "76.9%", ("79.6%", "76.9%")),
        ("79.6%", "79.6", ("79.6%", "79.6")),  # a unit is part of a number
        ("79.6%", "up to 79.6%", ("79.6%", "up to 79.6%")),
        ("79.6%", "79.60%", ("79.6%", "79.60%")),  # and so is its precision
        ("six models", "eight models", ("six", "eight")),
        ("six models", "10k models", ("six", "10k")),
        ("79.6%", "39-62%", ("79.6%", "39-62%")),
        ("Corvus outperforms", "Corvus-2 outperforms", None),
    ],
)
def test_only_numbers(old: str, new: str, told: tuple[str, str] | None) -> None:
    """Two texts that differ in a number alone; a digit that one name has and the other has not is a word more."""
    other = TEXT.replace(old, new)
    for first, second, expected in ((TEXT, other, told), (other, TEXT, told and told[::-1])):
        assert compare(first, second).only_numbers is (told is not None)
        if expected is not None:
            assert said(first, second) == [expected]


def test_digits_of_names_are_numbers() -> None:
    """Two copies that speak of two versions of a model disagree, too."""
    first = "We present Corvus, based on Llama-3.1-8B (2024)."
    assert said(first, first.replace("3.1", "3.2")) == [("3.1", "3.2")]
    assert compare(first, first.replace("2024", "2025")).only_numbers


def test_numbers_that_part_otherwise() -> None:
    """One range or two numbers: the words around are the same, so nothing but numbers differs."""
    first = "On Aria it gains 39-62% in all."
    assert compare(first, "On Aria it gains 39, 62% in all.").only_numbers
    assert compare(first, "On Aria it gains 3962% in all.").only_numbers


@pytest.mark.parametrize(
    "other",
    [
        TEXT.upper(),
        TEXT.replace("79.6%", r"$79.6\%$"),
        TEXT.replace("79.6%", "79.6 %"),
        TEXT.replace("six", "6"),
        TEXT.replace(" ", "  ").replace("Corvus", r"\emph{Corvus}"),
    ],
)
def test_typography_is_no_difference(other: str) -> None:
    assert compare(TEXT, other).differences == ()


def test_words_and_numbers() -> None:
    other = TEXT.replace("mistakes", "errors").replace("79.6%", "76.9%").replace(" so far", "") + " Code is open."
    assert said(TEXT, other) == [
        ("mistakes", "errors"),
        ("so far", ""),
        ("79.6%", "76.9%"),
        ("", "Code is open"),
    ]
    (found,) = near(TEXT, other)
    assert not found.disagree
    assert (
        found.said()
        == "'76.9%' against '79.6%'; 'errors' against 'mistakes'; 'so far' is left out; 'Code is open' stands only here"
    )


def test_many_differences_are_counted() -> None:
    words = [f"word{chr(97 + at)}" for at in range(26)] * 3
    words = [f"{word}{at // 26}" for at, word in enumerate(words)]
    other = [f"other{word}" if at % 13 == 6 else word for at, word in enumerate(words)]
    (found,) = near(" ".join(words), " ".join(other))
    assert found.said().endswith("; and 2 more differences")


def test_a_copy_is_paired_with_the_one_it_disagrees_with() -> None:
    """A number word is a word for the join; the copy with another number goes before a likelier one."""
    found = near(TEXT, TEXT.replace("noisy text", "noisy texts"), TEXT.replace("six", "seven"))
    assert [(each.pair.first, each.pair.second, each.disagree) for each in found] == [(0, 1, False), (0, 2, True)]


def test_identical_abstracts_are_no_pair() -> None:
    """White space aside they are one abstract: that is duplicate-abstract's to say."""
    assert near(TEXT, TEXT.replace(" ", "\n"), TEXT) == []
    found = near(TEXT, TEXT, TEXT.replace("79.6", "76.9"))
    assert [(each.first.file.path, each.second.file.path) for each in found] == [("0.txt", "2.txt")]
