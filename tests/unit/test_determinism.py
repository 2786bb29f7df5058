"""The recogniser says the same whatever the hash seed, the locale and the Python it runs under."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "claimcheck", "numbers", "--jsonl", "--explain"]
# Every field of every reading. It needs nothing but the standard library, so that any Python can run it.
PROGRAM = """
import json, sys
from claimcheck.numerals import scan
for line in sys.stdin.buffer:
    sys.stdout.buffer.write(ascii(scan(json.loads(line)["text"])).encode() + b"\\n")
"""
VERSIONS = ("3.11", "3.12", "3.13")


@cache
def sample() -> bytes:
    """The texts of the recogniser's cases and the seeds, as JSON lines."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for path in sorted((ROOT / "tests" / "numerals").glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8")).values():
            texts += group
    assert len(texts) > 1_000
    return "".join(json.dumps({"id": at, "text": text}) + "\n" for at, text in enumerate(texts)).encode()


def run(command: list[str], **environment: str) -> bytes:
    """What a command writes for the sample. Nothing of this environment reaches it but where the libraries are."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "HOME") if key in os.environ}
    done = subprocess.run(
        command,
        input=sample(),
        capture_output=True,
        cwd=ROOT,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **environment},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


@cache
def reference(*command: str) -> bytes:
    found = run(list(command), PYTHONHASHSEED="0", LC_ALL="C.UTF-8")
    assert found.count(b"\n") == sample().count(b"\n")
    assert found.isascii() is (command != tuple(COMMAND)), "the sample holds what a locale could garble"
    return found


@pytest.mark.parametrize("seed", ["1", "2", "4294967295"])
def test_any_hash_seed(seed: str) -> None:
    # With one seed, the iteration order of sets of strings is fixed; with three more, an order that matters would show.
    assert run(COMMAND, PYTHONHASHSEED=seed, LC_ALL="C.UTF-8") == reference(*COMMAND)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"},
        {"LC_ALL": "tr_TR.UTF-8"},  # where the capital of i is another letter
        {"LC_ALL": "de_DE.UTF-8"},  # where the decimal point is a comma
        {"LC_NUMERIC": "fr_FR.UTF-8", "LANG": "C.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"TZ": "Asia/Kathmandu", "COLUMNS": "20", "TERM": "dumb"},
    ],
    ids=str,
)
def test_any_locale(environment: dict[str, str]) -> None:
    # A locale that is not installed is C, which is one of the cases, too.
    assert run(COMMAND, PYTHONHASHSEED="0", **environment) == reference(*COMMAND)


def python(version: str) -> str | None:
    """A Python of this version, if there is one that starts: on the path, or in pyenv's folder."""
    roots = [Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"]
    found = [shutil.which(f"python{version}")]
    found += [str(each / "bin" / "python3") for root in roots for each in sorted(root.glob(f"{version}.*"))]
    for path in found:
        if path is not None:
            asked = [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
            told = subprocess.run(asked, capture_output=True, text=True)
            if told.returncode == 0 and told.stdout.strip() == version:
                return path
    return None


@pytest.mark.parametrize("version", VERSIONS)
def test_any_python(version: str) -> None:
    path = python(version)
    if path is None:
        pytest.skip(f"there is no Python {version} here")
    # Two seeds, since it could be the other Python that depends on them.
    for seed in ("0", "7"):
        found = run([path, "-c", PROGRAM], PYTHONHASHSEED=seed)
        assert found == reference(sys.executable, "-c", PROGRAM)
