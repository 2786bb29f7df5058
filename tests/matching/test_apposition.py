"""What a text says that a name is, and whether two names may be of one thing."""

from __future__ import annotations

import pytest

from claimcheck.matching.apposition import is_a, said_to_be_one


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("We introduce Lumen, a sparse encoder.", "sparse encoder", True),
        ("We introduce Lumen, a sparse encoder.", "encoder", True),
        ("We introduce Lumen, a sparse encoder.", "a sparse encoder", True),
        ("We introduce Lumen, an encoder.", "encoder", True),
        ("We introduce Lumen, an easy, novel, text-based open encoder of text.", "encoder", True),
        ("We introduce Lumen, the\nsparse\nencoder.", "sparse encoder", True),
        ("We introduce Lumen (LM), our encoder.", "encoder", True),
        ("We introduce **Lumen** (Layered Units), a sparse encoder.", "sparse encoder", True),
        ("We introduce LUMEN: an encoder.", "encoder", True),
        ("We introduce Layered Units (Lumen), a novel encoder.", "novel encoder", True),
        ("Lumen is an encoder.", "encoder", True),
        ("Lumen as the encoder.", "encoder", True),
        ("Lumen – one encoder.", "encoder", True),
        ("We try the encoder Lumen.", "encoder", True),
        ("We try the Encoder Lumen.", "encoder", True),
        ("We try an encoder called Lumen.", "encoder", True),
        ("We try an encoder, named Lumen.", "encoder", True),
        ("We try an encoder, Lumen, on text.", "encoder", True),
        ("We try our encoder: Lumen.", "encoder", True),
        ("We try our encoder (Lumen).", "encoder", True),
        ("We try our encoder: Layered Units (Lumen).", "encoder", True),
        ("We try an encoder called Layered Units (**Lumen**).", "encoder", True),
        # of something else
        ("We introduce Lumen, a rival of the encoder.", "encoder", False),
        ("We introduce Lumen, a tool for each encoder.", "encoder", False),
        ("We introduce Lumen, a one two three four five six encoder.", "encoder", False),
        ("We introduce Lumen, encoder.", "encoder", False),
        ("We introduce Lumen and the encoder.", "encoder", False),
        ("We introduce Lumen-2, an encoder.", "encoder", False),
        ("We introduce BigLumen, an encoder.", "encoder", False),
        ("We introduce Lumen, an encoder-based tool.", "encoder", False),
        ("Against the encoder, Lumen is good.", "encoder", False),
        ("Our encoder beats the strong old tool (Lumen).", "encoder", False),
        ("The encoder Corvus beats Lumen.", "encoder", False),
        # what ends in a name is no kind of thing
        ("We introduce Lumen, a Corvus.", "Corvus", False),
        ("We introduce Lumen, a small Corvus.", "small Corvus", False),
        ("We introduce Lumen, a Corvus encoder.", "Corvus encoder", True),
        ("We introduce Lumen, a Corvus.", "", False),
    ],
)
def test_what_a_name_is(text: str, kind: str, told: bool) -> None:
    assert is_a("Lumen", kind, text) is told


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Lumen (our CNN) is good.", True),
        ("A CNN, called Lumen.", True),
        ("Lumen beats CNN.", False),
        ("A CNN is old. Lumen is good.", False),
        ("Lumen or else some other kind of a thing that is no CNN at all.", False),
        ("LumenCNN, Lumens, a CNNs.", False),
    ],
)
def test_two_names_of_one_thing(text: str, one: bool) -> None:
    assert said_to_be_one("Lumen", "CNN", text) is one
    assert said_to_be_one("CNN", "Lumen", text) is one
