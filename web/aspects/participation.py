"""Who takes part in a pilot and how far they come, and how they talk; nobody is ranked."""

from typing import Any

from projections.models.invitation_takers import uptake
from projections.models.pulses import pulses
from projections.participation.ladder import ladder
from projections.participation.owner_activity import hosts
from projections.participation.participants import on_target
from projections.participation.time_to_first_entry import first_log
from web.aspects.talking import TALKING
from web.aspects.view import Aspect, Looking, View


def _ladder(looking: Looking) -> Any:
    return ladder(looking.db, looking.cut, looking.pilot)


def _uptake(looking: Looking) -> Any:
    return uptake(looking.db, looking.cut, looking.pilot)


def _on_target(looking: Looking) -> Any:
    return on_target(looking.db, looking.cut, looking.pilot)


def _pulses(looking: Looking) -> Any:
    return pulses(looking.db, looking.cut, looking.known.charter, looking.settings)


def _first_log(looking: Looking) -> Any:
    return first_log(looking.db, looking.cut, looking.pilot)


def _hosts(looking: Looking) -> Any:
    return hosts(looking.db, looking.cut, looking.known.charter)


PEOPLE = (
    View(
        slug="ladder",
        title="From observer to leader",
        says=(
            "How many different people have done what a rung stands for at least once, and when "
            "the first of them did; one person may stand on several rungs."
        ),
        rows=("S003-consumer-to-creator",),
        told=_ladder,
        template="ladder.html",
    ),
    View(
        slug="owners",
        title="Those who answer for it",
        says="Entries the owner and the sponsor led or were along in, and the day of the last one.",
        rows=("S003-in-it-to-win-it", "S003-vp-bait", "S001-business-card"),
        told=_hosts,
        template="owners.html",
    ),
    View(
        slug="on-target",
        title="The right people",
        says="Of those who took part, how many joined as part of an audience the pilot lists.",
        rows=("S002-wrong-followers",),
        told=_on_target,
        template="on-target.html",
    ),
    View(
        slug="first-log",
        title="Jumping in",
        says=(
            "Median of the hours from joining to the first entry of one's own, over newcomers: "
            "people other than the owner who had logged nothing here before they joined."
        ),
        rows=("S003-jump-in",),
        told=_first_log,
        template="first-log.html",
    ),
    View(
        slug="invitations",
        title="Invitations",
        says=(
            "Invitations that were opened, the share taken up by at least one person, and how many "
            "different people came by one."
        ),
        rows=("S002-lead-by-inviting",),
        told=_uptake,
        template="invitations.html",
    ),
    View(
        slug="pulse",
        title="Pulse",
        says=(
            "Median of each of the three answers (1 to 5) and mean of the energy (-1 to 1) by "
            "month, where at least five answered; nobody's name is kept."
        ),
        rows=("S003-cultural-shift", "S002-agenda-not-stress"),
        told=_pulses,
        template="pulse.html",
    ),
)

TAKING_PART = Aspect(
    slug="taking-part",
    title="Taking part",
    says="Who takes part and how far they come, whom they talk to, and who answers them.",
    views=(*TALKING, *PEOPLE),
)
