"""Claim files: their YAML, their model and schema, and the records that the rest of claimcheck works on."""
