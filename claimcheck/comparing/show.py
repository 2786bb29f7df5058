"""A comparison for people: as text for a terminal, as Markdown for a comment on a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from claimcheck.comparing.model import Change, Comparison, FieldChange, Sort, What
from claimcheck.reporters.base import plural
from claimcheck.reporters.escape import markdown, printable

LIMIT: Final = 60_000
"""Characters of Markdown: GitHub refuses a comment of more than 65,536."""
LONG: Final = 8
"""A Markdown list with more items is folded away under its heading; that of what weakens the checks never is."""

_NOUNS: Final[dict[What, tuple[str, str]]] = {
    "paper": ("paper", "papers"),
    "claim": ("claim", "claims"),
    "quote": ("quote", "quotes"),
    "name": ("name", "names"),
    "not-claim": ("excused number", "excused numbers"),
    "relation": ("relation", "relations"),
    "waiver": ("waiver", "waivers"),
    "ignore": ("ignore", "ignores"),
    "abstract": ("abstract", "abstracts"),
    "vocabulary": ("vocabulary entry", "vocabulary entries"),
    "configuration": ("setting", "settings"),
    "baseline": ("accepted finding", "accepted findings"),
}
_HEADINGS: Final = {
    "abstract": "Sources",
    "vocabulary": "Vocabulary",
    "configuration": "Configuration",
    "baseline": "Baseline",
}
_WEAKENS: Final = "Weakens checks"
_SORTS: Final[tuple[Sort, ...]] = ("added", "removed", "changed")
_SIGNS: Final[dict[Sort, str]] = {"added": "+", "removed": "-", "changed": "~"}
_COLORS: Final = {"+": "32", "-": "31", "~": "33", "!": "1;31"}
_WIDTH: Final = 100
_CONTEXT: Final = 3
_GIST: Final = ("subject", "metric", "value", "rank")


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of the report: a sign, what it is about, and what there is to say below it."""

    sign: str
    text: str
    details: tuple[str, ...] = ()


def as_text(comparison: Comparison, *, color: bool) -> str:
    """Plain text, one line a change and one a field of it; the total first, then what weakens the checks."""

    def painted(text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if color else text

    lines = [f"{printable(_names(comparison))}: {total(comparison)}"]
    for heading, items in _sections(comparison):
        lines += ["", painted(printable(heading), "1")]
        for item in items:
            lines.append(f"  {painted(item.sign, _COLORS.get(item.sign, '1'))} {printable(item.text)}")
            lines += [f"      {printable(detail)}" for detail in item.details]
    return "\n".join(lines) + "\n"


def as_markdown(comparison: Comparison) -> str:
    """GitHub-flavoured Markdown, no longer than a comment may be: what does not fit is counted."""
    words = {"+": "added: ", "-": "removed: ", "~": "changed: "}
    lines = [f"## Claims: {total(comparison)}", "", markdown(_names(comparison))]
    room = LIMIT - sum(map(len, lines))
    unlisted = 0
    for heading, items in _sections(comparison):
        block = [_nested(item, words.get(item.sign, "")) for item in items]
        shown = list(_fitting(block, room - len(heading) - 100))
        unlisted += len(block) - len(shown)
        if not shown:
            continue
        title = markdown(heading)
        if len(block) > LONG and heading != _WEAKENS:
            lines += ["", f"<details><summary>{title} ({len(block)})</summary>", "", *shown, "", "</details>"]
        else:
            lines += ["", f"### {title}", "", *shown]
        room -= sum(map(len, shown)) + len(title) + 100
    if unlisted:
        lines += [
            "",
            f"{unlisted} more {'entry' if unlisted == 1 else 'entries'} not listed: the comment would be too long.",
        ]
    return "\n".join(lines) + "\n"


def total(comparison: Comparison) -> str:
    """All in one line: `1 paper added, 2 claims changed; 1 change weakens the checks`."""
    counted = Counter((change.what, change.sort) for change in comparison.changes)
    parts = [
        f"{count} {_NOUNS[what][count > 1]} {sort}"
        for what in _NOUNS
        for sort in _SORTS
        if (count := counted[what, sort])
    ]
    said = ", ".join(parts) or "nothing that is said has changed"
    if weakening := len(comparison.weakening):
        said += f"; {plural(weakening, 'change')} {'weakens' if weakening == 1 else 'weaken'} the checks"
    if unread := len({each.file for each in comparison.unread}):
        said += f"; {plural(unread, 'file')} could not be compared"
    return said


def _names(comparison: Comparison) -> str:
    return f"{comparison.base} → {comparison.head}"


def _sections(comparison: Comparison) -> Iterator[tuple[str, list[_Item]]]:
    """Headings with their lines: first what weakens the checks, then what is said, last what is only formatting."""
    if comparison.weakening:
        yield _WEAKENS, [_item(change, warn=True) for change in comparison.weakening]
    if comparison.unread:
        sides = {"base": comparison.base, "head": comparison.head}
        yield (
            "Not compared",
            [
                _Item("!", f"{each.file}:{each.line} in {sides[each.side]}: {each.message}")
                for each in comparison.unread
            ],
        )
    plain = [change for change in comparison.changes if not change.weakens]
    for heading, changes in groupby(plain, _heading):
        yield heading, [_item(change) for change in changes]
    if comparison.reformatted:
        yield "Only written or placed otherwise", [_Item("~", path) for path in comparison.reformatted]


def _heading(change: Change) -> str:
    if change.paper is not None:
        return change.paper
    return _HEADINGS[change.what]


def _item(change: Change, *, warn: bool = False) -> _Item:
    place = f"{change.file}:{change.line}" if change.line is not None else change.file
    paper = f"{change.paper}: " if warn and change.paper is not None else ""
    text = f"{place} {paper}{_NOUNS[change.what][0]} {_short(change.id)}"
    details = list(_details(change))
    if warn:
        return _Item("!", f"{text} {change.sort}: {change.weakens}", tuple(details))
    if len(details) == 1:
        return _Item(_SIGNS[change.sort], f"{text}: {details[0]}")
    return _Item(_SIGNS[change.sort], text, tuple(details))


def _details(change: Change) -> Iterator[str]:
    """What there is to say of a change: its fields; of a whole claim or paper, the gist."""
    fields = {field.name: field for field in change.fields}
    sides = {name: field.new if field.new is not None else field.old for name, field in fields.items()}
    if change.sort != "changed" and change.what == "claim":
        yield ", ".join(_short(sides[name] or "") for name in _GIST if name in sides)
    elif change.sort != "changed" and change.what == "paper":
        yield f"{_short(sides.get('name') or '')}, {plural(int(sides.get('claims') or 0), 'claim')}"
    elif change.sort != "changed" and change.what == "abstract":
        return
    else:
        for field in change.fields:
            if change.sort == "changed" or field.name != "rule":
                yield _difference(field)


def _difference(field: FieldChange) -> str:
    if field.old is None or field.new is None:
        present = field.new if field.old is None else field.old
        return f"{field.name}{' removed' if field.new is None else ''}: {_short(present or '')}"
    old, new = _contrast(field.old, field.new)
    return f"{field.name} {old or '(nothing)'} → {new or '(nothing)'}"


def _contrast(old: str, new: str) -> tuple[str, str]:
    """Two texts without most of what they have in common, where they are long."""
    if max(len(old), len(new)) <= _WIDTH // 2:
        return old, new
    one, other = old.split(), new.split()
    shortest = min(len(one), len(other))
    first = next((at for at in range(shortest) if one[at] != other[at]), shortest)
    last = next((at for at in range(shortest - first) if one[-1 - at] != other[-1 - at]), shortest - first)
    start, end = max(first - _CONTEXT, 0), max(last - _CONTEXT, 0)

    def cut(words: list[str]) -> str:
        middle = " ".join(words[start : len(words) - end])
        return ("… " if start else "") + _short(middle, 2 * _WIDTH) + (" …" if end else "")

    return cut(one), cut(other)


def _short(text: str, width: int = _WIDTH) -> str:
    """The text in one line, without its middle where it is long."""
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= width else f"{text[: width - 25]} … {text[-20:]}"


def _nested(item: _Item, word: str) -> str:
    lines = [f"- {word}{markdown(item.text)}", *(f"  - {markdown(detail)}" for detail in item.details)]
    return "\n".join(lines)


def _fitting(block: Iterable[str], room: int) -> Iterator[str]:
    for item in block:
        room -= len(item) + 1
        if room < 0:
            return
        yield item
