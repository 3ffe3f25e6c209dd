"""Every URL of the platform, in one table."""

from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from domain.kinds import KINDS
from pilots.commands import COMMANDS
from web.api.commands import get_commands, post_command
from web.api.openapi import openapi
from web.api.reads import get_events, get_metrics, get_pilot, get_pilots, get_timeline
from web.aspects import ASPECTS
from web.http.health import healthz, readyz
from web.http.reading import reads, writes
from web.http.responses import answer
from web.http.style_sheet import show_style_sheet
from web.http.urls import COLLECTIONS
from web.method.page import show_rule, show_rules
from web.pages.atom import show_feed
from web.pages.changes.page import show_changes
from web.pages.commands.form import wish
from web.pages.composer.afterwards import join_same, make_experiment
from web.pages.composer.edit import save_edit, show_edit
from web.pages.composer.paper_sheet import enter_sheet, show_sheet, show_sheet_form
from web.pages.composer.recall import get_recalled, show_recalled
from web.pages.composer.understood import show_understood
from web.pages.decisions.calendar import show_calendar
from web.pages.decisions.form import show_decide
from web.pages.decisions.page import show_decision
from web.pages.events import show_events
from web.pages.home import show_home, show_pilots
from web.pages.live import show_live
from web.pages.needs.asked import ask_owner
from web.pages.needs.put_off import put_off
from web.pages.pilot.charter import show_charter
from web.pages.pilot.insights import get_aspect, lead_to_insights, show_insights, show_view
from web.pages.pilot.log import show_log
from web.pages.pilot.page import show_pilot
from web.pages.pilot.statements import show_statements
from web.pages.portfolio.compare import show_comparison
from web.pages.portfolio.page import show_together
from web.pages.records.lessons import show_lessons
from web.pages.records.lists import get_people, get_value, show_people, show_value
from web.pages.records.media import show_medium
from web.pages.records.page import show_thing
from web.pages.review.open_close import end_review
from web.pages.review.page import get_review, show_review
from web.pages.review.print import show_digest, show_print
from web.pages.review.share import share_review, show_shared, unshare_review
from web.pages.sample.page import enter_sample, leave_sample, remove_sample
from web.pages.search.page import show_search
from web.pages.search.palette import show_find
from web.pages.session.sign_in import choose_language, choose_theme, sign_in, sign_out
from web.pages.settings import show_settings
from web.pages.start.page import show_start, start_pilot

PILOT = "/pilots/{pilot}"
API = "/api/v1"
OWN_FORMS = {"take-decision": show_decide}  # forms that are more than their fields


def get_openapi(_: Request) -> Response:
    """GET /api/openapi.json — the API, described by the types it is made of."""
    api = [each for each in ROUTES if isinstance(each, Route) and each.path.startswith(API)]
    return answer(openapi(api, version("pilotlog")))


ROUTES: list[BaseRoute] = [
    Route("/static/css/all.css", show_style_sheet),
    Mount("/static", StaticFiles(packages=[("web", "static")]), name="static"),
    Route("/healthz", healthz),
    Route("/readyz", reads(readyz, anybody=True)),
    Route("/login", sign_in, methods=["GET", "POST"]),
    Route("/logout", sign_out, methods=["POST"]),
    Route("/sample", enter_sample, methods=["POST"]),
    Route("/sample/leave", leave_sample, methods=["POST"]),
    Route("/sample/remove", remove_sample, methods=["POST"]),
    Route("/settings", reads(show_settings, past=False)),
    Route("/start", reads(show_start, past=False)),
    Route("/start", writes(start_pilot, past=False), methods=["POST"]),
    Route("/theme", choose_theme, methods=["POST"]),
    Route("/language", choose_language, methods=["POST"]),
    Route("/", reads(show_home)),
    Route("/pilots", reads(show_pilots)),
    Route("/lessons", reads(show_lessons)),
    Route("/lessons/alike", reads(show_recalled)),
    Route("/search", reads(show_search)),
    Route("/live", show_live),
    Route("/find", reads(show_find, past=False)),
    Route("/people", reads(show_people)),
    Route("/feed.atom", reads(show_feed)),
    Route("/calendar.ics", reads(show_calendar)),
    Route("/rules", reads(show_rules)),
    Route("/rules/{rule}", reads(show_rule)),
    Route("/value", reads(show_value)),
    Route("/review", reads(show_review)),
    Route("/review.txt", reads(show_digest)),
    Route("/review/print", reads(show_print)),
    Route("/review/close", writes(end_review), methods=["POST"]),
    Route("/review/share", writes(share_review), methods=["POST"]),
    Route("/review/unshare", writes(unshare_review), methods=["POST"]),
    Route("/shared/{token}", reads(show_shared, anybody=True)),
    Route("/compare", reads(show_comparison)),
    Route("/together", reads(show_together)),
    Route("/media/{medium:path}", reads(show_medium)),
    Route("/log/understood", writes(show_understood, past=False), methods=["POST"]),
    Route("/entries/{entry}/edit", reads(show_edit, past=False)),
    Route("/entries/{entry}/edit", writes(save_edit, past=False), methods=["POST"]),
    Route("/entries/{entry}/try", writes(make_experiment, past=False), methods=["POST"]),
    Route("/entries/{entry}/same", writes(join_same, past=False), methods=["POST"]),
    *(wish(command, OWN_FORMS.get(name)) for name, command in COMMANDS.items()),
    Route(PILOT, reads(show_pilot)),
    Route(f"{PILOT}/ask-owner", writes(ask_owner, past=False), methods=["POST"]),
    Route(f"{PILOT}/later", writes(put_off, past=False), methods=["POST"]),
    Route(f"{PILOT}/charter", reads(show_charter)),
    Route(f"{PILOT}/insights", reads(show_insights)),
    Route(f"{PILOT}/insights/{{view}}", reads(show_view)),
    Route(f"{PILOT}/log", reads(show_log)),
    Route(f"{PILOT}/statements", reads(show_statements)),
    Route(PILOT + "/events", reads(show_events)),
    Route(PILOT + "/changes", reads(show_changes)),
    Route(PILOT + "/sheet", reads(show_sheet)),
    Route(PILOT + "/sheet/enter", reads(show_sheet_form, past=False)),
    Route(PILOT + "/sheet/enter", writes(enter_sheet, past=False), methods=["POST"]),
    *(
        Route(f"{PILOT}/{aspect.slug}", reads(lead_to_insights), name=f"show_{aspect.slug}")
        for aspect in ASPECTS
    ),
    Route("/decisions/{decision}", reads(show_decision), name="show_decision"),
    *(
        Route(f"/{COLLECTIONS[kind]}/{{{kind}}}", reads(show_thing), name=f"show_{kind}")
        for kind in KINDS
        if kind not in ("pilot", "decision")
    ),
    Route(API + "/pilots", reads(get_pilots)),
    Route(API + "/pilots/{pilot}", reads(get_pilot)),
    Route(API + "/pilots/{pilot}/timeline", reads(get_timeline)),
    Route(API + "/pilots/{pilot}/aspects/{aspect}", reads(get_aspect)),
    Route(API + "/events", reads(get_events)),
    Route(API + "/lessons/alike", reads(get_recalled)),
    Route(API + "/metrics", reads(get_metrics)),
    Route(API + "/people", reads(get_people)),
    Route(API + "/value", reads(get_value)),
    Route(API + "/review", reads(get_review)),
    Route(API + "/commands", reads(get_commands)),
    Route(API + "/commands/{name}", post_command, methods=["POST"]),
    Route("/api/openapi.json", get_openapi),
]
