"""Whose number it is, against whom, on what: the names in a sentence, as far as its form tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claimcheck.drafting.governing import NOUNS, VERBS
from claimcheck.drafting.lexicon import (
    AUXILIARIES,
    COMPARING,
    CONJUNCTIONS,
    DETERMINERS,
    HEADLESS,
    INTRODUCING,
    OWN,
    SELF,
    STOPS,
)
from claimcheck.drafting.model import DraftClaim
from claimcheck.drafting.passages import Passage
from claimcheck.drafting.phrases import Range, phrase_until

_REPORTING: Final = frozenset(
    "show shows showed shown demonstrate demonstrates demonstrated find finds found reveal reveals revealed indicate indicates observe observed "
    "confirm confirms suggest suggests report prove proves highlight highlights verify validate validates".split()
)
STATING: Final = frozenset(word for word in HEADLESS | frozenset(VERBS) if not word.endswith("ing")) - frozenset(NOUNS)
AUXILIARY_VERBS: Final = frozenset("is are was were has have had does do did can could may might will".split())
_NAME_ENDS: Final = (
    DETERMINERS
    | CONJUNCTIONS
    | AUXILIARIES
    | frozenset(
        "in on at by across while when with using for under given than as compared both achieving despite during via after from over against to".split()
    )
)
_AGAINST: Final = frozenset("versus vs against than".split())
_OPPOSING: Final = re.compile(r"(?:outperform|surpass|exceed|beat)(?:s|ed|ing|en)?$")
_DATA: Final = re.compile(
    r"\b(?:benchmarks?|datasets?|data ?sets?|tasks?|corpus|corpora|suites?|evaluations?|leaderboards?|tests?)$",
    re.IGNORECASE,
)
_PROPER: Final = re.compile(r"\S*[A-Z0-9]")
_ARTICLES: Final = frozenset("the a an its their our both all these".split())
_LONGEST: Final = 9
_NO_ACTORS: Final = frozenset(
    "this these those results result experiments evaluations it there here which what when while although also then thus further furthermore "
    "moreover however because".split()
)
_PRONOUNS: Final = frozenset("it them they those these that this others ones one".split())
_CLAUSE_WORDS: Final = CONJUNCTIONS | {"that", "while", "whereas"}
_CAPITALS: Final = re.compile(r"[A-Z].*[A-Z]")
_MODEL: Final = re.compile(
    r"\d[BM]\b|^(?:Llama|LLaMA|Qwen|GPT|Gemma|Gemini|Mistral|Mixtral|Claude|Phi|DeepSeek|OLMo|Olmo|T[üÜu]lu|LLaVA|InternVL|BERT|RoBERTa|T5|o[134]\b)",
    re.IGNORECASE,
)
"""Names of models, which stand behind "on" like those of data sets."""
_LEANING: Final = frozenset(
    "builds build building built based rely relies relying focus focuses focusing depend depends trained pretrained finetuned fine-tuned".split()
)
_NEW_CLAUSE: Final = frozenset("and while whereas but with".split())
_INTRODUCES: Final = re.compile(rf"^{INTRODUCING}$")


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of the work: its name, as the abstract has it."""

    name: str | None

    def named_in(self, text: str) -> str | None:
        """The name as it stands in a text, with what names a member of the family: "Olmo 3 Think 32B"; None where it does not."""
        if self.name is None:
            return None
        match = re.search(rf"(?<![\w+-]){re.escape(self.name)}(?![\w%#])(?:[- ][A-Z0-9][\w.+-]*\w|\+)*", text)
        return match[0] if match is not None else None


def tell_subject(claim: DraftClaim, passage: Passage, work: Work, verb: int, place: int | None = None) -> None:
    """Proposes the subject of what a word states: the work, what it calls itself, or whoever acts.

    `place` is where the statement's number stands, if it has one: a clause may begin with the work's name in between.
    """
    first = clause_start(passage, verb)
    clause = passage.said(first, verb)
    named = work.named_in(clause) or _named_between(passage, work, verb, place or verb)
    own = SELF.search(clause) if work.name is not None else None
    if named is not None:
        claim.tell("subject", named, proposed=True)
    elif own is not None and work.name is not None:
        claim.tell("subject", work.name, proposed=True)
        if own[0].lower() not in OWN:
            claim.tell("subject_as", own[0])
    elif (actor := _actor(passage, first, verb)) is not None:
        claim.tell("subject", actor, proposed=True)


def _named_between(passage: Passage, work: Work, verb: int, place: int) -> str | None:
    """The work's name where it begins a clause between two words: "When … give …, Pep changes its follow-up 39-62%"."""
    for index in range(verb, place):
        if passage.parted(index) and work.name is not None and passage.said(index, place).startswith(work.name):
            return work.named_in(passage.said(index, place))
    return None


def tell_work(claim: DraftClaim, passage: Passage, work: Work) -> None:
    """Proposes the work as the subject, where nothing nearer was found and the sentence speaks of it."""
    said = passage.said(0, len(passage.line))
    if (
        claim.text("subject") is None
        and work.name is not None
        and (work.named_in(said) is not None or SELF.search(said))
    ):
        claim.tell("subject", work.name, proposed=True)


def stating_word(passage: Passage, before: int) -> int:
    """The last verb before a place, which states what stands there; the place itself where there is none."""
    start = clause_start(passage, before)
    for verbs in (STATING, AUXILIARY_VERBS):
        for index in range(before - 1, start, -1):
            if passage.low[index] in verbs and not passage.tied(index) and not passage.tied(index + 1):
                return index
    return before


def clause_start(passage: Passage, before: int) -> int:
    """Where the clause begins that states something: behind "we show that"; else with the sentence."""
    for index in range(before - 1, 0, -1):
        if passage.low[index] == "that" and set(passage.low[max(0, index - 3) : index]) & _REPORTING:
            return index + 1
    return 0


def _actor(passage: Passage, first: int, verb: int) -> str | None:
    """The words right before a verb, or at the clause's beginning, if they name something: "mixture reuse matches …"."""
    start, end = _back_from(passage, first, verb)
    if start == end and start > first and passage.low[start - 1] in ("which", "that"):
        start, end = _name_before(passage, start - 1)
    elif start == end and verb > first and passage.parted(end):
        start, end = phrase_until(passage, first, AUXILIARIES, _LONGEST)
    while start < end and (passage.low[start] in _ARTICLES | {"with", "for"} or passage.low[start].endswith("ly")):
        start += 1
    words = passage.low[start:end]
    if not words or len(words) > _LONGEST or set(words) & OWN or set(words) & _NO_ACTORS or words[-1].endswith("ly"):
        return None
    if words[0] in STOPS or words[-1] in STOPS:
        return None
    if passage.numbered & set(range(start, end)) or (len(words) == 1 and words[0].endswith("ing")):
        return None
    return _abbreviated(passage, end) or passage.said(start, end)


def _abbreviated(passage: Passage, index: int) -> str | None:
    """A name in brackets of its own behind a phrase: "a variant of data selection (RDS+)"."""
    if (
        index + 1 >= len(passage.line)
        or passage.gap(index).strip() != "("
        or not passage.gap(index + 1).lstrip().startswith(")")
    ):
        return None
    word = passage.line[index].text
    return word if _CAPITALS.search(word) else None


def _name_before(passage: Passage, index: int) -> Range:
    """The name that a relative clause is about: "Dolmino Mix 1124, which"."""
    start = index
    while start > 0 and (start == index or not passage.parted(start)) and _PROPER.match(passage.line[start - 1].text):
        start -= 1
    return start, index


def _back_from(passage: Passage, first: int, verb: int) -> Range:
    end = verb
    while (
        end > first
        and not passage.parted(end)
        and (passage.low[end - 1] in AUXILIARIES or passage.low[end - 1].endswith("ly"))
    ):
        end -= 1
    start = end
    while (
        start > first
        and not passage.parted(start)
        and start - 1 not in passage.numbered
        and passage.low[start - 1] not in _CLAUSE_WORDS
    ):
        start -= 1
    return start, end


def introduced_name(passage: Passage, before: int) -> str | None:
    """The name last introduced before a place: "we create IssueBench: a set of"."""
    for index in range(before - 1, 0, -1):
        if _INTRODUCES.match(passage.low[index]):
            for start in range(index + 1, min(index + 6, before)):
                if passage.parted(start):
                    return None
                word = passage.line[start].text
                if _PROPER.match(word) and word.lower() not in OWN and start not in passage.numbered:
                    end = start + 1
                    while (
                        end < before
                        and not passage.parted(end)
                        and (passage.tied(end) or _PROPER.match(passage.line[end].text))
                        and end not in passage.numbered
                    ):
                        end += 1
                    return _abbreviated(passage, end) or passage.said(start, end)
    return None


def tell_baseline(claim: DraftClaim, passage: Passage, first: int, last: int) -> None:
    """Proposes the baseline of a difference or factor: what stands behind "over", "than", "compared with" or the verb itself."""
    found = _compared(passage, first, last)
    if found is not None:
        claim.tell("baseline", found, proposed=True)
    elif not COMPARING & set(passage.low):
        claim.tell("baseline", "unstated", proposed=True)


def _compared(passage: Passage, first: int, last: int) -> str | None:
    """The baseline that a governing word (at `first`) and its number (up to `last`) are said against."""
    for index in _looked_at(passage, first, last):
        start = _after_comparison(passage, index)
        if start is not None and start < len(passage.low):
            low, high = named_thing(passage, start)
            if low < high:
                return passage.said(low, high)
    return None


def _looked_at(passage: Passage, first: int, last: int) -> Iterator[int]:
    """The words that may say a comparison, the likeliest first: between the two, behind them, before them."""
    yield from range(max(first, 0), last)
    for index in range(last, len(passage.low)):
        if passage.gap(index).strip() in (".", ";") or index in passage.numbered or passage.low[index] in _NEW_CLAUSE:
            break
        yield index
    for index in range(first - 1, -1, -1):
        if passage.gap(index + 1).strip() in (".", ";") or index in passage.numbered:
            break
        yield index


def _after_comparison(passage: Passage, index: int) -> int | None:
    """Where what is compared with begins, if a word says that something is; a number that stands there has its own name."""
    low = passage.low
    word = low[index]
    following = low[index + 1] if index + 1 < len(low) else ""
    if word in ("compared", "relative") and following in ("to", "with"):
        start = index + 2
    elif word in _AGAINST or (word == "over" and following not in ("a", "all")) or _OPPOSING.match(word):
        start = index + 1
    else:
        return None
    return start if start not in passage.numbered else None


def named_thing(passage: Passage, start: int) -> Range:
    """The words that name something, articles left out; "of" goes on, other prepositions do not."""
    while start < len(passage.low) and (passage.low[start] in _ARTICLES) and not passage.parted(start + 1):
        start += 1
    if start < len(passage.low) and passage.low[start] in _PRONOUNS:
        return start, start
    end = phrase_until(passage, start, _NAME_ENDS - {"without"}, _LONGEST)[1]
    while end > start and (passage.low[end - 1].endswith("ly") or passage.low[end - 1] in ("of", "even")):
        end -= 1
    return start, end


def tell_listed(passage: Passage, claims: Sequence[DraftClaim]) -> None:
    """Gives each number of a list its data set: "gains of 8%, 9% and 7% on A, B and C, respectively"."""
    if "respectively" not in passage.low:
        return
    valued = [claim for claim in claims if claim.at is not None and claim.text("kind") in ("result", "delta", "ratio")]
    for claim in valued:
        claim.fields.pop("dataset", None)
    for group in _lists(passage, valued):
        assert group[-1].at is not None
        last = passage.numbers[group[-1].at].last
        on = next(
            (index for index in range(last, min(last + _LONGEST, len(passage.low))) if passage.low[index] == "on"), None
        )
        names = _names_listed(passage, on + 1) if on is not None else []
        if len(names) == len(group):
            for claim, name in zip(group, names, strict=True):
                claim.tell("dataset", name, proposed=True)


def _lists(passage: Passage, claims: Sequence[DraftClaim]) -> list[list[DraftClaim]]:
    """The claims whose numbers stand in bare lists, list by list."""
    groups: list[list[DraftClaim]] = []
    for claim in claims:
        before = groups[-1][-1].at if groups else None
        if before is not None and claim.at is not None and passage.listed(before, claim.at):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return [group for group in groups if len(group) > 1]


def _names_listed(passage: Passage, start: int) -> list[str]:
    """The members of a list that ends with "respectively"."""
    names: list[str] = []
    first = start
    for index in range(start, len(passage.low)):
        word = passage.low[index]
        parted = passage.parted(index) and not set("()") & set(passage.gap(index))
        if index > first and (parted or word in ("and", "respectively")):
            names.append(passage.said(first, index))
            first = index
        if word == "respectively":
            return names
        if word == "and":
            first = index + 1
    return []


def tell_dataset(claim: DraftClaim, passage: Passage, first: int, last: int, stop: int) -> None:
    """Proposes the data set: a name, or words for benchmarks, behind "on"; after what is stated (from `first` to `last`, and up
    to `stop`), else before it in its clause.
    """
    for index in [*range(last, stop), *range(first - 1, clause_start(passage, first) - 1, -1)]:
        if index >= last and passage.gap(index).strip() in (";", "."):
            return
        if index < first and "(" in passage.gap(index + 1):
            return
        if (
            passage.low[index] not in ("on", "across")
            or index + 1 in passage.numbered
            or (index and passage.low[index - 1] in _LEANING)
        ):
            continue
        low, high = named_thing(passage, index + 1)
        if passage.low[high : high + 1] == ["and"] and _DATA.search(passage.said(*named_thing(passage, high + 1))):
            high = named_thing(passage, high + 1)[1]
        said = passage.said(low, high)
        named = passage.low[index] == "on" and any(_PROPER.match(word.text) for word in passage.line[low:high])
        if named and _MODEL.search(said):
            claim.conditions.setdefault("model", said)
        elif said and (named or _DATA.search(said)) and said != claim.text("subject"):
            claim.tell("dataset", said, proposed=True)
            return
