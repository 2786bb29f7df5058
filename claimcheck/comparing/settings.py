"""Configuration and vocabulary compared: what is checked, how strictly, and which names mean the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields as fields_of_dataclass
from typing import Final

from claimcheck.baseline import Baseline
from claimcheck.claims.vocabulary import Entry, Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.comparing.model import Change, FieldChange, Sort
from claimcheck.comparing.pairs import all_unlike, grouped, sort_of
from claimcheck.comparing.side import CONFIG_FILE, Side
from claimcheck.config import Config
from claimcheck.diagnostic import SEVERITIES
from claimcheck.project import Selection
from claimcheck.rules import registry
from claimcheck.runner import rules_that_run
from claimcheck.tables.config import TableConfig

_SECTIONS: Final = {"models": "model", "benchmarks": "benchmark", "metrics": "metric"}


def compare_config(base: Side, head: Side) -> Iterator[Change]:
    """What changed in `[tool.claimcheck]`, by its effect; nothing, where one side's cannot be used."""
    old, new = base.config, head.config
    if old is None or new is None:
        return
    yield from _patterns("sources", old.sources, new.sources)
    yield from _patterns("claims", old.claims, new.claims)
    yield from _rules(old, new)
    for name in registry():
        was, now = _severity(old, name), _severity(new, name)
        if was != now:
            lower = SEVERITIES.index(now) < SEVERITIES.index(was)
            yield _setting(f"severity.{name}", was, now, f"what {name} finds counts less" if lower else None)
    yield from _ignored_files(old, new)
    if old.fail_on != new.fail_on:
        higher = SEVERITIES.index(new.fail_on) > SEVERITIES.index(old.fail_on)
        yield _setting(
            "fail-on", old.fail_on, new.fail_on, f"findings milder than {new.fail_on} pass" if higher else None
        )
    if old.vocabulary != new.vocabulary:
        yield _setting("vocabulary", old.vocabulary, new.vocabulary)
    if old.baseline != new.baseline:
        yield _setting("baseline", old.baseline, new.baseline)
    yield from _extra(base, head, old, new)
    for name in dict.fromkeys([*old.tables, *new.tables]):
        if old.tables.get(name) != new.tables.get(name):
            yield _table(name, old.tables.get(name), new.tables.get(name))


def compare_vocabulary(base: Side, head: Side) -> Iterator[Change]:
    """What changed in the vocabulary; nothing, where one side's cannot be read."""
    if base.vocabulary is None or head.vocabulary is None:
        return
    before, after = _entries(base.vocabulary), _entries(head.vocabulary)
    for key, was, now in all_unlike(before, after, _shown):
        fields = _mapping_differences(_shown(was), _shown(now))
        file = (head.vocabulary if now is not None else base.vocabulary).file
        place = now or was
        assert place is not None and file is not None
        line = file.position(place.name.span.start).line
        id = f"{_SECTIONS[key[0]]} {key[1]}"
        hidden = _hides_numbers(before.get(key, ()), now)
        yield Change(sort_of(was, now), "vocabulary", id, None, file.path, line, fields, hidden)


def compare_baseline(base: Side, head: Side) -> Iterator[Change]:
    """Which findings are accepted now, or no longer; nothing, where one side's baseline cannot be read."""
    if base.baseline is None or head.baseline is None:
        return
    yield from _accepted("removed", base.baseline, head.baseline)
    yield from _accepted("added", head.baseline, base.baseline)


def _accepted(sort: Sort, baseline: Baseline, other: Baseline) -> Iterator[Change]:
    """The entries that only `baseline` has, as often as it has more of them."""
    known = Counter(entry for entry, _ in other.entries)
    for entry, span in baseline.entries:
        known[entry] -= 1
        if known[entry] < 0:
            fields = {key: text for key, text in entry.as_json().items() if key not in ("rule", "claim")}
            told = _mapping_differences({}, fields) if sort == "added" else _mapping_differences(fields, {})
            id = f"{entry.rule} about {entry.claim or entry.file or 'the project'}"
            line = baseline.file.position(span.start).line
            weakens = "this finding is accepted" if sort == "added" else None
            yield Change(sort, "baseline", id, None, baseline.file.path, line, told, weakens)


def _extra(base: Side, head: Side, old: Config, new: Config) -> Iterator[Change]:
    """What changed in the description of the project's own fields; nothing, where one side's cannot be read."""
    if old.extra_schema != new.extra_schema:
        weakens = "the project's own fields are no longer described" if new.extra_schema is None else None
        yield _setting("extra-schema", old.extra_schema, new.extra_schema, weakens)
    if (base.extra is None) != (old.extra_schema is None) or (head.extra is None) != (new.extra_schema is None):
        return
    was, now = (side.extra.root if side.extra is not None else {} for side in (base, head))
    before, after = (side.extra.free_fields() if side.extra is not None else frozenset[str]() for side in (base, head))
    if head.extra is None or (was == now and before == after):
        return
    fields = _mapping_differences(dict.fromkeys(sorted(before), "free"), dict.fromkeys(sorted(after), "free"))
    more = [name for name in sorted(after) if name not in before]
    weakens = f"the numbers of {', '.join(more)} are not checked" if more else None
    sort: Sort = "added" if base.extra is None else "changed"
    yield Change(sort, "configuration", "own fields", None, head.extra.path, None, fields, weakens)


def _patterns(key: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    if set(old) != set(new):
        lost = [pattern for pattern in old if pattern not in new]
        weakens = f"files that only {' and '.join(lost)} names are checked no more" if lost else None
        yield _setting(key, ", ".join(old), ", ".join(new), weakens)


def _rules(old: Config, new: Config) -> Iterator[Change]:
    """Which rules run, whatever keys say so."""
    before, after = _running(old), _running(new)
    idle = ", ".join(name for name in before if name not in after)
    more = ", ".join(name for name in after if name not in before)
    if idle or more:
        yield _setting("rules that run", idle or None, more or None, f"no longer checked: {idle}" if idle else None)


def _running(config: Config) -> list[str]:
    return [rule.name for rule in rules_that_run(config, Selection())]


def _severity(config: Config, rule: str) -> str:
    return config.severity.get(rule, registry()[rule].severity)


def _ignored_files(old: Config, new: Config) -> Iterator[Change]:
    before, after = (
        {(pattern, rule) for pattern, rules in each.per_file_ignores.items() for rule in rules} for each in (old, new)
    )
    for pattern in sorted({pattern for pattern, _ in before ^ after}):
        was, now = (sorted(rule for each, rule in side if each == pattern) for side in (before, after))
        more = [rule for rule in now if rule not in was]
        weakens = f"not checked in {pattern}: {', '.join(more)}" if more else None
        yield _setting(f"per-file-ignores.{pattern}", ", ".join(was) or None, ", ".join(now) or None, weakens)


def _setting(key: str, old: str | None, new: str | None, weakens: str | None = None) -> Change:
    return Change(
        sort_of(old, new), "configuration", key, None, CONFIG_FILE, None, (FieldChange(key, old, new),), weakens
    )


def _table(name: str, old: TableConfig | None, new: TableConfig | None) -> Change:
    def shown(table: TableConfig | None) -> dict[str, str]:
        if table is None:
            return {}
        values = {each.name: getattr(table, each.name) for each in fields_of_dataclass(table) if each.name != "name"}
        return {
            key: ", ".join(value) if isinstance(value, tuple) else str(value) for key, value in values.items() if value
        }

    fields = _mapping_differences(shown(old), shown(new))
    return Change(sort_of(old, new), "configuration", f"tables.{name}", None, CONFIG_FILE, None, fields)


def _mapping_differences(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(key, old.get(key), new.get(key))
        for key in dict.fromkeys([*old, *new])
        if old.get(key) != new.get(key)
    )


def _entries(vocabulary: Vocabulary) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for section in _SECTIONS:
        named = grouped(getattr(vocabulary, section), lambda entry: " ".join(entry.name.text.split()))
        found |= {(section, name): entries for name, entries in named.items()}
    return found


def _shown(entry: Entry | None) -> dict[str, str]:
    if entry is None:
        return {}
    aliases = "; ".join(sorted(" ".join(alias.text.split()) for alias in entry.aliases))
    parts = {
        "aliases": aliases,
        "better": entry.better.text if entry.better else "",
        "unit": entry.unit.text if entry.unit else "",
    }
    return {key: value for key, value in parts.items() if value}


def _hides_numbers(old: Sequence[Entry], new: Entry | None) -> str | None:
    """A spelling with digits takes these digits from what has to be accounted for, in every abstract."""
    known = {scalar.text for entry in old for scalar in _spellings(entry)}
    more = [
        scalar.text for scalar in _spellings(new) if scalar.text not in known and any(c.isdigit() for c in scalar.text)
    ]
    return f"the digits of {', '.join(more)} are no numbers to account for, in any abstract" if more else None


def _spellings(entry: Entry | None) -> tuple[Scalar, ...]:
    return entry.spellings if entry is not None else ()
