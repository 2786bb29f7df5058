"""How much of the curated claim files `claimcheck new` drafts by itself, field by field.

    python benchmarks/drafts.py [--each]

Every claim file of this repository is drafted anew from its abstract, as if it did not exist. A drafted claim is held
against the curated one that rests on the same number of the abstract; a ranking against one of the same quote and rank.
For each field is told how many curated claims have it, and in how many of these the draft says the same (typography
aside), leaves it to a person (TODO), says something else, or has nothing. `--each` lists what differs. The last rows are
of the files: their names for the papers, their quotes, their names with digits and the numbers that are no claims.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claimcheck import app  # noqa: E402
from claimcheck.claims.records import Claim  # noqa: E402
from claimcheck.dataset import ClaimInContext, Dataset, PaperInContext  # noqa: E402
from claimcheck.drafting import Draft, draft  # noqa: E402
from claimcheck.drafting.model import DraftClaim  # noqa: E402
from claimcheck.text.fold import fold  # noqa: E402

FILE_FIELDS: Final = ("paper.name", "quote", "names", "not_claims")
FIELDS: Final = (
    "kind", "subject", "subject_as", "baseline", "baseline_value", "metric", "dataset", "value", "rank", "change", "delta", "better",
    "agg.how", "agg.n", "agg.of", "conditions", "hedge", "mention",
)  # fmt: skip
OUTCOMES: Final = ("equal", "todo", "other", "nothing", "no claim")


def curated_fields(claim: Claim) -> dict[str, str]:
    """What a curated claim says, a text for each field it has."""
    found = {
        name: scalar.text
        for name in (
            "kind",
            "subject",
            "subject_as",
            "baseline_value",
            "metric",
            "value",
            "rank",
            "change",
            "delta",
            "better",
            "hedge",
            "mention",
        )
        if (scalar := getattr(claim, name)) is not None
    }
    for name, scalars in (("baseline", claim.baseline), ("dataset", claim.dataset)):
        if scalars:
            found[name] = "; ".join(scalar.text for scalar in scalars)
    for name in ("how", "n", "of"):
        scalar = getattr(claim.agg, name) if claim.agg is not None else None
        if scalar is not None:
            found[f"agg.{name}"] = scalar.text
    if claim.conditions:
        found["conditions"] = "; ".join(sorted(f"{key.text}: {value.text}" for key, value in claim.conditions))
    return found


def drafted_fields(claim: DraftClaim) -> dict[str, str]:
    """What a drafted claim says."""
    found = {name: said.text for name, said in claim.fields.items()} | {
        f"agg.{name}": text for name, text in claim.agg.items()
    }
    if claim.conditions:
        found["conditions"] = "; ".join(sorted(f"{key}: {value}" for key, value in claim.conditions.items()))
    return found


def alike(first: str, second: str) -> bool:
    return fold(first).text.casefold() == fold(second).text.casefold()


def pairs(paper: PaperInContext, made: Draft) -> Iterator[tuple[ClaimInContext, DraftClaim | None]]:
    """Each curated claim with the drafted one that states the same, if there is one; a drafted claim is given once."""
    free = {id(claim): (evidence, claim) for evidence in made.evidence for claim in evidence.claims}
    for claim in paper.all_claims():
        match = None
        for key, (evidence, drafted) in free.items():
            if claim.value_at is not None and drafted.at == claim.value_at:
                match = key
            elif claim.value is None and claim.quote.place is not None and drafted.at is None:
                rank = claim.claim.rank.text if claim.claim.rank is not None else ""
                if evidence.span.overlaps(claim.quote.place.span) and drafted.text("rank") == rank:
                    match = match or key
        yield claim, free.pop(match)[1] if match is not None else None


def of_file(paper: PaperInContext, made: Draft) -> Iterator[tuple[str, bool]]:
    """What a curated file says outside its claims: each part, and whether the draft has it."""
    yield "paper.name", alike(paper.claims.paper.name.text, made.name.text)
    for quote in paper.quotes:
        yield "quote", any(alike(quote.evidence.quote.text, evidence.quote) for evidence in made.evidence)
    for name in paper.claims.names:
        yield "names", any(alike(name.text, each) for each in made.names)
    for excuse in paper.excuses:
        if excuse.field == "not_claims":
            texts = [fold(text).text for text in made.not_claims]
            said = fold(excuse.scalar.text).text
            yield "not_claims", any(said in text or text in said for text in texts)


def measure(dataset: Dataset, each: bool) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """The outcomes of each field, and counts of claims."""
    outcomes: dict[str, Counter[str]] = {name: Counter() for name in (*FIELDS, *FILE_FIELDS)}
    counts: Counter[str] = Counter()
    for paper in dataset.papers:
        if paper.abstract is None:
            continue
        made = draft(paper.abstract, dataset.abstracts, vocabulary=dataset.loaded_vocabulary)
        counts["drafted"] += sum(1 for _ in made.claims())
        for name, equal in of_file(paper, made):
            outcomes[name]["equal" if equal else "nothing"] += 1
        for claim, drafted in pairs(paper, made):
            sort = "numbers" if claim.value is not None else "rankings"
            counts[f"curated {sort}"] += 1
            counts[f"found {sort}"] += drafted is not None
            said = drafted_fields(drafted) if drafted is not None else {}
            for name, text in curated_fields(claim.claim).items():
                outcome = _outcome(drafted, said.get(name), text)
                outcomes[name][outcome] += 1
                if each and outcome in ("other", "nothing", "no claim"):
                    print(f"{paper.id}/{claim.id} {name}: {text!r}, drafted: {said.get(name)!r}")
    return outcomes, counts


def _outcome(drafted: DraftClaim | None, said: str | None, text: str) -> str:
    if drafted is None:
        return "no claim"
    if said is None:
        return "nothing"
    if said.startswith("TODO"):
        return "todo"
    return "equal" if alike(said, text) else "other"


def main() -> int:
    """Prints the table."""
    dataset = app.load(ROOT).dataset
    outcomes, counts = measure(dataset, "--each" in sys.argv[1:])
    print(f"{'field':<17} {'curated':>8}" + "".join(f"{name:>10}" for name in OUTCOMES) + f"{'share':>8}")
    for name, found in outcomes.items():
        total = found.total()
        share = f"{found['equal'] / total:8.0%}" if total else f"{'':8}"
        print(f"{name:<17} {total:>8}" + "".join(f"{found[each]:>10}" for each in OUTCOMES) + share)
    found = sum((outcomes[name] for name in FIELDS), Counter())
    print(
        f"{'fields of claims':<17} {found.total():>8}"
        + "".join(f"{found[each]:>10}" for each in OUTCOMES)
        + f"{found['equal'] / found.total():8.0%}"
    )
    print(
        f"\nclaims with a number: {counts['found numbers']} of {counts['curated numbers']} drafted; "
        f"rankings: {counts['found rankings']} of {counts['curated rankings']}; drafted in all: {counts['drafted']}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
