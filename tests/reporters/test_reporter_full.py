"""The terminal's format: the right words are underlined, whatever stands before them, and lines fit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.diagnostic import Finding, Label
from claimcheck.reporters import render
from claimcheck.reporters.base import Report, Summary
from claimcheck.source import SourceFile, Span


def shown(text: str, start: int, end: int, message: str = "", *, width: int = 100) -> list[str]:
    """The lines of the block for a finding in a file of this text."""
    label = Label(SourceFile("a.yaml", text), Span(start, end), message)
    finding = Finding("CC201", "value-not-in-quote", "error", "wrong", label=label)
    return render("full", Report("1", (finding,), Summary(1, 1, 1, 1, {}, 0), {}), width=width).splitlines()


def columns(text: str) -> int:
    """The columns of a terminal that the (ordinary, wide or combining) characters of these tests take."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def underlined(line: str, mark: str) -> str:
    """What stands above the carets of `mark`, column by column."""
    carets = re.search(r"\^+", mark)
    assert carets is not None
    start, above = 0, ""
    for char in line:
        if carets.start() <= start < carets.end():
            above += char
        start += columns(char)
    return above


def test_ordinary_finding(ordinary: Finding, report: Report) -> None:
    """The layout as a whole, for a reader: place, rule, message; the line; the source around the number; the help."""
    lines = render("full", replace(report, findings=(ordinary,)), width=70).splitlines()
    assert lines == [
        "claims/rlve.yaml:4:12: error[CC201] value-not-in-quote: 3.38% is not among the numbers of its quote (3.37%)",
        "   |",
        " 4 |     value: 3.38%",
        "   |            ^^^^^",
        "  --> seeds/000.txt:2:760",
        " 2 | …act of a paper does yields a 3.37% gain and the words before it…",
        "   |                               ----- the nearest number",
        "  --> claims/rlve.yaml:2:9",
        " 2 |   - id: gain",
        "   |         ---- in this claim",
        "   = help: write the value as the source has it",
    ]


@pytest.mark.parametrize(
    "before",
    ["", "key: ", "Ａ漢字: ", "\t\t- ", "e\u0301e\u0301: ", "\x1b[31m\u202e\u200b: ", "x" * 300, "漢" * 300, "\t" * 80],
    ids=["none", "plain", "wide", "tabs", "combining", "hidden", "long", "long wide", "long tabs"],
)
@pytest.mark.parametrize("after", ["", " and more", "y" * 300, "字" * 300])
def test_carets_stand_under_the_marked_words(before: str, after: str) -> None:
    _, _, line, mark = shown(f"{before}3.37%{after}", len(before), len(before) + 5)
    assert underlined(line, mark) == "3.37%"


@given(
    line=st.text(st.characters(exclude_characters="\n\r"), max_size=400),
    data=st.data(),
    width=st.integers(1, 200),
)
def test_excerpt_lines_fit_and_are_marked(line: str, data: st.DataObject, width: int) -> None:
    """A block of the narrowest width is 40 columns of text and 5 of number and bar; nothing is wider than it may be."""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    block = shown(line, start, end, width=width)
    assert len(block) == 4
    for row in block[2:]:
        assert sum(0 if unicodedata.category(char) in ("Mn", "Me") else columns(char) for char in row) <= max(width, 45)
    assert "^" in block[3]


@pytest.mark.parametrize("start", [0, 20, 250, 480, 495])
def test_excerpts_use_the_room(start: int) -> None:
    """At either end of a long line the other side gets what is left, so that a reader sees as much as fits."""
    _, _, line, _ = shown("word " * 100, start, start + 4)
    assert len(line) in (99, 100)  # a blank at the end is not printed


def test_tabs_are_shown_as_spaces() -> None:
    """As they would look in an editor, not as an escape: they are the indentation of somebody's file."""
    assert shown("a:\tb\n", 3, 4)[2:] == [" 1 | a:    b", "   |       ^"]


def test_wide_stretch_loses_its_middle_only() -> None:
    """Both ends of a quote are what its rules are about; words around them show where it stands."""
    quote = "begins here " + "word " * 100 + "ends here"
    text = f"{'before ' * 20}{quote}{' after' * 20}"
    start = text.index(quote)
    _, _, line, mark = shown(text, start, start + len(quote))
    marked = underlined(line, mark)
    assert marked.startswith("begins here word")
    assert marked.endswith("word ends here")
    assert "…" in marked
    assert "before begins" in line
    assert "here after" in line
    assert len(line) == 100


def test_several_lines_show_the_first_and_the_last() -> None:
    """A block scalar: underlined to the line's end, then from the first word of the last line; line breaks at its end
    are no part of what a reader sees."""
    text = "quote: >-\n  It begins\n  goes on\n\n  and ends.\n\nnext: 1\n"
    start = text.index("It")
    assert shown(text, start, text.index("next"), "not there") == [
        "a.yaml:2:3: error[CC201] value-not-in-quote: wrong",
        "   |",
        " 2 |   It begins",
        "   |   ^^^^^^^^^",
        "   | ...",
        " 5 |   and ends.",
        "   |   ^^^^^^^^^ not there",
    ]
    assert "..." not in "".join(shown(text, start, text.index("goes") + 4))


@pytest.mark.parametrize(("start", "end"), [(4, 4), (0, 0), (3, 4), (99, 99)])
def test_nothing_to_underline_still_gets_a_caret(start: int, end: int) -> None:
    """Where something is missing, at the end of a line, or past the end of the file."""
    assert shown("a: b\n", start, end)[3].count("^") == 1


def test_carriage_returns_are_not_shown() -> None:
    """They belong to the line end of a file written on Windows."""
    assert shown("a: b\r\nc: d\r\n", 9, 10)[2:4] == [" 2 | c: d", "   |    ^"]


def test_message_without_room_stands_below() -> None:
    _, _, line, mark, message = shown("x" * 60 + "3.37%", 60, 65, "a message of some length", width=80)
    assert mark.endswith("^")
    assert message.endswith("a message of some length")
    assert len(message) <= 80
    assert underlined(line, mark) == "3.37%"


def test_colour_adds_nothing_but_colour(report: Report) -> None:
    """Without colour nothing is lost, and the only escape sequences are the reporter's own."""
    colored = render("full", report, color=True)
    assert colored.count("\x1b[1;31m") >= 1
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == render("full", report)


def test_blocks_are_parted_by_an_empty_line(report: Report) -> None:
    text = render("full", report)
    assert len(text.split("\n\n")) == len(report.findings)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not re.search(r"[ \t]\n", text)
