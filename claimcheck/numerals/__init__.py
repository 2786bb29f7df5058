"""Recognising numbers in running text: the truth that all verdicts rest on."""

from claimcheck.numerals.model import End, Mention
from claimcheck.numerals.scan import read_value, scan

__all__ = ["End", "Mention", "read_value", "scan"]
