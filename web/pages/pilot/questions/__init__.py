"""Four questions about a pilot, and which view answers which, once it has something to say."""

from web.pages.pilot.questions import learned, people, rests_on, worked

QUESTIONS = (worked.QUESTION, learned.QUESTION, people.QUESTION, rests_on.QUESTION)
