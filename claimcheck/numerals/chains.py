"""What hangs on a number: chains of letters and digits, the word before it, where a sentence begins."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

HYPHENS: Final = "-‐‑–−"
OPEN: Final = " \t\n\r\u00a0\u2009\u202f([{\"'“”‘’«,;:=<>≤≥⩽⩾~∼≈≃/|→↑↓—&*…＝!?"
"""What a number may stand right behind: white space, opening signs, comparisons."""
NEXT_WORD: Final = re.compile(r"[\s,]*([A-Za-z][A-Za-z'-]*)")
NEAR: Final = 80
"""How far is looked back from a number, so that a text is read in one go: farther than what is looked for is long."""
_LONGEST_IN_PARENTHESES: Final = 300
_CHAIN_CHARS: Final = frozenset("-‐‑_.+/'’@:^\\*#&–−")
_CHAIN_TRAIL: Final = "-‐‑.+/'’:–−,&*"
_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u2e80-\ud7ff\uf900-\U0010ffff]")
"""Letters of Thai, Chinese, Korean and the like, which stand right beside a number that they do not belong to."""
_GOES_ON: Final = re.compile(r"[-‐‑][^\W_]|–[0-9]{1,2}(?![0-9A-Za-z%.])")
_NAMED: Final = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-Ω0-9][\w.-]*$")
_SENTENCE_END: Final = re.compile(r"(?:^|[.!?:][\"'”’)\]]?|\n\s*\n|[•●])\s*[\"'“‘(\[]?$")


def ends(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """What a pattern that ends in "$" finds right before `end`."""
    return pattern.search(text, max(0, end - NEAR), end)


def in_parentheses(text: str, at: int) -> bool:
    """Whether a parenthesis that opens before `at` is still open there."""
    before = max(0, at - _LONGEST_IN_PARENTHESES)
    return text.rfind("(", before, at) > text.rfind(")", before, at)


def is_letter(character: str) -> bool:
    """Whether a letter of a script that sets spaces between words: only these glue digits to a name."""
    return character.isalpha() and (character.isascii() or not _WITHOUT_SPACES.match(character))


def _joins(character: str) -> bool:
    return "0" <= character <= "9" or is_letter(character)


def letters_before(text: str, end: int) -> str:
    """The run of letters that ends at `end`."""
    start = end
    while text[start - 1 : start].isalpha():
        start -= 1
    return text[start:end]


def letters_after(text: str, start: int) -> str:
    end = start
    while text[end : end + 1].isalpha():
        end += 1
    return text[start:end]


def chain(text: str, place: int) -> tuple[int, int]:
    """The run of letters, digits and joining signs around `place` (Llama3.1-8B, WMT14/15), end punctuation aside.

    At `place` stands a digit, or a sign that joins one.
    """
    start = place
    while _joins(before := text[start - 1 : start]) or before in _CHAIN_CHARS:
        start -= 1
    end = place + 1
    while _joins(follow := text[end : end + 1]) or follow in _CHAIN_CHARS:
        end += 1
    while text[end - 1] in _CHAIN_TRAIL and text[end - 2 : end] != "++":
        end -= 1
    while text[start] in _CHAIN_TRAIL:
        start += 1
    return start, end


def looks_named(text: str, end: int) -> bool:
    """Whether the chain that ends at `end` looks like a name (a capital or a digit in it)."""
    return ends(_NAMED, text, end) is not None


def glued_after(text: str, end: int) -> bool:
    """Whether letters or digits hang on the end of a number."""
    follow = text[end : end + 1]
    return _joins(follow) or follow == "_"


def word_before(text: str, start: int) -> tuple[str, int]:
    """The word before `start` with white space between, and where it begins; "" where there is none."""
    if not text[start - 1 : start].isspace():
        return "", start
    words = text[max(0, start - NEAR) : start].rsplit(None, 1)
    return (words[-1], text.rindex(words[-1], 0, start)) if words else ("", start)


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
    return ends(_SENTENCE_END, text, begin) is not None


def trim(text: str, end: int) -> int:
    """Where what stands before `end` ends, white space aside."""
    while text[end - 1 : end].isspace():
        end -= 1
    return end


def name_end(text: str, end: int) -> int:
    """A name goes on along its hyphen chain: Claude 3.5-Haiku."""
    return chain(text, end)[1] if _GOES_ON.match(text, end) else end


def capitalised(word: str) -> bool:
    """A capital first, or a camel-case or all-capital core (GPT, mBERT, iPhone)."""
    core = word.rpartition("-")[2] or word
    return core[:1].isupper() or (core.isalnum() and any(c.isupper() for c in core))
