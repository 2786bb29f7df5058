"""Other readers of numbers, each in a process of its own, so that they can be measured beside this one.

This file is both sides: `Reader` starts one and talks with it; run as a program, it is the one that is talked with. A
request is a line of JSON on the standard input, and its answer one on the standard output. Peers live in environments
of their own, made under a folder that the caller names; nothing of them is installed here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
Found = dict[str, Any]
"""A number that a reader found: start, end (None where it tells no place), values (as strings), class."""


class Kind(NamedTuple):
    """A reader: what is installed for it, whether it tells the places of its numbers, and a remark."""

    packages: tuple[str, ...]
    tells_places: bool
    remark: str = ""


READERS: Final = {
    "claimcheck": Kind((), True),
    "naive regex": Kind((), True, "digits with commas and a decimal point"),
    "quantulum3": Kind(("quantulum3==0.10.0",), True),
    "recognizers-text": Kind(("recognizers-text-number==1.0.2a2", "emoji<2"), True),
    "number-parser": Kind(("number-parser==0.3.2",), False, "words only; digits stay"),
    "text2num": Kind(("text2num==3.1.0",), False, "words only; digits stay; compiled (Rust)"),
}
OURS: Final = "claimcheck"


class Absent(Exception):
    """A peer cannot be had here; the text says why."""


def _install(name: str, folder: Path) -> Path:
    """The Python that has a peer; makes its environment where there is none. Raises `Absent`."""
    home = folder / name.replace(" ", "-")
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    done = home / "installed"
    if not done.exists():
        venv.create(home, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *READERS[name].packages]
        tried = subprocess.run(pip, capture_output=True, text=True)
        if tried.returncode:
            raise Absent("not installed: " + (tried.stderr.strip().splitlines() or ["pip failed"])[-1])
        done.touch()
    return python


class Reader:
    """One reader in a process of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        """Starts it, and installs it first if need be. Raises `Absent`."""
        self.name = name
        python = _install(name, folder) if READERS[name].packages else Path(sys.executable)
        command = [str(python), "-W", "ignore", str(Path(__file__).resolve()), name]
        # A file, since a pipe that nobody reads could fill up; `close` closes it.
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, text=True, encoding="utf-8"
        )
        try:
            self._answer()
        except Absent:
            self.close()
            raise

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._errors.seek(0)
            raise Absent("stopped: " + (self._errors.read().strip().splitlines() or ["without a word"])[-1])
        return json.loads(line)

    def _ask(self, **request: object) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def seconds(self, texts: list[str], budget: float | None = None) -> tuple[float, int]:
        """The processor's seconds for the texts, and how many it read: all, or those begun within `budget` seconds."""
        taken, count = self._ask(texts=texts, budget=budget)
        return float(taken), int(count)

    def read(self, texts: list[str]) -> list[list[Found]]:
        """What it finds in each text."""
        found: list[list[Found]] = self._ask(texts=texts, found=True)
        return found

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._errors.close()


@contextmanager
def started(folder: Path, names: list[str], say: Callable[[str], None]) -> Iterator[dict[str, Reader]]:
    """The readers that can be had, by name; of the others it is said why not."""
    readers: dict[str, Reader] = {}
    try:
        for name in names:
            try:
                readers[name] = Reader(name, folder)
            except Absent as absent:
                say(f"{name}: skipped, {absent}")
        yield readers
    finally:
        for reader in readers.values():
            reader.close()


# -- the other side: nothing below may need more than the standard library and the one reader ---------------------------


def _reading(name: str) -> tuple[Callable[[str], object], Callable[[str], list[Found]]]:
    """How a reader reads a text, for the clock; and what it finds in it."""
    if name == OURS:
        sys.path.insert(0, str(ROOT))
        from claimcheck.numerals import scan

        return scan, lambda text: [
            {
                "start": each.start,
                "end": each.end,
                "values": [value for end in each.ends() if (value := end.decimal()) is not None],
                "class": each.cls,
                "unit": each.unit,
            }
            for each in scan(text)
        ]
    if name == "naive regex":
        number = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
        return number.findall, lambda text: [
            {"start": match.start(), "end": match.end(), "values": [match[0].strip("%,").replace(",", "")]}
            for match in number.finditer(text)
        ]
    return _peer(name)


def _peer(name: str) -> tuple[Callable[[str], object], Callable[[str], list[Found]]]:
    if name == "quantulum3":
        from quantulum3 import parser  # type: ignore[import-not-found,unused-ignore]

        def quantulum(text: str) -> list[Found]:
            found = []
            for each in parser.parse(text):
                spread = each.uncertainty or 0  # a range is its middle and half its width
                values = [each.value, each.value - spread, each.value + spread]
                found.append({"start": each.span[0], "end": each.span[1], "values": [repr(value) for value in values]})
            return found

        return parser.parse, quantulum
    if name == "recognizers-text":
        from recognizers_number import Culture, NumberRecognizer  # type: ignore[import-not-found,unused-ignore]

        parse = NumberRecognizer(Culture.English).get_number_model().parse
        return parse, lambda text: [
            {"start": each.start, "end": each.end + 1, "values": [each.resolution["value"]]} for each in parse(text)
        ]
    if name == "number-parser":
        from number_parser import parse as words  # type: ignore[import-not-found,unused-ignore]

        return words, lambda text: _digits(words(text))
    from text_to_num import alpha2digit  # type: ignore[import-not-found,unused-ignore]

    return lambda text: alpha2digit(text, "en"), lambda text: _digits(alpha2digit(text, "en"))


def _digits(text: str) -> list[Found]:
    """The numbers of a text whose words have been made digits; their places in the text as it was are lost."""
    found = re.findall(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?", text)
    return [{"start": None, "end": None, "values": [each.strip(",").replace(",", "")]} for each in found]


def _serve(name: str) -> None:
    out = sys.stdout
    sys.stdout = sys.stderr  # what a library prints is no answer
    read, find = _reading(name)
    print('"ready"', file=out, flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        texts = request["texts"]
        if request.get("found"):
            answer: object = [find(text) for text in texts]
        else:
            budget = request["budget"] or float("inf")
            count, begun = 0, time.process_time()
            for count, text in enumerate(texts, 1):  # noqa: B007
                read(text)
                if time.process_time() - begun > budget:
                    break
            answer = time.process_time() - begun, count
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    _serve(sys.argv[1])
