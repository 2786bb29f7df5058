"""The language server: what `verify`, `fix` and `explain` say, while a person types.

What to show is worked out on plain data by `diagnostics`, `hover`, `completion`, `actions`, `definition` and `symbols`;
`server` and `convert` alone know the protocol. The package is imported when `claimcheck lsp` runs, and needs the extra
`lsp`.
"""
