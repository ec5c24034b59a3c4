"""The conversation: what the caller did in one turn, and what they hear. Pure: the same session and turn give the same reply."""

from dataclasses import replace

from triage.answers import doubted
from triage.content import Content
from triage.protocol import Known
from triage.session import Session, take

from . import asides, asking, meaning, outcome, relief, topics
from .talk import ANSWERS, Reply, Talk, Turn


def respond(content: Content, session: Session, turn: Turn) -> Reply:
    """The reply to one turn. What is urgent comes first, whatever was being asked or said."""
    topic, turn = _topic_beside(Talk(content, session), turn)
    reply = _reply(content, session, turn)
    reply = topics.beside(content, topic, reply) if topic else reply
    return replace(reply, session=reply.session.join(len(session.turns))) if reply.session else reply


def _topic_beside(talk: Talk, turn: Turn) -> tuple[str | None, Turn]:
    """The topic that was asked about with an answer, and the answer; where no question is open, the topic alone is answered."""
    if turn.act not in ANSWERS:
        return None, turn
    topic = turn.said.get("topic")
    if topic and not talk.step.question:
        return None, replace(turn, act="topic")
    return topic, replace(turn, said={name: value for name, value in turn.said.items() if name not in ("topic", "heard")})


def _reply(content: Content, session: Session, turn: Turn) -> Reply:
    if turn.act == "restart" or (turn.act == "launch" and session.turns):
        session = replace(session, turns=(), asked=None, misses=0)
    if turn.act == "brief":
        session = replace(session, brief=True)
    before = Talk(content, session)
    step = before.step
    turn = meaning.of(before, turn)
    correcting = turn.act == "correct" or (step.kind in ("confirm", "fix") and turn.act != "yes")
    reported = {k: v for k, v in turn.said.items() if k not in ("topic", "heard")}
    choosing = step.kind in ("which", "else") or doubted(content.protocol, step, turn.act, turn.said)
    delta = take(content.protocol, session.known, reported, correcting, choosing)
    talk = Talk(content, session.add(delta) if delta else session)
    if talk.is_emergency():
        return talk.emergency()
    fresh = not session.turns and session.asked is None
    if relief.wanted(talk, turn):
        return relief.offer(talk)
    if turn.act in ANSWERS and (delta or turn.said or not fresh):
        return _answered(before, talk, turn, delta)
    if turn.act in asides.ACTS and not (fresh and turn.act in ("why", "repeat")):
        return asides.reply(talk, turn)
    match turn.act:
        case "stop":
            return talk.end(talk.words.prompt("goodbye"))
        case "hurry":
            return _hurried(talk, "hurry_early")
        case "miss" if not fresh:
            return _missed(talk)
        case "back" if session.turns:
            return Talk(content, session.back()).ask(talk.words.prompt("back"))
        case "restart":
            return talk.ask(talk.words.prompt("restart"))
        case "back":
            return talk.ask(talk.words.prompt("no_back"))
    return talk.ask(talk.words.prompt("greeting"))


def _answered(before: Talk, talk: Talk, turn: Turn, delta: Known) -> Reply:
    """The next question, or the outcome, after an answer or a report."""
    step = before.step
    if step.kind == "relief":
        return relief.answered(talk, turn, delta)
    if step.kind in ("more", "offer"):
        return _offered(talk, step.kind, turn, delta)
    act = "report" if turn.act == "correct" and step.kind not in ("confirm", "fix") else turn.act
    is_open = before.session.asked in (step.name, step.kind)
    found = talk.answer(step, act, turn.said) if is_open else {}
    if found is None and not delta:
        return _missed(talk, understood=True)
    after = Talk(talk.content, talk.session.add(found or {}))
    if step.kind == "confirm" and turn.act != "yes" and turn.said and after.words.summary() == before.words.summary():
        after = Talk(talk.content, after.session.add({"?confirm": "fix"}))  # no yes, and nothing changed: what is wrong?
    unanswered = bool(is_open and not found and step.question and after.step == step)
    if unanswered and step.question:
        # Taken up, but no answer to what was asked: asked again, and in the end taken as "I can't tell", or ended. Who tells
        # something new each time isn't sent away for it.
        misses = before.session.misses + 1
        if misses >= 2 and step.question.detail:
            return _answered(before, _with_misses(talk, 0), Turn("unsure"), {})
        if misses >= 3 and not delta:
            return _missed(_with_misses(talk, misses - 1), understood=True)
        after = _with_misses(after, min(misses, 1) if delta else misses)
    intro = []
    if "belly" in delta.get("place", ()) and outcome.maybe_no_muscle(after.known):
        intro.append(talk.words.prompt("not_muscle"))
    elif turn.act == "correct" and any(name in before.known for name in delta):
        intro.append(talk.words.prompt("changed"))
    elif unanswered and step.kind in ("ask", "again"):
        intro.append(talk.words.prompt("yes_or_no"))
    elif before.session.turns and step.kind != "confirm":
        intro.append(after.okay())
    elif "movement" in delta and (isinstance(after.known.get("place"), list) or delta["movement"] == ["hiccup"]):
        intro.append(talk.words.prompt("complaint", it=after.words.complaint()))  # so that a mishearing shows at once
    goes_on = is_open and step.kind == after.step.kind and step.question == after.step.question
    return after.emergency() if after.is_emergency() else after.ask(*intro, wording="rest" if goes_on else "")


def _with_misses(talk: Talk, misses: int) -> Talk:
    return Talk(talk.content, replace(talk.session, misses=misses))


def _offered(talk: Talk, kind: str, turn: Turn, delta: Known) -> Reply:
    """After the outcome, or after part of a topic: more, something new, or the end."""
    if kind == "more" and not delta:
        if turn.act == "yes":
            return asides.reply(talk, Turn("more"))
        return Talk(talk.content, talk.session.add({"?more": None})).ask()
    if delta:  # something new was said: what follows from it is worked out again
        return Talk(talk.content, talk.session.add({"?told": None, "?more": None})).ask(talk.okay())
    if turn.act == "no":
        return talk.end(talk.words.prompt("goodbye"))
    if turn.act == "correct" and kind == "offer":  # "that's wrong", of the outcome: what should be changed?
        return Talk(talk.content, talk.session.add({"?told": None, "?more": None, "?confirm": "fix"})).ask()
    return talk.ask(talk.words.prompt("offer_help"))


def _missed(talk: Talk, understood: bool = False) -> Reply:
    """Not understood, or no answer to what is asked: asked again with examples; then the choices; then where to turn, or the
    advice as far as known."""
    misses, step = talk.session.misses + 1, talk.step
    again = Talk(talk.content, replace(talk.session, misses=misses))
    if misses >= 3:
        undecided = talk.answer(step, "unsure", {}) if step.kind in ("again", "which") else {}
        return _hurried(Talk(talk.content, talk.session.add(undecided or {})), "misses_early")
    help = asking.help(talk.words, step)
    if understood:
        return again.ask(
            talk.words.prompt("no_answer"), *([help] if misses == 2 or step.question is None or step.question.detail else [])
        )
    if misses == 2:
        return again.ask(talk.words.prompt("unclear_again", help=help))
    unclear = talk.words.prompt("no_idea" if step.kind == "offer" else "unclear")
    return again.ask(unclear, *([help] if step.question is None or step.question.detail else []))


def _hurried(talk: Talk, early: str) -> Reply:
    """An end before everything was asked: no urgency before the questions on life and stroke are answered."""
    if talk.is_emergency():
        return talk.emergency()
    vital = [f for q in talk.content.protocol.questions if q.vital for f in q.asks]
    if any(f not in talk.known for f in vital):
        return talk.end(talk.words.prompt(early))
    step = talk.interview_step
    complete = step.question.tips if step.question else step.kind != "opening"
    urgency, speech, card = outcome.advice(talk.content, talk.known, complete)
    return talk.end(speech, card, urgency)
