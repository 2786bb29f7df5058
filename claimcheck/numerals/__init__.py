"""Reading the numbers of a text: every quantity, whole, and the digits that are none.

`scan` looks for places where a number may stand (`scan`) and reads each locally: in digits (`digits`, `marks`, `units`,
`money`) or in words (`wording`, `words`, `cardinals`). What was read is judged by its neighbourhood (`names`, with `labels`,
`dates`, `glued`, `pronouns`, `addresses` and the looking around of `chains`), joined to what follows (`compose`, `pairs`),
given its qualifier (`bounds`, `qualifiers`), and put down as a `Mention` (`context`, `model`). `lexicon` holds the words,
`parts` what is being read.
"""

from claimcheck.numerals.model import Bound, Class, End, Kind, Mention
from claimcheck.numerals.scan import read_value, scan

__all__ = ["Bound", "Class", "End", "Kind", "Mention", "read_value", "scan"]
