"""Texts as they are written and as they are read: rendering, folding, sentences."""
