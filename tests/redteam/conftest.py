"""What the tests of the red team share: this repository's project, and a small one."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.project import Project
from claimcheck.redteam import Attacker
from claimcheck.sources import digest

ROOT = Path(__file__).resolve().parents[2]

ABSTRACT = (
    "We present Quick, a parser of 12 languages. On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow, and is up to 3x "
    "faster, with Olmo 3 as its teacher."
)

CLAIMS = f"""\
schema: claimcheck/1
paper:
  id: quick
  name: Quick
  starts: We present Quick
  abstract: sha256:{digest(ABSTRACT)[:16]}
evidence:
  - quote: We present Quick, a parser of 12 languages.
    claims:
      - {{id: languages, kind: count, subject: Quick, metric: languages, value: 12}}
  - quote: >-
      On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow, and is up to 3x faster, with
      Olmo 3 as its teacher.
    claims:
      - id: accuracy
        kind: result
        subject: Quick
        metric: accuracy
        dataset: WebText
        value: 91.5%
        baseline: Slow
        baseline_value: 88.0%
        mention: Quick reaches 91.5% accuracy
      - id: speed
        kind: ratio
        subject: Quick
        metric: speed
        baseline: unstated
        change: increase
        value: up to 3x
names: [Olmo 3]
"""


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one claim file, in which nothing is wrong."""
    return write(
        tmp_path / "project",
        {
            "pyproject.toml": '[tool.claimcheck.severity]\nunaccounted-number = "error"\n',
            "seeds/s.txt": f"Abstract:{ABSTRACT}\n",
            "claims/quick.yaml": CLAIMS,
        },
    )


@pytest.fixture(scope="session")
def repository() -> Project:
    return app.load(ROOT)


@pytest.fixture(scope="session")
def attacker(repository: Project) -> Attacker:
    return Attacker(repository)
