"""A project in memory says what `verify` says, of what is open and of what has changed on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.app import verify
from claimcheck.lsp.files import Document, Files
from claimcheck.lsp.project import LiveProject, root_of
from claimcheck.project import Chosen, Selection
from claimcheck.runner import Memory, run

from .conftest import FILES, QUICK, SLOW, put, write


def found(live: LiveProject) -> list[str]:
    return [f"{each.file}: {each.rule}" for each in live.check().findings]


def close(live: LiveProject, name: str) -> None:
    del live.files.open[os.path.realpath(live.root / name)]


def test_nothing_is_wrong_with_the_project(live: LiveProject, root: Path) -> None:
    """Else the tests below would say little."""
    assert found(live) == []
    assert verify(root).findings == ()


def test_unsaved_text_goes_before_the_file(live: LiveProject) -> None:
    put(live, "claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.6%"))
    assert "claims/quick.yaml: value-not-in-quote" in found(live)
    close(live, "claims/quick.yaml")
    assert found(live) == []


def test_an_unsaved_source_changes_what_is_found_in_claim_files(live: LiveProject) -> None:
    put(live, "seeds/s.txt", FILES["seeds/s.txt"].replace("91.5%", "91.4%"))
    assert "claims/quick.yaml: quote-not-verbatim" in found(live)
    put(live, "seeds/s.txt", FILES["seeds/s.txt"])
    assert found(live) == []


def test_an_unsaved_vocabulary_counts(live: LiveProject) -> None:
    put(live, "claims/vocabulary.yaml", FILES["claims/vocabulary.yaml"].replace("higher", "highest"))
    assert found(live) == ["claims/vocabulary.yaml: schema"]


def test_a_file_that_is_not_saved_yet_belongs_to_the_project(live: LiveProject) -> None:
    """Its claim is the other file's: both are told, as they would be once it is saved."""
    put(live, "claims/again.yaml", QUICK.replace("id: quick", "id: again"))
    assert any("two-files-one-abstract" in each for each in found(live))


def test_a_pattern_means_the_same_for_a_file_that_is_not_saved_yet(live: LiveProject, root: Path) -> None:
    """A last `**` means all files in all folders, as it does for files on the disk."""
    write(root, {"pyproject.toml": '[tool.claimcheck]\nclaims = ["claims/**"]\n'})
    put(live, "claims/more/again.yaml", QUICK.replace("id: quick", "id: again"))
    assert any("two-files-one-abstract" in each for each in found(live))


def test_files_that_change_come_and_go_on_the_disk_are_noticed(live: LiveProject, root: Path) -> None:
    assert found(live) == []
    (root / "claims/quick.yaml").write_text(QUICK.replace("value: 88.0%", "value: 88.1%"), encoding="utf-8")
    assert "claims/quick.yaml: value-not-in-quote" in found(live)
    (root / "claims/quick.yaml").unlink()
    assert [each for each in found(live) if "quick.yaml" in each] == []
    write(root, {"claims/quick.yaml": QUICK})
    assert found(live) == []


def test_it_says_what_verify_says(live: LiveProject, root: Path) -> None:
    """Of a project with defects of all kinds, with an ignore, a severity and a baseline in force."""
    write(
        root,
        {
            "pyproject.toml": '[tool.claimcheck]\nignore = ["paper-id"]\n[tool.claimcheck.severity]\nunit-differs = "note"\n',
            "claims/quick.yaml": QUICK.replace("id: quick", "id: quicker").replace(
                "value: 91.5%", "value: 91.5  # claimcheck: ignore[mention] a test"
            ),
            "claims/slow.yaml": SLOW.replace("kind", "kond"),
            "claims/third.yaml": "a: [b",
            "claims/more/hidden.yaml": QUICK,  # no pattern takes it
        },
    )
    expected = [(each.file, each.rule, each.severity, each.message) for each in verify(root).findings]
    assert len({rule for _, rule, _, _ in expected}) > 3
    assert "overlooked-file" in {rule for _, rule, _, _ in expected}
    assert [(each.file, each.rule, each.severity, each.message) for each in live.check().findings] == expected
    assert [(each.file, each.rule, each.severity, each.message) for each in live.check().findings] == expected


def test_a_file_that_is_the_same_is_parsed_once(live: LiveProject) -> None:
    first, second = live.load(), live.load()
    assert first is not None
    assert second is not None
    assert all(a is b for a, b in zip(first.dataset.papers, second.dataset.papers, strict=True))
    put(live, "claims/quick.yaml", QUICK + "\n")
    third = live.load()
    assert third is not None
    kept = {each.id for each in third.dataset.papers if any(each is other for other in first.dataset.papers)}
    assert kept == {"slow"}


def test_a_broken_configuration_is_told_and_the_last_right_one_holds(live: LiveProject, root: Path) -> None:
    put(live, "claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.6%"))
    assert live.check().problem is None
    (root / "pyproject.toml").write_text('[tool.claimcheck]\nsource = "x"\n', encoding="utf-8")
    checked = live.check()
    assert checked.problem is not None
    assert "no key 'source'" in checked.problem
    assert checked.findings != ()
    (root / "pyproject.toml").write_text('[tool.claimcheck]\nignore = ["ALL"]\n', encoding="utf-8")
    checked = live.check()
    assert (checked.problem, checked.findings) == (None, ())


def test_a_configuration_that_was_never_right_leaves_nothing_to_say(live: LiveProject, root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool", encoding="utf-8")
    checked = live.check()
    assert checked.problem is not None
    assert checked.findings == ()
    (root / "pyproject.toml").unlink()
    assert live.check().problem is None


def test_a_missing_baseline_is_told(live: LiveProject, root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.claimcheck]\nbaseline = "b.json"\n', encoding="utf-8")
    assert "b.json" in (live.check().problem or "")


def test_the_projects_own_fields_are_read_by_its_schema(live: LiveProject, root: Path) -> None:
    """The schema of them is the disk's; while it is broken the last right one holds."""
    schema = '{"properties": {"claim": {"type": "object", "properties": {"gpu": {"enum": ["A100"]}}}}}'
    write(
        root,
        {
            "pyproject.toml": '[tool.claimcheck]\nextra-schema = "extra.json"\n',
            "extra.json": schema,
            "claims/quick.yaml": QUICK + "        extra: {gpu: A100}\n",
        },
    )
    told = [(each.file, each.rule, each.message) for each in verify(root).findings]
    assert [(each.file, each.rule, each.message) for each in live.check().findings] == told
    write(root, {"extra.json": "{"})
    checked = live.check()
    assert "extra.json" in (checked.problem or "")
    assert [(each.file, each.rule, each.message) for each in checked.findings] == told
    write(root, {"extra.json": schema.replace("A100", "H100")})
    checked = live.check()
    assert checked.problem is None
    assert "schema" in [each.rule for each in checked.findings]


def test_a_file_that_cannot_be_read_is_told(live: LiveProject, root: Path) -> None:
    (root / "claims/third.yaml").symlink_to("third.yaml")  # a link to itself
    checked = live.check()
    assert (checked.problem or "").startswith("claims/third.yaml: cannot be read")
    assert checked.findings == ()
    (root / "claims/third.yaml").unlink()
    assert live.check().problem is None


def test_a_link_that_leads_out_of_the_project_is_not_followed(live: LiveProject, root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: b", encoding="utf-8")
    (root / "claims/third.yaml").symlink_to(outside)
    assert found(live) == ["claims/third.yaml: file-limits"]


def test_a_file_outside_has_no_name_in_the_project(live: LiveProject, root: Path, tmp_path: Path) -> None:
    assert live.name_of(tmp_path / "elsewhere.yaml") is None
    assert live.name_of(root / "claims/quick.yaml") == "claims/quick.yaml"


def test_a_byte_order_mark_is_no_part_of_an_open_text() -> None:
    document = Document.of("file:///a", "\ufeffa\ud800", 1)
    assert (document.text, document.has_mark) == ("a\ufffd", True)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["claims/quick.yaml", "claims/slow.yaml", "claims/third.yaml", "claims/vocabulary.yaml", "seeds/s.txt"]
        ),
        st.sampled_from(["type", "save", "close", "delete"]),
        st.sampled_from(
            [("91.5%", "91.6%"), ("Slow", "slow"), ("kind", "kond"), ("accuracy", "error"), ("We", "A: [b")]
        ),
    ),
    max_size=8,
)


@settings(max_examples=20, deadline=None)
@given(STEPS)
def test_whatever_was_before_the_findings_are_those_of_a_fresh_look(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, tuple[str, str]]]
) -> None:
    """What is kept from one check to the next changes no outcome."""
    root = write(tmp_path_factory.mktemp("steps").resolve(), FILES)
    live = LiveProject(root, Files())
    for name, deed, (old, new) in steps:
        path = root / name
        text = FILES.get(name, QUICK).replace(old, new)
        match deed:
            case "type":
                put(live, name, text)
            case "save":
                write(root, {name: text})
            case "close":
                live.files.open.pop(os.path.realpath(path), None)
            case "delete":
                path.unlink(missing_ok=True)
        fresh = LiveProject(root, Files())
        fresh.files.open.update(live.files.open)
        seen = [[(each.file, each.rule, each.message) for each in one.check().findings] for one in (live, fresh)]
        assert seen[0] == seen[1]


class TestRoot:
    """Whose file it is: the nearest pyproject.toml says, then the editor's folders, then where claim files lie."""

    def test_the_nearest_configuration(self, root: Path) -> None:
        assert root_of(root / "claims/quick.yaml", []) == root
        assert root_of(root / "claims/quick.yaml", [root / "claims"]) == root

    def test_the_innermost_folder_of_the_editor(self, tmp_path: Path) -> None:
        path = write(tmp_path, {"a/b/claims/x.yaml": ""}).resolve() / "a/b/claims/x.yaml"
        assert root_of(path, [tmp_path, tmp_path / "a", tmp_path / "c"]) == path.parents[2]

    def test_the_folder_around_claims_for_a_single_file(self, tmp_path: Path) -> None:
        path = write(tmp_path, {"a/claims/x.yaml": "", "a/other/x.yaml": ""}).resolve() / "a/claims/x.yaml"
        assert root_of(path, []) == path.parents[1]
        assert root_of(path.parents[1] / "other/x.yaml", []) is None


def test_what_is_read_from_the_disk_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, {"a": "b"}) / "a"
    files = Files()
    assert files.data(path) is files.data(path)


def test_a_part_that_is_the_same_is_checked_once(live: LiveProject) -> None:
    """What the memory has of a part is taken from there: a paper of which it says "nothing" has nothing."""
    put(live, "claims/quick.yaml", QUICK.replace("value: 91.5%", "value: 91.6%"))
    project = live.load()
    assert project is not None
    memory: Memory = {}
    first = run(project, Chosen(True), Selection(), memory).findings
    assert "value-not-in-quote" in [each.rule for each in first]
    kept = dict(memory)
    again = run(project, Chosen(True), Selection(), memory).findings
    assert [each.message for each in again] == [each.message for each in first]
    assert memory == kept
    emptied = dict.fromkeys(memory, ())
    assert run(project, Chosen(True), Selection(), emptied).findings == ()
