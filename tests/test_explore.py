"""The exploration of interviews: it holds for a few, walks the whole of one, and decides as the protocol does."""

from tests.exploring import TABLE, skill, walked
from tools.explore import future, paths
from tools.explore.parts import openings
from tools.explore.places import START, Place
from tools.explore.samples import Drawing
from tools.explore.state import costs
from tools.explore.walk import Walk
from tools.oracle import Oracle, differences


def test_a_few_interviews_hold() -> None:
    for movement, place, people in (("twitch", "eyelid", (0,)), ("hiccup", "throat", (4,))):
        held = walked(skill(movement=movement, place=place), None, people=people, keep=0.5)
        assert len(held.states) > 100
        pairs, parted = future.check(held, 60, 1)
        assert pairs == 60
        assert [*held.breaches, *parted] == []


def test_the_whole_interview_is_walked() -> None:
    """Counted by hand for a hiccup of someone who says no to all, and by holding each interview for one of a few answers."""
    some = skill(movement="hiccup", place="throat")
    held = Walk(some)
    first = held.explore(openings(some, (0,))[-1:], 1)[0]
    paths.add_up(held)

    def count(place: Place, spare: int) -> int:
        step = some.step(place)
        if step.kind == "outcome":
            return 1
        says = [(say, spare - costs(step, say)) for say in some.answers(step, place, True)]
        return sum(count(some.turn(place, step, say), left) for say, left in says if left >= 0)

    assert first.ways == count(some.turn(START, some.step(START), first.says()[0]), 1)


def test_the_rules_say_what_the_table_says() -> None:
    assert differences(Oracle(), TABLE) == []


def test_the_quick_decision_is_the_protocols_own() -> None:
    some, drawing = skill(), Drawing(skill(), 3)
    for _ in range(200):
        known = {**drawing.caller().true, "movement": ["cramp"], "place": ["calf"]}
        level, rules = some.plain.decide(known)
        quick, held = some.protocol.decide(known)
        assert (quick, {r.when for r in held}) == (level, {r.when for r in rules})
