"""What figures came to, for tests that compare numbers."""

from domain.metrics.metric import Figure


def values(*figures: Figure) -> tuple[float | None, ...]:
    """Return the value of each figure."""
    return tuple(figure.value for figure in figures)
