"""Numbers that label: of sections, figures, versions and stages, citations in brackets, enumerators."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import WordBefore, ends, in_parentheses, letters_before
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import LABELS
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

_CITATION: Final = re.compile(r"\[\s?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\s?\]")
_ENUMERATOR: Final = re.compile(r"\(\s?(?:[0-9]{1,3}|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})+)\s?\)")
_PARAMETERS: Final = re.compile(r"\([0-9]{1,5}(?:\s?,\s?[0-9]{1,5}){1,3}\)")
_GROUPED: Final = re.compile(r"\([0-9]{1,3}(?:,[0-9]{3})+\)")
_NUMBERS_NOTHING: Final = re.compile(r"(?:[0-9¹²³⁰⁴-⁹]|∈\s?|\][+−–-] )$")
"""Before a bracket that numbers nothing: 52(9), x ∈ (0,1), [M+H]+ (29)."""
_PARAMETERED: Final = frozenset("BCH RS LDPC Polar RM Golay Hamming Sp PSL F U N t MLP CNN Beta".split())
"""Codes, groups, distributions and networks that are told by numbers in brackets: RS(255,223)."""
_MORE: Final = re.compile(r"(?<![a-z])(?:more|fewer|less|higher|lower|larger|smaller|greater)(?: [a-z-]+){1,4} $")
_NUMBER_OF: Final = re.compile(
    r"(?<![a-z])(?:(?:number|count|total) of(?: [\w-]+){1,6}|the (?:most|fewest) [a-z-]+s|(?:as|so|very) (?:few|many) [a-z-]+) $"
)
_OTHER: Final = re.compile(r"\) than (?:[\w.'’-]+ ){1,6}")
_PAIR: Final = re.compile(r"\[[^,\]]*,[^,\]]*\]")
_FROM_ZERO: Final = re.compile(r"\[\s?0\s?,")
_OF_ESTIMATE: Final = re.compile(
    r"(?:(?<![a-z])(?:cis?|cri|hdi|hpd|iqr)|(?:confidence|credible|prediction|interquartile) (?:interval|range)s?)(?: (?:of|was|is|being))?[,:=]?\s*$"
)
_OF_INTERVAL: Final = re.compile(r"(?:interval|range| in|∈|=|between|from|scale)\s*$")
_INTERVAL: Final = re.compile(r"\[([0-9]{1,3})(?:\s?[–-]\s?|[,;]\s| to )([0-9]{1,3})\]")
_LABEL_NOUNS: Final = frozenset(
    "version versions ver type types phase phases chromosome chromosomes axis axes level levels v".split()
)
"""Lower-case nouns whose number is a label."""
_LABEL_SINGULAR: Final = frozenset(
    "split fold stage step round track subset cohort class group seed subtask task block scenario setting "
    "variant module construction layer question study station dose visit lane plot site run exon day week".split()
)
_LABEL_PLURAL: Final = frozenset(
    "experiments subsets lanes panels days weeks seeds groups stages steps layers rounds trials sessions tasks questions studies".split()
)
_ENDS_LIST: Final = re.compile(
    r"\s*(?:[.,;:)]|$)|\s(?:and|or|of|in|on|is|are|was|were|to|with|for|from|by|at|as|that|which|after|before)(?![a-z])"
)
_ALONE: Final = re.compile(
    r"[.,;:)]|\s*(?![\sa-z])|\s*(?:and|or|of|in|on|is|was|are|were|to|with|for|from|by|at|as|that|which|while|but|we|has|have|uses|the|than)(?![a-z'-])"
)
"""Behind a label nothing is counted."""
_TITLE_OF: Final = re.compile(r"(?<![\w-])(?:Game|Rule) of $")
_LETTER: Final = r"(?:[a-z](?![A-Za-z]))?"
_NEXT: Final = r"\s?[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w%]|\.[0-9])"
_FURTHER: Final = rf"(?:\s?(?:,\s?(?:and\s|or\s)?|[-–/]|&|\band\b|\bor\b|\bto\b){_NEXT})"
_SLASHED: Final = re.compile(rf"(?:\s?/{_NEXT})*")
_LABEL_RANGE: Final = re.compile(rf"{_LETTER}(?:\s?[-–]{_NEXT}|{_SLASHED.pattern})")
_SUBDIVIDED: Final = re.compile(r"(?:\((?:[0-9]{1,2}|[a-z]{1,3})\)){1,4}")
"""Of an article of a law: 6(1)(f)."""
LABEL_LIST: Final = re.compile(f"{_LETTER}{_FURTHER}*")
_SEVERAL: Final = re.compile(f"[0-9]{{1,2}}{_LETTER}{_FURTHER}+")
_ONE: Final = re.compile("[0-9]{1,3}")
_PLURAL: Final = re.compile(".*(?<!axi)s|pp")
_RATIO: Final = re.compile(":[0-9]")
_ITEM_CLOSED: Final = re.compile(r"(?<!\S)1?[0-9](?=\))")
_ITEM_POINTED: Final = re.compile(r"(?<!\S)(?<![^:.;\s]\s)[0-9]{1,2}(?=\. [A-ZÀ-ÖØ-Þ])")
_PARTS: Final = frozenset(("", "b", "k", "m"))
"""Letters of a figure's parts that read as scales: Fig. 3b."""
_NEED_POINT: Final = frozenset("p pp no nos tab tabs".split())
"""Labels only where they are abbreviated: p. 4, not p 4."""
_LABELS_ABBREVIATED: Final = frozenset("fig figs sec secs eq eqs vol vols no nos ref refs p pp tab tabs".split())
_LABELS_CAPITALISED: Final = frozenset(
    "line lines case id article example examples remark remarks part tab tabs claim equations definition "
    "algorithm no nos p".split()
)


def bracketed(ctx: Context, text: str, start: int) -> int | None:
    """Citations "[12]" and enumerators "(1)"; returns where they end."""
    opening = start - 1
    if text[opening] == "[":
        match = _CITATION.match(text, opening)
        if match is None:
            return None
        if _spans_last(ctx, opening):
            return None  # "63 [55–71] years"
        if ends(_OF_ESTIMATE, ctx.low, opening):
            return None  # "95% CI [78, 84]"
        if _FROM_ZERO.match(text, opening) or (_PAIR.match(text, opening) and ends(_OF_INTERVAL, ctx.low, opening)):
            return None
        return ctx.refuse(start, match.end() - 1, "citation", "a citation in brackets")
    parameters = _PARAMETERS.match(text, opening)
    letters = letters_before(text, opening)
    if parameters is not None and (
        letters in _PARAMETERED or (letters.isupper() and not _GROUPED.match(text, opening))
    ):
        return ctx.refuse(opening - len(letters), parameters.end(), "name", "a code or function with its parameters")
    match = _ENUMERATOR.match(text, opening)
    if match is None:
        return None
    if ends(_NUMBERS_NOTHING, text, opening) or ("," in match[0] and ends(_OF_ESTIMATE, ctx.low, opening)):
        return None
    if ctx.out and ctx.out[-1].cls == "quantity" and ctx.done == opening - 1 and "," not in match[0]:
        return None  # "45 (12) years"
    if opening in ctx.counted_brackets() or _tells_count(ctx, opening, match):
        return None  # "wells (7), ponds (12) and springs (5)", "fewer errors (12) than"
    if letters.isupper():
        return ctx.refuse(opening - len(letters), match.end(), "name", "a group or function: SO(3)")
    return ctx.refuse(start, match.end() - 1, "enumerator", "an enumerator or reference in parentheses")


def _tells_count(ctx: Context, opening: int, bracket: re.Match[str]) -> bool:
    """Whether the number in a bracket tells how many there are of what was compared or counted before: "fewer errors (12) than
    in Corvus (31)", "the number of faults (31)"."""
    if "," in bracket[0]:
        return False
    if ctx.low.startswith(" than ", bracket.end()) and ends(_MORE, ctx.low, opening):
        return True
    if ctx.out and ctx.out[-1].is_quantity and _OTHER.fullmatch(ctx.text, ctx.done, opening):
        return True
    return ends(_NUMBER_OF, ctx.low, opening) is not None


def _spans_last(ctx: Context, opening: int) -> bool:
    """Whether "[a–b]" or "[a, b]" stands behind a quantity that lies between the two: an interval, and no citations."""
    span = _INTERVAL.match(ctx.text, opening)
    if span is None or not ctx.out or not ctx.out[-1].is_quantity or opening - ctx.done > 1:
        return False
    value = next(ctx.out[-1].ends()).value
    return value is not None and int(span[1]) <= value <= int(span[2])


def enumerated(ctx: Context, inner: int) -> Refusal | None:
    """Enumerators "1) " and "1. " before what they count."""
    closed = _ITEM_CLOSED.match(ctx.text, inner)
    if closed is not None and not in_parentheses(ctx.text, inner):
        return inner, closed.end(), "enumerator", "an enumerator before a parenthesis"
    pointed = _ITEM_POINTED.match(ctx.text, inner)
    if pointed is not None:
        return inner, pointed.end(), "enumerator", "an enumerator before a full stop"
    return None


def _labels_end(text: str, end: int, stem: str) -> int:
    """Where the labels end whose first one ends at `end`: all of a list behind a plural, a range behind a singular."""
    match = (LABEL_LIST if _PLURAL.fullmatch(stem) else _LABEL_RANGE).match(text, end)
    assert match is not None  # if only of nothing
    divided = _SUBDIVIDED.match(text, match.end())
    return divided.end() if divided is not None else match.end()


def numbered(ctx: Context, part: Part, inner: int, before: WordBefore) -> Refusal | None:
    """The number of a section, figure, page or the like: "Table 3", "Figs. 4-6"."""
    if part.scaled not in _PARTS or part.unit or not _numbers(before):
        return None
    end = _labels_end(ctx.text, part.end, before.stem)
    return inner, end, "identifier", "the number of a section, figure, page or the like"


def _numbers(before: WordBefore) -> bool:
    """Whether the word before makes the number behind it that of a section, figure, page or the like."""
    stem = before.stem
    if stem not in LABELS or (before.tail == "." and stem not in _LABELS_ABBREVIATED):
        return False
    if stem in _NEED_POINT:
        return before.tail == "."
    return before.word[:1].isupper() or stem not in _LABELS_CAPITALISED


def labelled(ctx: Context, part: Part, inner: int, before: WordBefore) -> Refusal | None:
    """The number of a version, type, split or stage, or of a title: "phase 2", "in split 1", "Game of 24"."""
    text, end = ctx.text, part.end
    if part.scaled or part.unit or _RATIO.match(text, end):
        return None
    if before.stem in _LABEL_NOUNS:
        end = _labels_end(text, end, before.stem)
        return inner, end, "name", "the number of a version, type, phase or level"
    if before.stem in _LABEL_PLURAL:
        several = _SEVERAL.match(text, inner)
        if several is not None and _ENDS_LIST.match(text, several.end()):
            return inner, several.end(), "name", "the numbers of splits, stages, tasks or the like"
    if not _ALONE.match(ctx.low, end):
        return None
    if ends(_TITLE_OF, text, inner):
        return inner, end, "name", "a title: Game of 24"
    if before.stem in _LABEL_SINGULAR and _ONE.fullmatch(text, inner, end):
        slashed = _SLASHED.match(text, end)
        assert slashed is not None  # if only of nothing
        return inner, slashed.end(), "name", "the number of a split, stage, task or the like"
    return None
