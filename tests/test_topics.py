"""Topics: each is reached by many phrasings, and every fact of the article is heard."""

import dataclasses

from tools.recogniser import Recogniser
from tools.seed_facts import ARTICLE, spoken
from triage.content import Content


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
