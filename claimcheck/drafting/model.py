"""What a draft holds while it is made: claims field by field, each told, proposed, or left to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from claimcheck.source import Span
from claimcheck.sources.records import Metadata

TODO: Final = "TODO"
"""What stands where a person has to say something; the rule todo-left finds it."""

FIELDS: Final = (
    "kind", "subject", "subject_as", "baseline", "baseline_value", "metric", "dataset", "value", "rank", "change",
    "delta", "better", "agg", "conditions", "hedge", "mention", "note",
)  # fmt: skip
"""The fields of a claim behind its id, in the order in which a draft has them."""

OPEN: Final = {
    "subject": "what the claim is about",
    "metric": "what was measured, or is counted",
    "baseline": "compared with what; `unstated`, if the text names nothing",
    "change": "increase or decrease",
    "rank": "outperforms, matches, underperforms, best or not-best",
    "dataset": "what tells it from its neighbours",
    "name": "the work, as tables print it",
    "note": "nothing is open here: look at what is proposed, then remove this line",
    "why": "why this is no claim; or claim it",
}
"""What a person is asked for where a field is TODO."""


@dataclass(frozen=True, slots=True)
class Said:
    """A field's text; `proposed` where the abstract makes it likely and a person should look."""

    text: str
    proposed: bool = False

    @property
    def is_todo(self) -> bool:
        return self.text.startswith(TODO)


LEFT: Final = Said(TODO)


@dataclass(slots=True, eq=False)
class DraftClaim:
    """A claim in the making. `at` and `baseline_at` are the numbers of the abstract that it is to rest on."""

    fields: dict[str, Said]
    at: int | None = None
    baseline_at: int | None = None
    agg: dict[str, str] = field(default_factory=dict)
    conditions: dict[str, str] = field(default_factory=dict)
    place: int = 0
    id: str = ""

    def text(self, name: str) -> str | None:
        """What a field says; None where it is absent or left open."""
        said = self.fields.get(name)
        return said.text if said is not None and not said.is_todo else None

    def tell(self, name: str, text: str | None, *, proposed: bool = False) -> None:
        """Fills a field, unless there is nothing to fill it with."""
        if text:
            self.fields[name] = Said(text, proposed)


@dataclass(slots=True, eq=False)
class DraftEvidence:
    """A stretch of the abstract, and the claims that rest on it."""

    span: Span
    quote: str
    claims: list[DraftClaim] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Draft:
    """A claim file in the making."""

    id: str
    name: Said
    starts: str
    digest: str
    metadata: Metadata
    evidence: list[DraftEvidence] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    not_claims: list[str] = field(default_factory=list)

    def claims(self) -> Iterator[DraftClaim]:
        for evidence in self.evidence:
            yield from evidence.claims
