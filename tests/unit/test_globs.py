"""Patterns mean the same for files on disk, for files of a revision, and for names, whatever Python runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparing.trees import FolderTree
from claimcheck.globs import files, matches

NAMES = ("a", "b", "ab", "a.yaml", "b.yml", ".a.yaml", "[a]")
PATTERNS = ("a", "*", "*.yaml", "?.y*", "[ab]*", "[!a]*", "**", "**.yaml", "a**", ".", "")


def laid(folder: Path, names: list[str]) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


@given(
    st.lists(
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map("/".join), min_size=1, max_size=6, unique=True
    ),
    st.lists(st.sampled_from([each for each in PATTERNS if each]), min_size=1, max_size=3),
)
def test_a_name_matches_where_the_file_is_found(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], parts: list[str]
) -> None:
    names = [name for name in names if not any(other.startswith(name + "/") for other in names)]
    pattern = "/".join(parts)
    folder = tmp_path_factory.mktemp("glob")
    laid(folder, names)
    found = [path.relative_to(folder).as_posix() for path in files(folder, [pattern])]
    assert found == sorted(name for name in names if matches(name, pattern))
    assert found == FolderTree(folder, "x").matching([pattern])


@pytest.mark.parametrize(
    ("pattern", "expected"),
    {
        "seeds/*.txt": ["seeds/a.txt"],
        "seeds/**/*.txt": ["seeds/a.txt", "seeds/more/b.txt"],
        # Python 3.13 finds files by this one, and those before found folders alone.
        "seeds/**": ["seeds/a.txt", "seeds/more/b.txt", "seeds/more/c.md"],
        "**": ["other/d.txt", "seeds/a.txt", "seeds/more/b.txt", "seeds/more/c.md"],
        # Python 3.13 takes two stars within a name for one, and those before refuse them.
        "seeds/**.txt": ["seeds/a.txt"],
        "./seeds//a.txt": ["seeds/a.txt"],
        "seeds": [],
        ".": [],
        "seeds/more": [],
    }.items(),
)
def test_what_a_pattern_means(pattern: str, expected: list[str], tmp_path: Path) -> None:
    names = ["other/d.txt", "seeds/a.txt", "seeds/more/b.txt", "seeds/more/c.md"]
    laid(tmp_path, names)
    assert [path.relative_to(tmp_path).as_posix() for path in files(tmp_path, [pattern])] == expected
    assert [name for name in names if matches(name, pattern)] == expected


def test_a_file_that_two_patterns_mean_is_there_once(tmp_path: Path) -> None:
    laid(tmp_path, ["b.txt", "a.txt"])
    assert [path.name for path in files(tmp_path, ["*.txt", "a*"])] == ["a.txt", "b.txt"]


def test_a_pattern_cannot_take_for_ever() -> None:
    """Both come from a pull request."""
    assert not matches("/".join("a" * 2000), "/".join(["**", "a"] * 300 + ["b"]))
