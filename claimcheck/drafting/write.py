"""A draft as the text of a claim file: YAML that no text of an abstract can break out of, with comments that guide."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from claimcheck.drafting.model import FIELDS, OPEN, TODO, Draft, DraftClaim, DraftEvidence, Said

_WIDTH: Final = 100
_PLAIN: Final = re.compile(r"(?:[^\W_]|\\[A-Za-z]|~[0-9]).*", re.DOTALL)
"""How a text begins that may stand without quotes, if nothing in it has a meaning for YAML."""
_BREAKS: Final = re.compile(r":(?:\s|$)|\s#|\s$")
_FLOW: Final = re.compile(r"[,\[\]{}:]")
_OTHER_TYPES: Final = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)
"""What another YAML reader takes for something else than a text."""
_UNPRINTABLE: Final = re.compile("[^\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_INTRO: Final = (
    "A draft: quotes, values and mentions are the abstract's own. Write what is TODO, look at what is proposed, and remove the",
    "comments when you have; `claimcheck verify` says what is left.",
)
_STAND_IN: Final = {"change": "increase", "rank": "outperforms"}
"""What stands for a TODO while the rest of a draft is checked, in the fields that take a few words only."""


def as_yaml(draft: Draft, schema: str | None = None, *, checked: bool = False) -> str:
    """The text of the claim file; `schema` is where its JSON Schema lies, if it lies anywhere.

    `checked`: with a stand-in where only some words fit.
    """
    lines = [
        *([f"# yaml-language-server: $schema={schema}"] if schema is not None else []),
        *(f"# {line}" for line in _INTRO),
        "schema: claimcheck/1",
        "paper:",
    ]
    lines.append(f"  id: {scalar(draft.id)}")
    lines += _said("  ", "name", draft.name)
    lines += _text("  ", "starts", draft.starts)
    lines.append(f"  abstract: sha256:{draft.digest[:16]}")
    for name, value in draft.metadata.told():
        if isinstance(value, str):
            lines += _text("  ", name, value)
        else:
            lines += [f"  {name}:", *(f"    - {scalar(each)}" for each in value)]
    lines += _evidence(draft, checked)
    if draft.names:
        lines += _list("names", draft.names)
    if draft.not_claims:
        lines.append("not_claims:")
        for text in draft.not_claims:
            lines += _text("  - ", "text", text)
            lines += _said("    ", "why", Said(TODO))
    return "\n".join(lines) + "\n"


def _evidence(draft: Draft, checked: bool) -> Iterator[str]:
    if draft.evidence:
        yield "evidence:"
        for evidence in draft.evidence:
            yield from _quote(evidence)
            for claim in evidence.claims:
                yield from _claim(claim, checked)
    elif checked:
        yield "evidence: []"
    else:
        yield "evidence: TODO  # no number and no outcome was found: write what the abstract claims, or [] for nothing"


def _quote(evidence: DraftEvidence) -> Iterator[str]:
    yield from _text("  - ", "quote", evidence.quote, folded=True)
    yield "    claims:"


def _claim(claim: DraftClaim, checked: bool) -> Iterator[str]:
    yield f"      - id: {scalar(claim.id)}"
    indent = "        "
    for name in FIELDS:
        if name == "agg" and claim.agg:
            yield f"{indent}agg: {_flow(claim.agg)}"
        elif name == "conditions" and claim.conditions:
            yield f"{indent}conditions:  # proposed"
            for key, value in claim.conditions.items():
                yield f"{indent}  {scalar(key)}: {scalar(value)}"
        elif name in claim.fields:
            said = claim.fields[name]
            yield from _said(
                indent, name, Said(_STAND_IN[name]) if checked and said.is_todo and name in _STAND_IN else said
            )


def _said(indent: str, name: str, said: Said) -> Iterator[str]:
    """A field with a word on what is wanted of it."""
    comment = OPEN.get(name, "") if said.is_todo else "proposed" if said.proposed else ""
    yield from _text(indent, name, said.text, comment=comment)


def _text(indent: str, name: str, text: str, *, comment: str = "", folded: bool = False) -> Iterator[str]:
    """A field's text, on the line of its name if it fits there, else folded below it."""
    note = f"  # {comment}" if comment else ""
    line = f"{indent}{name}: {scalar(text)}"
    lines = wrapped(text, _WIDTH - len(indent) - 2) if folded or len(line) > _WIDTH else []
    if not lines:
        yield line + note
        return
    yield f"{indent}{name}: >-{note}"
    below = " " * (len(indent) + 2)
    yield from (below + each for each in lines)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines for a folded block, broken at single spaces alone; none, where such a block would not give it back."""
    if _UNPRINTABLE.search(text) or text != " ".join(text.split(" ")).strip() or "  " in text or not text:
        return []
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as one YAML scalar on one line."""
    if _UNPRINTABLE.search(text):
        escaped = _UNPRINTABLE.sub(_escape, text.replace("\\", "\\\\").replace('"', '\\"'))
        return f'"{escaped}"'
    plain = (
        _PLAIN.fullmatch(text)
        and not _BREAKS.search(text)
        and not _OTHER_TYPES.fullmatch(text)
        and not (flow and _FLOW.search(text))
    )
    return text if plain else "'" + text.replace("'", "''") + "'"


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _flow(mapping: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in mapping.items()) + "}"


def _list(name: str, texts: list[str]) -> Iterator[str]:
    line = f"{name}: [{', '.join(scalar(text, flow=True) for text in texts)}]  # proposed"
    if len(line) <= _WIDTH + 20:
        yield line
        return
    yield f"{name}:  # proposed"
    yield from (f"  - {scalar(text)}" for text in texts)
