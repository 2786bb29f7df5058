"""Sizes told by their sides: compared side by side, whole, and in the order of the source."""

from __future__ import annotations

import pytest

from claimcheck.matching.intervals import written
from claimcheck.matching.values import Difference, compare
from claimcheck.numerals.scan import read_value, scan


@pytest.mark.parametrize(
    ("claimed", "text", "difference"),
    [
        ("4096x4096", "4096x4096 pixels", Difference.SAME),
        ("4096x4096", "4,096 $\\times$ 4,096 pixels", Difference.OTHER_WRITING),
        ("4096 by 2048", "4096 × 2048 pixels", Difference.OTHER_WRITING),
        ("10 cm × 15 cm", "prints of 10 × 15 cm", Difference.OTHER_WRITING),
        ("256x256x64", "volumes of 256 × 256 × 64", Difference.OTHER_WRITING),
        # one side, or some of them, are not the size
        ("4096", "4096x4096 pixels", Difference.PART),
        ("256x256", "volumes of 256x256x64", Difference.PART),
        ("256x256x64", "images of 256x256", Difference.EXTENDED),
        # another size
        ("4096x2048", "4096x4096 pixels", Difference.OTHER),
        ("256x128x64", "volumes of 256x256x64", Difference.OTHER),
        ("1080x1920", "1920x1080 pixels", Difference.ORDER),
        ("10 × 15 mm", "prints of 10 × 15 cm", Difference.UNIT),
        ("up to 512x512", "tiles of 512x512", Difference.BOUND_INVENTED),
        ("512x512", "tiles of up to 512x512", Difference.BOUND_LOST),
        # two numbers that are no sides
        ("4 to 8", "a 4 x 8 board", Difference.OTHER),
        ("4/8", "a 4 x 8 board", Difference.OTHER),
        ("4:8", "a 4 x 8 board", Difference.OTHER),
    ],
)
def test_sizes_are_compared_side_by_side(claimed: str, text: str, difference: Difference) -> None:
    value, _ = read_value(claimed)
    stated = [each for each in scan(text) if each.is_quantity]
    assert value is not None
    assert len(stated) == 1
    assert compare(value, stated[0]) is difference


def test_a_size_is_no_single_number() -> None:
    # So no other number is computed from it.
    assert written(scan("a 4 x 8 board")[0]) is None
