"""Who did better by the words of a sentence: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.outcomes.comparison import comparison
from claimcheck.matching.outcomes.ranks import Outcome, affirmed, contradicted
from claimcheck.matching.outcomes.set_aside import set_aside
from claimcheck.matching.outcomes.told import against, outcomes, told
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.sides import Sides
from claimcheck.text.words import Word

Make = Callable[..., Dataset]
WINS, LOSES, EQUALS, OPEN = Outcome.WINS, Outcome.LOSES, Outcome.EQUALS, Outcome.OPEN
UNTOLD = Outcome.UNTOLD
NO_WIN, NO_LOSS, NO_MATCH = Outcome.NO_WIN, Outcome.NO_LOSS, Outcome.NO_MATCH


def said(make: Make, sentence: str, better: str | None = "lower", **fields: object) -> dict[Outcome, str]:
    """What is said of Alba, held against Borea in its errors (but for the fields given), and the words that say it."""
    claim = {"kind": "ranking", "rank": "matches", "subject": "Alba", "baseline": "Borea", "metric": "errors", **fields}
    (found,) = make(sentence, claim).papers[0].all_claims()
    return {
        outcome: word.text
        for outcome, word in outcomes(comparison(Sides(Sentence(found.quote), found, better))).items()
    }


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        # told of the other side, or of neither
        ("Moving from Alba to Borea improves it.", LOSES),
        ("Alba beats Cirrus, and it is said that Borea is old.", None),
        ("Alba beats the Cirrus, and it is said that Borea is old.", None),
        ("Alba beats the old Cirrus, and it is said that Borea is old.", WINS),
        ("Alba beats, Cirrus is old, and so it is said of Borea.", WINS),
        ("Alba beats Cirrus.", WINS),
        ("Alba tops Cirrus, and it is said that Borea is old.", WINS),
        ("Alba beats Cirrus and all of Borea.", WINS),
        ("Alba beats Cirrus and all of the Borea.", None),
        ("Alba beats the Cirrus and the Dune, and it is said that Borea is old.", None),
        ("Here is Borea, which Alba beats", WINS),
        ("Alba, whom Borea beats, is new.", LOSES),
        ("Alba, which Borea beats, is new.", LOSES),
        ("Cirrus, which Alba beats, is older than Borea.", WINS),
        ("Alba, which Borea likes, is better.", WINS),
        # what stands behind it is what it is held against, or what it is said of
        ("Runs trail the Alba.", WINS),
        # two that have it together, or in which it was measured
        ("Fewer errors are seen in both Alba and Borea.", EQUALS),
        ("We see both Alba and Borea.", None),
        ("Alba shows leads.", None),
        ("Alba seeks to match those that we train.", EQUALS),
        ("Of errors: in errors, Alba has superior performance.", WINS),
        ("It improves in Alba and on the Borea.", None),
        ("It improves in Alba and of Borea.", WINS),
        ("Alba reaches 27%, above Borea.", LOSES),
        ("Alba reaches 27%, above the Borea.", LOSES),
        ("Alba reaches 27%, above all the Borea.", None),
        ("Alba is above Borea.", None),
        ("Alba reaches 27%, third Borea.", None),
        ("Alba approaches Borea, as we see.", OPEN),
        ("Alba shows leading speed.", WINS),
        ("Alba has leading speed.", None),
        ("Alba is trained, and its parts match.", EQUALS),
        ("Alba is trained to match text.", None),
        ("Alba is trained to match Borea.", EQUALS),
        ("Alba is far from Borea.", LOSES),
        ("Alba is far from new.", None),
        ("Alba is far behind, as Borea.", LOSES),
        ("Alba goes beyond Borea.", WINS),
        ("Alba goes beyond matching it.", EQUALS),
        ("Alba goes beyond text.", WINS),
        ("Runs trail behind Alba.", WINS),
        ("Runs fall short of the Alba.", WINS),
        ("Runs fall short in the case of Alba.", LOSES),
        *((f"Runs improve over Borea {word} Alba.", WINS) for word in ("with", "for", "using")),
        ("Runs improve over those with Alba.", LOSES),
        *((f"Runs are better {word} Alba.", LOSES) for word in ("than", "over", "compared with", "versus", "vs")),
        ("Runs are better than all of the old Alba.", LOSES),
        ("Runs are better than all of the very old Alba.", LOSES),
        ("Runs are better than all of the old runs there are for Alba.", WINS),
        ("Runs are better than ever, and Alba shows it.", WINS),
        ("Runs are better, if by little, than Alba.", LOSES),
        # what "compared" holds in a later part is not what lags behind
        ("Runs trail Cirrus, where all have more compared to Alba.", LOSES),
        ("Runs trail, as all do compared to Alba.", LOSES),
        ("Runs, by all means, trail compared to Alba.", WINS),
        ("Runs trail, with more compared to Alba.", WINS),
        # what a clause is held against from the start, or what is excepted, is said to do otherwise
        *((f"{words} Alba, runs are worse.", WINS) for words in ("Compared with", "Compared to the", "Relative to")),
        ("Conducted with Alba, runs are worse.", LOSES),
        ("Here, compared with Alba, runs are worse.", WINS),
        *(
            (f"All runs {words} the Alba beat it.", NO_WIN)
            for words in ("except", "but", "except for", "other than", "apart from", "aside from")
        ),
        ("All runs with Alba beat it.", WINS),
        ("No runs in all but Alba beat it.", NO_WIN),
        ("No run except Alba in any case beats it.", WINS),
        ("Except for Alba, all runs beat it.", NO_WIN),
        ("Except for Alba, no run beats it.", WINS),
        ("Except for Alba, runs beat it in all cases.", WINS),
        ("Borea beats all runs except Alba.", NO_LOSS),
        ("Borea is beaten by all runs except Alba.", NO_WIN),
        ("Borea beats no run except Alba.", LOSES),
        ("Borea beats Alba; all runs but Alba are new.", LOSES),
        ("All runs except Alba are new; Borea beats Alba.", LOSES),
        ("All of it is new; those except Alba are better.", WINS),
        ("All runs except Alba and all runs except Alba beat it.", NO_WIN),
        ("Runs with Alba, and all runs except Alba, beat it.", NO_WIN),
        ("Those except Alba are new; all runs except Alba beat it.", NO_WIN),
        ("Beating all runs except Alba, Borea is new.", NO_LOSS),
        # what it did, or is done by all, is of the one that the sentence began with, by "it"
        ("Alba is new, but on Dune it loses.", LOSES),
        ("Alba is new, but on Dune they lose.", LOSES),
        ("Borea is old; Alba is new, but on Dune it loses.", LOSES),
        ("Alba is new; Borea is old, but on Dune it loses.", WINS),
        ("Alba is new, but there is parity.", EQUALS),
        ("There is parity.", None),
        # the name behind "and" leads where a verb follows
        ("Alba with Cirrus and Borea parts is better.", WINS),
        ("Alba, unlike what Borea has, is better.", WINS),
        ("Alba is new and Borea has it, so is better.", LOSES),
        # what goes on has the subject of what stands before it
        ("Borea trails Alba while making more errors.", WINS),
        # words that may be denied, up to two words before, or are part of another word, say nothing
        ("Alba is better.", WINS),
        ("Alba is a better-known one.", None),
        ("Alba, not Borea, is better.", WINS),
        ("Alba with no tuning is better.", WINS),
        ("Alba without tuning outperforms it.", None),
        # what is denied for sure says that: right behind "not", adverbs aside, or as what failed
        ("Alba is not better.", NO_WIN),
        ("Alba is not much better.", NO_WIN),
        ("Alba is not so very better.", NO_WIN),
        ("Alba isn't better.", NO_WIN),
        ("Alba is no better.", NO_WIN),
        ("Alba is no longer better.", NO_WIN),
        ("Not better is Alba.", NO_WIN),
        ("Alba is hardly ever worse.", NO_LOSS),
        ("Alba is hardly worse.", NO_LOSS),
        ("Alba does not match it.", NO_MATCH),
        ("Borea does not outperform Alba.", NO_LOSS),
        ("Alba is unable to match it.", NO_MATCH),
        ("Alba not only outperforms it.", WINS),
        ("Alba does not merely match it.", EQUALS),
        # a gap that is closed to the baseline leaves it ahead
        ("Alba closes the gap to Borea.", NO_WIN),
        ("Alba narrows the gap with Borea.", NO_WIN),
        ("Alba closes much of the gap to Borea.", NO_WIN),
        ("Alba closes much of the old gap to Borea.", None),
        ("Alba closes the gap for Borea.", None),
        ("With it, Alba closes the gap for Borea.", None),
        ("Alba closes the gap, and goes with Borea.", None),
        ("Alba closes the gap.", None),
        ("Here is Borea; Alba closes the gap to Borea.", NO_WIN),
        ("Alba sees the gap to Borea.", None),
        ("Alba closes the gaps to Borea.", NO_WIN),
        ("Closing the gap to Borea is what Alba does.", NO_WIN),
        ("Alba leaves the gap to Borea, and closes others.", None),
        ("Alba closes the gap to all of the Borea.", NO_WIN),
        ("Alba closes the gap to all of the old Borea.", None),
        ("Alba ranked first.", WINS),
        ("Alba ranks first.", WINS),
        ("Here Alba ranks first.", WINS),
        ("Alba and Cirrus rank first.", WINS),
        ("Alba takes first place.", WINS),
        ("Alba takes the first part.", None),
        ("Alba is of all these the most accurate one.", WINS),
        ("Alba is of all of these the most accurate one.", OPEN),
        ("Alba and Cirrus are the most accurate ones.", WINS),
        ("Alba was the most accurate one.", WINS),
        ("Alba and Cirrus were the most accurate ones.", WINS),
        ("Alba has the most accurate parts.", OPEN),
        ("Alba is the most they had.", OPEN),
        ("Alba is the other reliable one.", None),
        ("Alba is SOTA.", WINS),
        ("Alba, who beats it, is new.", WINS),
        ("Alba, which clearly beats it, is new.", WINS),
        ("Borea, who beats it, is new.", LOSES),
        ("Here Cirrus, which beats it, and Alba are new.", None),
        ("Here Cirrus, which clearly beats it, and Alba are new.", None),
        ("Here Cirrus, which can beat it, and Alba are new.", None),
        ("Here Cirrus, which can also clearly beat it, and Alba are new.", None),
        ("Here Cirrus, which tops it, and Alba are new.", None),
        ("Cirrus, which is old, and Alba beat it.", WINS),
        ("Runs which Alba beats are old.", WINS),
        ("Who beats it is told by Alba.", None),
        ("It tells which is; better of all is Alba.", WINS),
        # "no" that is said of something before a preposition
        ("No tuning on Dune is needed as Alba beats Borea.", WINS),
        # what was beaten lost, and what it was beaten by won
        ("Alba is outperformed by it.", LOSES),
        ("Alba is not outperformed.", NO_LOSS),
        ("Alba is often surpassed.", LOSES),
        ("Alba, surpassed by Borea, is new.", LOSES),
        ("Borea is outperformed by Alba.", WINS),
        ("We see that a Borea surpassed by Alba is old.", WINS),
        ("Others are outperformed by Alba.", WINS),
        ("Others are outperformed by those.", None),
        ("Others are outperformed; Alba is new.", None),
        ("Borea is outperformed by those.", None),
        ("Alba is old, Borea is new, and Alba is outperformed.", LOSES),
        # what stands behind "of" is not what was beaten, unless it stands right there
        ("Alba with parts of Borea is outperformed.", LOSES),
        ("We speak of Borea surpassed by Alba.", WINS),
        ("Alba shows parts of Borea surpassed by it.", WINS),
        ("Alba is old and Borea is outperformed.", WINS),
        ("Alba outperformed by a large margin.", WINS),
        ("Alba outperformed by 5.", WINS),
        ("Alba outperformed by using more.", WINS),
        ("Alba outperformed Borea.", WINS),
        ("Alba is second only to it.", LOSES),
        ("Alba is second-best.", LOSES),
        ("Alba has a second test.", None),
        ("Alba trails it.", LOSES),
        ("Alba falls short of it.", LOSES),
        ("Alba reads short texts.", None),
        ("Short texts are where Alba stops.", None),
        ("Here Alba comes, short of all.", None),
        ("Alba leads in it.", WINS),
        ("Alba leads on it.", WINS),
        ("Alba leads over it.", WINS),
        ("Alba leads by far.", WINS),
        ("Alba leads to it.", None),
        ("Alba lost its lead over it.", LOSES),
        ("Alba lost much its lead over it.", LOSES),
        # where there is no difference, one is as good as the other
        ("There is no difference between Alba and Borea.", EQUALS),
        ("Alba shows no statistically significant difference.", EQUALS),
        ("Alba shows no statistically really significant difference.", None),
        ("No runs told, Alba shows a difference.", None),
        ("Alba shows no difference in quality.", EQUALS),
        ("Alba shows no difference in, and at, cost.", EQUALS),
        ("Alba shows no difference at equal cost.", EQUALS),
        ("Alba beats Borea with no difference in cost.", WINS),
        ("Alba shows a difference, and no other.", None),
        ("We doubt that there are no differences between Alba and Borea.", NO_MATCH),
        # words that say something in one construction alone
        ("Alba remains stable.", UNTOLD),
        ("Alba remains remarkably stable.", UNTOLD),
        ("Alba remains still evenly stable.", UNTOLD),
        ("Alba remains, stable runs", None),
        ("Alba works at constant load.", None),
        ("Alba is, stable.", None),
        ("Stable is Alba", None),
        ("Alba has the same size as it.", EQUALS),
        ("Alba is the same as it.", None),
        ("Alba has the same size, as told.", None),
        ("Alba has the same size of all of these as Borea.", EQUALS),
        ("Alba has the same size of all of these runs as Borea.", None),
        ("Alba remains close to Borea.", OPEN),
        ("Alba is close with Borea.", None),
        ("Alba ranks third.", UNTOLD),
        ("Alba ranks, third of all.", None),
        ("Alba dominates the Borea.", WINS),
        ("Alba dominates all of Borea.", None),
        # what is alike, and what only describes a thing
        ("Alba and others are similarly trained.", EQUALS),
        ("Alba uses similarly trained runs.", None),
        ("Alba uses similarly large runs.", EQUALS),
        ("Alba uses visually similar runs.", None),
        ("Alba looks on visually, similar runs.", EQUALS),
        ("Alba needs a similar amount of runs.", None),
        ("Alba needs a similar rate of amounts.", EQUALS),
        ("Alba is comparable, memory and all.", EQUALS),
        ("Alba has comparable runs, Borea told.", EQUALS),
        ("Alba matches a strong run.", EQUALS),
        ("With strong runs Alba maintains it.", EQUALS),
        ("Alba in strong retains it.", EQUALS),
        ("Alba retains strong runs.", None),
        ("Alba is maintaining all optimal runs.", None),
        ("Alba is maintaining all of optimal runs.", EQUALS),
        # what is done less, or least, is not done
        ("Alba degrades less.", None),
        ("Alba degrades least of all.", OPEN),
        ("Alba improves less than Borea.", None),
        # speed and cost have words of their own, which say nothing of errors
        ("Alba is faster.", None),
        ("Alba is cheaper.", None),
        ("Alba is the fastest.", OPEN),
        # a superlative says it of the metric, or leaves it open; or it is of what is compared with
        ("Alba has the lowest errors.", WINS),
        ("Alba has the highest errors.", LOSES),
        ("Alba has the smallest size.", OPEN),
        ("Alba has the highest marks.", WINS),
        ("Alba has the greatest marks.", WINS),
        ("Alba comes close to the best.", None),
        *((f"Alba comes close to {word} best.", None) for word in "one its their current previous prior".split()),
        ("Alba comes close to the current best.", None),
        ("Alba comes close to the state of the art.", None),
        ("Alba comes close to state-of-the-art runs.", None),
        ("Near the best is Alba.", None),
        ("The best is what Alba stands for", WINS),
        ("Alba comes with best runs.", WINS),
        ("Alba comes with all best runs.", WINS),
        ("What it is held against, the best of all is Alba.", WINS),
        ("Compared to the previous, best of all is Alba.", WINS),
        ("Alba is the best.", WINS),
        ("Alba is new and the best method was Borea.", None),
        ("Alba is new and the best was Borea.", None),
        ("Alba is new, the best was Borea.", None),
        ("Alba is new and the best method was Alba.", WINS),
        ("Alba is new and the best method was the Alba.", WINS),
        ("Alba is new and the best method was the old Alba.", None),
        ("Alba is new and the best of all of the runs was Borea.", None),
        ("Alba is new and the best of all of the old runs was Borea.", WINS),
        ("Alba is new and the best of these, it was said.", WINS),
        ("Alba is new and its best method was Borea.", WINS),
        ("Alba is new and the, best method was Borea.", WINS),
        ("Alba is among the best.", UNTOLD),
        ("Alba is among, best of all.", WINS),
        ("Alba is one of the current best.", UNTOLD),
        ("Alba comes out of the best.", None),
        ("Alba shows some clearly best runs.", WINS),
        # the best of a class that it is told who belongs to
        ("Even the best, including Alba, are here.", None),
        ("Even the best runs like Alba end here.", None),
        ("Even the best runs such as Alba are here.", None),
        ("We see it; best runs such as Alba are here.", None),
        ("And best runs such as Alba are here.", None),
        ("Even the best of all these old runs including Alba are here.", None),
        ("And so the best of all these new old runs including Alba are here.", WINS),
        ("Alba is the best on all runs, including these.", WINS),
        ("Alba is the best; others, like those, are here.", WINS),
        ("Alba is the best such run.", WINS),
        ("Alba is the best, as told.", WINS),
        ("Alba has the second highest errors.", UNTOLD),
        ("Alba is second, the best of all.", WINS),
        ("Alba is in the second the best.", WINS),
        ("Alba does not have a better run.", None),
        ("Alba cannot show a good and quick and better run.", WINS),
        ("Alba cannot show us a really better run.", None),
        ("Alba never quite has a better run.", None),
        ("Alba never quite really has a better run.", WINS),
        ("Alba never has, a better run.", WINS),
        ("Alba has a better run, not Borea.", WINS),
        ("Alba, not Borea, gives all of us a better run.", WINS),
        ("Alba is not new, a better run.", WINS),
        ("Not here, Alba is better.", WINS),
        ("Alba is better and never slow.", WINS),
        # of more and less of the metric, where it follows within five words and no comma
        ("Alba has fewer errors.", WINS),
        ("Alba has more errors.", LOSES),
        ("Alba has fewer of all the known errors.", WINS),
        ("Alba has fewer of all the many known errors.", None),
        ("Alba has fewer, and errors.", None),
        ("Alba has fewer steps.", None),
        # of more and less of a quality
        ("Alba is more reliable.", WINS),
        ("Alba is more compute-efficient.", WINS),
        ("Alba is more reliable fine-tuned.", WINS),
        ("Alba beats it, and, less importantly, is new.", WINS),
        ("Alba is less reliable.", LOSES),
        ("Alba is more blue.", None),
        ("Alba has more.", None),
        ("Alba has reduced active memory.", None),
        ("Alba has more steps, and errors.", None),
        ("Alba has more steps without errors.", None),
        ("Alba has more informative errors.", OPEN),
        ("Alba has more biased errors.", OPEN),
        ("Alba has more reliable runs.", WINS),
        ("Alba has more biased runs.", None),
        ("Alba has less biased runs.", None),
        ("Alba is more biased in errors.", LOSES),
        ("Alba is less biased.", WINS),
        ("Alba is more limited.", UNTOLD),
        ("Alba works more slowly.", None),
        ("Alba is more costly.", None),
        ("Alba is less expensive.", None),
        # a superlative goes on with the one before it
        ("There are the highest runs; Borea has the highest errors, and Alba the lowest.", WINS),
        ("Alba has the lowest.", OPEN),
        ("Alba has the highest errors, and Borea has more.", LOSES),
        # the metric is more or less, where that is held against something
        ("Errors with Alba are much lower than those of Borea.", WINS),
        ("Errors with Alba are still clearly higher than those of Borea.", LOSES),
        ("Errors with Alba are lower.", None),
        ("Errors with Alba are lower; more than Borea it has not.", None),
        ("Errors with Alba decreased compared to Borea.", WINS),
        ("Errors with Alba reduced runs compared to Borea.", None),
        ("Errors with Alba cut in half as compared to Borea.", None),
        ("Compared to Borea, errors with Alba decreased under load.", WINS),
        ("In errors, Alba is lower than Borea.", WINS),
        ("In runs, Alba is lower than Borea.", None),
        ("In errors, Alba is, lower than Borea.", None),
        ("Errors rose rather than decreased with Alba.", None),
        ("Relative to Borea, errors with Alba decreased under load.", WINS),
        ("Here are errors; Alba is lower than Borea.", None),
        ("Alba is lower than Borea; errors are told.", None),
        ("Lower with it than with Borea, Alba's errors are", None),
        ("In errors, what Alba gives is lower than Borea.", None),
        # in "more X than Y", of what stands between, no more than nine words on, and in one clause
        ("They align more with Alba than with Borea.", WINS),
        ("They align less with Alba than with Borea.", LOSES),
        ("They align more with Borea than with Alba.", LOSES),
        ("They align less with Borea than with Alba.", WINS),
        ("As to Alba, they align more with Alba than with Borea.", WINS),
        ("As to Borea, they align more with Borea than with Alba.", LOSES),
        ("They align more with Alba on all of the many tasks than ever.", WINS),
        ("They align more with Alba on all of the very many tasks than ever.", None),
        ("They like more Alba; it is other than Borea.", None),
        ("It makes fewer Alba steps than Borea.", None),
        # of the side that leads the clause, the last one where both do
        ("Borea is better.", LOSES),
        ("Borea is old, Alba is new, Borea is better.", LOSES),
        ("Alba is old, Borea is new, Alba is better.", WINS),
        ("Better of all is Alba.", WINS),
        ("It won; better of all is Alba.", WINS),
        ("Alba is new; Alba is better.", WINS),
        ("It is better; Alba is new.", None),
        ("It is better here; Alba is new.", None),
        ("It is better.", None),
        # a clause without a subject goes on with the one before
        ("Alba is new, while being better.", WINS),
        ("Alba is new, while showing better runs.", WINS),
        ("Alba is new, whilst showing better runs.", WINS),
        ("Alba is new, although showing better runs.", None),
        ("Alba is new but is better.", WINS),
        ("Alba is new while can be better.", WINS),
        ("Alba is new while it is better.", WINS),
        ("Alba is new while they say better.", WINS),
        ("It is new while it is better than Alba.", LOSES),
        ("We have Alba while it is better.", None),
        ("Alba is new while Borea is better.", LOSES),
        ("Alba is new; also is better.", None),
        ("Alba is new; better", None),
        ("Alba; better", None),
    ],
)
def test_what_is_said(sentence: str, outcome: Outcome | None, make: Make) -> None:
    assert set(said(make, sentence)) == (set() if outcome is None else {outcome})


def test_the_metric_says_which_side_is_better(make: Make) -> None:
    assert said(make, "Alba has fewer errors.", None) == {OPEN: "fewer"}
    assert said(make, "Alba has more recall.", "higher", metric="recall") == {WINS: "more"}
    assert said(make, "Alba has less recall.", "higher", metric="recall") == {LOSES: "less"}
    assert said(make, "Alba is lower than Borea.", metric="€") == {}
    assert said(make, "Alba shows no difference in cost.", metric="cost") == {EQUALS: "difference"}
    # mistakes that are made, right or wrong being the metric
    for sentence, expected in (
        ("Alba makes clearly more errors than the Borea.", {LOSES: "more"}),
        ("Alba makes clearly more errors than the old Borea.", {}),
        ("Alba has a far lower error count than Borea.", {WINS: "lower"}),
        ("Alba makes more errors, Borea has some.", {}),
        ("Alba makes more errors, and Borea has some.", {}),
        ("Making a higher number of errors than Borea, Alba is new.", {LOSES: "higher"}),
        ("Alba makes more runs than Borea errors.", {}),
        ("Alba, more errors than Borea.", {}),
        ("More errors than Borea Alba makes", {}),
    ):
        assert said(make, sentence, "higher", metric="accuracy") == expected, sentence
    # of a quality of its own, too; one that is no praise is left open where nobody knows
    assert said(make, "Alba is more redundant.", "higher", metric="redundancy") == {WINS: "more"}
    assert said(make, "Alba is less toxic.", metric="toxicity of answers") == {WINS: "less"}
    assert said(make, "Alba is more biased.", None, metric="bias") == {OPEN: "more"}
    assert said(make, "Alba is more accurate.", None, metric="accuracy") == {WINS: "more"}
    assert said(make, "Alba works more slowly.", metric="speed") == {LOSES: "more"}
    assert said(make, "Alba works less slowly.", metric="speed") == {WINS: "less"}
    assert said(make, "Alba works more slowly.", metric="cost") == {}
    assert said(make, "Alba is more costly.", metric="cost") == {LOSES: "more"}
    assert said(make, "Alba is more expensive.", metric="speed") == {}
    assert said(make, "The accuracy with Alba is higher than that of Borea.", None, metric="accuracy") == {
        OPEN: "higher"
    }
    # what is named by its change is not reduced where errors are
    assert said(make, "Alba has more error reduction.", None, metric="error reduction") == {}


def test_names_say_nothing(make: Make) -> None:
    assert said(make, "Better Alba beats Borea.", subject="Better Alba") == {WINS: "beats"}


def test_both_may_be_said(make: Make) -> None:
    assert said(make, "Alba is better and Alba is comparable.") == {WINS: "better", EQUALS: "comparable"}
    # what goes on is of the one that the clause began with
    assert said(make, "Borea trails Alba, making more errors.") == {WINS: "trails"}
    assert said(make, "It is so; Borea trails Alba, making fewer errors.") == {WINS: "trails", LOSES: "fewer"}
    assert said(make, "Borea trails Alba but wins.") == {WINS: "trails", LOSES: "wins"}
    assert said(make, "Parts of Alba win while being worse.") == {LOSES: "worse"}
    assert said(make, "Borea trails Alba; loses.") == {WINS: "trails"}
    assert said(make, "Borea trails Alba, being better; it is so.") == {WINS: "trails", LOSES: "better"}
    assert said(make, "No system fails to match Alba.") == {LOSES: "fails", OPEN: "match"}
    assert said(make, "Alba loses in speed and leads in errors.") == {LOSES: "loses", WINS: "leads"}
    assert said(make, "Runs outperform Alba here, and for all of these that is Alba.") == {LOSES: "outperform"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Alba ranks first on Harbour and third on Meadow.", {WINS: "first"}),
        ("Alba leads on Harbour and trails on Meadow.", {WINS: "leads"}),
        ("Alba leads on the Harbour.", {WINS: "leads"}),
        ("Alba beats the Borea on Harbour.", {WINS: "beats"}),
        ("Alba leads on all of Harbour.", {WINS: "leads"}),
        ("Alba leads on", {WINS: "leads"}),
        ("Alba ranks first on Meadow.", {WINS: "first"}),
    ],
)
def test_what_is_said_on_another_data_set(sentence: str, expected: dict[Outcome, str], make: Make) -> None:
    """What is said right before "on" and the name of another data set does not count, where the claim's own stands elsewhere."""
    assert said(make, sentence, dataset="Harbour") == expected
    assert said(make, sentence, dataset=["Dune", "Harbour"]) == expected


@pytest.mark.parametrize(
    ("sentence", "fields", "rank", "word"),
    [
        # The part that names the data set tells: a clause, what goes on with another verb, what turns to another subject.
        ("Alba beats Borea on Harbour, but Alba loses on Meadow.", {"dataset": "Harbour"}, "underperforms", "beats"),
        ("Alba beats Borea on Harbour, but Alba loses on Meadow.", {"dataset": "Meadow"}, "outperforms", "loses"),
        ("Alba beats Borea on Harbour and loses on Meadow.", {"dataset": "Harbour"}, "underperforms", "beats"),
        ("Alba beats Borea on Harbour and it loses on Meadow.", {"dataset": "Harbour"}, "underperforms", "beats"),
        ("Alba beats Borea on Harbour and on all of Meadow.", {"dataset": "Meadow"}, "underperforms", "beats"),
        # "but" that only adds parts nothing, unless another verb, outcome or name stands behind it
        ("Alba beats Borea not only on Harbour but also on the Meadow.", {"dataset": "Meadow"}, "underperforms", "beats"),
        ("Alba beats Borea on Harbour, but on Meadow performs badly.", {"dataset": "Meadow"}, "underperforms", None),
        ("Alba beats Borea on Harbour, but on Meadow far worse.", {"dataset": "Meadow"}, "underperforms", None),
        ("Alba beats Borea on Harbour, but on Meadow they are new.", {"dataset": "Meadow"}, "underperforms", None),
        ("Alba beats Borea on Harbour, but on Meadow Borea.", {"dataset": "Meadow"}, "underperforms", None),
        ("Alba beats Borea on Harbour but also", {"dataset": "Harbour"}, "underperforms", "beats"),
        ("While it trails Borea on Harbour, Alba wins all on Meadow.", {"dataset": "Harbour"}, "outperforms", "trails"),
        ("While Alba trails Borea on Harbour, it wins on Meadow.", {"dataset": "Harbour"}, "outperforms", "trails"),
        ("Here, while Alba trails Borea on Harbour, it wins on Meadow.", {"dataset": "Harbour"}, "outperforms", "trails"),
        ("Alba is new; while it trails Borea on Harbour, it wins all on Meadow.", {"dataset": "Harbour"}, "outperforms", "trails"),
        ("While Borea leads on Harbour, Alba wins on Meadow, but Alba loses on Dune.", {"dataset": "Meadow"}, "underperforms", "wins"),
        # commas of a list turn to nothing else; where there is no part of its own, better here and worse there say nothing
        ("While Alba trails Borea on Harbour, Dune and Cliff, it wins on Meadow.", {"dataset": "Dune"}, "outperforms", "trails"),
        ("Against Borea, Alba on Harbour exceeds and on Meadow trails it.", {"dataset": "Harbour"}, "underperforms", None),
        ("Alba beats Borea on Harbour, but Alba loses on Meadow.", {"dataset": "Dune"}, "underperforms", None),
        # of several data sets one is enough
        ("Alba beats Borea on Harbour, but Alba loses to it on Meadow.", {"dataset": ["Harbour", "Dune"]}, "underperforms", "beats"),
        # the part of the metric tells, too; but "performance" is said of anything, where the baseline is not named
        ("Alba beats Borea in recall, but Alba loses in speed.", {"metric": "recall"}, "underperforms", "beats"),
        ("Alba beats Borea; the performance of Alba degrades on Dune.", {"metric": "performance"}, "outperforms", None),
        ("Alba beats Borea on Harbour, but Alba trails on Meadow.", {"metric": "performance", "dataset": "Meadow"}, "outperforms", "trails"),
        ("Alba loses to Borea; Alba wins on Dune.", {"metric": "€"}, "outperforms", None),
        # what stands before the baseline is named may be held against another
        ("Alba has better recall than Cirrus; Alba ranks behind Borea.", {"metric": "recall"}, "underperforms", None),
        ("Alba has better recall than Cirrus; Alba ranks behind Borea; Alba wins recall there.", {"metric": "recall"}, "underperforms", None),
        ("Alba has better recall than Cirrus; Alba ranks behind Borea; Borea is old.", {"metric": "recall"}, "underperforms", None),
        ("Alba has a good recall; Borea has none.", {"metric": "recall"}, "underperforms", None),
        # unless it goes on up to the baseline, without another subject and held against nothing else
        ("Alba has better recall, but is worse than Borea.", {"metric": "recall"}, "underperforms", "better"),
        ("Alba has better recall, but Alba is worse than Borea.", {"metric": "recall"}, "underperforms", None),
        ("Alba has better recall than Cirrus, but is worse than Borea.", {"metric": "recall"}, "underperforms", None),
        ("Alba has better recall, but is worse with Borea.", {"metric": "recall"}, "underperforms", None),
        ("Alba beats Cirrus here, has better recall, but is worse than Borea.", {"metric": "recall"}, "underperforms", "better"),
        ("Alba has better recall, but is worse than Borea, and Borea is here.", {"metric": "recall"}, "underperforms", "better"),
        ("Alba has better recall, but is worse than Borea, and Alba is here.", {"metric": "recall"}, "underperforms", "better"),
        ("Alba has better recall, is stronger than Cirrus, but is worse than Borea.", {"metric": "recall"}, "underperforms", None),
        ("Alba has better recall, is here, but is worse than Borea.", {"metric": "recall"}, "underperforms", "better"),
        ("Alba has better recall, is here, but Alba is worse than Borea.", {"metric": "recall"}, "underperforms", None),
        # of general metrics, the parts tell that name a side; where data set and metric are told together, that part
        ("Alba beats Borea, but is worse in speed.", {"metric": "performance"}, "underperforms", "beats"),
        ("Alba leads Borea on Harbour, beats it in recall on Harbour, but loses in recall on Meadow.", {"metric": "recall", "dataset": "Harbour"},
         "underperforms", "beats"),
        ("Alba trails Borea on Harbour, beats it in recall on Harbour, but loses in recall on Meadow.", {"metric": "recall", "dataset": "Harbour"},
         "underperforms", "beats"),
        ("Alba beats Borea, but speed is low, and Alba is worse there.", {"metric": "performance"}, "underperforms", None),
        # what is told in the later part, where no part has both; of a quality, too
        ("Alba beats Borea on Harbour, loses in recall, and Alba wins on Harbour.", {"metric": "recall", "dataset": "Harbour"}, "underperforms", "beats"),
        ("Alba beats Borea on Harbour, but Alba loses in recall.", {"metric": "recall", "dataset": "Harbour"}, "outperforms", "loses"),
        ("Alba beats Borea in recall, but Alba loses on Harbour.", {"metric": "recall", "dataset": "Harbour"}, "outperforms", "loses"),
        ("Alba beats Borea on Harbour, and Alba loses in recall, but it wins on Harbour.", {"metric": "recall", "dataset": "Harbour"},
         "outperforms", None),
        ("Alba beats Borea in recall, and Alba loses on Harbour, but it loses in recall.", {"metric": "recall", "dataset": "Harbour"},
         "outperforms", None),
        ("Alba beats Borea, but is more fragile.", {"metric": "fragility"}, "underperforms", None),
        ("Alba trails Borea, but is more reliable.", {"metric": "reliability"}, "underperforms", "more"),
        ("Alba trails Borea, but is more reliable.", {"metric": "answer reliability"}, "underperforms", "more"),
        ("Alba beats Borea, but is less reliable.", {"metric": "reliability"}, "outperforms", "less"),
        ("Alba beats Borea, but is reliable.", {"metric": "reliability"}, "underperforms", "beats"),
        # what is concluded behind a comma is a part of its own; so is an outcome behind another one of its part
        ("Alba wins in recall, showing that it loses on Harbour.", {"metric": "recall"}, "underperforms", "wins"),
        ("Alba wins in recall showing that it loses on Harbour.", {"metric": "recall"}, "underperforms", None),
        ("Alba wins, and it is the same size as Borea, worse in recall.", {"metric": "recall"}, "matches", None),
        ("Alba is the same size as Borea, worse in recall.", {"metric": "recall"}, "matches", None),
        ("Alba wins in recall, trailing all.", {"metric": "recall"}, "underperforms", None),
        # a part that compares nothing leaves it to the others, one in words that are not read here does not
        ("Alba outperforms Borea by far, and recall is given on Meadow.", {"metric": "recall"}, "underperforms", "outperforms"),
        ("Alba outperforms Borea by far, and recall is done faster.", {"metric": "recall"}, "underperforms", None),
        ("Alba outperforms Borea by far; recall is here, but recall is there.", {"metric": "recall"}, "underperforms", None),
        ("Alba is better than Borea, and recall is given on Meadow.", {"metric": "recall"}, "underperforms", None),
        ("Alba goes beyond Borea, and recall is given on Meadow.", {"metric": "recall"}, "underperforms", "beyond"),
        ("On Harbour, Alba wins.", {"dataset": "Harbour"}, "underperforms", "wins"),
        ("Alba is new, but fails there.", {"metric": "performance"}, "outperforms", "fails"),
        # of general metrics, a part tells that names one side of them; "whereas" adds nothing, "but to" does
        ("Alba outperforms Borea, but is worse in speed, while Alba is new.", {"metric": "performance"}, "underperforms", "outperforms"),
        ("Alba beats Borea on Harbour, whereas on Meadow not.", {"dataset": "Meadow"}, "underperforms", None),
        ("Alba beats Borea, but to a small extent in recall.", {"metric": "recall"}, "underperforms", "beats"),
        # the part of the metric is not of the data set told first if one of them is on another; a name elsewhere is no such data set
        ("Alba leads in recall, beats Borea on Harbour, but loses on Meadow in recall.", {"metric": "recall", "dataset": "Harbour"},
         "underperforms", "beats"),
        ("Alba beats Borea on Harbour. On the side of recall Alba loses.", {"metric": "recall", "dataset": "Harbour"}, "outperforms", "loses"),
        *((f"Alba beats Borea on Harbour, but {said}.", {"metric": "recall", "dataset": "Harbour"}, "outperforms", "loses")
          for said in ("loses on the side of recall", "on recall Alba loses", "loses to Borea on recall")),
    ],
)  # fmt: skip
def test_the_part_that_tells(sentence: str, fields: dict[str, object], rank: str, word: str | None, make: Make) -> None:
    claim = {"kind": "ranking", "rank": rank, "subject": "Alba", "baseline": "Borea", "metric": "errors", **fields}
    (found,) = make(sentence, claim).papers[0].all_claims()
    sides = Sides(Sentence(found.quote), found, None)
    told_by = against(sides.line, rank, told(sides))
    assert (told_by and told_by.text) == word


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        # what is paid, what is not touched, what there is hardly any or no more of
        ("Alba wins at the cost of memory.", True),
        ("Alba wins at the expense of more memory.", True),
        ("Alba wins in cost and memory.", False),
        ("Alba wins without memory.", True),
        ("Alba wins without increasing the memory.", True),
        ("Alba wins without an improved memory.", False),
        ("Alba wins at no extra memory.", True),
        ("Alba wins with no memory.", True),
        ("Alba wins with no better memory.", False),
        ("Alba wins with memory.", False),
        ("Alba wins by no memory.", False),
        ("Alba wins with minimal memory.", True),
        ("Alba wins with little of memory.", False),
        ("Alba wins with a minor loss of memory.", True),
        ("Alba wins by a small margin in memory.", False),
        ("This is Alba in minor memory.", True),
        ("Alba wins in memory.", False),
        # behind the metric it ends, or what there is little of: anything else is no metric
        ("Alba wins at no extra memory overhead.", True),
        ("At no extra memory, Alba wins.", True),
        ("At no extra memory Alba wins.", False),
        # no comma stands between, and no more than five words
        ("Without it, memory, as told, wins.", False),
        ("Alba wins without all of the old red memory.", True),
        ("Alba wins without all of the very old red memory.", False),
        ("Without memory Alba wins.", False),
        ("Without memory", True),
        ("Without a loss of memory, it wins at no extra memory.", True),
    ],
)
def test_what_is_set_aside(sentence: str, aside: bool, make: Make) -> None:
    """Whether the metric is named word for word, or by one of its words."""
    assert _set_aside(make, sentence, "memory") == aside
    assert _set_aside(make, sentence, "memory use") == aside


def test_what_is_set_aside_wherever_it_is_named(make: Make) -> None:
    """… where it is named word for word; one of its words may also be one of another metric."""
    assert not _set_aside(make, "Alba wins in memory without a loss of memory.", "memory")
    assert _set_aside(make, "Alba wins in memory tests without a loss of memory.", "memory use")


def _set_aside(make: Make, sentence: str, metric: str) -> bool:
    claim = {"kind": "ranking", "rank": "matches", "subject": "Alba", "baseline": "Borea", "metric": metric}
    (found,) = make(sentence, claim).papers[0].all_claims()
    return set_aside(comparison(Sides(Sentence(found.quote), found, None)))


@pytest.mark.parametrize(
    ("sentence", "not_the_best"),
    [
        ("Alba beats the old runs.", True),
        ("Alba beats all.", False),
        ("Alba beats by far all.", False),
        ("Alba beats by so far all.", True),
        ("Above all Alba beats it.", True),
        ("Alba, above all beats it.", True),
        ("Alba beats the strongest.", False),
        ("Alba beats top runs.", False),
        ("Alba beats the state of the art.", False),
        ("No run beats Alba.", False),
        ("Alba beats it, and no run wins.", True),
        ("With no runs told, Alba beats it.", True),
        ("Alba is better.", False),
    ],
)
def test_what_beats_some_need_not_be_the_best(sentence: str, not_the_best: bool, make: Make) -> None:
    """It may be the first of all, too: it is not told either way."""
    claim = {"kind": "ranking", "rank": "not-best", "subject": "Alba", "metric": "errors"}
    (found,) = make(sentence, claim).papers[0].all_claims()
    sides = Sides(Sentence(found.quote), found, None)
    assert WINS in told(sides)
    assert (against(sides.line, "not-best", told(sides)) is None) == not_the_best


@pytest.mark.parametrize(
    ("rank", "found", "against"),
    [
        ("outperforms", {WINS}, None),
        ("outperforms", {LOSES}, LOSES),
        ("outperforms", {EQUALS}, EQUALS),
        ("outperforms", {EQUALS, LOSES}, LOSES),  # what is farthest from it
        ("outperforms", {WINS, LOSES}, None),
        ("outperforms", {OPEN, LOSES}, None),
        ("outperforms", set(), None),
        ("underperforms", {WINS}, WINS),
        ("matches", {WINS}, WINS),
        ("matches", {LOSES}, LOSES),
        ("matches", {WINS, LOSES}, None),  # here better, there worse
        ("matches", {EQUALS, WINS}, None),
        ("outperforms", {NO_WIN}, NO_WIN),
        ("outperforms", {NO_LOSS}, None),
        ("outperforms", {NO_MATCH}, None),
        ("outperforms", {WINS, NO_WIN}, None),
        ("outperforms", {LOSES, NO_WIN}, LOSES),
        ("matches", {NO_MATCH}, NO_MATCH),
        ("matches", {NO_LOSS}, None),
        ("matches", {NO_WIN}, None),
        ("underperforms", {NO_WIN, EQUALS}, None),
        ("underperforms", {NO_MATCH, EQUALS}, None),
        ("underperforms", {NO_LOSS}, NO_LOSS),
        ("underperforms", {NO_WIN}, None),
        ("underperforms", {NO_MATCH}, None),
        ("best", {NO_WIN}, NO_WIN),
        ("not-best", {WINS}, WINS),
    ],
)
def test_contradicted(rank: str, found: set[Outcome], against: Outcome | None) -> None:
    words = {each: Word(each.name, each.name, each.name, 0, 1, 0, 0, False) for each in Outcome if each in found}
    assert contradicted(rank, words) is (None if against is None else words[against])


def test_a_sentence_too_long_to_be_read_says_nothing(make: Make) -> None:
    """It has no words, and so no part that a rank could be read from."""
    sentence = "Alba outperforms Borea " + "and so on " * 700 + "in recall."
    claim = {"kind": "ranking", "subject": "Alba", "baseline": "Borea", "metric": "recall", "rank": "underperforms"}
    quote = make(sentence, claim).papers[0].quotes[0]
    assert quote.sentence.line == ()
    sides = Sides(quote.sentence, quote.claims[0], "higher")
    assert told(sides) == {}
    assert against(sides.line, "underperforms", {}) is None
    assert not affirmed("underperforms", {})
