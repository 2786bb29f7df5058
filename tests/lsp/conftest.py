"""What the tests of the language server share: a small project, and a file of it as a question sees it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.lsp.files import Document, Files
from claimcheck.lsp.project import LiveProject
from claimcheck.lsp.view import View, view_of
from claimcheck.sources import digest

# The letter before "ast" needs two units of UTF-16 and four of UTF-8: columns behind it tell the encodings apart.
FIRST = "We present Quick, a \U0001d53dast parser. On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow."
SECOND = "We study Slow on *three* corpora. The error of Slow falls from 17.3 to 12.9 on Wiki 2, over two runs."
HASHES = {"quick": f"sha256:{digest(FIRST)[:16]}", "slow": f"sha256:{digest(SECOND)[:16]}"}

QUICK = f"""\
schema: claimcheck/1
paper:
  id: quick
  name: Quick
  starts: We present Quick
  abstract: {HASHES["quick"]}
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

SLOW = f"""\
schema: claimcheck/1
paper:
  id: slow
  name: Slow
  starts: We study Slow
  abstract: {HASHES["slow"]}
evidence:
  - quote: The error of Slow falls from 17.3 to 12.9 on Wiki 2, over two runs.
    claims:
      - id: error
        kind: result
        subject: Slow
        metric: error
        dataset: Wiki 2
        value: 12.9
        baseline: unstated
        baseline_value: 17.3
        change: decrease
        agg: {{how: mean, n: two, of: runs}}
        mention: falls from 17.3 to 12.9
names: [Wiki 2]
not_claims:
  - {{text: three* corpora, why: how many were looked at}}
"""

VOCABULARY = """\
schema: claimcheck-vocabulary/1
models:
  - {name: Quick, aliases: [Quickest]}
  - {name: Distant}
benchmarks:
  - {name: WebText}
metrics:
  - {name: accuracy, better: higher, unit: '%'}
"""

FILES = {
    "pyproject.toml": "[tool.claimcheck]\n",
    "seeds/s.txt": f"Abstract: {FIRST}\n\nAbstract: {SECOND}\n",
    "claims/quick.yaml": QUICK,
    "claims/slow.yaml": SLOW,
    "claims/vocabulary.yaml": VOCABULARY,
}


def write(root: Path, files: dict[str, str]) -> Path:
    """Writes files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of two abstracts with their claim files, in which nothing is wrong."""
    return write(tmp_path.resolve() / "project", FILES)


@pytest.fixture
def live(root: Path) -> LiveProject:
    return LiveProject(root, Files())


def put(live: LiveProject, name: str, text: str) -> None:
    """Opens a file of a project in the editor, or types into it."""
    path = os.path.realpath(live.root / name)
    live.files.open[path] = Document.of(f"file://{path}", text, 1)


Ask = Callable[[str, str], tuple[View, int]]


@pytest.fixture
def ask(live: LiveProject) -> Ask:
    """Opens a file with a text, in which `‸` is the cursor, and says how it looks and where the cursor is."""

    def opened(name: str, text: str) -> tuple[View, int]:
        assert text.count("‸") == 1, "one cursor"
        put(live, name, text.replace("‸", ""))
        view = view_of(live, live.root / name)
        assert view is not None
        return view, text.index("‸")

    return opened
