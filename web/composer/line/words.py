"""The words by which a line says how people took part and on what, in English and German."""

from domain.kernel.fields import Mode

MEDIA = frozenset(
    (
        "wiki", "phone", "telephone", "chat", "email", "e-mail", "mail", "slack", "teams", "zoom",
        "video", "whiteboard", "board", "paper", "forum", "signal", "whatsapp", "sms", "miro",
        "telefon", "papier", "brett",
    )
)  # fmt: skip  # a list to look up, not to read

MODES: dict[Mode, tuple[str, ...]] = {
    "ask": ("asked", "wondered", "fragte", "gefragt"),
    "answer": ("answered", "replied", "explained", "antwortete", "beantwortete", "erklärte"),
    "listen": ("listened", "watched", "attended", "observed", "read", "hörte", "las", "zugehört"),
    "react": ("reacted", "commented", "voted", "liked", "kommentierte", "reagierte"),
    "give": ("gave", "lent", "shared", "helped", "taught", "showed", "gab", "half", "zeigte"),
    "coordinate": (
        "planned", "scheduled", "organised", "organized", "coordinated", "arranged", "agreed",
        "plante", "organisierte", "verabredete",
    ),
    "lead": ("led", "chaired", "hosted", "facilitated", "leitete", "moderierte"),
    "invite": ("invited", "lud"),
    "promote": ("promoted", "advertised", "announced", "bewarb"),
    "sell": ("sold", "pitched", "verkaufte"),
    "contribute": (
        "wrote", "added", "drafted", "posted", "edited", "uploaded", "fixed", "schrieb", "ergänzte",
    ),
    "co-create": (
        "co-wrote", "cowrote", "co-created", "co-edited", "together", "workshop", "paired", "met",
        "gemeinsam", "zusammen", "trafen",
    ),
}  # fmt: skip  # lists to look up, not to read

MODE_OF: dict[str, Mode] = {word: mode for mode, words in MODES.items() for word in words}

ON = ("on", "in", "via", "by", "over", "per", "auf", "am", "im", "über")
"""Words behind which a channel is named."""
JOINTS = ("with", "w/", "and", "asked", "told", "met", "mit", "und", "fragte", "traf")
"""Words behind which somebody is named."""
SMALL = frozenset(
    (
        "to", "no", "on", "in", "an", "at", "is", "it", "we", "he", "us", "so", "do", "by", "of",
        "or", "if", "as", "am", "me", "my", "up", "be", "the", "and", "for", "was", "not", "all",
        "but", "had", "her", "him", "his", "how", "our", "she", "who", "you", "are", "can", "did",
        "um", "zu", "da", "er", "es", "wo", "du", "im", "ab", "den", "der", "die", "das", "dem",
        "des", "ein", "ich", "ihr", "ist", "mit", "und", "uns", "von", "war", "was", "wir", "zum",
    )
)  # fmt: skip  # a list to look up, not to read
"""Words that begin nothing where they are written small."""
