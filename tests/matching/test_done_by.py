"""Who reaches a number in a clause of its own: "…, with Lumen achieving 80%"."""

from __future__ import annotations

import pytest

from claimcheck.matching.done_by import done_by

from .conftest import Make

ALBA = "We show that Alba units beat Borea, with {} achieving {} on Harbour."


@pytest.mark.parametrize(
    ("sentence", "claim", "who"),
    [
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "Alba units"}, "Lumen 2.0"),
        (ALBA.format("a large tree ensemble", "80%"), {"subject": "Alba units"}, "a large tree ensemble"),
        (
            ALBA.format("the large tree ensemble", "recall of 80%"),
            {"subject": "the new model"},
            "the large tree ensemble",
        ),
        ("It beats Borea, with Lumen 2.0 in the end reaching 80%.", {"subject": "Alba units"}, "Lumen 2.0 in the end"),
        (
            "It beats all, with Borea old, and with Lumen 2.0 achieving recall of 80%.",
            {"subject": "Alba units"},
            "Lumen 2.0",
        ),
        ("We achieving units, with Lumen 2.0 achieving 80%.", {"subject": "Alba units"}, "Lumen 2.0"),
        ("Alba units: with Lumen 2.0 achieving in all 80%.", {"subject": "Alba units"}, "Lumen 2.0"),
        (
            "Alba units go with the old large Lumen 2.0 achieving 80%.",
            {"subject": "Alba units"},
            "the old large Lumen 2.0",
        ),
        ("Alba units go with Lumen 2.0 achieving a recall that in all is 80%.", {"subject": "Alba units"}, "Lumen 2.0"),
        ("alba 7 go with Lumen 2.0 achieving 80%.", {"subject": "alba 7"}, "Lumen 2.0"),
        ("It goes with Lumen 2.0 achieving 80%.", {"subject": "model of echo"}, None),
        ("It goes with Lumen 2.0 achieving 80%.", {"subject": "echo model"}, "Lumen 2.0"),
        ("It goes with Lumen 2.0 achieving 80%.", {"subject": "echo"}, None),
        ("It goes with Lumen, 2.0 in all achieving 80%.", {"subject": "Alba units"}, None),
        ("It goes with Lumen 2.0, achieving 80%.", {"subject": "Alba units"}, None),
        ("It goes with achieving 80%.", {"subject": "Alba units"}, None),
        (
            "Alba units go with an old and new large Lumen achieving 80%.",
            {"subject": "Alba units"},
            "an old and new large Lumen",
        ),
        ("Alba units go with an old and very new large Lumen achieving 80%.", {"subject": "Alba units"}, None),
        ("Alba units go with, Lumen 2.0 achieving 80%.", {"subject": "Alba units"}, None),
        ("Alba units go with Lumen 2.0 achieving, in all, 80%.", {"subject": "Alba units"}, "Lumen 2.0"),
        ("It is new; Alba units go with Lumen 2.0 achieving 80%.", {"subject": "Alba units"}, "Lumen 2.0"),
        ("Alba units go with Lumen 2.0 achieving 80%; it is new.", {"subject": "Alba units"}, "Lumen 2.0"),
        ("It goes with Lumen 2.0 achieving 80%.", {"subject": "echo model of it"}, None),
        ("It goes with Lumen 2.0 achieving 80%.", {"subject": "echo model text"}, None),
        # It is the subject, or a field has it, or the two are one.
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "Lumen 2.0"}, None),
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "Alba units", "conditions": {"unit": "Lumen 2.0"}}, None),
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "Alba units", "baseline": "Lumen"}, None),
        (ALBA.format("LEM", "80%"), {"subject": "Large Echo Model"}, None),
        (ALBA.format("Lumen 2.0 (Alba units)", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("Lumen 2.0", "80%") + " Alba units are called Lumen 2.0.", {"subject": "Alba units"}, None),
        # It may be the subject that is named again, or is nobody.
        (ALBA.format("our tree ensemble", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("the best tree ensemble", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("all tree models", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("the model", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("a mean gain", "80%"), {"subject": "Alba units"}, None),
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "Our results"}, None),
        (ALBA.format("Lumen 2.0", "80%"), {"subject": "we"}, None),
        # The verb stands elsewhere, too far off, or another clause lies between.
        ("Alba units beat Borea by 80%, with Lumen achieving less.", {"subject": "Alba units"}, None),
        ("Alba units beat Borea with Lumen, achieving 80%.", {"subject": "Alba units"}, None),
        ("Alba units beat Borea, Lumen achieving 80%.", {"subject": "Alba units"}, None),
        ("With Lumen achieving 80%, Alba units are new.", {"subject": "Alba units"}, "Lumen"),
        ("Alba units go with Lumen achieving it; all have 80%.", {"subject": "Alba units"}, None),
        ("Alba units go with Lumen achieving all there is to have in this at 80%.", {"subject": "Alba units"}, None),
        ("Alba units go with Lumen 2.0 in the old and new sets achieving 80%.", {"subject": "Alba units"}, None),
    ],
)
def test_who_reaches_it(sentence: str, claim: dict[str, object], who: str | None, make: Make) -> None:
    (quote,) = make(sentence, {"value": "80%", **claim}).papers[0].quotes
    assert done_by(quote.claims[0]) == who
