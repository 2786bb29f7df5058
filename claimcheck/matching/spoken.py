"""Whom a sentence speaks of: a claim's subject, a word that may stand for it, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.claims.vocabulary import Vocabulary
from claimcheck.dataset import ClaimInContext
from claimcheck.matching.apposition import is_a, said_to_be_one
from claimcheck.matching.family import common_parts, parts_of
from claimcheck.matching.quotes import Place, locate, whole_places
from claimcheck.text.fold import Folded, fold
from claimcheck.text.render import render
from claimcheck.text.words import content, stems

KIND: Final = (
    "model method approach system framework agent technique algorithm pipeline architecture network policy classifier "
    "variant version tool dataset corpus suite strategy recipe procedure family design solution work scheme module "
    "paradigm estimator detector learner attack loss objective protocol"
).replace(" ", "|")
_NUMBERED: Final = re.compile(r"[A-Za-z][\w.+-]*[0-9][\w.+-]*\w|[A-Za-z][\w.+-]*[0-9]")
KINDS: Final = frozenset(stems(KIND.replace("|", " ")))
"""The stems of words that only say what kind of thing something is."""
_OUTCOME: Final = (
    "reach achieve attain obtain outperform improve reduce yield surpass beat exceed gain match get score increase "
    "decrease cut lower raise boost underperform trail lag lose win deliver provide produce show solve answer detect "
    "require need use take contain comprise"
)
_VERB: Final = re.compile(
    rf"(?:{_OUTCOME.replace(' ', '|')})(?:es|s|ed|d)?|is|are|was|were|has|have|had|cannot|could", re.IGNORECASE
)
_STANDS_FOR: Final = re.compile(
    r"\b(?:it|they|them|this|these|those|such|both|former|latter)\b"
    rf"|\b(?:the|our|its|their|a|an)\s+(?:[\w.-]+\s+){{0,3}}(?:{KIND})s?\b"
    rf"|\bwe\s+(?:\w+ly\s+|also\s+|can\s+|thus\s+)*(?!show\b)(?:{_OUTCOME.replace(' ', '|')})d?\b",
    re.IGNORECASE,
)
"""Words that may stand for a subject that another sentence names."""
_NOT_THE_ONE: Final = frozenset(
    "than over of by with via using against from in on to for versus vs and or like as unlike compared into between among "
    "under within without base based between including outperforms surpasses beats surpassing outperforming".split()
)
"""Before a name: it is not what the sentence speaks of."""
_LAST_WORD: Final = re.compile(r"([\w'-]+|[,;:()])[^\w'\-,;:()]*$")
_WORD_MOST: Final = 60
"""So far before a name its neighbour is looked for."""
_AFTER: Final = re.compile(r"(?:,\s+which\s+|\s+)(?:[a-z]+ly\s+|also\s+|can\s+|even\s+|still\s+)*([A-Za-z]+)")


def stands_for_another(sentence: str) -> bool:
    """Whether a sentence has a word that may stand for what another sentence names."""
    return bool(_STANDS_FOR.search(render(sentence).text))


def rival(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """Somebody else whom the claim's sentence speaks of: another subject of the file, the paper's own work, or a model of
    the vocabulary, which is nowhere in the claim and stands there as what a verb is said of. None where there is a doubt.
    """
    folded = claim.paper.folded
    assert folded is not None
    sentence = claim.quote.whole_sentence()
    mine = said_names(claim, vocabulary)
    for name in dict.fromkeys(_others(claim, vocabulary)):
        spellings = vocabulary.spellings(name)
        spoken = next((each for each in spellings if _spoken_within(each, folded, sentence)), None)
        if spoken is not None and not any(related(each, own) for each in spellings for own in mine):
            return spoken
    return None


def _spoken_within(name: str, folded: Folded, sentence: Place) -> bool:
    return any(
        _spoken_of(folded.view.text, *folded.view_range(place.start, place.end))
        for place in whole_places(name, folded, sentence)
    )


def _others(claim: ClaimInContext, vocabulary: Vocabulary) -> Iterator[str]:
    for other in claim.paper.all_claims():
        yield other.claim.subject.text
    yield claim.paper.claims.paper.name.text
    for entry in vocabulary.models:
        yield entry.name.text


_NAME: Final = re.compile(r"[A-Za-z][\w.+-]*\w")
GENERAL: Final = re.compile(
    r"(?:AI|API|ASR|AUC|AUROC|AUPRC|BLEU|CNN|DNN|DL|F1|FPS|GAN|GNN|GPU|HCI|IoU|LLM|LMM|LM|LRM|LSTM|MAE|MDP|ML|MLLM|MLP|MRI|MSE|NLP|NN|"
    r"OOD|PDE|PINN|RAG|RL|RLHF|RMSE|RNN|SLM|SOTA|SSL|SVM|VLA|VLM|ViT|XAI|[A-Z])s?",
)
"""What is written as a name, and names a kind of things, a field, or a measure."""
_SURELY_VERB: Final = re.compile(
    r"(?:reache|achieve|surpasse|improve|reduce|solve|require|comprise)[sd]|(?:obtain|attain|contain|deliver|outperform|exceed)(?:s|ed)|beats"
)
"""Of the verbs of outcome those that are no nouns: not "the F1 scores"."""
_SEPARATED: Final = re.compile(r"[.!?:;]\s*$|^\s*$|[\"“(]$")


def named_by_itself(claim: ClaimInContext) -> str | None:
    """A proper name that the claim's sentence speaks of, where nobody in the claim has it; None where there is a doubt.

    A name has a capital inside or a digit, or stands with its capital inside another sentence of the abstract, too.
    """
    folded = claim.paper.folded
    assert folded is not None
    place = claim.quote.whole_sentence()
    text = folded.view.text
    start, end = folded.view_range(place.start, place.end)
    mine = [scalar.text for name, scalar in claim.claim.texts() if name not in ("value", "mention", "doubt")]
    for match in _NAME.finditer(text, start, end):
        name = match[0]
        verb = _AFTER.match(text, match.end())
        surely = verb is not None and _SURELY_VERB.fullmatch(verb[1]) is not None
        if surely and _is_name(name, text) and _spoken_of(text, *match.span()):
            if not any(related(name, own) for own in mine):
                return name
    return None


def _is_name(word: str, text: str) -> bool:
    """Whether a word with a capital is a name of its own somewhere in a text."""
    if GENERAL.fullmatch(word):
        return False
    if any(character.isupper() for character in word[1:]) and not word.isupper():
        return True
    if re.search(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])", text):
        return False
    places = [match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]
    return any(not _SEPARATED.search(text[:at]) for at in places)


def only_compared(claim: ClaimInContext, vocabulary: Vocabulary) -> bool:
    """Whether the abstract has the claim's subject only as what something else is compared with: "outperforms Lumen"."""
    assert claim.paper.folded is not None
    return is_only_compared(claim.claim.subject.text, claim.paper.folded, vocabulary)


def is_only_compared(name: str, folded: Folded, vocabulary: Vocabulary) -> bool:
    """Whether a text has a name only as what something else is compared with."""
    found = [
        folded.view.text[: folded.view_range(place.start, place.end)[0]]
        for spelling in vocabulary.spellings(name)
        for place in whole_places(spelling, folded)
    ]
    return bool(found) and all(_COMPARED_WITH.search(before) for before in found)


_COMPARED_WITH: Final = re.compile(
    r"\b(?:than|over|outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|ing)?|exceed(?:s|ed|ing)?|compared (?:to|with)|versus|vs\.?|unlike|"
    r"relative to|baselines? (?:such as|like|including))\s+(?:the\s+|existing\s+|strong\s+|standard\s+)*$",
    re.IGNORECASE,
)
_OURS: Final = re.compile(rf"\bour\s+(?:[\w-]+\s+){{0,2}}(?:{KIND})\b", re.IGNORECASE)


def speaks_of_ours(claim: ClaimInContext) -> str | None:
    """The "our method" that begins the claim's sentence, where it names no other; None otherwise."""
    folded = claim.paper.folded
    assert folded is not None
    place = claim.quote.whole_sentence()
    text = folded.view.text[slice(*folded.view_range(place.start, place.end))]
    found = _OURS.search(text)
    others = re.search(
        r"\b(?:it|they|this|these|those|that|such|former|latter|which|baseline\w*|competitor\w*)\b", text, re.IGNORECASE
    )
    return found[0] if found is not None and others is None else None


def said_names(claim: ClaimInContext, vocabulary: Vocabulary) -> list[str]:
    """All that a claim names, in all spellings."""
    return [
        spelling
        for name, scalar in claim.claim.texts()
        if name not in ("value", "baseline_value", "mention", "note", "doubt", "hedge")
        for spelling in vocabulary.spellings(scalar.text)
    ]


def said_words(claim: ClaimInContext) -> set[str]:
    """The words of all fields of a claim in small letters, but for those that only show its number."""
    texts = (scalar.text for name, scalar in claim.claim.texts() if name != "mention")
    return {word for text in texts for word in text.casefold().split()}


def _spoken_of(text: str, start: int, end: int) -> bool:
    """Whether a verb of outcome follows a name, and nothing before the name makes it something else than the subject."""
    before = _LAST_WORD.search(text, max(0, start - _WORD_MOST), start)
    after = _AFTER.match(text, end)
    if (before is not None and before[1].lower() in _NOT_THE_ONE) or after is None:
        return False
    return text[end] == "," or _VERB.fullmatch(after[1]) is not None


def related(name: str, other: str) -> bool:
    """Whether two names may be the same thing: a word in common, or one the initials of the other."""
    mine, theirs = _with_itself(name), _with_itself(other)
    return bool(mine & theirs) or is_short_for(name, other) or is_short_for(other, name)


def are_apart(name: str, other: str) -> bool:
    """Whether each of two names has a word that the other has not, the kind of thing aside: "open models", "closed models"."""
    mine, theirs = (content(each) - KINDS for each in (name, other))
    return bool(mine - theirs) and bool(theirs - mine)


def may_be_one(name: str, other: str) -> bool:
    """Whether two names may be of one thing: not apart from each other, or one the initials of the other."""
    return not are_apart(name, other) or is_short_for(name, other) or is_short_for(other, name)


def _with_itself(text: str) -> set[str]:
    return content(text) | {fold(text).text.casefold()}


def is_short_for(short: str, long: str) -> bool:
    """Whether the letters of a short name come in this order in a longer one of several words."""
    letters = [each for each in render(short).text.casefold() if each.isalpha()]
    whole = render(long).text.casefold()
    if len(letters) < 2 or " " in short.strip() or " " not in long.strip() or not whole.startswith(letters[0]):
        return False
    text = iter(whole)
    return all(each in text for each in letters)


_ONLY_VERBS: Final = re.compile(
    r"(?:(?:reaches|achieves|attains|obtains|outperforms|improves|reduces|surpasses|exceeds|beats|yields|gets|is|are|has)\s*)+",
    re.IGNORECASE,
)


def names_nobody(text: str) -> bool:
    """Whether words are nothing but verbs."""
    return _ONLY_VERBS.fullmatch(render(text).text.strip()) is not None


_OWNED: Final = re.compile(r"\b(?:its|their|our|whose|this|these)\b|['’]s\b", re.IGNORECASE)


def names_metric(claim: ClaimInContext) -> bool:
    """Whether `subject_as` is what was measured, and nobody whose it is: "accuracy", and not "its accuracy"."""
    said = claim.claim
    if said.subject_as is None or _OWNED.search(said.subject_as.text):
        return False
    words, metric, subject = (content(scalar.text) for scalar in (said.subject_as, said.metric, said.subject))
    return bool(words) and words == metric and words != subject


def named_instead(claim: ClaimInContext, vocabulary: Vocabulary) -> str | None:
    """The other subject of the file, or the other name of the vocabulary, that `subject_as` is; None if it is no such name."""
    said = claim.claim
    if said.subject_as is None:
        return None
    own = vocabulary.spellings(said.subject.text)
    if (member := _other_member(said.subject_as.text, own)) is not None:
        return member
    words = vocabulary.spellings(said.subject_as.text)
    if any(related(each, one) for each in words for one in own):
        return None
    folded = claim.paper.folded
    assert folded is not None
    if is_a(said.subject_as.text, said.subject.text, folded.view.text):
        return None
    entry = vocabulary.find(said.subject_as.text)
    if entry is not None:
        return entry.name.text
    if any(word[:1].islower() for word in render(said.subject_as.text).text.split()):
        return None  # "the ResNet-based method" may be what another claim calls so, and this one by its name
    same = fold(said.subject_as.text).text.casefold()
    for other in claim.paper.all_claims():
        for name in (other.claim.subject, *other.claim.baseline):
            if fold(name.text).text.casefold() == same:
                return name.text
    return said.subject_as.text if _are_two(said.subject.text, said.subject_as.text, claim) else None


def _are_members(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, in parts, are two members of one family, neither the name of the family itself."""
    return 0 < common_parts(one, other) < min(len(one), len(other))


def _other_member(words: str, own: Sequence[str]) -> str | None:
    """The name among some words of another in the family of each of one's own names: "our Lumen-2B model", of Lumen-7B."""
    for match in _NUMBERED.finditer(words):
        if all(_are_members(parts_of(each), parts_of(match[0])) for each in own):
            return match[0]
    return None


def _are_two(subject: str, words: str, claim: ClaimInContext) -> bool:
    """Whether a subject and the words for it are two names of an abstract that are nowhere said to be one."""
    folded = claim.paper.folded
    assert folded is not None
    text = folded.view.text
    if not all(_NAME.fullmatch(name) and _is_name(name, text) and locate(name, folded) for name in (subject, words)):
        return False
    return not said_to_be_one(subject, words, text)
