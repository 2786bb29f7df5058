"""`claimcheck why FILE:LINE[:COL]`: how the numbers at a place were read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimcheck.cli import NothingToDo, UsageProblem

if TYPE_CHECKING:
    from claimcheck.dataset import ClaimInContext, PaperInContext
    from claimcheck.numerals import Mention
    from claimcheck.project import Project
    from claimcheck.source import SourceFile


@click.command("why")
@click.argument("place")
def command(place: str) -> None:
    """How the numbers at PLACE (FILE:LINE or FILE:LINE:COL) were read, and by which part of the grammar.

    PLACE is in a source or in a claim file. Without a column, all numbers of the line are told. A number behind a claim
    is followed to the place of the abstract that it rests on. Exit code 3 means that no number stands there.
    """
    from claimcheck.cli.project import folder_of, load_project

    asked = _asked(place)
    project = load_project(folder_of([str(asked.path)]))
    readings = [*_in_abstracts(project, asked), *_in_claims(project, asked)] or [*_in_plain_text(asked)]
    if not readings:
        raise NothingToDo(f"{place}: no number stands there, and no number word that the recogniser knows.")
    for reading in readings:
        _tell(asked, reading)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The place that was asked for: a file, and a stretch of its text."""

    path: Path
    file: SourceFile
    start: int
    end: int

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch of the file stands at the place."""
        return start < self.end and self.start < end

    def is_file(self, project: Project, name: str) -> bool:
        """Whether the place is in this file of the project."""
        return (project.config.root / name).resolve() == self.path.resolve()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number as it was read: where in the file, in which value of which claim, and what came of it."""

    mention: Mention
    at: int
    value: str = ""
    status: str = ""


def _asked(place: str) -> _Asked:
    """The place that the words of the command line mean."""
    from claimcheck.cli.files import read_text
    from claimcheck.reporters.base import plural
    from claimcheck.source import SourceFile

    match = re.fullmatch(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?", place, re.DOTALL)
    if match is None:
        raise UsageProblem(f"'{place}' is no place; write FILE:LINE or FILE:LINE:COL, as findings show it.")
    path = match["path"]
    file = SourceFile(path, read_text(Path(path)))
    line = int(match["line"])
    if not 1 <= line <= file.lines:
        raise UsageProblem(f"{path} has {plural(file.lines, 'line')}; there is no line {line}.")
    start, length = file.offset_of_line(line), len(file.line(line))
    if match["column"] is None:
        return _Asked(Path(path), file, start, start + length)
    column = int(match["column"])
    if not 1 <= column <= length:
        raise UsageProblem(f"{path}:{line} has {plural(length, 'character')}; there is no column {column}.")
    return _Asked(Path(path), file, start + column - 1, start + column)


def _in_abstracts(project: Project, asked: _Asked) -> Iterator[_Reading]:
    """The numbers of abstracts, each with what accounts for it."""
    for paper in project.dataset.papers:
        if paper.abstract is None or not asked.is_file(project, paper.abstract.file.path):
            continue
        before = paper.abstract.span.start
        for index, mention in enumerate(paper.numbers):
            if asked.meets(before + mention.start, before + mention.end):
                status = f"{paper.accounted.get(index, 'not accounted for')} ({paper.id})"
                yield _Reading(mention, before + mention.start, status=status)


def _in_claims(project: Project, asked: _Asked) -> Iterator[_Reading]:
    """The numbers of claims, each with the place of the abstract that it rests on."""
    for paper in project.dataset.papers:
        if asked.is_file(project, paper.claims.file.path):
            for claim in paper.all_claims():
                yield from _of_claim(paper, claim, asked)


def _of_claim(paper: PaperInContext, claim: ClaimInContext, asked: _Asked) -> Iterator[_Reading]:
    for value, found in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
        if value is not None and asked.meets(*value.scalar.span):
            status = _rests(paper, found)
            for mention in value.mentions:
                yield _Reading(mention, value.scalar.span.start, f"{claim.id}.{value.name}", status)


def _rests(paper: PaperInContext, found: int | None) -> str:
    """Where in the abstract a value was found."""
    if found is None or paper.abstract is None:
        return "rests on nothing in its quote"
    number, file = paper.numbers[found], paper.abstract.file
    at = file.position(number.start + paper.abstract.span.start)
    return f"rests on '{number.text}' at {file.path}:{at.line}:{at.column}"


def _in_plain_text(asked: _Asked) -> Iterator[_Reading]:
    """The numbers of any text, read for themselves."""
    from claimcheck.numerals import scan

    for mention in scan(asked.file.text):
        if asked.meets(mention.start, mention.end):
            yield _Reading(mention, mention.start)


def _tell(asked: _Asked, reading: _Reading) -> None:
    from claimcheck.cli.numbers import say
    from claimcheck.reporters.escape import printable

    mention, at = reading.mention, asked.file.position(reading.at)
    about = f" ({reading.value})" if reading.value else ""
    lines = [
        f"{asked.file.path}:{at.line}:{at.column}{about}: {mention.text}",
        f"  read as   {say(mention) if mention.is_quantity else mention.cls}",
        f"  because   {mention.reason}",
        *(f"  or as     {say(other)}" for other in mention.readings),
        *([f"  status    {reading.status}"] if reading.status else []),
    ]
    for line in lines:
        click.echo(printable(line))
