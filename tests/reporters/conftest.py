"""The reports that the reporters are tried on: an ordinary finding, and everything that strangers could write."""

from __future__ import annotations

import pytest

from claimcheck.diagnostic import Finding, Label, sort_key
from claimcheck.reporters.base import Report, RuleInfo, Summary, count_findings
from claimcheck.source import SourceFile, Span

HOSTILE = (
    "\x1b[31mred\x1b]8;;https://evil.example\x07 \n::error::owned\r\n\x00\x7f\x85\x9b \t"
    "\u202eesrever\u2066\u200f\u061c\u200b\u2060\ufeff\xad\u2028\u2029\ud800\udcff\ue000\u0378\U000e0041\ufe0f "
    "##[add-mask]x ##vso[task.setvariable variable=a]b | <script>alert(1)</script> <!-- & ]]> <![CDATA[ `code` ``` "
    "\"' %0A @octocat #12 GH-12 https://evil.example www.evil.example [click](javascript:alert%281%29) ![i](x) "
    "*b* _i_ ~~s~~ $x$ {0} {{1}} \\textbf{X} \\| C:\\n, naïve 漢字"
)
"""Escape sequences, line ends, bidi controls, invisible characters, commands of build services, HTML, XML, Markdown."""

HOSTILE_PATH = "::error file=a,line=1::claims/\x1b[2J\n::warning::\u202e\udcff|`<b>&]]>, %41.yaml"


def _label(file: SourceFile, text: str, message: str = "") -> Label:
    """The first place of `text` in a file."""
    start = file.text.index(text)
    return Label(file, Span(start, start + len(text)), message)


def _report(*findings: Finding) -> Report:
    """A report of these findings, sorted as the command sorts them, with the rules that they come from."""
    rules = {
        finding.rule: RuleInfo(
            finding.code, finding.rule, finding.severity, "One line.", "One line.\n\nThe rest of it."
        )
        for finding in findings
    }
    summary = Summary(files=18, claims=60, numbers=140, verified=139, findings=count_findings(findings), suppressed=1)
    return Report("1.2.3", tuple(sorted(findings, key=sort_key)), summary, rules)


@pytest.fixture
def ordinary() -> Finding:
    """The first finding that a contributor is likely to meet."""
    words = "and the words before it go on for as long as the abstract of a paper does " * 10
    source = SourceFile("seeds/000.txt", f"Someone\nAbstract: {words}yields a 3.37% gain {words}\n")
    claims = SourceFile("claims/rlve.yaml", "claims:\n  - id: gain\n    kind: delta\n    value: 3.38%\n")
    return Finding(
        "CC201",
        "value-not-in-quote",
        "error",
        "3.38% is not among the numbers of its quote (3.37%)",
        help="write the value as the source has it",
        label=_label(claims, "3.38%"),
        source=_label(source, "3.37%", "the nearest number"),
        related=(_label(claims, "gain", "in this claim"),),
        paper="rlve",
        claim="gain",
        field="value",
    )


@pytest.fixture
def report(ordinary: Finding) -> Report:
    """The report of the golden files: an ordinary finding, hostile ones, several lines, no place, no file."""
    claims = SourceFile(HOSTILE_PATH, f"a: 1\n{HOSTILE}: {HOSTILE}\nb: 2\nb: 2\n")
    source = SourceFile("::set-output name=a::b\r\x1b[1m.txt", "x" * 900 + HOSTILE.replace("\n", " ") + "y" * 900)
    wide = SourceFile(
        "claims/wide.yaml",
        "quote: >-\n\t\uff21\uff22漢字 e\u0301e\u0301 begins\n  goes on\n\n  ends here.\n\nnames: []\n",
    )
    hostile = Finding(
        "CC004",
        "schema",
        "warning",
        HOSTILE,
        help=HOSTILE,
        label=_label(claims, HOSTILE, HOSTILE),
        source=_label(source, "naïve", HOSTILE),
        related=(_label(claims, "a", HOSTILE), _label(source, source.text[850:1600], "most of the line")),
        paper=HOSTILE,
        claim=HOSTILE,
        field=HOSTILE,
    )
    start = claims.text.index("b: 2")
    twins = [
        Finding("CC003", "duplicate-key", "error", "b twice", label=Label(claims, Span(start + at, start + at + 1)))
        for at in (0, 5)
    ]
    quote = _label(wide, "漢字 e\u0301e\u0301 begins\n  goes on\n\n  ends here.\n\n", "not in the abstract")
    return _report(
        ordinary,
        hostile,
        *twins,
        Finding("CC104", "quote-not-verbatim", "error", "the quote is not there", label=quote),
        Finding("CC402", "abstract-without-claims", "note", "no claim file", path="seeds/new one.txt"),
        Finding("CC999", "nowhere", "note", "belongs to no file"),
    )
