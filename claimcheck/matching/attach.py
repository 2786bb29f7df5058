"""Which number of a quote belongs to which claim: by how near the words of each claim stand to each number.

The words of a quote lie on a line, with more room where a clause ends. Two claims of one quote are compared by the words
that only one of them has: if their numbers, exchanged, stood clearly nearer to these words, they were swapped. On a line
a list ("X and Y reach 5% and 7%") is as near one way as the other; there "respectively" decides by the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, NamedTuple

from claimcheck.claims.vocabulary import folded
from claimcheck.dataset import ClaimInContext, QuoteInContext
from claimcheck.matching.at_which import AtWhich, led
from claimcheck.matching.deltas import SHARES
from claimcheck.matching.paired import AGAINST, alone, same_order
from claimcheck.matching.sides import Place, places
from claimcheck.matching.spoken import KINDS
from claimcheck.matching.values import same
from claimcheck.numerals import Mention
from claimcheck.source import Span
from claimcheck.text.words import FUNCTION_WORDS, STRONG, Extent, Word, extent, in_a_row, stem, stems

_MARGIN: Final = 3.0
"""How much nearer, in words, the exchanged numbers must be before a swap is suspected …"""
_ONE_SIDED: Final = 8.0
"""… and where only one of the two claims has words of its own in the quote …"""
_ALONE: Final = 5.0
"""… and where one field alone (the subjects, the metrics, the data sets, the conditions) contradicts all others …"""
_SHARE: Final = 0.25
"""… and how much of the distance as claimed that must be."""
_CLOSE: Final = 2
"""No further, in words, does a metric stand that is surely another number's."""


_MOST_CLAIMS: Final = 60
"""With more claims a quote is no sentence, and every two of them would be too many pairs."""


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))


_AGGREGATED: Final = {
    "mean": _stems("average averaged averaging mean"),
    "median": _stems("median"),
    "max": _stems("maximum max highest best peak most up"),
    "min": _stems("minimum min lowest least worst"),
    "range": _stems("range ranging between"),
    "total": _stems("total totaling totalling overall altogether"),
}
_DELTA: Final = {"absolute": _stems("absolute points"), "relative": _stems("relative relatively")}
_PRONOUNS: Final = FUNCTION_WORDS | _stems("we us it they them")
"""A subject that is called by these alone stands nowhere."""
_SIZES: Final = ((_stems("small smaller smallest"), 0), (_stems("large larger largest big bigger biggest"), 1))
_HOW: Final = {"min": 0, "mean": 1, "median": 1, "max": 2}
"""Where what a size or an aggregate is called puts its number among its like."""
_RESPECTIVELY: Final = stem("respectively")
_STATISTICS: Final = frozenset("p p-value p-values ci cis sd se interval intervals".split())
"""What a metric is called that is no result, and what stands right before its number."""
_DIFFERENCES: Final = frozenset("difference gap ratio hr rr".split())
"""What stands right before the difference of two numbers."""
_BEFORE: Final = 3
"""So many words on it stands before it no more."""


class Field(NamedTuple):
    """The words of a field as stems, in order, and how much their distance counts."""

    name: str
    weight: int
    stems: list[str]


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """Two numbers of a quote that seem to stand in each other's place: the values of two claims, or the value and the
    baseline value of one (`second is first`). `why` says what tells, `gain` how clearly. Where all else fits and two claims
    have exchanged one field, `field` is its name; `both` tells that both claims have words of their own, `close` that
    these stand right at each other's numbers.
    """

    first: ClaimInContext
    second: ClaimInContext
    first_at: int
    second_at: int
    gain: float
    why: str
    field: str = "value"
    both: bool = False
    close: bool = False


def exchanges(quote: QuoteInContext) -> list[Exchange]:
    """The numbers of a quote that should change places; each claim stands in at most one, the clearest."""
    valued = [claim for claim in quote.claims if claim.value_at is not None]
    if len(valued) > _MOST_CLAIMS:
        return []
    if len(valued) < 2 and all(claim.baseline_at is None for claim in valued):
        return []  # there is nothing to exchange
    line = _Line(quote)
    pairs = [pair for pair in combinations(valued, 2) if not _one_is_of_the_other(line, *pair)]
    fields = {id(claim): _value_fields(claim) for claim in valued}
    found = [
        exchange
        for first, second in pairs
        if not _of_two_natures(first, second) and not _same_number(first, second)
        for exchange in (_order(first, second) or _weighed(line, first, second, fields[id(first)], fields[id(second)]),)
        if exchange is not None
    ]
    found += [exchange for claim in valued for exchange in (_inside(line, claim),) if exchange is not None]
    found += _of_one_field(line, pairs, fields) if not found else []
    found += _crossed_names(line, pairs)
    chosen: list[Exchange] = []
    used: set[int] = set()
    for exchange in sorted(found, key=lambda each: -each.gain):
        claims = {id(exchange.first), id(exchange.second)}
        if not claims & used:
            chosen.append(exchange)
            used |= claims
    return chosen


def _number(claim: ClaimInContext) -> Mention:
    assert claim.value_at is not None
    return claim.paper.numbers[claim.value_at]


def _same_number(first: ClaimInContext, second: ClaimInContext) -> bool:
    """Whether two claims state equal numbers: to exchange them would change nothing."""
    return same(_number(first), _number(second))


def _differ(first: ClaimInContext, second: ClaimInContext, but: str) -> bool:
    """Whether two claims differ in another field than this one."""
    mine, theirs = _stems_of_fields(first), _stems_of_fields(second)
    return any(mine[field] != theirs[field] for field in mine if field != but)


def _stems_of_fields(claim: ClaimInContext) -> dict[str, list[list[str]]]:
    """The stems of the texts of a claim's fields."""
    said = claim.claim
    texts = {
        "kind": [said.kind],
        "subject": [said.subject],
        "metric": [said.metric],
        "dataset": said.dataset,
        "baseline": said.baseline,
        "conditions": [each for pair in said.conditions for each in pair],
    }
    return {name: [stems(each.text) for each in scalars] for name, scalars in texts.items()}


def _of_two_natures(first: ClaimInContext, second: ClaimInContext) -> bool:
    """Whether one of two claims, and its number, is a factor or a count, and the other is not: nobody takes "three times" or a count of
    "two" for "40%"."""
    if {_factor(first), _factor(second)} == {(False, False), (True, True)}:
        return True
    return any(_counts(one) and _number(other).unit in SHARES for one, other in ((first, second), (second, first)))


def _one_is_of_the_other(line: _Line, first: ClaimInContext, second: ClaimInContext) -> bool:
    """Whether one of two claims is told of the other's number: as its p-value or interval, or as the difference from another."""
    return any(
        (_is_statistic(line, one) and not _is_statistic(line, other))
        or (_is_difference(line, one) and not _is_difference(line, other))
        for one, other in ((first, second), (second, first))
    )


def _factor(claim: ClaimInContext) -> tuple[bool, bool]:
    """Whether a claim is a ratio, and whether its number is a factor."""
    return claim.claim.kind.text == "ratio", _number(claim).unit == "x"


def _counts(claim: ClaimInContext) -> bool:
    return claim.claim.kind.text == "count" and _number(claim).unit is None


def _is_statistic(line: _Line, claim: ClaimInContext) -> bool:
    """Whether a claim is of a p-value or an interval, and its number is written as one: "(95% CI, 50-87)"."""
    named = not _STATISTICS.isdisjoint(claim.spelled.metric.text.casefold().split())
    return named and not _STATISTICS.isdisjoint(line.before(claim.value_at))


def _is_difference(line: _Line, claim: ClaimInContext) -> bool:
    """Whether a claim is of the difference of two others, and its number is called so: "(difference, 39 points)"."""
    said = claim.spelled
    against = {folded(each.text) for each in said.baseline}
    two = any(folded(each.spelled.subject.text) in against for each in claim.quote.claims)
    return two and not _DIFFERENCES.isdisjoint(line.before(claim.value_at))


_METRICS: Final = frozenset(stems("metric metrics"))
_ONE_FIELD: Final = ("subject", "metric", "dataset", "conditions")


def _of_one_field(
    line: _Line, pairs: Iterable[tuple[ClaimInContext, ClaimInContext]], fields: Mapping[int, list[Field]]
) -> Iterator[Exchange]:
    """The fields that two claims have exchanged, though their numbers stand at all their other words."""
    for first, second in pairs:
        own = _stems_of_fields(first), _stems_of_fields(second)
        for name in _ONE_FIELD:
            if own[0][name] == own[1][name]:
                continue  # one subject, which one of the claims calls otherwise
            mine, theirs = (
                [_apart(each, claim, other) for each in fields[id(claim)] if each.name == name]
                for claim, other in ((first, second), (second, first))
            )
            exchange = _weighed(line, first, second, mine, theirs)
            if exchange is None or not _is_sure(exchange, name):
                continue
            here, there = line.extent(first.value_at), line.extent(second.value_at)
            if _in_clause(line, mine, there) and _in_clause(line, theirs, here):
                yield replace(exchange, field=name)


def _in_clause(line: _Line, fields: Iterable[Field], number: Extent) -> bool:
    """Whether a word of some fields stands where no clause ends between it and a number; one of another clause tells nothing."""
    places = {at for field in fields for each in field.stems for at in line.places(each)}
    between = (range(min(at, number.last - 1), max(at, number.first)) for at in places)
    return any(all(line.words[index + 1].room < STRONG for index in each) for each in between)


def _is_sure(exchange: Exchange, name: str) -> bool:
    """Whether it is surely this field that two claims have exchanged: "performance" is soon said of any number, and two that
    differ in nothing else, the number neither, are one another's equals."""
    first, second = exchange.first, exchange.second
    one = _same_number(first, second) and not _differ(first, second, but=name)
    return not one and exchange.both and exchange.gain >= _ALONE and (exchange.close or name != "metric")


def _crossed_names(line: _Line, pairs: Iterable[tuple[ClaimInContext, ClaimInContext]]) -> Iterator[Exchange]:
    """The fields that two claims have exchanged, as the order of their names tells; or of conditions, what stands at each number."""
    for first, second in pairs:
        assert first.value_at is not None and second.value_at is not None
        if _same_number(first, second):
            continue
        here, there = line.extent(first.value_at), line.extent(second.value_at)
        which = AtWhich(line.words, line.text, here, there)
        orders: dict[str, bool] = {}
        for name, mine, theirs in _names_apart(line, first, second):
            order = (
                same_order(line.words, here, there, mine, theirs) if mine is not None and theirs is not None else None
            )
            if order is not None:
                orders[name] = order
            elif name.startswith("conditions."):
                at = [None if place is None else which.at(place) for place in (mine, theirs)]
                if at in ([1, 0], [1, None], [None, 0]):
                    why = "each stands at the other number"
                    yield Exchange(first, second, first.value_at, second.value_at, _MARGIN, why, field=name)
        if orders and not any(orders.values()):
            why = "they stand in the other order"
            yield Exchange(first, second, first.value_at, second.value_at, _MARGIN, why, field=next(iter(orders)))


def _names_apart(
    line: _Line, first: ClaimInContext, second: ClaimInContext
) -> Iterator[tuple[str, Place | None, Place | None]]:
    """The fields in which two claims differ, with the place where the line has each, if there is but one."""
    sides = [_told(claim) for claim in (first, second)]
    told = [stems(text) for side in sides for text in side.values()]
    for name, text in sides[0].items():
        other = sides[1].get(name)
        if other is None or any(told.count(stems(each)) > 1 for each in (text, other)):
            continue  # what both have, or one of them in another field, too
        mine, theirs = (
            _number_place(line, claim, name) or alone(line.words, *texts)
            for claim, texts in ((first, (text, other)), (second, (other, text)))
        )
        yield name, mine, theirs


def _told(claim: ClaimInContext) -> dict[str, str]:
    """The fields of a claim that may be told by a name of its own."""
    said = claim.spelled
    found = {"subject": (said.subject_as or said.subject).text, "metric": said.metric.text}
    if len(said.dataset) == 1:
        found["dataset"] = said.dataset[0].text
    return found | {f"conditions.{key.text}": value.text for key, value in said.conditions}


def _number_place(line: _Line, claim: ClaimInContext, name: str) -> Place | None:
    """Where the number of a condition stands with what it counts, if the quote has it but once: "5 shots", "1-year"."""
    field = next((each for each in claim.fields if each.name == name and each.in_quote), None)
    if field is None or field.at is None:
        return None
    numbers = claim.paper.numbers
    if sum(same(numbers[at], numbers[field.at]) for at in claim.quote.numbers) != 1:
        return None
    stretch = line.extent(field.at)
    own, last = {*stems(field.scalar.text), *stems(name.removeprefix("conditions."))}, stretch.last
    while last < len(line.words) and line.words[last].stem in own:
        last += 1
    return Place(stretch.first, last)


def _apart(field: Field, claim: ClaimInContext, other: ClaimInContext) -> Field:
    """A subject without the words of what is counted ("LLMs" stands at "eleven LLMs", whosever it is), and none that only says what kind
    of thing it is, or "we", or is what the other claim measures."""
    if field.name != "subject":
        return field
    if _PRONOUNS.issuperset(field.stems) or set(field.stems) <= set(stems(other.claim.metric.text)):
        return field._replace(stems=[])
    counts = [each.claim for each in claim.quote.claims if each.claim.kind.text == "count"]
    counted = {word for each in counts for word in stems(each.metric.text)}
    if claim.claim.subject_as is None and KINDS.issuperset(field.stems):
        return field._replace(stems=[])
    return field._replace(stems=[each for each in field.stems if each not in counted])


def _value_fields(claim: ClaimInContext) -> list[Field]:
    """The words that stand near a claim's value: those of what was measured, on what, how; less so of whom."""
    said = claim.spelled
    fields = [Field("metric", 2, _named(stems(said.metric.text), _METRICS)), *_subject(claim)]
    fields += [Field("dataset", 2, stems(each.text)) for each in said.dataset]
    # A condition with a number of its own in the quote stands at that number.
    numbered = {each.name for each in claim.fields if each.in_quote}
    fields += [
        Field("conditions", 1, stems(each.text))
        for pair in said.conditions
        if f"conditions.{pair[0].text}" not in numbered
        for each in pair
    ]
    if said.baseline_value is None and said.kind.text in ("delta", "ratio"):
        fields += _baseline(claim)
    agg = said.agg
    if agg is not None and agg.of is not None:
        fields.append(Field("agg.of", 1, stems(agg.of.text)))
    if agg is not None and agg.how is not None:
        fields += [Field("agg.how", 1, [each]) for each in _AGGREGATED[agg.how.text]]
    if said.delta is not None:
        fields += [Field("delta", 1, [each]) for each in _DELTA.get(said.delta.text, ())]
    return fields


def _subject(claim: ClaimInContext) -> list[Field]:
    subjects = (claim.spelled.subject, claim.spelled.subject_as)
    return [Field("subject", 1, _named(stems(each.text), KINDS)) for each in subjects if each is not None]


def _named(words: list[str], kinds: Set[str]) -> list[str]:
    """The words of a name without those that only say what kind of thing it is: "Lumen method"; of "our method" they are kept."""
    apart = [word for word in words if word not in kinds]
    return words if FUNCTION_WORDS.issuperset(apart) else apart


def _baseline(claim: ClaimInContext) -> list[Field]:
    return [Field("baseline", 1, stems(each.text)) for each in claim.spelled.baseline]


def _inside(line: _Line, claim: ClaimInContext) -> Exchange | None:
    """The exchange of a claim's value and baseline value: the baseline's words stand near the baseline's number."""
    at, other = claim.value_at, claim.baseline_at
    assert at is not None
    if other is None or at == other:
        return None
    framed, named = _framed(line, claim), _named_apart(line, claim)
    if named is not None and (named.both or not framed):
        return None if named.own else Exchange(claim, claim, at, other, _MARGIN, named.why)
    if framed is not None:
        why = "'from' leads to the value, and 'to' to the baseline value"
        return None if framed else Exchange(claim, claim, at, other, _MARGIN, why)
    sets_out = [_sets_out(line, claim, each) for each in (at, other)]
    if any(sets_out):
        why = f"'{claim.paper.numbers[at].text}' is what the other number is held against"
        return None if sets_out[1] else Exchange(claim, claim, at, other, _MARGIN, why)
    held = _held_in_order(line, claim)
    if held is not None:
        return None if held else Exchange(claim, claim, at, other, _MARGIN, "the names stand in the other order")
    baseline = [field._replace(name="subject") for field in _baseline(claim)]
    return _weighed(line, claim, claim, _subject(claim), baseline)


class _Named(NamedTuple):
    """What the names at value and baseline value tell: whether each stands at its `own`, and whether `both` are named there."""

    own: bool
    both: bool
    why: str


def _named_apart(line: _Line, claim: ClaimInContext) -> _Named | None:
    """What the subject at one of the two numbers tells, and the baseline at the other; None where they are at odds."""
    said, numbers = claim.spelled, claim.paper.numbers
    which = AtWhich(line.words, line.text, line.extent(claim.value_at), line.extent(claim.baseline_at))
    subjects = [each.text for each in (said.subject, said.subject_as) if each is not None]
    baselines = [each.text for each in said.baseline]
    mine, theirs = which.of(subjects, baselines), which.of(baselines, subjects)
    if mine == theirs:
        return None
    assert claim.value_at is not None and claim.baseline_at is not None
    own = mine == 0 or theirs == 1
    name, at = (baselines[0], claim.value_at) if theirs == 0 else (subjects[0], claim.baseline_at)
    return _Named(own, mine is not None and theirs is not None, f"'{name}' stands at '{numbers[at].text}'")


def _held_in_order(line: _Line, claim: ClaimInContext) -> bool | None:
    """Whether value and baseline value stand as "0.81 vs 0.70" behind both names, and in their order; False where they stand in
    the other order behind "Lumen and Corvus", "Lumen is better than Corvus"."""
    here, there = line.extent(claim.value_at), line.extent(claim.baseline_at)
    first, second = sorted((here, there), key=lambda each: each.first)
    said = claim.spelled
    names = [(said.subject_as or said.subject).text], [each.text for each in said.baseline]
    for words in (line.words[: first.first], line.words):
        named = [places(words, each) for each in names]
        if [len(each) for each in named] == [1, 1]:
            order = same_order(line.words, here, there, named[0][0], named[1][0])
            if order is not None:
                return order
    if tuple(word.low for word in line.words[first.last : second.first]) not in AGAINST:
        return None
    mine, theirs = (
        min((at for each in words for at in line.places(each)), default=first.first) for words in _own_words(claim)
    )
    return True if (mine < theirs) == (first is here) else None


def _framed(line: _Line, claim: ClaimInContext) -> bool | None:
    """Whether the value stands behind "to" and the baseline value behind "from", in one clause; None where they do not stand so.

    "from 74% (Corvus) to 90%", "to 90%, up from 74%"; False where it is the other way round.
    """
    here, there = line.extent(claim.value_at).first, line.extent(claim.baseline_at).first
    between = line.words[min(here, there) + 1 : max(here, there)]
    if len(between) > _FRAME or any(word.room >= STRONG for word in between):
        return None
    leading = (led(line.words, here), led(line.words, there))
    value, baseline = ("" if at is None else line.words[at].low for at in leading)
    return value == "to" if {value, baseline} == {"from", "to"} else None


def _own_words(claim: ClaimInContext) -> tuple[set[str], set[str]]:
    """The words that only the subject has, and those that only the baselines have."""
    mine, theirs = (
        {each for field in fields for each in field.stems} for fields in (_subject(claim), _baseline(claim))
    )
    return mine - theirs, theirs - mine


_FRAME: Final = 15
"""So many words at most lie between the two numbers of a "from … to …"."""
_SETTING_OUT: Final = {(word, by) for word in ("starting", "starts", "started") for by in ("from", "at")} | {
    (word, "from")
    for word in "up down rising climbing increasing improving dropping falling decreasing improvement increase "
    "reduction drop".split()
}
"""They lead to the number that another is a change of."""


def _sets_out(line: _Line, claim: ClaimInContext, number: int) -> bool:
    """Whether a number is the one that another is a change of: "up from 61.3%", "starting at 61.3%"; or what another is compared
    with, where the quote does not name that: "compared to 61.3%"."""
    at = led(line.words, line.extent(number).first, ("from", "at", "to", "with"))
    if not at:
        return False
    leading = line.words[at - 1].low, line.words[at].low
    if leading in AGAINST:
        return not any(line.places(each) for field in _baseline(claim) for each in field.stems)
    return leading in _SETTING_OUT


def _weighed(
    line: _Line, first: ClaimInContext, second: ClaimInContext, mine: list[Field], theirs: list[Field]
) -> Exchange | None:
    """The exchange of two numbers, if it brings them clearly nearer to the words that only one of them should have."""
    first_at = first.value_at
    second_at = second.value_at if second is not first else first.baseline_at
    assert first_at is not None and second_at is not None
    numbers = first.paper.numbers
    here, there = line.extent(first_at), line.extent(second_at)
    digits = line.digits(here) | line.digits(there)
    shared = (_words(mine) & _words(theirs)) | _in_both_subjects(first, second)
    standing = [_standing(line, digits, fields, shared) for fields in (mine, theirs)]
    own, other = _Distance(standing[0], here, there), _Distance(standing[1], there, here)
    low, high = min(here.low, there.low), max(here.high, there.high)
    places = [{word.at for _, field in each for found in field for word in found} for each in standing]
    leads = [all(at in range(low) for at in each) for each in places]
    if first is second and other.gain <= 0 and leads[0] and not (other.weight and leads[1]):
        return None  # a subject in front of both numbers may be that of both
    gain = own.gain + other.gain
    both = bool(own.weight and other.weight)
    listed = line.pairs_in_order
    one_list = line.sentence.of_one_list(first_at, second_at)
    follows = own.follows or other.follows
    within = any(low <= at <= high for each in places for at in each)
    if first is not second and one_list and not (listed or follows or within):
        return None  # "5 and 7 points on Aria and Bolt": of two lists the order tells, and no nearness
    sure = both or follows
    if (
        gain >= (_MARGIN if sure else _ONE_SIDED)
        and gain >= _SHARE * (own.claimed + other.claimed)
        and (both or not listed)
        and not (own.stays or other.stays)
    ):
        at, (_, word) = max((second_at, own.nearest), (first_at, other.nearest), key=lambda each: each[1])
        why = f"'{word}' stands nearer to '{numbers[at].text}'"
        return Exchange(first, second, first_at, second_at, gain, why, both=both, close=own.close and other.close)
    if listed and one_list and _crossed(here, there, own.only, other.only):
        return Exchange(first, second, first_at, second_at, _MARGIN, "'respectively' pairs them in the other order")
    return None


def _in_both_subjects(first: ClaimInContext, second: ClaimInContext) -> set[tuple[str, str]]:
    """The words of both subjects, also those that only say what kind of thing it is: the "models" of "models" and "400M models"."""
    if first is second:
        return set()
    mine, theirs = (set(stems(claim.spelled.subject.text)) for claim in (first, second))
    return {("subject", each) for each in mine & theirs}


class _Line:
    """The words of a quote on their line, looked up by stem, and where its numbers lie among them."""

    def __init__(self, quote: QuoteInContext) -> None:
        self.words = quote.line()
        self.sentence = quote.sentence
        paper = quote.claims[0].paper
        assert paper.abstract is not None
        self.text, self._numbers = paper.abstract.text, paper.numbers
        self._places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            self._places.setdefault(word.stem, []).append(index)
        self.pairs_in_order = _RESPECTIVELY in self._places

    def extent(self, at: int | None) -> Extent:
        """The stretch of a number of the quote."""
        assert at is not None
        found = extent(self.words, Span(self._numbers[at].start, self._numbers[at].end))
        assert found is not None
        return found

    def before(self, at: int | None) -> Iterator[str]:
        """The few words before a number."""
        return (word.low for word in self.words[: self.extent(at).first][-_BEFORE:])

    def places(self, each: str) -> Sequence[int]:
        """The places of a stem on the line."""
        return self._places.get(each, ())

    def digits(self, number: Extent) -> set[int]:
        """The places of the digits of a number, without its qualifier."""
        within = range(number.first, number.last)
        return {index for index in within if any(character.isdigit() for character in self.words[index].text)}


def _words(fields: Iterable[Field]) -> set[tuple[str, str]]:
    return {(field.name, each) for field in fields for each in field.stems}


Standing = list[tuple[int, list[list[Word]]]]
"""The weight of each field, and for each of its words that stand in the quote, the places."""


def _standing(line: _Line, digits: Set[int], fields: Iterable[Field], shared: Set[tuple[str, str]]) -> Standing:
    """Where the words of fields stand that are not in the same field of both, but for the digits of the numbers themselves; where
    a field stands as a whole, only there."""
    found: Standing = []
    for name, weight, texts in fields:
        whole = in_a_row(line.words, texts)
        telling = [
            [first + offset for first in whole] or line.places(text)
            for offset, text in enumerate(texts)
            if text not in FUNCTION_WORDS and (name, text) not in shared
        ]
        places = [[line.words[at] for at in each if at not in digits] for each in telling]
        if any(places):
            found.append((weight, [each for each in places if each]))
    return found


class _Distance:
    """How far the words of one claim are from its own number (`claimed`), and how much nearer to the other's (`gain`).

    Both are means over the fields, so that the words of either claim count the same: in a list, where all words stand on
    one side of both numbers, neither way is nearer. A field is as far as the mean of its words, each at its nearest place.
    `nearest` is what tells most against the claim, `only` the places of the words that stand in the quote once; `follows`
    whether one of the words comes right behind the other number, `close` whether one stands right at it on either side.
    """

    def __init__(self, standing: Standing, near: Extent, far: Extent) -> None:
        self.weight = sum(weight for weight, _ in standing)
        self.claimed = self.gain = 0.0
        self.nearest = (0, "")
        self.follows = self.close = False
        self.only: list[int] = []
        for weight, field in standing:
            share = weight / self.weight / len(field)
            for standing_at in field:
                mine, theirs = (
                    min(near.to(word.at) for word in standing_at),
                    min(far.to(word.at) for word in standing_at),
                )
                self.claimed += share * mine
                self.gain += share * (mine - theirs)
                self.nearest = max(self.nearest, (mine - theirs, standing_at[0].text))
                self.follows |= any(word.at == far.high + 1 for word in standing_at)
                self.close |= theirs <= _CLOSE
                if len(standing_at) == 1:
                    self.only.append(standing_at[0].at)

    @property
    def stays(self) -> bool:
        """Whether the words stand right at the claim's own number, and far from the other: "90% in Rust"."""
        return self.claimed <= _CLOSE and self.gain < -_CLOSE


def _crossed(here: Extent, there: Extent, mine: list[int], theirs: list[int]) -> bool:
    """Whether a list of numbers and a list of words, one before the other, stand in opposite orders."""
    if here.low > there.low:
        here, there, mine, theirs = there, here, theirs, mine
    if not mine or not theirs or max(theirs) >= min(mine):
        return False
    return max(mine) < here.low or min(theirs) > there.high


def _order(first: ClaimInContext, second: ClaimInContext) -> Exchange | None:
    """The exchange of two sizes or aggregates that contradict their words: the smaller is larger, the mean above the maximum."""
    return _too_large(first, second) or _too_large(second, first)


def _too_large(small: ClaimInContext, large: ClaimInContext) -> Exchange | None:
    """The exchange of two numbers of which the one must be smaller than the other, and is larger."""
    ranks = _rank(small), _rank(large)
    if ranks[0] is None or ranks[1] is None or ranks[0] >= ranks[1]:
        return None
    mine, theirs = _number(small), _number(large)
    if mine.unit != theirs.unit or mine.high is None or theirs.high is None:
        return None
    less, more = mine.high.value, theirs.high.value
    if less is None or more is None or less <= more:
        return None
    if _differ(small, large, but="conditions" if small.claim.kind.text == "size" else ""):
        return None
    assert small.value_at is not None and large.value_at is not None
    why = f"'{small.id}' must be smaller than '{large.id}'"
    return Exchange(small, large, small.value_at, large.value_at, _MARGIN, why)


def _rank(claim: ClaimInContext) -> int | None:
    """Where a claim's own words put its number among its like: a smaller or larger size; a minimum, mean or maximum."""
    said = claim.spelled
    if said.kind.text == "size":
        conditions = {each for _, value in said.conditions for each in stems(value.text)}
        return next((rank for words, rank in _SIZES if conditions & words), None)
    return _HOW.get(said.agg.how.text) if said.agg is not None and said.agg.how is not None else None
