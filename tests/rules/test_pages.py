"""The pages of the rules: every case of every page is a small project, verified, and its report compared.

How a page is written stands in README.md beside this file. CLAIMCHECK_WRITE_GOLDEN=1 writes the report blocks anew; what a
case is about stands in its heading, which nothing rewrites, and is held against the report.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest

from claimcheck.app import load, with_baseline
from claimcheck.diagnostic import Finding, Label
from claimcheck.project import Chosen, Selection
from claimcheck.reporters import render
from claimcheck.reporters.base import Report
from claimcheck.runner import run
from claimcheck.sources import read_source

HERE: Final = Path(__file__).parent
CLEAN: Final = "clean\n"

_PART: Final = re.compile(r"^(?P<level>#+) (?P<title>.+)$|^```(?P<info>.*)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)
_HASH: Final = re.compile(r"\{hash(?: (?P<which>[0-9]))?\}")
_ESCAPE: Final = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words after the fence, its text, and where the text stands in the page."""

    words: tuple[str, ...]
    body: str
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.words[1]

    def data(self, hashes: list[str]) -> bytes:
        """What the file holds: `{hash}` filled in; in an escaped block, `\\xNN` made the byte."""
        text = _HASH.sub(lambda match: hashes[int(match["which"] or 1) - 1], self.body)
        data = text.encode()
        return _ESCAPE.sub(lambda match: bytes.fromhex(match[1].decode()), data) if "escaped" in self.words else data


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a page: its heading, its files, and the report that is expected."""

    page: Path
    rule: str
    title: str
    files: tuple[Block, ...]
    report: Block

    def write(self, root: Path) -> None:
        """Makes the project of the case in an empty folder."""
        sources = [read_source(block.path, block.data([])) for block in self.files if block.words[0] == "text"]
        hashes = [abstract.digest[:16] for source in sources for abstract in source.abstracts]
        root.mkdir(exist_ok=True)
        (root / "pyproject.toml").touch()  # or the configuration of a folder above would be found
        for block in self.files:
            path = root / block.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(block.data(hashes))


def cases_of(page: Path) -> Iterator[Case]:
    """The cases of a page, in its order.

    Raises:
        ValueError: the page is not as README.md says; the message names the place.
    """
    text = page.read_text(encoding="utf-8")
    parts = list(_PART.finditer(text))
    if text.count("\n```") != 2 * sum(part["level"] is None for part in parts):
        raise ValueError(f"{page.name}: a block is not closed")
    if not parts or parts[0]["level"] != "#" or parts[0]["title"].split()[1:] != [page.stem]:
        raise ValueError(f"{page.name}: begins with '# CCnnn {page.stem}'")
    shared: dict[str, Block] = {}
    files: dict[str, Block] = shared
    title = ""
    reported = True
    for part in parts[1:]:
        if (part["level"] is None) == reported and title:
            raise ValueError(f"{page.name}: '{title}' ends with its one report")
        if part["level"] is not None:
            title, reported = part["title"], False
            if part["level"] != "##" or not title.startswith(("Flagged: ", "Clean: ")):
                raise ValueError(f"{page.name}: a case's heading is '## Flagged: …' or '## Clean: …', not '{part[0]}'")
            files = dict(shared)
            continue
        block = Block(tuple(part["info"].split()), part["body"], part.start("body"), part.end("body"))
        match block.words:
            case ("report",) | ("report", "with", "notes") if title:
                reported = True
                yield Case(page, parts[0]["title"], title, tuple(files.values()), block)
            case ("text" | "yaml" | "toml" | "json", path) | ("text" | "yaml", path, "escaped") if not path.startswith(
                "/"
            ):
                files[path] = block
            case _:
                raise ValueError(f"{page.name}: no block of a page: ```{part['info']}")
    if not reported:
        raise ValueError(f"{page.name}: '{title}' ends with its one report")


PAGES: Final = sorted(path for path in HERE.glob("*.md") if path.stem != "README")
CASES: Final = [case for page in PAGES for case in cases_of(page)]


def _each() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.page.stem}: {case.title}") for case in CASES])


@_each()
def test_report(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    report = checked(tmp_path)
    shown = tuple(found for found in report.findings if "notes" in case.report.words or found.severity != "note")
    told = render("concise", replace(report, findings=shown)) or CLEAN
    expected = _expected(case)
    if os.environ.get("CLAIMCHECK_WRITE_GOLDEN") and told != expected.body:
        text = case.page.read_text(encoding="utf-8")
        case.page.write_text(text[: expected.start] + told + text[expected.end :], encoding="utf-8")
    assert told == _expected(case).body


def _expected(case: Case) -> Block:
    """The report of a case as its page has it now: it may have been written anew."""
    return next(each.report for each in cases_of(case.page) if each.title == case.title)


def checked(root: Path) -> Report:
    """What `verify` reports, and that of a project without claim files too: some rules look at sources alone."""
    project = load(root)
    if project.config.baseline is not None:
        project = with_baseline(project, root / project.config.baseline)
    return run(project, Chosen(True), Selection())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_whole_findings(page: Path, tmp_path: Path) -> None:
    """What the line of a report leaves out: whose finding it is, the other places that it marks, and the help."""
    told = ""
    for at, case in enumerate(cases_of(page)):
        case.write(root := tmp_path / str(at))
        findings = [found for found in checked(root).findings if found.rule == case.page.stem]
        # Whoever mends a number of a claim needs the sentence that it is to come from.
        blind = [found.message for found in findings if found.code[:3] == "CC2" and found.claim and not found.source]
        assert not blind, "no line of the source is shown"
        if findings:
            told += f"## {case.title}\n\n" + "".join(map(_whole, findings))
    golden = HERE / "findings" / f"{page.stem}.txt"
    if os.environ.get("CLAIMCHECK_WRITE_GOLDEN"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def _whole(found: Finding) -> str:
    whose = ", ".join(
        f"{name} {value}"
        for name, value in (("paper", found.paper), ("claim", found.claim), ("field", found.field))
        if value is not None
    )
    places = [("at", found.label), ("source", found.source), *(("see also", each) for each in found.related)]
    lines = [f"{found.severity}: {found.message}", whose or "of no paper", f"help: {found.help}"]
    lines += [f"{name}: {_marked(label)}" for name, label in places if label is not None]
    return "\n    ".join(lines) + "\n\n"


def _marked(label: Label) -> str:
    """The marked text and, where there is one, the word about it; of a long text both ends."""
    text = " ".join(label.file.text[label.span.start : label.span.end].split())
    if len(text) > 90:
        text = f"{text[:60]} … {text[-25:]}"
    return f"{label.file.path} '{text}'" + (f" ({label.message})" if label.message else "")


@_each()
def test_report_is_what_the_heading_says(case: Case) -> None:
    """What is flagged is flagged by the page's own rule; what is clean has no finding of any rule."""
    report = _expected(case).body
    if case.title.startswith("Clean: "):
        assert report == CLEAN
    else:
        assert f" {case.rule} " in report


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_shows_both_sides(page: Path) -> None:
    """Two cases of each side, each with a heading of its own: what a rule lets pass is as much of it as what it stops."""
    titles = [case.title for case in cases_of(page)]
    assert len(set(titles)) == len(titles)
    assert sum(title.startswith("Flagged: ") for title in titles) >= 2
    assert sum(title.startswith("Clean: ") for title in titles) >= 2


_CASE = "# CC000 page\n\n## Clean: a case\n\n```report\nclean\n```\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "begins with '# CCnnn page'"),
        (_CASE.replace("page", "another"), "begins with '# CCnnn page'"),
        (_CASE.replace("Clean: ", ""), "a case's heading is"),
        (_CASE.replace("## ", "### "), "a case's heading is"),
        (_CASE.replace("```report", "```reports"), "no block of a page: ```reports"),
        (_CASE.replace("## Clean: a case\n", ""), "no block of a page: ```report"),
        (_CASE.replace("```report", "```yaml /etc/x.yaml\n```\n\n```report"), "no block of a page: ```yaml /etc"),
        (_CASE + "```yaml claims/p.yaml\n", "a block is not closed"),
        (_CASE + "\n```report\nclean\n```\n", "'Clean: a case' ends with its one report"),
        (_CASE + "\n```yaml claims/p.yaml\n```\n", "'Clean: a case' ends with its one report"),
        (_CASE + "\n## Clean: another\n", "'Clean: another' ends with its one report"),
        (_CASE.replace("```report\nclean\n```\n", "## Clean: another\n"), "'Clean: a case' ends with its one report"),
    ],
)
def test_page_that_is_none(text: str, said: str, tmp_path: Path) -> None:
    """A case that is not seen would be a case that nobody checks."""
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(said)):
        list(cases_of(page))


def test_case_as_written(tmp_path: Path) -> None:
    """What stands before the first case holds for all; a case's own file replaces it; hashes and bytes are filled in."""
    page = tmp_path / "page.md"
    page.write_text(
        "# CC000 page\n\n```text seeds/s.txt\nAbstract:A 1.\nAbstract:B 2.\n```\n\n"
        "## Flagged: one\n\n```yaml claims/p.yaml\n{hash} {hash 2}\n```\n\n```report\n```\n\n"
        "## Clean: two\n\n```text seeds/s.txt escaped\nAbstract:\\xe9\\x0d\n```\n\n```report with notes\nclean\n```\n",
        encoding="utf-8",
    )
    first, second = cases_of(page)
    first.write(tmp_path / "first")
    second.write(tmp_path / "second")
    # The first 16 hexadecimal digits of the SHA-256 of "A 1." and "B 2.".
    assert (tmp_path / "first/claims/p.yaml").read_text() == "197bf7f5bdd448d2 a165a851f406fe7c\n"
    assert (tmp_path / "second/seeds/s.txt").read_bytes() == b"Abstract:\xe9\r\n"
    assert not (tmp_path / "second/claims").exists()
