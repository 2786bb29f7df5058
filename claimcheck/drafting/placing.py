"""Where a draft and its abstract go: the id, the claim file, the source; and whether they may."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from claimcheck.config import Config
from claimcheck.drafting.naming import SLUG, slug
from claimcheck.globs import matches
from claimcheck.project import Project
from claimcheck.sources.abstract import Abstract
from claimcheck.sources.records import Record
from claimcheck.suggest import hint

ADDED: Final = "seeds/added.txt"
"""Where a new abstract goes in a project without a source."""

_IDENTITY: Final = re.compile(r"sha256:([0-9a-f]{16,64})")


class PlacingError(ValueError):
    """Something cannot go where it would have to; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What a source file will hold with a new abstract in it."""

    path: Path
    name: str
    text: str


def about(project: Project, abstract: Abstract) -> str | None:
    """The claim file about an abstract: one that names its identity, or that was joined with it."""
    for paper in project.dataset.papers:
        if paper.abstract is not None and paper.abstract.digest == abstract.digest:
            return paper.claims.file.path
    joined = {id(paper.claims) for paper in project.dataset.papers if paper.abstract is not None}
    for loaded in project.dataset.loaded:
        # A file that does not fit the schema yet, or whose abstract is in no source, is known by its words alone.
        if (loaded.claims is None or id(loaded.claims) not in joined) and any(
            abstract.digest.startswith(digest) for digest in _IDENTITY.findall(loaded.file.text)
        ):
            return loaded.file.path
    return None


def taken(project: Project) -> Iterator[str]:
    """The ids that no new file may have: those of all claim files, and the vocabulary's name."""
    yield PurePosixPath(project.config.vocabulary).stem
    for loaded in project.dataset.loaded:
        yield PurePosixPath(loaded.file.path).stem
    for paper in project.dataset.papers:
        yield paper.id


def check_id(paper: str) -> None:
    """Raises PlacingError for what is no id, with one that it could be."""
    if not re.fullmatch(SLUG, paper):
        proposed = slug(paper)
        other = f" You could take {proposed}." if proposed else ""
        raise PlacingError(f"'{paper}' is no id: letters and digits, with '-', '_' or '.' between.{other}")


def pattern_for_new(config: Config) -> str:
    """The path of a new claim file, with `*` for its id: the first pattern of the configuration whose last star it can be.

    Raises:
        PlacingError: no pattern says where a new file would go.
    """
    for pattern in config.claims:
        folder, _, last = pattern.rpartition("/")
        fixed = "/".join(part for part in folder.split("/") if part != "**")
        if last.count("*") == 1 and not re.search(r"[?\[]", last) and not re.search(r"[*?\[]", fixed):
            return f"{fixed}/{last}" if fixed else last
    raise PlacingError(
        f"no place for a new claim file follows from `claims` in pyproject.toml ({', '.join(config.claims)}); "
        "print the draft with --stdout."
    )


def schema_from(root: Path, name: str) -> str | None:
    """The way from a claim file to the project's JSON Schema, by which editors know the fields; None if there is none."""
    from claimcheck.claims.schema import CLAIMS

    up = "../" * (len(PurePosixPath(name).parts) - 1)
    return up + CLAIMS.schema_file if (root / CLAIMS.schema_file).is_file() else None


def check_target(project: Project, name: str, existing: str | None, *, overwrite: bool) -> None:
    """Sees to it that no file is lost, that none is written outside, and that no two are about one abstract.

    `existing` is the claim file about the abstract, if there is one.

    Raises:
        PlacingError: the draft cannot go to the file of this name.
    """
    root = project.config.root
    path = root / name
    if name == project.config.vocabulary:
        raise PlacingError(f"{name} is the project's vocabulary; choose another --id.")
    if existing is not None and existing != name:
        raise PlacingError(f"{existing} is about this abstract already; remove it, or print the draft with --stdout.")
    if (path.exists() or path.is_symlink()) and not overwrite:
        raise PlacingError(
            f"{name} exists; overwrite it with --force, choose another --id, or print the draft with --stdout."
        )
    try:
        leads_out = not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
        raise PlacingError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if leads_out:
        raise PlacingError(f"{name}: a link that leads out of the project; files are written only inside it.")


def source_for(project: Project, wanted: Path | None) -> str:
    """The source that an abstract is added to, by its path below the root: the wanted one, else the last, else a new one.

    Raises:
        PlacingError: the file is not inside the project, or no source of it.
    """
    root = project.config.root.resolve()
    if wanted is not None:
        try:
            real = wanted.resolve()
        except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself, before Python 3.13
            raise PlacingError(f"{wanted}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
        if not real.is_relative_to(root):
            raise PlacingError(f"{wanted}: not inside the project {root.name}; sources are files of the project.")
        name = real.relative_to(root).as_posix()
    else:
        name = project.dataset.sources[-1].file.path if project.dataset.sources else ADDED
    patterns = project.config.sources
    if not any(matches(name, pattern) for pattern in patterns):
        raise PlacingError(f"{name} would be no source of this project: it matches none of {', '.join(patterns)}.")
    return name


def addition(project: Project, name: str, abstract: Abstract) -> Addition:
    """What a source of the project holds with an abstract at its end, in its own line ends.

    Raises:
        PlacingError: the file leads out of the project, or cannot be read.
    """
    root = project.config.root.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise PlacingError(f"{name}: a link that leads out of the project; nothing is added to it.")
    try:
        old = path.read_bytes().decode("utf-8") if path.exists() else ""
    except OSError as error:
        raise PlacingError(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise PlacingError(f"{name}: not UTF-8 at byte {error.start}; nothing is added to it.") from error
    end = "\r\n" if "\r\n" in old else "\n"
    before = old if not old or old.endswith(("\n", "\r")) else old + end
    return Addition(path, name, f"{before}Abstract:{abstract.text}{end}")


def chosen(records: Sequence[Record], entry: str | None, paper: str | None) -> Record:
    """The record that is asked for by key, or by the paper's id; the only one needs no asking.

    Raises:
        PlacingError: none has the key, or several might be meant.
    """
    wanted = entry if entry is not None else paper
    matching = [record for record in records if wanted in record.keys]
    if len(matching) == 1 or (matching and len({record.abstract for record in matching}) == 1):
        return matching[0]
    keys = [key for record in records for key in record.keys[:1]]
    if entry is not None and matching:
        raise PlacingError(f"{len(matching)} records have the key '{entry}'.{hint(entry, keys)}")
    if entry is not None:
        raise PlacingError(f"no record with an abstract has the key '{entry}'.{hint(entry, keys)}")
    if len(records) > 1:
        shown = ", ".join(keys[:8]) + (" …" if len(keys) > 8 else "")
        raise PlacingError(f"{len(records)} records are there; choose one with --entry: {shown}")
    return records[0]
