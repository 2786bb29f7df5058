"""What a word of outcome says where nothing denies it, of whatever it is said: "outperforms", "fewer errors", "on par"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import Final

from claimcheck.matching.grammar import NOBODY, PREPOSITIONS, following, previous, with_determiners
from claimcheck.matching.negations import first_adverb
from claimcheck.matching.outcomes.amounts import CORRECT, LESS, MORE, by_metric, of_amount
from claimcheck.matching.outcomes.comparison import Comparison
from claimcheck.matching.outcomes.of_one import OF_ONE, REMAIN, phrase
from claimcheck.matching.outcomes.ranks import Outcome
from claimcheck.matching.outcomes.superlatives import (
    PLACES,
    SUPERLATIVES,
    held_against,
    is_art,
    is_first,
    is_of_class,
    is_one_of_several,
    is_shared,
    names_another,
    names_subject,
)
from claimcheck.matching.sides import BEATEN, BEATS, is_outdone, is_passive
from claimcheck.matching.speed_and_cost import COST, DEARER, FASTER, SLOWER, SPEED, THRIFTIER
from claimcheck.text.words import Word, stems


def _said(outcome: Outcome, forms: str) -> dict[str, Outcome]:
    return dict.fromkeys(forms.split(), outcome)


_WINS: Final = _said(
    Outcome.WINS,
    "improve improves improved improving improvement improvements enhance enhances enhanced enhancing gain gains better best strongest "
    "highest superior beyond advantage advantages boost boosts mitigates mitigated mitigating alleviates alleviated alleviating wins won "
    "winning ahead tops topped eclipses eclipsed superiority",
) | dict.fromkeys(BEATS | BEATEN, Outcome.WINS)  # where they are passive, that is turned
_LOSES: Final = _said(
    Outcome.LOSES,
    "underperform underperforms underperformed underperforming worse worst inferior short decline declines degrade degrades degraded fail "
    "fails failed lag lags lagged lagging behind weaker weakest lose loses lost losing falling trail trails trailed trailing weaken weakens weakened worsen "
    "worsens worsened deteriorate deteriorates deteriorated",
)
_KEPT: Final = _said(
    Outcome.EQUALS,
    "maintain maintains maintained maintaining preserve preserves preserved preserving retain retains retained retaining",
)
_EQUALS: Final = _KEPT | _said(
    Outcome.EQUALS,
    "match matches matched matching comparable competitive par similar similarly equal equivalent parity restore restores restored "
    "restoring indistinguishable comparably equally equivalently rival rivals rivaling rivalling noninferior",
)
_WORDS: Final = _WINS | _LOSES | _EQUALS
_BEST: Final = frozenset("optimal best top superior strong stronger strongest high higher highest excellent".split())
"""What is kept so is no match."""
_LIKE: Final = frozenset("similar comparable equal equivalent competitive".split())
_ASIDE: Final = frozenset(
    stems(
        "cost compute computation budget latency memory size parameters tasks settings conditions resources complexity time training "
        "systems models methods baselines approaches hardware infrastructure scale amount number count steps tokens samples data prompts "
        "architecture backbone capacity length supervision"
    )
)
"""What is alike beside an outcome, unless it is the metric."""
_LEVELS: Final = frozenset("level levels rate rates standard quality footing pace".split())
"""At which a thing is as good as another: "performs at comparable levels"."""
_FALLING: Final = frozenset("fall falls fell falling fallen come comes coming stop stops".split())
_CLOSING: Final = frozenset(
    "close closes closed closing narrow narrows narrowed narrowing bridge bridges bridged bridging".split()
)
_LOSING: Final = frozenset("lose loses lost losing".split())
_HELD_TO: Final = frozenset("to with from relative between over".split())
"""Behind a gap, what it is a gap to."""
RANKED: Final = frozenset("placing rank ranks ranked ranking place places placed".split())
_FASTEST: Final = FASTER | frozenset("fastest quickest accelerate accelerates accelerated accelerating".split())
_SLOWEST: Final = SLOWER | frozenset(("slowest",))
_CHEAPEST: Final = THRIFTIER | frozenset(("cheapest",))
_DEAREST: Final = DEARER | frozenset(("costliest",))
_DIFFERENCES: Final = frozenset("difference differences".split())
_BENEFITS: Final = frozenset("benefit benefits".split())
OF_NONE: Final = _DIFFERENCES | _BENEFITS
"""That there are none is what they say."""
_HARMING: Final = frozenset(
    "harm harms harmed harming hurt hurts hurting impair impairs impaired impairing hinder hinders hindered hindering".split()
)
_SHOWING: Final = frozenset(
    "achieve achieves achieved achieving show shows showed showing deliver delivers delivered reach reaches reached attain attains".split()
)
"""Before "leading", what is shown: "achieves leading performance"."""
_MAKING: Final = frozenset(
    "force forces forced forcing require requires required requiring train trains trained training optimize optimizes optimized encourage "
    "encourages encouraged constrain constrains constrained".split()
)
_REACH: Final = 5
FORMS: Final = frozenset(_WORDS) | MORE | LESS | SUPERLATIVES
"""All words that say an outcome, of whatever."""
_OF_ONE_ASPECT: Final = _FASTEST | _SLOWEST | _CHEAPEST | _DEAREST
COMPARING: Final = FORMS | _OF_ONE_ASPECT | _HARMING
"""… and those that do so of speed or cost alone, or before what they make worse."""


def meant(compared: Comparison, index: int) -> Outcome | None:
    """What a word says where nothing denies it; None where it says nothing."""
    line, text = compared.line, compared.line[index].low
    if is_first(line, index):
        return Outcome.WINS
    best = is_art(line, index)
    if (best or text in SUPERLATIVES) and is_of_class(line, index):
        return None
    if text in SUPERLATIVES and is_one_of_several(line, index):
        return Outcome.UNTOLD
    if is_shared(compared, index) and text in FORMS:
        return Outcome.EQUALS
    if text in SUPERLATIVES and names_subject(compared, index):
        return Outcome.WINS
    if (best or text in SUPERLATIVES) and held_against(line, index):
        return None
    if text in SUPERLATIVES and (another := names_another(compared, index)) is not None:
        return None if another else Outcome.WINS
    if best:
        return Outcome.WINS
    if is_passive(line, index) or is_outdone(line, index):
        return Outcome.LOSES
    if text in _READ:
        return _READ[text](compared, index)
    if text in _OF_ONE_ASPECT:
        return of_one_aspect(compared, text) or (Outcome.OPEN if text in SUPERLATIVES else None)
    return of_amount(compared, index) if text in MORE | LESS else _plain(compared, index)


def of_one_aspect(compared: Comparison, text: str) -> Outcome | None:
    """What "faster" and "cheaper" say of speed and of cost; None where the metric is another."""
    for aspect, wins, loses in ((SPEED, _FASTEST, _SLOWEST), (COST, _CHEAPEST, _DEAREST)):
        if text in wins | loses and not compared.metric.isdisjoint(aspect):
            return Outcome.WINS if text in wins else Outcome.LOSES
    return None


def _plain(compared: Comparison, index: int) -> Outcome | None:
    """What a word says by itself: "outperforms", "comparable"; not so "degrades less than"."""
    line = compared.line
    if following(line, index) in ("less", "least"):
        return None
    if _describes(compared, index) or _kept_best(line, index) or _is_of_performance(compared, index):
        return None
    said = _WORDS.get(line[index].low)
    return Outcome.NO_WIN if said is Outcome.EQUALS and _is_share(compared, index) else said


def _describes(compared: Comparison, index: int) -> bool:
    """Whether "similar" and the like only describe something: "visually similar concepts", "at comparable cost", "similarly sized"."""
    line, text = compared.line, compared.line[index].low
    behind = phrase(line, index)
    if not behind:
        return False
    if text.endswith("ly"):
        return len(behind) > 1 and behind[0].low.endswith("ed")
    graded = previous(line, index).endswith("ally")
    named = any(place.first in range(index, index + 1 + len(behind)) for place in compared.names)
    return text in _LIKE and (graded or named or _is_aside(compared, behind) or _is_held_equal(compared, index))


def _is_aside(compared: Comparison, behind: Sequence[Word]) -> bool:
    """Whether it is of something beside the outcome: "cost", "amount of data"."""
    noun = next((at for at, word in enumerate(behind) if word.low == "of"), len(behind)) - 1
    return behind[noun].stem in _ASIDE and compared.metric.isdisjoint(word.stem for word in behind)


def _is_held_equal(compared: Comparison, index: int) -> bool:
    """Whether a thing is made equal for the comparison: "surpasses Lumen at equal GMACs"."""
    behind = phrase(compared.line, index)
    stems_of = {word.stem for word in behind}
    return (
        previous(compared.line, index) == "at"
        and behind[-1].low not in _LEVELS
        and stems_of.isdisjoint(compared.metric | CORRECT)
    )


def _kept_best(line: Sequence[Word], index: int) -> bool:
    """Whether what is kept is more than a match: "maintaining optimal comfort"."""
    return line[index].low in _KEPT and not _BEST.isdisjoint(word.low for word in line[index : index + 3])


def _is_share(compared: Comparison, index: int) -> bool:
    """Whether what is kept is a part of it: "retaining 74% of its accuracy"."""
    behind = takewhile(compared.numbered.__contains__, range(index + 1, len(compared.line)))
    last = max(behind, default=index)
    return last > index and following(compared.line, last) == "of"


def _is_of_performance(compared: Comparison, index: int) -> bool:
    """Whether a word is said of what is done well, and the sentence has the metric elsewhere, word for word: "introduces an overhead to
    achieve superior performance", of the overhead."""
    if not compared.measured:
        return False
    line = compared.line
    if any(previous(line, with_determiners(line, place.first)) in PREPOSITIONS for place in compared.measured):
        return False  # "in accuracy, Lumen has superior performance"
    stems_of = {word.stem for word in phrase(line, index)}
    return not stems_of.isdisjoint(CORRECT) and stems_of.isdisjoint(compared.metric)


def _steady(compared: Comparison, index: int) -> Outcome | None:
    """ "fairness remains stable", where it is said of something, and does not only describe: "at constant memory"."""
    line = compared.line
    return Outcome.UNTOLD if previous(line, first_adverb(line, index)) in REMAIN else None


def _same(compared: Comparison, index: int) -> Outcome | None:
    """ "the same complexity as existing methods": the same as something that is named."""
    phrase = takewhile(lambda word: not word.room, compared.line[index + 1 : index + 2 + _REACH])
    low = [word.low for word in phrase]
    return Outcome.EQUALS if "as" in low and low[0] != "as" else None


def _gap(compared: Comparison, index: int) -> Outcome | None:
    """ "closes the gap to Lumen": what closes or narrows it is held against the baseline behind it."""
    line = compared.line
    closes = not _CLOSING.isdisjoint(word.low for word in line[:index][-4:])
    held = closes and following(line, index) in _HELD_TO and compared.names_baseline(index, _REACH)
    return Outcome.NO_WIN if held else None


def _short(compared: Comparison, index: int) -> Outcome | None:
    """ "falls short"."""
    return Outcome.LOSES if previous(compared.line, index) in _FALLING else None


def _ranked(compared: Comparison, index: int) -> Outcome | None:
    """ "ranks above Lumen"; and "ranks third", which leaves it open; "reaches 27%, above Lumen"."""
    if previous(compared.line, index) not in RANKED:
        above = (
            compared.line[index].low == "above" and index - 1 in compared.numbered and compared.names_baseline(index, 2)
        )
        return by_metric(compared, Outcome.WINS, Outcome.LOSES) if above else None
    return Outcome.WINS if compared.line[index].low == "above" else Outcome.UNTOLD


def _below(compared: Comparison, index: int) -> Outcome | None:
    """ "ranks below Lumen"; "falls below Lumen", in a metric of which more is better."""
    before = previous(compared.line, index)
    if before in RANKED:
        return Outcome.LOSES
    fallen = before in _FALLING and compared.names_baseline(index, _REACH)
    return by_metric(compared, Outcome.LOSES, Outcome.WINS) if fallen else None


def _approaches(compared: Comparison, index: int) -> Outcome | None:
    """ "approaches Lumen"; not so "than other approaches, outperforming Lumen"."""
    if any(word.room for word in compared.line[index + 1 : index + 2]):
        return None
    return Outcome.OPEN if compared.names_baseline(index, _REACH) else None


def _preferred(compared: Comparison, index: int) -> Outcome | None:
    """ "is preferred to Lumen"."""
    return Outcome.WINS if following(compared.line, index) in ("to", "over") else None


def _leads(compared: Comparison, index: int) -> Outcome | None:
    """ "leads in accuracy", "leads on Bolt", "achieves leading performance"; not so "leads to", "the leading model"; and "lost its
    lead"."""
    line = compared.line
    if line[index].low == "leading" and previous(line, index) in _SHOWING:
        return Outcome.WINS
    lost = not _LOSING.isdisjoint(word.low for word in compared.line[:index][-3:])
    return Outcome.WINS if not lost and following(compared.line, index) in ("in", "on", "over", "by") else None


def _harms(compared: Comparison, index: int) -> Outcome | None:
    """ "harms performance", "hurts the accuracy"; not so "reduces harm"."""
    behind = {word.stem for word in phrase(compared.line, index)}
    return None if behind.isdisjoint(compared.metric | CORRECT) else Outcome.LOSES


def _benefits(compared: Comparison, index: int) -> Outcome | None:
    """ "provides no benefit"; that there are some tells of whom, and not how it comes out."""
    none = not NOBODY.isdisjoint(word.low for word in compared.line[:index][-3:])
    return Outcome.NO_WIN if none else None


def _differs(compared: Comparison, index: int) -> Outcome | None:
    """ "no significant difference"; not so "no difference in cost"."""
    line = compared.line
    behind = phrase(line, index + 1) if following(line, index) == "in" else []
    none = "no" in {word.low for word in line[:index][-3:]}
    return Outcome.EQUALS if none and not (behind and _is_aside(compared, behind)) else None


def _close(compared: Comparison, index: int) -> Outcome | None:
    """ "remains close to Lumen"."""
    return _approaches(compared, index) if following(compared.line, index) == "to" else None


def _matched(compared: Comparison, index: int) -> Outcome | None:
    """ "matched by Lumen"; not so "poorly matched to the setting", which tells what suits what."""
    return None if following(compared.line, index) == "to" else _plain(compared, index)


def _matches(compared: Comparison, index: int) -> Outcome | None:
    """ "match Lumen"; not so "objectives that force states to match features", which tells what something is made to do."""
    line = compared.line
    made_to = previous(line, index) == "to" and not _MAKING.isdisjoint(word.low for word in line[:index])
    return None if made_to and not compared.names_baseline(index, _REACH) else _plain(compared, index)


def _beyond(compared: Comparison, index: int) -> Outcome | None:
    """ "goes beyond Lumen"; not so "beyond outperforming it", which says more of the winner."""
    return None if following(compared.line, index).endswith("ing") else Outcome.WINS


def _far(compared: Comparison, index: int) -> Outcome | None:
    """ "is far from Lumen"."""
    near = following(compared.line, index) == "from" and compared.names_baseline(index, _REACH)
    return Outcome.LOSES if near else None


def _dominates(compared: Comparison, index: int) -> Outcome | None:
    return Outcome.WINS if compared.names_baseline(index, 2) else None


_READ: Final[Mapping[str, Callable[[Comparison, int], Outcome | None]]] = (
    dict.fromkeys("stable unchanged constant".split(), _steady)
    | {"same": _same, "short": _short, "close": _close, "below": _below}
    | dict.fromkeys("gap gaps".split(), _gap)
    | dict.fromkeys("lead leads led leading".split(), _leads)
    | dict.fromkeys(_DIFFERENCES, _differs)
    | dict.fromkeys(("above", *PLACES), _ranked)
    | dict.fromkeys("approach approaches approached approaching".split(), _approaches)
    | dict.fromkeys("dominates dominated dominating".split(), _dominates)
    | dict.fromkeys(_HARMING, _harms)
    | dict.fromkeys(_BENEFITS, _benefits)
    | {"preferred": _preferred, "matched": _matched, "match": _matches, "far": _far}
    | {"beyond": _beyond}
    | dict(OF_ONE)
)
"""Words that say something in a construction of their own alone."""
