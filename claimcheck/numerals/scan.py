"""Finding the numbers of a text: candidate places first, then a local parse with bounded look-around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from claimcheck.numerals import names
from claimcheck.numerals.lexicon import (
    CURRENCY,
    CURRENCY_CODES,
    DENOMINATORS,
    FACTORS,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VULGAR,
)
from claimcheck.numerals.model import MAX_DIGITS, MAX_EXPONENT, Class, End, Kind, Mention
from claimcheck.numerals.qualifiers import Qualifier, qualifier_after, qualifier_before
from claimcheck.numerals.units import read_unit
from claimcheck.numerals.words import read_point, read_words
from claimcheck.text.render import Rendering, render

_LEXICON: Final = sorted(
    set(SMALL) | set(SCALES) | ORDINALS | VAGUE | set(FACTORS) | {"hundred", "dozen", "half", "quarter", "several", "order", "orders"},
    key=len,
    reverse=True,
)


def _prefix_tree(words: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings: half the time of a plain list of alternatives."""
    tree: dict[str, list[str]] = {}
    whole = False
    for word in words:
        if word:
            tree.setdefault(word[0], []).append(word[1:])
        else:
            whole = True
    parts = [letter + _prefix_tree(rest) for letter, rest in sorted(tree.items())]
    if not parts:
        return ""
    pattern = parts[0] if len(parts) == 1 and not whole else f"(?:{'|'.join(parts)})"
    return f"{pattern}?" if whole else pattern


_CANDIDATE: Final = re.compile(
    rf"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒]|\b{_prefix_tree(_LEXICON)}(?![a-z])"
)
_ASCII_LOWER: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}

_GROUP_SPACES: Final = "\u2009\u202f\u00a0"
_NUMBER: Final = re.compile(
    r"(?P<comma>(?<![\[(])0,[0-9]+|[0-9]+,[0-9]{1,2}(?=\s?%))(?![0-9])(?!,[0-9])"
    rf"|(?P<grouped>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,3}}(?:[{_GROUP_SPACES}'’][0-9]{{3}})+(?![0-9])"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9]|[.,·:/%-]?[0-9]| ?%))(?P<grouped_decimals>[.·][0-9]+)?"
    r"|(?P<plain>[0-9]+)(?P<decimals>[.·][0-9]+)?"
)
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–ˆ", "0123456789-+--^")
_SCIENTIFIC: Final = re.compile(
    r"[eE](?P<e>[+\-−–]?[0-9]{1,4})(?![0-9A-Za-z])"
    r"|\s?[×x*·⋅]\s?10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?\s?[0-9]{1,4})(?(open)\))"
    r"|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?P<minus>[−–-][0-9]{1,2})(?![0-9])|(?P<lost>[0-9]{1,2})(?![0-9.,]?[0-9]))"
)
_POWER_OF_TEN: Final = re.compile(
    r"10(?:\s?(?:\^|\*\*|ˆ)\s?(?P<open>\()?(?P<caret>[+\-−–]?[0-9]{1,4})(?(open)\))|(?P<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![0-9])"
)
_POWER: Final = re.compile(r"\s?\^\s?(?P<open>\()?(?P<exponent>[0-9]{1,2})(?(open)\))(?![0-9A-Za-z])(?!\.[0-9])")
_SCALE: Final = re.compile(
    r"(?P<letter>bn|mn|mln|bln|tn|tln|trn|MM|mil|[kKmMbBTG])(?![A-Za-z0-9_²³])"
    r"|[\s-]{0,2}(?P<words>(?i:(?:hundred|thousand|million|billion|trillion|quadrillion|quintillion|lakh|crore|dozen)s?"
    r"(?:[\s-](?:thousand|million|billion|trillion))?))(?![A-Za-z])"
    r"|\s{1,2}(?P<spaced>(?:bn|mn|mln|bln|tn|tln|trn|mil|k)(?![A-Za-z0-9-])|[KMBT](?=\s(?:[a-z-]+\s)?[a-z]{3,}s(?![a-z])))"
)
_LETTER_POWERS: Final = {"k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "b": 9, "B": 9, "bn": 9, "bln": 9, "T": 12, "tn": 12, "tln": 12, "trn": 12, "G": 9, "MM": 6, "mil": 6}
_VULGAR_AFTER: Final = re.compile(r"[\s-]?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒])|\s{1,2}(?P<n>[0-9]{1,2})\s?[/⁄]\s?(?P<d>[0-9]{1,2})(?![0-9/.,:]?[0-9])")
_SLASH: Final = re.compile(r"\s?[/⁄]\s?(?P<d>[0-9]{1,6}(?:\.[0-9]+)?)(?![0-9])")
_DENOMINATOR: Final = "|".join(sorted(DENOMINATORS, key=len, reverse=True))
_DATE: Final = re.compile(r"(?:(?:0?[1-9]|[12][0-9]|3[01])/(?:0?[1-9]|[12][0-9]|3[01])/(?:[0-9]{4}|[0-9]{2})|[0-9]{4}/[01]?[0-9]/[0-3]?[0-9])(?![0-9/]|\s?%)(?!\s?(?:px|ms|GB|MB|kHz|Hz))")
_PERCENT_LIST: Final = re.compile(r"(?:/[0-9]{1,12}(?:\.[0-9]{1,12})?){1,12}\s?%")
_HALF: Final = re.compile(rf"\s+and\s+(?:(?:an?|one)[\s-]+(?P<unit>{_DENOMINATOR})(?!s)|(?P<n>two|three|four|five|six|seven|eight|nine)[\s-]+(?P<d>{_DENOMINATOR})s)(?![a-z-])")
_TENS_WORD: Final = "|".join(TENS)
_FRACTION_WORD: Final = re.compile(
    rf"[\s]*[\s-][\s]*(?:(?P<tens>{_TENS_WORD})[\s-](?P<ones>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?P<word>{_DENOMINATOR}))(?P<plural>s?)(?![a-z])(?!-[a-z])"
)
_ORDINAL_VALUES: Final = {"first": 1, "second": 2}
_RANGE: Final = re.compile(
    r"(?:(?P<to>\s*[-–]?\s*(?:to|through|until|till)(?:[-–]\s?|\s+))"
    r"|(?P<dash>(?P<before>\s{0,2})[-‐‑–−~∼](?P<after>\s{0,2}))|(?P<em>—)|(?P<arrow>\s?(?:→|->|=>|⟶)\s?))"
    rf"(?=[+\-−–]?[{re.escape(CURRENCY)}]?\.?[0-9a-z])"
)
_TOLERANCE: Final = re.compile(r"\s{0,2}(?:±|\+\s?/?\s?[-−–]|-\+)\s{0,2}(?=\.?[0-9])")
_PARENTHESISED: Final = re.compile(r"\(([0-9]{1,2})\)(?![A-Za-z0-9])")
_AND: Final = re.compile(r"\s+and\s+(?=[+\-−–]?\.?[0-9a-z])")
_OUT_OF: Final = re.compile(r"\s+(?:(?:out\s+of|in\s+every)\s+(?:the\s+|all\s+)?)(?=[0-9a-z])")
_ONE_IN: Final = re.compile(r"\s+in\s+(?=[0-9a-z])")
_COLON: Final = re.compile(r"\s?:\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?![0-9])(?!:?[0-9])")
_CLOCK: Final = re.compile(r":[0-5][0-9](?::[0-5][0-9])?(?![0-9:])\s?(?:[ap]\.?m\.?|UTC|GMT|h\b)", re.IGNORECASE)
_DIMENSION: Final = re.compile(r"\s?[x×]\s?(?=[0-9])")
_VAGUE: Final = re.compile(
    r"(?:(?P<several>several|a few|many|a couple of|some)\s+)?(?:tens|dozens|hundreds|thousands|millions|billions|trillions|hundred|thousand|million|billion|trillion|dozen)"
    r"(?:\s+(?:or|and|to)\s+(?:dozens|hundreds|thousands|millions|billions|trillions)(?![a-z]))?"
    r"(?:(?:\s+of)?\s+(?:hundreds|thousands|millions|billions|trillions|hundred|thousand|million|billion|trillion)(?![a-z])){0,2}(?![a-z])"
)
_VAGUE_TO: Final = re.compile(r"\s+(?:to|or|and)\s+(?=(?:tens|dozens|hundreds|thousands|millions|billions|trillions)(?![a-z]))")
_MAGNITUDE: Final = re.compile(r"\s*[-]?orders?[\s-]+of[\s-]+magnitudes?(?![a-z])")
_ONE_KEY: Final = re.compile(r"\s+(?:key|common|popular|major|promising|main|important|natural|possible|critical|potential|crucial|fundamental|significant|notable|prominent|central|such)\s")
_PARTITIVE: Final = re.compile(r"\s+of\s+(?:the|these|those|our|its|their|his|her|my|many|such|several|multiple|them|any)(?![a-z])")
_SIDED: Final = re.compile(r"[\s-](?:sided|tailed|shot|hot)(?![a-z])|-points?\s+(?:correlation|function|statistic)")
_ORDINAL_AFTER: Final = re.compile(rf"(?:[\s]+and)?[\s-]+(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?![a-z-])")
_FRACTION_FOLLOWS: Final = re.compile(r"\s+of\s+(?!the\s+(?:way|kind))|\s*(?:[.;:)]|$)")
_BEFORE_FRACTION: Final = re.compile(r"(?:about|roughly|by|nearly|almost|than|over|under|approximately|around|to|least|most)\s+an?\s+$")
_MEASURED: Final = re.compile(r"\s(?:(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|frames|tokens|pixels|metres|meters)(?![a-z])")
_PERCENTAGE: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,9})?\s?%")
_SOME: Final = re.compile(r"(?:^|(?<=[\s(]))(several|a few|many|a couple of)\s+$")
_A_PERCENT: Final = re.compile(r"\s+(?:of\s+)?an?\s+per\s?cent(?![a-z])")
_HOUR: Final = re.compile(r"\s?(?:[ap]\.m\.|am(?![a-z])|o[’']clock)")
_IDIOM: Final = re.compile(r"(?:24/7|9/11)(?![0-9/.])")
_FACTOR: Final = re.compile(rf"(?:{'|'.join(sorted(FACTORS, key=len, reverse=True))})(?![a-z-])")
_QUOTES: Final = ("\"", "'", "“", "”", "‘", "’", "`")
_QUOTED: Final = re.compile(r"[0-9][\"'“”‘’]")
_WORD_AFTER: Final = re.compile(r"[-‐‑]\s?([a-z]+)")
_MEASURES: Final = frozenset(
    "year years month months week weeks day days hour hours minute minutes second seconds decade decades century point points word words token tokens "
    "million billion trillion thousand hundred page dollar percent percentage foot feet inch mile miles meter meters metre metres kilometer kilometre gallon "
    "pound ton degree fold folds times old sample samples parameter parameters bit bits byte item items question questions".split()
)
"""What a number word hyphenated to it counts or measures ("a two-year study"); other nouns make a fixed adjective ("two-stage")."""
_SIGNS: Final = "+-−–±∓"
_OPEN: Final = " \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«,;:=<>≤≥⩽⩾~∼≈≃/|→↑↓—&*…＝!?"
_HYPHENS: Final = "-‐‑–−"


_SCALE_AT_END: Final = re.compile(rf"({'|'.join(SCALES)})s?$")


def _last_scale(low: str, start: int, end: int) -> int:
    """The scale that a number in words ends in ("one million"): a half behind it is half of that; else 1."""
    match = _SCALE_AT_END.search(low, start, end)
    return int(10 ** SCALES[match[1]]) if match else 1


class _Part:
    """One end while it is being read, with places in the rendering."""

    __slots__ = ("decimals", "digits", "divisor", "end", "grouped", "mantissa", "mixed", "power", "readings", "scaled", "signed", "spaced", "start", "unit", "vague", "words")

    def __init__(self, start: int, end: int, mantissa: Decimal | None) -> None:
        self.start = start
        self.end = end
        self.mantissa = mantissa
        self.power = 0
        self.divisor = 1
        self.signed = False
        self.unit: str | None = None
        self.grouped = False
        self.mixed = False
        self.spaced = False
        self.decimals = False
        self.digits = 0
        self.scaled = ""
        self.vague = mantissa is None
        self.words = False
        self.readings: list[tuple[int, str | None, int]] = []  # other (power, unit, end)


def scan(text: str, names_with_digits: Iterable[str] = (), *, isolated: bool = False) -> tuple[Mention, ...]:
    """All numbers of `text`, quantities and refused ones, in order, with spans into the text as given.

    `names_with_digits` are proper names whose digits are no numbers ("Olmo 3"). `isolated` reads a text that is nothing
    but a number (a claim's value), where no context can make it a date, an enumerator or a pronoun.
    """
    return _Scanner(render(text), tuple(names_with_digits), isolated).run()


def read_value(text: str) -> tuple[Mention | None, tuple[Mention, ...]]:
    """The one quantity that a claim's value states, and all mentions of it; None where it holds none or several."""
    mentions = scan(text, isolated=True)
    quantities = [mention for mention in mentions if mention.is_quantity]
    return (quantities[0] if len(quantities) == 1 else None), mentions


class _Scanner:
    __slots__ = ("_done", "_glued_units", "_isolated", "_last_name", "_low", "_lower_words", "_masks", "_out", "_text", "_view")

    def __init__(self, view: Rendering, known: Sequence[str], isolated: bool) -> None:
        self._view = view
        self._text = view.text
        low = view.text.lower()
        self._low = low if len(low) == len(view.text) else view.text.translate(_ASCII_LOWER)
        self._isolated = isolated
        self._out: list[Mention] = []
        self._last_name = -1
        self._done = 0
        self._lower_words: frozenset[str] | None = None
        self._glued_units: frozenset[str] | None = None
        self._masks = [] if isolated else names.masks(view.text, known)

    def run(self) -> tuple[Mention, ...]:
        position = 0
        masks = iter(self._masks)
        mask = next(masks, None)
        search = _CANDIDATE.search
        while (match := search(self._low, position)) is not None:
            start = match.start()
            while mask is not None and mask[1] <= start:
                mask = next(masks, None)
            if mask is not None and mask[0] <= start:
                position = self._refuse(max(mask[0], position), mask[1], mask[2], mask[3])
                continue
            end = self._digits(start, position) if match[0][0] <= "9" or match[0] in VULGAR else self._word(match, position)
            position = max(end, start + 1)
        return tuple(self._out)

    def lower_words(self) -> frozenset[str]:
        """The lower-case words of the text: a capitalised word that is among them opens a sentence and names nothing."""
        if self._lower_words is None:
            self._lower_words = frozenset(re.findall(r"(?<![-\w])[a-z]+(?![-\w])", self._text))
        return self._lower_words

    def glued_units(self) -> frozenset[str]:
        """Letters that the text has glued to a decimal (1.4Rp): they are a unit behind an integer, too."""
        if self._glued_units is None:
            self._glued_units = frozenset(re.findall(r"[0-9]\.[0-9]{1,9}([A-CE-Za-ce-z][A-Za-z]{0,5})(?![A-Za-z0-9_])", self._text))
        return self._glued_units

    # -- emitting ---------------------------------------------------------------------------------------------------

    def _refuse(self, start: int, end: int, cls: Class, reason: str) -> int:
        """Records digits or words that are no quantity."""
        start = max(start, self._done)
        end = max(end, start + 1)
        self._done = end
        span = self._view.raw_span(start, end)
        text = self._view.raw[span.start : span.end]
        low, high = self._dated(start, end) if cls == "date" else (None, None)
        kind: Kind = "value" if low is high else "range"
        self._out.append(Mention(text, span.start, span.end, cls, kind, low, high, reason=reason))
        if cls == "name":
            self._last_name = end
        return end

    def _dated(self, start: int, end: int) -> tuple[End | None, End | None]:
        """The first and the last number of a date; None where it is a day's name or a time."""
        found = [
            self._end(self._simple(start + match.start(), start + match.end()))
            for match in re.finditer("[0-9]{1,4}", self._text[start:end])
        ]
        return (found[0], found[0] if len(found) == 1 else found[-1]) if found else (None, None)

    def _end(self, part: _Part) -> End:
        span = self._view.raw_span(part.start, part.end)
        return End(
            self._view.raw[span.start : span.end], span.start, span.end, part.mantissa, part.power, part.divisor, part.signed, part.unit
        )

    def _emit(
        self,
        kind: Kind,
        low: _Part,
        high: _Part,
        start: int,
        end: int,
        qualifier: Qualifier | None,
        reason: str,
        *,
        indefinite: bool = False,
    ) -> int:
        """Records a quantity with its qualifier; places where the text leaves a choice get further readings."""
        after, bound_after = qualifier_after(self._low, end)
        unit = high.unit if high.unit is not None else low.unit
        low_end = self._end(low)
        high_end = low_end if high is low else self._end(high)
        bound = approximate = None
        inner = start
        hidden = qualifier if qualifier is not None and qualifier.rather_not else None
        if hidden is not None:
            qualifier = None
        if qualifier is not None:
            start, bound, approximate = qualifier.start, qualifier.bound, qualifier.approximate
        if bound_after is not None:
            end, bound = after, bound_after
        elif low.scaled.endswith("+") or high.scaled.endswith("+"):
            bound = "at-least"
        span = self._view.raw_span(start, end)
        raw = self._view.raw
        mention = Mention(
            raw[span.start : span.end], span.start, span.end, "quantity", kind, low_end, high_end, unit, bound, bool(approximate), reason, indefinite
        )
        readings: list[Mention] = []
        if qualifier is not None and qualifier.doubtful:
            bare = self._view.raw_span(inner, end)
            readings.append(replace(mention, text=raw[bare.start : bare.end], start=bare.start, bound=None, approximate=False, reason=f"{reason}; the word before may not bound it"))
        if hidden is not None:
            whole = self._view.raw_span(hidden.start, end)
            readings.append(replace(mention, text=raw[whole.start : whole.end], start=whole.start, bound=hidden.bound, approximate=hidden.approximate, reason=f"{reason}; the word before may bound it"))
        for power, other_unit, other_end in high.readings:
            other_span = self._view.raw_span(start, max(other_end, inner + 1))
            for base in (mention, *readings[:1]):
                other_high = replace(high_end, power=power, unit=other_unit)
                other_low = other_high if high is low else replace(low_end, unit=other_unit, power=power if low.power == high.power else low_end.power)
                readings.append(
                    replace(base, text=raw[base.start : other_span.end], end=other_span.end, low=other_low, high=other_high, unit=other_unit, readings=())
                )
        if readings:
            mention = replace(mention, readings=tuple(readings))
        self._out.append(mention)
        self._done = end
        return end

    # -- digits -----------------------------------------------------------------------------------------------------

    def _digits(self, place: int, floor: int) -> int:
        """Reads the number whose first digit stands at `place`; nothing before `floor` may be taken."""
        text = self._text
        if text[place] in VULGAR:
            return self._vulgar(place, floor)
        start = place
        if start > floor and text[start - 1] == "." and (start - 2 < 0 or not (text[start - 2].isalnum() or text[start - 2] == ".")):
            start -= 1
        if text[start - 1 : start] in _QUOTES and not self._isolated:
            quoted = _QUOTED.match(text, start)
            if quoted is not None:
                return self._refuse(start, quoted.end() - 1, "name", "a symbol in quotation marks")
        refused = self._glued_before(start, floor)
        if refused is not None:
            return refused
        part = self._number(start)
        if part is None:
            return self._refuse(*names.chain(text, start), "identifier", "a run of digits too long for a quantity")
        return self._composite(part, floor)

    def _glued_before(self, start: int, floor: int) -> int | None:
        """What a number hangs on: a letter before it, or a hyphen chain, makes it a name. Returns the end if refused."""
        text = self._text
        before = text[start - 1] if start else " "
        if before in "/x×" and start - 1 == self._done and self._out and self._out[-1].cls == "quantity":
            return None  # 3B/7B/14B, 256x256
        if before == "/" and start >= 2 and text[start - 2].isalpha():
            named = names.after_slash(text, start)
            return self._refuse(*names.chain(text, start), "name", "digits after a slash in a name") if named else None
        if before == "=" and start >= 2 and text[start - 2] == "=":
            return self._refuse(*names.chain(text, start), "identifier", "a pinned version")
        if before in "§¶":
            return self._refuse(*names.chain(text, start), "identifier", "the number of a section")
        if before in _OPEN or before in CURRENCY:
            return names.bracketed(self, text, start) if before in "[(" and not self._isolated else None
        if names.is_letter(before) or before == "_":
            if before in "x×" and (start < 2 or text[start - 2] in _OPEN) and not names.x_name(text, start):
                return None  # x100
            word = names.letters_before(text, start)
            if word in CURRENCY_CODES:
                return None
            return self._refuse(*names.chain(text, start), "name", "digits glued to letters")
        if before in _HYPHENS:
            behind = text[start - 2] if start >= 2 else " "
            if behind == ")" and before in "–−":
                return None
            if behind.isalpha() or behind in "_)]+'’.":
                word = names.letters_before(text, start - 1)
                if word in names.OPEN_PREFIXES or _PERCENTAGE.match(text, start):
                    return None
                if before == "−" and behind.isalpha() or (before == "–" and 0 < len(word) <= 3 and self._run_end(start) == start + 1 and text[start] in "1234" and not text[start + 1 : start + 2].isalnum() and not text[start + 1 : start + 2] == "%"):
                    return self._refuse(start - 1, self._run_end(start), "name", "the exponent of a unit or variable")
                if behind == "." or (before in "–−" and word and not names.looks_named(text, start - 1)):
                    return None
                return self._refuse(*names.chain(text, start), "name", "digits hyphenated to a word")
            if behind == "^":
                return self._refuse(start - 1, names.chain(text, start)[1], "name", "an exponent")
            return None
        if before == "+" and start >= 2 and (text[start - 2].isalpha() or text[start - 2] == "+"):
            return self._refuse(*names.chain(text, start), "name", "digits joined to a word by +")
        if before == "%" and not (start >= 2 and text[start - 2].isdigit()):
            return self._refuse(start - 1, self._run_end(start), "identifier", "a percent code")
        if before in "@#^\\)]}":
            if before == "^" and start >= 2 and text[start - 2].isdigit():
                return self._refuse(start - 1, self._run_end(start), "name", "an exponent")
            return self._refuse(*names.chain(text, start), "identifier" if before == "#" else "name", f"digits after {before!r}")
        if before == "." and start >= 2 and text[start - 2].isalnum():
            return self._refuse(*names.chain(text, start), "name" if text[start - 2].isalpha() else "identifier", "digits of a dotted chain")
        return None

    def _run_end(self, start: int) -> int:
        end = start
        while end < len(self._text) and self._text[end].isdigit():
            end += 1
        return end

    def _vulgar(self, place: int, floor: int) -> int:
        numerator, denominator = VULGAR[self._text[place]]
        part = _Part(place, place + 1, Decimal(numerator))
        part.divisor = denominator
        self._mark(part)
        return self._composite(part, floor)

    def _number(self, start: int) -> _Part | None:
        """A single number in digits with exponent, scale and mark; None for a run of digits too long to be one."""
        text = self._text
        lead = start + 1 if text[start] == "." else start
        match = _NUMBER.match(text, lead)
        if match is None:
            return None
        end = match.end()
        digits = match[0]
        if lead != start:
            end = self._run_end(lead)
            digits = "0." + text[lead:end]
        if len(digits) > MAX_DIGITS:
            return None
        part = _Part(start, end, None)
        part.vague = False
        if lead != start:
            part.decimals = True
        elif match["grouped"] is not None:
            part.grouped = True
            part.decimals = match["grouped_decimals"] is not None
            part.spaced = " " in digits
            for space in (", '’" + _GROUP_SPACES):
                digits = digits.replace(space, "")
        elif match["comma"] is not None:
            part.decimals = True
            digits = digits.replace(",", ".")
        elif match["decimals"] is not None:
            part.decimals = True
        part.mantissa = Decimal(digits.replace("·", "."))
        part.digits = len(digits)
        self._scientific(part)
        fraction = _VULGAR_AFTER.match(text, part.end) if not part.decimals and not part.power else None
        if fraction is not None:
            self._mixed(part, fraction)
        self._mark(part)
        return part

    def _mixed(self, part: _Part, match: re.Match[str]) -> None:
        """An integer followed by a fraction: 2 1/2, 2½."""
        numerator, denominator = VULGAR[match["vulgar"]] if match["vulgar"] else (int(match["n"]), int(match["d"]))
        if not 0 < numerator < denominator:
            return
        assert part.mantissa is not None
        part.mantissa = part.mantissa * denominator + numerator
        part.divisor = denominator
        part.mixed = True
        part.end = match.end()

    def _scientific(self, part: _Part) -> None:
        text = self._text
        match = _POWER_OF_TEN.match(text, part.start) if part.mantissa == 10 and not part.decimals else None
        if match is not None:
            exponent = int((match["caret"] or match["raised"]).translate(_SUPERSCRIPT).replace(" ", ""))
            if abs(exponent) <= MAX_EXPONENT:
                part.mantissa, part.power, part.end = Decimal(1), exponent, match.end()
            return
        power = _POWER.match(text, part.end)
        if power is not None and not part.decimals and part.mantissa is not None and part.digits <= 6:
            exponent = int(power["exponent"])
            if exponent * part.digits <= MAX_DIGITS:
                part.mantissa, part.end, part.scaled = Decimal(int(part.mantissa) ** exponent), power.end(), "e"
            return
        match = _SCIENTIFIC.match(text, part.end)
        if match is None:
            return
        written = match["e"] or match["caret"] or match["raised"] or match["minus"] or match["lost"]
        exponent = int(written.translate(_SUPERSCRIPT).replace(" ", ""))
        if abs(exponent) > MAX_EXPONENT:
            return
        if match["lost"] is not None:
            assert part.mantissa is not None
            if part.mantissa >= 10 or part.grouped:
                return
        part.power = exponent
        part.end = match.end()
        part.scaled = "e"

    def _mark(self, part: _Part) -> None:
        """Scale, plus sign and unit behind a number."""
        text = self._text
        end = part.end
        if not part.grouped and not part.scaled:
            match = _SCALE.match(text, end)
            if match is not None:
                self._scale(part, match)
        elif part.grouped:
            match = _SCALE.match(text, end)
            if match is not None and match["words"]:
                self._scale(part, match)
        if text.startswith("+", part.end) and not text[part.end + 1 : part.end + 2].isdigit() and text[part.end + 1 : part.end + 2] not in ("-", "−", "–", "/"):
            if not text[part.end + 1 : part.end + 2].isalpha():
                part.end += 1
                part.scaled += "+"
        found = None if names.decade(self._low, part) else read_unit(text, self._low, part.end, part.scaled not in ("", "e"))
        if found is not None and found.optional and part.digits == 4 and not part.decimals and len(found.unit) == 1 and text[part.start] in "12" and not part.scaled:
            found = None  # "Weather 2014 T"
        if found is not None and found.rather_not:
            part.readings.append((part.power, found.unit, found.end))
        elif found is not None:
            if found.optional:
                part.readings.append((part.power, None, part.end))
            part.unit = found.unit
            part.end = found.end
            if text.startswith("+", part.end) and found.unit in ("%", "x") and not text[part.end + 1 : part.end + 2].isalnum() and text[part.end + 1 : part.end + 2] not in ("-", "−", "–", "/"):
                part.end += 1
                part.scaled += "+"
        self._plus(part)

    def _plus(self, part: _Part) -> None:
        """ "90%-plus": at least."""
        if self._low.startswith("-plus", part.end) and not self._low[part.end + 5 : part.end + 6].isalpha():
            part.end += 5
            part.scaled += "+"

    def _scale(self, part: _Part, match: re.Match[str]) -> None:
        letter = match["letter"] or match["spaced"]
        if letter is not None:
            if letter == "G" and part.digits < 2:
                return  # 5G
            part.power += _LETTER_POWERS[letter]
            part.scaled = letter
            if letter == "m" and not part.words:
                # metres or millions: what the claim writes selects
                part.readings.append((part.power - 6, "m", match.end()))
                if names.metres(self._low, match.end()):
                    part.readings[-1] = (part.power, None, match.end())
                    part.power -= 6
                    part.unit = "m"
            elif letter == "K":
                part.readings.append((part.power - 3, "K", match.end()))
        else:
            for word in re.split(r"[\s-]+", match["words"].lower()):
                word = word.removesuffix("s")
                if word == "dozen":
                    assert part.mantissa is not None
                    part.mantissa *= 12
                else:
                    part.power += 2 if word == "hundred" else SCALES[word]
            part.scaled = match["words"]
            half = _HALF.match(self._low, match.end())
            if half is not None and half["unit"] and part.mantissa is not None and part.power >= 3 and part.divisor == 1:
                # "3 million and a half": the half is one of the scale
                divisor = DENOMINATORS[half["unit"]]
                part.mantissa, part.divisor, part.mixed, part.end = part.mantissa * divisor + 1, divisor, True, half.end()
                return
        part.end = match.end()

    # -- putting the ends together ----------------------------------------------------------------------------------

    def _signed(self, part: _Part, floor: int) -> None:
        """Takes in the sign and the currency before a number."""
        text = self._text
        start = part.start
        if start > floor and text[start - 1] in "xX×" and part.unit is None and start - 1 >= floor and (start < 2 or text[start - 2] in _OPEN):
            part.unit = "x"
            start -= 1
        for _ in range(2):
            before = text[start - 1] if start > floor else " "
            if before in CURRENCY and part.unit is None:
                part.unit = before
                start -= 1
            elif before in _SIGNS and (start < 2 or text[start - 2] in _OPEN or text[start - 2] in CURRENCY):
                start = self._negate(part, before, start - 1)
            elif before == " " and start - 2 >= floor and text[start - 2] in CURRENCY and part.unit is None:
                part.unit = text[start - 2]
                start -= 2
            elif before == " " and start - 2 >= floor and text[start - 2] == "−" and (start < 3 or text[start - 3] in _OPEN):
                start = self._negate(part, "−", start - 2)
            elif before == " " and start == 2 and text[0] in "-–−":
                start = self._negate(part, "-", 0)
            else:
                break
        match = re.search(r"(?:^|[\s(])(minus|negative)\s+$", self._low[max(floor, start - 12) : start])
        if match is not None:
            start = self._negate(part, "-", max(floor, start - 12) + match.start(1))
        part.start = start

    def _negate(self, part: _Part, sign: str, start: int) -> int:
        if sign in "-−–" and part.mantissa is not None:
            part.mantissa = -part.mantissa
        part.signed = True
        return start

    def _composite(self, part: _Part, floor: int, *, indefinite: bool = False) -> int:
        """Joins a first end to what follows it (range, change, tolerance, ratio, fraction), then judges the context."""
        text, low = self._text, self._low
        inner = part.start
        self._signed(part, floor)
        refused = None if self._isolated else names.judge(self, part, inner)
        if refused is not None:
            return self._refuse(*refused)
        kind: Kind = "value"
        other = part
        start = part.start
        reason = "number"
        hour = _HOUR.match(low, part.end) if not part.decimals and part.digits <= 2 else None
        if hour is not None or (part.unit == "pm" and part.digits <= 2):
            return self._refuse(part.start, hour.end() if hour else part.end, "date", "an hour of the day")
        if _IDIOM.match(text, inner):
            return self._refuse(inner, inner + 4, "name", "an idiom")
        if part.divisor == 1 and not part.unit and not part.scaled:
            slash = _SLASH.match(text, part.end)
            if slash is not None and not part.decimals:
                return self._slash(part, slash, floor)
            colon = _COLON.match(text, part.end)
            if colon is not None and not part.decimals:
                clock = _CLOCK.match(text, part.end)
                if clock is not None:
                    return self._refuse(part.start, clock.end(), "date", "a time of day")
                other = self._simple(colon.start("b"), colon.end())
                return self._emit("ratio", part, other, start, other.end, None, "ratio")
        between = not self._isolated and low[max(floor, start - 12) : start].rstrip().endswith("between")
        if between or (self._isolated and low[:start].strip() == "between"):
            and_ = _AND.match(low, part.end)
            second = self._second(and_.end()) if and_ else None
            if second is not None:
                years = None if self._isolated else names.judge_pair(self, part, second)
                if years is not None:
                    return self._refuse(*years)
                self._inherit(part, second)
                start = low.rfind("between", 0, start)
                return self._emit("range", part, second, start, second.end, None, "between a and b")
        match = _TOLERANCE.match(text, part.end)
        if match is not None:
            second = self._second(match.end())
            if second is not None:
                self._inherit(part, second)
                return self._emit("tolerance", part, second, start, second.end, self._qualified(start, floor, part), "value ± tolerance")
        if part.decimals and not part.scaled and not part.unit:
            match = _PARENTHESISED.match(text, part.end)
            if match is not None:
                second = self._simple(match.start(1), match.end())
                assert part.mantissa is not None
                exponent = part.mantissa.as_tuple().exponent
                assert isinstance(exponent, int)
                second.power = exponent
                self._mark(second)
                self._inherit(part, second)
                return self._emit("tolerance", part, second, start, second.end, None, "value with its last digits' uncertainty")
        match = _RANGE.match(low, part.end)
        if match is not None:
            end = self._pair(part, match, start, floor)
            if end is not None:
                return end
        match = _OUT_OF.match(low, part.end) or (_ONE_IN.match(low, part.end) if part.mantissa == 1 else None)
        if match is not None and not part.unit:
            second = self._second(match.end())
            if second is not None and second.unit is None and second.mantissa is not None:
                return self._emit("ratio", part, second, start, second.end, None, "part out of a whole")
        if part.divisor != 1 and not part.mixed:
            kind = "fraction"
        magnitude = _MAGNITUDE.match(low, part.end)
        if magnitude is not None:
            part.unit, part.end = "orders of magnitude", magnitude.end()
        qualifier = self._qualified(start, floor, part)
        return self._emit(kind, part, other, start, part.end, qualifier, reason, indefinite=indefinite)

    def _qualified(self, start: int, floor: int, part: _Part) -> Qualifier | None:
        marked = bool(part.unit or part.scaled or part.grouped or part.decimals)
        value = part.mantissa if part.divisor == 1 else None
        small = not marked and value is not None and value < 20
        low_ = self._low
        return qualifier_before(self._text, self._low, start, floor, marked=marked, small=small, isolated=self._isolated, has_unit=part.unit in ("%", "x", "pp", "‰"), vague=part.vague, measured=_MEASURED.match(low_, part.end) is not None)

    def _simple(self, start: int, end: int) -> _Part:
        part = _Part(start, end, Decimal(self._text[start:end].strip("()")))
        part.vague = False
        return part

    def _second(self, start: int) -> _Part | None:
        """The other end of a pair, in digits or words, that begins at `start`."""
        text = self._text
        begin = start
        sign = ""
        if begin < len(text) and text[begin] in "+-−–" and begin + 1 < len(text):
            sign = text[begin]
            begin += 1
            if text[begin : begin + 1] == " ":
                begin += 1
        currency = ""
        if text[begin : begin + 1] and text[begin] in CURRENCY:
            currency = text[begin]
            begin += 1
        if begin >= len(text):
            return None
        head = text[begin]
        part: _Part | None
        if head in "0123456789" or (head == "." and text[begin + 1 : begin + 2].isdigit()):
            part = self._number(begin)
            if part is None or names.glued_after(text, part.end):
                return None
        elif sign:
            return None
        else:
            factor = _FACTOR.match(self._low, begin)
            if factor is not None:
                part = _Part(begin, factor.end(), Decimal(FACTORS[factor[0]]))
                part.unit, part.words = "x", True
            else:
                part = self._cardinal(begin)
        if part is None:
            return None
        part.start = start
        if sign:
            self._negate(part, sign, start)
        if currency and part.unit is None:
            part.unit = currency
        return part

    def _inherit(self, first: _Part, second: _Part) -> None:
        """Scale and mark of the second end go to the first where it has none (100-200k, 3-5x)."""
        if first.unit is None and second.unit is not None:
            first.unit = second.unit
        elif second.unit is None and first.unit is not None and (first.unit in CURRENCY or second.mantissa is not None):
            second.unit = first.unit
        if (
            not first.scaled
            and second.scaled
            and not second.scaled.startswith(("e", "+"))
            and first.mantissa is not None
            and second.mantissa is not None
            and first.divisor == 1
            and not first.grouped
            and first.mantissa <= second.mantissa
        ):
            first.power += second.power - (0 if not second.scaled else 0)

    def _pair(self, first: _Part, match: re.Match[str], start: int, floor: int) -> int | None:
        """A range or change from `first` to what follows the separator; None where that is no number."""
        if match["dash"] is not None and match["before"] and not match["after"] and not first.unit and match["dash"].strip() in "-+":
            pass  # "2.3x -14.9x", "4 -6": an odd spacing of a range
        second = self._second(match.end())
        if second is None or second.mantissa is None or first.mantissa is None:
            return None
        if match["dash"] is not None or match["em"] is not None:
            follow = self._text[second.end : second.end + 2]
            if follow[:1] in _HYPHENS and follow[1:].isdigit() and second.unit is None and follow[:1] != "−":
                return self._refuse(*names.chain(self._text, first.start), "identifier", "a chain of numbers")
            if first.unit and second.unit and first.unit != second.unit:
                return None
            written = self._text[second.start : second.end]
            if len(written) > 1 and written.startswith("0") and written.isdigit():
                return self._refuse(first.start, second.end, "identifier", "a telephone number or the like")
            if match["dash"] == "−" and not match["before"] and not match["after"] and first.mantissa == 10 and not first.decimals and first.unit is None and second.mantissa < 10:
                first.mantissa, first.power, first.end = Decimal(1), -int(second.mantissa), second.end
                first.unit, first.readings = second.unit, second.readings
                return self._emit("value", first, first, start, first.end, self._qualified(start, floor, first), "a power of ten that lost its superscript")
            if match["before"] and match["after"] and not (first.unit or second.unit or first.decimals == second.decimals):
                return None
            if second.words and match["dash"] is not None and match["before"]:
                return None
        if not self._isolated:
            refused = names.judge_pair(self, first, second)
            if refused is not None:
                return self._refuse(*refused)
        self._inherit(first, second)
        magnitude = _MAGNITUDE.match(self._low, second.end)
        if magnitude is not None:
            first.unit = second.unit = "orders of magnitude"
            second.end = magnitude.end()
        low, high = self._value(first), self._value(second)
        kind: Kind = "range" if low <= high else "change"
        reason = "range" if kind == "range" else "change, falling"
        qualifier = None
        if match["to"] is not None or match["arrow"] is not None:
            head = self._low[max(floor, start - 8) : start]
            if head.rstrip().endswith("from") and (len(head) < 6 or not head.rstrip()[:-4][-1:].isalpha()):
                start = self._low.rfind("from", 0, start)
                reason = "from a to b"
            else:
                qualifier = self._qualified(start, floor, second)
            if match["to"] is not None and reason != "from a to b" and low < 0 and high < 0:
                kind, reason = "range", "range of decreases"
            if match["arrow"] is not None:
                kind, reason = "change", "a → b"
        else:
            qualifier = self._qualified(start, floor, second)
        return self._emit(kind, first, second, start, second.end, qualifier, reason)

    @staticmethod
    def _value(part: _Part) -> Decimal:
        assert part.mantissa is not None
        return part.mantissa.scaleb(part.power) / part.divisor

    def _slash(self, part: _Part, match: re.Match[str], floor: int) -> int:
        """a/b: a fraction, or a rating; 1/2/2020 and 24/7 are dates and idioms."""
        text = self._text
        if text[match.end() : match.end() + 1] == "/" and text[match.end() + 1 : match.end() + 2].isdigit():
            date = _DATE.match(text, part.start)
            if date is not None:
                return self._refuse(part.start, date.end(), "date", "a date in digits")
            if _PERCENT_LIST.match(text, part.end):
                part.unit = "%"
                part.readings.append((part.power, None, part.end))
            return self._emit("value", part, part, part.start, part.end, self._qualified(part.start, floor, part), "a list with slashes")
        denominator = match["d"]
        if "." in denominator or len(denominator) > MAX_DIGITS or int(denominator) == 0 or names.glued_after(text, match.end()):
            return self._emit("value", part, part, part.start, part.end, self._qualified(part.start, floor, part), "number before a slash")
        if _PERCENT_LIST.match(text, part.end):  # 45/19%: two percentages, no fraction
            part.unit = "%"
            part.readings.append((part.power, None, part.end))
            return self._emit("value", part, part, part.start, part.end, self._qualified(part.start, floor, part), "a list with slashes")
        part.divisor = int(denominator)
        part.end = match.end()
        part.readings.clear()
        self._mark(part)
        return self._emit("fraction", part, part, part.start, part.end, self._qualified(part.start, floor, part), "fraction")

    # -- words ------------------------------------------------------------------------------------------------------

    def _cardinal(self, start: int) -> _Part | None:
        """A number in words with its decimals, halves, scale and unit, at `start`."""
        low = self._low
        found = read_words(low, start)
        if found is None or (self._text[found.end : found.end + 1].isalnum()):
            return None
        part = _Part(start, found.end, Decimal(found.value))
        part.vague = False
        part.words = True
        point = read_point(low, found.end)
        if point is not None:
            part.mantissa = Decimal(f"{found.value}.{point[0]}")
            part.end = point[1]
            part.decimals = True
        half = _HALF.match(low, part.end)
        if half is not None and not part.decimals:
            numerator, denominator = (1, DENOMINATORS[half["unit"]]) if half["unit"] else (SMALL[half["n"]], DENOMINATORS[half["d"]])
            assert part.mantissa is not None
            part.mantissa = part.mantissa * denominator + numerator * _last_scale(low, start, found.end)
            part.divisor = denominator
            part.mixed = True
            part.end = half.end()
        else:
            fraction = _FRACTION_WORD.match(low, part.end)
            if fraction is not None and (fraction["plural"] or fraction["word"] == "halves" or part.mantissa == 1):
                if fraction["word"]:
                    part.divisor = DENOMINATORS[fraction["word"]]
                else:
                    part.divisor = TENS[fraction["tens"]] + (_ORDINAL_VALUES.get(fraction["ones"]) or DENOMINATORS[fraction["ones"]])
                part.end = fraction.end()
        if part.divisor != 1 or part.decimals or not found.ends_in_scale:
            match = _SCALE.match(low, part.end)
            if match is not None and match["words"]:
                self._scale(part, match)
        found_unit = read_unit(self._text, low, part.end, scaled=True)
        if found_unit is not None and found_unit.rather_not:
            part.readings.append((part.power, found_unit.unit, found_unit.end))
        elif found_unit is not None:
            if found_unit.optional:
                part.readings.append((part.power, None, part.end))
            part.unit, part.end = found_unit.unit, found_unit.end
        return part

    def _word(self, match: re.Match[str], floor: int) -> int:
        """Reads what begins with a number word."""
        text, low = self._text, self._low
        start, end, word = match.start(), match.end(), match[0]
        if start and (text[start - 1].isalnum() or text[start - 1] in "_\\"):
            return end
        if text[end : end + 1].isalnum() or text[end : end + 1] == "_":
            return end
        if start >= 2 and text[start - 1] in "-‐‑" and text[start - 2].isalnum():
            hyphened = names.letters_before(text, start - 1)
            if hyphened not in ("to", "and", "or", "of", "by") or word in ORDINALS or word == "one":
                return self._refuse(start, end, "name", "a number word hyphenated to a word") if word in SMALL else end
        if word == "tens" and not low.startswith((" of ", " to "), end):
            return end
        if word in VAGUE or word == "several":
            some = _SOME.search(low, max(floor, start - 14), start)
            return self._vague(some.start(1) if some else start, end, word, floor)
        if word in ("order", "orders"):
            magnitude = _MAGNITUDE.match(low, start)
            if magnitude is None:
                return end
            part = _Part(start, magnitude.end(), None if word == "orders" else Decimal(1))
            part.unit = "orders of magnitude"
            head = low[max(floor, start - 3) : start]
            if word == "order" and head.endswith("an "):
                part.start = start - 3
            return self._emit("value", part, part, part.start, part.end, self._qualified(part.start, floor, part), "order of magnitude")
        if word in FACTORS:
            part = _Part(start, end, Decimal(FACTORS[word]))
            part.unit, part.words = "x", True
            if word == "twice" and not self._isolated and names.twice_as_often(low, end):
                part.readings.append((0, None, end))
            return self._composite(part, floor)
        if word == "quarter" and re.match(r"[\s-]+(?:of\s+a\s+)?(?:million|billion|trillion)(?![a-z])", low[end : end + 18]):
            return self._half(start, end, floor, 4)
        if word in ORDINALS or word == "quarter":
            return self._ordinal(start, end, word, floor)
        if word == "half":
            return self._half(start, end, floor)
        if word == "dozen":
            return self._dozen(start, end, floor)
        begin = start
        if word == "hundred" or word in SCALES:
            vague = re.search(r"(?:several|a few|many|a couple of|some)\s+$", low[max(floor, start - 14) : start])
            if vague is not None:
                begin = max(floor, start - 14) + vague.start()
                return self._vague(begin, end, word, floor)
            article = re.search(r"(?:^|[\s(])(an?)[\s-]+$", low[max(floor, start - 4) : start])
            if article is None:
                if not self._isolated and not re.match(r"[\s-]+(?:thousand|million|billion|dollars|percent)", low[end : end + 10]) and start != 0:
                    hyphen = _WORD_AFTER.match(low, end)
                    if hyphen is None:
                        return end
            else:
                begin = max(floor, start - 4) + article.start(1)
        part = self._cardinal(begin)
        if part is None:
            return end
        if word == "zero" and not self._isolated and re.match(r"-[a-z]| shot", low[part.end : part.end + 5]):
            return self._refuse(part.start, names.chain(text, part.end)[1], "name", "zero-shot and the like")
        if word == "one" and part.mantissa == 1 and part.divisor == 1 and not self._isolated and part.unit in (None, "pp"):
            judged = names.one(low, text, start, end)
            if judged == "pronoun":
                return end
        ordinal = _ORDINAL_AFTER.match(low, part.end)
        if ordinal is not None and part.divisor == 1 and part.unit is None and (part.mantissa or 0) >= 20:
            return self._refuse(part.start, ordinal.end(), "ordinal", "an ordinal in words")
        if low.startswith(("- and ", "- or "), part.end) and not self._isolated:
            return self._refuse(part.start, part.end, "name", "a number word that makes a fixed adjective with a later noun")
        if text[part.end : part.end + 1] == "/" and text[part.end + 1 : part.end + 2].isalpha() and not self._isolated:
            return self._refuse(part.start, names.chain(text, part.end)[1], "name", "a number word in a pair of words")
        if _SIDED.match(low, part.end):
            return self._refuse(part.start, part.end, "name", "a number word that makes a fixed adjective with its noun")
        if word == "one" and low.startswith(("-to-", "-on-", "-by-", "-for-"), part.end):
            return self._refuse(part.start, names.chain(text, part.end)[1], "name", "one-to-one and the like")
        hyphen = _WORD_AFTER.match(low, part.end) if part.unit is None else None
        if hyphen is not None and hyphen[1] not in ("to", "and", "or", "out", "in") and not self._isolated:
            if hyphen[1] not in _MEASURES and part.mantissa is not None and part.mantissa < 1000:
                return self._refuse(part.start, hyphen.end(), "name", "a number word that makes a fixed adjective with its noun")
        if not self._isolated and start > 1 and text[start].isupper() and names.in_title(text, start, part.end):
            return self._refuse(part.start, part.end, "name", "a capitalised number word in a name")
        partitive = word == "one" and part.mantissa == 1 and part.divisor == 1 and part.unit is None and (
            _PARTITIVE.match(low, part.end) or (text[start].isupper() and _ONE_KEY.match(low, part.end))
        )
        return self._composite(part, floor, indefinite=bool(partitive))

    def _vague(self, start: int, end: int, word: str, floor: int) -> int:
        low = self._low
        match = _VAGUE.match(low, start)
        stop = end
        if match is not None:
            stop = match.end()
            more = _VAGUE_TO.match(low, stop)
            if more is not None:
                tail = _VAGUE.match(low, more.end())
                if tail is not None:
                    stop = tail.end()
        indefinite = match is None
        part = _Part(start, max(stop, end), None)
        found = read_unit(self._text, low, part.end, scaled=True)
        if found is not None and not indefinite:
            part.unit, part.end = found.unit, found.end
        qualifier = None if indefinite else self._qualified(start, floor, part)
        magnitude = _MAGNITUDE.match(low, part.end)
        if magnitude is not None:
            part.unit, part.end, indefinite = "orders of magnitude", magnitude.end(), False
        return self._emit("value", part, part, start, part.end, qualifier, "vague quantity", indefinite=indefinite)

    def _ordinal(self, start: int, end: int, word: str, floor: int) -> int:
        """First, third …; "a third of" and "a quarter" are fractions."""
        low = self._low
        text_before = low[start - 1 : start]
        if word in DENOMINATORS and self._text[end : end + 1] != "-":
            article = re.search(r"(?:^|[\s(])(an?)\s+$", low[max(floor, start - 4) : start])
            if article is not None and word != "second" and (
                _FRACTION_FOLLOWS.match(low, end)
                or self._isolated
                or (low.startswith(",", end) and _BEFORE_FRACTION.search(low[max(0, start - 24) : start]))
            ):
                part = _Part(max(floor, start - 4) + article.start(1), end, Decimal(1))
                part.divisor, part.words = DENOMINATORS[word], True
                return self._composite(part, floor)
            if word in ("trillionth", "billionth", "millionth", "thousandth", "hundredth") and article is not None:
                part = _Part(max(floor, start - 4) + article.start(1), end, Decimal(1))
                part.divisor, part.words = DENOMINATORS[word], True
                return self._composite(part, floor)
        if word == "quarter":
            return end
        if word == "second" and (names.time_unit(low, start) or text_before == "/"):
            return end
        return self._refuse(start, end, "ordinal", "an ordinal word")

    def _half(self, start: int, end: int, floor: int, divisor: int = 2) -> int:
        text, low = self._text, self._low
        if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha() and not re.match(r"-(?:a|million|billion|hour|year|mile|day|price|the)", low[end:]):
            return end
        if names.half_is_noun(low, start):
            return end
        begin = start
        article = re.search(r"(?:^|[\s(])(an?)\s+$", low[max(floor, start - 4) : start])
        if article is not None:
            begin = max(floor, start - 4) + article.start(1)
        part = _Part(begin, end, Decimal(1))
        part.divisor, part.words = divisor, True
        percent = _A_PERCENT.match(low, end)
        if percent is not None:
            part.end, part.unit, part.mixed = percent.end(), "%", True
        scale = re.compile(r"(?:-|\s+)(?:of\s+)?(?:an?(?:-|\s+))?(hundred|thousand|million|billion|trillion|dozen)(?![a-z])").match(low, end)
        if scale is not None:
            part.end = scale.end()
            part.mixed = True
            if scale[1] == "dozen":
                part.mantissa = Decimal(12)
            else:
                part.power = 2 if scale[1] == "hundred" else SCALES[scale[1]]
        return self._composite(part, floor)

    def _dozen(self, start: int, end: int, floor: int) -> int:
        low = self._low
        vague = re.search(r"(?:several|a few|many|a couple of|some)\s+$", low[max(floor, start - 14) : start])
        if vague is not None:
            return self._vague(max(floor, start - 14) + vague.start(), end, "dozen", floor)
        article = re.search(r"(?:^|[\s(])(an?)\s+$", low[max(floor, start - 4) : start])
        part = _Part(max(floor, start - 4) + article.start(1) if article else start, end, Decimal(12))
        part.words = True
        return self._composite(part, floor)
