"""Places in a file: lines end where YAML and editors end them."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.load import load_claim_file
from claimcheck.source import Position, SourceFile
from claimcheck.suppress import ignore_comments

texts = st.text(st.sampled_from("ab \r\n\t\u2028é😀"), max_size=30)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_every_system(end: str) -> None:
    """A file of an old Mac is no single line."""
    file = SourceFile("f", f"one{end}two{end}{end}four{end}")
    assert [file.line(number) for number in range(1, file.lines + 1)] == ["one", "two", "", "four", ""]
    assert file.position(file.text.index("two") + 1) == Position(2, 2)
    assert file.position(len(file.text)) == Position(5, 1)
    assert file.text[file.offset_of_line(4) :].startswith("four")


def test_line_ends_of_several_systems_in_one_file() -> None:
    file = SourceFile("f", "a\rb\r\nc\n\rd")
    assert [file.line(number) for number in range(1, file.lines + 1)] == ["a", "b", "c", "", "d"]


@given(texts)
def test_lines_are_those_that_a_text_is_split_into(text: str) -> None:
    file = SourceFile("f", text)
    assert [file.line(number) for number in range(1, file.lines + 1)] == re.split("\r\n|\r|\n", text)


@given(texts, st.integers(0, 40))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    file = SourceFile("f", text)
    line, column = file.position(offset)
    assert 1 <= line <= file.lines
    assert file.offset_of_line(line) + column - 1 == min(offset, len(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_yaml_counts_the_same_lines(end: str) -> None:
    text = end.join(["a: 1", "# c", "b: 2", "", "c: 3"])
    file = SourceFile("f", text)
    marks = [event.start_mark for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)]
    assert [(mark.line + 1, mark.column + 1) for mark in marks] == [file.position(mark.index) for mark in marks]


def test_a_comment_is_for_its_own_line_alone() -> None:
    """For YAML, the comment ends at the carriage return; so it ignores nothing of the line behind it."""
    file = SourceFile("claims/p.yaml", "a: 1  # claimcheck: ignore[CC201] a reason\rb: 2\n")
    (comment,) = ignore_comments(load_claim_file(file))
    assert comment["reason"].strip() == "a reason"
    assert (file.position(comment.start()).line, file.position(file.text.index("b: 2")).line) == (1, 2)
