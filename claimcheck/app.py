"""Load, check, report: what the commands and other programs call. Nothing here prints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.baseline import Baseline, BaselineError, parse
from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.claims.vocabulary import LoadedVocabulary, load_vocabulary
from claimcheck.config import Config, ConfigError, load_config
from claimcheck.dataset import build
from claimcheck.problem import ClaimcheckError, Problem
from claimcheck.project import Chosen, Project, Selection
from claimcheck.reporters.base import Report
from claimcheck.source import SourceFile, Span
from claimcheck.sources import read_source
from claimcheck.sources.abstract import SourceText

if TYPE_CHECKING:
    from claimcheck.claims.extra.schema import ExtraSchema

__all__ = [
    "Chosen",
    "NothingToCheck",
    "OutsideProject",
    "Project",
    "Selection",
    "Unreadable",
    "choose",
    "load",
    "must_have_claims",
    "verify",
]


class Unreadable(ClaimcheckError):
    """A file that cannot be read, or lies outside the project; the message says which and why."""


class OutsideProject(Unreadable):
    """A path that was asked for is not in the project; the message says which."""


class NothingToCheck(ClaimcheckError):
    """There is no claim file, in the project or in a folder that was asked for; the message says what was looked for.

    `what` is the message without the advice that it ends with.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what} {advice}".rstrip())
        self.what = what


def load(root: str | Path = ".", *, use_config: bool = True) -> Project:
    """Reads the project that `root` belongs to.

    Raises:
        ConfigError: the configuration cannot be used.
        Unreadable: a file cannot be read.
    """
    config = load_config(Path(root), use_file=use_config)
    paths = config.files()
    sources = [source_of(*read(config, path)) for path in paths.sources]
    extra = extra_schema(config)
    loaded = [claims_of(*read(config, path), extra) for path in paths.claims]
    vocabulary = vocabulary_of(*read(config, paths.vocabulary)) if paths.vocabulary is not None else None
    return Project(config, build(sources, loaded, vocabulary, extra, config.overlooked()))


def verify(
    root: str | Path = ".",
    paths: Iterable[str | Path] = (),
    selection: Selection | None = None,
    *,
    use_config: bool = True,
) -> Report:
    """Checks a project, or the given files of it, and returns the report.

    Raises:
        ConfigError: the configuration, or a rule of the selection, cannot be used.
        Unreadable: a file cannot be read, or a path is not in the project.
        NothingToCheck: there is no claim file.
    """
    from claimcheck.runner import run

    project = load(root, use_config=use_config)
    must_have_claims(project)
    project = with_own_baseline(project)
    return run(project, choose(project, [Path(path) for path in paths]), selection or Selection())


def with_own_baseline(project: Project) -> Project:
    """The project with the findings that it accepts by its configuration, if it does.

    Raises:
        Unreadable: as `with_baseline`.
    """
    name = project.config.baseline
    return project if name is None else with_baseline(project, project.config.root / name)


def with_baseline(project: Project, path: Path) -> Project:
    """The project with the findings that a baseline file accepts.

    Raises:
        Unreadable: the file is not there, not inside the project, or no baseline.
    """
    name = path.parent.resolve() / path.name
    if not name.is_relative_to(project.config.root):
        raise Unreadable(f"{path}: not inside the project {project.config.root.name}; files are read only inside it")
    if not name.exists():
        raise Unreadable(
            f"{path}: no such file; `claimcheck verify --update-baseline` makes it of the present findings"
        )
    return replace(project, baseline=_baseline(project.config, name))


def _baseline(config: Config, path: Path) -> Baseline:
    name, data = read(config, path)
    file, problems = decoded(name, data)
    if problems:
        raise Unreadable(f"{name}: {problems[0].message}")
    try:
        return parse(file)
    except BaselineError as error:
        raise Unreadable(str(error)) from error


def must_have_claims(project: Project, purpose: str = "check") -> None:
    """Sees to it that a project has something to check, or for another purpose: a folder where nobody looks must not pass.

    Raises:
        NothingToCheck: there is no claim file, whether or not it could be read.
    """
    config, dataset = project.config, project.dataset
    if dataset.loaded:
        return
    below = f"below {config.root.name or config.root}"
    if dataset.sources:
        raise NothingToCheck(
            f"nothing to {purpose}: no claim file matches {', '.join(config.claims)} {below}.",
            "`claimcheck new` drafts one of an abstract; or set [tool.claimcheck] claims in pyproject.toml.",
        )
    raise NothingToCheck(
        f"nothing to {purpose}: no file matches {', '.join((*config.claims, *config.sources))} {below}.",
        "Run it in the project's folder, or name that with -C; or set [tool.claimcheck] claims and sources in "
        "pyproject.toml. "
        "`claimcheck new --from FILE --append-source` begins a project with the abstract of FILE.",
    )


def read(config: Config, path: Path) -> tuple[str, bytes | None]:
    """A file's path below the root and its bytes; None for a link that leads out of the project.

    Raises:
        Unreadable: the file cannot be read.
    """
    name = path.relative_to(config.root).as_posix()
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(config.root.resolve()):
            return name, None
        return name, real.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
        raise Unreadable(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error


_OUTSIDE = "the file is a link that leads out of the project, or to nothing; files are read only inside it"


def source_of(name: str, data: bytes | None) -> SourceText:
    """A source file of this path and content; None where it is not to be read."""
    if data is None:
        return SourceText(
            SourceFile(name, ""),
            (),
            (Problem("unreadable-source", _OUTSIDE, Span(0, 0), "Copy the file into the project."),),
        )
    return read_source(name, data)


def claims_of(name: str, data: bytes | None, extra: ExtraSchema | None = None) -> LoadedClaims:
    """A claim file of this path and content; None where it is not to be read."""
    file, problems = decoded(name, data)
    return LoadedClaims(file, None, problems) if problems else load_claim_file(file, extra)


def extra_schema(config: Config) -> ExtraSchema | None:
    """The schema of the project's own fields, if the configuration names one.

    Raises:
        ConfigError: it is not there, or cannot be used; the message says where in it, and why.
    """
    if config.extra_schema is None:
        return None
    from claimcheck.claims.extra.schema import ExtraSchemaError, read_schema

    where = f"{config.file}: extra-schema: {config.extra_schema}"
    try:
        _, data = read(config, config.root / config.extra_schema)
    except Unreadable as error:
        raise ConfigError(f"{config.file}: extra-schema: {error}") from error
    if data is None:
        raise ConfigError(f"{where}: {_OUTSIDE}")
    try:
        return read_schema(config.extra_schema, data)
    except ExtraSchemaError as error:
        raise ConfigError(f"{where}: {error}") from error


def vocabulary_of(name: str, data: bytes | None) -> LoadedVocabulary:
    """A vocabulary of this path and content; None where it is not to be read."""
    file, problems = decoded(name, data)
    return LoadedVocabulary(file, None, problems) if problems else load_vocabulary(file)


def decoded(name: str, data: bytes | None) -> tuple[SourceFile, tuple[Problem, ...]]:
    """The text of a YAML file; what cannot be decoded is a finding at its place."""
    if data is None:
        return SourceFile(name, ""), (Problem("file-limits", _OUTSIDE, Span(0, 0), "Copy the file into the project."),)
    try:
        return SourceFile(name, data.decode("utf-8").removeprefix("\ufeff")), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        at = len(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        message = f"not UTF-8: byte 0x{data[error.start]:02X} at byte offset {error.start}"
        return SourceFile(name, text), (Problem("yaml-syntax", message, Span(at, at + 1), "Save the file as UTF-8."),)


def choose(project: Project, paths: Sequence[Path]) -> Chosen:
    """What the given paths ask for: a claim file, a source with all claim files about it, a folder.

    A change of the configuration, the vocabulary or the schema of extra fields asks for the whole project.
    """
    if not paths:
        return Chosen(True)
    config, dataset = project.config, project.dataset
    claim_files = {each.file.path for each in dataset.loaded}
    sources = {each.file.path for each in dataset.sources}
    about: dict[str, set[str]] = {}
    for paper in dataset.papers:
        if paper.abstract is not None:
            about.setdefault(paper.abstract.file.path, set()).add(paper.claims.file.path)
    wanted: set[str] = set()
    for path in paths:
        real = Path(os.path.abspath(path))
        if not real.exists():
            raise Unreadable(f"{path}: no such file or folder")
        root = config.root.resolve()
        try:
            name = real.resolve().relative_to(root).as_posix()
        except ValueError:
            try:
                name = real.relative_to(root).as_posix()
            except ValueError:
                raise OutsideProject(
                    f"{path}: not inside the project {root.name}; files are read only inside it."
                ) from None
        if name in (config.vocabulary, config.file, config.extra_schema, "."):
            return Chosen(True)
        prefix = name.rstrip("/") + "/"
        found = {each for each in (*claim_files, *sources) if each == name or each.startswith(prefix)}
        if not found:
            if real.is_dir():
                raise NothingToCheck(f"{path}: no claim file and no source in this folder.")
            raise Unreadable(
                f"{path}: neither a claim file ({', '.join(config.claims)}) nor a source ({', '.join(config.sources)}) of this project"
            )
        wanted |= found
        for each in found & sources:
            wanted |= about.get(each, set())
    return Chosen(False, frozenset(wanted))
