"""The keys of `[tool.claimcheck.tables.NAME]`: every one is read, and a wrong one is told in a person's words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from claimcheck.tables.columns import COLUMNS
from claimcheck.tables.config import BUILT_IN, GROUPINGS, KINDS, TableConfig, find

EVERY_KEY = {
    "title": "Gains",
    "by": "metric",
    "columns": ["paper", "value"],
    "kinds": ["delta"],
    "papers": ["rlve"],
    "metrics": ["accuracy"],
    "datasets": ["AIME"],
    "sort": ["-value", "paper"],
}


def test_every_key_is_read() -> None:
    assert TableConfig.from_toml("gains", EVERY_KEY) == TableConfig(
        "gains",
        "Gains",
        "metric",
        ("paper", "value"),
        ("delta",),
        ("rlve",),
        ("accuracy",),
        ("AIME",),
        ("-value", "paper"),
    )


def test_no_key_is_needed() -> None:
    assert TableConfig.from_toml("all", {}) == TableConfig("all")


@pytest.mark.parametrize(
    ("name", "mapping", "said"),
    [
        ("t", {"colums": []}, "has no key 'colums'. Did you mean 'columns'?"),
        ("t", {"by": "benchmarks"}, "by: 'benchmarks' is not known. Did you mean 'benchmark'?"),
        ("t", {"by": ["kind"]}, "by: ['kind'] is not known."),
        ("t", {"columns": ["valu"]}, "columns: 'valu' is not known. Did you mean 'value'?"),
        ("t", {"columns": "value"}, "columns must be a list of texts, such as [\"paper\"], not 'value'."),
        ("t", {"columns": [1]}, "columns must be a list of texts"),
        ("t", {"columns": []}, "columns is an empty list."),
        ("t", {"columns": ["value", "value"]}, "columns names 'value' twice."),
        ("t", {"kinds": ["deltas"]}, "Did you mean 'delta'?"),
        ("t", {"sort": ["-valu"]}, "Did you mean '-value'?"),
        ("t", {"title": 3}, "title must be a text, not 3."),
        ("t", {"title": " "}, "title must be a text"),
        ("by-size", {}, "a table's name cannot begin with 'by-'"),
        ("my table", {}, "the table's name 'my table' must be letters and digits"),
        ("", {}, "the table's name '' must be"),
        ("a-->", {}, "the table's name 'a-->' must be"),
    ],
)
def test_what_is_wrong_is_said_with_the_nearest_name(name: str, mapping: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        TableConfig.from_toml(name, mapping)


def test_a_table_is_found_by_its_name() -> None:
    mine = TableConfig("gains")
    assert find("gains", {"gains": mine}) is mine
    assert [find(f"by-{by}", {}).by for by in GROUPINGS] == list(GROUPINGS)
    with pytest.raises(ValueError, match=r"no table 'by-metrics'\. Did you mean 'by-metric'\?"):
        find("by-metrics", {"gains": mine})
    with pytest.raises(ValueError, match=r"Did you mean 'gains'\?"):
        find("gain", {"gains": mine})


def test_all_columns_and_kinds_are_known_everywhere() -> None:
    """A column has a header, a text, and fields for programs; the kinds are those of the claim file."""
    from claimcheck.claims.model import KINDS as MODEL_KINDS
    from claimcheck.tables.build import _TEXTS

    assert list(_TEXTS) == list(COLUMNS)
    assert set(KINDS) == set(MODEL_KINDS)
    assert set(BUILT_IN) == {f"by-{by}" for by in GROUPINGS}
