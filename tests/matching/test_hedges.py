"""Which word of a sentence surely weakens what a claim states, and which words do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.hedges import governing_hedge
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]

RANKED: dict[str, object] = {"kind": "ranking", "baseline": "Borea", "rank": "outperforms"}


def hedge(make: Make, sentence: str, claim: dict[str, object], abstract: str | None = None) -> str | None:
    (only,) = make(sentence, claim, abstract=abstract).papers[0].all_claims()
    word = governing_hedge(Sentence(only.quote), only)
    return None if word is None else word.text


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("May improve recall by 12%.", "May"),
        ("It could boost recall 12%.", "could"),
        ("It might be the case that gains are 12%.", None),
        ("It can be 12%.", None),
        # As far as twelve words back, and no further than the clause goes.
        ("It can improve the long short of a very very large old thing 12%.", "can"),
        ("It can improve the long short of a very very very large old thing 12%.", None),
        ("It may improve recall by 12%, it says.", "may"),
        ("It may improve recall, 12% more.", None),
        ("It may improve recall, gaining 12%.", None),
        ("It may improve recall using 12%.", None),
        ("It may improve recall; gains are 12%.", None),
        ("It may improve recall where 12% are new.", None),
        ("Improve recall by 12% wherever you can.", None),
        # A verb of a change right behind it, or behind one adverb.
        ("It may significantly improve recall by 12%.", "may"),
        ("It may quite improve recall by 12%.", None),
        ("It may very significantly improve recall by 12%.", None),
        ("It may significantly read 12%.", None),
        # What opens a clause of its own stands right before it, or one word before that.
        ("How it may improve recall by 12% is new.", None),
        ("We see how it may improve recall by 12%.", None),
        ("We see models which may improve recall by 12%.", None),
        ("We show that it now may improve recall by 12%.", "may"),
    ],
)
def test_before_a_number(sentence: str, word: str | None, make: Make) -> None:
    assert hedge(make, sentence, {"value": "12%"}) == word


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It may surpass Borea.", "may"),
        ("It may clearly surpass Borea.", "may"),
        ("It may surpass Borea and can beat Cirrus.", None),
        ("It may surpass Borea, and is better.", None),
        ("The best of all may surpass Borea.", None),
        ("It may surpass Borea and improve Cirrus.", None),
        ("It may clearly surpass Borea and improve Cirrus.", None),
        ("It may surpass, beat Borea.", None),
        ("It may surpass Borea; it is new.", None),
        ("It may surpass what Borea has.", "may"),
        ("It may clearly, surpass Borea.", None),
        ("It may clearly, then surpass Borea.", None),
        ("It may, surpass Borea.", None),
        ("Borea is equal, as it may.", None),
        ("It may read Borea.", None),
        ("It is what may surpass Borea.", None),
    ],
)
def test_before_an_outcome(sentence: str, word: str | None, make: Make) -> None:
    assert hedge(make, sentence, RANKED) == word


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        # The claim is of the clause before, and the modal's is of something else.
        ("Alba helps weak models but can degrade the strong ones.", None),
        ("Alba helps weak models, while it may degrade the strong ones.", None),
        ("Alba helps weak models and can degrade the strong ones.", None),
        ("Alba helps weak models or can degrade the strong ones.", None),
        ("Alba helps weak models and it also can degrade the strong ones.", None),
        # It is of the modal's own clause, or both are one.
        ("Alba degrades the strong ones but can improve weak models.", "can"),
        ("Alba is for weak models, but it can beat Borea.", "can"),
        ("Dora helps weak models, but Alba can degrade the strong ones.", "can"),
        ("Dora helps weak models, but on Aria it can degrade the strong ones.", "can"),
        ("For weak models, Alba can improve what there is.", "can"),
        ("For weak models and strong ones it can improve what there is.", "can"),
        ("Weak models and strong ones can improve.", "can"),
        ("Models are weak, but it can improve them.", None),
        ("Things are weak, but it can improve them.", "can"),
    ],
)
def test_before_an_outcome_of_another_clause(sentence: str, word: str | None, make: Make) -> None:
    assert hedge(make, sentence, {**RANKED, "subject": "Alba", "metric": "weak models", "dataset": "Aria"}) == word


@pytest.mark.parametrize(
    ("sentence", "word"),
    [("Recall; it can degrade others.", None), ("Recall can degrade others.", "can"), ("Can degrade recall.", "Can")],
)
def test_a_clause_of_the_metric_alone(sentence: str, word: str | None, make: Make) -> None:
    """One word before the modal is a clause where a mark parts it, and else the modal's own subject."""
    assert hedge(make, sentence, {**RANKED, "metric": "recall"}) == word


@pytest.mark.parametrize("metric", ["accuracy", "of the"])
def test_a_metric_that_no_clause_names(metric: str, make: Make) -> None:
    """Then the one modal may be of the claim."""
    assert hedge(make, "Alba helps models but can degrade the strong ones.", {**RANKED, "metric": metric}) == "can"


@pytest.mark.parametrize(
    ("sentence", "of_a_number", "of_an_outcome"),
    [
        ("We hypothesize that it gains 12%.", "hypothesize", "hypothesize"),
        ("They speculate that it gains 12%.", "speculate", "speculate"),
        ("Others have conjectured that it gains 12%.", "conjectured", "conjectured"),
        ("It gains 12%, we hypothesize.", None, "hypothesize"),
        ("They speak of hypothesized gains of 12%.", "hypothesized", "hypothesized"),
        ("It is new; they hypothesize that it gains 12%.", "hypothesize", "hypothesize"),
        ("It is new; hypothesizing that it gains 12% is not.", "hypothesizing", "hypothesizing"),
        # Whether there is a number at all is one question, which side wins another.
        ("We ask whether it gains 12%.", None, "whether"),
        ("Whether it gains 12% is what they speak of.", None, "Whether"),
        ("We speak of whether it gains 12%.", None, None),
        ("Regardless whether it is new it gains 12%.", None, None),
        ("No matter whether it is new it gains 12%.", None, None),
        # A suspect is no verb.
        ("We suspect that it gains 12%.", "suspect", "suspect"),
        ("We therefore suspect that it gains 12%.", "suspect", "suspect"),
        ("Here we suspect that it gains 12%.", "suspect", "suspect"),
        ("The suspect class gains 12%.", None, None),
        ("We find the suspect class gains 12%.", None, None),
        ("Suspect that it gains 12% of what we see.", None, None),
        # What is settled, said of another sentence, or of several cases.
        ("We hypothesize that it gains 12%; it is new.", None, None),
        ("We hypothesize; it gains 12%.", None, None),
        ("We hypothesize that it gains 12%, as they show.", None, None),
        ("We hypothesize with Borea that it gains 12%.", None, None),
        ("We show what they hypothesize: it gains 12%.", "hypothesize", "hypothesize"),
        ("We hypothesize that it gains 12% or less.", None, None),
        ("Now or then we hypothesize that it gains 12%.", "hypothesize", "hypothesize"),
        ("The best one, we hypothesize, gains 12%.", None, None),
        ("We hypothesize that the best one gains 12%.", "hypothesize", "hypothesize"),
        # a thing of that name
        ("Of moves such as hypothesizing, it has 12%.", None, None),
        ("Of moves (such as hypothesizing) it has 12%.", None, None),
        ("It is 12% of hypothesizing.", None, None),
        ("Hypothesizing this, it gains 12%.", "Hypothesizing", "Hypothesizing"),
    ],
)
def test_what_leaves_all_open(sentence: str, of_a_number: str | None, of_an_outcome: str | None, make: Make) -> None:
    assert hedge(make, sentence, {"value": "12%"}) == of_a_number
    assert hedge(make, sentence, RANKED) == of_an_outcome


@pytest.mark.parametrize(
    ("sentence", "of_a_number", "of_an_outcome"),
    [
        # What something is for, or should do, it has not done yet.
        ("It aims to raise recall by 12%.", "aims", "aims"),
        ("It is designed to clearly raise recall by 12%.", "designed", "designed"),
        ("It isn't designed to raise recall by 12%.", None, None),
        ("Designed to raise recall by 12%.", "Designed", "Designed"),
        ("As it is designed experts raise recall by 12%.", None, None),
        ("Its goal was to raise recall by 12%.", "goal", "goal"),
        ("To raise recall by 12% is intended", None, None),
        ("Is to raise recall by 12% the goal", None, None),
        ("It does not just aim to raise recall by 12%.", "aim", "aim"),
        ("The goal is to raise recall by 12%.", "goal", "goal"),
        ("It is not expected to raise recall by 12%.", None, None),
        ("It is shown to raise recall by 12%.", None, None),
        ("It is designed to read, and raises recall by 12%.", None, None),
        ("It is designed to raise recall, and wins by 12%.", None, "designed"),
        ("It is a model that aims to raise recall by 12%.", None, None),
        ("It aims, to raise recall by 12%.", None, None),
        ("It would raise recall by 12%.", "would", "would"),
        # What some say is not what the paper found.
        ("It is often said that it gains 12%.", None, "said"),
        ("It is very often said that it gains 12%.", None, None),
        ("It was often said that it gains 12%.", None, "said"),
        ("It is new; it is said that it gains 12%.", None, "said"),
        ("It is held in memory, so that it gains 12%.", None, None),
        ("Said that it is, it gains 12%.", None, None),
        ("It was believed that it gains 12%.", None, "believed"),
        ("It is said that it gains 12%, and we confirm it.", None, None),
        ("It is said that it gains 12%; it does not.", None, None),
        ("It is known that it gains 12%.", None, None),
        ("He is said that it gains 12%.", None, None),
    ],
)
def test_what_is_wanted_or_said(sentence: str, of_a_number: str | None, of_an_outcome: str | None, make: Make) -> None:
    assert hedge(make, sentence, {"value": "12%"}) == of_a_number
    assert hedge(make, sentence, RANKED) == of_an_outcome


def test_what_the_quote_leaves_out_is_no_fault_of_the_claim(make: Make) -> None:
    """Another rule looks at where quotes begin."""
    sentence = "it gains 12% today."
    assert hedge(make, sentence, {"value": "12%"}, f"We hypothesize that {sentence}") is None
    assert hedge(make, sentence, RANKED, f"We hypothesize that {sentence}") is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("We aim at 99% there.", "aim"),
        ("Aiming for 99%, we have this.", "Aiming"),
        ("It comes with the goal of 99% there.", "goal"),
        ("It has a target of 99% there.", "target"),
        ("It has a share of 99% there.", None),
        ("It stands at 99% there.", None),
        ("It aims beyond 99% there.", None),
        ("The goal was 99% there.", None),
        ("We aim at, say, 99% there.", None),
        ("We aim at, 99% there.", None),
        ("We aim, at 99% there.", None),
        ("It has a multi-goal of 99% there.", None),
        ("Of 99% the share is our goal.", None),
        ("99% of it is our goal.", None),
    ],
)
def test_goals(sentence: str, word: str | None, make: Make) -> None:
    assert hedge(make, sentence, {"value": "99%"}) == word


@pytest.mark.parametrize(
    "claim", [{"metric": "Goal reached"}, {"conditions": {"kind": "the target"}}, {"value": "98%"}]
)
def test_a_claim_about_the_goal(claim: dict[str, object], make: Make) -> None:
    assert hedge(make, "It comes with the goal of 99% there.", {"value": "99%", **claim}) is None


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("We see 99% estimated gains there.", "estimated"),
        ("We see an expected 99% there.", "expected"),
        ("We see the projected 99% there.", "projected"),
        ("A theoretical 99% is there.", "theoretical"),
        ("We see an estimated 99% there.", None),  # the number is an approximate one
        # somebody does it, or it is of something else
        ("We estimated 99% there.", None),
        ("Estimated 99% it is there.", None),
        ("Expected 99% of it and the", None),
        ("We see 99%, estimated there.", None),
        ("We see 99% gains estimated there.", None),
        ("We see an estimated gain of 99% there.", None),
        ("It is there, and 99%", None),
    ],
)
def test_what_was_not_measured(sentence: str, word: str | None, make: Make) -> None:
    assert hedge(make, sentence, {"value": "99%"}) == word


def test_what_was_not_measured_and_the_claim_says_so(make: Make) -> None:
    sentence = "We see 99% estimated gains there."
    assert hedge(make, sentence, {"value": "99%", "metric": "estimated gains"}) is None
    assert hedge(make, sentence, {"value": "99%", "mention": "99% estimated gains"}) == "estimated"


def test_a_number_that_says_none(make: Make) -> None:
    assert hedge(make, "It may improve several parsers.", {"value": "several"}) is None
