"""`claimcheck new`: drafts the claim file of an abstract."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import click

from claimcheck.cli import EXIT_NOTHING, UsageProblem

if TYPE_CHECKING:
    from claimcheck.project import Project
    from claimcheck.sources import Abstract
    from claimcheck.sources.records import Metadata, Record

_ADDED: Final = "seeds/added.txt"
"""Where a new abstract goes in a project without a source."""
_LONGEST: Final = 10_000
"""An abstract may have this many characters: more is a whole paper, and nobody's abstract."""
_IDENTITY: Final = re.compile(r"sha256:([0-9a-f]{16,64})")


@dataclass(frozen=True, slots=True)
class _Found:
    """The abstract to draft from, what else is known of its paper, and whether a source has it."""

    abstract: Abstract
    metadata: Metadata
    in_source: bool


@dataclass(frozen=True, slots=True)
class _Addition:
    """What a source file will hold with a new abstract in it."""

    path: Path
    name: str
    text: str


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
    help=f"Also add the abstract to a source: FILE, or else the project's last one, or {_ADDED}.",
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
    from claimcheck import app
    from claimcheck.config import ConfigError

    origin = _only(stdin, starts, line, following, origin)
    if entry is not None and origin is None:
        raise UsageProblem("--entry chooses a record of a file; give the file with --from.")
    try:
        project = app.load(Path.cwd())
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error
    if origin is not None:
        found = _from_elsewhere(project, origin, entry, paper)
    elif starts is not None:
        found = _starting(project, starts)
    elif line is not None:
        found = _at_line(project, line)
    else:
        found = _next(project)
    addition = _addition(project, found, append) if append is not None else None
    _draft(project, found, addition, paper, printing=printing, force=force)


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


def _draft(
    project: Project, found: _Found, addition: _Addition | None, paper: str | None, *, printing: bool, force: bool
) -> None:
    """Makes the draft and writes or prints it; nothing is written before everything is known to be fine."""
    from claimcheck.cli.files import write_atomically
    from claimcheck.drafting import as_yaml, draft, open_questions

    root = project.config.root
    about = _about(project, found.abstract)
    if about is not None and paper is None:
        paper = PurePosixPath(about).stem
    if paper is not None:
        _check_id(paper)
    target = _target(project)
    made = draft(
        found.abstract,
        project.dataset.abstracts,
        id=paper,
        taken=tuple(_taken(project)),
        metadata=found.metadata,
        vocabulary=project.dataset.loaded_vocabulary,
    )
    name = target(made.id)
    path = root / name
    if not printing:
        if name == project.config.vocabulary:
            raise UsageProblem(f"{name} is the project's vocabulary; choose another --id.")
        _may_write(path, name, about, force)
    schema = os.path.relpath(root / "claims.schema.json", path.parent).replace(os.sep, "/")
    text = as_yaml(made, schema)
    _check_size(text)
    if addition is not None:
        _make_folder(root, addition.path)
        write_atomically(addition.path, addition.text)
        _say(f"{addition.name}: the abstract is added")
    if printing:
        click.echo(text, nl=False)
    else:
        _make_folder(root, path)
        write_atomically(path, text)
    claims = sum(1 for _ in made.claims())
    where = "the draft" if printing else name
    _say(
        f"{where}: {_counted(claims, 'claim')}, {_counted(open_questions(text), 'TODO')}, {text.count('# proposed')} proposed"
    )
    if not found.in_source and addition is None:
        _say(
            "the abstract is in no source of this project yet, and the draft cannot verify without; --append-source adds it."
        )
    if not printing:
        _say(f"write what is TODO, look at what is proposed, and run: claimcheck verify {name}")


def _say(text: str) -> None:
    from claimcheck.reporters.escape import printable

    click.echo(f"claimcheck: {printable(text)}", err=True)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 or word.isupper() else f"{number} {word}s"


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
    from claimcheck import app

    if not project.dataset.abstracts:
        click.echo(f"claimcheck: no abstract in the sources. {app.nothing(project.config)}", err=True)
        sys.exit(EXIT_NOTHING)
    for each in project.dataset.abstracts:
        if _about(project, each) is None:
            _say(f"{_place(each)}: {each.words(8)} …")
            return _in_source(each)
    click.echo(
        "claimcheck: every abstract of the sources has a claim file; name one with --starts or --line.", err=True
    )
    sys.exit(EXIT_NOTHING)


def _in_source(abstract: Abstract) -> _Found:
    from claimcheck.sources.records import Metadata

    _check_abstract(abstract.text)
    return _Found(abstract, Metadata(), True)


def _from_elsewhere(project: Project, origin: str, entry: str | None, paper: str | None) -> _Found:
    """The abstract of a record; where a source has it, as it stands there."""
    from claimcheck.source import SourceFile, Span
    from claimcheck.sources import Abstract, digest, read_source
    from claimcheck.sources.records import RecordError, read_records

    name = "the standard input" if origin == "-" else origin
    try:
        records = read_records("" if origin == "-" else origin, _read(origin, name))
    except RecordError as error:
        raise UsageProblem(f"{name}: {error}.") from error
    record = _chosen(name, records, entry, paper)
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


def _chosen(name: str, records: list[Record], entry: str | None, paper: str | None) -> Record:
    """The record that is asked for by key, or by the paper's id; the only one needs no asking."""
    from claimcheck.suggest import hint

    wanted = entry if entry is not None else paper
    matching = [record for record in records if wanted in record.keys]
    if len(matching) == 1 or (matching and len({record.abstract for record in matching}) == 1):
        return matching[0]
    keys = [key for record in records for key in record.keys[:1]]
    if entry is not None:
        said = (
            f"{len(matching)} records have the key '{entry}'"
            if matching
            else f"no record with an abstract has the key '{entry}'"
        )
        raise UsageProblem(f"{name}: {said}.{hint(entry, keys)}")
    if len(records) > 1:
        shown = ", ".join(keys[:8]) + (" …" if len(keys) > 8 else "")
        raise UsageProblem(f"{name} holds {len(records)} records; choose one with --entry: {shown}")
    return records[0]


def _read(origin: str, name: str) -> str:
    try:
        data = sys.stdin.buffer.read() if origin == "-" else Path(origin).read_bytes()
        return data.decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise UsageProblem(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{name}: not UTF-8 at byte {error.start}. Save the file as UTF-8.") from error


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


def _about(project: Project, abstract: Abstract) -> str | None:
    """The claim file about an abstract: one that names its identity, or that was joined with it."""
    for paper in project.dataset.papers:
        if paper.abstract is not None and paper.abstract.digest == abstract.digest:
            return paper.claims.file.path
    for loaded in project.dataset.loaded:
        # A file that does not fit the schema yet, such as another draft, is known by its words alone.
        if loaded.claims is None and any(
            abstract.digest.startswith(digest) for digest in _IDENTITY.findall(loaded.file.text)
        ):
            return loaded.file.path
    return None


def _taken(project: Project) -> Iterator[str]:
    """The ids that no new file may have: those of all claim files, and the vocabulary's name."""
    yield PurePosixPath(project.config.vocabulary).stem
    for loaded in project.dataset.loaded:
        yield PurePosixPath(loaded.file.path).stem
    for paper in project.dataset.papers:
        yield paper.id


def _check_id(paper: str) -> None:
    from claimcheck.drafting.naming import SLUG, slug

    if not re.fullmatch(SLUG, paper):
        proposed = slug(paper)
        raise UsageProblem(
            f"'{paper}' is no id: letters and digits, with '-', '_' or '.' between.{f' You could take {proposed}.' if proposed else ''}"
        )


def _target(project: Project) -> Callable[[str], str]:
    """Where the claim file of an id goes: the first pattern of the configuration with the id for its last star."""
    for pattern in project.config.claims:
        folder, _, last = pattern.rpartition("/")
        fixed = "/".join(part for part in folder.split("/") if part != "**")
        if last.count("*") == 1 and not re.search(r"[?\[]", last) and not re.search(r"[*?\[]", fixed):
            return lambda id: f"{fixed}/{last.replace('*', id)}" if fixed else last.replace("*", id)
    raise UsageProblem(
        f"no place for a new claim file follows from `claims` in pyproject.toml ({', '.join(project.config.claims)}); print the draft with --stdout."
    )


def _may_write(path: Path, name: str, about: str | None, force: bool) -> None:
    """Refuses to lose a file, and to write a second one about the same abstract."""
    if about is not None and about != name:
        raise UsageProblem(f"{about} is about this abstract already; remove it, or print the draft with --stdout.")
    if (path.exists() or path.is_symlink()) and not force:
        raise UsageProblem(
            f"{name} exists; overwrite it with --force, choose another --id, or print the draft with --stdout."
        )


def _addition(project: Project, found: _Found, wanted: str) -> _Addition | None:
    """What a source holds with the abstract at its end; None where a source has it already."""
    if found.in_source:
        _say(f"{_place(found.abstract)}: the abstract is in the sources already; nothing is added")
        return None
    root = project.config.root
    if wanted:
        try:
            name = Path(os.path.abspath(wanted)).resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            raise UsageProblem(
                f"{wanted}: not inside the project {root.resolve().name}; sources are files of the project."
            ) from None
    else:
        sources = project.dataset.sources
        name = sources[-1].file.path if sources else _ADDED
    if not _matches(name, project.config.sources):
        raise UsageProblem(
            f"{name} would be no source of this project: it matches none of {', '.join(project.config.sources)}."
        )
    path = (root / name).resolve()
    if not path.is_relative_to(root.resolve()):
        raise UsageProblem(f"{name}: a link that leads out of the project; nothing is added to it.")
    try:
        old = path.read_bytes().decode("utf-8") if path.exists() else ""
    except OSError as error:
        raise UsageProblem(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{name}: not UTF-8 at byte {error.start}; nothing is added to it.") from error
    end = "\r\n" if "\r\n" in old else "\n"
    before = old if not old or old.endswith(("\n", "\r")) else old + end
    return _Addition(path, name, f"{before}Abstract:{found.abstract.text}{end}")


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path is among what the patterns would find, by the same search: in a folder that holds nothing else."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return any(path in Path(folder).glob(pattern) for pattern in patterns)


def _make_folder(root: Path, path: Path) -> None:
    """The folder of a file to write, inside the project."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        inside = path.parent.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        raise UsageProblem(f"{path.parent}: cannot be made: {getattr(error, 'strerror', None) or error}") from error
    if not inside:
        raise UsageProblem(f"{path.parent}: a link that leads out of the project; files are written only inside it.")
