"""What the words of a sentence say of a number: absolute or relative, up or down, and which side won."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.matching.deltas import Cues
from claimcheck.matching.directions import stated_change
from claimcheck.matching.sentence import Sentence
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]


def only_claim(dataset: Dataset) -> ClaimInContext:
    (claim,) = dataset.papers[0].all_claims()
    return claim


@pytest.mark.parametrize(
    ("sentence", "number", "clear", "doubtful"),
    [
        ("It yields a 3.37% absolute average improvement.", "3.37%", {"absolute"}, set()),
        ("It yields only a 0.49% average absolute gain with 3x the data.", "0.49%", {"absolute"}, set()),
        ("There are relative improvements of 9.2% to 19.3% on eight tasks.", "9.2% to 19.3%", {"relative"}, set()),
        # "less" stands behind its number, and is no other's.
        ("It needs 74% less compute and improves by 11.6% on tasks.", "74%", {"relative"}, set()),
        ("It needs 74% less compute and improves by 11.6% on tasks.", "11.6%", set(), set()),
        ("It needs 40% more memory.", "40%", {"relative"}, set()),
        # More of a quality may be either; of an amount it is a share.
        ("It is 40% more accurate.", "40%", set(), {"relative"}),
        ("It has 5% higher accuracy.", "5%", set(), {"relative"}),
        ("It falls to 18% of the cost.", "18%", set(), {"relative"}),
        ("It gains 5% relative to the baseline.", "5%", set(), {"relative"}),
        # What ends like a comparative need not be one.
        ("It falls by 40% under load.", "40%", set(), set()),
        ("It falls by 40% after training.", "40%", set(), set()),
        # Lists: a cue before is for what follows, one behind for what went before.
        ("We see absolute gains of 5% on X and 7% on Y.", "7%", {"absolute"}, set()),
        ("We see gains of 5%, 7% and 9% absolute.", "5%", {"absolute"}, set()),
        ("We gain 1.3%/2.4% (A) and 1.9%/1.8% (B) relative improvement.", "1.3%", {"relative"}, set()),
        ("It gains 5% absolute and 12% relative.", "12%", {"relative"}, set()),
        ("An absolute gain of 5% (12% relative).", "5%", {"absolute"}, set()),
        ("An absolute gain of 5% (12% relative).", "12%", {"relative"}, set()),
        ("It gains 2.5 and 3.1 BLEU points.", "2.5", {"absolute"}, set()),
        # Names and measures are no cues; points of other kinds are not, either.
        ("The mean absolute error falls by 8.1%.", "8.1%", set(), set()),
        ("A relative error reduction of 12% is seen.", "12%", {"relative"}, set()),
        ("Group Relative Policy Optimization gains 5%.", "5%", set(), set()),
        ("Of all data points, 5% more or so are lost.", "5%", {"relative"}, set()),
        ("At these operating points it gains 5%.", "5%", set(), set()),
    ],
)
def test_delta_cues(sentence: str, number: str, clear: set[str], doubtful: set[str], make: Make) -> None:
    dataset = make(sentence)
    quote = dataset.papers[0].quotes[0]
    cues = Cues(Sentence(quote))
    (at,) = (at for at in quote.numbers if dataset.papers[0].numbers[at].text == number)
    found = cues.of(at, dataset.papers[0].numbers[at])
    assert {cue.delta for cue in found if cue.clear} >= clear
    assert ({found[0].delta} if found and found[0].clear else set()) == clear  # the nearest says it
    assert {cue.delta for cue in found if not cue.clear} == doubtful


@pytest.mark.parametrize(
    ("sentence", "value", "metric", "better", "change"),
    [
        # Verbs before the number, as far as its clause goes.
        ("Alba reduces decoding errors by 5%.", "5%", "decoding errors", None, "decrease"),
        ("Alba raises recall by an average of 5%.", "5%", "recall", None, "increase"),
        ("Alba improves recall, precision and coverage by 5%.", "5%", "coverage", "higher", "increase"),
        ("Alba improves perplexity by 3.", "3", "perplexity", None, "decrease"),
        ("Alba improves delay by 3%.", "3%", "delay", "lower", "decrease"),
        ("Alba outperforms Borea by 79.6%.", "79.6%", "quality", "higher", "increase"),
        ("Alba degrades accuracy by 2%.", "2%", "accuracy", None, "decrease"),
        # Nouns on either side, comparatives behind.
        ("We see an improvement of 5% in accuracy.", "5%", "accuracy", None, "increase"),
        ("We see a 5% average accuracy gain.", "5%", "accuracy", None, "increase"),
        ("It takes 3-5x fewer interactions.", "3-5x", "interactions", None, "decrease"),
        ("It takes over 3x more compute.", "over 3x", "compute", None, "increase"),
        (
            "It matches the speed with 74% less compute and improves recall by 11.6%.",
            "74%",
            "compute",
            None,
            "decrease",
        ),
        (
            "It matches the speed with 74% less compute and improves recall by 11.6%.",
            "11.6%",
            "recall",
            None,
            "increase",
        ),
        # Lists go on.
        ("It cuts errors by 5% on X and by 7% on Y.", "7%", "errors", None, "decrease"),
        ("It has average gains of 3.0% and up to 8.0%.", "up to 8.0%", "accuracy", None, "increase"),
        ("It has 5.8% and 1.5% improvement of recall.", "5.8%", "recall", None, "increase"),
        # In doubt nothing.
        ("Alba improves taste by 5%.", "5%", "taste", None, None),  # nobody knows which taste is better
        ("Alba cuts training time by 30%.", "30%", "speed", None, None),  # something else goes down
        ("Alba brings an error reduction of 5%.", "5%", "error reduction", "higher", None),  # named by the change
        # A gain is one by any name, where the claim says which values are the better ones.
        ("Alba brings a 5% gain in efficiency.", "5%", "efficiency", "higher", "increase"),
        ("Alba brings a 5% gain in efficiency.", "5%", "efficiency", None, None),
        ("Alba does not reduce recall by 5%.", "5%", "recall", None, None),
        ("Alba reduces the gap in recall by 5%.", "5%", "recall", None, None),
        ("By reducing memory, Alba wins in recall by 5%.", "5%", "recall", None, None),
        ("While reducing cost, the recall of Alba is 5% ahead.", "5%", "recall", None, None),
        ("The improved model reads 5% of errors.", "5%", "errors", None, None),
        ("Alba is a lower-bound model at 5%.", "5%", "bound", None, None),
        ("Alba improves X; recall moves by 5%.", "5%", "recall", None, None),
        ("Alba exceeds Borea by 5%.", "5%", "errors", None, None),  # of errors, "exceeds" may be meant either way
    ],
)
def test_stated_change(
    sentence: str, value: str, metric: str, better: str | None, change: str | None, make: Make
) -> None:
    fields = {"kind": "delta", "baseline": "unstated", "change": "increase", "delta": "unstated"}
    dataset = make(sentence, {**fields, "metric": metric, "value": value, **({"better": better} if better else {})})
    claim = only_claim(dataset)
    assert claim.value_at is not None
    found = stated_change(Sentence(claim.quote), claim, Vocabulary())
    assert (found[0] if found is not None else None) == change


def told(dataset: Dataset) -> str | None:
    """The field that the rule finds fault with, if it finds any."""
    found = list(found_by(registry()["direction-contradicted"], dataset, {}))
    return found[0].field if found else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Alba outperforms Borea in recall.",
        "Alba shows an improvement over Borea in recall.",
        "Alba is more reliable than Borea.",
        "Alba has the best recall, beating even models such as Field and Borea.",
        "Alba has better recall, compared with Borea.",
        "Alba has better recall in places where Borea fails.",
        "On Borea, Alba reduces the distance.",
        "We show that Alba matches Field, and is a big step beyond Borea.",
    ],
)
def test_rankings(sentence: str, make: Make) -> None:
    """The true claim passes, also told from the other side; exchanged, or with the outcome turned, it does not."""
    common = {"kind": "ranking", "metric": "distance", "better": "lower"}
    alba, borea = {"subject": "Alba", "baseline": "Borea"}, {"subject": "Borea", "baseline": "Alba"}
    assert told(make(sentence, {**common, **alba, "rank": "outperforms"})) is None
    assert told(make(sentence, {**common, **borea, "rank": "underperforms"})) is None
    assert told(make(sentence, {**common, **alba, "rank": "underperforms"})) == "rank"
    assert told(make(sentence, {**common, **borea, "rank": "outperforms"})) is not None


@pytest.mark.parametrize(
    ("sentence", "rank", "field"),
    [
        ("Alba falls short of Borea.", "underperforms", None),
        ("Alba falls short of Borea.", "outperforms", "rank"),
        ("Alba matches Borea.", "matches", None),
        ("Alba matches Borea.", "underperforms", "rank"),
        ("Alba matches or outperforms Borea.", "matches", None),
        ("Alba matches or outperforms Borea.", "outperforms", None),
        ("Alba does not outperform Borea.", "underperforms", None),  # denied: nothing is known
        ("Alba does not outperform Borea.", "matches", None),
        ("People align more with Alba than with Borea.", "outperforms", None),
        ("People align more with Alba than with Borea.", "underperforms", "rank"),
        ("Alba is small, whereas the others fail.", "outperforms", None),  # said of others
        ("More than 9,000 tests show that Alba outperforms Borea.", "outperforms", None),
    ],
)
def test_outcomes(sentence: str, rank: str, field: str | None, make: Make) -> None:
    claim = {"kind": "ranking", "metric": "recall", "better": "higher", "baseline": "Borea", "rank": rank}
    assert told(make(sentence, claim)) == field


def test_an_amount_of_which_nobody_knows_the_better_side(make: Make) -> None:
    """ "Matches" is of something else then; with `better` it is known what "fewer passes" says."""
    claim = {"kind": "ranking", "metric": "passes", "baseline": "Borea", "rank": "underperforms"}
    assert told(make("Alba matches Borea and needs fewer passes.", claim)) is None
    assert told(make("Alba matches Borea and needs fewer passes.", {**claim, "better": "lower"})) == "rank"


@pytest.mark.parametrize(
    ("subject", "baseline", "change", "field"),
    [
        ("Alba", "Borea", "decrease", None),
        ("Borea", "Alba", "increase", None),  # told from the other side: Borea makes three times the errors
        ("Borea", "Alba", "decrease", "subject"),
        ("Alba", "Borea", "increase", "change"),
    ],
)
def test_differences_told_from_either_side(
    subject: str, baseline: str, change: str, field: str | None, make: Make
) -> None:
    common = {"kind": "ratio", "metric": "errors", "better": "lower", "value": "3x"}
    claim = {**common, "subject": subject, "baseline": baseline, "change": change}
    assert told(make("Alba makes 3x fewer errors than Borea.", claim)) == field


def test_what_is_compared_with_ends_at_its_comma(make: Make) -> None:
    ranking = {"kind": "ranking", "rank": "outperforms", "metric": "recall", "subject": "Alba", "baseline": "unstated"}
    assert told(make("Compared to earlier work, Alba has good recall.", ranking)) is None


def test_subject_named_otherwise(make: Make) -> None:
    """The quote names the subject as the other side, though `subject_as` says that it is "It"."""
    claim = {"kind": "ratio", "subject_as": "It", "metric": "errors", "value": "3x", "change": "decrease"}
    sentence = "It makes 3x fewer errors than Borea."
    assert told(make(sentence, {**claim, "subject": "Alba", "baseline": "Borea"})) is None
    assert told(make(sentence, {**claim, "subject": "Borea", "baseline": "Alba"})) == "subject"
