"""Unsure is an answer: what follows from it, by the kind of question (docs/decisions/unsure.md)."""

import pytest

from conversation.dialogue import Reply, Turn, respond
from triage.content import Content
from triage.session import Session


def play(content: Content, said: dict[str, object], *acts: str | Turn) -> tuple[Reply, list[str | None]]:
    """An opening report, the acts, then no to everything up to the outcome; the last reply, and what was asked on the way."""
    session, asked, reply = Session(), [], None
    turns = [Turn("report", said), *(Turn(a) if isinstance(a, str) else a for a in acts)]
    while turns or (reply is not None and reply.urgency is None):
        turn = turns.pop(0) if turns else Turn("yes" if asked[-1] == "confirm" else "no")
        reply = respond(content, session, turn)
        asked.append(reply.asked)
        session = reply.session or session
    assert reply is not None
    return reply, asked


ARM = {"movement": ["twitch"], "place": ["arm"]}
CALF = {"movement": ["cramp"], "place": ["calf"]}


def test_unsure_about_life_is_asked_again_in_other_words_and_then_an_emergency(content: Content) -> None:
    reply, asked = play(content, ARM, "unsure", "unsure")
    assert asked == ["life", "life:again", None]
    assert reply.urgency == "emergency"


def test_unsure_about_a_plain_emergency_is_to_be_seen_today(content: Content) -> None:
    reply, asked = play(content, ARM, "no", "no", "unsure", "unsure")
    assert asked[3:5] == ["event:again", "upper_body"]
    assert reply.urgency == "same_day"


def test_unsure_about_something_calmer_asks_which_and_counts_as_yes_alone(content: Content) -> None:
    turn = Turn("report", {"numbness_tingling": "unsure"})
    reply, asked = play(content, ARM, *["no"] * 6, "unsure", turn)
    assert "weak:which" in asked
    assert reply.urgency == "doctor"


def test_a_combination_that_holds_only_through_unsure_is_at_most_for_today(content: Content) -> None:
    protocol = content.protocol
    sure = {"fever": "yes", "new_medicine": "yes"}
    assert protocol.decide(sure)[0] == protocol.emergency
    assert protocol.decide({**sure, "fever": "unsure"})[0] == protocol.emergency - 1


def test_the_health_umbrella_left_unsure_is_an_appointment(content: Content) -> None:
    reply, asked = play(content, {"movement": ["twitch"], "place": ["eyelid"]}, *["no"] * 3, "unsure", "unsure")
    assert "health:which" in asked
    assert reply.urgency == "doctor"


@pytest.mark.parametrize("turns", [["unsure", "{which}"], ["{which}"]], ids=["asked which", "at once"])
def test_who_is_unsure_of_one_health_matter_has_left_the_question_unsure(content: Content, turns: list[str]) -> None:
    said = Turn("unsure", {"antidepressant": "unsure"})  # which means nothing alone
    acts = [said if turn == "{which}" else turn for turn in turns]
    reply, _ = play(content, {"movement": ["twitch"], "place": ["eyelid"]}, *["no"] * 3, *acts)
    assert reply.urgency == "doctor"


def test_who_is_unsure_of_a_health_matter_that_counts_alone_has_said_so(content: Content) -> None:
    reply, _ = play(content, {"movement": ["twitch"], "place": ["eyelid"]}, *["no"] * 3, Turn("unsure", {"lithium": "unsure"}))
    assert reply.urgency == "same_day"


@pytest.mark.parametrize("answer", ["unsure", "all"])
def test_who_cannot_say_which_gets_the_most_urgent(content: Content, answer: str) -> None:
    reply, asked = play(content, ARM, "no", "no", "yes", answer)
    assert "event:which" in asked
    assert reply.urgency == "emergency"


def test_the_second_one_is_the_second_of_those_read_out(content: Content) -> None:
    reply, _ = play(content, ARM, "no", "no", "yes", Turn("choice", {"choice": "2"}))
    assert reply.session is None
    assert reply.card is not None
    assert "1-800-222-1222" in reply.card  # poison, not the blow to the head


def test_unsure_about_one_of_several_counts_for_that_one_and_the_others_are_asked_for_once(content: Content) -> None:
    reply, asked = play(content, ARM, *["no"] * 6, Turn("unsure", {"weakness": "unsure"}))
    assert asked[6:8] == ["weak", "weak:which"]
    assert reply.session
    assert {reply.session.known["weakness"], reply.session.known["numbness_tingling"]} == {"unsure", "no"}


def test_unsure_about_an_emergency_is_asked_again_in_other_words(content: Content) -> None:
    _, asked = play(content, ARM, Turn("unsure", {"chest_pain": "unsure"}))
    assert asked[:2] == ["life", "life:again"]


def test_unsure_about_what_is_not_asked_now_is_asked_in_its_turn(content: Content) -> None:
    reply, asked = play(content, {**ARM, "duration": "P2D"}, Turn("unsure", {"weakness": "unsure"}))
    assert asked[:2] == ["life", "life"]
    assert "weak" in asked
    assert reply.session
    assert reply.session.known["weakness"] == "no"
