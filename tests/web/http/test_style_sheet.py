"""Every sheet comes in one answer, and not again to who has it."""

from tests.support.pages.browser import Browser
from web.http.style_sheet import SHEETS


def test_all_sheets_come_in_one_answer_once(browser: Browser) -> None:
    answer = browser.get("/static/css/all.css")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    for sheet in SHEETS:
        assert browser.get(f"/static/css/{sheet}.css").text in answer.text
    again = browser.get("/static/css/all.css", if_none_match=answer.headers["etag"])
    assert (again.status_code, again.text) == (304, "")
