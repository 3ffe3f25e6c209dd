"""Advice on audiences: whether they are named by what they care about, or only counted."""

from domain.wording.reading import Reading


def only_demographic(reading: Reading) -> bool:
    """Tell whether each word is a demographic one, a number, or a name such as a place's."""
    listed = {place for span in reading.all("demographic") for place in range(*span)}
    if not listed:
        return False
    typed = [reading.text[start:end] for start, end in reading.places]
    title_case = not any(word[0].islower() for word in typed)
    return all(
        place in listed
        or any(letter.isdigit() for letter in word)
        or (place > 0 and word[0].isupper() and not title_case)
        for place, word in enumerate(typed)
    )
