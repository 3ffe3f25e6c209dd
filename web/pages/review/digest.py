"""A review in one paragraph of plain text, fit to be mailed."""

from collections.abc import Iterator

from domain.decision import way
from domain.kernel.messages import say, say_many
from projections.review.lines import ReviewLine
from projections.review.review import ReviewReport
from web.i18n.formatting import amount, day_of

NAMED = 3  # pilots that need somebody most


def digest_of(review: ReviewReport, zone: str, address: str) -> str:
    """Return the digest of a review, with where it can be read in full."""
    return f"{' '.join(_sentences(review, zone))} {address}\n"


def _sentences(review: ReviewReport, zone: str) -> Iterator[str]:
    starts, ends = (day_of(moment, zone) for moment in (review.starts, review.ends))
    numbers = (
        say_many(review.moved.count, "{n} pilot moved", "{n} pilots moved"),
        say_many(review.hamster_wheels.count, "{n} hamster wheel", "{n} hamster wheels"),
        say_many(review.due.count, "{n} decision due", "{n} decisions due"),
    )
    listed = ", ".join(map(str, numbers))
    yield str(say("Review of {starts} to {ends}: {told}.", starts=starts, ends=ends, told=listed))
    needing = [line for line in review.lines if line.needs]
    yield from (_sentence(line) for line in needing[:NAMED])
    if (more := len(needing) - NAMED) > 0:
        yield str(
            say_many(more, "{n} more pilot needs somebody.", "{n} more pilots need somebody.")
        )
    if review.quiet_in_all:
        yield str(say_many(review.quiet_in_all, "{n} pilot is quiet.", "{n} pilots are quiet."))
    yield str(say("As shown at position {n}.", n=review.position))


def _sentence(line: ReviewLine) -> str:
    numbers = (
        say_many(line.loops.count, "{n} turn", "{n} turns"),
        say_many(line.course.newcomers.count, "{n} newcomer", "{n} newcomers"),
        say("{n} returning", n=line.course.returning.count),
        say("peer share {share} %", share=amount(line.peer_share)),
    )
    sentence = f"{line.title} ({', '.join(map(str, numbers))}): {line.needs[0].says}"
    if line.suggestion:
        verdict = way(line.suggestion.verdict)
        sentence += f" {say('The signs speak for: {verdict}.', verdict=verdict)}"
    return sentence
