"""Telling digits that belong to names, identifiers, dates, citations and enumerators from quantities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claimcheck.numerals.lexicon import CALENDAR, COMMON_OPENERS, LABELS, METRICS, NAME_LINKS
from claimcheck.numerals.model import Class

if TYPE_CHECKING:
    from claimcheck.numerals.scan import _Part, _Scanner

Refusal = tuple[int, int, Class, str]

_URL: Final = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}'’]|(?:doi:?\s?|DOI:?\s?)10\.[0-9]{4,}/\S*[^\s.,;)]"
    r"|\b10\.[0-9]{4,9}/[^\s\"<>]*[^\s\"<>.,;)]|\barXiv[:\s]\s?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[\w.+-]+@[\w-]+\.[\w.-]*\w"
    r"|\b(?:github|gitlab|huggingface|zenodo|osf)\.(?:com|io|co|org)/[^\s<>\"]*[^\s<>\".,;:!?)\]}']"
)
_URL_HINT: Final = re.compile(r"://|www\.|doi|DOI|arXiv|@|10\.[0-9]{4}|\.(?:com|io|co|org)/")

OPEN_PREFIXES: Final = frozenset("sub post pre non over under mid to and or by up the at of is for from with in on than about around roughly nearly approximately near least most some every".split())
"""Words that, hyphenated to a number, leave it one (sub-10ms, up-to-5)."""

_CHAIN_CHARS: Final = frozenset("-‐‑_.+/'’@:^\\*#&–−")
_CHAIN_TRAIL: Final = "-‐‑.+/'’:–−,&*"
_ORDINAL_SUFFIX: Final = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z0-9])")
_DECADE: Final = re.compile(r"[’']?s(?![A-Za-z0-9])")
_CITATION: Final = re.compile(r"\[\s?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3})*\s?\]")
_ENUMERATOR: Final = re.compile(r"\(\s?[0-9]{1,3}(?:\s?[,–-]\s?[0-9]{1,3})*\s?\)")
_NEXT_WORD: Final = re.compile(r"[\s,]*([A-Za-z][A-Za-z'-]*)")
_YEAR_BEFORE: Final = frozenset(
    "in since from by until till during before after year years early late mid of circa between to and through summer winter spring autumn fall and/or "
    "al. al., dated published ©".split()
)
_LABEL_NOUNS: Final = frozenset("version versions ver type types phase phases chromosome chromosomes axis axes v".split())
"""Lower-case nouns whose number is a label."""
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:][\"'”’)\]]?|\n\s*\n|[•●])\s*[\"'“‘(\[]?$")
_NAMEY: Final = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]")
_PRONOUN_BEFORE: Final = frozenset(
    "this that which the another each every any no some single small large new old first second last latter former other same only right wrong good "
    "better best bad big little strong weak simple such hard easy first-order previous next particular correct important given what these those "
    "cheap expensive larger smaller stronger weaker previous novel recent latest standard similar different whichever".split()
)
_PRONOUN_AFTER: Final = frozenset(
    "another can could may might must should would will has is was cannot needs wants that who which whose with to and or by at in as for on from "
    "does did if when where while because but than".split()
)
_NOUN_HALF: Final = frozenset("first second latter other upper lower left right top bottom former northern southern second-".split())


def masks(text: str, known: Sequence[str]) -> list[tuple[int, int, Class, str]]:
    """Stretches of the rendering whose digits are no quantities: URLs and the like, and the proper names given."""
    found: list[tuple[int, int, Class, str]] = []
    if _URL_HINT.search(text) is not None:
        found += [(m.start(), m.end(), "identifier", "an address or identifier") for m in _URL.finditer(text)]
    for name in known:
        if not name:
            continue
        at = text.find(name)
        while at != -1:
            end = at + len(name)
            if not (name[0].isalnum() and at and text[at - 1].isalnum()) and not (name[-1].isalnum() and text[end : end + 1].isalnum()):
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


def letters_before(text: str, end: int) -> str:
    """The run of letters that ends at `end`."""
    start = end
    while start and text[start - 1].isalpha() and end - start < 40:
        start -= 1
    return text[start:end]


def chain(text: str, place: int) -> tuple[int, int]:
    """The run of letters, digits and joining signs around `place` (Llama3.1-8B, WMT14/15), end punctuation aside."""
    start = place
    while start and (text[start - 1].isalnum() or text[start - 1] in _CHAIN_CHARS) and place - start < 80:
        start -= 1
    end = place
    size = len(text)
    while end < size and (text[end].isalnum() or text[end] in _CHAIN_CHARS):
        if text[end] in "–−" and not (text[end + 1 : end + 2].isalnum()):
            break
        end += 1
    while end > place + 1 and text[end - 1] in _CHAIN_TRAIL and not text[end - 2 : end] == "++":
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
    return follow.isalnum() or follow == "_" or (follow in "-‐‑" and text[end + 1 : end + 2].isdigit() and text[end + 2 : end + 3] in "-‐‑")


def bracketed(scanner: _Scanner, text: str, start: int) -> int | None:
    """Citations "[12]" and enumerators "(1)"; returns where they end."""
    opening = start - 1
    if text[opening] == "[":
        match = _CITATION.match(text, opening)
        if match is None:
            return None
        body = match[0]
        before = text[max(0, opening - 12) : opening].rstrip().lower()
        if before.endswith(("interval", "range", "in", "∈", "=", "between", "from", "scale", "to")) or body.replace(" ", "").startswith("[0,"):
            return None
        return scanner._refuse(start, match.end() - 1, "citation", "a citation in brackets")
    match = _ENUMERATOR.match(text, opening)
    if match is None:
        return None
    if opening and (text[opening - 1].isdigit() or text[opening - 1] == "."):
        return None  # 4.18(4)
    return scanner._refuse(start, match.end() - 1, "enumerator", "an enumerator or reference in parentheses")


def _word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start` with white space between, and where it begins; "" where there is none."""
    end = start
    while end and text[end - 1] in " \n\t\u00a0\u2009":
        end -= 1
    if end == start or not end:
        return "", start
    lower = max(0, end - 48)
    begin = max(text.rfind(" ", lower, end), text.rfind("\n", lower, end), text.rfind("\t", lower, end), text.rfind("\u00a0", lower, end), lower - 1) + 1
    return text[begin:end], begin


def _opens_sentence(text: str, begin: int) -> bool:
    return _SENTENCE_END.search(text, max(0, begin - 8), begin) is not None if begin > 8 else _SENTENCE_END.search(text[:begin]) is not None


def judge(scanner: _Scanner, part: _Part, inner: int) -> Refusal | None:
    """Whether the number is none after all: what is glued behind it, what word stands before it."""
    text, low = scanner._text, scanner._low
    end = part.end
    if not part.words:
        refusal = _behind(text, low, part, inner)
        if refusal is not None:
            return refusal
    marked = part.unit in ("%", "x", "pp", "‰") or part.grouped or part.signed or (part.unit is not None and part.unit in "$€£¥₹")
    if marked or part.vague:
        return None
    if part.words:
        return None
    if text[end : end + 1] == ")" and text[inner - 1 : inner].isspace() and part.mantissa is not None and part.mantissa < 20 and not part.decimals and not part.scaled:
        if text.rfind("(", 0, inner) <= text.rfind(")", 0, inner) and not part.unit:
            return inner, end, "enumerator", "an enumerator before a parenthesis"
    start = part.start
    word, begin = _word_before(text, start)
    if scanner._last_name >= 0 and scanner._last_name == _trim(text, start) and text[scanner._last_name - 1 : scanner._last_name] not in "),;" and not part.unit and start != scanner._last_name:
        following = _NEXT_WORD.match(text, end)
        if part.scaled or part.decimals or following is None or following[1][0].isupper() or text[end : end + 1] in "),;.":
            return inner, _name_end(text, end), "name", "belongs to the name before it"
    if not word:
        return _date(text, low, part, inner, "", begin)
    head = word.lstrip("([{\"'“‘")
    tail = head[-1:]
    if tail in ",;:!?)]}" and head.lower() not in ("al.,",):
        return _date(text, low, part, inner, head, begin)
    lowered = head.lower()
    stem = lowered.rstrip(".'’\"”")
    if (stem in LABELS and (tail != "." or stem in ("fig", "figs", "sec", "eq", "eqs", "vol", "no", "nos", "ref", "refs", "p", "pp"))) and not part.decimals and not part.scaled and not part.unit:
        if stem not in ("no", "line", "lines", "page", "pages", "case", "issue", "id", "article", "figures", "tables", "sections", "chapters", "references", "equations") or head[:1].isupper() or (stem in ("page", "line", "issue")):
            if head[:1].isupper() or stem not in ("table", "figure"):
                return inner, end, "identifier", "the number of a section, figure or the like"
            return inner, end, "identifier", "the number of a section, figure or the like"
    date = _date(text, low, part, inner, head, begin)
    if date is not None:
        return date
    if stem in _LABEL_NOUNS and not part.scaled and not part.unit:
        return inner, end, "name", "the number of a version, type or phase"
    if tail == ".":
        return None
    if not _capitalised(head):
        return None
    if stem in METRICS or stem in COMMON_OPENERS:
        return None
    core = head.rstrip("'’\"”")
    if core.isalpha() and _opens_sentence(text, begin) and not _NAMEY.match(core):
        if core.endswith(("ing", "ed", "ly")) or _occurs_lower(text, core) or not _named_elsewhere(text, core, begin):
            if not (part.decimals and part.digits <= 3 and _followed_by_name(text, end)):
                return None
    if part.unit is not None and part.unit not in ("m", "s", "B", "b"):
        return None
    return inner, _name_end(text, end), "name", "a capitalised word with its number"


def _trim(text: str, end: int) -> int:
    while end and text[end - 1] in " \n\t\u00a0":
        end -= 1
    return end


def _name_end(text: str, end: int) -> int:
    """A name goes on along its hyphen chain: Claude 3.5-Haiku."""
    if text[end : end + 1] in "-‐‑" and text[end + 1 : end + 2].isalnum():
        return chain(text, end)[1]
    return end


def _followed_by_name(text: str, end: int) -> bool:
    match = _NEXT_WORD.match(text, end)
    return match is not None and (match[1][0].isupper() or match[1].lower() in NAME_LINKS)


def _capitalised(word: str) -> bool:
    """A capital first, or a camel-case or all-capital core (GPT, mBERT, iPhone)."""
    if not word:
        return False
    core = word.lstrip("-‐‑/")
    if "-" in core:
        core = core.rsplit("-", 1)[1] or core
    return bool(core) and (core[0].isupper() or (core.isalnum() and any(c.isupper() for c in core[1:])))


def _occurs_lower(text: str, word: str) -> bool:
    return re.search(rf"(?<![A-Za-z]){re.escape(word.lower())}(?![A-Za-z])", text) is not None


def _named_elsewhere(text: str, word: str, begin: int) -> bool:
    """Whether the capitalised word also stands inside a sentence: a name then, not an opening word."""
    at = text.find(word)
    tries = 0
    while at != -1 and tries < 20:
        if at != begin and not _opens_sentence(text, at):
            return True
        at = text.find(word, at + len(word))
        tries += 1
    return False


def _behind(text: str, low: str, part: _Part, inner: int) -> Refusal | None:
    """What is glued to the end of a number: letters, hyphens with a name, ordinal and decade endings, more dots."""
    end = part.end
    follow = text[end : end + 1]
    if not follow or follow in " ,;)%":
        return None
    if follow.isalpha() or follow == "_":
        match = _ORDINAL_SUFFIX.match(low, end)
        if match is not None and not part.decimals:
            return inner, match.end(), "ordinal", "an ordinal in digits"
        if follow == "s" and _DECADE.match(low, end) and part.digits == 4:
            return inner, end + 1, "date", "a decade"
        if part.unit == "%" or (part.unit == "x" and part.digits and text[end - 1] in "×"):
            return None  # "65.7%on": a space was lost
        if follow == "e" and low.startswith("e.g", end):
            return None
        return (*chain(text, inner), "name", "letters glued to digits")
    if follow in "-‐‑":
        after = text[end + 1 : end + 2]
        if after.isalpha():
            word = _letters(text, end + 1)
            if word in ("D", "d"):
                return (*chain(text, inner), "name", "a dimension: 2-D")
            lowered = word.lower()
            if lowered in ("to", "and", "or"):
                return None
            if (word[0].isupper() and not word.isupper()) or (word.isupper() and len(word) > 1 and part.scaled and word not in ("LM", "LLM", "LLMS")) or (part.scaled and lowered in _CHECKPOINT):
                return (*chain(text, inner), "name", "a number that a name carries on")
            if word[0].isupper() and not part.scaled:
                return (*chain(text, inner), "name", "a number that a name carries on")
    if follow == "." and text[end + 1 : end + 2].isdigit():
        return (*chain(text, inner), "identifier", "digits with several points")
    if follow == "^" and part.power == 0:
        return None
    if follow in "’'" and _DECADE.match(low, end) and part.digits == 4:
        return inner, end + 2, "date", "a decade"
    if follow == "@":
        return (*chain(text, inner), "identifier", "part of an address")
    return None


_CHECKPOINT: Final = frozenset("chat instruct base hf it sft dpo rl ins vl coder math turbo preview thinking distill moe gguf awq gptq".split())


def _letters(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha() and end - start < 40:
        end += 1
    return text[start:end]


def _date(text: str, low: str, part: _Part, inner: int, word: str, begin: int) -> Refusal | None:
    """Years, days of a month, "(Yao et al., 2019)"."""
    if part.decimals or part.scaled or part.grouped or part.unit or part.divisor != 1 or part.power or part.mantissa is None:
        return None
    end = part.end
    stem = word.lower().strip(".,;()")
    if stem in CALENDAR and (stem != "may" or word[:1].isupper()) and (stem not in ("march", "sep", "sept", "mar", "jan", "jun", "jul", "aug", "dec", "oct", "nov", "apr", "feb") or word[:1].isupper()) and part.digits <= 4:
        return inner, end, "date", "a day or year after its month"
    following = _NEXT_WORD.match(text, end)
    after = following[1] if following else ""
    if part.digits <= 2 and after.lower() in CALENDAR and after[:1].isupper() and part.mantissa <= 31:
        return inner, end, "date", "a day before its month"
    if part.digits != 4 or not 1600 <= part.mantissa <= 2100:
        return None
    before = text[inner - 1 : inner]
    if word.lower().endswith(("al.", "al.,")) or (before == "(" and text[end : end + 1] == ")"):
        return inner, end, "citation" if word.lower().endswith(("al.", "al.,")) else "date", "a year"
    if word.endswith(",") and word[:1].isupper() and text.rfind("(", max(0, inner - 60), inner) > text.rfind(")", max(0, inner - 60), inner):
        return inner, end, "citation", "the year of a citation"
    plural = bool(after) and after.islower() and after.endswith("s") and following is not None and "," not in following[0] and after not in ("is", "was", "has", "as", "its", "this", "us")
    if 1800 <= part.mantissa <= 2100 and (stem in _YEAR_BEFORE or before in "(–-" or not plural):
        round_number = part.mantissa % 100 == 0 or part.mantissa == 2048
        if plural and (round_number or stem not in ("in", "since", "until", "during", "year")):
            return None
        if stem in _YEAR_BEFORE or before == "(" or word == "" or (part.mantissa >= 1900 and part.mantissa <= 2035 and not round_number):
            if round_number and stem not in ("in", "since", "year", "years", "by", "until", "during", "early", "late"):
                return None
            return inner, end, "date", "a year"
    return None


def judge_pair(scanner: _Scanner, first: _Part, second: _Part) -> Refusal | None:
    """Pairs that are no range: years and their spans (2012-13), days of a month."""
    if first.digits == 4 and first.mantissa is not None and 1800 <= first.mantissa <= 2100 and not (first.unit or first.scaled or second.unit or second.scaled or first.decimals or second.decimals or first.grouped):
        if second.digits == 4 and second.mantissa is not None and 1800 <= second.mantissa <= 2100 and first.mantissa % 100 + second.mantissa % 100:
            return first.start, second.end, "date", "a span of years"
        if second.digits == 2 and scanner._text[first.end] in "-–/" and second.mantissa is not None and second.mantissa == first.mantissa % 100 + 1:
            return first.start, second.end, "date", "a span of years"
    return None


def metres(low: str, end: int) -> bool:
    """Whether a glued "m" is metres: what follows speaks of a length."""
    return re.match(r"\s(?:long|tall|wide|deep|high|away|from|distance|resolution|depth|above|below|apart|radius|s−1|range|error|accuracy|sprint|race|height)\b|\s?/\s?s|[²³^]", low[end : end + 14]) is not None


def twice_as_often(low: str, end: int) -> bool:
    """Whether "twice" counts occasions and multiplies nothing."""
    return not low.startswith((" as ", " the ", " that "), end)


def time_unit(low: str, start: int) -> bool:
    """Whether "second" at `start` is the unit of time."""
    return re.search(r"(?:\bper|\ba|\beach|\bevery|[0-9]|\bone|\bsub|/)[\s-]$", low[max(0, start - 8) : start]) is not None and not re.search(r"\ba $", low[max(0, start - 3) : start])


def half_is_noun(low: str, start: int) -> bool:
    """ "the first half", "the other half": a part, not the number."""
    match = re.search(r"([a-z-]+)\s+$", low[max(0, start - 12) : start])
    return match is not None and match[1] in _NOUN_HALF


def one(low: str, text: str, start: int, end: int) -> str:
    """What "one" is at `start`: "pronoun" or "number"."""
    match = re.search(r"([a-z'’-]+)[\s\"“]+$", low[max(0, start - 20) : start])
    before = match[1] if match else ""
    follow = re.match(r"\s+([a-z]+)", low[end : end + 20])
    after = follow[1] if follow else ""
    if text[start].isupper() and after in ("can", "may", "must", "should", "could", "might", "would", "needs", "has"):
        return "pronoun"
    if before in _PRONOUN_BEFORE or (before.endswith(("er", "est", "ive", "ent", "able", "al", "ed", "ic", "ous")) and before not in ("over", "under", "after", "per", "whether", "either", "other", "together", "contained", "used", "for")):
        if before in ("the", "only", "single", "any", "no") and after and after not in _PRONOUN_AFTER and after not in ("of",):
            return "number"
        if before not in ("used",) and (not after or after in _PRONOUN_AFTER or text[end : end + 1] in ".,;:)" or before in ("a", "this", "which", "another", "each", "every", "small", "large")):
            return "pronoun"
        return "number" if after and after not in _PRONOUN_AFTER else "pronoun"
    if after == "another" or (before in ("no", "any", "every", "some", "each") and not after):
        return "pronoun"
    if not after and before in ("", "as", "than"):
        return "number"
    if after in ("can", "could", "may", "might", "must", "should", "would", "cannot", "needs", "wants"):
        return "pronoun"
    return "number"
