"""`claimcheck new`, run as a person runs it: where the abstract comes from, what is written, and what is never lost."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from .conftest import ABSTRACT, Run

OTHER = "We introduce Swift 2, a reader. Swift 2 reduces errors by 12% on PageBank versus Quick."
THIRD = "We introduce Sluggish. It has 400 parts."
BIB = "@article{swift, title = {Swift 2: A Reader}, author = {Doe, Jane and Roe, Ann}, year = 2024, abstract = {%s}}"


@pytest.fixture
def sources(project: Path) -> Path:
    """The small project with a second source of two abstracts that have no claims."""
    (project / "seeds" / "t.txt").write_text(f"Abstract:{OTHER}\n\nAbstract:{THIRD}\n", encoding="utf-8")
    return project


def tree(project: Path) -> dict[str, bytes]:
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in project.rglob("*") if path.is_file()}


@pytest.mark.parametrize("words", [(), ("--next",), ("--starts", "We introduce Swift"), ("--line", "seeds/t.txt:1")])
def test_a_draft_of_an_abstract_of_the_sources(words: tuple[str, ...], sources: Path, run: Run) -> None:
    done = run("new", *words)
    assert done.returncode == 0, done.stderr
    text = (sources / "claims" / "swift-2.yaml").read_text(encoding="utf-8")
    assert text.startswith("# A draft: ")
    for line in ("  id: swift-2", "  name: Swift 2  # proposed", "        value: 12%", "        change: decrease"):
        assert line in text.splitlines()
    assert "claims/swift-2.yaml: 1 claim, " in done.stderr
    assert "claimcheck verify claims/swift-2.yaml" in done.stderr.splitlines()[-1]
    assert done.stdout == ""


def test_a_draft_does_not_verify_before_its_questions_are_answered(sources: Path, run: Run) -> None:
    run("new")
    done = run("verify", "claims/swift-2.yaml")
    assert done.returncode == 1
    assert {line.split()[1] for line in done.stdout.splitlines()} == {"CC007"}
    path = sources / "claims" / "swift-2.yaml"
    # what a person does here: the sentence was read, and what is proposed is right
    path.write_text(
        "".join(line for line in path.read_text(encoding="utf-8").splitlines(keepends=True) if "TODO" not in line),
        encoding="utf-8",
    )
    done = run("verify", "claims/swift-2.yaml")
    assert done.returncode == 0, done.stdout


def test_one_after_the_other_until_none_is_left(sources: Path, run: Run) -> None:
    assert run("new").returncode == 0
    assert run("new").returncode == 0
    assert sorted(path.name for path in (sources / "claims").iterdir()) == [
        "quick.yaml",
        "sluggish.yaml",
        "swift-2.yaml",
    ]
    done = run("new")
    assert done.returncode == 3
    assert "every abstract" in done.stderr


def test_a_draft_that_does_not_fit_the_schema_yet_still_counts_as_its_abstracts_file(sources: Path, run: Run) -> None:
    """`change: TODO` is no valid file; the next draft must be of the next abstract all the same."""
    run("new")
    path = sources / "claims" / "swift-2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("change: decrease", "change: TODO"), encoding="utf-8")
    assert run("new").returncode == 0
    assert (sources / "claims" / "sluggish.yaml").exists()


def test_without_sources_there_is_nothing_to_draft(tmp_path: Path, run: Run) -> None:
    assert run("new", cwd=tmp_path).returncode == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--starts", "We"), "3 abstracts begin with 'We'"),
        (("--starts", "We introduce Swift 3"), "Did you mean 'We introduce Swift 2,'?"),
        (("--starts", ""), "no abstract"),
        (("--line", "seeds/t.txt:2"), "the lines where one begins: 1, 3"),
        (("--line", "seeds/tt.txt:1"), "Did you mean 'seeds/t.txt'?"),
        (("--line", "seeds/t.txt"), "write FILE:LINE"),
        (("--next", "--line", "seeds/t.txt:1"), "name two abstracts"),
        (("--entry", "x"), "give the file with --from"),
        (("--id", "a b"), "You could take a-b"),
        (("--id", "../x"), "is no id"),
        (("--id", "vocabulary"), "is the project's vocabulary"),
        (("--from", "nothing.bib"), "cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_word_on_what_could(
    words: tuple[str, ...], said: str, sources: Path, run: Run
) -> None:
    before = tree(sources)
    done = run("new", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert tree(sources) == before


def test_nothing_is_overwritten_without_force(sources: Path, run: Run) -> None:
    run("new", "--starts", "We introduce Swift")
    path = sources / "claims" / "swift-2.yaml"
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    before = tree(sources)
    done = run("new", "--starts", "We introduce Swift")
    assert done.returncode == 2
    assert "claims/swift-2.yaml exists" in done.stderr and "--force" in done.stderr
    assert tree(sources) == before
    assert run("new", "--starts", "We introduce Swift", "--force").returncode == 0
    assert not path.read_text(encoding="utf-8").startswith("# mine")


def test_no_second_file_about_an_abstract(sources: Path, run: Run) -> None:
    before = tree(sources)
    done = run("new", "--starts", "We present Quick", "--id", "other", "--force")
    assert done.returncode == 2
    assert "claims/quick.yaml is about this abstract already" in done.stderr
    assert tree(sources) == before
    assert run("new", "--starts", "We present Quick", "--id", "other", "--stdout").returncode == 0
    assert tree(sources) == before


def test_an_id_of_another_paper_is_not_taken(sources: Path, run: Run) -> None:
    (sources / "claims" / "Swift-2.yaml").write_bytes(
        (sources / "claims" / "quick.yaml").read_bytes().replace(b"id: quick", b"id: Swift-2")
    )
    assert run("new", "--starts", "We introduce Swift").returncode == 0
    assert (sources / "claims" / "swift-2-2.yaml").exists()


def test_printed_is_what_would_be_written(sources: Path, run: Run) -> None:
    printed = run("new", "--stdout")
    run("new")
    assert (sources / "claims" / "swift-2.yaml").read_text(encoding="utf-8") == printed.stdout


def test_a_draft_does_not_depend_on_the_run(sources: Path, run: Run) -> None:
    drafts = {run("new", "--stdout", PYTHONHASHSEED=seed).stdout for seed in ("1", "2", "3")}
    assert len(drafts) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", OTHER),
        ("a.txt", f"Title\nAbstract: {OTHER}"),
        ("a.bib", BIB % OTHER),
        ("a.json", json.dumps({"id": "2401.00001", "title": "Swift 2: A Reader", "abstract": OTHER})),
        ("a.jsonl", json.dumps({"paperId": "x", "abstract": OTHER}) + "\n"),
    ],
)
def test_a_draft_from_a_file_whose_abstract_is_added_to_the_sources(
    name: str, text: str, project: Path, run: Run
) -> None:
    (project / name).write_text(text, encoding="utf-8")
    before = (project / "seeds" / "s.txt").read_bytes()
    done = run("new", "--from", name, "--append-source")
    assert done.returncode == 0, done.stderr
    assert (project / "seeds" / "s.txt").read_bytes() == before + f"Abstract:{OTHER}\n".encode()
    found = run("verify")
    assert found.returncode == 1
    # but for what the draft leaves open, the project is as right as before: the abstract is found, no other is touched
    assert {line.split()[1] for line in found.stdout.splitlines()} == {"CC007"}


def test_metadata_of_a_record_is_kept(project: Path, run: Run) -> None:
    (project / "a.bib").write_text(BIB % OTHER, encoding="utf-8")
    text = run("new", "--from", "a.bib", "--stdout").stdout
    for line in ("  title: 'Swift 2: A Reader'", "    - Jane Doe", "    - Ann Roe", "  year: 2024"):
        assert line in text.splitlines()


def test_of_several_records_one_is_chosen(project: Path, run: Run) -> None:
    lines = [json.dumps({"id": key, "abstract": text}) for key, text in (("one", OTHER), ("two", THIRD))]
    (project / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("new", "--from", "a.jsonl")
    assert done.returncode == 2
    assert "--entry: one, two" in done.stderr
    assert "Did you mean 'one'?" in run("new", "--from", "a.jsonl", "--entry", "onn").stderr
    assert "name: Sluggish" in run("new", "--from", "a.jsonl", "--entry", "two", "--stdout").stdout
    assert (
        "id: two" in run("new", "--from", "a.jsonl", "--id", "two", "--stdout").stdout
    )  # the id names the record, too


@pytest.mark.parametrize("words", [("-",), ("--from", "-")])
def test_the_standard_input(words: tuple[str, ...], project: Path, run: Run) -> None:
    assert "name: Swift 2" in run("new", *words, "--stdout", stdin=OTHER).stdout
    assert "year: 2024" in run("new", *words, "--stdout", stdin=BIB % OTHER).stdout


def test_an_abstract_that_no_source_has_is_told(project: Path, run: Run) -> None:
    done = run("new", "-", stdin=OTHER)
    assert done.returncode == 0
    assert "--append-source adds it" in done.stderr


def test_the_source_may_come_after_the_draft(project: Path, run: Run) -> None:
    """What the hint of the first call says to do must not make a second claim file of the same abstract."""
    assert run("new", "-", stdin=OTHER).returncode == 0
    claims = {path: path.read_bytes() for path in (project / "claims").iterdir()}
    done = run("new", "-", "--append-source", "seeds/u.txt", stdin=OTHER)
    assert done.returncode == 0
    assert "nothing is drafted" in done.stderr
    assert (project / "seeds" / "u.txt").is_file()
    assert {path: path.read_bytes() for path in (project / "claims").iterdir()} == claims


def test_an_abstract_is_never_added_twice(project: Path, run: Run) -> None:
    assert run("new", "-", "--append-source", "seeds/u.txt", stdin=OTHER).returncode == 0
    seeds = {path: path.read_bytes() for path in (project / "seeds").iterdir()}
    done = run(
        "new", "-", "--append-source", "seeds/u.txt", "--force", stdin=OTHER.replace(" ", "\n  ")
    )  # other white space: the same abstract
    assert done.returncode == 0
    assert "nothing is added" in done.stderr
    assert {path: path.read_bytes() for path in (project / "seeds").iterdir()} == seeds


def test_a_project_without_a_source_gets_one(tmp_path: Path, run: Run) -> None:
    root = tmp_path / "empty"
    root.mkdir()
    assert run("new", "-", "--append-source", cwd=root, stdin=OTHER).returncode == 0
    assert (root / "seeds" / "added.txt").read_text(encoding="utf-8") == f"Abstract:{OTHER}\n"


def test_a_source_keeps_its_bytes_and_line_ends(project: Path, run: Run) -> None:
    path = project / "seeds" / "s.txt"
    old = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").removesuffix(b"\r\n") + b"\r\nmore"
    path.write_bytes(old)
    assert run("new", "-", "--append-source", stdin=OTHER).returncode == 0
    assert path.read_bytes() == old + b"\r\n" + f"Abstract:{OTHER}\r\n".encode()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("seeds/a.md", "it matches none of seeds/*.txt"),
        ("other/a.txt", "it matches none of"),
        ("../a.txt", "not inside the project"),
    ],
)
def test_only_a_source_is_added_to(file: str, said: str, project: Path, run: Run) -> None:
    before = tree(project)
    done = run("new", "-", "--append-source", file, stdin=OTHER)
    assert done.returncode == 2
    assert said in done.stderr
    assert tree(project) == before
    assert not (project.parent / "a.txt").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "no abstract found"),
        (b"\xff\xfe", "not UTF-8"),
        (b"A bell \x07 rings 5 times.", "a control character (U+0007)"),
        (b'{"abstract": "half \\ud800"}', "surrogate"),
        (b'{"abstract": "One. Abstract: two."}', "the marker 'Abstract:' inside it"),
        (b"{ { {", "not JSON"),
        (b"$ $", "there are no words"),
        (b"word " * 3000, "give the abstract alone"),
    ],
)
def test_a_text_that_is_no_abstract_is_refused(text: bytes, said: str, project: Path, run: Run) -> None:
    (project / "in").write_bytes(text)
    before = tree(project)
    done = run("new", "--from", "in", "--append-source")
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert tree(project) == before


HOSTILE = [
    "We present Quick: {a: b}, [c], # no comment, *star, &amp, !tag, %dir, @at, `tick`, 'one', \"two\". It has 5 parts: - x ? y | z > w.",
    "--- We present Dash. ... It has 400 parts. --- \u202e bidi \u200b zero.",
    "TODO: We present Todo. TODO has 5 parts. TODO",
    "We present null. It gains yes 5% on no. ~ true",
    "We present \U0001f600 Smile. It gains 5% \u2028 on \x85 lines.",
    "We present $x_1$ and \\textbf{Q}. It cuts $\\frac{1}{2}$ of 10{,}000 \\% by 5\\%.",
    "We present ''Quoted''. ``It'' gains 5'000 points: '5%'.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_fields(text: str, project: Path, run: Run) -> None:
    done = run("new", "-", "--append-source", "--id", "hostile", stdin=text)
    assert done.returncode == 0, done.stderr
    found = run("verify", "claims/hostile.yaml", "--format", "json")
    rules = {each["rule"] for each in json.loads(found.stdout)["findings"] if each["severity"] == "error"}
    assert rules <= {"todo-left", "schema"}
    for each in json.loads(found.stdout)["findings"]:
        if each["rule"] == "schema":
            assert (
                "TODO"
                in (project / "claims" / "hostile.yaml").read_text(encoding="utf-8").splitlines()[each["line"] - 1]
            )


def test_other_folders_and_endings_are_kept_to(project: Path, run: Run) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.claimcheck]\nsources = ["texts/**/*.txt"]\nclaims = ["data/claims/**/*.yml"]\n', encoding="utf-8"
    )
    (project / "texts" / "deep").mkdir(parents=True)
    done = run("new", "-", "--append-source", "texts/deep/a.txt", stdin=OTHER)
    assert done.returncode == 0, done.stderr
    text = (project / "data" / "claims" / "swift-2.yml").read_text(encoding="utf-8")
    assert text.startswith("# A draft: ")


@pytest.mark.parametrize(("folder", "way"), [("claims", "../"), ("data/claims", "../../")])
def test_a_draft_names_the_schema_where_there_is_one(folder: str, way: str, sources: Path, run: Run) -> None:
    """An editor that is sent to a file that is not there complains about every claim file; `fix` adds the line later."""
    (sources / "pyproject.toml").write_text(f'[tool.claimcheck]\nclaims = ["{folder}/*.yaml"]\n', encoding="utf-8")
    words = ("new", "--starts", "We introduce Swift")
    assert "yaml-language-server" not in run(*words, "--stdout").stdout
    (sources / "claims.schema.json").write_text(run("schema").stdout, encoding="utf-8")
    assert run(*words).returncode == 0
    [path] = (sources / folder).glob("swift*.yaml")
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={way}claims.schema.json"
    assert (path.parent / first.partition("=")[2]).resolve() == (sources / "claims.schema.json").resolve()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions bind no superuser")
def test_a_folder_that_cannot_be_written_loses_nothing(sources: Path, run: Run) -> None:
    before = tree(sources)
    (sources / "claims").chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = run("new")
    (sources / "claims").chmod(stat.S_IRWXU)
    assert done.returncode == 2
    assert tree(sources) == before


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_no_link_leads_out_of_the_project(project: Path, run: Run) -> None:
    outside = project.parent / "outside"
    (project / "claims").rename(outside)
    (project / "claims").symlink_to(outside)
    names = sorted(path.name for path in outside.iterdir())
    done = run("new", "-", stdin=OTHER)
    assert done.returncode == 2
    assert sorted(path.name for path in outside.iterdir()) == names


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_hyphen_is_no_file_to_add_to(sources: Path, run: Run) -> None:
    """Who types `new --append-source -` means the standard input, and must not get a draft of another abstract."""
    before = tree(sources)
    done = run("new", "--append-source", "-", stdin="We present Hyphen. It has 3 parts.")
    assert done.returncode == 2
    assert "claimcheck new - --append-source" in done.stderr
    assert tree(sources) == before


def test_a_file_to_add_to_is_looked_at_even_if_nothing_is_added(sources: Path, run: Run) -> None:
    before = tree(sources)
    done = run("new", "--next", "--append-source", "notes.md")
    assert done.returncode == 2
    assert "notes.md would be no source of this project" in done.stderr
    assert tree(sources) == before


def test_a_source_outside_is_not_added_to(project: Path, run: Run) -> None:
    outside = project.parent / "outside.txt"
    (project / "seeds" / "s.txt").rename(outside)
    (project / "seeds" / "s.txt").symlink_to(outside)
    before = outside.read_bytes()
    done = run("new", "-", "--append-source", stdin=OTHER)
    assert done.returncode == 2
    assert "leads out of the project" in done.stderr
    assert outside.read_bytes() == before and not list((project / "claims").glob("swift*"))


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "claims").write_text("no folder", encoding="utf-8")
    done = run("new", "-", cwd=tmp_path, stdin=OTHER)
    assert done.returncode == 2
    assert "claims" in done.stderr
    assert (tmp_path / "claims").read_text(encoding="utf-8") == "no folder"


def test_a_draft_of_a_known_abstract_is_of_the_source_as_it_stands(project: Path, run: Run) -> None:
    """The quotes of a draft stand in the source, whatever the file's own white space."""
    done = run("new", "-", "--stdout", stdin=ABSTRACT.replace(" ", "   "))
    assert "every" not in done.stderr and done.returncode == 0
    assert "- quote: >-\n      On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow." in done.stdout


def test_a_draft_is_printed_where_no_pattern_says_where_it_would_go(run: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.claimcheck]\nclaims = ["data/*/claims.yaml"]\n', encoding="utf-8")
    words = ["new", "--starts", "We present Quick"]
    refused = run(*words)
    assert refused.returncode == 2
    assert "print the draft with --stdout" in refused.stderr
    printed = run(*words, "--stdout")
    assert printed.returncode == 0, printed.stderr
    assert "schema: claimcheck/1" in printed.stdout
