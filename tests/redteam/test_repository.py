"""The red team on this repository's own claims: every falsification stops the run, caught by the right rule, at the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import app
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence
from claimcheck.project import Project
from claimcheck.redteam import Attacker, Falsification, Kind, Outcome, Tally, attack, kinds
from claimcheck.redteam.report import told
from claimcheck.source import Span
from claimcheck.sources import digest

from .conftest import write


def explained(outcomes: list[Outcome]) -> str:
    return "\n".join(told(outcomes))


NOT_HERE = {
    "baseline-of-another-sentence": "no quote of this repository names a baseline right behind a word that compares, and another sentence another",
    "condition-of-another-sentence": "no two quotes of one file here have each its own value of a condition",
    "better-turned": "no claim of this repository says which values of a metric that everybody knows are better",
    "member-of-the-family": "no abstract here has another size or version of what it gives a number for",
}
"""Kinds that find nothing to falsify in this repository, and why; they are put to a small project of their own."""
ELSEWHERE = (
    "Quick-7B and Quick-13B, two parsers, are compared with Slow and Tardy. On English pages, Quick-7B reaches an accuracy of 91.5%, "
    "outperforming Slow. On German pages, Quick-13B reaches an accuracy of 93.0%, outperforming Tardy."
)


def quick(name: str, language: str, value: str, baseline: str) -> str:
    return f"""\
  - quote: On {language} pages, {name} reaches an accuracy of {value}, outperforming {baseline}.
    claims:
      - id: {name.lower()}
        kind: result
        subject: {name}
        metric: accuracy
        better: higher
        value: {value}
        baseline: {baseline}
        conditions: {{language: {language}}}
"""


ELSEWHERE_CLAIMS = (
    f"""\
schema: claimcheck/1
paper:
  id: quick
  name: Quick
  starts: Quick-7B and Quick-13B
  abstract: sha256:{digest(ELSEWHERE)[:16]}
evidence:
"""
    + quick("Quick-7B", "English", "91.5%", "Slow")
    + quick("Quick-13B", "German", "93.0%", "Tardy")
    + "not_claims:\n  - {text: two parsers, why: counts what the paper compares}\n"
)


@pytest.mark.parametrize("name", NOT_HERE)
def test_what_there_is_none_of_here_is_caught_elsewhere(name: str, tmp_path: Path) -> None:
    config = '[tool.claimcheck]\nfail-on = "warning"\n'
    files = {"pyproject.toml": config, "seeds/s.txt": f"Abstract:{ELSEWHERE}\n", "claims/quick.yaml": ELSEWHERE_CLAIMS}
    project = app.load(write(tmp_path, files))
    assert not app.verify(tmp_path).findings
    (tally,) = attack(project, [kinds()[name]])
    assert tally.applied == tally.caught == tally.rightly == tally.stopped > 0, explained(tally.failed)


@pytest.mark.parametrize("name", kinds())
def test_every_falsification_is_caught(name: str, attacker: Attacker) -> None:
    tally = Tally(kinds()[name])
    for outcome in attacker.outcomes([tally.kind]):
        tally.add(outcome)
    assert bool(tally.applied) != (name in NOT_HERE), (
        "the kind finds nothing to falsify in this repository: it proves nothing here"
    )
    assert not tally.failed, explained(tally.failed)
    assert tally.applied == tally.caught == tally.rightly == tally.stopped


NUMBER_FIELDS = ("value", "baseline_value", "quote", "mention")


def stretches(node: Node, field: str = "") -> Iterator[tuple[str, Span]]:
    """Where the number fields of a claim file stand, by its YAML alone."""
    match node:
        case Scalar() if field in NUMBER_FIELDS:
            yield field, node.span
        case Mapping():
            for key, value in node.entries:
                yield from stretches(value, key.text)
        case Sequence():
            for item in node.items:
                yield from stretches(item, field)


RULES = {
    "value": ("value-not-in-quote", "mention", "partial-quantity", "unit-differs", "number-in-name"),
    "baseline_value": ("value-not-in-quote", "mention", "partial-quantity", "unit-differs", "number-in-name"),
    "quote": ("quote-not-verbatim",),
    "mention": ("mention",),
}


@pytest.mark.parametrize("step", [1, 4])
def test_any_digit_of_any_value_quote_or_mention(step: int, repository: Project, attacker: Attacker) -> None:
    """The same once more by another way: digits of the file's very text are changed, without the red team's edits.

    `step` is added to each digit; the kinds above change each digit to each other one.
    """
    tried = 0
    failed: list[Outcome] = []
    for target in attacker.targets():
        text = target.file.text
        for field, span in stretches(target.claims.root):
            for match in re.compile(r"\d").finditer(text, span.start, span.end):
                at = match.start()
                other = str((int(match[0]) + step) % 10)
                made = Falsification(
                    "", f"{field}: {match[0]} -> {other}", f"{text[:at]}{other}{text[at + 1 :]}", (Span(at, at + 1),)
                )
                outcome = attacker.check(
                    Kind(f"a digit of {field}", "", RULES[field], lambda _: iter(())), target, made
                )
                tried += 1
                # A pair that is claimed as baseline value and value is one statement: either line may be told.
                if not (
                    outcome.rightly
                    or (outcome.caught and field in ("value", "baseline_value") and _told_at_the_pair(outcome))
                ):
                    failed.append(outcome)
    values = [claim.value.text for paper in repository.dataset.papers for claim in paper.claims.claims() if claim.value]
    digits = sum(character.isdigit() for value in values for character in value)
    assert tried > digits > 80, "the digits of the claim files were not found"
    assert not failed, explained(failed)


def _told_at_the_pair(outcome: Outcome) -> bool:
    return any(
        found.rule in outcome.kind.rules and found.field in ("value", "baseline_value") for found in outcome.findings
    )


def test_each_digit_to_each_other_one(repository: Project, attacker: Attacker) -> None:
    """The generators leave no digit out: nine falsifications for every digit."""
    files = [paper.claims for paper in repository.dataset.papers]
    claims = [claim for file in files for claim in file.claims()]
    fields = {
        "digit-changed": [each.text for claim in claims for each in (claim.value, claim.baseline_value) if each],
        "quote-number-changed": [evidence.quote.text for file in files for evidence in file.evidence],
        "mention-number-changed": [claim.mention.text for claim in claims if claim.mention],
    }
    for name, texts in fields.items():
        made = [each for target in attacker.targets() for each in kinds()[name].generate(target)]
        digits = sum(character.isdigit() for text in texts for character in text)
        words = len(made) - 9 * digits
        assert 0 <= words < 60, f"{name}: {len(made)} falsifications for {digits} digits"


def test_every_value_of_a_quote_is_swapped_with_every_other(repository: Project, attacker: Attacker) -> None:
    """Every two claims of a quote whose values differ are swapped."""
    pairs = 0
    for paper in repository.dataset.papers:
        for evidence in paper.claims.evidence:
            values = [claim.value.text for claim in evidence.claims if claim.value is not None]
            pairs += sum(first != second for at, first in enumerate(values) for second in values[at + 1 :])
    assert pairs == sum(1 for target in attacker.targets() for _ in kinds()["values-swapped"].generate(target))


def test_every_claim_is_deleted_whose_number_nothing_else_has(repository: Project, attacker: Attacker) -> None:
    """Of the claims with a value, only those are left out whose number another field of the quote repeats."""
    deleted = {
        (target.paper.id, made.claim)
        for target in attacker.targets()
        for made in kinds()["claim-deleted"].generate(target)
    }
    every = {
        (paper.id, claim.id.text)
        for paper in repository.dataset.papers
        for claim in paper.claims.claims()
        if claim.value is not None
    }
    assert every - deleted <= {each for each in every if repeated(repository, *each)}


def repeated(repository: Project, paper: str, claim: str) -> bool:
    """Whether another claim of the same quote has a number of this claim's value in one of its fields."""
    (evidence,) = (
        evidence
        for each in repository.dataset.papers
        if each.id == paper
        for evidence in each.claims.evidence
        if any(one.id.text == claim for one in evidence.claims)
    )
    own = {
        number for one in evidence.claims if one.id.text == claim and one.value for number in numbers(one.value.text)
    }
    others = [text.text for one in evidence.claims if one.id.text != claim for _, text in one.texts()]
    return any(own & numbers(text) for text in others)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def changes_made(root: Path, abstract: str, claim: str, kind: str) -> str:
    """What a kind of falsification changes in one claim whose quote is the whole abstract."""
    text = (
        f"schema: claimcheck/1\npaper:\n  id: quick\n  name: Quick\n  starts: {abstract[:12]}\n"
        f"  abstract: sha256:{digest(abstract)[:16]}\n"
        f"evidence:\n  - quote: {abstract}\n    claims:\n      - {claim}\n"
    )
    files = {"seeds/s.txt": f"Abstract:{abstract}\n", "claims/quick.yaml": text}
    outcomes = Attacker(app.load(write(root, files))).outcomes([kinds()[kind]])
    return str({each.falsification.changed for each in outcomes})


def test_a_bound_that_may_be_said_is_no_falsification(tmp_path: Path) -> None:
    """ "up to 3x and 4x" may bound both, and "more than the 7%" is over 7%; "up to 12% of it and 5%" is not up to 5%."""
    abstract = "Quick is up to 3x and 4x faster than Slow, and loses up to 12% of it and 5%, more than the 7% of old."
    made: dict[str, str] = {}
    for value, metric in (("4x", "speed"), ("5%", "accuracy"), ("7%", "accuracy")):
        claim = f"{{id: a, kind: ratio, subject: Quick, metric: {metric}, baseline: Slow, change: increase, value: {value}}}"
        made[value] = changes_made(tmp_path / value, abstract, claim, "qualifier-invented")
    assert "up to 4x" not in made["4x"]
    assert "over 4x" in made["4x"]
    assert "up to 5%" in made["5%"]
    assert "over 7%" not in made["7%"]
    assert "up to 7%" in made["7%"]


@pytest.mark.parametrize(
    ("ages", "put"),
    [
        ("24 and 68", set()),
        ("24, 31, and 68", set()),
        ("24 to 68", set()),
        ("24 men and 68", {"24"}),
        ("24 or 31 men and 68", {"24", "31"}),
        ("1.24 men, 24 and 68", {"1.24"}),
        ("24 and 680 men and 68", {"24", "680"}),
    ],
)
def test_numbers_of_one_list_are_not_put_for_each_other(tmp_path: Path, ages: str, put: set[str]) -> None:
    """In "24 and 68 years" the 24 are years, too, which nothing is to catch; in "24 men and 68 years" they are men."""
    abstract = f"Quick is used by those aged {ages} years."
    claim = "{id: a, kind: count, subject: Quick, metric: unstated, value: 7, conditions: {years: 68}}"
    made = changes_made(tmp_path, abstract, claim, "condition-of-another-number")
    assert set(re.findall(r"-> '([\d.]+)'", made)) == put, made


@pytest.mark.parametrize(("rest", "put"), [("", True), (" All 6 users are new.", False)])
def test_what_stands_twice_may_be_excused_once(tmp_path: Path, rest: str, put: bool) -> None:
    """Of "All 6 users … All 6 users" the claim has one only, and `not_claims` the other."""
    abstract = f"Quick has been tried out. All 6 users like it.{rest}"
    claim = "{id: a, kind: count, subject: Quick, metric: users, value: 6, mention: All 6 users}"
    assert ("All 6 users" in changes_made(tmp_path, abstract, claim, "claim-excused-as-well")) == put
