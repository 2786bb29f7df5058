"""Untrusted text: what is escaped, what stays, and the laws that hold for any text."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reporters.escape import (
    csv_cell,
    markdown,
    pieces,
    printable,
    to_json,
    workflow_data,
    workflow_property,
)

anything = st.text(st.characters(exclude_categories=())) | st.text("#:[]a% \n\r|\\`*@")
"""Any text, lone surrogates too, and much of what means something to someone."""


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("\u202e\u2066\u200e\u200f\u061c", r"\u202e\u2066\u200e\u200f\u061c"),
        ("a\u200bb\ufeff\xad", r"a\u200bb\ufeff\xad"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("\U000e0041", r"\U000e0041"),  # a tag character: ASCII that nobody sees
        ("\ufe0f\U000e0100\u3164", r"\ufe0f\U000e0100\u3164"),  # a mark or a letter by category, without a glyph
        ("\ud800\udcff", r"\ud800\udcff"),
        ("\U0010ffff\u0378\ue000", r"\U0010ffff\u0378\ue000"),  # noncharacter, unassigned, private
        ("::error::x", r"\x3a:error::x"),
        (" \t::error::x", r" \t\x3a:error::x"),  # the runner trims white space first
        (":", r"\x3a"),  # a line of `path:1:1` would begin with two
        ("a::b", "a::b"),  # in the middle of a line it is no command
        ("a ##[group]b", r"a \x23#[group]b"),
        ("##vso[task.x]", r"\x23#vso[task.x]"),
        ("###[x]", r"#\x23#[x]"),
        ("## heading [1]", "## heading [1]"),
    ],
)
def test_printable_shows_what_would_hide_or_act(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@pytest.mark.parametrize(
    "text", ['10.7\\% of T\\"ULU', "naïve — “quotes” 漢字 e\u0301", "a: b", "#1", "10\u202f000\xa0%", ""]
)
def test_printable_leaves_ordinary_text(text: str) -> None:
    """LaTeX, accents, dashes, other scripts and typographic spaces are what abstracts are made of."""
    assert printable(text) == text


@given(anything)
def test_printable_text_is_one_visible_line_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert {unicodedata.category(char) for char in shown}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
    assert printable(shown) == shown
    assert "".join(pieces(text)) == shown
    assert len(pieces(text)) == len(text)


@given(anything)
def test_workflow_escapes_are_undone_by_the_runner(text: str) -> None:
    """The runner replaces `%25` last, so that escaped text comes back as it was."""
    data = workflow_data(text)
    assert not {"\r", "\n"} & set(data)
    assert data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") == text
    value = workflow_property(text)
    assert not {"\r", "\n", ":", ","} & set(value)
    assert (
        value.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
        == text
    )


@given(anything)
def test_json_is_exact_but_for_lone_surrogates(text: str) -> None:
    written = to_json({text: [text]}, indent=None)
    exact = "".join(f"\\u{ord(char):04x}" if 0xD800 <= ord(char) <= 0xDFFF else char for char in text)
    assert json.loads(written) == {exact: [exact]}
    assert printable(written) == written


def test_json_stays_readable() -> None:
    """Letters of other scripts are no danger, and somebody reads these files."""
    assert to_json("naïve 漢字 “q”") == '"naïve 漢字 “q”"'
    assert to_json("\U000e0041\u202e\x1b") == r'"\udb40\udc41\u202e\u001b"'
    assert to_json("##[group]") == r'"\u0023#[group]"'


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("a|b", "a&#124;b"),
        ("<b>&amp;`x`", "&#60;b&#62;&#38;amp;&#96;x&#96;"),
        ("- item", "&#45; item"),
        ("12. item", "12&#46; item"),
        ("12) item", "12&#41; item"),
        ("# heading", "&#35;&#8203; heading"),
        ("    code", "&#32;   code"),
        ("3.37% and 3-5x", "3.37% and 3-5x"),  # numbers stay readable
        ("@me", "&#64;&#8203;me"),
        ("https://x.example", "https:&#8203;//x.example"),
        ("www.x.example", "www&#8203;.x.example"),
    ],
)
def test_markdown_loses_its_meaning(raw: str, written: str) -> None:
    assert markdown(raw) == written


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("  =1", "'  =1"),
        ("\uff1d1", "'\uff1d1"),
        ("\t=1", r"\t=1"),  # no formula any more: the tab is shown as an escape
        ("-3.5%", "-3.5%"),  # a value of a table, and nothing that could be evaluated
        ("+2,490", "+2,490"),
        ("79.6%", "79.6%"),
    ],
)
def test_csv_cell_is_no_formula(raw: str, cell: str) -> None:
    assert csv_cell(raw) == cell
