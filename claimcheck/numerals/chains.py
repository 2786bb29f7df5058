"""What hangs on a number: chains of letters and digits, the word before it, where a sentence begins."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

HYPHENS: Final = "-‐‑–−"
OPEN: Final = " \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«,;:=<>≤≥⩽⩾~∼≈≃/|→↑↓—&*…＝!?"
"""What a number may stand right behind: white space, opening signs, comparisons."""
NEXT_WORD: Final = re.compile(r"[\s,]*([A-Za-z][A-Za-z'-]*)")
_CHAIN_CHARS: Final = frozenset("-‐‑_.+/'’@:^\\*#&–−")
_CHAIN_TRAIL: Final = "-‐‑.+/'’:–−,&*"
_DASHED: Final = re.compile(r"–[0-9]{1,2}(?![0-9A-Za-z%.])")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:][\"'”’)\]]?|\n\s*\n|[•●])\s*[\"'“‘(\[]?$")


def is_letter(character: str) -> bool:
    """Whether a letter of a script that sets spaces between words: only these glue digits to a name."""
    return character.isalpha() and not (
        "\u0e00" <= character <= "\u0eff" or "\u2e80" <= character <= "\ud7ff" or character >= "\uf900"
    )


def _joins(character: str) -> bool:
    return "0" <= character <= "9" or is_letter(character)


def letters_before(text: str, end: int) -> str:
    """The run of letters that ends at `end`."""
    start = end
    while start and text[start - 1].isalpha() and end - start < 40:
        start -= 1
    return text[start:end]


def letters_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha() and end - start < 40:
        end += 1
    return text[start:end]


def chain(text: str, place: int) -> tuple[int, int]:
    """The run of letters, digits and joining signs around `place` (Llama3.1-8B, WMT14/15), end punctuation aside."""
    start = place
    while start and (_joins(text[start - 1]) or text[start - 1] in _CHAIN_CHARS) and place - start < 80:
        start -= 1
    end = place
    size = len(text)
    while end < size and (_joins(text[end]) or text[end] in _CHAIN_CHARS):
        if text[end] in "–−" and not (text[end + 1 : end + 2].isalnum()):
            break
        end += 1
    while end > place + 1 and text[end - 1] in _CHAIN_TRAIL and text[end - 2 : end] != "++":
        end -= 1
    while start < place and text[start] in _CHAIN_TRAIL:
        start += 1
    return start, end


def looks_named(text: str, end: int) -> bool:
    """Whether the chain that ends at `end` looks like a name (a capital or a digit in it)."""
    start = end
    while start and (text[start - 1].isalnum() or text[start - 1] in "-_.") and end - start < 40:
        start -= 1
    word = text[start:end]
    return any(c.isdigit() or c.isupper() for c in word)


def glued_after(text: str, end: int) -> bool:
    """Whether letters or digits hang on the end of a number."""
    follow = text[end : end + 1]
    return _joins(follow) or follow == "_"


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start` with white space between, and where it begins; "" where there is none."""
    end = start
    while end and text[end - 1] in " \n\t\u00a0\u2009":
        end -= 1
    if end == start or not end:
        return "", start
    lower = max(0, end - 48)
    begin = (
        max(
            text.rfind(" ", lower, end),
            text.rfind("\n", lower, end),
            text.rfind("\t", lower, end),
            text.rfind("\u00a0", lower, end),
            lower - 1,
        )
        + 1
    )
    return text[begin:end], begin


class WordBefore(NamedTuple):
    """The word before a number: as written but for opening brackets, in lower case without its end, and its last character.

    `start` is where it begins, brackets included; all but `start` are "" where no word stands before.
    """

    word: str
    stem: str
    tail: str
    start: int


def before_number(text: str, start: int) -> WordBefore:
    """The word before the number that begins at `start`."""
    written, begin = word_before(text, start)
    word = written.lstrip("([{\"'“‘")
    return WordBefore(word, word.lower().rstrip(".'’\"”"), word[-1:], begin)


def opens_sentence(text: str, begin: int) -> bool:
    return (
        _SENTENCE_END.search(text, max(0, begin - 8), begin) is not None
        if begin > 8
        else _SENTENCE_END.search(text[:begin]) is not None
    )


def trim(text: str, end: int) -> int:
    while end and text[end - 1] in " \n\t\u00a0":
        end -= 1
    return end


def name_end(text: str, end: int) -> int:
    """A name goes on along its hyphen chain: Claude 3.5-Haiku."""
    if (text[end : end + 1] in "-‐‑" and text[end + 1 : end + 2].isalnum()) or _DASHED.match(text, end):
        return chain(text, end)[1]
    return end


def capitalised(word: str) -> bool:
    """A capital first, or a camel-case or all-capital core (GPT, mBERT, iPhone)."""
    if not word:
        return False
    core = word.lstrip("-‐‑/")
    if "-" in core:
        core = core.rsplit("-", 1)[1] or core
    return bool(core) and (core[0].isupper() or (core.isalnum() and any(c.isupper() for c in core[1:])))
