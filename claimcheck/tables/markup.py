"""A table in a markup language or as plain text. The only module that knows the tabulate package.

What strangers wrote (names, values, hedges, doubts) goes through the `text` or `cell` of its format's `Markup`. What
we put into cells ourselves stands as private-use characters until tabulate has escaped the rest: `printable`, which is
part of every escaping, leaves none in what strangers wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as html_escape
from typing import TYPE_CHECKING, Final
from unicodedata import east_asian_width

from claimcheck.reporters.escape import markdown, printable
from claimcheck.tables.build import Row, Section, Table, shown
from claimcheck.tables.columns import COLUMNS

if TYPE_CHECKING:
    from tabulate import TableFormat

_BOLD_ON, _BOLD_OFF, _WIDE, _NOTHING = "\ue000", "\ue001", "\ue002", "\ue003"

COMPUTED: Final = "computed from value and baseline value"
DELTA: Final = (
    "absolute: in points or units; relative: a share of the baseline's value; "
    "unstated: the source does not say which of the two"
)
BEST: Final = (
    "the best of those rows of its table that can be compared (one metric, data set, unit, type of difference, aggregation "
    "and conditions)"
)
DAGGER: Final = "†"
NOT_VERIFIED: Final = (
    "not verified: this does not stand so in the paper's abstract; claimcheck verify --no-ignores says more."
)


@dataclass(frozen=True, slots=True)
class Markup:
    """How a family of formats writes what stands in cells, and what stands around tables.

    `cell` and `text` make untrusted text harmless, inside a table and outside. All others are given harmless text:
    `heading` with a level (1 the title, 2 a section), `notes` a section's footnotes, `line` a line of explanation,
    `first` a cell of the first column. `bold` None says "(best)" instead; `mark` writes a footnote's mark ("*", "[rlve]")
    where it need not be written as other text is.
    """

    cell: Callable[[str], str]
    text: Callable[[str], str]
    heading: Callable[[str, int], str]
    notes: Callable[[Sequence[str]], str]
    line: Callable[[str], str] = str
    first: Callable[[str], str] = str
    bold: tuple[str, str] | None = None
    mark: Callable[[str], str] | None = None


def render_markup(format: str, table: Table) -> str:
    """The table in one of tabulate's formats, with headings, footnotes and explanations around its sections."""
    markup = _markup(format)
    blocks = []
    if table.config.title is not None:
        blocks.append(markup.heading(markup.text(table.config.title), 1))
    for section in table.sections:
        if section.heading is not None:
            blocks.append(markup.heading(markup.text(section.heading), 2))
        blocks += _section(format, markup, section, table.titles)
    if not table.sections:
        blocks.append(markup.line(markup.text("No claims.")))
    blocks += [markup.line(line) for line in _explanations(markup, table)]
    return "\n\n".join(blocks) + "\n"


def _section(format: str, markup: Markup, section: Section, titles: Mapping[str, str]) -> list[str]:
    """A section's table, and its footnotes if it has any."""
    notes: dict[tuple[str, str], str] = {}
    marked = "value" if "value" in section.columns else section.columns[-1]
    rows = []
    for row in section.rows:
        marks = [_marked(notes, row.claim.paper.id, note) for note in _notes(row)]
        shown_as = {column: _cell(markup, row, column, marks if column == marked else []) for column in section.columns}
        if not row.verified:  # behind all else, and even where there is no other mark
            shown_as[marked] = f"{shown_as[marked]} {DAGGER}".strip()
        rows.append([shown_as[column] for column in section.columns])
    for cells in rows:
        cells[0] = markup.first(cells[0])
    headers = [
        COLUMNS[name].heading if name in COLUMNS else markup.cell(_one_line(titles[name])) for name in section.columns
    ]
    text = _tabulated(format, headers, rows)
    on, off = markup.bold or ("", "")
    for placeholder, written in ((_BOLD_ON, on), (_BOLD_OFF, off), (_WIDE, ""), (_NOTHING, "{}")):
        text = text.replace(placeholder, written)
    mark = markup.mark or markup.text
    told = [f"{DAGGER} {markup.text(NOT_VERIFIED)}"] if not all(row.verified for row in section.rows) else []
    told += [f"{mark(label)} {markup.text(_one_line(note))}" for (_, note), label in notes.items()]
    return [text, markup.notes(told)] if told else [text]


def _marked(notes: dict[tuple[str, str], str], paper: str, note: str) -> str:
    """The mark of a footnote: `[rlve]`, and `[rlve 2]` for the paper's second in the section.

    Marks that were counted through would all be others as soon as a paper is added, and the change of a report hard to read.
    """
    if (paper, note) not in notes:
        before = sum(each == paper for each, _ in notes)
        notes[paper, note] = f"[{paper} {before + 1}]" if before else f"[{paper}]"
    return notes[paper, note]


def _notes(row: Row) -> list[str]:
    """The footnotes of a row."""
    doubt = row.claim.claim.doubt
    return [doubt.text] if doubt is not None else []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _cell(markup: Markup, row: Row, column: str, marks: Sequence[str]) -> str:
    """A cell: its text, what qualifies it in brackets, and footnote marks."""
    parts = [markup.cell(row.text(column))]
    if column == "value":
        if row.best:
            parts = [f"{_BOLD_ON}{parts[0]}{_BOLD_OFF}"] if markup.bold else [*parts, "(best)"]
        said = row.claim.claim
        hedge = f"“{shown(said.hedge.text)}”" if said.hedge is not None else ""
        aside = "; ".join(part for part in (said.delta.text if said.delta is not None else "", hedge) if part)
        parts += [markup.cell(f"({aside})")] if aside else []
    if column == "change" and row.change is not None:
        marks = ["*", *marks]
    mark = markup.mark or markup.cell
    return " ".join(part for part in (*parts, *map(mark, marks)) if part)


def _explanations(markup: Markup, table: Table) -> list[str]:
    """What the marks of the table mean, and which papers have no number; escaped."""
    rows = [(row, section.columns) for section in table.sections for row in section.rows]
    lines = []
    if any(row.change is not None and "change" in columns for row, columns in rows):
        lines.append(f"{(markup.mark or markup.text)('*')} {COMPUTED}")
    if any(row.claim.claim.delta is not None and "value" in columns for row, columns in rows):
        lines.append(markup.text(DELTA))
    if any(row.best and "value" in columns for row, columns in rows):
        lines.append(markup.text(f"{'bold' if markup.bold else '(best)'}: {BEST}"))
    if table.without_result:
        lines.append(markup.text(f"no result number: {', '.join(table.without_result)}"))
    return lines


def _tabulated(format: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table by tabulate, nothing reformatted; widths do not depend on whether the wcwidth package is there."""
    import tabulate

    compact = format in ("github", "html", "mediawiki", "jira", "textile")
    wide = tabulate.WIDE_CHARS_MODE
    tabulate.WIDE_CHARS_MODE = False
    try:
        return str(
            tabulate.tabulate(
                rows if compact else [[_padded(cell) for cell in row] for row in rows],
                headers,
                tablefmt=_github() if format == "github" else format,
                stralign=None if compact else "left",
                disable_numparse=True,
            )
        )
    finally:
        tabulate.WIDE_CHARS_MODE = wide


def _github() -> TableFormat:
    """GitHub's table without padding: a changed cell changes one line, and no other."""
    from tabulate import DataRow, TableFormat

    row = DataRow("| ", " | ", " |")
    return TableFormat(None, lambda widths, _: f"|{' --- |' * len(widths)}", None, None, row, row, 0, None)


def _padded(text: str) -> str:
    """A text as long as it is wide: a terminal, and docutils, give East Asian characters two columns."""
    if text.isascii():
        return text
    return "".join(char + _WIDE if east_asian_width(char) in "WF" else char for char in text)


def _underlined(text: str, level: int) -> str:
    return f"{text}\n{'=-'[level - 1] * len(_padded(text))}"


_MARKDOWN_LEAD: Final = re.compile(r"\A&#(4[1356]|61);")


def _markdown_cell(text: str) -> str:
    """Escaped for a table's cell: there nothing begins a block, and one tilde alone strikes nothing out (+1, ~10K)."""
    escaped = _MARKDOWN_LEAD.sub(lambda match: chr(int(match[1])), markdown(text))
    return escaped.replace("&#126;", "~") if escaped.count("&#126;") == 1 else escaped


_RST: Final = re.compile(r"(?=[!-/:-@\[-`{-~])(?![.,%()])")
_RST_BLOCK: Final = re.compile(r"\A(?=[(•‣⁃]|\w+[.)](?:\s|\Z))")


def _rst(text: str) -> str:
    """reStructuredText: a backslash before all that may mean something, and nothing that begins a list."""
    return _RST_BLOCK.sub(r"\\ ", _RST.sub(r"\\", printable(text)))


_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")


def _references(text: str) -> str:
    """Numeric character references for all punctuation but that of numbers: what wikis show and do not act on."""
    return _PUNCTUATION.sub(lambda match: match[0] if match[0] in ".,%" else f"&#{ord(match[0])};", printable(text))


def _latex(text: str) -> str:
    from tabulate import LATEX_ESCAPE_RULES

    return "".join(LATEX_ESCAPE_RULES.get(char, char) for char in printable(text))


def _html(text: str) -> str:
    return html_escape(printable(text))


def _markup(format: str) -> Markup:
    if format in ("github", "pipe"):
        return Markup(
            _markdown_cell,
            markdown,
            lambda text, level: f"{'#' * (level + 1)} {text}",
            lambda notes: "\n".join(f"- {note}" for note in notes),
            bold=("**", "**"),
            mark=lambda mark: f"\\{mark}",
        )
    if format == "html":
        return Markup(
            printable,
            _html,
            lambda text, level: f"<h{level + 1}>{text}</h{level + 1}>",
            lambda notes: "\n".join(("<ul>", *(f"<li>{note}</li>" for note in notes), "</ul>")),
            lambda text: f"<p>{text}</p>",
            bold=("<strong>", "</strong>"),
        )
    if format.startswith("latex"):
        return Markup(
            printable,
            _latex,
            lambda text, level: f"\\{'sub' * (level - 1)}section*{{{text}}}",
            lambda notes: "\n".join(("\\begin{itemize}", *(f"\\item {{}}{note}" for note in notes), "\\end{itemize}")),
            bold=("\\textbf{", "}"),
            first=lambda text: f"{_NOTHING}{text}",  # a [ or * behind \\ or \midrule would be its argument
        )
    if format == "rst":
        return Markup(
            _rst,
            _rst,
            lambda text, level: f".. rubric:: {text}",
            lambda notes: "\n".join(f"- {note}" for note in notes),
        )
    if format == "mediawiki":
        return Markup(
            _references, _references, lambda text, level: f"{'=' * (level + 1)} {text} {'=' * (level + 1)}", _starred
        )
    if format == "asciidoc":
        return Markup(_references, _references, lambda text, level: f"[discrete]\n{'=' * (level + 1)} {text}", _starred)
    if format in ("jira", "textile"):
        return Markup(_references, _references, lambda text, level: f"h{level + 1}. {text}", _starred)
    return Markup(printable, printable, _underlined, "\n".join)


def _starred(notes: Sequence[str]) -> str:
    return "\n".join(f"* {note}" for note in notes)
