"""What is mended: each case falsifies the form of a true claim file in one way, and has to come back to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.project import Chosen, Selection
from claimcheck.runner import run
from claimcheck.sources import digest

from .conftest import ABSTRACT, CLAIMS, MODELINE, Mend, project_of

HASH = f"sha256:{digest(ABSTRACT)[:16]}"
LOSS = "Loss falls from 17.3 to 12.9 with two passes."


def broken(old: str, new: str) -> str:
    """The true file with one stretch of it replaced."""
    assert CLAIMS.count(old) == 1, old
    return CLAIMS.replace(old, new)


def test_the_file_of_these_tests_is_true_and_needs_nothing(mend: Mend, root: Path) -> None:
    assert run(project_of(root, CLAIMS), Chosen(True), Selection()).findings == ()
    fixed = mend(CLAIMS)
    assert (fixed.text, fixed.edits, fixed.left) == (CLAIMS, (), ())


COMES_BACK = {
    # typography: it verifies, and is not what the source has
    "dash": ("39–62% less", "39-62% less"),
    "long-dash": ("39–62% less", "39—62% less"),
    "invisible": ("10,000 pages, against", "10,000 pa\u00adges, against"),
    "space-before-a-comma": ("10,000 pages, against", "10,000 pages , against"),
    "dash-of-a-value": ("value: 39–62%", "value: 39-62%"),
    # case, markup, line wrapping: it does not verify, and the words are the source's
    "case": ("On WebText, Quick reaches", "on Webtext, QUICK reaches"),
    "emphasis": ("Quick reaches 91.5% accuracy on", "**Quick** reaches _91.5%_ accuracy on"),
    "tags": ("Quick reaches 91.5% accuracy on", "Quick reaches <b>91.5%</b> accuracy on"),
    "quoted": ("against 88.0% for Slow.\n", 'against 88.0% for "Slow".\n'),
    "words-run-together": ("against 88.0% for Slow.\n", "against 88.0% forSlow.\n"),
    "quote-in-single-quotes": ("'It is over 3x faster", "'it is over 3X faster"),
    "quote-in-double-quotes": (f'"{LOSS}"', f'"{LOSS.lower()}"'),
    "mention": ("mention: Quick reaches 91.5% accuracy", "mention: quick reaches 91.5% Accuracy"),
    # other writings of the same quantity
    "writing-of-a-bound": ("value: over 3x", "value: more than 3x"),
    "writing-of-a-unit": ("value: 91.5%", "value: 91.5 percent"),
    "writing-of-a-baseline": ("baseline_value: 88.0%", "baseline_value: 88.0 %"),
    "writing-of-a-range": ("value: 39–62%", "value: 39% to 62%"),
    # the file
    "modeline": (MODELINE, ""),
    "hash-missing": (f"  abstract: {HASH}\n", ""),
    "hash-empty": (f"abstract: {HASH}", "abstract:"),
    "hash-to-do": (f"abstract: {HASH}", "abstract: TODO"),
    "hash-of-nothing": (f"abstract: {HASH}", "abstract: sha256:0000000000000000"),
    "hash-in-capitals": (f"abstract: {HASH}", f"abstract: sha256:{HASH[7:].upper()}"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), COMES_BACK.values(), ids=COMES_BACK)
def test_what_differs_in_form_alone_comes_back(old: str, new: str, mend: Mend) -> None:
    fixed = mend(broken(old, new))
    assert fixed.text == CLAIMS
    assert len(fixed.edits) == 1
    assert fixed.left == ()


def test_a_word_that_was_broken_at_the_end_of_a_line_is_joined_there(mend: Mend) -> None:
    """The line break is where the word was broken; where else it should go is not said, so the two lines become one."""
    fixed = mend(
        broken("reaches 91.5% accuracy on\n      10,000 pages", "reaches 91.5% accu-\n      racy on 10,000 pages")
    )
    assert fixed.text == CLAIMS.replace("accuracy on\n      10,000 pages", "accuracy on 10,000 pages")


def test_a_quote_a_mention_and_a_value_are_mended_together(mend: Mend) -> None:
    """Neither the quote nor the mention could be mended without the other: the mention has to stand in the quote."""
    text = CLAIMS
    for old, new in (
        ("On WebText, Quick reaches", "on webtext, quick reaches"),
        ("mention: Quick reaches", "mention: quick reaches"),
        ("value: 91.5%", "value: 91.5 percent"),
        (HASH, "sha256:0000000000000000"),
        (MODELINE, ""),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    fixed = mend(text)
    assert fixed.text == CLAIMS
    assert len(fixed.edits) == 5


def test_a_missing_hash_is_no_reason_to_stop(mend: Mend) -> None:
    """With it the file loads, and the rest can be mended."""
    fixed = mend(broken(f"  abstract: {HASH}\n", "").replace("value: over 3x", "value: more than 3x"))
    assert fixed.text == CLAIMS


def test_a_hash_goes_into_a_mapping_in_braces(mend: Mend) -> None:
    text = CLAIMS.replace(
        CLAIMS[CLAIMS.index("paper:") : CLAIMS.index("evidence:")],
        "paper: {id: quick, name: Quick, starts: We present Quick}\n",
    )
    assert f"starts: We present Quick, abstract: {HASH}}}\n" in mend(text).text


def test_a_longer_hash_keeps_its_length(mend: Mend) -> None:
    assert f"abstract: sha256:{digest(ABSTRACT)}\n" in mend(broken(HASH, "sha256:" + "0" * 64)).text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_keep_their_ends(end: str, mend: Mend) -> None:
    text = broken(f"  abstract: {HASH}\n", "").removeprefix(MODELINE).replace("39–62% less", "39-62% less")
    assert mend(text.replace("\n", end)).text == CLAIMS.replace("\n", end)


def test_a_file_without_a_last_line_end_gets_none(mend: Mend) -> None:
    assert mend(broken("value: 39–62%", "value: 39-62%").rstrip("\n")).text == CLAIMS.rstrip("\n")


def test_the_schema_is_named_from_the_files_own_folder(mend: Mend) -> None:
    text = CLAIMS.removeprefix(MODELINE)
    assert mend(text, path="claims/2026/quick.yaml").text.startswith(
        "# yaml-language-server: $schema=../../claims.schema.json\n"
    )


# --- how a text is written ------------------------------------------------------------------------------------------


def test_a_plain_text_gets_quotation_marks_where_it_needs_them(mend: Mend) -> None:
    """In braces a comma would end the value; the source's `"` would begin a quoted text, and only half of it."""
    abstract = 'We present it. "Fast" parsers read 10,000 of the model\'s pages.'
    start = CLAIMS[CLAIMS.index("paper:") :]
    claims = f"""\
{CLAIMS.replace(start, "")}paper: {{id: quick, name: Q, starts: We present it, abstract: "sha256:{digest(abstract)[:16]}"}}
evidence:
  - quote: “Fast” parsers read
      10,000 of the model’s pages.
    claims:
      - {{id: pages, kind: count, subject: it, metric: pages, value: 10k}}
"""
    fixed = mend(claims, abstract)
    assert fixed.left == ()
    assert fixed.text == claims.replace("“Fast”", '\'"Fast"').replace("model’s pages.", "model''s pages.'").replace(
        "10k", "'10,000'"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("and needs 39–62%", "and\u00a0needs 39–62%"),
        ("'It is over 3x faster and", "'It is over 3x\n      faster\n      and"),
        ("accuracy on\n      10,000", "accuracy\n      on 10,000"),
        ("  - quote: >-\n", "  - quote: |\n"),
        ("starts: We present Quick", "starts: we present quick"),
    ],
    ids=["no-break-space", "lines", "wrapping", "literal", "starts"],
)
def test_what_verifies_and_is_nobodys_typography_is_left_alone(old: str, new: str, mend: Mend) -> None:
    """White space differs between any two files that are wrapped. (What `starts` names is not for this command to say.)"""
    text = broken(old, new)
    assert mend(text).text == text


def test_a_text_with_markup_keeps_markup(mend: Mend) -> None:
    """LaTeX against its rendering is no difference: neither is forced on a file that has the other."""
    typed = broken("91.5% accuracy on\n", "91.5\\% accuracy on\n").replace("against 88.0% for", "against 88.0\\% for")
    assert mend(typed).text == typed
    bold = broken("than Olmo 3.'", "than \\textbf{Olmo 3}.'").replace("39–62% less", "39--62\\% less")
    assert mend(bold).text == bold


def test_a_text_with_markup_is_mended_with_markup(mend: Mend) -> None:
    typed = broken("needs 39–62% less memory than Olmo 3.'", "needs 39—62\\% less memory than \\textbf{Olmo 3}.'")
    assert "needs 39--62\\% less memory than \\textbf{Olmo 3}.'" in mend(typed).text


def test_curly_marks_of_the_source_are_written(mend: Mend) -> None:
    """The source's own characters, whatever is easier to type."""
    opening = 'We present Quick, a "fast" parser - the model’s kind of parser.'
    text = CLAIMS.replace(
        "evidence:\n",
        f"evidence:\n  - quote: >-\n      {opening}\n    claims:\n      - {{id: kind, kind: ranking, subject: Quick, metric: speed, rank: best}}\n",
    )
    assert "We present Quick, a “fast” parser — the model's kind of parser.\n" in mend(text).text
