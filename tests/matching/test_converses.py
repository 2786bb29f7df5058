"""A comparison may be told from the side of what lost: such a claim stands, and one that has the loser win is told."""

from __future__ import annotations

import pytest

from claimcheck.matching.outcomes.held_by import held_by
from claimcheck.matching.sentence import Sentence

from .conftest import Make
from .test_told_outcomes import stands_and_no_other

LIKE = "It has up to 3.3x higher throughput than open units of its own size like Lumen-20B and Vega-30B-A3B, while also being more accurate."
ALIGNED = "We show that this scheme agrees better with people than either a plain rubric or text baselines."
OR_PAR = "Here, it always outperforms--or remains on par with--state-of-the-art tuning methods."
SPLITS = "Our unit outperforms the state of the art, achieving a BLEU-4 of 72.64% in split 1, and a BLEU-4 of 14.64% in split 2."
EVEN = "Three models (Omni, Acer, and Shor) show that even state-of-the-art models struggle with it, with the best model Omni at only 66.6%."
BOTH = "The best score of 40% is achieved by both Lumen and Corvus."
WORSE = "Runs on Aria show that Lumen is worse than Corvus in speed"
HEADED = "Runs on Aria with many planners show that Lumen has higher collision rates, and that fine-tuning on it consistently reduces crash rates."

CONVERSES = [
    # What stands behind "than", however far, lost; the winner may be but a pronoun.
    (LIKE, "Lumen-20B; Corvus; accuracy; -; higher", "underperforms", "outperforms"),
    (LIKE, "Vega-30B-A3B; Corvus; accuracy; -; higher", "underperforms", "outperforms"),
    (LIKE, "Lumen-20B; Corvus; throughput; -; higher", "underperforms", "outperforms"),
    (LIKE, "Vega-30B-A3B; Corvus; throughput; -; higher", "underperforms", "outperforms"),
    (LIKE, "It; Lumen-20B; accuracy; -; higher", "outperforms", "underperforms"),
    (ALIGNED, "text baselines; Corvus; agreement", "underperforms", "outperforms"),
    (ALIGNED, "plain rubric; Corvus; agreement", "underperforms", "outperforms"),
    (ALIGNED, "text baselines; this scheme; agreement", "underperforms", "outperforms"),
    (ALIGNED, "plain rubric; this scheme; agreement", "underperforms", "outperforms"),
    (OR_PAR, "state-of-the-art tuning methods; Corvus; accuracy", "underperforms", "outperforms"),
    (OR_PAR, "it; state-of-the-art tuning methods; accuracy", "outperforms", ""),
    (OR_PAR, "it; state-of-the-art tuning methods; accuracy", "matches", "underperforms"),
    ("Corvus compares favourably with all of the known open text units of Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("Corvus does favourably on plain and on hard texts, compared against Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("We compare Corvus to Lumen and Vega and see its superiority.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("We compare Corvus to Lumen and Vega and see its superiority.", "Vega; Corvus; accuracy", "underperforms", "outperforms"),
    ("Our unit works at a lower zoom than typical scans.", "typical scans; Our unit; zoom", "outperforms", ""),
    ("Our unit works at a lower zoom than typical scans.", "Our unit; typical scans; zoom", "underperforms", ""),
    ("Our unit works at a lower zoom than typical scans.", "typical scans; Our unit; zoom; -; higher", "outperforms", ""),
    ("Passing the first bar is still far from the full mark.", "full mark; Passing the first bar; score", "outperforms", "underperforms"),
    ("Passing the first bar is still far from the full mark.", "Passing the first bar; full mark; score", "underperforms", "outperforms"),
    # Two names that tell in what it was measured are not what the verb is said of.
    (SPLITS, "split 2; split 1; BLEU-4; -; higher", "underperforms", ""),
    (SPLITS, "split 1; split 2; BLEU-4; -; higher", "outperforms", ""),
    (SPLITS, "Our unit; state of the art; BLEU-4; -; higher", "outperforms", "underperforms"),
    # "Even the state of the art" fails; "the best model Omni" is none of the others.
    (EVEN, "Acer; Omni; accuracy", "underperforms", ""),
    (EVEN, "Acer; -; accuracy", "not-best", ""),
    (EVEN, "Omni; -; accuracy", "best", "not-best"),
    (EVEN, "state-of-the-art models; -; accuracy", "underperforms", "outperforms"),
    # Two have the best together.
    (BOTH, "Lumen; Corvus; score", "matches", "outperforms underperforms"),
    (BOTH, "Lumen; -; score", "best", "not-best"),
    ("The best score is achieved by Lumen, both here and on Corvus.", "Lumen; Corvus; score", "outperforms", "matches"),
    # What leads to all parts of a sentence is in none of them.
    (HEADED, "fine-tuning on it; -; crash rates of planners; Aria; lower", "outperforms", ""),
    (HEADED, "fine-tuning on it; -; crash rates; Aria; lower", "outperforms", "underperforms"),
    # Of two verbs with an object each, the one tells that has the baseline.
    ("Lumen units outperform older ones but still trail Corvus units.", "Lumen units; Corvus units; recall", "underperforms", "outperforms"),
    ("Lumen units trail older ones but outperform the Corvus units.", "Lumen units; Corvus units; recall", "outperforms", "underperforms"),
    ("Lumen ranks third with fewer parts than other approaches, outperforming Corvus.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen reaches 27%, above both Corvus and Vega.", "Lumen; Corvus; recall; -; higher", "outperforms", "underperforms"),
    ("Lumen reaches 27%, above both Corvus and Vega.", "Lumen; Corvus; error; -; lower", "underperforms", "outperforms"),
    # What is forced to match something is no outcome.
    ("Older units force hidden states to match features, limiting their reach.", "Older units; -; reach", "underperforms", ""),
    ("Older units are trained to match Corvus.", "Older units; Corvus; reach", "matches", "underperforms"),
    # What is said of one alone.
    ("Lumen struggles with noise.", "Lumen; -; recall", "underperforms", "outperforms"),
    ("Lumen struggles to read noise.", "Lumen; -; recall", "underperforms", "outperforms"),
    ("Lumen suffers from noise.", "Lumen; -; recall", "underperforms", "outperforms"),
    ("Lumen performs poorly on noise.", "Lumen; -; recall", "underperforms", "outperforms"),
    ("Lumen is better on poorly lit scenes.", "Lumen; -; recall", "outperforms", "underperforms"),
    ("Unlike units that struggle with noise, Lumen is better.", "Lumen; -; recall", "outperforms", "underperforms"),
    ("Lumen is better than units that suffer from noise.", "Lumen; -; recall", "outperforms", "underperforms"),
    ("Lumen and the units of it suffer losses, and it is better.", "Lumen; -; recall", "outperforms", ""),
    ("The runs show the superiority of Lumen.", "Lumen; -; recall", "outperforms", "underperforms"),
    ("Lumen achieves leading performance in recall.", "Lumen; -; recall", "outperforms", "underperforms"),
    ("Lumen achieves leading performance in recall.", "Lumen; -; recall", "best", "not-best"),
    ("Lumen achieves superior performance in recall, even compared to Corvus.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen improves its reach while reducing manual effort and running cost.", "Lumen; -; running cost; -; lower", "outperforms", "underperforms"),
    ("Lumen eliminates echoes.", "Lumen; -; echoes; -; lower", "outperforms", "underperforms"),
    ("Lumen eliminates echoes.", "Lumen; -; elimination of echoes; -; higher", "outperforms", ""),
    ("Lumen ranks third on Aria.", "Lumen; -; recall", "not-best", "best"),
    ("Lumen ranks third on Aria, a top set.", "Lumen; -; recall", "not-best", "best"),
    ("Lumen is the overall winner of it, placing second in recall.", "Lumen; -; overall result", "best", ""),
    ("Its recall remains stable, and Lumen is better than all.", "Lumen; -; quality", "best", "not-best"),
    ("Lumen is the overall winner of it, placing second in recall.", "Lumen; -; recall", "not-best", ""),
    ("Lumen is the overall winner of it.", "Lumen; -; recall", "best", "not-best"),
    ("Its winner has less recall than Lumen.", "Lumen; -; recall", "best", ""),
    # "Most" may be a share, or tell how something is done; "yet" may join two adjectives.
    ("Lumen outperforms Corvus across most sets.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen outperforms Corvus, with Vega working most steadily.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen outperforms Corvus, with Vega working most steadily.", "Vega; Lumen; steadiness", "outperforms", "underperforms"),
    ("Lumen outperforms Corvus, with Vega working most steadily.", "Vega; -; steadiness", "best", "not-best"),
    ("Lumen outperforms Corvus, with gains of recall being the highest.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen outperforms Corvus in most of the sets.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("This simple yet effective Lumen outperforms Corvus.", "simple yet effective Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("This simple yet surprisingly powerful Lumen outperforms Corvus.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen is effective yet loses to Corvus.", "Lumen; Corvus; recall", "underperforms", "outperforms"),
    # What begins with the participle of the winner.
    ("Beyond outperforming old and new units, Lumen is ready.", "Lumen; old and new units; recall", "outperforms", "underperforms"),
    ("Lumen goes beyond Corvus.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("In humour rating, Lumen has superior performance.", "Lumen; -; humour rating", "outperforms", "underperforms"),
    ("To reach superior performance, Lumen has a large overhead.", "Lumen; -; overhead; -; lower", "underperforms", ""),
    ("Lumen does it with less energy and time than Corvus.", "Lumen; Corvus; time", "outperforms", "underperforms"),
    ("Lumen has fewer errors and faster reading.", "Lumen; -; errors", "outperforms", "underperforms"),
    ("Lumen has fewer errors and faster reading.", "Lumen; -; reading; -; higher", "outperforms", ""),
    ("Lumen has fewer errors and more reading.", "Lumen; -; reading; -; higher", "outperforms", ""),
    ("Lumen has fewer errors and improved reading.", "Lumen; -; reading; -; higher", "outperforms", ""),
    ("Lumen has fewer errors and simpler reading.", "Lumen; -; reading; -; higher", "outperforms", ""),
    ("Lumen reduces effort, cost being as before.", "Lumen; -; cost; -; lower", "matches", ""),
    ("Lumen outperforms Corvus, most of the time.", "Lumen; Corvus; recall", "outperforms", "underperforms"),
    ("Lumen speaks least clearly.", "Lumen; -; recall", "not-best", ""),
    ("Lumen has fewer errors and better recall.", "Lumen; -; recall", "outperforms", "underperforms"),
    # How something is tells of the metric that has its name.
    ("Lumen is unreliable.", "Lumen; -; reliability", "underperforms", "outperforms"),
    ("Lumen remains highly inefficient.", "Lumen; -; efficiency", "underperforms", "outperforms"),
    ("Lumen is inefficient but exact.", "Lumen; -; exactness", "outperforms", ""),
    ("An unstable Lumen has stability.", "Lumen; -; stability", "outperforms", ""),
    ("Lumen collapses on Aria.", "Lumen; -; recall", "underperforms", "outperforms"),
    ("Lumen avoids collapse on Aria.", "Lumen; -; recall", "outperforms", ""),
    ("Units like Lumen quickly collapse on Aria.", "Units; -; recall", "underperforms", ""),
    ("It shows Lumen as the top performer.", "Lumen; -; recall", "best", "not-best"),
    ("Lumen is held against the top performer.", "Lumen; -; recall", "not-best", ""),
    ("The best performing model, Lumen, has a fair recall, and trails people.", "Lumen; -; recall", "best", "not-best"),
    ("Vega has the best speed, and Lumen has a fair recall.", "Lumen; -; recall", "not-best", ""),
    ("With improved speed Lumen is new, and has a fair recall.", "Lumen; -; recall", "underperforms", ""),
    ("The best model Vega has a fair recall, and Lumen trails it.", "Lumen; -; recall", "not-best", ""),
    # What was gained over something is the other side, too; so is what is named in brackets.
    ("Our unit refines it, raising the rate by 16% over the plain way and improving recall.", "plain way; Our unit; recall", "underperforms", "outperforms"),
    ("Units (Alba) are fast, with equal recall compared to large models (Lumen), at less cost.", "Lumen; Alba; cost; -; lower", "underperforms", "outperforms"),
    ("Unlike Lumen, we find that Corvus is harder.", "Lumen; Corvus; hardness", "outperforms", ""),
    ("On three sets, Lumen retains over 90% of its performance and beats Corvus.", "Corvus; Lumen; performance; three sets", "underperforms", "outperforms"),
    ("On Aria, Lumen retains its recall and outperforms Corvus on Bolt.", "Corvus; Lumen; recall; Aria", "matches", "underperforms"),
    # What leads the sentence is of all parts, unless a later one is on something of its own.
    ("On Aria, Lumen is slower than Corvus, but it outperforms Corvus.", "Lumen; Corvus; performance; Aria", "outperforms", "underperforms"),
    ("On Aria, Lumen outperforms Corvus, but it underperforms Corvus on Bolt, and it is new.", "Lumen; Corvus; recall; Aria", "outperforms", "underperforms"),
    ("On two machines, Lumen outperforms Corvus, but it underperforms Corvus for Bolt.", "Lumen; Corvus; recall; Bolt", "underperforms", "outperforms"),
    ("Tried on Aria, Lumen outperforms Corvus, but it underperforms Corvus overall.", "Lumen; Corvus; recall; Aria", "outperforms", "underperforms"),
    (f"{WORSE}, and that it beats Corvus in recall.", "Lumen; Corvus; quality; Aria", "outperforms", ""),
    (f"{WORSE}, and it beats it in recall.", "Lumen; Corvus; quality; Aria", "underperforms", "outperforms"),
    ("Lumen has the highest weighted F1.", "Lumen; -; weighted F1", "best", "not-best"),
    ("More importantly, Lumen is comparable to Corvus on Aria.", "Lumen; Corvus; recall", "matches", "underperforms"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "fields", "rank", "false"), CONVERSES)
def test_either_side_may_be_told(sentence: str, fields: str, rank: str, false: str, make: Make) -> None:
    names = ("subject", "baseline", "metric", "dataset", "better")
    given: dict[str, object] = {
        name: each for name, each in zip(names, fields.split("; "), strict=False) if each != "-"
    }
    stands_and_no_other(make, sentence, given, rank, false)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Corvus is better than Alba.", "than"),
        ("Corvus is better than all of the many old and new ones of Alba.", "than"),
        ("Corvus is better than all of the many old and also of the very many quite new ones of Alba.", None),
        ("Corvus is better than units such as Alba.", "than"),
        ("Corvus is better than units as Alba.", None),
        ("Corvus is better than ever, says Alba.", None),
        ("Corvus is better than it was when Alba came.", None),
        ("Corvus has more than 50 of Alba.", None),
        ("A gain of 5% over the Alba is seen.", "over"),
        ("A gain of 5% over all of Alba is seen.", None),
        ("Here is a gain, over Alba.", None),
        ("It runs over Alba.", None),
        ("A gain is seen, run over Alba.", None),
        ("It is better than (old) units (Alba).", None),
        ("It is better than units (Alba).", "than"),
        ("It is new or remains on par with Alba.", None),
        ("Corvus outperforms or remains on par with Alba, and so on.", "outperforms"),
        ("We compared old Alba.", None),
        ("Compared to Alba, it is new.", "to"),
        ("Corvus is better than such by Alba.", None),
        ("Outperforms Alba.", "outperforms"),
        ("Corvus outperforms Alba.", "outperforms"),
        ("Corvus outperforms in old Alba.", None),
        ("Corvus outperforms or matches, with ease, Alba.", None),
        ("Corvus outperforms or remains on par with Alba.", "outperforms"),
        ("Corvus is outperformed by Alba.", None),
        ("Corvus is good, compared to Alba.", "to"),
        ("Corvus is good, compared and, it is said, held to Alba.", None),
        ("We compare it with the old new Alba.", "with"),
        ("We compare it on our old and new sets with Alba.", None),
        ("We go with Alba.", None),
        ("Alba.", None),
    ],
)
def test_what_a_name_stands_behind(sentence: str, word: str | None, make: Make) -> None:
    (quote,) = make(sentence).papers[0].quotes
    line = Sentence(quote).line
    first = next(index for index, each in enumerate(line) if each.low == "alba")
    found = held_by(line, Sentence(quote).numbered, first)
    assert (None if found is None else line[found].low) == word
