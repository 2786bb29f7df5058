"""Claims as comparison tables: what is in a table (`config`, `build`), how it is printed (`render`), files that hold some (`regions`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.tables.build import Table

TABULATE_FORMATS: Final[tuple[str, ...]] = (
    "github",
    "pipe",
    "plain",
    "simple",
    "presto",
    "pretty",
    "psql",
    "grid",
    "simple_grid",
    "rounded_grid",
    "heavy_grid",
    "mixed_grid",
    "double_grid",
    "fancy_grid",
    "outline",
    "simple_outline",
    "rounded_outline",
    "heavy_outline",
    "mixed_outline",
    "double_outline",
    "fancy_outline",
    "html",
    "latex",
    "latex_booktabs",
    "latex_longtable",
    "rst",
    "asciidoc",
    "mediawiki",
    "jira",
    "textile",
)
"""The formats for people, by their names in the tabulate package."""

DATA_FORMATS: Final[tuple[str, ...]] = ("csv", "tsv", "json")
"""The formats for programs: the fields as the claim files have them, without marks and footnotes."""

FORMATS: Final[tuple[str, ...]] = (*TABULATE_FORMATS, *DATA_FORMATS)
"""The formats of `table --format`; the first is the default."""

LEFT_OUT: Final[dict[str, str]] = {
    "unsafehtml": "escapes nothing; html is the safe one",
    "latex_raw": "escapes nothing; latex is the safe one",
    "colon_grid": "for Pandoc alone, which reads pipe too",
    "orgtbl": "no way to write any text so that Org does not act on it",
    "moinmoin": "no way to write any text so that MoinMoin does not act on it",
    "youtrack": "a markup that YouTrack itself has given up for Markdown",
}
"""The formats of tabulate that are not offered, and why; `tsv` is written by the csv module, which quotes."""


def render(format: str, table: Table) -> str:
    """The table in one of `FORMATS`, ready to be written as it is: it ends with a newline and holds no other control character.

    (In `tsv`, tabs; in `csv` and `tsv`, lines end with a newline alone.) Raises ValueError for a format that does not exist.
    """
    if format in TABULATE_FORMATS:
        from claimcheck.tables.markup import render_markup

        return render_markup(format, table)
    if format in DATA_FORMATS:
        from claimcheck.tables import data

        return data.render_json(table) if format == "json" else data.render_csv(table, "," if format == "csv" else "\t")
    raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
