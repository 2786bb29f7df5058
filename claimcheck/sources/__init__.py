"""Source files: where the abstracts come from that claims are checked against."""

from __future__ import annotations

from claimcheck.sources.abstract import Abstract, SourceText, digest
from claimcheck.sources.text import read_text as read_source

__all__ = ["Abstract", "SourceText", "digest", "read_source"]
