"""Numbers that label: of sections, figures, versions and stages, citations in brackets, enumerators."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import NEXT_WORD, WordBefore, ends, in_parentheses, letters_before
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import LABELS
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

_CITATION: Final = re.compile(r"\[\s?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\s?\]")
_ENUMERATOR: Final = re.compile(r"\(\s?(?:[0-9]{1,3}|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})+)\s?\)")
_PARAMETERS: Final = re.compile(r"\([0-9]{1,5}(?:\s?,\s?[0-9]{1,5}){1,3}\)")
_GROUPED: Final = re.compile(r"\([0-9]{1,3}(?:,[0-9]{3})+\)")
_ION: Final = re.compile(r"\][+−–-] $")
_PARAMETERED: Final = frozenset("BCH RS LDPC Polar RM Golay Hamming Sp PSL F U N t MLP CNN Beta".split())
"""Codes, groups, distributions and networks that are told by numbers in brackets: RS(255,223)."""
_FROM_ZERO: Final = re.compile(r"\[\s?0\s?,")
_OF_INTERVAL: Final = re.compile(r"(?:interval|range| in|∈|=|between|from|scale)\s*$")
_INTERVAL: Final = re.compile(r"\[([0-9]{1,3})\s?[–-]\s?([0-9]{1,3})\]")
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
_FUNCTION_WORDS: Final = frozenset(
    "and or of in on is was are were to with for from by at as that which while but we has have uses the than".split()
)
_TITLE_OF: Final = re.compile(r"(?<![\w-])(?:Game|Rule) $")
_LABEL_RANGE: Final = re.compile(r"(?:[a-z](?![A-Za-z]))?(?:\s?[-–]\s?[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w%]))?")
LABEL_LIST: Final = re.compile(
    r"(?:[a-z](?![A-Za-z]))?(?:\s?(?:,\s?(?:and\s|or\s)?|[-–]|&|\band\b|\bor\b|\bto\b)\s?[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w%]|\.[0-9]))*"
)
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
        body = match[0]
        if _spans_last(ctx, opening, body):
            return None  # "63 [55–71] years"
        if _FROM_ZERO.match(body) or (body.count(",") == 1 and ends(_OF_INTERVAL, ctx.low, opening)):
            return None
        return ctx.refuse(start, match.end() - 1, "citation", "a citation in brackets")
    parameters = _PARAMETERS.match(text, opening)
    if parameters is not None and opening and text[opening - 1].isalpha():
        letters = letters_before(text, opening)
        if letters in _PARAMETERED or (letters.isupper() and not _GROUPED.match(text, opening)):
            return ctx.refuse(
                opening - len(letters), parameters.end(), "name", "a code or function with its parameters"
            )
    match = _ENUMERATOR.match(text, opening)
    if match is None:
        return None
    if opening and (text[opening - 1].isdigit() or text[opening - 1] == "."):
        return None  # 4.18(4)
    if ctx.out and ctx.out[-1].cls == "quantity" and ctx.done == opening - 1 and "," not in match[0]:
        return None  # "45 (12) years"
    if opening in ctx.counted_brackets() or ends(_ION, text, opening):
        return None  # "wells (7), ponds (12) and springs (5)"; "[M+H]+ (29)"
    if opening and text[opening - 1].isalpha() and text[opening - 1].isupper():
        return ctx.refuse(
            opening - len(letters_before(text, opening)), match.end(), "name", "a group or function: SO(3)"
        )
    return ctx.refuse(start, match.end() - 1, "enumerator", "an enumerator or reference in parentheses")


def _spans_last(ctx: Context, opening: int, body: str) -> bool:
    """Whether "[a–b]" stands behind a quantity that lies between the two: an interval, and no citations."""
    ends = _INTERVAL.fullmatch(body)
    if ends is None or not ctx.out or not ctx.out[-1].is_quantity or opening - ctx.done > 1 or ctx.out[-1].low is None:
        return False
    value = ctx.out[-1].low.value
    return value is not None and int(ends[1]) <= value <= int(ends[2])


def enumerated(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Enumerators "1) " and "1. " before what they count."""
    text, end = ctx.text, part.end
    if part.decimals or part.scaled or (inner and not text[inner - 1].isspace()):
        return None
    if text[end : end + 1] == ")" and not part.unit and part.mantissa is not None and part.mantissa < 20:
        if not in_parentheses(text, inner):
            return inner, end, "enumerator", "an enumerator before a parenthesis"
    if text.startswith(". ", end) and text[end + 2 : end + 3].isupper() and part.digits <= 2 and not part.unit:
        if text[max(0, inner - 2) : inner].rstrip()[-1:] in (":", ".", ";", ""):
            return inner, end, "enumerator", "an enumerator before a full stop"
    return None


def numbered(ctx: Context, part: Part, inner: int, before: WordBefore) -> Refusal | None:
    """The number of a section, figure, page or the like: "Table 3", "Figs. 4-6"."""
    lettered = part.scaled in ("b", "k", "m") and part.scaled == ctx.text[part.end - 1]
    if (part.scaled and not lettered) or part.unit or not _numbers(before):
        return None
    several = before.stem.endswith("s") or before.stem == "pp"
    more = (LABEL_LIST if several else _LABEL_RANGE).match(ctx.text, part.end)
    end = more.end() if more else part.end
    return inner, end, "identifier", "the number of a section, figure, page or the like"


def _numbers(before: WordBefore) -> bool:
    """Whether the word before makes the number behind it that of a section, figure, page or the like."""
    stem = before.stem
    if stem not in LABELS or (before.tail == "." and stem not in _LABELS_ABBREVIATED):
        return False
    if stem in ("p", "pp", "no", "nos", "tab", "tabs"):
        return before.tail == "."
    return before.word[:1].isupper() or stem not in _LABELS_CAPITALISED


def labelled(ctx: Context, part: Part, inner: int, before: WordBefore) -> Refusal | None:
    """The number of a version, type, split or stage, or of a title: "phase 2", "in split 1", "Game of 24"."""
    text, end = ctx.text, part.end
    if part.scaled or part.unit or (text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit()):
        return None
    if before.stem in _LABEL_NOUNS:
        more = (LABEL_LIST if before.stem.endswith("s") and before.stem != "axis" else _LABEL_RANGE).match(text, end)
        return inner, more.end() if more else end, "name", "the number of a version, type, phase or level"
    if before.stem in _LABEL_PLURAL and not part.decimals and not part.signed and part.digits <= 2:
        several = LABEL_LIST.match(text, end)
        if several is not None and several.end() > end and _ENDS_LIST.match(text, several.end()):
            return inner, several.end(), "name", "the numbers of splits, stages, tasks or the like"
    following = NEXT_WORD.match(text, end)
    alone = following is None or text[end : end + 1] in ",.;:)" or following[1].lower() in _FUNCTION_WORDS
    if before.stem == "of":
        title = alone and ends(_TITLE_OF, text, before.start) is not None
        return (inner, end, "name", "a title: Game of 24") if title else None
    if before.stem in _LABEL_SINGULAR and not part.decimals and not part.signed and part.digits <= 3:
        if alone or before.word[:1].isupper():
            return inner, end, "name", "the number of a split, stage, task or the like"
    return None
