"""What the documents show is what the program does: their examples verify, their findings are true output."""

from __future__ import annotations

import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from claimcheck import cli
from claimcheck.app import Selection, verify
from claimcheck.claims import model
from claimcheck.claims.schema import schema_text
from claimcheck.config import load_config
from claimcheck.reporters import render

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FORMAT = ROOT / "docs" / "format.md"
DOCUMENTS = (README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def block(document: Path, comment: str) -> str:
    """The fenced block after an HTML comment."""
    found = re.findall(rf"<!-- {re.escape(comment)} -->\n```\w+\n(.*?)```", text_of(document), re.DOTALL)
    assert len(found) == 1, f"{document.name}: {len(found)} blocks after <!-- {comment} -->"
    return str(found[0])


@pytest.fixture
def tracker(tmp_path: Path) -> Path:
    """A copy of this repository's own sources and claims."""
    for name in ("seeds", "claims"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_readmes_finding_is_true_output(tracker: Path) -> None:
    """After an intended change: CLAIMCHECK_WRITE_GOLDEN=1 python -m pytest tests/test_docs_fresh.py, and read the diff."""
    comment, name, old, new = re.findall(r'<!-- (finding: (\S+): "(.*?)" -> "(.*?)") -->', text_of(README))[0]
    path = tracker / name
    true = path.read_text(encoding="utf-8")
    assert true.count(old) == 1
    path.write_text(true.replace(old, new), encoding="utf-8")
    selection = Selection(select=("partial-quantity",))
    report = render("full", verify(tracker, selection=selection), color=False, width=100)
    shown = block(README, comment)
    expected = f"$ claimcheck verify --format full --select partial-quantity\n{report}"
    if os.environ.get("CLAIMCHECK_WRITE_GOLDEN"):
        README.write_text(text_of(README).replace(shown, expected), encoding="utf-8")
        shown = expected
    assert shown == expected


def test_the_readmes_claim_file_verifies(tracker: Path) -> None:
    path = tracker / "claims" / "mr-search.yaml"
    path.write_text(block(README, "verifies as claims/mr-search.yaml"), encoding="utf-8")
    report = verify(tracker, [path])
    assert report.findings == ()
    assert report.summary.numbers == report.summary.verified == 2  # the range, and `n: eight`


def test_the_readmes_configuration_is_valid(tmp_path: Path) -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", text_of(README), re.DOTALL)
    (tmp_path / "pyproject.toml").write_text(toml, encoding="utf-8")
    config = load_config(tmp_path)
    defaults = load_config(tmp_path, use_file=False)
    for key in ("sources", "claims", "vocabulary", "fail_on"):
        assert getattr(config, key) == getattr(defaults, key), "the README says that these are the defaults"
    assert set(tomllib.loads(toml)["tool"]["claimcheck"]) >= {"sources", "ignore", "severity", "tables"}


def test_the_readme_names_every_command() -> None:
    named = set(re.findall(r"`claimcheck ([a-z]+)", text_of(README)))
    assert named == set(cli.COMMANDS)


def test_the_readme_tells_the_exit_codes() -> None:
    told = [int(code) for code in re.findall(r"^\| (\d+) \|", text_of(README), re.MULTILINE)]
    assert told == [0, cli.EXIT_FINDINGS, cli.EXIT_USAGE, cli.EXIT_NOTHING, cli.EXIT_INTERNAL, cli.EXIT_INTERRUPTED]


def test_the_project_of_the_format_page_verifies(tmp_path: Path) -> None:
    """Its claim file, source and vocabulary together; nothing is found, not even a note."""
    for name in re.findall(r"<!-- file: (\S+) -->", text_of(FORMAT)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(block(FORMAT, f"file: {name}"), encoding="utf-8")
    report = verify(tmp_path)
    assert report.findings == ()
    assert (report.summary.files, report.summary.claims) == (1, 4)


@pytest.mark.parametrize(
    "record", [model.ClaimFile, model.Paper, model.Evidence, model.Claim, model.Agg, model.NotClaim]
)
def test_the_format_page_has_every_field(record: type[model.ClaimFile]) -> None:
    names = {field.alias or name for name, field in record.model_fields.items()}
    assert names
    missing = {name for name in names if f"`{name}`" not in text_of(FORMAT)}
    assert not missing


def test_the_format_page_has_every_kind() -> None:
    table = text_of(FORMAT).partition("The kinds:")[2].partition("\n\n`")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == model.KINDS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_repository_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)", text_of(document))
    assert links or "http" in text_of(document)
    for file, heading in links:
        target = (document.parent / file) if file else document
        assert target.exists(), f"{document.name}: {file}"
        if heading:
            headings = re.findall(r"^#+ (.+)$", text_of(target), re.MULTILINE)
            slugs = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
            assert heading in slugs, f"{document.name}: #{heading}"


def test_the_committed_schema_is_the_one_in_the_package() -> None:
    """Editors read the one at the top, the program the one in the package, and `schema` prints it."""
    committed = text_of(ROOT / "claims.schema.json")
    assert committed == text_of(ROOT / "claimcheck" / "claims" / "claims.schema.json") == schema_text()


def test_every_task_that_is_told_exists() -> None:
    tasks = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    for document in (README, ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"):
        told = set(re.findall(r"(?:`|step |^)make (?:PYTHON=\S+ )?([a-z]+)", text_of(document), re.MULTILINE))
        assert told, document
        assert told <= tasks, document
