"""How the subject of a ranking comes out of the comparison, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from typing import Final

from claimcheck.matching.directions import (
    COST,
    DEARER,
    FASTER,
    NAMED_BY_CHANGE,
    SLOWER,
    SPEED,
    THRIFTIER,
    is_denied,
)
from claimcheck.matching.sides import BEATEN, BEATS, Place, Sides, is_outdone, is_passive
from claimcheck.matching.taken_back import fades
from claimcheck.text.words import FUNCTION_WORDS, STRONG, WEAK, Word, stems


class Outcome(Enum):
    """How something comes out of a comparison; the value is what is said of it."""

    WINS = "does better"
    EQUALS = "does as well"
    LOSES = "does worse"
    OPEN = "does otherwise, for better or worse"
    NO_WIN = "does not do better"
    NO_MATCH = "does not do as well"
    NO_LOSS = "does not do worse"

    @property
    def turned(self) -> Outcome:
        """The same, seen from the other side."""
        return _TURNED.get(self, self)

    @property
    def denied(self) -> Outcome:
        """What is left of it behind "not"; of what says nothing, nothing."""
        return _DENIED.get(self, Outcome.OPEN)


_TURNED: Final = {
    Outcome.WINS: Outcome.LOSES,
    Outcome.LOSES: Outcome.WINS,
    Outcome.NO_WIN: Outcome.NO_LOSS,
    Outcome.NO_LOSS: Outcome.NO_WIN,
}
_DENIED: Final = {
    Outcome.WINS: Outcome.NO_WIN,
    Outcome.EQUALS: Outcome.NO_MATCH,
    Outcome.LOSES: Outcome.NO_LOSS,
}
_ALLOWS: Final[Mapping[Outcome, frozenset[Outcome]]] = {
    Outcome.WINS: frozenset(),
    Outcome.EQUALS: frozenset({Outcome.NO_WIN, Outcome.NO_LOSS}),
    Outcome.LOSES: frozenset({Outcome.NO_WIN, Outcome.NO_MATCH}),
}
"""What is said of something for which an outcome is then a fair word: what does no better does worse, or as well."""
_AGAINST: Final[Mapping[Outcome, tuple[Outcome, ...]]] = {
    Outcome.WINS: (Outcome.LOSES, Outcome.EQUALS, Outcome.NO_WIN),
    Outcome.EQUALS: (Outcome.WINS, Outcome.LOSES, Outcome.NO_MATCH),
    Outcome.LOSES: (Outcome.WINS, Outcome.EQUALS, Outcome.NO_LOSS),
}
"""What goes against an outcome, the farthest from it first."""
RANKS: Final = {
    "outperforms": Outcome.WINS,
    "best": Outcome.WINS,
    "matches": Outcome.EQUALS,
    "underperforms": Outcome.LOSES,
    "not-best": Outcome.LOSES,
}
"""What the ranks of claims say."""


def _said(outcome: Outcome, forms: str) -> dict[str, Outcome]:
    return dict.fromkeys(forms.split(), outcome)


_WORDS: Final = (
    dict.fromkeys(BEATS, Outcome.WINS)
    | _said(
        Outcome.WINS, "improve improves improved improving improvement improvements enhance enhances enhanced enhancing"
    )
    | _said(Outcome.WINS, "gain gains better best strongest highest superior beyond advantage advantages boost boosts")
    | _said(
        Outcome.LOSES,
        "underperform underperforms underperformed underperforming worse worst inferior short decline declines",
    )
    | _said(Outcome.LOSES, "degrade degrades degraded fail fails failed lag lags behind weaker weakest lose loses lost")
    | _said(Outcome.LOSES, "lagged lagging trail trails trailed trailing")
    | _said(Outcome.LOSES, "weaken weakens weakened worsen worsens worsened deteriorate deteriorates deteriorated")
    | _said(Outcome.WINS, "mitigates mitigated mitigating alleviates alleviated alleviating")
    | _said(
        Outcome.EQUALS,
        "match matches matched matching comparable competitive par similar similarly equal equivalent parity",
    )
    | _said(Outcome.EQUALS, "preserve preserves preserved preserving restore restores restored retain retains retained")
    | _said(Outcome.WINS, "wins won winning tops topped eclipses eclipsed")
    | _said(Outcome.EQUALS, "indistinguishable comparably equally equivalently")
    | _said(Outcome.EQUALS, "maintain maintains maintained maintaining rival rivals")
    | dict.fromkeys(BEATEN - BEATS, Outcome.WINS)  # passive, and then turned
)
_UP: Final = frozenset(
    "increase increases increased increasing raise raises raised more higher greater larger double doubles doubled triple triples tripled".split()
)
_DOWN: Final = frozenset(
    "reduce reduces reduced reducing decrease decreases decreased decreasing lower lowers lowered lowering fewer less smaller "
    "cut cuts cutting halve halves halved".split()
)
"""Words that say better or worse together with the metric: "fewer errors"."""
_QUALITY: Final = ("ive", "ent", "ant", "able", "ible", "ate", "ful", "ous", "ly", "ust", "ed", "ic", "al")
"""Endings of what follows "more" and "less" where they say better or worse by themselves: "more reliable"."""
_BAD: Final = frozenset(
    "limited restricted biased costly expensive complicated fragile negative ineffective unreliable unstable repetitive destructive "
    "invasive defective deficient inconsistent redundant".split()
)
"""Of these, that something is more so is no praise."""
_BEST: Final = frozenset("optimal best top superior strong stronger strongest high higher highest excellent".split())
_KEPT: Final = frozenset(
    "maintain maintains maintained maintaining preserve preserves preserved preserving retain retains retained".split()
)
"""What is kept best is no match."""
_BEHIND: Final = frozenset("to with as in on for from across at under over when and or".split())
"""What stands behind an adjective that ends what is said: "statistically indistinguishable in accuracy"."""
_STEADY: Final = frozenset("stable unchanged constant".split())
_REMAIN: Final = frozenset("remain remains remained stay stays stayed keep keeps kept is are was were".split())
_COPULA: Final = frozenset("is are was were".split())
_ALL: Final = frozenset("all any every each existing previous prior other others both current".split())
_CONCLUDES: Final = frozenset(
    "indicating suggesting showing demonstrating highlighting confirming revealing implying underscoring".split()
)
"""What is concluded is said in a part of its own."""
_LEADING: Final = frozenset("leading top".split())
_PRICE: Final = frozenset("cost expense".split())
_HARM: Final = frozenset(
    stems("degrading degradation sacrificing sacrifice compromising hurting harming losing loss affecting impairing")
)
_MOST: Final = frozenset("highest largest most longest greatest".split())
_LEAST: Final = frozenset("lowest smallest least fewest shortest".split())
"""Superlatives that say best or worst together with the metric: "the lowest error"."""
_FASTEST: Final = FASTER | frozenset(("fastest", "quickest"))
_SLOWEST: Final = SLOWER | frozenset(("slowest",))
_CHEAPEST: Final = THRIFTIER | frozenset(("cheapest",))
_DEAREST: Final = DEARER | frozenset(("costliest",))
_SUPERLATIVES: Final = (
    _MOST | _LEAST | frozenset("best strongest fastest quickest cheapest worst weakest slowest".split())
)
_OTHERS: Final = frozenset("of than over with to against like from versus vs near for".split()) | BEATS
"""Behind these, "the best" is what the subject is compared with."""
_DETERMINERS: Final = frozenset("the one its their current previous prior".split())
_ART: Final = ("state", "of", "the", "art")
_SHORT: Final = frozenset("fall falls fell falling fallen come comes coming stop stops".split())
_PRONOUNS: Final = frozenset("it they he she we this these its their our the".split())
_CLOSES: Final = frozenset(
    "close closes closed closing narrow narrows narrowed narrowing bridge bridges bridged bridging".split()
)
_SETS_APART: Final = frozenset("with despite without".split())
_GENERAL: Final = frozenset(stems("performance quality results result capability capabilities ability overall"))
_FINITE: Final = frozenset(
    "is are was were has have outperforms outperform surpasses surpass beats beat exceeds exceed improves improve matches match trails trail "
    "lags lag loses lose falls fall underperforms underperform degrades degrade declines decline achieves achieve reaches reach "
    "performs perform exhibits exhibit shows show remains remain ranks rank runs run needs need requires require uses use "
    "outperformed surpassed improved matched exceeded trailed lagged lost fell underperformed degraded declined achieved reached "
    "performed exhibited showed remained ranked ran needed required used yields yield yielded obtains obtain obtained".split()
)
"""Verbs with which a clause goes on without naming its subject again: "but loses to it", "and matches it"."""
_GOES_ON: Final = frozenset("can could is are may might does do will also even still being".split())
_BREAKS: Final = frozenset("while whilst whereas but although though yet however".split())
_EXCEPT: Final = frozenset({("except", "for"), ("other", "than"), ("apart", "from"), ("aside", "from")})
_ALL_OR_NONE: Final = dict.fromkeys("all every each everything everyone any".split(), True) | dict.fromkeys(
    "no none nothing nobody".split(), False
)
"""What an exception is made from, and whether what is excepted is then without what is said."""
_APPROACHING: Final = frozenset("approach approaches approached approaching".split())
_PLACES: Final = frozenset("second third fourth fifth 2nd 3rd 4th 5th".split())
_DOMINATES: Final = frozenset("dominates dominated dominating".split())
_RANKED: Final = frozenset("rank ranks ranked ranking place places placed".split())
_MAKING: Final = frozenset(
    "make makes made making has have had commits committed produces produced incurs incurred shows showed exhibits exhibited".split()
)
_MISTAKES: Final = frozenset(stems("error mistake failure"))
_CORRECT: Final = frozenset(stems("accuracy correctness performance quality reliability success"))
"""What is the less, the more mistakes are made."""
_LIKE: Final = frozenset("similar comparable equal equivalent competitive".split())
_ASIDE: Final = frozenset(
    stems(
        "cost compute computation budget latency memory size parameters tasks settings conditions resources complexity time training "
        "systems models methods"
    )
)
"""What is alike beside an outcome, unless it is the metric."""
_ROOT: Final = 6
"""So many letters of an adjective and of its noun are the same."""
_REACH: Final = 5
FORMS: Final = frozenset(_WORDS) | _UP | _DOWN | _SUPERLATIVES
"""All words that say an outcome, of whatever."""
_COMPARING: Final = FORMS | _FASTEST | _SLOWEST | _CHEAPEST | _DEAREST


def outcomes(sides: Sides, parts: Sequence[range] | None = None) -> dict[Outcome, Word]:
    """What the words of the sentence (or of some parts of it) say of the claim's subject, each with the first word that does.

    A word is said of what it follows in its clause: of the subject, or of the baseline, and then it is turned round. What
    is said of something else, or may be denied, does not count; what is denied for sure is told as such.
    """
    found: dict[Outcome, Word] = {}
    names = [*sides.named, *sides.called, *sides.baselines]
    for index, word in enumerate(sides.line):
        if parts is not None and not any(index in part for part in parts):
            continue
        if index in sides.numbered:
            continue  # "more than 50% of the memory"
        if any(place.first <= index < place.last for place in names):
            continue
        outcome = _outcome(sides, index)
        said = outcome and _of_subject(sides, index, outcome)
        if said is not None:
            found.setdefault(said, word)
    return found


def against(sides: Sides, rank: str) -> Word | None:
    """The word of the sentence that goes against a rank; None if none does, or none that is said of the claim's own case.

    Where one part of the sentence ("beats it on Aria | but loses on Bolt") names the metric or the data set, and others do
    not, it is that part that tells.
    """
    if _set_aside(sides):
        return None
    parts = _own_parts(sides)
    found = outcomes(sides, parts)
    if not found and any(sides.line[index].low in _COMPARING for part in parts for index in part):
        return None  # the part says something of its own, in words that are not read here
    if not found:  # nor does another part of it, unless one plainly beats the other there
        found = {said: word for said, word in outcomes(sides).items() if word.low in BEATS | {"beyond"}}
    if rank == "not-best":  # what beats some is not the best of all
        found = {said: word for said, word in found.items() if said is not Outcome.WINS or not _of_some(sides, word)}
    return contradicted(rank, found)


def _of_some(sides: Sides, word: Word) -> bool:
    """Whether a word of winning leaves it open if something else is better: "outperforming larger models", not "all models"."""
    line, index = sides.line, sides.line.index(word)
    nobody = any(_ALL_OR_NONE.get(each.low) is False for each in line[max(0, index - _REACH) : index])
    behind = range(index + 1, min(index + 4, len(line)))
    best = any(line[at].low in _ALL | _SUPERLATIVES | _LEADING or is_art(line, at) for at in behind)
    return word.low in BEATS and not nobody and not best


def _set_aside(sides: Sides) -> bool:
    """Whether the metric is what is paid for the outcome ("at the cost of memory"), or what is not touched by it ("without
    loss of quality")."""
    metric = set(stems(sides.claim.claim.metric.text)) - FUNCTION_WORDS
    line = sides.line
    for index, word in enumerate(line[:-1]):
        before = line[index - 1].low if index else ""
        paid = word.low in _PRICE and before in ("the", "a") and line[index + 1].low == "of"
        harmed = next((each.stem for each in line[index + 1 : index + 3] if each.low not in ("a", "any")), "")
        spared = word.low == "without" and harmed in _HARM
        behind = line[index + 2 : index + 2 + _REACH]
        if (paid or spared) and not metric.isdisjoint(each.stem for each in behind):
            return True
    return False


def contradicted(rank: str, found: Mapping[Outcome, Word]) -> Word | None:
    """The word that goes against a rank; None where a word says the same as the rank, or leaves it open, or none says it."""
    claimed = RANKS[rank]
    freed = Outcome.OPEN in found and (len(found) == 1 or found[Outcome.OPEN].low not in _PLACES)
    if claimed in found or freed or _ALLOWS[claimed] & set(found):  # "ranks third, behind Lumen" leaves nothing open
        return None
    if claimed is Outcome.EQUALS and len(found) > 1:
        return None  # here better, there worse
    return next((found[outcome] for outcome in _AGAINST[claimed] if outcome in found), None)


def _own_parts(sides: Sides) -> list[range]:
    """The parts of the sentence that name the claim's metric and data set, if others do not; all, if none does or every one."""
    parts = _parts(sides)
    baselines = [at for at, part in enumerate(parts) if any(place.first in part for place in sides.baselines)]
    said = sides.claim.claim
    metric = set(stems(said.metric.text)) - FUNCTION_WORDS
    subjects = {place.first for place in (*sides.named, *sides.called)}
    told = {at for at, part in enumerate(parts) if not subjects.isdisjoint(part) and _tells(sides, part)}
    held = [{word.stem for word in sides.line[part.start : part.stop]} for part in parts]
    of_data = _naming(held, [set(stems(each.text)) - FUNCTION_WORDS for each in said.dataset])
    # "performance" is said of anything
    of_metric = set(baselines) | told if metric <= _GENERAL else _naming(held, [metric])
    chosen = (of_data & of_metric) or of_data or of_metric or set(range(len(parts)))
    if of_data and of_metric and not of_data & of_metric and max(of_metric) > max(of_data) and not metric <= _GENERAL:
        chosen = of_metric  # what is told first goes on to what comes next
    # What stands before the baseline is named may be held against another.
    if baselines and any(at < baselines[0] for at in chosen):
        return parts
    return [part for at, part in enumerate(parts) if at in chosen]


def _naming(held: Sequence[Collection[str]], wanted: Sequence[Collection[str]]) -> set[int]:
    """The parts that hold all words of one of the phrases."""
    return {at for at, stems_of in enumerate(held) if any(phrase and set(phrase) <= set(stems_of) for phrase in wanted)}


def _tells(sides: Sides, part: range) -> bool:
    return any(sides.line[index].low in FORMS for index in part)


def _parts(sides: Sides) -> list[range]:
    """What may each have an outcome of its own: clauses, and what goes on with "and" and another verb."""
    line = sides.line
    names = {place.first for place in (*sides.named, *sides.called, *sides.baselines)}
    starts = [0]
    for index in range(1, len(line)):
        names_subject = line[index].low in _PRONOUNS or index in names
        # "While it trails on Aria, | it wins on Bolt"
        turns = line[starts[-1]].low in _BREAKS and line[index].room >= WEAK and names_subject
        goes_on = line[index].low == "and" and bool(_FINITE & {word.low for word in line[index + 1 : index + 3]})
        concludes = line[index].low in _CONCLUDES and line[index].room >= WEAK
        if line[index].room >= STRONG or turns or goes_on or concludes:
            starts.append(index)
    return [range(first, last) for first, last in zip(starts, [*starts[1:], len(line)], strict=True)]


def _outcome(sides: Sides, index: int) -> Outcome | None:
    """What a word says of what it is said of."""
    line = sides.line
    said = _meant(sides, index)
    if said is None or (
        line[index].joined and not (is_outdone(line, index) or is_art(line, index) or line[index].low == "par")
    ):
        return None
    if is_outdone(line, index):
        return said
    denied = is_denied(line, index)
    if denied is None or (said is Outcome.EQUALS and _lacks(line, index)):
        return None
    return said.denied if denied or fades(line, index) else said


def _lacks(line: Sequence[Word], index: int) -> bool:
    """Whether a word belongs to what something has not: "do not expose a comparable surface"."""
    for at in range(index - 1, max(0, index - 1 - _REACH), -1):
        if line[at + 1].room:
            return False
        if line[at].low == "a":
            return any(word.low in ("not", "cannot", "never") for word in line[max(0, at - 3) : at])
    return False


def _meant(sides: Sides, index: int) -> Outcome | None:
    """What a word says where nothing denies it."""
    line = sides.line
    text = line[index].low
    if text in ("first", "most", "only") and _is_first(line, index):
        return Outcome.WINS
    art = is_art(line, index)
    if (art or text in _SUPERLATIVES) and _compared_with(line, index):
        return None
    if text in _SUPERLATIVES and (named := _named_best(line, index)) is not None:
        subjects = (*sides.named, *sides.called)
        return Outcome.WINS if any(named < place.first <= named + 2 for place in subjects) else None
    if text in _STEADY:
        return Outcome.OPEN if _remains(line, index) else None
    if text == "same":
        return Outcome.EQUALS if _same_as(line, index) else None
    if art:
        return Outcome.WINS
    if is_passive(line, index) or is_outdone(line, index):
        return Outcome.LOSES
    if text in ("gap", "gaps"):
        return Outcome.NO_WIN if _closes_gap(sides, index) else None
    if text == "short" and (not index or line[index - 1].low not in _SHORT):
        return None
    if text in ("above", "below"):
        ranked = index > 0 and not line[index].room and line[index - 1].low in _RANKED
        return (Outcome.WINS if text == "above" else Outcome.LOSES) if ranked else None
    if text in _APPROACHING:
        return Outcome.OPEN if any(index < place.first <= index + _REACH for place in sides.baselines) else None
    if text in _PLACES and index and line[index - 1].low in _RANKED:
        return Outcome.OPEN  # "ranks third", ahead of some and behind others
    if text in _DOMINATES:
        return Outcome.WINS if any(index < place.first <= index + 2 for place in sides.baselines) else None
    metric = set(stems(sides.claim.claim.metric.text)) - FUNCTION_WORDS
    for aspect, wins, loses in ((SPEED, _FASTEST, _SLOWEST), (COST, _CHEAPEST, _DEAREST)):
        if text in wins or text in loses:
            if metric & aspect:
                return Outcome.WINS if text in wins else Outcome.LOSES
            return Outcome.OPEN if text in _SUPERLATIVES else None
    up, down = text in _UP or text in _MOST, text in _DOWN or text in _LEAST
    if up or down:
        return _by_metric(sides, index, metric, up)
    said = _WORDS.get(text)
    if said is Outcome.EQUALS and (_of_another_noun(line, index, metric) or _kept_best(line, index)):
        return None
    return None if _following(line, index) in ("less", "least") else said  # "degrades less than Lumen"


def _of_another_noun(line: Sequence[Word], index: int, metric: Collection[str]) -> bool:
    """Whether "similar" and the like only describe something: "visually similar concepts", "at comparable cost"."""
    following = line[index + 1] if index + 1 < len(line) else None
    if following is None or following.room or following.low in _BEHIND:
        return False
    before = line[index - 1].low if index and not line[index].room else ""
    aside = line[index].low in _LIKE and following.stem in _ASIDE and following.stem not in metric
    return aside or before.endswith("ally")


def _kept_best(line: Sequence[Word], index: int) -> bool:
    """Whether what is kept is more than a match: "maintaining optimal comfort"."""
    return line[index].low in _KEPT and not _BEST.isdisjoint(word.low for word in line[index + 1 : index + 3])


def _named_best(line: Sequence[Word], index: int) -> int | None:
    """Where the verb stands behind which it is told what the best one is: "the best method was …"; None where there is none."""
    if not index or line[index].room or line[index - 1].low != "the":
        return None
    for at in range(index + 1, min(index + 2 + _REACH, len(line))):
        if line[at].room:
            return None
        if line[at].low in _COPULA:
            return at if at > index + 1 else None
    return None


def _remains(line: Sequence[Word], index: int) -> bool:
    """Whether a word is said of something, and only describes nothing: "fairness remains stable", not "at constant memory"."""
    at = index - 1
    while at > 0 and line[at].low.endswith("ly") and not line[at + 1].room:
        at -= 1
    return at >= 0 and not line[at + 1].room and line[at].low in _REMAIN


def _same_as(line: Sequence[Word], index: int) -> bool:
    """Whether it is the same as something that is named: "the same complexity as existing methods"."""
    for at in range(index + 1, min(index + 2 + _REACH, len(line))):
        if line[at].room:
            return False
        if line[at].low == "as":
            return at > index + 1
    return False


def _following(line: Sequence[Word], index: int) -> str:
    """The word behind another one; behind the last there is none."""
    return line[index + 1].low if index + 1 < len(line) else ""


def _closes_gap(sides: Sides, index: int) -> bool:
    """Whether what closes or narrows a gap is held against the baseline behind it: "closes the gap to Lumen"."""
    line = sides.line
    closes = bool(_CLOSES & {word.low for word in line[:index][-4:]})
    return (
        closes
        and _following(line, index) in ("to", "with")
        and any(index < place.first <= index + _REACH for place in sides.baselines)
    )


def is_art(line: Sequence[Word], index: int) -> bool:
    """Whether "state of the art" begins with a word, with hyphens or without."""
    return line[index].low == "sota" or tuple(each.low for each in line[index : index + 4]) == _ART


def _is_first(line: Sequence[Word], index: int) -> bool:
    """Whether a word puts something before all others: "ranks first", "is the most accurate", "is the only system"."""
    before = [word.low for word in line[:index][-5:]]
    following = _following(line, index)
    if line[index].low == "first":
        return following == "place" or before[-1:] in (["ranks"], ["ranked"], ["rank"])
    named = before[-1:] == ["the"] and not {"is", "are", "was", "were"}.isdisjoint(before)
    return named and (line[index].low == "only" or following.endswith(_QUALITY))


def _compared_with(line: Sequence[Word], index: int) -> bool:
    """Whether a superlative is of what something is compared with: "close to the best system", "over state-of-the-art models"."""
    at = index
    while at and not line[at].room and line[at - 1].low in _DETERMINERS:
        at -= 1
    bare = at == index and not is_art(line, index)
    return at > 0 and not bare and not line[at].room and line[at - 1].low in _OTHERS


def _by_metric(sides: Sides, index: int, metric: Collection[str], up: bool) -> Outcome | None:
    """What a word says that means more or less of something: of the metric; "the highest" alone leaves it open."""
    line = sides.line
    text = line[index].low
    following = []
    for word in line[index + 1 : index + 1 + _REACH]:
        if word.room or word.low in _SETS_APART:
            break
        following.append(word)
    if text in ("more", "less") and following and following[0].low in ("slowly", "slow"):
        if SPEED.isdisjoint(metric):
            return Outcome.OPEN
        return Outcome.LOSES if text == "more" else Outcome.WINS
    if text in ("more", "less") and following and _grades(following, metric):
        return Outcome.OPEN
    # "reduction of errors" is not reduced where errors are: such a metric tells nothing here.
    if set(metric) & {word.stem for word in following} and not set(metric) & NAMED_BY_CHANGE:
        if sides.better is None:
            return Outcome.OPEN
        return Outcome.WINS if up == (sides.better == "higher") else Outcome.LOSES
    if text in ("more", "fewer", "higher", "lower") and _makes_mistakes(sides, index, following, metric):
        return Outcome.LOSES if up else Outcome.WINS
    if text in _SUPERLATIVES:
        return Outcome.WINS if text in ("highest", "greatest") else Outcome.OPEN
    if _than(sides, index) is not None:
        return Outcome.WINS if text == "more" else Outcome.LOSES
    if text in ("more", "less") and following and following[0].low.endswith(_QUALITY):
        return Outcome.WINS if text == "more" else Outcome.LOSES
    return None


def _grades(following: Sequence[Word], metric: Collection[str]) -> bool:
    """Whether "more" makes more of a quality that is not the metric: "more limited", "more informative turns" of the turns."""
    quality = following[0]
    if not quality.low.endswith(_QUALITY):
        return False
    own = any(quality.stem[:_ROOT] == each[:_ROOT] for each in metric)  # "more reliable", and its reliability
    return quality.low in _BAD or (not own and not {each.stem for each in following}.isdisjoint(metric))


def _makes_mistakes(sides: Sides, index: int, following: Sequence[Word], metric: Collection[str]) -> bool:
    """Whether it is mistakes that are made, more or fewer than the baseline makes, and the metric is what they cost."""
    before = index
    while before and (sides.line[before - 1].low == "a" or sides.line[before - 1].low.endswith("ly")):
        before -= 1
    than = next((at for at, word in enumerate(following) if word.low == "than"), 0)
    made = before > 0 and sides.line[before - 1].low in _MAKING and not _CORRECT.isdisjoint(metric)
    behind = index + 1 + than
    return (
        made
        and not _MISTAKES.isdisjoint(word.stem for word in following[:than])
        and any(behind < place.first <= behind + 2 for place in sides.baselines)
    )


def _of_subject(sides: Sides, index: int, outcome: Outcome) -> Outcome | None:
    """What a word says of the subject; None where it is said of something else."""
    subjects = [place.first for place in (*sides.named, *sides.called)]
    if (than := _than(sides, index)) is not None:  # "more X than Y": of X
        return outcome if any(index < at < than for at in subjects) else outcome.turned
    start, end = _clause(sides, index), _clause_end(sides, index)
    if sides.is_other_side():
        return outcome.turned
    if (excepted := _excepted(sides, range(start, index))) is not None:
        return outcome.denied if excepted else outcome
    if is_passive(sides.line, index):
        return _of_beaten(sides, index, outcome, range(start, end))
    if (which := _relative(sides.line, index)) is not None:
        if any(place.last == which for place in (*sides.named, *sides.called)):
            return outcome
        return outcome.turned if any(place.last == which for place in sides.baselines) else None
    if (done_to := _done_to(sides, index)) is not None:
        return outcome.turned if done_to in (*sides.named, *sides.called) else outcome
    leading = max(
        (each.first for each in sides.baselines if start <= each.first < index and _leads(sides.line, each)), default=-1
    )
    subject = max((at for at in subjects if start <= at < index), default=-1)
    if leading > subject:
        return outcome.turned
    if subject >= 0:
        return outcome
    behind = [place for place in (*sides.named, *sides.called) if index < place.first < end]
    if not behind:
        return None
    nobody = any(word.low in _ALL_OR_NONE and not _ALL_OR_NONE[word.low] for word in sides.line[start:index])
    beaten = not nobody and all(_beaten(sides.line, index, place) for place in behind)
    return outcome.turned if beaten else outcome


def _leads(line: Sequence[Word], place: Place) -> bool:
    """Whether a name begins a clause, also one behind "and": "…, and Lumen is better on Bolt"."""
    goes_on = place.last < len(line) and line[place.last].low in _FINITE
    return place.leads or (goes_on and place.first > 0 and line[place.first - 1].low == "and")


def _beaten(line: Sequence[Word], index: int, place: Place) -> bool:
    """Whether a name stands behind a word as what lost: "X outperforms Alba", "better than Alba"."""
    for at in range(place.first - 1, max(index - 1, place.first - 1 - _REACH), -1):
        if line[at].low in BEATS or line[at].low in ("than", "over"):
            return True
        if line[at + 1].room >= WEAK:
            return False
    return False


def _relative(line: Sequence[Word], index: int) -> int | None:
    """Where "which" stands right before a verb, a few small words between: it is said of what stands before that."""
    for at in range(index - 1, -1, -1):
        if line[at].low in ("which", "who"):
            return at
        if line[at + 1].room or not (line[at].low in _GOES_ON | _FINITE or line[at].low.endswith("ly")):
            return None
    return None


def _done_to(sides: Sides, index: int) -> Place | None:
    """The name that a verb is said to be done to by the other: "Corvus, which Lumen outperforms"."""
    names = [*sides.named, *sides.called, *sides.baselines]
    does = next((place for place in names if place.last == index), None)
    if does is None or sides.line[index].room:
        return None
    which = does.first - 1
    if which < 1 or sides.line[which].low not in ("which", "whom", "that"):
        return None
    mine = does in sides.baselines
    return next((place for place in names if place.last == which and (place in sides.baselines) != mine), None)


def _excepted(sides: Sides, before: range) -> bool | None:
    """Whether the subject stands before a word as what is not meant ("all models except Corvus outperform"), or, behind "no",
    as the only one that is; None if it is no exception."""
    for place in (*sides.named, *sides.called):
        at = place.first - 1
        while at > 0 and sides.line[at].low in _DETERMINERS:
            at -= 1
        low = [word.low for word in sides.line[max(0, at - 1) : at + 1]]
        if place.first not in before or (low[-1:] != ["except"] and low[-1:] != ["but"] and tuple(low) not in _EXCEPT):
            continue
        universals = [
            word.low for word in sides.line[max(before.start, at - 1 - _REACH) : at] if word.low in _ALL_OR_NONE
        ]
        if universals:
            return _ALL_OR_NONE[universals[-1]]
    return None


def _of_beaten(sides: Sides, index: int, outcome: Outcome, clause: range) -> Outcome | None:
    """What "outperformed by" says of the subject: it is said of what stands before, and turned round of what stands behind."""

    def nearest(places: Sequence[Place]) -> int:
        return max((place.first for place in places if clause.start <= place.first < index), default=-1)

    subjects = [*sides.named, *sides.called]
    # "beats Lumen in recall and is beaten by it in speed": what is oblique is not what was beaten, unless it stands right there.
    baselines = [place for place in sides.baselines if not place.oblique or place.last == index]
    subject = nearest(subjects)
    if subject >= 0:
        return outcome if subject > nearest(baselines) else outcome.turned
    behind = any(index < place.first < clause.stop for place in subjects)
    return outcome.turned if behind else None


def _than(sides: Sides, index: int) -> int | None:
    """Where "than" stands behind a comparative, if a name of the claim stands between."""
    if sides.line[index].low not in ("more", "less"):
        return None
    for at in range(index + 1, min(index + 2 * _REACH, len(sides.line))):
        if sides.line[at].room >= STRONG:
            return None
        if sides.line[at].low == "than":
            names = (*sides.named, *sides.called, *sides.baselines)
            return at if any(index < place.first < at for place in names) else None
    return None


def _clause_end(sides: Sides, index: int) -> int:
    end = index + 1
    while end < len(sides.line) and sides.line[end].room < STRONG:
        end += 1
    return end


def _clause(sides: Sides, index: int) -> int:
    """Where the clause of a word begins; one without a subject of its own ("while being …") goes on the one before."""
    line = sides.line
    while index > 0:
        if line[index].room >= STRONG:
            text = line[index].low
            following = _following(line, index)
            participle = text in ("while", "whilst") and following.endswith("ing")
            if text not in _BREAKS or not (participle or following in _GOES_ON | _FINITE | _COMPARING):
                return index
        index -= 1
    return 0
