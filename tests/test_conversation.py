"""The conversation through the real path: what is heard, the request, the handler, the response."""

import json

import pytest

import lambda_function
from conversation.dialogue import respond
from conversation.outcome import advice
from conversation.talk import Turn
from tools.alexa import Conversation, envelope, intent_request
from tools.heard import Heard
from tools.recogniser import Recogniser
from triage.content import Content
from triage.session import Session


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


STATES: dict[str, list[str]] = {
    "one-shot": [],
    "opening": ["{launch}"],
    "a question": ["my eyelid twitches"],
    "asked again": ["my eyelid twitches", "i don't know"],
    "which of them": ["my arm twitches", "no", "no", "yes"],
    "the read-back": ["my eyelid has been twitching for two days", *["no"] * 8],
    "what to change": ["my eyelid has been twitching for two days", *["no"] * 9],
    "not understood": ["my eyelid twitches", "blah blah"],
    "a stretch": ["my calf is cramping right now", "yes"],
    "more of a topic": ["do i have a l s"],
    "after the outcome": ["my eyelid has been twitching for two days", *["no"] * 8, "yes"],
}


@pytest.mark.parametrize("flag", ["my chest hurts", "i can't breathe", "no but my face is drooping", "yes and my chest hurts"])
@pytest.mark.parametrize("state", STATES)
def test_a_red_flag_in_any_state_ends_in_the_emergency_reply(talk: Conversation, state: str, flag: str) -> None:
    for line in STATES[state]:
        turn = talk.launch() if line == "{launch}" else talk.say(line)
        assert not turn["ended"], (line, turn["speech"])
    turn = talk.say(flag)
    assert turn["urgency"] == "emergency"
    assert turn["ended"]
    assert turn["speech"].startswith("Call 911")
    assert turn["reprompt"] is None


def test_a_red_flag_in_any_slot_of_any_intent_is_an_emergency(hears: Recogniser) -> None:
    slots = [(i, s) for i, kinds in hears.intents.items() for s in kinds if s in ("finding", "also")]
    assert len(slots) >= 5
    for intent, slot in slots:
        heard = Heard("", intent, {slot: [("chest pain", "chest_pain")]})
        response = lambda_function.handler(envelope(intent_request(heard, hears.intents[intent]), None, new=True), None)
        assert response["sessionAttributes"] == {"urgency": "emergency"}, (intent, slot)


@pytest.mark.parametrize(("said", "call"), [
    ("i want to kill myself", "988"), ("my son drank bleach and he's twitching", "1-800-222-1222"),
    ("my thighs cramp and i'm peeing cola", "emergency department"), ("my chest hurts", "911"),
])  # fmt: skip
def test_the_emergency_reply_begins_with_the_call_to_make(talk: Conversation, said: str, call: str) -> None:
    turn = talk.say(said)
    assert call in turn["speech"].split(". ")[0]
    assert turn["urgency"] == "emergency"


def test_cards_carry_advice_and_never_a_symptom(hears: Recogniser, content: Content) -> None:
    talk = Conversation(hears)
    turn = talk.say("my left calf is cramping and it's swollen")
    while not turn["card"]:
        turn = talk.say("yes" if turn["asked"] == "confirm" else "no")
    for word in ("calf", "cramp", "swollen", "swelling", "left"):
        assert word not in turn["card"].lower()


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


@pytest.mark.parametrize("attributes", [
    {"schema": 99, "turns": "?"}, {"foreign": True},
    {"schema": 1, "turns": [{"movement": 7}], "asked": None, "misses": 0, "told": True},
    {"schema": 1, "turns": [{"no_such_finding": "yes"}], "asked": "gone", "misses": 0, "told": True, "version": "0"},
])  # fmt: skip
def test_attributes_of_another_shape_start_afresh(hears: Recogniser, attributes: dict[str, object]) -> None:
    talk = Conversation(hears, attributes=attributes)
    assert talk.say("yes")["speech"].endswith("?")


def test_an_answer_meant_for_another_version_is_asked_again(talk: Conversation) -> None:
    talk.say("my eyelid twitches")
    talk.attributes["version"] = "another"
    assert talk.say("no")["asked"] == "life"


BROKEN = [
    {}, {"request": {"type": "Unknown"}}, envelope({"type": "NoSuchRequest"}, None),
    envelope({"type": "IntentRequest", "intent": {"name": "NoSuchIntent", "confirmationStatus": "WRONG"}}, None),
]  # fmt: skip


@pytest.mark.parametrize("event", BROKEN, ids=str)
def test_whatever_breaks_the_caller_hears_where_to_turn(event: dict[str, object]) -> None:
    response = lambda_function.handler(event, None)
    assert response["version"] == "1.0"
    assert "911" in json.dumps(response)


def test_a_session_that_has_ended_is_not_spoken_to() -> None:
    ended = envelope({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}, None)
    assert "outputSpeech" not in lambda_function.handler(ended, None)["response"]


def test_only_our_skill_is_served(monkeypatch: pytest.MonkeyPatch, talk: Conversation) -> None:
    import skill

    monkeypatch.setenv("SKILL_ID", "amzn1.ask.skill.ours")
    monkeypatch.setattr(lambda_function, "_skill", skill.build())
    assert "sorry" in talk.launch()["speech"].lower()
    assert talk.ended


def test_a_summary_in_the_middle_is_heard_in_one_go_and_a_card_is_sent_only_after_its_warning(content: Content) -> None:
    many = dict.fromkeys(["weakness", "numbness_tingling", "new_medicine", "diuretic", "heart_problem", "diabetes"], "yes")
    known = {
        "movement": ["twitch"],
        "place": ["calf"],
        **dict.fromkeys(["chest_pain", "seizure", "fever"], "no"),
        **many,
    }
    session = Session((known,), told=True)
    assert len(respond(content, session, Turn("summary")).speech.split()) <= 75
    warned = respond(content, session, Turn("card"))
    assert warned.card is None
    assert warned.session is not None
    assert respond(content, warned.session, Turn("card")).card


def test_as_many_reasons_are_given_as_can_be_heard(content: Content) -> None:
    known = dict.fromkeys(["still_cramping", "injury_pop", "leg_swelling", "new_medicine"], "yes") | {"statin": "maybe"}
    spoken = [advice(content, {"movement": ["cramp"], "place": ["calf"], **known}, complete)[1] for complete in (True, False)]
    assert [len(speech.split()) <= most for speech, most in zip(spoken, (67, 75), strict=True)] == [
        True,
        True,
    ]  # an offer follows
    assert "because" in spoken[0]
