"""Edits of a claim file's text: one scalar changes as meant, and every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse, to_plain
from claimcheck.redteam.edit import Edit, apply, kept, splice, whole, with_copy, without_field, without_item
from claimcheck.source import SourceFile, Span

ROOT = Path(__file__).resolve().parents[2]

STYLES = """\
plain: 79.6% of all
flow: {n: six, of: [reasoning benchmarks, b]}
single: 'it''s 79.6%'
double: "tab\\t and 79.6%"
folded: >-
  one two three
  four 79.6% six
literal: |-
  one 79.6%
  two
last: end
"""


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Mapping():
            return [scalar for _, value in node.entries for scalar in scalars(value)]
        case Sequence():
            return [scalar for item in node.items for scalar in scalars(item)]


def read(text: str) -> Node:
    node, problems = parse(text)
    assert not problems, problems
    assert node is not None
    return node


ALL = scalars(read(STYLES))


@given(st.data())
def test_one_scalar_changes_and_nothing_else(data: st.DataObject) -> None:
    """Whatever is written where: the parser reads the result, the changed scalar says what was meant, the others what they said."""
    at = data.draw(st.integers(0, len(ALL) - 1))
    scalar = ALL[at]
    start = data.draw(st.integers(0, len(scalar.text)))
    end = data.draw(st.integers(start, len(scalar.text)))
    new = data.draw(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn")), max_size=6))
    edit = Edit(scalar, start, end, new)
    edited = apply(SourceFile("f.yaml", STYLES), [edit])
    after = [each.text for each in scalars(read(edited.text))]
    expected = [edit.result if each is scalar else each.text for each in ALL]
    assert after == expected
    (place,) = edited.places
    # Outside the place the bytes are those of the original.
    assert edited.text[: place.start] == STYLES[: place.start]
    assert edited.text[place.end :] == STYLES[len(STYLES) - (len(edited.text) - place.end) :]


def test_small_changes_stay_in_the_style() -> None:
    """A digit changed in any style changes one character of the file."""
    for scalar in ALL:
        at = scalar.text.find("79")
        if at == -1:
            continue
        edited = apply(SourceFile("f.yaml", STYLES), [Edit(scalar, at, at + 1, "6")])
        assert len(edited.text) == len(STYLES) or scalar.style == "double"
        assert sum(a != b for a, b in zip(edited.text, STYLES, strict=False)) == 1 or scalar.style == "double"


def test_a_kept_scalar_marks_its_place() -> None:
    scalar = ALL[0]
    edited = apply(SourceFile("f.yaml", STYLES), [kept(scalar)])
    assert edited.text == STYLES
    assert STYLES[edited.places[0].start : edited.places[0].end] == scalar.text


def test_two_scalars_trade_places() -> None:
    first, second = ALL[0], ALL[-1]
    edited = apply(SourceFile("f.yaml", STYLES), [whole(first, second.text), whole(second, first.text)])
    after = [each.text for each in scalars(read(edited.text))]
    assert (after[0], after[-1]) == (second.text, first.text)
    assert after[1:-1] == [each.text for each in ALL[1:-1]]


def test_splices_are_put_in_order() -> None:
    edited = splice("abcdef", [(Span(4, 5), "E!"), (Span(1, 2), "")])
    assert edited.text == "acdE!f"
    assert [edited.text[place.start : place.end] for place in edited.places] == ["", "E!"]


BLOCK = "a:\n  - {id: x, v: 1}\n  - id: y\n    v: 2\n  - id: z\n    v: 3\nb: end\n"
FLOW = "a: [{id: x, v: 1}, {id: y, v: 2}, {id: z, v: 3}]\nb: end\n"


@pytest.mark.parametrize("text", [BLOCK, FLOW, BLOCK.removesuffix("b: end\n"), FLOW.removesuffix("\n")])
@pytest.mark.parametrize("index", [0, 1, 2])
def test_an_item_is_taken_out_or_copied(text: str, index: int) -> None:
    file = SourceFile("f.yaml", text)
    root = read(text)
    assert isinstance(root, Mapping)
    items = root.get("a")
    assert isinstance(items, Sequence)
    plain = to_plain(items)
    assert isinstance(plain, list)
    left = read(without_item(file, items, index).text)
    assert isinstance(left, Mapping)
    assert to_plain(left.get("a") or left) == [*plain[:index], *plain[index + 1 :]]
    item = items.items[index]
    assert isinstance(item, Mapping)
    name = item.get("id")
    assert isinstance(name, Scalar)
    copied = with_copy(file, items, index, [whole(name, "new")])
    more = read(copied.text)
    assert isinstance(more, Mapping)
    value = plain[index]
    assert isinstance(value, dict)
    assert to_plain(more.get("a") or more) == [*plain[: index + 1], {**value, "id": "new"}, *plain[index + 1 :]]
    assert "new" in copied.text[copied.places[0].start : copied.places[0].end]


def test_the_only_item_leaves_an_empty_list() -> None:
    text = "a:\n  - {id: x}\nb: end\n"
    root = read(text)
    assert isinstance(root, Mapping)
    items = root.get("a")
    assert isinstance(items, Sequence)
    assert to_plain(read(without_item(SourceFile("f.yaml", text), items, 0).text)) == {"a": [], "b": "end"}


@pytest.mark.parametrize("text", ["id: x\nv: 1\nw: >-\n  a\n  b\nz: 9\n", "{id: x, v: 1, w: a b, z: 9}\n"])
@pytest.mark.parametrize("name", ["v", "w", "z"])
def test_a_field_is_taken_out(text: str, name: str) -> None:
    root = read(text)
    assert isinstance(root, Mapping)
    before = to_plain(root)
    assert isinstance(before, dict)
    del before[name]
    assert to_plain(read(without_field(SourceFile("f.yaml", text), root, name).text)) == before


def test_the_claim_files_of_this_repository_can_be_edited_everywhere() -> None:
    """A word at the end of every scalar of every claim file: all of them are read, and say so."""
    for path in sorted((ROOT / "claims").glob("*.yaml")):
        file = SourceFile(path.name, path.read_text(encoding="utf-8"))
        loaded = load_claim_file(file)
        if loaded.claims is None:
            continue  # the vocabulary is another format
        every = scalars(loaded.claims.root)
        edited = apply(file, [whole(scalar, f"{scalar.text} end") for scalar in every])
        assert [each.text for each in scalars(read(edited.text))] == [f"{scalar.text} end" for scalar in every]
