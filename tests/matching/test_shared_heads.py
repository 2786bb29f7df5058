"""Lists that tell the beginning of their names once: which names they hold, and which nobody wrote."""

from __future__ import annotations

import pytest

from claimcheck.matching.shared_heads import in_list


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("on the Aria RGB+D 60 and 120 datasets", "Aria RGB+D 120"),
        ("on Harbour v1 and v2 benchmarks", "Harbour v2"),
        ("on Gale-10/100.", "Gale-100"),
        ("on Gale-10 and -100, too", "Gale-100"),
        ("on Gale 2024 and 2025", "Gale 2025"),
        ("on Gale 2024, 2025, and 2026 problems", "Gale 2025"),  # years are not counted by what follows
        ("on Harbour 1.0/2.0.", "Harbour 2.0"),
        ("Lumen-7B and 13B", "Lumen-13B"),
        ("Lumen 7B, 13B and 70B win", "Lumen 70B"),
        ("Lumen 7B, 13B and 70B win", "lumen-13b"),
        # behind letters nothing need stand between, if the ending has a letter
        ("Lumen7B and 13B", "Lumen13B"),
        ("Xi 7B and 13B", "Xi13B"),
        ("Harbour v1 and v2", "Harbourv2"),
        ("Gale10 and 100", "Gale-100"),
        ("on Gale 2-10 and 20", "Gale 2-20"),
        (f"on {'so' * 46} Gale-10 and 20", f"{'so' * 46} Gale-20"),  # of a hundred characters
        ("the Gale-T/S/B models win", "Gale-T"),
        ("the Gale-T/S/B models win", "Gale-S"),
        ("over Gale-S/XL by 5%", "Gale-XL"),
    ],
)
def test_member(text: str, name: str) -> None:
    assert in_list(name, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("on Gale-10/100.", "Gale-1000"),  # an ending that nobody wrote
        ("on Gale-10 and -1000", "Gale-100"),
        ("on Gale 2024 and 2025", "Gale 2026"),
        ("Lumen-7B and 13B", "Lumen-70B"),
        ("Lumen-7B and Corvus-13B", "Lumen-13B"),  # of two names
        ("on Harbour v1 and Meadow v2", "Harbour v2"),
        ("on Gale-10 and 100 epochs of it", "Gale-100"),  # a number of its own
        ("Lumen-7B and 13B tokens", "Lumen-13B"),
        ("on Gale-10 and 100% of it", "Gale-100"),
        ("on Gale-10 and 1.5", "Gale-1"),
        ("on Gale 2024 and 30", "Gale 30"),  # a year, and no other
        ("on Gale 2024, 2025 is over", "Gale 2025"),  # no list
        ("with F1 and 2", "F2"),  # no head
        ("on Gale 10 and 20", "20"),
        ("on Regale-10 and 100", "gale-100"),
        ("on Gale-10 and 20", "Gale20"),
        ("F7B and 13B", "F13B"),
        ("on Gale 210 and 20", "Gale 2-20"),
        ("on Gale 2024 and 20251", "Gale 20251"),
        ("Lumen-7B and 13B Tokens", "Lumen-13B"),
        ("on Gale-10 and 100.", "Gale-100 set"),
        ("the Gale-T/S/B models win", "Gale-L"),
        ("the Regale-T/S models win", "gale-T"),
        ("the New-Gale-T/S models win", "Gale-T"),
        ("the Gale-T/S-like models win", "Gale-S"),
        ("the Gale-T/S/16 models win", "Gale-S"),  # of sixteen, whatever that is
        ("the Gale-T/Sea models win", "Gale-S"),
        ("the Gale-T/S models win", "Gale-s"),
        ("the Gale-T/S models win", "Gale-Tiny"),
        ("the G-T/S models win", "G-S"),
        (f"on {'so' * 46}o Gale-10 and 20", f"{'so' * 46}o Gale-20"),  # no name is so long
    ],
)
def test_no_member(text: str, name: str) -> None:
    assert not in_list(name, text)
