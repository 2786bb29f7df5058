"""The columns of tables: all that is said of one, but for what stands in its cells (`_TEXTS` in `build`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the configuration, its heading, the fields of it in data formats, and whether it is one by default."""

    name: str
    heading: str
    fields: tuple[str, ...]
    by_default: bool = True


_ALL: Final = (
    Column("paper", "Paper", ("paper_name",)),
    Column("claim", "Claim", (), by_default=False),
    Column("kind", "Kind", ("kind",), by_default=False),
    Column("subject", "Subject", ("subject",)),
    Column("metric", "Metric", ("metric",)),
    Column("dataset", "Data set", ("dataset",)),
    Column("value", "Value", ("value", "rank", "delta", "hedge", "doubt", "best")),
    Column("baseline", "Baseline", ("baseline",)),
    Column("baseline_value", "Baseline value", ("baseline_value",)),
    Column("change", "Change", ("change", "computed_change", "computed_unit", "computed_relative")),
    Column("agg", "Aggregation", ("agg",)),
    Column("conditions", "Conditions", ("conditions",)),
)

COLUMNS: Final = {column.name: column for column in _ALL}
"""The columns that there are, by their names, which are those of a claim's fields; in the order in which they are shown."""
