"""Why a claim's number is not (wholly) where the claim says: one diagnosis, which the rules on numbers share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.dataset import ClaimInContext, Value, candidates, scope, stated_change
from claimcheck.matching.beside import stand_at, words_beside
from claimcheck.matching.values import Difference, compare, same
from claimcheck.numerals import Mention
from claimcheck.suggest import first_few

_RULES: Final = {
    Difference.PART: "partial-quantity",
    Difference.EXTENDED: "partial-quantity",
    Difference.PART_OTHERWISE: "partial-quantity",
    Difference.EXTENDED_OTHERWISE: "partial-quantity",
    Difference.ORDER: "partial-quantity",
    Difference.SIGN: "partial-quantity",
    Difference.BOUND_LOST: "partial-quantity",
    Difference.BOUND_INVENTED: "partial-quantity",
    Difference.BOUND_CHANGED: "partial-quantity",
    Difference.APPROXIMATE_LOST: "partial-quantity",
    Difference.APPROXIMATE_INVENTED: "partial-quantity",
    Difference.UNIT: "unit-differs",
    Difference.SCALE: "unit-differs",
    Difference.PRECISION: "precision-differs",
    Difference.ZERO_IN_FRONT: "precision-differs",
}
_MOST: Final = 200
"""So many numbers of a quote are compared with a value that is none of them; a sentence has fewer."""
_AHEAD: Final = 12
"""So many characters before a number are looked at for a word that denies it."""
_INVISIBLE: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_RANK: Final = {difference: rank for rank, difference in enumerate(Difference)}


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """What is wrong with a number field, and by which rule; `at` is the number of the abstract that it is about."""

    rule: str
    message: str
    help: str
    at: int | None = None


def verdicts(claim: ClaimInContext) -> tuple[tuple[Value, Verdict], ...]:
    """What is wrong with the value and the baseline value of a claim whose quote stands in its abstract.

    Several rules ask; the answer is worked out once.
    """
    if claim.verdicts is None:
        claim.verdicts = tuple(_verdicts(claim))
    return claim.verdicts


def verified(claim: ClaimInContext) -> bool:
    """Whether quote, value and baseline value of a claim stand where they must: what a table or an export shows as true."""
    return claim.quote.place is not None and not verdicts(claim)


def _verdicts(claim: ClaimInContext) -> list[tuple[Value, Verdict]]:
    if claim.quote.place is None:
        return []
    found: list[tuple[Value, Verdict]] = []
    if claim.value_at is None and (broken := _broken_change(claim)) is not None:
        return [broken]
    for value, at in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
        if value is None or (verdict := _verdict(claim, value, at)) is None:
            continue
        shared = at is None and verdict.at is not None and verdict.at == claim.value_at
        found.append((claim.value if shared and claim.value is not None else value, verdict))
    if {verdict.rule for _, verdict in found} == {"value-not-in-quote", "partial-quantity"}:
        # one end of a stated change is wrong: the other is no defect of its own
        found = [each for each in found if each[1].rule == "value-not-in-quote"]
    return found


def _verdict(claim: ClaimInContext, value: Value, at: int | None) -> Verdict | None:
    if at is None:
        return _missing(claim, value)
    return _words_around(claim, value, at) or _left_out(claim, value, at)


def _broken_change(claim: ClaimInContext) -> tuple[Value, Verdict] | None:
    """What is wrong with a value and baseline value that are nearly, but not, the two ends of one stated change."""
    inside = stated_change(claim)
    change = inside or stated_change(claim, inside_mention=False)
    if change is None:
        return None
    at, first, last = change
    value, baseline, stated = claim.value, claim.baseline_value, claim.paper.numbers[at].text
    assert value is not None and baseline is not None
    if inside is None:
        return (value, _outside_mention(claim, f"'{stated}'", at)) if first.is_same and last.is_same else None
    if last is Difference.ORDER:
        message = f"value and baseline value stand the other way round in '{stated}'"
        return value, Verdict(
            _RULES[last], message, "In a change “from a to b”, a is the baseline value and b the value.", at
        )
    field, difference = (value, last) if not last.is_same else (baseline, first)
    message = f"'{field.scalar.text}' is not that end of '{stated}': {difference.value}"
    return field, Verdict(_RULES[difference], message, f"Write both ends as they stand in '{stated}'.", at)


def _missing(claim: ClaimInContext, value: Value) -> Verdict:
    """Why no occurrence of the quote is this value."""
    numbers = claim.paper.numbers
    written = value.scalar.text
    if value.mention is None:
        return _unreadable(claim, value)
    elsewhere_in_quote = candidates(claim, value, inside_mention=False)
    if elsewhere_in_quote and value.name == "value":
        return _outside_mention(claim, f"the value '{written}'", elsewhere_in_quote[0])
    if elsewhere_in_quote:
        return Verdict(
            "value-not-in-quote",
            f"value and baseline value are both '{written}', which stands in the quote once",
            "Value and baseline value are two numbers of the quote, or the two ends of one stated change.",
            elsewhere_in_quote[0],
        )
    for restricted in (True, False):
        inside = [at for at in scope(claim, inside_mention=restricted)[:_MOST] if numbers[at].is_quantity]
        if inside:
            found = {at: compare(value.mention, numbers[at]) for at in inside}
            best = min(inside, key=lambda at: (_RANK[found[at]], at))
            difference = found[best]
            if difference is not Difference.OTHER:
                return Verdict(
                    _RULES[difference],
                    f"'{written}' is not the quantity of the quote, '{numbers[best].text}': {difference.value}",
                    _help(difference, numbers[best]),
                    best,
                )
    digits = _digits(written)
    for at in claim.quote.numbers[:_MOST]:
        if not numbers[at].is_quantity and digits in _digit_runs(numbers[at].text):
            return Verdict(
                "number-in-name",
                f"'{written}' stands in the quote only in '{_with_word_before(claim, at)}', which is no quantity ({numbers[at].cls})",
                "A number inside a name, an identifier, a date or an enumerator supports no value.",
                at,
            )
    others = [at for at in claim.paper.alike(value.mention)[:_MOST] if same(value.mention, numbers[at])]
    inside_text = _listed([numbers[at] for at in claim.quote.numbers if numbers[at].is_quantity])
    return Verdict(
        "value-not-in-quote",
        f"'{written}' is not a number of the quote, which holds {inside_text}",
        f"'{written}' stands elsewhere in the abstract: quote that sentence, if it is meant."
        if others
        else "Write the number as the quote has it, or quote the sentence that states it.",
        others[0] if others else None,
    )


def _outside_mention(claim: ClaimInContext, what: str, at: int) -> Verdict:
    """A value, or a whole change, that stands in the quote, but not in the mention."""
    numbers = claim.paper.numbers
    held = [numbers[each] for each in scope(claim, inside_mention=True) if numbers[each].is_quantity]
    return Verdict(
        "mention",
        f"the mention does not hold {what}",
        f"Quote the words around this claim's own number as `mention`, or mend the value: the mention holds {_listed(held)}",
        at,
    )


def _unreadable(claim: ClaimInContext, value: Value) -> Verdict:
    """A value without a quantity, or with several."""
    quantities = [mention for mention in value.mentions if mention.is_quantity]
    if quantities:
        listed = ", ".join(f"'{mention.text}'" for mention in quantities)
        return Verdict(
            "value-not-in-quote",
            f"the {value.name} holds several quantities ({listed})",
            "One claim states one quantity; write a range as the source writes it.",
        )
    if value.mentions:
        return Verdict(
            "number-in-name",
            f"'{value.scalar.text}' is no quantity ({value.mentions[0].cls})",
            "Write the number as the source writes it; digits of a name support no value.",
        )
    return Verdict(
        "value-not-in-quote",
        f"'{value.scalar.text}' holds no number",
        "Write the number as the source writes it; an outcome without a number is `kind: ranking`.",
    )


def _words_around(claim: ClaimInContext, value: Value, at: int) -> Verdict | None:
    """Words that the value has besides its number must stand around the number in the quote, too."""
    assert value.mention is not None
    assert claim.paper.folded is not None and claim.quote.place is not None
    written = value.scalar.text
    stated = claim.paper.numbers[at]
    hidden = [character for character in written if character in _INVISIBLE and character not in stated.text]
    if hidden:
        return Verdict(
            "value-not-in-quote",
            f"the {value.name} holds an invisible character (U+{ord(hidden[0]):04X})",
            "Type the number anew.",
            at,
        )
    extra = words_beside(written, value.mention)
    if not extra or stand_at(written, value.mention, stated, claim.paper.folded, claim.quote.place):
        return None
    return Verdict(
        "value-not-in-quote",
        f"the number stands in the quote as '{stated.text}', but not with the words '{extra}'",
        "Write the value as the source writes it: the number with its unit and qualifier, nothing else.",
        at,
    )


_DENIED: Final = re.compile(r"(?<!or )(?<!if )\b(not|never|nor)\s+$", re.IGNORECASE)
_EXTREME: Final = re.compile(r"\b(at\s+(?:best|worst))\s+$")
"""The best of several, or a bound: a claim may tell it by its `agg`, and hold the bare number."""
_BEHIND: Final = re.compile(
    r"\s+(at\s+(?:best|worst|(?:the\s+)?(?:most|least)(?=\s*(?:[.,;:)]|$))))(?![\w-])(?=\s*(?:[.,;:)]|$)|\s+(?:and|but|or|on|in|for|while|when)\b)"
)


def _left_out(claim: ClaimInContext, value: Value, at: int) -> Verdict | None:
    """A word right at the number that turns or bounds it, and that the value leaves out: "not 5%", "5% at best"."""
    assert claim.paper.abstract is not None and claim.quote.place is not None
    text, span, stated = claim.paper.abstract.text, claim.quote.place.span, claim.paper.numbers[at]
    before = text[max(span.start, stated.start - _AHEAD) : stated.start]
    denied = _DENIED.search(before)
    agg = claim.claim.agg
    told = agg is not None and agg.how is not None and agg.how.text in ("max", "min")
    bounded = _BEHIND.match(text, stated.end, span.end) if not told else None
    extreme = _EXTREME.search(before) if not told else None
    for found, form in ((denied, "{lost} {stated}"), (extreme, "{lost} {stated}"), (bounded, "{stated} {lost}")):
        if found is not None and (lost := found[1]).split()[-1] not in value.scalar.text.split():
            whole = form.format(lost=lost, stated=stated.text)
            return Verdict(
                "partial-quantity",
                f"'{value.scalar.text}' is not what the quote says, '{whole}': '{lost}' is lost",
                f"Write the quantity as the source writes it: '{whole}'; or do not claim it.",
                at,
            )
    return _per_what(claim, value, at)


_PER: Final = r"\s?/\s?([A-Za-z]+)|\s+per\s+([a-z]+)"
_LETTERS: Final = {"s": "sec", "h": "h(?:ou)?r", "d": "day"}
"""Units of one letter, and how their words begin."""


def _per_what(claim: ClaimInContext, value: Value, at: int) -> Verdict | None:
    """What an amount is for each of, if the value ends right before: "50 tokens" of "50 tokens/s"; not if the claim tells it."""
    assert value.mention is not None and claim.paper.abstract is not None and claim.quote.place is not None
    text, unit = claim.paper.abstract.text, value.scalar.text[value.mention.end :].strip()
    if not unit:
        return None
    stated = claim.paper.numbers[at]
    found = re.compile(rf"\s*{re.escape(unit)}(?:{_PER})").match(text, stated.end, claim.quote.place.span.end)
    if found is None:
        return None
    what = (found[1] or found[2]).casefold()
    said = " ".join(scalar.text for name, scalar in claim.claim.texts() if name not in ("value", "mention")).casefold()
    begins = rf"{what}\b" if len(what) == 1 else what[:3]
    if re.search(rf"(?<!\w)(?:{begins}|{_LETTERS.get(what, begins)})|/|\bper\b", said):
        return None
    whole = " ".join(f"{stated.text}{found[0]}".split())
    return Verdict(
        "partial-quantity",
        f"'{value.scalar.text}' is not the quantity of the quote, '{whole}': what it is per is lost",
        f"Write the quantity as the source writes it: '{whole}'; or the number alone, and `metric` with what it is per.",
        at,
    )


def _help(difference: Difference, stated: Mention) -> str:
    if difference in (Difference.PART, Difference.PART_OTHERWISE):
        if stated.is_pair:
            return f"Write both ends: '{stated.text}'; or, for a change, one as `baseline_value` and one as `value`."
        return f"Write the whole quantity: '{stated.text}'."
    if difference is Difference.ORDER:
        return "Write the ends in the order of the source."
    return f"Write the quantity as the source writes it: '{stated.text}'."


def _with_word_before(claim: ClaimInContext, at: int) -> str:
    """A number with the word before it, which tells a reader the name that it belongs to."""
    assert claim.paper.abstract is not None
    mention, text = claim.paper.numbers[at], claim.paper.abstract.text
    before = text[: mention.start]
    named = any(character.isalpha() for character in mention.text)
    words = before.split() if before[-1:].isspace() and not named else []
    return " ".join([*words[-1:], mention.text])


def _listed(mentions: list[Mention]) -> str:
    texts = list(dict.fromkeys(mention.text for mention in mentions))
    if not texts:
        return "no number"
    return first_few([f"'{text}'" for text in texts], 8)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit() or character == ".").strip(".")


_RUN: Final = re.compile(r"\d+(?:\.\d+)*")


def _digit_runs(text: str) -> set[str]:
    """The numbers of a name, whole and in parts: 3.1, 3 and 1 of "Llama 3.1"."""
    runs = _RUN.findall(text)
    return {*runs, *(part for run in runs for part in run.split("."))}
