"""The `csv` export: one table, one line a claim, for spreadsheets and data frames."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any, Final

from claimcheck.claims.extra.fields import extra_field, extra_names, extra_text
from claimcheck.claims.yaml import Mapping
from claimcheck.dataset import ClaimInContext, Dataset
from claimcheck.exporters.record import claims, record
from claimcheck.reporters.escape import csv_cell

FIELDS: Final = (
    "paper",
    "global_id",
    "verified",
    "kind",
    "subject",
    "metric",
    "value",
    "low",
    "high",
    "unit",
    "bound",
    "approximate",
    "rank",
    "change",
    "delta",
    "baseline",
    "baseline_value",
    "baseline_low",
    "baseline_high",
    "dataset",
    "better",
    "agg_how",
    "agg_n",
    "agg_of",
    "conditions",
    "hedge",
    "doubt",
    "note",
    "quote",
    "quote_start",
    "quote_end",
    "value_start",
    "value_end",
    "source_file",
    "abstract",
)
"""The columns: fields of the claim as written; from `low` to `approximate` the value as read; places in the abstract."""


def export(dataset: Dataset) -> Iterator[str]:
    """A line of names, then a line for each claim. Lists, and the conditions, are joined by "; ".

    The project's own fields come last, a column each: `extra.gpu` of claims, `paper.extra.venue` of papers.
    """
    own = own_fields(dataset)
    yield _line([*FIELDS, *map(csv_cell, own)])
    for claim in claims(dataset):
        row = _row(claim)
        cells = [_flat(row.get(field)) for field in FIELDS]
        cells += [extra_text(extra_field(_owner(claim, name), name)) for name in own]
        yield _line([csv_cell(cell) for cell in cells])


def own_fields(dataset: Dataset) -> list[str]:
    """The project's own fields that claims have, and then those that their papers have, each in the order of the files."""
    found = dict.fromkeys(name for claim in claims(dataset) for name in extra_names(claim.claim.node))
    for claim in claims(dataset):
        head = claim.paper.claims.root.get("paper")
        found |= dict.fromkeys(f"paper.{name}" for name in (extra_names(head) if isinstance(head, Mapping) else ()))
    return list(found)


def _owner(claim: ClaimInContext, name: str) -> Mapping:
    return claim.paper.claims.root if name.startswith("paper.") else claim.claim.node


def _row(claim: ClaimInContext) -> dict[str, Any]:
    row = record(claim)
    stated = {number["field"]: number for number in reversed(row["numbers"])}
    value, baseline = stated.get("value", {}), stated.get("baseline_value", {})
    agg = row.get("agg", {})
    return {
        **row,
        **{name: value.get(name) for name in ("low", "high", "unit", "bound", "approximate")},
        "value_start": value.get("start"),
        "value_end": value.get("end"),
        "baseline_low": baseline.get("low"),
        "baseline_high": baseline.get("high"),
        **{f"agg_{name}": agg.get(name) for name in ("how", "n", "of")},
        "source_file": row["source"]["file"],
        "abstract": row["source"]["abstract"],
    }


def _flat(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {each}" for key, each in value.items())
    return "; ".join(value) if isinstance(value, list) else str(value)


def _line(cells: list[str]) -> str:
    from csv import writer

    out = StringIO()
    writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
