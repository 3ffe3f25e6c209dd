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
