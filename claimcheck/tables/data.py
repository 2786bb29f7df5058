"""A table for programs: the fields as the claim files have them, as JSON, or as CSV with a line a claim."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from claimcheck.claims.yaml import to_plain
from claimcheck.reporters.escape import csv_cell, to_json
from claimcheck.tables import own_fields
from claimcheck.tables.build import Row, Table, aggregation
from claimcheck.tables.columns import COLUMNS
from claimcheck.tables.config import is_extra

SCHEMA = "claimcheck-table/1"


def render_json(table: Table) -> str:
    """One object; a row has its paper, its claim (the global id), whether it is verified, and the fields of the columns."""
    config = table.config
    return (
        to_json(
            {
                "schema": SCHEMA,
                "table": config.name,
                "title": config.title,
                "by": config.by,
                "sections": [
                    {"heading": section.heading, "rows": [_record(row, table.columns) for row in section.rows]}
                    for section in table.sections
                ],
                "without_result": list(table.without_result),
            }
        )
        + "\n"
    )


def render_csv(table: Table, delimiter: str) -> str:
    """One table: a section's heading is the first field (`group`) of its rows. Lists are joined by "; "."""
    from csv import writer

    out = StringIO()
    lines = writer(out, delimiter=delimiter, lineterminator="\n")
    grouped = table.config.by is not None
    fields = _fields(table.columns)
    lines.writerow((["group"] if grouped else []) + fields)
    for section in table.sections:
        for row in section.rows:
            record = _record(row, table.columns)
            cells = [_flat(field, record[field], row) for field in fields]
            lines.writerow(csv_cell(cell) for cell in ([section.heading or ""] if grouped else []) + cells)
    return out.getvalue()


def _fields(columns: tuple[str, ...]) -> list[str]:
    """What stands for the columns; one of the project's own fields is a field of its name."""
    named = (COLUMNS[name].fields if name in COLUMNS else (name,) for name in columns)
    return ["paper", "claim", "verified", *(field for fields in named for field in fields)]


def _record(row: Row, columns: tuple[str, ...]) -> dict[str, Any]:
    known = dict(_all_fields(row))
    for column in columns:
        if is_extra(column) and (node := own_fields.field(row.claim, column)) is not None:
            known[column] = to_plain(node)
    return {field: known.get(field) for field in _fields(columns)}


def _all_fields(row: Row) -> Iterator[tuple[str, Any]]:
    """All that is known of a row; an absent field of the claim is not there."""
    claim = row.claim
    plain = to_plain(claim.claim.node)
    assert isinstance(plain, dict)
    yield from plain.items()
    # One form for what may be one text or a list of texts.
    yield "dataset", [each.text for each in claim.claim.dataset]
    yield "baseline", [each.text for each in claim.claim.baseline]
    yield "paper", claim.paper.id
    yield "paper_name", claim.paper.claims.paper.name.text
    yield "claim", f"{claim.paper.id}/{claim.id}"
    yield "verified", row.verified
    yield "best", row.best
    if row.change is not None:
        yield "computed_change", row.change.difference
        yield "computed_unit", row.change.unit
        yield "computed_relative", row.change.relative


def _flat(field: str, value: Any, row: Row) -> str:
    """A field in one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "agg":
        return aggregation(row.claim.claim.agg)
    if is_extra(field):
        return own_fields.text(row.claim, field)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {each}" for key, each in value.items())
    return "; ".join(value) if isinstance(value, list) else str(value)
