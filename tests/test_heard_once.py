"""What is told at length: short enough to be heard in one go, and written on a card without a symptom."""

from conversation.dialogue import respond
from conversation.outcome import advice
from conversation.talk import Turn
from tools.alexa import Conversation
from tools.recogniser import Recogniser
from triage.content import Content
from triage.session import Session


def test_cards_carry_advice_and_never_a_symptom(hears: Recogniser, content: Content) -> None:
    talk = Conversation(hears)
    turn = talk.say("my left calf is cramping and it's swollen")
    while not turn["card"]:
        turn = talk.say("yes" if turn["asked"] == "confirm" else "no")
    for word in ("calf", "cramp", "swollen", "swelling", "left"):
        assert word not in turn["card"].lower()


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
