"""What Amazon's own intents plausibly understand; Amazon names no phrases, and none may be added to them."""

import re

SAID = {
    "AMAZON.YesIntent": """
        yes, yeah, yep, yup, sure, yes please, okay, ok, yeah sure, correct, right, that's right, yes it is, yea, ya,
        yeah that's right""",
    "AMAZON.NoIntent": """
        no, nope, nah, no thanks, no thank you, no it's not, no there isn't, nothing more, no no, nope nope""",
    "AMAZON.HelpIntent": """
        help, help me, what can i say, i need help, can you help me, help me out, what can you do, how does this work,
        how do i use this, what do i do, what can i ask, give me help""",
    "AMAZON.StopIntent": """
        stop, quit, exit, goodbye, bye, that's all, never mind then, stop it, stop talking, be quiet, shut up, turn
        off, end, that's enough, i'm done, we're done, bye bye, good bye, that'll do, that will do, enough, shush,
        quiet, stop now, please stop, end this, close, leave me alone, turn it off, off, thanks goodbye, thank you
        goodbye, thanks bye, thank you bye, okay bye, ok bye, no bye, okay thanks bye""",
    "AMAZON.CancelIntent": """
        cancel, never mind, forget it, cancel that, nevermind, cancel this, forget about it""",
    "AMAZON.RepeatIntent": """
        repeat, repeat that, say that again, say it again, what did you say, again please, pardon, come again, i
        didn't hear that, i didn't catch that, repeat the question, what was the question, can you repeat that, could
        you repeat that, one more time, what was that, i didn't hear you, sorry what, say again, excuse me, can you
        say that again, could you say that again, repeat it, huh, what did you ask, say that slower, ask me again, ask
        that again, i missed that, pardon me, i beg your pardon, read that again, repeat that please, hang on, hang on a
        second, hang on a minute, hold on a second, wait a second, one second, one moment, just a second, give me a second""",
    "AMAZON.StartOverIntent": """
        start over, restart, forget it start over, forget that start over, can we begin again, begin again, start
        again, start from the beginning, start from the top, start fresh, from the beginning, from the top, let's
        start over, begin from the beginning, go back to the start, go back to the beginning, start all over, reset,
        can we start over, i want to start over, try again from the start""",
    "AMAZON.PreviousIntent": """
        go back, back, previous, back up, previous question, go back one, the one before, previous one, last question
        again""",
    "AMAZON.NavigateHomeIntent": """
        go home, home, go to the home screen""",
}
BUILT_IN = {intent: "|".join(phrase.strip() for phrase in " ".join(text.split()).split(",")) for intent, text in SAID.items()}
YES, NO = ("yes", "yeah", "yep", "yup", "uh", "sure"), ("no", "nope", "nah", "naw")
FILLING = {"um", "uh", "er", "well", "oh", "so", "hmm", "like", "actually", "okay"}
# Words beside an answer that tell nothing.
SIMPLE = {*YES, *NO, *FILLING, "one", "most", "mostly", "off", "sir", "ma'am", "sorry"}
# What is said to other skills.
_NOISE = """
    what is the weather, play some music, set a timer, turn on the light, tell me a joke, order a pizza, what time is it,
    how tall is the tower, add milk to my list, who won the game, call my brother, read the news, volume up, my car is
    broken, the printer is out of paper, what's on television, how do i bake bread, book a flight, play a game, when does
    the store open, who is the president, translate hello, how far is the moon, remind me to water the plants
"""
NOISE = [line.strip() for line in " ".join(_NOISE.split()).split(",")]
DENIED = re.compile(r"^(?:none|neither) of (?:those|these|them|that|the two)\b|^not unless you count\b|^(?:zip|zilch|nada)\b")
MEANT = {"matter", "longer", "time", "air", "breath", "pulse", "feeling", "response"}  # "no pulse", "no matter how": no answer
AGREED = re.compile(r"^(?:oh )?(?:yes|yeah|yep|yup|uh huh|mm hmm|sure (?:did|does|do|is)|you bet)\b")


def answered(words: list[str]) -> str | None:
    """The yes or no that a sentence begins with, or the no that it ends with, whatever else it says; a reason is no report."""
    said, line = [w for w in words if w not in FILLING], " ".join(words)
    if len(words) > 1 and said and ((said[0] in NO and not MEANT.intersection(said[1:2])) or said[-1] in NO):
        return "NegateIntent"
    if DENIED.search(line):
        return "NegateIntent"
    return "AffirmIntent" if len(words) > 1 and (AGREED.search(line) or AGREED.search(" ".join(said))) else None
