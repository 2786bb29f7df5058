"""What the tests of mending share: one abstract with all that typography can do, and a claim file that is true of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.fixing import Fixed, fix
from claimcheck.project import Project
from claimcheck.source import SourceFile
from claimcheck.sources import digest, read_source

ABSTRACT = (
    "We present Quick, a “fast” parser — the model's kind of parser. On WebText, Quick reaches 91.5\\% accuracy on "
    "10,000 pages, against 88.0\\% for Slow. It is over 3x faster and needs 39--62\\% less memory than \\textbf{Olmo 3}.\n"
    "Loss falls from 17.3 to 12.9 with two passes."
)

MODELINE = "# yaml-language-server: $schema=../claims.schema.json\n"

CLAIMS = f"""\
{MODELINE}schema: claimcheck/1
paper:
  id: quick
  name: Quick  # the name as tables print it
  starts: We present Quick
  abstract: sha256:{digest(ABSTRACT)[:16]}
evidence:
  # folded, with a comment before it
  - quote: >-
      On WebText, Quick reaches 91.5% accuracy on
      10,000 pages, against 88.0% for Slow.
    claims:
      - id: accuracy
        kind: result
        subject: Quick
        metric: accuracy
        dataset: WebText
        value: 91.5%  # the best
        baseline: Slow
        baseline_value: 88.0%
        conditions: {{pages: "10,000"}}
        mention: Quick reaches 91.5% accuracy
  - quote: 'It is over 3x faster and needs 39–62% less memory than Olmo 3.'
    claims:
      - {{id: speed, kind: ratio, subject: Quick, metric: speed, value: over 3x, baseline: unstated, change: increase}}
      - id: memory
        kind: delta
        subject: Quick
        metric: memory
        value: 39–62%
        baseline: Olmo 3
        change: decrease
        delta: relative
  - quote: "Loss falls from 17.3 to 12.9 with two passes."
    claims:
      - id: loss
        kind: result
        subject: Quick
        metric: loss
        baseline: unstated
        baseline_value: 17.3
        value: 12.9
        agg: {{n: two, of: passes}}
        mention: falls from 17.3 to 12.9
names: [Olmo 3]
"""

Mend = Callable[..., Fixed]


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project's folder; of its files only the schema's has to be there."""
    root = tmp_path_factory.mktemp("project")
    (root / "claims.schema.json").write_text("{}", encoding="utf-8")
    return root


def project_of(root: Path, text: str, abstract: str = ABSTRACT, path: str = "claims/quick.yaml") -> Project:
    """A project of one abstract and one claim file."""
    sources = [read_source("seeds/s.txt", f"Abstract: {abstract}\n".encode())]
    return Project(Config(root), build(sources, [load_claim_file(SourceFile(path, text))]))


@pytest.fixture(scope="session")
def mend(root: Path) -> Mend:
    """Mends one claim file in a project of its own."""

    def mend_(text: str, abstract: str = ABSTRACT, path: str = "claims/quick.yaml") -> Fixed:
        (fixed,) = fix(project_of(root, text, abstract, path))
        return fixed

    return mend_
