"""Outcomes and changes as abstracts tell them: what is true is never stopped, and most of what turns it round is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.dataset import Dataset
from claimcheck.rules import registry
from claimcheck.runner import found_by

Make = Callable[..., Dataset]
PAPER_RULES = ("direction-contradicted", "change-inconsistent")
QUOTE_RULES = ("rank-without-cue", "quote-out-of-context", "delta-without-cue")


def told(make: Make, sentence: str, claim: dict[str, object]) -> list[str]:
    """What the rules of meaning say of a claim about a sentence that stands behind another one."""
    dataset = make(sentence, claim, abstract=f"We study things here. {sentence}")
    found = [each.message for name in PAPER_RULES for each in found_by(registry()[name], dataset, {})]
    (quote,) = dataset.papers[0].quotes
    return found + [each.message for name in QUOTE_RULES for each in registry()[name].check(quote)]


CHEAP = "We introduce Corvus, a text tool that has no cost and"

RANKINGS = [
    # the sentence; subject, baseline, metric, data set, better; its rank, and the false ranks that are told
    ("Corvus lags behind Lumen in accuracy, yet it is twice as fast.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Although Corvus is slower, it beats Lumen in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Although Lumen is slower, it beats Corvus in accuracy.", "Lumen; Corvus; accuracy", "outperforms", "underperforms matches"),
    ("While Corvus trails Lumen on Aria, it surpasses it on Bolt.", "Corvus; Lumen; accuracy; Bolt", "outperforms", "underperforms matches"),
    ("While Corvus trails Lumen on Aria, it surpasses it on Bolt.", "Corvus; Lumen; accuracy; Aria", "underperforms", "outperforms best"),
    ("Corvus is surpassed only by Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Corvus is only surpassed by Lumen, and outperforms all other systems.", "Corvus; all other systems; accuracy", "outperforms", ""),
    ("Corvus, which is outperformed by Lumen in accuracy, runs faster.", "Corvus; Lumen; speed", "outperforms", ""),
    ("Systems with Corvus outperform those without it.", "Systems with Corvus; those without it; accuracy", "outperforms", "underperforms matches"),
    ("Corvus not only outperforms Lumen but also matches human performance.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("Corvus does not just match Lumen, it outperforms it.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("No existing system outperforms Corvus.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Without any fine-tuning, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus outperforms Lumen without fine-tuning, and no retraining is needed.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus cannot be outperformed by any known system.", "Corvus; -; accuracy", "best", "not-best"),
    ("Unlike Lumen, which fails on long texts, Corvus maintains its accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("Corvus never underperforms Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms"),
    ("Corvus is competitive with the best systems while using fewer parameters.", "Corvus; the best systems; accuracy", "matches", "underperforms outperforms"),
    ("Corvus approaches the accuracy of Lumen at half the cost.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus closes the gap to Lumen.", "Corvus; Lumen; accuracy", "matches", "outperforms"),
    ("Corvus narrows the gap to Lumen by outperforming all open systems.", "Corvus; all open systems; accuracy", "outperforms", ""),
    ("The accuracy of Corvus is higher than that of Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("The accuracy of Corvus is higher than that of Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms matches"),
    ("Accuracy was significantly higher for Corvus than for Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Mortality was lower with Corvus than with Lumen.", "Corvus; Lumen; mortality", "outperforms", "underperforms matches"),
    ("Mortality was much higher with Corvus than with Lumen.", "Corvus; Lumen; mortality", "underperforms", "outperforms matches"),
    ("Mortality decreased with Corvus compared with Lumen.", "Corvus; Lumen; mortality", "outperforms", "underperforms matches"),
    ("The training time of Corvus is shorter than that of Lumen.", "Corvus; Lumen; training time", "outperforms", "underperforms matches"),
    ("The training time of Corvus is longer than that of Lumen.", "Lumen; Corvus; training time", "outperforms", "underperforms matches"),
    ("In terms of accuracy, Corvus is higher than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Compared with Lumen, accuracy was lower for Corvus.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Compared with Lumen, accuracy was lower for Corvus.", "Lumen; Corvus; accuracy", "outperforms", "underperforms matches"),
    ("Accuracy was worse for Corvus compared with Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms matches"),
    ("Accuracy with Corvus exceeded that with Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Accuracy with Corvus exceeded that with Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms matches"),
    # the metric stands beside the outcome: what hardly changes, what is not touched, what is paid
    ("Corvus outperforms Lumen with zero additional training cost.", "Corvus; Lumen; training cost", "matches", ""),
    ("Corvus improves recall with negligible overhead over Lumen.", "Corvus; Lumen; overhead", "matches", ""),
    ("Corvus outperforms Lumen at no extra cost.", "Corvus; Lumen; cost", "matches", ""),
    ("Corvus outperforms Lumen at the same cost.", "Corvus; Lumen; cost", "matches", ""),
    ("Corvus improves recall with minimal degradation in fluency.", "Corvus; -; fluency", "underperforms", ""),
    ("Corvus boosts recall without increasing the memory of Lumen.", "Corvus; Lumen; memory", "matches", ""),
    ("Corvus outperforms Lumen without incurring any additional overhead.", "Corvus; Lumen; overhead", "matches", ""),
    ("Without any training Corvus outperforms Lumen in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("Corvus has slightly higher accuracy than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    # behind "while" and "but" something of its own is said, in whatever words
    ("Corvus outperforms Lumen while effectively keeping up fluency.", "Corvus; Lumen; fluency", "matches", ""),
    ("Corvus outperforms Lumen while retaining its fluency.", "Corvus; Lumen; fluency", "matches", "underperforms"),
    ("Corvus outperforms Lumen in recall but does not excel in fluency.", "Corvus; Lumen; fluency", "underperforms", ""),
    ("Corvus enhances scores on long texts while remaining the same on short texts.", "Corvus; -; performance on short texts", "matches", ""),
    ("Corvus remains close to Lumen and outperforms Nimbus.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus is best on Aria, narrowing the gap relative to Lumen.", "Corvus; Lumen; accuracy", "underperforms", ""),
    ("Corvus has a small accuracy advantage over Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus shows a slight accuracy gain over Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus reaches higher accuracy than Lumen with no extra accuracy labels.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    # "but" that only adds
    ("Corvus outperforms Lumen not only in recall but also in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus outperforms Lumen, but only slightly in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus outperforms Lumen not only on Aria but also on Bolt.", "Corvus; Lumen; accuracy; Bolt", "outperforms", "underperforms matches"),
    ("Corvus outperforms Lumen on Aria but not on Bolt.", "Corvus; Lumen; accuracy; Bolt", "underperforms", ""),
    ("Corvus outperforms Lumen on Aria but on Bolt it loses.", "Corvus; Lumen; accuracy; Bolt", "underperforms", "outperforms matches"),
    ("Corvus surpasses Lumen, although by a small margin in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus surpasses Lumen in recall and, more importantly, in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("With limited accuracy data, Corvus surpasses Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus lost its lead over Lumen in accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    # participles, and who leads
    ("Corvus outperforms Lumen in recall while losing in accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen in recall, while Lumen leads in accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus wins on Aria, while Lumen is ahead on Bolt.", "Corvus; Lumen; accuracy; Bolt", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen on Aria, but there is no difference on Bolt.", "Corvus; Lumen; accuracy; Bolt", "matches", ""),
    # a superlative of the class that something is one of; one that is not so
    ("Even state-of-the-art models such as Corvus and Lumen struggle here.", "Corvus; -; accuracy", "underperforms", ""),
    ("Even the best models, including Corvus, struggle here.", "Corvus; -; accuracy", "underperforms", ""),
    ("Corvus is not inherently the most effective system.", "Corvus; -; accuracy", "not-best", "best"),
    ("Corvus is not always the best system.", "Corvus; -; accuracy", "not-best", "best"),
    # the name of a metric says no outcome
    ("The matching accuracy of Corvus is lower than that of Lumen.", "Corvus; Lumen; matching accuracy", "underperforms", "outperforms matches"),
    ("The improvement of Corvus is larger than that of Lumen.", "Corvus; Lumen; improvement; -; higher", "outperforms", "matches"),
    # what is higher is not the metric, or is held against nothing
    ("The gap in accuracy was higher for Corvus than for Lumen.", "Corvus; Lumen; accuracy", "underperforms", ""),
    ("The loss of Corvus is higher than that of Lumen, and so is its accuracy.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Accuracy is higher for Corvus, as Lumen shows.", "Corvus; Lumen; accuracy", "underperforms", ""),
    ("Corvus ranks first on Aria.", "Corvus; -; accuracy; Aria", "best", "not-best matches"),
    ("Corvus takes first place in the shared task.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Corvus came second in the shared task, behind Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Corvus eclipses Lumen by a wide margin.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus wins on every data set.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Corvus outperformed Lumen by a large margin in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus outperformed by far its predecessor Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("In accuracy, Lumen was outperformed consistently by Corvus.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Lumen is no match for Corvus.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Lumen does not reach the accuracy of Corvus.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    ("Corvus has the lowest error among all systems, with accuracy comparable to Lumen.", "Corvus; -; error", "best", "not-best"),
    ("Corvus is the smallest model with results comparable to Lumen.", "Corvus; -; size; -; lower", "best", ""),
    ("Corvus yields state-of-the-art accuracy with fewer parameters and comparable latency.", "Corvus; -; accuracy", "best", "not-best"),
    ("Corvus is on par with Lumen in accuracy but better in recall.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus is on par with Lumen in accuracy but better in recall.", "Corvus; Lumen; recall", "outperforms", "underperforms matches"),
    ("Corvus improves recall while maintaining precision.", "Corvus; unstated; recall", "outperforms", "underperforms matches"),
    ("Corvus improves recall while maintaining precision.", "Corvus; unstated; precision", "matches", "underperforms outperforms"),
    ("Corvus improves recall at the expense of lower precision.", "Corvus; unstated; precision", "underperforms", "best"),
    ("Corvus improves recall at the expense of lower precision.", "Corvus; unstated; recall", "outperforms", "underperforms matches"),
    ("Corvus reduces latency without degrading accuracy.", "Corvus; unstated; accuracy", "matches", ""),
    ("Corvus reduces latency without sacrificing accuracy.", "Corvus; unstated; latency", "outperforms", "underperforms matches"),
    ("Larger models are not always better than smaller ones.", "Larger models; smaller ones; accuracy", "matches", "outperforms"),
    ("Larger models are not necessarily better than smaller ones.", "Larger models; smaller ones; accuracy", "not-best", "best"),
    ("Corvus doubles the throughput of Lumen.", "Corvus; Lumen; throughput", "outperforms", "underperforms matches"),
    ("Corvus halves the error of Lumen.", "Corvus; Lumen; error", "outperforms", "underperforms matches"),
    ("Corvus is more robust than Lumen, which degrades sharply under noise.", "Corvus; Lumen; robustness", "outperforms", "underperforms matches"),
    ("Corvus degrades less than Lumen under noise.", "Corvus; Lumen; robustness", "outperforms", ""),
    ("The accuracy of Corvus is second to none.", "Corvus; -; accuracy", "best", ""),
    ("Even the strongest models fall short of humans in accuracy.", "strongest models; humans; accuracy", "underperforms", "outperforms best"),
    ("Even the best model, Corvus, lags behind humans.", "Corvus; humans; accuracy", "underperforms", ""),
    ("Humans still outperform even the best model, Corvus.", "Corvus; Humans; accuracy", "underperforms", "outperforms best"),
    ("Corvus surpasses Lumen in accuracy and is surpassed by it in speed.", "Corvus; Lumen; speed", "underperforms", "outperforms best"),
    ("Corvus surpasses Lumen in accuracy and is surpassed by it in speed.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Lumen fails to generalize, whereas Corvus does so well.", "Corvus; Lumen; generalization", "outperforms", "underperforms matches"),
    ("Corvus is cheaper and faster than Lumen, with similar accuracy.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus is cheaper and faster than Lumen, with similar accuracy.", "Corvus; Lumen; speed", "outperforms", "underperforms"),
    ("Corvus is cheaper and faster than Lumen, with similar accuracy.", "Corvus; Lumen; cost; -; lower", "outperforms", "underperforms"),
    ("Corvus is less accurate than Lumen, but faster.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Corvus is less accurate than Lumen, but faster.", "Corvus; Lumen; speed", "outperforms", ""),
    ("Corvus remains ahead of Lumen even when slower decoding is used.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Fine-tuned on Aria, Corvus is beaten by Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Corvus achieves superior recall compared with Lumen, although its precision is lower.", "Corvus; Lumen; recall", "outperforms", "underperforms matches"),
    ("Corvus achieves superior recall compared with Lumen, although its precision is lower.", "Corvus; Lumen; precision", "underperforms", "best"),
    ("We find that Lumen hardly improves over Corvus.", "Corvus; Lumen; accuracy", "matches", "underperforms"),
    ("Corvus hardly falls behind Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms"),
    ("Corvus is the only system that solves Aria.", "Corvus; -; accuracy; Aria", "best", "not-best matches"),
    ("Corvus tops the leaderboard.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Corvus leads on Aria.", "Corvus; -; accuracy; Aria", "best", ""),
    ("Corvus achieves excellent results.", "Corvus; unstated; accuracy", "outperforms", ""),
    ("Corvus is by far the most accurate.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Corvus consistently outperforms existing methods.", "Corvus; existing methods; accuracy", "outperforms", "underperforms matches"),
    # What is taken back, wanted or only said to be so is no outcome.
    ("Rather than outperforming Lumen, Corvus is on par with it.", "Corvus; Lumen; accuracy", "matches", "outperforms best"),
    ("Neither Corvus nor Lumen outperforms Nimbus.", "Corvus; Nimbus; accuracy", "underperforms", "outperforms best"),
    ("Corvus outperforms Lumen in none of the settings.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Contrary to claims that Corvus outperforms Lumen, both do equally well.", "Corvus; Lumen; accuracy", "matches", "outperforms best"),
    ("The advantage of Corvus over Lumen vanishes on long texts.", "Corvus; Lumen; accuracy", "matches", "outperforms best"),
    ("The advantage of Corvus over Lumen is significant.", "Corvus; Lumen; accuracy", "outperforms", "underperforms best"),
    ("Too weak to beat Lumen, Cirrus is dropped, and Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus has yet to match Lumen.", "Corvus; Lumen; accuracy", "underperforms", "matches"),
    # What is excepted from all is without what all have, and has it where the others have not.
    ("All models except Corvus outperform Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("Every model other than Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("No model except for Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("The small Corvus, but also Cirrus, outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    # What is done to a thing is said of the other.
    ("Corvus, which Lumen outperforms, is fast.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("Lumen, which Corvus outperforms, is fast.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    # Places of a list, and more mistakes.
    ("Corvus ranks below Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches best"),
    ("Corvus ranks above Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus is above 90% of the way to Lumen, and matches it.", "Corvus; Lumen; accuracy", "matches", "underperforms"),
    ("Corvus dominates Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus, dominated by noise, still outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus makes more mistakes than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches best"),
    ("Corvus has a lower error rate than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus has a higher error rate than Lumen.", "Corvus; Lumen; speed", "outperforms", ""),
    ("Corvus corrects more errors than Lumen.", "Corvus; Lumen; accuracy; -; higher", "outperforms", ""),
    ("Corvus and Lumen are statistically indistinguishable in accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    ("Corvus learns quickly, while Lumen learns more slowly.", "Corvus; Lumen; speed of learning", "outperforms", "underperforms matches"),
    ("Corvus converges more slowly than Lumen.", "Corvus; Lumen; speed", "underperforms", "outperforms matches"),
    ("Corvus converges more slowly than Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    # A bound of a number is no outcome, more of what is better low is none, and what is approached may be above or below.
    ("Unlike Lumen, Corvus saves more than 50% of the latency.", "Corvus; Lumen; latency; -; lower", "outperforms", ""),
    ("The error rate is 3 times higher for Lumen than for Corvus.", "Corvus; Lumen; error rate; -; lower", "outperforms", ""),
    ("Corvus improves accuracy by far, approaching Lumen.", "Corvus; Lumen; accuracy", "underperforms", ""),
    ("Corvus ranks third on Aria, outperforming large models.", "Corvus; -; accuracy; Aria", "not-best", "best"),
    ("The results of Corvus and Lumen are statistically indistinguishable.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    ("Corvus shows that long training is not harmful and improves accuracy.", "Corvus; unstated; accuracy", "outperforms", "underperforms matches"),
    # Told from the other side: what stands behind "outperforms" or "than" is what lost, wherever the winner stands.
    ("Our runs show Lumen outperforms the small Corvus on Aria.", "Corvus; Lumen; accuracy", "underperforms", ""),
    ("Lumen and Nimbus outperform Corvus.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches best"),
    ("On Aria, both Lumen and Nimbus reach a better recall than Corvus.", "Corvus; Nimbus; recall", "underperforms", "outperforms matches best"),
    ("Nothing outperforms Corvus.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("The Corvus excels, while Lumen copes.", "the Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus and the like, such as Corvus-S, improve recall, while Lumen fails to do so.", "Corvus-S; Lumen; recall", "outperforms", ""),
    ("The heads link it to noise, with Corvus preserving content, while Lumen loses it.", "Corvus; Lumen; content", "outperforms", ""),
    # What is as good, in other words.
    ("Corvus performs comparably to Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus has the same complexity as Lumen, and its targets are more accurate.", "Corvus; Lumen; complexity; -; lower", "matches", ""),
    ("Corvus needs the same data as Lumen.", "Corvus; Lumen; data", "matches", "outperforms underperforms"),
    ("With the same budget, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus has an on-par or better recall.", "Corvus; unstated; recall", "matches", ""),
    ("Recall improves and precision remains stable with Corvus, indicating more faithful answers.", "Corvus; unstated; precision", "matches", ""),
    # What is no praise: worse adjectives, what is paid for it, what is only spared.
    ("Corvus was more limited than in past years, and is praised.", "Corvus; past years; reach", "underperforms", ""),
    ("Corvus brings fewer and more informative turns.", "Corvus; unstated; turns; -; lower", "outperforms", ""),
    ("Corvus improves recall at the cost of additional memory.", "Corvus; unstated; memory; -; lower", "underperforms", ""),
    ("Corvus brings steady improvements without a loss of quality.", "Corvus; unstated; quality", "matches", ""),
    ("Corvus loses quality without a plan.", "Corvus; unstated; quality", "underperforms", "outperforms matches"),
    ("Corvus reduces noise while maintaining optimal comfort.", "Corvus; unstated; comfort", "best", ""),
    ("Corvus reduces noise while maintaining comfort.", "Corvus; unstated; comfort", "matches", "best outperforms"),
    # Of something else: a noun that is only described, what is not there, the best of others, a clause of its own.
    ("Corvus struggles with visually similar concepts, and amplifies bias over Lumen.", "Corvus; Lumen; bias; -; lower", "underperforms", ""),
    ("Lumen is steady, while Corvus does not expose a comparable surface.", "Corvus; Lumen; surface", "underperforms", ""),
    ("Corvus was close to Lumen, and the best method was Nimbus.", "Corvus; Lumen; accuracy", "matches", ""),
    ("The best method was Corvus.", "Corvus; -; accuracy", "best", "not-best matches"),
    ("Lumen has the strongest performance, though Corvus reaches competitive levels.", "Corvus; Lumen; performance", "matches", ""),
    ("Corvus keeps to the rules in calm talks, but its compliance weakens under attack.", "Corvus; calm talks; compliance under attack", "underperforms", ""),
    ("Under attack, Corvus weakens.", "Corvus; unstated; compliance", "underperforms", "outperforms matches"),
    # What beats some may have others before it.
    ("Corvus comes third, outperforming larger models.", "Corvus; -; accuracy", "not-best", ""),
    ("Corvus outperforms all larger models.", "Corvus; -; accuracy", "best", "not-best"),
    # A metric is told once and goes on to the next data set; "performance" is said of any.
    ("Corvus outperforms Lumen on Aria but loses on Bolt.", "Corvus; Lumen; performance; Bolt", "underperforms", "outperforms"),
    ("Corvus outperforms Lumen on Aria but loses on Bolt.", "Corvus; Lumen; performance; Aria", "outperforms", "underperforms matches"),
    ("Corvus outperforms Lumen in accuracy on Aria but loses on Bolt.", "Corvus; Lumen; accuracy; Bolt", "underperforms", "outperforms"),
    ("Corvus outperforms Lumen on Aria, and Lumen is better on Bolt.", "Corvus; Lumen; accuracy; Bolt", "underperforms", "outperforms"),
    # What only describes something, or a place behind others, frees no rank.
    ("Corvus is outperformed by Lumen at constant memory.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen with Stable Diffusion.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus ranks third, behind Lumen, in accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    ("Corvus ranks third in accuracy.", "Corvus; -; accuracy", "not-best", ""),
    # What beats the best is not one of some.
    ("Corvus surpasses the state of the art.", "Corvus; -; accuracy", "best", "not-best"),
    ("Corvus beats the strongest systems.", "Corvus; -; accuracy", "best", "not-best"),
    ("Corvus exceeds leading systems.", "Corvus; -; accuracy", "outperforms", "not-best"),
    # What is alike beside the outcome, and what the outcome is.
    ("Corvus is superior to Lumen at comparable cost.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus surpasses Lumen at equal GMACs.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus performs at comparable levels to Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus performs at comparable skill levels to Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus runs at similar performance to Lumen.", "Corvus; Lumen; accuracy", "matches", "underperforms outperforms"),
    ("Corvus runs at equal recall to Lumen.", "Corvus; Lumen; recall", "matches", "underperforms outperforms"),
    ("With equal compute, Corvus outperforms Lumen on similar tasks.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus has a comparable cost to Lumen.", "Corvus; Lumen; cost; -; lower", "matches", "underperforms outperforms"),
    # Items and verbs without a subject of their own have the one before; comparatives, too.
    ("Corvus (1) beats Lumen in recall, (2) loses to it in F1, and (3) matches it in speed.", "Corvus; Lumen; recall", "outperforms", "matches underperforms"),
    ("Corvus (1) beats Lumen in recall, (2) loses to it in F1, and (3) matches it in speed.", "Corvus; Lumen; F1", "underperforms", "outperforms matches"),
    ("Corvus (1) beats Lumen in recall, (2) loses to it in F1, and (3) matches it in speed.", "Corvus; Lumen; speed", "matches", "outperforms underperforms"),
    ("Corvus outperforms Lumen in recall, loses to it in F1, and matches it in speed.", "Corvus; Lumen; recall", "outperforms", "matches underperforms"),
    ("Corvus outperforms Lumen in recall, loses to it in F1, and matches it in speed.", "Corvus; Lumen; F1", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen in recall, loses to it in F1, and matches it in speed.", "Corvus; Lumen; speed", "matches", "outperforms underperforms"),
    ("Corvus outperforms Lumen in recall; loses to it in F1; and matches it in speed.", "Corvus; Lumen; recall", "outperforms", "matches underperforms"),
    ("Corvus outperforms Lumen in recall; loses to it in F1; and matches it in speed.", "Corvus; Lumen; F1", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen in recall; loses to it in F1; and matches it in speed.", "Corvus; Lumen; speed", "matches", "outperforms underperforms"),
    ("Corvus: (1) beats Lumen in recall; (2) loses to it in F1; and (3) matches it in speed.", "Corvus; Lumen; recall", "outperforms", "matches underperforms"),
    ("Corvus: (1) beats Lumen in recall; (2) loses to it in F1; and (3) matches it in speed.", "Corvus; Lumen; F1", "underperforms", "outperforms matches"),
    ("Corvus: (1) beats Lumen in recall; (2) loses to it in F1; and (3) matches it in speed.", "Corvus; Lumen; speed", "matches", "outperforms underperforms"),
    ("Corvus is better than Lumen in recall, worse in accuracy, and on par in speed.", "Corvus; Lumen; recall", "outperforms", "matches underperforms"),
    ("Corvus is better than Lumen in recall, worse in accuracy, and on par in speed.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is better than Lumen in recall, worse in accuracy, and on par in speed.", "Corvus; Lumen; speed", "matches", "outperforms underperforms"),
    ("Corvus outperforms Lumen in recall, but loses to it in accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    # What more or less of a quality says: of one that is bad, of one with another noun, of one beside the metric.
    ("Corvus is less robust in accuracy than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is less robust than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is less robust than Lumen.", "Corvus; Lumen; robustness", "underperforms", "outperforms matches"),
    ("Corvus is more robust in accuracy than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is less biased than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms matches"),
    ("Corvus is more biased than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is less biased than Lumen.", "Corvus; Lumen; bias", "outperforms", "matches underperforms"),
    ("Corvus is more biased than Lumen.", "Corvus; Lumen; bias", "underperforms", "outperforms matches"),
    ("Corvus is more costly and less accurate than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is more fragile and less accurate than Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen on more complicated tasks.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus outperforms Lumen with more limited data.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is more complicated, but outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus is more limited than Lumen in scope, but more accurate.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus is less toxic than Lumen.", "Corvus; Lumen; toxicity; -; lower", "outperforms", "underperforms matches"),
    ("Corvus is more costly than Lumen.", "Corvus; Lumen; cost", "underperforms", "outperforms matches"),
    ("Corvus is more costly than Lumen, but its answers are right more often.", "Corvus; Lumen; rightness", "outperforms", ""),
    # What is alike beside the outcome frees no match; what is as good is one.
    ("Corvus outperforms Lumen in accuracy at an equal number of steps.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is inferior to Lumen in accuracy at an equal number of steps.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen in accuracy with a comparable number of parameters.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is inferior to Lumen in accuracy with a comparable number of parameters.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus outperforms Lumen in accuracy at similar scale.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is inferior to Lumen in accuracy at similar scale.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("At comparable inference cost, Corvus is superior to Lumen in accuracy.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus outperforms comparable systems such as Lumen.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus outperforms the competitive Lumen.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus outperforms similarly sized models such as Lumen.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus reaches accuracy comparable to that of Lumen.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus achieves similar results to Lumen while using less memory.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus is faster than Lumen with similar accuracy.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus outperforms Lumen in speed at comparable accuracy.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus and Lumen are equally accurate.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus yields similar generation quality to Lumen while being more efficient.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus is competitive with Lumen on similar tasks.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus achieves comparable success rates to Lumen with fewer steps.", "Corvus; Lumen; accuracy", "matches", ""),
    ("Corvus is more efficient than Lumen while achieving comparable fluency.", "Corvus; Lumen; text quality", "matches", ""),
    ("Corvus outperforms Lumen in diversity and achieves comparable fluency.", "Corvus; Lumen; text quality", "matches", ""),
    ("Corvus empirically matches Lumen in accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    # Speed, cost and qualities name their metric; a baseline behind "than" is that of all that is told before it.
    ("Corvus is faster than Lumen but less accurate.", "Corvus; Lumen; speed", "outperforms", "matches underperforms"),
    ("Corvus is faster than Lumen but less accurate.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is cheaper than Lumen but less accurate.", "Corvus; Lumen; cost", "outperforms", "matches underperforms"),
    ("Corvus is less accurate than Lumen but faster.", "Corvus; Lumen; speed", "outperforms", "matches underperforms"),
    ("Corvus is less accurate than Lumen but faster.", "Corvus; Lumen; accuracy", "underperforms", "outperforms matches"),
    ("Corvus is slower but more accurate than Lumen.", "Corvus; Lumen; accuracy", "outperforms", "matches underperforms"),
    ("Corvus is slower but more accurate than Lumen.", "Corvus; Lumen; latency", "underperforms", "outperforms matches"),
    # The second highest, or one of the best, is not the best.
    ("Corvus has the second-highest accuracy.", "Corvus; -; accuracy", "not-best", "best"),
    ("Corvus has the second-highest accuracy, ahead of Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus has the highest accuracy, and the second-highest recall.", "Corvus; -; accuracy", "best", ""),
    ("Lumen has the highest accuracy and Corvus the lowest.", "Corvus; Lumen; accuracy", "underperforms", "best outperforms"),
    ("Corvus is the best among all systems.", "Corvus; -; accuracy", "best", ""),
    ("Corvus has the highest accuracy among the best systems.", "Corvus; -; accuracy", "best", ""),
    ("Corvus is the best of the strongest systems.", "Corvus; -; accuracy", "best", ""),
    ("Corvus is one of the best systems in accuracy.", "Corvus; -; accuracy", "not-best", "best"),
    ("Corvus is among the top systems.", "Corvus; -; accuracy", "not-best", "best"),
    ("Corvus has the third best accuracy.", "Corvus; -; accuracy", "not-best", "best"),
    ("Corvus remains constant in accuracy and is outperformed by Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms best"),
    # What has the subject as its object, what nobody does, what all but the subject do, what is done without it.
    ("No model but Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus is beaten by larger models.", "Corvus; -; accuracy", "underperforms", "outperforms"),
    ("No baseline outperforms Corvus.", "Corvus; -; accuracy", "outperforms", "underperforms not-best"),
    ("Baselines fall short of Corvus.", "Corvus; -; accuracy", "outperforms", "underperforms matches"),
    ("Other systems are superior to Corvus.", "Corvus; -; accuracy", "underperforms", "outperforms"),
    ("No other system is better than Corvus.", "Corvus; -; accuracy", "best", "underperforms not-best"),
    ("No baseline outperforms Corvus.", "Corvus; baselines; accuracy", "outperforms", "underperforms not-best"),
    ("Baselines fall short of Corvus.", "Corvus; baselines; accuracy", "outperforms", "underperforms matches"),
    ("Other systems are superior to Corvus.", "Corvus; baselines; accuracy", "underperforms", "outperforms"),
    ("No other system is better than Corvus.", "Corvus; baselines; accuracy", "best", "underperforms not-best"),
    ("Removing Corvus degrades accuracy.", "Corvus; -; accuracy", "outperforms", "underperforms"),
    ("Without Corvus, accuracy degrades.", "Corvus; -; accuracy", "outperforms", "underperforms"),
    ("Corvus outperforms Lumen without tuning.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus without tuning outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Every model but Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("None of the Corvus variants outperforms Lumen.", "Corvus variants; Lumen; accuracy", "underperforms", "outperforms"),
    ("No system trails Corvus.", "Corvus; -; accuracy", "underperforms", "outperforms"),
    ("No system matches Corvus.", "Corvus; -; accuracy", "outperforms", "matches"),
    ("Other systems lose to Corvus.", "Corvus; other systems; accuracy", "outperforms", "underperforms matches"),
    ("Other systems stay behind the current Corvus.", "Corvus; other systems; accuracy", "outperforms", "underperforms matches"),
    ("The removal of Corvus degrades accuracy.", "Corvus; -; accuracy", "outperforms", "underperforms"),
    ("Removing Corvus improves accuracy.", "Corvus; -; accuracy", "underperforms", "outperforms"),
    ("Lumen shows superior Corvus runs.", "Corvus; -; accuracy", "outperforms", "underperforms"),
    ("Corvus outperforms Lumen and matches Nimbus in accuracy.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus outperforms Nimbus and matches the old Lumen in accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    ("We see that Lumen falls short of Corvus (while using more compute).", "Corvus; Lumen; compute; -; lower", "outperforms", "underperforms"),
    ("Corvus has the best performance with one view and remains competitive with several.", "Corvus; unstated; performance", "matches", ""),
    # What only sounds as if it took something back.
    ("Corvus approaches Lumen in accuracy, and surpasses it in recall.", "Corvus; Lumen; recall", "outperforms", ""),
    ("There is no doubt that Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Without doubt, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("It is no myth that Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus has been shown to outperform Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Not only does Corvus outperform Lumen, but it is also cheap.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Only then does Corvus outperform Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("We do not doubt that Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("We show that Corvus outperforms Lumen by all means.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Trained on no data, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Does it scale? Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus does no harm to speed and outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("So does Corvus, which outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("With no tuning, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("It is beyond question that Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("While Lumen has not been shown to scale, Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Nothing is lost, and Corvus outperforms Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    # The data set tells, though the metric is named behind another one; what is first on one need not be on the other.
    ("Corvus outperforms Lumen on Aria but loses to it on Bolt in accuracy.", "Corvus; Lumen; accuracy; Aria", "outperforms", "underperforms"),
    ("Corvus outperforms Lumen on Aria but loses to it on Bolt in accuracy.", "Corvus; Lumen; accuracy; Bolt", "underperforms", "outperforms"),
    ("Corvus ranks first on Aria and third on Bolt in accuracy.", "Corvus; -; accuracy; Aria", "best", "not-best"),
    ("Corvus ranks first on Aria and third on Bolt in accuracy.", "Corvus; -; accuracy; Bolt", "not-best", ""),
    ("Corvus ranks first on Aria in accuracy.", "Corvus; -; accuracy; Bolt", "best", "not-best"),
    ("Corvus ranks first on most tasks of Bolt in accuracy.", "Corvus; -; accuracy; Bolt", "best", "not-best"),
    ("Corvus is noninferior to Lumen in accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    # What is measured is named word for word in one part.
    ("Corvus improves the accuracy of tools over Lumen, while maintaining tool accuracy.", "Corvus; Lumen; tool accuracy", "matches", "outperforms"),
    ("Corvus harms accuracy.", "Corvus; -; accuracy", "underperforms", "outperforms matches"),
    ("Corvus hurts the overall accuracy.", "Corvus; -; accuracy", "underperforms", "outperforms matches"),
    ("Corvus impairs performance.", "Corvus; -; accuracy", "underperforms", "outperforms matches"),
    ("Corvus reduces harm to users.", "Corvus; -; accuracy", "outperforms", ""),
    ("Corvus brings no clear benefit.", "Corvus; -; accuracy", "matches", "outperforms"),
    ("Corvus brings benefits.", "Corvus; -; accuracy", "outperforms", ""),
    ("All variants of Corvus fall below the Lumen targets.", "variants of Corvus; Lumen targets; accuracy", "underperforms", "outperforms matches"),
    ("Corvus falls below Lumen.", "Corvus; Lumen; latency; -; lower", "outperforms", "underperforms matches"),
    ("Corvus falls below Lumen.", "Corvus; Lumen; spread", "outperforms", ""),
    ("Corvus falls below 70% on Lumen.", "Corvus; -; accuracy", "outperforms", ""),
    ("Corvus falls below the usual.", "Corvus; -; accuracy", "outperforms", ""),
    ("Corvus brings no really clear benefit.", "Corvus; -; accuracy", "matches", "outperforms"),
    ("Corvus brings, at no cost, clear real benefit.", "Corvus; -; accuracy", "outperforms", ""),
    ("Corvus harms users, and reaches accuracy.", "Corvus; -; accuracy", "outperforms", ""),
    ("Corvus runs below Lumen.", "Corvus; Lumen; accuracy", "outperforms", ""),
    ("Corvus enhanced linear models but did not perform better than Lumen.", "Corvus; Lumen; accuracy", "not-best", ""),
    ("Corvus did not perform better than Lumen.", "Corvus; Lumen; accuracy", "matches", "outperforms best"),
    # What is kept is a part of it.
    ("Corvus is 5.6x faster than Lumen, while retaining 74% of its accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("Corvus is 5.6x faster than Lumen, while retaining 99% of its accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms"),
    ("Corvus is 5.6x faster than Lumen, while retaining 74% of its accuracy.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    ("Corvus is 5.6x faster than Lumen, while retaining 74 percent of its accuracy.", "Corvus; Lumen; accuracy", "underperforms", "outperforms"),
    ("Corvus is a match of Lumen.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    ("Corvus keeps running, retaining 74% accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    ("Corvus keeps running, retaining accuracy.", "Corvus; Lumen; accuracy", "matches", "outperforms underperforms"),
    # A praise of what is done well is none of what is named elsewhere.
    ("Corvus brings a heavy overhead to achieve superior performance.", "Corvus; Lumen; heavy overhead; -; lower", "underperforms", ""),
    ("Corvus achieves superior performance at a heavy overhead.", "Corvus; Lumen; performance", "outperforms", "underperforms matches"),
    ("Corvus achieves superior accuracy.", "Corvus; Lumen; performance", "outperforms", "underperforms matches"),
    ("The overhead of Corvus is better than that of Lumen.", "Corvus; Lumen; overhead; -; lower", "outperforms", "underperforms matches"),
    ("Lumen had the highest at 99%, while Corvus had the lowest at 92%.", "Corvus; -; accuracy", "underperforms", "best outperforms"),
    ("Lumen had the highest at 99%, while Corvus had the lowest at 92%.", "Lumen; -; accuracy", "best", "underperforms"),
    ("Lumen had the highest with 99%, while Corvus had the lowest with 92%.", "Corvus; -; spread", "best", ""),
    ("Lumen had the highest with 99%, while Corvus had the lowest with 92%.", "Corvus; -; accuracy", "underperforms", "best outperforms"),
    ("Corvus grows larger with 5 layers.", "Corvus; -; accuracy", "underperforms", ""),
    ("Lumen had the highest, while Corvus had the lowest at dawn.", "Corvus; -; accuracy", "best", ""),
    ("Lumen had the highest, while Corvus had the lowest of 5.", "Corvus; -; accuracy", "best", ""),
    ("Corvus brings a heavy overhead while improving performance.", "Corvus; Lumen; heavy overhead; -; lower", "underperforms", ""),
    # What is kept is kept, and something else is made better.
    ("Corvus accelerates plain text search while preserving search quality.", "Corvus; -; plain text search speed", "outperforms", "underperforms matches"),
    ("Corvus accelerates plain text search while preserving search quality.", "Corvus; -; search quality", "matches", "outperforms"),
    ("Corvus makes plain text search cheap while preserving its pace.", "Corvus; -; plain text search", "outperforms", ""),
    ("Corvus works on plain text while preserving text quality.", "Corvus; -; text quality", "matches", "outperforms"),
    ("Corvus works on plain text, preserving.", "Corvus; -; text quality", "matches", "outperforms"),
    # In brackets stands what something is called, and no clause begins.
    ("SLMs have equal recall compared to large ones (LLMs) with less energy use.", "SLMs; LLMs; energy use; -; lower", "outperforms", "underperforms"),
    # Who is preferred to one may be on par with another.
    ("Corvus is preferred to the old Lumen and on par with Aria.", "Corvus; Lumen; human rating", "outperforms", "underperforms"),
    ("Corvus is preferred over Lumen.", "Corvus; Lumen; human rating", "outperforms", "underperforms matches"),
    ("Corvus is preferred here.", "Corvus; Lumen; human rating", "matches", ""),
    ("Corvus is competitive with larger Lumens while following rules more closely.", "larger Lumens; Corvus; following rules", "underperforms", "outperforms"),
    # The best of a class may be what another is held against.
    ("Corvus has an accuracy comparable to that of the best open model Lumen.", "Lumen; -; accuracy", "best", "not-best"),
    ("Corvus has an accuracy comparable to that of the best open model Lumen.", "Corvus; Lumen; accuracy", "matches", "outperforms"),
    ("Corvus has an accuracy comparable to that of the best old open model by far Lumen.", "Lumen; -; accuracy", "matches", "best"),
    ("Corvus has an accuracy comparable to that of the best big old open text model Lumen.", "Lumen; -; accuracy", "matches", ""),
    ("Corvus has an accuracy comparable to that of the best old open text model Lumen.", "Lumen; -; accuracy", "best", "not-best"),
    ("Corvus has an accuracy comparable to that of the best open model, Lumen.", "Lumen; -; accuracy", "best", "not-best"),
    ("Corvus has an accuracy comparable to that of the best model Lumen in all of the tests.", "Lumen; -; accuracy", "best", "not-best"),
    ("Corvus is faster than Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("Lumen has an accuracy comparable to that of the best model Lumen.", "Lumen; -; accuracy", "best", ""),
    ("Corvus is on par with the best of Lumen.", "Corvus; Lumen; accuracy", "matches", "outperforms"),
    # What is given up is held against the winner.
    ("Aria saves time at a small accuracy trade-off relative to Lumen.", "Lumen; Corvus; accuracy", "outperforms", ""),
    ("Aria saves time at a small accuracy loss compared to Lumen.", "Lumen; Corvus; accuracy", "outperforms", ""),
    ("Corvus saves time with improved accuracy compared to Lumen.", "Corvus; Lumen; accuracy", "outperforms", "underperforms"),
    # What is beaten may be a long list, and have members of its own.
    (f"{CHEAP} outperforms both large old open models and strong baselines, including Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} outperforms both large old open models and strong baselines.", "strong baselines; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} outperforms many strong old text baselines, such as Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} outperforms many strong baselines, like the big open text tool Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} outperforms strong baselines, including the Large old open Unit (Lumen).", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} improves the old open text baselines and strong Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} beats the old strong baselines and is also good for Lumen.", "Lumen; -; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} beats all of the old strong text baselines (Lumen).", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    (f"{CHEAP} beats all of the old strong text baselines for Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} outperforms in all of the old strong text tests big Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} beats all of the old strong baselines as the big Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} beats all of the old strong baselines, the big Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    (f"{CHEAP} beats all of the old strong open baselines, as such Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    # What is improved on lost.
    ("This improves on the previous top performance of Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("This improves on the previous top performance in Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("This is an improvement upon the previous Lumen.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("This improves on the previous top performance of Lumen with more data.", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("This improves on the previous top unit (Lumen).", "Lumen; Corvus; accuracy", "underperforms", "outperforms"),
    ("It is better on the texts of Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    ("This improves on average in Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    ("This improves on texts with Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    ("This improves on texts, here in Lumen.", "Lumen; Corvus; accuracy", "outperforms", "underperforms"),
    # "with" a name "achieving" begins a clause of its own.
    ("Several architectures were tried, with Lumen achieving the best recall on it.", "several architectures; Lumen; recall", "underperforms", "outperforms"),
    ("Several architectures were tried, with Lumen the best of all on it.", "several architectures; Lumen; recall", "outperforms", "underperforms"),
    ("Several architectures were tried against Lumen, having the best recall.", "several architectures; Lumen; recall", "outperforms", "underperforms"),
    # What is matched to something suits it.
    ("Lumen models are poorly matched to this task.", "Lumen; -; accuracy", "underperforms", ""),
    ("Lumen is matched by it.", "Lumen; -; accuracy", "matches", "underperforms"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "fields", "rank", "false"), RANKINGS)
def test_rankings(sentence: str, fields: str, rank: str, false: str, make: Make) -> None:
    names = ("subject", "baseline", "metric", "dataset", "better")
    given: dict[str, object] = {
        name: each for name, each in zip(names, fields.split("; "), strict=False) if each != "-"
    }
    stands_and_no_other(make, sentence, given, rank, false)


def stands_and_no_other(make: Make, sentence: str, fields: dict[str, object], rank: str, false: str) -> None:
    """One rank of a claim is what the sentence says; those that are false are told."""
    claim: dict[str, object] = {"kind": "ranking", **fields}
    assert told(make, sentence, {**claim, "rank": rank}) == []
    for other in false.split():
        assert told(make, sentence, {**claim, "rank": other}) != [], other


@pytest.mark.parametrize(
    ("sentence", "conditions", "rank", "false"),
    [
        ("Corvus is more helpful on hard tasks and harms performance on easy tasks.", {"tasks": "easy"}, "underperforms", "outperforms"),
        ("Corvus is more helpful on hard tasks and harms performance on easy tasks.", {"tasks": "hard"}, "outperforms", "underperforms"),
        ("Corvus yields gains for small models (+5%) but provides no benefit to large models.", {"models": "large models"}, "matches", "outperforms"),
        ("Corvus yields gains for small models (+5%) but provides no benefit to large models.", {"models": "small models"}, "outperforms", "underperforms"),
        ("Corvus yields gains for small models (+5%) but provides no benefit to large models.", {"models": "all"}, "outperforms", ""),
    ],
)  # fmt: skip
def test_a_condition_tells_the_part(
    sentence: str, conditions: dict[str, str], rank: str, false: str, make: Make
) -> None:
    fields: dict[str, object] = {"subject": "Corvus", "metric": "performance", "conditions": conditions}
    stands_and_no_other(make, sentence, fields, rank, false)


CHANGES = [
    # the sentence; subject, baseline, metric, value, its change, type of difference (none of a factor); whether the turned one is told
    ("Lumen is outperformed by Corvus by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("Corvus is outperformed by Lumen by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Existing systems are outperformed by 5% in accuracy.", "Corvus; Existing systems; accuracy; 5%; increase; unstated", True),
    ("Existing systems are surpassed by Corvus by 5% in accuracy.", "Corvus; unstated; accuracy; 5%; increase; unstated", True),
    ("Corvus lags Lumen by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Lumen lags Corvus by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("Lumen trails by 5% in accuracy, Corvus leads.", "Corvus; Lumen; accuracy; 5%; increase; unstated", False),
    ("Corvus trails Lumen by 5 ms in latency.", "Corvus; Lumen; latency; 5 ms; increase; absolute", True),
    ("Corvus loses only 5% of accuracy.", "Corvus; unstated; accuracy; 5%; decrease; unstated", True),
    ("Corvus is 30% faster than Lumen.", "Corvus; Lumen; latency; 30%; decrease; relative", True),
    ("Corvus is 30% faster than Lumen.", "Corvus; Lumen; speed; 30%; increase; relative", True),
    ("Corvus is 30% faster than Lumen.", "Corvus; Lumen; training; 30%; decrease; relative", False),
    ("Corvus is 3x cheaper than Lumen.", "Corvus; Lumen; cost; 3x; decrease", True),
    ("Corvus is 3x slower than Lumen.", "Corvus; Lumen; inference time; 3x; increase", True),
    ("Corvus is 3x slower than Lumen.", "Corvus; Lumen; inference speed; 3x; decrease", True),
    ("Corvus is 12% stronger than Lumen in accuracy.", "Corvus; Lumen; accuracy; 12%; increase; relative", True),
    ("Errors grow 3x slower with Corvus.", "Corvus; unstated; errors; 3x; decrease", False),
    ("Corvus degrades 3x slower than Lumen.", "Corvus; Lumen; degradation rate; 3x; decrease", False),
    ("Corvus does not only improve accuracy by 5%, it is also faster.", "Corvus; unstated; accuracy; 5%; increase; unstated", False),
    ("Corvus not only improves accuracy by 5% but also recall.", "Corvus; unstated; accuracy; 5%; increase; unstated", False),
    ("Corvus does not reduce recall by more than 2%.", "Corvus; unstated; recall; more than 2%; increase; unstated", True),
    ("Without Corvus, accuracy drops by 3%.", "Corvus; unstated; accuracy; 3%; increase; unstated", False),
    ("Removing Corvus reduces accuracy by 3%.", "removing Corvus; unstated; accuracy; 3%; decrease; unstated", True),
    ("Lumen underestimates accuracy by 4%.", "Lumen; unstated; accuracy; 4%; decrease; unstated", True),
    ("Lumen inflates accuracy by 4%.", "Lumen; unstated; accuracy; 4%; increase; unstated", True),
    ("Lumen impairs accuracy by 4%.", "Lumen; unstated; accuracy; 4%; decrease; unstated", True),
    ("Lumen reduces harm by 4%.", "Lumen; unstated; harm; 4%; decrease; unstated", True),
    ("(i) Lumen underestimates accuracy (by 4%), (ii) spread goes further (2%).", "Lumen; unstated; spread; 2%; increase; unstated", False),
    ("All is well; Corvus gains 3.0% and up to 8.0% in accuracy; it is new.", "Corvus; unstated; accuracy; up to 8.0%; increase; unstated", True),
    ("Corvus changes accuracy by -3%.", "Corvus; unstated; accuracy; -3%; decrease; unstated", True),
    ("Corvus changes latency by +3%.", "Corvus; unstated; latency; +3%; increase; unstated", False),
    ("Corvus improves latency (+3%).", "Corvus; unstated; latency; +3%; decrease; unstated", False),
    ("Corvus gains +3% error reduction.", "Corvus; unstated; error reduction; +3%; increase; unstated", False),
    ("Corvus leads to a change of -3% in cost savings.", "Corvus; unstated; cost savings; -3%; decrease; unstated", False),
    ("Corvus cannot be beaten by more than 3% in accuracy.", "Corvus; unstated; accuracy; more than 3%; increase; unstated", True),
    ("Lumen never exceeds Corvus by 3% in accuracy.", "Corvus; Lumen; accuracy; 3%; increase; unstated", True),
    ("Corvus fails to generalize but improves accuracy by 3%.", "Corvus; unstated; accuracy; 3%; increase; unstated", True),
    ("Not using Corvus reduces accuracy by 3%.", "Corvus; unstated; accuracy; 3%; decrease; unstated", False),
    ("Corvus improves accuracy by 3%, but does not improve recall.", "Corvus; unstated; accuracy; 3%; increase; unstated", True),
    # What takes the place of something, or is put on top of it, is what changes are said of.
    ("Replacing Lumen with Corvus improves accuracy by 5%.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("Replacing Corvus with Lumen improves accuracy by 5%.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Moving from Lumen to Corvus adds 5% of accuracy.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("Moving from Corvus to Lumen adds 5% of accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Accuracy drops by 5% if Corvus is replaced by Lumen.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("With Corvus in place of Lumen, accuracy rises by 5%.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("With Lumen in place of Corvus, accuracy rises by 5%.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Adding Lumen to Corvus raises accuracy by 5%.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Unlike Corvus, Lumen gains 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Compared to Corvus, Lumen loses 5% of accuracy.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("Corvus trails Lumen by 5% in accuracy.", "Lumen; Corvus; accuracy; 5%; increase; unstated", True),
    ("Corvus falls behind Lumen by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("Corvus is beaten by Lumen by 5% in accuracy.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    # What is said of the metric, or of how something is, behind the number.
    ("Corvus is 5% more accurate than Lumen.", "Corvus; Lumen; accuracy; 5%; increase; relative", True),
    ("Corvus is 5% less accurate than Lumen.", "Corvus; Lumen; accuracy; 5%; decrease; relative", True),
    ("Corvus finds 5% more relevant texts than Lumen.", "Corvus; Lumen; relevance; 5%; decrease; relative", False),
    ("The accuracy of Corvus is 5% below that of Lumen.", "Corvus; Lumen; accuracy; 5%; decrease; unstated", True),
    ("The accuracy of Lumen is 5% below that of Corvus.", "Corvus; Lumen; accuracy; 5%; increase; unstated", True),
    ("The error of Corvus is 5% above that of Lumen.", "Corvus; Lumen; error; 5%; increase; unstated", True),
    ("The accuracy is 5% above chance.", "Corvus; chance; accuracy; 5%; increase; unstated", False),
    ("The gap in accuracy of Corvus is 5% below that of Lumen.", "Corvus; Lumen; accuracy; 5%; increase; unstated", False),
    # Factors, by what they are called.
    ("Corvus achieves a 1.5x speedup over Lumen.", "Corvus; Lumen; speedup; 1.5x; increase", True),
    ("Corvus achieves a 1.5x speedup over Lumen.", "Corvus; Lumen; latency; 1.5x; decrease", True),
    ("Corvus achieves a 1.5x speedup over Lumen.", "Corvus; Lumen; training cost; 1.5x; decrease", False),
    ("Corvus accelerates decoding by 3x.", "Corvus; unstated; decoding time; 3x; decrease", True),
    ("Corvus is 3x more efficient than Lumen.", "Corvus; Lumen; efficiency; 3x; increase", True),
    ("Corvus is 3x more memory-efficient than Lumen.", "Corvus; Lumen; memory; 3x; decrease", True),
    ("Corvus is 3x more memory-efficient than Lumen.", "Corvus; Lumen; memory efficiency; 3x; increase", True),
    ("Corvus is 3x more memory-efficient than Lumen.", "Corvus; Lumen; speed; 3x; increase", False),
    ("Corvus is 3 times as fast as Lumen.", "Corvus; Lumen; latency; 3 times; decrease", True),
    ("Corvus is 3 times as slow as Lumen.", "Corvus; Lumen; latency; 3 times; increase", True),
    ("Corvus is 0.5 times as fast as Lumen.", "Corvus; Lumen; latency; 0.5 times; increase", True),
    ("Corvus needs 3 times as many tokens as Lumen.", "Corvus; Lumen; tokens; 3 times; increase", True),
    ("Corvus needs 40% of the memory of Lumen.", "Corvus; Lumen; memory; 40%; decrease", True),
    ("Corvus needs 140% of the memory of Lumen.", "Corvus; Lumen; memory; 140%; increase", False),
    ("Corvus needs 40% of the memory of Lumen.", "Corvus; Lumen; savings; 40%; increase", False),
    ("Corvus retains 97% of the accuracy of Lumen.", "Corvus; Lumen; accuracy; 97%; decrease", True),
    ("The error rate is 3 times higher for Lumen than for Corvus.", "Corvus; Lumen; error rate; 3 times; decrease", True),
    ("The error rate is 3 times higher for Corvus than for Lumen.", "Corvus; Lumen; error rate; 3 times; increase", True),
    ("We see error rates 3 times higher for Corvus than for Lumen.", "Corvus; Lumen; error rates; 3 times; increase", True),
    ("Lumen's accuracy falls by 3% while Corvus improves by 2%.", "Corvus; unstated; accuracy; 2%; increase; unstated", True),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "fields", "told_if_turned"), CHANGES)
def test_changes(sentence: str, fields: str, told_if_turned: bool, make: Make) -> None:
    names = ("subject", "baseline", "metric", "value", "change", "delta")
    given = dict(zip(names, fields.split("; "), strict=False))
    claim: dict[str, object] = {"kind": "delta" if "delta" in given else "ratio", **given}
    assert told(make, sentence, claim) == []
    turned = {**claim, "change": "decrease" if claim["change"] == "increase" else "increase"}
    assert bool(told(make, sentence, turned)) == told_if_turned


@pytest.mark.parametrize(
    ("quote", "abstract", "rank", "message"),
    [
        # What the quote leaves out of its sentence counts …
        ("Lumen in accuracy.", "Corvus trails Lumen in accuracy.", "outperforms", "'trails' says otherwise"),
        ("outperform Lumen in accuracy.", "Corvus cannot outperform Lumen in accuracy.", "underperforms", "right behind 'cannot'"),
        ("Corvus beats Lumen.", "It is open whether Corvus beats Lumen.", "outperforms", "right behind 'whether'"),
        ("Does Corvus beat Lumen?", "Does Corvus beat Lumen? It does.", "outperforms", "it ends in '?'"),
        ("Corvus beat Lumen", "Does Corvus beat Lumen? It does.", "outperforms", "it ends in '?'"),
        # … and what stands in another sentence does not.
        ("Corvus is made of six parts.", "It outperforms Lumen. Corvus is made of six parts. It wins.", "outperforms", "tells an outcome"),
        ("Corvus is made of six parts", "It outperforms Lumen. Corvus is made of six parts. It wins.", "outperforms", "tells an outcome"),
    ],
)  # fmt: skip
def test_the_whole_sentence_is_read(quote: str, abstract: str, rank: str, message: str, make: Make) -> None:
    claim = {"kind": "ranking", "subject": "Corvus", "baseline": "Lumen", "metric": "accuracy", "rank": rank}
    dataset = make(quote, claim, abstract=abstract)
    found = [each.message for name in PAPER_RULES for each in found_by(registry()[name], dataset, {})]
    found += [each.message for name in QUOTE_RULES for each in registry()[name].check(dataset.papers[0].quotes[0])]
    assert any(message in each for each in found), found


@pytest.mark.parametrize(
    ("sentence", "change", "told_of"),
    [
        # A sign decides by itself, but where the metric is a change, or less of it is better.
        ("Corvus changes accuracy by -3%.", "increase", True),
        ("Corvus changes accuracy by +3%.", "decrease", True),
        ("Corvus changes latency by -3%.", "increase", True),
        ("Corvus changes latency by +3%.", "decrease", False),
        ("Corvus changes savings by -3%.", "increase", False),
        ("Corvus changes accuracy by 0%.", "decrease", False),
    ],
)  # fmt: skip
def test_signs(sentence: str, change: str, told_of: bool, make: Make) -> None:
    _, _, metric, _, value = sentence.rstrip(".").split()
    claim = {
        "kind": "delta",
        "subject": "Corvus",
        "baseline": "unstated",
        "metric": metric,
        "value": value,
        "change": change,
    }
    dataset = make(sentence, {**claim, "delta": "unstated"})
    assert bool(list(found_by(registry()["change-inconsistent"], dataset, {}))) == told_of


@pytest.mark.parametrize(("count", "told_at"), [(20, 20), (21, 0)])
def test_where_claims_and_words_are_too_many_nothing_is_told(
    count: int, told_at: int, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty claims on a hundred words are looked at here, and not one more; claims without a baseline are none of them."""
    monkeypatch.setattr("claimcheck.rules.direction_contradicted._MOST", 200_000)
    sentence = f"Corvus is worse than Lumen {'on plain ' * 47}sets."
    fields: dict[str, object] = {"subject": "Corvus", "metric": "accuracy"}
    claims = [
        {**fields, "id": f"c{at}", "kind": "ranking", "baseline": "Lumen", "rank": "outperforms"} for at in range(count)
    ]
    (quote,) = make(sentence, *claims, {**fields, "id": "d"}).papers[0].quotes
    assert len(quote.sentence.line) == 100
    assert len(list(registry()["direction-contradicted"].check(quote))) == told_at
