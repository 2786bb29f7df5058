"""Words on a line: what is one word in two forms, and where the line has more room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.source import Span
from claimcheck.text.render import render
from claimcheck.text.words import STRONG, WEAK, extent, stem, stems, words


@pytest.mark.parametrize(
    "forms",
    [
        "select selects selected selecting selection selections",
        "improve improves improved improving improvement improvements",
        "evaluate evaluated evaluation evaluations",
        "query queries",
        "task tasks Task TASKS",
        "strong stronger strongest",
        "model's models' models model",
    ],
)
def test_forms_of_a_word_are_one(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    # The second of each pair looks like a form of the first, and is another name or word.
    [("ADRA", "ADRA+"), ("bus", "bu"), ("Olmo3", "Olmo3s"), ("class", "clas"), ("RL", "RLs"), ("loss", "los")],
)
def test_other_words_stay_apart(first: str, second: str) -> None:
    assert stem(first) != stem(second)


def test_words_keep_what_belongs_to_a_name() -> None:
    line = words(render(r"The \textsc{ADRA+} of Min-K\%++, e.g. in Llama3.1-8B"))
    assert [word.text for word in line] == ["The", "ADRA+", "of", "Min", "K%++", "e.g", "in", "Llama3.1", "8B"]
    assert [word.text for word in line if word.joined] == ["Min", "K%++", "Llama3.1", "8B"]


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("one two", 0),
        ("multi-turn", 0),
        ("one and", 2),
        # an item of a list begins a clause, whatever stands before its mark; a remark in brackets does not
        ("one, (2) two", STRONG),
        ("one: (i) two", STRONG),
        ("one (2) two", 4),
        ("one, (two) three", 4),
        ("one, two", WEAK),
        ("one, and", WEAK),
        ("one (two", 4),
        ("one -- two", 6),
        ("one with", 4),
        ("one while", STRONG),
        ("one; two", STRONG),
        ("one. Two", STRONG),
        ("e.g. two", 0),  # no sentence ends there
        ("one and that it is", STRONG),
        ("one, and that Two is", STRONG),
        ("one and that of two", 2),
        ("one and that obtained by two", 2),
        ("one and thatch", 2),
        ("one or that it is", 2),
    ],
)
def test_room_where_a_clause_ends(text: str, room: int) -> None:
    assert words(render(text))[1].room == room


@pytest.mark.parametrize(
    ("text", "room"), [("one and (b) two", STRONG), ("one so (b) two", 4), ("one) so, (2) two", STRONG)]
)
def test_room_before_an_item(text: str, room: int) -> None:
    assert words(render(text))[2].room == room


def test_extent_of_a_number() -> None:
    text = "a gain of up to 5% on X"
    line = words(render(text))
    stretch = extent(line, Span(text.index("up"), text.index(" on")))
    assert stretch is not None
    assert [word.text for word in line[stretch.first : stretch.last]] == ["up", "to", "5%"]
    assert [stretch.to(word.at) for word in line] == [3, 2, 1, 0, 0, 0, 1, 2]
    assert extent(line, Span(len(text), len(text) + 3)) is None


@given(st.text(alphabet="ab1 ,.;()-–\\{}$%+é\u0301\u00ad\n", max_size=60))
def test_every_word_stands_where_it_says(text: str) -> None:
    """The raw stretch of a word prints that word, and the words go forward on the line."""
    line = words(render(text))
    places = [word.at for word in line]
    assert places == sorted(set(places))
    for word in line:
        assert word.text in render(text).text
        assert 0 <= word.start < word.end <= len(text)
    assert stems(text) == [word.stem for word in line]
