"""`python -m claimcheck`: the same as the command."""

from claimcheck.cli import main

main()
