"""The passage that a quote was probably taken from, and what is told of the words that differ."""

from __future__ import annotations

import pytest

from claimcheck.matching.nearest import nearest_passage
from claimcheck.text.fold import fold

BEFORE = "This is a first sentence of the abstract that has nothing to do with the quote at all, and goes on for long."
STANDS = "On Harbour, Alba reaches 79.6% accuracy with ten models and 500 runs."
AFTER = "The last one speaks of other things: how they were found, by whom they were made, and for how many years."
TEXT = f"{BEFORE} {STANDS} {AFTER}"


@pytest.mark.parametrize(
    ("quote", "passage", "said", "differs"),
    [
        # a word in the middle, at the beginning, at the end
        (
            STANDS.replace("accuracy", "precision"),
            STANDS,
            "it has 'precision' where the abstract has 'accuracy'",
            "precision",
        ),
        (
            STANDS.replace("On Harbour,", "At Harbour,"),
            STANDS.removeprefix("On "),
            "it has 'At' where the abstract has 'On'",
            "At",
        ),
        (
            STANDS.replace("500 runs.", "500 days."),
            STANDS.removesuffix(" runs."),
            "it has 'days.' where the abstract has 'runs.'",
            "days.",
        ),
        # words that are too many, or missing; what is missing is shown at the word behind it
        (STANDS.replace("ten", "ten big"), STANDS, "'big' does not stand there", "big"),
        (STANDS.replace("with ten models ", ""), STANDS, "'with ten models' is left out", "and"),
        (STANDS.replace("79.6% accuracy with ten ", ""), STANDS, "'79.6% accuracy with ten' is left out", "models"),
        # several words together, and several places
        (
            STANDS.replace("Alba reaches 79.6%", "Borea has 64%"),
            STANDS,
            "it has 'Borea has 64%' where the abstract has 'Alba reaches 79.6%'",
            "Borea has 64%",
        ),
        (
            STANDS.replace("79.6%", "64%").replace("ten", "big"),
            STANDS,
            "it has '64%' where the abstract has '79.6%'; it has 'big' where the abstract has 'ten'",
            "64%",
        ),
        (
            STANDS.replace("Alba", "It").replace("79.6%", "64%").replace("ten", "big").replace("500", "600"),
            STANDS,
            (
                "it has 'It' where the abstract has 'Alba'; it has '64%' where the abstract has '79.6%'; "
                "it has 'big' where the abstract has 'ten'; and 1 more difference"
            ),
            "It",
        ),
        (
            "At Harbour, It reaches 64% accuracy with big models and 600 runs.",
            STANDS.removeprefix("On "),
            (
                "it has 'At' where the abstract has 'On'; it has 'It' where the abstract has 'Alba'; "
                "it has '64%' where the abstract has '79.6%'; and 2 more differences"
            ),
            "At",
        ),
        (
            STANDS.replace("Alba", "It").replace("79.6%", "64%").replace("ten", "big"),
            STANDS,
            (
                "it has 'It' where the abstract has 'Alba'; it has '64%' where the abstract has '79.6%'; "
                "it has 'big' where the abstract has 'ten'"
            ),
            "It",
        ),
        # the first and the last word are those of other sentences, farther away
        (
            STANDS.replace("On", "This").replace("runs.", "years."),
            STANDS.removeprefix("On ").removesuffix(" runs."),
            "it has 'This' where the abstract has 'On'; it has 'years.' where the abstract has 'runs.'",
            "This",
        ),
        # as it stands, but parted otherwise
        ("Alba  reaches 79.6% accuracy", "Alba reaches 79.6% accuracy", "white space, case or markup differ from the nearest passage", None),
    ],
)  # fmt: skip
def test_what_differs(quote: str, passage: str, said: str, differs: str | None) -> None:
    found = nearest_passage(quote, fold(TEXT))
    assert found is not None
    assert TEXT[found.span.start : found.span.end] == passage
    assert found.said == said
    assert quote[slice(*found.differs_at)] == (quote if differs is None else differs)


@pytest.mark.parametrize("text", [STANDS, f"{STANDS} {AFTER}", f"{BEFORE} {STANDS}"])
def test_at_the_ends_of_an_abstract(text: str) -> None:
    found = nearest_passage(STANDS.replace("accuracy", "precision"), fold(text))
    assert found is not None
    assert text[found.span.start : found.span.end] == STANDS


@pytest.mark.parametrize("quote", ["", "  ", "Quite other words, zigzag.", "xyz", "Harbr"])
def test_nothing_is_near(quote: str) -> None:
    """A passage has a word at least in common with the quote, and more than white space."""
    assert nearest_passage(quote, fold(f"  {TEXT}")) is None


@pytest.mark.parametrize(("quote", "found"), [("On Xy", True), ("On Xyz", False)])
def test_three_fifths_of_a_quote_are_enough(quote: str, found: bool) -> None:
    """Three letters of five, or of six."""
    assert (nearest_passage(quote, fold(TEXT)) is not None) == found


@pytest.mark.parametrize(
    ("long", "shown"), [("a" * 80, "a" * 80), ("b" * 60 + "c" * 6 + "d" * 15, "b" * 60 + " … " + "d" * 15)]
)
def test_long_words_are_cut_in_the_middle(long: str, shown: str) -> None:
    found = nearest_passage(TEXT.replace("ten models", f"{long} models"), fold(TEXT))
    assert found is not None
    assert found.said == f"it has '{shown}' where the abstract has 'ten'"
