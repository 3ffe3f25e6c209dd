"""The numbers on a pilot's page: what it learned, and who takes part."""

from typing import Any

from projections.participation.participants import on_target
from projections.timeline.feed import days_of
from web.aspects.view import Looking
from web.charts.sparks import spark
from web.charts.week_heatmap import WeekHeatmap, week_heatmap
from web.http.reading import Reading
from web.pages.pilot.at_a_glance import glance_of
from web.pages.pilot.overview import loops_of


def figures(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return what the pilot learned, in numbers."""
    del reading, pilot
    return {
        "figures": looking.known.figures,
        "glance": glance_of(looking),
        "loops": loops_of(looking),
    }


def presence(reading: Reading, looking: Looking, pilot: Any) -> dict[str, Any]:
    """Return who takes part in the pilot, in numbers."""
    del pilot
    days = days_of(looking.db, looking.cut, looking.pilot, reading.axis)
    return presence_beside(looking, week_heatmap(days))


def presence_beside(looking: Looking, beats: WeekHeatmap | None) -> dict[str, Any]:
    """Return who takes part in the pilot, in numbers, beside the rhythm of its days."""
    return {
        "figures": looking.known.figures,
        "on_target": on_target(looking.db, looking.cut, looking.pilot),
        "rhythm": beats,
        "weekly": spark([column.amount for column in beats.columns]) if beats else None,
    }
