"""The environment pages are rendered in: where templates lie, and the filters they may use."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.decision import way
from domain.kernel.messages import say_many
from domain.metrics import metric_of
from web.http.urls import url
from web.i18n.current import gettext, in_words, ngettext
from web.i18n.dates import as_typed
from web.i18n.formatting import (
    ago,
    amount,
    capped,
    date_in_words,
    day_of,
    month_and_year,
    near,
    number,
    percent,
    square,
    time_of,
    weekday,
)

templates = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)
templates.policies["ext.i18n.trimmed"] = True
templates.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # given by the extension
templates.globals.update(say_many=say_many, url=url)
templates.filters.update(ago=ago, date=date_in_words, day=day_of, time=time_of)
templates.filters.update(way=way, as_typed=as_typed)
templates.filters.update(month=month_and_year, near=near, weekday=weekday)
templates.filters.update(number=number, percent=percent, say=in_words)
templates.filters.update(amount=amount, capped=capped, metric=metric_of, square=square)
