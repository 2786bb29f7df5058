"""The `sarif` format, version 2.1.0: for GitHub code scanning, editors and whatever else reads static analysis.

SARIF gives a meaning to some plain text: `{0}` is a placeholder, `[text](target)` a link. Braces are doubled, as it
asks, and what would be a link is broken by an escape.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from claimcheck.diagnostic import Finding, Label
from claimcheck.reporters.base import Report, RuleInfo, fingerprints, region
from claimcheck.reporters.escape import printable, to_json

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT: Final = "%SRCROOT%"


def render(report: Report) -> str:
    """A SARIF log with one run, which lists every rule, used or not."""
    rules = sorted(report.rules.values(), key=lambda rule: rule.code)
    index = {rule.name: number for number, rule in enumerate(rules)}
    marked = zip(report.findings, fingerprints(report.findings), strict=True)
    run = {
        "tool": {"driver": {"name": "claimcheck", "version": report.version, "rules": [_rule(rule) for rule in rules]}},
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the project."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, fingerprint, index) for finding, fingerprint in marked],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.doc.split("\n\n")[0].split()) or rule.summary},
        "help": {"text": rule.doc or rule.summary},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, fingerprint: str, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    result["level"] = finding.severity
    result["message"] = _message(finding.message, finding.help)
    if finding.label:
        result["locations"] = [_location(finding.label)]
    elif finding.file:
        result["locations"] = [{"physicalLocation": _artifact(finding.file)}]
    related = [label for label in (finding.source, *finding.related) if label]
    if related:
        result["relatedLocations"] = [{"id": number, **_location(label)} for number, label in enumerate(related, 1)]
    result["partialFingerprints"] = {"claimcheck/v1": fingerprint}
    return result


def _message(*lines: str) -> dict[str, str]:
    text = "\n".join(printable(line) for line in lines if line)
    return {"text": text.replace("](", r"\x5d(").replace("{", "{{").replace("}", "}}")}


def _location(label: Label) -> dict[str, Any]:
    at = region(label)
    place = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    location: dict[str, Any] = {"physicalLocation": {**_artifact(label.file.path), "region": place}}
    if label.message:
        location["message"] = _message(label.message)
    return location


def _artifact(path: str) -> dict[str, Any]:
    try:
        data = path.encode("utf-8", "surrogateescape")  # bytes that are no UTF-8 are kept so by Python
    except UnicodeEncodeError:
        data = path.encode("utf-8", "surrogatepass")  # other surrogates, which some systems allow in names
    return {"artifactLocation": {"uri": quote(data, safe="/"), "uriBaseId": ROOT}}
