"""What a number can measure at all: by its unit, by the words right at it, by the statistics that it is written as."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import Final

from claimcheck.dataset import ClaimInContext
from claimcheck.matching.change_words import BRINGING, CHANGING
from claimcheck.matching.grammar import akin, ends_phrase, previous, with_determiners
from claimcheck.matching.sentence import BEFORE_NUMBERS, Sentence
from claimcheck.matching.sides import places
from claimcheck.matching.slots import NO_MEASURE
from claimcheck.matching.spoken import KINDS, related
from claimcheck.numerals import Mention
from claimcheck.text.words import BRACKET, FUNCTION_WORDS, WEAK, Word, stem, stems


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


_QUALITY: Final = _stems(
    "accuracy precision recall F1 AUC AUROC AUPRC mIoU IoU BLEU ROUGE NDCG kappa WER CER PSNR SSIM RMSE MAE MSE error score"
)
"""What tells how good something is …"""
_RESOURCE: Final = _stems(
    "latency runtime memory VRAM compute FLOP GFLOP cost budget energy parameter token storage throughput FPS bandwidth epoch"
)
"""… and what tells how much it takes. No number tells both."""
_SCORES: Final[Mapping[str, str]] = {
    each: group.split()[0].casefold()
    for group in (
        "accuracy acc", "precision PPV", "recall sensitivity TPR", "specificity TNR", "F1 Dice",
        "AUC AUROC AUPRC", "BLEU", "ROUGE", "IoU mIoU", "PSNR", "SSIM", "RMSE", "MAE", "MSE", "WER", "CER", "EER",
        "perplexity PPL", "kappa", "NDCG", "FID", "MRR", "METEOR", "CIDEr",
    )
    for each in _stems(group)
}  # fmt: skip
"""Scores of which none is another, by their stems; names of one stand together."""
_LEADING_UP: Final = frozenset("of is was are were by to reaches reached reaching".split())
"""One of these may stand between a score and its number: "precision was 79.6%"."""
_LEADING_BACK: Final = frozenset("for in".split())
"""… and one of these between a number and its score: "79.6% for precision"."""
_OF_A_SCORE: Final = frozenset("score scores rate rates value values".split())
_AS: Final = frozenset("measured measuring terms".split())
"""With these one score may be told by another."""
_MEASURES: Final = _QUALITY | _RESOURCE
_SETTING: Final = frozenset("with using at under over against given for".split())
"""They lead to what something was done with."""
_COMPARED: Final = KINDS | _stems("baseline baselines")
"""What has a baseline's number, which is of the same measure: "improving over a 95% baseline"."""
_VAGUE: Final = _stems(
    "performance result results score scores quality value values success here there then now again too also together already"
)
"""What may be any measure that other sentences tell of."""
_NO_NOUN: Final = ("er", "est", "ly", "ed", "ing")
"""Endings of what only describes: "3x faster"."""
_UNITS: Final[Mapping[str, str]] = (
    dict.fromkeys("ms µs μs us ns sec s h hr hrs min".split(), "time")
    | dict.fromkeys("B KB kB MB GB TB PB KiB MiB GiB".split(), "memory")
    | dict.fromkeys("$ € £".split(), "money")
    | dict.fromkeys("Wh kWh MWh J kJ MJ mJ".split(), "energy")
)
_UNIT_WORDS: Final = frozenset("seconds second minutes minute hours hour milliseconds millisecond days weeks".split())
"""Right behind a number without a unit, they are one of time."""
_OF_UNIT: Final[Mapping[str, frozenset[str]]] = {
    "time": _stems("latency time runtime duration delay speed wait age period length interval overhead"),
    "memory": _stems("memory RAM VRAM storage footprint disk size bandwidth traffic data"),
    "money": _stems("cost price budget expense money spending fee wage salary revenue profit"),
    "energy": _stems("energy consumption electricity"),
}
"""What is measured in units of a kind."""
_ONLY: Final[Mapping[str, frozenset[str]]] = {
    "time": _stems("latency runtime"),
    "memory": _stems("memory RAM VRAM storage"),
    "quality": _stems("accuracy precision recall F1 AUC AUROC mIoU BLEU"),
}
"""What is measured in nothing else; a quality has no unit of these at all."""
_TASKS: Final = _stems(
    "estimation prediction forecast classification detection recognition regression modeling modelling quality calibration extraction"
)
"""What can be done of an amount, and then is good or bad: "cost estimation"."""
_REVERSED: Final = (
    (_stems("success"), _stems("failure")),
    (_stems("accuracy"), _stems("error")),
    (_stems("correct"), _stems("incorrect wrong")),
    (_stems("win"), _stems("loss")),
    (_stems("hit"), _stems("miss")),
)
"""Of one of these the other is what is left of a hundred."""
_CHANGING: Final = CHANGING.keys() | BRINGING
_REACH: Final = 4
_COLON: Final = 6
"""The room before a word behind a colon."""
_RESPECTIVELY: Final = stem("respectively")
_STATISTICS: Final = (
    (
        re.compile(r"\b[pP](?:\s?-?\s?values?)?\s*(?:of\s+|[=<>≤]\s*)$"),
        None,
        _stems("p value significance probability test"),
    ),
    (
        re.compile(r"\b(?:SD|s\.d\.|std\.?|stdev|standard (?:deviation|error))\s*(?:[=:]|of)?\s*$"),
        None,
        _stems("SD std stdev standard deviation error spread uncertainty variance variation"),
    ),
    (
        None,
        re.compile(r"\s*(?:CI|confidence (?:interval|level)|credible interval)s?\b"),
        _stems("CI confidence interval credible level coverage uncertainty"),
    ),
)
"""How statistics are written, before and behind a number, and the words for them in a claim."""
_SIGN: Final = re.compile(r"^[^\d.]+")
_BETTER: Final[Mapping[str, frozenset[str]]] = {
    "higher": frozenset("accuracy|precision|recall|f1|f1 score|f1-score|auc|auroc|bleu|miou|ndcg|win rate".split("|")),
    "lower": frozenset(
        "error|error rate|word error rate|character error rate|wer|cer|perplexity|rmse|mae|mse|fid|latency|log loss|hallucination|hallucinations|"
        "hallucination rate|hallucination percentage|hallucination percentages".split("|")
    ),
}
_PLAIN: Final = frozenset(
    "test validation average mean overall top-1 top-5 top-k classification inference final macro micro weighted balanced zero-shot "
    "few-shot end-to-end per-class single-task multi-task".split()
)
"""Words before such a metric that leave it what it is."""
_HOSTILE: Final = re.compile(
    r"(?i)attack|advers|privacy|leak|unlearn|backdoor|jailbreak|poison|membership|watermark|sabotag|evad|evas|memori|prob(?:e|ing)|"
    r"spurious|bias|fair|confound|identif|refus"
)
"""In such work a worse score may be what is wanted."""


class Measures:
    """What the words of a sentence say that its numbers measure."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._line = sentence.line
        self._paired = any(word.stem == _RESPECTIVELY for word in sentence.line)

    def against(self, claim: ClaimInContext, at: int | None) -> str | None:
        """Why a number, a claim's value or its baseline's, cannot be of its metric, as the claim calls it or as the sentence does;
        None where nothing surely says so."""
        if at is None or at not in self._sentence.numbers:
            return None
        names = dict.fromkeys((claim.spelled.metric.text, claim.claim.metric.text))
        return next(filter(None, (self._against(claim, at, _stems(name) - FUNCTION_WORDS) for name in names)), None)

    def _against(self, claim: ClaimInContext, at: int, metric: Collection[str]) -> str | None:
        number = claim.paper.numbers[at]
        return (
            _by_statistics(claim, at)
            or self._by_unit(at, number.unit, number.text, metric)
            or self._by_words(claim, at, metric)
            or self._by_score(claim, at, metric)
        )

    def _by_unit(self, at: int, unit: str | None, text: str, metric: Collection[str]) -> str | None:
        """ "5 ms" of memory, "3 GB" of latency."""
        kind, end = _UNITS.get(unit or ""), self._sentence.numbers[at].last
        behind = self._behind(at)
        if unit is None and behind and behind[0].low in _UNIT_WORDS and not behind[0].joined and len(behind) == 1:
            kind, end, text = "time", end + 1, f"{text} {behind[0].text}"
        if kind is None or _OF_UNIT[kind] & set(metric):
            return None
        only = next((words & set(metric) for words in _ONLY.values() if words & set(metric)), None)
        if (
            only is None
            or self._of(end).issuperset(only)
            or any(each.isalpha() and each in metric for each in stems(text))
        ):
            return None  # "200 days of storage"
        return f"'{text}' is an amount of {kind}"

    def _of(self, index: int) -> set[str]:
        """The stems of what an amount is of: "200 days of cold storage"."""
        line = self._line
        if index >= len(line) or line[index].low != "of" or line[index].room:
            return set()
        end = index + 1
        while end < len(line) and not line[end].room and not ends_phrase(line, end):
            end += 1
        return {word.stem for word in line[index:end]}

    def _by_score(self, claim: ClaimInContext, at: int, metric: Collection[str]) -> str | None:
        """A well-known score right at the number, where the metric is another one: "precision 79.6%, recall 70.1%"."""
        mine = _scores(metric)
        if any(each.low in _AS for each in self._line):
            return None  # "measured as AUC, its accuracy is high: 91% AUC"
        word = self._score_behind(at)
        ahead = self._score_ahead(at)
        if word is not None and ahead is not None and _SCORES[word.stem] != _SCORES[ahead.stem]:
            return None
        word = word or ahead
        if word is None or len(mine) != 1 or _TASKS & set(metric) or _SCORES[word.stem] in mine | _scores(_held(claim)):
            return None
        return f"'{word.text}' stands at '{claim.paper.numbers[at].text}'"

    def _score_behind(self, at: int) -> Word | None:
        """ "79.6% test precision", "79.6% (precision)", "79.6% for precision": the score, unless another goes on with it."""
        line, first = self._line, self._sentence.numbers[at].last
        first += first < len(line) and line[first].low in _LEADING_BACK
        last = first
        while last < min(len(line), first + _REACH) and (last == first or not line[last].room):
            word = line[last]
            ends = word.joined or last in self._sentence.numbered or ends_phrase(line, last)
            if ends or word.room not in (0, BRACKET):
                return None
            if word.stem in _SCORES and not self._names_more(last):
                return None if self._goes_on(last) else word
            last += 1
        return None

    def _score_ahead(self, at: int) -> Word | None:
        """ "precision 79.6%", "a precision of 79.6%", "precision (79.6%)": the score, unless it goes on with another."""
        line, index = self._line, self._sentence.numbers[at].first
        crossed = line[index].room
        while previous(line, index) in BEFORE_NUMBERS:
            index -= 1
        for words_between in (_LEADING_UP, _OF_A_SCORE):
            index -= previous(line, index) in words_between
        word = line[index - 1] if index else None
        if (
            word is None
            or word.joined
            or word.stem not in _SCORES
            or max(crossed, line[index].room) not in (0, BRACKET, _COLON)
        ):
            return None
        for before in reversed(range(max(0, index - 1 - _REACH), index - 1)):
            if line[before].low not in ("and", "or") and (
                before in self._sentence.numbered or ends_phrase(line, before)
            ):
                return word
            if line[before].stem in _SCORES:
                return None
        return word

    def _names_more(self, index: int) -> bool:
        """Whether a name goes on behind a score: "79.6% accuracy loss"."""
        return any(
            not word.room
            and word.low not in _OF_A_SCORE
            and word.stem not in _SCORES
            and not ends_phrase(self._line, index + 1)
            for word in self._line[index : index + 2]
        )

    def _goes_on(self, index: int) -> bool:
        """Whether another score stands behind one, at no number of its own: "79.6% precision and recall"."""
        following = next((word for word in self._line[index + 1 :] if word.low not in _OF_A_SCORE), None)
        if following is None or following.room > WEAK:
            return False
        also = following.low in ("and", "or") or following.stem in _SCORES
        return also and self._sentence.numbered.isdisjoint(range(index, index + 5))

    def _by_words(self, claim: ClaimInContext, at: int, metric: Collection[str]) -> str | None:
        """ "80% accuracy" of cost, "a failure rate of 20%" as success rate; or what only another number is called by."""
        if self._paired or self._in_list(at):
            return None
        tag = self._behind(at) or self._ahead(at)
        named = {word.stem for word in tag}
        number = claim.paper.numbers[at].text
        called = " ".join(word.text for word in tag)
        if not tag or any(word.joined for word in tag):
            return None
        if claim.claim.kind.text == "result":
            for pair in _REVERSED:
                for mine, theirs in (pair, pair[::-1]):
                    if mine & set(metric) and theirs & named and not mine & self._all() and not theirs & set(metric):
                        return f"the words at '{number}' are '{called}'"
        if _TASKS.isdisjoint(metric) and (why := self._of_another_score(claim, at, tag, metric)) is not None:
            return why
        if (named | _TASKS) & set(metric):
            return None
        families = [(_QUALITY & group, _RESOURCE & group) for group in (named, set(metric))]
        said = [bool(quality) - bool(resource) for quality, resource in families]
        if 0 not in said and said[0] != said[1]:
            return f"the words at '{number}' are '{called}'"
        if related(called, claim.claim.metric.text):
            return None
        if self._is_of_other_sentence(claim, tag, metric):
            return f"the words at '{number}' are '{called}'"
        return self._of_another(claim, at, named, metric)

    def _is_of_other_sentence(self, claim: ClaimInContext, tag: Sequence[Word], metric: Collection[str]) -> bool:
        """Whether other sentences of the abstract have the metric, and this one no word of it, but another measure at the number."""
        last = tag[-1]
        tells = (
            last.text.islower() and last.stem not in NO_MEASURE | _COMPARED | _VAGUE and not last.low.endswith(_NO_NOUN)
        )
        if not tells or claim.claim.kind.text not in ("result", "delta", "ratio") or last.stem in _held(claim):
            return False
        if last.low in _UNIT_WORDS or any(
            akin(*pair) for word in self._all() for each in metric for pair in ((word, each), (each, word))
        ):
            return False
        assert claim.paper.abstract is not None
        return _words_of(claim.paper.abstract.text).issuperset(metric)

    def _of_another(
        self, claim: ClaimInContext, at: int, named: Collection[str], metric: Collection[str]
    ) -> str | None:
        """What the number is called is another measure than the metric, or no measure at all ("50% sparsity"); and the metric stands
        in the sentence at another number alone, of the same unit if the number's own word is no measure."""
        measures, own = _MEASURES & set(metric), _MEASURES & set(named)
        if not measures or not (own or self._is_setting(claim, at, named)) or (own or set(named)) & _held(claim):
            return None
        numbers = claim.paper.numbers
        others = {
            index: other
            for other in self._sentence.numbers
            if other != at and not self._in_list(other) and (own or numbers[other].unit == numbers[at].unit)
            for index in self._places(other)
        }
        places = [index for index, word in enumerate(self._line) if word.stem in measures]
        if not places or not all(index in others for index in places):
            return None
        other = claim.paper.numbers[others[places[0]]].text
        return f"'{self._line[places[0]].text}' stands at '{other}'"

    def _is_setting(self, claim: ClaimInContext, at: int, named: Collection[str]) -> bool:
        """Whether a number is something that a result was reached with: "with 50% sparsity", "at a false positive rate of 1%"."""
        places = self._places(at)
        first = with_determiners(self._line, min(places.start, self._sentence.numbers[at].first))
        leads = previous(self._line, first) in _SETTING
        of_baseline = at == claim.baseline_at or self._is_behind(claim, at)
        no_setting = NO_MEASURE | _COMPARED if of_baseline else NO_MEASURE
        return leads and claim.claim.kind.text == "result" and no_setting.isdisjoint(named)

    def _is_behind(self, claim: ClaimInContext, at: int) -> bool:
        """Whether the sentence names the subject behind a number alone: "over a 95% baseline using Lumen"."""
        named = places(self._line, [claim.spelled.subject.text])
        return bool(named) and all(place.first >= self._sentence.numbers[at].last for place in named)

    def _of_another_score(self, claim: ClaimInContext, at: int, tag: list[Word], metric: Collection[str]) -> str | None:
        """What the number is called is one well-known score, the metric another, which the sentence does not have at all."""
        theirs, mine = _scores(word.stem for word in tag), _scores(metric)
        called = " ".join(word.text for word in tag)
        if [word.low for word in tag[-2:]] == ["log", "loss"]:
            theirs = {"loss"}
        if len(theirs) != 1 or len(mine) != 1 or self._all() & _held_of(mine):
            return None
        if theirs & _scores(_held(claim)):
            return None
        return f"the words at '{claim.paper.numbers[at].text}' are '{called}'"

    def _all(self) -> set[str]:
        return {word.stem for word in self._line}

    def _places(self, at: int) -> range:
        """Where the words stand that a number is called by."""
        tag = self._behind(at) or self._ahead(at)
        if not tag:
            return range(0)
        return range(self._line.index(tag[0]), self._line.index(tag[-1]) + 1)

    def _in_list(self, at: int) -> bool:
        """Whether a number stands next to another one in a bare list."""
        before, behind = self._sentence.previous(at), self._sentence.following(at)
        return (before is not None and self._sentence.listed(before, at)) or (
            behind is not None and self._sentence.listed(at, behind)
        )

    def _behind(self, at: int) -> list[Word]:
        """The words right behind a number, up to a preposition or where a clause may end."""
        last = self._sentence.numbers[at].last
        found: list[Word] = []
        for index, word in enumerate(self._line[last : last + _REACH + 1], last):
            if word.room or ends_phrase(self._line, index):
                return found
            found.append(word)
        return found if len(found) <= _REACH else []

    def _ahead(self, at: int) -> list[Word]:
        """The words before "of" and a number that ends what it belongs to, or before "from" and "to" where it changes: "a failure rate
        of 20%", "cuts the failure rate from 20% to 10%"."""
        line, stretch = self._line, self._sentence.numbers[at]
        of = stretch.first if line[stretch.first].low == "from" else stretch.first - 1
        following = line[stretch.last] if stretch.last < len(line) else None
        if line[of].low not in ("of", "from", "to", "by") or line[of + 1].room:
            return []
        if line[of].low != "of" and not self._changes(of):
            return []
        if following is not None and not following.room and following.low in ("in", "of", "per"):
            return []
        first = of
        while (
            of - first < 2
            and previous(line, first) not in _CHANGING | {"", "a", "an", "the"}
            and not ends_phrase(line, first - 1)
        ):
            first -= 1
        return list(line[first:of])

    def _changes(self, before: int) -> bool:
        """Whether what stands before a word is changed: a verb of change leads to it, its article and a few words between."""
        line = self._line
        near = takewhile(
            lambda at: previous(line, at) and not ends_phrase(line, at - 1), range(before, before - 1 - _REACH, -1)
        )
        return any(previous(line, at) in _CHANGING for at in near)


@lru_cache(maxsize=4)  # many claims of a paper ask for them
def _words_of(text: str) -> frozenset[str]:
    return _stems(text)


def _scores(named: Iterable[str]) -> set[str]:
    """The well-known scores among some stems."""
    return {_SCORES[each] for each in named if each in _SCORES}


def _held_of(scores: Collection[str]) -> set[str]:
    """The stems by which a sentence names some scores."""
    return {each for each, score in _SCORES.items() if score in scores}


def _held(claim: ClaimInContext) -> set[str]:
    """The stems of all that a claim says of its number itself."""
    said = claim.claim
    return {
        each
        for _, scalar in said.texts()
        if scalar is not said.mention and scalar is not said.value
        for each in stems(scalar.text)
    }


def _by_statistics(claim: ClaimInContext, at: int) -> str | None:
    """A number that is written as a p-value, a deviation or the level of an interval, where the claim says nothing of it."""
    number = claim.paper.numbers[at]
    if claim.paper.abstract is None:
        return None
    text = claim.paper.abstract.text
    held = _held(claim)
    unsigned = _SIGN.sub("", number.text)
    before = text[max(0, number.start - 40) : number.start] + number.text.removesuffix(unsigned)
    behind = text[number.end : number.end + 40]
    for ahead, after, words in _STATISTICS if _may_be_probability(number) else _STATISTICS[1:]:
        written = (ahead.search(before) if ahead is not None else None) or (
            after.match(behind) if after is not None else None
        )
        if written is not None and not words & held:
            what = written[0] + unsigned if ahead is not None else number.text + written[0]
            return f"the abstract writes '{' '.join(what.split())}'"
    return None


def _may_be_probability(number: Mention) -> bool:
    """Whether a number is at most one, without a unit: "p = 12 bar" is no p-value."""
    return number.unit is None and all(end.value is not None and end.value <= 1 for end in number.ends())


def better_contradicted(claim: ClaimInContext) -> str | None:
    """Which values of a metric everybody knows are the better ones, if the claim says the other; not where harm is wanted."""
    said = claim.spelled
    metric = " ".join(dropwhile(_PLAIN.__contains__, said.metric.text.casefold().split()))
    known = next((better for better, names in _BETTER.items() if metric in names), None)
    if said.better is None or known == said.better.text or claim.paper.abstract is None:
        return None
    return None if _HOSTILE.search(claim.paper.abstract.text) else known
