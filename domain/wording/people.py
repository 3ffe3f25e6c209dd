"""Advice on audiences: whether they are named by what they care about, or only counted."""

from domain.wording.reading import ReadText

STATES = ("living", "being", "earning", "having", "housing", "speaking", "aging", "ageing")
"""Words that end like a doing and only say how somebody is."""
FEWEST_WORDS = 2  # words that say too little to be sure, where none of them is listed
SHARE_THAT_COUNTS = (
    0.5  # of the words; where more than these count people, nothing else is said of them
)


def only_demographic(reading: ReadText) -> bool:
    """Tell whether an audience is counted by who they are, with no sign of what concerns them."""
    concerned = any(
        reading.words[place] not in STATES
        for span in reading.all("interests")
        for place in range(span.start, span.end)
    )
    is_described = bool(reading.all("demographic")) or len(reading) > FEWEST_WORDS
    if not reading.lists.get("demographic"):
        return False
    return is_described and not concerned and _share_that_counts(reading) > SHARE_THAT_COUNTS


def _share_that_counts(reading: ReadText) -> float:
    """Return the share of words that are demographic, numbers, or names such as a place's."""
    listed = {place for span in reading.all("demographic") for place in range(*span)}
    little = set(reading.lists.get("little-words", ()))
    typed = [reading.text[start:end] for start, end in reading.places]
    places = [place for place, word in enumerate(reading.words) if word not in little]
    counting = [
        place
        for place in places
        if place in listed
        or any(letter.isdigit() for letter in typed[place])
        or (place > 0 and typed[place][0].isupper())
    ]
    return len(counting) / len(places) if places else 0.0
