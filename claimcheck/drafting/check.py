"""Checks a draft with the rules that it will meet, and takes back what does not hold: a guess becomes TODO, a claim no claim."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence as AnySequence
from pathlib import Path
from typing import Final

from claimcheck.claims.load import load_claim_file
from claimcheck.claims.records import ClaimFile
from claimcheck.claims.vocabulary import LoadedVocabulary
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence, parse
from claimcheck.config import Config
from claimcheck.dataset import Dataset, PaperInContext, build
from claimcheck.diagnostic import Finding
from claimcheck.drafting.model import LEFT, TODO, Draft, DraftClaim, Said
from claimcheck.drafting.passages import Text
from claimcheck.drafting.write import as_yaml
from claimcheck.numerals import Mention
from claimcheck.project import Chosen, Project, Selection
from claimcheck.runner import run
from claimcheck.source import SourceFile
from claimcheck.sources.abstract import Abstract, SourceText
from claimcheck.sources.records import Metadata

_ROUNDS: Final = 40
_CHECKED_LATER: Final = ("todo-left", "abstract-without-claims")
_QUOTED: Final = frozenset({"quote", "starts", "mention", "value", "baseline_value", "text", "title"})
"""Fields with words of others, which may begin with any word."""
_DELTAS: Final = ("absolute", "relative", "unstated")
_GUESSED: Final = ("dataset", "baseline", "metric", "subject")
"""Fields with names, in the order in which they are taken back where a rule finds a claim at fault without naming one."""


def open_questions(text: str) -> int:
    """In how many places a claim file waits for a person."""
    node, _ = parse(text)
    return _open(node) if node is not None else 0


def _open(node: Node) -> int:
    match node:
        case Scalar():
            return node.text.startswith(TODO)
        case Sequence():
            return sum(map(_open, node.items))
        case Mapping():
            return sum(_open(key) + (_open(value) if key.text not in _QUOTED else 0) for key, value in node.entries)


def read(abstract: Abstract, vocabulary: LoadedVocabulary | None) -> Text:
    """The abstract's numbers as `verify` will read them, the vocabulary's names included."""
    empty = Draft("draft", Said("draft"), abstract.words(6), abstract.digest, Metadata())
    paper = _joined(empty, abstract, vocabulary).papers[0]
    assert paper.folded is not None
    return Text(abstract.text, paper.folded, paper.numbers)


def repaired(
    draft: Draft, abstract: Abstract, text: Text, excuses: AnyMapping[int, str], vocabulary: LoadedVocabulary | None
) -> Draft:
    """The draft, mended until no rule finds anything in it but what is left to a person.

    `excuses` has for each number, by where it begins, the words to list it by if no claim can have it.
    """
    for _ in range(_ROUNDS):
        dataset = _joined(draft, abstract, vocabulary)
        paper = dataset.papers[0]
        if not (_misplaced(draft, paper, text) or _unaccounted(draft, paper, excuses) or _faulty(draft, dataset)):
            break
    if draft.evidence and not open_questions(as_yaml(draft)):
        # Nobody has looked at it yet, so it must not verify.
        draft.evidence[0].claims[0].fields["note"] = LEFT
    return draft


def _joined(draft: Draft, abstract: Abstract, vocabulary: LoadedVocabulary | None) -> Dataset:
    file = SourceFile(f"claims/{draft.id}.yaml", as_yaml(draft, checked=True))
    loaded = load_claim_file(file)
    if loaded.claims is None:
        raise AssertionError(f"a draft is no claim file: {'; '.join(problem.message for problem in loaded.problems)}")
    return build([SourceText(abstract.file, (abstract,), ())], [loaded], vocabulary)


def _misplaced(draft: Draft, paper: PaperInContext, text: Text) -> bool:
    """Takes out the claims that do not rest on the numbers that they were made for.

    Numbers are told by where they begin: the draft's own names may make one of two refused ones.
    """

    def begins(numbers: AnySequence[Mention], at: int | None) -> int | None:
        return numbers[at].start if at is not None else None

    joined = {claim.id: claim for claim in paper.all_claims()}
    changed = False
    for claim in list(draft.claims()):
        found = joined.get(claim.id)
        if found is None or begins(paper.numbers, found.value_at) != begins(text.numbers, claim.at):
            _take_out(draft, claim)
        elif begins(paper.numbers, found.baseline_at) == begins(text.numbers, claim.baseline_at):
            continue
        elif claim.at == claim.baseline_at:
            _take_out(draft, claim)
        else:
            _without_baseline_value(claim)
        changed = True
    return changed


def _without_baseline_value(claim: DraftClaim) -> None:
    claim.fields.pop("baseline_value", None)
    claim.fields.pop("baseline", None)
    claim.baseline_at = None


def _take_out(draft: Draft, claim: DraftClaim) -> None:
    for evidence in draft.evidence:
        if claim in evidence.claims:
            evidence.claims.remove(claim)
    draft.evidence = [evidence for evidence in draft.evidence if evidence.claims]


def _unaccounted(draft: Draft, paper: PaperInContext, excuses: AnyMapping[int, str]) -> bool:
    """Lists the numbers that nothing accounts for."""
    added = False
    for at, mention in enumerate(paper.numbers):
        if mention.is_quantity and not mention.indefinite and at not in paper.accounted and mention.start in excuses:
            if excuses[mention.start] not in draft.not_claims:
                draft.not_claims.append(excuses[mention.start])
                added = True
    return added


def _faulty(draft: Draft, dataset: Dataset) -> bool:
    """Mends what the rules find, one claim at a time."""
    report = run(Project(Config(Path()), dataset), Chosen(True), Selection(ignore=_CHECKED_LATER))
    claims = {claim.id: claim for claim in draft.claims()}
    changed = False
    for found in report.findings:
        if found.rule == "unused-not-claim":
            changed = _unlisted(draft, dataset.papers[0].claims, found) or changed
        elif found.claim in claims:
            changed = _mended(draft, claims[found.claim], found) or changed
    return changed


def _unlisted(draft: Draft, claims: ClaimFile, found: Finding) -> bool:
    """Takes an entry out that excuses nothing: the one that the finding marks, in the list that it names."""
    if found.field == "names":
        entries, written = draft.names, claims.names
    else:
        entries, written = draft.not_claims, tuple(each.text for each in claims.not_claims)
    marked = [each.text for each in written if found.label is not None and each.span == found.label.span]
    for text in entries:
        if any(text.split() == each.split() for each in marked):
            entries.remove(text)
            return True
    return False


def _mended(draft: Draft, claim: DraftClaim, found: Finding) -> bool:
    field = (found.field or "").partition(".")
    name = field[0]
    if found.rule in ("conflicting-claim", "duplicate-claim"):
        return _told_apart(draft, claim)
    if name == "delta":
        said = claim.text("delta")
        claim.tell("delta", _DELTAS[(_DELTAS.index(said) + 1) % 3] if said in _DELTAS else "unstated")
        return True
    if name in ("subject", "metric", "baseline", "dataset", "subject_as", "hedge", "better", "change", "rank"):
        return _taken_back(claim, name)
    if name == "agg":
        claim.agg.clear()
        return True
    if name == "conditions":
        claim.conditions.clear()
        return True
    if found.rule in ("mention-elsewhere", "change-inconsistent"):
        if any(_taken_back(claim, each) for each in _GUESSED):
            return True
        held = bool(claim.conditions)
        claim.conditions.clear()
        return held
    if found.severity == "error":
        _take_out(draft, claim)
        return True
    return False


def _taken_back(claim: DraftClaim, name: str) -> bool:
    """Makes a guess a TODO, or leaves it out where the field may be absent; whether anything was there to take back."""
    said = claim.fields.get(name)
    if said is None or said.is_todo:
        return False
    if name in ("subject", "metric", "change", "rank") or (
        name == "baseline" and ("change" in claim.fields or "baseline_value" in claim.fields)
    ):
        claim.fields[name] = LEFT
    else:
        del claim.fields[name]
    return True


def _told_apart(draft: Draft, claim: DraftClaim) -> bool:
    """Asks for what tells a claim from another that is alike in everything but the number."""
    letter = claim.id.rpartition("-")[2] if "-" in claim.id else "a"
    wanted = f"{TODO} what tells it apart ({letter})"
    metric = claim.fields["metric"]
    if claim.text("kind") in ("count", "size") and not metric.is_todo:
        claim.fields["metric"] = Said(f"{TODO} {metric.text}, which? ({letter})")
        return True
    for name in ("metric", "dataset"):
        said = claim.fields.get(name)
        if (name == "dataset" and said is None) or (said is not None and said.text == TODO):
            claim.fields[name] = Said(wanted)
            return True
    if TODO not in claim.conditions:
        claim.conditions[TODO] = wanted
        return True
    _take_out(draft, claim)
    return True
