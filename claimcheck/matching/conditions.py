"""The values that the conditions of a paper's claims may have, and which of them a sentence has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from claimcheck.claims import vocabulary
from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.matching.named import stands
from claimcheck.matching.quotes import Place
from claimcheck.matching.slots import is_proper
from claimcheck.matching.spoken import said_names
from claimcheck.text.fold import fold
from claimcheck.text.words import FUNCTION_WORDS, Word, content, stems, words


class Conditions:
    """What the claims of a paper give to each condition, and where its abstract has the words of one."""

    def __init__(self, paper: PaperInContext) -> None:
        self._paper = paper
        self._given: dict[str, dict[str, str]] = {}
        for claim in paper.all_claims():
            for name, value in claim.claim.conditions:
                known = self._given.setdefault(vocabulary.folded(name.text), {})
                known[value.text] = fold(value.text).text

    def other_value(self, claim: ClaimInContext, key: str, value: str, sentence: Place) -> str | None:
        """Another value of a condition that the sentence of a claim has: one that another claim gives to it, or what stands
        there as this one stands elsewhere ("on English pages", "on German pages").

        None where this claim has it in another field, too, or the two values share a word.
        """
        own = {word for name in said_names(claim, self._paper.vocabulary) for word in content(name)}
        assert self._paper.folded is not None
        text = self._paper.folded.text[sentence.start : sentence.end]
        for other, written in self._given[vocabulary.folded(key)].items():
            if written in text and not content(other) & own and stands(other, self._paper, sentence):
                return other
        return next((each for each in self._in_its_place(claim, value) if not content(each) & own), None)

    def _in_its_place(self, claim: ClaimInContext, value: str) -> Iterator[str]:
        """What the sentence has between the two words that stand around a value, which is a name, elsewhere in the abstract."""
        line, places = self._abstract
        sentence = claim.quote.sentence
        phrase = stems(value)
        for first in places.get(phrase[0], ()) if phrase else ():
            last = first + len(phrase)
            found = line[first:last]
            around = _around(line, first, last) if [word.stem for word in found] == phrase else None
            if around is None or not is_proper(found):
                continue
            for index, word in enumerate(sentence.line):
                here = index not in sentence.numbered and _around(sentence.line, index, index + 1)
                if here == around and is_proper([word]):
                    yield word.text

    @cached_property
    def _abstract(self) -> tuple[Sequence[Word], Mapping[str, Sequence[int]]]:
        """The words of the abstract, and where each of their stems stands."""
        assert self._paper.folded is not None
        line = words(self._paper.folded.view)
        places: dict[str, list[int]] = {}
        for index, word in enumerate(line):
            places.setdefault(word.stem, []).append(index)
        return line, places


def _around(line: Sequence[Word], first: int, last: int) -> Collection[str] | None:
    """The words right before and right behind some, if one of them tells what these are; None where a mark parts them."""
    if not first or last >= len(line) or line[first].room or line[last].room:
        return None
    around = (line[first - 1].stem, line[last].stem)
    return None if FUNCTION_WORDS.issuperset(around) else around
