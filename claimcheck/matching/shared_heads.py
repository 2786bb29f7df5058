"""Names of a list that tells what they share once: "CIFAR-10 and -100", "Borea 7B, 13B and 70B"."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"(?P<head>.*?[^\W\d_].*?)(?P<tie>[-‐‑_\s]*)(?P<tail>[vV]?\d+(?:\.\d+)*[a-zA-Z]?)")
_LONGEST: Final = 100
"""Longer fields are no names."""
_TIES: Final = re.compile(r"[-‐‑_\s]+")
_TAIL: Final = r"v?\d+(?:\.\d+)*[a-z]?"
_ENDS: Final = r"(?![\w%°$€]|[.,:/+×^=-]\d|[-‐‑]\w|\s*[%×±°$€])"
_MEMBER: Final = rf"[-‐‑]?{_TAIL}"
_LIST: Final = (
    rf"(?P<slashed>{_TAIL}(?:\s?/\s?{_MEMBER})+)|"
    rf"(?P<spoken>{_TAIL}(?:\s?,\s?{_MEMBER})*(?:\s?,)?\s(?:and|or|&)\s{_MEMBER})"
)
_EACH: Final = re.compile(_TAIL, re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NEXT: Final = re.compile(r"\s*([^\W\d_][\w-]*)")
_GOES_ON: Final = frozenset(
    "in on with for by at as from under using via when while where if and or but than to is are was were has have show shows "
    "respectively both also that which we it they our its compared without against across over between "
    "dataset datasets benchmark benchmarks corpus corpora split splits version versions edition editions suite suites".split()
)
"""Words that a bare number before them does not count; "datasets" stands behind names more often than behind a count."""
_COUNTED: Final = frozenset(
    "token tokens parameter parameters param params weight weights sample samples example examples image images pair pairs "
    "flop flops step steps word words document documents point points time times video videos frame frames".split()
)
"""What is counted in millions and the like: "13B tokens" is no name's ending."""
_SIZED: Final = re.compile(r"(?P<head>\w*[^\W\d_]{2}\w*)-(?P<tail>[A-Z]{1,2})")
_SIZES: Final = r"-(?P<tails>[A-Z]{1,2}(?:/[A-Z]{1,2})+)(?![\w/]|-\w)"


def in_list(name: str, text: str) -> bool:
    """Whether a text has a name as a member, behind the first, of a list that tells the beginning of its names once.

    The beginning must stand before the first ending, and nothing but endings between it and the one that is asked for: all of
    one form (numbers, years, "v2", "13B"). A number that counts what follows it ends no name ("CIFAR-10 and 100 epochs").
    """
    if len(name) > _LONGEST:
        return False
    sized = _SIZED.fullmatch(name)
    if sized is not None:
        lists = re.finditer(rf"(?<![\w-]){re.escape(sized['head'])}{_SIZES}", text)
        return any(sized["tail"] in found["tails"].split("/") for found in lists)  # "Alba-S/B/L"
    match = _NAME.fullmatch(name)
    if match is None:
        return False
    head, wanted = match["head"], match["tail"].casefold()
    if not match["tie"] and (sum(map(str.isalpha, head)) < 2 or not any(map(str.isalpha, wanted))):
        return False  # "F1" is no "F" with an ending
    opened = r"[-‐‑_\s]" + ("" if head[-1].isdigit() else "?")
    beginning = r"[-‐‑_\s]?".join(re.escape(part) for part in _TIES.split(head))
    return any(
        wanted in _endings(found, text)
        for found in re.finditer(rf"(?<!\w){beginning}{opened}(?:{_LIST}){_ENDS}", text, re.IGNORECASE)
    )


def _endings(found: re.Match[str], text: str) -> list[str]:
    """The endings of a list, those of one form only; none if what is behind the last is counted by it."""
    endings = [each.casefold() for each in _EACH.findall(found["slashed"] or found["spoken"])]
    forms = {_form(each) for each in endings}
    if len(forms) > 1:
        return []
    following = _NEXT.match(text, found.end())
    word = following[1].casefold() if following is not None else ""
    bare = forms == {""}
    if word in _COUNTED or (bare and word and word not in _GOES_ON):
        return []
    return endings


def _form(ending: str) -> str:
    """What two endings of one list have in common: "v", "b", "year", or nothing but digits."""
    if _YEAR.fullmatch(ending):
        return "year"
    return "".join(character for character in ending if character.isalpha())
