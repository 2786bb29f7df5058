"""From claims to a table: filtered, grouped, sorted, with what is computed beside them. Nothing here knows of formats."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Final

from claimcheck.claims.records import Agg
from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext, Dataset, PaperInContext, Value
from claimcheck.matching.verdicts import verified
from claimcheck.suggest import first_few, hint
from claimcheck.tables import own_fields
from claimcheck.tables.change import Change, computed_change
from claimcheck.tables.columns import COLUMNS
from claimcheck.tables.compare import best
from claimcheck.tables.config import KINDS, TableConfig, is_extra
from claimcheck.text.render import render

_KIND_HEADINGS: Final = {
    "result": "Results",
    "delta": "Differences from a baseline",
    "ratio": "Factors",
    "ranking": "Rankings",
    "count": "Counts",
    "size": "Sizes",
}
_WITH_A_RESULT: Final = ("result", "delta", "ratio")
"""The kinds that give a number for what was measured; counts and sizes say what was built."""
_WITH_A_CHANGE: Final = ("result", "count", "size")
"""The kinds whose value and baseline value are values of one quantity, so that their difference means something."""

_DEFAULT_SORT: Final[dict[str | None, tuple[str, ...]]] = {"benchmark": ("metric",), "metric": ("dataset",)}
_LISTED: Final = 8
"""So many names are listed where none is like the one that was asked for."""
_ALWAYS: Final = ("paper", "subject", "value")
"""Columns of the default choice that are shown even if all their cells are empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A claim in a table. The names are those of the vocabulary, as a reader sees them (LaTeX set).

    `change` is computed; `best` marks the best of comparable rows; `verified` is false where quote, value or baseline value
    do not stand in the abstract, whether or not that is waived.
    """

    claim: ClaimInContext
    paper: str
    subject: str
    metric: str
    datasets: tuple[str, ...]
    baselines: tuple[str, ...]
    change: Change | None
    verified: bool
    best: bool = False

    def text(self, column: str) -> str:
        """What stands in a column, without anything that explains it."""
        if is_extra(column):
            return shown(own_fields.text(self.claim, column))
        return _TEXTS[column](self)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of rows under a heading; None where the table has one group alone. `columns` are those to show."""

    heading: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as readers get it. `columns` are those of all sections together, `without_result` the names of papers.

    `titles` are the headings of the columns that are the project's own fields.
    """

    config: TableConfig
    columns: tuple[str, ...]
    sections: tuple[Section, ...]
    without_result: tuple[str, ...]
    titles: Mapping[str, str]


def build(dataset: Dataset, config: TableConfig) -> Table:
    """The table that a configuration asks for; a paper whose abstract was not found has no place in it.

    Raises:
        ValueError: a filter names a paper, a metric or a data set that no claim has, or a column a field that no claim
            has and no schema describes.
    """
    papers = sorted(
        dataset.papers, key=lambda paper: (_order(shown(paper.claims.paper.name.text)), paper.claims.file.path)
    )
    claims = [claim for paper in papers for claim in paper.all_claims()]
    titles = own_fields.titles(config, dataset)
    keep = _filter(config, papers, claims, dataset.vocabulary)
    rows = [_row(claim, dataset.vocabulary) for claim in claims if keep(claim)]
    for column in reversed(config.sort or _DEFAULT_SORT.get(config.by, ())):
        rows = _sorted(rows, column)
    groups = _grouped(rows, config, {shown(dataset.vocabulary.resolve(name)) for name in config.datasets})
    sections = tuple(_section(heading, group, config, dataset.vocabulary) for heading, group in groups)
    return Table(config, config.columns or _default(config), sections, _without_result(papers, rows, config), titles)


def shown(text: str) -> str:
    r"""A text as a reader sees it: one line, LaTeX set (`10.7\%` as 10.7%)."""
    return " ".join(render(text).text.split())


def _row(claim: ClaimInContext, vocabulary: Vocabulary) -> Row:
    said = claim.claim

    def name(text: str) -> str:
        return shown(vocabulary.resolve(text))

    return Row(
        claim,
        shown(claim.paper.claims.paper.name.text),
        name(said.subject.text),
        name(said.metric.text),
        tuple(name(each.text) for each in said.dataset),
        tuple(name(each.text) for each in said.baseline),
        computed_change(claim.value, claim.baseline_value) if said.kind.text in _WITH_A_CHANGE else None,
        verified(claim),
    )


def _filter(
    config: TableConfig, papers: Sequence[PaperInContext], claims: Sequence[ClaimInContext], vocabulary: Vocabulary
) -> Callable[[ClaimInContext], bool]:
    """Whether a claim passes all filters of the table."""
    _all_known("papers", config.papers, [paper.id for paper in papers])
    metrics = _resolved("metrics", config.metrics, [claim.claim.metric.text for claim in claims], vocabulary)
    datasets = _resolved(
        "datasets", config.datasets, [each.text for claim in claims for each in claim.claim.dataset], vocabulary
    )

    def keep(claim: ClaimInContext) -> bool:
        said = claim.claim
        return (
            (not config.kinds or said.kind.text in config.kinds)
            and (not config.papers or claim.paper.id in config.papers)
            and (not metrics or vocabulary.resolve(said.metric.text) in metrics)
            and (not datasets or any(vocabulary.resolve(each.text) in datasets for each in said.dataset))
        )

    return keep


def _resolved(key: str, names: Iterable[str], used: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The names of a filter as the vocabulary has them."""
    resolved = [vocabulary.resolve(name) for name in names]
    _all_known(key, resolved, [vocabulary.resolve(name) for name in used])
    return frozenset(resolved)


def _all_known(key: str, names: Iterable[str], used: Sequence[str]) -> None:
    for name in names:
        if name not in used:
            raise ValueError(f"{key}: no claim has {name!r}.{hint(name, used) or _there_are(used)}")


def _there_are(used: Sequence[str]) -> str:
    """The names that claims do have, as a sentence with its space before it."""
    known = sorted(set(used), key=_order)
    if not known:
        return " No claim names one."
    return f" There are: {first_few([repr(name) for name in known], _LISTED)}."


def why_empty(dataset: Dataset, config: TableConfig) -> str:
    """Why a table has no row, and what to do about it, in a sentence or two."""
    claims = [claim.claim for paper in dataset.papers for claim in paper.all_claims()]
    if not claims:
        return (
            "the claim files hold no claim. Write them under `evidence`, or let `claimcheck new` draft them; "
            "`claimcheck show PAPER` marks what an abstract has to claim."
        )
    kinds = [kind for kind in KINDS if any(claim.kind.text == kind for claim in claims)]
    if config.kinds and not set(config.kinds) & set(kinds):
        wanted = " or ".join(map(repr, config.kinds))
        return f"kinds: no claim is of the kind {wanted}. The claims' kinds: {', '.join(kinds)}."
    filters = [key for key in ("kinds", "papers", "metrics", "datasets") if getattr(config, key)]
    if filters == ["papers"]:
        return f"papers: {' and '.join(map(repr, config.papers))} {'has' if len(config.papers) == 1 else 'have'} no claim yet."
    return f"no claim passes {' and '.join(filters)} at once; leave one of these filters out."


def _grouped(rows: Sequence[Row], config: TableConfig, wanted: Set[str]) -> list[tuple[str | None, list[Row]]]:
    """Headings with their rows, in the order in which they are shown; no group is empty.

    `wanted` are the data sets that the table is about; empty: all.
    """
    match config.by:
        case None:
            return [(None, list(rows))] if rows else []
        case "kind":
            groups = [(_KIND_HEADINGS[kind], [row for row in rows if row.text("kind") == kind]) for kind in KINDS]
            return [(heading, group) for heading, group in groups if group]
        case "paper":
            papers = dict.fromkeys((row.paper, row.claim.paper.id) for row in rows)
            ordered = sorted(papers, key=lambda paper: (_order(paper[0]), paper[1]))
            return [(name, [row for row in rows if row.claim.paper.id == id]) for name, id in ordered]
        case "metric":
            return _by_name(rows, lambda row: [row.metric])
        case "benchmark":
            named = _by_name(rows, lambda row: [name for name in row.datasets if not wanted or name in wanted])
            unnamed = [row for row in rows if not row.datasets]
            return [*named, ("No benchmark named", unnamed)] if unnamed else named


def _by_name(rows: Sequence[Row], names: Callable[[Row], list[str]]) -> list[tuple[str | None, list[Row]]]:
    """A group for each name, in the names' order; a row with several stands in each group."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        for name in dict.fromkeys(names(row)):
            groups.setdefault(name, []).append(row)
    return [(name, groups[name]) for name in sorted(groups, key=_order)]


def _section(heading: str | None, rows: Sequence[Row], config: TableConfig, vocabulary: Vocabulary) -> Section:
    marked = best([row.claim for row in rows], vocabulary)
    ranked = tuple(replace(row, best=index in marked) for index, row in enumerate(rows))
    columns = config.columns or tuple(
        column
        for column in _default(config)
        if column in _ALWAYS or any(_tells(row, column, heading, config) for row in rows)
    )
    return Section(heading, columns, ranked)


def _default(config: TableConfig) -> tuple[str, ...]:
    """The columns of a table that names none: all usual ones, but for what the headings give."""
    return tuple(name for name, column in COLUMNS.items() if column.by_default and name != config.by)


def _tells(row: Row, column: str, heading: str | None, config: TableConfig) -> bool:
    """Whether a cell says more than its section's heading does."""
    if column == "dataset" and config.by == "benchmark":
        return row.datasets not in ((), (heading,))
    return row.text(column) != ""


def _without_result(papers: Sequence[PaperInContext], rows: Sequence[Row], config: TableConfig) -> tuple[str, ...]:
    """The papers of the table that give no number for what they measured.

    A table that is filtered by more than papers is about those papers alone that have a row in it.
    """
    filtered = config.kinds or config.metrics or config.datasets
    inside = {row.claim.paper.id for row in rows}
    return tuple(
        shown(paper.claims.paper.name.text)
        for paper in papers
        if paper.abstract is not None  # else none of its claims is known
        and (paper.id in inside if filtered else not config.papers or paper.id in config.papers)
        and not any(
            claim.claim.kind.text in _WITH_A_RESULT and _has_number(claim.value) for claim in paper.all_claims()
        )
    )


def _has_number(value: Value | None) -> bool:
    return value is not None and any(
        mention.is_quantity and mention.low is not None and mention.low.value is not None for mention in value.mentions
    )


def _sorted(rows: Sequence[Row], column: str) -> list[Row]:
    """The rows by one column, rows without an entry last either way; of equal ones the order stays."""
    name = column.removeprefix("-")
    keys = {id(row): _sort_key(row, name) for row in rows}
    known = [row for row in rows if keys[id(row)] is not None]
    unknown = [row for row in rows if keys[id(row)] is None]
    return sorted(known, key=lambda row: keys[id(row)], reverse=name != column) + unknown


def _sort_key(row: Row, column: str) -> Any:
    """What a row is sorted by: values as numbers within their unit, a range by its lower end; all else as text."""
    if column in ("value", "baseline_value"):
        value = row.claim.value if column == "value" else row.claim.baseline_value
        mention = value.mention if value is not None else None
        if mention is None or mention.low is None or mention.low.value is None:
            return None
        return (mention.unit or "", min(end.value or Fraction(0) for end in mention.ends()))
    text = row.text(column)
    return _order(text) if text else None


def _order(text: str) -> tuple[str, str]:
    """The place of a name in an alphabet: accents and case do not count, but between names that are otherwise equal."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)), text


def _value(row: Row) -> str:
    said = row.claim.claim
    scalar = said.value or said.rank
    return shown(scalar.text) if scalar is not None else ""


def _change(row: Row) -> str:
    change = row.claim.claim.change
    parts = [change.text if change is not None else "", str(row.change) if row.change is not None else ""]
    return "; ".join(part for part in parts if part)


def aggregation(agg: Agg | None) -> str:
    """An aggregation in words: "mean over six reasoning benchmarks"."""
    if agg is None:
        return ""
    over = " ".join(shown(each.text) for each in (agg.n, agg.of) if each is not None)
    how = agg.how.text if agg.how is not None else ""
    return f"{how} over {over}".strip() if over else how


def _conditions(row: Row) -> str:
    return "; ".join(f"{shown(key.text)}: {shown(value.text)}" for key, value in row.claim.claim.conditions)


def _baseline_value(row: Row) -> str:
    scalar = row.claim.claim.baseline_value
    return shown(scalar.text) if scalar is not None else ""


_TEXTS: Final[dict[str, Callable[[Row], str]]] = {
    "paper": lambda row: row.paper,
    "claim": lambda row: f"{row.claim.paper.id}/{row.claim.id}",
    "kind": lambda row: row.claim.claim.kind.text,
    "subject": lambda row: row.subject,
    "metric": lambda row: row.metric,
    "dataset": lambda row: "; ".join(row.datasets),
    "value": _value,
    "baseline": lambda row: "; ".join(row.baselines),
    "baseline_value": _baseline_value,
    "change": _change,
    "agg": lambda row: aggregation(row.claim.claim.agg),
    "conditions": _conditions,
}
