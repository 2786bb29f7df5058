"""Names of one family, such as "Llama-7B" and "Llama-13B": which of them a sentence has in the place of another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.text.render import render
from claimcheck.text.sentences import around
from claimcheck.text.words import content

_TOKEN: Final = re.compile(r"\d+(?:\.\d+)*[A-Za-z]*\+*|[^\W\d_]+\+*")
_TAIL: Final = re.compile(r"([-‐‑]|\s|)(?=[A-Z0-9])(\d+(?:\.\d+)*[A-Za-z]*(?!\w|\.\d)\+*|[^\W\d_]+\+*)(?!\s?%)")
"""What goes on with a name: a number, or a word with a capital, behind a hyphen, a space or nothing."""
_COMPOUND: Final = re.compile(r"[-‐‑/_]\w|\w")
"""Directly behind a name: the word is of another kind ("Llama-based")."""
_GENERAL: Final = frozenset(
    "ai api asr cnn dnn gan gnn gpu llm lmm lm lrm lstm ml mllm mlp moe nlp pinn qa rag rl rnn slm sft sota svm tpu vla vlm vit "
    "transformer model method dataset benchmark task level stage phase type category tier track figure table".split()
)
"""Beginnings of names that make no family of them."""
SUFFIXES: Final = frozenset(
    "pro lite plus hard easy mini nano tiny small base medium large xl xxl max ultra turbo redux extended full".split()
)
"""Behind a name they make another one of it for sure; of other words and sizes ("Catalan-Spanish") that is not known."""
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?[BMKTbmkt]")
_VERSION: Final = re.compile(r"\d+(?:\.\d+)*")
_PARTS: Final = frozenset("test val valid validation dev devel train training eval evaluation top style like s".split())
"""Behind the name of a data set: a part or a use of it, no other data set."""
_ALL_OF_IT: Final = re.compile(
    r"(?:'s|’s)?\s+(?:famil|suite|serie|variant|collection|leaderboard|style)|\s*[/(]|s\b", re.IGNORECASE
)
"""Behind a name: it may stand for the whole family."""
_SAME: Final = re.compile(
    r"\(|\b(?:called|named|dubbed|denoted|termed|namely|alias|i\.e|hereafter|short|or)\b", re.IGNORECASE
)
"""Between two names: they may be one."""
_VERB: Final = re.compile(
    r"(?:\s+(?:also|even|still|only|[a-z]+ly))*\s+(?:is|are|was|were|has|had|reach|achiev|attain|obtain|outperform|improv|reduc|surpass|exceed|"
    r"scor|yield|gain|get|solv|show|need|requir|us|ru|drop|fall|rise|increas|decreas|cut|beat|deliver|train|learn|produc|generat|perform|can|"
    r"could|remain|retain|maintain|match|fail)[a-z]*\b"
)
_OTHER_ROLE: Final = frozenset(
    "than over by with via using against from into to on in versus vs like as unlike between among under without base based "
    "beat beats beating match matches matching surpass surpasses surpassing outperform outperforms outperforming exceed exceeds "
    "exceeding rivals approaching approaches fine-tune fine-tuning finetuning prompting distill distilling distilled".split()
)
"""Before a name: it is not what the number is of."""
_COMPARED: Final = re.compile(
    r"\b(?:than|compar\w+|match\w*|relative|similar\w*|surpass\w*|outperform\w*|exceed\w*|beat\w*|versus|vs|baselines?|teachers?|"
    r"students?|distil\w*|close|approach\w*|rival\w*|instead|unlike|equal\w*|equivalent|par|like)\b",
    re.IGNORECASE,
)
"""In a sentence: what is not its subject may be what that is held against."""
_HIGH: Final = frozenset("high low higher lower highest lowest best worst".split())
_WORD_BEFORE: Final = re.compile(r"([\w-]+|[(\[])\W*$")
_FAMILY_MOST: Final = 6
"""A name of more parts is a description."""


@dataclass(frozen=True, slots=True)
class Member:
    """A name of a family where it stands: its parts, in small letters, which of them have a space before them, where each ends."""

    parts: tuple[str, ...]
    spaced: tuple[bool, ...]
    start: int
    ends: tuple[int, ...]

    @property
    def end(self) -> int:
        return self.ends[-1]


def sibling(name: str, text: str, sentence: tuple[int, int], claim: Claim) -> str | None:
    """The other member of a name's family that a sentence of a text speaks of, where the name itself does not stand in it.

    Both have a number, a size or a word where the other has another ("Llama-7B", "Llama-13B"); or the sentence has the
    shorter name, and another sentence has both side by side. None where the claim names the other elsewhere, where the
    sentence has what tells the name apart, or where the other stands there as what something is held against or made of.
    """
    own, said = parts_of(name), said_parts(claim)
    members = _members(own, text, sentence)
    within = _tokens(text[slice(*sentence)]) if members else set()
    for member in members:
        shared = common_parts(own, member.parts)
        apart = [mine for mine, theirs in zip_longest(own, member.parts) if mine != theirs]
        if shared == len(own) or any(part in within for part in apart):
            return None
        theirs = member.parts[shared : shared + 1]
        if any(part in said for part in theirs) or not _spoken_of(text, member, sentence[0], claim):
            continue
        if _is_another(own, member, shared, text, sentence):
            return text[member.start : member.ends[shared + len(theirs) - 1]]
    return None


def longer(name: str, text: str, sentence: tuple[int, int], claim: Claim, *, listed: bool) -> str | None:
    """The longer name in a sentence of which a name is the beginning, where the text has both, each on its own.

    Another sentence must have the two side by side; unless `listed`, one that has the name alone will do for "Pro", "Lite"
    and their like. None where the claim has what makes the name longer in another field, or the sentence has the name alone, too.
    """
    own = parts_of(name)
    found = _members(own, text, sentence)
    if not found or any(common_parts(own, each.parts) < len(own) or len(each.parts) == len(own) for each in found):
        return None
    first = found[0]
    more = first.parts[len(own)]
    if more in _PARTS or more in said_parts(claim) or any(each.parts[len(own)] != more for each in found):
        return None
    known = not listed and more in SUFFIXES
    where = _alone(own, text) if known else _side_by_side(own, first.parts[: len(own) + 1], text)
    return text[first.start : first.end] if _elsewhere(where, sentence) else None


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name in small letters; none if it can have no family."""
    plain = render(name).text
    parts = tuple(each.casefold() for each in _TOKEN.findall(plain))
    rest = re.sub(r"[-‐‑\s]", "", _TOKEN.sub("", plain))
    if rest or not 1 <= len(parts) <= _FAMILY_MOST or len(parts[0]) < 2 or parts[0] in _GENERAL:
        return ()
    return parts if any(each.isupper() for each in plain.split("-")[0]) else ()


def _members(own: Sequence[str], text: str, stretch: tuple[int, int]) -> Sequence[Member]:
    """The names in a stretch that begin as a name does, with all that belongs to each."""
    every = _family(own[0], text) if own else ()
    first, last = (bisect_left(every, offset, key=lambda each: each.start) for offset in stretch)
    return every[first:last]


@lru_cache(maxsize=64)  # every claim of a paper asks for the few families that its abstract speaks of
def _family(first: str, text: str) -> tuple[Member, ...]:
    """The names in a text that begin with a part, in order."""
    found = []
    for match in re.finditer(rf"(?<![\w\-‐‑/]){re.escape(first)}(?![^\W\d_+])", text, re.IGNORECASE):
        if not any(letter.isupper() for letter in match[0]):
            continue
        parts, spaced, ends = [first], [False], [match.end()]
        while len(parts) <= _FAMILY_MOST and (more := _TAIL.match(text, ends[-1])):
            parts.append(more[2].casefold())
            spaced.append(more[1].isspace())
            ends.append(more.end())
        if not _COMPOUND.match(text, ends[-1]):
            found.append(Member(tuple(parts), tuple(spaced), match.start(), tuple(ends)))
    return tuple(found)


def _elsewhere(places: Sequence[int], sentence: tuple[int, int]) -> bool:
    """Whether any of the places, which are in order, lies outside a sentence."""
    return bool(places) and (places[0] < sentence[0] or places[-1] >= sentence[1])


@lru_cache(maxsize=256)
def _alone(own: tuple[str, ...], text: str) -> tuple[int, ...]:
    """Where a name stands by itself, and not for its family."""
    return tuple(
        each.start for each in _family(own[0], text) if each.parts == own and not _ALL_OF_IT.match(text, each.end)
    )


@lru_cache(maxsize=256)
def _beginning(known: tuple[str, ...], text: str) -> tuple[int, ...]:
    """Where names stand that begin with these parts."""
    return tuple(each.start for each in _family(known[0], text) if each.parts[: len(known)] == known)


@lru_cache(maxsize=256)
def _side_by_side(own: tuple[str, ...], other: tuple[str, ...], text: str) -> tuple[int, ...]:
    """Where a name stands in one sentence with another of its family, as two."""
    shorter = min(len(own), len(other))

    def two(one: Member, each: Member) -> bool:
        if each.parts[: len(other)] != other or (len(other) == shorter and len(each.parts) != len(other)):
            return False
        if _ALL_OF_IT.match(text, (one if len(own) == shorter else each).end):
            return False
        return not _SAME.search(text, min(one.end, each.end), max(one.start, each.start))

    return tuple(
        one.start
        for one in _family(own[0], text)
        if one.parts == own and any(two(one, each) for each in _members(own, text, around(text, one.start, one.end)))
    )


def common_parts(one: Sequence[str], other: Sequence[str]) -> int:
    """So many parts at the beginning two names have in common."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _tokens(text: str) -> set[str]:
    return {each.casefold() for each in _TOKEN.findall(text)}


def said_parts(claim: Claim) -> set[str]:
    """The parts of all that a claim says in words of its own."""
    return {part for name, scalar in claim.texts() if name != "mention" for part in _tokens(render(scalar.text).text)}


def _kind(part: str) -> str:
    return (
        "size"
        if _SIZE.fullmatch(part)
        else "version"
        if _VERSION.fullmatch(part)
        else "digits"
        if part[0].isdigit()
        else "word"
    )


def _is_another(own: tuple[str, ...], member: Member, at: int, text: str, sentence: tuple[int, int]) -> bool:
    """Whether a name and a member of its family, which part at a place, are two things for sure."""
    known = member.parts[: at + 1]
    if at < len(member.parts) and _kind(own[at]) == _kind(known[at]) != "word":
        # Of "Llama 3 …" it is not known whether the number belongs to the name.
        return not member.spaced[at] or _elsewhere(_beginning(known, text), sentence)
    return _VERB.match(text, member.end) is not None and _elsewhere(_side_by_side(own, known, text), sentence)


def _spoken_of(text: str, member: Member, first: int, claim: Claim) -> bool:
    """Whether a number of the sentence (which begins at `first`) is the member's: a verb follows it, or it stands behind
    "of" and the metric, or behind "for" and the metric, a number, or "high"."""
    before = _WORD_BEFORE.search(text, first, member.start)
    word = before[1].casefold() if before is not None else ""
    if word in _OTHER_ROLE or _ALL_OF_IT.match(text, member.end):
        return False
    if word not in ("of", "for"):
        return _VERB.match(text, member.end) is not None
    clause = re.split(r"[,;:]", text[first : member.start])[-1].split()[:-1]
    near = clause[-3:]
    if not near or clause[0].casefold() in _OTHER_ROLE or _COMPARED.search(text[first : member.end]):
        return False
    if word == "for" and (near[-1][:1].isdigit() or near[-1] in _HIGH):
        return True
    return not _OTHER_ROLE & {*near} and bool(content(" ".join(near)) & content(claim.metric.text))
