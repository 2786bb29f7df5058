"""How falsifications are judged: what is caught, what is missed, and that the short way finds what the long way finds."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.redteam import Attacker, Falsification, Kind, attack, kinds
from claimcheck.redteam.attack import Tally
from claimcheck.redteam.plain import Plain, mark, values
from claimcheck.redteam.report import as_data, fill_region, markdown_table, rows, text_table, told
from claimcheck.rules import registry
from claimcheck.source import Span

from .conftest import ABSTRACT, CLAIMS, write


def check(root: Path, changed: str, line: int, *rules: str, stated: Span | None = None) -> tuple[bool, bool]:
    """Whether a changed text of the small project's claim file is caught, and rightly so, with a place on a line."""
    attacker = Attacker(app.load(root))
    (target,) = attacker.targets()
    start = sum(len(each) for each in changed.splitlines(keepends=True)[: line - 1])
    kind = Kind("k", "", rules, lambda _: iter(()))
    outcome = attacker.check(kind, target, Falsification("accuracy", "", changed, (Span(start, start + 1),), stated))
    return outcome.caught, outcome.rightly


VALUE_LINE = next(at for at, line in enumerate(CLAIMS.splitlines(), 1) if "value: 91.5%" in line)


def test_the_true_file_is_not_caught(small: Path) -> None:
    assert check(small, CLAIMS, VALUE_LINE, "value-not-in-quote") == (False, False)


def test_caught_by_the_right_rule_at_the_line(small: Path) -> None:
    changed = CLAIMS.replace("value: 91.5%", "value: 91.4%")
    assert check(small, changed, VALUE_LINE, "value-not-in-quote") == (True, True)


def test_caught_by_another_rule(small: Path) -> None:
    changed = CLAIMS.replace("value: 91.5%", "value: 91.4%")
    assert check(small, changed, VALUE_LINE, "paper-id") == (True, False)


def test_caught_at_another_line(small: Path) -> None:
    changed = CLAIMS.replace("value: 91.5%", "value: 91.4%")
    assert check(small, changed, 2, "value-not-in-quote") == (True, False)


def test_a_warning_counts_for_the_rule_that_is_named_alone(small: Path) -> None:
    """`not-named-in-abstract` is a warning: it catches where it is named, and is no error where it is not."""
    changed = CLAIMS.replace("subject: Quick\n        metric: accuracy", "subject: Quorvex\n        metric: accuracy")
    line = next(at for at, text in enumerate(changed.splitlines(), 1) if "Quorvex" in text)
    assert registry()["not-named-in-abstract"].severity == "warning"
    assert check(small, changed, line, "not-named-in-abstract") == (True, True)
    assert check(small, changed, line, "value-not-in-quote") == (False, False)


def test_what_the_true_file_has_is_no_catch(tmp_path: Path) -> None:
    """An error that stands there anyway does not catch a falsification."""
    broken = CLAIMS.replace("value: 12}", "value: 13}")
    root = write(tmp_path, {"seeds/s.txt": _abstract(), "claims/quick.yaml": broken})
    changed = broken.replace(
        "mention: Quick reaches 91.5% accuracy", "mention: Quick reaches 91.5% accuracy\n        note: fine"
    )
    assert check(root, changed, VALUE_LINE, "value-not-in-quote") == (False, False)


def test_a_deleted_claim_is_told_in_the_abstract(small: Path) -> None:
    """Nothing is left in the file to point at: the place is the number of the abstract."""
    changed = CLAIMS.replace(
        "      - {id: languages, kind: count, subject: Quick, metric: languages, value: 12}\n", ""
    ).replace("  - quote: We present Quick, a parser of 12 languages.\n    claims:\n", "")
    at = _abstract().removeprefix("Abstract:").index("12")
    assert check(small, changed, 1, "unaccounted-number", stated=Span(at, at + 2)) == (True, True)
    assert check(small, changed, 1, "unaccounted-number", stated=Span(at + 40, at + 42)) == (True, False)


@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (Falsification("", "removed", "", (), Span(0, 1), removed=True), "abstract-without-claims"),
        (
            Falsification("", "beside", CLAIMS, (Span(0, len(CLAIMS)),), beside="claims/q.yaml"),
            "two-files-one-abstract",
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else each.changed,
)
def test_a_file_removed_or_beside_the_true_one(small: Path, made: Falsification, rule: str) -> None:
    """Such a falsification changes no line of the true file; the whole project is checked without it, or with both."""
    attacker = Attacker(app.load(small))
    (target,) = attacker.targets()
    outcome = attacker.check(Kind("k", "", (rule,), lambda _: iter(())), target, made)
    assert (outcome.caught, outcome.rightly) == (True, True)
    assert not attacker.check(Kind("k", "", ("todo-left",), lambda _: iter(())), target, made).rightly


def test_a_file_that_cannot_be_read_is_judged_too(small: Path) -> None:
    assert check(small, CLAIMS + "- [", len(CLAIMS.splitlines()) + 1, "yaml-syntax") == (True, True)
    assert check(small, CLAIMS.replace("kind: ratio", "kind: ration"), VALUE_LINE, "schema") == (True, False)


def test_a_rule_that_is_switched_off_catches_nothing(small: Path) -> None:
    """The red team measures the project as it is configured."""
    name = "precision-invented"
    (tally,) = attack(app.load(small), [kinds()[name]])
    assert tally.applied == tally.rightly > 0
    config = small / "pyproject.toml"
    off = '[tool.claimcheck]\nignore = ["precision-differs", "unaccounted-number", "mention"]\n'
    config.write_text(off + config.read_text(encoding="utf-8"), encoding="utf-8")
    (tally,) = attack(app.load(small), [kinds()[name]])
    assert tally.caught < tally.applied


def test_the_short_way_finds_what_the_long_way_finds(attacker: Attacker) -> None:
    """Checking a paper alone, by the kind's own rules, is a short cut: the whole project and all rules say the same."""
    drawn = random.Random(7)
    for kind in kinds().values():
        made = [(target, each) for target in attacker.targets() for each in kind.generate(target)]
        for target, each in drawn.sample(made, min(2, len(made))):
            short = attacker.check(kind, target, each)
            long = attacker.check_fully(kind, target, each)
            assert (short.caught, short.rightly, short.stopped) == (long.caught, long.rightly, long.stopped), (
                kind.name,
                each.changed,
            )


def test_kinds_are_told_in_full() -> None:
    """Every kind says what it does, and names rules that exist."""
    for name, kind in kinds().items():
        assert name == kind.name
        assert kind.description.endswith("."), name
        assert kind.rules, name
        assert set(kind.rules) <= set(registry()), f"{name}: {set(kind.rules) - set(registry())}"


def test_falsified_files_differ_from_the_true_one(attacker: Attacker) -> None:
    """No falsification is the file itself, nor says of itself that it changes nothing."""
    for kind in kinds().values():
        for target in attacker.targets():
            for each in kind.generate(target):
                assert each.text != target.file.text or each.source is not None, (kind.name, each.changed)
                assert each.removed == (each.text == "")
                assert each.changed
                assert each.places or each.stated, kind.name
                assert all(0 <= place.start <= place.end <= len(each.text) for place in each.places), kind.name


def test_the_plain_reading_knows_equal_numbers() -> None:
    """By it a generator leaves out what would be true: the same number in another writing."""
    assert values("12") == values("twelve") == values("12.0")
    assert values("1,000") == values("1000")
    assert values("39-62%") == values("62 to 39")
    plain = Plain("Olmo 3 and Llama3.1-8B (see https://x.org/a7) reach 79.6\\% on six tasks,\n1,200 of them.")
    assert {3, 8, 7, 6, 1200} <= {int(each) for each in plain.numbers if each == int(each)}
    assert plain.written == ("3", "79.6\\%", "1,200")
    assert set(plain.in_names) >= {"3", "3.1", "8"}
    assert plain.in_urls == ("7",)
    assert plain.has("six  tasks, 1,200")
    assert plain.times("1,200") == 1
    assert plain.times("7") == 2


@pytest.mark.parametrize(
    ("writings", "expected"),
    [("79.6%|79.6\\%|3 percentage points", "%"), ("3x|$2\\times$|5 times|three-fold", "x"), ("10k|six|8x22b|12", "")],
)
def test_marks(writings: str, expected: str) -> None:
    assert [mark(writing) for writing in writings.split("|")] == [expected] * len(writings.split("|"))


def test_tables_say_how_many(small: Path) -> None:
    tallies = attack(app.load(small), [kinds()["digit-changed"], kinds()["number-from-an-address"]])
    assert tallies[0].applied == 9 * sum(character.isdigit() for character in "1291.5%88.0%3x")
    assert tallies[1].applied == 0
    assert rows(tallies)[-1][0] == "all"
    assert rows(tallies)[0][1:] == rows(tallies)[-1][1:]
    assert "digit-changed" in text_table(tallies)
    assert markdown_table(tallies).count("\n") == 4
    data = as_data(tallies)
    assert data["applied"] == data["caught"] == tallies[0].applied
    assert json.loads(json.dumps(data)) == data


def test_a_share_is_never_rounded_up_to_all() -> None:
    tally = Tally(kinds()["digit-changed"], applied=10_000, caught=9_999, rightly=9_998, stopped=1)
    assert rows([tally])[0] == ("digit-changed", "10,000", "9,999 (99.9%)", "9,998 (99.9%)", "1 (0.0%)")


def test_misses_are_told_without_control_characters(small: Path) -> None:
    attacker = Attacker(app.load(small))
    (target,) = attacker.targets()
    kind = Kind("k", "", ("paper-id",), lambda _: iter(()))
    outcome = attacker.check(kind, target, Falsification("a\x1b[31m", "b\nc", CLAIMS.replace("91.5%\n", "91.4%\n"), ()))
    lines = list(told([outcome]))
    assert "\x1b" not in "".join(lines)
    assert all("\n" not in line for line in lines)


def test_a_region_is_filled() -> None:
    document = "# T\n\n<!-- x -->\nold\n<!-- /x -->\nend\n"
    assert fill_region(document, "x", "new \\1") == "# T\n\n<!-- x -->\n\nnew \\1\n\n<!-- /x -->\nend\n"
    assert fill_region(document, "y", "new") is None


def _abstract() -> str:
    return f"Abstract:{ABSTRACT}\n"
