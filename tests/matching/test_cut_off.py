"""What a quote leaves out right before its beginning: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.cut_off import cut_behind, cut_off, denied_by
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
        ("It seldom", "seldom"),
        ("It struggles to", "struggles to"),
        ("And neither", "neither"),
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
        "It never fails to",
    ],
)
def test_what_does_neither(before: str, make: Make) -> None:
    assert found(make, before) is None


def test_what_the_quote_itself_holds_is_of_no_matter(make: Make) -> None:
    """Commas that part its own clauses, and words that could stand between."""
    assert found(make, "We do not", "Alba wins, today, here.") == ("not", True)
    assert found(make, "Really", "Possibly even really.") is None
    assert found(make, "To", "Alba is failing.") is None
    assert found(make, "That", "Alba wins is assumed.") is None
    assert found(make, "", "Alba wins or not.") is None
    assert found(make, "Really", "Alba wins or not.") is None
    assert found(make, "Nobody has shown that", "Alba, now, wins.") == ("Nobody has shown that", True)
    (marks,) = make("(!)", abstract="(!) by chance.").papers[0].quotes
    assert cut_behind(Sentence(marks), conditional=False, share=False) is None


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("It is not true that", "not true that"),
        ("It isn't true that", "isn't true that"),
        ("It was never shown that", "never shown that"),
        ("It has not been clearly shown that", "not been clearly shown that"),
        ("Nobody has shown that", "Nobody has shown that"),
        ("There is no evidence that", "no evidence that"),
        ("It is wrong that", "is wrong that"),
        ("Here we refute the old belief that", "refute the old belief that"),
        ("Contrary to the claim that", "Contrary to the claim that"),
        ("The myth that", "myth that"),
        ("First, we doubt that", "we doubt that"),
    ],
)
def test_a_clause_that_denies(before: str, words: str, make: Make) -> None:
    assert found(make, before) == (words, True)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("We have the goal that", "goal that"),
        ("Vega et al. claim that", "al claim that"),
        ("Others wrongly claim that", "Others wrongly claim that"),
        ("It is not clear that", "not clear that"),
        ("It is doubtful that", "doubtful that"),
    ],
)
def test_a_clause_that_leaves_it_open(before: str, words: str, make: Make) -> None:
    assert found(make, before) == (words, False)


@pytest.mark.parametrize(
    "before",
    [
        "We show that",
        "We claim that",
        "We not only show that",
        "It is no surprise that",
        "Tests not seen before show that",
        "We do not merely show that",
        "We see no sign of it and show that",
        "It is not surprising that",
        "Nobody doubts that",
        "Tests on our challenge set show that",
        "Not true here, we find that",  # another clause
        "It is not true. We find that",
        "It is an objective that",
        "It is not true of what",
        "It is not true; that",
        "None is so, we see that",
    ],
)
def test_a_clause_that_says_that_it_is_so(before: str, make: Make) -> None:
    assert found(make, before) is None


@pytest.mark.parametrize(
    ("quote", "behind", "told"),
    [
        ("Alba wins", ", which is false", ("which is false", True)),
        ("Alba wins", ", which is clearly wrong", ("which is clearly wrong", True)),
        ("Alba wins", " and which is false", None),
        ("Alba wins", ", which is new", None),
        ("Alba wins", " by chance", ("by chance", False)),
        ("Alba wins", " by 5%", None),
        ("Alba wins", ", although we could not reproduce it", ("although we could not reproduce", False)),
        ("Alba wins", ", although Bolt could not", None),
        ("Alba wins", " only when warm", ("only when", False)),
        ("Alba wins", " only on Aria", None),
        ("Alba has 5%", " of that of Bolt", ("of that of", False)),
        ("Alba has 5%", " of the data", None),
        ("Alba has some", " of that of Bolt", None),
        ("Alba wins", "", None),
        # Right behind it, and a clause of its own or none, as it says.
        ("Alba wins", " which is false", None),
        ("Alba wins", ", and Bolt loses, which is false", None),
        ("Alba wins", " on Aria by chance", None),
        ("Alba wins", " on Aria only when warm", None),
        ("Alba has 5%", " by chance", ("by chance", False)),
        ("Alba has 5%", ", of that of Bolt", None),
        ("Alba has 5%", " here of that of Bolt", None),
    ],
)
def test_what_stands_behind(quote: str, behind: str, told: tuple[str, bool] | None, make: Make) -> None:
    (place,) = make(quote, abstract=f"{quote}{behind}.").papers[0].quotes
    cut = cut_behind(Sentence(place), conditional=False, share=False)
    assert (None if cut is None else (" ".join(word.text for word in cut.words), cut.denies)) == told
    assert cut is None or cut.behind


def test_a_condition_or_a_share_that_is_claimed(make: Make) -> None:
    (when,) = make("Alba wins", abstract="Alba wins only when warm.").papers[0].quotes
    assert cut_behind(Sentence(when), conditional=True, share=False) is None
    (part,) = make("Alba has 5%", abstract="Alba has 5% of that of Bolt.").papers[0].quotes
    assert cut_behind(Sentence(part), conditional=False, share=True) is None


DENIED = [
    "It is not true that Alba has 5%.",
    "It is false that Alba has 5%.",
    "There is no evidence that Alba has 5%.",
    "We could not confirm that Alba has 5%.",
    "We have not verified that Alba has 5%.",
    "No study substantiated that Alba has 5%.",
    "We find no support for the claim that Alba has 5%.",
    "We have evidence refuting the claim that Alba has 5%.",
    "It is unclear whether Alba has a 5% gain.",
    "It is unclear whether Alba has one 5% gain.",
    "It is unclear whether Alba has an 85% share.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_a_number_of_a_sentence_that_denies_it(sentence: str, make: Make) -> None:
    """The whole sentence is quoted, and says all the same that the number is not so."""
    (quote,) = make(sentence, {"value": "85%" if "85%" in sentence else "5%"}).papers[0].quotes
    assert denied_by(quote.claims[0], Sentence(quote)) is not None


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("It is true that Alba has 5%.", {}),
        ("We confirm that Alba has 5%.", {}),
        ("There is no doubt that Alba has 5%.", {}),
        ("We find support for the claim that Alba has 5%.", {}),
        ("There is no need for the claim that Alba has 5%.", {}),
        ("We do not train it, yet Alba has 5%.", {}),
        ("It is unclear whether the 5% of Alba count.", {}),  # there they are
        *((DENIED[2], each) for each in ({"hedge": "no evidence"}, {"doubt": "The text denies it."}, {"kind": "size"}, {"kind": "count"})),
        ("There is no evidence that Alba has a high score.", {"value": "high"}),
    ],
)  # fmt: skip
def test_a_number_that_nothing_denies(sentence: str, fields: dict[str, str], make: Make) -> None:
    (quote,) = make(sentence, {"value": "5%", **fields}).papers[0].quotes
    assert denied_by(quote.claims[0], Sentence(quote)) is None
