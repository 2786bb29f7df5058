"""What a table shows: the built-in ones, and those of `[tool.claimcheck.tables.NAME]`.

    [tool.claimcheck.tables.gains]
    title = "Gains over a baseline"
    by = "metric"
    kinds = ["delta", "ratio"]
    columns = ["paper", "subject", "baseline", "value", "conditions"]
    sort = ["-value"]

The project's own fields are columns too: `extra.hardware` of the claim, `paper.extra.venue` of its paper.

All keys are optional. Filters (`kinds`, `papers`, `metrics`, `datasets`) are lists of what is kept; a claim is shown if
every filter keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, cast

from claimcheck.suggest import hint
from claimcheck.tables.columns import COLUMNS

Grouping = Literal["benchmark", "metric", "kind", "paper"]

GROUPINGS: Final[tuple[Grouping, ...]] = ("benchmark", "metric", "kind", "paper")

KINDS: Final = ("result", "delta", "ratio", "ranking", "count", "size")
"""The kinds of claims in the order in which tables show them: what was measured before what was built."""

_EXTRA: Final = re.compile(r"-?(?:paper\.)?extra\.\S.*")
_NAME: Final = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
_BUILT_IN: Final = "by-"


@dataclass(frozen=True, slots=True)
class TableConfig:
    """One table. `by` None is a single section; no `columns` means those that suit the grouping; empty filters keep all.

    `papers` are ids, `metrics` and `datasets` names or aliases of the vocabulary. `sort` are column names, the first
    the most important; one with a "-" before it sorts the other way round.
    """

    name: str
    title: str | None = None
    by: Grouping | None = None
    columns: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()

    @classmethod
    def from_toml(cls, name: str, mapping: Mapping[str, Any]) -> TableConfig:
        """The table that a mapping of the configuration describes.

        Raises:
            ValueError: an unknown key or name, or a value of the wrong form; the message says what was expected.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(
                f"the table's name {name!r} must be letters and digits with '-', '_' or '.' between, such as 'gains'."
            )
        if name.startswith(_BUILT_IN):
            raise ValueError(f"a table's name cannot begin with '{_BUILT_IN}': {', '.join(BUILT_IN)} are built in.")
        for key in mapping:
            if key not in _KEYS:
                raise ValueError(f"has no key {key!r}.{hint(key, _KEYS)} Known keys: {', '.join(_KEYS)}.")
        by = mapping.get("by")
        if by is not None:
            _known("by", by, GROUPINGS)
        return cls(
            name,
            _title(mapping.get("title")),
            cast("Grouping | None", by),
            _names(mapping, "columns", tuple(COLUMNS), extra=True),
            _names(mapping, "kinds", KINDS),
            _names(mapping, "papers"),
            _names(mapping, "metrics"),
            _names(mapping, "datasets"),
            _names(mapping, "sort", (*COLUMNS, *(f"-{column}" for column in COLUMNS)), extra=True),
        )


_KEYS: Final = ("title", "by", "columns", "kinds", "papers", "metrics", "datasets", "sort")

BUILT_IN: Final[Mapping[str, TableConfig]] = {
    f"{_BUILT_IN}{by}": TableConfig(f"{_BUILT_IN}{by}", by=by) for by in GROUPINGS
}
"""The tables that every project has: all claims, grouped in one way."""


def find(name: str, configured: Mapping[str, TableConfig]) -> TableConfig:
    """The configured or built-in table of that name.

    Raises:
        ValueError: there is none; the message has the nearest name, or all.
    """
    table = configured.get(name) or BUILT_IN.get(name)
    if table is None:
        known = (*configured, *BUILT_IN)
        raise ValueError(f"no table {name!r}.{hint(name, known)} Known tables: {', '.join(known)}.")
    return table


def is_extra(column: str) -> bool:
    """Whether a column is one of the project's own fields; which there are, the table finds out when it is built."""
    return _EXTRA.fullmatch(column) is not None


def _title(value: object) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ValueError(f"title must be a text, not {value!r}.")


def _names(
    mapping: Mapping[str, Any], key: str, known: tuple[str, ...] | None = None, *, extra: bool = False
) -> tuple[str, ...]:
    """A list of texts, each once, each known if that can be said here; with `extra`, fields of the project's own may be in it."""
    value = mapping.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError(f'{key} must be a list of texts, such as ["{known[0] if known else "name"}"], not {value!r}.')
    if key in mapping and not value:
        raise ValueError(f"{key} is an empty list. Remove the key, or name something.")
    for each in value:
        if value.count(each) > 1:
            raise ValueError(f"{key} names {each!r} twice.")
        if known is not None and not (extra and is_extra(each)):
            _known(key, each, known)
    return tuple(value)


def _known(key: str, value: object, known: tuple[str, ...]) -> None:
    if value not in known:
        shown = tuple(each for each in known if not each.startswith("-"))
        raise ValueError(f"{key}: {value!r} is not known.{hint(str(value), known)} Known: {', '.join(shown)}.")
