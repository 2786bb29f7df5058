"""Makes untrusted text harmless: the one place for it, whatever the output.

File names, keys, values and quotes are written by strangers. What is shown to people goes through `printable` first,
and then through the function of its format:

=============  ====================================================================================================
full, concise  `printable`; one piece a code point (`pieces`) where columns are counted
github         `printable`, then `workflow_data` or `workflow_property`
markdown       `printable`, then `markdown`
junit          `printable`, which leaves only characters that XML allows; the XML library escapes `<`, `&`, `]]>`
sarif, gitlab  `printable`, then `to_json`: what these files hold is shown on a page as it is
json, jsonl    `to_json` alone: programs get the exact text, though no raw control character is in the file
tables         `csv_cell` where a spreadsheet may open the file
=============  ====================================================================================================

A backslash of the text itself is not doubled: abstracts are full of LaTeX, and what is shown is for reading.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_HIDDEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Never shown raw: control, format (bidi controls, zero width), surrogate, private, unassigned, line separators."""

_INVISIBLE: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""What has no glyph of its own though its category says mark or letter: joiners, fillers, variation selectors."""

_SHORT: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}

_COMMAND: Final = re.compile(r"\A\s*:|#(?=#\w*\[)")
"""What the log readers of build services obey: `::command` where a line begins, `##[command]`, `##vso[…]` anywhere.

One colon is enough to be escaped: another may follow what is printed, as in `path:line`.
"""


def _escaped(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_hidden(char: str) -> bool:
    if " " <= char <= "~":
        return False
    return unicodedata.category(char) in _HIDDEN or _INVISIBLE.match(char) is not None


def pieces(text: str) -> list[str]:
    """What is shown for each code point of `text`, in order: itself, or a visible escape."""
    shown = [_escaped(char) if _is_hidden(char) else char for char in text]
    for match in _COMMAND.finditer(text):
        at = match.end() - 1
        shown[at] = _escaped(text[at])
    return shown


def printable(text: str) -> str:
    r"""`text` with every character that is not plainly visible as an escape: `\x1b`, `\n`, `\u202e`, `\U000e0041`.

    Escaped are control and format characters (bidi controls, zero width), line and paragraph separators, lone
    surrogates, private and unassigned code points, and other characters without a glyph. The first character of
    what a build service would take for a command (`::error::` at the beginning, `##[group]` anywhere) is escaped too.
    The result is one line, and printing it again changes nothing.
    """
    if text.isascii() and text.isprintable() and not _COMMAND.search(text):
        return text
    return "".join(pieces(text))


def workflow_data(text: str) -> str:
    """The data of a GitHub workflow command: what follows the second `::`. Newlines of `text` stay newlines there."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """The value of a property of a GitHub workflow command (`file=…`): `:` and `,` would end it."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


_MARKDOWN: Final = re.compile(r"[\\`*_\[\]<>|&~@#$]")
_MARKDOWN_START: Final = re.compile(r"\A\s*(?:\d+(?=[.)](?:\s|\Z)))?[-+=.)]")
_GITHUB_LINK: Final = re.compile(r"&#64;|&#35;|:(?=//)|\bwww(?=\.)|\bGH-(?=\d)", re.IGNORECASE)


def markdown(text: str) -> str:
    """One line of Markdown that shows the printable form of `text`, and does nothing else.

    Characters with a meaning in Markdown, HTML or a table become numeric references; so does what begins a list, a
    heading or a code block. GitHub looks for mentions, issues and addresses after that step, in the finished page:
    an (invisible) zero-width space, as a reference, keeps it from finding any.
    """
    text = _MARKDOWN.sub(lambda match: _reference(match[0]), printable(text))
    text = _MARKDOWN_START.sub(lambda match: match[0][:-1] + _reference(match[0][-1]), text)
    text = _GITHUB_LINK.sub(lambda match: match[0] + "&#8203;", text)
    return "&#32;" + text[1:] if text.startswith(" ") else text


def _reference(char: str) -> str:
    return f"&#{ord(char)};"


_NOT_PLAIN: Final = re.compile(r"[^\x20-\x7e\n]")
_JSON_COMMAND: Final = re.compile(r"#(?=#\w*\[)")


def to_json(value: object, *, indent: int | None = 2) -> str:
    r"""`value` as JSON (one line with `indent=None`) that any reader takes and any terminal can show.

    What `printable` would escape is written as `\uXXXX` and read back exactly; other text stays readable. Lone
    surrogates alone are changed (to the visible `\udc80` of `printable`): no JSON reader is bound to accept them.
    """
    from json import dumps

    text = dumps(value, ensure_ascii=False, indent=indent)
    text = _NOT_PLAIN.sub(_json_escaped, text)
    return _JSON_COMMAND.sub(r"\\u0023", text)


def _json_escaped(match: re.Match[str]) -> str:
    char = match[0]
    if not _is_hidden(char):
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return f"\\\\u{code:04x}"
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


_FORMULA: Final = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_SIGNED_NUMBER: Final = re.compile(r"[+-]\d[\d.,]*%?\Z")


def csv_cell(text: str) -> str:
    """A cell that a spreadsheet does not take for a formula: an apostrophe is put before one. `-3.5%` is left alone."""
    text = printable(text)
    return f"'{text}" if _FORMULA.match(text) and not _SIGNED_NUMBER.match(text) else text
