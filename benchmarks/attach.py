"""How many swaps of two claims' numbers inside one quote are caught, and how many true pairs are suspected.

    python benchmarks/attach.py [--abstracts FILE.jsonl]

Without an argument every pair of claims of this repository that shares a quote is swapped: once the values alone, which
`mention` must catch for all pairs (or `partial-quantity`, for half of a stated change), and once the values with their
baseline values and mentions, which `mention-elsewhere` must catch for 90 %. With a file of abstracts (a line a JSON object
with `abstract`), pairs of claims are made from sentences whose form leaves no doubt ("5% on X and 7% on Y"), and checked as
they are and swapped. Exit code 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Final

from claimcheck.app import load
from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.claims.records import Claim
from claimcheck.dataset import Dataset, build
from claimcheck.matching.attach import exchanges
from claimcheck.rules import registry
from claimcheck.source import SourceFile
from claimcheck.sources import read_source

ROOT: Final = Path(__file__).resolve().parent.parent
GOAL: Final = 0.9


@dataclass
class Score:
    """Pairs, swaps that were caught, and true pairs that were suspected."""

    pairs: int = 0
    values_caught: int = 0
    caught: int = 0
    false_alarms: int = 0
    missed: list[str] = field(default_factory=list)


def repository(root: Path) -> dict[str, Score]:
    """The scores of a project's own claims, by paper."""
    dataset = load(root).dataset
    scores: dict[str, Score] = {}
    for loaded in dataset.loaded:
        if loaded.claims is None:
            continue
        score = scores.setdefault(loaded.claims.paper.id.text, Score())
        score.false_alarms += len(suspected(_with(dataset, loaded)))
        for at, evidence in enumerate(loaded.claims.evidence):
            valued = [claim for claim in evidence.claims if claim.value is not None]
            for first, second in combinations(valued, 2):
                score.pairs += 1
                score.values_caught += _by_number(_with(dataset, _swapped(loaded, at, first, second, ("value",))))
                everything = ("value", "baseline_value", "mention")
                found = suspected(_with(dataset, _swapped(loaded, at, first, second, everything)))
                if any(claim in (first.id.text, second.id.text) for claim in found):
                    score.caught += 1
                else:
                    score.missed.append(f"{first.id.text} and {second.id.text}")
    return {paper: score for paper, score in scores.items() if score.pairs or score.false_alarms}


def suspected(dataset: Dataset) -> list[str]:
    """The claims whose numbers seem to be exchanged."""
    return [
        claim.id
        for paper in dataset.papers
        for quote in paper.quotes
        for exchange in exchanges(quote)
        for claim in {id(each): each for each in (exchange.first, exchange.second)}.values()
    ]


def _by_number(dataset: Dataset) -> bool:
    """Whether a rule on numbers finds anything: `mention`, or `partial-quantity` where the value is half of a change."""
    checks = [registry()[name].check for name in ("mention", "partial-quantity")]
    return any(
        True for paper in dataset.papers for claim in paper.all_claims() for check in checks for _ in check(claim)
    )


def _with(dataset: Dataset, loaded: LoadedClaims) -> Dataset:
    return build(dataset.sources, [loaded], dataset.loaded_vocabulary)


def _swapped(loaded: LoadedClaims, at: int, first: Claim, second: Claim, fields: tuple[str, ...]) -> LoadedClaims:
    """A claim file in which two claims of one quote have exchanged fields."""
    assert loaded.claims is not None
    ours = {name: getattr(first, name) for name in fields}
    theirs = {name: getattr(second, name) for name in fields}
    evidence = list(loaded.claims.evidence)
    exchanged = {id(first): replace(first, **theirs), id(second): replace(second, **ours)}
    evidence[at] = replace(evidence[at], claims=tuple(exchanged.get(id(each), each) for each in evidence[at].claims))
    return replace(loaded, claims=replace(loaded.claims, evidence=tuple(evidence)))


_PERCENT: Final = r"(?:an? )?(?P<n{0}>\d+(?:\.\d+)?\\?%)"
_NUMBER: Final = r"(?P<n{0}>\d[\d,]*(?:\.\d+)?(?:K|k|M|B|x|\\?%)?)"
_NAME: Final = r"(?P<x{0}>(?:the )?[A-Za-z][\w+.-]*(?: [A-Za-z0-9][\w+-]*){{0,3}}?)"
_WORDS: Final = r"(?P<x{0}>[a-z][a-z-]+(?: [a-z][a-z-]+){{0,2}})"
_METRIC: Final = (
    r"(?P<x{0}>(?:[\w-]+ )??(?:accuracy|precision|recall|F1|F1-score|AUC|AUROC|specificity|sensitivity|mAP|m?IoU|Dice|latency"
    r"|memory|throughput|cost|BLEU|WER|CER|energy|score|rate)(?: score| usage| rate| consumption)?)"
)
_END: Final = r"(?=[,.;)]| and| on| in| for| from| across| while| over| with| compared| respectively|$)"


def _form(text: str) -> re.Pattern[str]:
    parts = {"PERCENT": _PERCENT, "NUMBER": _NUMBER, "NAME": _NAME, "WORDS": _WORDS, "METRIC": _METRIC}
    filled = re.sub(r"<([A-Z]+)([12])>", lambda match: parts[match[1]].format(match[2]), text)
    return re.compile(filled.replace("<END>", _END))


_AND: Final = r"(?:,| and|, and|, while| while)"
_REACHES: Final = r"(?:achiev|reach|attain|obtain|scor)\w+ (?:only )?"
_OVER: Final = r"(?:vs\.?|versus|compared (?:to|with)|outperforming|surpassing|than)(?: the)?"
FORMS: Final[dict[str, tuple[str, re.Pattern[str]]]] = {
    "5% on X and 7% on Y": (
        "dataset",
        _form(rf"<PERCENT1> (?:on|in|for) <NAME1>{_AND} (?:by |up to |about )?<PERCENT2> (?:on|in|for) <NAME2><END>"),
    ),
    "5% accuracy and 7% recall": (
        "metric",
        _form(rf"<PERCENT1> <METRIC1>(?:{_AND}| with) (?:by |up to |about )?<PERCENT2> <METRIC2><END>"),
    ),
    "accuracy of 5% and recall of 7%": (
        "metric",
        _form(r"<METRIC1> (?:of|at|is|was) <PERCENT1>(?:,| and|, and) (?:an? )?<METRIC2> (?:of|at|is|was) <PERCENT2>"),
    ),
    "5 models and 7 tasks": (
        "metric",
        _form(
            r"(?<![\w.,-])<NUMBER1> <WORDS1>(?:,| and|, and|;|, \w+ing|, with| with| from| over| across)"
            r" (?:over |about |only )?<NUMBER2> <WORDS2><END>"
        ),
    ),
    "5% (X) and 7% (Y)": (
        "metric",
        _form(r"(?<![\w.,-])<NUMBER1> \(<NAME1>\)(?:,| and|, and) <NUMBER2> \(<NAME2>\)"),
    ),
    "X (5%) and Y (7%)": (
        "dataset",
        _form(r"(?:on|for|in) <NAME1> \(<NUMBER1>\)(?:,| and|, and) (?:on |for |in )?<NAME2> \(<NUMBER2>\)"),
    ),
    "5% and 7% on X and Y, respectively": (
        "dataset",
        _form(
            r"<PERCENT1> and <PERCENT2> (?:[a-z]+ )?(?:on|in|for) (?:the )?<NAME1> and <NAME2><END>.{0,40}respectively"
        ),
    ),
    "X reaches 5%, Y reaches 7%": (
        "subject",
        _form(
            rf"<NAME1> {_REACHES}<PERCENT1>(?: [\w-]+){{0,4}}(?:,| while| whereas|, while|, whereas|;| and| but)?"
            rf" <NAME2> {_REACHES}<PERCENT2>"
        ),
    ),
    "5% for X versus 7% for Y": (
        "subject",
        _form(
            rf"<PERCENT1> (?:\w+ )?(?:for|by|with|using) <NAME1>,? {_OVER} <PERCENT2> (?:for|by|with|using) <NAME2><END>"
        ),
    ),
    "X … 5% versus 7% for Y": (
        "baseline",
        _form(
            rf"(?P<x1>[A-Z][\w-]+) [^.;]*?<PERCENT1>[^.;,]{{0,40}}?,? {_OVER} <PERCENT2> (?:for|of|by|with|using) <NAME2><END>"
        ),
    ),
}
"""Forms of sentences in which number and words are paired without a doubt, and the field that the words are."""


def abstracts(path: Path) -> dict[str, Score]:
    """The scores of pairs made from the abstracts of a file, by form."""
    scores = {form: Score() for form in FORMS}
    for line in path.read_text(encoding="utf-8").splitlines():
        text = " ".join(str(json.loads(line)["abstract"]).split())
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text):
            for form, (name, pattern) in FORMS.items():
                for match in pattern.finditer(sentence):
                    found = _pair(text, sentence, match, name)
                    if found is None:
                        continue
                    score = scores[form]
                    score.pairs += 1
                    score.false_alarms += found[0]
                    score.caught += found[1]
                    if not found[1]:
                        score.missed.append(match[0])
    return scores


def _pair(text: str, sentence: str, match: re.Match[str], name: str) -> tuple[bool, bool] | None:
    """Whether the pair is suspected as it stands, and swapped; None where the sentence has one of its numbers twice."""
    numbers = match["n1"], match["n2"]
    if numbers[0] == numbers[1] or match["x1"].lower() == match["x2"].lower():
        return None
    found = []
    for one, two in (numbers, numbers[::-1]):
        dataset = _project(text, sentence, list(_claims(match, name, one, two)))
        claims = [claim for paper in dataset.papers for claim in paper.all_claims()]
        counts = Counter(number.text for paper in dataset.papers for number in paper.numbers)
        if not claims or any(
            claim.value_at is None or counts[claim.value.scalar.text] > 1 for claim in claims if claim.value
        ):
            return None
        found.append(bool(suspected(dataset)))
    return found[0], found[1]


def _claims(match: re.Match[str], name: str, one: str, two: str) -> Iterator[dict[str, str]]:
    common = {"kind": "result", "subject": "the method", "metric": "score"}
    if name == "baseline":
        yield {
            "id": "a",
            **common,
            "subject": match["x1"],
            "value": one,
            "baseline": match["x2"],
            "baseline_value": two,
        }
        return
    for id_, value, words in (("a", one, match["x1"]), ("b", two, match["x2"])):
        yield {"id": id_, **common, name: words, "value": value}


def _project(text: str, sentence: str, claims: list[dict[str, str]]) -> Dataset:
    """A project of one abstract and one quote."""
    source = read_source("seeds/s.txt", f"Abstract: {text}".encode())
    content = {
        "schema": "claimcheck/1",
        "paper": {"id": "p", "name": "p", "starts": text[:80], "abstract": f"sha256:{source.abstracts[0].digest}"},
        "evidence": [{"quote": sentence, "claims": claims}],
    }
    # JSON is YAML, and needs no escaping of its own.
    loaded = load_claim_file(SourceFile("claims/p.yaml", json.dumps(content, ensure_ascii=False)))
    return build([source], [loaded])


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--abstracts", type=Path, help="a file of abstracts, a JSON object a line")
    path = parser.parse_args(arguments).abstracts
    scores = repository(ROOT) if path is None else abstracts(path)
    total = Score(
        *(
            sum(getattr(score, name) for score in scores.values())
            for name in ("pairs", "values_caught", "caught", "false_alarms")
        )
    )
    values = "values alone" if path is None else ""
    print(f"{'':36}{'pairs':>7}{values:>14}{'swapped':>9}{'false alarms':>14}")
    for title, score in [*scores.items(), ("all", total)]:
        alone = score.values_caught if path is None else ""
        print(f"{title:36}{score.pairs:>7}{alone:>14}{score.caught:>9}{score.false_alarms:>14}")
        for missed in score.missed:
            print(f"    missed: {missed}")
    share = total.caught / total.pairs if total.pairs else 0.0
    print(f"caught: {share:.1%} of {total.pairs} (goal: {GOAL:.0%}); false alarms: {total.false_alarms} (goal: 0)")
    unseen = path is None and total.values_caught < total.pairs
    return 0 if share >= GOAL and not total.false_alarms and not unseen else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
