"""Claim files compared: papers, their claims, and what they excuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.records import Claim, ClaimFile, Waiver
from claimcheck.claims.yaml import Mapping, Node, Scalar, Sequence
from claimcheck.comparing.model import Change, FieldChange, Sort, What
from claimcheck.comparing.pairs import all_unlike, grouped, sort_of
from claimcheck.comparing.side import Side
from claimcheck.suppress import ignore_comments, says_why
from claimcheck.text.fold import fold

Texts = tuple[str, ...]
"""A field's text, or its list of texts, each with single spaces."""

Fields = dict[str, Texts]
"""Fields by their names (`agg.n`, `conditions.budget`)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Paper:
    """A claim file that loads, with what its comments ignore."""

    loaded: LoadedClaims
    claims: ClaimFile

    @property
    def id(self) -> str:
        return self.claims.paper.id.text

    @property
    def path(self) -> str:
        return self.claims.file.path

    def line(self, scalar: Scalar) -> int:
        return self.claims.file.position(scalar.span.start).line

    def head(self) -> Mapping:
        node = self.claims.root.get("paper")
        assert isinstance(node, Mapping)
        return node


def compare_papers(base: Side, head: Side) -> Iterator[Change]:
    """What changed in the claim files that can be read on both sides."""
    before, after = _papers(base, head), _papers(head, base)
    pairs = [(before[key], after[key]) for key in before if key in after]
    gone = [paper for key, paper in before.items() if key not in after]
    new = [paper for key, paper in after.items() if key not in before]
    for old in list(gone):
        same = [paper for paper in new if paper.claims.paper.abstract.text == old.claims.paper.abstract.text]
        if len(same) == 1:
            pairs.append((old, same[0]))
            gone.remove(old)
            new.remove(same[0])
    for paper in gone:
        yield _whole(paper, "removed")
    for paper in new:
        yield _whole(paper, "added")
        yield from _of_new(paper)
    for old, now in pairs:
        yield from _of_both(old, now)


def _papers(side: Side, other: Side) -> dict[str, _Paper]:
    """The papers of a side by id, without those whose file the other side cannot read."""
    unread = {each.file for each in other.unread}
    found: dict[str, _Paper] = {}
    for loaded in side.loaded:
        if loaded.claims is not None and loaded.file.path not in unread:
            paper = _Paper(loaded, loaded.claims)
            found[paper.id if paper.id not in found else f"{paper.id} ({paper.path})"] = paper
    return found


def _whole(paper: _Paper, sort: Sort) -> Change:
    fields = {**fields_of(paper.head()), "claims": (str(len(list(paper.claims.claims()))),)}
    return Change(sort, "paper", paper.id, paper.id, paper.path, 1, _one_sided(fields, sort))


def _of_new(paper: _Paper) -> Iterator[Change]:
    """A new paper's claims; what it waives and ignores, and what it says is no claim."""
    for claim in paper.claims.claims():
        yield _whole_claim(paper, claim, "added")
        yield from _waivers(paper, claim, None, claim)
    yield from _excuses(paper, None, paper)
    yield from _ignores(paper, None, paper)


def _of_both(old: _Paper, new: _Paper) -> Iterator[Change]:
    fields = _differences(fields_of(old.head()), fields_of(new.head()))
    if fields:
        yield Change("changed", "paper", new.id, new.id, new.path, new.line(new.claims.paper.id), fields)
    yield from _claims(old, new)
    yield from _excuses(new, old, new)
    yield from _ignores(new, old, new)


def _claims(old: _Paper, new: _Paper) -> Iterator[Change]:
    before = {claim.id.text: claim for claim in old.claims.claims()}
    after = {claim.id.text: claim for claim in new.claims.claims()}
    pairs = [(before[id], after[id]) for id in before if id in after]
    gone = [claim for id, claim in before.items() if id not in after]
    added = [claim for id, claim in after.items() if id not in before]
    for claim in list(gone):
        same = [other for other in added if _but_for_id(other) == _but_for_id(claim)]
        if len(same) == 1:
            pairs.append((claim, same[0]))
            gone.remove(claim)
            added.remove(same[0])
    for claim in gone:
        yield _whole_claim(old, claim, "removed")
        yield from _waivers(old, claim, claim, None)
    for claim in added:
        yield _whole_claim(new, claim, "added")
        yield from _waivers(new, claim, None, claim)
    quotes: dict[tuple[str, str], list[Claim]] = {}
    for was, claim in pairs:
        fields = _differences(_but_for_id(was, quote=False), _but_for_id(claim, quote=False))
        if was.id.text != claim.id.text:
            fields = (FieldChange("id", was.id.text, claim.id.text), *fields)
        if fields:
            yield Change("changed", "claim", claim.id.text, new.id, new.path, new.line(claim.id), fields)
        yield from _waivers(new, claim, was, claim)
        if fold(was.quote.text).text != fold(claim.quote.text).text:
            quotes.setdefault((_single(was.quote), _single(claim.quote)), []).append(claim)
    for (said, says), claims in quotes.items():
        id = ", ".join(claim.id.text for claim in claims)
        yield Change(
            "changed", "quote", id, new.id, new.path, new.line(claims[0].quote), (FieldChange("quote", said, says),)
        )


def _whole_claim(paper: _Paper, claim: Claim, sort: Sort) -> Change:
    fields = _one_sided(_but_for_id(claim), sort)
    return Change(sort, "claim", claim.id.text, paper.id, paper.path, paper.line(claim.id), fields)


def _waivers(paper: _Paper, claim: Claim, old: Claim | None, new: Claim | None) -> Iterator[Change]:
    """What a claim's waivers came to; one that holds longer, or has got its reason, weakens like a new one."""
    before, after = (
        grouped(each.waive if each is not None else (), lambda one: _single(one.rule)) for each in (old, new)
    )
    for rule, was, now in all_unlike(before, after, _of_waiver):
        fields = _differences(_of_waiver(was), _of_waiver(now))
        held = max(map(_holds, before.get(rule, ())), default=_VOID)
        weakens = f"findings of {rule} about this claim are accepted" if now and _holds(now) > held else None
        line = paper.line(now.rule if now is not None else claim.id)
        id = f"{claim.id.text}: {rule}"
        yield Change(sort_of(was, now), "waiver", id, paper.id, paper.path, line, fields, weakens)


def _of_waiver(waiver: Waiver | None) -> Fields:
    if waiver is None:
        return {}
    parts = {"rule": waiver.rule, "reason": waiver.reason, "until": waiver.until}
    return {name: (_single(scalar),) for name, scalar in parts.items() if scalar is not None}


_VOID: Final = (0, "")


def _holds(waiver: Waiver) -> tuple[int, str]:
    """How long a waiver holds, to be compared: not at all (no reason, or no day), to a day (YYYY-MM-DD), or for ever."""
    if waiver.reason is None or not says_why(waiver.reason.text):
        return _VOID
    if waiver.until is None:
        return 2, ""
    try:
        return 1, date.fromisoformat(waiver.until.text).isoformat()
    except ValueError:
        return _VOID


def _excuses(paper: _Paper, old: _Paper | None, new: _Paper) -> Iterator[Change]:
    """Names, excused numbers and relations; those of a new paper weaken nothing that there was."""
    tables: list[tuple[What, str | None, str | None, _Entries, _Entries]] = [
        ("name", "its digits are no numbers to account for", None, _names(old), _names(new)),
        ("not-claim", "its numbers need no claim", None, _not_claims(old), _not_claims(new)),
        ("relation", None, "the equation is not checked as it was", _relations(old), _relations(new)),
    ]
    for what, when_added, when_lost, before, after in tables:
        for id, was, now in all_unlike(before, after, lambda entry: entry.fields):
            fields = _differences(was.fields if was else {}, now.fields if now else {})
            sort = sort_of(was, now)
            weakens = (
                when_added
                if sort == "added"
                else when_lost
                if sort == "removed" or any(f.name == "expr" for f in fields)
                else None
            )
            place = now or was
            assert place is not None
            of = new if now is not None else old or new
            yield Change(
                sort, what, id, paper.id, of.path, of.line(place.scalar), fields, weakens if old is not None else None
            )


@dataclass(frozen=True, slots=True)
class _Entry:
    scalar: Scalar
    fields: Fields


_Entries = dict[str, list[_Entry]]
"""Entries of a list by what they are about; what is listed twice is there twice."""


def _by_text(entries: Iterable[_Entry]) -> _Entries:
    return grouped(entries, lambda entry: _single(entry.scalar))


def _names(paper: _Paper | None) -> _Entries:
    return _by_text(_Entry(name, {}) for name in (paper.claims.names if paper is not None else ()))


def _not_claims(paper: _Paper | None) -> _Entries:
    entries = paper.claims.not_claims if paper is not None else ()
    return _by_text(_Entry(each.text, {"why": (_single(each.why),)}) for each in entries)


def _relations(paper: _Paper | None) -> _Entries:
    found = []
    for each in paper.claims.relations if paper is not None else ():
        fields: Fields = {"expr": (_single(each.expr),)}
        if each.why is not None:
            fields["why"] = (_single(each.why),)
        found.append(_Entry(each.id or each.expr, fields))
    return _by_text(found)


def _ignores(paper: _Paper, old: _Paper | None, new: _Paper) -> Iterator[Change]:
    """Comments that ignore a rule, by what they say and the line that they are for."""
    before, after = _comments(old), _comments(new)
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key, []), after.get(key, [])
        sort: Sort = "added" if len(now) > len(was) else "removed"
        path = old.path if sort == "removed" and old is not None else new.path
        rules, reason, target = key
        weakens = (
            f"findings of {rules} on this line are ignored" if sort == "added" and rules and says_why(reason) else None
        )
        fields = _one_sided({"reason": (reason,), "line": (target,)}, sort)
        for line in now[len(was) :] or was[len(now) :]:
            yield Change(sort, "ignore", rules, paper.id, path, line, fields, weakens)


def _comments(paper: _Paper | None) -> dict[tuple[str, str, str], list[int]]:
    """The lines of each comment, by its rules, its reason, and the text of the line that it is for."""
    found: dict[tuple[str, str, str], list[int]] = {}
    if paper is None:
        return found
    file = paper.claims.file
    for match in ignore_comments(paper.loaded):
        line = file.position(match.start()).line
        before = file.line(line)[: match.start() - file.offset_of_line(line)].strip()
        last = file.position(len(file.text)).line
        target = before or (file.line(line + 1).strip() if line < last else "")
        key = ((match["rules"] or "").strip(), match["reason"].strip(" \t:-–—"), " ".join(target.split()))
        found.setdefault(key, []).append(line)
    return found


def fields_of(node: Mapping, *without: str) -> Fields:
    """The fields of a mapping, those of mappings in it by their path; without some."""
    found: Fields = {}
    for key, value in node.entries:
        if key.text not in without:
            found |= _flat(key.text, value)
    return found


def _flat(name: str, node: Node) -> Fields:
    match node:
        case Scalar():
            return {name: (_single(node),)}
        case Mapping():
            return {
                path: texts for key, value in node.entries for path, texts in _flat(f"{name}.{key.text}", value).items()
            }
        case Sequence():
            if all(isinstance(item, Scalar) for item in node.items):
                return {name: tuple(_single(item) for item in node.items if isinstance(item, Scalar))}
            return {
                path: texts
                for at, item in enumerate(node.items)
                for path, texts in _flat(f"{name}[{at}]", item).items()
            }


def _but_for_id(claim: Claim, *, quote: bool = True) -> Fields:
    """The fields of a claim, waivers aside; its quote, if wanted, is one of them."""
    fields = fields_of(claim.node, "id", "waive")
    return {**fields, "quote": (_single(claim.quote),)} if quote else fields


def _single(scalar: Scalar) -> str:
    return " ".join(scalar.text.split())


def _differences(old: Fields, new: Fields) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, _joined(old.get(name)), _joined(new.get(name)))
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name)
    )


def _one_sided(fields: Fields, sort: Sort) -> tuple[FieldChange, ...]:
    return _differences({}, fields) if sort == "added" else _differences(fields, {})


def _joined(texts: Texts | None) -> str | None:
    return None if texts is None else "; ".join(texts)
