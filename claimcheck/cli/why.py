"""`claimcheck why FILE:LINE[:COL]`: how the numbers at a place were read."""

from __future__ import annotations

import re
from pathlib import Path

import click

from claimcheck.cli import UsageProblem


@click.command("why")
@click.argument("place")
def command(place: str) -> None:
    """How the numbers at PLACE (FILE:LINE or FILE:LINE:COL) were read, and by which part of the grammar.

    PLACE is in a source or in a claim file. Without a column, all numbers of the line are told. A number behind a claim
    is followed to the place of the abstract that it rests on.
    """
    from claimcheck import app
    from claimcheck.cli.numbers import say
    from claimcheck.config import ConfigError
    from claimcheck.numerals import Mention, scan
    from claimcheck.reporters.escape import printable
    from claimcheck.source import SourceFile

    match = re.fullmatch(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?", place)
    if match is None:
        raise UsageProblem(f"{printable(place)!r} is no place; write FILE:LINE or FILE:LINE:COL, as findings show it.")
    path = Path(match["path"])
    try:
        text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise UsageProblem(f"{printable(match['path'])}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{printable(match['path'])}: not UTF-8 at byte {error.start}") from error
    file = SourceFile(match["path"], text)
    line, column = int(match["line"]), int(match["column"]) if match["column"] else None
    if not 1 <= line <= text.count("\n") + 1:
        raise UsageProblem(f"{printable(match['path'])} has {text.count(chr(10)) + 1} lines; there is no line {line}.")
    start = file.offset_of_line(line)
    end = start + len(file.line(line))
    at = start + column - 1 if column is not None else None

    def meant(first: int, last: int) -> bool:
        return first <= at < last if at is not None else first < end and start < last

    def tell(mention: Mention, where: str, extra: str = "") -> None:
        read = say(mention) if mention.is_quantity else mention.cls
        click.echo(f"{where}: {printable(mention.text)!s}\n  read as   {read}\n  because   {mention.reason}")
        for reading in mention.readings:
            click.echo(f"  or as     {say(reading)}")
        if extra:
            click.echo(f"  status    {printable(extra)}")

    try:
        project = app.load(path.parent if path.parent != Path() else Path.cwd())
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error
    real = path.resolve()
    told = 0
    for paper in project.dataset.papers:
        abstract = paper.abstract
        if abstract is not None and (project.config.root / abstract.file.path).resolve() == real:
            for index, mention in enumerate(paper.numbers):
                first = mention.start + abstract.span.start
                if meant(first, mention.end + abstract.span.start):
                    position = file.position(first)
                    tell(
                        mention,
                        f"{printable(match['path'])}:{position.line}:{position.column}",
                        f"{paper.accounted.get(index, 'not accounted for')} ({paper.id})",
                    )
                    told += 1
        if (project.config.root / paper.claims.file.path).resolve() != real:
            continue
        for claim in paper.all_claims():
            for value, found in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
                if value is None or not meant(value.scalar.span.start, value.scalar.span.end):
                    continue
                position = file.position(value.scalar.span.start)
                for mention in value.mentions:
                    extra = "rests on nothing in its quote"
                    if found is not None and abstract is not None:
                        there = abstract.file.position(paper.numbers[found].start + abstract.span.start)
                        extra = f"rests on '{paper.numbers[found].text}' at {abstract.file.path}:{there.line}:{there.column}"
                    tell(
                        mention,
                        f"{printable(match['path'])}:{position.line}:{position.column} ({claim.id}.{value.name})",
                        extra,
                    )
                    told += 1
    if not told:
        for mention in scan(text):
            if meant(mention.start, mention.end):
                position = file.position(mention.start)
                tell(mention, f"{printable(match['path'])}:{position.line}:{position.column}")
                told += 1
    if not told:
        click.echo("no number stands there, and no number word that the recogniser knows")
