"""For every command: where its form is, what to fill in, and which fact that leads to."""

from tests.web.good_charter import CHARTER
from tests.web.good_deciding import DECIDING
from tests.web.good_first import FIRST
from tests.web.good_learning import LEARNING

GOOD = FIRST | CHARTER | LEARNING | DECIDING
