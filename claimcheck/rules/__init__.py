"""The rules: one a file, found by walking this folder."""

from claimcheck.rules.base import Rule, registry, rule

__all__ = ["Rule", "registry", "rule"]
