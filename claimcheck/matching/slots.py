"""The words that a sentence ties to each of its numbers: behind it, before it, in brackets, or as what its clause is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.matching.sentence import BEFORE_NUMBERS
from claimcheck.text.words import STRONG, Word, stems

if TYPE_CHECKING:
    from claimcheck.dataset import QuoteInContext

COMPARING: Final = frozenset("over than against".split())
_PLACING: Final = frozenset("on in for at with under across within among during using without via".split())
"""What ties words to a number: "5% on Aria"."""
ENDS: Final = (
    COMPARING
    | _PLACING
    | frozenset(
        "of by to as from into between versus vs and or but while when where which that who whose if because is are was were be "
        "been has have had compared relative respectively per including it they we".split()
    )
    | {""}
)
"""What ends the words that a number is tied to; the sentence's end, too."""
DETERMINERS: Final = frozenset("the a an our its their his this these those both all".split())
LENGTH: Final = 5
"""So many words at most are tied to a number."""
_NOUN: Final = 3
"""So many words may stand between a number and what ties others to it: "4.3% lower WER on Somali"."""
_PHRASES: Final = 3
_LEADING: Final = BEFORE_NUMBERS | frozenset("by to of is was are were it they reaches achieves attains at".split())
"""What may stand between a number and the words before it."""
_LINKS: Final = frozenset("at with by".split())
"""Between a name and its number: "Corvus at 65%"."""
_HYPHENS: Final = frozenset("-‐‑")
HELD_AGAINST: Final = frozenset("compared to,compared with,versus,vs,against".split(","))
"""Right before a number: something is held against it."""
_OWNING: Final = frozenset("for by with of from".split())
"""… and behind it, whose it is."""
_NAME: Final = 4
"""So many words at most are a name."""
_OPENERS: Final = frozenset("while whereas whilst and but although though that".split())
"""Behind them a clause may begin."""
VERB: Final = re.compile(
    r"scores|scored|(?:(?P<cause>improv|reduc|rais|cut|boost|lower|increas|decreas|degrad)|reach|achiev|attain|obtain|yield|get|gain|lose|deliver|provid|"
    r"solv|answer|need|requir|retain|remain|stagnat|drop|fall|climb|ris|perform|record|report|accept|reject|detect|identif|produc|save|"
    r"maintain|plateau|stay|stop|surpass|exceed|outperform|keep|hold|exhibit|register|suffer|incur|consum|tak|recover|complet|resolv|beat|trail|lag|match)(?:e?s|ed|e|)"
    r"|is|are|was|were|has|have|had|kept|held|fell|rose|took|got|lost"
)
"""What a name that begins a clause is followed by; a `cause` does something to another's number: "Lumen cuts their error to 5%"."""
_BEHIND_NOUN: Final = frozenset("of and are is were was from on".split())
"""Behind what looks like a verb, these make a noun of it: "BLEU scores of"."""
_ADVERB: Final = re.compile(r"also|even|still|only|already|[a-z]+ly")
_RIVALS: Final = frozenset("baseline baselines model models method methods approach approaches system systems".split())
"""Nouns that name somebody else than the claim's subject, as a name does."""
_DOUBTFUL: Final = frozenset("it they this these those former latter which who its their".split())
"""Behind one of them a clause may be about something else."""


NO_MEASURE: Final = frozenset(
    stems(
        "average mean median overall total relative absolute point percent improvement gain increase decrease reduction drop better worse higher "
        "lower more less fewer best worst shot even alone only"
    )
)
"""What a number may be called, and be of any measure."""


class Stretch(NamedTuple):
    """Words of the line by their indexes, half-open."""

    first: int
    last: int


class Tied(NamedTuple):
    """One way in which numbers of a sentence are each tied to words of their own.

    `how` is "behind", "before", "labelled" or "opened" (and `word` is what ties them), "brackets", "named", "clause" or "list".
    """

    how: str
    word: str
    slots: Mapping[int, Stretch]


def is_proper(words: Sequence[Word]) -> bool:
    """Whether words hold a name: one has a capital or a digit."""
    return any(not word.text.islower() for word in words)


class Laid:
    """The words of a quote's sentence with what parts them, and the units of its numbers."""

    def __init__(self, quote: QuoteInContext) -> None:
        self.sentence = quote.sentence
        self.line = quote.sentence.line
        self.numbers = quote.sentence.numbers
        self._paper = paper = quote.claims[0].paper
        assert paper.abstract is not None
        self.text = paper.abstract.text
        self.units = {at: paper.numbers[at].unit for at in self.numbers}

    def number(self, at: int) -> str:
        """A number as it is written."""
        return self._paper.numbers[at].text

    def low(self, index: int) -> str:
        """A word in small letters; "" before the first and behind the last."""
        return self.line[index].low if 0 <= index < len(self.line) else ""

    def gap(self, index: int) -> str:
        """What the text has between a word and the one before it; "" before the first and behind the last."""
        return self.text[self.line[index - 1].end : self.line[index].start] if 0 < index < len(self.line) else ""

    def hyphened(self, index: int) -> bool:
        """Whether a hyphen ties a word to the one before it."""
        return self.gap(index) in _HYPHENS

    def parted(self, index: int) -> bool:
        """Whether a mark parts a word from the one before it; markup is none."""
        return re.search(r"[^\s\w\\${}~^/-]", self.gap(index)) is not None

    def within(self, index: int) -> bool:
        """Whether a word may be one of those that a number is tied to."""
        return index not in self.sentence.numbered and self.low(index) not in ENDS

    def phrase(self, index: int) -> Stretch | None:
        """The words from one on, an article aside, up to what parts or ends them; none where a mark or a hyphen is before them."""
        if self.hyphened(index):
            return None
        while self.low(index) in DETERMINERS and not self.parted(index):
            index += 1
        last = index
        while last - index < LENGTH and self.within(last) and not self.parted(last):
            last += 1
        return Stretch(index, last) if last > index else None

    def back(self, last: int, most: int) -> int:
        """Where the words before an index begin, back to what parts or ends them."""
        first = last
        while last - first < most and self.within(first - 1) and not (first < last and self.parted(first)):
            first -= 1
        return first


def at_numbers(laid: Laid) -> Iterator[Tied]:
    """What stands right at the numbers, by each word that ties it to them; and what clauses are about."""
    behind: dict[str, dict[int, Stretch]] = {}
    before: dict[str, dict[int, Stretch]] = {}
    for at in laid.numbers:
        for word, stretch in _behind(laid, at):
            behind.setdefault(word, {}).setdefault(at, stretch)
        leading = _before(laid, at)
        if leading is not None:
            before.setdefault(leading[0], {})[at] = leading[1]
    yield from (Tied("behind", word, slots) for word, slots in behind.items())
    yield from (Tied("before", word, slots) for word, slots in before.items())
    yield from _labelled(laid)
    yield from _opened(laid)
    yield Tied("brackets", "", _each(laid, _in_brackets))
    yield from (Tied("named", word, slots) for word, slots in _by_role(laid, _each(laid, _named)).items())
    yield Tied("clause", "", clauses(laid))


def _each(laid: Laid, find: Callable[[Laid, int], Stretch | None]) -> dict[int, Stretch]:
    return {at: stretch for at in laid.numbers if (stretch := find(laid, at)) is not None}


def _behind(laid: Laid, at: int) -> Iterator[tuple[str, Stretch]]:
    """ "4.3% lower WER on Somali for adults": what each preposition ties to a number."""
    index = laid.numbers[at].last
    previous = laid.sentence.previous(at)
    if previous is not None and laid.sentence.listed(previous, at):
        return  # "50% and 60% on Aria and Bolt"
    noun = laid.phrase(index)
    if noun is not None and noun.last - index <= _NOUN:
        index = noun.last
    for _ in range(_PHRASES):
        stretch = laid.phrase(index + 1)
        if stretch is None or laid.parted(index) or laid.low(index) not in _PLACING | COMPARING:
            return
        yield laid.low(index), stretch
        index = stretch.last


def _before(laid: Laid, at: int) -> tuple[str, Stretch] | None:
    """ "on Aria by 5%": the words that lead to a number, and what ties them to it."""
    line, last = laid.line, laid.numbers[at].first
    while laid.low(last - 1) in _LEADING and not line[last].room:
        last -= 1
    first = laid.back(last, LENGTH)
    word = laid.low(first - 1)
    if line[last].room or laid.parted(first) or word not in _PLACING:
        return None
    while laid.low(first) in DETERMINERS:
        first += 1
    # what Lumen does in "with Lumen reducing errors by 5%"
    acts = any(VERB.fullmatch(each.low.removesuffix("ing")) for each in line[first + 1 : last])
    return (word, Stretch(first, last)) if first < last and not acts else None


def measured(laid: Laid) -> Iterator[Tied]:
    """What each number measures: "improves recall by 5% and precision by 7%", "66% recall and 70% precision"."""
    by, behind = _each(laid, _before_by), _each(laid, _right_behind)
    yield Tied("measured", "by", by)
    yield Tied("measured", "", behind)


def _before_by(laid: Laid, at: int) -> Stretch | None:
    """ "recall by 5%"."""
    by = laid.numbers[at].first - 1
    if laid.low(by) != "by" or laid.parted(by + 1):
        return None
    words = range(laid.back(by, _NAME), by)
    leads = [index for index in words if VERB.fullmatch(laid.low(index))]
    return _of_measure(laid, Stretch(leads[-1] + 1 if leads else words.start, by))


def _right_behind(laid: Laid, at: int) -> Stretch | None:
    """ "66% test recall"."""
    return _of_measure(laid, laid.phrase(laid.numbers[at].last))


def _of_measure(laid: Laid, words: Stretch | None) -> Stretch | None:
    """These words, if they end in what may be measured: not "5% more", "a gain by 5%"."""
    return words if words and words.first < words.last and laid.line[words.last - 1].stem not in NO_MEASURE else None


def _in_brackets(laid: Laid, at: int) -> Stretch | None:
    """ "44.8% (7B)": the words in the brackets behind a number."""
    first = laid.numbers[at].last
    if not re.match(r"[\s\\}$%]*[(\[]", laid.gap(first)):
        return None
    last = first
    while last < len(laid.line) and last - first < LENGTH and not re.search(r"[)\],;:]", laid.gap(last)):
        last += 1
    if last < len(laid.line) and not re.search(r"[)\]]", laid.gap(last)):
        return None
    inside = [each for each, stretch in laid.numbers.items() if first <= stretch.first < last]
    return None if any(laid.units[each] == laid.units[at] for each in inside) else Stretch(first, last)


def _named(laid: Laid, at: int) -> Stretch | None:
    """ "Corvus (68.2%)": the name before the brackets that a number begins."""
    last = laid.numbers[at].first
    if not re.match(r"\s?[(\[]", laid.gap(last)):
        return None
    first = min(_name_before(laid, last), laid.back(last, 1))  # of common words the last
    return Stretch(first, last) if first < last else None


def _name_before(laid: Laid, last: int) -> int:
    """Where the name right before an index begins: the words in a row that are proper."""
    first = last
    while first > laid.back(last, _NAME) and is_proper(laid.line[first - 1 : first]):
        first -= 1
    return first


def _labelled(laid: Laid) -> Iterator[Tied]:
    """Names right before numbers: "Corvus 65%, Nimbus: 60%", "beats Corvus by 5% and Nimbus by 7%"."""
    found: dict[str, dict[int, Stretch]] = {}
    for at, extent in laid.numbers.items():
        last = extent.first
        link = laid.low(last - 1) if laid.low(last - 1) in _LINKS else ""
        last -= bool(link)
        first = _name_before(laid, last) if laid.gap(last).strip() in ("", ":", "=") else last
        if 0 < first < last:
            found.setdefault(link, {})[at] = Stretch(first, last)
    yield from (Tied("labelled", link, slots) for link, slots in found.items())


def _opened(laid: Laid) -> Iterator[Tied]:
    """What opens the clause of each number: "On Aria, it reaches 5%, and on Bolt, 7%"."""
    found: dict[str, dict[int, Stretch]] = {}
    opening: tuple[str, Stretch] | None = None
    starts = {each.first: at for at, each in laid.numbers.items()}
    for index, word in enumerate(laid.line):
        if word.room >= STRONG:
            opening = None
        begins = not index or word.room >= STRONG or laid.low(index - 1) in _OPENERS
        stretch = laid.phrase(index + 1) if begins and word.low in _PLACING else None
        if stretch is not None:
            opening = word.low, stretch
        if index in starts and opening is not None:
            found.setdefault(opening[0], {})[starts[index]] = opening[1]
    yield from (Tied("opened", word, slots) for word, slots in found.items())


def _by_role(laid: Laid, slots: Mapping[int, Stretch]) -> dict[str, dict[int, Stretch]]:
    """Names by the word that places them, which those that follow in a list share: "on Aria (70%) and Bolt (65%)"."""
    found: dict[str, dict[int, Stretch]] = {}
    role = ""
    for at, stretch in slots.items():
        before = laid.low(stretch.first - 1)
        if before not in ("and", "or") and "," not in laid.gap(stretch.first):
            role = before if before in _PLACING else ""
        found.setdefault(role, {})[at] = stretch
    return found


def clauses(laid: Laid) -> dict[int, Stretch]:
    """The name that the clause of each number begins with."""
    found: dict[int, Stretch] = {}
    about: Stretch | None = None
    starts = {each.first: at for at, each in laid.numbers.items()}
    for index, word in enumerate(laid.line):
        leading = _name_leading(laid, index)
        if leading is not None:
            about = None if _ends_list(laid, leading) else leading
        elif word.room >= STRONG or (about is not None and index > about.first and word.low in _DOUBTFUL):
            about = None
        if index in starts and about is not None and not (laid.low(index - 1) == "to" and _causes(laid, about)):
            found[starts[index]] = _other_side(laid, starts[index]) or about
    return found


def _other_side(laid: Laid, at: int) -> Stretch | None:
    """Of whom a number is that something is held against: "compared to 65% for Corvus", "versus 65% by Corvus"."""
    first, last = laid.numbers[at].first, laid.numbers[at].last
    before = laid.low(first - 1)
    held = before in HELD_AGAINST or f"{laid.low(first - 2)} {before}" in HELD_AGAINST
    return laid.phrase(last + 1) if held and laid.low(last) in _OWNING else None


def _causes(laid: Laid, name: Stretch) -> bool:
    verbs = (VERB.fullmatch(word.low) for word in laid.line[name.last : name.last + 2])
    return any(verb is not None and verb["cause"] for verb in verbs)


def _name_leading(laid: Laid, first: int) -> Stretch | None:
    """The name of which a clause begins to tell something at a word: "Lumen also reaches"."""
    if first and not laid.line[first].room and laid.low(first - 1) not in _OPENERS:
        return None
    while laid.low(first) in DETERMINERS:
        first += 1
    first = _behind_of(laid, first)
    for last in range(first + 1, first + 1 + _NAME):
        if laid.parted(last) or not laid.within(last - 1):
            return None
        verb = last + (_ADVERB.fullmatch(laid.low(last)) is not None)
        noun = laid.low(verb + 1) in _BEHIND_NOUN or laid.parted(verb + 1)
        if VERB.fullmatch(laid.low(verb)) and not noun:
            return Stretch(first, last) if _is_named(laid, first, last) else None
    return None


def _behind_of(laid: Laid, first: int) -> int:
    """Where the name begins of which a clause tells something: behind "the recall of", "that of", if they are there."""
    for at in (first + 1, first + 2):
        if laid.low(at) == "of":
            return at + 1
    return first


def _is_named(laid: Laid, first: int, last: int) -> bool:
    """Whether words that a clause begins with are a name; one that begins the sentence has a capital anyway."""
    words = laid.line[first:last]
    if words[-1].low in _RIVALS or is_proper(words[not first :]):
        return True
    if not is_proper(words):
        return False
    alone = words[0].text
    written = re.search(rf"[a-z,;] {re.escape(alone)}(?!\w)", laid.text) is not None
    return written or not alone[1:].islower()


def _ends_list(laid: Laid, name: Stretch) -> bool:
    """Whether a name may be but the last of several: "Corvus and Lumen reach", "GPT-5-mini and GPT-5-nano reach"."""
    conjunction = name.first - 1
    while laid.low(conjunction) in DETERMINERS:
        conjunction -= 1
    if laid.low(conjunction) != "and" or laid.low(name.last).endswith("s"):
        return False
    before = laid.line[laid.back(conjunction, LENGTH) : conjunction]
    return is_proper(before) or conjunction - 1 in laid.sentence.numbered
