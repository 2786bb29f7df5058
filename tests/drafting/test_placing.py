"""Where drafts go: asked of the package, without a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.config import Config
from claimcheck.dataset import build
from claimcheck.drafting import placing
from claimcheck.project import Project
from claimcheck.sources.records import Record

from .conftest import abstract_of

ABSTRACT = abstract_of("We present Quick. It has 3 parts.")


def project(root: Path, **config: object) -> Project:
    return Project(Config(root, **config), build([], []))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        (("claims/*.yaml", "claims/*.yml"), "claims/*.yaml"),
        (("**/claims.yml", "papers/**/c-*.yml"), "papers/c-*.yml"),
        (("[ab]/*.yaml", "x?/*.yaml", "*.claims.yaml"), "*.claims.yaml"),
    ],
)
def test_the_first_pattern_that_says_where_is_taken(patterns: tuple[str, ...], expected: str) -> None:
    assert placing.pattern_for_new(Config(Path(), claims=patterns)) == expected


@pytest.mark.parametrize("pattern", ["claims.yaml", "claims/*/claims.yaml", "claims/*-*.yaml", "claims/**"])
def test_a_pattern_that_does_not_say_where_is_no_place(pattern: str) -> None:
    with pytest.raises(placing.PlacingError, match="no place for a new claim file"):
        placing.pattern_for_new(Config(Path(), claims=(pattern,)))


def test_the_source_that_is_added_to(tmp_path: Path) -> None:
    assert placing.source_for(project(tmp_path), None) == placing.ADDED
    assert placing.source_for(project(tmp_path), tmp_path / "seeds" / "new.txt") == "seeds/new.txt"
    for wanted, said in (("notes.md", "would be no source"), ("../outside.txt", "not inside the project")):
        with pytest.raises(placing.PlacingError, match=said):
            placing.source_for(project(tmp_path), tmp_path / wanted)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, "Abstract:{}\n"),
        ("", "Abstract:{}\n"),
        ("Abstract:A.", "Abstract:A.\nAbstract:{}\n"),
        ("Abstract:A.\r\n", "Abstract:A.\r\nAbstract:{}\r\n"),
        ("\ufeffAbstract:A.\n", "\ufeffAbstract:A.\nAbstract:{}\n"),
    ],
)
def test_what_a_source_holds_keeps_its_form(old: str | None, new: str, tmp_path: Path) -> None:
    if old is not None:
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds/s.txt").write_text(old, encoding="utf-8", newline="")
    added = placing.addition(project(tmp_path), "seeds/s.txt", ABSTRACT)
    assert added.text == new.format(ABSTRACT.text)


def test_a_source_that_is_not_utf8_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(b"\xff")
    with pytest.raises(placing.PlacingError, match="not UTF-8 at byte 0; nothing is added"):
        placing.addition(project(tmp_path), "s.txt", ABSTRACT)


def test_the_record_that_is_meant() -> None:
    one, two, same = Record(("a", "x"), "A."), Record(("b", "x"), "B."), Record(("c", "x"), "A.")
    assert placing.chosen([one], None, None) is one
    assert placing.chosen([one, two], "b", None) is two
    assert placing.chosen([one, two], None, "a") is one  # the paper's id may be its key
    assert placing.chosen([one, same], "x", None) is one  # two records of one abstract are one
    for entry, said in (("x", "2 records have the key"), ("aa", "no record with an abstract"), (None, "2 records are")):
        with pytest.raises(placing.PlacingError, match=said):
            placing.chosen([one, two], entry, None)


@pytest.mark.parametrize(("paper", "said"), [("a b", "You could take a-b"), ("../x", "is no id"), ("-", "is no id")])
def test_what_is_no_id(paper: str, said: str) -> None:
    placing.check_id("mr-search_2.1")
    with pytest.raises(placing.PlacingError, match=said):
        placing.check_id(paper)
