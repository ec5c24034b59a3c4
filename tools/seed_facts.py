"""How many facts of the article that the skill began as a caller can hear: part of `make check`. Counted by asking for every
topic until there is no more, not by listing ids."""

import sys

from conversation.dialogue import Turn, respond
from triage.content import Content, load
from triage.session import Session

ARTICLE = {f"F{n:02}" for n in range(1, 69)}


def spoken(content: Content) -> set[str]:
    """The article's facts whose sentence is heard when the topics are asked for, and more of them."""
    heard = []
    for id in content.topics:
        reply = respond(content, Session(), Turn("topic", {"topic": id}))
        heard.append(reply.speech)
        for _ in content.topics[id]["facts"]:
            if reply.session is not None:
                reply = respond(content, reply.session, Turn("more"))
                heard.append(reply.speech)
    said = " ".join(heard)
    return {seed for fact in content.facts.values() if fact["say"] in said for seed in fact.get("seed", ())}


def main() -> int:
    found = spoken(load())
    missing = sorted(ARTICLE - found)
    print(f"seed facts spoken: {len(found & ARTICLE)} of {len(ARTICLE)}{'; missing ' + ', '.join(missing) if missing else ''}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
