"""What callers ask beside the interview. Each is answered in a breath, and the open question is asked again."""

from collections.abc import Iterable
from dataclasses import replace

from triage.content import Content

from . import asking, outcome, topics
from .talk import Reply, Talk, Turn
from .words import Words

ACTS = ("help", "repeat", "rephrase", "how_many", "call_911", "call_doctor", "worse", "topic", "more", "why", "who_says",
        "summary", "card", "keep", "about", "brief", "forget", "thanks", "ease")  # fmt: skip
HEARD = 75  # words of a reply, half a minute


def reply(talk: Talk, turn: Turn) -> Reply:
    """The reply to an aside."""
    words = talk.words
    match turn.act:
        case "help":
            return talk.ask(words.prompt("help", help=asking.help(words, talk.step)))
        case "repeat":
            return topics.again(talk) or _again(talk)
        case "thanks" if talk.step.kind in ("more", "offer"):
            return talk.end(words.prompt("goodbye"))
        case "rephrase":
            return talk.ask(wording="again")
        case "how_many":
            count = outcome.questions_left(talk.content, talk.known)
            return talk.ask(words.prompt("how_many", n=count) if count else words.prompt("how_many_none"))
        case "call_911":
            return talk.ask(words.prompt("cannot_call"))
        case "call_doctor":
            return talk.ask(words.prompt("cannot_call_doctor"))
        case "topic" if "topic" in turn.said:
            return topics.tell(talk, turn.said["topic"], 0)
        case "topic":
            return talk.ask(
                words.prompt("no_topic", any=words.join(topics.nearest(talk.content, turn.said.get("heard", "")), "or"))
            )
        case "ease":
            return _ease(talk)
        case "more" if "?topic" in talk.known:
            return topics.more(talk)
        case "why":
            return talk.ask(why(talk))
        case "who_says":
            return talk.ask(who_says(talk.content, words, _facts(talk)))
        case "summary" if talk.step.kind != "offer":
            return _summed(talk)
        case "summary":
            return _summed(_warned(talk), words.prompt("card_warning"))
        case "card" if "?summary" not in talk.known:
            return _warned(talk).ask(words.prompt("card_warning"))
        case "card":
            return replace(talk.ask(words.prompt("card_sent")), card=summary(talk))
        case "worse":
            return talk.ask(words.prompt("worse_now"))
        case "keep" | "about" | "brief" | "forget" | "thanks":
            return talk.ask(words.prompt(turn.act))
    return talk.ask()


def _again(talk: Talk) -> Reply:
    """The outcome once more, or the open question."""
    return _outcome(talk) if talk.step.kind == "offer" else talk.ask()


def _outcome(talk: Talk) -> Reply:
    """The outcome once more, which was counted and has its card."""
    return replace(talk.outcome(), card=None, urgency=None)


def _ease(talk: Talk) -> Reply:
    """What may ease it; but where it may be no muscle, or someone should see it today, only what to do about that."""
    level, _ = talk.content.protocol.decide(talk.known)
    topic = topics.easing(talk)
    if topic and level <= talk.content.protocol.urgencies.index("doctor") and not outcome.maybe_no_muscle(talk.known):
        return topics.tell(talk, topic, 0)
    return _outcome(talk) if talk.step.kind in ("more", "offer") else talk.ask(talk.words.prompt("not_yet"))


def why(talk: Talk) -> str:
    """At a question, what it could mean; at the outcome, what decided."""
    step = talk.step
    if step.question and step.findings:
        return talk.words.fill(talk.content.words["findings"][step.findings[0]]["why"])
    if step.kind == "offer":
        _, rules = talk.content.protocol.decide(talk.known)
        told = [talk.content.facts[f]["say"] for rule in rules[:1] for f in rule.facts[:1]]
        return " ".join([talk.words.reasons(rules, "because") or talk.words.prompt("why_calm"), *told])
    return talk.words.prompt("why_detail")


def _facts(talk: Talk) -> list[str]:
    """The facts behind what was said last: a topic's part, the outcome, or the open question."""
    if facts := topics.told_last(talk):
        return facts
    step = talk.step
    if step.question and step.findings:
        return list(talk.content.protocol.findings[step.findings[0]].facts)
    _, rules = talk.content.protocol.decide(talk.known)
    tips = [f for tip in outcome.tips(talk.content, talk.known)[:2] for f in talk.content.tips[tip]["facts"]]
    return [f for rule in rules for f in rule.facts] or tips or ["judgement"]


def who_says(content: Content, words: Words, facts: Iterable[str]) -> str:
    """The publisher of each fact, how it is known, and that no clinician has reviewed the skill."""
    said = []
    for id in dict.fromkeys(facts):
        fact = content.facts[id]
        read = content.sources[fact["sources"][0]]["read"].strftime("%B %Y")
        said.append(words.prompt("known_" + fact["known"], by=fact["by"], read=read))
    return " ".join([*list(dict.fromkeys(said))[:2], words.prompt("not_reviewed")])


def _warned(talk: Talk) -> Talk:
    """The talk, with who may see the card told: sent for again, it is sent."""
    return Talk(talk.content, talk.session.add({"?summary": "yes"}))


def _summed(talk: Talk, *after: str) -> Reply:
    """The summary, as much of it as can be heard in one go with what follows."""
    every = [talk.ask(summary(talk, most), *after) for most in (4, 2, 0)]
    return next((said for said in every if len(said.speech.split()) <= HEARD), every[-1])


def summary(talk: Talk, most: int | None = None) -> str:
    """What a doctor would want to hear: what, where, since when, what was denied, kinds of medicine, and the advice given. With
    `most`, at most so many of each are named, to be spoken; else all, for a card."""
    content, words, known = talk.content, talk.words, talk.known
    health = [f for q in content.protocol.questions if q.umbrella for f in q.asks if known.get(f) == "yes"]
    denied = [f for q in content.protocol.questions for f in q.asks if known.get(f) == "no" and not q.umbrella and not q.tips]
    parts = {"summary_what": words.summary(), "summary_denied": words.listing(denied[:most], "and")}
    parts |= {"summary_health": words.listing(health[:most], "and")}
    level, _ = content.protocol.decide(known)
    advice = content.prompts["card"][content.protocol.urgencies[level]] if talk.interview_step.kind == "outcome" else ""
    lines = [words.prompt(key, it=text) for key, text in parts.items() if text] + ([advice] if advice else [])
    return ("\n" if most is None else " ").join(lines)
