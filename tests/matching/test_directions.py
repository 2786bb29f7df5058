"""Which way a number of change goes: the limits of each rule of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.matching.denials import is_denied, with_denial
from claimcheck.matching.directions import stated_change
from claimcheck.matching.governing import gives_up
from claimcheck.matching.sentence import Sentence
from claimcheck.rules import registry
from claimcheck.runner import found_by
from claimcheck.text.render import render
from claimcheck.text.words import Word, words

Make = Callable[..., Dataset]
UP, DOWN = "increase", "decrease"


def a_claim(make: Make, sentence: str, **fields: str) -> ClaimInContext:
    kind = {"kind": "delta", "baseline": "unstated", "change": UP, "delta": "unstated"}
    (claim,) = make(sentence, {**kind, **fields}).papers[0].all_claims()
    return claim


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "change"),
    [
        # What goes up or down is named between the word and the number, or behind the later of them in the same clause.
        ("Alba cuts by 5% the errors of Borea.", "5%", "errors", DOWN),
        ("Alba cuts cost by 5%, and errors grow.", "5%", "errors", None),
        ("Alba cuts cost by 5% there, errors grow.", "5%", "errors", None),
        ("Errors fall where Alba cuts cost by 5%.", "5%", "errors", None),
        ("Alba cuts latency, errors and cost by 5%.", "5%", "cost", DOWN),
        ("We see a 5% reduction of errors.", "5%", "errors", DOWN),
        ("We see a 5% error reduction.", "5%", "errors", DOWN),
        ("We see a 5% reduction; errors fall.", "5%", "errors", None),
        # A word on either side: both say one thing, or they are of two clauses, or nothing is known.
        ("Alba gains 5% higher recall.", "5%", "recall", UP),
        ("Alba improves by 5% higher recall.", "5%", "recall", UP),
        ("Alba grows by a 5% gain in recall.", "5%", "recall", UP),
        ("Alba drops by a 5% degradation of recall.", "5%", "recall", DOWN),
        ("Alba reduces errors by 5% more.", "5%", "errors", None),
        ("On Meadow, Alba reduces cost by 5% more errors.", "5%", "errors", None),
        ("Alba reduces cost by 5% more errors, and wins.", "5%", "errors", None),
        ("Here, reducing cost by 5% more errors is good.", "5%", "errors", None),
        ("Alba reduces cost, and by 5% more recall it wins.", "5%", "recall", UP),
        ("Alba reduces, by 5% more recall, the cost.", "5%", "recall", UP),
        # Behind a number: nouns a few words on, comparatives at most one word on; nothing across a preposition or comma.
        ("It has 5% overall fewer errors.", "5%", "errors", DOWN),
        ("It has 5% on most fewer errors.", "5%", "errors", None),
        ("It has 5% test set fewer errors.", "5%", "errors", None),
        ("It has 5%, fewer errors come.", "5%", "errors", None),
        ("It has 5%, better recall comes.", "5%", "recall", None),
        ("It has 5% of gains in recall.", "5%", "recall", None),
        ("It has 5% less-known errors.", "5%", "errors", None),
        ("With 5% newly found test questions gains in recall are seen.", "5%", "recall", None),
        ("Alba has 5% on Aria and 3% more recall.", "5%", "recall", None),
        ("Alba has 3 times as much recall", "3 times", "recall", UP),
        ("Alba wins 3 times with much recall.", "3 times", "recall", None),
        ("Alba is 3 times as good as Borea in recall.", "3 times", "recall", None),
        ("Alba wins 3 times as, they say, much recall was seen.", "3 times", "recall", None),
        ("The latency of Alba is 5% below those of Borea.", "5%", "latency", DOWN),
        ("Alba takes 5% from those of Borea in recall.", "5%", "recall", None),
        # Before a number: right before it, or at the very beginning; a comma ends it but for "by 5%".
        ("Alba cuts 5% of errors.", "5%", "errors", DOWN),
        ("Reducing errors by 5% is good.", "5%", "errors", DOWN),
        ("Alba improved recall by 5%.", "5%", "recall", UP),
        ("Increased recall by 5% is such", "5%", "recall", UP),
        ("Alba raises recall, 5% of it.", "5%", "recall", None),
        ("Alba raises recall, precision nears 5%.", "5%", "precision", None),
        ("Alba raises recall, precision and more by 5%.", "5%", "precision", UP),
        ("Alba raises recall, precision and all that by an average of 5%.", "5%", "precision", UP),
        ("Alba has 5% errors in decline", "5%", "errors", None),  # what stands behind is not before
        ("Alba has 5% recall in improvement", "5%", "recall", None),
        # What is named by its change is not read: neither whether it rises, nor whether that is better.
        # where the subject is left out, it is the other way round
        ("Removing Alba drops recall by 5%.", "5%", "recall", None),
        ("The removal of Alba lowers recall by 5%.", "5%", "recall", None),
        ("Recall decreases by 5% without Alba.", "5%", "recall", None),
        ("Recall drops by 5% when Alba is removed.", "5%", "recall", None),
        ("Recall drops by 5% when Alba is.", "5%", "recall", "decrease"),
        ("Recall drops by 5% when Alba is used.", "5%", "recall", "decrease"),
        ("Recall drops by 5% without the help of Alba.", "5%", "recall", "decrease"),
        ("The recall of Alba then dropped by 5%.", "5%", "recall", "decrease"),
        ("Replacing Alba drops recall by 5%.", "5%", "recall", "decrease"),
        ("Alba reduces recall by 5% without Borea.", "5%", "recall", "decrease"),
        ("Without tuning, Alba raises recall by 5%.", "5%", "recall", "increase"),
        ("After removing noise Alba raises recall by 5%.", "5%", "recall", "increase"),
        # a factor of speed below one is a loss of it; what slows down takes longer
        ("Alba brings a 0.5x speedup in latency.", "0.5x", "latency", "increase"),
        ("Alba brings a 2x speedup in latency.", "2x", "latency", "decrease"),
        ("Alba brings a 1x speedup in latency.", "1x", "latency", "decrease"),
        ("Speedups of 0.5x in latency are seen.", "0.5x", "latency", "increase"),
        ("Alba brings a speedup of 0.5 in latency.", "0.5", "latency", "decrease"),  # a difference, and no factor
        ("Alba brings a 0.5x speedup.", "0.5x", "speedup", None),
        ("Alba slows down inference by 3x.", "3x", "inference latency", "increase"),
        ("Alba speeds up inference by 3x.", "3x", "inference latency", "decrease"),
        ("Alba goes down by 3x.", "3x", "latency", None),
        ("Alba slows down inference by 3x.", "3x", "inference latency", UP),
        ("Alba falls behind Borea by 5% in latency.", "5%", "latency", UP),
        ("Alba lags behind Borea by 5% in recall.", "5%", "recall", DOWN),
        ("Alba leads Borea by 5% in latency.", "5%", "latency", None),  # has it more of it, or is it better?
        ("Alba does not fall behind Borea by 5% in recall.", "5%", "recall", None),
        ("Alba is behind Borea by 5% in recall.", "5%", "recall", None),
        ("Latency falls by 5% there.", "5%", "latency", DOWN),
        ("Alba accelerates what is behind inference by 5%.", "5%", "latency", None),
        ("Alba brings up to a 2x speedup in latency.", "up to a 2x", "latency", DOWN),
        ("Alba brings a 0.5x to 2x speedup in latency.", "0.5x to 2x", "latency", DOWN),
        ("Alba brings a 0.5% speedup in latency.", "0.5%", "latency", DOWN),
        ("Alba lowers the speedup by 5%.", "5%", "speedup", None),
        ("Alba makes 0.5x fewer errors.", "0.5x", "errors", DOWN),
        ("Alba raises the drop of 5% in recall.", "5%", "recall", DOWN),
        ("Cutting improves recall by 5%.", "5%", "recall", UP),
        # "As fast" is said of a factor; of a percentage it would be less.
        ("Alba has up to 3 times as much recall as Borea.", "up to 3 times", "recall", UP),
        ("Alba has 0.5 times as much recall as Borea.", "0.5 times", "recall", DOWN),
        ("Alba has 1.5x the recall of Borea.", "1.5x", "recall", UP),
        ("Alba has 1x the recall of Borea.", "1x", "recall", None),
        ("Alba has 0.5x the recall of Borea.", "0.5x", "recall", DOWN),
        ("Alba has 0.5x of the recall of Borea.", "0.5x", "recall", DOWN),
        ("The recall of Alba is 0.5x of the best one.", "0.5x", "recall", DOWN),
        ("Alba has 1.5x of the recall of Borea.", "1.5x", "recall", None),
        ("Alba runs in 0.5x of recall tasks.", "0.5x", "recall", None),
        ("Alba has 40% as much recall as Borea.", "40%", "recall", None),
        # What is left of less than a hundred is less, if it is of the metric.
        ("Alba retains 40% of the recall of Borea.", "40%", "recall", DOWN),
        ("Alba retains 40% of the recall of Borea.", "40%", "memory", None),
        ("In memory, Alba retains 40% of the recall of Borea.", "40%", "memory", None),
        ("Alba retains 40% of the recall of Borea on Aria, and on Cora has less memory.", "40%", "memory", None),
        ("Alba needs 100% of the memory of Borea.", "100%", "memory", None),
        ("Alba needs 90% to 110% of the memory of Borea.", "90% to 110%", "memory", None),
        ("Alba needs 3x of the memory of Borea.", "3x", "memory", None),
        # What goes up or down may stand before the word that says so, as its subject or with a noun; not as the subject of something else.
        ("The recall of Alba comes at 3% higher cost.", "3%", "recall", None),
        ("The recall of Alba comes with a 3% increase in cost.", "3%", "recall", None),
        ("Without Borea, the recall of Alba drops by 3%.", "3%", "recall", None),
        ("The recall of Alba drops by 3%.", "3%", "recall", DOWN),
        ("The recall of Alba sees a reduction of 3%.", "3%", "recall", DOWN),
        ("The recall of Alba sees an overall drop of 3%.", "3%", "recall", DOWN),
        ("The recall of Alba sees drops of 3%.", "3%", "recall", DOWN),
        ("The recall of Alba wants a drop of 3%.", "3%", "recall", None),
        ("The recall asks for a reduction by 3%.", "3%", "recall", None),
        ("We see recall drops of 3%.", "3%", "recall", DOWN),
        ("We see top recall drops of 3%.", "3%", "top recall", DOWN),
        ("Of less recall, reductions of 3% in cost are seen.", "3%", "recall", None),
        ("The cost of recall sees a drop of 3%.", "3%", "recall", None),
        ("The recall is high, and the cost drops by 3%.", "3%", "recall", None),
        ("The recall, with Alba, drops by 3%.", "3%", "recall", None),
        ("The recall when tuned drops by 3%.", "3%", "recall", None),
        ("The latency with Alba drops by 3%.", "3%", "latency", DOWN),
        # … or be compared by a word behind the number.
        ("The recall of Alba is 3% higher than that of Borea.", "3%", "recall", UP),
        ("The recall of Alba is about 3% higher for all.", "about 3%", "recall", UP),
        ("The recall of Alba is roughly 3% higher, as said.", "roughly 3%", "recall", UP),
        ("The recall of Alba is 3% higher", "3%", "recall", UP),
        ("The recall of Alba is 3% and 5% higher.", "3%", "recall", UP),
        ("The recall of Alba is 3% higher cost for users.", "3%", "recall", None),
        ("With recall 3% higher in all, it wins.", "3%", "recall", UP),
        ("With recall and cost 3% higher in all, it wins.", "3%", "recall", None),
        ("With recall, 3% higher in all, it wins.", "3%", "recall", None),
        ("The recall of Alba is, 3% higher than that of Borea.", "3%", "recall", None),
        ("The recall of Alba has 3% higher than that of Borea.", "3%", "recall", None),
        ("The recall of Alba is 3%, higher than that of Borea.", "3%", "recall", None),
        ("Unlike Borea, the recall of Alba is 3% lower than that of Cora.", "3%", "recall", None),
        ("3% higher in cost, Alba wins in recall", "3%", "recall", None),
        ("With recall, an average 3% higher in all, it wins.", "3%", "recall", None),
        ("The recall of Alba is consistently 3% higher.", "3%", "recall", UP),
        ("The recall of Alba is an overall 3% higher.", "3%", "recall", UP),
        # What may be won or lost, where less is better, nobody knows.
        ("Alba loses 3% in latency.", "3%", "latency", None),
        ("Alba gains 3% in latency.", "3%", "latency", None),
        ("Alba loses 3% in recall.", "3%", "recall", DOWN),
        # An adjective is so behind "more" and "less" alone.
        ("Alba lowers noise and recall by 5%.", "5%", "recall", DOWN),
        ("Compared with Borea it is 5% more accurate", "5%", "accuracy", UP),
        ("It is 5% less accurate on new tasks.", "5%", "accuracy", DOWN),
        ("It is 5% more accurate, says the paper.", "5%", "accuracy", UP),
        ("It is 5% more highly accurate.", "5%", "accuracy", None),
        ("It gets 5% more, accurate as it is.", "5%", "accuracy", None),
        ("It gets 5% more highly, accurate as it is.", "5%", "accuracy", None),
        ("It gives 5% more accurate answers.", "5%", "answers", UP),
        ("It gives 5% more accurate.", "5%", "answers", None),
        ("It is 3x more memory-efficient.", "3x", "memory", DOWN),
        ("It gives 3x more memory-efficient training.", "3x", "memory", DOWN),
        ("It is 3x more memory-efficient.", "3x", "recall", None),
        ("It is 3x more memory-intensive.", "3x", "memory", None),
        ("It is 3x more efficient.", "3x", "memory", None),
        ("With memory more efficient by 3x it wins.", "3x", "memory", None),
        ("The latency with Alba is 5% above that of Borea.", "5%", "latency", "increase"),
        ("As latency counts, with Alba it is 5% above that of Borea.", "5%", "latency", None),
        ("Alba gives up 5% recall.", "5%", "recall", "decrease"),
        ("Alba gives up to 5% recall.", "up to 5%", "recall", None),  # "up to" is of the number
        ("Alba gives 5% recall.", "5%", "recall", None),
        ("Alba is up 5% recall.", "5%", "recall", None),
        ("Alba raises compression by 5%.", "5%", "compression", None),
        ("Alba improves the compression quality by 5%.", "5%", "compression quality", None),
        # "Faster" and "cheaper" say it of speed and cost alone.
        ("It has 5% faster speed.", "5%", "speed", UP),
        ("It has 5% slower speed.", "5%", "speed", DOWN),
        ("It has 5% cheaper cost.", "5%", "cost", DOWN),
        ("It has 5% pricier cost.", "5%", "cost", UP),
        ("It has 5% faster recall.", "5%", "recall", None),
        ("It has 5% slower recall.", "5%", "recall", None),
        ("It has 5% cheaper recall.", "5%", "recall", None),
        ("It has 5% pricier recall.", "5%", "recall", None),
        # How it was done is not what changed.
        ("By reducing memory, Alba moves recall by 5%.", "5%", "memory", None),
        ("We win by reducing memory by 5%.", "5%", "memory", DOWN),
        ("Cutting cost, latency and errors by 5% is what it is for", "5%", "errors", DOWN),
        ("By us cutting cost, latency and errors by 5% is tried.", "5%", "errors", DOWN),
        # A negation counts where it stands before the word, three words at most.
        ("Alba does not in fact reduce errors by 5%.", "5%", "errors", None),
        ("Not reducing errors by 5% is bad.", "5%", "errors", None),
        ("With not one of its peers Alba reduces errors by 5%.", "5%", "errors", DOWN),
        ("Alba reduces errors by 5%, not cost.", "5%", "errors", DOWN),
        # What is lost for something else.
        ("It costs only 3% in accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("Here, costing 3% accuracy, it wins.", "3%", "accuracy", DOWN),
        ("It wins at the cost of 3% accuracy.", "3%", "accuracy", DOWN),
        ("It wins at the cost, of 3% accuracy.", "3%", "accuracy", None),
        ("It improves speed at the cost of only 3% accuracy.", "3%", "accuracy", DOWN),
        ("It improves speed at the expense of a 3% accuracy.", "3%", "accuracy", DOWN),
        ("It improves speed at the price of 3% of the accuracy.", "3%", "accuracy", None),
        ("It improves accuracy of cost by 3% in accuracy.", "3%", "accuracy", UP),
        # what shrinks to it is itself a difference
        ("The lead in accuracy shrinks to 3%.", "3%", "accuracy", None),
        ("The lead in accuracy shrinks by 3%.", "3%", "accuracy", DOWN),
        ("Then accuracy shrinks to 3%.", "3%", "accuracy", DOWN),
        ("It wins at the cost of, say, 3% accuracy.", "3%", "accuracy", None),
        ("It wins with sacrifices of 3% accuracy.", "3%", "accuracy", None),
        ("It wins at an expense 3% accuracy.", "3%", "accuracy", None),
        ("It costs 3% of the accuracy.", "3%", "accuracy", None),
        ("It wins without costing 3% accuracy.", "3%", "accuracy", None),
        ("It never costs 3% accuracy.", "3%", "accuracy", None),
        ("Never said we that it costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% recall.", "3%", "accuracy", None),
        ("The accuracy costs 3% recall.", "3%", "accuracy", None),
        ("It costs 3%, accuracy says.", "3%", "accuracy", None),
        ("It costs 3% cost.", "3%", "cost", None),
        ("It costs 3% there, accuracy says.", "3%", "accuracy", None),
        ("Costing 3% accuracy, it wins.", "3%", "accuracy", DOWN),
        ("3% accuracy is what it costs", "3%", "accuracy", None),
        ("It costs, 3% accuracy.", "3%", "accuracy", None),
        ("It has low-cost 3% accuracy.", "3%", "accuracy", None),
        ("Cutting costs 3% more accuracy.", "3%", "accuracy", None),
        ("Never costing 3% accuracy, it wins.", "3%", "accuracy", None),
        ("It is never said it costs 3% accuracy.", "3%", "accuracy", None),
        ("Never said that it costs 3% accuracy.", "3%", "accuracy", DOWN),
        ("It costs 3% accuracy and not time.", "3%", "accuracy", DOWN),
        ("Of 3% accuracy it is the cost", "3%", "accuracy", None),
        ("Alba raises recall by (5%).", "5%", "recall", UP),
        ("Alba cuts errors by 3% and 5% more recall.", "3%", "recall", None),
        # A list goes on with what governs its first number.
        ("Alba raises recall by 3%, 5% and 7%.", "5%", "recall", UP),
        ("Alba raises recall by 3%, 5% and 7%.", "7%", "recall", UP),
        ("Alba cuts errors by 5% on X, 7% on Y.", "7%", "errors", DOWN),
        ("Alba cuts errors by 3%, 5% more recall.", "5%", "recall", UP),
        ("Alba raises recall by (3% / 5%).", "5%", "recall", UP),
        ("Alba raises recall by 3% there, with precision nearing 5%.", "5%", "recall", None),
    ],
)  # fmt: skip
def test_stated_change(sentence: str, value: str, metric: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric=metric)
    assert claim.value_at is not None
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


@pytest.mark.parametrize(
    ("sentence", "value", "word"),
    [
        ("Alba has 0.5x of its former recall.", "0.5x", "its"),
        ("Alba has 3x the recall of Borea.", "3x", "the"),
        ("Alba has 3x as much recall.", "3x", "much"),
    ],
)
def test_the_word_behind_a_factor_is_told(sentence: str, value: str, word: str, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric="recall")
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert found is not None
    assert found[1].text == word


RISING = (
    "increase increases increased increasing raise raises raised raising rise rises rose rising grow grows grew growing climb climbs climbed "
    "climbing elevate elevates elevated elevating lift lifts lifted lifting soar soars soared soaring surge surges surged surging jump jumps "
    "jumped jumping widen widens widened widening extend extends extended extending prolong prolongs prolonged prolonging lengthen lengthens "
    "lengthened lengthening improve improves improved improving enhance enhances enhanced enhancing advance advances advanced advancing boost "
    "boosts boosted boosting outperform outperforms outperformed outperforming exceed exceeds exceeded exceeding surpass surpasses surpassed "
    "surpassing beat beats beating lead leads leading led gain gains gained gaining adds added"
).split()
FALLING = (
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering cut cuts cutting drop drops dropped "
    "dropping decline declines declined declining shrink shrinks shrank shrinking fall falls fell falling dip dips dipped dipping slip slips "
    "slipped slipping plummet plummets plummeted plummeting plunge plunges plunged plunging tumble tumbles tumbled tumbling erode erodes eroded "
    "eroding diminish diminishes diminished diminishing trim trims trimmed trimming slash slashes slashed slashing curtail curtails curtailed "
    "curtailing shorten shortens shortened shortening narrow narrows narrowed narrowing save saves saved saving degrade degrades degraded "
    "degrading worsen worsens worsened worsening deteriorate deteriorates deteriorated deteriorating underperform underperforms underperformed "
    "underperforming trail trails trailed trailing lag lags lagged lagging hurt hurts lose loses losing lost"
).split()


@pytest.mark.parametrize(("verb", "change"), [*((verb, UP) for verb in RISING), *((verb, DOWN) for verb in FALLING)])
def test_verbs_of_change(verb: str, change: str, make: Make) -> None:
    claim = a_claim(make, f"They {verb} its recall by 5% there.", value="5%", metric="recall")
    found = stated_change(claim.quote.sentence, claim, Vocabulary())
    assert found is not None
    assert found[0] == change


@pytest.mark.parametrize(
    ("noun", "change"),
    [
        *((noun, UP) for noun in "increase increases rise rises growth jump jumps surge surges lift lifts uplift uplifts gain gains boost".split()),
        *((noun, UP) for noun in "boosts improvement improvements enhancement enhancements overhead overheads advantage advantages lead".split()),
        *((noun, UP) for noun in "leads edge".split()),
        *((noun, DOWN) for noun in "reduction reductions decrease decreases drop drops decline declines saving savings".split()),
        *((noun, DOWN) for noun in "degradation degradations deterioration loss losses deficit penalty cut cuts".split()),
    ],
)  # fmt: skip
def test_nouns_of_change(noun: str, change: str, make: Make) -> None:
    for sentence in (f"It has a 5% recall {noun}.", f"It has a 5% {noun} in recall."):
        claim = a_claim(make, sentence, value="5%", metric="recall")
        found = stated_change(claim.quote.sentence, claim, Vocabulary())
        assert found is not None
        assert found[0] == change


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "change"),
    [
        # nouns that say it of what they name alone
        ("It has a 5% packet loss there.", "5%", "recall", None),
        ("It has a 5% recall loss rate.", "5%", "recall", None),
        ("It has a 5% packet loss, and recall.", "5%", "recall", None),
        ("Of all recall, it has a 5% packet loss.", "5%", "recall", None),
        ("Its recall comes with a 5% packet loss.", "5%", "recall", None),
        ("It has a 5% recall loss.", "5%", "recall loss", None),
        ("It has a 5% recall loss reduction.", "5%", "recall loss", DOWN),
        # far from another
        ("It is 5% ahead of Borea in recall.", "5%", "recall", UP),
        ("It is 5% behind Borea in recall.", "5%", "recall", DOWN),
        ("It is 5% behind doors in recall.", "5%", "recall", None),
        ("Its recall is 5% below Borea.", "5%", "recall", DOWN),
        ("Its recall is 5% above chance.", "5%", "recall", None),
        ("Its recall is 5% above", "5%", "recall", None),
        *((f"Its recall is 5% above {rival} there.", "5%", "recall", UP) for rival in "the baseline baselines previous prior state human".split()),
        ("Its recall is 5% above that of Borea.", "5%", "recall", UP),
        ("Its recall is 5% above those of Borea.", "5%", "recall", UP),
        # "lead" and "up" with "by"
        ("It leads to recall by 5%.", "5%", "recall", None),
        ("It trails the lead in recall by 5%.", "5%", "recall", None),
        ("It leads recall at 5%.", "5%", "recall", None),
        ("It leads others in recall by 5%.", "5%", "recall", UP),
        ("Raising recall it went ahead by 5%.", "5%", "recall", None),  # in what?
        ("Raising recall went ahead by 5%.", "5%", "recall", None),
        *((f"Recall {verb} up by 5%.", "5%", "recall", UP) for verb in "go goes going went gone is are was were".split()),
        ("Recall went down by 5%.", "5%", "recall", DOWN),
        ("Recall went down at 5%.", "5%", "recall", None),
        ("Recall is made up by 5%.", "5%", "recall", None),
        # behind the comma that parts it from what it is said of
        ("It reaches 84% recall, 5% higher than before.", "5%", "recall", UP),
        ("It reaches 84% recall, 5% higher in all.", "5%", "recall", None),
        ("It reaches 84% recall; 5% higher than before.", "5%", "recall", None),
        ("It halves the errors, a reduction of 5%.", "5%", "errors", DOWN),
        ("It moves the errors, an increase of 5%.", "5%", "errors", UP),
        ("Errors, a reduction of 5%, are seen.", "5%", "errors", DOWN),
        ("It is new, a reduction of 5%, as errors are.", "5%", "errors", None),
        ("Errors are seen, cost reductions of 5% are not.", "5%", "errors", None),
        ("Errors 5% higher in all are seen.", "5%", "errors", UP),
        ("It halves the errors, an average reduction of 5%.", "5%", "errors", None),
        ("An increase of 5% there.", "5%", "errors", None),
    ],
)  # fmt: skip
def test_far_from_another(sentence: str, value: str, metric: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric=metric, better="higher")
    found = stated_change(claim.quote.sentence, claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "change"),
    [
        *((f"It has 3x {what} memory of Borea.", "3x", "memory", UP) for what in "the its that those".split()),
        ("It has 0.5x the memory of Borea.", "0.5x", "memory", DOWN),
        ("It has half the memory of Borea.", "half", "memory", DOWN),
        ("It has a third of the memory of Borea.", "a third", "memory", DOWN),
        ("It has 3x of the memory of Borea.", "3x", "memory", None),
        ("It has 3x a memory.", "3x", "memory", None),
        ("The cost of it is 3x that of Borea.", "3x", "cost", UP),
        ("The cost of it is a third of that of Borea.", "a third", "cost", DOWN),
        ("It has 3x the memory of Borea.", "3x", "recall", None),
        # as many as
        *((f"It is 3x as {much} there.", "3x", "size", UP) for much in "large big".split()),
        ("It is 3x as small there.", "3x", "size", DOWN),
        ("It is half as large there.", "half", "size", DOWN),
        ("It is half as small there.", "half", "size", UP),
        ("It takes 3x as long there.", "3x", "time", UP),
        ("It takes 3x as short there.", "3x", "time", DOWN),
        ("It makes 3x as few errors.", "3x", "errors", DOWN),
        ("It has 3x as little memory.", "3x", "memory", DOWN),
        ("It has 3x as low error.", "3x", "error", DOWN),
        ("It is 3x as cheap there.", "3x", "cost", DOWN),
        ("It is 3x as expensive there.", "3x", "cost", UP),
        ("It is 3x as costly there.", "3x", "cost", UP),
        ("It is 3x as expensive there.", "3x", "recall", None),
        ("It is half as fast there.", "half", "latency", UP),
        ("It brings a speedup of 0.5 in latency.", "0.5", "latency", UP),
        ("It has 40% as much recall as Borea.", "40%", "recall", None),
        # a vague number is no factor that is known
        ("It makes thousands fewer errors.", "thousands", "errors", DOWN),
        ("It makes hundreds to thousands fewer errors.", "hundreds to thousands", "errors", DOWN),
        # what a word names by itself
        ("It is 3x smaller.", "3x", "size", DOWN),
        ("It is 3x larger.", "3x", "parameters", UP),
        ("It is 3x bigger than Borea.", "3x", "footprint", UP),
        ("It runs 3x longer.", "3x", "duration", UP),
        ("It runs 3x shorter.", "3x", "length", DOWN),
        ("It has 3x smaller errors.", "3x", "size", None),
        ("It is 3x smaller.", "3x", "recall", None),
        # verbs that multiply
        *((f"They {verb} the memory of Borea.", verb, "memory", DOWN) for verb in "halve halves halved halving".split()),
        *((f"They {verb} the memory of Borea.", verb, "memory", UP) for verb in "double doubles doubled doubling triple triples".split()),
        *((f"They {verb} the memory of Borea.", verb, "memory", UP) for verb in "tripled tripling quadruple quadruples quadrupled".split()),
        ("They are quadrupling the memory of Borea.", "quadrupling", "memory", UP),
        ("The memory is halved.", "halved", "memory", DOWN),
        ("It never halves the memory of Borea.", "halves", "memory", None),
        ("It halves memory.", "halves", "memory", DOWN),
        ("It cuts cost, halves memory, and wins.", "halves", "memory", DOWN),
        ("It cuts cost and halves memory.", "halves", "memory", DOWN),
        ("The memory is low; it halves cost.", "halves", "memory", None),
        ("It halves the gap in recall to Borea.", "halves", "recall", None),
        ("It halves the gap in recall to Borea.", "halves", "gap in recall", DOWN),
        ("It halves memory, and recall grows.", "halves", "recall", None),
        ("It halves it.", "halves", "€", None),
        ("Without Alba it halves the memory.", "halves", "memory", None),
    ],
)  # fmt: skip
def test_factors(sentence: str, value: str, metric: str, change: str | None, make: Make) -> None:
    ratio = {"kind": "ratio", "baseline": "unstated", "change": UP, "value": value, "metric": metric}
    (claim,) = make(sentence, ratio).papers[0].all_claims()
    found = stated_change(claim.quote.sentence, claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Alba is outperformed in recall by 5%.", DOWN),
        ("Alba Two is outperformed in recall by 5%.", DOWN),
        ("The second is outperformed in recall by 5%.", DOWN),  # as the sentence calls it
        ("Alba is outperformed by 5% in recall, says the paper on Alba.", DOWN),
        ("Borea is outperformed by Alba in recall by 5%.", DOWN),  # it is Borea that has less
        ("Others are outperformed by Alba in recall by 5%.", UP),
        ("Borea is outperformed in recall by 5%.", None),  # by whom?
    ],
)
def test_who_was_beaten(sentence: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value="5%", metric="recall", baseline="Borea", subject_as="the second")
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


def test_what_is_named_by_its_change_may_say_which_is_better(make: Make) -> None:
    """Then "improves" is read; whether "raises" is of the change or of what changes is not known even so."""
    for verb, change in (("improves", UP), ("raises", None)):
        claim = a_claim(make, f"Alba {verb} compression by 5%.", value="5%", metric="compression", better="higher")
        found = stated_change(Sentence(claim.quote), claim, Vocabulary())
        assert (found[0] if found is not None else None) == change


@pytest.mark.parametrize("sentence", ["It costs 3% there.", "Alba sees a drop of 3%.", "Alba is 3% higher than Borea."])
def test_a_metric_without_words_is_not_named(sentence: str, make: Make) -> None:
    claim = a_claim(make, sentence, value="3%", metric="€", better="higher")
    assert stated_change(Sentence(claim.quote), claim, Vocabulary()) is None


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It sacrifices recall for speed.", True),
        ("At the expense of recall it is fast.", True),
        ("It costs some recall.", True),
        ("It has recall and speed.", False),
    ],
)
def test_something_is_given_up(sentence: str, told: bool, make: Make) -> None:
    assert gives_up(Sentence(a_claim(make, sentence).quote)) == told


@pytest.mark.parametrize("value", ["5%", "several"])
def test_no_number_no_change(value: str, make: Make) -> None:
    """The value stands nowhere, or is a word that says no number."""
    claim = a_claim(make, "Alba raises recall by several points.", value=value, metric="recall")
    assert stated_change(Sentence(claim.quote), claim, Vocabulary()) is None


DELTA = {
    "kind": "delta",
    "delta": "unstated",
    "change": "increase",
    "metric": "errors",
    "value": "5%",
    "baseline": "Borea",
}


@pytest.mark.parametrize(
    ("sentence", "claim", "field"),
    [
        ("Alba reduces errors by 5% here.", DELTA, "change"),
        # Its own sign says that it is a decrease; of one that rises it says nothing.
        ("Alba raises scores on cats and, by -0.3, on dogs.", {**DELTA, "metric": "scores", "value": "-0.3", "change": "decrease"}, None),
        ("Alba raises scores on cats and, by +0.3, on dogs.", {**DELTA, "metric": "scores", "value": "+0.3", "change": "decrease"}, "change"),
        ("Alba lowers scores on cats and, by -0.3, on dogs.", {**DELTA, "metric": "scores", "value": "-0.3", "change": "increase"}, "change"),
        ("Alba raises scores on cats and, by 0.0, on dogs.", {**DELTA, "metric": "scores", "value": "0.0", "change": "decrease"}, "change"),
        # What is measured is no change; with two values these tell.
        ("Alba reduces errors by 5% here.", {"kind": "result", "change": "increase", "metric": "errors", "value": "5%", "baseline": "Borea"}, None),
        ("Alba reduces errors by 5% from 9% here.", {**DELTA, "baseline_value": "9%"}, None),
        # Told from the other side, and the number turned with it.
        ("Borea makes 3x fewer passes than Alba.", {"kind": "ratio", "change": "increase", "metric": "passes", "value": "3x", "baseline": "Borea"}, None),
        ("Borea makes 3x fewer passes than Alba.", {"kind": "ratio", "change": "decrease", "metric": "passes", "value": "3x", "baseline": "Borea"}, "subject"),
        # So is an outcome: what is said of the one is then said of the other.
        ("Borea is less accurate than Alba.", {"kind": "ranking", "rank": "outperforms", "metric": "accuracy", "baseline": "Borea"}, None),
        ("Borea is less accurate than Alba.", {"kind": "ranking", "rank": "underperforms", "metric": "accuracy", "baseline": "Borea"}, "rank"),
        # A rank without a baseline is one, too.
        ("Alba is worst in recall.", {"kind": "ranking", "rank": "best", "metric": "recall"}, "rank"),
        ("Alba is best in recall.", {"kind": "ranking", "rank": "best", "metric": "recall"}, None),
        ("Alba is best in recall.", {"kind": "ranking", "rank": "not-best", "metric": "recall"}, "rank"),
    ],
)  # fmt: skip
def test_which_field_is_contradicted(sentence: str, claim: dict[str, object], field: str | None, make: Make) -> None:
    found = list(found_by(registry()["direction-contradicted"], make(sentence, claim), {}))
    assert [each.field for each in found] == ([] if field is None else [field])


def line_and_word(sentence: str, word: str) -> tuple[tuple[Word, ...], int]:
    line = words(render(sentence))
    return line, next(index for index, each in enumerate(line) if each.low == word)


@pytest.mark.parametrize(
    ("sentence", "word", "denied"),
    [
        ("Alba does not improve it.", "improve", True),
        ("Alba doesn't improve it.", "improve", True),
        ("Alba doesn’t improve it.", "improve", True),
        ("Not improving it is bad.", "improving", True),
        ("Alba does not really even improve it.", "improve", True),
        ("Alba is not really, even improving it.", "improving", False),
        ("Alba is not the best.", "best", True),
        ("Alba is not even the best.", "best", True),
        ("Not of these is the best.", "best", False),
        ("Alba is not, improving it.", "improving", None),
        ("Alba does improve it.", "improve", False),
        ("Improve it not.", "improve", False),
        # "not only" denies nothing.
        ("Alba does not only improve it.", "improve", False),
        ("Alba does not merely improve it.", "improve", False),
        ("Alba does only improve it.", "improve", False),
        ("Only improve it, or not", "improve", False),
        ("Improve it, or only", "improve", False),
        ("Alba never merely improves it.", "improves", False),
        ("Only improving it is bad.", "improving", False),
        # Failing, and never failing.
        ("Alba fails to improve it.", "improve", True),
        ("Fails to improve it.", "improve", True),
        ("To improve it, or to fail", "improve", False),
        ("Alba never fails to improve it.", "improve", False),
        ("Alba wants to improve it.", "improve", False),
        ("Never failing to improve it, Alba wins.", "improve", False),
        ("Fails to improve it, or will never", "improve", True),
        ("Where Alba fails it improves much.", "improves", False),
        # "no" of some words; before others it leaves it open.
        ("Alba brings no gain there.", "gain", True),
        ("Alba no longer improves it.", "improves", True),
        ("Alba no more improves it.", "improves", None),
        ("Running it longer improves it.", "improves", False),
        ("No tuning improves it.", "improves", None),
        ("Really improving it is good.", "improving", False),
        ("Hardly improving it is bad.", "improving", True),
        ("Improving it is done not early", "improving", False),
        ("Alba brings no new gain there.", "gain", None),
        ("Alba with no tuning improves it.", "improves", None),
        ("Alba with no such tuning improves it.", "improves", False),
    ],
)
def test_words_that_are_denied(sentence: str, word: str, denied: bool | None) -> None:
    assert is_denied(*line_and_word(sentence, word)) is denied


@pytest.mark.parametrize(
    ("sentence", "word", "shown"),
    [
        ("Alba does not improve it.", "improve", "not improve"),
        ("Alba doesn't ever improve it.", "improve", "doesn't ever improve"),
        ("Alba fails to improve it.", "improve", "fails to improve"),
        ("Alba brings no gain there.", "gain", "no gain"),
        ("Not improving it, or not", "improving", "Not improving"),
        ("Alba does improve it.", "improve", "improve"),
        ("Alba does not ever even still always improve it.", "improve", "not ever even still always improve"),
        ("Alba doesn’t improve it, and never did, or will not", "improve", "doesn’t improve"),
        ("It is not that Alba doesn't improve it.", "improve", "doesn't improve"),
        ("It is not that Alba does improve it.", "improve", "improve"),
        # … also where that stands farther off.
        ("Alba outperforms it in none of these.", "outperforms", "outperforms it in none"),
        ("Instead of outperforming it Alba is new.", "outperforming", "Instead of outperforming"),
    ],
)
def test_denials_are_shown(sentence: str, word: str, shown: str) -> None:
    line, index = line_and_word(sentence, word)
    assert with_denial(line, line[index]) == shown


@pytest.mark.parametrize(
    ("sentence", "value", "change"),
    [
        ("Alba does not raise recall by 3%.", "3%", UP),
        ("Alba does not raise recall by 3%, 5% and 7%.", "5%", UP),
        ("Alba halves recall.", "halves", None),
        ("Alba raises recall by 3%, 5% and 7%.", "5%", None),
        ("Alba raises recall by 3%.", "3%", None),
        ("Alba does not fall behind Borea by 3% in recall.", "3%", DOWN),
        ("Alba falls behind Borea by 3% in recall.", "3%", None),
        ("It costs 3% recall.", "3%", None),
        ("Alba fails to raise recall, moving precision by 3%.", "3%", None),
    ],
)
def test_changes_that_are_denied(sentence: str, value: str, change: str | None, make: Make) -> None:
    claim = a_claim(make, sentence, value=value, metric="recall")
    found = stated_change(Sentence(claim.quote), claim, Vocabulary(), denied=True)
    assert (found[0] if found is not None else None) == change
