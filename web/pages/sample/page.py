"""Looking round the sample programme, beside one's own log, and leaving it again."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.kernel.access import authorize
from web.http.context import IN_SAMPLE, asker_of, sample_beside
from web.http.redirects import local_path


async def enter_sample(request: Request) -> Response:
    """POST /sample — look round the sample programme; it is told where there is none yet."""
    await run_in_threadpool(_tell, request)
    async with request.form(max_files=0) as form:
        answer = RedirectResponse(local_path(str(form.get("next", ""))), 303)
    answer.set_cookie(IN_SAMPLE, "1", httponly=True, samesite="lax")
    return answer


async def leave_sample(_: Request) -> Response:
    """POST /sample/leave — back to one's own log."""
    return _own_log()


async def remove_sample(request: Request) -> Response:
    """POST /sample/remove — take the sample away, with whatever was tried in it."""
    await run_in_threadpool(_remove, request)
    return _own_log()


def _tell(request: Request) -> None:
    asker_of(request)
    sample_beside(request).open().views.keep_up()


def _remove(request: Request) -> None:
    authorize(asker_of(request), "write")
    sample_beside(request).remove()


def _own_log() -> Response:
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(IN_SAMPLE)
    return answer
