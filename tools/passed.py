"""What is said to be over by now: "my foot fell asleep, it's fine now". What counts even when it is over (a faint, a fit, a face
that drooped) isn't asked here."""

import re
from collections.abc import Sequence

from tools.match import Match
from tools.others import STANDING
from tools.past import YEARS
from tools.stems import words
from tools.supposed import EXPOSED
from tools.told import Told

# What means nothing once it is over.
FLEETING = words("""
    back_pain both_legs dehydration difficulty_walking eye_closes face_hand_swelling fever leg_swelling light_headed
    low_belly_pain more_than_one_place mouth_tingling numbness_tingling redness_warmth severe_discomfort severe_pain
    still_cramping stiff_neck stress sweating twisting upper_body_pain vomiting_diarrhea
""")
# What such a thing came of, which isn't what is over.
CAUSES = STANDING | words("""
    bite_or_sting caffeine clot_risk electric_shock exercise_trigger hard_exercise head_neck_injury heat_exposure injury_pop
    poor_sleep recent_wound resolved_now
""")
_WELL = (
    r"(?:fine|gone|okay|ok|better|alright|all right|normal|over|good|well|clear|done|past|healed|gone down"
    r"|cleared up|worn off|settled down|calmed down|let up|faded)"
)
_IT = r"(?:it|that|this|they|those|these|he|she|i|everything|all that|(?:the|that|my) (?:swelling|feeling|numbness|fever|pain))"
OVER = re.compile(
    rf"^(?:[\w']+ ){{0,14}}?(?:{_IT}(?:'s|'re|'m| is| are| am| feels?| feel| seems?| has| have| was)(?: all| been"
    rf"| completely| totally| back to| feeling)* {_WELL} (?:now|again|today|by now)\b"
    rf"|(?:it|that|this|they|those|these|everything)(?:'s|'re|'ve| is| are| has| have)(?: all| completely| long)*"
    r" (?:gone|over|passed|healed|cleared|worn off|gone down)(?: away| up)?$|(?:is|'s|'re|are|went|came|come|gone|got"
    r"|all|it's|they're|i'm|he's|she's) (?:all |right )?back to normal\b"
    r"|(?:it|that|they|this|those|he|she|i|which)(?: all)? (?:went away|passed|wore off|cleared (?:right )?up"
    r"|got over it|got better|quit)\b"
    r"|\b(?:it's|it is|they're) (?:letting go|letting up|easing up|easing off|loosening up|going away) now\b)"
)
CLEARED = re.compile(
    r"^(?:for (?:a|one|a few) (?:second|minute|moment|bit|while|seconds|minutes) )?"
    r"(?:(?:i|he|she) had (?:last \w+|(?:a |two |three )?\w+ ago) )?(?:and |then |it |has |have |had |all |is |are )*"
    r"(?:left (?:when|once|as soon|after)|cleared (?:right )?up|went away|gone away|is gone|are gone|is over|quit)\b"
)
DENIED = re.compile(r"\b(?:not|isn't|ain't|hasn't|never|no|until|till|if)\b")
BACK = re.compile(
    r"\b(?:came back|comes back|come back|(?:is|it's) back(?! to)|started again|again and again|not better|isn't gone)\b"
)


WOKEN = re.compile(  # an arm that was lain on, and is well again
    r"\b(?:slept|lay|laid|was lying|been lying|sat|was sitting|leaned) (?:funny |wrong )?on (?:it|them|that \w+|my \w+"
    r"|his \w+|her \w+)\b"
    r".*\b(?:woke (?:right )?(?:back )?up|back to normal|came (?:right )?back|went away|wore off|shook it (?:off|out)"
    r"|was fine|gone)\b"
)
CLEARED_IN = re.compile(
    r"^(?:but|and) (?:it|that) (?:all )?(?:went away|cleared up|healed|passed|went down) (?:back )?(?:in|last) (?!an? "
    r"|the |about|under|one|two|no)\w+"
)
OFF_IT = re.compile(r"\b(?:came|come|went|got|took (?:me|him|her)|been) off (?:of )?(?:the |my |those |that |his |her )?$")
AWAY = re.compile(r"\bstay(?:s|ed)? (?:far |well |clear )?(?:away |clear )?(?:from|of) (?:the |those |all |any )?$")
WARMED = re.compile(r"\b(?:they|it|and|but|then) (?:all )?warmed (?:right |back )*up\b")
STOPPED = FLEETING | {"heavy_bleeding", "severe_vomiting"}
STOP = re.compile(r"\b(?:i|he|she|it|cut|bleeding)(?:'s|'ve| has| have)? (?:stopped|quit) $")
NEVER = re.compile(  # "so i never got zapped", "nobody's ever touched one"
    r"\b(?:never|nobody's ever|nobody ever|not once)(?: once| even| ever)? (?:got (?:zapped|shocked|bit|bitten|stung"
    r"|hurt)|touched|been near"
    r"|went near|come near|swallowed|ate)\b|\b(?:it|snake) (?:didn't bite|never bit)\b"
)
OFF = re.compile(r"\b(?:been|came|come) (?:\w+ )?off (?:it|them|that) (?:for|in) (?:\w+ )?(?:years|decades|ages)\b")


def passed(told: Told, found: Sequence[Match]) -> bool:
    """Whether a run is of what is over, by the words next after it: nothing else is told between."""
    if told.match.id in EXPOSED and NEVER.search(told.after):
        return True
    if AWAY.search(told.before) or (told.match.id == "cold_pale_limb" and WARMED.search(told.text)):
        return True
    if told.match.id in STANDING and (OFF.search(told.after) or (OFF_IT.search(told.before) and YEARS.search(told.after))):
        return True
    if CLEARED_IN.search(told.after) or (told.match.id in STOPPED and STOP.search(told.before)):
        return True
    if (
        told.match.id in ("numbness_tingling", "weakness", "one_sided_weakness")
        and WOKEN.search(told.text)
        and not BACK.search(told.after)
    ):
        return True
    if told.match.id not in FLEETING or BACK.search(told.after):
        return False
    later = [m for m in found if m.start >= told.match.end]
    if any(m.type == "Fine" and m.id == told.match.id for m in later) and "but" in told.after.split():
        return True
    if CLEARED.search(told.after):
        return True
    over = OVER.search(told.after)
    if not over or DENIED.search(" ".join(over[0].split()[-5:])):
        return False
    size = told.match.end + len(over[0].split())
    between = [m for m in later if m.end <= size and m.type in ("Finding", "Movement") and m.id not in FLEETING | CAUSES]
    return not between
