"""The environment pages are rendered in: where templates lie, and the filters they may use."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.metrics import metric_of
from web.http.urls import url
from web.i18n.bidi import set_apart
from web.i18n.current import gettext, ngettext, sentence
from web.i18n.formatting import (
    ago,
    amount,
    capped,
    date_in_words,
    day_of,
    many,
    number,
    percent,
    square,
    time_of,
)
from web.i18n.template_texts import Marked

templates = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n", Marked],
)
templates.globals.update(gettext=sentence, ngettext=ngettext, many=many, url=url)
templates.filters.update(ago=ago, date=date_in_words, day=day_of, time=time_of)
templates.filters.update(number=number, percent=percent, say=gettext, set_apart=set_apart)
templates.filters.update(amount=amount, capped=capped, metric=metric_of, square=square)
