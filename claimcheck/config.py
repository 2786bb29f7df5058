"""Configuration: `[tool.claimcheck]` of the nearest `pyproject.toml`, checked key by key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from claimcheck.diagnostic import SEVERITIES, Severity
from claimcheck.suggest import hint

if TYPE_CHECKING:
    from claimcheck.tables.config import TableConfig


SOURCES: Final = ("seeds/*.txt",)
CLAIMS: Final = ("claims/*.yaml", "claims/*.yml")
VOCABULARY: Final = "claims/vocabulary.yaml"
"""Where the files are if the configuration does not say."""


class ConfigError(Exception):
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
    tables: Mapping[str, TableConfig] = field(default_factory=dict)


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
    "tables",
)


def find_root(start: Path) -> tuple[Path, Path | None]:
    """The project's folder and its `pyproject.toml`: the nearest one up to the repository's root, else `start` itself."""
    start = start.resolve()
    for folder in (start, *start.parents):
        candidate = folder / "pyproject.toml"
        if candidate.is_file():
            return folder, candidate
        if (folder / ".git").exists():
            break
    return start, None


def load_config(start: Path, *, use_file: bool = True) -> Config:
    """The configuration that holds at `start`.

    Raises:
        ConfigError: the file cannot be read, is not TOML, or has an unknown key or a value of the wrong form.
    """
    root, path = find_root(start)
    if path is None or not use_file:
        return Config(root)
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
    try:
        table = tomllib.loads(text).get("tool", {}).get("claimcheck", {})
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: cannot be read: {error}") from error
    except AttributeError as error:
        raise ConfigError(f"{name}: [tool] is no table") from error
    return _parse(root, name, table)


def _parse(root: Path, name: str, table: Any) -> Config:
    if not isinstance(table, dict):
        raise ConfigError(f"{name}: [tool.claimcheck] is no table")
    for key in table:
        if key not in _KEYS:
            raise ConfigError(
                f"{name}: [tool.claimcheck] has no key {key!r}.{hint(key, _KEYS)} Known keys: {', '.join(_KEYS)}."
            )
    found: dict[str, Any] = {}
    for key in ("sources", "claims"):
        if key in table:
            found[key] = tuple(_inside(name, key, each) for each in _texts(name, key, table[key]))
    if "vocabulary" in table:
        found["vocabulary"] = _inside(name, "vocabulary", _text(name, "vocabulary", table["vocabulary"]))
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
    if "baseline" in table:
        found["baseline"] = _inside(name, "baseline", _text(name, "baseline", table["baseline"]))
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
