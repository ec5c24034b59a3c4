"""Topics: each is reached by many phrasings, and every fact of the article is heard."""

import dataclasses

import pytest

from conversation.dialogue import respond
from conversation.talk import Turn
from tools.alexa import Conversation
from tools.recogniser import Recogniser
from tools.seed_facts import ARTICLE, spoken
from triage.content import Content
from triage.session import Session


def test_every_topic_is_reached_by_eight_phrasings(content: Content, hears: Recogniser) -> None:
    for id, topic in content.topics.items():
        reached = [p for p in topic["callers"] if [i for _, i in hears.hear(p).slots.get("topic", [])] == [id]]
        assert len(reached) >= 8, id


def test_every_fact_of_the_article_is_heard(content: Content) -> None:
    assert spoken(content) >= ARTICLE


def test_a_fact_that_no_topic_tells_is_missed(content: Content) -> None:
    poorer = dataclasses.replace(content)
    poorer.__dict__["topics"] = {id: row for id, row in content.topics.items() if id == "als"}
    poorer.__dict__["facts"] = content.facts
    assert not spoken(poorer) >= ARTICLE


@pytest.mark.parametrize("said", ["no but is it a l s", "nope none of that but is it a l s"])
def test_a_question_behind_an_answer_is_answered_and_the_answer_taken(talk: Conversation, content: Content, said: str) -> None:
    first = talk.say("my eyelid twitches")
    turn = talk.say(said)
    assert (first["asked"], turn["asked"]) == ("life", "stroke")
    fact = content.topics["als"]["facts"][0]
    assert content.facts[fact]["say"] in turn["speech"]
    assert content.facts[fact]["by"] in talk.say("who says so")["speech"]
    assert talk.say("go back")["asked"] == "life"


def test_where_no_question_of_the_interview_is_open_only_the_topic_is_meant(talk: Conversation, content: Content) -> None:
    fact = content.facts[content.topics["als"]["facts"][0]]["say"]
    turn = talk.say("my left eyelid twitches for two days")
    while turn["asked"] != "confirm":
        turn = talk.say("no")
    turn = talk.say("yes but is it a l s")
    assert fact in turn["speech"]
    assert turn["asked"] == "confirm"
    assert talk.say("yes")["asked"] == "offer"
    assert fact in talk.say("no but is it a l s")["speech"]
    assert not talk.ended


def test_beside_an_emergency_no_question_is_answered(content: Content) -> None:
    session = Session(({"movement": ["twitch"]},), asked="life", told=True)
    read_back = Session(({"movement": ["twitch"], "?opening": "done"},), asked="confirm", told=True)
    assert respond(content, read_back, Turn("no", {"chest_pain": "yes", "topic": "als"})).session is None
    plain, asking = (respond(content, session, Turn("no", {"chest_pain": "yes", **t})) for t in ({}, {"topic": "als"}))
    assert plain == asking
    assert plain.session is None
