"""What a comparison tells: each case changes one thing in a small project, and has to be told as that one thing."""

from __future__ import annotations

import pytest

from claimcheck.claims.load import load_claim_file
from claimcheck.source import SourceFile
from claimcheck.sources import digest

from .conftest import ABSTRACT, BASE, OTHER, QUICK, TINY, WORDS, Differ, Files, edited, told

NEW_ABSTRACT = f"Abstract: {OTHER}\n"


def test_the_files_of_these_tests_can_be_read() -> None:
    for name, text in (("quick", QUICK), ("tiny", TINY)):
        assert load_claim_file(SourceFile(name, text)).problems == ()


def test_nothing_changed(differ: Differ) -> None:
    comparison = differ({})
    assert (comparison.changes, comparison.unread, comparison.reformatted) == ((), (), ())
    assert not comparison.changed


# --- claims ---------------------------------------------------------------------------------------------------------

CLAIM_EDITS = {
    "value": (("value: 91.5%\n", "value: 92.5%\n"), ("value", "91.5%", "92.5%")),
    "writing": (("value: 91.5%\n", "value: 91.5 %\n"), ("value", "91.5%", "91.5 %")),
    "field-added": (("        mention:", "        hedge: reaches\n        mention:"), ("hedge", None, "reaches")),
    "field-removed": (("        conditions: {passes: two}\n", ""), ("conditions.passes", "two", None)),
    "inner-field": (("{passes: two}", "{passes: 2}"), ("conditions.passes", "two", "2")),
    "list": (("[WebText, C4]", "[WebText]"), ("dataset", "WebText; C4", "WebText")),
    "list-order": (("[WebText, C4]", "[C4, WebText]"), ("dataset", "WebText; C4", "C4; WebText")),
}


@pytest.mark.parametrize(("edit", "field"), CLAIM_EDITS.values(), ids=CLAIM_EDITS)
def test_a_field_of_a_claim(edit: tuple[str, str], field: tuple[str, str | None, str | None], differ: Differ) -> None:
    comparison = differ({"claims/quick.yaml": edited(QUICK, edit)})
    assert told(comparison) == [("changed", "claim", "accuracy", field)]
    assert comparison.changed
    (change,) = comparison.changes
    assert (change.paper, change.file, change.line, change.weakens) == ("quick", "claims/quick.yaml", 10, None)


def test_a_claim_added_and_removed(differ: Differ) -> None:
    block = QUICK[QUICK.index("      - id: slow") : QUICK.index("names:")]
    without = QUICK.replace(block, "")
    (removed,) = differ({"claims/quick.yaml": without}).changes
    assert (removed.sort, removed.what, removed.id) == ("removed", "claim", "slow")
    assert removed.line == QUICK[: QUICK.index("id: slow")].count("\n") + 1  # its place in the base
    (added,) = differ({"claims/quick.yaml": QUICK}, {"claims/quick.yaml": without}).changes
    assert (added.sort, added.what, added.id) == ("added", "claim", "slow")
    assert {(field.name, field.new) for field in added.fields} >= {("rank", "underperforms"), ("subject", "Slow")}


def test_a_claim_with_another_id_is_the_same_claim(differ: Differ) -> None:
    comparison = differ({"claims/quick.yaml": edited(QUICK, ("id: slow", "id: slower"))})
    assert told(comparison) == [("changed", "claim", "slower", ("id", "slow", "slower"))]


def test_a_quote_is_told_once_for_all_its_claims(differ: Differ) -> None:
    quote = "On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow, in two passes."
    shorter = "On WebText, Quick reaches 91.5% accuracy, against 88.0% for Slow."
    comparison = differ({"claims/quick.yaml": edited(QUICK, (f"quote: {quote}", f"quote: {shorter}"))})
    assert told(comparison) == [("changed", "quote", "accuracy, slow", ("quote", quote, shorter))]


FORMS = {
    "wrapping": ("quote: On WebText, Quick reaches", "quote: >-\n      On WebText,\n      Quick reaches"),
    "typography": (
        "quote: On WebText, Quick reaches 91.5% accuracy",
        "quote: On WebText, Quick reaches 91.5\\% accuracy",
    ),
    "quotes": ("value: 91.5%", "value: '91.5%'"),
    "order": ("        kind: result\n        subject: Quick\n", "        subject: Quick\n        kind: result\n"),
    "comment": ("names: [C4]", "names: [C4]  # a corpus"),
    "flow": ("names: [C4]\n", "names:\n  - C4\n"),
}


@pytest.mark.parametrize(("old", "new"), FORMS.values(), ids=FORMS)
def test_form_is_no_change(old: str, new: str, differ: Differ) -> None:
    comparison = differ({"claims/quick.yaml": edited(QUICK, (old, new))})
    assert comparison.changes == ()
    assert comparison.reformatted == ("claims/quick.yaml",)
    assert not comparison.changed


def test_line_ends_are_no_change(differ: Differ) -> None:
    head = {path: str(text).replace("\n", "\r\n") for path, text in BASE.items()}
    assert not differ(head).changed


# --- papers ---------------------------------------------------------------------------------------------------------


def test_a_new_paper(differ: Differ) -> None:
    """It weakens nothing that there was: what it names and excuses is told with it."""
    comparison = differ({"claims/tiny.yaml": TINY, "seeds/t.txt": NEW_ABSTRACT})
    assert [(change.sort, change.what, change.id) for change in comparison.changes] == [
        ("added", "paper", "tiny"),
        ("added", "claim", "size"),
        ("added", "name", "Tiny 2"),
        ("added", "not-claim", "nothing"),
        ("added", "abstract", "We present Tiny. Tiny needs 5M parameters."),
    ]
    assert comparison.weakening == ()


def test_a_paper_that_is_gone(differ: Differ) -> None:
    (change,) = differ({"claims/quick.yaml": None}).changes
    assert (change.sort, change.what, change.id, change.file) == ("removed", "paper", "quick", "claims/quick.yaml")


def test_a_file_that_moved(differ: Differ) -> None:
    comparison = differ({"claims/quick.yaml": None, "claims/quick.yml": QUICK})
    assert comparison.changes == ()
    assert comparison.reformatted == ("claims/quick.yaml → claims/quick.yml",)


def test_a_paper_with_another_id(differ: Differ) -> None:
    text = edited(QUICK, ("id: quick", "id: rapid"), ("value: 91.5%", "value: 92.5%"))
    comparison = differ({"claims/quick.yaml": None, "claims/rapid.yaml": text})
    assert told(comparison) == [
        ("changed", "paper", "rapid", ("id", "quick", "rapid")),
        ("changed", "claim", "accuracy", ("value", "91.5%", "92.5%")),
    ]


def test_a_field_of_the_paper(differ: Differ) -> None:
    comparison = differ({"claims/quick.yaml": edited(QUICK, ("  name: Quick\n", "  name: QUICK\n  year: 2026\n"))})
    assert told(comparison) == [("changed", "paper", "quick", ("name", "Quick", "QUICK"), ("year", None, "2026"))]


# --- what weakens the checks ------------------------------------------------------------------------------------------

STRICT = '[tool.claimcheck]\nfail-on = "warning"\n'

WEAKENS = {
    "waiver": (
        "claims/quick.yaml",
        ("        rank: underperforms\n", "        rank: underperforms\n        waive: [{rule: CC503, reason: so it says}]\n"),
        ("added", "waiver", "slow: CC503"),
        "findings of CC503 about this claim are accepted",
    ),
    "ignore": (
        "claims/quick.yaml",
        ("value: 91.5%\n", "value: 91.5%  # claimcheck: ignore[CC201] the table has it\n"),
        ("added", "ignore", "CC201"),
        "findings of CC201 on this line are ignored",
    ),
    "name": ("claims/quick.yaml", ("[C4]", "[C4, Top 91.5]"), ("added", "name", "Top 91.5"), "no numbers to account for"),
    "not-claim": (
        "claims/quick.yaml",
        ("not_claims:\n", "not_claims:\n  - {text: 91.5%, why: never mind}\n"),
        ("added", "not-claim", "91.5%"),
        "its numbers need no claim",
    ),
    "relation": (
        "claims/quick.yaml",
        ("expr: accuracy = accuracy", "expr: accuracy = 2 * accuracy"),
        ("changed", "relation", "self"),
        "the equation is not checked as it was",
    ),
    "severity": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", '[tool.claimcheck.severity]\nvalue-not-in-quote = "note"\n'),
        ("changed", "configuration", "severity.value-not-in-quote"),
        "what value-not-in-quote finds counts less",
    ),
    "ignored-rule": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", '[tool.claimcheck]\nignore = ["CC207"]\n'),
        ("removed", "configuration", "rules that run"),
        "no longer checked: mention",
    ),
    "select": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", '[tool.claimcheck]\nselect = ["CC2"]\n'),
        ("removed", "configuration", "rules that run"),
        "no longer checked: yaml-syntax, ",
    ),
    "per-file": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", '[tool.claimcheck.per-file-ignores]\n"claims/q*" = ["CC201"]\n'),
        ("added", "configuration", "per-file-ignores.claims/q*"),
        "not checked in claims/q*: value-not-in-quote",
    ),
    "fail-on": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", "[tool.claimcheck]\n"),
        ("changed", "configuration", "fail-on"),
        "findings milder than error pass",
    ),
    "sources": (
        "pyproject.toml",
        ("[tool.claimcheck]\n", '[tool.claimcheck]\nsources = ["seeds/s*.txt"]\n'),
        ("changed", "configuration", "sources"),
        "files that only seeds/*.txt names are checked no more",
    ),
    "vocabulary": (
        "claims/vocabulary.yaml",
        ("[Slowly]", "[Slowly, Slow 91.5]"),
        ("changed", "vocabulary", "model Slow"),
        "the digits of Slow 91.5 are no numbers to account for, in any abstract",
    ),
    "abstract": (
        "seeds/s.txt",
        ("91.5%", "92.5%"),
        ("changed", "abstract", "We present Quick, a parser. On WebText, Quick"),
        "claims are checked against another text than before",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "edit", "change", "why"), WEAKENS.values(), ids=WEAKENS)
def test_what_weakens_the_checks(
    file: str, edit: tuple[str, str], change: tuple[str, str, str], why: str, differ: Differ
) -> None:
    base = {file: STRICT} if why.endswith("error pass") else {}
    comparison = differ({file: edited(str(BASE[file]), edit)}, base)
    (found,) = comparison.weakening
    assert (found.sort, found.what, found.id) == change
    assert found.weakens is not None
    assert why in found.weakens
    assert comparison.changes == comparison.weakening


@pytest.mark.parametrize(
    ("file", "edit", "why"), [(each[0], each[1], each[3]) for each in WEAKENS.values() if each[0] != "seeds/s.txt"]
)
def test_the_other_way_round_it_does_not_weaken(file: str, edit: tuple[str, str], why: str, differ: Differ) -> None:
    """Taking back a waiver, an ignore, a milder severity: told, and not as a weakening. (An equation that becomes
    another one is not the equation that was checked; that has no other way round. Nor has a folder that is looked into.)
    """
    weak = {file: edited(str(BASE[file]), edit)}
    comparison = differ({file: STRICT if why.endswith("error pass") else BASE[file]}, weak)
    assert comparison.changed
    if "equation" not in why and "checked no more" not in why:
        assert comparison.weakening == ()


def test_a_waiver_weakens_when_it_holds_longer(differ: Differ) -> None:
    def waived(waiver: str) -> str:
        return edited(
            QUICK, ("        rank: underperforms\n", f"        rank: underperforms\n        waive: [{{{waiver}}}]\n")
        )

    until = waived("rule: CC503, reason: so it says, until: 2026-01-01")
    longer = waived("rule: CC503, reason: so it says, until: 2027-01-01")
    ever = waived("rule: CC503, reason: so it says")
    void = waived("rule: CC503")
    no_day = waived("rule: CC503, reason: so it says, until: 2099-02-30")  # it never holds: `verify` says so
    for old, new, weakens in (
        (until, longer, True),
        (longer, until, False),
        (until, ever, True),
        (ever, until, False),
        (void, until, True),
        (until, void, False),
        (no_day, until, True),
        (until, no_day, False),
    ):
        comparison = differ({"claims/quick.yaml": new}, {"claims/quick.yaml": old})
        assert [change.what for change in comparison.changes] == ["waiver"]
        assert bool(comparison.weakening) == weakens


SHORT = "{rule: CC503, reason: so it says, until: 2030-01-01}"
EVER = "{rule: CC503, reason: trust me}"


@pytest.mark.parametrize("waivers", [f"{EVER}, {SHORT}", f"{SHORT}, {EVER}"], ids=["before", "behind"])
def test_a_second_waiver_of_the_same_rule_is_not_hidden_by_the_first(waivers: str, differ: Differ) -> None:
    """Whatever the order, the rule is waived for ever where it was waived to a day."""

    def waived(list: str) -> str:
        place = "        rank: underperforms\n"
        return edited(QUICK, (place, f"{place}        waive: [{list}]\n"))

    comparison = differ({"claims/quick.yaml": waived(waivers)}, {"claims/quick.yaml": waived(SHORT)})
    (found,) = comparison.weakening
    assert (found.sort, found.id, found.fields[1].new) == ("added", "slow: CC503", "trust me")
    back = differ({"claims/quick.yaml": waived(SHORT)}, {"claims/quick.yaml": waived(waivers)})
    assert [(change.sort, change.weakens) for change in back.changes] == [("removed", None)]


def test_a_waiver_given_twice_in_another_order_is_no_change(differ: Differ) -> None:
    place = "        rank: underperforms\n"
    one, other = (
        edited(QUICK, (place, f"{place}        waive: [{list}]\n")) for list in (f"{EVER}, {SHORT}", f"{SHORT}, {EVER}")
    )
    assert not differ({"claims/quick.yaml": one}, {"claims/quick.yaml": other}).changed


def test_a_name_of_the_vocabulary_given_twice_is_not_hidden(differ: Differ) -> None:
    """The last of two entries of one name must not stand for both: the first has a new spelling with digits."""
    twice = edited(WORDS, ("  - {name: Quick}\n", "  - {name: Quick, aliases: [Quick 91.5]}\n  - {name: Quick}\n"))
    (found,) = differ({"claims/vocabulary.yaml": twice}).weakening
    assert (found.sort, found.id) == ("added", "model Quick")


def test_an_excuse_given_twice_is_not_hidden(differ: Differ) -> None:
    place = "  - {text: two passes, why: how it was measured}\n"
    text = edited(QUICK, (place, f"  - {{text: two passes, why: another reason}}\n{place}"))
    (found,) = differ({"claims/quick.yaml": text}).changes
    assert (found.sort, found.what, found.fields[0].new) == ("added", "not-claim", "another reason")


def test_the_waivers_and_ignores_of_a_new_paper_weaken(differ: Differ) -> None:
    """Its names and excuses are its own; but that a finding is accepted is for everyone to see."""
    text = edited(
        TINY,
        ("value: 5M}", "value: 5M, waive: [{rule: CC201, reason: trust me}]}"),
        ("names: [Tiny 2]", "names: [Tiny 2]  # claimcheck: ignore[CC403] to be mended later"),
    )
    comparison = differ({"claims/tiny.yaml": text})
    assert [(change.what, change.id) for change in comparison.weakening] == [
        ("waiver", "size: CC201"),
        ("ignore", "CC403"),
    ]


def test_an_ignore_that_only_moved_is_no_change(differ: Differ) -> None:
    ignored = edited(QUICK, ("value: 91.5%\n", "value: 91.5%  # claimcheck: ignore[CC201] so it says\n"))
    moved = ignored.replace("schema: claimcheck/1\n", "# a comment\nschema: claimcheck/1\n")
    assert not differ({"claims/quick.yaml": moved}, {"claims/quick.yaml": ignored}).changed


def test_an_ignore_on_another_line_is_another_one(differ: Differ) -> None:
    ignored = edited(QUICK, ("value: 91.5%\n", "value: 91.5%  # claimcheck: ignore[CC201] so it says\n"))
    other = edited(QUICK, ("kind: ranking\n", "kind: ranking  # claimcheck: ignore[CC201] so it says\n"))
    comparison = differ({"claims/quick.yaml": other}, {"claims/quick.yaml": ignored})
    assert sorted((change.sort, change.what, bool(change.weakens)) for change in comparison.changes) == [
        ("added", "ignore", True),
        ("removed", "ignore", False),
    ]


def test_an_ignore_without_reason_does_not_apply(differ: Differ) -> None:
    (change,) = differ(
        {"claims/quick.yaml": edited(QUICK, ("value: 91.5%\n", "value: 91.5%  # claimcheck: ignore[CC201]\n"))}
    ).changes
    assert (change.what, change.weakens) == ("ignore", None)


def test_words_that_look_like_an_ignore_are_none(differ: Differ) -> None:
    text = edited(QUICK, ("why: of course", "why: 'of # claimcheck: ignore[CC201] course'"))
    assert [change.what for change in differ({"claims/quick.yaml": text}).changes] == ["relation"]


# --- sources --------------------------------------------------------------------------------------------------------


def test_the_numbers_of_an_abstract_that_changed(differ: Differ) -> None:
    """One occurrence of 88.0% became another number, and one number came; all else is words."""
    text = ABSTRACT.replace("88.0%", "87.0%").replace("two passes", "two passes over 5 sets")
    (change,) = differ({"seeds/s.txt": f"Abstract: {text}\n"}).changes
    numbers, words = change.fields
    assert (numbers.name, numbers.old, numbers.new) == ("numbers", "88.0%", "87.0%, 5")
    assert (words.old, words.new) == (ABSTRACT, text)


def test_abstracts_that_moved_or_were_wrapped_have_not_changed(differ: Differ) -> None:
    wrapped = ABSTRACT.replace(". On", ".\nOn")
    comparison = differ({"seeds/s.txt": None, "seeds/t.txt": f"Title\nAbstract:\n{wrapped}\n"})
    assert comparison.changes == ()


def test_two_abstracts_are_paired_with_what_they_are_most_like(differ: Differ) -> None:
    both = {"seeds/s.txt": f"Abstract: {ABSTRACT}\nAbstract: {OTHER}\n"}
    changed = {"seeds/s.txt": f"Abstract: {OTHER.replace('5M', '6M')}\nAbstract: {ABSTRACT.replace('91.5', '92.5')}\n"}
    found = {change.fields[0].old: change.fields[0].new for change in differ(changed, both).changes}
    assert found == {"5M": "6M", "91.5%": "92.5%"}


def test_an_abstract_for_another_one_is_removed_and_added(differ: Differ) -> None:
    comparison = differ({"seeds/s.txt": "Abstract: On the history of tea in the far north, with 5 plates.\n"})
    assert [(change.sort, change.what) for change in comparison.changes] == [
        ("removed", "abstract"),
        ("added", "abstract"),
    ]


# --- vocabulary, configuration ----------------------------------------------------------------------------------------


def test_the_vocabulary(differ: Differ) -> None:
    text = edited(WORDS, ("  - {name: Quick}\n", "  - {name: Rapid}\n"), ("better: higher", "better: lower"))
    assert told(differ({"claims/vocabulary.yaml": text})) == [
        ("removed", "vocabulary", "model Quick"),
        ("changed", "vocabulary", "metric accuracy", ("better", "higher", "lower")),
        ("added", "vocabulary", "model Rapid"),
    ]


def test_a_configuration_that_says_the_same_otherwise_is_no_change(differ: Differ) -> None:
    head = '[tool.claimcheck]\nsources = ["seeds/*.txt"]\nselect = ["ALL"]\nfail-on = "error"\n'
    assert not differ({"pyproject.toml": head}).changed
    assert not differ({"pyproject.toml": None}).changed


def test_tables(differ: Differ) -> None:
    head = '[tool.claimcheck.tables.gains]\nkinds = ["delta"]\n'
    assert told(differ({"pyproject.toml": head})) == [
        ("added", "configuration", "tables.gains", ("kinds", None, "delta"))
    ]


def baselined(*entries: str) -> Files:
    findings = ", ".join(f'{{"rule": "CC503", "claim": "{entry}"}}' for entry in entries)
    return {
        "pyproject.toml": '[tool.claimcheck]\nbaseline = "accepted.json"\n',
        "accepted.json": f'{{"schema": "claimcheck-baseline/1", "findings": [{findings}]}}',
    }


def test_the_baseline(differ: Differ) -> None:
    """What it accepts more weakens; two alike are two."""
    old, new = baselined("quick/slow", "quick/gone"), baselined("quick/slow", "quick/slow")
    comparison = differ(new, old)
    assert [(change.sort, change.id, bool(change.weakens)) for change in comparison.changes] == [
        ("removed", "CC503 about quick/gone", False),
        ("added", "CC503 about quick/slow", True),
    ]
    comparison = differ(old)
    assert [(change.what, change.id) for change in comparison.weakening] == [
        ("baseline", "CC503 about quick/slow"),
        ("baseline", "CC503 about quick/gone"),
    ]


def test_a_baseline_that_is_not_there(differ: Differ) -> None:
    comparison = differ({"pyproject.toml": '[tool.claimcheck]\nbaseline = "accepted.json"\n'})
    assert [(each.file, each.message) for each in comparison.unread] == [
        ("accepted.json", "no such file, though [tool.claimcheck] names it")
    ]


def test_a_side_without_a_usable_configuration_is_read_by_the_others(differ: Differ) -> None:
    """Else all that lies elsewhere would be told as removed."""
    base: Files = {
        "pyproject.toml": '[tool.claimcheck]\nclaims = ["data/*.yaml"]\n',
        "data/quick.yaml": QUICK,
        "claims/quick.yaml": None,
    }
    comparison = differ(
        {"pyproject.toml": "[tool.claimcheck]\nclaim = 1\n", "data/quick.yaml": QUICK + "# end\n"}, base
    )
    assert comparison.changes == ()
    assert [each.file for each in comparison.unread] == ["pyproject.toml"]
    assert comparison.reformatted == ("data/quick.yaml",)


# --- what cannot be read ----------------------------------------------------------------------------------------------

BAD = {
    "syntax": ("claims/quick.yaml", "names: [\n"),
    "schema": ("claims/quick.yaml", edited(QUICK, ("id: slow\n", "ID: slow\n"))),
    "bytes": ("claims/quick.yaml", b"caf\xe9"),
    "vocabulary": ("claims/vocabulary.yaml", "models: 5\n"),
    "source": ("seeds/s.txt", b"\xff\xfe"),
    "baseline": ("accepted.json", '{"schema": "claimcheck-baseline/1", "findings": 5}'),
    "toml": ("pyproject.toml", "[tool.claimcheck\n"),
    "key": ("pyproject.toml", "[tool.claimcheck]\nsorces = 1\n"),
    "toml-bytes": ("pyproject.toml", b"\xff"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("side", ["base", "head"])
def test_what_cannot_be_read_is_told_and_is_no_removal(side: str, file: str, text: str | bytes, differ: Differ) -> None:
    base = baselined("quick/slow")
    good = {**BASE, **base}[file]
    comparison = differ({file: text}, base) if side == "head" else differ({file: good}, {**base, file: text})
    assert {(each.side, each.file) for each in comparison.unread} == {(side, file)}
    assert all(each.message for each in comparison.unread)
    assert comparison.changed
    if not file.startswith("seeds/"):
        assert comparison.changes == ()


def test_what_cannot_be_read_on_both_sides_has_not_changed(differ: Differ) -> None:
    bad = {"claims/quick.yaml": "names: [\n"}
    comparison = differ(bad, bad)
    assert len(comparison.unread) == 2
    assert not comparison.changed


def test_the_hash_of_these_tests_is_the_abstracts() -> None:
    assert digest(ABSTRACT)[:16] in QUICK
