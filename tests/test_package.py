"""What is shipped: the wheel, the lock file, and the files that must stay as they are to the byte."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import claimcheck

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# The sources as they were handed in. They are quoted and hashed, so nothing may ever tidy them up.
SEEDS = {
    "000_09c277c93eff5fcb.txt": "f5f19ec1265b1d24917e1f0da595ca3934ad20b4ac1039e07f7b9df7be0b4a3a",
    "004_cb91ec13a170ccd6.txt": "181f7bc245adc52617bd9fef050d5dcdc8417400069ac5545851d0f42f9aa23e",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this tree, built by the backend that pip calls."""
    folder = tmp_path_factory.mktemp("dist")
    code = f"import hatchling.build; print(hatchling.build.build_wheel({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / done.stdout.splitlines()[-1])


def test_the_wheel_holds_the_package_and_its_data(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "claimcheck").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {
        "claimcheck/claims/claims.schema.json",
        "claimcheck/claims/vocabulary.schema.json",
        "claimcheck/py.typed",
    } <= package
    assert {name for name in names if ".dist-info/" not in name} == package


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    info = f"claimcheck_tracker-{claimcheck.__version__}.dist-info"
    metadata = Parser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert metadata["Name"] == "claimcheck-tracker"
    assert metadata["Version"] == claimcheck.__version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert wheel.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
    assert "claimcheck = claimcheck.cli:main" in wheel.read(f"{info}/entry_points.txt").decode()


def test_the_supported_pythons_are_told_once_each() -> None:
    told = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", each)]
    assert told == ["3.11", "3.12", "3.13"]
    assert PROJECT["requires-python"] == f">={told[0]}"


# --- the lock file ----------------------------------------------------------------------------------------------------

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def names_in(lock: str) -> set[str]:
    return {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}


def asked_for(*lists: list[str]) -> set[str]:
    return {normal(re.split(r"[^A-Za-z0-9._-]", each)[0]) for requirements in lists for each in requirements}


def test_the_lock_file_holds_all_that_is_asked_for() -> None:
    locked, extras = names_in(LOCK), dict(PROJECT["optional-dependencies"])
    # what builds the site has a lock of its own: nobody else needs it
    site = names_in((ROOT / "docs" / "requirements.lock").read_text(encoding="utf-8"))
    assert asked_for(extras.pop("docs")) <= site
    assert asked_for(PROJECT["dependencies"], *extras.values()) <= locked
    assert {"hatchling", "editables"} <= locked  # the project itself is installed without asking an index again


def test_the_lock_file_names_releases_and_hashes_alone() -> None:
    """No index, no address, no path of the machine on which it was made."""
    for line in LOCK.splitlines():
        assert re.fullmatch(r"#.*|[a-z0-9._-]+==[^ ]+ \\| {4}--hash=sha256:[0-9a-f]{64}(?: \\)?| {4}# .*", line), line
        assert "://" not in line
        assert not re.search(r"(?:^|\s)(?:/|~|\.\./)\w", line), line
        assert not line.startswith("-")
    requirements = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in each for each in requirements)


# --- bytes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_file_is_as_it_was_handed_in(name: str) -> None:
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == SEEDS[name]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_git_changes_no_byte_of_what_is_compared_to_the_byte() -> None:
    compared = [*(ROOT / "seeds").iterdir(), *(ROOT / "tests").rglob("golden/*")]
    names = [path.relative_to(ROOT).as_posix() for path in compared]
    told = subprocess.run(
        ["git", "check-attr", "text", "--", *names], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert len(names) > len(SEEDS)
    assert told.splitlines() == [f"{name}: text: unset" for name in names]
