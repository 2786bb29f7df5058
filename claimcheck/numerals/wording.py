"""What begins with a number word: cardinals, vague quantities, ordinals, halves, dozens."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from claimcheck.numerals import chains, names, pronouns
from claimcheck.numerals.bounds import qualified
from claimcheck.numerals.cardinals import read_cardinal
from claimcheck.numerals.compose import compose
from claimcheck.numerals.context import Context
from claimcheck.numerals.lexicon import DENOMINATORS, FACTORS, MULTIPLIED, ORDINALS, SCALES, SMALL, VAGUE
from claimcheck.numerals.model import Refusal
from claimcheck.numerals.pairs import MAGNITUDE
from claimcheck.numerals.parts import Part
from claimcheck.numerals.qualifiers import Qualifier
from claimcheck.numerals.units import read_unit

_VAGUE_PLURAL: Final = "dozens|hundreds|thousands|millions|billions|trillions"
_VAGUE_SCALE: Final = "hundreds|thousands|millions|billions|trillions|hundred|thousand|million|billion|trillion"
_VAGUE: Final = re.compile(
    rf"(?:(?:several|a few|many|a couple of|some)\s+)?(?:tens|dozens|dozen|{_VAGUE_SCALE})"
    rf"(?:\s+(?:or|and|to)\s+(?:{_VAGUE_PLURAL})(?![a-z]))?"
    rf"(?:(?:\s+of)?\s+(?:{_VAGUE_SCALE})(?![a-z])){{0,2}}(?![a-z])"
)
_VAGUE_TO: Final = re.compile(
    r"\s+(?:to|or|and)\s+(?=(?:tens|dozens|hundreds|thousands|millions|billions|trillions)(?![a-z]))"
)
_ONE_KEY: Final = re.compile(
    r"\s+(?:key|open|common|popular|major|promising|main|important|natural|possible|critical|potential|crucial|fundamental|significant|notable|prominent|central|such)\s"
)
_PARTITIVE: Final = re.compile(
    r"\s+of\s+(?:the|these|those|our|its|their|his|her|my|many|such|several|multiple|them|any)(?![a-z])"
)
_ONE_AND_ANOTHER: Final = re.compile(
    r"\s[^.;:!?0-9]{2,80}?\s(?:another(?![a-z]|\sone)|the\sother(?![a-z]|\s[a-z-]+s(?![a-z])))"
)
"""One of two that nobody has counted: "moves one mode towards the other"."""
_COUNTED_ONE: Final = re.compile(r"(?:^|[\s(])(?:only|just|exactly|precisely|least|most|than|not|but)\s+$")
"""What makes "one of them" a count."""
_SIDED: Final = re.compile(r"[\s-](?:sided|tailed|shot|hot)(?![a-z])|-points?\s+(?:correlation|function|statistic)")
_ORDINAL_AFTER: Final = re.compile(
    rf"(?:[\s]+and)?[\s-]+(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?![a-z-])"
)
_FRACTION_FOLLOWS: Final = re.compile(
    r"\s+of\s+(?!the\s+(?:way|kind))|\s+(?:fewer|less)(?![a-z])"
    r"|\s+(?:more|lower|higher|smaller|larger|cheaper|faster|slower|shorter|longer)(?:\s+than(?![a-z])|\s*(?:[.,;:)]|$))|\s*(?:[.;:)]|$)"
    r"|\s+(?:and|to|or)\s+(?:an?\s+)?(?:half|third|quarter|fifth|two[\s-]thirds|three[\s-]quarters)\s+of(?![a-z])"
)
_SHARE_GOES_ON: Final = re.compile(
    r",|\s(?:overall|each|on|in(?! a row)|at|over|when|while|and|or|compared|relative|with|within|since|across|between|among|to|from|less"
    r"|more|fewer|after|during)(?![a-z])"
)
_BEFORE_FRACTION: Final = re.compile(
    r"(?:about|roughly|by|nearly|almost|than|over|under|approximately|around|to|least|most|los(?:t|e|es|ing)|shed|sheds|retain(?:s|ed)?"
    r"|saved?|saves|keeps?|kept)\s+an?\s+$"
)
_SOME: Final = re.compile(r"(?:^|(?<=[\s(]))(?:several|a few|many|a couple of)\s+$")
_AN_ORDER: Final = re.compile(r"\s+(?:of\s+)?an?\s+order[\s-]of[\s-]magnitude(?![a-z])")
_A_PERCENT: Final = re.compile(r"\s+(?:of\s+)?an?\s+per\s?cent(?![a-z])")
_WORD_AFTER: Final = re.compile(r"-\s?([a-z]+)")
_HYPHENED: Final = re.compile(r"[-–−][^\W\d_]")
_MEASURES: Final = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades "
    "century point points word words token tokens "
    "game run stroke goal bedroom storey seat season million billion trillion thousand hundred page dollar percent percentage foot feet inch mile miles meter "
    "meters metre metres kilometer kilometre gallon "
    "pound ton degree fold folds times old sample samples parameter parameters bit bits byte item items "
    "question questions".split()
)
_SHARED_NOUN: Final = re.compile(
    r"- (?:and|or) |-\s?/\s?(?:[a-z]+-)|(?:-? (?:to|and|or|&) |-?, (?:[a-z]+-, )?(?:and |or )?)(?:few|zero|one|many|five)[- ]shot"
)
"""What a number word shares its noun over: "two- and three-stage", "zero-/few-shot", "zero and few-shot"."""
_STAGED: Final = re.compile(
    r" (?:stage|step|layer|class|branch|stream|player|hop|level|phase) "
    r"(?!(?:of|in|on|at|for|to|and|or|is|was|with|by|from|as|that|closer|ahead)(?![a-z]))[a-z]+"
)
_TORN: Final = re.compile(
    r" [-–] ?(?:stage|step|layer|class|branch|stream|player|hop|level|phase|shot|way|turn|dimensional) [a-z]"
)
"""A hyphen that white space was put around: "one - hop lookups"."""
_LATER_MEASURE: Final = re.compile(
    rf"- (?:and|or) (?:{'|'.join(SMALL)})(?:(?P<fold>-?fold)(?![a-z])|-(?P<noun>[a-z]+))"
)
_MULTIPLIES: Final = re.compile(r"\s+(?:the|its|their|our|that\s+of|those\s+of)(?![a-z])")
_MULTIPLIES_VERB: Final = re.compile(
    r"\s+(?:the|its|their|our|that|those|in|from|to|over|when|while|after|with|by|[a-z]+\s+[a-z]+\s*\()(?![a-z])|\s*[.,;:]|\s+[a-z]+"
)
_ADJECTIVE: Final = "a number word that makes a fixed adjective with its noun"
_KIND: Final = "a number word that tells a kind with its noun"
_SHARED: Final = "a number word that makes a fixed adjective with a later noun"
_ARTICLE: Final = re.compile(r"(?:^|(?<=[\s(]))an?[\s-]{1,2}$")
_SOME_DOZEN: Final = re.compile(r"(?:several|a few|many|a couple of|some)\s+$")
_JOINING: Final = frozenset("to and or of by".split())
_HALF_OF: Final = re.compile(r"-(?:a|dozen|million|billion|hour|year|mile|day|price|the)")
_SCALE_OF_HALF: Final = re.compile(
    r"(?:-|\s+)(?:of\s+)?(?:an?(?:-|\s+))?(hundred|thousand|million|billion|trillion|dozen)(?![a-z])"
)
_TIME_UNIT: Final = re.compile(r"(?:(?:\bper|\beach|[0-9]|\bone|\bsub|/)[\s-]|/|\ba-)$")
_NOUN_HALF: Final = re.compile(
    r"(?<![a-z-])(?:first|second|latter|other|upper|lower|left|right|top|bottom|former|northern|southern)-?\s+$"
)
_TINY: Final = frozenset("trillionth billionth millionth thousandth hundredth".split())
_BEFORE_ORDER: Final = {"order": ("in ", "same "), "orders": ()}
"""What stands before an order of magnitude that is no measure: "in order of magnitude", "the same order of magnitude"."""
_FACTOR_BEFORE: Final = ("was ", "were ", "is ", "are ", "about ", "nearly ", "almost ", "than ")
_SEVERAL: Final = re.compile(r"(?<![a-z-])[a-z]{2,}[^\W\dsui]s $")
_DOES: Final = re.compile(
    r"\s*(?:[,.;:)]|$)|\s(?:in|within|with|when|from|over|after|every|while|as|between|under|again)(?![a-z])"
)
_FACTOR_WORDS: Final = frozenset("double triple quadruple".split())
_NO_VERBS: Final = frozenset("double triple triples quadruple halves".split())
_BEFORE_HALVES: Final = tuple(
    f"{word} " for word in "two both the these their its into in of first second other equal".split()
)
_HALVES: Final = re.compile(r"\s+(?!(?:and|or|of|in|on|at|by|is|are|was|were|have|do|that|which)(?![a-z]))[a-z]+")
""" "Lumen halves memory": no noun stands before the object, and no word for what halves are or do behind."""
_OF_A_SCALE: Final = re.compile(r"[\s-]+(?:of\s+a\s+)?(?:million|billion|trillion)(?![a-z])")
_SCALE_GOES_ON: Final = re.compile(r"[\s-]+(?:thousand|million|billion|dollars|percent)")
_ENDS: Final = re.compile(r"\s*(?:[,.;:()–—]|$)")
_HALF_POINT: Final = re.compile(
    r"-(?:percentage[\s-]points?(?![a-z-])|point(?=\s(?:cut|hike|rise|raise|increase|decrease|drop|gain|loss|lead|margin|move)s?(?![a-z])))"
)
_ZERO_SHOT: Final = re.compile(
    r"-[a-z]| (?:shot|padding|initiali[sz]ation|convolutions?|noise extrapolation|order optimi[sz]ation|day|knowledge|trust|sum|resource"
    r"|point(?= (?:quanti[sz]ation|energy|calibration))|crossings?|bubble|gravity)(?![a-z])"
)
_ZERO_ALONE: Final = re.compile(r"zero(?![\w-])")
_PAIR_OF_WORDS: Final = re.compile(r"/[^\W\d_]")
_ONE_TO_ONE: Final = re.compile("-(?:to|on|by|for)-")


def read_word(ctx: Context, match: re.Match[str], floor: int) -> int:
    """Reads what begins with a number word; returns where it ends, or the word's end where it is none."""
    text, low = ctx.text, ctx.low
    start, end, word = match.start(), match.end(), match[0]
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalnum():
        hyphened = chains.letters_before(text, start - 1)
        if hyphened == "near" and _ZERO_ALONE.match(low, start):
            return _read_near_zero(ctx, start, end)
        if hyphened not in _JOINING or word == "one":
            return ctx.refuse(start, end, "name", "a number word hyphenated to a word") if word in SMALL else end
    if word == "tens" and not low.startswith((" of ", " to "), end):
        return end
    if word in VAGUE or word == "several":
        some = _SOME.search(low, max(floor, start - 14), start)
        return _read_vague(ctx, some.start() if some else start, end, floor)
    if word in ("order", "orders"):
        return _read_magnitude(ctx, start, end, word, floor)
    if word in FACTORS:
        part = Part(start, end, Decimal(FACTORS[word]))
        part.unit, part.words = "x", True
        if word == "twice" and not ctx.isolated and _twice_as_often(low, end):
            part.readings.append((0, None, end))
        return compose(ctx, part, floor)
    if word in MULTIPLIED:
        return _read_multiplied(ctx, start, end, word, floor)
    if word == "quarter" and (_OF_A_SCALE.match(low, end) or _HALF_POINT.match(low, end)):
        return _read_half(ctx, start, end, floor, 4)
    if word in ORDINALS or word == "quarter":
        return _read_ordinal(ctx, start, end, word, floor)
    if word == "half":
        return _read_half(ctx, start, end, floor)
    if word == "dozen":
        return _read_dozen(ctx, start, end, floor)
    if word == "hundred" or word in SCALES:
        return _read_scale_word(ctx, start, end, word, floor)
    return _read_cardinal_word(ctx, start, start, end, word, floor)


def _read_near_zero(ctx: Context, start: int, end: int) -> int:
    """ "near-zero accuracy": about nothing, which may be claimed but need not."""
    part = Part(start, end, Decimal(0))
    near = Qualifier(start - len("near-"), None, approximate=True)
    return ctx.emit("value", part, part, start, end, near, "near-zero", indefinite=True)


def _article(low: str, start: int, floor: int) -> int | None:
    """Where the article right before a word begins; None where there is none."""
    match = _ARTICLE.search(low, max(floor, start - 4), start)
    return match.start() if match is not None else None


def _read_magnitude(ctx: Context, start: int, end: int, word: str, floor: int) -> int:
    """ "an order of magnitude", "orders of magnitude"."""
    magnitude = MAGNITUDE.match(ctx.low, start)
    if magnitude is None or ctx.low.endswith(_BEFORE_ORDER[word], floor, start):
        return end
    part = Part(start, magnitude.end(), None if word == "orders" else Decimal(1))
    part.unit = "orders of magnitude"
    if word == "order" and ctx.low.endswith("an ", floor, start):
        part.start = start - len("an ")
    qualifier = qualified(ctx, part.start, floor, part)
    return ctx.emit("value", part, part, part.start, part.end, qualifier, "an order of magnitude")


def _read_multiplied(ctx: Context, start: int, end: int, word: str, floor: int) -> int:
    """ "doubles the throughput": a factor that may be claimed but need not; "double-blind" and "RDF triples" are none."""
    follows = (_MULTIPLIES if word in _NO_VERBS else _MULTIPLIES_VERB).match(ctx.low, end)
    if word == "halves" and not ctx.low.endswith(_BEFORE_HALVES, 0, start):
        follows = _HALVES.match(ctx.low, end)
    if follows is None and not ctx.isolated and not _is_factor(ctx.low, start, end, word):
        return end
    part = Part(start, end, Decimal(1 if word.startswith("halv") else MULTIPLIED[word]))
    if word.startswith("halv"):
        part.divisor = 2
    else:
        part.unit = "x"
    return ctx.emit(
        "fraction" if part.divisor == 2 else "value",
        part,
        part,
        start,
        end,
        qualified(ctx, start, floor, part),
        "a verb that multiplies",
        indefinite=True,
    )


def _is_factor(low: str, start: int, end: int, word: str) -> bool:
    """Whether "double" or "triple" says what something is or does: "was double (…)", "about triple.", "loss rates double."."""
    if word not in _FACTOR_WORDS:
        return False
    if _ENDS.match(low, end) is not None and low.endswith(_FACTOR_BEFORE, 0, start):
        return True
    return chains.ends(_SEVERAL, low, start) is not None and _DOES.match(low, end) is not None


def _read_scale_word(ctx: Context, start: int, end: int, word: str, floor: int) -> int:
    """ "a million", "several hundred", "thousand-fold"; a bare scale word is no number."""
    low = ctx.low
    vague = _SOME.search(low, max(floor, start - 14), start)
    if vague is not None:
        return _read_vague(ctx, vague.start(), end, floor)
    article = _article(low, start, floor)
    if article is not None:
        return _read_cardinal_word(ctx, start, article, end, word, floor)
    titled = ctx.text[start].isupper() and ctx.text[end : end + 2].isupper()
    alone = (
        (start != 0 or titled)
        and not ctx.isolated
        and not _SCALE_GOES_ON.match(low, end)
        and not _WORD_AFTER.match(low, end)
    )
    return end if alone else _read_cardinal_word(ctx, start, start, end, word, floor)


def _read_cardinal_word(ctx: Context, start: int, begin: int, end: int, word: str, floor: int) -> int:
    """A cardinal in words that begins at `begin` (an article, or the word at `start`), unless its neighbours refuse it."""
    part = read_cardinal(ctx, begin)
    if part is None:
        return end
    single = word == "one" and part.mantissa == part.divisor
    loose = part.unit is None or (part.unit == "pp" and "percent" not in ctx.low[part.start : part.end])
    if single and loose and pronouns.is_pronoun(ctx.low, ctx.text, start, end):
        return end
    later = _LATER_MEASURE.match(ctx.low, part.end)
    if later is not None and (later["fold"] or later["noun"] in _MEASURES):
        part.unit = "x" if later["fold"] else None  # "two- or three-fold"
        return compose(ctx, part, floor)
    if word == "zero" and _ZERO_SHOT.match(ctx.low, end):
        return ctx.refuse(part.start, chains.chain(ctx.text, end)[1], "name", "zero-shot and the like")
    refused = _ordinal_or_sided(ctx.low, part) or _in_a_name(ctx, part, start, word)
    if refused is not None:
        assert part.mantissa is not None
        several = refused[3] in (_ADJECTIVE, _SHARED) and part.mantissa > 1
        if several and ctx.isolated:
            return compose(ctx, part, floor)
        return ctx.refuse(*refused, part if several else None)
    indefinite = single and part.unit is None and _one_of_many(ctx, part, start, floor)
    return compose(ctx, part, floor, indefinite=indefinite)


def _ordinal_or_sided(low: str, part: Part) -> Refusal | None:
    """ "twenty-first", "two-sided"."""
    ordinal = _ORDINAL_AFTER.match(low, part.end)
    assert part.mantissa is not None
    if ordinal is not None and part.divisor == 1 and part.unit is None and part.mantissa >= 20:
        return part.start, ordinal.end(), "ordinal", "an ordinal in words"
    sided = _SIDED.match(low, part.end)
    return (part.start, part.end, "name", _ADJECTIVE if sided[0].endswith("shot") else _KIND) if sided else None


def _in_a_name(ctx: Context, part: Part, start: int, word: str) -> Refusal | None:
    """Whether a number word makes a fixed adjective with its noun (two-stage), or stands in a name."""
    text, low, end = ctx.text, ctx.low, part.end
    if _SHARED_NOUN.match(low, end):
        return part.start, end, "name", _SHARED
    if _PAIR_OF_WORDS.match(text, end):
        return part.start, chains.chain(text, end)[1], "name", "a number word in a pair of words"
    if part.unit is None and (_TORN.match(low, end) or (part.mantissa != 1 and _STAGED.match(low, end))):
        return part.start, end, "name", _ADJECTIVE
    if word == "one" and _ONE_TO_ONE.match(low, end):
        return part.start, chains.chain(text, end)[1], "name", "one-to-one and the like"
    hyphen = _WORD_AFTER.match(low, end) if part.unit is None else None
    if hyphen is not None and hyphen[1] not in _MEASURES and hyphen[1] not in ("to", "and", "or", "out", "in"):
        assert part.mantissa is not None
        if part.mantissa < 1000:
            return part.start, hyphen.end(), "name", _ADJECTIVE
    if text[start].isupper() and names.in_title(text, start, end):
        return part.start, end, "name", "a capitalised number word in a name"
    return None


def _one_of_many(ctx: Context, part: Part, start: int, floor: int) -> bool:
    """Whether "one" counts nothing: "one of the …", "One key reason", "from one set to another"; "only one of the …" counts."""
    if _COUNTED_ONE.search(ctx.low, max(floor, start - 12), start):
        return False
    key = ctx.text[start].isupper() and _ONE_KEY.match(ctx.low, part.end)
    return bool(key or _PARTITIVE.match(ctx.low, part.end) or _ONE_AND_ANOTHER.match(ctx.low, part.end))


def _read_vague(ctx: Context, start: int, end: int, floor: int) -> int:
    low = ctx.low
    match = _VAGUE.match(low, start)
    stop = end
    if match is not None:
        stop = match.end()
        more = _VAGUE_TO.match(low, stop)
        if more is not None:
            tail = _VAGUE.match(low, more.end())
            assert tail is not None  # what the words before it look ahead for
            stop = tail.end()
    indefinite = match is None
    part = Part(start, max(stop, end), None)
    found = read_unit(ctx.text, low, part.end, scaled=True)
    if found is not None and not (indefinite or found.optional):
        part.unit, part.end = found.unit, found.end
    qualifier = None if indefinite else qualified(ctx, start, floor, part)
    magnitude = MAGNITUDE.match(low, part.end)
    if magnitude is not None:
        part.unit, part.end, indefinite = "orders of magnitude", magnitude.end(), False
    return ctx.emit("value", part, part, start, part.end, qualifier, "vague quantity", indefinite=indefinite)


def _read_ordinal(ctx: Context, start: int, end: int, word: str, floor: int) -> int:
    """First, third …; "a third of" and "a quarter" are fractions."""
    low = ctx.low
    article = _article(low, start, floor)
    if (
        article is not None
        and word in DENOMINATORS
        and not low.startswith("-", end)
        and (
            _FRACTION_FOLLOWS.match(low, end)
            or word in _TINY
            or (_SHARE_GOES_ON.match(low, end) and _BEFORE_FRACTION.search(low, start - 24, start))
        )
    ):
        part = Part(article, end, Decimal(1))
        part.divisor, part.words = DENOMINATORS[word], True
        return compose(ctx, part, floor)
    if word == "quarter" or (word == "second" and _TIME_UNIT.search(low, start - 8, start)):
        return end
    return ctx.refuse(start, end, "ordinal", "an ordinal word")


def _read_half(ctx: Context, start: int, end: int, floor: int, divisor: int = 2) -> int:
    text, low = ctx.text, ctx.low
    part = Part(start, end, Decimal(1))
    part.divisor, part.words = divisor, True
    points = _HALF_POINT.match(low, end)
    if points is not None:
        part.end, part.unit, part.mixed = points.end(), "pp", True
        return compose(ctx, part, floor)
    if _HYPHENED.match(text, end) and not _HALF_OF.match(low, end):
        return end
    if _NOUN_HALF.search(low, start - 12, start):
        return end
    article = _article(low, start, floor)
    if article is not None:
        part.start = article
    magnitude = _AN_ORDER.match(low, end)
    if magnitude is not None:
        part.end, part.unit, part.mixed = magnitude.end(), "orders of magnitude", True
    percent = _A_PERCENT.match(low, end)
    if percent is not None:
        part.end, part.unit, part.mixed = percent.end(), "%", True
    scale = _SCALE_OF_HALF.match(low, end)
    if scale is not None:
        part.end = scale.end()
        part.mixed = True
        if scale[1] == "dozen":
            part.mantissa = Decimal(12)
        else:
            part.power = 2 if scale[1] == "hundred" else SCALES[scale[1]]
    return compose(ctx, part, floor)


def _read_dozen(ctx: Context, start: int, end: int, floor: int) -> int:
    low = ctx.low
    vague = _SOME_DOZEN.search(low, max(floor, start - 14), start)
    if vague is not None:
        return _read_vague(ctx, vague.start(), end, floor)
    article = _article(low, start, floor)
    part = Part(start if article is None else article, end, Decimal(12))
    part.words = True
    return compose(ctx, part, floor)


def _twice_as_often(low: str, end: int) -> bool:
    """Whether "twice" counts occasions and multiplies nothing."""
    return not low.startswith((" as ", " the ", " that "), end)
