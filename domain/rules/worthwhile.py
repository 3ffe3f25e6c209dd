"""How much of what was expected was got."""

from decimal import Decimal

from msgspec import Struct


class Hope(Struct, frozen=True):
    """What was expected: an amount of some unit; what is to fall begins at its baseline."""

    amount: str | None
    unit: str | None
    baseline: str | None = None

    def share(self, amount: str | None, unit: str | None) -> float | None:
        """Return got ÷ expected (1 is all of it); None where the two cannot be compared."""
        if amount is None or self.amount is None or not alike(unit, self.unit):
            return None
        baseline = None if self.baseline is None else Decimal(self.baseline)
        return share_got(Decimal(amount), Decimal(self.amount), baseline)


def share_got(got: Decimal, expected: Decimal, baseline: Decimal | None = None) -> float | None:
    """Return got ÷ expected, where 1 is all of it; None where nothing was expected.

    What is to fall below its baseline is got by falling: then it is the part of the way from the
    baseline to what was expected that was gone.
    """
    start = baseline if baseline is not None and expected < baseline else Decimal(0)
    way = expected - start
    return float((got - start) / way) if way else None


def alike(unit: str | None, other: str | None) -> bool:
    """Tell whether two units are the same, whatever their capitals."""
    return bool(unit) and (unit or "").strip().casefold() == (other or "").strip().casefold()
