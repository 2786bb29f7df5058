"""Falsified claims and files: deleted, copied, put under another abstract, hidden."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from claimcheck.claims.records import Claim
from claimcheck.claims.yaml import Mapping, Scalar, Sequence
from claimcheck.redteam.edit import Edit, apply, kept, splice, whole, with_copy, without_item
from claimcheck.redteam.model import Falsification, Target, kind
from claimcheck.redteam.plain import mark, stated, values
from claimcheck.source import Span

_OTHERS: Final = 4
"""So many other papers lend their hash or their opening words; one is as good as the next."""


def _lists(target: Target) -> Iterator[tuple[Sequence, int, Sequence, int, Claim]]:
    """Every claim with the list of evidence, its place there, the list of claims, and its place there."""
    evidence = target.claims.root.get("evidence")
    assert isinstance(evidence, Sequence)
    for at, (node, record) in enumerate(zip(evidence.items, target.claims.evidence, strict=True)):
        assert isinstance(node, Mapping)
        claims = node.get("claims")
        assert isinstance(claims, Sequence)
        for index, claim in enumerate(record.claims):
            yield evidence, at, claims, index, claim


@kind("unaccounted-number")
def claim_deleted(target: Target) -> Iterator[Falsification]:
    """A claim is deleted whose number nothing else of its quote has."""
    for evidence, at, claims, index, claim in _lists(target):
        if claim.value is None:
            continue
        place = stated(claim, target.plain.text)
        others = [
            text for other in target.claims.evidence[at].claims if other is not claim for _, text in other.texts()
        ]
        others += [entry.text for entry in target.claims.not_claims]
        if place is None or any(_repeats(text.text, claim.value.text) for text in others):
            continue
        whole_quote = len(claims.items) == 1
        edited = without_item(target.file, evidence, at) if whole_quote else without_item(target.file, claims, index)
        yield target.made(claim, f"claim with value '{claim.value.text}' deleted", edited, place)


def _repeats(text: str, value: str) -> bool:
    """Whether a text holds the number of a value, of the same kind."""
    return value in text or (bool(values(text) & values(value)) and mark(text) == mark(value))


@kind("occurrence-claimed-twice", "duplicate-claim", "conflicting-claim")
def claim_copied(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time under another id."""
    for _, _, claims, index, claim in _lists(target):
        edited = with_copy(target.file, claims, index, [whole(claim.id, f"{claim.id.text}-again")])
        yield target.made(claim, "claim copied under another id", edited)


@kind("occurrence-claimed-twice", "mention")
def claim_copied_for_another_subject(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time, under another id, for another subject."""
    for _, _, claims, index, claim in _lists(target):
        if claim.value is not None and claim.baseline:
            edits = [whole(claim.id, f"{claim.id.text}-again"), whole(claim.subject, claim.baseline[0].text)]
            yield target.made(
                claim, f"claim copied for '{claim.baseline[0].text}'", with_copy(target.file, claims, index, edits)
            )


_INTRODUCES: Final = re.compile(
    r"(?i)\b(?:introduce|present|release|propose|create|construct|collect|curate|design)s?\b"
)
_TELLS: Final = re.compile(
    r"(?i)\b(?:\w{2,}(?:er|est)|outperform\w*|surpass\w*|improv\w*|enhanc\w*|gain\w*|more|most|less|than|versus|vs|worse|high\w*|low|"
    r"reduc\w*|mitigat\w*|increas\w*|boost\w*|match\w*|compar\w*|compet\w*|similar\w*|same|equal\w*|success\w*|effective\w*|robust\w*|"
    r"reliab\w*|accura\w*|fail\w*|fast|first|only|all|art|frontier|gaps?|leading|relative|beyond|above|below|state)\b"
)
_PLAIN_NUMBER: Final = re.compile(r"\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")


@kind("rank-without-cue")
def ranking_invented(target: Target) -> Iterator[Falsification]:
    """A ranking is added to a sentence that introduces something, and tells no outcome and at most one number."""
    for _, _, claims, index, claim in _lists(target):
        text = claim.quote.text
        if index or not _INTRODUCES.search(text) or _TELLS.search(text) or len(_PLAIN_NUMBER.findall(text)) > 1:
            continue
        at = claims.items[0].span.start
        start = target.file.text.rfind("\n", 0, at) + 1
        dash = target.file.text[start:at]
        if dash.strip() == "-":
            named = json.dumps(claim.subject.text)
            for rank in ("best", "outperforms", "underperforms"):
                made = f"{dash}{{id: made-up, kind: ranking, subject: {named}, baseline: unstated, metric: safety, rank: {rank}}}\n"
                edited = splice(target.file.text, [(Span(start, start), made)])
                yield target.made(claim, f"a ranking added: {rank}", edited)


@kind("paper-id")
def claim_copied_with_its_id(target: Target) -> Iterator[Falsification]:
    """A claim stands a second time with the same id."""
    for _, _, claims, index, claim in _lists(target):
        yield target.made(claim, "claim copied with its id", with_copy(target.file, claims, index, []))


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def hash_changed(target: Target) -> Iterator[Falsification]:
    """A digit of the abstract's hash is another."""
    node = target.claims.paper.abstract
    for at in range(len("sha256:"), len(node.text)):
        yield _of_file(target, [Edit(node, at, at + 1, "0" if node.text[at] != "0" else "1")], "paper.abstract")


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def hash_of_another_paper(target: Target) -> Iterator[Falsification]:
    """The hash is that of another paper's abstract."""
    for other in target.others[:_OTHERS]:
        if other.claims.paper.abstract.text != target.claims.paper.abstract.text:
            yield _of_file(
                target, [whole(target.claims.paper.abstract, other.claims.paper.abstract.text)], "paper.abstract"
            )


@kind("abstract-changed", "abstract-not-found", "two-files-one-abstract")
def opening_of_another_paper(target: Target) -> Iterator[Falsification]:
    """The opening words are those of another paper's abstract."""
    paper = target.claims.paper
    for other in target.others[:_OTHERS]:
        if not target.plain.has(other.claims.paper.starts.text):
            edits = [
                whole(paper.starts, other.claims.paper.starts.text),
                Edit(paper.abstract, 0, len(paper.abstract.text), paper.abstract.text),
            ]
            yield _of_file(target, edits, "paper.starts")


@kind("two-files-one-abstract")
def abstract_of_another_paper(target: Target) -> Iterator[Falsification]:
    """Opening words and hash are those of another paper's abstract."""
    paper = target.claims.paper
    for other in target.others[:_OTHERS]:
        theirs = other.claims.paper
        if theirs.abstract.text != paper.abstract.text:
            yield _of_file(
                target, [whole(paper.starts, theirs.starts.text), whole(paper.abstract, theirs.abstract.text)], "paper"
            )


@kind("paper-id")
def paper_renamed(target: Target) -> Iterator[Falsification]:
    """The paper's id is another paper's."""
    for other in target.others[:_OTHERS]:
        yield _of_file(target, [whole(target.claims.paper.id, other.claims.paper.id.text)], "paper.id")


@kind("yaml-syntax")
def file_broken(target: Target) -> Iterator[Falsification]:
    """A bracket is left open at the end of the file: a reader that gave up there would check nothing of it."""
    yield _with_end(target, "names: [")


@kind("file-limits")
def file_too_deep(target: Target) -> Iterator[Falsification]:
    """Lists in lists stand at the end of the file: a reader that ran out of stack there would check nothing of it."""
    yield _with_end(target, f"deep: {'[' * 2000}{']' * 2000}")


def _with_end(target: Target, line: str) -> Falsification:
    end = len(target.file.text)
    said = line if len(line) < 20 else f"{line[:20]}…"
    return replace(
        target.made(next(target.claims.claims()), said, splice(target.file.text, [(Span(end, end), line)])), claim=""
    )


@kind("abstract-without-claims")
def file_removed(target: Target) -> Iterator[Falsification]:
    """The claim file is gone, and with it all that the paper states."""
    if all(other.claims.paper.abstract.text != target.claims.paper.abstract.text for other in target.others):
        yield Falsification("", "the file removed", "", (), Span(0, 1), removed=True)


@kind("two-files-one-abstract")
def file_copied(target: Target) -> Iterator[Falsification]:
    """A second claim file, under a name and an id of its own, states the same of the same abstract once more."""
    paper = target.claims.paper
    edits = [whole(paper.id, f"{paper.id.text}-again"), kept(paper.starts)]
    path = target.file.path.removesuffix(".yaml")
    yield replace(_of_file(target, edits, "a second file, paper.id"), beside=f"{path}-again.yaml")


def _of_file(target: Target, edits: list[Edit], name: str) -> Falsification:
    return replace(target.edited(next(target.claims.claims()), edits, name), claim="")


_IGNORE: Final = "  # claimcheck: ignore[value-not-in-quote,mention,partial-quantity,unit-differs,number-in-name]"


@kind("ignore-without-reason")
def hidden_without_a_reason(target: Target) -> Iterator[Falsification]:
    """The value's first digit is another, and the line asks to be ignored without saying why."""
    for claim in target.claims.claims():
        if (value := claim.value) is None or value.style != "plain" or not value.text[:1].isdigit():
            continue
        start, end = value.span.start, value.span.end
        if target.file.text[end : end + 1] != "\n":
            continue
        new = ("9" if value.text[0] != "9" else "8") + value.text[1:]
        edited = splice(target.file.text, [(Span(start, end), new + _IGNORE)])
        yield target.made(claim, f"value: '{value.text}' -> '{new}', ignored without a reason", edited)


@kind("unused-ignore")
def ignore_of_nothing(target: Target) -> Iterator[Falsification]:
    """A line asks, with a reason, to be ignored where nothing is found: it would hide what is changed there next."""
    for claim, name, value in _value_fields(target):
        if _line_of_its_own(target, value.span) is not None:
            sign = "  # claimcheck: ignore[value-not-in-quote] checked by hand"
            edited = splice(target.file.text, [(Span(value.span.end, value.span.end), sign)])
            yield target.made(claim, f"{name}: ignored in advance", edited)


@kind("todo-left")
def draft_left(target: Target) -> Iterator[Falsification]:
    """A metric is still to be written."""
    for claim in target.claims.claims():
        yield target.edited(claim, [whole(claim.metric, "TODO")], "metric")


@kind("duplicate-key")
def value_given_twice(target: Target) -> Iterator[Falsification]:
    """The claim has a second, other value: some readers of YAML take the first, some the last."""
    for claim, name, value in _value_fields(target):
        line = _line_of_its_own(target, value.span)
        if line is not None:
            new = f"{line}{name}: {_another(value.text)}\n"
            at = target.file.text.find("\n", value.span.end) + 1
            yield target.made(claim, f"a second {name}", splice(target.file.text, [(Span(at, at), new)]))


@kind("forbidden-yaml")
def value_by_reference(target: Target) -> Iterator[Falsification]:
    """The value bears an anchor or a tag, by which it could be another one's or be read as something else."""
    for claim, name, value in _value_fields(target):
        for sign in ("&v ", "!!float "):
            edited = splice(target.file.text, [(Span(value.span.start, value.span.start), sign)])
            yield target.made(claim, f"{name}: {sign}{value.text}", edited)


@kind("forbidden-yaml")
def second_document(target: Target) -> Iterator[Falsification]:
    """A second, falsified document stands behind the first: some readers of YAML take the last."""
    for claim, _, value in _value_fields(target):
        other = apply(target.file, [whole(value, _another(value.text))]).text
        end = len(target.file.text)
        edited = splice(target.file.text, [(Span(end, end), f"\n---\n{other}")])
        yield target.made(claim, "a second document with another value", edited)


@kind("schema")
def field_misspelt(target: Target) -> Iterator[Falsification]:
    """A field's name has a letter too many, so that nobody would read it."""
    for claim in target.claims.claims():
        for key, _ in (
            entry for entry in claim.node.entries if entry[0].text in ("value", "mention", "baseline_value", "rank")
        ):
            yield target.edited(claim, [whole(key, f"{key.text}s")], "field")


@kind("not-named-in-abstract")
def invented_name(target: Target) -> Iterator[Falsification]:
    """Subject, baseline or data set is a name that the abstract does not have, and nothing says how the quote names it."""
    for claim in target.claims.claims():
        named = [("baseline", each) for each in claim.baseline]
        if claim.dataset_from is None:
            named += [("dataset", each) for each in claim.dataset]
        if claim.subject_as is None:
            named.append(("subject", claim.subject))
        for name, scalar in named:
            if scalar.text != "unstated" and not target.plain.has("Quorvex"):
                yield target.edited(claim, [whole(scalar, "Quorvex")], name)


@kind("unused-not-claim", "number-in-name", "value-not-in-quote", "unit-differs", "partial-quantity")
def claim_hidden_as_a_name(target: Target) -> Iterator[Falsification]:
    """The value's number is put down as a name, so that it would need no claim."""
    for claim in target.claims.claims():
        if claim.value is not None and values(claim.value.text):
            names = target.claims.root.get("names")
            quoted = f'"{claim.value.text}"' if "\\" not in claim.value.text else f"'{claim.value.text}'"
            if isinstance(names, Sequence) and names.items:
                at = names.items[-1].span.end
                piece = f", {quoted}"
            else:
                at = len(target.file.text)
                piece = f"names: [{quoted}]\n"
            made = target.made(claim, f"names: {quoted} added", splice(target.file.text, [(Span(at, at), piece)]))
            yield replace(made, places=(*made.places, claim.value.span))


@kind("unused-not-claim")
def claim_excused_as_well(target: Target) -> Iterator[Falsification]:
    """A claimed number is put down under `not_claims`, too: there it would hide the next one."""
    for claim in target.claims.claims():
        if claim.value is None or claim.mention is None or target.claims.not_claims:
            continue
        if target.plain.times(claim.mention.text) > 1:
            continue  # it may excuse the other one
        words = json.dumps(claim.mention.text, ensure_ascii=False)
        end = len(target.file.text)
        piece = f"not_claims:\n  - {{text: {words}, why: no result}}\n"
        yield target.made(claim, f"not_claims: {words}", splice(target.file.text, [(Span(end, end), piece)]))


@kind("relation-broken")
def relation_changed(target: Target) -> Iterator[Falsification]:
    """A factor of a relation is ten times as large."""
    for relation in target.claims.relations:
        for match in re.finditer(r"(?<![\w.])\d+(?=\s*[*/])|(?<=[*/] )\d+(?![\w.])", relation.expr.text):
            edit = Edit(relation.expr, match.end(), match.end(), "0")
            yield _of_file(target, [edit], "relations")


@kind("abstract-not-found")
def opening_changed(target: Target) -> Iterator[Falsification]:
    """A word of the opening words is another."""
    starts = target.claims.paper.starts
    words = list(re.finditer(r"\S+", starts.text))
    for match in (words[0], words[len(words) // 2], words[-1]):
        other = "rather" if match[0] != "rather" else "not"
        yield _of_file(target, [Edit(starts, match.start(), match.end(), other)], "paper.starts")


def _value_fields(target: Target) -> Iterator[tuple[Claim, str, Scalar]]:
    for claim in target.claims.claims():
        for name, scalar in (("value", claim.value), ("baseline_value", claim.baseline_value)):
            if scalar is not None:
                yield claim, name, scalar


def _another(value: str) -> str:
    """Another value, in single quotes."""
    changed = re.sub(r"\d", lambda match: "9" if match[0] != "9" else "8", value, count=1)
    return f"'{changed if changed != value else 'nine'}'"


def _line_of_its_own(target: Target, span: Span) -> str | None:
    """The indentation of a field that has a line of its own; None where it shares one."""
    text = target.file.text
    start = text.rfind("\n", 0, span.start) + 1
    match = re.match(r"(\s+)[a-z_]+: $", text[start : span.start])
    return match[1] if match is not None and text[span.end : span.end + 1] == "\n" else None
