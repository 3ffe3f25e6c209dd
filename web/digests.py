"""A review in one paragraph of plain text, fit to be mailed."""

from collections.abc import Iterator

from projections.review_lines import Line
from projections.reviewing import Review
from web.said import day_of, many, percent

NAMED = 3  # pilots that need somebody most


def digest_of(review: Review, zone: str, address: str) -> str:
    """Return the digest of a review, with where it can be read in full."""
    return f"{' '.join(_sentences(review, zone))} {address}\n"


def _sentences(review: Review, zone: str) -> Iterator[str]:
    starts, ends = (day_of(moment, zone) for moment in (review.starts, review.ends))
    told = (
        f"{many(review.moved, 'pilot')} moved",
        f"{many(review.wheels, 'hamster wheel')}",
        f"{many(review.due, 'decision')} due",
    )
    yield f"Review of {starts} to {ends}: {', '.join(told)}."
    needing = [line for line in review.lines if line.needs]
    yield from (_sentence(line) for line in needing[:NAMED])
    if more := len(needing) - NAMED:
        yield f"{many(more, 'more pilot needs', 'more pilots need')} somebody." if more > 0 else ""
    if review.quiet_in_all:
        yield f"{many(review.quiet_in_all, 'pilot is', 'pilots are')} quiet."
    yield f"As shown at position {review.position:,}."


def _sentence(line: Line) -> str:
    numbers = (
        f"{many(line.turns, 'turn')}",
        f"{many(line.course.newcomers, 'newcomer')}",
        f"{line.course.returning} returning",
        f"peer share {percent(line.peer_share)} %",
    )
    verdict = f" The signs speak for: {line.suggestion.verdict}." if line.suggestion else ""
    return f"{line.title} ({', '.join(numbers)}): {line.needs[0].says}{verdict}"
