"""What changed between two versions of a project: claims, sources, names, and what is checked at all."""

from __future__ import annotations

from claimcheck.comparing.compare import compare
from claimcheck.comparing.model import Comparison
from claimcheck.comparing.side import Side, read_sides
from claimcheck.comparing.trees import FolderTree, GitTree, TreeError

__all__ = ["Comparison", "FolderTree", "GitTree", "Side", "TreeError", "compare", "read_sides"]
