"""A source text as a reader sees it: LaTeX and typography resolved, with a map back to the raw text.

Abstracts stand in sources as their authors typed them (`10.7\\%`, `T\\"ULU`, `$1.2\\times10^{5}$`). Numbers and quotes are
read on the rendering; every place found there is told as a place in the raw text. The subset of LaTeX is that of
abstracts: formatting macros, accents, symbols, math delimiters. What is not known stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from claimcheck.source import Span
from claimcheck.text.siunitx import MACRO, stretches

_SYMBOLS: Final = {
    "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "sim": "∼", "approx": "≈", "simeq": "≈", "leq": "≤", "le": "≤",
    "leqslant": "≤", "geq": "≥", "ge": "≥", "geqslant": "≥", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "to": "→",
    "rightarrow": "→", "longrightarrow": "→", "Rightarrow": "→", "uparrow": "↑", "downarrow": "↓", "infty": "∞",
    "circ": "°", "degree": "°", "percent": "%", "mu": "μ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "epsilon": "ε", "varepsilon": "ε", "lambda": "λ", "sigma": "σ", "tau": "τ", "theta": "θ", "kappa": "κ", "pi": "π",
    "rho": "ρ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "eta": "η", "zeta": "ζ", "nu": "ν", "xi": "ξ",
    "Delta": "Δ", "Omega": "Ω", "Sigma": "Σ", "Theta": "Θ", "Lambda": "Λ", "Gamma": "Γ", "Phi": "Φ", "Psi": "Ψ",
    "odot": "⊙", "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "textasciitilde": "∼", "textemdash": "—", "textendash": "–", "ldots": "…", "dots": "…",
    "texttimes": "×", "textpm": "±", "textdegree": "°", "textmu": "μ", "textendash{}": "–", "S": "§", "dag": "†", "dagger": "†", "ddagger": "‡",
    "star": "⋆", "ast": "∗", "neq": "≠", "ne": "≠", "in": "∈", "cup": "∪", "cap": "∩", "ell": "ℓ", "texteuro": "€",
    "pounds": "£", "gtrsim": "≳", "lesssim": "≲", "gtrapprox": "≳", "lessapprox": "≲", "quad": " ", "qquad": " ", "thinspace": "\u2009",
    "textless": "<", "textgreater": ">",
}  # fmt: skip
"""Macros without argument and what they print."""

_WRAPPERS: Final = (
    "textbf textit textsc texttt textrm textsf textsl textup textmd textnormal text emph underline uline mbox hbox "
    "mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm pmb operatorname ensuremath "
    "num url textnumero"
).split()
"""Macros whose argument is printed as it is."""

_SWITCHES: Final = (
    "bf it em rm sf tt sc sl bfseries itshape scshape ttfamily displaystyle left right xspace "
    "tiny scriptsize footnotesize small normalsize"
).split()
"""Macros that print nothing themselves."""

_ACCENTS: Final = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip

_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

_TYPOGRAPHIC: Final = {
    "\u2010": "-", "\u2011": "-", "\u2a2f": "×", "\ufe6a": "%", "\u2266": "≤", "\u2267": "≥",
    "\u02c2": "<", "\u02c3": ">", "\u2b0d": "<", "\u2b0e": ">", "\ufe64": "<", "\ufe65": ">", "\u2afd": "=", "\u2afa": "−", "\u2afe": "±",
    "\u2126": "Ω", "\u212b": "Å",
}  # fmt: skip
"""Characters that are only another form of a usual one, or stand for one where a page was printed with a font of its own."""
_TAG_MOST: Final = 2_000
"""An HTML element is closed within so many characters; "a <b> c" is none."""

_FORMS: Final = f"{''.join(_TYPOGRAPHIC)}\ufb00-\ufb06\uff01-\uff5e"
_NOTHING: Final = "\u00ad\u200b\u2060\ufeff"
_RUNS: Final = r"--|``|''|&[#A-Za-z]|<[/!a-z]"

_SPECIAL_ASCII: Final = ("\\", "$", "~", "{", "}", "--", "``", "''", "&", "<")
"""Without one of these a text in ASCII is its own rendering; to look for them takes a quarter of a search's time."""
_SPECIAL: Final = re.compile(rf"[\\$~{{}}\u0300-\u036f{_NOTHING}{_FORMS}]|{_RUNS}")
"""Whatever makes the rendering differ from the raw text; a text without any is its own rendering."""

_FIRST_PLAIN: Final = re.compile(rf"\^\{{?\s*\\|[\\$~{{}}{_NOTHING}{_FORMS}]|{_RUNS}")
_FIRST: Final = re.compile(rf"{_FIRST_PLAIN.pattern}|[^\W\d_](?=[\u0300-\u036f])")
_COMBINING: Final = re.compile("[\u0300-\u036f]")
"""Where a token can begin: a cheap search, so that the tokens themselves are tried at few places."""

_CITING: Final = r"label|cite[a-z]*\*?"
_KEYS: Final = r"\s*(?:\[[^\]\n]{0,80}\])*\{[^{}\n]{0,200}\}"
_COMMENT: Final = r"<!--(?:(?!-->)[^\0]){0,2000}-->"
UNPRINTED: Final = re.compile(rf"\\(?:{_CITING}){_KEYS}|{_COMMENT}")
"""Words of a text that a reader of the rendering does not see."""

_TOKEN: Final = re.compile(
    r"\\(?P<accent>[\"'`^~=.])\s*\{?(?P<on>\\?[ij](?![A-Za-z])|[A-Za-z])\}?"
    r"|\\(?P<accent_word>[uvHckrdb])(?:\s*\{(?P<on_braced>\\?[ij]|[A-Za-z])\}|\s+(?P<on_spaced>[A-Za-z])(?![A-Za-z]))"
    r"|\^\{?\s*\\circ\s*\}?"
    rf"|\\(?P<wrapper>{'|'.join(_WRAPPERS)})(?![A-Za-z])\s*\{{"
    rf"|\\(?P<switch>{'|'.join(_SWITCHES)})(?![A-Za-z])\s?"
    r"|\\[dt]?frac\s*\{(?P<numerator>[0-9.,]{1,20})\}\s*\{(?P<denominator>[0-9.,]{1,20})\}"
    r"|\\[dt]?frac\s*(?P<halved>[0-9])\s*(?P<halves>[0-9])"
    rf"|(?P<quantity>{MACRO})"
    rf"|\\(?P<symbol>{'|'.join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))})(?![A-Za-z])(?:\{{\}}|(?<=mu)[ ]+(?=[a-zA-Z](?![a-zA-Z])))?"
    rf"|\\(?P<reference>(?:eq|auto|page|[cC])?ref|{_CITING}){_KEYS}"
    r"|\\(?P<raised>textsuperscript)\s*\{|\\(?P<lowered>textsubscript)\s*\{"
    r"|\\(?P<link>href)\s*\{[^{}\s]{0,300}\}\s*\{"
    r"|\\(?P<space>[,;:! >/-]|@(?![A-Za-z])|\n)"
    r"|\\(?P<math>[()\[\]])"
    r"|\\(?P<escaped>[%&#_$\{\}+*])"
    r"|\\[A-Za-z@]+\*?"  # an unknown macro stays as it is written
    r"|\{,\}|\{\.\}|(?P<brace>[{}])|(?P<minus>\$-\$)|(?P<dollar>\$)|(?P<tilde>~)"
    r"|(?P<dash>---?)|(?P<quotes>``|'')"
    rf"|(?P<nothing>[{_NOTHING}]+)"
    r"|&(?P<entity>[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,6}|#[xX][0-9A-Fa-f]{1,5});"
    rf"|(?P<comment>{_COMMENT})"
    r"|<(?P<tag>/?(?:b|i|u|em|strong|span|p|sub|sup)|br\s?/?)>"
    rf"|(?P<typographic>[{''.join(_TYPOGRAPHIC)}])"
    r"|(?P<ligature>[\ufb00-\ufb06])|(?P<wide>[\uff01-\uff5e])"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
)

_MACRO_OR_SIGN: Final = r"\{?(?:\\[A-Za-z]+|[<>=~+\-−±]+)\s*\}?"
_MATH: Final = re.compile(
    rf"(?<!\\)\$\$?(?P<body>{_MACRO_OR_SIGN}|(?=\S)(?:[^$\\\n]|\\.|\n(?!\s*\n)){{1,300}}?(?<=\S))\$\$?(?P<digit>(?=[0-9]))?"
)
"""A pair of dollars that sets math: no white space inside next to them. A closing dollar before a digit is one only
after a bare macro or relation (`$\\sim$10`); `$5 and ($7` is money."""

_DASH: Final = re.compile(r"(?<=[a-z]{2})\$-\$(?=[a-z]{2})(?![a-z]{1,40}\$-\$)")
"""A lone minus between two words is typed for a dash ("four baselines$-$one fixed"); between more, for hyphens."""

_SHORT_WORDS: Final = frozenset("a i an as at be by do he if in is it no of on or so to up us vs we".split())
_BEFORE_ABOUT: Final = "([{\"'“‘„«`=$%x/,:;–—-×|<>≈"
_SCALED: Final = re.compile("[0-9][kKMBm]$")
_FRACTION: Final = re.compile(r"\$?\\[dt]?frac")
_BARE: Final = re.compile(rf"\s*{_MACRO_OR_SIGN}\s*")


class Rendering:
    """The rendering of one raw text: `raw`, `text`, and the places of one in the other."""

    __slots__ = ("_at", "_raw", "_verbatim", "raw", "text")

    def __init__(self, raw: str, text: str, pieces: list[tuple[int, int, int, bool]]) -> None:
        """`pieces` are (offset in the rendering, raw start, raw end, stands verbatim), in order; empty: text is raw."""
        self.raw = raw
        self.text = text
        self._at = [piece[0] for piece in pieces]
        self._raw = [(piece[1], piece[2]) for piece in pieces]
        self._verbatim = [piece[3] for piece in pieces]

    def raw_start(self, offset: int) -> int:
        """Where in the raw text the character at `offset` of the rendering begins."""
        if not self._at:
            return offset
        if offset >= len(self.text):
            return len(self.raw)
        piece = bisect_right(self._at, offset) - 1
        start = self._raw[piece][0]
        return start + offset - self._at[piece] if self._verbatim[piece] else start

    def raw_end(self, offset: int) -> int:
        """Where in the raw text the character before `offset` of the rendering ends."""
        if not self._at:
            return offset
        if offset <= 0:
            return 0
        piece = bisect_right(self._at, offset - 1) - 1
        start, end = self._raw[piece]
        return start + offset - self._at[piece] if self._verbatim[piece] else end

    def raw_span(self, start: int, end: int) -> Span:
        """The raw stretch that prints the characters from `start` to `end` of the rendering, its braces closed."""
        if not self._at:
            return Span(start, end)
        return _balanced(self.raw, self.raw_start(start), self.raw_end(end))


def _balanced(raw: str, start: int, end: int) -> Span:
    """The stretch with the brace next to it that a brace in it belongs to: `10^{5` is `10^{5}`, `\\leq}1` `{\\leq}1`.

    The brace of a macro's argument before the stretch is the macro's and stays outside.
    """
    opened = raw.count("{", start, end) - raw.count("}", start, end)
    while opened > 0 and raw.startswith("}", end):
        opened, end = opened - 1, end + 1
    while opened < 0 and start and raw[start - 1] == "{" and not raw[start - 2 : start - 1].isalpha():
        opened, start = opened + 1, start - 1
    return Span(start, end)


def render(raw: str) -> Rendering:
    """The text a reader sees for `raw`; never raises, whatever the input."""
    if raw.isascii() and not any(map(raw.__contains__, _SPECIAL_ASCII)):
        return Rendering(raw, raw, [])
    if _SPECIAL.search(raw) is None:
        return Rendering(raw, raw, [])
    dollars = _math_dollars(raw) if "$" in raw else {}
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    length = last = 0
    search = (_FIRST if _COMBINING.search(raw) is not None else _FIRST_PLAIN).search
    position = 0
    while (first := search(raw, position)) is not None:
        match = _TOKEN.match(raw, first.start())
        if match is None:
            position = first.start() + 1
            continue
        found, position = _stretches(match, raw, dollars)
        for start, end, printed in found:
            if start > last:
                pieces.append((length, last, start, True))
                parts.append(raw[last:start])
                length += start - last
            if printed:
                pieces.append((length, start, end, False))
                parts.append(printed)
                length += len(printed)
            last = end
    if last < len(raw):
        pieces.append((length, last, len(raw), True))
        parts.append(raw[last:])
    return Rendering(raw, "".join(parts), pieces or [(0, 0, 0, True)])


def _math_dollars(raw: str) -> dict[int, bool]:
    """The offsets of the dollars that delimit math, and whether a minus for a dash opens there."""
    found: dict[int, bool] = {}
    position = 0
    while (match := _MATH.search(raw, position)) is not None:
        if match["digit"] is not None and not _BARE.fullmatch(match["body"]) and not match["body"].startswith("\\"):
            position = match.start() + 1
            continue
        found.update(dict.fromkeys(range(match.start(), match.start("body")), False))
        found.update(dict.fromkeys(range(match.end("body"), match.end()), False))
        chained = position > 0 and raw[position : match.start()].isalpha()
        found[match.start()] = not chained and _DASH.match(raw, match.start()) is not None
        position = match.end()
    return found


def _stretches(
    match: re.Match[str], raw: str, dollars: Mapping[int, bool]
) -> tuple[Sequence[tuple[int, int, str]], int]:
    """The stretches of a token that print something else than themselves, and where the next token may begin."""
    start, end = match.span()
    if match.lastgroup == "quantity":
        return stretches(raw, start, end) or ((), end)
    if match.lastgroup == "minus" and not dollars.get(start):
        end = start + 1  # a dollar as any other
    printed = _printed(match, raw, dollars)
    return ((start, end, printed),) if printed is not None else (), end


def _printed(match: re.Match[str], raw: str, dollars: Mapping[int, bool]) -> str | None:
    """What a token prints; None where it stands as it is."""
    kind = match.lastgroup
    token = match[0]
    if kind is None:
        if token == "{,}":
            return ","
        if token == "{.}":
            return "."
        return "°" if token.startswith("^") else None
    if kind in ("on", "on_braced", "on_spaced"):
        letter = match[kind].lstrip("\\")
        mark = _ACCENTS[match["accent"] or match["accent_word"]]
        return unicodedata.normalize("NFC", letter + mark)
    if kind == "denominator":
        return f"{match['numerator']}/{match['denominator']}"
    if kind == "halves":
        return f"{match['halved']}/{match['halves']}"
    if kind == "entity":
        return _entity(token)
    if kind == "tag":
        return _tag(match, raw)
    if kind == "typographic":
        return _TYPOGRAPHIC[token]
    if kind == "symbol":
        return _SYMBOLS[match["symbol"]]
    if kind == "raised":
        return "^"
    if kind == "lowered":
        return _lowered(raw, match.start())
    if kind == "comment":
        return ""
    if kind == "reference":
        return "??" if token.startswith(("\\ref", "\\eqref", "\\auto", "\\page", "\\cref", "\\Cref")) else ""
    if kind == "space":
        return "" if match["space"] in "!/-@" else ("\u2009" if match["space"] == "," else " ")
    if kind == "escaped":
        return match["escaped"]
    if kind in ("minus", "dollar"):
        opening = dollars.get(match.start())
        return None if opening is None else "—" if opening else ""
    if kind == "tilde":
        return _tilde(raw, match.start())
    if kind == "dash":
        return "—" if len(token) == 3 else "–"
    if kind == "quotes":
        return '"'
    if kind == "ligature":
        return _LIGATURES[token]
    if kind == "wide":
        return chr(ord(token) - 0xFEE0)  # the full-width forms of ASCII
    if kind == "composed":
        return unicodedata.normalize("NFC", token)
    return ""  # wrapper, switch, math, brace, nothing


def _entity(token: str) -> str | None:
    """The character of an HTML entity; None where there is no such entity, or it is no character to be seen."""
    from html import unescape  # its table is large, and seldom asked

    character = unescape(token)
    return character if character != token and (character.isprintable() or character.isspace()) else None


def _tag(match: re.Match[str], raw: str) -> str | None:
    """What an HTML tag prints; None for what only looks like one."""
    name = match["tag"].rstrip("/ ")
    if name.startswith("/") or name == "br":
        return " " if name in ("/p", "br") else ""
    if raw.find(f"</{name}>", match.end(), match.end() + _TAG_MOST) < 0:
        return None
    if name == "sub":
        return _lowered(raw, match.start())
    return "^" if name == "sup" else ""


def _lowered(raw: str, offset: int) -> str:
    """What parts a number from the digits below its line: those of H₂O are the formula's own."""
    return "_" if raw[offset - 1 : offset].isdigit() else ""


def _is_symbol(word: str) -> bool:
    """Whether a word of one or two letters is what was measured ("n~12", "Mw~1500") and no preposition before a tie."""
    word = word.lstrip("([$")
    return 0 < len(word) <= 2 and word.isalpha() and word.lower() not in _SHORT_WORDS


def _tilde(raw: str, offset: int) -> str | None:
    """`~` is a space between words, and "about" before a number at the beginning of a word."""
    before = raw[offset - 1] if offset else " "
    after = raw[offset + 1 : offset + 3].lstrip("$\\ ")[:1]
    if after.isdigit() or after in (".", "-", "+", "−", "–") or _FRACTION.match(raw, offset + 1):
        word = raw[max(raw.rfind(" ", 0, offset), raw.rfind("\n", 0, offset)) + 1 : offset]
        if "~" in word.lstrip("~($"):
            return " "  # Lumen~2~7B
        begins = before.isspace() or before.isdigit() or before in _BEFORE_ABOUT or _is_symbol(word)
        return None if begins or _SCALED.search(raw, max(0, offset - 2), offset) else " "
    return " "
