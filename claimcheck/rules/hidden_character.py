"""CC009 hidden-character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.claims.yaml import scalars
from claimcheck.dataset import PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.rules.base import finding, rule
from claimcheck.text.render import UNPRINTED

_HIDDEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]"
)
"""What shows nothing, and what turns the order of the letters shown; not the joiners that scripts need."""
_NUMBERS: Final = frozenset(("value", "baseline_value"))
"""Whose every character is compared with the abstract by rules of their own."""


@rule("CC009", scope="paper")
def hidden_character(paper: PaperInContext) -> Iterator[Finding]:
    """A text of the claim file holds a character that nobody can see.

    A zero-width space makes two names of one, for tables, duplicates and the vocabulary; a control for the direction of
    writing lets a text be shown in another order than it is read. A comment of HTML, a label or a citation of LaTeX prints
    nothing: a quote with "up to" in one would say to its reader what the abstract does not. What the abstract itself holds
    may be quoted.

    Flagged: `metric: "accu\\u200bracy"`.

    Clean: `metric: accuracy`.
    """
    file = paper.claims.file
    known = paper.abstract.text if paper.abstract is not None else ""
    copied = _words(known)
    for path, scalar in scalars(paper.claims.root):
        key = path.rpartition(".")[2].partition("[")[0]
        hidden = next((each for each in _HIDDEN.finditer(scalar.text) if each[0] not in known), None)
        unprinted = next((each for each in UNPRINTED.finditer(scalar.text) if _words(each[0]) not in copied), None)
        if hidden is not None and key not in _NUMBERS:
            match, what = hidden, f"a character that nobody can see (U+{ord(hidden[0]):04X})"
            help = "Type the text anew, or remove the character."
        elif unprinted is not None and key != "note":
            match, what = unprinted, "unprinted text of its own"
            help = "Remove it: words that are not printed are part of no quote, name or number."
        else:
            continue
        before = scalar.text[: match.start()].split()
        where = f" behind '{before[-1]}'" if before else ""
        yield finding(
            f"`{key}` holds {what}{where}",
            Label(file, scalar.locate(file.text, *match.span())),
            help=help,
            paper=paper.id,
            field=key,
        )


def _words(text: str) -> str:
    return " ".join(text.split())
