"""The project that a command works on: loaded, or in plain words why it cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.cli import NothingToDo, UsageProblem, tell

if TYPE_CHECKING:
    from claimcheck.app import Project
    from claimcheck.claims.load import LoadedClaims
    from claimcheck.claims.vocabulary import LoadedVocabulary

_LEVELS: Final = 4
"""So many folders up a project is looked for: that of a claim file is the second, or the third."""
_FIRST: Final = "Every claim file must be readable first: run claimcheck verify."


def folder_of(paths: Sequence[str]) -> Path:
    """Where the configuration is looked for: the folder of the first path; without any there, the current folder."""
    from claimcheck.config import find_root

    if not paths:
        return Path.cwd()
    path = Path(paths[0])
    folder = path if path.is_dir() else path.parent
    _, file = find_root(folder)
    return folder if file is not None else Path.cwd()


@contextmanager
def told(paths: Sequence[str] = ()) -> Iterator[None]:
    """Turns what keeps a project from being read or checked into what a command ends with; `paths` are those it was given."""
    from claimcheck import app
    from claimcheck.config import ConfigError

    try:
        yield
    except app.NothingToCheck as error:
        elsewhere = _elsewhere(paths)
        raise NothingToDo(f"{error.what} {elsewhere}" if elsewhere else str(error)) from error
    except app.OutsideProject as error:
        raise UsageProblem(f"{error} {_elsewhere(paths)}".rstrip()) from error
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error


def _elsewhere(paths: Sequence[str]) -> str:
    """Where the project of the given paths, or of the current folder, is to be found, if it is not the one that was read."""
    import shlex

    from claimcheck.config import find_root

    used = find_root(folder_of(paths))[0]
    for path in paths or (".",):
        root = _project_around(Path(path).resolve())
        if root is not None and root != used:
            near = os.path.relpath(root)
            shown = str(root) if near.startswith("../..") else near
            return f"There is a project in {shown}: run claimcheck -C {shlex.quote(shown)} …"
    return ""


def _project_around(path: Path) -> Path | None:
    """The project that a path is in: by its `pyproject.toml`, or else by its files being where they are by default."""
    from claimcheck.config import CLAIMS, SOURCES, find_root
    from claimcheck.globs import files

    folders = [each for each in (path, *path.parents)[:_LEVELS] if each.is_dir()]
    if folders:
        root, file = find_root(folders[0])
        if file is not None:
            return root
    return next((each for each in folders if files(each, (*CLAIMS, *SOURCES))), None)


def load_project(start: Path | None = None, *, use_config: bool = True) -> Project:
    """The project of a folder; of the current one, if none is given.

    Raises:
        UsageProblem: its configuration cannot be used, or a file of it cannot be read.
    """
    from claimcheck import app

    with told():
        return app.load(start if start is not None else Path.cwd(), use_config=use_config)


def load_whole() -> Project:
    """The project of the current folder, all of whose claims can be shown; a table or an export without some would mislead.

    Claims that do not stand in their abstracts are shown, and told on the standard error stream.

    Raises:
        UsageProblem: a file of it cannot be read, or an abstract is not there.
        NothingToDo: there is no claim file.
    """
    from claimcheck import app
    from claimcheck.matching.verdicts import verified

    project = load_project()
    dataset = project.dataset
    files: list[LoadedClaims | LoadedVocabulary] = [*dataset.loaded]
    if dataset.loaded_vocabulary is not None:
        files.append(dataset.loaded_vocabulary)
    for loaded in files:
        if loaded.problems:
            problem, position = loaded.problems[0], loaded.file.position(loaded.problems[0].span.start)
            place = f"{loaded.file.path}:{position.line}:{position.column}"
            raise UsageProblem(f"{place}: {problem.message}. {_FIRST}")
    for paper in dataset.papers:
        if paper.abstract is None:
            raise UsageProblem(f"{paper.claims.file.path}: its abstract is not among the sources. {_FIRST}")
    with told():
        app.must_have_claims(project, "show")
    claims = [claim for paper in dataset.papers for claim in paper.all_claims()]
    unverified = sum(not verified(claim) for claim in claims)
    if unverified:
        tell(f"{unverified} of {len(claims)} claims do not stand in their abstracts; run claimcheck verify.")
    return project
