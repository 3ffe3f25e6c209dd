"""How wide a label is, told from its letters, as no browser is there to be asked."""

from unicodedata import east_asian_width

NARROW, BROAD = frozenset("iljftrI.,:;'’|!()[] "), frozenset("mwMWQO@%&—…")
PIXELS = {
    "narrow": 4.0,
    "plain": 6.9,
    "broad": 10.6,
    "square": 12.0,
}  # at 11.5 pixels, on the safe side


def width_of(label: str) -> float:
    """Return about how many pixels a label takes, rather too many than too few."""
    return sum(PIXELS[_kind_of(letter)] for letter in label)


def shortened(title: str, longest: int) -> str:
    """Return a title short enough to stand beside a mark."""
    line = " ".join(title.split())
    if len(line) <= longest:
        return line
    words, _, rest = line[:longest].rpartition(" ")
    kept = words if len(rest) < longest // 2 and words else line[: longest - 1]
    return f"{kept.rstrip(' ,;:.–')}…"


def _kind_of(letter: str) -> str:
    if east_asian_width(letter) in "WF":
        return "square"
    if letter in BROAD or letter.isupper():
        return "broad"
    return "narrow" if letter in NARROW else "plain"
