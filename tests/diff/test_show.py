"""How a comparison is shown: text, Markdown and JSON, with hostile words in every place that a stranger can write to."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from claimcheck.comparing.json import as_json
from claimcheck.comparing.model import Change, Comparison, FieldChange, Unread
from claimcheck.comparing.show import LIMIT, as_markdown, as_text, total

from .conftest import BASE, QUICK, TINY, Differ, edited

HOSTILE = (
    "\x1b[31mred\x07 ::error::owned \x85 \u202eesrever\u2066\u200b\u2028 ##[group]x | a|b <script>alert(1)</script> "
    "<details> </details> <!-- x --> ` ``` \r\n# heading\n- item [l](javascript:x) @octocat #12 https://evil.example **b** &amp;"
)


def changed(*changes: Change, unread: tuple[Unread, ...] = (), reformatted: tuple[str, ...] = ()) -> Comparison:
    return Comparison("HEAD", "the working tree", changes, unread, reformatted)


VALUE = Change("changed", "claim", "gain", "rlve", "claims/rlve.yaml", 34, (FieldChange("value", "7.6%", "7.8%"),))
WAIVER = Change(
    "added",
    "waiver",
    "gain: CC201",
    "rlve",
    "claims/rlve.yaml",
    40,
    (FieldChange("reason", None, "so"),),
    "findings are accepted",
)


def test_text_says_what_changed_in_one_line() -> None:
    lines = as_text(changed(VALUE), color=False).splitlines()
    assert lines == [
        "HEAD → the working tree: 1 claim changed",
        "",
        "rlve",
        "  ~ claims/rlve.yaml:34 claim gain: value 7.6% → 7.8%",
    ]


def test_what_weakens_stands_first_and_apart() -> None:
    text = as_text(changed(VALUE, WAIVER), color=False)
    assert text.splitlines()[0].endswith("1 claim changed, 1 waiver added; 1 change weakens the checks")
    assert (
        text.index("Weakens checks")
        < text.index("waiver gain: CC201 added: findings are accepted")
        < text.index("claim gain")
    )
    assert text.count("waiver gain") == 1
    page = as_markdown(changed(VALUE, WAIVER))
    assert page.splitlines()[0] == "## Claims: 1 claim changed, 1 waiver added; 1 change weakens the checks"
    assert page.index("### Weakens checks") < page.index("### rlve")


def test_nothing_is_said_to_have_changed() -> None:
    assert total(changed()) == "nothing that is said has changed"
    assert "Only written or placed otherwise" in as_text(changed(reformatted=("claims/x.yaml",)), color=False)


def test_long_texts_are_shown_where_they_differ() -> None:
    old = "word " * 60 + "was seven " + "end " * 60
    field = FieldChange("note", old, old.replace("seven", "eight"))
    text = as_text(changed(Change("changed", "claim", "c", "p", "f.yaml", 1, (field,))), color=False)
    assert "note … word word was seven end end end … → … word word was eight end end end …\n" in text


def test_color_is_only_added() -> None:
    comparison = changed(VALUE, WAIVER)
    plain, colored = (as_text(comparison, color=color) for color in (False, True))
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain
    assert plain != colored


def hostile() -> Comparison:
    """Every field of every record is hostile."""
    fields = (FieldChange(HOSTILE, HOSTILE, HOSTILE + "x"), FieldChange(HOSTILE, None, HOSTILE))
    whole = tuple(FieldChange(name, None, HOSTILE) for name in ("subject", "metric", "value", "name"))
    changes = [
        Change(
            sort,
            what,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            1,
            whole if what in ("claim", "paper") and sort == "added" else fields,
            weakens,
        )  # type: ignore[arg-type]
        for sort in ("added", "changed")
        for what in ("claim", "paper", "quote", "ignore", "abstract")
        for weakens in (None, HOSTILE)
    ]
    unread = (Unread("head", HOSTILE, 1, HOSTILE),)
    return Comparison(HOSTILE, HOSTILE, tuple(changes), unread, (HOSTILE,))


@pytest.mark.parametrize("color", [False, True])
def test_hostile_words_in_text(color: bool) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", as_text(hostile(), color=color))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200b]", text)
    assert not any(line.lstrip().startswith(("::", "##[")) for line in text.splitlines())


def test_hostile_words_in_markdown() -> None:
    """What a CommonMark reader makes of the page: headings and lists of ours, and not one link, image, code or tag of theirs."""
    page = as_markdown(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200b]", page)
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    inner = [child.type for token in tokens for child in token.children or ()]
    assert set(inner) <= {"text", "text_special", "softbreak"}
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "html_block",
    }  # fmt: skip
    for token in tokens:
        if token.type == "html_block":
            assert re.fullmatch(r"<details><summary>[^<>]*</summary>\n|</details>\n", token.content)
    assert "@octocat" not in page


def test_hostile_words_in_json() -> None:
    """A program gets them as they are; no control character stands raw in the file."""
    text = as_json(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066\u200b]", text)
    record = json.loads(text)
    assert record["changes"][0]["id"] == HOSTILE


def test_a_comment_is_never_too_long() -> None:
    fields = tuple(FieldChange(f"f{at}", "x" * 90, "y" * 90) for at in range(10))
    changes = [Change("changed", "claim", f"c{at}", f"p{at // 20}", "f.yaml", at, fields) for at in range(400)]
    weakening = Change("added", "name", "Olmo 3", "p", "f.yaml", 1, (), "its digits are no numbers to account for")
    page = as_markdown(changed(*changes, weakening))
    assert len(page) <= LIMIT + 200
    assert "Weakens checks" in page
    shown = page.count("- changed: ")
    assert f"{400 - shown} more entries not listed" in page


def test_long_parts_are_folded_away() -> None:
    many = [
        Change("changed", "claim", f"c{at}", "p", "f.yaml", at, (FieldChange("value", "1", "2"),)) for at in range(20)
    ]
    page = as_markdown(changed(*many, VALUE))
    assert "<details><summary>p (20)</summary>\n\n- changed: " in page
    assert "### rlve\n\n- changed: " in page


def test_what_weakens_the_checks_is_never_folded_away() -> None:
    many = [
        Change("added", "name", f"Olmo {at}", "p", "f.yaml", at, (), "its digits are no numbers") for at in range(20)
    ]
    page = as_markdown(changed(*many))
    assert "<details>" not in page
    assert page.count("no numbers") == 20


def test_the_json_is_what_its_page_says(differ: Differ) -> None:
    comparison = differ(
        {
            "claims/quick.yaml": edited(
                QUICK, ("value: 91.5%\n", "value: 92.5%  # claimcheck: ignore[CC201] so it says\n")
            ),
            "claims/tiny.yaml": TINY,
            "seeds/s.txt": str(BASE["seeds/s.txt"]).replace(". On", ".\nOn"),
            "claims/bad.yaml": "[",
        }
    )
    record = json.loads(as_json(comparison))
    assert list(record) == [
        "schema",
        "version",
        "base",
        "head",
        "changed",
        "summary",
        "changes",
        "unread",
        "reformatted",
    ]
    assert record["schema"] == "claimcheck-diff/1"
    assert (record["base"], record["head"], record["changed"]) == ("old", "new", True)
    assert record["summary"]["claim"] == {"added": 1, "removed": 0, "changed": 1}
    assert record["summary"]["weakening"] == 1
    assert record["reformatted"] == ["seeds/s.txt"]
    assert [(each["side"], each["file"], each["line"]) for each in record["unread"]] == [("head", "claims/bad.yaml", 1)]
    (value,) = [each for each in record["changes"] if each["what"] == "claim" and each["sort"] == "changed"]
    assert value == {
        "sort": "changed", "what": "claim", "id": "accuracy", "paper": "quick", "file": "claims/quick.yaml", "line": 10,
        "fields": [{"name": "value", "old": "91.5%", "new": "92.5%"}], "weakens": None,
    }  # fmt: skip
