"""CC206 number-not-in-abstract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import FieldNumber, PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.named import Names, own_names, stands
from claimcheck.matching.quotes import name_at
from claimcheck.matching.values import Difference, compare
from claimcheck.numerals import scan
from claimcheck.rules.base import finding, numbers_of_quote, rule

_OWN: Final = ' If it is none of the abstract\'s, the project\'s schema says so: "x-claimcheck": "free".'


_MOST: Final = 200
"""So many numbers of an abstract are looked at for the nearest one; few have a tenth of that."""


@rule("CC206", scope="paper")
def number_not_in_abstract(paper: PaperInContext) -> Iterator[Finding]:
    """A number in a field other than the value is not in the abstract.

    Subject, metric, baseline, data set, aggregation, conditions, notes and doubts hold no number that the abstract does
    not hold, whole and with its unit and qualifier; nor do the project's own fields (`extra`), unless their schema marks
    them `"x-claimcheck": "free"`. Numbers in circles and Roman numerals of one character, which nobody reads, stand in no
    field unless the abstract has them. The optional fields of `paper` (title, year, url) are free; digits of `paper.name`
    that neither the abstract nor one of these fields has are a warning, where the abstract has the name without them, and
    so are digits of a `why` that the abstract does not have.

    Flagged: `conditions: {training environments: 500}` where the abstract speaks of 400.

    Clean: `conditions: {training environments: 400}`.
    """
    if paper.abstract is None:
        return
    yield from _of_name(paper)
    yield from _of_reasons(paper)
    yield from _unread(paper)
    names = Names(paper, paper.vocabulary)
    for number in paper.fields:
        mention = number.mention
        if number.at is not None or mention.indefinite or mention.cls in ("ordinal", "enumerator"):
            continue
        if not mention.is_quantity and not any(character.isdigit() for character in mention.text):
            continue  # words such as "zero-shot"
        if not mention.is_quantity and _is_named(paper, number, names):
            continue
        name = names.name_around(number.scalar.text, mention.start)
        if names.in_list(name) or _is_own(number, name):
            continue
        near = (
            [(compare(mention, stated), at) for at, stated in enumerate(paper.numbers[:_MOST]) if stated.is_quantity]
            if mention.is_quantity
            else []
        )
        best = min(near, key=lambda each: list(Difference).index(each[0])) if near else None
        known = best is not None and best[0].name != "OTHER"
        said = f": {best[0].value} ('{paper.numbers[best[1]].text}')" if best is not None and known else ""
        what = "number" if mention.is_quantity else mention.cls
        yield finding(
            f"the abstract does not hold the {what} '{_named(number)}' of `{number.name}`{said}",
            Label(paper.claims.file, number.scalar.locate(paper.claims.file.text, mention.start, mention.end)),
            help=f"Write the {what} as the abstract writes it, or leave it out."
            + (_OWN if ".extra." in f".{number.name}." else ""),
            source=paper.number_label(best[1], "the nearest") if best is not None and known else _quoted(number),
            paper=paper.id,
            claim=number.claim.id if number.claim is not None else None,
            field=number.name,
        )


def _is_named(paper: PaperInContext, number: FieldNumber, names: Names) -> bool:
    """Whether the abstract has the name that digits belong to, case, plural and the way it is parted aside; or another
    spelling of the whole field, by the vocabulary.
    """
    text, mention = number.scalar.text, number.mention
    alone = name_at(text, mention)
    return (
        names.has_name(names.name_around(text, mention.start))
        or (alone[:1].isalpha() and names.has_name(alone))
        or any(stands(each, paper) for each in paper.vocabulary.spellings(number.scalar.text))
    )


def _is_own(number: FieldNumber, name: str) -> bool:
    """Whether a name is the paper's own or stands in its title, where the quote has other words for what it names."""
    claim = number.claim
    if claim is None or not any(character.isalpha() for character in name):
        return False
    said = claim.claim
    elsewhere = {"subject": said.subject_as, "dataset": said.dataset_from}
    return elsewhere.get(number.name) is not None and any(
        re.search(rf"(?<![\w.]){re.escape(name)}(?![\w+]|\.\d)", own.text, re.IGNORECASE) for own in own_names(claim)
    )


def _quoted(number: FieldNumber) -> Label | None:
    """What the quote of a number's claim holds instead; a field of the paper has no quote."""
    return numbers_of_quote(number.claim) if number.claim is not None else None


def _named(number: FieldNumber) -> str:
    """A number as it stands in its field; digits of a name with the word that they belong to ("Claude 3.5")."""
    mention, text = number.mention, number.scalar.text
    before = text[: mention.start].split()
    apart = mention.cls == "name" and text[mention.start - 1 : mention.start].isspace() and mention.text[:1].isdigit()
    named = apart and bool(before) and any(character.isupper() for character in before[-1])
    return f"{before[-1]} {mention.text}" if named else mention.text


def _of_reasons(paper: PaperInContext) -> Iterator[Finding]:
    """Numbers in the reasons of `not_claims` and `relations` that the abstract does not hold, in whatever unit."""
    assert paper.folded is not None
    text = paper.folded.view.text
    reasons = [("not_claims.why", each.why) for each in paper.claims.not_claims]
    reasons += [("relations.why", each.why) for each in paper.claims.relations if each.why is not None]
    for field, scalar in reasons:
        for mention in scan(scalar.text):
            digits = _DIGITS.search(mention.text)
            if digits is None or not mention.is_quantity or paper.alike(mention):
                continue
            if not re.search(rf"(?<![\d.]){re.escape(digits[0])}(?!\d|[.,]\d)", text):
                yield finding(
                    f"the abstract does not hold the number '{mention.text}' of `{field}`",
                    Label(paper.claims.file, scalar.locate(paper.claims.file.text, mention.start, mention.end)),
                    help="Write the number as the abstract writes it, or leave it out.",
                    paper=paper.id,
                    field=field,
                    severity="warning",
                )


def _unread(paper: PaperInContext) -> Iterator[Finding]:
    """Characters in the fields that are numbers to a reader, and that the recogniser passes over: "⑨", "Ⅻ"."""
    assert paper.abstract is not None
    for claim in paper.all_claims():
        for name, scalar in claim.claim.texts():
            found = next((each for each in scalar.text if not each.isascii() and _is_unread(each)), None)
            if found is not None and found not in paper.abstract.text:
                at = scalar.text.index(found)
                yield finding(
                    f"the abstract does not hold the number '{found}' of `{name}`",
                    Label(paper.claims.file, scalar.locate(paper.claims.file.text, at, at + 1)),
                    help="Write the number as the abstract writes it, or leave it out.",
                    source=numbers_of_quote(claim),
                    paper=paper.id,
                    claim=claim.id,
                    field=name,
                )


def _is_unread(character: str) -> bool:
    """Whether a character is a number in a circle, or a letter that is a number; small raised digits are part of a name."""
    kind = unicodedata.category(character)
    return kind == "Nl" or (
        kind == "No" and not unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<fraction>"))
    )


_DIGITS: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def _of_name(paper: PaperInContext) -> Iterator[Finding]:
    """Digits in the name of the work, which tables print beside its numbers, where the abstract has the name without them.

    Years are none ("Doe 2025"), and of a name that is the paper's title the abstract says nothing.
    """
    said = paper.claims.paper
    assert paper.folded is not None
    known = [paper.folded.view.text, *(value.text for _, value in said.metadata)]
    held = {digits for text in known for digits in _DIGITS.findall(text)}
    for match in _DIGITS.finditer(said.name.text):
        rest = said.name.text[: match.start()].rstrip(" -") + said.name.text[match.end() :]
        named = any(character.isalpha() for character in rest) and stands(rest, paper)
        if match[0] not in held and named and not _YEAR.fullmatch(match[0]):
            yield finding(
                f"the abstract has the name '{rest}' without the '{match[0]}' of '{said.name.text}'",
                Label(paper.claims.file, said.name.locate(paper.claims.file.text, *match.span())),
                help="Write the name of the work as the abstract does; or give its title as `title`.",
                paper=paper.id,
                field="paper.name",
                severity="warning",
            )
