"""The project that a command works on: loaded, or in plain words why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.cli import NothingToDo, UsageProblem, tell

if TYPE_CHECKING:
    from claimcheck.app import Project
    from claimcheck.claims.load import LoadedClaims
    from claimcheck.claims.vocabulary import LoadedVocabulary

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
def told() -> Iterator[None]:
    """Turns what keeps a project from being read or checked into what a command ends with."""
    from claimcheck import app
    from claimcheck.config import ConfigError

    try:
        yield
    except app.NothingToCheck as error:
        raise NothingToDo(str(error)) from error
    except (ConfigError, app.Unreadable) as error:
        raise UsageProblem(str(error)) from error


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
        app.must_have_claims(project)
    claims = [claim for paper in dataset.papers for claim in paper.all_claims()]
    unverified = sum(not verified(claim) for claim in claims)
    if unverified:
        tell(f"{unverified} of {len(claims)} claims do not stand in their abstracts; run claimcheck verify.")
    return project
