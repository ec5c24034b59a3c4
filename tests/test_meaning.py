"""What a turn means where it is said: an answer, and what is only mentioned beside it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from conversation.dialogue import respond
from conversation.talk import Reply, Talk, Turn
from conversation.words import Words
from intents import turn_of
from tools.alexa import envelope, intent_request
from tools.heard import Heard
from tools.recogniser import Recogniser
from triage.content import Content
from triage.session import Session


@pytest.fixture
def asked(content: Content) -> Session:
    """A caller with a cramp in the calf, who is asked the first question."""
    reply = respond(content, Session(), Turn("report", {"movement": ["cramp"], "place": ["calf"]}))
    assert reply.session
    return reply.session


def after(content: Content, session: Session, act: str, **said: Any) -> dict[str, Any]:
    reply = respond(content, session, Turn(act, said))
    assert reply.session
    return reply.session.known


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("no", {"place": ["belly"]}),  # "no, my stomach's fine"
        ("no", {"movement": ["twitch"]}),  # "no, my heart's ticking along"
        ("report", {"trouble_breathing": "no", "place": ["face"]}),  # "my face is fine, and I breathe well"
        ("report", {"chest_pain": "no", "duration": "PT1M"}),  # "no chest pain, and it let go in a minute"
        ("no", {"duration": "P3Y", "over_2_weeks": "yes"}),  # "no, just my blood pressure pill, for years"
    ],
)
def test_what_is_only_mentioned_in_an_answer_is_no_detail(
    content: Content, asked: Session, act: str, said: dict[str, Any]
) -> None:
    known = after(content, asked, act, **said)
    assert (known["movement"], known["place"]) == (["cramp"], ["calf"])
    assert not {"duration", "over_2_weeks"} & known.keys()


def test_a_movement_told_with_its_place_counts_beside_an_answer(content: Content, asked: Session) -> None:
    known = after(content, asked, "no", movement=["cramp"], place=["back"])
    assert known["place"] == ["calf", "back"]


def test_a_place_that_makes_it_an_emergency_counts_in_an_answer_too(content: Content, asked: Session) -> None:
    assert respond(content, asked, Turn("no", {"place": ["chest"]})).urgency == "emergency"
    assert respond(content, asked, Turn("no", {"place": ["chest"], "chest_pain": "no"})).urgency is None


def test_how_long_counts_where_nothing_else_is_said(content: Content, asked: Session) -> None:
    assert after(content, asked, "report", duration="P3W")["duration"] == "P3W"


def test_where_it_is_counts_in_an_answer_as_long_as_nobody_knows(content: Content) -> None:
    first = respond(content, Session(), Turn("report", {"movement": ["cramp"]}))
    assert first.session
    assert after(content, first.session, "no", place=["calf"])["place"] == ["calf"]


def test_a_leg_is_nothing_new_beside_its_calf_and_the_calf_replaces_a_leg(content: Content, asked: Session) -> None:
    moved = after(content, asked, "correct", place=["leg"], movement=["twitch"])
    assert (moved["place"], moved["movement"]) == (["calf"], ["twitch"])
    first = respond(content, Session(), Turn("report", {"movement": ["cramp"], "place": ["leg"]}))
    assert first.session
    assert after(content, first.session, "correct", place=["calf"])["place"] == ["calf"]
    assert after(content, first.session, "report", movement=["cramp"], place=["calf"])["place"] == ["calf"]


def test_a_correction_that_changes_nothing_is_a_no(content: Content, asked: Session) -> None:
    for place in (["calf"], ["leg"]):
        assert after(content, asked, "correct", place=place)["chest_pain"] == "no"
    assert "chest_pain" not in after(content, asked, "correct", place=["thigh"])


def test_both_legs_answers_a_question_about_both_and_is_else_no_more_than_a_side(content: Content, asked: Session) -> None:
    assert "both_legs" not in after(content, asked, "report", side="both", place=["leg"])
    weak = {f: "no" for q in content.protocol.questions for f in q.asks if q.vital} | {"weakness": "yes"}
    session = asked.add(weak)
    while (step := Talk(content, session).step).question and "both_legs" not in step.findings:
        session = session.add(dict.fromkeys(step.findings, "no") | {"?" + step.question.id: None})
    session = replace(session, asked="onset")
    assert after(content, session, "report", side="both", place=["leg"])["both_legs"] == "yes"


def reply(content: Content, session: Session, act: str, **said: Any) -> Reply:
    return respond(content, session, Turn(act, said))


def test_the_rest_of_a_question_is_asked_without_what_led_up_to_it(content: Content, asked: Session) -> None:
    whole = content.words["questions"]["life"]["ask"].split("{")[0]
    assert whole not in reply(content, asked, "report", trouble_breathing="no").speech
    assert whole in reply(content, asked, "repeat").speech


def test_what_do_you_mean_puts_the_question_in_other_words(content: Content, asked: Session) -> None:
    other = content.words["questions"]["life"]["again"].split("{")[0]
    assert other in reply(content, asked, "rephrase").speech
    assert reply(content, asked, "rephrase").asked == "life"


def test_a_child_is_not_told_not_to_drive(content: Content) -> None:
    adult, child = (
        reply(content, Session(), "report", severe_vomiting="yes", person=person).speech for person in ("wife", "baby")
    )
    drive = content.prompts["call"]["ed"].split(". ")[1].split()[-1]
    assert drive in adult
    assert drive not in child
    assert drive not in reply(content, Session(), "report", awake_clusters="yes", person="grandson").speech  # of a baby alone
    assert drive in reply(content, Session(), "report", awake_clusters="yes", age_group=["adult"]).speech


def test_who_cramped_in_the_heat_hears_to_cool_down_while_waiting(content: Content) -> None:
    aid = content.prompts["first_aid"]["heat_exposure"]
    assert aid in reply(content, Session(), "report", heat_exposure="yes", confusion="yes").speech
    assert aid not in reply(content, Session(), "report", confusion="yes").speech


def test_who_denies_what_was_read_back_in_other_words_is_asked_what_is_wrong_and_can_name_it(content: Content) -> None:
    session = Session(
        (dict.fromkeys(content.protocol.findings, "no") | {"movement": ["cramp"], "place": ["calf"], "duration": "P1D"},)
    )
    session = session.add({"pain_walking_relieved_rest": "yes", "frequent": "yes"})
    session = replace(session, asked="confirm")
    said = reply(content, session, "no", one_leg_pain_stays="no")
    assert said.session
    assert content.words["findings"]["pain_walking_relieved_rest"]["thing"] in said.speech
    assert said.session.known["?confirm"] == "fix"
    named = reply(content, said.session, "report", pain_walking_relieved_rest="yes")
    assert named.session
    assert named.session.known["pain_walking_relieved_rest"] == "no"
    assert named.session.known["frequent"] == "yes"
    again = reply(content, said.session, "report", pain_walking_relieved_rest="yes", leg_swelling="yes")
    assert again.session
    assert again.session.known["pain_walking_relieved_rest"] == "yes"


def test_who_corrects_to_one_of_two_movements_has_not_said_no(content: Content, asked: Session) -> None:
    both = respond(content, asked, Turn("report", {"movement": ["twitch"]})).session
    assert both
    known = after(content, both, "correct", movement=["twitch"])  # "no, it's a twitch"
    assert known["movement"] == ["twitch"]
    assert "trouble_breathing" not in known
    assert after(content, asked, "correct", movement=["cramp"])["trouble_breathing"] == "no"  # "no, it's a cramp", as was told


def test_a_correction_that_names_nothing_is_no_no(content: Content, asked: Session) -> None:
    assert "trouble_breathing" not in after(content, asked, "correct")  # "not my calf": what it was instead wasn't heard


@pytest.mark.parametrize(("act", "said"), [
    ("no", {}),  # "none of those"
    ("report", {"numbness_tingling": "yes"}),  # "it's just numb"
    ("correct", {"numbness_tingling": "yes"}),
    ("yes", {"numbness_tingling": "yes"}),
])  # fmt: skip
def test_what_is_no_movement_is_asked_once_more_and_then_left_open(content: Content, act: str, said: dict[str, str]) -> None:
    session = respond(content, Session(), Turn("report", {"numbness_tingling": "yes", "place": ["leg"]})).session
    while session and session.asked != "movement":
        session = respond(content, session, Turn("no")).session
    assert session
    again = respond(content, session, Turn(act, said)).session
    assert again
    assert again.asked == "movement:again"
    then = respond(content, again, Turn(act, said)).session
    assert then
    assert then.known["movement"] == "unsure"
    assert then.asked not in ("movement", "movement:again", None)


def test_a_cramp_that_let_go_is_not_locked_any_more(content: Content, asked: Session) -> None:
    locked = respond(content, asked, Turn("report", {"still_cramping": "yes"})).session
    assert locked
    assert after(content, locked, "no", resolved_now="yes")["still_cramping"] == "no"
    assert after(content, locked, "no", resolved_now="yes", still_cramping="yes")["still_cramping"] == "yes"


def test_hiccups_in_the_belly_are_no_bellyache(content: Content) -> None:
    told = {
        what: respond(content, Session(), Turn("report", {"movement": [what], "place": ["belly"]}))
        for what in ("hiccup", "cramp")
    }
    note = content.prompts["not_muscle"]
    assert note in told["cramp"].speech
    assert note not in told["hiccup"].speech


def test_the_first_question_names_what_was_heard(content: Content) -> None:
    """So that "half" for "calf" shows at once; who told no more than what moves hears nothing of it."""
    told = respond(content, Session(), Turn("report", {"movement": ["cramp"], "place": ["calf"]}))
    assert content.words["details"]["place"]["calf"] in told.speech
    assert told.session
    later = respond(content, told.session, Turn("no"))
    assert content.words["details"]["movement"]["cramp"] not in later.speech


def test_a_report_of_nothing_is_no_yes_to_the_read_back(content: Content) -> None:
    known = {"movement": ["cramp"], "place": ["calf"]}
    told = dict.fromkeys((f for q in content.protocol.questions for f in q.asks), "no")
    session = Session((known | told | {"duration": "P1D", "?relieved": "yes"},), "confirm", told=True)
    assert Talk(content, session).step.kind == "confirm"
    reply = respond(content, session, Turn("report"))
    assert reply.urgency is None
    assert reply.session
    assert "?confirm" not in reply.session.known
    assert respond(content, session, Turn("yes")).urgency


def at(content: Content, question: str, known: dict[str, Any]) -> Session:
    """A session in which the question is the next one."""
    told = dict.fromkeys((f for q in content.protocol.questions for f in q.asks), "no") | {"?relieved": "yes"}
    asks = content.protocol.question(question).asks
    session = Session(({k: v for k, v in told.items() if k not in asks} | known,), question, told=True)
    step = Talk(content, session).step
    assert step.question
    assert step.question.id == question
    return session


CALF = {"movement": ["cramp"], "place": ["calf"]}


def test_a_named_illness_answers_the_question_on_health(content: Content) -> None:
    reply = respond(content, at(content, "health", CALF), Turn("report", {"diabetes": "yes"}))
    assert reply.asked == "health:which"


def test_a_medicine_named_again_leaves_its_kind_open(content: Content) -> None:
    session = at(content, "health", CALF)
    for act in ("health", "health"):
        session = respond(content, session, Turn(act)).session or session
        assert session.known.get("statin") is None
    session = respond(content, session, Turn("health")).session or session
    assert session.known["statin"] == "maybe"


def test_it_let_go_is_no_pain_that_never_lets_go(content: Content) -> None:
    reply = respond(content, at(content, "pain", CALF), Turn("report", {"resolved_now": "yes"}))
    assert reply.session
    assert (reply.session.known["severe_pain"], reply.session.known.get("injury_pop")) == ("no", None)
    yes = respond(content, at(content, "pain", CALF), Turn("yes", {"resolved_now": "yes"}))  # no yes is calmed by it
    assert yes.session
    assert yes.asked == "pain:which"
    assert "severe_pain" not in yes.session.known
    worse = respond(content, at(content, "pain", CALF), Turn("report", {"resolved_now": "yes", "severe_pain": "yes"}))
    assert worse.session
    assert worse.session.known["severe_pain"] == "yes"


def test_a_cramp_that_is_locked_now_gets_relief_at_once(content: Content) -> None:
    reply = respond(content, Session(), Turn("report", {**CALF, "still_cramping": "yes"}))
    assert reply.session
    assert "?relief" in reply.session.known


def test_no_baby_says_it_is_me(content: Content) -> None:
    session = respond(content, Session(), Turn("report", {**CALF, "person": "baby"})).session or Session()
    assert session.known["age_group"] == ["infant"]
    assert "age_group" not in after(content, session, "report", person="self")
    child = respond(content, Session(), Turn("report", {**CALF, "person": "child"})).session or Session()
    assert after(content, child, "report", person="self")["age_group"] == ["child"]


def test_what_may_ease_it_fits_the_movement(content: Content) -> None:
    for movement, topic in (("cramp", "stretching"), ("twitch", "ease_twitch"), ("jerk", None)):
        session = respond(content, Session(), Turn("report", {"movement": [movement], "place": ["calf"]})).session or Session()
        reply = respond(content, session, Turn("ease"))
        told = (reply.session or session).known.get("?topic")
        assert (told.split(":")[0] if isinstance(told, str) else None) == topic


def test_a_baby_is_not_asked_whether_it_walks(content: Content) -> None:
    things = [row for row in content.words["questions"]["child"]["things"] if row["of"] == ["child_wont_walk"]]
    words = Words(content, {"age_group": ["infant"]})
    assert words.things("child", ["child_wont_walk"]) == [things[0]["baby"]]
    assert Words(content, {"age_group": ["child"]}).things("child", ["child_wont_walk"]) == [things[0]["say"]]


@pytest.mark.parametrize("known", [CALF | {"leg_swelling": "yes"}, {"movement": ["cramp"], "place": ["belly"]}])
def test_what_may_be_no_cramp_gets_no_stretch(content: Content, known: dict[str, Any]) -> None:
    session = respond(content, Session(), Turn("report", known)).session or Session()
    reply = respond(content, session, Turn("ease"))
    assert reply.session
    assert "?topic" not in reply.session.known
    assert reply.asked == session.asked


@pytest.fixture
def read_back(content: Content, asked: Session) -> Session:
    """A caller with a twitch in the finger who drops things, to whom this is read out."""
    session = replace(asked, turns=({"movement": ["twitch"], "place": ["finger"], "dropping_things": "yes"},))
    while Talk(content, session).step.kind != "confirm":
        reply = respond(content, session, Turn("no"))
        assert reply.session
        session = reply.session
    return session


@pytest.mark.parametrize(("act", "said"), [
    ("no", {"dropping_things": "yes"}), ("report", {"place": ["finger"]}), ("correct", {"movement": ["twitch"]}),
])  # fmt: skip
def test_a_read_back_that_nothing_changes_and_nobody_confirms_is_asked_what_is_wrong(
    content: Content, read_back: Session, act: str, said: dict[str, Any]
) -> None:
    assert after(content, read_back, act, **said)["?confirm"] == "fix"


def test_what_is_wrong_can_be_told_by_the_movement_that_belongs_to_it(content: Content, read_back: Session) -> None:
    fix = respond(content, read_back, Turn("no")).session
    assert fix
    known = after(content, fix, "report", movement=["jerk"])  # "the jerks are wrong"
    assert (known["dropping_things"], known["movement"]) == ("no", ["twitch"])


def test_a_caller_who_names_themselves_too_is_the_patient(hears: Recogniser) -> None:
    slots = {"person": [("my sister", "sister"), ("it's me", "self")]}
    sent = envelope(intent_request(Heard("", "ReportIntent", slots), hears.intents["ReportIntent"]), {}, new=True)
    request = DefaultSerializer().deserialize(json.dumps(sent), RequestEnvelope).request
    assert turn_of(request).said["person"] == "self"


def test_a_complaint_tells_both_sides_and_all_over(content: Content) -> None:
    def told(**known: Any) -> str:
        return Words(content, {"movement": ["cramp"], **known}).complaint()

    assert told(place=["calf"], side="both") != told(place=["calf"])
    assert told(place=["whole_body", "calf"]) == told(place=["whole_body"]) == told(place=["whole_body"], side="both")
