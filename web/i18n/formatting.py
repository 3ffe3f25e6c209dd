"""How moments and numbers are said on pages, in the language that is spoken."""

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal

from domain.kernel.messages import Text
from domain.kernel.moments import moment_of, zone_called
from domain.metrics import metric_of
from domain.metrics.metric import FINE, ROUNDED, Figure
from web.i18n.current import gettext, spoken

STEPS = {"week": 7 * 86400, "day": 86400, "hour": 3600, "minute": 60}
OLD = 28 * 86400  # seconds after which a day says more than how long ago it was


def day_of(stamp: str | datetime, zone: str = "UTC") -> str:
    """Return the day of a moment, such as 26 Jul 2017."""
    return date_in_words(_local(stamp, zone).date())


def date_in_words(day: date | str) -> str:
    """Return a day of the calendar, such as 26 Jul 2017; text gives it as 2017-07-26."""
    return spoken().written(date.fromisoformat(day) if isinstance(day, str) else day)


def day_and_month(day: date) -> str:
    """Return a day without its year, such as 26 Jul."""
    speech = spoken()
    return format_date(day, speech.day.removesuffix(" y"), locale=speech.locale)


def near(day: date, today: date) -> str:
    """Return a day as one says it on another: 26 Jul, and 26 Jul 2017 where the year differs."""
    return day_and_month(day) if day.year == today.year else date_in_words(day)


def weekday(day: date) -> str:
    """Return a day with its weekday, such as Friday 27 November."""
    speech = spoken()
    pattern = speech.day.removesuffix(" y").replace("MMM", "MMMM")
    return format_date(day, f"EEEE {pattern}", locale=speech.locale)


def short_weekday(day: date) -> str:
    """Return a day with its short weekday and no year, such as Fri 27 Nov."""
    speech = spoken()
    return format_date(day, f"EEE {speech.day.removesuffix(' y')}", locale=speech.locale)


def month_in_words(day: date) -> str:
    """Return the short name of the month a day is in, such as Jul."""
    return format_date(day, "LLL", locale=spoken().locale)


def month_and_year(day: date) -> str:
    """Return a month, such as Jul 2017."""
    return format_date(day, "LLL y", locale=spoken().locale)


def span_of(first: datetime, last: datetime, zone: str = "UTC") -> str:
    """Return the days from one moment to another, such as 26 Jul 2017 to 3 Aug 2017."""
    begin, end = day_of(first, zone), day_of(last, zone)
    return begin if begin == end else gettext("{first} to {last}").format(first=begin, last=end)


def time_of(stamp: str | datetime, zone: str = "UTC") -> str:
    """Return day and time of a moment, such as 26 Jul 2017, 18:03."""
    return f"{day_of(stamp, zone)}, {_local(stamp, zone):%H:%M}"


def ago(stamp: str, now: datetime, zone: str = "UTC") -> str:
    """Return how long ago a moment was, or its day where that was long ago."""
    seconds = (now - moment_of(stamp)).total_seconds()
    if not 0 <= seconds < OLD:
        return day_of(stamp, zone)
    for length in STEPS.values():
        if amount := seconds // length:  # whole ones only, so that nothing is older than it is
            past = timedelta(seconds=-amount * length)
            return format_timedelta(past, threshold=1, add_direction=True, locale=spoken().locale)
    return gettext("just now")


def name_in_words(name: str) -> str:
    """Return a stored name of a fact in words, such as lesson learned."""
    words = name.rpartition(".")[0].replace(".", " ").replace("-", " ")
    return gettext(words[:1].upper() + words[1:])


def square(cell: str) -> str:
    """Return a square of the outcome grid in words, such as Employees · cost."""
    return capped(" · ".join(gettext(part) for part in cell.split("/")))


def capped(text: Text) -> str:
    """Return a text with a capital at its beginning; the rest keeps those it has."""
    words = str(text)
    return words[:1].upper() + words[1:]


def number(value: float) -> str:
    """Return a number with its thousands set apart, such as 2,301."""
    return spoken().number(value)


def amount(figure: Figure) -> str:
    """Return a figure: a share in percent, else a number; a dash while too little is known."""
    unit, value = metric_of(figure).unit, figure.value
    if unit == "share":
        return percent(value)
    if value is None:
        return "–"
    return number(round(value, 2 if unit in FINE else 1) if unit in FINE + ROUNDED else value)


def percent(share: float | None) -> str:
    """Return a share (0 to 1) in percent with one decimal, or a dash where there is none."""
    if share is None:
        return "–"
    return str(format_decimal(round(share * 100, 1), "#,##0.0", locale=spoken().locale))


def _local(stamp: str | datetime, zone: str) -> datetime:
    moment = moment_of(stamp) if isinstance(stamp, str) else stamp
    try:
        return moment.astimezone(zone_called(zone))
    except OverflowError:  # at the ends of the calendar, which old or foreign histories may hold
        return moment
