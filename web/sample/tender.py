"""The second pilot of the sample: an exploration that takes up a lesson of the first."""

from web.sample.step import LIBRARY, MARA, PRIYA, Step, log

TENDER = (
    Step(
        60,
        MARA,
        "propose-pilot",
        {
            "programme": "programme:sample",
            "title": "Tender library (sample)",
            "accomplishment": "Two sites answer the same question once.",
            "kind": "exploration",
        },
        LIBRARY,
    ),
    Step(58, MARA, "start-pilot", {"pilot": LIBRARY}),
    log(40, MARA, "Collected forty old answers", pilot=LIBRARY, mode="contribute", medium="wiki"),
    Step(33, MARA, "confirm-lesson", {"lesson": "lesson:board", "pilot": LIBRARY}),
    log(21, MARA, "Rewrote ten answers together", PRIYA, pilot=LIBRARY, medium="wiki", minutes=90),
)
