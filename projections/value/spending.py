"""Hours and money that went into a pilot, summed exactly: money by currency, as decimals."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, select

from domain.kernel.fields import Money
from domain.metrics.metric import Figure, Metric
from projections.engine.as_of import Cut, seen, summed
from projections.models.experiments import EFFORTS

CENT = Decimal("0.01")


class Spent(Struct, frozen=True):
    """Hours, and money in each currency."""

    hours: int = 0
    money: tuple[Money, ...] = ()


class Rate(Struct, frozen=True):
    """What one of something cost on average: hours, and money to a cent."""

    amount: int
    """How many of them there are."""
    hours: Figure
    money: tuple[Money, ...] = ()


def spent_on(db: Connection, cut: Cut, pilot: str, *when: ColumnElement[bool]) -> dict[str, Spent]:
    """Return what went into each experiment of a pilot."""
    key = EFFORTS.c.experiment, EFFORTS.c.currency, EFFORTS.c.amount
    sums = func.count(), summed(func.coalesce(EFFORTS.c.hours, 0))
    query = select(*key, *sums).where(EFFORTS.c.pilot == pilot, *when, *seen(EFFORTS, cut))
    hours: dict[str, int] = defaultdict(int)
    money: dict[str, list[Money]] = defaultdict(list)
    for experiment, currency, amount, times, some in db.execute(query.group_by(*key)):
        hours[experiment] += some
        if amount is not None:
            money[experiment].append(Money(str(Decimal(amount) * times), currency))
    return {each: Spent(hours[each], _by_currency(money[each])) for each in hours}


def spent_by_pilot(db: Connection, cut: Cut, pilots: Collection[str]) -> dict[str, Spent]:
    """Return what went into each of several pilots; nothing for one nobody logged effort for."""
    key = EFFORTS.c.pilot, EFFORTS.c.currency, EFFORTS.c.amount
    sums = func.count(), summed(func.coalesce(EFFORTS.c.hours, 0))
    query = select(*key, *sums).where(EFFORTS.c.pilot.in_(list(pilots)), *seen(EFFORTS, cut))
    parts: dict[str, list[Spent]] = defaultdict(list)
    for pilot, currency, amount, times, hours in db.execute(query.group_by(*key)):
        money = () if amount is None else (Money(str(Decimal(amount) * times), currency),)
        parts[pilot].append(Spent(hours, money))
    return {pilot: together(each) for pilot, each in parts.items()}


def together(parts: Iterable[Spent]) -> Spent:
    """Return the sum of what was spent."""
    amounts = list(parts)
    money = _by_currency(each for part in amounts for each in part.money)
    return Spent(sum(part.hours for part in amounts), money)


def rate(metric: Metric, spent: Spent, amount: int) -> Rate:
    """Return what each of an amount of things cost; nothing is told where there is none."""
    hours = metric.over(round(spent.hours / amount, 1) if amount else None, amount)
    if not amount:
        return Rate(0, hours)
    money = (
        Money(str((Decimal(each.amount) / amount).quantize(CENT)), each.currency)
        for each in spent.money
    )
    return Rate(amount, hours, tuple(money))


def _by_currency(money: Iterable[Money]) -> tuple[Money, ...]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in money:
        sums[each.currency] += Decimal(each.amount)
    return tuple(Money(str(amount), currency) for currency, amount in sorted(sums.items()))
