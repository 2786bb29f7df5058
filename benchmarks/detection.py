"""What the checker makes of true and of falsified claims on abstracts that it was not written for.

    python benchmarks/detection.py ABSTRACTS.jsonl [--each 3] [--jobs 2] [--out FILE.jsonl] [--write docs/detection.md]

ABSTRACTS.jsonl has one object a line with `id`, `title` and `abstract`. True claims are written, to the letter of the
claim file's format, from the mentions of numbers that leave no doubt; they are found by the plain expressions below and
never by claimcheck's own recogniser. An error on one of these files is a false alarm. Then every file is falsified in all
the ways of `claimcheck redteam` (a few of each kind a file, drawn with a fixed seed), and what is caught is counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path
from typing import Any, Final

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.records import ClaimFile
from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.diagnostic import Finding
from claimcheck.project import Chosen, Project, Selection
from claimcheck.redteam import Attacker, Falsification, Tally, kinds
from claimcheck.redteam.report import fill_region, markdown_table
from claimcheck.reporters.escape import printable
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

REGION: Final = "benchmarks/detection"
TOGETHER: Final = 5
"""So many abstracts make one project, for the falsifications that take from another paper."""

# -- the plain reading ---------------------------------------------------------------------------------------------------

NUMBER: Final = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
WORDS: Final = "two three four five six seven eight nine ten eleven twelve".split()
PERCENT: Final = r"\\?%"
QUALIFIER: Final = (
    r"up ?to|at least|at most|more than|less than|fewer than|over|nearly|almost|approximately|roughly|about|around"
)
BOUND: Final = rf"(?:(?:{QUALIFIER})\s+|[~∼≈<>≤≥]|\$(?:\\sim|\\approx|\\geq|\\leq|<|>|\\ge|\\le)\$ ?)"
TIMES: Final = r"(?:x|×|\$\\times\$|-fold)"
BETWEEN: Final = r"(?:\s?(?:--?|–)\s?|\sto\s)"

BEFORE_PLAIN: Final = frozenset(
    "of with on across for contains containing comprising comprises includes including using by has have spanning covering these all our total we and "
    "collected evaluated introduce propose present identify curate evaluate benchmark compare combines releasing release analyze study span covers "
    "spans comprise include contain collect annotate construct involving featuring encompassing achieves integrating via".split()
)
"""Before a plain number: a plain word that leaves it a count."""
TIED: Final = frozenset(
    "to from between than over about around up least most nearly almost roughly approximately or per out under above below within beyond "
    "more less fewer times percent points approaching approached exceed exceeding exceeds exceeded surpass surpassing surpasses "
    "close some as top level "
    "levels version not no well slightly another further additional last first next remaining other past every each both "
    "either plus minus until till through half quarter".split()
)
"""Words that may belong to a number next to them, or make it doubtful what it is."""
MARKUP: Final = re.compile(r"\\(?:textbf|textit|emph|underline|mathbf)\{$")

SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(\\$])")
ABBREVIATION: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|al|vs|cf|Fig|Eq|Sec|No|Dr|approx|resp|etc|ca|St|Tab|Ref|pp|min|max|[A-Z]))\.$"
)
METRIC: Final = (
    r"[Aa]ccuracy|[Ss]core|AUC|AUROC|BLEU|F1|F1-score|F1 score|mAP|mIoU|IoU|[Pp]recision|[Rr]ecall|[Ee]rror|PSNR|SSIM|RMSE|MAE|"
    r"[Pp]erplexity|[Cc]orrelation|Dice|Dice score|FID|WER|MSE|NDCG|kappa"
)
COMPARATIVE: Final = "|".join(
    "faster slower fewer more less smaller larger higher lower better cheaper shorter longer sharper stronger".split()
)
INCREASE: Final = r"improv(?:es?|ing|ed)|increas(?:es?|ing|ed)|boost(?:s|ing|ed)?|rais(?:es?|ing|ed)"
DECREASE: Final = r"reduc(?:es?|ing|ed)|decreas(?:es?|ing|ed)|lower(?:s|ing|ed)?|cut(?:s|ting)?"
CUES: Final = re.compile(
    r"absolute|relative|points?\b|\bpp\b|p\.p\.|%p\b|percentage|\brel\.|\babs\.|proportional|fraction", re.IGNORECASE
)
"""Words that may say what kind of difference it is: such a sentence gives no delta here."""
LOWER_IS_BETTER: Final = re.compile(
    r"error|loss|cost|latency|time|perplexity|rate|FID|WER|RMSE|MAE|MSE|memory|overhead|\bnot\b", re.IGNORECASE
)
MEASURED: Final = rf"(?:{METRIC}|(?!(?:it|them|this|that|the|average|overall|average|up)\b)[a-z][a-z-]{{3,}})"
"""What is measured, in one word."""
UP_NOUN: Final = r"improvements?|increases?|gains?|boosts?"
DOWN_NOUN: Final = r"reductions?|decreases?|drops?|declines?"

PATTERNS: Final[dict[str, str]] = {
    "percent change": rf"from (?P<low>(?:{NUMBER}){PERCENT}) to (?P<value>(?:{NUMBER}){PERCENT})",
    "plain change": r"from (?P<low>\d+\.\d+) to (?P<value>\d+\.\d+)",
    "percent range": rf"(?P<value>(?P<low>{NUMBER})(?:{PERCENT})?{BETWEEN}(?P<high>{NUMBER}){PERCENT})",
    "factor range": rf"(?P<value>(?P<low>{NUMBER})(?:{TIMES})?{BETWEEN}(?P<high>{NUMBER}){TIMES})",
    "suffix range": rf"(?P<value>(?P<low>{NUMBER})[kKMB]?{BETWEEN}(?P<high>{NUMBER})[kKMB])(?=[ ,.;)])",
    "points": rf"(?P<value>(?:{BOUND})?\+?(?:{NUMBER})(?:{PERCENT})? (?:percentage points?|pp)\b)",
    "percent": rf"(?P<value>{BOUND}?(?:{NUMBER}){PERCENT})",
    "signed percent": rf"(?P<value>[+-](?:{NUMBER}){PERCENT})",
    "factor": rf"(?P<value>{BOUND}?(?:(?:{NUMBER}){TIMES}|\$(?:{NUMBER})\s?\\times\$))",
    "times": rf"(?P<value>{BOUND}?(?:{NUMBER}) times)(?=\s+(?:{COMPARATIVE})\b)",
    "suffix": rf"(?P<value>{BOUND}?(?![248]K)\d+(?:\.\d+)?[kKMB])(?=\s+[a-z]{{3}})",
    "scale word": rf"(?P<value>{BOUND}?(?:{NUMBER}) (?:thousand|million|billion))(?=\s+[a-z]{{3}})",
    "suffix adjective": r"(?P<value>\d+(?:\.\d+)?[kKMB])(?=-(?:parameter|sample|image|token|example|scale|word|frame|pair)\b)",
    "per cent": rf"(?P<value>{BOUND}?(?:{NUMBER}) percent)(?! points?)\b",
    "bounded integer": (
        r"(?P<value>(?:more than|at least|up to|approximately|roughly|fewer than|nearly|almost|over) (?:\d{1,3}(?:(?:,|\{,\})\d{3})+|[2-9]\d|\d{3,4}))"
        r"(?=\s+(?:[a-z-]{4,}\s+)?(?P<noun>[a-z]{4,}s)\b)"
    ),
    "plain range": r"(?P<value>(?P<low>\d{1,3})(?:-|–|--|\sto\s)(?P<high>\d{1,3}))(?=\s+(?P<noun>[a-z]{3,}s)\b)",
    "integer": r"(?P<value>\d{1,3}(?:(?:,|\{,\})\d{3})+|[1-9]\d{0,3})(?=\s+(?:[a-z-]{4,}\s+)?(?P<noun>[a-z]{4,}s)\b)",
    "word": rf"(?P<value>{'|'.join(WORDS)})(?=\s+(?:[a-z-]{{4,}}\s+)?(?P<noun>[a-z]{{4,}}s)\b)",
    "score": rf"(?:{METRIC}) (?:score )?of (?P<value>\d+\.\d+)",
    "metric": rf"(?P<value>\d+\.\d+)(?= (?:{METRIC})\b)",
}
UNIT: Final = {
    name: "x" if name.startswith(("factor", "times")) else "%"
    for name in PATTERNS
    if re.search(r"per ?cent|factor|times|points", name)
}
"""The kind of unit of each pattern; plain where none is given."""

NOT_NOUNS: Final = frozenset(
    "versus thus this less percent times across always previous various times classics series analysis basis is has was does towards besides whereas".split()
)
NUMBERLIKE: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|hundred|hundreds|"
    r"thousand|thousands|million|millions|billion|dozen|dozens|half|third|quarter|twice|double|triple|single|both|zero|first|second|several|couple|"
    r"tens|once|order|orders|fold|\w+fold)\b",
    re.IGNORECASE,
)
SAME_UNIT: Final = {
    "%": re.compile(r"%|per\s?cent|points?\b|\bpp\b|\bp\.p\.", re.IGNORECASE),
    "x": re.compile(r"\d\s?(?:x|×|\$?\\times)|times|fold|twice|double|triple|thrice|half", re.IGNORECASE),
    "plain": NUMBERLIKE,
}
"""What in the rest of a sentence might be another quantity of the unit, so that a mention is needed."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number that leaves no doubt: its place in its sentence (single spaces), what it is, and the ends of a range."""

    start: int
    end: int
    value: str
    pattern: str
    noun: str = ""
    ends: tuple[str, str] | None = None

    @property
    def unit(self) -> str:
        return UNIT.get(self.pattern, "plain")


def sentences(text: str) -> Iterator[str]:
    """The sentences of an abstract, verbatim but for single spaces."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[: match.start()]):
            continue
        yield " ".join(text[start : match.start()].split())
        start = match.end()
    yield " ".join(text[start:].split())


def facts(sentence: str) -> list[Fact]:
    """The numbers of a sentence that leave no doubt, in order; the longest pattern goes first."""
    found: list[Fact] = []
    for pattern, expression in PATTERNS.items():
        for match in re.finditer(expression, sentence):
            start, end = match.span("value")
            if any(start < other.end and other.start < end for other in found):
                continue
            fact = _fact(sentence, pattern, match)
            if fact is not None:
                found.append(fact)
    return sorted(found, key=lambda fact: fact.start)


# What behind a mention makes it doubtful: it goes on, or is one end of a pair.
GOES_ON: Final = re.compile(
    r"\s?(?:[-–±/+×*^_$\\{%]|--)|\s?(?:to|or|through)\s+[\d\\$+~-]|\s(?:points?|pp|percentage|percent|out of|and a half|of magnitude)\b|[a-zA-Z]|[.,]\d|\s\d"
    r"|\s(?:confidence|CI|credible|chance|quantile|percentile)|\s(?:or|and) (?:more|less|fewer|above|below|higher|lower|greater|beyond|under|over)\b|\s?\(\d"
)


def _fact(sentence: str, pattern: str, match: re.Match[str]) -> Fact | None:
    start, end = match.span("value")
    whole = match.start()
    before, after = sentence[:whole], sentence[end:]
    marked = MARKUP.search(before)
    if marked is not None:
        if not after.startswith("}"):
            return None
        before, after = before[: marked.start()], after[1:]
    if pattern == "suffix adjective":
        after = after.lstrip("-")
    elif GOES_ON.match(after) or (after and not re.match(r"[\s.,;:)]", after)):
        return None
    if before and not before.endswith((" ", "(")):
        return None
    if not _free_before(before, pattern):
        return None
    noun = match.groupdict().get("noun") or ""
    if noun in NOT_NOUNS:
        return None
    if pattern == "integer" and re.fullmatch(r"(?:19|20)\d\d|1", match["value"]):
        return None
    between = after[: after.find(noun)] if noun else ""
    if noun and (
        NUMBERLIKE.search(between) or between.strip() in ("million", "billion", "thousand", "percent", "times", "years")
    ):
        return None
    ends = None
    if "low" in match.groupdict():
        low, high = match["low"], match.groupdict().get("high") or match["value"]
        if "range" in pattern and "suffix" not in pattern and _number(low) >= _number(high):
            return None
        ends = (low, high)
    if pattern in ("score", "metric", "plain change") and re.match(
        r"\s(?:[a-zA-Z%]{1,3}|seconds|million|billion|times|percent|thousand|hours|minutes|meters|points)\b", after
    ):
        return None
    return Fact(start, end, match["value"], pattern, noun, ends)


def _number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def _free_before(before: str, pattern: str) -> bool:
    """Whether what stands before a mention has nothing to do with it."""
    if not before:
        return pattern in UNIT or pattern == "word"
    if before.endswith("("):
        return pattern not in ("integer", "word", "plain range", "bounded integer")
    word = before.rstrip(" ").rsplit(" ", 1)[-1]
    if re.search(rf"(?:{QUALIFIER}|as \w+ as) an?$", before.rstrip()) and not re.search(
        r"\b(?:improv\w+|gains?|advantage) over a $", before
    ):
        return False
    if before.endswith("out of "):
        return False
    if re.search(r"\bbetween\b", before) and word == "and":
        return False
    if pattern in ("integer", "word", "plain range", "bounded integer"):
        return (word if " " in before.strip() else word.lower()) in BEFORE_PLAIN
    if "suffix" in pattern and not word.islower():
        return False  # perhaps the size in a model's name
    return re.fullmatch(r"\(?[A-Za-z][a-z-]*,?", word) is not None and word.strip("(,").lower() not in TIED


# -- the true claim file ---------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Author:
    """Writes the claim file of one abstract."""

    identifier: str
    title: str
    abstract: str
    claims: int = 0
    patterns: Counter[str] = field(default_factory=Counter)

    def file(self) -> str | None:
        """The claim file; None where the abstract gives no claim."""
        blocks = [block for sentence in dict.fromkeys(sentences(self.abstract)) if (block := self._evidence(sentence))]
        if not blocks:
            return None
        opening = " ".join(self.abstract.split()[:14])
        folded = " ".join(unicodedata.normalize("NFC", self.abstract).split())
        digest = hashlib.sha256(folded.encode()).hexdigest()[:16]
        lines = [
            "schema: claimcheck/1",
            "paper:",
            f"  id: {self.identifier}",
            f"  name: {_yaml(self.title)}",
            f"  starts: {_yaml(opening)}",
            f"  abstract: sha256:{digest}",
            "evidence:",
        ]
        return "\n".join((*lines, *blocks)) + "\n"

    def _evidence(self, sentence: str) -> str:
        if len(sentence.split()) < 5 or "http" in sentence or sentence not in " ".join(self.abstract.split()):
            return ""
        found = facts(sentence)
        metrics = [_metric(sentence, fact) for fact in found]
        told_apart = all(metrics) or len(found) == 1
        if not all(metrics):
            # "A of 1% and 2%, respectively": a plain reading cannot tell them apart, and says the same of all.
            metrics = [max(re.findall("[A-Za-z]+", sentence), key=len)] * len(found)
        setup = {fact.noun: fact.value for fact in found if fact.noun and sentence.count(f" {fact.noun}") == 1}
        claims = [
            self._claim(
                sentence, fact, metric, told_apart, {word: said for word, said in setup.items() if word != fact.noun}
            )
            for fact, metric in zip(found, metrics, strict=True)
        ]
        written = [text for text in claims if text is not None]
        if not written:
            return ""
        return "\n".join((f"  - quote: {_yaml(sentence)}", "    claims:", *written))

    def _claim(self, sentence: str, fact: Fact, metric: str, told_apart: bool, setup: Mapping[str, str]) -> str | None:
        """A claim of a number; `setup` is what the sentence counts besides, which its conditions repeat."""
        mention = _mention(sentence, fact)
        begin = sentence.rfind("from", 0, fact.start) if "change" in fact.pattern else fact.start
        rest = f"{sentence[:begin]} # {sentence[fact.end :]}"
        delta = _delta(sentence, fact) if told_apart else {}
        if mention is None or (not delta and _difference(sentence, fact)):
            return None
        self.claims += 1
        self.patterns[fact.pattern] += 1
        number = self.claims
        as_range = (
            "change" in fact.pattern
            and re.search(r"\b(?:rang\w+|spanning|var\w+) $", sentence[: sentence.rfind("from", 0, fact.start)])
            is not None
        )
        told = {"part": _letters(number), **setup}
        fields = {
            "id": f"c{number}",
            "kind": "result",
            "subject": _first_words(sentence) or max(re.findall("[A-Za-z]+", sentence), key=len),
            "metric": metric,
            "value": f"{fact.ends[0]} to {fact.value}" if as_range and fact.ends else fact.value,
            "conditions": f"{{{', '.join(f'{name}: {_yaml(said, flow=True)}' for name, said in told.items())}}}",
        }
        fields |= delta
        if "change" in fact.pattern and fact.ends is not None and not as_range:
            fields |= {"baseline": "unstated", "baseline_value": fact.ends[0]}
        hedge = re.search(r"\b(?:can|may|might|could)\b", sentence[: fact.start])
        if hedge is not None:
            fields["hedge"] = hedge[0]
        if fact.unit == "plain" and fact.pattern in ("integer", "word", "suffix", "scale word"):
            fields["kind"] = "count"
        if SAME_UNIT[fact.unit].search(rest) or number % 3 == 0:
            fields["mention"] = mention
        order = (
            "id kind subject baseline metric baseline_value value change delta better conditions hedge mention".split()
        )
        lines = [
            f"        {name}: {fields[name] if name == 'conditions' else _yaml(fields[name])}"
            for name in order
            if name in fields
        ]
        return "\n".join(("      - " + lines[0].lstrip(), *lines[1:]))


def _mention(sentence: str, fact: Fact) -> str | None:
    """The number with words around it that have to do with no other, until they stand once in the sentence."""
    words = [match.span() for match in re.finditer(r"\S+", sentence)]
    begin = sentence.rfind("from", 0, fact.start) if "change" in fact.pattern else fact.start
    inside = [at for at, (start, end) in enumerate(words) if end > begin and start < fact.end]
    starts, ends = [begin], [fact.end]
    if sentence[fact.end : fact.end + 1] == "-":
        ends = [fact.end + len(re.match(r"[\w-]+", sentence[fact.end :])[0])]  # type: ignore[index]  # "7B-parameter" is one word
    if fact.end == words[inside[-1]][1]:
        for start, end in words[inside[-1] + 1 :]:
            if not _plain_word(sentence[start:end]) or len(ends) > 8:
                break
            ends.append(start + len(sentence[start:end].rstrip(".,;:")))
            if ends[-1] != end:
                break
    if begin == words[inside[0]][0]:
        for start, end in reversed(words[: inside[0]]):
            if not _plain_word(sentence[start:end]) or sentence[end - 1] in ".,;:" or len(starts) > 8:
                break
            starts.append(start)
    most = len(starts) + len(ends) - 2
    for extra in range(min(2, most), most + 1):
        right = min(len(ends) - 1, max((extra + 1) // 2, extra - len(starts) + 1))
        mention = sentence[starts[extra - right] : ends[right]]
        if sentence.count(mention) == 1:
            return mention
    return None


def _plain_word(word: str) -> bool:
    """A word of letters that has to do with no number, and sets no bound."""
    return (
        re.fullmatch(r"[A-Za-z][a-z]*(?:-[a-z]+)*[.,;:]?", word) is not None
        and not NUMBERLIKE.search(word)
        and word.strip(".,;:").lower() not in TIED
    )


def _first_words(sentence: str) -> str:
    """The first two words that have to do with no number and stand next to each other."""
    pairs = re.findall(r"(?<!\S)[A-Za-z]{2,} [A-Za-z]{3,}(?=[ ,.])", sentence)
    return next((pair for pair in pairs if not NUMBERLIKE.search(pair)), "")


def _metric(sentence: str, fact: Fact) -> str:
    """What the words next to a number say that it is; empty where they say nothing plain."""
    begin = sentence.rfind("from", 0, fact.start) if "change" in fact.pattern else fact.start
    before, after = MARKUP.sub("", sentence[:begin]), re.sub(r"^[-}]", " ", sentence[fact.end :]).replace("  ", " ", 1)
    return _next_words(after) or _last_words(before)


def _next_words(after: str) -> str:
    """The words right behind a number that say what it counts; a preposition says that they stand before it."""
    match = re.match(
        r" (?!(?:of|on|in|for|with|and|over|compared|to|at|by|when|while|using|from|as|than|across|or|under|is|are|was|were)\b)([A-Za-z-]+(?: [a-z-]{3,})?)",
        after,
    )
    return match[1] if match is not None and not NUMBERLIKE.search(match[1]) else ""


def _last_words(before: str) -> str:
    """The last two words before a number, prepositions aside; a known measure is enough."""
    measure = re.search(rf"(?<![\w-])({METRIC}) (?:by|of|to|at|is) $", before)
    if measure is not None:
        return measure[1]
    match = re.search(rf"(?<!\S)([A-Za-z-]+ [A-Za-z-]{{3,}})(?: (?:of|by|with|to|is|was|{QUALIFIER}))* \(?$", before)
    said = match[1] if match is not None and not NUMBERLIKE.search(match[1]) else ""
    return "" if re.search(r"\b(?:percent|and|or)\b", said) else said


def _delta(sentence: str, fact: Fact) -> dict[str, str]:
    """The fields of a difference, where the sentence says "improves X by N%" or "an N% drop in X", and nothing on its kind.

    "3x fewer" is a factor, of what the words behind it say.
    """
    compared = re.match(r"\s(?P<word>more|larger|higher|fewer|less|smaller|lower)\b", sentence[fact.end :])
    if fact.unit == "x" and compared is not None:
        up = compared["word"] in ("more", "larger", "higher")
        return {"kind": "ratio", "baseline": "unstated", "change": "increase" if up else "decrease"}
    if fact.pattern != "percent" or CUES.search(sentence) or re.search(r"\d\S* (?:and )?$", sentence[: fact.start]):
        return {}
    before, after = sentence[: fact.start], sentence[fact.end :]
    verb = re.search(
        rf"\b(?:(?P<up>{INCREASE})|(?P<down>{DECREASE}))\s+(?:[a-zA-Z-]+\s+){{0,2}}?(?P<what>{MEASURED})\s+by\s+$",
        before,
    )
    noun = re.match(
        rf"\s(?:(?P<up>{UP_NOUN})|(?P<down>{DOWN_NOUN}))\s(?:in|of)\s(?:the\s)?(?P<what>{MEASURED})(?=[ ,.])", after
    )
    found = verb or noun
    if found is None or re.match(rf"\s(?:{COMPARATIVE})\b", after):
        return {}
    if found["up"] and LOWER_IS_BETTER.search(found["what"]):
        return {}  # an improved error is a smaller one
    return {
        "kind": "delta",
        "baseline": "unstated",
        "metric": found["what"],
        "change": "increase" if found["up"] else "decrease",
        "delta": "unstated",
        "better": "higher" if found["up"] else "lower",
    }


def _difference(sentence: str, fact: Fact) -> bool:
    """Whether the words next to a number say that it is a difference or a factor, which is no measured value."""
    before, after = sentence[: fact.start], re.sub(r"^[}$\s]+", " ", sentence[fact.end :])
    return (
        re.search(rf"\bby (?:(?:only|about|an average of|another|{QUALIFIER}) )*\(?$", before) is not None
        or re.search(rf"\b(?:{INCREASE}|{DECREASE}|saves?|saving|saved) (?:(?:only|{QUALIFIER}) )*$", before)
        is not None
        or re.search(rf"\b(?:{UP_NOUN}|{DOWN_NOUN}|savings?) of (?:(?:only|{QUALIFIER}) )*$", before) is not None
        or re.match(
            rf" (?:(?!(?:and|or|with|while|on|in|for|by|to|of|at|than) )[\w@.-]+ ){{0,4}}?(?:{COMPARATIVE}|{UP_NOUN}|{DOWN_NOUN}|savings?|speedups?)\b",
            after,
        )
        is not None
    )


def _letters(number: int) -> str:
    """ "claim xqa", "claim xqb", …: tells claims apart, without a number and without a word of any abstract."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return f"claim xq{text}"


def _yaml(text: str, *, flow: bool = False) -> str:
    """A text as a scalar (inside brackets, if `flow`): plain where that is safe, else in double quotes."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 .,%-]*", text) and text == text.strip() and not (flow and "," in text):
        return text
    return json.dumps(text, ensure_ascii=False)


# -- the measure -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Measured:
    """What came of some abstracts."""

    abstracts: int = 0
    files: int = 0
    claims: int = 0
    patterns: Counter[str] = field(default_factory=Counter)
    alarmed: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    told: list[dict[str, Any]] = field(default_factory=list)
    applied: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    rightly: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)

    def add(self, other: Measured) -> None:
        self.abstracts += other.abstracts
        self.files += other.files
        self.claims += other.claims
        for name in ("patterns", "alarmed", "warned", "applied", "caught", "rightly", "stopped"):
            getattr(self, name).update(getattr(other, name))
        self.told += other.told


COVERAGE: Final = frozenset({"unaccounted-number", "abstract-without-claims", "duplicate-abstract"})
"""What is to be expected of files that claim a part of the numbers."""


def measure(records: Sequence[dict[str, Any]], each: int, seed: int, names: Sequence[str] = ()) -> Measured:
    """True files and falsified ones of a few abstracts, which make one project."""
    found = Measured(abstracts=len(records))
    sources, loaded = [], []
    for record in records:
        if "Abstract:" in record["abstract"]:
            continue
        author = Author(
            re.sub(r"[^a-z0-9]+", "-", record["id"].lower()).strip("-"), record["title"], record["abstract"]
        )
        text = author.file()
        if text is None:
            continue
        sources.append(read_source(f"seeds/{author.identifier}.txt", f"Abstract:{record['abstract']}".encode()))
        loaded.append(load_claim_file(SourceFile(f"claims/{author.identifier}.yaml", text)))
        found.files += 1
        found.claims += author.claims
        found.patterns.update(author.patterns)
    project = Project(Config(Path()), build(sources, loaded))
    alarmed = set()
    for finding in run(project, Chosen(True), Selection()).findings:
        if finding.rule in COVERAGE:
            continue
        (found.alarmed if finding.severity == "error" else found.warned)[finding.rule] += 1
        found.told.append(_said("false alarm" if finding.severity == "error" else "warning", finding))
        if finding.severity == "error":
            alarmed.add(finding.file)
    # A falsification shows something only of a file that was accepted.
    clean = [each for each in loaded if each.file.path not in alarmed]
    project = Project(Config(Path()), build(sources, clean))
    if each:
        _falsify(project, each, seed, names or list(kinds()), found)
    return found


def _said(verdict: str, finding: Finding) -> dict[str, Any]:
    line = finding.label.file.position(finding.label.span.start).line if finding.label else 0
    said: dict[str, Any] = {
        "verdict": verdict,
        "file": finding.file,
        "claim": finding.claim,
        "rule": finding.rule,
        "message": finding.message,
    }
    if finding.label is not None:
        said["line"] = finding.label.file.line(line).strip()
        lines = finding.label.file.text[: finding.label.span.start].splitlines()
        said["quote"] = next((text.strip() for text in reversed(lines) if text.lstrip().startswith("- quote:")), "")
    return said


def _falsify(project: Project, each: int, seed: int, names: Sequence[str], found: Measured) -> None:
    attacker = Attacker(project)
    for kind in (kinds()[name] for name in names):
        for target in attacker.targets():
            drawn = random.Random(f"{seed} {kind.name} {target.file.path}")
            made = list(kind.generate(target))
            for falsification in made if len(made) <= each else drawn.sample(made, each):
                if _alike(target.claims, falsification):
                    continue
                outcome = attacker.check(kind, target, falsification)
                found.applied[kind.name] += 1
                found.caught[kind.name] += outcome.caught
                found.rightly[kind.name] += outcome.rightly
                found.stopped[kind.name] += outcome.stopped
                if not (outcome.caught and outcome.rightly):
                    claim = next(
                        (claim for claim in target.claims.claims() if claim.id.text == falsification.claim), None
                    )
                    found.told.append(
                        {
                            "verdict": "wrong rule" if outcome.caught else "MISSED",
                            "kind": kind.name,
                            "file": target.file.path,
                            "claim": falsification.claim,
                            "changed": falsification.changed,
                            "value": claim.value.text if claim is not None and claim.value is not None else "",
                            "mention": claim.mention.text if claim is not None and claim.mention is not None else "",
                            "quote": claim.quote.text if claim is not None else "",
                            "findings": [f"{finding.rule}: {finding.message}" for finding in outcome.findings[:4]],
                        }
                    )


def _alike(file: ClaimFile, falsification: Falsification) -> bool:
    """Whether two claims that trade numbers with their mentions say the same of them ("46 languages … 35 languages").

    Then the exchange says nothing false, as far as this plain reading goes.
    """
    both = [claim for claim in file.claims() if claim.id.text in (falsification.claim, falsification.other)]
    words = [{word.rstrip("s") for word in re.findall(r"[a-z]{4,}", claim.metric.text.lower())} for claim in both]
    return len(both) == 2 and (bool(words[0] & words[1]) or both[0].metric.text == both[1].metric.text)


def report(found: Measured) -> str:
    """The figures, in Markdown."""
    known = kinds()
    tallies = [
        Tally(known[name], found.applied[name], found.caught[name], found.rightly[name], found.stopped[name])
        for name in known
    ]
    patterns = ", ".join(f"{count:,} {name}" for name, count in found.patterns.most_common())
    alarms = f"{sum(found.alarmed.values()):,} errors** on the {found.files:,} true files{_listed(found.alarmed)}"
    warnings = f"{sum(found.warned.values()):,} warnings{_listed(found.warned)}"
    lines = [
        f"{found.abstracts:,} abstracts, of which {found.files:,} give {found.claims:,} true claims ({patterns}).",
        "",
        f"**False alarms: {alarms}, and {warnings}.",
        "",
        f"**Caught: {sum(found.caught.values()):,} of {sum(found.applied.values()):,} falsifications.**",
        "",
        markdown_table(tallies, brief=True),
    ]
    missed = [each for each in found.told if each["verdict"] == "MISSED"]
    if missed:
        lines += [
            "",
            "Not caught:",
            "",
            *(f"- {each['kind']}: `{each['changed']}`, of: {_cell(each['quote'])}" for each in missed[:20]),
        ]
    return "\n".join(lines)


def _cell(text: str) -> str:
    """A sentence of someone else's, as Markdown shows it."""
    return re.sub(r"([\\`*_<>|$\[\]])", r"\\\1", printable(text))


def _listed(counted: Counter[str]) -> str:
    return f" ({', '.join(f'{count} {name}' for name, count in counted.most_common())})" if counted else ""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("abstracts", type=Path)
    arguments.add_argument("--each", type=int, default=3, help="falsifications of each kind a file; 0: true files only")
    arguments.add_argument(
        "--kind", action="append", default=[], help="only this kind of falsification (may be repeated)"
    )
    arguments.add_argument("--limit", type=int, help="the first abstracts only")
    arguments.add_argument("--jobs", type=int, default=1, help="processes")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--out", type=Path, help="every false alarm, warning and miss, one JSON object a line")
    arguments.add_argument(
        "--write", type=Path, help=f"write the figures between <!-- {REGION} --> and <!-- /{REGION} -->"
    )
    asked = arguments.parse_args()
    with asked.abstracts.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()][: asked.limit]
    batches = [records[at : at + TOGETHER] for at in range(0, len(records), TOGETHER)]
    found = Measured()
    with ProcessPoolExecutor(asked.jobs) as pool:
        for part in pool.map(measure, batches, repeat(asked.each), repeat(asked.seed), repeat(asked.kind)):
            found.add(part)
    figures = report(found)
    if asked.out is not None:
        asked.out.write_text(
            "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in found.told), encoding="utf-8"
        )
    print(figures)
    if asked.write is not None:
        filled = fill_region(asked.write.read_text(encoding="utf-8"), REGION, figures)
        if filled is None:
            print(f"{asked.write}: no region <!-- {REGION} -->", file=sys.stderr)
            return 2
        asked.write.write_text(filled, encoding="utf-8")
    return 0 if found.caught == found.applied and not found.alarmed else 1


if __name__ == "__main__":
    sys.exit(main())
