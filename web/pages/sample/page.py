"""Looking round the sample programme, beside one's own log, and leaving it again."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from domain.kernel.access import authorize
from web.http.reading import IN_SAMPLE, Reading
from web.http.redirects import local_path
from web.http.urls import redirect, url


async def enter_sample(request: Request) -> Response:
    """POST /sample — look round the sample programme; it is told where there is none yet."""
    await run_in_threadpool(_tell, Reading(request))
    async with request.form(max_files=0) as form:
        answer = redirect(local_path(str(form.get("next", ""))))
    answer.set_cookie(IN_SAMPLE, "1", path=url("/"), httponly=True, samesite="lax")
    return answer


async def leave_sample(_: Request) -> Response:
    """POST /sample/leave — back to one's own log."""
    return _own_log()


async def remove_sample(request: Request) -> Response:
    """POST /sample/remove — take the sample away, with whatever was tried in it."""
    await run_in_threadpool(_remove, Reading(request))
    return _own_log()


def _tell(reading: Reading) -> None:
    reading.must_be_signed_in()
    reading.sample.open().views.keep_up()


def _remove(reading: Reading) -> None:
    authorize(reading.asker, "write")
    reading.sample.remove()


def _own_log() -> Response:
    answer = redirect("/")
    answer.delete_cookie(IN_SAMPLE, path=url("/"))
    return answer
