"""Which sentences tell an outcome at all, and which say of something that nothing is better."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.outcomes.cues import says_alike, says_best, says_outcome
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("sentence", "best"),
    [
        ("It is the best of it.", True),
        ("It has the highest part.", True),
        ("It is a test of it.", False),
        ("It has an interest in it.", False),
        ("It has questions of it in this.", False),
        ("It is state-of-the-art in it.", True),
        ("It remains the gold standard in it.", True),
        ("It is held against the gold standard of it.", False),
        ("It is the standard in it.", False),
        ("It is a gold coin of it.", False),
        ("It has this part in it.", False),
        # "most", "least", "first", "only" behind some words, or before a place.
        ("For it this is the most in it.", True),
        ("For it this is only in it.", True),
        ("For it these are first in it.", True),
        ("For it this ranks first in it.", True),
        ("For it this ranked first in it.", True),
        ("For it this is its only part.", True),
        ("For it this is our only part.", True),
        ("It takes first place in it.", True),
        ("It had least rank in it.", True),
        ("It works most consistently in it.", True),
        ("It had most parts in it.", False),
        ("It outperforms many of the old parts of it and all other parts.", True),
        ("It outperforms many of the old parts of it and all others.", True),
        ("It outperforms many of the old parts of it and all parts.", False),
        ("It outperforms many of the old parts of it and any other.", False),
        ("It has many of the old parts of it and all other parts.", False),
        ("It works least evenly in it.", True),
        ("It is a part that most likely is in it.", False),
        ("It was most recently in it.", False),
        ("It works more consistently in it.", False),
        ("It had first parts in it.", False),
        ("First it had parts in it.", False),
        ("First it had parts in the", False),
        ("Only Lumen has this part in it.", True),
        ("All have it, only Lumen has this part in it.", True),
        ("All have only Lumen in it.", False),
        ("Only this part is in it.", False),
        ("Only this of Lumen is in it.", False),
        ("Only this Lumen is in it.", False),
        # "leads" in something, and not to something.
        ("It lead in this part.", True),
        ("It leads in this part.", True),
        ("It led in this part.", True),
        ("It is leading in this part.", True),
        ("It leads to this part.", False),
        ("It led us in this part.", False),
        ("In this part it leads.", False),
        ("It is second to none.", True),
        ("It is second to none of it.", True),
        ("It is second to Borea in it.", False),
        ("It comes second in this part.", False),
        # "none" before "beats" and "than", "all" behind them.
        ("In this nothing is over it.", True),
        ("In this none of it is over it.", True),
        ("In this no part of it is over it.", False),  # five words on
        ("In this no part of it over us is.", True),
        ("It is over this in no part.", False),
        ("It is over no part of it.", False),
        ("In this nothing beats it.", True),
        ("It is over all of it.", True),
        ("It is more than the others.", True),
        ("It is over these and all others.", False),
        ("Over all of it we are.", True),
        ("All of it is over this.", False),
        # A verb without a word of whom.
        ("In this the baseline outperformed, with it.", True),
        ("In this it is it that excels.", True),
        ("In this it outperformed Borea.", False),
        # A bar that is new and set by somebody; a benchmark that is made may be a data set.
        ("It sets a new standard in this part.", True),
        ("It sets a very new standard.", True),
        ("It sets a so very new standard.", False),
        ("It establishes new benchmarks, this is here.", True),
        ("It establishes a new benchmark part for it.", False),
        ("It is a new standard in this.", False),
        ("In a new part it establishes standards in it.", False),
        ("It sets this, a standard in it.", False),
        # What is no English sentence may say anything.
        ("Alba gut, Borea nicht so.", True),
        ("It is it.", True),
        ("It is it all.", False),
    ],
)
def test_nothing_is_better(sentence: str, best: bool, make: Make) -> None:
    assert says_best(Sentence(make(sentence).papers[0].quotes[0])) is best


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("It is a part of this.", False),
        ("It reads 5 books in it.", False),
        ("It reads 5 books in it for 7 books.", True),
        ("It has 5% in it for 7 books.", False),
        ("It does not reach that of this.", True),
        ("It does reach the 5 books of this.", False),
        ("It approaches that of it.", True),
        ("It approached that of it.", True),
        ("It is approaching that of it.", True),
        ("It has new approach words in it.", False),
        ("It outperforms that of it.", True),
        ("It is second only to that of it.", True),
        ("It comes short of that of it.", True),
        ("It matches that of it.", True),
        ("It has a gap-based part of it.", False),
        ("It has numbers of this in it.", False),
        ("It is a strong part of it.", False),
        ("It is strong and strongly a part of it.", False),
        ("It is strong and that is weak.", True),
        ("It has strengths in this and weaknesses in that.", True),
        ("It is finer in this part.", True),
        ("It is another part of this.", False),
        *(
            (f"It has a {each} impact on it.", True)
            for each in "positive negative beneficial detrimental harmful favorable adverse".split()
        ),
        *((f"It had positive {each} on it.", True) for each in "impacts effects influences contributions".split()),
        ("It had some impact on it.", False),
        ("It had positive parts of it.", False),
        ("It is the only part of this.", True),
        ("Alba gut, Borea nicht so.", True),
        ("It is far from it all.", True),
        ("It is so far in it.", False),
        ("It is taken from it in this.", False),
        # A name in capitals is no word, and a word that is stressed is one.
        ("It builds on the BEATS framework for this.", False),
        ("It builds on BEATS for this, as BEATS is.", False),
        ("It is MORE of it in this.", True),
        ("It builds on the beats of it.", True),
    ],
)
def test_an_outcome_is_told(sentence: str, outcome: bool, make: Make) -> None:
    paper = make(sentence).papers[0]
    assert says_outcome(Sentence(paper.quotes[0]), paper) is outcome


@pytest.mark.parametrize(
    ("sentence", "alike"),
    [
        ("It aligns with that.", True),
        ("It aligns closely with that.", True),
        ("It aligns so closely with that.", False),
        ("It corresponds to that.", True),
        ("It aligns to that.", False),
        ("It is an alignment of that.", False),
        ("Those with alignment of it are here.", False),
        ("It goes with that.", False),
    ],
)
def test_one_is_as_the_other(sentence: str, alike: bool, make: Make) -> None:
    """Where the word that it takes follows: "with" or "to"."""
    assert says_alike(Sentence(make(sentence).papers[0].quotes[0])) is alike
