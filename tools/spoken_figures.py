"""How well what was spoken is heard: the words that came out wrong, and the lines that end otherwise than typed."""

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from tools import durations
from tools.alexa import Conversation
from tools.recogniser import Recogniser, recogniser

KINDS = ("emergency", "denial", "opening", "answer")


def ends(hears: Recogniser, say: str, first: str = "") -> str:
    """The urgency of a caller who says this, "lost" where the skill gives up without one."""
    talk = Conversation(hears)
    talk.launch()
    turns = [talk.say(line) for line in (first, say) if line and not talk.ended]
    while not talk.ended and not talk.urgency and len(turns) < 60:
        asked = str(turns[-1]["asked"]).split(":")[0]
        details = ("movement", "place", "age_group", "duration", "side")
        turns.append(talk.say("yes" if asked == "confirm" else "i don't know" if asked in details else "no"))
    return talk.urgency or "lost"


def plain(text: str) -> list[str]:
    """Words as Alexa hands them on: lower-case, numbers spelt out, no punctuation."""
    text = re.sub(r"\b911\b", " nine one one ", text.lower().replace("’", "'").replace("-", " "))
    text = re.sub(r"\d+", lambda m: f" {durations.spell(int(m[0]))} ", text)
    return re.sub(r"[^a-z' ]", " ", text).split()


def errors(said: str, heard: str) -> tuple[int, int]:
    """How many words were heard wrong, and of how many."""
    return Levenshtein.distance(plain(said), plain(heard)), len(plain(said))


def tables(rows: list[dict[str, str]], results: list[dict[str, str]]) -> Iterator[str]:
    """The figures by voice, and the lines that end otherwise."""
    hears, told = recogniser(), {row["say"]: row for row in rows}
    otherwise = []
    yield "| voice | recogniser | words wrong | " + " | ".join(KINDS) + " | all |"
    yield "| --- | --- | ---: |" + " ---: |" * (len(KINDS) + 1)
    for voice in dict.fromkeys(r["voice"] for r in results):
        for how, name in (("heard", "as it is"), ("guided", "told the words")):
            mine = [r for r in results if r["voice"] == voice]
            counts = [errors(r["said"], r[how]) for r in mine]
            right: Counter[str] = Counter()
            for r in mine:
                row = told[r["said"]]
                urgency = ends(hears, " ".join(plain(r[how])), row.get("first", ""))
                right[row["kind"]] += urgency == row["urgency"]
                if urgency != row["urgency"]:
                    otherwise.append(f"| {voice}, {name} | {r['said']} | {r[how]} | {row['urgency']} | {urgency} |")
            all_of = Counter(row["kind"] for row in rows)
            share = sum(n for n, _ in counts) / sum(n for _, n in counts)
            cells = [f"{right[k]} of {all_of[k]}" for k in KINDS] + [f"{right.total()} of {len(rows)}"]
            yield f"| {voice} | {name} | {share:.1%} | " + " | ".join(cells) + " |"
    yield from ("", "## What ended otherwise", "", "| voice, recogniser | said | heard | typed | spoken |", "|" + " --- |" * 5)
    yield from otherwise


def badly(results: list[dict[str, str]]) -> list[tuple[str, int, int]]:
    """The words of what was said that no voice brought across, or few: (word, times lost, times said), the worst first."""
    said: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for r in results:
        there, heard = plain(r["said"]), plain(r["heard"])
        said.update(there)
        for edit in Levenshtein.editops(there, heard):
            if edit.tag != "insert":
                lost[there[edit.src_pos]] += 1
    voices = len({r["voice"] for r in results})
    return sorted(
        ((w, n, said[w]) for w, n in lost.items() if n >= voices and 2 * n > said[w]), key=lambda row: (-row[1], row[0])
    )
