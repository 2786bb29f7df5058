"""Telling digits that belong to names, identifiers, dates, citations and enumerators from quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import CALENDAR, COMMON_OPENERS, CURRENCY_CODES, LABELS, METRICS
from claimcheck.numerals.model import Class
from claimcheck.numerals.parts import Part

Refusal = tuple[int, int, Class, str]

_URL: Final = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|\bdoi:?\s?)10\.\s[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)]"
    r"|(?:https?://|ftp://|www\.)[^\s<>\"“”{}]+[^\s<>\"“”.,;:!?)\]{}'’]|(?:doi:?\s?|DOI:?\s?)10\.[0-9]{4,}/\S*[^\s.,;)]"
    r"|\b10\.[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)]|\barXiv[:\s]\s?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?"
    r"|\b(?:github|gitlab|huggingface|zenodo|osf)\.(?:com|io|co|org)/[^\s<>\"]*[^\s<>\".,;:!?)\]}']"
)
_EMAIL: Final = re.compile(r"@[A-Za-z][\w-]*\.[A-Za-z][\w.-]*\w")
_URL_HINT: Final = re.compile(r"://|www\.|doi|DOI|arXiv|10\.[0-9]{4}|\.(?:com|io|co|org)/")

OPEN_PREFIXES: Final = frozenset(
    "sub post pre non over under mid to and or by up the at of is for from with in on than about around "
    "roughly nearly approximately near least most some every".split()
)
"""Words that, hyphenated to a number, leave it one (sub-10ms, up-to-5)."""

_CHAIN_CHARS: Final = frozenset("-‐‑_.+/'’@:^\\*#&–−")
_CHAIN_TRAIL: Final = "-‐‑.+/'’:–−,&*"
_ORDINAL_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_RESOLUTION: Final = re.compile(
    r"(?:2|4|5|8|12|16)k[\s-](?:ultra|uhd|hdr|resolutions?|video|footage|display|monitor|screen|tv|television|camera|panorama|texture|image)(?![a-z])"
)
"""Names of display resolutions; the plurals of what is counted (4K videos) are left as counts."""
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


_DECADE: Final = re.compile(r"[’']?s(?![A-Za-z0-9])")
_CITATION: Final = re.compile(r"\[\s?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\s?\]")
_ENUMERATOR: Final = re.compile(r"\(\s?(?:[0-9]{1,3}|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})+)\s?\)")
_NEXT_WORD: Final = re.compile(r"[\s,]*([A-Za-z][A-Za-z'-]*)")
_YEAR_BEFORE: Final = frozenset(
    "before in since from by until till during before after year years early late mid of circa between to and "
    "through summer winter spring autumn fall and/or "
    "al. al., dated published ©".split()
)
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
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:][\"'”’)\]]?|\n\s*\n|[•●])\s*[\"'“‘(\[]?$")
_NAMEY: Final = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]")
_DETERMINERS: Final = frozenset("the this another each every any some no such a whichever".split())
_ONE_IDIOM: Final = re.compile(
    r"\s+(?:(?:by|on|after|to|for)\s+one(?![a-z])|at\s+a\s+time|another|and\s+the\s+same|hand|such|extreme)(?![a-z])|[’']"
)
_PRONOUN_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so has had "
    "is was that which "
    "with to and or by at as for on from does did if when where while because but than wins".split()
)
_VERBAL_AFTER: Final = frozenset(
    "can could may might must should would cannot needs wants it we they you he she who whom whose so".split()
)
_NOUN_HALF: Final = frozenset(
    "first second latter other upper lower left right top bottom former northern southern second-".split()
)


def masks(text: str, known: Sequence[str]) -> list[tuple[int, int, Class, str]]:
    """Stretches of the rendering whose digits are no quantities: URLs and the like, and the proper names given."""
    found: list[tuple[int, int, Class, str]] = []
    if _URL_HINT.search(text) is not None:
        found += [(m.start(), m.end(), "identifier", "an address or identifier") for m in _URL.finditer(text)]
    if "@" in text:
        for match in _EMAIL.finditer(text):
            start = match.start()
            while start and (text[start - 1].isalnum() or text[start - 1] in "._+-") and match.start() - start < 80:
                start -= 1
            found.append((start, match.end(), "identifier", "an address"))
    for name in known:
        if not name:
            continue
        at = text.find(name)
        while at != -1:
            end = at + len(name)
            if not (name[0].isalnum() and at and text[at - 1].isalnum()) and not (
                name[-1].isalnum() and text[end : end + 1].isalnum()
            ):
                found.append((at, end, "name", "a name that the claim file gives"))
            at = text.find(name, end)
    if len(found) > 1:
        found.sort()
        merged = [found[0]]
        for mask in found[1:]:
            if mask[0] >= merged[-1][1]:
                merged.append(mask)
            elif mask[1] > merged[-1][1]:
                merged[-1] = (merged[-1][0], mask[1], merged[-1][2], merged[-1][3])
        found = merged
    return found


def is_letter(character: str) -> bool:
    """Whether a letter of a script that sets spaces between words: only these glue digits to a name."""
    return character.isalpha() and not (
        "\u0e00" <= character <= "\u0eff" or "\u2e80" <= character <= "\ud7ff" or character >= "\uf900"
    )


def _joins(character: str) -> bool:
    return "0" <= character <= "9" or is_letter(character)


def letters_before(text: str, end: int) -> str:
    """The run of letters that ends at `end`."""
    start = end
    while start and text[start - 1].isalpha() and end - start < 40:
        start -= 1
    return text[start:end]


def chain(text: str, place: int) -> tuple[int, int]:
    """The run of letters, digits and joining signs around `place` (Llama3.1-8B, WMT14/15), end punctuation aside."""
    start = place
    while start and (_joins(text[start - 1]) or text[start - 1] in _CHAIN_CHARS) and place - start < 80:
        start -= 1
    end = place
    size = len(text)
    while end < size and (_joins(text[end]) or text[end] in _CHAIN_CHARS):
        if text[end] in "–−" and not (text[end + 1 : end + 2].isalnum()):
            break
        end += 1
    while end > place + 1 and text[end - 1] in _CHAIN_TRAIL and text[end - 2 : end] != "++":
        end -= 1
    while start < place and text[start] in _CHAIN_TRAIL:
        start += 1
    return start, end


def looks_named(text: str, end: int) -> bool:
    """Whether the chain that ends at `end` looks like a name (a capital or a digit in it)."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in "-_.") and end - start < 40:
        start -= 1
    word = text[start:end]
    return any(c.isdigit() or c.isupper() for c in word)


def glued_after(text: str, end: int) -> bool:
    """Whether letters or digits hang on the end of a number."""
    follow = text[end : end + 1]
    return _joins(follow) or follow == "_"


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


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start` with white space between, and where it begins; "" where there is none."""
    end = start
    while end and text[end - 1] in " \n\t\u00a0\u2009":
        end -= 1
    if end == start or not end:
        return "", start
    lower = max(0, end - 48)
    begin = (
        max(
            text.rfind(" ", lower, end),
            text.rfind("\n", lower, end),
            text.rfind("\t", lower, end),
            text.rfind("\u00a0", lower, end),
            lower - 1,
        )
        + 1
    )
    return text[begin:end], begin


def _opens_sentence(text: str, begin: int) -> bool:
    return (
        _SENTENCE_END.search(text, max(0, begin - 8), begin) is not None
        if begin > 8
        else _SENTENCE_END.search(text[:begin]) is not None
    )


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
    if part.scaled == "K" and _RESOLUTION.match(low, inner):
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
    word, begin = _word_before(text, start)
    if text.startswith("0.", inner) or text[inner : inner + 1] == ".":
        return None  # no version is 0.16
    if part.decimals and not part.scaled and part.mantissa is not None and 30 <= part.mantissa < 100:
        return None  # nor 81.2
    if (
        ctx.last_name == _trim(text, start) != start
        and part.decimals
        and part.digits <= 3
        and ctx.out[-1].text.islower()
        and ctx.out[-1].text[-1:].isalpha()
    ):
        return inner, end, "name", "the version of the name before it"
    if (
        ctx.last_name >= 0
        and ctx.last_name == _trim(text, start)
        and text[ctx.last_name - 1 : ctx.last_name] not in "),;"
        and not part.unit
        and start != ctx.last_name
    ):
        if part.scaled and part.scaled in "BbMTk":
            return inner, _name_end(text, end), "name", "belongs to the name before it"
    if not word:
        return _date(ctx, text, low, part, inner, "", begin)
    head = word.lstrip("([{\"'“‘")
    tail = head[-1:]
    if tail in ",;:!?)]}" and head.lower() != "al.,":
        return _date(ctx, text, low, part, inner, head, begin)
    lowered = head.lower()
    stem = lowered.rstrip(".'’\"”")
    if _labels(stem, head, tail) and not part.scaled and not part.unit:
        more = (_LABEL_LIST if stem.endswith("s") or stem == "pp" else _LABEL_RANGE).match(text, end)
        return inner, more.end() if more else end, "identifier", "the number of a section, figure, page or the like"
    date = _date(ctx, text, low, part, inner, head, begin)
    if date is not None:
        return date
    if stem in _LABEL_NOUNS and not part.scaled and not part.unit:
        more = _LABEL_RANGE.match(text, end)
        return inner, more.end() if more else end, "name", "the number of a version, type, phase or level"
    if stem == "of" and _TITLE_OF.search(text, max(0, begin - 6), begin) and not (part.scaled or part.unit):
        following = _NEXT_WORD.match(text, end)
        if following is None or text[end : end + 1] in ",.;:)" or following[1].lower() in _FUNCTION_WORDS:
            return inner, end, "name", "a title: Game of 24"
    if stem in _LABEL_SINGULAR and not (part.scaled or part.unit or part.decimals or part.signed) and part.digits <= 3:
        following = _NEXT_WORD.match(text, end)
        if (
            following is None
            or text[end : end + 1] in ",.;:)"
            or following[1].lower() in _FUNCTION_WORDS
            or head[:1].isupper()
        ):
            return inner, end, "name", "the number of a split, stage, task or the like"
    if tail == ".":
        return None
    if not _capitalised(head) or stem in CALENDAR or head in CURRENCY_CODES or head in ("AD", "BC", "CE", "BCE", "X"):
        return None
    if (
        stem in METRICS
        or stem.rsplit("-", 1)[-1] in METRICS
        or (stem in COMMON_OPENERS and not (len(stem) > 1 and head.isupper()))
    ):
        return None
    if head.lstrip("abcdefghijklmnopqrstuvwxyz").lower() in METRICS or _SIDES.match(text, end):
        return None  # rFID 1.50; ImageNet 256×256
    if not part.unit and _MARKED_RANGE.match(text, end):
        return None  # "Lumen 3-5x": the mark of the range
    core = head.rstrip("'’\"”")
    if core.isalpha() and _opens_sentence(text, begin) and not _NAMEY.match(core):
        if core.endswith(("ing", "ed", "ly")) or core.lower() in ctx.lower_words():
            return None
    if part.unit is not None and part.unit not in ("m", "s", "B", "b"):
        return None
    if _shouted(text, begin, end):
        return None
    if core.endswith("s") and core.isalpha() and not part.scaled and not part.decimals and part.digits <= 2:
        more = _LABEL_LIST.match(text, end)
        behind = _NEXT_WORD.match(text, more.end()) if more else None
        if more is not None and not (
            behind is not None and behind[1].islower() and behind[1].endswith("s") and text[more.end()] == " "
        ):
            return inner, more.end(), "name", "capitalised words with their numbers"
    return inner, _name_end(text, end), "name", "a capitalised word with its number"


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


def _trim(text: str, end: int) -> int:
    while end and text[end - 1] in " \n\t\u00a0":
        end -= 1
    return end


def _name_end(text: str, end: int) -> int:
    """A name goes on along its hyphen chain: Claude 3.5-Haiku."""
    if text[end : end + 1] in "-‐‑" and text[end + 1 : end + 2].isalnum():
        return chain(text, end)[1]
    return end


def _capitalised(word: str) -> bool:
    """A capital first, or a camel-case or all-capital core (GPT, mBERT, iPhone)."""
    if not word:
        return False
    core = word.lstrip("-‐‑/")
    if "-" in core:
        core = core.rsplit("-", 1)[1] or core
    return bool(core) and (core[0].isupper() or (core.isalnum() and any(c.isupper() for c in core[1:])))


def _behind(ctx: Context, text: str, low: str, part: Part, inner: int) -> Refusal | None:
    """What is glued to the end of a number: letters, hyphens with a name, ordinal and decade endings, more dots."""
    end = part.end
    follow = text[end : end + 1]
    if not follow or follow in " ,;)%":
        return None
    if is_letter(follow) or follow == "_":
        match = _ORDINAL_SUFFIX.match(low, end)
        if match is not None and part.decimals and _PERCENTILE.match(low, end):
            return inner, match.end(), "ordinal", "a percentile"
        if match is not None and not part.decimals:
            month = _NEXT_WORD.match(text, match.end())
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
            word = _letters(text, end + 1)
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
    if follow in "’'" and _DECADE.match(low, end) and part.digits == 4:
        return inner, end + 2, "date", "a decade"
    if follow == "@":
        return (*chain(text, inner), "identifier", "part of an address")
    return None


_CHECKPOINT: Final = frozenset(
    "chat instruct base hf it sft dpo rl ins vl coder math turbo preview thinking distill moe gguf awq gptq".split()
)


def _letters(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha() and end - start < 40:
        end += 1
    return text[start:end]


def _date(ctx: Context, text: str, low: str, part: Part, inner: int, word: str, begin: int) -> Refusal | None:
    """Years, days of a month, "(Yao et al., 2019)"."""
    if (
        part.decimals
        or part.scaled
        or part.grouped
        or part.unit
        or part.divisor != 1
        or part.power
        or part.mantissa is None
    ):
        return None
    end = _date_end(text, part.end) if part.digits == 4 else part.end
    stem = word.lower().strip(".,;()")
    if (
        stem in CALENDAR
        and (stem != "may" or word[:1].isupper())
        and (
            stem not in ("march", "sep", "sept", "mar", "jan", "jun", "jul", "aug", "dec", "oct", "nov", "apr", "feb")
            or word[:1].isupper()
        )
        and (part.mantissa <= 31 or part.digits == 4)
    ):
        return inner, end, "date", "a day or year after its month"
    following = _NEXT_WORD.match(text, end)
    after = following[1] if following else ""
    if part.digits <= 2 and after.lower() in CALENDAR and after[:1].isupper() and part.mantissa <= 31:
        return inner, end, "date", "a day before its month"
    if part.digits != 4 or not 1600 <= part.mantissa <= 2100:
        return None
    before = text[inner - 1 : inner]
    if text[_trim(text, inner) - 1 : _trim(text, inner)] == "=":
        return None  # n = 2015
    if word.lower().endswith(("al.", "al.,")):
        return inner, end, "citation", "the year of a citation"
    if before == "(" and text[end : end + 1] == ")":
        author = _word_before(text, inner - 1)[0]
        cited = author[:1].isupper() or author.endswith("al.")
        return inner, end, "citation" if cited else "date", "a year in parentheses"
    if word.endswith(",") and word[:4].isdigit() and ctx.out and ctx.out[-1].cls == "citation":
        return inner, end, "citation", "a further year of a citation"
    if (
        word.endswith(",")
        and word[:1].isupper()
        and text.rfind("(", max(0, inner - 60), inner) > text.rfind(")", max(0, inner - 60), inner)
    ):
        return inner, end, "citation", "the year of a citation"
    plural = (
        bool(after)
        and after.islower()
        and after.endswith("s")
        and not after.endswith(("ss", "us", "is"))
        and following is not None
        and "," not in following[0]
        and after not in ("is", "was", "has", "as", "its", "this", "us")
    )
    if 1800 <= part.mantissa <= 2100 and (stem in _YEAR_BEFORE or before in "(–-" or not plural):
        round_number = part.mantissa % 100 == 0 or part.mantissa == 2048
        if plural and (round_number or stem not in ("in", "since", "until", "during", "year")):
            return None
        if (
            stem in _YEAR_BEFORE
            or before == "("
            or word == ""
            or (part.mantissa >= 1900 and part.mantissa <= 2035 and not round_number)
        ):
            if round_number and stem not in (
                "in",
                "since",
                "year",
                "years",
                "by",
                "until",
                "during",
                "early",
                "late",
                "before",
                "after",
            ):
                return None
            return inner, end, "date", "a year"
    return None


_DATE_TAIL: Final = re.compile(r"-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?|(?:[-–/][0-9]{1,4}(?![0-9A-Za-z%.,]?[0-9A-Za-z%]))+")


def _date_end(text: str, end: int) -> int:
    """A date in digits goes on: 2021-05-03, 2012-13."""
    match = _DATE_TAIL.match(text, end)
    return match.end() if match else end


def in_title(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word before, inside the sentence, makes one name with it: "the Big Five"."""
    word, begin = _word_before(text, start)
    if (
        word
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
        and not _opens_sentence(text, start)
        and word[-1:] not in ".!?:"
    ):
        return True  # the Three Gorges Dam
    return (
        bool(word)
        and word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and word.lower() not in COMMON_OPENERS
        and not _opens_sentence(text, begin)
    )


def decade(low: str, part: Part) -> bool:
    """Whether a bare number goes on as a decade: 1990s, the 70s."""
    if (
        part.decimals
        or part.scaled
        or part.grouped
        or part.mantissa is None
        or part.digits not in (2, 4)
        or part.mantissa % 10
    ):
        return False
    if not low.startswith("s", part.end) or low[part.end + 1 : part.end + 2].isalnum():
        return False
    return (
        part.digits == 4
        or re.search(r"(?:\bthe|\bearly|\bmid|\blate|[’'])[\s-]?$", low[max(0, part.start - 7) : part.start])
        is not None
    )


def judge_pair(ctx: Context, first: Part, second: Part) -> Refusal | None:
    """Pairs that are no range: years and their spans (2012-13), days of a month."""
    if (
        first.digits == 4
        and first.mantissa is not None
        and 1800 <= first.mantissa <= 2100
        and not (
            first.unit
            or first.scaled
            or second.unit
            or second.scaled
            or first.decimals
            or second.decimals
            or first.grouped
        )
    ):
        if (
            second.digits == 4
            and second.mantissa is not None
            and 1800 <= second.mantissa <= 2100
            and first.mantissa % 100 + second.mantissa % 100
        ):
            return first.start, second.end, "date", "a span of years"
        if (
            second.digits == 2
            and ctx.text[first.end] in "-–/"
            and second.mantissa is not None
            and second.mantissa == first.mantissa % 100 + 1
        ):
            return first.start, second.end, "date", "a span of years"
    return None


def metres(low: str, end: int) -> bool:
    """Whether a glued "m" is metres: what follows speaks of a length."""
    return (
        re.match(
            r"\s(?:long|tall|wide|deep|high|away|from|distance|resolution|depth|above|below|apart|radius|s−1|range|error|accuracy|sprint|race|relays?|height)\b|\s?/\s?s|[²³^]",
            low[end : end + 14],
        )
        is not None
    )


def twice_as_often(low: str, end: int) -> bool:
    """Whether "twice" counts occasions and multiplies nothing."""
    return not low.startswith((" as ", " the ", " that "), end)


def time_unit(low: str, start: int) -> bool:
    """Whether "second" at `start` is the unit of time."""
    return re.search(
        r"(?:\bper|\ba|\beach|[0-9]|\bone|\bsub|/)[\s-]$", low[max(0, start - 8) : start]
    ) is not None and not re.search(r"\ba $", low[max(0, start - 3) : start])


def half_is_noun(low: str, start: int) -> bool:
    """ "the first half", "the other half": a part, not the number."""
    match = re.search(r"([a-z-]+)\s+$", low[max(0, start - 12) : start])
    return match is not None and match[1] in _NOUN_HALF


_ADVERBS: Final = frozenset(
    "usually often typically generally simply then also always never still only first easily directly naturally "
    "normally commonly".split()
)
_ACTS: Final = frozenset(
    "gets uses needs knows obtains trains considers finds sees wants seeks faces assumes observes aims learns relies "
    "requires defines takes makes predicts captures focuses encodes models generates operates".split()
)
"""What someone, or one of two, does; no noun that "one" counts stands in the plural."""
_LETS: Final = frozenset("allows allow allowing lets let enables enable enabling permits permit helps help".split())


def _acts(before: str, after: str, next_after: str, mark: str) -> bool:
    """Whether what follows "one" says what it does: "one usually trains", "allows one to see", ": one is a graph"."""
    if after in _ADVERBS:
        return (next_after.endswith("s") and not next_after.endswith(("ss", "us"))) or next_after in _PRONOUN_AFTER
    if after in _ACTS or (after == "to" and before in _LETS):
        return True
    return after in ("is", "was", "has") and mark in (",", ":", ";", "—", "–")


def one(low: str, text: str, start: int, end: int) -> str:
    """What "one" is at `start`: "pronoun" ("a small one", "one can see") or "number"."""
    if _ONE_IDIOM.match(low, end) or (
        re.search(r"(?:one\s+(?:by|on|after|to)|at)\s+$", low[max(0, start - 12) : start])
        and not low.startswith(" ", end)
    ):
        return "pronoun"
    if re.search(r"one\s+(?:by|on|after)\s+$", low[max(0, start - 12) : start]):
        return "pronoun"
    words = low[max(0, start - 40) : start].replace("“", " ").split()
    before = words[-1] if words and text[start - 1].isspace() else ""
    follow = re.match(r"\s+([a-z]+)(?:\s+([a-z]+|[0-9]))?", low[end : end + 30])
    after, next_after = (follow[1], follow[2] or "") if follow else ("", "")
    if after in _VERBAL_AFTER or (
        before in ("at", "on") and after in ("extreme", "end", "point", "time", "side", "hand")
    ):
        return "pronoun"
    if _acts(before, after, next_after, text[max(0, start - 3) : start].rstrip()[-1:]):
        return "pronoun"
    if after == "in" and next_after in ("the", "a", "this", "which", "our"):
        return "pronoun" if not before or text[start].isupper() else "number"
    if before in _DETERMINERS:
        return "number" if low.startswith("-", end) else "pronoun"
    if before in ("which", "that"):
        return "number" if after and after not in _PRONOUN_AFTER and after != "of" else "pronoun"
    if low.startswith("-", end):
        return "number"
    if after in ("for", "with", "on", "in", "to", "that", "which") and text[max(0, start - 3) : start].rstrip()[
        -1:
    ] in (",", ":", ";", "—", "–", "-"):
        return "pronoun"
    if text[max(0, start - 3) : start].rstrip()[-1:] in (":", ",", "-", "—", ";") and (
        after.endswith(("ed", "ing")) or (after in ("large", "small", "big") and next_after in ("and", "or"))
    ):
        return "pronoun"
    if re.match(r"\s+[a-z]+\s+fits\s+all", low[end : end + 30]):
        return "pronoun"
    if (
        len(words) >= 2
        and words[-2].lstrip("(") in ("the", "a")
        and before in ("only", "first", "last", "next", "same", "single")
        and (not after or after in _PRONOUN_AFTER)
    ):
        return "pronoun"
    if (
        len(words) >= 2
        and words[-2].lstrip("(\"'") in _DETERMINERS | {"an", "more", "its", "their", "our"}
        and before.isalpha()
        and before not in _LINKS
    ):
        return "pronoun"
    if (
        before.endswith("er")
        and before not in ("over", "under", "after", "per", "whether", "either", "number")
        and (not after or after in _PRONOUN_AFTER)
    ):
        return "pronoun"
    return "number"


_LINKS: Final = frozenset(
    "of to in on for with by at from as than and or is are was has have only just least most use using over "
    "under between into per about around "
    "first last next same single exactly additional".split()
)
