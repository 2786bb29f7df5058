"""What the tests of the documents share: their marked blocks, the tutorial's project, and the command as a person runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"
REWRITE: Final = bool(os.environ.get("CLAIMCHECK_WRITE_GOLDEN"))

_BLOCK: Final = re.compile(
    r"^(?:<!-- (?P<mark>[a-z]+)(?:: (?P<path>\S+))? -->\n)?```(?P<language>\w+)[^\n]*\n(?P<body>(?:.*\n)*?)```$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page, with the word and the path of the comment before it, and where its text stands."""

    mark: str | None
    path: str | None
    language: str
    body: str
    start: int
    end: int


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in its order."""
    for found in _BLOCK.finditer(text):
        start, end = found.span("body")
        yield Block(found["mark"], found["path"], found["language"], found["body"], start, end)


def ran(words: list[str], folder: Path) -> str:
    """What `python WORDS` prints in a folder, both streams as a terminal of 100 columns would show them."""
    unwanted = {"NO_COLOR", "FORCE_COLOR", "TERM", "CLAIMCHECK_TRACEBACK", "CLAIMCHECK_WRITE_GOLDEN"}
    kept = {key: value for key, value in os.environ.items() if key not in unwanted}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout


def command_output(line: str, folder: Path) -> str:
    """What a command line `claimcheck …` prints."""
    name, *words = line.split()
    assert name == "claimcheck", line
    return ran(["-m", "claimcheck", *words], folder)


def follow(text: str, folder: Path) -> list[tuple[Block, str]]:
    """Does what a page tells: saves its files, makes its edits, runs its commands.

    Returns the blocks that show something, each with what it should show.
    """
    (folder / "pyproject.toml").touch()  # or the configuration of a folder above would be found
    shown = []
    for block in blocks(text):
        path = folder / (block.path or "")
        if block.mark == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.body, encoding="utf-8")
        elif block.mark == "edit":
            path.write_text(edited(path.read_text(encoding="utf-8"), block.body), encoding="utf-8")
        elif block.mark == "shows":
            shown.append((block, path.read_text(encoding="utf-8")))
        elif block.language == "console":
            commands = re.findall(r"^\$ (.*)$", block.body, re.MULTILINE)
            assert commands, block.body
            shown.append((block, "".join(f"$ {line}\n{command_output(line, folder)}" for line in commands)))
    return shown


def edited(text: str, diff: str) -> str:
    """A text after an edit, shown as the lines that go (`-`), come (`+`) and stay (a space)."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in "- ")
    new = "".join(line[1:] for line in lines if line[0] in "+ ")
    assert text.count(old) == 1, f"stands {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def held(page: Path, shown: list[tuple[Block, str]]) -> None:
    """Holds what a page shows against what is true; with CLAIMCHECK_WRITE_GOLDEN, writes it anew instead."""
    if REWRITE:
        assert not any("internal error" in true or "Traceback" in true for _, true in shown), shown
        text = page.read_text(encoding="utf-8")
        for block, true in reversed(shown):
            text = text[: block.start] + true + text[block.end :]
        page.write_text(text, encoding="utf-8")
        return
    for block, true in shown:
        assert block.body == true


@pytest.fixture(scope="session")
def tutorial_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is at the end of the tutorial."""
    folder = tmp_path_factory.mktemp("tutorial")
    follow((DOCS / "tutorial.md").read_text(encoding="utf-8"), folder)
    return folder
