"""Which words take back what a verb says, from farther off than its own "not", and which ones look alike and do not."""

from __future__ import annotations

import pytest

from claimcheck.matching.taken_back import fades, taken_back
from claimcheck.text.render import render
from claimcheck.text.words import words


@pytest.mark.parametrize(
    ("sentence", "verb", "by"),
    [
        # What stands in its place was done; a participle alone follows these.
        ("Rather than outperforming Borea, Alba is on par.", "outperforming", "Rather"),
        ("Instead of clearly outperforming Borea, Alba is on par.", "outperforming", "Instead"),
        ("Alba is far from matching Borea.", "matching", "far"),
        ("Alba stops short of matching Borea.", "matching", "short"),
        ("Alba rather than Borea improves recall.", "improves", None),
        ("It is good, rather than, improving it.", "improving", None),
        ("Alba has yet to match Borea.", "match", "yet"),
        ("Alba is able to match Borea.", "match", None),
        # Nearly won is not won; nearly matched is what many call matched.
        ("Alba almost outperforms Borea.", "outperforms", "almost"),
        ("Alba almost always outperforms Borea.", "outperforms", None),
        ("Alba nearly matches Borea.", "matches", None),
        # Too little for it.
        ("It is too weak to outperform Borea.", "outperform", "too"),
        ("It is too good, to outperform Borea.", "outperform", None),
        ("It is not enough to even outperform Borea.", "outperform", "not"),
        ("It isn't large enough to outperform Borea.", "outperform", "isn't"),
        ("It is strong enough to outperform Borea.", "outperform", None),
        ("It is insufficient to outperform Borea.", "outperform", "insufficient"),
        ("It lacks the power to outperform Borea.", "outperform", "lacks"),
        ("It has the power to outperform Borea.", "outperform", None),
        # Not shown, or nothing done for it.
        ("Alba has not been shown to outperform Borea.", "outperform", "shown"),
        ("Alba is not known to outperform Borea.", "outperform", "known"),
        ("Alba has never yet been found to clearly outperform Borea.", "outperform", None),
        ("Alba was never found to clearly outperform Borea.", "outperform", "found"),
        ("Alba has been shown to outperform Borea.", "outperform", None),
        ("Alba has been shown not to slow down, to outperform Borea.", "outperform", None),
        ("Alba does nothing to outperform Borea.", "outperform", "nothing"),
        ("Alba needs nothing to outperform Borea.", "outperform", None),
        ("Nothing to outperform.", "outperform", None),
        # In no way, before the verb or, with the verb turned round, before the subject.
        ("Alba by no means outperforms Borea.", "outperforms", "means"),
        ("Alba in no way clearly outperforms Borea.", "outperforms", "way"),
        ("By no means does Alba outperform Borea.", "outperform", "means"),
        ("Under no circumstances can Alba outperform Borea.", "outperform", "circumstances"),
        ("Nowhere does Alba outperform Borea.", "outperform", "Nowhere"),
        ("By no means, Alba outperforms Borea.", "outperforms", None),
        ("In no case of these Alba outperforms Borea.", "outperforms", None),
        ("Alba by all means outperforms Borea.", "outperforms", None),
        # Neither of two subjects, or of two verbs.
        ("Neither Alba nor Borea outperforms Cora.", "outperforms", "Neither"),
        ("We see that neither Alba nor Borea outperforms Cora.", "outperforms", "neither"),
        ("Alba neither improves nor lowers recall.", "improves", "neither"),
        ("Neither has a tuned part, and Alba outperforms Cora.", "outperforms", None),
        ("Neither of these outperforms Cora.", "outperforms", None),
        ("With neither tuning nor search, Alba outperforms Cora.", "outperforms", None),
        # What is refuted, or for which there is no proof, is what follows "that" in its clause.
        ("We refute that Alba outperforms Borea.", "outperforms", "refute"),
        ("We do not refute that Alba outperforms Borea.", "outperforms", None),
        ("We disprove the common belief that Alba outperforms Borea.", "outperforms", "disprove"),
        ("Contrary to claims that Alba outperforms Borea, it is on par.", "outperforms", "to"),
        ("We support the belief that Alba outperforms Borea.", "outperforms", None),
        ("There is no clear evidence that Alba outperforms Borea.", "outperforms", "no"),
        ("There is a lack of evidence that Alba outperforms Borea.", "outperforms", "of"),
        ("There is clear evidence that Alba outperforms Borea.", "outperforms", None),
        ("Evidence that Alba outperforms Borea is here.", "outperforms", None),
        ("It is not true that Alba outperforms Borea.", "outperforms", "true"),
        ("It is the case that Alba outperforms Borea.", "outperforms", None),
        ("It is false that Alba outperforms Borea.", "outperforms", "false"),
        ("This does not mean that Alba outperforms Borea.", "outperforms", "mean"),
        ("We not only show that Alba outperforms Borea.", "outperforms", None),
        ("Nobody has shown that Alba outperforms Borea.", "outperforms", None),  # CC107 and the reader know "has"
        ("No study found that Alba outperforms Borea.", "outperforms", "found"),
        ("We find that Alba outperforms Borea.", "outperforms", None),
        ("We refute that, and Alba outperforms Borea.", "outperforms", None),
        ("We refute that Cora, which outperforms Borea, is new.", "outperforms", None),
        ("We fail to find that Alba outperforms Borea.", "outperforms", "find"),
        ("We need to show that Alba outperforms Borea.", "outperforms", None),
        ("Others wrongly report that Alba outperforms Borea.", "outperforms", "report"),
        ("Others rightly report that Alba outperforms Borea.", "outperforms", None),
        ("It has not been shown that Alba outperforms Borea.", "outperforms", "shown"),
        ("It has been shown that Alba outperforms Borea.", "outperforms", None),
        ("It is a myth that Alba outperforms Borea.", "outperforms", "myth"),
        ("It is no myth that Alba outperforms Borea.", "outperforms", None),
        ("It is not a myth that Alba outperforms Borea.", "outperforms", None),
        ("We tell the myth that Alba outperforms Borea.", "outperforms", None),
        ("We doubt that Alba outperforms Borea.", "outperforms", "doubt"),
        ("We do not doubt that Alba outperforms Borea.", "outperforms", None),
        ("There is no doubt that Alba outperforms Borea.", "outperforms", None),
        ("It is beyond question that Alba outperforms Borea.", "outperforms", None),
        ("It is unclear whether Alba outperforms Borea.", "outperforms", "unclear"),
        ("It is doubtful that Alba outperforms Borea.", "outperforms", "doubtful"),
        ("It is not doubtful that Alba outperforms Borea.", "outperforms", None),
        ("We doubt whether it is so that Alba outperforms Borea.", "outperforms", None),
        ("We show whether Alba outperforms Borea.", "outperforms", None),
        ("That Alba outperforms Borea is new.", "outperforms", None),
        # Nowhere, and no other verb between.
        ("Alba outperforms Borea in none of the settings.", "outperforms", "none"),
        ("Alba outperforms Borea in no setting.", "outperforms", "no"),
        ("Alba outperforms Borea in no time.", "outperforms", None),
        ("Alba outperforms Borea on Aria and loses in none of the settings.", "outperforms", None),
        ("Alba outperforms Borea, in none of the settings by less than 2%.", "outperforms", None),
        ("Alba outperforms Borea", "outperforms", None),
    ],
)
def test_taken_back(sentence: str, verb: str, by: str | None) -> None:
    line = words(render(sentence))
    at = taken_back(line, next(index for index, word in enumerate(line) if word.text == verb))
    assert (None if at is None else line[at].text) == by


@pytest.mark.parametrize(
    ("sentence", "gone"),
    [
        ("The advantage over Borea vanishes.", True),
        ("The advantage of Alba over Borea on long texts is not statistically significant.", True),
        ("The advantage over Borea is insignificant.", True),
        ("The advantage over Borea is significant.", False),
        ("The advantage over Borea, which vanishes, is old.", False),
        ("The advantage is that noise vanishes.", False),
        ("The advantage over Borea is large and vanishes.", False),
        ("The noise vanishes.", False),
    ],
)
def test_a_lead_that_is_gone(sentence: str, gone: bool) -> None:
    assert fades(words(render(sentence)), 1) == gone
