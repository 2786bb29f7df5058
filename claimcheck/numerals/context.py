"""The text that is being read, what was read of it so far, and how a finding is put down."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from claimcheck.numerals.model import Bound, Class, End, Kind, Mention
from claimcheck.numerals.parts import Part
from claimcheck.numerals.qualifiers import Qualifier, QualifierAfter, qualifier_after
from claimcheck.text.render import Rendering

_LINE_BREAK: Final = re.compile(r"[\t\n\v\f\r](?<!\n\n)(?![ \t\r]*\n)")
"""A line break is a blank, and so are tabs; only an empty line parts what stands before it from what follows."""
_COMMA: Final = re.compile(r",\s")
_DIGITS: Final = re.compile("[0-9]{1,4}")
_LOWER_WORD: Final = re.compile(r"(?<![-\w])[a-z]+(?![-\w])")
_GLUED_TO_DECIMAL: Final = re.compile(r"[0-9]\.[0-9]{1,9}([A-CE-Za-ce-z][A-Za-z]{0,5})(?![A-Za-z0-9_])")

_DRAWN: Final = ("text-to-image", "image generation", "flow-based", "denois")
_DOLLAR: Final = re.compile(r"\$|\\[()]")
"""Where a formula begins or ends."""
_DEFINED_UNIT: Final = re.compile(r"(?<![\w.-])1([A-Z][A-Za-z]{0,4})\s?[=≈]\s?[0-9]")
_MAGNETS: Final = re.compile("MRI|NMR|[Ss]canner|[Mm]agnet|[Tt]esla")
_RESOLUTION: Final = re.compile(r"(?<![0-9.])[0-9]{1,2}K(?= resolution)")
_LIST_END: Final = re.compile(r",? (?:and|or|vs\.?|versus) ")
_LISTED: Final = re.compile(r",?\s(?:and|or)\s|,\s")
_SHARED_UNITS: Final = frozenset(
    "% pp x ms s min h GB MB TB mm cm m km nm kg g mg mL L Hz kHz MHz GHz W V K °C dB mV ns".split()
)
_SHARED_SCALES: Final = frozenset({"million", "billion", "thousand", "M", "B"})
_BRACKET: Final = re.compile(r"\(([0-9]{1,4})\)")
_BRACKETS_IN_A_ROW: Final = re.compile(
    r"(?<![A-Za-z])(?!(?:[Ee]qs?|[Rr]efs?|[Ss]ee|[Tt]ables?|[Ff]igs?)\b)[A-Za-z]{3,20} \([0-9]{1,4}\)"
    r"(?:(?:,| and|, and| or) (?:[a-z]{1,15} ){0,2}[A-Za-z]{3,20} \([0-9]{1,4}\)){1,20}"
)
_INDEX: Final = re.compile(r"[_^]\{(?<=[A-Za-z})][_^]\{)[^{}\n]{1,40},[^{}\n]{1,40}\}")
"""An index of several entries."""
_VARIABLE: Final = re.compile(r"(?:\$|\\\()\s*([kKmMbBTG])\s*(?:\$|\\\)|[=,<>^_+-]|\\(?:in|le|ge|to|times)(?![a-z]))")


def on_one_line(text: str) -> str:
    """A text with a blank for each of its line breaks; an empty line stays."""
    lines = text.split("\n")
    if any(map(text.__contains__, "\t\v\f\r")) or not all(map(str.strip, lines)):
        return _LINE_BREAK.sub(" ", text)
    return " ".join(lines)  # the usual case, in a fifth of the time


class Context:
    """One text: its rendering (`text`), that in lower case with the same offsets (`low`), and the mentions found.

    `done` is the end of the last mention in the rendering, `last_name` the end of the last refused name, `last_split` where
    the next part of a split begins. `isolated` says that the text is nothing but a number, where no neighbourhood can make it
    a name or a date.
    """

    __slots__ = (
        "_counted_brackets",
        "_dollars",
        "_draws",
        "_glued_units",
        "_has_magnets",
        "_indexes",
        "_lower_words",
        "_raw_done",
        "_resolutions",
        "_variables",
        "done",
        "isolated",
        "last_name",
        "last_split",
        "low",
        "out",
        "text",
        "view",
    )

    def __init__(self, view: Rendering, isolated: bool) -> None:
        self.view = view
        self.text = on_one_line(view.text)
        self.low = self.text.replace("\u0130", "I").lower()  # the one letter whose small form is longer
        self.isolated = isolated
        self.out: list[Mention] = []
        self.done = 0
        self._raw_done = 0
        self.last_name = -1
        self.last_split: int | None = None
        self._lower_words: frozenset[str] | None = None
        self._glued_units: frozenset[str] | None = None
        self._resolutions: frozenset[str] | None = None
        self._variables: frozenset[str] | None = None
        self._counted_brackets: frozenset[int] | None = None
        self._indexes: list[tuple[int, int]] | None = None
        self._dollars: list[int] | None = None
        self._has_magnets: bool | None = None
        self._draws: bool | None = None

    def lower_words(self) -> frozenset[str]:
        if self._lower_words is None:
            self._lower_words = frozenset(_LOWER_WORD.findall(self.text))
        return self._lower_words

    def glued_units(self) -> frozenset[str]:
        """Letters that the text has glued to a decimal (1.4Rp), or defines (1Rp = 700 km): a unit behind any number."""
        if self._glued_units is None:
            self._glued_units = frozenset(_GLUED_TO_DECIMAL.findall(self.text) + _DEFINED_UNIT.findall(self.text))
        return self._glued_units

    def variables(self) -> frozenset[str]:
        """The letters that stand alone in the text's mathematics ($K$, $T=5$): they are no scales there."""
        if self._variables is None:
            self._variables = frozenset(_VARIABLE.findall(self.view.raw))
        return self._variables

    def has_magnets(self) -> bool:
        """Whether T is tesla here: the text speaks of magnets or of what has them."""
        if self._has_magnets is None:
            self._has_magnets = _MAGNETS.search(self.text) is not None
        return self._has_magnets

    def draws_with_diffusion(self) -> bool:
        """Whether SD may be Stable Diffusion here, and no standard deviation."""
        if self._draws is None:
            low = self.low
            drawn = "diffusion" in low and any(word in low for word in _DRAWN)
            self._draws = drawn or "stable diffusion" in low or "SDXL" in self.text
        return self._draws

    def counted_brackets(self) -> frozenset[int]:
        """Where brackets open that tell how many there are of what stands before: several in a row, whose numbers do not rise
        as those of references would: "patients (42) and controls (38)"."""
        if self._counted_brackets is None:
            found: set[int] = set()
            for row in _BRACKETS_IN_A_ROW.finditer(self.text):
                members = list(_BRACKET.finditer(self.text, *row.span()))
                counts = [int(each[1]) for each in members]
                if min(counts) >= 5 and any(later <= earlier for earlier, later in pairwise(counts)):
                    found |= {each.start() for each in members}
            self._counted_brackets = frozenset(found)
        return self._counted_brackets

    def index_end(self, place: int) -> int | None:
        """Where the index in braces ends that the number at a place of the rendering is an entry of (W^{1,2}); None outside of one."""
        if self._indexes is None:
            raw = self.view.raw
            self._indexes = [match.span() for match in _INDEX.finditer(raw)] if "_{" in raw or "^{" in raw else []
        if not self._indexes:
            return None
        at = self.view.raw_start(place)
        before = bisect_left(self._indexes, (at,))
        stop = self._indexes[before - 1][1] if before else 0
        end = self.until(place, stop)
        return end if end > place else None

    def until(self, place: int, stop: int) -> int:
        """The first place of the rendering, from `place` on, that stands at or behind `stop` of the raw text."""
        while self.view.raw_start(place) < stop:
            place += 1
        return place

    def in_formula(self, place: int) -> bool:
        """Whether a place of the rendering stands in a formula of the raw text that begins at most sixty characters before."""
        if self._dollars is None:
            self._dollars = [match.start() for match in _DOLLAR.finditer(self.view.raw)]
        at = self.view.raw_start(place)
        before = bisect_left(self._dollars, at)
        return before % 2 == 1 and at - self._dollars[before - 1] <= 60

    def resolutions(self) -> frozenset[str]:
        """What the text calls a resolution (4K)."""
        if self._resolutions is None:
            self._resolutions = frozenset(_RESOLUTION.findall(self.text))
        return self._resolutions

    def refuse(self, start: int, end: int, cls: Class, reason: str, stated: Part | None = None) -> int:
        """Puts down digits or words that are no quantity; returns where they end. `stated` is what a claim may state of them."""
        start = max(start, self.done)
        self.done = end
        span = self.view.raw_span(start, end)
        text = self.view.raw[span.start : span.end]
        if span.start < self._raw_done:
            return end  # one piece of markup (\\frac) that was read already
        self._raw_done = span.end
        low, high = self._dated(start, end) if cls == "date" else (None, None)
        kind: Kind = "value" if low is high else "range"
        readings: tuple[Mention, ...] = ()
        if stated is not None:
            one = self._end(stated)
            readings = (Mention(one.text, one.start, one.end, "quantity", "value", one, one, reason=reason),)
        self.out.append(Mention(text, span.start, span.end, cls, kind, low, high, reason=reason, readings=readings))
        if cls == "name":
            self.last_name = end
        return end

    def emit(
        self,
        kind: Kind,
        low: Part,
        high: Part,
        start: int,
        end: int,
        qualifier: Qualifier | None,
        reason: str,
        *,
        indefinite: bool = False,
        between: Sequence[Part] = (),
        whole: Part | None = None,
    ) -> int:
        """Puts down a quantity with its qualifier, and further readings where the text leaves a choice."""
        behind = qualifier_after(self.low, end)
        low_end = self._end(low)
        high_end = low_end if high is low else self._end(high)
        bound: Bound | None = None
        approximate = False
        inner = start
        if qualifier is not None and not qualifier.rather_not:
            start, bound, approximate = qualifier.start, qualifier.bound, qualifier.approximate
        if behind.either and bound is not None:
            behind = QualifierAfter(end)  # "up to 5% or better"
        if behind.bound is not None:
            end, bound = behind.end, behind.bound
        elif bound is None and (low.scaled.endswith("+") or high.scaled.endswith("+")):
            bound = "at-least"
        if behind.approximate:
            end, approximate = behind.end, True
        unit = high.unit
        mention = self._mention(start, end, kind, low_end, high_end, unit, bound, approximate, reason, indefinite)
        readings: list[Mention] = []
        if qualifier is not None and qualifier.rather_not:
            unsure = f"{reason}; the word before may bound it"
            readings.append(
                self._mention(
                    qualifier.start,
                    end,
                    kind,
                    low_end,
                    high_end,
                    unit,
                    qualifier.bound,
                    qualifier.approximate,
                    unsure,
                    indefinite,
                )
            )
        elif qualifier is not None and qualifier.doubtful:
            unsure = f"{reason}; the word before may not bound it"
            readings.append(self._mention(inner, end, kind, low_end, high_end, unit, None, False, unsure, indefinite))
        if behind.either or (qualifier is not None and qualifier.either):
            readings.append(replace(mention, bound="at-most" if bound == "at-least" else "at-least"))
        if between:
            sides = tuple(map(self._end, between))
            mention, *readings = (replace(each, between=sides) for each in (mention, *readings))
        bases = (mention, *readings)
        for power, other_unit, other_end in high.readings:
            stop = self.view.raw_span(high.start, other_end).end
            written = self.view.raw[high_end.start : stop]
            other_high = replace(high_end, text=written, end=stop, power=power, unit=other_unit)
            other_low = replace(
                low_end,
                power=power if low.power == high.power else low_end.power,
                unit=other_unit if low.unit == high.unit else low_end.unit,
            )
            low_of_reading = other_high if high is low else other_low
            readings += [
                replace(
                    base,
                    text=self.view.raw[base.start : stop],
                    end=stop,
                    low=low_of_reading,
                    high=other_high,
                    unit=other_unit,
                )
                for base in bases
            ]
        if not (bound or approximate):
            readings += self._qualified_too(mention, start)
        if whole is not None:
            readings += [self._some_of(each, whole) for each in bases]
        if low.until is not None:
            readings.append(self._range(mention, low.until))
        if unit is not None or low.scaled in _SHARED_SCALES:
            self._share(start, unit, low_end.power if low.scaled in _SHARED_SCALES else 0)
        self.done = end
        if mention.start < self._raw_done:
            return end
        self._raw_done = mention.end
        self.out.append(replace(mention, readings=tuple(readings)) if readings else mention)
        return end

    def _qualified_too(self, mention: Mention, start: int) -> list[Mention]:
        """The number behind "and" as what bounds the one before may bound it, too: "up to 1.35x and 1.50x"."""
        if not self.out or _LISTED.fullmatch(self.text, self.done, start) is None:
            return []
        first = self.out[-1]
        if (first.kind, first.unit) != (mention.kind, mention.unit):
            return []
        reason = f"{mention.reason}; what bounds the number before may bound it, too"
        return [
            replace(mention, bound=each.bound, approximate=each.approximate, reason=reason)
            for each in first.all_readings()
            if (each.bound or each.approximate) and (each is not first or first.text[0].isalpha())  # no "p < 0.05, 10"
        ][:1]

    def _some_of(self, mention: Mention, whole: Part) -> Mention:
        """A number with the one behind "of", which tells of how many it is: "25 of the 30"; each is a number by itself, too."""
        end = self._end(whole)
        text = self.view.raw[mention.start : end.end]
        reason = f"{mention.reason}; or part out of a whole"
        return replace(mention, text=text, end=end.end, kind="ratio", high=end, unit=end.unit, reason=reason)

    def _range(self, mention: Mention, until: Part) -> Mention:
        """A number with the one behind "to", where the two may be a range: "improves by 2 to 30"."""
        high = self._end(until)
        assert mention.low is not None
        low = replace(mention.low, unit=mention.low.unit or high.unit)
        text = self.view.raw[mention.start : high.end]
        assert low.value is not None and high.value is not None
        kind: Kind = "range" if low.value <= high.value else "change"
        reason = "a range, or by how much and to what level"
        return replace(mention, text=text, end=high.end, kind=kind, low=low, high=high, unit=high.unit, reason=reason)

    def _share(self, start: int, unit: str | None, power: int) -> None:
        """The numbers of a list may be meant in the unit or scale of its last one, which is about to be put down at `start`:
        "5, 7 and 10%", "5 and 6 million".

        They keep what is written as their first reading.
        """
        between = _LIST_END.fullmatch(self.text, self.done, start)
        if not self.out or between is None or (unit is not None and unit not in _SHARED_UNITS):
            return
        raw = self.view.raw
        last = len(self.out) - 1
        first = last
        while _COMMA.fullmatch(raw, self.out[first - 1].end, self.out[first].start):
            first -= 1
        if first == last and between[0].startswith(","):
            return  # "3.4% at 1000, and 5.9%"
        for at in range(last, first - 1, -1):
            each = self.out[at]
            low = each.low
            plain = each.is_quantity and each.kind == "value" and each.unit is None and not each.readings
            if not plain or low is None or low.mantissa is None or low.power:
                return
            if unit == "%" and each.text.startswith(("0.", ".")):
                return  # "0.9487 or 94.87%"
            low = replace(low, unit=unit, power=power)
            reason = f"{each.reason}; what stands behind the list may be its own"
            self.out[at] = replace(each, readings=(replace(each, low=low, high=low, unit=unit, reason=reason),))

    def _mention(
        self,
        start: int,
        end: int,
        kind: Kind,
        low: End,
        high: End,
        unit: str | None,
        bound: Bound | None,
        approximate: bool,
        reason: str,
        indefinite: bool,
    ) -> Mention:
        span = self.view.raw_span(start, end)
        text = self.view.raw[span.start : span.end]
        return Mention(
            text, span.start, span.end, "quantity", kind, low, high, unit, bound, approximate, reason, indefinite
        )

    def _end(self, part: Part) -> End:
        span = self.view.raw_span(part.start, part.end)
        text = self.view.raw[span.start : span.end]
        return End(text, span.start, span.end, part.mantissa, part.power, part.divisor, part.signed, part.unit)

    def _dated(self, start: int, end: int) -> tuple[End | None, End | None]:
        """The year of a day (2021-05-03), else the first and the last number of a date; None where it holds none in digits."""
        found = [
            self._end(Part(start + match.start(), start + match.end(), Decimal(match[0])))
            for match in _DIGITS.finditer(self.text[start:end])
        ]
        years = [each for each in found if len(each.text) == 4]
        if years and len(found) != 2:  # 2012-13 are two years
            found = years
        return (found[0], found[-1]) if found else (None, None)
