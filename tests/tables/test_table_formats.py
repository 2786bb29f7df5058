"""Every format: the same cells in all of them, and nothing that strangers wrote does anything in any."""

from __future__ import annotations

import csv
import html
import json
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimcheck.dataset import Dataset
from claimcheck.reporters.escape import printable
from claimcheck.tables import FORMATS, LEFT_OUT, TABULATE_FORMATS, render
from claimcheck.tables.build import build
from claimcheck.tables.config import BUILT_IN, TableConfig

Project = Callable[..., Dataset]

TEXTS = [
    name
    for name in TABULATE_FORMATS
    if name in ("plain", "simple", "presto", "pretty", "psql") or "grid" in name or "outline" in name
]
MARKDOWNS = ["github", "pipe"]


def test_every_format_of_tabulate_is_offered_or_left_out_for_a_reason() -> None:
    """A format that a new release of tabulate brings has to be looked at: how does it escape?"""
    from tabulate import tabulate_formats

    assert set(TABULATE_FORMATS) <= set(tabulate_formats) <= set(TABULATE_FORMATS) | set(LEFT_OUT) | {"tsv"}


@pytest.fixture(scope="session")
def small(project: Project) -> Dataset:
    """What the documentation would show: a result with a baseline value, a doubtful difference, two rivals, a ranking."""
    rival = {"dataset": "AIME", "better": "higher", "metric": "accuracy"}
    return project(
        names={"pep": "Pep", "flip": "FLIP", "macs": "MACS"},
        pep=[
            {**rival, "subject": "Pep", "value": "80.8%", "baseline": "RL", "baseline_value": "68.5%"},
            {**rival, "subject": "Pip", "value": "81.0%"},
        ],
        flip=[
            {
                "kind": "delta", "subject": "FLIP", "baseline": "SFT|PPO", "value": "~12%", "change": "increase",
                "delta": "unstated", "hedge": "can lead to", "doubt": "Absolute or relative?", "conditions": {"runs": "five"},
            },
        ],
        macs=[{"kind": "ranking", "rank": "best", "subject": "MACS", "doubt": "Absolute or relative?"}],
    )  # fmt: skip


EXPLAINED = (
    "\\* computed from value and baseline value\n\n"
    "absolute: in points or units; relative: a share of the baseline's value; unstated: the source does not say which of "
    "the two\n\n"
    "bold: the best of those rows of its table that can be compared (one metric, data set, unit, type of difference, "
    "aggregation and conditions)\n\n"
    "no result number: MACS\n"
)


def test_markdown(small: Dataset) -> None:
    """The golden case. `~` alone, `+` in a cell are themselves; `|` is not; a cell that changes changes one line."""
    assert render("github", build(small, BUILT_IN["by-kind"])) == (
        "### Results\n\n"
        "| Paper | Subject | Metric | Data set | Value | Baseline | Baseline value | Change |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| Pep | Pep | accuracy | AIME | 80.8% | RL | 68.5% | +12.3 pp (+18%) \\* |\n"
        "| Pep | Pip | accuracy | AIME | **81.0%** |  |  |  |\n\n"
        "### Differences from a baseline\n\n"
        "| Paper | Subject | Metric | Value | Baseline | Change | Conditions |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| FLIP | FLIP | accuracy | ~12% (unstated; “can lead to”) \\[flip] | SFT&#124;PPO | increase | runs: five |\n\n"
        "- \\[flip] Absolute or relative?\n\n"
        "### Rankings\n\n"
        "| Paper | Subject | Metric | Value |\n"
        "| --- | --- | --- | --- |\n"
        "| MACS | MACS | accuracy | best \\[macs] |\n\n"
        "- \\[macs] Absolute or relative?\n\n" + EXPLAINED
    )


def test_plain_text(small: Dataset) -> None:
    config = TableConfig("t", "Title", columns=("subject", "value", "change"))
    assert render("simple", build(small, config)) == (
        "Title\n=====\n\n"
        "Subject    Value                                  Change\n"
        "---------  -------------------------------------  -----------------\n"
        "FLIP       ~12% (unstated; “can lead to”) [flip]  increase\n"
        "MACS       best [macs]\n"
        "Pep        80.8%                                  +12.3 pp (+18%) *\n"
        "Pip        81.0% (best)\n\n"
        "[flip] Absolute or relative?\n[macs] Absolute or relative?\n\n"
        + EXPLAINED.replace("\\*", "*").replace("bold", "(best)")
    )


def test_a_new_paper_changes_no_footnote_of_another(project: Project) -> None:
    """A report's diff shows what is new alone; of one paper, equal doubts are one footnote and others have a number."""

    def told(*doubts: str) -> list[dict[str, str]]:
        return [{"value": f"{at}0%", "subject": f"S{at}", "doubt": doubt} for at, doubt in enumerate(doubts, 1)]

    papers = {"bee": told("Which?", "Of what?", "Which?"), "cat": told("Which?")}
    config = TableConfig("t", columns=("subject", "value"))
    before = render("github", build(project(**papers), config)).splitlines()
    after = render("github", build(project(ant=told("Whose?"), **papers), config)).splitlines()
    assert [line for line in before if "[" in line] == [
        "| S1 | 10% \\[bee] |",
        "| S2 | 20% \\[bee 2] |",
        "| S3 | 30% \\[bee] |",
        "| S1 | 10% \\[cat] |",
        "- \\[bee] Which?",
        "- \\[bee 2] Of what?",
        "- \\[cat] Which?",
    ]
    assert [line for line in after if line not in before] == ["| S1 | 10% \\[ant] |", "- \\[ant] Whose?"]


def test_html(small: Dataset) -> None:
    shown = render("html", build(small, TableConfig("t", "A & B", columns=("subject", "baseline", "value"))))
    assert "<h2>A &amp; B</h2>" in shown
    assert "<td>Pip</td><td></td><td><strong>81.0%</strong></td>" in shown
    assert "<td>FLIP</td><td>SFT|PPO</td><td>~12% (unstated; “can lead to”) [flip]</td>" in shown
    assert "<ul>\n<li>[flip] Absolute or relative?</li>\n<li>[macs] Absolute or relative?</li>\n</ul>" in shown
    assert "<p>no result number: MACS</p>" in shown


def test_latex(small: Dataset) -> None:
    shown = render("latex_booktabs", build(small, TableConfig("t", "A & B", columns=("subject", "value"))))
    assert "\\section*{A \\& B}" in shown
    assert re.search(r"\n \{\}Pip +& \\textbf\{81\.0\\%\} +\\\\\n", shown)
    assert "\\textasciitilde{}12\\% (unstated; “can lead to”) [flip]" in shown
    assert "\\item {}[flip] Absolute or relative?" in shown


@pytest.mark.parametrize(
    ("format", "lines"),
    [
        (
            "rst",
            [
                ".. rubric:: Title",
                "FLIP",
                "\\~12% \\ (unstated\\; “can lead to”) \\[flip\\]",  # the escaped space prints nothing
                "- \\[flip\\] Absolute or relative\\?",
            ],
        ),
        (
            "mediawiki",
            [
                "== Title ==",
                "| Pip || 81.0% (best)",
                "* &#91;flip&#93; Absolute or relative&#63;",
            ],
        ),
        ("asciidoc", ["[discrete]\n== Title", "&#126;12% &#40;unstated&#59; “can lead to”&#41; &#91;flip&#93;"]),
        ("jira", ["h2. Title", "|| Subject || Value ||", "| Pip | 81.0% (best) |"]),
        ("textile", ["h2. Title", "81.0% (best)"]),
    ],
)
def test_other_markup(small: Dataset, format: str, lines: list[str]) -> None:
    shown = render(format, build(small, TableConfig("t", "Title", columns=("subject", "value"))))
    for line in lines:
        assert line in shown


def test_an_empty_table_says_so(small: Dataset) -> None:
    table = build(small, TableConfig("t", papers=("macs",), kinds=("size",)))
    for format in TABULATE_FORMATS:
        assert "No claims." in render(format, table)


def test_a_format_that_does_not_exist(small: Dataset) -> None:
    with pytest.raises(ValueError, match="no format 'unsafehtml'"):
        render("unsafehtml", build(small, TableConfig("t")))


@pytest.mark.parametrize("value", ["8.0", "1e3", "010", "1_000", "nan", "True", "0x1F", "-0", "+5", "1,000", "12:30"])
@pytest.mark.parametrize("format", TABULATE_FORMATS)
def test_no_format_reformats_a_number(project: Project, value: str, format: str) -> None:
    """`1e3` is not 1000, `010` is not 10, `8.0` keeps its zero."""
    shown = render(format, build(project(a=[{"value": value}]), TableConfig("t", columns=("value", "claim"))))
    plain = html.unescape(re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", shown))
    assert re.search(rf"(?<![\w+.-]){re.escape(value)}(?![\w.])", plain)


def test_widths_do_not_depend_on_what_is_installed(project: Project) -> None:
    """East Asian characters take two columns, with the wcwidth package and without."""
    shown = render(
        "grid",
        build(project(a=[{"value": "5", "subject": "漢字"}, {"value": "6", "subject": "abcd"}]), TableConfig("t")),
    )
    lines = [line for line in shown.splitlines() if line.startswith("|") and "accuracy" in line]
    wide, narrow = lines
    assert len(wide) == len(narrow) - 2


# Hostile text.


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", list(BUILT_IN))
def test_no_control_character_gets_out(hostile: Dataset, format: str, name: str) -> None:
    shown = render(format, build(hostile, BUILT_IN[name]))
    allowed = {"\n", "\t"} if format == "tsv" else {"\n"}
    hidden = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")}
    assert hidden <= allowed
    assert not any(re.match(r"\s*::|.*##\[", line) for line in shown.splitlines())
    assert shown.endswith("\n") and not shown.endswith("\n\n")


def _parse(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def _markdown_tables(tokens: list[Token]) -> list[list[list[Token]]]:
    """Tables as rows of inline tokens."""
    tables: list[list[list[Token]]] = []
    for before, token in pairwise(tokens):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif before.type in ("th_open", "td_open"):
            tables[-1][-1].append(token)
    return tables


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or ()).replace("\u200b", "")


@pytest.mark.parametrize("format", MARKDOWNS)
@pytest.mark.parametrize("name", list(BUILT_IN))
def test_a_markdown_reader_sees_the_table_and_nothing_else(hostile: Dataset, format: str, name: str) -> None:
    table = build(hostile, BUILT_IN[name])
    tokens = _parse(render(format, table))
    read = _markdown_tables(tokens)
    assert [(len(rows), {len(row) for row in rows}) for rows in read] == [
        (len(section.rows) + 1, {len(section.columns)}) for section in table.sections
    ]
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}  # no link, image, HTML, emphasis, code; and here no bold
    blocks = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert blocks <= {
        "heading",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "inline",
        "paragraph",
        "bullet_list",
        "list_item",
    }
    for rows, section in zip(read, table.sections, strict=True):
        for cells, row in zip(rows[1:], section.rows, strict=True):
            for cell, column in zip(cells, section.columns, strict=True):
                # The exact text (printable), then what qualifies it. The parser drops white space at the ends.
                assert _plain(cell).startswith(printable(row.text(column)).strip())


@pytest.mark.parametrize("format", MARKDOWNS)
def test_a_markdown_reader_sees_bold_and_marks(small: Dataset, format: str) -> None:
    tokens = _parse(render(format, build(small, BUILT_IN["by-kind"])))
    cells = [cell for rows in _markdown_tables(tokens) for row in rows for cell in row]
    assert [_plain(cell) for cell in cells if any(child.type == "strong_open" for child in cell.children or ())] == [
        "81.0%"
    ]
    assert [_plain(cell) for cell in cells if "*" in _plain(cell)] == ["+12.3 pp (+18%) *"]
    assert [_plain(cell) for cell in cells if "]" in _plain(cell)] == [
        "~12% (unstated; “can lead to”) [flip]",
        "best [macs]",
    ]


class _Reader(HTMLParser):
    """The tags of a page, and the texts of its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert attrs == []
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self._inside = tag in ("td", "th", "strong")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.rows[-1][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


@pytest.mark.parametrize("name", list(BUILT_IN))
def test_an_html_reader_sees_the_table_and_nothing_else(hostile: Dataset, name: str) -> None:
    table = build(hostile, BUILT_IN[name])
    reader = _Reader()
    reader.feed(render("html", table))
    assert reader.tags <= {"h3", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "p"}
    rows = iter(reader.rows)
    for section in table.sections:
        assert len(next(rows)) == len(section.columns)
        for row, cells in zip(section.rows, rows, strict=False):
            for cell, column in zip(cells, section.columns, strict=True):
                assert cell.startswith(printable(row.text(column)).strip())
    assert next(rows, None) is None


@pytest.mark.parametrize("format", ["latex", "latex_booktabs", "latex_longtable"])
@pytest.mark.parametrize("name", list(BUILT_IN))
def test_latex_has_no_command_but_our_own(hostile: Dataset, format: str, name: str) -> None:
    table = build(hostile, BUILT_IN[name])
    shown = render(format, table)
    commands = set(re.findall(r"\\([A-Za-z]+)", shown))
    assert commands <= {
        "subsection", "begin", "end", "item", "hline", "endhead", "toprule", "midrule", "bottomrule",
        "textbackslash", "textasciitilde", "ensuremath",
    }  # fmt: skip
    assert not re.search(r"(?<!\\)[%$#]", shown)
    # Neither \\ nor a rule may find its optional argument in the next row.
    assert not re.search(r"(\\\\|rule|hline|endhead|\\item)\s*[\[*]", shown)
    rows = [line for line in shown.splitlines() if line.endswith("\\\\")]
    cells = [len(re.findall(r"(?<!\\)&", line)) + 1 for line in rows]
    assert cells == [len(section.columns) for section in table.sections for _ in range(len(section.rows) + 1)]


@pytest.mark.parametrize("format", ["mediawiki", "asciidoc", "jira", "textile"])
@pytest.mark.parametrize("name", list(BUILT_IN))
def test_wikis_are_given_references_for_all_punctuation(hostile: Dataset, format: str, name: str) -> None:
    """What is left is the frame that the same table has when all of its texts are single letters."""
    shown = render(format, build(hostile, BUILT_IN[name]))
    frame = re.sub(r"&#[0-9]{2,3};", "", shown)
    allowed = {
        "mediawiki": r"[|!+={}\"<>:;*()-]",
        "asciidoc": r"[|=\[\]\"<*,()-]",
        "jira": r"[|*.()-]",
        "textile": r"[|*._()-]",
    }[format]
    punctuation = set(re.findall(r"[!-/:-@\[-`{-~]", frame)) - set(".,%")
    assert all(re.match(allowed, char) for char in punctuation)


def test_restructuredtext_escapes_all_that_may_mean_something(hostile: Dataset) -> None:
    shown = render("rst", build(hostile, BUILT_IN["by-metric"]))
    for line in shown.splitlines():
        unescaped = re.sub(r"\\.", "", line).removeprefix(".. rubric::")
        assert not set(unescaped) & set("*`_|:<>@#$&~^{}[]\\")


# Formats for programs.


def test_json_holds_the_fields_as_written(project: Project) -> None:
    dataset = project(
        a=[
            {
                "value": "80.8\\%", "baseline": "T\\\"ULU 3", "baseline_value": "68.5\\%", "dataset": ["AIME", "MATH"], "doubt": "d",
                "agg": {"how": "mean", "n": "two"}, "conditions": {"k": "v"},
            }
        ]
    )  # fmt: skip
    shown = json.loads(render("json", build(dataset, TableConfig("t", "T", by="metric"))))
    row = shown["sections"][0]["rows"].pop()
    assert shown == {
        "schema": "claimcheck-table/1", "table": "t", "title": "T", "by": "metric",
        "sections": [{"heading": "accuracy", "rows": []}], "without_result": [],
    }  # fmt: skip
    assert row == {
        "paper": "a", "claim": "a/c0", "verified": True, "paper_name": "A", "subject": "a", "dataset": ["AIME", "MATH"], "value": "80.8\\%",
        "rank": None, "delta": None, "hedge": None, "doubt": "d", "best": False, "baseline": ["T\\\"ULU 3"],
        "baseline_value": "68.5\\%", "change": None, "computed_change": "+12.3", "computed_unit": "pp",
        "computed_relative": "+18%", "agg": {"how": "mean", "n": "two"}, "conditions": {"k": "v"},
    }  # fmt: skip


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_is_one_table_with_a_line_a_claim(small: Dataset, format: str, delimiter: str) -> None:
    lines = list(csv.DictReader(StringIO(render(format, build(small, BUILT_IN["by-kind"]))), delimiter=delimiter))
    assert [line["claim"] for line in lines] == ["pep/c0", "pep/c1", "flip/c0", "macs/c0"]
    first, second, third, last = lines
    assert (first["group"], first["computed_change"], first["computed_unit"], first["best"]) == (
        "Results",
        "+12.3",
        "pp",
        "no",
    )
    assert second["best"] == "yes"
    assert (third["delta"], third["hedge"], third["conditions"]) == ("unstated", "can lead to", "runs: five")
    assert (last["value"], last["rank"]) == ("", "best")
    ungrouped = render(format, build(small, TableConfig("t", columns=("value",)))).splitlines()[0].split(delimiter)
    assert ungrouped == ["paper", "claim", "verified", "value", "rank", "delta", "hedge", "doubt", "best"]


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_no_cell_of_a_csv_is_a_formula(hostile: Dataset, format: str, delimiter: str) -> None:
    rows = list(csv.reader(StringIO(render(format, build(hostile, BUILT_IN["by-paper"]))), delimiter=delimiter))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@](?!\d[\d.,]*%?\Z)", cell)]
