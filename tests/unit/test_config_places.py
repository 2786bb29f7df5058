"""Which `pyproject.toml` is the project's, and which files its patterns name."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.config import Config, ConfigError, find_root, load_config
from claimcheck.globs import Overlooked, fixed_folder

PATTERNS = 'claims = ["claims/*.yaml"]'


def lay(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("value", ['"."', '["claims/*.yaml", "./."]', '"/"', '"a\\u0000b"', '""'])
@pytest.mark.parametrize("key", ["claims", "sources"])
def test_a_pattern_that_can_name_no_file_is_told_with_file_and_key(key: str, value: str, tmp_path: Path) -> None:
    lay(tmp_path, pyproject_toml=f"[tool.claimcheck]\n{key} = {value}\n")
    with pytest.raises(ConfigError, match=rf"^pyproject\.toml: {key}: "):
        load_config(tmp_path)


def test_stars_within_a_name_are_one_star(tmp_path: Path) -> None:
    """Before 3.13, Python's own globs refuse them."""
    lay(tmp_path, pyproject_toml='[tool.claimcheck]\nclaims = ["claims/**x.yaml"]\n', claims__ax_yaml="")
    assert [path.name for path in load_config(tmp_path).files().claims] == ["ax.yaml"]


def test_a_nearer_file_without_the_table_is_not_the_projects(tmp_path: Path) -> None:
    lay(tmp_path, pyproject_toml=f"[tool.claimcheck]\n{PATTERNS}\n", claims__pyproject_toml="[project]\nname = 'x'\n")
    assert find_root(tmp_path / "claims") == (tmp_path, tmp_path / "pyproject.toml")


def test_where_no_file_has_the_table_the_nearest_counts(tmp_path: Path) -> None:
    lay(tmp_path, pyproject_toml="", part__pyproject_toml="")
    assert find_root(tmp_path / "part")[0] == tmp_path / "part"


@pytest.mark.parametrize("outer", ["", f"[tool.claimcheck]\n{PATTERNS}\n"])
def test_a_project_among_the_claim_files_of_another_is_refused(outer: str, tmp_path: Path) -> None:
    """Else one more file in a pull request would switch every rule off for whoever checks a single claim file."""
    lay(
        tmp_path,
        pyproject_toml=outer,
        claims__p_yaml="",
        claims__pyproject_toml='[tool.claimcheck]\nignore = ["ALL"]\n',
    )
    with pytest.raises(ConfigError, match=r"^claims/pyproject\.toml: lies among the claim files of another project"):
        load_config(tmp_path / "claims")
    assert load_config(tmp_path).root == tmp_path


def test_projects_beside_each_other_in_one_repository_are_what_they_are(tmp_path: Path) -> None:
    lay(
        tmp_path,
        pyproject_toml=f"[tool.claimcheck]\n{PATTERNS}\n",
        claims__p_yaml="",
        part__pyproject_toml='[tool.claimcheck]\nfail-on = "note"\n',
        part__claims__q_yaml="",
    )
    assert load_config(tmp_path / "part" / "claims").fail_on == "note"


def test_what_is_overlooked(tmp_path: Path) -> None:
    lay(
        tmp_path,
        claims__p_yaml="",
        claims__vocabulary_yaml="",
        claims__deep__p_yaml="",
        claims__tool__README_md="",
        other__q_yaml="",
        seeds__a_txt="",
        seeds__b_json="",
        seeds__c_TXT="",
    )
    (tmp_path / "claims" / ".git").mkdir()
    (tmp_path / "claims" / ".git" / "config.yaml").touch()
    assert Config(tmp_path).overlooked() == [
        Overlooked("claims/deep/p.yaml", "claims", True),
        Overlooked("seeds/b.json", "source", False),
        Overlooked("seeds/c.TXT", "source", True),
    ]


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [("claims/*.yaml", "claims"), ("a/b/**/c", "a/b"), ("*.yaml", ""), ("**", ""), ("a?/b/c", ""), ("./a//b", "a")],
)
def test_the_folder_that_a_pattern_writes_out(pattern: str, folder: str) -> None:
    assert fixed_folder(pattern) == folder
