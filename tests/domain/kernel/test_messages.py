"""Messages: data until they are read out, each value as what it is."""

from datetime import date

import pytest

from domain.kernel.messages import Message, say, say_all, say_in_a_row, say_list, say_many
from domain.pilot import Stage
from web.i18n.current import ENGLISH, speaking
from web.i18n.languages import language_called

DAY = date(2027, 1, 21)
READ = [
    (say("Yes"), "Yes", "Ja"),
    (say("Ends on {ends_on}.", ends_on=DAY), "Ends on 21 Jan 2027.", "Endet am 21. Jan. 2027."),
    (say_many(1, "{n} entry", "{n} entries"), "1 entry", "1 Eintrag"),
    (say_many(2877, "{n} entry", "{n} entries"), "2,877 entries", "2.877 Einträge"),
    (say("Decided: {verdict}", verdict=say("stop")), "Decided: stop", "Entschieden: einstellen"),
    (say("with {names}", names=say_list(["Ana", "Ben", "Cai"])), "with Ana, Ben, Cai", None),
    (say("with {names}", names=say_all(["Ana", "Ben"])), "with Ana and Ben", "mit Ana und Ben"),
    (say_in_a_row([say("Yes"), say("No")]), "Yes No", "Ja Nein"),
]


@pytest.mark.parametrize(("message", "english", "german"), READ, ids=[row[1] for row in READ])
def test_it_is_read_out_to_each_in_their_language(
    message: Message, english: str, german: str | None
) -> None:
    with speaking(ENGLISH):
        assert str(message) == english
    with speaking(language_called("de")):
        assert german in (None, str(message))


@pytest.mark.parametrize("typed", ["{", "{x}", "{0}", "{{ 7 * 7 }}", "50 % {n}"])
def test_what_somebody_typed_is_read_as_it_was_typed(typed: str) -> None:
    for language in (ENGLISH, language_called("de")):
        with speaking(language):
            assert str(say(typed)) == typed
            assert typed in str(say("Invited: {text}", text=typed))
    assert str(say(typed)) == typed


def test_a_word_of_a_list_is_no_value() -> None:
    with pytest.raises(TypeError, match="a message of its own"):
        say("It is {stage}.", stage=Stage.RUNNING)


def test_nothing_is_no_message() -> None:
    assert not say("")
    assert say("Yes")


def test_messages_that_say_the_same_are_equal() -> None:
    assert say("{n} of {total}", n=1, total=2) == say("{n} of {total}", n=1).of(total=2)
    assert len({say("Yes"), say("Yes"), say("No")}) == 2
