"""Which reasons are ticked beforehand."""

from types import SimpleNamespace

from domain.review.options import chosen_beforehand


def test_what_is_as_it_was_at_the_last_decision_is_not_chosen_again() -> None:
    reasons = [
        SimpleNamespace(thing=thing, rests=rests, moved_at=at)
        for thing, rests, at in (
            ("new", True, "2026-03-03"),
            ("then", True, "2026-03-02"),
            ("hearsay", False, "2026-03-03"),
        )
    ]

    assert chosen_beforehand(reasons, "2026-03-02") == ["new"]
