"""One side of a comparison: a version of a project, read as far as it can be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from claimcheck.app import claims_of, source_of, vocabulary_of
from claimcheck.baseline import Baseline, BaselineError, parse
from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.vocabulary import LoadedVocabulary, Vocabulary
from claimcheck.comparing.model import Unread
from claimcheck.comparing.trees import Tree
from claimcheck.config import Config, ConfigError, parse_config
from claimcheck.problem import Problem
from claimcheck.source import SourceFile
from claimcheck.sources.abstract import SourceText

if TYPE_CHECKING:
    from claimcheck.claims.extra.schema import ExtraSchema

Which = Literal["base", "head"]

CONFIG_FILE: Final = "pyproject.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What a version of a project holds.

    `config` is None where it cannot be used, `vocabulary` and `baseline` where their files do not load (what has no file
    is empty), `extra` where there is no schema that could be used.
    `files` are the texts as read, by path; `unread` tells what could not be read as what it should be.
    """

    name: str
    config: Config | None
    sources: tuple[SourceText, ...]
    loaded: tuple[LoadedClaims, ...]
    vocabulary: Vocabulary | None
    baseline: Baseline | None
    unread: tuple[Unread, ...]
    files: dict[str, str] = field(default_factory=dict)
    extra: ExtraSchema | None = None


def read_sides(base: Tree, head: Tree) -> tuple[Side, Side]:
    """Reads two versions of a project. One whose configuration cannot be used is read by that of the other.

    Raises:
        claimcheck.comparing.trees.TreeError: a file cannot be read at all.
    """
    (old, wrong), (new, broken) = _config(base, "base"), _config(head, "head")
    return _side(base, "base", old, new, wrong), _side(head, "head", new, old, broken)


def _side(tree: Tree, which: Which, config: Config | None, other: Config | None, unread: list[Unread]) -> Side:
    used = config or other or Config(tree.root)
    source_paths = tree.matching(used.sources)
    claim_paths = [path for path in tree.matching(used.claims) if path != used.vocabulary]
    named = [path for path in (used.baseline, used.extra_schema) if path is not None]
    wanted = [*source_paths, *claim_paths, used.vocabulary, *named]
    data = tree.read(dict.fromkeys(wanted))
    sources = tuple(source_of(path, data[path]) for path in source_paths if path in data)
    extra = _extra(used.extra_schema, data, which, unread)
    loaded = tuple(claims_of(path, data[path], extra) for path in claim_paths if path in data)
    words = vocabulary_of(used.vocabulary, data[used.vocabulary]) if used.vocabulary in data else None
    everything: list[SourceText | LoadedClaims | LoadedVocabulary] = [*sources, *loaded, *([words] if words else [])]
    files = {each.file.path: each.file.text for each in everything}
    unread += [_unread(which, each.file, each.problems[0]) for each in everything if each.problems]
    vocabulary = words.vocabulary if words is not None else Vocabulary()
    baseline = _baseline(used.baseline, data, which, unread)
    if baseline is not None:
        files[baseline.file.path] = baseline.file.text
    if extra is not None:
        files[extra.path] = extra.text
    return Side(tree.name, config, sources, loaded, vocabulary, baseline, tuple(unread), files, extra)


def _config(tree: Tree, which: Which) -> tuple[Config | None, list[Unread]]:
    data = tree.read([CONFIG_FILE]).get(CONFIG_FILE)
    if data is None:
        return Config(tree.root), []
    try:
        return parse_config(tree.root, CONFIG_FILE, data.decode("utf-8")), []
    except (ConfigError, UnicodeDecodeError) as error:
        return None, [Unread(which, CONFIG_FILE, 1, str(error).removeprefix(f"{CONFIG_FILE}: "))]


def _baseline(path: str | None, data: dict[str, bytes | None], which: Which, unread: list[Unread]) -> Baseline | None:
    """The findings that a side accepts; a file that is named and is not there is none that could be compared."""
    if path is None:
        return Baseline(SourceFile("", ""), ())
    content = data.get(path)
    try:
        if content is None:
            raise BaselineError("no such file, though [tool.claimcheck] names it")
        return parse(SourceFile(path, content.decode("utf-8")))
    except (BaselineError, UnicodeDecodeError) as error:
        unread.append(Unread(which, path, 1, str(error).removeprefix(f"{path}: ")))
        return None


def _extra(path: str | None, data: dict[str, bytes | None], which: Which, unread: list[Unread]) -> ExtraSchema | None:
    """The schema of a side's own fields; without one that can be used, the fields are what they are."""
    if path is None:
        return None
    from claimcheck.claims.extra.schema import ExtraSchemaError, read_schema

    content = data.get(path)
    try:
        if content is None:
            raise ExtraSchemaError("no such file, though [tool.claimcheck] names it")
        return read_schema(path, content)
    except ExtraSchemaError as error:
        unread.append(Unread(which, path, 1, str(error)))
        return None


def _unread(which: Which, file: SourceFile, problem: Problem) -> Unread:
    return Unread(which, file.path, file.position(problem.span.start).line, problem.message)
