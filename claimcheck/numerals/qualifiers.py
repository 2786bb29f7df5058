"""Words and signs that bound a number or make it approximate: "up to", "over", "~", "at least"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.numerals.lexicon import CURRENCY
from claimcheck.numerals.model import Bound


class Qualifier(NamedTuple):
    """What stands before a number: where it begins, what it says, and whether it may belong to the sentence instead.

    `doubtful`: rather a qualifier, but maybe none; `rather_not`: rather none, but maybe one. Both readings are kept.
    """

    start: int
    bound: Bound | None
    approximate: bool
    doubtful: bool = False
    rather_not: bool = False


_SIGNS: Final[dict[str, Bound]] = {
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
}
_ABOUT_SIGNS: Final = "~∼≈≃"

_PHRASES: Final[dict[str, Bound | None]] = {
    "up to": "at-most", "upto": "at-most", "at most": "at-most", "no more than": "at-most", "not more than": "at-most",
    "as many as": "at-most", "as much as": "at-most", "as high as": "at-most", "as large as": "at-most",
    "as long as": "at-most", "a maximum of": "at-most", "maximum of": "at-most", "at the most": "at-most",
    "at least": "at-least", "no less than": "at-least", "no fewer than": "at-least", "not less than": "at-least",
    "as few as": "at-least", "as little as": "at-least", "as low as": "at-least", "as small as": "at-least",
    "as short as": "at-least", "a minimum of": "at-least", "minimum of": "at-least", "at the least": "at-least",
    "more than": "more-than", "greater than": "more-than", "higher than": "more-than", "larger than": "more-than",
    "in excess of": "more-than", "upwards of": "more-than", "longer than": "more-than", "older than": "more-than",
    "less than": "less-than", "fewer than": "less-than", "lower than": "less-than", "smaller than": "less-than",
    "shorter than": "less-than", "younger than": "less-than",
    "exceeding": "more-than", "exceed": "more-than", "exceeds": "more-than", "exceeded": "more-than",
    "surpassing": "more-than", "surpass": "more-than", "surpasses": "more-than",
    "about": None, "around": None, "roughly": None, "nearly": None, "almost": None, "approximately": None,
    "approx": None, "approx.": None, "circa": None, "ca": None, "ca.": None, "close to": None, "on the order of": None,
    "some": None, "an estimated": None, "virtually": None, "approaching": None,
    "over": "more-than", "above": "more-than", "under": "less-than", "below": "less-than", "within": "at-most",
}  # fmt: skip
"""Phrases and the bound they set; None makes approximate."""

_SPELLED: Final = "|".join(
    re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(_PHRASES, key=len, reverse=True)
)
_PHRASE: Final = re.compile(
    rf"(?:^|(?<=[\s(\[{{\"'“‘,;:—–-]))(?:(?:well|just|slightly|far|much|considerably|substantially|significantly)\s+)?(?P<phrase>{_SPELLED})"
    r"(?P<article>\s+(?:an?|the))?\s+[\"'“‘(]?$"
)
_LAST_WORDS: Final = frozenset(phrase.split()[-1] for phrase in _PHRASES) | {"a", "an", "the"}

_DENIED: Final = re.compile(r"(?:^|[\s(])((?:no|not)\s+(?:any\s+)?)$")
_NOT: Final = re.compile(r"(?:^|[\s(])((?:not|never|cannot|n[’']t)\s+)$")
_TURNED: Final[dict[Bound, Bound]] = {"more-than": "at-most", "less-than": "at-least"}
""" "no larger than" turns the bound."""
_PREPOSITIONS: Final = frozenset({"over", "above", "under", "below", "within", "around", "about", "some"})
"""Qualifiers that are also prepositions: whether they bound the number the neighbourhood tells."""
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
_SPREAD: Final = re.compile(
    r"(?:[0-9]\s(?:[a-z]+\s){1,2}|(?:spread|distributed|collected|flown|recorded|data|images|scans|subsets)\s)$"
)
"""What stands before "over" and an area in which it happens."""
_LASTS: Final = frozenset(
    "of with for lasted lasting takes took taking spans spanning spanned comprising comprises contains containing "
    "requires required requiring totaling totalling after is was are were has have had the to at by and than aged ages age".split()
)
"""Words after which "over 30 days" bounds a time."""
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
_WORD_BEFORE: Final = re.compile(r"([A-Za-z;]+)[\s(,\"'“‘]*$")

_AFTER: Final = re.compile(
    r"\s+or\s+(?P<what>more|greater|higher|above|larger|less|fewer|lower|below|smaller)(?![a-z])(?!\s+(?:than|of|recent|important|efficient|accurate))"
)
_AFTER_BOUND: Final[dict[str, Bound]] = dict.fromkeys(
    ("more", "greater", "higher", "above", "larger"), "at-least"
) | dict.fromkeys(("less", "fewer", "lower", "below", "smaller"), "at-most")  # type: ignore[assignment]


def qualifier_before(
    text: str,
    low: str,
    start: int,
    floor: int,
    *,
    marked: bool,
    small: bool,
    isolated: bool,
    has_unit: bool = False,
    vague: bool = False,
    measured: bool = False,
    timed: bool = False,
    wide: bool = False,
) -> Qualifier | None:
    """The qualifier before a number, and the bound that stands before an approximating one ("up to around 30%")."""
    found = _qualifier(
        text,
        low,
        start,
        floor,
        marked=marked,
        small=small,
        isolated=isolated,
        has_unit=has_unit,
        vague=vague,
        measured=measured,
        timed=timed,
        wide=wide,
    )
    if found is None or not found.approximate or found.rather_not:
        return found
    outer = _qualifier(
        text,
        low,
        found.start,
        floor,
        marked=True,
        small=False,
        isolated=isolated,
        has_unit=True,
        vague=False,
        measured=False,
        timed=False,
        wide=wide,
    )
    return found if outer is None or outer.bound is None or outer.rather_not else outer._replace(approximate=True)


def _with_currency(text: str, sign: int, floor: int) -> int:
    """Where a qualifying sign begins, with the currency before it: $<100."""
    return sign - 1 if sign > floor and text[sign - 1] in CURRENCY else sign


def _qualifier(
    text: str,
    low: str,
    start: int,
    floor: int,
    *,
    marked: bool,
    small: bool,
    isolated: bool,
    has_unit: bool,
    vague: bool,
    measured: bool,
    timed: bool,
    wide: bool,
) -> Qualifier | None:
    """The qualifier that ends right before `start`; nothing before `floor` is looked at.

    `marked` tells that the number bears a unit, scale or decimals, `small` that it is a plain one below twenty: what
    stands after "over" or "around" is then rather a place than a bound ("averaged over 5 runs").
    """
    at = start
    while at > floor and text[at - 1] in " \u00a0\u2009\u202f\n\t":
        at -= 1
    if at > floor and text[at - 1] in _ABOUT_SIGNS:
        if at < start and at - 1 > floor and text[at - 2 : at - 1].isalnum() and text[at - 1] == "~":
            return None
        return Qualifier(_with_currency(text, at - 1, floor), None, True)
    if (at > floor and text[at - 1] in _SIGNS) or (at - 1 > floor and text[at - 1] == "=" and text[at - 2] in _SIGNS):
        begin = at - 1
        bound = _SIGNS.get(text[begin])
        if bound is None:
            begin -= 1
            bound = "at-most" if text[begin] == "<" else "at-least"
        return Qualifier(_with_currency(text, begin, floor), bound, False)
    if at == start and at > floor and text[at - 1] not in "(\"'“‘":
        return None
    window = low[max(floor, start - 48) : start]
    last = window.rsplit(None, 1)[-1] if window.strip() else ""
    if last.lstrip("([\"'“‘") not in _LAST_WORDS:
        return None
    match = _PHRASE.search(window)
    if match is None:
        return None
    phrase = " ".join(match["phrase"].split())
    begin = max(floor, start - 48) + match.start()
    bound = _PHRASES[phrase]
    approximate = bound is None
    if phrase.endswith(" than") and bound in _TURNED:
        denied = _DENIED.search(window, 0, match.start())
        if denied is not None:
            return Qualifier(begin - (match.start() - denied.start(1)), _TURNED[bound], False)
    if phrase.startswith(("exceed", "surpass")) and _NOT.search(window, 0, match.start()) is not None:
        negated = _NOT.search(window, 0, match.start())
        assert negated is not None
        return Qualifier(begin - (match.start() - negated.start(1)), "at-most", False)
    if phrase not in _PREPOSITIONS or isolated:
        return Qualifier(begin, bound, approximate, doubtful=phrase.startswith(("exceed", "surpass")) and not isolated)
    before = _WORD_BEFORE.search(window, 0, match.start())
    word = before[1] if before else ""
    capital = text[begin].isupper()
    if vague and phrase in ("over", "around", "within", "under"):
        return Qualifier(
            begin, bound, approximate, rather_not=word not in _LEADS_TO_BOUND, doubtful=word in _LEADS_TO_BOUND
        )
    if measured and phrase in ("around", "about"):
        return Qualifier(begin, bound, approximate)
    if wide and phrase == "over" and _SPREAD.search(window, 0, match.start()) is not None:
        return Qualifier(begin, bound, approximate, rather_not=True)  # "data over 100,000 m²"
    if timed and phrase == "over" and not marked:
        # "followed over 24 months", "12 deaths over 30 days": a time in which; "takes over 30 days": a bound
        return Qualifier(begin, bound, approximate, rather_not=word not in _LASTS, doubtful=word in _LASTS)
    if match["article"] and phrase != "some" and text[start].isdigit():
        # "over a 22M-user graph", "improving over a 95% baseline"; rarely "over a 3x speedup"
        return Qualifier(begin, bound, approximate, rather_not=True)
    if match["article"] and not marked:
        return None
    if marked:
        around = phrase in ("over", "under", "within", "around")
        return Qualifier(begin, bound, approximate, rather_not=around and not has_unit and word in _AVERAGED)
    if phrase == "some":
        return None if small else Qualifier(begin, bound, approximate, doubtful=True)
    if word in _AVERAGED:
        return None
    if not word and not capital and phrase in ("about", "around"):
        return Qualifier(begin, bound, approximate)
    if phrase == "under" and small and word in ("in", "at", "for", "of", "with", "to"):
        return Qualifier(begin, bound, approximate, doubtful=True)
    if phrase in ("over", "under", "within", "around", "about") and small:
        if word in _LEADS_TO_BOUND and not capital and phrase in ("over", "about", "around"):
            return Qualifier(begin, bound, approximate, doubtful=True)
        return Qualifier(begin, bound, approximate, rather_not=True)
    return Qualifier(begin, bound, approximate, doubtful=word not in _LEADS_TO_BOUND)


_RELATION_AFTER: Final = re.compile(r"\s?(?P<sign><=|>=|[<>≤≥⩽⩾])\s?(?=[A-Za-zα-ωΑ-Ω\\|])")
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


def qualifier_after(low: str, end: int) -> tuple[int, Bound | None]:
    """ "or more", "or fewer" behind a number, and "2 < N": where it ends and the bound it sets."""
    if low[end : end + 1] in "<>≤≥⩽⩾" or (low[end : end + 1] == " " and low[end + 1 : end + 2] in "<>≤≥⩽⩾"):
        match = _RELATION_AFTER.match(low, end)
        if match is not None:
            return match.end(), _REVERSED[match["sign"]]
    if low[end : end + 4] != " or ":
        return end, None
    match = _AFTER.match(low, end)
    return (match.end(), _AFTER_BOUND[match["what"]]) if match else (end, None)
