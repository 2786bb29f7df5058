"""What the words at a number make of it: the size of a change, a level, an aggregate, a hedge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.matching.aggregates import Aggregates
from claimcheck.matching.hedges import governing_hedge
from claimcheck.matching.kinds import Kinds
from claimcheck.matching.proofs import proved
from claimcheck.matching.sentence import Sentence

Make = Callable[..., Dataset]


def found(sentence: str, number: str, make: Make, metric: str = "accuracy") -> tuple[str | None, str | None]:
    """The word of change and the word of a level at a number."""
    paper = make(sentence).papers[0]
    (quote,) = paper.quotes
    kinds = Kinds(Sentence(quote))
    at = next(at for at in quote.numbers if number in paper.numbers[at].text)
    change, level = kinds.change(at, paper.numbers[at].unit), kinds.level(at, metric)
    return change.text if change else None, level.text if level else None


@pytest.mark.parametrize(
    ("sentence", "number", "change", "level"),
    [
        # "by" behind a word of change, however far back it stands in the sentence
        ("Alba outperforms Borea by an average of 5%.", "5%", "by", None),
        ("Alba improves accuracy on Harbour by 5% and, on Meadow, by 7%.", "7%", "by", None),
        ("Alba is improved by 5% there.", "5%", "by", None),
        # "by" of something else
        ("Alba is followed by 31% for Borea.", "31%", None, None),
        ("Alba was chosen by 62% of raters.", "62%", None, None),
        ("Alba is outperformed by 3 parsers.", "3", None, None),
        ("Alba improves. It was chosen by 62% of raters.", "62%", None, None),
        ("Alba improves; by 62% it is chosen.", "62%", None, None),
        ("Alba improves it by about, 5% here.", "5%", None, None),
        ("Alba improves it by, in all, 5% here.", "5%", None, None),
        ("Alba improves it by, another 5% here.", "5%", None, None),
        ("Alba improves it by another, 5% here.", "5%", None, None),
        ("Alba, improves by 5% here.", "5%", "by", None),
        ("By 5% it improves.", "5%", None, None),
        ("Recall by 5% is what we improve.", "5%", None, None),
        ("Alba improves it, followed by 31% there.", "31%", None, None),
        ("Another 5% it is that we improve by.", "5%", None, None),
        ("Improved by 5%, it wins.", "5%", "by", None),
        ("Alba is improved by 5 ms.", "5", None, None),
        ("Alba improves by 5 ms.", "5", "by", None),
        (f"Alba improves{13 * ' x'} by 5% here.", "5%", "by", None),  # fourteen words back
        (f"Alba improves{14 * ' x'} by 5% here.", "5%", None, None),
        ("Alba, the ever-improving, wins by 5% here.", "5%", None, None),
        ("Alba achieves 5% sharper peaks there.", "5%", None, None),
        ("Alba achieves 5% lead there.", "5%", None, None),
        ("Alba achieves 5% accuracy variation there.", "5%", None, None),
        ("Alba achieves 5% reduced accuracy there.", "5%", None, None),
        ("Alba achieves 5% less accuracy there.", "5%", "less", None),
        ("Alba achieves 5% improved accuracy there.", "5%", None, None),
        ("Alba achieves 5% masked accuracy there.", "5%", None, "achieves"),
        # under which condition something is told
        *((f"{word} 3x the data, Alba wins.", "3x", None, None) for word in ("With", "Using", "Given")),
        ("Trained on 3x the data, Alba wins.", "3x", None, None),
        ("Alba needs 3x the data of Borea.", "3x", "the", None),
        ("3x the data it takes.", "3x", "the", None),
        # a noun of change, where it ends what the number belongs to
        ("We see a 12% average improvement on Harbour.", "12%", "improvement", None),
        ("We see a 12% improvement relative to Borea.", "12%", "improvement", None),
        ("We see a 12% gain relative error.", "12%", None, None),
        ("We see a 12% relative error reduction.", "12%", "reduction", None),
        ("We see a 12% improvement without any training.", "12%", "improvement", None),
        ("We see a 12% improvement.", "12%", "improvement", None),
        ("We see a 12% reduction rate there.", "12%", None, None),
        ("We see gains of up to 12% there.", "12%", "gains", None),
        ("The probability of improvement of 95% is high.", "95%", None, None),
        ("The share of 40% increases to 60%.", "40%", None, None),
        ("We see 40% increases in recall.", "40%", "increases", None),
        ("The share of 40% increases from 5 here.", "40%", None, None),
        ("The share of 40% increases by 5 here.", "40%", None, None),
        ("We see a 40% gain-like one.", "40%", None, None),
        ("We see 40% improvements to recall.", "40%", "improvements", None),
        ("Alba achieves 5% sharper accuracy there.", "5%", None, None),
        ("We see a 40% multi-gain.", "40%", None, None),
        ("We see a 40% gain rate.", "40%", None, None),
        ("We see a 40% gain by 5 parsers.", "40%", "gain", None),
        ("We lose 40%, gains are there.", "40%", "lose", None),
        ("We see a 40% gain, it says.", "40%", "gain", None),
        ("We see a 40% long one two-fold recall gain.", "40%", None, None),  # five words on
        ("We see gains of another 12% there.", "12%", "gains", None),
        ("We see gains of an additional 12% there.", "12%", "gains", None),
        ("We see gains, of another 12% there.", "12%", None, None),
        ("We see gains of, another 12% there.", "12%", None, None),
        ("We see gains of another, 12% there.", "12%", None, None),
        ("Gains of 12% are there.", "12%", "Gains", None),
        ("The gains of 12% are there.", "12%", "gains", None),
        ("Gains of 12% are what we speak of.", "12%", "Gains", None),
        ("Of gains of 12% we hear.", "12%", None, None),
        ("A part of gains of 12% we hear.", "12%", None, None),
        ("The gain of 12% is there.", "12%", "gain", None),
        ("Of 12% that was said, we see gains.", "12%", None, None),
        ("The multi-gain of 12% is there.", "12%", None, None),
        # the verb right before a share
        ("It lost a 5% share.", "5%", None, None),
        ("It lost an 8% share.", "8%", None, None),
        ("It lost the 5% share.", "5%", None, None),
        ("It re-cut 5% there.", "5%", None, None),
        ("It cut 5%, of which half is new.", "5%", "cut", None),
        ("It gives Alba 5% there.", "5%", None, None),
        ("It has 5% above their Alba.", "5%", None, None),
        ("It has 5% BELOW par.", "5%", None, None),
        # comparatives
        ("Alba needs 74% less compute.", "74%", "less", None),
        ("Alba is 3x faster.", "3x", "faster", None),
        ("Alba needs 3x more compute.", "3x", "more", None),
        ("Alba is 5% more accurate than Borea.", "5%", "more", None),
        ("Alba has 5% more accurate parts.", "5%", "more", None),
        ("Alba has 5 more parts than Borea.", "5", None, None),
        ("It is 5% above that of Borea.", "5%", "above", None),
        ("It is 5% below those of Borea.", "5%", "below", None),
        ("It is 5% above Borea.", "5%", "above", None),
        ("Alba needs 40% more compute.", "40%", "more", None),
        ("Among the top 5% better parsers it is one.", "5%", None, None),
        ("Alba needs 74%, less than Borea.", "74%", None, None),
        ("Alba has 74% less.", "74%", "less", None),
        ("Alba has 74%.", "74%", None, None),
        ("5% better parsers are it.", "5%", "better", None),
        ("5% better parsers are best.", "5%", "better", None),
        # levels
        ("Alba reaches the 85% on Aria.", "85%", None, "reaches"),
        ("Alba reaches the (85%) on Aria.", "85%", None, None),
        ("Alba reaches, 85% on Aria.", "85%", None, None),
        ("Reaching 85% on Aria, it wins.", "85%", None, "Reaching"),
        ("85% on Aria is what we reach.", "85%", None, None),
        ("The 85% on Aria is what we reach.", "85%", None, None),
        ("Alba reaches 85%.", "85%", None, "reaches"),
        ("Alba reaches 85% recall.", "85%", None, "reaches"),
        ("Alba reaches 85% here.", "85%", None, None),
        ("Alba reaches 85% (Aria) there.", "85%", None, None),
        ("Alba reaches 85% (on Aria) there.", "85%", None, "reaches"),
        ("Alba reaches 85% over Borea.", "85%", None, None),
        ("Alba reaches 85%, as it says.", "85%", None, "reaches"),
        ("Alba reaches 85% overall accuracy there on Aria.", "85%", None, "reaches"),
        ("Alba reaches 85% overall accuracy there again on Aria.", "85%", None, None),
        ("Alba reaches 85% throughput on Aria.", "85%", None, None),
        ("Alba reaches 85% and 31% gains.", "85%", None, None),
        ("Alba reaches 85% on Aria and Borea reads 31%.", "85%", None, "reaches"),
        ("Alba reaches 85% on Aria, and 31% on Meadow.", "85%", None, None),
        ("Alba reaches 85% to another 31%.", "85%", None, None),
        ("Alba reaches 85% recall and 31% accuracy.", "85%", None, "reaches"),
        ("Gains reach 85% on Aria.", "85%", None, None),
        ("Alba reaches 85% on Aria, a gain.", "85%", None, "reaches"),
        ("It is a gain; reaching 85% on Aria is good.", "85%", None, "reaching"),
        ("Its gain is good; it reaches 85% on Aria.", "85%", None, "reaches"),
        ("Its gain is good, it reaches 85% on Aria.", "85%", None, None),
        ("Its gain is good, it reaches 85% recall on Aria.", "85%", None, "reaches"),
        ("Beating Borea, it reaches 85% on Aria.", "85%", None, None),
        ("Alba improves recall to the 85% there.", "85%", None, "to"),
        ("Alba improves recall to the (85%) there.", "85%", None, None),
        ("Alba improves recall to, 85% there.", "85%", None, None),
        ("Alba improves recall, to 85% there.", "85%", None, "to"),
        ("Improving recall to 85%, it wins.", "85%", None, "to"),
        ("Recall to 85% is what it improves.", "85%", None, None),
        ("To 85% it improves.", "85%", None, None),
        ("We increase recall to 85% there.", "85%", None, "to"),
        ("Alba improves recall to 85% gain.", "85%", "gain", None),
        ("Alba improves recall to 85% recall drop.", "85%", "drop", None),
        ("Alba improves recall due to 85% of it.", "85%", None, None),
        ("Alba is an ever-improving parser to 85% there.", "85%", None, None),
        ("Alba improves the gap to 85% there.", "85%", None, None),
        (f"Alba improves{6 * ' x'} to 85% there.", "85%", None, "to"),  # seven words back
        (f"Alba improves{7 * ' x'} to 85% there.", "85%", None, None),
        ("Alba improves, so recall goes to 85% there.", "85%", None, None),
        ("Recall of 71% is there.", "71%", None, "Recall"),
        ("Of 71% is the recall.", "71%", None, None),
        ("Alba has a recall, of 71%.", "71%", None, None),
        ("Alba has a recall of, 71%.", "71%", None, None),
        ("Alba has a better recall of 71%.", "71%", None, None),
        ("Alba has a gain and a recall of 71%.", "71%", None, "recall"),
        ("Alba has a recall of 71% change.", "71%", None, None),
        ("Alba achieves 80% accuracy versus 70% for Borea.", "80%", None, "achieves"),
        ("Alba reaches 85% on Harbour.", "85%", None, "reaches"),
        ("Its gains reach 85% on Harbour.", "85%", None, None),
        ("Alba achieves 5% accuracy over Borea.", "5%", None, None),
        ("Alba achieves 5% accuracy gains.", "5%", "gains", None),
        ("We achieve 64%, 31% and 22% improvements.", "64%", None, None),
        ("We achieve 64% (Aria) and 22% (Bolt) improvements.", "64%", None, None),
        ("Alba has a recall of 71%.", "71%", None, "recall"),
        ("Alba has an increase in recall of 71%.", "71%", None, None),
        ("Alba improves accuracy to 85%.", "85%", None, "to"),
        ("Alba improves accuracy, which leads to 85% there.", "85%", None, None),
        ("Alba reduces it, compared to 85% before.", "85%", None, None),
        ("Alba is a suite of 400 tasks.", "400", None, None),
    ],
)
def test_change_or_level(sentence: str, number: str, change: str | None, level: str | None, make: Make) -> None:
    assert found(sentence, number, make) == (change, level)


MOVING = (
    "increase increases increased increasing raise raises raised raising rise rises rose rising grow grows grew growing climb climbs climbed "
    "climbing elevate elevates elevated elevating lift lifts lifted lifting soar soars soared soaring surge surges surged surging jump jumps "
    "jumped jumping widen widens widened widening extend extends extended extending prolong prolongs prolonged prolonging lengthen lengthens "
    "lengthened lengthening double doubles doubled doubling triple triples tripled tripling quadruple quadruples quadrupled quadrupling "
    "reduce reduces reduced reducing decrease decreases decreased decreasing lowers lowered lowering cut cuts cutting drop drops dropped "
    "dropping decline declines declined declining shrink shrinks shrank shrinking fall falls fell falling dip dips dipped dipping slip slips "
    "slipped slipping plummet plummets plummeted plummeting plunge plunges plunged plunging tumble tumbles tumbled tumbling erode erodes eroded "
    "eroding diminish diminishes diminished diminishing trim trims trimmed trimming slash slashes slashed slashing curtail curtails curtailed "
    "curtailing shorten shortens shortened shortening narrow narrows narrowed narrowing halve halves halved halving "
    "improve improves improved improving enhance enhances enhanced enhancing advance advances advanced advancing boost boosts boosted boosting "
    "degrade degrades degraded degrading worsen worsens worsened worsening deteriorate deteriorates deteriorated deteriorating"
).split()
TAKING = (
    "trail trails trailed trailing lag lags lagged lagging hurt hurts save saves saved saving gain gains gained gaining lose loses losing lost "
    "adds added accelerate accelerates accelerated accelerating speeds sped speeding slows slowed slowing decelerates decelerated"
).split()
BEATING = (
    "outperform outperforms outperformed outperforming beaten bested exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing "
    "beat beats beating underperform underperforms underperformed underperforming"
).split()


@pytest.mark.parametrize("verb", [*MOVING, *TAKING, *BEATING, "lower"])
def test_by_how_much(verb: str, make: Make) -> None:
    assert found(f"They {verb} recall by 5% here.", "5%", make)[0] == "by"
    assert found(f"They {verb} recall, at 5% here.", "5%", make)[0] is None


@pytest.mark.parametrize("verb", [*MOVING, *TAKING, "sacrifices", "sacrificed", "sacrificing"])
def test_verbs_right_before_a_share(verb: str, make: Make) -> None:
    """ "Emissions fell 42%" tells how far; what is behind an article, "42% of the layers" and a bound do not."""
    assert found(f"They {verb} nearly 5% there.", "5%", make)[0] == verb
    assert found(f"It is the {verb} 5% there.", "5%", make)[0] is None
    assert found(f"They {verb} 5% of the layers.", "5%", make)[0] is None
    assert found(f"They {verb} 5 layers.", "5", make)[0] is None


@pytest.mark.parametrize("bound", ["below", "above", "under", "beyond"])
def test_what_ends_at_a_bound_is_no_difference(bound: str, make: Make) -> None:
    assert found(f"It falls {bound} 5% there.", "5%", make)[0] is None


@pytest.mark.parametrize("verb", [*MOVING, "brings", "bring", "brought", "bringing"])
def test_where_it_ends(verb: str, make: Make) -> None:
    assert found(f"We {verb} recall to 85% there.", "85%", make)[1] == "to"


def nouns() -> list[str]:
    return (
        "increase increases rise rises growth jump jumps surge surges reduction reductions decrease decreases drop drops decline declines saving "
        "savings improvement improvements enhancement enhancements speedup speedups acceleration gain gains boost boosts uplift uplifts lift "
        "lifts degradation degradations deterioration"
    ).split()


@pytest.mark.parametrize("noun", nouns())
def test_nouns_of_change(noun: str, make: Make) -> None:
    assert found(f"It has a 5% {noun} here and there.", "5%", make)[0] is None
    assert found(f"It has a 5% {noun} in recall.", "5%", make)[0] == noun
    assert found(f"It has some {noun} of 5% there.", "5%", make)[0] == noun


@pytest.mark.parametrize("low", "increase rise cut drop fall decline boost lift jump surge dip slip".split())
def test_what_is_kept_small_is_no_level(low: str, make: Make) -> None:
    assert found(f"Alba limits the recall {low} to 5% there.", "5%", make)[1] is None


@pytest.mark.parametrize("who", "we they to can may will".split())
def test_who_cuts(who: str, make: Make) -> None:
    assert found(f"It is that {who} cut recall to 5% there.", "5%", make)[1] == "to"


def of_metric(sentence: str, value: str, metric: str, make: Make) -> str | None:
    """The word of change at a number for a claim with this metric."""
    paper = make(sentence).papers[0]
    at = next(at for at in paper.quotes[0].numbers if value in paper.numbers[at].text)
    word = Kinds(Sentence(paper.quotes[0])).change(at, paper.numbers[at].unit, metric)
    return word.text if word else None


@pytest.mark.parametrize(
    "noun",
    "loss losses cut cuts advantage advantages margin margins gap gaps difference differences lead leads edge deficit overhead overheads penalty "
    "premium".split(),
)
def test_nouns_of_difference_where_they_say_of_what(noun: str, make: Make) -> None:
    assert of_metric(f"It has a 5% recall {noun} there.", "5%", "recall", make) is None
    assert of_metric(f"It has a 5% recall {noun}.", "5%", "recall", make) == noun
    assert of_metric(f"It has a 5% {noun} over Borea in recall.", "5%", "recall", make) == noun
    assert of_metric(f"It has a 5% {noun}, and recall.", "5%", "recall", make) is None
    assert of_metric(f"It has a 5% packet {noun}.", "5%", "recall", make) is None
    assert of_metric(f"It has a 5% recall {noun}.", "5%", f"recall {noun}", make) is None


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "word"),
    [
        ("It leads Borea by 5%.", "5%", "recall", "by"),
        ("They lead Borea by 5%.", "5%", "recall", "by"),
        ("It is leading Borea by 5%.", "5%", "recall", "by"),
        ("It led Borea by 5%.", "5%", "recall", "by"),
        ("It leads to trust by 5%.", "5%", "recall", None),
        ("Costs go down by 5%.", "5%", "cost", "by"),
        ("Cost goes down by 5%.", "5%", "cost", "by"),
        ("Cost is going up by 5%.", "5%", "cost", "by"),
        ("Cost went up by 5%.", "5%", "cost", "by"),
        ("Cost has gone up by 5%.", "5%", "cost", "by"),
        ("Cost is up by 5%.", "5%", "cost", "by"),
        ("It is made up by 5% of them.", "5%", "cost", None),
        ("It needs 5% more memory.", "5%", "memory", "more"),
        ("It needs 5% more memory.", "5%", "extra memory", None),
        ("It needs 5% more memory.", "5%", "additional memory", None),
        ("It needs 5% more memory.", "5%", "more memory", None),
        ("It needs 5% more memory.", "5%", "further memory", None),
        ("It needs 5 more books.", "5", "books", None),
        ("It has 5% packet loss.", "5%", "lost packets", None),
        ("It has a 5% top-1 accuracy loss.", "5%", "accuracy", "loss"),
        ("It has a 5% trade-loss in accuracy.", "5%", "accuracy", None),
        ("It has a 5% dev accuracy loss.", "5%", "accuracy", "loss"),
        ("It has a 5% dev loss.", "5%", "loss", None),
        ("It has a 5% loss there, accuracy is high.", "5%", "accuracy", None),
        ("In accuracy it has a 5% loss.", "5%", "accuracy", None),
        ("It gives up 5% recall.", "5%", "recall", "up"),
        ("It give up 5% recall.", "5%", "recall", "up"),
        ("Giving up 5% recall, it wins.", "5%", "recall", "up"),
        ("It gave up 5% recall.", "5%", "recall", "up"),
        ("It goes up 5% there.", "5%", "recall", None),
        ("It loses 5 points of recall.", "5 points", "recall", "loses"),
        ("It is 5% ahead of Borea.", "5%", "recall", "ahead"),
        ("It is 5% ahead there.", "5%", "recall", None),
        ("It holds 5% more or less.", "5%", "recall", None),
        ("It is 5% behind closed doors.", "5%", "recall", None),
        *((f"It is there {verb} 85% ahead of Borea.", "85%", "recall", None) for verb in ("reaching", "scores", "scored", "at", "with")),
        ("It is 5% behind Borea.", "5%", "recall", "behind"),
        ("It is 5% below Borea.", "5%", "recall", "below"),
        ("It is 5% below chance.", "5%", "recall", None),
        ("It is 5% above", "5%", "recall", None),
        ("It is 5%, above Borea.", "5%", "recall", None),
        ("It is 5 above Borea.", "5", "recall", None),
        *((f"It is 5% above {rival} there.", "5%", "recall", "above") for rival in ("the", "baseline", "baselines", "previous", "prior", "state", "human")),
        *((f"It needs 3x {what} memory of Borea.", "3x", "memory", what) for what in ("the", "that", "those", "its", "as")),
        ("It needs 3x memory of Borea.", "3x", "memory", None),
        ("It needs 5% the memory of Borea.", "5%", "memory", None),
        ("It wins by a margin of 5%, improving it.", "5%", "recall", None),
        ("It improves recall by a margin of 5%.", "5%", "recall", "by"),
        ("It brings recall down to 5%.", "5%", "recall", None),
    ],
)  # fmt: skip
def test_differences_of_a_metric(sentence: str, value: str, metric: str, word: str | None, make: Make) -> None:
    assert of_metric(sentence, value, metric, make) == word


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("It brings recall down to 5%.", "to"),
        ("It brings, down there, recall to 5%.", None),
        ("It brings recall to 5% from there.", "to"),
        ("It cuts recall down to 5%.", "to"),
        ("It cuts down recall to 5%.", None),
        ("It cuts recall to 5% of that of Borea.", None),
        ("It cuts recall to 5% of all.", "to"),
        ("It cuts recall to 5% in the end.", "to"),
        ("It cuts recall to 5% of all that we had.", "to"),
        ("Recall fell to 5% there.", "to"),
        ("Recall rose to 5% there.", "to"),
        ("Then recall increased to 5% there.", "to"),
        ("We increase recall to 5% there.", "to"),
        ("An increase in recall to 5% is seen.", None),
        # what grows may be a difference all the time
        *(
            (f"With data the {what} in recall grows to 5%.", None)
            for what in "gap gaps margin margins difference differences".split()
        ),
        *(
            (f"The {what} in recall grows to 5%.", None)
            for what in "disparity advantage lead deficit edge gain improvement penalty".split()
        ),
        ("The gap is here, and recall grows to 5%.", "to"),
        ("The gap was seen as recall grows to 5%.", None),
        ("The gap raises recall to 5%.", "to"),
        ("Recall grows to 5% of all, and the gap is here.", "to"),
    ],
)
def test_down_to_a_level(sentence: str, level: str | None, make: Make) -> None:
    assert found(sentence, "5%", make)[1] == level


def test_a_heap_of_what_is_counted(make: Make) -> None:
    """A count is told as one where the metric names the things."""
    assert found("Alba is a suite of 400 tasks.", "400", make, "tasks") == (None, "suite")
    for other in (
        "Alba is a suite of 400 more tasks.",
        "Alba is a suite of, 400 tasks.",
        "Alba is a gain over the suite of 400 tasks.",
        "Of 400 tasks it is a suite.",
        "Alba is a set in 400 tasks.",
        "Alba is a part of 400 tasks.",
        "Alba is a suite of 400 task changes.",
        "Alba is a suite of 400 games.",
    ):
        assert found(other, "400", make, "tasks") == (None, None)
    assert found("A suite of 400 tasks is it.", "400", make, "tasks") == (None, "suite")
    assert found("A suite of 400 hard tasks is it.", "400", make, "tasks") == (None, "suite")
    assert found("It achieves 80.8% alignment here.", "80.8%", make, "alignment") == (None, "achieves")
    assert found("It is a gain in a suite, of 400 tasks.", "400", make, "tasks") == (None, "suite")
    assert found("Suite of 400 tasks: Alba.", "400", make, "tasks") == (None, "Suite")
    assert found("It is a gain, as a suite of 400 tasks.", "400", make, "tasks") == (None, "suite")


def test_what_says_no_number(make: Make) -> None:
    paper = make("Alba retains several of the gains.").papers[0]
    kinds = Kinds(Sentence(paper.quotes[0]))
    assert (kinds.change(0, None), kinds.level(0, ""), kinds.kept(0, "gains")) == (None, None, None)
    assert (kinds.share(0, "gains"), kinds.differs(0)) == (None, False)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("It retains 97% of the recall.", "retains"),
        ("It keeps the 97% of the recall.", "keeps"),
        ("Keeping 97% of the recall, it wins.", "Keeping"),
        ("By this, retaining 97% of the recall is easy.", "retaining"),
        ("It retains 97% recall.", None),
        ("It retains 97%.", None),
        ("It retains, 97% of the recall.", None),
        ("It retains the, 97% of the recall.", None),
        ("It retains 97%, of which half is new.", None),
        ("It reads 97% of the recall.", None),
        ("97% of the recall is what we retain.", None),
        ("The 97% of the recall is what we retain.", None),
        # What takes a share of the metric, and what something is cut to.
        ("It needs 40% of the recall time.", "needs"),
        ("It needs only 40% of the time.", None),
        ("It needs 40% of that.", None),
        ("It needs 40% of recall time.", None),
        ("With 40% of its recall it wins.", "With"),
        ("It cuts recall to 40% of that of Alba.", "to"),
        ("It cuts recall to 40% of all.", None),
        ("It comes to 40% of the recall.", None),
        ("It improves, up to 40% of the recall.", None),
        ("It raises what corresponds to 40% of the recall.", None),
        ("It cuts recall by 40% of that of Alba.", None),
        ("It needs 40% of", None),
        ("It needs 40% of recall that it has.", None),
        ("It retains 40% of", "retains"),
        ("It cuts recall, which comes to 40% of that.", None),
        ("It cuts recall amounting to 40% of that of Alba.", None),
        ("It cuts the recall of all this that was so often seen there to 40% of that of Alba.", "to"),
        ("It needs 40% of the time, and recall is high.", None),
        ("It needs 40% of the time of all that is of any use for what is called recall.", "needs"),
    ],
)
def test_a_share_that_is_kept(sentence: str, verb: str | None, make: Make) -> None:
    paper = make(sentence).papers[0]
    word = Kinds(Sentence(paper.quotes[0])).kept(0, "recall")
    assert (word.text if word else None) == verb


@pytest.mark.parametrize(
    ("sentence", "metric", "told"),
    [
        ("It reaches 97% of the accuracy of Alba.", "accuracy", True),
        ("It reaches 97% of its zero-shot accuracy of 2019.", "zero-shot accuracy", True),
        ("It reaches 97% of accuracy of late.", "accuracy", False),  # not everybody says "97% accuracy"
        ("It reaches 97% of the accuracy.", "accuracy", False),
        ("It reaches 97% of the accuracy, of which", "accuracy", False),
        ("It reaches 97% of the test accuracy of Alba.", "accuracy", False),
        ("It solves 97% of the tasks of Alba.", "share of tasks", False),
        ("It reaches 97% of the", "accuracy", False),
        ("It reaches 97% of the accuracy of Alba.", "€", False),
        ("It reaches 97% of that of Alba.", "accuracy", True),
        ("It reaches 97% of those of Alba.", "accuracy", True),
        ("It reaches 97% of that in Alba.", "accuracy", False),
        ("It reaches 97% of that, of Alba.", "accuracy", False),
        ("It reaches 97%, of that of Alba.", "accuracy", False),
        ("It reaches 97% as that of Alba.", "accuracy", False),
        ("They reach 97% of their accuracy of 2019.", "accuracy", True),
        ("They reach 97% of an accuracy of 2019.", "accuracy", False),
        ("They reach 97% as the accuracy of 2019.", "accuracy", False),
        ("They reach 97% of the accuracy in Alba.", "accuracy", False),
        ("They reach 97% of the test of Alba.", "accuracy", False),
        ("They reach 97% of the of Alba.", "€", False),
    ],
)
def test_a_share_of_another(sentence: str, metric: str, told: bool, make: Make) -> None:
    found = Kinds(Sentence(make(sentence).papers[0].quotes[0])).share(0, metric)
    assert (found.text if found else None) == ("of" if told else None)


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("It has an improvement.", True),
        ("It has gains.", True),
        ("It has a gap.", True),
        ("It is higher.", True),
        ("It has more.", True),
        ("It improves.", True),
        ("It adds 5.", True),
        ("It returns 5.", True),
        ("It differs.", True),
        ("It is variable.", True),
        ("It reaches 5.", False),
        ("Alba reads 5 books there.", False),
    ],
)
def test_whether_a_change_may_be_told(sentence: str, tells: bool, make: Make) -> None:
    assert Kinds(Sentence(make(sentence).papers[0].quotes[0])).tells_change() is tells


@pytest.mark.parametrize(
    ("sentence", "number", "said"),
    [
        ("There are average gains of 3.0% and up to 8.0%.", "3.0%", {"mean"}),
        ("There are average gains of 3.0% and up to 8.0%.", "8.0%", {"max"}),
        ("It gains an average of 3.0% there.", "3.0%", {"mean"}),
        ("It has a median latency of 5 ms.", "5", {"median"}),
        ("It yields a 3% absolute average improvement.", "3%", {"mean"}),
        ("It yields a 3% average absolute gain.", "3%", {"mean"}),
        ("It has 18% tokens of the mentor on average.", "18%", {"mean"}),
        ("It gains 5% on Aria and on average 3% elsewhere.", "5%", set()),
        ("It gains at least 5% there.", "5%", {"min"}),
        ("It has 40 tasks, totaling 30 runs.", "30", {"total"}),
        # a measure's name says nothing on the number
        ("It has a mean squared error of 5 there.", "5", set()),
        ("The average user sees it on 5 tasks.", "5", set()),
    ],
)
def test_aggregates(sentence: str, number: str, said: set[str], make: Make) -> None:
    paper = make(sentence).papers[0]
    (quote,) = paper.quotes
    at = next(at for at in quote.numbers if number in paper.numbers[at].text)
    assert set(Aggregates(quote).of(at)) == said


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("It can lead to a 12% gain.", "can"),
        ("It may significantly improve recall by 12%.", "may"),
        ("It can choose among 12% of tools.", None),
        ("Alba, which can improve Borea, gains 12%.", None),
        ("It can improve Borea, and gains 12%.", None),
        ("Alba gains 12% where it can improve.", None),
    ],
)
def test_hedges(sentence: str, hedge: str | None, make: Make) -> None:
    (claim,) = make(sentence, {"value": "12%"}).papers[0].all_claims()
    word = governing_hedge(Sentence(claim.quote), claim)
    assert (word.text if word else None) == hedge


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "kind"),
    [
        ("It improves from 0.114 to 0.328 (+187%).", "+187%", "recall", "relative"),
        ("It improves from 70% to 75% (+5%).", "+5%", "accuracy", "absolute"),
        ("It improves from 0.50 to 0.55 (+5%).", "+5%", "accuracy", "absolute"),
        ("It improves from 0.50 to 0.55 (+7%).", "+7%", "accuracy", None),
        ("It improves from 99.5% to 100% (+0.5%).", "+0.5%", "accuracy", None),  # both, within rounding
        ("It improves from 0 to 5 (+5%).", "+5%", "accuracy", None),  # no share of nothing
        ("It falls from 80% to 60% (25%).", "25%", "accuracy", "relative"),
        ("It falls from 80% to 60% (20%).", "20%", "accuracy", "absolute"),
        ("It falls from 1 to 0.5 (50% there).", "50%", "accuracy", None),  # both: half, and fifty points
        ("It rises from 10 to 11 (8% → 12%).", "8% → 12%", "accuracy", None),
        ("It rises from 60 to 66, or (10%).", "10%", "accuracy", None),
        ("It fell in 2000-2010 (0.5%).", "0.5%", "accuracy", None),  # no values of it
        ("It rises by 10 to 11 points, to 5 (10%).", "10%", "accuracy", None),
        ("It falls by 33.4% (to 0.0571 s).", "33.4%", "delay", "relative"),
        ("On 5% of it, it falls by 33.4% (to 0.0571 s).", "33.4%", "delay", "relative"),
        ("It falls by 33.4% (to what it has, 0.0571 s).", "33.4%", "delay", None),
        ("It has 50% (2%) there.", "2%", "accuracy", None),  # no change of it
        ("It falls by 33 ms there.", "33 ms", "latency", None),
        ("It falls by 33.4% there.", "33.5%", "latency", None),
        ("It falls by 33.4% (to 5x).", "33.4%", "delay", None),
        ("It falls by 33.4% (to 5 pp).", "33.4%", "delay", None),
        ("It falls by 33.4% (to 5).", "33.4%", "delay", None),
        ("It falls by 33.4% (as GPT-4 does).", "33.4%", "delay", None),
        ("It falls by 33.4% to 0.0571 s.", "33.4%", "delay", None),
        ("It falls by 33.4% (to 71.2%).", "33.4%", "delay", None),
        ("It falls by 33.4% there.", "33.4%", "latency", "relative"),
        ("It falls by 33.4% there.", "33.4%", "memory utilization", None),
        ("It falls by 33.4% there.", "33.4%", "accuracy", None),
    ],
)
def test_what_proves_the_kind_of_a_difference(
    sentence: str, value: str, metric: str, kind: str | None, make: Make
) -> None:
    (claim,) = make(sentence, {"value": value, "metric": metric}).papers[0].all_claims()
    assert proved(claim) == kind


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("It goes up by 10% (to 66 ms).", "up by 10% (to 66 ms)", "relative"),
        ("It goes up by 10% (to 66 ms).", "up by 10%", None),
        ("It goes from 60 to 66 (10%).", "from 60 to 66 (10%)", "relative"),
        ("It goes from 60 to 66 (10%).", "10%", None),
    ],
)
def test_only_numbers_of_the_quote_prove_it(text: str, quote: str, kind: str | None, make: Make) -> None:
    (claim,) = make(quote, {"value": "10%", "metric": "delay"}, abstract=text).papers[0].all_claims()
    assert proved(claim) == kind


@pytest.mark.parametrize(
    ("sentence", "open_"),
    [
        ("Alba prolongs battery life by 5% there.", True),
        ("Battery life is prolonged by up to 5% there.", True),
        ("Alba was chosen by 5% of the raters.", False),
        ("Alba leads, followed by 5% for Borea.", False),
        ("Of 5% they speak, and of the overhead", False),
        ("Here the overhead is 5% there.", False),
        ("By 5% it was said.", False),
        ("Alba gives an additional 5% in recall.", True),
        ("Alba gives another 5% here.", True),
        ("Another 5% of the cases are new.", False),
        ("Alba takes 5% off the latency.", True),
        ("Alba takes 5%, off the record.", False),
        ("Alba stays within 5% of Borea.", True),
        ("Alba stays within 5% there.", False),
        ("Alba comes at a 5% overhead.", True),
        ("Alba enjoys a 5% recall edge over Borea.", True),
        ("Alba has a 5% edge rate there.", False),
        ("Alba comes with an overhead of only 5% there.", True),
        ("Alba comes with a share of only 5% there.", False),
        ("Of 5% it is known.", False),
        ("Alba avoids 5% of the crashes.", True),
        ("Alba reads 5% of the crashes.", False),
        ("Alba has 5%.", False),
    ],
)
def test_what_may_be_a_difference_whatever_the_verb(sentence: str, open_: bool, make: Make) -> None:
    (quote,) = make(sentence).papers[0].quotes
    assert Kinds(Sentence(quote)).differs(quote.numbers[0]) == open_


@pytest.mark.parametrize("verb", ["climbs", "dips", "slipped", "plummeted", "tumbles"])
def test_verbs_that_move_by_and_to(verb: str, make: Make) -> None:
    assert found(f"With Alba, recall {verb} by 5% there.", "5%", make) == ("by", None)
    assert found(f"With Alba, recall {verb} to 5% there.", "5%", make) == (None, "to")
