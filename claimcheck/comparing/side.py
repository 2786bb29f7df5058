"""One side of a comparison: a version of a project, read as far as it can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from claimcheck.app import decoded
from claimcheck.claims.load import LoadedClaims, load_claim_file
from claimcheck.claims.vocabulary import LoadedVocabulary, Vocabulary, load_vocabulary
from claimcheck.comparing.model import Unread
from claimcheck.comparing.trees import Tree
from claimcheck.config import Config, ConfigError, parse_config
from claimcheck.problem import Problem
from claimcheck.source import SourceFile
from claimcheck.sources import read_source
from claimcheck.sources.abstract import SourceText

CONFIG_FILE: Final = "pyproject.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What a version of a project holds. `config` is None where it cannot be used, and the defaults stand for it.

    `vocabulary` is None where its file does not load (one without a file is empty). `files` are the texts as read, by
    path; `unread` tells what could not be read as what it should be.
    """

    name: str
    config: Config | None
    sources: tuple[SourceText, ...]
    loaded: tuple[LoadedClaims, ...]
    vocabulary: Vocabulary | None
    unread: tuple[Unread, ...]
    files: dict[str, str] = field(default_factory=dict)


def read_side(tree: Tree, which: Literal["base", "head"]) -> Side:
    """Reads a version of a project.

    Raises:
        claimcheck.comparing.trees.TreeError: a file cannot be read at all.
    """
    unread: list[Unread] = []
    config = _config(tree, which, unread)
    used = config or Config(tree.root)
    source_paths = tree.matching(used.sources)
    claim_paths = [path for path in tree.matching(used.claims) if path != used.vocabulary]
    data = tree.read(dict.fromkeys([*source_paths, *claim_paths, used.vocabulary]))
    sources = tuple(read_source(path, data[path] or b"") for path in source_paths if path in data)
    loaded = tuple(_claims(path, data[path]) for path in claim_paths if path in data)
    words = _vocabulary(used.vocabulary, data[used.vocabulary]) if used.vocabulary in data else None
    everything: list[SourceText | LoadedClaims | LoadedVocabulary] = [*sources, *loaded, *([words] if words else [])]
    unread += [_unread(which, each.file, each.problems[0]) for each in everything if each.problems]
    vocabulary = words.vocabulary if words is not None else Vocabulary()
    files = {each.file.path: each.file.text for each in everything}
    return Side(tree.name, config, sources, loaded, vocabulary, tuple(unread), files)


def _config(tree: Tree, which: Literal["base", "head"], unread: list[Unread]) -> Config | None:
    data = tree.read([CONFIG_FILE]).get(CONFIG_FILE)
    if data is None:
        return Config(tree.root)
    try:
        return parse_config(tree.root, CONFIG_FILE, data.decode("utf-8"))
    except (ConfigError, UnicodeDecodeError) as error:
        message = str(error).removeprefix(f"{CONFIG_FILE}: ")
        unread.append(Unread(which, CONFIG_FILE, 1, f"{message} (the defaults stand for it here)"))
        return None


def _claims(path: str, data: bytes | None) -> LoadedClaims:
    file, problems = decoded(path, data)
    return LoadedClaims(file, None, problems) if problems else load_claim_file(file)


def _vocabulary(path: str, data: bytes | None) -> LoadedVocabulary:
    file, problems = decoded(path, data)
    return LoadedVocabulary(file, None, problems) if problems else load_vocabulary(file)


def _unread(which: Literal["base", "head"], file: SourceFile, problem: Problem) -> Unread:
    return Unread(which, file.path, file.position(problem.span.start).line, problem.message)
