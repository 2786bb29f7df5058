"""Laws of the search for near-duplicates: it finds what comparing all with all finds, in any order, on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.matching.similar import ALMOST, LIKE, RARE, SHARED, compare, mask, near_duplicates

words = st.sampled_from("alpha beta gamma delta 5 79.6% six we present Corvus Ça \\textbf{x} — .".split())
sentences = st.lists(words, max_size=30).map(" ".join)


@st.composite
def collections(draw: st.DrawFn) -> list[str]:
    """Texts, some of which are others with a stretch replaced; fewer than make a crowd."""
    texts = draw(st.lists(sentences, min_size=1, max_size=8))
    for _ in range(draw(st.integers(0, 6))):
        parts = draw(st.sampled_from(texts)).split()
        at = draw(st.integers(0, len(parts)))
        texts.append(
            " ".join([*parts[:at], *draw(st.lists(words, max_size=4)), *parts[at + draw(st.integers(0, 4)) :]])
        )
    assert len(texts) <= RARE
    return texts


def all_with_all(texts: list[str]) -> set[frozenset[str]]:
    """The definition, written down plainly: pairs of texts, as they are compared, whose shingles overlap enough."""
    shingles = {}
    for text in texts:
        parts = mask(text).split()
        shingles[mask(text)] = set(zip(parts, parts[1:], parts[2:], strict=False))
    found = set()
    for (one, mine), (two, theirs) in combinations(shingles.items(), 2):
        shared = len(mine & theirs)
        if shared >= SHARED and (
            Fraction(shared, len(mine | theirs)) >= LIKE or Fraction(shared, min(len(mine), len(theirs))) >= ALMOST
        ):
            found.add(frozenset((one, two)))
    return found


def found_in(texts: list[str]) -> set[frozenset[str]]:
    return {frozenset((mask(texts[pair.first]), mask(texts[pair.second]))) for pair in near_duplicates(texts)}


@settings(deadline=None)
@given(collections())
def test_finds_what_comparing_all_with_all_finds(texts: list[str]) -> None:
    different = list({mask(text): text for text in texts}.values())
    assert found_in(different) == all_with_all(different)


@settings(deadline=None)
@given(collections(), st.randoms(use_true_random=False))
def test_order_changes_nothing(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found_in(texts) == found_in(shuffled)


@settings(deadline=None)
@given(collections())
def test_equal_but_for_numbers_is_one_pair_each(texts: list[str]) -> None:
    """A text that is equal to earlier ones is in one pair with the first of them, and in no other as the later one."""
    first: dict[str, int] = {}
    pairs = near_duplicates(texts)
    for index, text in enumerate(texts):
        known = first.setdefault(mask(text), index)
        later = [pair for pair in pairs if pair.second == index and mask(texts[pair.first]) == mask(text)]
        assert [pair.first for pair in later] == ([known] if known != index and mask(text) else [])
        assert all(pair.jaccard == 1 for pair in later)


@settings(deadline=None)
@given(sentences, sentences)
def test_comparing_is_symmetric(first: str, second: str) -> None:
    """Whether two texts differ, and whether in numbers alone, is the same from both sides, if their words are the same."""
    one, two = compare(first, second), compare(second, first)
    assert bool(one.differences) == bool(two.differences)
    if mask(first) == mask(second):
        assert one.only_numbers == two.only_numbers == bool(one.differences)


@settings(deadline=None)
@given(sentences)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert compare(text, text).differences == ()


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_compared(first: str, second: str) -> None:
    for pair in near_duplicates([first, second]):
        assert (pair.first, pair.second) == (0, 1)
    for each in compare(first, second).differences:
        assert 0 <= each.first.start <= each.first.end <= len(first)
        assert 0 <= each.second.start <= each.second.end <= len(second)


SCRIPT = """
import random
from claimcheck.matching.similar import near_duplicates
chance = random.Random(7)
words = [f"w{chance.randrange(10**9):x}" for _ in range(400)]
base = [[chance.choice(words) for _ in range(60)] for _ in range(40)]
texts = [" ".join(chance.choice(words) if chance.random() < 0.08 else word for word in chance.choice(base)) for _ in range(400)]
print(near_duplicates(texts))
"""


def test_the_same_whatever_the_hash_seed() -> None:
    """Crowds included: 400 texts made from 40, some of which have more than twenty copies."""
    told = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(told) == 1
    assert told.pop().count("Pair(") > 300
