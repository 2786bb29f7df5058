"""What tells a mutant from the original when no test does: real texts that it reads otherwise, falsified claims it judges so."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from mutation import ROOT

SHOWN: Final = 160

Observation = tuple[str, Callable[[], object]]
"""What is looked at, told in a line, and how; looking raises nothing with the original."""


class Witness:
    """Observations and what the original makes of them."""

    def __init__(self, observations: Iterable[Observation]) -> None:
        begun = time.process_time()
        self._observed = [(told, look, look()) for told, look in observations]
        self.seconds = time.process_time() - begun

    def __len__(self) -> int:
        return len(self._observed)

    def differs(self) -> str | None:
        """The first observation that comes out otherwise now; None where all are the same."""
        for told, look, before in self._observed:
            try:
                same = look() == before
            except Exception:  # noqa: BLE001 - what raises is another outcome, too
                same = False
            if not same:
                return told
        return None


def readings(path: str) -> Iterator[Observation]:
    """The numbers of each text of a JSONL file: places, classes, values and further readings, but not the reasons told."""
    from claimcheck.numerals import Mention, scan

    def plain(mention: Mention) -> tuple[object, ...]:
        ends = tuple((end.text, end.start, str(end.mantissa), end.decimal(), end.unit) for end in mention.ends())
        kind = mention.cls, mention.kind, mention.unit, mention.bound, mention.approximate, mention.indefinite
        return mention.start, mention.end, *kind, ends, tuple(map(plain, mention.readings))

    def look(text: str) -> object:
        return [plain(mention) for mention in scan(text)]

    with open(path, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            text = record.get("abstract") or record["text"]
            yield " ".join(text.split())[:SHOWN], partial(look, text)


def verdicts(every: int) -> Iterator[Observation]:
    """What is found in this repository's true claims, and in each so manieth falsification of them, alone and with all."""
    from claimcheck import app
    from claimcheck.project import Chosen, Selection
    from claimcheck.redteam import Attacker, Falsification, Kind, Target, kinds
    from claimcheck.runner import run

    project = app.load(ROOT)

    def told() -> object:
        return [
            (each.rule, each.file, each.message) for each in run(app.load(ROOT), Chosen(True), Selection()).findings
        ]

    attacker = Attacker(project)

    def judged(kind: Kind, target: Target, falsification: Falsification) -> object:
        outcome = attacker.check(kind, target, falsification)
        return outcome.caught, outcome.rightly, outcome.stopped, sorted({each.rule for each in outcome.findings})

    yield "the true claims", told
    made = [(kind, *each) for kind in kinds().values() for each in attacker.made(kind)]
    for one in made[::every]:
        yield f"{one[0].name}: {one[2].changed}"[:SHOWN], partial(judged, *one)
