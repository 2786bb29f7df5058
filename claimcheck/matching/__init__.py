"""Matching what a claim says against what its source says: quotes, and values."""
