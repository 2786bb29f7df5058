"""A project's own fields in the semantic diff: their values, and how they are described."""

from __future__ import annotations

import json
from typing import Any

from .conftest import QUICK, Differ, Files, edited, told

CONFIG = '[tool.claimcheck]\nextra-schema = "own.json"\n'


def own(**properties: Any) -> str:
    return json.dumps({"properties": {"claim": {"properties": properties}}})


def project(schema: str, extra: str = "{runs: one, day: 2026-01-31}") -> Files:
    claims = edited(
        QUICK, ("        mention: Quick reaches", f"        extra: {extra}\n        mention: Quick reaches")
    )
    return {"pyproject.toml": CONFIG, "own.json": schema, "claims/quick.yaml": claims}


def test_a_changed_field_is_told(differ: Differ) -> None:
    schema = own(runs={})
    comparison = differ(project(schema, "{runs: three}"), project(schema, "{runs: two, gpu: {n: 8}}"))
    assert told(comparison) == [
        ("changed", "claim", "accuracy", ("extra.runs", "two", "three"), ("extra.gpu.n", "8", None))
    ]


def test_a_field_that_has_become_free_weakens(differ: Differ) -> None:
    comparison = differ(
        project(own(runs={"x-claimcheck": "free"}, day={"x-claimcheck": "free"})),
        project(own(runs={}, day={"x-claimcheck": "free"})),
    )
    assert told(comparison) == [("changed", "configuration", "own fields", ("claim.extra.runs", None, "free"))]
    (change,) = comparison.weakening
    assert change.weakens == "the numbers of claim.extra.runs are not checked"
    assert change.file == "own.json"


def test_a_field_that_is_free_no_longer_is_told_and_weakens_nothing(differ: Differ) -> None:
    comparison = differ(project(own(runs={})), project(own(runs={"x-claimcheck": "free"})))
    assert told(comparison) == [("changed", "configuration", "own fields", ("claim.extra.runs", "free", None))]
    assert not comparison.weakening


def test_another_description_is_told_and_another_layout_is_not(differ: Differ) -> None:
    schema = own(runs={"type": "string"})
    assert told(differ(project(own(runs={})), project(schema))) == [("changed", "configuration", "own fields")]
    comparison = differ(project(json.dumps(json.loads(schema), indent=4)), project(schema))
    assert not comparison.changes and comparison.reformatted == ("own.json",)


def test_a_schema_that_is_new_frees_what_it_says(differ: Differ) -> None:
    files = project(own(day={"x-claimcheck": "free"}))
    comparison = differ(files, {**files, "pyproject.toml": "[tool.claimcheck]\n"})
    assert [change.id for change in comparison.changes] == ["extra-schema", "own fields"]
    assert [change.weakens for change in comparison.changes] == [None, "the numbers of claim.extra.day are not checked"]


def test_a_schema_that_is_gone_weakens(differ: Differ) -> None:
    files = project(own(runs={}))
    comparison = differ({"pyproject.toml": "[tool.claimcheck]\n", "own.json": None}, files)
    (change,) = comparison.changes
    assert (change.id, change.weakens) == ("extra-schema", "the project's own fields are no longer described")


def test_a_schema_that_cannot_be_used_is_told_and_the_claims_are_compared(differ: Differ) -> None:
    for broken in ("{", None):
        comparison = differ(
            project(broken or "", "{runs: two}") | {"own.json": broken}, project(own(runs={}), "{runs: one}")
        )
        (unread,) = comparison.unread
        assert (unread.side, unread.file) == ("head", "own.json")
        assert told(comparison) == [("changed", "claim", "accuracy", ("extra.runs", "one", "two"))]
