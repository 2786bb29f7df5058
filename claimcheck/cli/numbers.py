"""`claimcheck numbers`: every number of a plain text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

import click

from claimcheck.cli import EXIT_USAGE, UsageProblem, tell
from claimcheck.cli.files import read_text, unreadable
from claimcheck.numerals import Mention, scan

_CLASSES = ("quantity", "name", "ordinal", "enumerator", "citation", "date", "identifier")


@click.command("numbers")
@click.argument("files", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    help="text: a table for people (the default); jsonl: one line a number.",
)
@click.option(
    "--jsonl",
    "bulk",
    is_flag=True,
    help='Every input line is {"id": …, "text": …}, every output line {"id": …, "numbers": […]}.',
)
@click.option(
    "--class",
    "classes",
    multiple=True,
    type=click.Choice(_CLASSES),
    help="Only numbers of this class (may be repeated).",
)
@click.option("--explain", is_flag=True, help="Say which part of the grammar took or refused each number.")
def command(files: tuple[str, ...], form: str | None, bulk: bool, classes: tuple[str, ...], explain: bool) -> None:
    """Every number of FILES, or of the standard input; of several files, each line says which.

    With --jsonl, a line that is no record is told, the rest goes on, and the exit code is 2.
    """
    if bulk and form == "text":
        raise UsageProblem("--jsonl puts out one line a text, which is no table: leave out --format text.")
    from claimcheck.reporters.escape import printable

    kept = frozenset(classes)
    failed = False
    for name in files or ("-",):
        if bulk:
            failed |= _bulk(name, kept, explain)
            continue
        text = _text(name)
        mentions = [mention for mention in scan(text) if not kept or mention.cls in kept]
        if form == "jsonl":
            from claimcheck.reporters.escape import to_json

            of_file = {"file": name} if len(files) > 1 else {}
            for mention in mentions:
                click.echo(to_json(of_file | as_json(mention, explain), indent=None))
        else:
            for line in _lines(text, mentions, explain):
                click.echo(f"{printable(name)}:{line}" if len(files) > 1 else line)
    if failed:
        sys.exit(EXIT_USAGE)


def _text(name: str) -> str:
    """The text of a file, or of the standard input for `-`.

    Raises:
        UsageProblem: it cannot be read; of a name with a blank, how a text is given is told, too.
    """
    try:
        return read_text(name)
    except UsageProblem as error:
        if " " not in name:
            raise
        hint = "To read a text, and no file, give it on the standard input: echo 'up to 5%' | claimcheck numbers"
        raise UsageProblem(f"{error}. {hint}") from error


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """A file, or the standard input for `-`, as bytes."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below; only the opening may fail so
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from error
    with stream:
        yield stream


def _bulk(name: str, kept: frozenset[str], explain: bool) -> bool:
    """Reads JSON lines and writes JSON lines; a bad line is told on stderr and the rest goes on. True if one was bad."""
    from claimcheck.reporters.escape import to_json

    failed = False
    write = sys.stdout.write
    with _opened(name) as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            record = _record(line)
            if isinstance(record, str):
                failed = True
                tell(f'{name}:{number}: {record}; expected {{"id": …, "text": "…"}}')
                continue
            text = record["text"]
            numbers = [as_json(mention, explain) for mention in scan(text) if not kept or mention.cls in kept]
            write(to_json({"id": record.get("id"), "numbers": numbers}, indent=None) + "\n")
    return failed


def _record(line: bytes) -> dict[str, Any] | str:
    """The record of a line, which has a text; or why it is none."""
    from json import loads

    try:
        record = loads(line)
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start} of the line"
    except RecursionError:
        return "not JSON that can be read: it is nested too deep"
    except ValueError as error:
        return f"not JSON: {error}"
    if not isinstance(record, dict):
        return f"{_JSON_NAMES.get(type(record), 'a number')}, and no object"
    if "text" not in record:
        return "no field 'text'"
    return record if isinstance(record["text"], str) else "the field 'text' is no string"


_JSON_NAMES: Final = {list: "a list", str: "a string", bool: "a truth value", type(None): "null"}


def as_json(mention: Mention, explain: bool = False) -> dict[str, object]:
    """A mention as the interface defines it: exact decimal strings, code-point offsets."""
    low, high = mention.low, mention.high
    record: dict[str, object] = {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "class": mention.cls,
        "kind": mention.kind,
        "low": low.decimal() if low is not None else None,
        "high": high.decimal() if high is not None else None,
        "unit": mention.unit,
        "bound": mention.bound,
        "approximate": mention.approximate,
        "precision": low.precision if low is not None else None,
    }
    if explain:
        record["reason"] = mention.reason
    return record


def _lines(text: str, mentions: Iterable[Mention], explain: bool) -> Iterable[str]:
    from claimcheck.reporters.escape import printable
    from claimcheck.source import SourceFile

    file = SourceFile("-", text)
    for mention in mentions:
        position = file.position(mention.start)
        said = say(mention) if mention.is_quantity else mention.cls
        line = f"{position.line}:{position.column}\t{printable(mention.text)}\t{said}"
        yield f"{line}\t{mention.reason}" if explain else line


def say(mention: Mention) -> str:
    """A quantity in a few plain words: "at most 8.0 %", "39 to 62 %", "17.3 -> 12.9"."""
    if mention.low is None or mention.low.mantissa is None:
        return "vague quantity"
    bound = {
        None: "",
        "at-least": "at least ",
        "at-most": "at most ",
        "more-than": "more than ",
        "less-than": "less than ",
    }[mention.bound]
    about = "about " if mention.approximate else ""
    low = mention.low.decimal()
    high = mention.high.decimal() if mention.high is not None else low
    if mention.is_pair and mention.high is not None and mention.low.unit and mention.low.unit != mention.high.unit:
        low = f"{low} {mention.low.unit}"  # 30 s to 15 min
    body = {
        "value": low,
        "fraction": low,
        "range": f"{low} to {high}",
        "change": f"{low} -> {high}",
        "tolerance": f"{low} ± {high}",
        "ratio": f"{low} of {high}",
        "product": " x ".join(end.decimal() or "" for end in mention.ends()),
    }[mention.kind]
    return f"{bound}{about}{body}{' ' + mention.unit if mention.unit else ''}"
