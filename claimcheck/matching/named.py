"""Whether an abstract names what a claim is about: by its words, by its proper names, through the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.matching.plurals import in_plural
from claimcheck.matching.quotes import Place, whole_places
from claimcheck.matching.shared_heads import in_list
from claimcheck.source import Span
from claimcheck.text.render import render
from claimcheck.text.words import FUNCTION_WORDS, POSSESSIVE, Word, stem, words

_GENERIC: Final = frozenset(
    stem(word)
    for word in "model models method approach system framework baseline benchmark dataset data set task evaluation test version variant".split()
)
"""Words that may explain a name without standing in the abstract."""
_NUMBER: Final = re.compile(r"[0-9.,%+]+")
_ACRONYMS: Final = frozenset(
    "ai api cpu eu fps gpu id llm lm lmm lrm ml mllm nlp ood pc qa ram rl sft slm sota tpu uk us usa usd vlm vram flop".split()
)
"""Acronyms that are words by now: they name nothing of their own."""
_METRICS: Final = frozenset("f1 f2 auc auroc auprc bleu chrf dice elo em iou mcc meteor ndcg rouge".split())
_SCORE: Final = frozenset(stem(word) for word in "score scores measure measures metric value values".split())
_WINDOW: Final = 8
"""An acronym is looked for in so many words."""
_TIED: Final = re.compile(r"[-‐‑@/_]")
"""Between two words that are one name: "GPT-4o" has no "4o"."""
_AFTER_DASH: Final = frozenset(
    "despite although though while whereas which whose where our the because since unlike even".split()
)
"""What begins a clause or an aside."""
_EXTRA_PARTS: Final = 4
"""A name may be written in that many more parts than in the field: "Llama3.1-8B" and "Llama 3.1 8B" are one."""


def _is_score(line: Sequence[Word], index: int) -> bool:
    """Whether a word only says of the metric before it that it is one: "F1-score"; not so "BERT-score", which is another than BERT."""
    return line[index].stem in _SCORE and line[index - 1].low in _METRICS


def stands(text: str, paper: PaperInContext, within: Place | None = None) -> bool:
    """Whether the words stand in the abstract (or a quote of it) as they are, whole, typography, markup and possessive aside."""
    assert paper.folded is not None
    return any(True for _ in whole_places(text, paper.folded, within))


def own_names(claim: ClaimInContext) -> list[Scalar]:
    """What the paper of a claim is called: its name and its title, which its abstract need not have."""
    paper = claim.paper.claims.paper
    return [paper.name, *(value for key, value in paper.metadata if key.text == "title")]


class Names:
    """What the abstract of a paper, or a stretch of it, names. Its words are looked at only for a field that does not stand
    there as it is.
    """

    def __init__(self, paper: PaperInContext, vocabulary: Vocabulary, within: Place | None = None) -> None:
        self._paper = paper
        self._vocabulary = vocabulary
        self._within = within
        self._words: Sequence[Word] = ()
        self._stems: set[str] = set()

    def missing(self, text: str) -> str | None:
        """The part of a field that the abstract does not name; None where it names it all.

        A field that stands there as it is, or by another name of the vocabulary, is named. Otherwise its proper names
        (capitals, digits) must stand there as they are, case aside, and its other words in any form and order.
        """
        if self._as_it_is(text):
            return None
        self._read()
        for part, proper in self._parts(text):
            if not (self._proper(part) if proper else self._ordinary(part)):
                return part
        return None

    def has_name(self, name: str) -> bool:
        """Whether the abstract has a name as a whole, case, plural and the way it is parted aside."""
        self._read()
        if self._as_it_is(name):
            return True
        assert self._paper.folded is not None
        return any(not self._cut(first, last) for first, last in self._parted_otherwise(name))

    def in_list(self, name: str) -> bool:
        """Whether the abstract has a name in a list that tells its beginning once: "CIFAR-10 and -100"."""
        folded, within = self._paper.folded, self._within
        assert folded is not None
        first, last = folded.view_range(within.start, within.end) if within is not None else (0, None)
        return in_list(name, folded.view.text[first:last])

    def _cut(self, first: int, last: int) -> bool:
        """Whether words go on to a longer name: "GPT-4" to "GPT-4o", "4o" to it; a word may stand before: "macro-F1"."""
        assert self._paper.folded is not None
        raw, line = self._paper.folded.view.raw, self._words
        opened = line[first].text[0].isdigit() and _TIED.fullmatch(raw, line[first - 1].end, line[first].start)
        closed = last < len(line) and _TIED.fullmatch(raw, line[last - 1].end, line[last].start)
        return bool(opened or (closed and not self._dashed(last) and not _is_score(line, last)))

    def _dashed(self, at: int) -> bool:
        """Whether the hyphen before a word stands for a dash: "Alba 7B-despite its size". A name goes on with no such word."""
        assert self._paper.folded is not None
        word = self._words[at]
        behind = self._paper.folded.view.raw[word.end : word.end + 1]
        return word.text in _AFTER_DASH and behind.isspace()

    def name_around(self, text: str, start: int) -> str:
        """The proper name of a field that a place of it is in, or the word alone; "" behind the last word."""
        self._read()
        line = words(render(text))
        at = next((index for index, word in enumerate(line) if start < word.end), None)
        if at is None:
            return ""
        first, last = at, at + 1
        while first and self._is_proper(line[first - 1], first - 1):
            first -= 1
        while last < len(line) and self._is_proper(line[last], last):
            last += 1
        return text[line[first].start : line[last - 1].end]

    def strange(self, text: str, *, first: bool = False) -> str | None:
        """A proper name in a field that may otherwise be put in its own words, and that the abstract does not have.

        Proper are words with a capital behind their beginning, and capitalised ones behind others in small letters; a
        `first` one, too, if asked for. What the abstract has as an ordinary word, or as the words of an acronym, is none;
        a name with digits is checked as a number.
        """
        if self._as_it_is(text):
            return None
        self._read()
        line = words(render(text))
        small = [index for index, word in enumerate(line) if word.text[:1].islower()]
        titled = not any(index == 0 or line[index].stem not in FUNCTION_WORDS for index in small)
        name: list[Word] = []
        for index, word in enumerate([*line, None]):
            if word is not None and self._strange_word(word, first if index == 0 else not titled):
                name.append(word)
                continue
            for part, _ in self._name(text, name):
                if not self._proper(part) and not self._spelt_out(part) and not self._inside_word(part):
                    return part
            name = []
        return None

    def _strange_word(self, word: Word, title_counts: bool) -> bool:
        plain = word.text.rstrip("+%#").casefold()
        if plain in _ACRONYMS or plain.removesuffix("s") in _ACRONYMS or self._ordinary(word.text):
            return False
        if any(character.isdigit() for character in word.text):
            return False
        if any(character.isupper() for character in word.text[1:]):
            return True
        return title_counts and word.text[:1].isupper() and len(word.text) > 1

    def _inside_word(self, part: str) -> bool:
        """Whether a name is a part of a word of the abstract: "IoU" of "mIoU"."""
        letters = _letters(part)
        return len(letters) > 2 and any(letters in word.low for word in self._words)

    def _spelt_out(self, part: str) -> bool:
        """Whether a name is an acronym of words of the abstract: "mAP" of "mean average precision"."""
        letters = _letters(part)
        return len(letters) <= _WINDOW and any(
            _acronym(letters.removesuffix("s"), [word.low for word in self._words[first : first + _WINDOW]], True)
            for first in range(len(self._words))
        )

    def candidates(self, part: str) -> Iterator[str]:
        """What the abstract has that a missing part may be meant for: as many words, one more, or one less."""
        self._read()
        assert self._paper.folded is not None
        raw = self._paper.folded.view.raw
        length = len(words(render(part)))
        for count in {max(1, length - 1), length, length + 1}:
            for first in range(len(self._words) - count + 1):
                group = self._words[first : first + count]
                if not any(word.room for word in group[1:]):
                    yield render(raw[group[0].start : group[-1].end]).text

    def _as_it_is(self, text: str) -> bool:
        return any(stands(each, self._paper, self._within) for each in self._vocabulary.spellings(text))

    def _read(self) -> None:
        if self._words:
            return
        folded, within = self._paper.folded, self._within
        assert folded is not None
        part = folded.view_range(within.start, within.end) if within is not None else ()
        self._words = words(folded.view, *part)
        self._stems = {word.stem for word in self._words}
        for first, second in pairwise(self._words):
            if first.joined and second.joined:
                self._stems.add(stem(first.text + second.text))  # "multi-task" is "multitask", too

    def _parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """The field in parts: each proper name as a whole, every other word on its own; and whether it is a proper name."""
        line = words(render(text))
        name: list[Word] = []
        for index, word in enumerate(line):
            if self._is_proper(word, index):
                name.append(word)
                continue
            yield from self._name(text, name)
            name = []
            yield word.text, False
        yield from self._name(text, name)

    def _name(self, text: str, name: Sequence[Word]) -> Iterator[tuple[str, bool]]:
        if not all(_NUMBER.fullmatch(word.text) for word in name):  # bare numbers are checked as numbers
            yield text[name[0].start : name[-1].end], True

    def _is_proper(self, word: Word, index: int) -> bool:
        """Capitals or digits, but for a first word that the abstract has in small letters."""
        if index == 0 and word.text.istitle() and word.text.isalpha():
            return not any(each.text == word.low for each in self._words)
        return any(character.isdigit() or character.isupper() for character in word.text)

    def _ordinary(self, word: str) -> bool:
        root = stem(word)
        return root in FUNCTION_WORDS or root in _GENERIC or root in self._stems

    def _proper(self, name: str) -> bool:
        """Whether a name stands in the abstract, case, plural and the way it is parted aside; or one of its other spellings."""
        if self._as_it_is(name) or any(True for _ in self._parted_otherwise(name)):
            return True
        assert self._paper.folded is not None
        return any(self._inside(span) for span in in_plural(name, self._paper.folded)) or self.in_list(name)

    def _parted_otherwise(self, name: str) -> Iterator[tuple[int, int]]:
        """Where words of the abstract, the first and behind the last, make a name together: "Llama3.1-8B", "Llama 3.1 8B"."""
        line = words(render(name))
        form = _singular if any(_has_inner_capital(word.text) for word in line) else _stem
        parts = [form(word) for word in line]
        target = _run_together(parts)
        for first in range(len(self._words)):
            if not target.startswith(form(self._words[first])):
                continue
            joined = ""
            for last, word in enumerate(self._words[first : first + len(parts) + _EXTRA_PARTS], first + 1):
                joined = _run_together((joined, form(word)))
                if joined == target:
                    yield first, last
                if len(joined) >= len(target):
                    break

    def _inside(self, span: Span) -> bool:
        return self._within is None or (self._within.span.start <= span.start and span.end <= self._within.span.end)


def _run_together(parts: Iterable[str]) -> str:
    """Parts of a name in one word, where two numbers stay two: "Gemma-2-2B" is no Gemma-22B."""
    whole = ""
    for part in parts:
        whole += f" {part}" if whole[-1:].isdigit() and part[:1].isdigit() else part
    return whole


def _has_inner_capital(word: str) -> bool:
    return any(character.isupper() for character in word[1:])


def _stem(word: Word) -> str:
    return word.stem


def _singular(word: Word) -> str:
    """A word without possessive and plural: what is written in capitals has no other forms."""
    low = POSSESSIVE.sub("", word.low)
    return low[:-1] if len(low) > 2 and low.endswith("s") and not low.endswith("ss") else low


def _letters(name: str) -> str:
    """A name without what parts it."""
    return "".join(character for character in name.casefold() if character.isalnum())


def _acronym(letters: str, line: Sequence[str], first: bool = False) -> bool:
    """Whether letters are the beginnings of words in a row, those that tell nothing aside."""
    if not letters:
        return True
    if not line:
        return False
    if not first and stem(line[0]) in FUNCTION_WORDS and _acronym(letters, line[1:]):
        return True
    return any(
        line[0].startswith(letters[:length]) and _acronym(letters[length:], line[1:])
        for length in range(1, len(letters) + (not first))  # more than the one word
    )
