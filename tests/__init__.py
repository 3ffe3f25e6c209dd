"""The tests, in rooms as the code they hold."""

import sys

# What the tests reach is marked in our code, and a mark that was met is of no more use. Workers
# are not told so, whatever slipcover is asked: they would look at each of them fifty times.
if measured := getattr(sys.modules.get("slipcover.pytest_plugin"), "_slipcover_instance", None):
    measured.immediate = True
