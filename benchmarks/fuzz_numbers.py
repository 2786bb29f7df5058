"""A fuzz target for the number recogniser: no crash, no bad span, no inexact decimal, no slow text.

    python -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install atheris
    PYTHONPATH=. /tmp/fuzz/bin/python benchmarks/fuzz_numbers.py -max_total_time=300 [CORPUS_FOLDER]

atheris (wheels for Linux, Python 3.11 and newer) is no dependency of the project; nothing else is needed. The arguments
are libFuzzer's. Without a corpus folder it begins from the texts of the recogniser's cases, in a temporary one. What
goes wrong is printed with the text that does it, and the fuzzer stops with its own exit code (77). Once through the
corpus, without fuzzing: -runs=0.
"""

from __future__ import annotations

import importlib
import re
import sys
import tempfile
import time
import tomllib
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SLOW: Final = 0.25
"""Seconds that no text of at most `LONGEST` characters may take, instrumentation and a busy machine included."""
LONGEST: Final = 2_000
_PLAIN: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


class Wrong(Exception):
    """The recogniser did what it must not do."""


def check(text: str) -> None:
    """Reads a text as running text and as a value; raises `Wrong` where a mention is not in good order."""
    from claimcheck.matching.values import Difference, compare
    from claimcheck.numerals import End, Mention, scan

    def spans(mentions: Sequence[Mention]) -> None:
        cursor = 0
        for mention in mentions:
            if not cursor <= mention.start < mention.end <= len(text):
                raise Wrong(f"the span of {mention.text!r} is empty, outside, or not behind the one before it")
            cursor = mention.end
            for each in mention.all_readings():
                parts: tuple[Mention | End, ...] = (each, *each.ends())
                for part in parts:
                    if text[part.start : part.end] != part.text:
                        raise Wrong(f"the span of {part.text!r} holds {text[part.start : part.end]!r}")

    def decimals(mention: Mention) -> None:
        for end in (end for each in mention.all_readings() for end in each.ends()):
            written, value = end.decimal(), end.value
            if (written is None) != (value is None):
                raise Wrong(f"{end.text!r} has a value without a decimal string, or one without a value")
            if written is not None and value is not None:
                if not _PLAIN.fullmatch(written):
                    raise Wrong(f"{end.text!r} is written {written!r}")
                if abs(Fraction(written) - value) > (Fraction(1, 10**29) if end.divisor != 1 else 0):
                    raise Wrong(f"{end.text!r} is written {written!r}, but is {value}")

    for isolated in (False, True):
        begun = time.process_time()
        mentions = scan(text, isolated=isolated)
        taken = time.process_time() - begun
        if taken > SLOW and time_of(text, isolated) > SLOW:  # once more: the machine may have been busy
            raise Wrong(f"{len(text)} characters took {taken:.2f} s")
        spans(mentions)
        for mention in mentions:
            decimals(mention)
            if mention.is_quantity and compare(mention, mention) is not Difference.SAME:
                raise Wrong(f"{mention.text!r} does not equal itself")


def time_of(text: str, isolated: bool) -> float:
    """The processor's seconds that reading takes."""
    from claimcheck.numerals import scan

    begun = time.process_time()
    scan(text, isolated=isolated)
    return time.process_time() - begun


def one_input(data: bytes) -> None:
    """What atheris calls: bytes of any kind, read as UTF-8 as far as they are."""
    text = data.decode("utf-8", "replace")[:LONGEST]
    try:
        check(text)
    except Exception:
        print(f"\ntext: {text!a}", file=sys.stderr, flush=True)
        raise


def corpus(folder: Path) -> None:
    """Writes the texts of the recogniser's cases into a folder, a file each, for the fuzzer to begin from."""
    texts = [
        text
        for path in sorted((ROOT / "tests" / "numerals").glob("*.toml"))
        for group in tomllib.loads(path.read_text(encoding="utf-8")).values()
        for text in group
    ]
    for at, text in enumerate(texts):
        (folder / f"{at:05}").write_text(text, encoding="utf-8")


def main() -> None:
    """Fuzzes until libFuzzer's options say to stop, or until something is wrong."""
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        sys.exit("This needs atheris, installed apart: see the first lines of this file.")
    with atheris.instrument_imports(include=["claimcheck"]):
        import claimcheck.matching.values
        import claimcheck.numerals  # noqa: F401
    with tempfile.TemporaryDirectory() as name:
        arguments = list(sys.argv)
        if not any(not argument.startswith("-") for argument in arguments[1:]):
            corpus(Path(name))
            arguments.append(name)
        if not any(argument.startswith("-max_len") for argument in arguments):
            arguments.insert(1, f"-max_len={LONGEST}")
        atheris.Setup(arguments, one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
