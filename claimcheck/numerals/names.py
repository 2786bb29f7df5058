"""Telling the digits of names from quantities: models, products, chemical compounds, titles."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.numerals.chains import (
    WordBefore,
    before_number,
    capitalised,
    ends,
    name_end,
    opens_sentence,
    trim,
    word_before,
)
from claimcheck.numerals.context import Context
from claimcheck.numerals.dates import dated
from claimcheck.numerals.ellipsis import MAY_BE_TOLD, told_of
from claimcheck.numerals.glued import behind
from claimcheck.numerals.labels import LABEL_LIST, enumerated, labelled, numbered
from claimcheck.numerals.lexicon import CALENDAR, COMMON_OPENERS, COUNTED, METRICS
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.money import CODES
from claimcheck.numerals.parts import Part

OPEN_PREFIXES: Final = frozenset(
    "sub post pre non over under mid to and or by up the at of is for from with in on than about around "
    "roughly nearly approximately near least most some every magnitude".split()
)
"""Words that, hyphenated to a number, leave it one (sub-10ms, up-to-5)."""
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
_PICTURED: Final = re.compile(
    r"[kK] (?:images?|frames?|videos?|benchmarks?|datasets?|[A-Z]|[a-z]+ (?:images?|videos?))"
)
_NAMEY: Final = re.compile(r"[A-Z].*[A-Z0-9]|[a-z]+[A-Z]")


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
    """Whether the number whose digits begin at `inner` is none after all; `part` has its sign already."""
    refusal = None if part.words else behind(ctx, part, inner)
    if refusal is not None:
        return refusal
    chip = _chip(ctx, part, inner)
    if chip is not None:
        return chip
    if (part.grouped and not part.spaced) or part.signed or part.scaled == "e":
        return None  # written as a quantity, whatever word stands before
    if part.scaled == "K" and part.mantissa in _RESOLUTIONS and _is_resolution(ctx, inner, part.end):
        return inner, part.end, "name", "a resolution: 4K video"
    return None if part.words else enumerated(ctx, inner) or _by_word(ctx, part, inner)


_GRAPHICS: Final = re.compile(r"(?:10|16|20|30|40|50)[5-9]0(?:s|Ti)?(?![0-9A-Za-z%]|[.,][0-9])")
_PROCESSOR: Final = re.compile("[0-9]{4}X")
_CARD_BEHIND: Final = re.compile(r" (?:GPUs?|Ti|SUPER|cards?|graphics)(?![a-z])")
_GRAPHICS_BEHIND: Final = re.compile(r"\s?(?:[.,;:)]|and |with |for |or |in |to |$)")
_GRAPHICS_BEFORE: Final = re.compile(r"(?:single|one|(?<![a-z])an?|on one|desktop|consumer|consumer-grade) $")


def _chip(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """A processor or graphics card that is called by its number: "Ryzen 9 5950X", "on a single 3090"."""
    text = ctx.text
    if part.digits < 4:
        return None
    if _PROCESSOR.match(text, inner, part.end):
        before = before_number(text, part.start)
        named = capitalised(before.word) and not opens_sentence(text, before.start)
        if named or ctx.last_name == trim(text, part.start):
            return inner, part.end, "name", "a processor"
    card = _GRAPHICS.match(text, inner)
    if card is None:
        return None
    single = _GRAPHICS_BEFORE.search(ctx.low, inner - 24, inner) and _GRAPHICS_BEHIND.match(text, card.end())
    return (inner, card.end(), "name", "a graphics card") if single or _CARD_BEHIND.match(text, card.end()) else None


def _by_word(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """Whether the word before makes the number a label, a date, or a name's."""
    text = ctx.text
    if (part.decimals and text.startswith("0.", inner) and part.scaled not in ("B", "M")) or text.startswith(
        ".", inner
    ):
        return None  # no version is 0.16
    assert part.mantissa is not None
    if part.decimals and not part.scaled and 30 <= part.mantissa < 100:
        return None  # nor 81.2
    refusal = _after_name(ctx, part, inner) or _shared(ctx, part, inner)
    if refusal is not None:
        return refusal
    before = before_number(text, part.start)
    if before.word.rstrip("+−–-")[-1:] in ",;:!?)]}":
        return dated(ctx, part, inner, before.word)
    return (
        numbered(ctx, part, inner, before)
        or dated(ctx, part, inner, before.word)
        or labelled(ctx, part, inner, before)
        or _capitalised(ctx, part, inner, before)
    )


def _after_name(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """A size or version right behind a name that was refused: "Olmo 3 7B", "gpt-x 2.5"."""
    text, start = ctx.text, part.start
    if ctx.last_name != trim(text, start):
        return None
    name = ctx.out[-1].text
    if part.decimals and part.digits <= 3 and name[-1:].isalpha():
        return inner, part.end, "name", "the version of the name before it"
    if part.scaled in _SIZES and not part.unit and text[ctx.last_name - 1] != ")":
        return inner, name_end(text, part.end), "name", "belongs to the name before it"
    return None


def _shared(ctx: Context, part: Part, inner: int) -> Refusal | None:
    """The second number of a name that is told once: "NTU RGB+D 60 and 120 datasets", "CIFAR-10 and 100"."""
    if not ctx.out or part.unit or part.scaled or part.decimals:
        return None
    if _ALSO.fullmatch(ctx.low, ctx.last_name, part.start) is None or not _OF_A_KIND.match(ctx.low, part.end):
        return None
    first = _LAST_DIGITS.search(ctx.out[-1].text)
    if first is not None and first.start() == 0 and part.digits < 4:
        return None  # "Kinetics 400 and 600 datasets": 600 may be how many
    assert part.mantissa is not None
    if first is None or int(first[0]) >= part.mantissa:
        return None
    return inner, part.end, "name", "a further number of the name before it"


def _capitalised(ctx: Context, part: Part, inner: int, before: WordBefore) -> Refusal | None:
    """A capitalised word with its number, unless the word is a measure, opens the sentence, or a unit follows."""
    text, end = ctx.text, part.end
    if before.tail == "." or not capitalised(before.word):
        return None
    if before.word == "SD" and text[inner:end] in _SD_VERSIONS and ctx.draws_with_diffusion():
        return inner, end, "name", "a version of Stable Diffusion"
    if _names_nothing(text, before):
        return None
    if not part.decimals and _OWNED.search(before.word):
        return None  # "Sinner's 53"
    if _COUNTED.match(text, end):
        return None  # "ICU 30-day mortality"
    if _is_score(ctx, inner) or _is_measured(ctx, part, inner, before):
        return None  # "beat Spurs 2-0", "FPG 4.3 ± 0.6"
    if _SIDES.match(text, end) or _MARKED_RANGE.match(text, end):
        return None  # ImageNet 256×256; "Lumen 3-5x": the mark of the range
    core = before.word.rstrip("'’\"”")
    if opens_sentence(text, before.start) and not _NAMEY.search(core):
        if core.endswith(("ing", "ed", "ly")) or core.lower() in ctx.lower_words():
            return None
    if part.unit not in (None, "s") or _shouted(text, before.start, end):
        return None
    told = told_of(ctx, part, before)
    if told is not False:
        return None if told else (inner, end, "name", MAY_BE_TOLD)
    if core.endswith("s"):
        several = _several(text, end)
        if several is not None:
            return inner, several, "name", "capitalised words with their numbers"
    return inner, name_end(text, end), "name", "a capitalised word with its number"


_SPREAD: Final = re.compile(r"\s?(?:±|\+/[-−–])\s?[0-9]")
_BRACKETED: Final = re.compile(r"\s\([0-9]{1,4}\.[0-9]{1,3}\)")
_ELEMENT: Final = r"(?:[CHNOSPFBIKVWY]|[A-Z][a-z])"
_ELEMENT_BEFORE: Final = re.compile(rf"(?<![A-Za-z]){_ELEMENT},? [0-9]{{1,2}}\.[0-9]{{1,2}}[,;] {_ELEMENT},? $")
_ELEMENT_AFTER: Final = re.compile(rf"[,;] {_ELEMENT},? [0-9]{{1,2}}\.[0-9]{{1,2}}(?![0-9A-Za-z])")


def _is_measured(ctx: Context, part: Part, inner: int, before: WordBefore) -> bool:
    """Whether what stands around makes the number behind a capitalised word a measurement: its spread (FPG 4.3 ± 0.6), a
    bracket behind another measurement (3.80 (SE 1.10)), shares of chemical elements in a row (C 69.41, H 5.82)."""
    text = ctx.text
    if _SPREAD.match(text, part.end):
        return True
    if not part.decimals:
        return False
    spread = before.word.isupper() and text[before.start] == "(" and text.startswith(")", part.end)
    if spread and ctx.out and ctx.out[-1].is_quantity and text[ctx.done : before.start].isspace():
        return True
    return bool(
        _BRACKETED.match(text, part.end)
        or _ELEMENT_AFTER.match(text, part.end)
        or _ELEMENT_BEFORE.search(text, inner - 24, inner)
    )


_OWNED: Final = re.compile(r"[a-z]['’]s$")
_SIZES: Final = frozenset("BbMTk")


def _is_score(ctx: Context, inner: int) -> bool:
    """Whether two numbers behind a name are the result of a match or a vote."""
    score = _SCORE.match(ctx.text, inner)
    if score is None:
        return False
    return bool(_RESULT.match(ctx.low, score.end()) or _WON.search(ctx.low, inner - 60, inner))


_ERAS: Final = frozenset("AD BC CE BCE X".split())


def _names_nothing(text: str, before: WordBefore) -> bool:
    """Whether a capitalised word before a number is no name: a month, a currency, a measure (F1, rFID), an opener."""
    word, stem = before.word, before.stem
    if stem in CALENDAR or word in CODES or word in _ERAS:
        return True
    if stem.rpartition("-")[2] in METRICS:
        return True
    if stem in COMMON_OPENERS and not (len(stem) > 1 and word.isupper()) and not _in_name(text, word, before.start):
        return True
    return word.lstrip("abcdefghijklmnopqrstuvwxyz").lower() in METRICS


_PLURAL_BEHIND: Final = re.compile(" [a-z'-]*s(?![A-Za-z'-])")


def _several(text: str, end: int) -> int | None:
    """Where the numbers end that a plural shares ("Models 5 and 10"); None where they count what follows."""
    more = LABEL_LIST.match(text, end)
    assert more is not None  # it matches nothing, too
    return None if _PLURAL_BEHIND.match(text, more.end()) else more.end()


def _in_name(text: str, head: str, begin: int) -> bool:
    """Whether a capitalised word that is mostly none of a name goes on with one: "Safety Dataset 2.0"."""
    before, _ = word_before(text, begin)
    return head.startswith("Dataset") and capitalised(before) and before[-1].isalnum()


def _is_resolution(ctx: Context, inner: int, end: int) -> bool:
    """Whether 4K and the like is the resolution: by its neighbours, or as the text has it as one elsewhere."""
    low = ctx.low
    if _RESOLUTION.match(low, end - 1) or _BEFORE_RESOLUTION.search(low, inner - 24, inner):
        return True
    return ctx.text[inner:end] in ctx.resolutions() and _PICTURED.match(ctx.text, end - 1) is not None


def _shouted(text: str, begin: int, end: int) -> bool:
    """Whether all words around are in capitals, so that they tell no names: "WE USE 12 MODELS"."""
    around = text[max(0, begin - 24) : end + 24]
    return around.isupper() and len(around.split()) >= 5


_SIDES: Final = re.compile(r"\s?[x×]\s?[0-9]+(?![A-Za-z0-9])")
_MARKED_RANGE: Final = re.compile(
    r"\s?(?:[-–]|to)\s?[0-9]+(?:\.[0-9]+)?\s?(?:%|[x×](?![A-Za-z0-9])|percent|(?:[mkµμn]?g|[kcmnµμ]?m|mm\s?Hg|[mµμ]?L|[nmµμ]?M|k?Pa|[kMG]?Hz|ms|°|K)(?:\s?/\s?[A-Za-z]+)?(?![A-Za-z0-9-]))"
)
_SCORE: Final = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}(?![A-Za-z0-9.-])")
_RESULT: Final = re.compile(r" (?:ahead|up|win|victory|draw|defeat|lead|loss)(?![a-z])")
_WON: Final = re.compile(
    r"(?<![a-z])(?:beat|beats|beating|defeat(?:s|ed|ing)|lost to|won|trailed|edged|downed|passed|voted|drew with) (?:[\w.'’]+ ){1,5}$"
)
_ALSO: Final = re.compile(r"(?: (?:and|or|&) |, (?:and |or )?|/)")
_OF_A_KIND: Final = re.compile(
    r" (?:datasets|benchmarks|splits|backbones|models|variants|imagery|images|gpus|protocols|settings|architectures)(?![a-z])"
)
_LAST_DIGITS: Final = re.compile(r"(?<![0-9.])[0-9]{2,4}$")
_COUNTED: Final = re.compile(
    rf"-(?:{'|'.join(COUNTED)}|point|shot|gpu|GPU|class (?:task|problem|classification|segmentation|detect|benchmark|label))(?![a-z])"
)
"""What hangs on a count, whatever word stands before it."""
_SD_VERSIONS: Final = frozenset("1.4 1.5 2 2.0 2.1 3 3.0 3.5".split())
_X_NAME: Final = re.compile("(?:86|64|264|265|11|32|509|402)(?![0-9])|0")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-Ω][\w.-]*$")
_FIVE_DIGITS: Final = re.compile("[0-9]{5}")


def x_name(text: str, start: int) -> bool:
    """x86, x264 and the like, which are no factors."""
    return _X_NAME.match(text, start) is not None


def after_slash(text: str, start: int) -> bool:
    """Whether digits behind "letters/" belong to a name (ViT-B/16, ViT-g/14, HTTP/2) or an identifier (hep-th/9711200)."""
    return ends(_CAPITAL, text, start - 1) is not None or _FIVE_DIGITS.match(text, start) is not None


def in_title(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word before, inside the sentence, makes one name with it: "the Big Five"."""
    if text[end : end + 2].isupper() and not opens_sentence(text, start):
        return True  # the Three Gorges Dam
    word, begin = word_before(text, start)
    return (
        word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and word.lower() not in COMMON_OPENERS
        and not opens_sentence(text, begin)
    )
