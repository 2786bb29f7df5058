"""Words and signs that bound a number or make it approximate: "up to", "over", "~", "at least"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.numerals.chains import ends
from claimcheck.numerals.model import Bound
from claimcheck.numerals.money import CODES, SIGNS


class Qualifier(NamedTuple):
    """What stands before a number: where it begins, what it says, and whether it may belong to the sentence instead.

    `doubtful`: rather a qualifier, but maybe none; `rather_not`: rather none, but maybe one; `either`: maybe the bound to the
    other side. Both readings are kept.
    """

    start: int
    bound: Bound | None
    approximate: bool
    doubtful: bool = False
    rather_not: bool = False
    either: bool = False


class Qualified(NamedTuple):
    """What the reading of a qualifier needs to know of the number behind it.

    `marked`: it bears a unit, scale or decimals; `share`: a percentage or factor; `small`: a plain number below twenty;
    `vague`: "hundreds"; `made`: of models, prompts, participants and the like; `measured`: of time, frames, tokens or
    lengths; `timed`: of time; `short`: in a symbol (24 h); `wide`: a length or an area; `attribute`: of what a noun is
    ("10 year risk"); `condition`: what something is done under ("5% CO2"); `isolated`: the text is nothing but a number, where every qualifier is one.
    """

    marked: bool = False
    share: bool = False
    small: bool = False
    vague: bool = False
    made: bool = False
    measured: bool = False
    timed: bool = False
    short: bool = False
    wide: bool = False
    attribute: bool = False
    condition: bool = False
    isolated: bool = False


_SIGNS: Final[dict[str, Bound]] = {
    "=<": "at-most",
    "<=": "at-most",
    ">=": "at-least",
    "<": "less-than",
    ">": "more-than",
    "≤": "at-most",
    "≥": "at-least",
    "⩽": "at-most",
    "⩾": "at-least",
    "≲": "at-most",
    "≳": "at-least",
    "≪": "less-than",
    "≫": "more-than",
    "≯": "at-most",
    "≮": "at-least",
}
_SIGN: Final = re.compile(
    rf"[{re.escape(SIGNS)}]?(?P<sign>{'|'.join(_SIGNS)}|(?<![^\W_])~|~(?!\s)|[∼≈≃≅])[ \u00a0\u2009\u202f\n\t]{{0,4}}$"
)
_SIGN_ENDS: Final = frozenset("".join(_SIGNS) + "~∼≈≃≅")
"""A comparison or approximation before a number, with its currency: $<100. A tie (Fig.~ 3) is none."""

_PHRASES: Final[dict[str, Bound | None]] = {
    "up-to": "at-most", "max": "at-most", "max.": "at-most", "maximally": "at-most", "at maximum": "at-most", "up to": "at-most",
    "upto": "at-most", "at most": "at-most", "no more than": "at-most", "not more than": "at-most",
    "as many as": "at-most", "as much as": "at-most", "as high as": "at-most", "as large as": "at-most",
    "as long as": "at-most", "a maximum of": "at-most", "maximum of": "at-most", "at the most": "at-most",
    "at least": "at-least", "no less than": "at-least", "no fewer than": "at-least", "not less than": "at-least",
    "as few as": "at-least", "as little as": "at-least", "as low as": "at-least", "as small as": "at-least",
    "as short as": "at-least", "a minimum of": "at-least", "minimum of": "at-least", "at the least": "at-least",
    "more than": "more-than", "greater than": "more-than", "higher than": "more-than", "larger than": "more-than",
    "in excess of": "more-than", "upwards of": "more-than", "longer than": "more-than", "older than": "more-than",
    "less than": "less-than", "fewer than": "less-than", "lower than": "less-than", "smaller than": "less-than",
    "shorter than": "less-than", "younger than": "less-than",
    "less than or equal to": "at-most", "lower than or equal to": "at-most", "smaller than or equal to": "at-most",
    "equal to or less than": "at-most", "equal to or lower than": "at-most", "at or below": "at-most", "at or under": "at-most",
    "greater than or equal to": "at-least", "more than or equal to": "at-least", "larger than or equal to": "at-least",
    "equal to or greater than": "at-least", "equal to or more than": "at-least", "at or above": "at-least", "at or over": "at-least",
    "maximum": "at-most", "minimum": "at-least", "no better than": "at-most",
    "no worse than": "at-least",
    "exceeding": "more-than", "exceed": "more-than", "exceeds": "more-than", "exceeded": "more-than",
    "surpassing": "more-than", "surpass": "more-than", "surpasses": "more-than",
    "about": None, "around": None, "roughly": None, "nearly": None, "almost": None, "approximately": None,
    "approx": None, "approx.": None, "circa": None, "c.": None, "ca": None, "ca.": None, "close to": None, "on the order of": None,
    "some": None, "an estimated": None, "virtually": None, "approaching": None,
    "beyond": "more-than", "north of": "more-than", "shy of": None, "short of": "less-than", "south of": "less-than",
    "nowhere near": "less-than",
    "over": "more-than", "above": "more-than", "under": "less-than", "below": "less-than", "within": "at-most",
}  # fmt: skip
"""Phrases and the bound they set; None makes approximate."""

_EITHER: Final = frozenset({"no better than", "no worse than"})
"""Of these the direction hangs on whether more is better: the other bound is a reading."""
_SPELLED: Final = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(_PHRASES, key=len, reverse=True)
)
_PHRASE: Final = re.compile(
    rf"(?:^|(?<=[\s(\[{{\"'“‘,;:—–-]))(?:(?:well|just|slightly|far|much|considerably|substantially|significantly)\s+)?(?P<phrase>{_SPELLED})"
    r"(?:\s+(?P<article>an?|the))?(?:(?<=[an])\s+(?:average|mean|median|total|factor)\s+of)?\)?\s*[\"'“‘(*]{0,2}$"
)
_REACHED: Final = frozenset("reach reaches reached reaching attain attains attained attaining".split())
_LAST_WORDS: Final = frozenset(phrase.split()[-1] for phrase in _PHRASES) | _REACHED | {"a", "an", "the"}

_MOVES: Final = (
    "(?:go|goes|went|gone|going|get|gets|got|getting|rise|rises|rose|risen|rising|climb|climbs|climbed|climbing|grow|grows|grew|growing"
    "|move|moves|moved|moving|be|stay|stays|drop|drops|dropped|dropping|fall|falls|fell|fallen|falling|dip|dips|dipped|dipping"
    "|sink|sinks|sank|sinking|decline|declines|declined|declining|come|comes|came|coming)"
)
"""Verbs whose "above" and "below" tell a level: "never drops below 5%"."""
_DENIED: Final = re.compile(
    r"(?<![a-z])(?:(?P<seldom>seldom|rarely|hardly|scarcely|(?:almost|nearly|virtually|practically) never|not (?:always|usually|often))"
    r"|(?P<never>never|nor|without|nowhere|in no case|at no (?:point|time)|fail(?:s|ed|ing)? to)|(?P<not>(?<!or )not|cannot|[a-z]{2,6}n[’']t)|(?P<no>no))"
    rf"(?: ever| even| once| any)?(?: to)? (?P<moves>{_MOVES} )?$"
)
"""What turns a bound, or, said of the frequency (seldom), leaves none."""
_UNREACHED: Final = re.compile(
    r"(?<![a-z])(?:(?:never|not|cannot|[a-z]{2,6}n[’']t)(?: even| once| yet| quite)?|hardly|scarcely|no longer|unable to|fail(?:s|ed|ing)? to"
    r"|without(?: ever)?) (?:reach(?:es|ed|ing)?|attain(?:s|ed|ing)?) $"
)
_TURNED: Final[dict[Bound | None, Bound]] = {"more-than": "at-most", "less-than": "at-least"}
""" "no larger than" turns the bound."""
_PREPOSITIONS: Final = frozenset({"over", "above", "under", "below", "within", "around", "about", "some"})
"""Qualifiers that are also prepositions: whether they bound the number the neighbourhood tells."""
_FAR: Final = 48
"""How far is looked for a qualifier and the word before it."""
_EQUATED: Final = re.compile(r"[^\W\d_]\s?=")
_RISEN: Final = re.compile(
    r"(?:inched|crept|climbed|edged|ticked|shot|went|rose|jumped|bumped|moved|(?<![a-z])from\s[^\w.;:()]{0,3}[0-9][0-9.,]{0,12}[^\s.;:()]{0,5}"
    r"(?: (?!(?:to|on|in|at|and|or|with) )[a-z-]+){0,2})\s$"
)
"""Verbs whose "up to" tells where something went, or from where it did, and bounds nothing."""
_HELD_AGAINST: Final = frozenset({"close to", "approaching", "short of", "shy of"})
"""Before "the" they tell to what level another comes near, and that one is exact."""
_EQUALLY: Final = re.compile(
    r"(?<![a-z])(?:about|around|roughly|nearly|almost|approximately|just|exactly|equally|quite|twice|half|times|-?fold|thirds?)\s$"
)
"""Before "as much as": what is told is like it, and not more."""
_AGED: Final = frozenset("children child adults patients people women men infants those age aged ages".split())
"""Whose age is bounded: "children under 5 years"."""
_LOOSE: Final = frozenset({"some", "about", "around", "over", "within"})
"""Qualifiers that before an equation (k = 5) are none."""
_LEADS_TO_BOUND: Final = frozenset(
    "of with by to for from in on at and or contains containing contain contained has have had is are was were "
    "be being been than spanning covering "
    "comprising comprises across using uses includes including include collect collected reaching reach "
    "reaches achieving achieves achieve attains "
    "attaining only the their its a requiring requires exceeding with; involving supports supporting saves "
    "saving processes serving serves "
    "generates generated takes took costs lasting lasted spans totaling between approximately reduces reduced cuts that which after "
    "before during until since "
    "into against features featuring trained annotated released curated provides offers gathered".split()
)
_LEADS_UNDER: Final = frozenset("in at for of with to by".split())
"""Of these, those after which "under five" bounds the number and tells no circumstances."""
_SPREAD: Final = re.compile(
    r"(?:[0-9]\s(?:[a-z]+\s){1,2}|(?:spread|distributed|collected|flown|recorded|data|images|scans|subsets)\s)$"
)
"""What stands before "over" and an area in which it happens."""
_EACH_OVER: Final = re.compile(r"[0-9][kKmMbB%]?\s(?:[a-z-]+\s){0,2}[a-z-]{2,}[^\W\dsu]s\s$")
"""So many of something over so many of another, or over so many."""
_LASTS: Final = frozenset(
    "of with for lasted lasting takes took taking spans spanning spanned comprising comprises contains containing "
    "requires required requiring totaling totalling after is was are were has have had the to at by and than aged ages age".split()
)
"""Words after which "over 30 days" bounds a time."""
_SURELY_LASTS: Final = frozenset(
    "of lasted lasting takes took taking spans spanning spanned comprising comprises contains containing requires required requiring "
    "totaling totalling".split()
)
_AVERAGED: Final = frozenset(
    "averaged average mean improvement improvements improve improves improved improving gain gains gained "
    "evaluated evaluate evaluating aggregated "
    "computed measured calculated summed advantage advantages superiority superior simulation simulations "
    "analysis analyses evaluations search sweep sweeps training averaging superior boost boosts increase "
    "increases results result performance experiments "
    "experiment reduction reductions win wins lift advances progress speedup speedups integrated distribution "
    "distributions tested validated run "
    "runs sampled favored preferred iterate iterates reasoning reason operates operating optimized "
    "optimization conducted data questions information texts "
    "consistently evolve evolves varies vary".split()
)
_MAKING: Final = frozenset("training evaluating testing conducted run sampled".split())
"""Of these, words whose object may be what is counted: "training over 100 models"."""
_DURING: Final = frozenset(
    "heated cooled stirred incubated annealed gradient spectrum followed simulated ramped dropwise portionwise slowly infused".split()
)
"""Before "over" and a measure: in the course of it."""
_DIFFERENCE: Final = re.compile(
    r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3})?(?P<mark>\s?(?:%|×|x|pp|pts?|ms|s|[gm]b)|\s(?:percent|(?:percentage\s|absolute\s)?points?))?"
    r"(?:\s(?:gain|improvement|increase|drop|decrease|reduction|decline|lift)s?)?\s(?:(?:well|just|slightly|far|much)\s)?$"
)
"""How much, before "over 78.0", "higher than 78%": that is the level which it is held against."""
_OF_LEVELS: Final = frozenset({"over", "above", "below"})
_CODE_ENDS: Final = frozenset("=s.")
_BETWEEN: Final = re.compile(rf"(?<![A-Za-z])(?:(?:{'|'.join(sorted(CODES))})\.?\s?|US|A|C|HK|NZ|S|[A-Za-z]\s?=\s?)$")
_WORD_BEFORE: Final = re.compile(r"([A-Za-z;]+)[\s(,\"'“‘]*$")

_AFTER: Final = re.compile(
    r"\sor\s(?P<what>more|greater|higher|above|larger|better|less|fewer|lower|below|smaller|worse)(?![a-z])(?!\s+(?:than|of|recent|important|efficient|accurate))"
)
_AFTER_BOUND: Final[dict[str, Bound]] = dict.fromkeys(
    ("more", "greater", "higher", "above", "larger", "better"), "at-least"
) | dict.fromkeys(("less", "fewer", "lower", "below", "smaller", "worse"), "at-most")  # type: ignore[assignment]


def may_be_qualified(text: str, low: str, start: int, floor: int) -> bool:
    """Whether what stands before a number may be a qualifier, which is cheaper to see than the qualifier itself."""
    start = _before_code(text, start, floor)
    window = low[max(floor, start - _FAR) : start]
    return window.rstrip()[-1:] in _SIGN_ENDS or window.endswith("sub-") or _ends_as_phrase(window)


def qualifier_before(text: str, low: str, start: int, floor: int, number: Qualified) -> Qualifier | None:
    """The qualifier before a number, and the bound that stands before an approximating one ("up to around 30%").

    `low` is `text` in lower case, `start` where the number begins; nothing before `floor` is looked at.
    """
    found = _qualifier(text, low, start, floor, number)
    if found is None or not found.approximate:
        return found
    outer = _qualifier(text, low, found.start, floor, number)
    return found if outer is None or outer.bound is None or outer.rather_not else outer._replace(approximate=True)


def _qualifier(text: str, low: str, start: int, floor: int, number: Qualified) -> Qualifier | None:
    """The one qualifier that ends right before `start`."""
    start = _before_code(text, start, floor)
    begin = max(floor, start - _FAR)
    window = low[begin:start]
    sign = _SIGN.search(text, begin, start) if window.rstrip()[-1:] in _SIGN_ENDS else None
    if sign is not None:
        sign_bound = _SIGNS.get(sign["sign"])
        return Qualifier(sign.start(), sign_bound, sign_bound is None)
    if low.endswith("sub-", floor, start):
        return Qualifier(start - len("sub-"), "less-than", False, doubtful=True)
    if not _ends_as_phrase(window):
        return None
    match = _PHRASE.search(low, begin, start)
    if match is None:
        unreached = _UNREACHED.search(low, begin, start)
        return Qualifier(unreached.start(), "less-than", False) if unreached is not None else None
    phrase = " ".join(match["phrase"].split())
    if phrase in _PREPOSITIONS and "(" in low[match.end("phrase") : start]:
        return None  # "those of 65 and above (91%)"
    bound = _PHRASES[phrase]
    plain = Qualifier(match.start(), bound, bound is None, either=phrase in _EITHER)
    if phrase in _LOOSE and _EQUATED.match(text, start):
        return None  # "for some k = 5"
    turned = _TURNED.get(bound)
    denied = _DENIED.search(low, begin, plain.start) if turned is not None else None
    if denied is not None and _turns(denied, phrase):
        return None if denied["seldom"] else Qualifier(denied.start(), turned, False)
    if phrase.endswith(" than") and not number.isolated and match["article"] == "the":
        return plain._replace(rather_not=True)  # "more than the 7.6% of the baseline": compared with it
    if phrase == "up to" and not number.isolated and ends(_RISEN, low, plain.start):
        return plain._replace(rather_not=True)  # "inched up to $779 million", "from 5% up to 12%"
    if phrase in _HELD_AGAINST and match["article"] == "the" and not number.isolated:
        return plain._replace(rather_not=True)  # "close to the 0.71 of before"
    if phrase.startswith("as ") and ends(_EQUALLY, low, plain.start):
        return plain._replace(rather_not=True)  # "about as much as a 3-fold increase"
    if phrase == "beyond" and not number.isolated:
        return plain._replace(rather_not=True)
    if not number.isolated and (phrase.endswith(" than") or phrase in _OF_LEVELS):
        difference = ends(_DIFFERENCE, low, plain.start)
        if difference is not None and (difference["mark"] or phrase.endswith(" than")):
            return plain._replace(rather_not=bool(difference["mark"]), doubtful=not difference["mark"])
    word = _last_word(low, begin, plain.start)
    if phrase == "over" and not number.isolated and word in _DURING:
        return plain._replace(rather_not=True)  # "heated over 100 ps"
    if phrase == "an estimated" and number.attribute and not number.isolated:
        return plain._replace(rather_not=True)
    if phrase not in _PREPOSITIONS or number.isolated:
        return plain._replace(doubtful=phrase.startswith(("exceed", "surpass")) and not number.isolated)
    if phrase == "under" and number.condition:
        return None
    article = match["article"] is not None
    if phrase == "over" and article and word.startswith(("improv", "gain", "advantage")):
        return None  # "improving over a 95% baseline"
    if phrase in ("above", "below") and word in ("the", "these", "all"):
        return None  # "the above two kinds"
    if article and not number.timed and not number.wide and text[start].isdigit():
        # "over a 22M-user graph", "improving over a 95% baseline"; rarely "over a 3x speedup"
        return plain._replace(rather_not=True)
    spread = _SPREAD.search(low, begin, plain.start) is not None
    in_space_or_time = _in_space_or_time(plain, phrase, word, spread, number)
    if in_space_or_time is not None:
        return in_space_or_time
    if number.marked:
        throughout = phrase in ("over", "under") and not number.share
        each = phrase == "over" and ends(_EACH_OVER, low, plain.start) is not None
        return plain._replace(rather_not=throughout and (word in _AVERAGED or each))
    return None if article else _preposition(plain, phrase, word, text[plain.start].isupper(), number)


def _ends_as_phrase(window: str) -> bool:
    """Whether the last word may be that of a qualifier, which is cheaper to see than the qualifier itself."""
    last = window.rstrip("([*\"'“‘ \n\t").rsplit(None, 1)
    return bool(last) and last[-1].strip("([\"'“‘)") in _LAST_WORDS


def _last_word(low: str, begin: int, end: int) -> str:
    before = _WORD_BEFORE.search(low, begin, end)
    return before[1] if before else ""


def _before_code(text: str, start: int, floor: int) -> int:
    """Where a number begins with what may stand between it and its qualifier: USD 100, US$100, N = 30."""
    last = text[max(floor, start - 2) : start].rstrip()[-1:]
    if last not in _CODE_ENDS:
        return start
    match = _BETWEEN.search(text, max(floor, start - 8), start)
    return match.start() if match is not None else start


def _turns(denied: re.Match[str], phrase: str) -> bool:
    """Whether a denial is one of the qualifier behind it: "no" only of "larger than", "not" of "over" only with a verb between."""
    if denied["no"]:
        return phrase.endswith(" than")
    if denied["not"] and phrase in _PREPOSITIONS:
        return phrase in ("above", "below") or denied["moves"] is not None
    return phrase in _PREPOSITIONS or not denied["moves"]


def _in_space_or_time(plain: Qualifier, phrase: str, word: str, spread: bool, number: Qualified) -> Qualifier | None:
    """Where the number measures a time, a stretch or is vague, what stands before tells a bound from a place."""
    if number.vague and phrase in ("over", "around", "within", "under"):
        leads = word in _LEADS_TO_BOUND
        return plain._replace(rather_not=not leads, doubtful=leads)
    if (number.measured and phrase in ("around", "about")) or (number.timed and phrase == "within"):
        return plain
    if number.timed and word in _AGED:
        return plain
    if number.wide and phrase == "over" and spread:
        return plain._replace(rather_not=True)  # "data over 100,000 m²"
    if number.timed and phrase == "over" and (number.short or not number.marked):
        # "followed over 24 months", "stable over 100 h": a time in which; "takes over 30 days": a bound
        sure = _LASTS if number.short else _SURELY_LASTS
        return plain._replace(rather_not=word not in _LASTS, doubtful=word not in sure)
    return None


def _preposition(plain: Qualifier, phrase: str, word: str, capital: bool, number: Qualified) -> Qualifier | None:
    """Over, around and the like before a number without a mark: a bound, or a place ("averaged over 5 runs")."""
    if phrase == "within" and word == "to":
        return plain
    if phrase == "some":
        return None if number.small else plain._replace(doubtful=True)
    if word in _AVERAGED:
        if number.small or phrase != "over":
            return None
        made = number.made and word in _MAKING
        return plain._replace(
            doubtful=made, rather_not=not made
        )  # "training over 100 models", "averaged over 100 runs"
    if not word and phrase in (("about",) if capital else ("about", "around")):
        return plain
    if number.small and phrase not in ("above", "below"):
        leads = word in (_LEADS_UNDER if phrase == "under" else _LEADS_TO_BOUND) and phrase != "within"
        return plain._replace(doubtful=leads, rather_not=not leads)
    return plain._replace(doubtful=word not in _LEADS_TO_BOUND)


_RELATION_AFTER: Final = re.compile(r"\s?(?P<sign><=|>=|[<>≤≥⩽⩾])(?=\s?[A-Za-zα-ωΑ-Ω\\|])")
_RELATIONS: Final = frozenset("<>≤≥⩽⩾")
_REVERSED: Final[dict[str, Bound]] = {
    "<": "more-than",
    ">": "less-than",
    "≤": "at-least",
    "<=": "at-least",
    "⩽": "at-least",
    "≥": "at-most",
    ">=": "at-most",
    "⩾": "at-most",
}


class QualifierAfter(NamedTuple):
    """What stands behind a number: where it ends, the bound it sets, and whether it makes approximate.

    `either`: of an error "or better" sets the other bound.
    """

    end: int
    bound: Bound | None = None
    approximate: bool = False
    either: bool = False


_CLAUSE_ENDS: Final = r"\s*(?:[.,;:)]|$)|\s(?:in|on|of|per|for|and|to|from|with|when)(?![a-z])"
_AT_MOST: Final = re.compile(
    r"(?: [a-z]{3,12}s)? (?:(?:at (?:the )?(?:most|least|maximum|minimum)|max(?:imum|\.)?|minimum|min\.|tops|upwards)"
    rf"(?={_CLAUSE_ENDS})|(?:or (?:fewer|less|more|over|under|up(?! to))|and (?:above|below|over|under|up(?! to)|upwards?|beyond))"
    rf"(?={_CLAUSE_ENDS}|\s\())"
)
"""A bound behind what is counted: "5 steps at most", "5% and above"."""
_ISH: Final = re.compile("-?ish(?![a-z])")
_OR_SO: Final = re.compile(r" or so(?=\s*(?:[.,;:)]|$|[a-z]{3,}s(?![a-z])|(?:on|in|of|at|per|from|with|to)(?![a-z])))")


def qualifier_after(low: str, end: int) -> QualifierAfter:
    """ "or more", "or fewer", "or so" behind a number, and "2 < N"."""
    match = _RELATION_AFTER.match(low, end) if low[end : end + 2].lstrip()[:1] in _RELATIONS else None
    if match is not None:
        return QualifierAfter(match.end(), _REVERSED[match["sign"]])
    if not low[end : end + 1].isspace():
        ish = _ISH.match(low, end)
        return QualifierAfter(end) if ish is None else QualifierAfter(ish.end(), approximate=True)
    match = _AFTER.match(low, end)
    if match is not None:
        return QualifierAfter(match.end(), _AFTER_BOUND[match["what"]], either=match["what"] in ("better", "worse"))
    match = _AT_MOST.match(low, end)
    if match is not None:
        least = match[0].endswith(
            ("least", "minimum", "min.", "more", "above", "over", "up", "upward", "upwards", "beyond")
        )
        return QualifierAfter(match.end(), "at-least" if least else "at-most")
    match = _OR_SO.match(low, end)
    return QualifierAfter(end) if match is None else QualifierAfter(match.end(), approximate=True)
