"""Telling digits that belong to names, labels, citations and enumerators from quantities."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import (
    NEXT_WORD,
    capitalised,
    chain,
    is_letter,
    letters_after,
    letters_before,
    name_end,
    opens_sentence,
    trim,
    word_before,
)
from claimcheck.numerals.context import Context
from claimcheck.numerals.dates import DECADE, dated, decade
from claimcheck.numerals.lexicon import CALENDAR, COMMON_OPENERS, CURRENCY_CODES, LABELS, METRICS
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.parts import Part

OPEN_PREFIXES: Final = frozenset(
    "sub post pre non over under mid to and or by up the at of is for from with in on than about around "
    "roughly nearly approximately near least most some every".split()
)
"""Words that, hyphenated to a number, leave it one (sub-10ms, up-to-5)."""
_ORDINAL_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_RESOLUTIONS: Final = frozenset({2, 4, 5, 8, 12, 16})
"""The display resolutions that are named by thousands of columns (4K)."""
_RESOLUTION: Final = re.compile(
    r"k(?:[\s-](?:[a-z]+[\s-])?(?:ultra|uhd|hdr|resolutions?|video|footage|display|monitor|screen|tv|television|camera|panorama|texture"
    r"|image|raster|panel|frame|content|generation|synthesis|rendering|stream|sensor|scene)(?![a-z])"
    r"|\s?(?:/|and|or)\s?(?:[0-9]{3,4}p|[248]k|u?hd)(?![a-z0-9]))"
)
"""What follows a resolution; the plurals of what is counted (4K videos) are left as counts."""
_BEFORE_RESOLUTION: Final = re.compile(
    r"(?:(?:native|true|ultra-high-resolution) |(?:[0-9]{3,4}p|[248]k)\s?(?:/|and |or ))$"
)
_PICTURED: Final = re.compile(r"k (?:images?|frames?|videos?|benchmarks?|datasets?|[A-Z]|[a-z]+ (?:images?|videos?))")
_TITLE_OF: Final = re.compile(r"(?<![\w-])(?:Game|Rule) $")
_PERCENTILE: Final = re.compile(r"(?:st|nd|rd|th)[\s-](?:per)?centiles?(?![a-z])")
_DIMENSION: Final = re.compile(r"(?:[x×][0-9]{1,12}){1,4}(?:[KMGT]i?B|px|[kcmnµμ]?m)?(?![A-Za-z0-9_-]|\.[0-9])")
"""The further sides of a dimension, or what is there so many times: 256x256, 8x80GB; not 8x22b."""
_GLUED_UNIT: Final = re.compile(r"(?![DdXxVv](?![a-z]))[A-Za-zµμΩ]{1,6}(?:[−-]?[0-9])?(?![A-Za-z0-9_-])")
"""Letters glued to a decimal (5.2Rp): a unit that the tables do not know."""


def _measured_at(text: str, low: str, inner: int, letters: str) -> bool:
    """Whether digits with two letters stand where a place or level is told: "at 5Rp", "below 3Rs"."""
    if not (len(letters) == 2 and letters[0].isupper() and letters[1].islower()):
        return False
    return low[max(0, inner - 7) : inner].endswith((" at ", " to ", " below ", " above ", " near ", " by ", " least "))


_CITATION: Final = re.compile(r"\[\s?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\s?\]")
_ENUMERATOR: Final = re.compile(r"\(\s?(?:[0-9]{1,3}|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})+)\s?\)")
_LABEL_NOUNS: Final = frozenset(
    "version versions ver type types phase phases chromosome chromosomes axis axes level levels v".split()
)
"""Lower-case nouns whose number is a label."""
_LABEL_SINGULAR: Final = frozenset(
    "split fold stage step round track subset cohort class group seed subtask task block scenario setting "
    "variant module construction layer question study".split()
)
_FUNCTION_WORDS: Final = frozenset(
    "and or of in on is was are were to with for from by at as that which while but we has have uses the than".split()
)
_NAMEY: Final = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]")


def bracketed(ctx: Context, text: str, start: int) -> int | None:
    """Citations "[12]" and enumerators "(1)"; returns where they end."""
    opening = start - 1
    if text[opening] == "[":
        match = _CITATION.match(text, opening)
        if match is None:
            return None
        body = match[0]
        before = text[max(0, opening - 12) : opening].rstrip().lower()
        two = body.count(",") == 1
        if (
            two and before.endswith(("interval", "range", " in", "∈", "=", "between", "from", "scale"))
        ) or body.replace(" ", "").startswith("[0,"):
            return None
        return ctx.refuse(start, match.end() - 1, "citation", "a citation in brackets")
    match = _ENUMERATOR.match(text, opening)
    if match is None:
        return None
    if opening and (text[opening - 1].isdigit() or text[opening - 1] == "."):
        return None  # 4.18(4)
    if opening and text[opening - 1].isalpha() and text[opening - 1].isupper():
        return ctx.refuse(
            opening - len(letters_before(text, opening)), match.end(), "name", "a group or function: SO(3)"
        )
    return ctx.refuse(start, match.end() - 1, "enumerator", "an enumerator or reference in parentheses")


_CHEMICAL: Final = re.compile(
    r"[0-9]{1,2}(?:,[0-9]{1,2}['’′]?){1,6}-(?:(?:di|tri|tetra|amino|hydroxy|methyl|ethyl|chloro|bromo|fluoro|nitro|oxo|phenyl|benzo|cyclo)[a-z]+"
    r"|[a-z]{2,}(?:ane|ene|yne|diol|dione|phenol|amine|azole|ol|yl|ide|ate|idine))(?![a-z])"
    r"|[0-9]{1,2}-(?:(?:amino|hydroxy|methyl|chloro|bromo|fluoro|nitro|oxo|phenyl)[a-z]{3,}|[a-z]{2,}(?:anol|enol|pyridine|propyl|butyl|furan))(?![a-z])"
)
"""Chemical names that begin with the places of their parts: 1,3-butadiene, 2-propanol."""


def chemical(low: str, start: int) -> int | None:
    """Where the chemical name ends whose digits begin at `start`; None where none does."""
    match = _CHEMICAL.match(low, start)
    return match.end() if match is not None else None


def judge(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Whether the number is none after all: what is glued behind it, what word stands before it."""
    text, low = ctx.text, ctx.low
    end = part.end
    if not part.words:
        refusal = _behind(ctx, text, low, part, inner)
        if refusal is not None:
            return refusal
    marked = (
        part.unit in ("%", "x", "pp", "‰")
        or part.grouped
        or part.signed
        or part.scaled == "e"
        or (part.unit is not None and part.unit in "$€£¥₹")
    )
    if (marked and not part.spaced) or part.vague:
        return None
    if part.scaled == "K" and part.mantissa in _RESOLUTIONS and _is_resolution(ctx, inner, end):
        return inner, end, "name", "a resolution: 4K video"
    if part.words:
        return None
    if (
        text[end : end + 1] == ")"
        and (inner == 0 or text[inner - 1].isspace())
        and part.mantissa is not None
        and part.mantissa < 20
        and not part.decimals
        and not part.scaled
    ):
        if text.rfind("(", max(0, inner - 300), inner) <= text.rfind(")", max(0, inner - 300), inner) and not part.unit:
            return inner, end, "enumerator", "an enumerator before a parenthesis"
    start = part.start
    if (
        text.startswith(". ", end)
        and text[end + 2 : end + 3].isupper()
        and part.digits <= 2
        and not (part.decimals or part.scaled or part.unit)
    ):
        head = text[max(0, inner - 2) : inner].rstrip()
        if (inner == 0 or text[inner - 1].isspace()) and head[-1:] in (":", ".", ";", ""):
            return inner, end, "enumerator", "an enumerator before a full stop"
    word, begin = word_before(text, start)
    if text.startswith("0.", inner) or text[inner : inner + 1] == ".":
        return None  # no version is 0.16
    if part.decimals and not part.scaled and part.mantissa is not None and 30 <= part.mantissa < 100:
        return None  # nor 81.2
    if (
        ctx.last_name == trim(text, start) != start
        and part.decimals
        and part.digits <= 3
        and ctx.out[-1].text.islower()
        and ctx.out[-1].text[-1:].isalpha()
    ):
        return inner, end, "name", "the version of the name before it"
    if (
        ctx.last_name >= 0
        and ctx.last_name == trim(text, start)
        and text[ctx.last_name - 1 : ctx.last_name] not in "),;"
        and not part.unit
        and start != ctx.last_name
    ):
        if part.scaled and part.scaled in "BbMTk":
            return inner, name_end(text, end), "name", "belongs to the name before it"
    if not word:
        return dated(ctx, text, low, part, inner, "", begin)
    head = word.lstrip("([{\"'“‘")
    tail = head[-1:]
    if tail in ",;:!?)]}" and head.lower() != "al.,":
        return dated(ctx, text, low, part, inner, head, begin)
    lowered = head.lower()
    stem = lowered.rstrip(".'’\"”")
    if _labels(stem, head, tail) and not part.scaled and not part.unit:
        more = (_LABEL_LIST if stem.endswith("s") or stem == "pp" else _LABEL_RANGE).match(text, end)
        return inner, more.end() if more else end, "identifier", "the number of a section, figure, page or the like"
    date = dated(ctx, text, low, part, inner, head, begin)
    if date is not None:
        return date
    if stem in _LABEL_NOUNS and not part.scaled and not part.unit:
        more = _LABEL_RANGE.match(text, end)
        return inner, more.end() if more else end, "name", "the number of a version, type, phase or level"
    if stem == "of" and _TITLE_OF.search(text, max(0, begin - 6), begin) and not (part.scaled or part.unit):
        following = NEXT_WORD.match(text, end)
        if following is None or text[end : end + 1] in ",.;:)" or following[1].lower() in _FUNCTION_WORDS:
            return inner, end, "name", "a title: Game of 24"
    if stem in _LABEL_SINGULAR and not (part.scaled or part.unit or part.decimals or part.signed) and part.digits <= 3:
        following = NEXT_WORD.match(text, end)
        if (
            following is None
            or text[end : end + 1] in ",.;:)"
            or following[1].lower() in _FUNCTION_WORDS
            or head[:1].isupper()
        ):
            return inner, end, "name", "the number of a split, stage, task or the like"
    if tail == ".":
        return None
    if not capitalised(head) or stem in CALENDAR or head in CURRENCY_CODES or head in ("AD", "BC", "CE", "BCE", "X"):
        return None
    if (
        stem in METRICS
        or stem.rsplit("-", 1)[-1] in METRICS
        or (stem in COMMON_OPENERS and not (len(stem) > 1 and head.isupper()) and not _in_name(text, head, begin))
    ):
        return None
    if head.lstrip("abcdefghijklmnopqrstuvwxyz").lower() in METRICS or _SIDES.match(text, end):
        return None  # rFID 1.50; ImageNet 256×256
    if not part.unit and _MARKED_RANGE.match(text, end):
        return None  # "Lumen 3-5x": the mark of the range
    core = head.rstrip("'’\"”")
    if core.isalpha() and opens_sentence(text, begin) and not _NAMEY.match(core):
        if core.endswith(("ing", "ed", "ly")) or core.lower() in ctx.lower_words():
            return None
    if part.unit is not None and part.unit not in ("m", "s", "B", "b"):
        return None
    if _shouted(text, begin, end):
        return None
    if core.endswith("s") and core.isalpha() and not part.scaled and not part.decimals and part.digits <= 2:
        more = _LABEL_LIST.match(text, end)
        behind = NEXT_WORD.match(text, more.end()) if more else None
        if more is not None and not (
            behind is not None and behind[1].islower() and behind[1].endswith("s") and text[more.end()] == " "
        ):
            return inner, more.end(), "name", "capitalised words with their numbers"
    return inner, name_end(text, end), "name", "a capitalised word with its number"


def _in_name(text: str, head: str, begin: int) -> bool:
    """Whether a capitalised word that is mostly none of a name goes on with one: "Safety Dataset 2.0"."""
    if not head.startswith("Dataset"):
        return False
    before, place = word_before(text, begin)
    return bool(before) and capitalised(before) and before[-1].isalnum() and not opens_sentence(text, place)


def _is_resolution(ctx: Context, inner: int, end: int) -> bool:
    """Whether 4K and the like is the resolution: by its neighbours, or as the text has it as one elsewhere."""
    low = ctx.low
    if _RESOLUTION.match(low, end - 1) or _BEFORE_RESOLUTION.search(low, max(0, inner - 24), inner):
        return True
    return (
        ctx.text[inner:end] in ctx.resolutions()
        and _PICTURED.match(ctx.text[end - 1 : end + 24].replace("K", "k", 1)) is not None
    )


def _shouted(text: str, begin: int, end: int) -> bool:
    """Whether all words around are in capitals, so that they tell no names: "WE USE 12 MODELS"."""
    around = text[max(0, begin - 24) : end + 24]
    return around.isupper() and len(around.split()) >= 5


_SIDES: Final = re.compile(r"\s?[x×]\s?[0-9]+(?![A-Za-z0-9])")
_MARKED_RANGE: Final = re.compile(r"\s?(?:[-–]|to)\s?[0-9]+(?:\.[0-9]+)?\s?(?:%|[x×](?![A-Za-z0-9])|percent)")
_LABEL_RANGE: Final = re.compile(r"(?:[a-z](?![A-Za-z]))?(?:\s?[-–]\s?[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w%]))?")
_LABEL_LIST: Final = re.compile(
    r"(?:[a-z](?![A-Za-z]))?(?:\s?(?:,\s?(?:and\s|or\s)?|[-–]|&|\band\b|\bor\b|\bto\b)\s?[0-9]+(?:\.[0-9]+)?[a-z]?(?![\w%]|\.[0-9]))*"
)
_LABELS_ABBREVIATED: Final = frozenset("fig figs sec secs eq eqs vol vols no nos ref refs p pp tab tabs".split())
_LABELS_CAPITALISED: Final = frozenset(
    "line lines case id article example examples remark remarks part tab tabs claim equations definition "
    "algorithm no nos p".split()
)


def _labels(stem: str, head: str, tail: str) -> bool:
    """Whether a word makes the number behind it that of a section, figure, page or the like."""
    if stem not in LABELS or (tail == "." and stem not in _LABELS_ABBREVIATED):
        return False
    if stem in ("p", "pp", "no", "nos", "tab", "tabs"):
        return tail == "."
    return head[:1].isupper() or stem not in _LABELS_CAPITALISED


_X_NAMES: Final = frozenset("86 64 264 265 11 32 509 402".split())


def x_name(text: str, start: int) -> bool:
    """x86, x264 and the like, which are no factors."""
    end = start
    while end < len(text) and "0" <= text[end] <= "9":
        end += 1
    return text[start:end] in _X_NAMES or text[start] == "0"


def after_slash(text: str, start: int) -> bool:
    """Whether digits behind "letters/" belong to a name (ViT-B/16, HTTP/2) or an identifier (hep-th/9711200)."""
    word = letters_before(text, start - 1)
    end = start
    while end < len(text) and "0" <= text[end] <= "9":
        end += 1
    return any(character.isupper() for character in word) or end - start >= 5


_CITED: Final = re.compile(r"(?:19|20)[0-9]{2}[a-z](?![A-Za-z0-9])")
_AUTHOR: Final = re.compile(r"[A-Z][a-z]+(?:,| \(| \[) ?$")


def _behind(ctx: Context, text: str, low: str, part: Part, inner: int) -> Refusal | None:
    """What is glued to the end of a number: letters, hyphens with a name, ordinal and decade endings, more dots."""
    end = part.end
    cited = _CITED.match(text, inner)
    if cited is not None and not part.decimals:
        before = text[max(0, inner - 6) : inner]
        author = before.rstrip(" ([").endswith(("al.", "al.,")) or _AUTHOR.search(text, max(0, inner - 24), inner)
        if author or (before[-1:] in "[(;" and text[cited.end() : cited.end() + 1] in "]);,"):
            return inner, cited.end(), "citation", "the year of a citation"
        if text[cited.end() - 1] == "b":
            return inner, cited.end(), "name", "a year with a letter"
    follow = text[end : end + 1]
    if not follow or follow in " ,;)%":
        return None
    if is_letter(follow) or follow == "_":
        match = _ORDINAL_SUFFIX.match(low, end)
        if match is not None and part.decimals and _PERCENTILE.match(low, end):
            return inner, match.end(), "ordinal", "a percentile"
        if match is not None and not part.decimals:
            month = NEXT_WORD.match(text, match.end())
            if month is not None and month[1][0].isupper() and month[1].lower() in CALENDAR:
                return inner, match.end(), "date", "a day before its month"
            return inner, match.end(), "ordinal", "an ordinal in digits"
        if decade(low, part):
            return inner, end + 1, "date", "a decade"
        if part.unit == "%" or (part.unit == "x" and part.digits and text[end - 1] == "×"):
            return None  # "65.7%on": a space was lost
        if follow == "e" and low.startswith("e.g", end):
            return None
        if _DIMENSION.match(text, end):
            return None
        glued = _GLUED_UNIT.match(text, end)
        if (
            glued is not None
            and (
                part.decimals
                or (inner and text[inner - 1] in "~∼≈<>≥≤≳≲")
                or glued[0] in ctx.glued_units()
                or _measured_at(text, low, inner, glued[0])
            )
            and not part.scaled
        ):
            part.unit, part.end = glued[0], glued.end()
            return None
        return (*chain(text, inner), "name", "letters glued to digits")
    if follow in "-‐‑" and part.grouped:
        return None
    if follow in "-‐‑":
        after = text[end + 1 : end + 2]
        if after.isalpha():
            word = letters_after(text, end + 1)
            if word in ("D", "d"):
                return (*chain(text, inner), "name", "a dimension: 2-D")
            lowered = word.lower()
            if lowered in ("to", "and", "or"):
                return None
            if (
                (word[0].isupper() and not word.isupper())
                or (word.isupper() and len(word) > 1 and part.scaled and word not in ("LM", "LLM", "LLMS"))
                or (part.scaled and lowered in _CHECKPOINT)
            ):
                return (*chain(text, inner), "name", "a number that a name carries on")
            if word[0].isupper() and not part.scaled:
                return (*chain(text, inner), "name", "a number that a name carries on")
    if follow == "." and text[end + 1 : end + 2].isdigit():
        return (*chain(text, inner), "identifier", "digits with several points")
    if follow == "^":
        match = _ORDINAL_SUFFIX.match(low, end + 1)
        return (inner, match.end(), "ordinal", "an ordinal in digits") if match is not None else None
    if follow in "’'" and DECADE.match(low, end) and part.digits == 4:
        return inner, end + 2, "date", "a decade"
    if follow == "@":
        return (*chain(text, inner), "identifier", "part of an address")
    return None


_CHECKPOINT: Final = frozenset(
    "chat instruct base hf it sft dpo rl ins vl coder math turbo preview thinking distill moe gguf awq gptq".split()
)


def in_title(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word before, inside the sentence, makes one name with it: "the Big Five"."""
    word, begin = word_before(text, start)
    if (
        word
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
        and not opens_sentence(text, start)
        and word[-1:] not in ".!?:"
    ):
        return True  # the Three Gorges Dam
    return (
        bool(word)
        and word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and word.lower() not in COMMON_OPENERS
        and not opens_sentence(text, begin)
    )
