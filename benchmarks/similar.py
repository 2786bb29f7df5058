"""How well, and how fast, near-duplicate abstracts are found: edits of 13 kinds against hard negatives.

    python benchmarks/similar.py ABSTRACTS.jsonl [--count 10000] [--scale 10000,30000,100000]

ABSTRACTS.jsonl has one object a line with the text in `abstract`; every second abstract only lends its words. Recall: the
edited copies that are paired with their original. Precision: the pairs found that have half of their words from one
source. Everything is drawn with a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claimcheck.matching.similar import ALMOST, near_abstracts, near_duplicates
from claimcheck.source import SourceFile, Span
from claimcheck.sources.abstract import Abstract

_NUMBER: Final = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?![\w,]|\.\d)")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_COMMON_WORDS: Final = 400
_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare, what was done to it, and the abstracts (by number) that it has half of its words from."""

    text: str
    kind: str
    sources: frozenset[int]

    def is_copy_of(self, other: Text) -> bool:
        return bool(self.sources & other.sources)


Way = Callable[[str], "tuple[str, bool] | str | None"]
"""Changes an abstract: the text, and whether the donor of its other words counts as a source; None: does not apply."""


class Edits:
    """The ways to change an abstract. Words from elsewhere come from donors, which are no texts themselves."""

    def __init__(self, abstracts: Sequence[str], donors: Sequence[str], seed: int) -> None:
        self._random = random.Random(seed)
        self._donors = donors
        self.donor = 0
        counted = Counter(word for text in abstracts for word in text.split())
        self._words = [word for word, count in counted.items() if word.isalpha() and 1 < count <= 200]
        ranked = [word for word, _ in counted.most_common()]
        self._common = frozenset(ranked[:_COMMON_WORDS])

    def kinds(self) -> dict[str, Way]:
        return {
            "typography (LaTeX, quotes, line ends)": self.typography,
            "case": str.upper,
            "one number changed": self.one_number,
            "every number changed": self.every_number,
            "one word replaced": self.one_word,
            "every tenth word replaced": self.tenth_word,
            "letters swapped in every twentieth word": self.typos,
            "words hyphenated at line ends": self.hyphenated,
            "a sentence left out": self.sentence_out,
            "a sentence added": self.sentence_in,
            "sentences shuffled": self.shuffled,
            "the first half alone": self.half,
            "inside a longer text": self.embedded,
        }

    def negatives(self) -> dict[str, Way]:
        return {
            "its first and last sentence around another abstract": self.frame,
            "two of its sentences in another abstract": self.quoting,
            "every second word replaced": self.every_second,
            "all but the commonest words replaced": self.same_phrases,
            "the same words in another order": self.words_shuffled,
        }

    # -- edits --------------------------------------------------------------------------------------------------------

    def typography(self, text: str) -> str:
        changed = re.sub(r"(?<!\\)%", r"\\%", text).replace(" - ", " -- ").replace('"', "''")
        words = changed.split()
        return "".join(word + ("\n" if at % 9 == 8 else " ") for at, word in enumerate(words)).strip()

    def one_number(self, text: str) -> str | None:
        numbers = list(_NUMBER.finditer(text))
        return self._other_number(text, self._random.choice(numbers)) if numbers else None

    def every_number(self, text: str) -> str | None:
        if not _NUMBER.search(text):
            return None
        return _NUMBER.sub(lambda match: self._other_number(match[0], match), text)

    def _other_number(self, text: str, match: re.Match[str]) -> str:
        digits = match[0]
        at = self._random.randrange(len(digits))
        while digits[at] == ".":
            at = self._random.randrange(len(digits))
        other = self._random.choice([digit for digit in "123456789" if digit != digits[at]])
        changed = digits[:at] + other + digits[at + 1 :]
        return changed if text == digits else text[: match.start()] + changed + text[match.end() :]

    def one_word(self, text: str) -> str:
        return self._replaced(text, lambda at, chosen: at == chosen)

    def tenth_word(self, text: str) -> str:
        return self._replaced(text, lambda at, _: at % 10 == 4)

    def _replaced(self, text: str, where: Callable[[int, int], bool]) -> str:
        words = text.split()
        chosen = self._random.randrange(len(words))
        return " ".join(
            self._random.choice(self._words) if where(at, chosen) else word for at, word in enumerate(words)
        )

    def typos(self, text: str) -> str:
        words = text.split()
        for at in range(0, len(words), 20):
            word = words[at]
            if len(word) > 3:
                words[at] = word[0] + word[2] + word[1] + word[3:]
        return " ".join(words)

    def hyphenated(self, text: str) -> str:
        words = text.split()
        for at in range(9, len(words), 20):
            if len(words[at]) > 6:
                words[at] = words[at][:3] + "-\n" + words[at][3:]
        return " ".join(words)

    def sentence_out(self, text: str) -> str | None:
        sentences = _SENTENCE.split(text)
        if len(sentences) < 3:
            return None
        sentences.pop(self._random.randrange(len(sentences)))
        return " ".join(sentences)

    def sentence_in(self, text: str) -> str | None:
        sentences = _SENTENCE.split(text)
        at = self._random.randrange(len(sentences) + 1)
        return " ".join([*sentences[:at], self._random.choice(_SENTENCE.split(self._other())), *sentences[at:]])

    def shuffled(self, text: str) -> str | None:
        sentences = _SENTENCE.split(text)
        self._random.shuffle(sentences)
        return " ".join(sentences) if len(sentences) > 2 else None

    def half(self, text: str) -> str | None:
        words = text.split()
        return " ".join(words[: len(words) // 2]) if len(words) > 30 else None

    def embedded(self, text: str) -> tuple[str, bool]:
        return f"{self._other()} {text}", True

    # -- negatives ----------------------------------------------------------------------------------------------------

    def frame(self, text: str) -> tuple[str, bool] | None:
        mine, theirs = _SENTENCE.split(text), _SENTENCE.split(self._other())
        return (" ".join([mine[0], *theirs[1:-1], mine[-1]]), True) if len(mine) > 5 and len(theirs) > 5 else None

    def quoting(self, text: str) -> tuple[str, bool] | None:
        mine, theirs = _SENTENCE.split(text), _SENTENCE.split(self._other())
        return (" ".join([*theirs, *mine[1:3]]), True) if len(mine) > 7 and len(theirs) > 5 else None

    def every_second(self, text: str) -> str:
        return self._replaced(text, lambda at, _: at % 2 == 0)

    def same_phrases(self, text: str) -> str:
        return " ".join(word if word in self._common else self._random.choice(self._words) for word in text.split())

    def words_shuffled(self, text: str) -> str:
        words = text.split()
        self._random.shuffle(words)
        return " ".join(words)

    def _other(self) -> str:
        self.donor = self._random.randrange(len(self._donors))
        return self._donors[self.donor]


def quality(abstracts: Sequence[str], count: int, seed: int) -> None:
    """Edits and negatives of every kind in turn, until there are `count` texts; what was found of them."""
    originals, donors = abstracts[::2], abstracts[1::2]
    edits = Edits(originals, donors, seed)
    texts = [Text(text, "original", frozenset({at})) for at, text in enumerate(originals)]
    ways = [*((name, way, True) for name, way in edits.kinds().items())]
    ways += [(name, way, False) for name, way in edits.negatives().items()]
    made_from: list[int] = list(range(len(originals)))
    for turn in range(count * 4):
        if len(texts) >= count:
            break
        name, way, is_copy = ways[turn % len(ways)]
        origin = (turn // len(ways) * 7 + turn * 5) % len(originals)
        result = way(originals[origin])
        text, has_donor = result if isinstance(result, tuple) else (result, False)
        if text is None or text == originals[origin]:
            continue
        sources = {origin} if is_copy else set()
        if has_donor:
            sources.add(len(originals) + edits.donor)
        texts.append(Text(text, name, frozenset(sources)))
        made_from.append(origin)
    started = time.process_time()
    pairs = near_duplicates([each.text for each in texts])
    spent = time.process_time() - started
    near_abstracts.cache_clear()
    started = time.process_time()
    near = near_abstracts(_as_abstracts([each.text for each in texts]))
    spent_all = time.process_time() - started

    print(f"\n{len(texts)} texts: {spent:.1f} s CPU for the pairs; {spent_all:.1f} s with what tells them apart\n")
    with_original = {pair.second: pair for pair in pairs if pair.first == made_from[pair.second]}
    print("| what was done to the original | texts | paired with it | almost one | alike or contained |")
    print("|---|--:|--:|--:|--:|")
    made = found = 0
    for name, _, is_copy in ways:
        ours = [at for at, each in enumerate(texts) if each.kind == name]
        hit = [with_original[at] for at in ours if at in with_original]
        almost = sum(pair.jaccard >= ALMOST for pair in hit)
        print(f"| {'' if is_copy else 'no copy: '}{name} | {len(ours)} | {len(hit)} | {almost} | {len(hit) - almost} |")
        if is_copy:
            made, found = made + len(ours), found + len(hit)
    print(f"\nrecall: {_percent(found, made)} of {made} copies are paired with their original")
    for name, some in (("all", pairs), ("almost one", [pair for pair in pairs if pair.jaccard >= ALMOST])):
        right = sum(texts[pair.first].is_copy_of(texts[pair.second]) for pair in some)
        print(
            f"precision, {name}: {_percent(right, len(some))} of {len(some)} pairs have half of their words from one source"
        )
    numbers = [each for each in near if _kind(each.second, texts) in ("one number changed", "every number changed")]
    told = sum(each.disagree for each in numbers)
    print(f"equal but for numbers: {_percent(told, len(numbers))} of {len(numbers)} told as that")
    others = sum(each.disagree for each in near) - told
    print(f"others told as equal but for numbers: {others}")


def _kind(abstract: Abstract, texts: Sequence[Text]) -> str:
    return texts[int(abstract.file.path)].kind


def _as_abstracts(texts: Sequence[str]) -> tuple[Abstract, ...]:
    return tuple(Abstract(SourceFile(str(at), text), Span(0, len(text))) for at, text in enumerate(texts))


def scaling(abstracts: Sequence[str], counts: Sequence[int], seed: int) -> None:
    """Texts with the function words of real abstracts and other content words, one in ten a copy with a tenth changed.

    Each round over the abstracts puts other words in the place of all but the commonest, so that the texts share what
    different papers share: phrases.
    """
    chance = random.Random(seed)
    edits = Edits(abstracts, abstracts, seed)
    counted = Counter(word for text in abstracts for word in text.split())
    ranked = [word for word, _ in counted.most_common()]
    common, rest = ranked[:_COMMON_WORDS], ranked[_COMMON_WORDS:]
    print("\n| texts | words | CPU seconds | a text | pairs | memory |\n|--:|--:|--:|--:|--:|--:|")
    for count in counts:
        texts: list[str] = []
        while len(texts) < count:
            others = rest.copy()
            if texts:
                chance.shuffle(others)
            meaning = dict(zip(rest, others, strict=True)) | {word: word for word in common}
            for text in abstracts:
                made = " ".join(meaning[word] for word in text.split())
                texts.append(made)
                if chance.random() < _SHARE:
                    texts.append(edits.tenth_word(made))
        del texts[count:]
        started = time.process_time()
        pairs = near_duplicates(texts)
        spent = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024**2)
        words = sum(len(text.split()) for text in texts)
        print(
            f"| {count:,} | {words:,} | {spent:.1f} | {1000 * spent / count:.2f} ms | {len(pairs):,} | {memory:,} MB |"
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("abstracts", type=Path, help="JSONL with the text of an abstract in `abstract`")
    parser.add_argument("--count", type=int, default=10_000, help="texts for recall and precision")
    parser.add_argument("--scale", default="", help="numbers of texts to time, with commas between")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with options.abstracts.open(encoding="utf-8") as lines:
        abstracts = [" ".join(json.loads(line)["abstract"].split()) for line in lines]
    quality(abstracts, options.count, options.seed)
    if options.scale:
        scaling(abstracts, [int(each) for each in options.scale.split(",")], options.seed)


if __name__ == "__main__":
    main()
