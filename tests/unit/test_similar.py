"""Near-duplicate abstracts: which pairs are found, what is said to tell them apart, and that the work stays small."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial

import pytest

from claimcheck.matching.similar import ALMOST, LIKE, RARE, Near, Pair, compare, mask, near_abstracts, near_duplicates
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


def test_texts_too_short_for_shingles_are_wholly_equal() -> None:
    (pair,) = near_duplicates(["gains 5%", "gains 6%"])
    assert pair.jaccard == pair.contained == 1


def test_three_shingles_in_common_are_enough() -> None:
    """Of short texts two say nothing, however much of the texts they are."""
    assert indexes(["a b c d e v", "a b c d e w"]) == [(0, 1)]
    assert indexes(["a b c d v", "a b c d w"]) == []


def test_pairs_come_in_order() -> None:
    """Whether their texts are equal but for numbers or not."""
    assert indexes([TEXT, TEXT.replace("noisy", "broken"), TEXT.replace("79.6", "76.9")]) == [(0, 1), (0, 2)]


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


def crowd(opening: str, own: str, count: int) -> list[str]:
    """Texts with one opening and words of their own (digits would be masked)."""
    letters = [chr(97 + at // 26) + chr(97 + at % 26) for at in range(count)]
    return [f"{opening} {' '.join(f'{word}{each}' for word in own.split())}" for each in letters]


@pytest.mark.parametrize("count", [19, 20, 21])
def test_a_crowd_begins_where_shingles_are_no_longer_rare(count: int) -> None:
    """Up to `RARE` copies each pair is found, beyond that enough of them to connect all."""
    copies = crowd("in this paper we present one more method for it", "x", count)
    pairs = near_duplicates(copies)
    assert len(pairs) == (count * (count - 1) // 2 if count <= RARE else count - 1)
    assert len(near(*copies)) == count - 1


@pytest.mark.parametrize(("opening", "alike"), [("in this paper we present", True), ("in this paper we", False)])
def test_in_a_crowd_three_shingles_are_enough_too(opening: str, alike: bool) -> None:
    """The words of the opening and one of its own make three shingles in common, or two, which are half of all."""
    assert len(near(*crowd(opening, "x", 25))) == (24 if alike else 0)


def test_half_of_a_text_makes_it_one_of_a_crowd() -> None:
    """22 words in common are 20 shingles of 40."""
    opening = " ".join(f"word{chr(97 + at)}" for at in range(22))
    own = " ".join(f"own{chr(97 + at)}" for at in range(20))
    pairs = near_duplicates(crowd(opening, own, 25))
    assert len(pairs) == 24
    assert all(pair.contained == ALMOST for pair in pairs)


def test_no_pair_of_a_crowd_is_found_twice() -> None:
    """Two copies that have a sentence of their own besides are found by that, and as two of the crowd, too."""
    copies = crowd("in this paper we present one more method for it", "x", 40)
    twins = [f"{copy} that is told by nobody else at all" for copy in copies[:2]]
    pairs = indexes([*twins, *copies[2:]])
    assert (0, 1) in pairs
    assert len(set(pairs)) == len(pairs)
    assert len(near(*twins, *copies[2:])) == 39


def test_a_crowd_is_the_same_in_any_order() -> None:
    words = [f"word{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(40)]
    copies = [" ".join([*words[:at], "changed", *words[at + 1 :]]) for at in range(40)]
    shuffled = random.Random(1).sample(copies, len(copies))
    found = [
        {frozenset((texts[pair.first], texts[pair.second])) for pair in near_duplicates(texts)}
        for texts in (copies, shuffled)
    ]
    assert found[0] == found[1]


def test_the_work_grows_with_the_text() -> None:
    """Four times the abstracts, not sixteen times the work; what all share ("in this paper we") counts for nothing."""
    chance = random.Random(1)

    def texts(count: int) -> list[str]:
        return [
            "in this paper we present a new method " + " ".join(f"w{chance.randrange(10**6):x}" for _ in range(80))
            for _ in range(count)
        ]

    few, many = (calls(partial(near_duplicates, texts(count))) for count in (500, 2000))
    assert many < 6 * few


def calls(work: Callable[[], object]) -> int:
    """How many calls a piece of work makes, those into the interpreter's own functions among them: the same on a busy machine."""
    count = 0

    def seen(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        assert work() == ()
    finally:
        sys.setprofile(before)
    return count


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
        ("79.6%", "+79.6%", ("79.6%", "+79.6%")),  # and its sign
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


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        # names with digits that changed places: each is told where it stands
        ("Llama-3.1 goes before Llama-3.2.", "Llama-3.2 goes before Llama-3.1.", ["3.1 / 3.2", "3.2 / 3.1"]),
        ("GPT4 goes before GPT5.", "GPT5 goes before GPT4.", ["GPT4 / GPT5", "GPT5 / GPT4"]),
        # what is a year in one is a quantity in the other
        ("In 2019 it had 219 items.", "In 219 it had 2019 items.", ["2019 / 219", "219 / 2019"]),
        ("It grew between 2000 and 2020.", "It grew between 200 and 220.", ["between 2000 and 2020 / between 200 and 220"]),
        # one range, or several numbers; a zero in a name is a digit as any other
        ("Corvus-0 gains 39-62%.", "Corvus-1 gains 39, 62, 70%.", ["0 / 1", "39-62% / 39, 62, 70%"]),
    ],
)  # fmt: skip
def test_nothing_but_numbers(first: str, second: str, told: list[str]) -> None:
    for here, there, expected in (
        (first, second, told),
        (second, first, [" / ".join(reversed(each.split(" / "))) for each in told]),
    ):
        found = compare(here, there)
        assert [" / ".join(each) for each in said(here, there)] == expected
        assert found.only_numbers
        assert all(each.holds_number for each in found.differences)


def test_of_how_many_is_part_of_a_fraction() -> None:
    assert said("It fails in 2/4 of all.", "It fails in 1/2 of all.") == [("2/4", "1/2")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It gains 5% here.", "It loses 7% here."),  # a word beside the number changed with it
        ("It wins by halving cost.", "It wins by doubling cost."),  # words that say a number where none stands
    ],
)
def test_more_than_numbers(first: str, second: str) -> None:
    assert compare(first, second).differences
    assert not compare(first, second).only_numbers


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
        TEXT.replace(" for noisy", ",\nfor noisy"),
        TEXT.replace(" ", "  ").replace("Corvus", r"\emph{Corvus}"),
    ],
)
def test_typography_is_no_difference(other: str) -> None:
    assert compare(TEXT, other).differences == ()


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        # as one number is written or the other; but its precision is a difference, and so is a vague one
        ("It has 10k models here.", "It has 10,000 models there.", ["here / there"]),
        ("Old ones have 10k models here.", "New ones have 10,000 models there.", ["Old / New", "here / there"]),
        ("We have 2.49 m of it.", "We have 2.49m of it.", []),  # metres or millions: it may be the same
        ("It gains 79.6% on it here.", "It gains 79.60% on it there.", ["79.6% / 79.60%", "here / there"]),
        ("Dozens of models run.", "Hundreds of models walk.", ["Dozens / Hundreds", "run / walk"]),
        ("We tried dozens of models.", "Dozens of models were tried.", ["We tried / ", " / were tried"]),
        # letters that are one and the same letter in print
        ("It is part Ⅳ here.", "It is part IV there.", ["here / there"]),
        # in capitals "10k" is read as a name; it is the same writing, with markup or without
        ("Old models have 10K of them here.", "NEW MODELS HAVE 10k OF THEM THERE.", ["Old / NEW", "here / THERE"]),
        (r"Old models have 10\bf K of them here.", "NEW MODELS HAVE 10k OF THEM THERE.", ["Old / NEW", "here / THERE"]),
        # behind a number of several words, places are right
        ("It has more than 3 million old models.", "It has more than 3 million new models.", ["old / new"]),
        ("It has over 3 million old models of GPT4.", "It has over 3 million new models of GPT5.", ["old / new", "GPT4 / GPT5"]),
        # a word that stands twice, moved, or only in one of them
        ("It is very good.", "It is very very good.", [" / very"]),
        ("So it is", "It is so", ["So / ", " / so"]),
        ("Two red and blue ones", "One red blue ones", ["Two / One", "and / "]),
    ],
)  # fmt: skip
def test_what_is_told(first: str, second: str, told: list[str]) -> None:
    assert [" / ".join(each) for each in said(first, second)] == told
    assert [" / ".join(each) for each in said(second, first)] == [
        " / ".join(reversed(each.split(" / "))) for each in told
    ]


def many(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(("first", "second"), [("one", f"two {many(200)} three"), (f"one {many(200)} four", "two")])
@pytest.mark.parametrize("text", [f"{many(300)} {{}} end", f"begin {{}} {many(300)}"])
def test_what_is_common_at_the_ends_needs_no_time(first: str, second: str, text: str) -> None:
    """Only equal words between the first difference and the last make it long to align them."""
    assert said(text.format(first), text.format(second)) == [(first, second)]


def test_as_many_equal_words_as_are_compared() -> None:
    """200 times 250 ways to align them, and one more; a word that stands so often is compared as any other."""
    first, second = f"one {many(200)} three", "two {} four"
    assert said(first, second.format(many(250))) == [("one", "two"), ("three", f"{many(50)} four")]
    assert compare(first, second.format(many(251))).too_many


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


def test_copies_that_disagree_are_paired_first() -> None:
    """Though either is likelier to the first one, which has a number of each and another last word."""
    text = "We test four models on their way through all that noisy text, and learn from six {} in the end"
    first, second, third = text.format("mistakes"), text.format("mistakes"), text.format("mistakes")
    first = first.replace("six", "seven").replace("end", "night")
    third = third.replace("four", "five").replace("six", "seven")
    found = near(first, second, third)
    assert (1, 2, True) in [(each.pair.first, each.pair.second, each.disagree) for each in found]


def test_the_likest_are_paired_first() -> None:
    """Two versions that share 8 shingles of 12, and either 6 of 14 with the first text: they are paired, and one with that."""
    first = "a b c d e f g h i j k l"
    second = "a b c d e f g h w x y z"
    found = near(first, second, second.replace("y z", "t u"))
    assert [(each.pair.first, each.pair.second) for each in found] == [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        ("n" * 60, "n" * 60),
        ("n" * 38 + " k" + "x" * 6 + "m" + "o" * 14, f"{'n' * 38} k … m{'o' * 14}"),  # 62 characters
    ],
)
def test_long_differences_are_cut_in_the_middle(new: str, shown: str) -> None:
    (found,) = near(TEXT, TEXT.replace("noisy", new))
    assert found.said() == f"'{shown}' against 'noisy'"


def test_a_difference_with_a_number_is_told_first() -> None:
    other = TEXT.replace("mistakes", "errors").replace("with six models", "for seven models")
    (found,) = near(TEXT, other)
    assert found.said() == "'for seven' against 'with six'; 'errors' against 'mistakes'"


def test_identical_abstracts_are_no_pair() -> None:
    """White space aside they are one abstract: that is duplicate-abstract's to say."""
    assert near(TEXT, TEXT.replace(" ", "\n"), TEXT) == []
    found = near(TEXT, TEXT, TEXT.replace("79.6", "76.9"))
    assert [(each.first.file.path, each.second.file.path) for each in found] == [("0.txt", "2.txt")]
