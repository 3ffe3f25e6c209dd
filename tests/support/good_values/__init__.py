"""For every command: where its form is, what to fill in, and which fact that leads to."""

from tests.support.good_values.charter import CHARTER
from tests.support.good_values.deciding import DECIDING
from tests.support.good_values.first import FIRST
from tests.support.good_values.learning import LEARNING

GOOD = FIRST | CHARTER | LEARNING | DECIDING
