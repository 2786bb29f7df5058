"""The `junit` format: JUnit XML, for services that show test results.

JUnit knows no warnings. A finding that fails the run (`fail-on`: an error, unless it says otherwise) is a failed test
case; another is one that passed, with its text as output. Without findings there is one case, `claimcheck`, that passed:
a report without any would be taken for a run that checked nothing.

The file is told by the suite and the line by the text of the case: the schema that Jenkins checks by has no attributes
for them at a case, and refuses a report that has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimcheck.diagnostic import Finding
from claimcheck.reporters.base import NO_FILE, Report, place, title
from claimcheck.reporters.escape import printable


def render(report: Report) -> str:
    """An XML document with a suite for each file and a case for each finding."""
    root = Element("testsuites", name="claimcheck")
    for path, findings in groupby(report.findings, key=lambda finding: finding.file):
        _suite(root, report, printable(path) or NO_FILE, list(findings))
    if not report.findings:
        suite = SubElement(root, "testsuite", name="claimcheck", tests="1", failures="0", errors="0", skipped="0")
        SubElement(suite, "testcase", classname="claimcheck", name="claimcheck")
    root.set("tests", str(len(report.findings) or 1))
    root.set("failures", str(_failures(report, report.findings)))
    root.set("errors", "0")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _failures(report: Report, findings: Iterable[Finding]) -> int:
    return sum(map(report.fails, findings))


def _suite(root: Element, report: Report, path: str, findings: list[Finding]) -> None:
    failures = str(_failures(report, findings))
    tests = str(len(findings))
    suite = SubElement(root, "testsuite", name=path, tests=tests, failures=failures, errors="0", skipped="0")
    if findings[0].file:
        suite.set("file", path)
    seen: Counter[str] = Counter()
    for finding in findings:
        name = _name(finding)
        seen[name] += 1
        # Services merge cases of one name.
        case = SubElement(suite, "testcase", classname=path, name=f"{name} ({seen[name]})" if seen[name] > 1 else name)
        _outcome(case, finding, failed=report.fails(finding))


def _name(finding: Finding) -> str:
    about = "/".join(printable(part) for part in (finding.paper, finding.claim, finding.field) if part)
    return f"{title(finding)} {about}".rstrip()


def _outcome(case: Element, finding: Finding, *, failed: bool) -> None:
    message = printable(finding.message)
    lines = [f"{place(finding)}: {finding.severity}: {message}"]
    if finding.help:
        lines.append(f"help: {printable(finding.help)}")
    outcome = (
        SubElement(case, "failure", message=message, type=finding.rule) if failed else SubElement(case, "system-out")
    )
    outcome.text = "\n".join(lines)
