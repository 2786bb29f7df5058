"""Configuration: `[tool.claimcheck]` of the nearest `pyproject.toml`, checked key by key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from claimcheck.diagnostic import SEVERITIES, Severity
from claimcheck.globs import Overlooked, below, files, fixed_folder, names_files
from claimcheck.problem import ClaimcheckError
from claimcheck.suggest import hint

if TYPE_CHECKING:
    from claimcheck.tables.config import TableConfig


SOURCES: Final = ("seeds/*.txt",)
CLAIMS: Final = ("claims/*.yaml", "claims/*.yml")
VOCABULARY: Final = "claims/vocabulary.yaml"
"""Where the files are if the configuration does not say."""


class ConfigError(ClaimcheckError):
    """The configuration cannot be used; the message names file and key."""


@dataclass(frozen=True, slots=True, eq=False)
class Config:
    """What a project asks for; the defaults hold for what it does not name.

    `root` is the folder that all paths are below. `select` None means every rule. `severity` maps rule names to theirs,
    `per_file_ignores` glob patterns to rule names, `tables` names to the tables of reports.
    """

    root: Path
    file: str | None = None
    sources: tuple[str, ...] = SOURCES
    claims: tuple[str, ...] = CLAIMS
    vocabulary: str = VOCABULARY
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: Severity = "error"
    baseline: str | None = None
    extra_schema: str | None = None
    tables: Mapping[str, TableConfig] = field(default_factory=dict)

    def files(self) -> Files:
        """The files of the project as they are now: every part of the program that reads, or asks what was read, asks here."""
        vocabulary = self.root / self.vocabulary
        return Files(
            tuple(files(self.root, self.sources)),
            tuple(path for path in files(self.root, self.claims) if path != vocabulary),
            vocabulary if vocabulary.is_file() or vocabulary.is_symlink() else None,
            self.root / self.extra_schema if self.extra_schema is not None else None,
        )

    def overlooked(self) -> list[Overlooked]:
        """The files that lie where claim files or sources are looked for, and look like one, but that no pattern takes."""
        taken = {*self.files().all(), *(self.root / name for name in (self.file, self.baseline) if name is not None)}
        found: dict[str, Overlooked] = {}
        for what, patterns, usual in (("claims", self.claims, _CLAIM_FILES), ("source", self.sources, _TEXTS)):
            asked = {PurePosixPath(pattern).suffix.lower() for pattern in patterns}
            for folder in {fixed_folder(pattern) for pattern in patterns} - {""}:
                for path in below(self.root / folder):
                    ending = path.suffix.lower()
                    if path not in taken and ending in asked | usual and path.stem.upper() not in _ABOUT:
                        name = path.relative_to(self.root).as_posix()
                        found.setdefault(name, Overlooked(name, what, what == "claims" or ending in asked))
        return [found[name] for name in sorted(found)]


@dataclass(frozen=True, slots=True, eq=False)
class Files:
    """The files of a project, by what they are read as."""

    sources: tuple[Path, ...]
    claims: tuple[Path, ...]
    vocabulary: Path | None
    extra_schema: Path | None

    def all(self) -> Iterator[Path]:
        """Every file that is read."""
        yield from (*self.sources, *self.claims)
        yield from (path for path in (self.vocabulary, self.extra_schema) if path is not None)


_CLAIM_FILES: Final = frozenset((".yaml", ".yml"))
_TEXTS: Final = frozenset((".txt", ".text", ".md", ".tex", ".bib", ".json", ".jsonl", ".csv"))
"""The endings that claim files and sources have, whatever the patterns say."""
_ABOUT: Final = frozenset(("README", "LICENSE", "NOTICE", "CHANGELOG"))
"""Files that tell about a folder."""

_KEYS: Final = (
    "sources",
    "claims",
    "vocabulary",
    "select",
    "ignore",
    "extend-select",
    "severity",
    "per-file-ignores",
    "fail-on",
    "baseline",
    "extra-schema",
    "tables",
)


def find_root(start: Path) -> tuple[Path, Path | None]:
    """The project's folder and its `pyproject.toml`: the nearest one up to the repository's root, else `start` itself.

    One without `[tool.claimcheck]` counts only where none has it.
    """
    found = configurations(start)
    if len(found) > 1:
        found = [path for path in found if _speaks(path)] or found
    chosen = found[0] if found else None
    return (start.resolve(), None) if chosen is None else (chosen.parent, chosen)


def configurations(start: Path) -> list[Path]:
    """Every `pyproject.toml` from a folder up to the repository's root, the nearest first."""
    start = start.resolve()
    found = []
    for folder in (start, *start.parents):
        candidate = folder / "pyproject.toml"
        if os.path.lexists(candidate):
            found.append(candidate)
        if (folder / ".git").exists():
            break
    return found


def _speaks(path: Path) -> bool:
    """Whether a `pyproject.toml` has `[tool.claimcheck]`, or cannot be read, which is then told."""
    try:
        tool = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return True
    return not isinstance(tool, dict) or "claimcheck" in tool


def _must_be_alone(path: Path, outer: Sequence[Path]) -> None:
    """Sees to it that no `pyproject.toml` takes claim files out of a project that another one further up looks after.

    A file in the folder of the claims could switch all rules off for whoever checks one claim file, as editors and hooks do.
    """
    for other in filter(Path.is_file, outer):
        try:
            around = parse_places(other.parent, other.name, other.read_text(encoding="utf-8"))
        except (ConfigError, OSError, ValueError):
            continue
        if any(each.is_relative_to(path.parent) for each in around.files().claims):
            here = path.relative_to(other.parent).as_posix()
            raise ConfigError(
                f"{here}: lies among the claim files of another project, that of the {other.name} further up. "
                "Remove it, or its [tool.claimcheck]; or let `claims` there leave this folder out."
            )


def load_config(start: Path, *, use_file: bool = True) -> Config:
    """The configuration that holds at `start`.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has an unknown key or a value of the wrong form.
    """
    root, path = find_root(start)
    if path is None or not use_file:
        return Config(root)
    found = configurations(start)
    _must_be_alone(path, found[found.index(path) + 1 :])
    if not path.is_file():
        raise ConfigError(f"{path.name}: cannot be read: it is no plain file. Put one there, or say --no-config.")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: cannot be read: {error}") from error
    return parse_config(root, path.name, text)


def parse_config(root: Path, name: str, text: str) -> Config:
    """The configuration that the text of a `pyproject.toml` asks for in a project at `root`.

    Raises:
        ConfigError: it is not TOML, or has an unknown key or a value of the wrong form.
    """
    table = _table(name, text)
    return _parse(root, name, table, _places(name, table))


def parse_places(root: Path, name: str, text: str) -> Config:
    """The same, but only where the files are: this takes no look at the rules, and next to no time.

    Raises:
        ConfigError: it is not TOML, or one of these keys has a value of the wrong form.
    """
    return Config(root, name, **_places(name, _table(name, text)))


def _table(name: str, text: str) -> dict[str, Any]:
    """What `[tool.claimcheck]` holds."""
    try:
        table = tomllib.loads(text).get("tool", {}).get("claimcheck", {})
    except RecursionError as error:
        raise ConfigError(f"{name}: cannot be read: it is nested too deep") from error
    except ValueError as error:  # also of an integer of thousands of digits
        raise ConfigError(f"{name}: cannot be read: {error}") from error
    except AttributeError as error:
        raise ConfigError(f"{name}: [tool] is no table") from error
    if not isinstance(table, dict):
        raise ConfigError(f"{name}: [tool.claimcheck] is no table")
    return table


def _places(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """The keys that say where files are."""
    found: dict[str, Any] = {}
    for key in ("sources", "claims"):
        if key in table:
            found[key] = tuple(_naming(name, key, each) for each in _texts(name, key, table[key]))
    for key in ("vocabulary", "baseline", "extra-schema"):
        if key in table:
            found[key.replace("-", "_")] = _naming(name, key, _text(name, key, table[key]))
    return found


def _parse(root: Path, name: str, table: Mapping[str, Any], found: dict[str, Any]) -> Config:
    for key in table:
        if key not in _KEYS:
            raise ConfigError(
                f"{name}: [tool.claimcheck] has no key {key!r}.{hint(key, _KEYS)} Known keys: {', '.join(_KEYS)}."
            )
    for key in ("select", "ignore", "extend-select"):
        if key in table:
            found[key.replace("-", "_")] = rule_names(_texts(name, key, table[key]), f"{name}: {key}")
    if "severity" in table:
        found["severity"] = {
            rule: _severity(name, f"severity.{key}", level)
            for key, level in _mapping(name, "severity", table["severity"]).items()
            for rule in rule_names([key], f"{name}: severity")
        }
    if "per-file-ignores" in table:
        found["per_file_ignores"] = {
            _inside(name, "per-file-ignores", pattern): rule_names(
                _texts(name, f"per-file-ignores.{pattern}", rules), f"{name}: per-file-ignores"
            )
            for pattern, rules in _mapping(name, "per-file-ignores", table["per-file-ignores"]).items()
        }
    if "fail-on" in table:
        found["fail_on"] = _severity(name, "fail-on", table["fail-on"])
    if "tables" in table:
        from claimcheck.tables.config import TableConfig

        tables = {}
        for key, value in _mapping(name, "tables", table["tables"]).items():
            try:
                tables[key] = TableConfig.from_toml(key, _mapping(name, f"tables.{key}", value))
            except ValueError as error:
                raise ConfigError(f"{name}: [tool.claimcheck.tables.{key}] {error}") from error
        found["tables"] = tables
    return Config(root, name, **found)


def rule_names(words: Sequence[str], where: str) -> tuple[str, ...]:
    """Rule names for codes, names and code prefixes ("CC2").

    Raises:
        ConfigError: a word is none of them; the message has the nearest.
    """
    from claimcheck.rules import registry

    rules = registry()
    known: dict[str, list[str]] = {}
    for rule in rules.values():
        known[rule.name] = [rule.name]
        for length in range(3, len(rule.code) + 1):
            known.setdefault(rule.code[:length], []).append(rule.name)
    found: dict[str, None] = {}
    for word in words:
        if word.upper() == "ALL":
            found.update(dict.fromkeys(rules))
            continue
        if word not in known:
            full = [*rules, *(rule.code for rule in rules.values())]
            raise ConfigError(f"{where}: no rule {word!r}.{hint(word, full)} `claimcheck rules` lists them.")
        found.update(dict.fromkeys(known[word]))
    return tuple(found)


def _text(name: str, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{name}: {key} must be a string, not {value!r}")
    return value


def _texts(name: str, key: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigError(f"{name}: {key} must be a list of strings, not {value!r}")
    return value


def _mapping(name: str, key: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{name}: {key} must be a table, not {value!r}")
    return value


def _severity(name: str, key: str, value: Any) -> Severity:
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise ConfigError(
        f"{name}: {key} must be one of {', '.join(SEVERITIES)}, not {value!r}.{hint(str(value), SEVERITIES)}"
    )


def _inside(name: str, key: str, pattern: str) -> str:
    """A path or glob below the root."""
    path = PurePosixPath(pattern)
    if path.is_absolute() or ".." in path.parts or not pattern or "\\" in pattern or ":" in pattern:
        raise ConfigError(
            f"{name}: {key}: {pattern!r} must be a path below the folder of {name}, with '/' and without '..'"
        )
    return pattern


def _naming(name: str, key: str, pattern: str) -> str:
    """A path or glob below the root that can name a file."""
    if not names_files(_inside(name, key, pattern)):
        raise ConfigError(f"{name}: {key}: {pattern!r} names no file; write for example 'claims/*.yaml'")
    return pattern
