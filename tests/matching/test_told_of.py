"""Which of two names a construction speaks of: the one that comes in the other's place, on top of it, or is held against it."""

from __future__ import annotations

import pytest

from claimcheck.matching.sides import places
from claimcheck.matching.told_of import told_of
from claimcheck.text.render import render
from claimcheck.text.words import words


def spoken_of(sentence: str) -> str | None:
    line = words(render(sentence))
    first, second = places(line, ("Alba", "Borea"))
    found = told_of(line, first, second)
    return None if found is None else line[found.first].text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        # in the other's place
        ("Replacing Alba with Borea helps.", "Borea"),
        ("We replace the Alba with our Borea.", "Borea"),
        ("Replacing Alba by Borea helps.", "Borea"),
        ("Swapping Alba for Borea helps.", "Borea"),
        ("Substituting Alba for Borea helps.", None),  # some mean the one, some the other
        ("Replacing Alba and Borea helps.", None),
        ("Here we say: replacing, Alba with Borea.", None),  # a comma parts
        ("Alba with Borea helps.", None),
        ("Alba is replaced by Borea.", "Borea"),
        ("Alba was then superseded with Borea.", "Borea"),
        ("Alba replaced by Borea is weak.", "Borea"),
        ("Alba is helped by Borea.", None),
        ("Alba is replaced for Borea.", None),
        ("Alba by Borea.", None),
        ("Replaced by Alba is Borea.", None),
        ("Moving from Alba to Borea helps.", "Borea"),
        ("Moving from Alba over to Borea helps.", None),
        ("From Alba to Borea it helps.", None),
        ("Texts from Alba to Borea help.", None),
        ("Moving away from Alba to Borea helps.", None),
        ("Moving to Alba to Borea helps.", None),
        ("With Alba instead of Borea it helps.", "Alba"),
        ("Using Alba in place of Borea helps.", "Alba"),
        ("Using Alba rather than the Borea helps.", "Alba"),
        ("Using Alba here in lieu of Borea helps.", "Alba"),
        ("Using Alba for runs in lieu of Borea helps.", None),  # five words between
        ("In short, using Alba instead of Borea helps.", "Alba"),
        ("Using Alba instead of Borea, it helps.", "Alba"),
        ("Using Alba for Borea helps.", None),
        ("Swapping Alba and Borea helps.", None),
        ("Using Alba rather than, Borea, helps.", None),
        ("Using Alba, rather than Borea, helps.", None),
        ("Using Alba rather than, say, Borea helps.", None),
        ("Saying Alba rather than Borea helps.", None),
        # on top of the other
        ("Adding Alba to Borea helps.", "Alba"),
        ("Adding our Alba to the Borea helps.", "Alba"),
        ("Adding Alba on top of Borea helps.", "Alba"),
        ("Adding Alba into Borea helps.", "Alba"),
        ("Adding Alba onto Borea helps.", "Alba"),
        ("Adding Alba for Borea helps.", None),
        ("Alba to Borea helps.", None),
        ("Giving Alba to Borea helps.", None),
        # held against the other
        ("It is higher for Alba than for Borea.", "Alba"),
        ("It is higher for our Alba than for the Borea.", "Alba"),
        ("It is better with Alba than with Borea.", "Alba"),
        ("It is more in Alba than in Borea.", "Alba"),
        ("It is higher for Alba than in Borea.", None),
        ("It is less for Alba than for Borea.", "Alba"),
        ("It is worse for Alba than for Borea.", "Alba"),
        ("It is higher: for Alba than for Borea.", None),
        ("In short: it is higher for Alba than for Borea: so it is.", "Alba"),
        ("It is, in short: higher for Alba than for Borea.", "Alba"),
        ("It is good for Alba than for Borea.", None),
        ("It is known for Alba than for Borea.", None),
        ("It is over for Alba than for Borea.", None),
        ("It is lower for Alba than for Borea.", "Alba"),
        ("Her for Alba than for Borea.", None),  # no comparative
        ("Recall is higher by Alba than by Borea.", None),
        ("For Alba than for Borea it is higher.", None),
        ("Higher for Alba than for Borea it is.", "Alba"),
        ("It is higher for Alba, in runs, than for Borea.", "Alba"),
        ("It is higher for Alba: this is more than for Borea.", None),
        (
            "It is higher for Alba on all of the many very long new runs here than for Borea.",
            "Alba",
        ),  # twelve words between
        ("It is higher for Alba on all of the many very long new hard runs here than for Borea.", None),
        ("The recall of Alba is 5% above that of Borea.", "Alba"),
        ("The recall of Alba is below that of the Borea.", "Alba"),
        ("The errors of Alba are more than those of Borea.", "Alba"),
        ("The recall of Alba is near that of Borea.", None),
        ("The recall of Alba has more than that of Borea.", None),
        ("The recall of Alba is more than it of Borea.", None),
        ("The recall of Alba is more than that for Borea.", None),
        ("The recall for Alba is more than that of Borea.", None),
        ("The recall of Alba is that of Borea.", None),
        ("The recall of Alba that of Borea.", None),
        ("The recall of Alba of Borea.", None),
        # no words between
        ("Replacing Alba Borea helps.", None),
        ("Replacing Alba the Borea helps.", None),
    ],
)
def test_which_is_spoken_of(sentence: str, name: str | None) -> None:
    assert spoken_of(sentence) == name
