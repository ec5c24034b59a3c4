"""The conversation through the real path: what is heard, the request, the handler, the response."""

from typing import Any

import pytest

from tools.alexa import Conversation


def test_a_launch_greets_tells_the_disclaimer_and_asks(talk: Conversation) -> None:
    turn = talk.launch()
    assert turn["speech"].endswith("?")
    assert turn["reprompt"]
    assert "not medical advice" in turn["speech"]
    assert not turn["ended"]


@pytest.mark.parametrize("said", ["why my eyelid keeps twitching", "my calf is cramping and swollen"])
def test_a_one_shot_goes_straight_in(talk: Conversation, said: str) -> None:
    turn = talk.say(said)
    assert turn["asked"] == "life"
    assert "not medical advice" in turn["speech"]


def test_the_invocation_begins_a_new_session(talk: Conversation) -> None:
    talk.say("Alexa, ask Muscle Check why my eyelid keeps twitching")
    assert talk.attributes["turns"][0]["place"] == ["eyelid"]
    turn = talk.say("Alexa, open muscle check.")
    assert talk.attributes["turns"] == []
    assert "not medical advice" in turn["speech"]


def test_several_facts_in_one_sentence_are_all_taken(talk: Conversation) -> None:
    talk.say("my left calf has cramped every night for three weeks and it's swollen")
    known = {k: v for turn in talk.attributes["turns"] for k, v in turn.items()}
    assert known["movement"] == ["cramp"]
    assert known["place"] == ["calf"]
    assert (known["side"], known["duration"]) == ("left", "P3W")
    assert known["frequent"] == known["leg_swelling"] == "yes"


def test_impatience_before_life_and_stroke_yields_no_urgency(talk: Conversation) -> None:
    talk.say("my thigh keeps cramping")
    turn = talk.say("just tell me")
    assert turn["urgency"] is None
    assert turn["ended"]
    assert "911" in turn["speech"]


def test_impatience_after_them_is_at_least_an_appointment(talk: Conversation) -> None:
    for line in ("my thigh keeps cramping", "no", "no"):
        talk.say(line)
    assert talk.say("no more questions")["urgency"] == "doctor"


def test_how_many_more_is_the_truth_when_every_answer_is_no(talk: Conversation) -> None:
    talk.say("my eyelid has been twitching for two days")
    told = int(next(w for w in talk.say("how many more questions")["speech"].split() if w.isdigit()))
    asked = 0
    while (turn := talk.say("no"))["asked"] != "confirm":
        asked += 1
    assert turn["asked"] == "confirm"
    assert told == asked + 1


def test_which_of_them_can_be_told_by_where_it_is(talk: Conversation) -> None:
    for line in ("my neck is tight", "no", "no", "yes"):
        turn = talk.say(line)
    assert turn["asked"].endswith(":which")
    talk.say("it's the neck")
    known = {k: v for turn in talk.attributes["turns"] for k, v in turn.items()}
    assert known["stiff_neck"] == "yes"
    assert "lockjaw" not in known


def test_nothing_sudden_is_a_no_to_what_came_suddenly(talk: Conversation) -> None:
    for line in ("my calf cramps", "no", "no, nothing sudden"):
        turn = talk.say(line)
    assert turn["asked"] not in ("life", "stroke")
    known = {k: v for turn in talk.attributes["turns"] for k, v in turn.items()}
    assert known["face_droop"] == "no"
    assert "sudden_onset" not in known


def test_yes_to_what_was_told_before_is_no_yes_to_the_rest(talk: Conversation) -> None:
    for line in ("my calf twitches and i'm on dialysis", *["no"] * 8):
        turn = talk.say(line)
        if turn["asked"] == "health":
            break
    talk.say("yes my kidneys i'm on dialysis")
    assert talk.attributes["turns"][-1]["?health"] == "else"


def test_who_tells_something_new_instead_of_answering_is_asked_again_and_not_sent_away(talk: Conversation) -> None:
    talk.say("my foot cramps")
    for line in ("the left one", "about ten minutes", "it's my calf too", "my calf is swollen", "it wakes me up at night"):
        turn = talk.say(line)
        assert (turn["asked"], turn["ended"]) == ("life", False), line
    assert talk.say("blah blah")["asked"] == "life"
    assert talk.say("no")["asked"] == "stroke"


def test_three_misses_end_with_where_to_turn(talk: Conversation) -> None:
    talk.launch()
    turns = [talk.say("potato soup recipe") for _ in range(3)]
    assert [t["ended"] for t in turns] == [False, False, True]
    assert all("911" in t["speech"] for t in turns[1:])


def test_going_back_takes_back_all_that_one_answer_meant(talk: Conversation) -> None:
    talk.say("my eyelid is twitching")
    while talk.say("no")["asked"] != "duration":
        pass
    assert talk.say("for three days")["asked"] != "duration"
    assert talk.say("go back")["asked"] == "duration"


def test_going_back_from_what_was_asked_beside_it_drops_an_answer(talk: Conversation) -> None:
    talk.say("my eyelid is twitching")
    assert talk.say("no")["asked"] == "stroke"
    assert talk.say("what is a twitch")["asked"] == "stroke"
    assert talk.say("go back")["asked"] == "life"


def finished(talk: Conversation) -> dict[str, Any]:
    """A twitch of the eyelid, looked after at home: the turn that tells the outcome."""
    turn = talk.say("my left eyelid twitches for two days")
    while turn["asked"] != "offer":
        turn = talk.say("yes" if turn["asked"] == "confirm" else "no")
    return turn


def test_the_outcome_is_heard_once_more_when_asked_for(talk: Conversation) -> None:
    outcome = finished(talk)
    again = talk.say("repeat that")
    assert (again["speech"], again["card"], again["urgency"]) == (outcome["speech"], None, None)  # one card, one outcome counted
    assert talk.say("say that again")["speech"] == outcome["speech"]


def test_an_outcome_said_to_be_wrong_can_be_mended(talk: Conversation) -> None:
    outcome = finished(talk)
    assert talk.say("that's wrong")["asked"] == "confirm"
    assert talk.say("it's the right one")["asked"] == "confirm"
    assert talk.say("yes")["speech"] == outcome["speech"]


def test_facts_are_heard_once_more_when_asked_for(talk: Conversation) -> None:
    told, before = talk.say("what is a cramp"), talk.attributes
    assert talk.say("say that again")["speech"].startswith(told["speech"][:40])
    assert talk.attributes["turns"] == before["turns"]


def test_thanks_end_what_is_done_and_answer_no_question(talk: Conversation) -> None:
    asked = talk.say("my calf cramps")["asked"]
    turn = talk.say("thank you")
    assert (turn["asked"], turn["ended"]) == (asked, False)
    talk.say("start over")
    finished(talk)
    assert talk.say("thank you")["ended"]


def test_medicines_are_a_yes_to_the_question_on_health_alone(talk: Conversation) -> None:
    asked = talk.say("my calf cramps")["asked"]
    while asked != "health":
        assert talk.say("i take gabapentin")["asked"] == asked
        asked = talk.say("no")["asked"]
    assert talk.say("i take gabapentin")["asked"] == "health:which"
