"""CC501 not-named-in-abstract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.claims.records import LEFT
from claimcheck.claims.yaml import Scalar
from claimcheck.dataset import ClaimInContext, PaperInContext
from claimcheck.diagnostic import Finding
from claimcheck.matching.named import Names, own_names, stands
from claimcheck.rules.base import finding, rule
from claimcheck.suggest import nearest
from claimcheck.text.render import render
from claimcheck.text.words import stem, stems

_MACRO: Final = re.compile(r"\\[A-Za-z]")


@rule("CC501", scope="paper", severity="warning")
def not_named_in_abstract(paper: PaperInContext) -> Iterator[Finding]:
    """The subject, a baseline or a data set of a claim is not named in the abstract, or another field has a name of nobody's.

    A name that the source does not have was mistyped, or is somebody's guess. A field is named if the abstract has it as
    it is (case, typography and markup aside), if it has another spelling of it from the vocabulary, or if it has all its
    words: proper names (with capitals or digits) as they are, other words in any form and order. `subject_as` gives the
    words by which the quote names the subject, and must stand in the quote; `dataset_from: context` says that another
    sentence names the data set. With these, proper names must still stand in the abstract, or be the paper's own name or
    stand in its title. `baseline: unstated` names none. Metric, conditions and `agg.of` may be put in words of their own,
    but hold no proper names that the abstract does not have.

    Flagged: `dataset: BookMEA` where the abstract has "BookMIA"; `metric: MMLU accuracy` where it has no MMLU.

    Clean: `subject: ADRA+` with `subject_as: \\MethodPlus`, where the quote says "\\MethodPlus improves".
    """
    names = Names(paper, paper.vocabulary)
    for claim in paper.all_claims():
        if claim.quote.place is not None:
            yield from _of_claim(claim, names)


def _of_claim(claim: ClaimInContext, names: Names) -> Iterator[Finding]:
    said = claim.claim
    subject_as = said.subject_as
    if subject_as is None:
        yield from _of_field(claim, names, "subject", said.subject)
    elif not LEFT.match(subject_as.text) and not _is_said(claim, subject_as.text):
        yield _finding(
            claim,
            "subject_as",
            subject_as,
            f"the quote does not say '{subject_as.text}'",
            "Copy the words from the quote.",
        )
    elif not _MACRO.search(render(subject_as.text).text):  # what a macro prints, nobody sees
        yield from _of_name(claim, names, "subject", said.subject)
    for baseline in said.baseline:
        if baseline.text != "unstated":
            yield from _of_field(claim, names, "baseline", baseline)
    for each in said.dataset:
        if said.dataset_from is None:
            yield from _of_field(claim, names, "dataset", each)
        else:
            yield from _of_name(claim, names, "dataset", each)
    yield from _of_words(claim, names)


def _of_name(claim: ClaimInContext, names: Names, field: str, scalar: Scalar) -> Iterator[Finding]:
    """A subject or data set that other words name in the quote: its proper names are the abstract's or the paper's own."""
    strange = names.strange(scalar.text, first=True)
    if strange is not None and not any(strange.casefold() in own.text.casefold() for own in own_names(claim)):
        yield from _missing(claim, names, field, scalar, strange)


def _is_said(claim: ClaimInContext, words: str) -> bool:
    """Whether the quote has these words; they may begin with a capital where a sentence does, or not where it goes on."""
    either = {words, words[:1].swapcase() + words[1:]}
    return any(stands(each, claim.paper, claim.quote.place) for each in either)


_OF_THINGS: Final = frozenset(
    stem(word)
    for word in "model backbone judge teacher student generator baseline benchmark dataset corpus system method optimizer".split()
)
"""Conditions whose values are mostly names."""


def _of_words(claim: ClaimInContext, names: Names) -> Iterator[Finding]:
    """The fields that may be put in words of their own."""
    said = claim.claim
    fields = [("metric", said.metric, False)]
    for key, value in said.conditions:
        fields += [("conditions", key, False), (f"conditions.{key.text}", value, bool(_OF_THINGS & {*stems(key.text)}))]
    if said.agg is not None and said.agg.of is not None:
        fields.append(("agg.of", said.agg.of, False))
    for field, scalar, first in fields:
        strange = names.strange(scalar.text, first=first)
        if strange is not None:
            yield from _missing(claim, names, field, scalar, strange)


_WAYS = {
    "subject": "give the quote's own words as `subject_as`",
    "baseline": "write `unstated`, if the source names none",
    "dataset": "write `dataset_from: context`, if it is named elsewhere",
}


def _of_field(claim: ClaimInContext, names: Names, field: str, scalar: Scalar) -> Iterator[Finding]:
    missing = names.missing(scalar.text)
    if missing is not None:
        yield from _missing(claim, names, field, scalar, missing)


def _missing(claim: ClaimInContext, names: Names, field: str, scalar: Scalar, missing: str) -> Iterator[Finding]:
    if LEFT.match(scalar.text):  # of a draft's TODO, todo-left tells
        return
    near = nearest(missing, names.candidates(missing))
    what = f"'{missing}' of the {field} '{scalar.text}'"
    if "." in field:
        what = f"'{missing}' of `{field}`"
    elif missing == scalar.text:
        what = f"the {field} '{scalar.text}'"
    hint = f" The nearest there is '{near[0]}'." if near else ""
    ways = ["Name it as the abstract does", *([_WAYS[field]] if field in _WAYS else ())]
    help = "; or ".join([*ways, "give the spelling as an alias in the vocabulary."])
    yield _finding(claim, field, scalar, f"the abstract does not name {what}.{hint}", help)


def _finding(claim: ClaimInContext, field: str, scalar: Scalar, message: str, help: str) -> Finding:
    return finding(message, claim.label(scalar), help=help, paper=claim.paper.id, claim=claim.id, field=field)
