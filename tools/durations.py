"""Spoken durations as Alexa's AMAZON.DURATION gives them: "three weeks" is P3W."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from recognizers_date_time import recognize_datetime

from tools import denial
from tools.built_in import NO
from tools.match import Match
from tools.others import STANDING

UNITS = {u + s for u in ("second", "minute", "hour", "day", "week", "month", "year") for s in ("", "s")}
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
HALVES = {"PT0.5H": "PT30M", "P0.5Y": "P6M", "P0.5D": "PT12H"}


def find(words: list[str], at: int) -> tuple[int, str]:
    """How many of the words from `at` on are a duration, and which; (0, "") where none begins there. An age is none."""
    if not UNITS.intersection(words[at : at + 6]):
        return 0, ""
    return _find(" ".join(words[at : at + 8]))


@cache
def _find(text: str) -> tuple[int, str]:
    for result in recognize_datetime(text, "en-us"):
        timex = str(result.resolution["values"][0].get("timex", "")) if result.resolution else ""
        age = re.match(r"\W*olds?\b", text[result.end + 1 :])
        if result.start == 0 and result.type_name.endswith("duration") and not age:
            return len(result.text.split()), HALVES.get(timex, timex)
    return 0, ""


def denied_in(words: list[str], found: Sequence[Match]) -> list[bool]:
    """What a sentence denies, and what of that it only named before ("they tested my sugar and i'm not diabetic"); but not the
    second of two times: "not four hours, ten days"."""
    flags = denial.denied(words, [(m.start, m.end) for m in found], [m.start for m in found if m.type == "Fine" or m.denied])
    no_longer = {m.id for m, no in zip(found, flags, strict=True) if no and m.type == "Finding" and m.id in STANDING}
    flags = [no or (m.type == "Finding" and m.id in no_longer) for m, no in zip(found, flags, strict=True)]
    times = [i for i, m in enumerate(found) if m.type in ("AMAZON.DURATION", "RoughDuration")]
    flags = [no and not (times[1:] and flags[times[0]] and i == times[-1]) for i, no in enumerate(flags)]
    answered = [m.type == "AMAZON.DURATION" and words[m.start - 1] in NO for m in found]  # "no, three days"
    flags = [no and not answer for no, answer in zip(flags, answered, strict=True)]
    for i, (m, then) in enumerate(pairwise(found)):  # "not a cramp, a twitch"
        if (
            m.type in ("Finding", "Movement")
            and then.type == "Movement"
            and flags[i]
            and m.end == then.start
            and words[then.start] in ("a", "an", "the")
        ):
            flags[i + 1] = False
    return flags


def spell(n: int) -> str:
    """A number in words; from a hundred on, its digits."""
    ones, tens = ONES.split(), TENS.split()
    if n > 99:
        return " ".join(ones[int(digit)] for digit in str(n))
    return ones[n] if n < 20 else tens[n // 10] + (f" {ones[n % 10]}" if n % 10 else "")


def say(duration: str) -> str:
    """An ISO 8601 duration as a caller says it: "P3W" is "three weeks"."""
    spelt = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "TM": "minute", "S": "second"}
    parts = []
    time = ""
    for mark, number, unit in re.findall(r"(T)|(\d+)([YMWDHS])", duration):
        time = time or mark
        if number:
            n = int(number)
            parts.append(f"{spell(n)} {spelt[time + unit if unit == 'M' else unit]}{'' if n == 1 else 's'}")
    return " and ".join(parts) or "just now"
