"""Which values of a metric are the better ones: as the claim or the vocabulary says, or by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.text.words import stems

_LOWER: Final = frozenset(
    stems(
        "error perplexity loss latency time runtime cost memory compute FLOPs energy WER CER DER FID FVD KID MAE RMSE MSE NMSE EER ECE NLL "
        "LPIPS MPJPE Brier hallucination toxicity bias regurgitation forgetting regret violation overhead delay mortality failure variance "
        "distance divergence bits burden makespan footprint collision"
    )
)
_HIGHER: Final = frozenset(
    stems(
        "accuracy performance F1 precision recall AUC AUROC AUPRC BLEU ROUGE PSNR SSIM NDCG quality fidelity success win reward capability "
        "reliability mAP mIoU IoU exactness speed throughput FPS frame"
    )
)
_SCORE: Final = frozenset(stems("score"))
"""It is better the higher it is, unless it is the score of what is better the lower it is: "ECE scores"."""
_UNDOING: Final = frozenset(
    stems(
        "detection correction mitigation avoidance prevention tolerance robustness resistance resilience recovery awareness prediction "
        "forecasting estimation classification recognition identification diagnosis removal"
    )
)
"""What is done about something bad, or told of it, is the better the more there is of it: "error correction rate"."""
_CARRIED: Final = _SCORE | frozenset(
    stems(
        "rate ratio value level percentage point percent usage use consumption requirement number count index metric measure amount size"
    )
)
"""Behind a metric these leave it what it is: "error rate"."""
_TURNING: Final = frozenset(
    stems("survival explained walking travel weight range term retention remission progression relapse recurrence")
)
"""With these nobody knows: "survival time", "weight loss", "time in range", "long-term memory"."""
_WEIGHTED: Final = re.compile(r"\b(?:un)?weighted\b", re.IGNORECASE)
"""How it is averaged is of no matter, and no weight."""
_BRACKETED: Final = re.compile(r"\(([^()]*)\)")
_PREPOSITIONS: Final = re.compile(r"\s(?:of|in|for|on|per|under|with|at|to|by|from|over|when)\s")


def better_of(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """ "higher" or "lower": which values of the claim's metric are the better ones; None where nobody knows."""
    return better_as_told(claim, vocabulary) or _by_name(claim.claim.metric.text)


def better_as_told(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """Which values are the better ones as the claim says, or the vocabulary."""
    if claim.claim.better is not None:
        return claim.claim.better.text
    entry = vocabulary.find(claim.claim.metric.text)
    return entry.better.text if entry is not None and entry.better is not None else None


def _by_name(metric: str) -> str | None:
    """What the name of a metric says, and what it has in brackets: "fidelity (FID)" says both, and so neither."""
    names = [_BRACKETED.sub(" ", metric), *_BRACKETED.findall(metric)]
    known = {better for name in names if (better := _by_head(name)) is not None}
    return known.pop() if len(known) == 1 else None


def _by_head(name: str) -> str | None:
    """What the last word says that is known, of the first phrase that has one: "cost estimation accuracy", "errors of recall"."""
    phrases = [stems(phrase) for phrase in _PREPOSITIONS.split(_WEIGHTED.sub(" ", name))]
    if any(not _TURNING.isdisjoint(words) for words in phrases):
        return None
    known = (better for words in phrases if (better := _of_phrase(words)) is not None)
    scored = any(not _SCORE.isdisjoint(words) for words in phrases)
    return next(known, "higher" if scored else None)


def _of_phrase(words: Sequence[str]) -> str | None:
    """What the head of a phrase says: a word that nobody knows says nothing, and nothing before it counts."""
    heads = [word for word in reversed(words) if word not in _CARRIED and not word[0].isdigit()]
    undone = bool(heads) and heads[0] in _UNDOING
    for word in heads if undone else heads[:1]:
        if word in _HIGHER:
            return "higher"
        if word in _LOWER:
            return "higher" if undone else "lower"
    return None
