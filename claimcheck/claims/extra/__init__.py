"""A project's own fields in claim files: the mappings `extra`, and the JSON Schema that describes them."""
