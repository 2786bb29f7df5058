"""`claimcheck new`: drafts the claim file of an abstract."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import NothingToDo, UsageProblem, tell

if TYPE_CHECKING:
    from claimcheck.drafting.placing import Addition
    from claimcheck.project import Project
    from claimcheck.sources import Abstract
    from claimcheck.sources.records import Metadata

_LONGEST: Final = 10_000
"""An abstract may have this many characters: more is a whole paper, and nobody's abstract."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The abstract to draft from, what else is known of its paper, and whether a source has it."""

    abstract: Abstract
    metadata: Metadata
    in_source: bool


@click.command("new")
@click.argument("stdin", required=False, type=click.Choice(["-"]), metavar="[-]")
@click.option("--starts", metavar="WORDS", help="The abstract of the sources that begins with these words.")
@click.option("--line", metavar="FILE:LINE", help="The abstract that stands at this line of a source.")
@click.option(
    "--next", "following", is_flag=True, help="The next abstract of the sources without claims (the default)."
)
@click.option(
    "--from",
    "origin",
    metavar="FILE",
    help="An abstract from elsewhere: plain text, .bib, .json or .jsonl; '-' is the standard input.",
)
@click.option("--entry", metavar="KEY", help="Which record of FILE: its BibTeX key, or its id.")
@click.option(
    "--id",
    "paper",
    metavar="SLUG",
    help="The paper's id, and the file's name; else made from the name in the abstract.",
)
@click.option(
    "--append-source", "append", is_flag=False, flag_value="", metavar="[FILE]",
    help="Also add the abstract to a source: FILE, or else the project's last one, or seeds/added.txt.",
)  # fmt: skip
@click.option("--stdout", "printing", is_flag=True, help="Print the draft, and write no claim file.")
@click.option("--force", is_flag=True, help="Overwrite the claim file, if it exists.")
def command(
    stdin: str | None,
    starts: str | None,
    line: str | None,
    following: bool,
    origin: str | None,
    entry: str | None,
    paper: str | None,
    append: str | None,
    printing: bool,
    force: bool,
) -> None:
    """Draft the claim file of an abstract.

    Quotes, values and the words around them are filled in, and whatever else the text tells; what a person must say is
    TODO, and what is only likely is marked as proposed. A draft does not verify before the last TODO is gone.

    Without an option, the draft is of the next abstract without claims. '-' reads an abstract, or a record with one, from
    the standard input.
    """
    from claimcheck.cli.project import load_project

    if append == "-":
        raise UsageProblem(
            "--append-source adds to a file; for the standard input write: claimcheck new - --append-source"
        )
    origin = _only(stdin, starts, line, following, origin)
    if entry is not None and origin is None:
        raise UsageProblem("--entry chooses a record of a file; give the file with --from.")
    project = load_project()
    if origin is not None:
        found = _from_elsewhere(project, origin, entry, paper)
    elif starts is not None:
        found = _starting(project, starts)
    elif line is not None:
        found = _at_line(project, line)
    else:
        found = _next(project)
    from claimcheck.drafting.placing import PlacingError

    try:
        addition = _addition(project, found, append) if append is not None else None
        _draft(project, found, addition, paper, printing=printing, force=force)
    except PlacingError as error:
        raise UsageProblem(str(error)) from error


def _only(stdin: str | None, starts: str | None, line: str | None, following: bool, origin: str | None) -> str | None:
    """The file or stream to read from, if there is one; at most one place is named."""
    given = [
        name
        for name, is_given in (
            ("-", stdin),
            ("--starts", starts),
            ("--line", line),
            ("--next", following),
            ("--from", origin),
        )
        if is_given
    ]
    if len(given) > 1:
        raise UsageProblem(f"{given[0]} and {given[1]} name two abstracts; give one of them.")
    return stdin or origin


def _append(root: Path, addition: Addition) -> None:
    from claimcheck.cli.files import write_atomically

    _make_folder(root, addition.path)
    write_atomically(addition.path, addition.text)
    tell(f"{addition.name}: the abstract is added")


def _draft(
    project: Project, found: _Found, addition: Addition | None, paper: str | None, *, printing: bool, force: bool
) -> None:
    """Makes the draft and writes or prints it; nothing is written before everything is known to be fine."""
    from claimcheck.cli.files import write_atomically
    from claimcheck.drafting import as_yaml, draft, open_questions, placing
    from claimcheck.reporters.base import plural

    root = project.config.root
    existing = placing.about(project, found.abstract)
    if existing is not None and paper is None:
        paper = PurePosixPath(existing).stem
    if paper is not None:
        placing.check_id(paper)
    try:
        pattern = placing.pattern_for_new(project.config)
    except placing.PlacingError:
        if not printing:
            raise
        pattern = "claims/*.yaml"  # what is printed goes nowhere
    made = draft(
        found.abstract,
        project.dataset.abstracts,
        id=paper,
        taken=tuple(placing.taken(project)),
        metadata=found.metadata,
        vocabulary=project.dataset.loaded_vocabulary,
    )
    name = pattern.replace("*", made.id)
    path = root / name
    if existing is not None and addition is not None and not (force or printing):
        _append(root, addition)
        tell(f"{existing} is about it already; nothing is drafted, and --force would draft it anew")
        return
    if not printing:
        placing.check_target(project, name, existing, overwrite=force)
    text = as_yaml(made, placing.schema_from(root, name))
    _check_size(text)
    if addition is not None:
        _append(root, addition)
    if printing:
        click.echo(text, nl=False)
    else:
        _make_folder(root, path)
        write_atomically(path, text)
    claims = sum(1 for _ in made.claims())
    where = "the draft" if printing else name
    tell(f"{where}: {plural(claims, 'claim')}, {open_questions(text)} TODO, {text.count('# proposed')} proposed")
    if not found.in_source and addition is None:
        tell(
            "the abstract is in no source of this project yet, and the draft cannot verify without; --append-source adds it."
        )
    if not printing:
        tell(f"write what is TODO, look at what is proposed, and run: claimcheck verify {name}")


def _starting(project: Project, words: str) -> _Found:
    """The abstract of the sources that begins with the given words."""
    from claimcheck.suggest import hint
    from claimcheck.text.fold import fold

    opening = fold(words).text
    abstracts = project.dataset.abstracts
    found = {
        each.digest: each
        for each in reversed(abstracts)
        if opening and fold(each.text[: 2 * len(words) + 200]).text.startswith(opening)
    }
    if len(found) == 1:
        return _in_source(next(iter(found.values())))
    if not found:
        count = max(1, len(words.split()))
        openings = {each.words(count): None for each in abstracts}
        raise UsageProblem(f"no abstract of the sources begins with '{words}'.{hint(words, openings)}")
    listed = "; ".join(f"'{each.words(10)} …' ({_place(each)})" for each in reversed(found.values()))
    raise UsageProblem(f"{len(found)} abstracts begin with '{words}': {listed}. Give more words, or --line.")


def _at_line(project: Project, place: str) -> _Found:
    """The abstract that stands at FILE:LINE."""
    name, _, number = place.rpartition(":")
    if not name or not re.fullmatch(r"[0-9]{1,9}", number):
        raise UsageProblem(f"'{place}' is no place; write FILE:LINE.")
    real = Path(name).resolve()
    root = project.config.root
    sources = {source.file.path: source for source in project.dataset.sources}
    source = next((each for path, each in sources.items() if (root / path).resolve() == real), None)
    if source is None:
        from claimcheck.suggest import hint

        raise UsageProblem(
            f"{name} is no source of this project ({', '.join(project.config.sources)}).{hint(name, sources)}"
        )
    for each in source.abstracts:
        if source.file.position(each.span.start).line <= int(number) <= source.file.position(each.span.end).line:
            return _in_source(each)
    lines = ", ".join(str(source.file.position(each.span.start).line) for each in source.abstracts) or "none"
    raise UsageProblem(f"{place}: no abstract stands there; the lines where one begins: {lines}.")


def _next(project: Project) -> _Found:
    """The first abstract of the sources that no claim file is about."""
    from claimcheck.drafting.placing import about

    if not project.dataset.abstracts:
        patterns = ", ".join(project.config.sources)
        raise NothingToDo(
            f"nothing to draft: no abstract in the files that match {patterns} below {project.config.root.name}. "
            "Run it in the project's folder, or name that with -C; set [tool.claimcheck] sources in pyproject.toml; or give "
            "an abstract with --from."
        )
    for each in project.dataset.abstracts:
        if about(project, each) is None:
            tell(f"{_place(each)}: {each.words(8)} …")
            return _in_source(each)
    raise NothingToDo("every abstract of the sources has a claim file; name one with --starts or --line.")


def _in_source(abstract: Abstract) -> _Found:
    from claimcheck.sources.records import Metadata

    _check_abstract(abstract.text)
    return _Found(abstract, Metadata(), True)


def _from_elsewhere(project: Project, origin: str, entry: str | None, paper: str | None) -> _Found:
    """The abstract of a record; where a source has it, as it stands there."""
    from claimcheck.cli.files import STDIN, read_text
    from claimcheck.drafting.placing import PlacingError, chosen
    from claimcheck.source import SourceFile, Span
    from claimcheck.sources import Abstract, digest, read_source
    from claimcheck.sources.records import RecordError, read_records

    name = STDIN if origin == "-" else origin
    try:
        record = chosen(read_records("" if origin == "-" else origin, read_text(origin)), entry, paper)
    except RecordError as error:
        raise UsageProblem(f"{name}: {error}.") from error
    except PlacingError as error:
        raise UsageProblem(f"{name}: {error}") from error
    _check_abstract(record.abstract)
    known = next((each for each in project.dataset.abstracts if each.digest == digest(record.abstract)), None)
    if known is not None:
        return _Found(known, record.metadata, True)
    try:
        read = read_source("-", f"Abstract:{record.abstract}\n".encode())
    except UnicodeEncodeError as error:
        raise UsageProblem(f"{name}: the abstract holds half of a surrogate pair, which is no character.") from error
    if read.problems or len(read.abstracts) != 1:
        what = read.problems[0].message if read.problems else "the marker 'Abstract:' inside it"
        raise UsageProblem(f"{name}: the abstract cannot stand in a source: {what}. Remove it from the text.")
    return _Found(Abstract(SourceFile(origin, record.abstract), Span(0, len(record.abstract))), record.metadata, False)


def _check_abstract(text: str) -> None:
    from claimcheck.text.fold import fold

    if not any(character.isalnum() for character in fold(text[:_LONGEST]).text):
        raise UsageProblem("there are no words in the abstract.")
    if len(text) > _LONGEST:
        raise UsageProblem(f"the abstract has {len(text)} characters, more than {_LONGEST}; give the abstract alone.")


def _check_size(text: str) -> None:
    from claimcheck.claims.yaml import MAX_BYTES

    size = len(text.encode("utf-8"))
    if size > MAX_BYTES:
        raise UsageProblem(f"the draft would have {size} bytes; a claim file may have {MAX_BYTES}.")


def _place(abstract: Abstract) -> str:
    return f"{abstract.file.path}:{abstract.file.position(abstract.span.start).line}"


def _addition(project: Project, found: _Found, wanted: str) -> Addition | None:
    """What a source holds with the abstract at its end; None where a source has it already."""
    from claimcheck.drafting.placing import addition, source_for

    name = source_for(project, Path(wanted) if wanted else None)
    if found.in_source:
        tell(f"{_place(found.abstract)}: the abstract is in the sources already; nothing is added")
        return None
    return addition(project, name, found.abstract)


def _make_folder(root: Path, path: Path) -> None:
    """The folder of a file to write, inside the project."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        inside = path.parent.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise UsageProblem(f"{path.parent}: cannot be made: {getattr(error, 'strerror', None) or error}") from error
    if not inside:
        raise UsageProblem(f"{path.parent}: a link that leads out of the project; files are written only inside it.")
