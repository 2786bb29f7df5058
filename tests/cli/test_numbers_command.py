"""`claimcheck numbers`: the recogniser on plain text and on JSON lines, and what it says of what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run


def test_a_table_for_people(run: Run) -> None:
    done = run("numbers", stdin="It has 3 parts\nand is about 40% faster.\n")
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["1:8\t3\t3", "2:8\tabout 40%\tabout 40 %"]


def test_a_size_is_told_with_all_its_sides(run: Run) -> None:
    done = run("numbers", stdin="blocks of 60 × 10 × 3 mm")
    assert done.stdout.splitlines() == ["1:11\t60 × 10 × 3 mm\t60 x 10 x 3 mm"]


def test_a_line_of_json_for_each_number(run: Run) -> None:
    (record,) = map(json.loads, run("numbers", "--format", "jsonl", stdin="up to 8%").stdout.splitlines())
    assert (record["text"], record["low"], record["unit"], record["bound"]) == ("up to 8%", "8", "%", "at-most")


def test_of_several_files_each_line_says_which(run: Run, project: Path) -> None:
    (project / "a.txt").write_text("5%", encoding="utf-8")
    (project / "b.txt").write_text("No number.\n3x", encoding="utf-8")
    assert run("numbers", "a.txt", "b.txt").stdout == "a.txt:1:1\t5%\t5 %\nb.txt:2:1\t3x\t3 x\n"
    assert run("numbers", "b.txt").stdout == "2:1\t3x\t3 x\n"
    told = [json.loads(line) for line in run("numbers", "--format", "jsonl", "a.txt", "b.txt").stdout.splitlines()]
    assert [(each["file"], each["text"]) for each in told] == [("a.txt", "5%"), ("b.txt", "3x")]
    assert "file" not in json.loads(run("numbers", "--format", "jsonl", "a.txt").stdout)


def test_only_some_classes(run: Run) -> None:
    done = run("numbers", "--class", "name", stdin="Olmo 3 has 7 parts.")
    assert [line.split("\t")[2] for line in done.stdout.splitlines()] == ["name"]


def test_bad_lines_are_told_and_the_rest_goes_on(run: Run) -> None:
    lines = ['{"id": 1, "text": "3 runs"}', "[1]", "17", '"x"', "null", "{", '{"id": 2}', '{"text": 5}', "",
             "[" * 100_000, '{"id": 3, "text": "none"}']  # fmt: skip
    done = run("numbers", "--jsonl", stdin="\n".join(lines))
    assert done.returncode == 2  # a file that cannot be read as what it should be
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 3]
    told = done.stderr.splitlines()
    expected = ["a list, and no object", "a number, and no object", "a string, and no object", "null, and no object",
                "not JSON: ", "no field 'text'", "the field 'text' is no string", "nested too deep"]  # fmt: skip
    assert len(told) == len(expected)
    for line, number, what in zip(told, (2, 3, 4, 5, 6, 7, 8, 10), expected, strict=True):
        assert line.startswith(f"claimcheck: -:{number}: ")
        assert what in line
        assert line.endswith('expected {"id": …, "text": "…"}')


@pytest.mark.parametrize("words", [["--jsonl"], ["--format", "jsonl"]])
def test_what_a_terminal_obeys_is_escaped_and_read_back(words: list[str], run: Run) -> None:
    """U+009B begins a control sequence, U+202E turns the line round; a JSON reader gets them as they were."""
    text = "3\u202f% of \u202e7\u009b31m"
    given = json.dumps({"id": "\u009b2J\u202e", "text": text}) if words == ["--jsonl"] else text
    done = run("numbers", *words, stdin=given)
    assert done.returncode == 0, done.stderr
    assert not {"\u009b", "\u202e"} & set(done.stdout)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    if words == ["--jsonl"]:
        (record,) = records
        assert record["id"] == "\u009b2J\u202e"
        records = record["numbers"]
    assert records and all(each["text"] == text[each["start"] : each["end"]] for each in records)


def test_bulk_lines_are_jsonl_and_no_table(run: Run) -> None:
    given = '{"id": "a", "text": "3 of them"}\n'
    assert (
        run("numbers", "--jsonl", "--format", "jsonl", stdin=given).stdout
        == run("numbers", "--jsonl", stdin=given).stdout
    )
    done = run("numbers", "--jsonl", "--format", "text", stdin="")
    assert done.returncode == 2
    assert "leave out --format text" in done.stderr


def test_a_file_that_cannot_be_read(run: Run, project: Path) -> None:
    (project / "bytes.txt").write_bytes(b"3\xff")
    for words, said in (
        (["bytes.txt"], "bytes.txt: not UTF-8 at byte 1"),
        (["missing.txt"], "missing.txt: cannot be read: No such file"),
        (["up to 5% of it"], "up to 5% of it: cannot be read: No such file or directory. To read a text, and no file,"),
        (["--jsonl", "missing.txt"], "missing.txt: cannot be read: No such file"),
        (["--jsonl", "bytes.txt"], "bytes.txt:1: not UTF-8 at byte 1 of the line"),
    ):
        done = run("numbers", *words)
        assert done.returncode == 2
        assert said in done.stderr
        assert ("To read a text" in done.stderr) == (" " in words[-1])
