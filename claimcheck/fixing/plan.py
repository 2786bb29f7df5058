"""What could be mended in a claim file, and what cannot without a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from claimcheck.claims.yaml import Mapping, Scalar, parse
from claimcheck.dataset import ClaimInContext, PaperInContext, QuoteInContext, Value
from claimcheck.drafting.placing import schema_from
from claimcheck.fixing.model import Edit, Steps, Told
from claimcheck.fixing.rewrite import insert_field, line_end, rewrite
from claimcheck.fixing.workshop import State, Workshop
from claimcheck.fixing.writing import as_in_source, collapsed, places_in_form, printed_at, same_numbers
from claimcheck.matching.nearest import nearest_passage
from claimcheck.matching.quotes import Place, cut, locate
from claimcheck.matching.values import Difference, compare
from claimcheck.matching.verdicts import verdicts
from claimcheck.source import Span
from claimcheck.text.fold import Folded

_HASH: Final = ("paper", "abstract")
_IDENTITY: Final = re.compile(r"sha256:[0-9a-f]{16,64}")
_STAND_IN: Final = "sha256:0000000000000000"
_MODELINE: Final = re.compile(r"^[ \t]*#[ \t]*yaml-language-server:", re.MULTILINE)


@dataclass(slots=True)
class Plan:
    """The edits that could be made to one file, and what is left to a person."""

    edits: list[Edit] = field(default_factory=list)
    left: list[Told] = field(default_factory=list)


def plan(shop: Workshop, state: State) -> Plan:
    """What to mend in a file as it is now."""
    made = Plan()
    if state.paper is None:
        problem = state.loaded.problems[0]
        made.left.append(Told((), f"it cannot be read as a claim file, so nothing in it is mended: {problem.message}"))
        return made
    planner = _Planner(shop, state, state.paper, made)
    planner.modeline()
    planner.identity()
    for index, quote in enumerate(state.paper.quotes):
        planner.evidence(index, quote)
    return made


def with_hash(shop: Workshop, state: State) -> tuple[State, Told] | Told | None:
    """A file that does not load for want of a hash alone, with the hash: what it then is, or why it is left.

    None if something else is the matter. What such a file has hidden so far is none of the hash's doing.
    """
    text = state.text
    root, _ = parse(text)
    paper = root.get("paper") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(paper, Mapping):
        return None
    written = paper.get("abstract")
    starts = paper.get("starts"), paper.key("starts")
    if written is not None and (not isinstance(written, Scalar) or _IDENTITY.fullmatch(written.text)):
        return None

    def put(hash: str) -> State | None:
        if isinstance(written, Scalar):
            pieces = rewrite(text, root, _HASH, written, hash)
        elif isinstance(starts[0], Scalar) and starts[1] is not None:
            pieces = insert_field(text, root, _HASH, starts[0], starts[1], hash)
        else:
            return None
        return shop.read(state.path, Edit(state.path, Told(_HASH, ""), pieces).applied(text)) if pieces else None

    tried = put(_STAND_IN)
    if tried is None or tried.paper is None:
        return None
    reason = _not_one(tried.paper) or _not_standing(tried.paper, in_form=True)
    if reason is not None:
        return Told(_HASH, f"the hash of the abstract is missing, and {reason}")
    assert tried.paper.abstract is not None
    hash = f"sha256:{tried.paper.abstract.digest[:16]}"
    done = put(hash)
    return (done, Told(_HASH, f"the abstract's hash: {hash}")) if done is not None else None


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans for one file that loads."""

    shop: Workshop
    state: State
    paper: PaperInContext
    plan: Plan

    def modeline(self) -> None:
        """The line by which editors know the schema, where the project has the schema's file."""
        schema = schema_from(self.shop.project.config.root, self.state.path)
        if schema is None or _MODELINE.search(self.state.text):
            return
        line = f"# yaml-language-server: $schema={schema}{line_end(self.state.text)}"
        told = Told((), "the line by which editors find the schema")
        self.plan.edits.append(Edit(self.state.path, told, ((Span(0, 0), line),)))

    def identity(self) -> None:
        """The paper's id, which is never changed, and the abstract's hash."""
        said = self.paper.claims.paper
        stem = PurePosixPath(self.state.path).stem
        if said.id.text != stem:
            self._leave(
                ("paper", "id"), f"the paper's id is '{said.id.text}', but the file is called '{stem}': which is meant?"
            )
        abstract = self.paper.abstract
        if abstract is None:
            self._leave(("paper", "starts"), f"{_not_one(self.paper)}, so there is nothing to compare with")
            return
        digits = said.abstract.text.removeprefix("sha256:")
        if abstract.digest.startswith(digits):
            return
        if any(other.digest.startswith(digits) for other in self.shop.project.dataset.abstracts):
            self._leave(_HASH, "`starts` names one abstract and the hash another: which is meant?")
        elif reason := _not_one(self.paper) or _not_standing(self.paper, in_form=False):
            self._leave(_HASH, f"the hash is not that of the abstract, and {reason}")
        else:
            hash = f"sha256:{abstract.digest[: len(digits)]}"
            self._write(
                _HASH, said.abstract, hash, f"the abstract's hash: {hash} (`starts` names it, all quotes stand in it)"
            )

    def evidence(self, index: int, quote: QuoteInContext) -> None:
        """A quote, and the mentions and values of its claims."""
        at: Steps = ("evidence", index)
        place = self._quote((*at, "quote"), quote)
        if place is None:
            return
        for number, claim in enumerate(quote.claims):
            here = (*at, "claims", number)
            if claim.claim.mention is not None:
                self._verbatim(
                    (*here, "mention"),
                    claim.claim.mention,
                    list(locate(claim.claim.mention.text, self._source, place)),
                    place,
                    index,
                )
            if quote.place is not None:
                self._values(here, claim, index)

    def _quote(self, at: Steps, quote: QuoteInContext) -> Place | None:
        """Mends a quote; returns where it stands, or will stand."""
        if quote.cut is not None:
            self._leave(at, "the quote begins or ends inside a word or a quantity: how far it should go is not said")
            return None
        place = self._verbatim(at, quote.evidence.quote, list(quote.places), None, int(at[1]))
        return quote.place or place

    def _verbatim(
        self, at: Steps, scalar: Scalar, places: list[Place], within: Place | None, group: int
    ) -> Place | None:
        """A text that should stand in the source: its characters, or its words if they differ in form alone."""
        name = str(at[-1])
        if len(places) == 1:
            new = as_in_source(scalar.text, self._source, places[0])
            if collapsed(new) != collapsed(scalar.text):
                self._replace(at, scalar, new, f"the {name} in the source's own characters", group)
            return places[0]
        if places:
            if within is not None:
                self._leave(at, f"the {name} stands {len(places)} times in the quote: which is meant?")
            return None
        found = [
            place
            for place in places_in_form(scalar.text, self._source, within)
            if cut(place, self._source, self.paper.numbers) is None
        ]
        if len(found) != 1:
            said = (
                "its words stand there more than once, in another form"
                if found
                else self._difference(scalar.text, within)
            )
            self._leave(at, f"the {name} is not verbatim, and which words are meant would be a guess: {said}")
            return None
        start, end = self._source.view_range(found[0].start, found[0].end)
        new = collapsed(self._source.view.text[start:end])
        if self._replace(
            at, scalar, new, f"the {name} in the source's own words (case, white space or markup differed)", group
        ):
            return found[0]
        return None

    def _difference(self, text: str, within: Place | None) -> str:
        if within is not None:
            return "the quote has no such words"
        near = nearest_passage(text, self._source)
        return near.said if near is not None else "nothing in the abstract is like it"

    def _values(self, at: Steps, claim: ClaimInContext, group: int) -> None:
        for value, verdict in verdicts(claim):
            if verdict.rule != "mention":
                self._leave((*at, value.name), f"another quantity would be another claim: {verdict.message}")
        for said, rests_on in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
            if said is not None and rests_on is not None:
                self._value((*at, said.name), claim, said, rests_on, group)

    def _value(self, at: Steps, claim: ClaimInContext, value: Value, rests_on: int, group: int) -> None:
        """A number in the source's writing, if it stands there in another one."""
        assert value.mention is not None
        stated = self.paper.numbers[rests_on]
        scalar = value.scalar
        span = Span(stated.start, stated.end)
        places = [place for place in locate(scalar.text, self._source, claim.quote.place) if place.span.overlaps(span)]
        if places:
            new = as_in_source(scalar.text, self._source, places[0])
        else:
            written = printed_at(self._source, span)
            if claim.pair_claimed:
                end = stated.low if value is claim.baseline_value else stated.high
                written = printed_at(self._source, Span(end.start, end.end)) if end is not None else ""
            elif compare(value.mention, stated) is not Difference.OTHER_WRITING:
                return
            new = scalar.text[: value.mention.start] + written + scalar.text[value.mention.end :]
        if collapsed(new) != collapsed(scalar.text):
            self._write(
                at, scalar, new, f"'{collapsed(scalar.text)}' as the source writes it: '{collapsed(new)}'", group
            )

    def _replace(self, at: Steps, scalar: Scalar, new: str, message: str, group: int) -> bool:
        """Proposes other words, if the numbers in them are the same."""
        if not same_numbers(scalar.text, new):
            self._leave(at, f"its numbers would be read otherwise in the source's writing, '{_shortened(new)}'")
            return False
        return self._write(at, scalar, new, message, group)

    def _write(self, at: Steps, scalar: Scalar, new: str, message: str, group: int = -1) -> bool:
        pieces = rewrite(self.state.text, self.paper.claims.root, at, scalar, new)
        if pieces is None:
            self._leave(at, f"the file's form has no room for '{_shortened(new)}'")
            return False
        self.plan.edits.append(Edit(self.state.path, Told(at, message), pieces, group))
        return True

    def _leave(self, at: Steps, message: str) -> None:
        self.plan.left.append(Told(at, message))

    @property
    def _source(self) -> Folded:
        assert self.paper.folded is not None
        return self.paper.folded


def _shortened(text: str) -> str:
    text = collapsed(text)
    return text if len(text) <= 80 else f"{text[:60]} … {text[-15:]}"


def _not_one(paper: PaperInContext) -> str | None:
    """Why `starts` names no single abstract; None if it does."""
    distinct = {abstract.digest for abstract in paper.candidates}
    if len(distinct) > 1:
        return f"`starts` names {len(distinct)} different abstracts"
    return None if distinct else "`starts` names no abstract"


def _not_standing(paper: PaperInContext, *, in_form: bool) -> str | None:
    """Which quotes do not stand in the abstract, `in_form` at least in their words; None if all do."""
    assert paper.folded is not None
    gone = [
        quote.evidence.claims[0].id.text
        for quote in paper.quotes
        if quote.place is None and not (in_form and len(places_in_form(quote.evidence.quote.text, paper.folded)) == 1)
    ]
    return f"these claims' quotes do not stand in the one that `starts` names: {', '.join(gone)}" if gone else None
