"""What is in a table: which rows, in which groups and order, what is computed, and what is marked as the best."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.dataset import Dataset
from claimcheck.tables.build import Table, build
from claimcheck.tables.config import BUILT_IN, TableConfig

Project = Callable[..., Dataset]

VOCABULARY = {
    "models": [{"name": "Tülu 3", "aliases": ['T\\"ULU 3']}],
    "benchmarks": [{"name": "AIME", "aliases": ["AIME benchmark"]}],
    "metrics": [{"name": "accuracy", "aliases": ["acc."], "better": "higher"}, {"name": "error", "better": "lower"}],
}


def _rows(table: Table) -> list[str]:
    return [row.text("claim") for section in table.sections for row in section.rows]


def _best(table: Table) -> list[str]:
    return [row.text("claim") for section in table.sections for row in section.rows if row.best]


def test_every_claim_is_in_every_grouping(project: Project) -> None:
    """Nothing is dropped because it lacks what the table is grouped by."""
    dataset = project(
        a=[{"value": "3%"}, {"kind": "size", "value": "5k"}, {"kind": "ranking", "rank": "matches"}],
        b=[{"value": "4%", "dataset": "AIME"}, {"kind": "count", "value": "dozens"}],
        c=[{"kind": "delta", "value": "3x", "baseline": "unstated", "change": "increase", "delta": "unstated"}],
        d=[{"kind": "ratio", "value": "3x", "baseline": "unstated", "change": "increase"}],
    )
    everything = {f"{paper.id}/{claim.id}" for paper in dataset.papers for claim in paper.all_claims()}
    for config in BUILT_IN.values():
        rows = _rows(build(dataset, config))
        assert sorted(rows) == sorted(everything)


def test_groups_and_rows_have_an_order_of_their_own(project: Project) -> None:
    """Alphabets, not the order of files, nor that of code points: Ärger stands with A, zebra after Umbra."""
    claims = [{"value": "3%", "dataset": name} for name in ("zebra", "Ärger", "AIME", "Umbra", "aime")]
    one, other = project(b=claims, a=claims[:1]), project(a=claims[:1], b=claims)
    config = BUILT_IN["by-benchmark"]
    assert [section.heading for section in build(one, config).sections] == ["AIME", "aime", "Ärger", "Umbra", "zebra"]
    assert _rows(build(one, config)) == _rows(build(other, config))


def test_kinds_have_headings_in_words(project: Project) -> None:
    dataset = project(a=[{"kind": "size", "value": "5k"}, {"value": "3%"}, {"kind": "ranking", "rank": "best"}])
    table = build(dataset, BUILT_IN["by-kind"])
    assert [section.heading for section in table.sections] == ["Results", "Rankings", "Sizes"]


def test_a_claim_on_several_benchmarks_stands_in_each_group_and_says_so(project: Project) -> None:
    dataset = project(a=[{"value": "3%", "dataset": ["MATH", "AIME"]}, {"value": "4%", "dataset": "MATH"}])
    aime, math = build(dataset, BUILT_IN["by-benchmark"]).sections
    assert (aime.heading, len(aime.rows), math.heading, len(math.rows)) == ("AIME", 1, "MATH", 2)
    assert "dataset" in aime.columns and "dataset" in math.columns
    only = build(project(a=[{"value": "4%", "dataset": "MATH"}]), BUILT_IN["by-benchmark"]).sections[0]
    assert "dataset" not in only.columns  # the heading says it


def test_two_papers_of_one_name_are_two_groups(project: Project) -> None:
    dataset = project(a=[{"value": "3%"}], b=[{"value": "4%"}], names={"a": "Same", "b": "Same"})
    assert [(section.heading, len(section.rows)) for section in build(dataset, BUILT_IN["by-paper"]).sections] == [
        ("Same", 1),
        ("Same", 1),
    ]


def test_names_go_through_the_vocabulary_and_latex_is_set(project: Project) -> None:
    dataset = project(
        vocabulary=VOCABULARY,
        a=[
            {
                "subject": 'T\\"ULU 3',
                "metric": "acc.",
                "dataset": "AIME benchmark",
                "value": "10.7\\%",
                "baseline": "\\textbf{X}",
            }
        ],
    )
    row = build(dataset, BUILT_IN["by-benchmark"]).sections[0].rows[0]
    assert (row.subject, row.metric, row.datasets, row.baselines) == ("Tülu 3", "accuracy", ("AIME",), ("X",))
    assert row.text("value") == "10.7%"


@pytest.mark.parametrize(
    "value",
    ["79.6%", "39-62%", "9.2% to 19.3%", "~10K", "up to 8.0%", "over 3x", "2.49m", "six", "8.0", "1e3", "thousands"],
)
def test_a_value_is_shown_as_the_source_writes_it(project: Project, value: str) -> None:
    assert build(project(a=[{"value": value}]), BUILT_IN["by-kind"]).sections[0].rows[0].text("value") == value


def test_a_ranking_shows_its_rank(project: Project) -> None:
    table = build(project(a=[{"kind": "ranking", "rank": "outperforms"}]), BUILT_IN["by-kind"])
    assert table.sections[0].rows[0].text("value") == "outperforms"


@pytest.mark.parametrize(
    ("agg", "words"),
    [
        ({"how": "mean", "n": "six", "of": "reasoning benchmarks"}, "mean over six reasoning benchmarks"),
        ({"how": "max"}, "max"),
        ({"how": "range", "of": "pools"}, "range over pools"),
        ({"n": "12"}, "over 12"),
        ({}, ""),
    ],
)
def test_an_aggregation_in_words(project: Project, agg: dict[str, str], words: str) -> None:
    table = build(project(a=[{"value": "3%", "agg": agg}]), TableConfig("t", columns=("agg",)))
    assert table.sections[0].rows[0].text("agg") == words


def test_changes_are_computed_for_values_of_one_quantity_alone(project: Project) -> None:
    """A difference's baseline value is no value of the same quantity: 5% less than 80% is not a change by -75."""
    dataset = project(
        a=[
            {"value": "80.8%", "baseline": "RL", "baseline_value": "68.5%"},
            {"kind": "size", "value": "8K", "baseline": "RL", "baseline_value": "4K", "change": "increase"},
            {
                "kind": "delta",
                "value": "5%",
                "baseline": "x",
                "baseline_value": "80%",
                "change": "decrease",
                "delta": "unstated",
            },
            {"kind": "ratio", "value": "3x", "baseline": "x", "baseline_value": "2x", "change": "increase"},
        ]
    )
    rows = build(dataset, TableConfig("t")).sections[0].rows
    assert [row.text("change") for row in rows] == ["+12.3 pp (+18%)", "increase; +4K", "decrease", "increase"]


def test_columns_without_an_entry_are_left_out_unless_asked_for(project: Project) -> None:
    dataset = project(a=[{"value": "3%"}])
    assert build(dataset, BUILT_IN["by-kind"]).sections[0].columns == ("paper", "subject", "metric", "value")
    asked = TableConfig("t", by="kind", columns=("value", "conditions"))
    assert build(dataset, asked).sections[0].columns == ("value", "conditions")


def test_papers_without_a_result_number_are_told(project: Project) -> None:
    """Counts and sizes are no results, nor is a vague word a number; a difference and a factor are results."""
    dataset = project(
        count=[{"kind": "count", "value": "5"}],
        vague=[{"value": "dozens"}],
        rank=[{"kind": "ranking", "rank": "best"}],
        result=[{"value": "3%"}],
        delta=[{"kind": "delta", "value": "3%", "baseline": "b", "change": "increase", "delta": "unstated"}],
        ratio=[{"kind": "ratio", "value": "3x", "baseline": "b", "change": "increase"}],
    )
    assert build(dataset, BUILT_IN["by-kind"]).without_result == ("COUNT", "RANK", "VAGUE")
    assert build(dataset, TableConfig("t", papers=("rank", "ratio"))).without_result == ("RANK",)
    assert build(dataset, TableConfig("t", kinds=("count", "ratio"))).without_result == ("COUNT",)


def test_what_is_not_in_the_abstract_is_not_verified(project: Project) -> None:
    dataset = project(
        a=[{"value": "3%"}, {"kind": "ranking", "rank": "best"}],
        b=[{"value": "3%"}, {"value": "4%", "baseline": "x", "baseline_value": "7%"}],
        abstracts={"b": "Something says 4% here and nothing else at all."},
    )
    rows = build(dataset, TableConfig("t", columns=("claim",))).sections[0].rows
    assert {row.text("claim"): row.verified for row in rows} == {
        "a/c0": True,
        "a/c1": True,
        "b/c0": False,
        "b/c1": False,
    }


# Filters and order of configured tables.


@pytest.fixture
def several(project: Project) -> Dataset:
    return project(
        vocabulary=VOCABULARY,
        a=[
            {"value": "3%", "dataset": "AIME", "metric": "accuracy"},
            {"value": "12%", "dataset": ["AIME benchmark", "MATH"], "metric": "acc."},
            {"kind": "size", "value": "8K"},
        ],
        b=[
            {"value": "5%", "dataset": "MATH", "metric": "error"},
            {"kind": "ranking", "rank": "best", "metric": "error"},
        ],
    )


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        ({}, ["a/c0", "a/c1", "a/c2", "b/c0", "b/c1"]),
        ({"kinds": ["size", "ranking"]}, ["a/c2", "b/c1"]),
        ({"papers": ["b"]}, ["b/c0", "b/c1"]),
        ({"metrics": ["acc."]}, ["a/c0", "a/c1", "a/c2"]),
        ({"metrics": ["error"], "kinds": ["result"]}, ["b/c0"]),
        ({"datasets": ["AIME"]}, ["a/c0", "a/c1"]),
        ({"datasets": ["MATH"]}, ["a/c1", "b/c0"]),
        ({"sort": ["value"]}, ["a/c2", "a/c0", "b/c0", "a/c1", "b/c1"]),  # by unit, then 3, 5, 12; no number last
        ({"sort": ["-value"]}, ["a/c1", "b/c0", "a/c0", "a/c2", "b/c1"]),
        ({"sort": ["kind", "-paper"]}, ["b/c1", "b/c0", "a/c0", "a/c1", "a/c2"]),
        ({"sort": ["dataset"]}, ["a/c0", "a/c1", "b/c0", "a/c2", "b/c1"]),
    ],
)
def test_filters_and_order(several: Dataset, keys: dict[str, Any], rows: list[str]) -> None:
    assert _rows(build(several, TableConfig.from_toml("t", keys))) == rows


def test_a_table_about_a_data_set_has_no_group_for_another(several: Dataset) -> None:
    table = build(several, TableConfig("t", by="benchmark", datasets=("AIME benchmark",)))
    assert [(section.heading, len(section.rows)) for section in table.sections] == [("AIME", 2)]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"papers": ["c"]}, "papers: no claim has 'c'"),
        ({"metrics": ["acuracy"]}, "metrics: no claim has 'acuracy'. Did you mean 'accuracy'?"),
        ({"datasets": ["AIM"]}, "datasets: no claim has 'AIM'. Did you mean 'AIME'?"),
    ],
)
def test_a_filter_that_names_nothing_is_an_error(several: Dataset, keys: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        build(several, TableConfig.from_toml("t", keys))


def test_a_table_may_be_empty(several: Dataset) -> None:
    table = build(several, TableConfig("t", papers=("a",), kinds=("ranking",)))
    assert (table.sections, table.without_result) == ((), ())


# The best of comparable rows.

SAME: dict[str, Any] = {"dataset": "AIME", "better": "higher"}


def test_the_best_of_two_papers_and_of_two_systems(project: Project) -> None:
    papers = project(a=[{**SAME, "value": "79.6%", "subject": "X"}], b=[{**SAME, "value": "80.1%", "subject": "X"}])
    systems = project(a=[{**SAME, "value": "79.6%", "subject": "X"}, {**SAME, "value": "80.1%", "subject": "Y"}])
    assert _best(build(papers, BUILT_IN["by-benchmark"])) == ["b/c0"]
    assert _best(build(systems, BUILT_IN["by-benchmark"])) == ["a/c1"]


def test_lower_may_be_better_and_the_best_may_be_several(project: Project) -> None:
    lower = {"dataset": "AIME", "better": "lower"}
    dataset = project(a=[{**lower, "value": "5"}], b=[{**lower, "value": "3"}], c=[{**lower, "value": "3.0"}])
    assert _best(build(dataset, BUILT_IN["by-benchmark"])) == ["b/c0", "c/c0"]


def test_names_are_compared_through_the_vocabulary(project: Project) -> None:
    dataset = project(
        vocabulary=VOCABULARY,
        a=[{"dataset": "AIME", "metric": "accuracy", "value": "3%"}],
        b=[{"dataset": "AIME benchmark", "metric": "acc.", "value": "4%"}],  # the vocabulary says which is better, too
    )
    assert _best(build(dataset, BUILT_IN["by-benchmark"])) == ["b/c0"]


DELTA: dict[str, Any] = {"kind": "delta", "baseline": "RL", "change": "increase", "delta": "absolute", **SAME}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**SAME, "value": "3%"}, {**SAME, "value": "4%", "metric": "F1"}),
        ({**SAME, "value": "3%"}, {**SAME, "value": "4%", "dataset": ["AIME", "MATH"]}),
        ({"value": "3%", "better": "higher"}, {"value": "4%", "better": "higher"}),  # no data set: who knows
        ({**SAME, "value": "3%"}, {**SAME, "value": "4"}),
        ({**SAME, "value": "3 hours"}, {**SAME, "value": "4 days"}),
        ({**SAME, "value": "3%", "agg": {"how": "mean"}}, {**SAME, "value": "4%"}),
        (
            {**SAME, "value": "3%", "agg": {"how": "mean", "n": "5"}},
            {**SAME, "value": "4%", "agg": {"how": "mean", "n": "6"}},
        ),
        ({**SAME, "value": "3%", "conditions": {"model": "A"}}, {**SAME, "value": "4%", "conditions": {"model": "B"}}),
        ({**SAME, "value": "3%"}, {"dataset": "AIME", "better": "lower", "value": "4%"}),
        ({"dataset": "AIME", "value": "3%"}, {"dataset": "AIME", "value": "4%"}),  # which is better is not known
        ({**SAME, "value": "3%"}, {**SAME, "value": "3%"}),  # nothing to tell apart
        ({**SAME, "value": "3%"}, {**SAME, "value": "up to 8%"}),
        ({**SAME, "value": "3%"}, {**SAME, "value": "~4%"}),
        ({**SAME, "value": "3%"}, {**SAME, "value": "2-4%"}),
        ({**SAME, "value": "3%"}, {**SAME, "kind": "count", "value": "4%"}),
        ({**DELTA, "value": "3%"}, {**DELTA, "value": "4%", "delta": "relative"}),
        ({**DELTA, "value": "3%", "delta": "unstated"}, {**DELTA, "value": "4%", "delta": "unstated"}),
        ({**DELTA, "value": "3%"}, {**DELTA, "value": "4%", "baseline": "SFT"}),
        ({**SAME, "kind": "ranking", "rank": "best"}, {**SAME, "kind": "ranking", "rank": "outperforms"}),
    ],
)
def test_rows_that_differ_in_more_than_their_value_are_not_compared(
    project: Project, one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert _best(build(project(a=[one], b=[other]), BUILT_IN["by-benchmark"])) == []


def test_equal_differences_from_one_baseline_are_compared(project: Project) -> None:
    """The counterpart of the cases above: it is what differs there that keeps rows apart."""
    dataset = project(a=[{**DELTA, "value": "3%"}], b=[{**DELTA, "value": "4%"}])
    assert _best(build(dataset, BUILT_IN["by-kind"])) == ["b/c0"]


def test_one_system_alone_is_not_the_best(project: Project) -> None:
    dataset = project(a=[{**SAME, "value": "3%"}, {**SAME, "value": "4%", "subject": "a"}])
    assert _best(build(dataset, BUILT_IN["by-benchmark"])) == []


def test_a_row_of_unclear_value_leaves_open_what_is_best(project: Project) -> None:
    dataset = project(a=[{**SAME, "value": "3%"}], b=[{**SAME, "value": "4%"}], c=[{**SAME, "value": "up to 8%"}])
    assert _best(build(dataset, BUILT_IN["by-benchmark"])) == []


@given(st.permutations(["3%", "4%", "12%", "9.5%"]))
def test_the_best_does_not_depend_on_the_order(project: Project, values: list[str]) -> None:
    dataset = project(**{f"p{at}": [{**SAME, "value": value}] for at, value in enumerate(values)})
    assert _best(build(dataset, BUILT_IN["by-benchmark"])) == [f"p{values.index('12%')}/c0"]
