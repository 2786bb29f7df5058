"""What holds for all tests: each run is a real one, whatever outcomes lie in the user's cache."""

import os

os.environ["CLAIMCHECK_NO_CACHE"] = "1"
