"""Falsified names: true words of the abstract, said of somebody else; names of nobody's in fields of free words; opposites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.claims.yaml import Scalar
from claimcheck.redteam.edit import Edit, kept, whole
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import LOOKALIKES, values

_STRANGER: Final = "QuorvexQA"
_OPPOSITES: Final = (
    ("with", "without"), ("more", "less"), ("larger", "smaller"), ("better", "worse"), ("higher", "lower"),
    ("multi", "single"), ("outside", "inside"), ("before", "after"), ("pre", "post"), ("stronger", "weaker"),
)  # fmt: skip
_FAMILY: Final = re.compile(r"(?<!\w)(?P<stem>[A-Z][A-Za-z]+[- ]?)(?P<which>\d+(?:\.\d+)?[BM]?)(?![\w.%-])")
"""A name with its size or version."""
_CONTRAST: Final = re.compile(
    r"\b(?:than|versus|vs|compared|while(?! \w+ing)|whereas|but|although|though|unlike|other|others|rest|both|either|otherwise|"
    r"instead|respectively|relative|lack\w*|absen\w+|remov\w+|omit\w*|(?<!in )contrast\w*)\b",
    re.IGNORECASE,
)


@kind("mention-elsewhere")
def subjects_swapped(target: Target) -> Iterator[Falsification]:
    """Two claims of one quote, each of which has its subject nearest to its own number, trade their subjects alone."""
    for evidence in target.claims.evidence:
        for first, second in combinations(evidence.claims, 2):
            if (
                first.value is None
                or second.value is None
                or values(first.value.text) & values(second.value.text)
                or first.subject_as is not None
                or second.subject_as is not None
                or set(re.findall(r"\w+", first.subject.text.casefold()))
                & set(re.findall(r"\w+", second.subject.text.casefold()))
                or not _each_at_its_number(evidence.quote.text, first, second)
            ):
                continue
            edits = [whole(first.subject, second.subject.text), whole(second.subject, first.subject.text)]
            edits += [kept(each) for each in (first.value, second.value)]
            made = target.edited(first, edits, f"subject, and that of '{second.id.text}'")
            yield replace(made, other=second.id.text)


_FAR: Final = 50


def _each_at_its_number(quote: str, first: Claim, second: Claim) -> bool:
    """Whether each subject and value stand in the quote once, and each value stands much nearer to its own subject."""
    quote = " ".join(quote.split())
    texts = [scalar.text for claim in (first, second) for scalar in (claim.subject, claim.value) if scalar is not None]
    if any(quote.count(text) != 1 for text in texts) or "respectively" in quote:
        return False
    mine, my_value, theirs, their_value = (quote.find(text) for text in texts)
    straight = abs(mine - my_value) + abs(theirs - their_value)
    return abs(mine - their_value) + abs(theirs - my_value) > straight + 2 * _FAR


@kind("mention-elsewhere")
def field_of_the_neighbour(target: Target) -> Iterator[Falsification]:
    """The data set or a condition, which stands right behind the claim's number, becomes what stands so behind the number of another claim."""
    for evidence in target.claims.evidence:
        quote = " ".join(evidence.quote.text.split())
        for first, second in permutations(evidence.claims, 2):
            theirs = dict(_placed(second))
            for name, scalar in _placed(first):
                other = theirs.get(name)
                if other is None or not (_right_behind(quote, first, scalar) and _right_behind(quote, second, other)):
                    continue
                mine, new = (set(re.findall(r"\w+", each.text.casefold())) for each in (scalar, other))
                if first.value is not None and mine - new and new - mine:
                    yield target.edited(first, [whole(scalar, other.text), kept(first.value)], name)


def _placed(claim: Claim) -> Iterator[tuple[str, Scalar]]:
    if len(claim.dataset) == 1:
        yield "dataset", claim.dataset[0]
    yield from ((f"conditions.{key.text}", scalar) for key, scalar in claim.conditions)


def _right_behind(quote: str, claim: Claim, scalar: Scalar) -> bool:
    """Whether words stand in a quote once, and there a claim's percentage leads to them: "5% lower WER on Aria"."""
    if claim.value is None or not claim.value.text.endswith("%") or quote.count(scalar.text) != 1:
        return False
    value = re.escape(claim.value.text[:-1]) + r"\\?%"
    between = r"(?: [a-z]+){0,2}(?: (?:on|in|for) [\w-]+)? (?:on|in|for) (?:the )?"
    return re.search(rf"(?<![\w.]){value}{between}{re.escape(scalar.text)}(?!\w)", quote) is not None


@kind("not-named-in-quote")
def dataset_of_another_sentence(target: Target) -> Iterator[Falsification]:
    """The data set is that of another claim, or its subject, which the sentence does not name."""
    named = list(
        dict.fromkeys(each.text for claim in target.claims.claims() for each in (claim.subject, *claim.dataset))
    )
    for claim in target.claims.claims():
        for scalar in claim.dataset if claim.dataset_from is None else ():
            for other in named:
                words = re.findall(r"\w+", other.casefold())
                if re.fullmatch(r"[\w -]+", other) is None:  # what an alias writes otherwise, the sentence may name
                    continue
                if any(word[:5] in target.plain.text.casefold() for word in words) and not any(
                    word[:4] in claim.quote.text.casefold() for word in words
                ):
                    yield target.edited(claim, [whole(scalar, other)], "dataset")


_COMPARES: Final = re.compile(
    r"\b(?:than|over|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|versus|against|compared (?:to|with)) (?:the )?",
    re.IGNORECASE,
)


@kind("not-named-in-quote")
def baseline_of_another_sentence(target: Target) -> Iterator[Falsification]:
    """The baseline, a name right behind the one word of the quote that compares, becomes a name that the quote does not have."""
    named = [
        each for claim in target.claims.claims() for each in (claim.subject.text, *(one.text for one in claim.baseline))
    ]
    for claim in target.claims.claims():
        quote = " ".join(claim.quote.text.split())
        marks = list(_COMPARES.finditer(quote))
        for scalar in claim.baseline if len(marks) == 1 and len(claim.baseline) == 1 else ():
            if not quote.startswith(scalar.text, marks[0].end()) or scalar.text.islower():
                continue
            for other in dict.fromkeys(named):
                if (
                    re.fullmatch(r"[\w-]*[A-Z\d][\w-]*", other)
                    and other in target.plain.text
                    and not _shared(other, claim)
                ):
                    yield target.edited(claim, [whole(scalar, other)], "baseline")


def _shared(name: str, claim: Claim) -> bool:
    """Whether a claim or its quote has a word of a name, in whatever form."""
    held = " ".join([claim.quote.text, *(scalar.text for _, scalar in claim.texts())]).casefold()
    return any(word[:4] in held for word in re.findall(r"\w+", name.casefold()))


@kind("not-named-in-quote", "opposite-word")
def condition_of_another_sentence(target: Target) -> Iterator[Falsification]:
    """A condition that stands in the quote as it is becomes the one that another claim has, and that the quote does not."""
    for claim, other in permutations(target.claims.claims(), 2):
        theirs = {key.text: value for key, value in other.conditions}
        for key, value in claim.conditions:
            new = theirs.get(key.text)
            if new is None or _shared(new.text, claim) or _shared(value.text, other):
                continue
            if value.text in " ".join(claim.quote.text.split()) and new.text in target.plain.text:
                yield target.edited(claim, [whole(value, new.text)], f"conditions.{key.text}")


@kind("not-named-in-quote")
def member_of_the_family(target: Target) -> Iterator[Falsification]:
    """The subject or data set is another size or version of it ("Llama-13B"), which the abstract has and the quote does not."""
    for claim, name, scalar in _named(target):
        if name not in ("subject", "dataset") or scalar.text not in " ".join(claim.quote.text.split()):
            continue
        own = _FAMILY.fullmatch(scalar.text)
        for other in dict.fromkeys(each.group() for each in _FAMILY.finditer(target.plain.folded)):
            match = _FAMILY.fullmatch(other)
            if own and match and match["stem"] == own["stem"] and match["which"] != own["which"]:
                if match["which"] not in claim.quote.text:
                    yield target.edited(claim, [whole(scalar, other)], name)


@kind("not-named-in-abstract")
def invented_name_among_words(target: Target) -> Iterator[Falsification]:
    """Metric or condition speaks of a name that the abstract does not have."""
    if target.plain.has(_STRANGER):
        return
    for claim in target.claims.claims():
        for name, scalar in [
            ("metric", claim.metric),
            *((f"conditions.{key.text}", each) for key, each in claim.conditions),
        ]:
            new = f"{scalar.text} of {_STRANGER}"
            yield target.edited(claim, [whole(scalar, new)], name)


@kind("not-named-in-abstract")
def invented_name_excused(target: Target) -> Iterator[Falsification]:
    """Subject or data set is a name of nobody's, though `subject_as` or `dataset_from` says how it is named."""
    if target.plain.has(_STRANGER):
        return
    for claim in target.claims.claims():
        excused: list[tuple[str, Scalar]] = []
        if claim.subject_as is not None and "\\" not in claim.subject_as.text:
            excused.append(("subject", claim.subject))
        if claim.dataset_from is not None:
            excused += [("dataset", each) for each in claim.dataset]
        for name, scalar in excused:
            yield target.edited(claim, [whole(scalar, _STRANGER)], name)


@kind("opposite-word", "not-named-in-abstract", "number-not-in-abstract")
def opposite_word_put(target: Target) -> Iterator[Falsification]:
    """A condition, the subject or the metric, in the very words of the quote, has one word exchanged for its opposite."""
    for claim in target.claims.claims():
        fields = [("subject", claim.subject), ("metric", claim.metric)]
        fields += [(f"conditions.{key.text}", each) for key, each in claim.conditions]
        quote = " ".join(claim.quote.text.split())
        for name, scalar in fields:
            if scalar.text not in quote or len(re.findall(r"[A-Za-z]{2,}", scalar.text)) < 2:
                continue
            rest = quote.replace(scalar.text, " ")
            for old, new in (pair for both in _OPPOSITES for pair in (both, both[::-1])):
                match = re.search(rf"(?<!\w){old}(?!\w)", scalar.text)
                spoken = re.search(rf"(?<!\w){new}(?!\w)", target.plain.text)
                if match is not None and spoken is None and _CONTRAST.search(rest) is None:
                    same = [kept(each) for each in (claim.value,) if each is not None]
                    yield target.edited(claim, [Edit(scalar, match.start(), match.end(), new), *same], name)


@kind("mixed-scripts", "not-named-in-abstract")
def look_alike_letter_in_a_name(target: Target) -> Iterator[Falsification]:
    """A letter of a subject, baseline, data set or metric is a Cyrillic one that looks the same."""
    for claim, name, scalar in _named(target):
        match = re.search(r"(?<=[A-Za-z])[aeocpx](?=[A-Za-z])", scalar.text)
        if match is not None:
            yield target.edited(claim, [Edit(scalar, match.start(), match.end(), LOOKALIKES[match[0]])], name)


@kind("hidden-character")
def unseen_character_in_a_name(target: Target) -> Iterator[Falsification]:
    """A subject, baseline, data set or metric holds a space of no width, which makes another name of it."""
    for claim, name, scalar in _named(target):
        match = re.search(r"(?<=[A-Za-z])(?=[A-Za-z])", scalar.text)
        if match is not None:
            yield target.edited(claim, [Edit(scalar, match.start(), match.start(), "\u200b")], name)


def _named(target: Target) -> Iterator[tuple[Claim, str, Scalar]]:
    """The fields of each claim that name something."""
    for claim in target.claims.claims():
        yield claim, "subject", claim.subject
        yield claim, "metric", claim.metric
        yield from ((claim, "baseline", each) for each in claim.baseline if each.text != "unstated")
        yield from ((claim, "dataset", each) for each in claim.dataset)
