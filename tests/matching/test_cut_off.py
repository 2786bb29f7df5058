"""What a quote leaves out right before its beginning: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.cut_off import cut_off
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


def found(make: Make, before: str, quote: str = "Alba wins today.") -> tuple[str, bool] | None:
    """The words before a quote that take it back, and whether they deny it."""
    (place,) = make(quote, abstract=f"{before} {quote}").papers[0].quotes
    cut = cut_off(Sentence(place))
    return None if cut is None else (" ".join(word.text for word in cut.words), cut.denies)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("We do not", "not"),
        ("We don't", "don't"),
        ("We don’t", "don’t"),
        ("We can never", "never"),
        ("We cannot", "cannot"),
        ("We do not merely", "not merely"),
        ("We do not really even", "not really even"),
        ("It does not lead to", "not lead to"),
        ("It does not achieve a", "not achieve a"),
        ("It fails to", "fails to"),
        ("It is unable to", "unable to"),
        ("Never", "Never"),
        ("Not to", "Not to"),
        ("Unable to", "Unable to"),
        ("We hardly", "hardly"),
        ("It could hardly ever", "hardly ever"),
    ],
)
def test_what_denies(before: str, words: str, make: Make) -> None:
    assert found(make, before) == (words, True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("We ask whether", "whether"),
        ("We ask if", "if"),
        ("It may", "may"),
        ("It can lead to a", "can lead to a"),
        ("It could possibly", "could possibly"),
        ("Without", "Without"),
        ("Removing", "Removing"),
        ("We hypothesize that", "hypothesize that"),
        ("Others claimed that", "claimed that"),
    ],
)
def test_what_leaves_it_open(before: str, words: str, make: Make) -> None:
    assert found(make, before) == (words, False)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "We find that",
        "We claim that",
        "It is not only",  # and something else besides
        "It is not here that",
        "If so,",
        "It does not, and",
        "Not here (but",
        "It does not.",  # another sentence
        "It does not lead others to",
        "It wants to",
        "To",
        "Really",
        "It does not,",
        "We ask whether,",
        "Others assumed this",
        "Not that",
        "We do not, really",
        "We do not, to",
        "It fails here",
    ],
)
def test_what_does_neither(before: str, make: Make) -> None:
    assert found(make, before) is None


def test_what_the_quote_itself_holds_is_of_no_matter(make: Make) -> None:
    """Commas that part its own clauses, and words that could stand between."""
    assert found(make, "We do not", "Alba wins, today, here.") == ("not", True)
    assert found(make, "Really", "Possibly even really.") is None
    assert found(make, "To", "Alba is failing.") is None
    assert found(make, "", "Alba wins or not.") is None
    assert found(make, "Really", "Alba wins or not.") is None
