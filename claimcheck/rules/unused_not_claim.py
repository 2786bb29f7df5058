"""CC403 unused-not-claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.dataset import Excuse, PaperInContext
from claimcheck.diagnostic import Finding, Label
from claimcheck.matching.quotes import locate
from claimcheck.numerals import Mention, scan
from claimcheck.rules.base import finding, rule

_NO_COUNTS: Final = {
    "name": "a name or a kind",
    "ordinal": "an ordinal",
    "enumerator": "an enumerator",
    "citation": "a citation",
    "date": "a date",
    "identifier": "an identifier",
}
"""By what a number is accounted for that is no quantity, and how that is told."""
_REMOVE: Final = "Remove the entry."
_CLAIM: Final = "Claim it, or excuse it under `not_claims` with a reason."
_NAMELIKE: Final = re.compile(r"[A-Z]|[a-z][0-9]|[0-9][a-z]")
_COUNTED: Final = frozenset(
    "all the these those both over about nearly some our its of across only at by with than".split()
)
"""Before a number these say that it counts or measures something."""
_LEADING_DIGIT: Final = re.compile(r"\W*[0-9]")


@rule("CC403", scope="paper")
def unused_not_claim(paper: PaperInContext) -> Iterator[Finding]:
    """An entry of `not_claims` or `names` is not in the abstract, or excuses nothing.

    The text of an entry stands verbatim in the abstract and holds a number that no claim accounts for. A name holds
    digits (or a number word), and is a name: "80% on Bolt", "3 runs" or "all 400 tasks of Aria" would hide a number without a
    reason. What excuses nothing hides nothing today, and something tomorrow.

    Flagged: `names: [Olmo 4]` where the abstract speaks of Olmo 3.

    Clean: `names: [Olmo 3]`.
    """
    seen: set[str] = set()
    for excuse in paper.excuses:
        text = excuse.scalar.text
        if not excuse.places:
            inside = paper.folded is not None and locate(text, paper.folded)
            what = "stands in the abstract only inside longer words or numbers" if inside else "is not in the abstract"
            defect: tuple[str, str] | None = (
                f"'{text}' {what}",
                "Copy whole words from the abstract, or remove the entry.",
            )
        elif excuse.field == "names":
            defect = _name_defect(text, seen) or _cut_count(paper, excuse)
            seen.add(text)
        else:
            defect = _not_claim_defect(paper, excuse)
        if defect is not None:
            label = Label(paper.claims.file, excuse.scalar.span)
            yield finding(defect[0], label, help=defect[1], paper=paper.id, field=excuse.field)


def _name_defect(text: str, seen: set[str]) -> tuple[str, str] | None:
    """What is wrong with an entry of `names` that stands in the abstract, and what to do."""
    if text in seen:
        return f"the name '{text}' stands twice under `names`", "Remove one of the two."
    if not any(character.isdigit() for character in text) and not scan(text, isolated=True):
        return f"the name '{text}' holds no number, so it excuses nothing", _REMOVE
    quantities = [mention for mention in scan(text) if mention.is_quantity]
    marked = [each for each in quantities if each.unit is not None or "," in each.text]
    spelled = not any(character.isdigit() for character in text)
    if marked or not any(character.isalpha() for character in text):
        return f"'{text}' is a number, no name", _CLAIM
    if (quantities and not _NAMELIKE.search(text) and (spelled or _LEADING_DIGIT.match(text))) or _is_counting(
        text, quantities
    ):
        return f"'{text}' is a count, no name", _CLAIM
    return None


_ACRONYMS: Final = re.compile(r"[0-9]+(?:\s+[A-Z]{2,})+s?")
_GOES_ON: Final = re.compile(r"(?:[-–]+|\s+)(?:[\w-]+\s+){0,2}[a-z-]+s\b")


def _cut_count(paper: PaperInContext, excuse: Excuse) -> tuple[str, str] | None:
    """A count of what goes on behind the entry: "15 SLM" of "15 SLM--LRM pairs"."""
    name = excuse.scalar.text.strip()
    if not _ACRONYMS.fullmatch(name):
        return None
    assert paper.folded is not None
    text = paper.folded.view.text
    behind = [_GOES_ON.match(text, paper.folded.view_range(place.start, place.end)[1]) for place in excuse.places]
    rests = [match[0] for match in behind if match is not None]
    if len(rests) < len(behind):
        return None
    return f"'{name}' is a count, no name: it goes on '{name}{rests[0]}'", _CLAIM


def _is_counting(text: str, quantities: list[Mention]) -> bool:
    """Whether an entry begins with a count of things, or ends in one: "all 400 environments in RLVE-Gym", "a suite of 400"."""
    for each in quantities:
        before = [word.lstrip("([") for word in text[: each.start].lower().split()]
        if before and before[-1] in _COUNTED:
            return True
        things = re.findall(r"[^\W\d_]+", text[each.end :])
        if all(word in _COUNTED for word in before):
            return any(word.islower() and word.endswith("s") for word in things[:1] + things[-1:])
    return False


def _not_claim_defect(paper: PaperInContext, excuse: Excuse) -> tuple[str, str] | None:
    """What is wrong with an entry of `not_claims` that stands in the abstract, and what to do."""
    if not excuse.covered:
        return (
            f"'{excuse.scalar.text}' holds no whole number of the abstract",
            "Quote words that hold the number to excuse, or remove the entry.",
        )
    if not excuse.excused and all(paper.accounted.get(at) in _NO_COUNTS for at in excuse.covered):
        what = ", ".join(f"'{paper.numbers[at].text}'" for at in excuse.covered)
        read = " and ".join(dict.fromkeys(_NO_COUNTS[paper.accounted[at]] for at in excuse.covered))
        return f"{what} of '{excuse.scalar.text}' is read as {read}, so there is nothing to excuse", _REMOVE
    if not excuse.excused:
        by = ", ".join(sorted({paper.accounted.get(at, "") for at in excuse.covered}))
        return f"the numbers in '{excuse.scalar.text}' are accounted for already ({by}), so it excuses nothing", _REMOVE
    return None
