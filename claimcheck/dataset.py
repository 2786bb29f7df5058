"""Abstracts, claims, and how they meet: all that a rule sees."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimcheck.claims.load import LoadedClaims
from claimcheck.claims.records import Claim, ClaimFile, Evidence
from claimcheck.claims.vocabulary import LoadedVocabulary, Vocabulary
from claimcheck.claims.yaml import Scalar
from claimcheck.diagnostic import Label
from claimcheck.globs import Overlooked
from claimcheck.matching.as_spelled import as_spelled
from claimcheck.matching.beside import stand_at, words_beside
from claimcheck.matching.plurals import in_plural
from claimcheck.matching.quotes import (
    Place,
    begins_adjective,
    cut,
    inside,
    locate,
    name_at,
    sentence_around,
    touching,
    whole_places,
)
from claimcheck.matching.sentence import Sentence
from claimcheck.matching.values import Difference, change_between, likenesses, same, scaled_as
from claimcheck.numerals import Mention, read_value, scan
from claimcheck.source import Span
from claimcheck.sources.abstract import Abstract, SourceText
from claimcheck.text.fold import Folded, fold
from claimcheck.text.words import Word, words

if TYPE_CHECKING:
    from claimcheck.claims.extra.schema import ExtraSchema
    from claimcheck.matching.verdicts import Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A number field of a claim as the recogniser reads it; `mention` is None where it holds no single quantity."""

    name: str
    scalar: Scalar
    mention: Mention | None
    mentions: tuple[Mention, ...]


@dataclass(slots=True, eq=False)
class ClaimInContext:
    """A claim with its quote's place, its value as read, and the occurrences of the abstract that it rests on.

    `value_at` and `baseline_at` are indexes into the paper's `numbers` (None where nothing was found there); they are
    equal where one stated change holds both. `mention_places` are where the mention stands whole (where it never does, those
    where it is cut), `mention_place` is its place, if just one and whole. `fields`
    are the numbers of its other fields.
    """

    paper: PaperInContext
    quote: QuoteInContext
    claim: Claim
    value: Value | None
    baseline_value: Value | None
    mention_places: tuple[Place, ...] = ()
    mention_place: Place | None = None
    value_at: int | None = None
    baseline_at: int | None = None
    verdicts: tuple[tuple[Value, Verdict], ...] | None = None
    fields: list[FieldNumber] = field(default_factory=list)
    _spelled: Claim | None = None

    @property
    def id(self) -> str:
        return self.claim.id.text

    @property
    def spelled(self) -> Claim:
        """The claim with its names as the quote's sentence spells them; what is looked for on its line is looked for so."""
        if self._spelled is None:
            self._spelled = as_spelled(self.claim, self.quote.sentence.line, self.paper.vocabulary)
        return self._spelled

    @property
    def pair_claimed(self) -> bool:
        """Whether value and baseline value are the two ends of one stated change."""
        return self.value_at is not None and self.value_at == self.baseline_at

    def label(self, scalar: Scalar, message: str = "") -> Label:
        return Label(self.paper.claims.file, scalar.span, message)


@dataclass(slots=True, eq=False)
class QuoteInContext:
    """A quote with the places where its abstract has it, and the numbers that stand inside the first whole one."""

    evidence: Evidence
    places: tuple[Place, ...]
    place: Place | None
    cut: str | None
    numbers: tuple[int, ...]
    claims: list[ClaimInContext] = field(default_factory=list)
    _line: tuple[Word, ...] | None = None
    _sentence: Sentence | None = None
    _whole: Place | None = None

    def whole_sentence(self) -> Place:
        """The sentence (or sentences) of the abstract that the quote stands in; looked up on the first question.

        Asked only of a quote that has a place there.
        """
        if self._whole is None:
            folded = self.claims[0].paper.folded
            assert folded is not None and self.place is not None
            self._whole = sentence_around(self.place, folded)
        return self._whole

    def line(self) -> tuple[Word, ...]:
        """The words of the quote as they stand in the abstract, in order; looked up on the first question."""
        if self._line is None:
            folded = self.claims[0].paper.folded if self.claims else None
            self._line = ()
            if folded is not None and self.place is not None:
                self._line = words(folded.view, *folded.view_range(self.place.start, self.place.end))
        return self._line

    @property
    def sentence(self) -> Sentence:
        """The sentence that the quote stands in; made on the first question."""
        if self._sentence is None:
            self._sentence = Sentence(self)
        return self._sentence


@dataclass(slots=True, eq=False)
class PaperInContext:
    """A claim file with the abstract it is about; `abstract` is None where none (or no single one) was found.

    `numbers` are all numbers of the abstract, refused ones included, in order. `accounted` says for each index by what
    it is accounted for. `vocabulary` is the one of the project.
    """

    loaded: LoadedClaims
    claims: ClaimFile
    candidates: tuple[Abstract, ...]
    abstract: Abstract | None
    folded: Folded | None
    numbers: tuple[Mention, ...]
    vocabulary: Vocabulary
    quotes: list[QuoteInContext] = field(default_factory=list)
    accounted: dict[int, str] = field(default_factory=dict)
    fields: list[FieldNumber] = field(default_factory=list)
    excuses: list[Excuse] = field(default_factory=list)
    _alike: dict[object, list[int]] | None = None

    @property
    def id(self) -> str:
        return self.claims.paper.id.text

    def alike(self, mention: Mention) -> list[int]:
        """The quantities of the abstract that may be the same as a claimed one, and words that may be read as it ("four-step"):
        `same` tells which are."""
        if self._alike is None:
            self._alike = {}
            for at, number in enumerate(self.numbers):
                for likeness in likenesses(number) if number.may_be_stated else ():
                    self._alike.setdefault(likeness, []).append(at)
        found = [self._alike.get(likeness, []) for likeness in likenesses(mention)]
        return found[0] if len(found) == 1 else sorted({at for some in found for at in some})

    def all_claims(self) -> Iterator[ClaimInContext]:
        for quote in self.quotes:
            yield from quote.claims

    def source_label(self, span: Span, message: str = "") -> Label:
        """A stretch of the abstract (raw offsets into its text) as a place in its source file."""
        assert self.abstract is not None
        return Label(self.abstract.file, span.shifted(self.abstract.span.start), message)

    def number_label(self, index: int, message: str = "") -> Label:
        mention = self.numbers[index]
        return self.source_label(Span(mention.start, mention.end), message)


@dataclass(frozen=True, slots=True, eq=False)
class FieldNumber:
    """A number in a field other than the value: where it is written, and where the abstract has it (None: nowhere).

    `claim` is None for a field of the paper.
    """

    claim: ClaimInContext | None
    name: str
    scalar: Scalar
    mention: Mention
    at: int | None
    in_quote: bool


@dataclass(frozen=True, slots=True, eq=False)
class Excuse:
    """An entry of `not_claims` or `names`: where it stands in the abstract, and the numbers that it alone excuses."""

    field: str
    scalar: Scalar
    places: tuple[Place, ...]
    excused: tuple[int, ...]
    covered: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A whole project as the rules see it."""

    sources: tuple[SourceText, ...]
    loaded: tuple[LoadedClaims, ...]
    papers: tuple[PaperInContext, ...]
    vocabulary: Vocabulary
    loaded_vocabulary: LoadedVocabulary | None = None
    extra: ExtraSchema | None = None
    overlooked: tuple[Overlooked, ...] = ()

    @property
    def abstracts(self) -> tuple[Abstract, ...]:
        return tuple(abstract for source in self.sources for abstract in source.abstracts)


def build(
    sources: Sequence[SourceText],
    loaded: Sequence[LoadedClaims],
    vocabulary: LoadedVocabulary | None = None,
    extra: ExtraSchema | None = None,
    overlooked: Sequence[Overlooked] = (),
) -> Dataset:
    """Joins claim files with their abstracts and resolves every claim to the occurrences that it rests on.

    `extra` is the schema of the project's own fields, by which the claim files were read; `overlooked` are the files that
    were not read, though they look as if they should.
    """
    joiner = Joiner(sources, vocabulary)
    papers = tuple(joiner.paper(each) for each in loaded if each.claims is not None)
    return Dataset(tuple(sources), tuple(loaded), papers, joiner.vocabulary, vocabulary, extra, tuple(overlooked))


class Joiner:
    """Joins claim files, or several versions of one, with the abstracts of the same sources."""

    def __init__(self, sources: Sequence[SourceText], vocabulary: LoadedVocabulary | None = None) -> None:
        self.vocabulary: Final = (vocabulary.vocabulary if vocabulary is not None else None) or Vocabulary()
        self._index = _Index([abstract for source in sources for abstract in source.abstracts])
        self._names = tuple(
            scalar.text
            for entry in self.vocabulary.entries()
            for scalar in entry.spellings
            if any(character.isdigit() for character in scalar.text)
        )

    def paper(self, loaded: LoadedClaims) -> PaperInContext:
        """A claim file that could be read, joined with its abstract."""
        return paper_in_context(loaded, self._index, self.vocabulary, self._names)


class _Index:
    """Abstracts by digest and by opening words."""

    def __init__(self, abstracts: Sequence[Abstract]) -> None:
        self._by_digest: dict[str, list[Abstract]] = {}
        for abstract in abstracts:
            self._by_digest.setdefault(abstract.digest, []).append(abstract)
        self._openings = [(fold(abstract.text[:2000]).text, abstract) for abstract in abstracts]

    def starting(self, words: str) -> list[Abstract]:
        """The abstracts that begin with `words`."""
        opening = fold(words[:2000]).text
        return [
            abstract
            for text, abstract in self._openings
            if opening and text.startswith(opening) and not _goes_on(text, len(opening))
        ]

    def with_digest(self, prefix: str) -> list[Abstract]:
        """The abstracts whose digest begins with `prefix`."""
        return [
            abstract for digest, found in self._by_digest.items() if digest.startswith(prefix) for abstract in found
        ]


def _goes_on(text: str, end: int) -> bool:
    """Whether a word or number goes on past `end`."""
    return text[end - 1].isalnum() and text[end : end + 1].isalnum()


def paper_in_context(
    loaded: LoadedClaims, index: _Index, vocabulary: Vocabulary, vocabulary_names: Sequence[str] = ()
) -> PaperInContext:
    """A claim file joined with its abstract: quotes located, values resolved, numbers accounted for."""
    claims = loaded.claims
    assert claims is not None
    candidates = index.starting(claims.paper.starts.text)
    digest = claims.paper.abstract.text.removeprefix("sha256:")
    chosen = candidates or index.with_digest(digest)
    matching = [abstract for abstract in chosen if abstract.digest.startswith(digest)]
    distinct = {abstract.digest for abstract in chosen}
    abstract = matching[0] if matching else (chosen[0] if len(distinct) == 1 else None)
    if abstract is None:
        return PaperInContext(loaded, claims, tuple(candidates), None, None, (), vocabulary)
    folded = fold(abstract.text)
    names = (*(name.text for name in claims.names), *vocabulary_names)
    numbers = scan(abstract.text, _spellings(names, folded))
    paper = PaperInContext(loaded, claims, tuple(candidates), abstract, folded, numbers, vocabulary)
    for evidence in claims.evidence:
        paper.quotes.append(_quote_in_context(paper, evidence))
    _resolve(paper)
    _account(paper)
    return paper


def _spellings(names: Sequence[str], folded: Folded) -> list[str]:
    """Names as the rendering of the abstract spells them: a claim file may write them in LaTeX or rendered."""
    found: dict[str, None] = {}
    for name in names:
        for place in locate(name, folded):
            start, end = folded.view_range(place.start, place.end)
            found[folded.view.text[start:end]] = None
    return list(found)


def _quote_in_context(paper: PaperInContext, evidence: Evidence) -> QuoteInContext:
    assert paper.folded is not None
    places = locate(evidence.quote.text, paper.folded)
    whole = [place for place in places if cut(place, paper.folded, paper.numbers) is None]
    place = whole[0] if whole else None
    numbers = tuple(inside(place.span, paper.numbers)) if place is not None else ()
    broken = cut(places[0], paper.folded, paper.numbers) if places and not whole else None
    quote = QuoteInContext(evidence, tuple(whole), place, broken, numbers)
    for claim in evidence.claims:
        quote.claims.append(_claim_in_context(paper, quote, claim))
    return quote


def _claim_in_context(paper: PaperInContext, quote: QuoteInContext, claim: Claim) -> ClaimInContext:
    value = _value("value", claim.value)
    baseline = _value("baseline_value", claim.baseline_value)
    places: tuple[Place, ...] = ()
    only = None
    if claim.mention is not None and quote.place is not None and paper.folded is not None:
        places = tuple(locate(claim.mention.text, paper.folded, quote.place))
        whole = tuple(place for place in places if cut(place, paper.folded, paper.numbers) is None)
        only = whole[0] if len(whole) == 1 else None
        places = whole or places  # the "8B" of "28B" is no words of the quote
    return ClaimInContext(paper, quote, claim, value, baseline, places, only)


def _value(name: str, scalar: Scalar | None) -> Value | None:
    if scalar is None:
        return None
    mention, mentions = read_value(scalar.text)
    return Value(name, scalar, mention, mentions)


def candidates(claim: ClaimInContext, value: Value, *, inside_mention: bool) -> list[int]:
    """The occurrences in the claim's quote that say the same as `value`, inside its mention if asked for."""
    return list(_candidates(claim, value, inside_mention=inside_mention))


def _candidates(
    claim: ClaimInContext, value: Value, *, inside_mention: bool, but: Container[int | None] = ()
) -> Iterator[int]:
    """The same, one by one, without those of `but`."""
    if value.mention is None:
        return
    numbers = claim.paper.numbers
    within = scope(claim, inside_mention=inside_mention)
    alike = claim.paper.alike(value.mention)
    adjectives: list[int] = []
    stated = False
    for at in alike if len(alike) < len(within) else within:
        if at not in within or not numbers[at].may_be_stated or not same(value.mention, numbers[at]):
            continue
        if not numbers[at].is_quantity:
            adjectives.append(at)
            continue
        stated = True
        if at not in but:
            yield at
    if not stated:  # only then "four-step" may be the four
        yield from (at for at in adjectives if at not in but)


def scope(claim: ClaimInContext, *, inside_mention: bool) -> range:
    """The numbers of the claim's quote, or of its mention where it stands there just once."""
    quoted = claim.quote.numbers
    whole = range(quoted[0], quoted[-1] + 1) if quoted else range(0)
    if not inside_mention or claim.mention_place is None:
        return whole
    mentioned = inside(claim.mention_place.span, claim.paper.numbers)
    return range(max(whole.start, mentioned.start), min(whole.stop, mentioned.stop))


def stated_change(claim: ClaimInContext, *, inside_mention: bool = True) -> tuple[int, Difference, Difference] | None:
    """The stated pair "from a to b" nearest to the claim's baseline value and value, and what these are to its ends."""
    if claim.value is None or claim.baseline_value is None:
        return None
    value, baseline = claim.value.mention, claim.baseline_value.mention
    if value is None or baseline is None:
        return None
    best: tuple[int, Difference, Difference] | None = None
    for at in scope(claim, inside_mention=inside_mention):
        first, last = change_between(value, baseline, claim.paper.numbers[at])
        if first.is_same and last.is_same:
            return at, first, last
        if best is None and Difference.OTHER not in (first, last):
            best = at, first, last
    return best


def _resolve(paper: PaperInContext) -> None:
    """Gives each claim the occurrences that it rests on; of several equal ones the first that no claim has.

    A value that is written with words of the source ("5 datasets") rests on a number at which they stand, if there is one.
    """
    taken: set[int] = set()
    claims = sorted(paper.all_claims(), key=lambda claim: (claim.claim.mention is None, not _has_words(claim.value)))
    for claim in claims:
        if claim.value is None:
            continue
        change = stated_change(claim)
        if change is not None and change[1].is_same and change[2].is_same:
            claim.value_at = claim.baseline_at = change[0]
            claim.baseline_value = _as_first_end(claim.baseline_value, paper.numbers[change[0]])
            taken.add(change[0])
            continue
        claim.value_at = _first(claim, claim.value, inside_mention=True, but=taken)
        if claim.value_at is None:
            claim.value_at = _first(claim, claim.value, inside_mention=True)
        if claim.value_at is not None:
            taken.add(claim.value_at)
    for claim in claims:
        if claim.baseline_value is not None and claim.baseline_at is None:
            for inside_mention in (True, False):
                if claim.baseline_at is None:
                    claim.baseline_at = _first(
                        claim, claim.baseline_value, inside_mention=inside_mention, but={claim.value_at}
                    )


def _as_first_end(value: Value | None, pair: Mention) -> Value | None:
    """The baseline value of a stated change, in the scale of the pair: the 1.1 of "from 1.1 to 1.4 million"."""
    if value is None or value.mention is None or pair.low is None:
        return value
    scaled = scaled_as(value.mention, pair.low)
    return value if scaled is None else replace(value, mention=scaled)


def _has_words(value: Value | None) -> bool:
    return value is not None and value.mention is not None and bool(words_beside(value.scalar.text, value.mention))


def _first(claim: ClaimInContext, value: Value, *, inside_mention: bool, but: Container[int | None] = ()) -> int | None:
    """The first occurrence that says the same as `value`: of those that its own words stand at, if there are any."""
    most = _MOST_EQUAL if _has_words(value) else 1
    found = list(islice(_candidates(claim, value, inside_mention=inside_mention, but=but), most))
    if len(found) > 1:
        mention, folded, place, numbers = value.mention, claim.paper.folded, claim.quote.place, claim.paper.numbers
        assert mention is not None and folded is not None and place is not None
        found = [at for at in found if stand_at(value.scalar.text, mention, numbers[at], folded, place)] or found
    return found[0] if found else None


def _account(paper: PaperInContext) -> None:
    """Says by what each number of the abstract is accounted for."""
    accounted = paper.accounted
    for claim in paper.all_claims():
        for at in (claim.value_at, claim.baseline_at, *told_with(claim)):
            if at is not None:
                accounted.setdefault(at, f"claimed by {claim.id}")
    for claim in paper.all_claims():
        _account_fields(paper, claim)
    for extra in paper.claims.paper.extra:
        if not extra.free:
            list(_find_numbers(paper, None, f"paper.{extra.name}", extra.scalar, set()))
    for at, mention in enumerate(paper.numbers):
        if not mention.is_quantity:
            accounted.setdefault(at, mention.cls)
    for entry in paper.claims.not_claims:
        excuse = _excuse(paper, "not_claims", entry.text)
        paper.excuses.append(excuse)
        for at in excuse.excused:
            accounted[at] = "excused"
    for name in paper.claims.names:
        paper.excuses.append(_excuse(paper, "names", name))


def told_with(claim: ClaimInContext) -> list[int]:
    """The further numbers of the abstract that value and baseline value state with their own: the 30 of "25 of 30"."""
    numbers, found = claim.paper.numbers, []
    for value, at in ((claim.value, claim.value_at), (claim.baseline_value, claim.baseline_at)):
        if value is None or at is None or value.mention is None:
            continue
        ends = [each.end for each in numbers[at].readings if same(value.mention, each)]
        last = at + 1
        while ends and last < len(numbers) and numbers[last].start < ends[0]:
            found.append(last)
            last += 1
    return found


def _excuse(paper: PaperInContext, name: str, scalar: Scalar) -> Excuse:
    """Where an entry stands, and which numbers of the abstract it covers; half of a quantity is not covered."""
    assert paper.folded is not None
    places = tuple(
        place
        for place in locate(scalar.text, paper.folded)
        if cut_word(paper, place) is None or (name == "names" and begins_adjective(place, paper.folded))
    )
    covered = {
        at
        for place in places
        for at in touching(place.span, paper.numbers)
        if place.span.start <= _core(paper.numbers[at]).start and _core(paper.numbers[at]).end <= place.span.end
    }
    alone = (at for at in covered if at not in paper.accounted)
    return Excuse(name, scalar, places, tuple(sorted(alone)), tuple(sorted(covered)))


def cut_word(paper: PaperInContext, place: Place) -> str | None:
    """Whether a match begins or ends inside a word (quantities aside: an entry may leave out "up to")."""
    assert paper.folded is not None
    return cut(place, paper.folded, ())


def _core(mention: Mention) -> Span:
    """A quantity without its qualifier."""
    if mention.low is None or mention.high is None:
        return Span(mention.start, mention.end)
    return Span(mention.low.start, mention.high.end)


_ACCOUNTING: Final = (
    "agg", "conditions", "subject", "metric", "baseline", "dataset", "subject_as", "hedge", "extra",
)  # fmt: skip
"""The fields that account for the numbers of their claim's quote."""


def _account_fields(paper: PaperInContext, claim: ClaimInContext) -> None:
    """The numbers of a claim's other fields: where the abstract has them, and what they account for in the quote."""
    used: set[int] = set()
    for name, scalar in claim.claim.texts():
        if name in ("value", "baseline_value", "mention"):
            continue
        for at in _find_numbers(paper, claim, name, scalar, used):
            if name.partition(".")[0] in _ACCOUNTING:
                used.add(at)
                if paper.numbers[at].is_quantity:
                    paper.accounted.setdefault(at, f"{name} of {claim.id}")


def _find_numbers(
    paper: PaperInContext, claim: ClaimInContext | None, name: str, scalar: Scalar, used: set[int]
) -> Iterator[int]:
    """Notes where the abstract has each number of a field, and yields those places that are in the claim's quote."""
    for mention in scan(scalar.text, [each.text for each in paper.claims.names], isolated=name == "agg.n"):
        at, in_quote = _find(paper, claim.quote.numbers if claim is not None else (), mention, used, name, scalar.text)
        number = FieldNumber(claim, name, scalar, mention, at, in_quote)
        paper.fields.append(number)
        if claim is not None:
            claim.fields.append(number)
        if at is not None and in_quote:
            yield at


_MOST_EQUAL: Final = 50
"""So many equal numbers are looked at for the one that a field means; an abstract has two or three."""


def _may_mean(mention: Mention, number: Mention, told: str) -> bool:
    """Whether a field's number may be this one: that of an adjective ("ten-turn") it is only in the same writing, or if the field
    tells its noun."""
    if number.is_quantity or any(each.text.casefold() == mention.text.casefold() for each in number.readings):
        return True
    noun = number.text.casefold().rpartition("-")[2]
    return noun in told.casefold()


def _find(
    paper: PaperInContext, quoted: Sequence[int], mention: Mention, used: set[int], name: str, field_text: str
) -> tuple[int | None, bool]:
    """Where the abstract has a field's number: in the quote if it can be, at a place that no field has taken."""
    alike = paper.alike(mention) if mention.is_quantity else []
    if len(alike) > _MOST_EQUAL and quoted:  # of very many, those of the quote that nothing has go first
        alike = sorted(alike, key=lambda at: (not quoted[0] <= at <= quoted[-1], at in paper.accounted, at))
    equal = (at for at in alike if same(mention, paper.numbers[at]))
    found = list(islice(equal, _MOST_EQUAL))
    found = [at for at in found if _may_mean(mention, paper.numbers[at], f"{name} {field_text}")] or _named(
        paper, mention, field_text
    )
    here = [at for at in found if quoted and quoted[0] <= at <= quoted[-1]]
    free = (
        [at for at in here if at not in used and at not in paper.accounted]
        or [at for at in here if at not in used]
        or here
    )
    if free:
        words = {word.strip(".,;:()") for word in field_text.lower().split()}
        best = max(free, key=lambda at: (len(words & _neighbours(paper, at)), -at))
        return best, True
    return (found[0] if found else None), False


def _named(paper: PaperInContext, mention: Mention, field_text: str) -> list[int]:
    """The numbers of the abstract that stand in the same name: with the word before it, where that is capitalised."""
    assert paper.folded is not None
    before = field_text[: mention.start].split()
    word = before[-1].lstrip("([{\"'") if before and field_text[mention.start - 1].isspace() else ""
    name = name_at(field_text, mention)
    phrase = f"{word} {name}" if any(character.isupper() for character in word) else name
    return [
        at
        for span in (
            *(place.span for place in whole_places(phrase, paper.folded)),
            *in_plural(phrase, paper.folded),
        )
        for at in touching(span, paper.numbers)
        if not (mention.is_quantity and paper.numbers[at].is_quantity)
    ]


def _neighbours(paper: PaperInContext, at: int) -> set[str]:
    assert paper.abstract is not None
    mention = paper.numbers[at]
    text = paper.abstract.text
    around = text[max(0, mention.start - 40) : mention.start] + " " + text[mention.end : mention.end + 60]
    return {word.strip(".,;:()") for word in around.lower().split()}
