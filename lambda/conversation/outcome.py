"""What the caller is told in the end: what to do, by when, why in their own terms, and what would make it more urgent."""

from triage.content import Content
from triage.interview import next_step
from triage.protocol import TRUE, Known, Rule

from .words import Words

CHILDREN = frozenset({"infant", "child"})
WORDS = 63  # of an outcome, so that with its offer it is heard in half a minute


def emergency(content: Content, known: Known, rules: list[Rule], disclaimer: str) -> tuple[str, str]:
    """The emergency reply and its card. It starts with the call to make and ends with how to come back if it misheard."""
    words = Words(content, known)
    call = call_to_make(rules)
    reasons, named = words.reasons(rules, "heard"), {f for rule in rules for f in rule.when}
    likely = not isinstance(known.get("age_group"), list) and any(_of_a_child(content, f) for f in named)
    if (likely or known.get("infant_or_child") == "yes") and call + "_child" in content.prompts["call"]:
        call += "_child"  # a child isn't told not to drive
    aid = content.prompts["first_aid"] | (content.prompts["first_aid_other"] if known.get("speaker") == "other" else {})
    beside = set() if call != "911" else aid.keys() - content.protocol.emergency_alone.keys()  # heat, whatever it has led to
    first_aid = [words.fill(t) for f, t in aid.items() if known.get(f) == "yes" and (named == {f} or f in beside)]
    parts = [words.fill(content.prompts["call"][call]), words.fill(content.prompts["outcome"]["no_phone"])]
    parts += [reasons, *first_aid, disclaimer, words.prompt("misheard")]
    return " ".join(filter(None, parts)), card(content, call)


def _of_a_child(content: Content, finding: str) -> bool:
    """Whether a finding is asked of babies and children alone."""
    asked = content.protocol.findings[finding].asked
    return bool(asked) and all((c.age_group and c.age_group <= CHILDREN) or "infant_or_child" in c.after for c in asked)


def maybe_no_muscle(known: Known) -> bool:
    """Whether it is in the belly, and neither a twitch nor hiccups."""
    return "belly" in known.get("place", ()) and {"twitch", "hiccup"}.isdisjoint(known.get("movement", ()))


def call_to_make(rules: list[Rule]) -> str:
    """Where to turn in an emergency: what the deciding rules agree on, else 911."""
    calls = {rule.call for rule in rules}
    return calls.pop() if len(calls) == 1 else "911"


def advice(content: Content, known: Known, complete: bool = True) -> tuple[str, str, str]:
    """The urgency, the reply and the card of an interview that found no emergency. Where it wasn't `complete`, at least an
    appointment, and the plain word that not everything was asked."""
    protocol, words, outcome = content.protocol, Words(content, known), content.prompts["outcome"]
    level, rules = protocol.decide(known)
    urgency = protocol.urgencies[level if complete else max(level, 1)]
    key = "same_day_poison" if urgency == "same_day" and any(r.call == "poison" for r in rules) else urgency
    parts = [words.fill(outcome[key])]
    if not complete:
        parts.append(words.prompt("not_all_asked"))
    reasons = len(parts)
    if any(v == "maybe" for v in known.values()):
        parts.append(words.prompt("unsure_health"))
    parts += [words.fill(text) for f, text in content.prompts["do_first"].items() if known.get(f) == "yes"][:1]
    if maybe_no_muscle(known):
        parts.append(words.prompt("hand_off"))
    worse = words.prompt("worse_self_care" if urgency == "self_care" else "worse")
    room = WORDS - _length([*parts, worse])
    why = [words.reasons(rules, "because", limit) for limit in (3, 2, 1)]  # as many reasons as can be heard with the rest
    parts.insert(reasons, next((said for said in why if _length([said]) <= room), why[-1]))
    closed = words.fill(outcome["closed"])
    if key == "same_day" and _length([*parts, closed, worse]) <= WORDS:
        parts.insert(1, closed)
    if urgency in ("self_care", "doctor"):
        spoken = [words.fill(content.words["tips"][tip]) for tip in tips(content, known)]
        room = WORDS - _length([*parts, worse])
        parts += _fitting(spoken, room, 3 if urgency == "self_care" else 2, words.fill(outcome["meanwhile"]))
    return urgency, " ".join(filter(None, [*parts, worse])), card(content, key)


def _length(parts: list[str]) -> int:
    return len(" ".join(parts).split())


def _fitting(tips: list[str], room: int, most: int, lead: str) -> list[str]:
    """The first tips that can be heard in one go, and the words that lead to them."""
    said: list[str] = []
    for tip in tips:
        length = len(tip.split())
        if len(said) < most and length <= room:
            said.append(tip)
            room -= length
    return [lead, *said] if said else []


def tips(content: Content, known: Known) -> list[str]:
    """The self-care tips that fit the movement, the place and what was reported, the best fitting first; a tip that
    something reported makes unsafe is never among them."""

    def yes(findings: list[str]) -> bool:
        return any(known.get(f) in TRUE for f in findings)

    def fits(tip: str) -> bool:
        row = content.tips[tip]
        for name in ("movement", "place"):
            have = known.get(name)
            if name in row and not (isinstance(have, list) and set(row[name]).intersection(have)):
                return False
        needed = "needs" not in row or yes(row["needs"])
        ruled_out = all(known.get(f) == "no" for f in row.get("ruled_out", []))
        return row["kind"] != "prevention" and needed and ruled_out and not yes(row.get("unless", []))

    def rank(tip: str) -> tuple[bool, bool, bool, bool]:
        row = content.tips[tip]
        return not yes(row.get("needs", [])), not yes(row.get("fits", [])), row["kind"] != "relief", "place" not in row

    return sorted(filter(fits, content.tips), key=rank)


def card(content: Content, key: str) -> str:
    """The card: what to do, never a symptom, since the household sees it in the Alexa app."""
    words = content.prompts["card"]
    lines = [words[key]] + ([] if key == "911" else [words["worse"]]) + [words["not_advice"]]
    return "\n".join(lines)


def questions_left(content: Content, known: Known) -> int:
    """How many more questions there are if every answer is no: the truthful least."""
    protocol, count, known = content.protocol, 0, dict(known)
    while (step := next_step(protocol, protocol.complete(known))).question is not None:
        count += 1
        known |= {"?" + step.question.id: None, **dict.fromkeys(step.findings, "no")}
        if step.question.detail:
            known[step.question.detail] = "unsure"
        known = {k: v for k, v in known.items() if v is not None}
    return count
