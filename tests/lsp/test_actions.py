"""What can be mended in an open file is what `claimcheck fix` mends."""

from __future__ import annotations

import pytest

from claimcheck.fixing import fix
from claimcheck.fixing.model import splice
from claimcheck.lsp.actions import actions, everything
from claimcheck.lsp.view import View
from claimcheck.source import Span

from .conftest import HASHES, QUICK, Ask, write

NAME = "claims/quick.yaml"
BROKEN = QUICK.replace("quote: On WebText,", "quote: on webtext,").replace("mention: Quick", "mention: quick")


def whole(view: View) -> Span:
    return Span(0, len(view.file.text))


@pytest.mark.parametrize(
    "text",
    [
        BROKEN,
        BROKEN.replace("\n", "\r\n"),
        QUICK.replace("quote: On WebText, Quick", "quote: >-\n      on webtext,\n      Quick"),
        QUICK.replace(f"  abstract: {HASHES['quick']}\n", ""),
        QUICK.replace(HASHES["quick"], "sha256:0000000000000000"),
    ],
    ids=["quote and mention", "line ends", "folded", "no hash", "another hash"],
)
def test_all_mends_make_what_fix_makes(ask: Ask, text: str) -> None:
    view, _ = ask(NAME, text + "‸")
    project = view.live.load()
    assert project is not None
    (fixed,) = fix(project, [NAME])
    assert fixed.changed
    every = everything(view)
    assert every is not None
    assert splice(text, every.pieces) == fixed.text
    one_by_one = [each.pieces for each in actions(view, whole(view))]
    assert len(one_by_one) == len(fixed.edits)
    assert splice(text, [piece for pieces in one_by_one for piece in pieces]) == fixed.text


def test_a_place_has_its_own_mends(ask: Ask) -> None:
    view, offset = ask(NAME, BROKEN.replace("quick reaches", "qui‸ck reaches"))
    (action,) = actions(view, Span(offset, offset))
    assert "mention" in action.title
    ((span, new),) = action.pieces
    assert (view.file.text[slice(*span)], new) == ("q", "Q")


def test_the_line_for_editors_is_added(ask: Ask) -> None:
    view, _ = ask(NAME, QUICK + "‸")
    assert everything(view) is None
    write(view.live.root, {"claims.schema.json": "{}"})
    view, _ = ask(NAME, BROKEN + "‸")
    ((span, new),) = actions(view, Span(0, 0))[0].pieces
    assert span == Span(0, 0)
    assert new == "# yaml-language-server: $schema=../claims.schema.json\n"


@pytest.mark.parametrize("text", ["a: [b", "", QUICK.replace("kind", "kond")])
def test_a_file_that_does_not_load_has_no_mends(ask: Ask, text: str) -> None:
    view, _ = ask(NAME, text + "‸")
    assert actions(view, whole(view)) == []
    assert everything(view) is None


def test_mending_is_worked_out_once(ask: Ask) -> None:
    """A client asks whenever the cursor moves."""
    view, _ = ask(NAME, BROKEN + "‸")
    first, second = (view.live.load(), view.live.load())
    assert first is not None
    assert second is not None
    before = view.live.fixed(first, NAME)
    assert view.live.fixed(second, NAME) is before
    again, _ = ask(NAME, BROKEN + "\n‸")
    assert everything(again) is not None
    assert (
        again.live.fixed(again.project, NAME) is not view.live.fixed(first, NAME) or again.file.text == view.file.text
    )
