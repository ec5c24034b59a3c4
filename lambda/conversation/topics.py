"""What twitches, cramps and jerks are, told a few facts at a time. The session's "?topic" keeps "topic:first fact:next fact"."""

from dataclasses import replace

from triage.content import Content

from .talk import Reply, Talk

PART = 3  # facts told at once
BREATH = 35  # words of them before an open question is asked again


def tell(talk: Talk, id: str, start: int) -> Reply:
    """Some facts of a topic; outside an interview, more of it is offered."""
    within = talk.interview_step.kind not in ("opening", "outcome")
    said = _part(talk.content, id, start, BREATH if within else 2 * BREATH)
    told = start + len(said)
    more = told < len(talk.content.topics[id]["facts"]) and not within
    state = {"?topic": f"{id}:{start}:{told}", "?more": "yes" if more else None}
    text = " ".join(said) or talk.words.prompt("no_more")
    return Talk(talk.content, talk.session.add(state)).ask(text)


def beside(content: Content, id: str, reply: Reply) -> Reply:
    """The reply to an answer, after the first facts of the topic that was asked about with it ("no, but is it A L S?"); an
    outcome or a call to make is heard alone."""
    if reply.urgency or reply.session is None:
        return reply
    said = _part(content, id, 0, BREATH)
    session = replace(reply.session, turns=(*reply.session.turns, {"?topic": f"{id}:0:{len(said)}"}))
    return replace(reply, speech=" ".join([*said, reply.speech]), session=session)


def _part(content: Content, id: str, start: int, room: int) -> list[str]:
    """The facts of a topic from one on that can be heard in so many words, one at least."""
    texts = [str(content.facts[fact]["say"]) for fact in content.topics[id]["facts"][start : start + PART]]
    while len(texts) > 1 and len(" ".join(texts).split()) > room:
        texts.pop()
    return texts


def easing(talk: Talk) -> str | None:
    """The topic that tells what may ease what the caller has."""
    movements = talk.known.get("movement", ())
    return next((id for id, row in talk.content.topics.items() if set(row.get("eases", ())) & set(movements)), None)


def more(talk: Talk) -> Reply:
    """What follows of the topic that was told before."""
    id, _, told = talk.known["?topic"].split(":")
    return tell(talk, id, int(told))


def again(talk: Talk) -> Reply | None:
    """The same facts once more, if they are what was heard last; nothing is kept of it."""
    if not (part := _last(talk)):
        return None
    reply = tell(talk, part[0], int(part[1]))
    return replace(reply, session=reply.session and replace(reply.session, turns=talk.session.turns))


def told_last(talk: Talk) -> list[str]:
    """The facts that were heard last, if any."""
    if not (part := _last(talk)):
        return []
    id, start, told = part
    return list(talk.content.topics[id]["facts"][int(start) : int(told)])


def _last(talk: Talk) -> list[str]:
    topic = talk.session.turns[-1].get("?topic") if talk.session.turns else None
    return topic.split(":") if isinstance(topic, str) else []


def nearest(content: Content, heard: str) -> list[str]:
    """The names of the two topics that are most alike to what was asked, for a question that no topic covers."""
    from difflib import SequenceMatcher  # only here: its import shows in the cold start

    def alike(id: str) -> float:
        return max(SequenceMatcher(None, heard, phrase).ratio() for phrase in content.topics[id]["callers"])

    return [str(content.topics[id]["name"]) for id in sorted(content.topics, key=alike, reverse=True)[:2]]
