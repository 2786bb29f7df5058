"""What the tests of the command line share: a small project, and the command, run as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.sources import digest

ROOT = Path(__file__).resolve().parents[2]

ABSTRACT = "We present Quick, a parser. On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow."

CLAIMS = f"""\
schema: claimcheck/1
paper:
  id: quick
  name: Quick
  starts: We present Quick
  abstract: sha256:{digest(ABSTRACT)[:16]}
evidence:
  - quote: On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow.
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
"""

Result = subprocess.CompletedProcess[str]
Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one abstract with one claim file, in which nothing is wrong."""
    root = tmp_path / "project"
    for name, text in {
        "pyproject.toml": "[tool.claimcheck]\n",
        "seeds/s.txt": f"Abstract:{ABSTRACT}\n",
        "claims/quick.yaml": CLAIMS,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def environment(**more: str) -> dict[str, str]:
    """This process's environment, without what would change the output, and with this tree's package to be found."""
    unwanted = {"NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "CLAIMCHECK_TRACEBACK"}
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


@pytest.fixture
def run(project: Path) -> Run:
    """Runs `claimcheck` with the given words in a process of its own; in the small project, if no `cwd` is given."""

    def run_(*words: str, cwd: Path = project, stdin: str = "", **variables: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *words],
            cwd=cwd,
            env=environment(**variables),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run_
