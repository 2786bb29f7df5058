"""Regions of files: which there are, what is filled, and that nothing else of a file changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.tables.regions import RegionError, fill, regions

OPEN, CLOSE = "<!-- claimcheck:table by-kind -->", "<!-- /claimcheck:table -->"


def _table(name: str) -> str:
    """A table that tells its name."""
    return f"| {name} |\n| --- |\n"


FILLED = f"{OPEN}\n\n| by-kind |\n| --- |\n\n{CLOSE}\n"


@pytest.mark.parametrize("inside", ["", "\n", "old\n", "\n\nold | table\n\n", "<!-- another comment -->\n"])
def test_a_region_is_filled_whatever_it_holds(inside: str) -> None:
    assert fill(f"before\n\n{OPEN}\n{inside}{CLOSE}\nafter", _table) == f"before\n\n{FILLED}after"


@pytest.mark.parametrize(
    "text",
    [
        f"{OPEN}\n{CLOSE}",
        f"   {OPEN}\n   {CLOSE}",
        "<!--claimcheck:table  by-kind-->\n<!--\t/claimcheck:table -->",
        f"{OPEN} \t\n{CLOSE}  ",
        f"\ufeff{OPEN}\n{CLOSE}\n",
        f"``` not a fence `\n{OPEN}\n{CLOSE}\n",
        f"> ```\n\n{OPEN}\n{CLOSE}\n",
    ],
)
def test_markers_may_be_laid_out_freely(text: str) -> None:
    assert [region.name for region in regions(text)] == ["by-kind"]


def test_several_regions_and_their_lines() -> None:
    text = f"# Report\n{OPEN}\n{CLOSE}\n\n<!-- claimcheck:table gains -->\nx\n{CLOSE}\n"
    assert [(region.name, region.line) for region in regions(text)] == [("by-kind", 2), ("gains", 5)]
    assert fill(text, _table).count("| gains |") == 1


def test_line_ends_are_those_of_the_file() -> None:
    text = f"a\r\n{OPEN}\r\nold\r\n{CLOSE}\r\nb\nc\r\n"
    assert fill(text, _table) == f"a\r\n{FILLED}".replace("\r\n", "\n").replace("\n", "\r\n") + "b\nc\r\n"


@pytest.mark.parametrize(
    "code",
    [
        f"```\n{OPEN}\n{CLOSE}\n```\n",
        f"```markdown\n{OPEN}\n{CLOSE}\n```\n",
        f"~~~\n{OPEN}\n```\n{CLOSE}\n~~~\n",
        f"````\n```\n{OPEN}\n```\n````\n",
        f"  ```\n{OPEN}\n  ```\n",
        f"- ```\n  {OPEN}\n  ```\n",
        f"1. text\n\n   - ```\n     {OPEN}\n     ```\n",
        f"    {OPEN}\n    {CLOSE}\n",  # indented code
        f"`{OPEN}`\n",
        f"Write {OPEN} into it.\n",
        f"> {OPEN}\n",
    ],
)
def test_an_example_is_no_region(code: str) -> None:
    with pytest.raises(RegionError, match="no region to fill"):
        regions(code)
    text = f"{code}\n{OPEN}\n{CLOSE}\n"
    assert fill(text, _table) == f"{code}\n{FILLED}"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "no region to fill: put '<!-- claimcheck:table NAME -->'"),
        ("just text\n", 1, "no region to fill"),
        (f"a\n{OPEN}\nb\n", 2, "the region is not closed"),
        (f"{OPEN}\n```\n{CLOSE}\n", 1, "the region is not closed"),  # the marker is inside the code that began in it
        (f"{OPEN}\n{OPEN}\n{CLOSE}\n", 2, "a region inside a region: the one of line 1 is not closed yet"),
        (f"{OPEN}\n{CLOSE}\n{CLOSE}\n", 3, "closes nothing"),
        (f"a\n\n{CLOSE}\n", 3, "closes nothing"),
        (f"{OPEN}{CLOSE}\n", 1, "alone on its line"),
        (f"{OPEN} text\n{CLOSE}\n", 1, "alone on its line"),
        ("<!-- claimcheck:table -->\n", 1, "alone on its line"),
        ("<!-- claimcheck:tabel by-kind -->\n", 1, "alone on its line"),
        (f"{OPEN}\n<!-- / claimcheck:table -->\n", 2, "alone on its line"),
        ("<!-- claimcheck:table two names -->\n", 1, "alone on its line"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(RegionError, match=re.escape(said)) as raised:
        regions(text)
    assert raised.value.line == line


def test_a_table_that_does_not_exist_is_told_at_its_region() -> None:
    def unknown(name: str) -> str:
        raise ValueError(f"no table {name!r}")

    with pytest.raises(RegionError, match="no table 'by-kind'") as raised:
        fill(f"a\n{OPEN}\n{CLOSE}\n", unknown)
    assert raised.value.line == 2


_lines = st.lists(st.text(st.characters(exclude_characters="`~<\n", codec="utf-8")), max_size=6)
_ends = st.sampled_from(["\n", "\r\n"])


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, list[tuple[str, str]]]:
    """A file with one region or two: all text, and the texts before each region with what each holds."""
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        outside, inside = ("".join(line + draw(_ends) for line in draw(_lines)) for _ in range(2))
        parts.append((f"{outside}{draw(st.sampled_from(['', '  ']))}{OPEN}{draw(_ends)}", inside))
    last = f"{CLOSE}{draw(_ends)}{''.join(line + draw(_ends) for line in draw(_lines))}"
    return f"{CLOSE}\n".join(before + inside for before, inside in parts) + last, parts


@given(_files(), st.text(st.characters(exclude_characters="`~<\r", codec="utf-8")))
def test_only_regions_change_and_filling_again_changes_nothing(
    made: tuple[str, list[tuple[str, str]]], content: str
) -> None:
    text, parts = made
    filled = fill(text, lambda name: content)
    assert fill(filled, lambda name: content) == filled
    # Whatever is not inside a region is there as it was, in its order.
    rest = filled
    for at, (before, _) in enumerate(parts):
        before = before if at == 0 else f"{CLOSE}\n{before}"
        assert rest.startswith(before)
        rest = rest.removeprefix(before)
        end = rest.index(CLOSE)
        assert rest[:end].replace("\r\n", "\n") == f"\n{content}\n"
        rest = rest[end:]
    assert rest == text[text.rindex(CLOSE) :]


_PIECES = [
    OPEN,
    CLOSE,
    "  " + OPEN,
    "    " + CLOSE,
    "```",
    "~~~",
    "- ```",
    "    ```",
    "text",
    "",
    "<!-- claimcheck:x -->",
    "\ufeff",
]


@given(st.lists(st.tuples(st.sampled_from(_PIECES), _ends)))
def test_any_text_is_filled_or_refused(lines: list[tuple[str, str]]) -> None:
    """No other exception; an error's line is one of the text; what was filled once can be filled again."""
    text = "".join(line + end for line, end in lines)
    error = None
    try:
        filled = fill(text, _table)
    except RegionError as raised:
        error = raised
    if error is None:
        assert regions(filled) and fill(filled, _table) == filled
    else:
        assert 1 <= error.line <= len(lines) + 1
