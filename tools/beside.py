"""Words of symptoms in what tells of none: said to another skill, of a machine, a plant or an animal, or in a saying."""

import re

from tools.compounds import COMPOUND
from tools.sayings import BEFALLS, IDIOM, SAYING
from tools.told import Told

# "Play the one that goes can't breathe": what other skills are told.
COMMAND = re.compile(
    r"^(?:(?:alexa|hey|okay|please|can you|could you|will you|now) )*(?:(?:play|sing|volume|spell|translate|rhymes?"
    r"|who (?:sings|sang|wrote|recorded)|tell me the (?:joke|one|story) about)\b"
    r"|(?:add|put) .*\b(?:to|on) (?:the|my|our) (?:\w+ )?(?:list|cart|order)$|buy (?:me |us |more |some |a |an |two "
    r"|blue |the )"
    r"|(?:turn|switch) (?:(?:on|off|up|down) (?!my|his|her)|the \w+(?: \w+)? (?:on|off|up|down))\b|open twitch\b"
    r"|(?:give|tell) me (?:a|another) (?:word|joke|riddle|story|recipe)|(?:(?:tell|read|find) (?:me "
    r"|us )?)?(?:some )?ghost stories"
    r"|(?:how do (?:you|i)|how is|how's) (?:spell|pronounce)\b|what(?:'s| is| was) the (?:score|weather|time)"
    r"|how long (?:do|should) (?:you|i) (?:beat|boil|bake|cook|fry|whip|roast|simmer|choke the)\b|what rhymes with"
    r"|(?:find|show|stream|order|look up|search for|download|wake me up at) (?!(?:on|in|help) )\w+"
    r"|(?:start|put on|record) (?:the|an?|back|my) "
    r"|where (?:does|do|did) the (?:saying|phrase|word|expression)\b"
    r"|why is my (?:wi ?fi|phone|internet|computer)\b|what(?:'s| is) (?:another|a different|the \w+) word for"
    r"|(?:make|set|dim|change|color) the (?:\w+ ){0,2}(?:lamps?|lights?|bulbs?|strip|thermostat|timer)\b"
    r"|how do (?!you|i|we)\w+s \w+)"
)
# "Which animal stays pregnant the longest": a question about the world, in which no symptom is named.
WORLD = re.compile(
    r"^(?!.*\b(?:twitch|cramp|spasm|hiccup|jerk|stiff|pain|ache|aching|hurt|numb|tingl|doctor|symptom|pills?\b|dose|overdose|drink"
    r"|tylenol|swallow|snake|stroke|seizure|blood|bleed"
    r"|the (?:baby|kid|child|toddler|boy|girl|man|woman|guy|lady))\w*)"
    r"(?:who (?!do|can|should)|which (?!one|side|leg|arm|hand|foot|doctor|is|was)|when (?:do|does|did|is|was|will) "
    r"|what (?:channel|day|temperature)\b"
    r"|what(?:'s| is) (?:the (?:temperature|capital|traffic|forecast)|today's)\b|how (?:many|much|big|tall|old|far|heavy|fast) "
    r"|will the |did (?:that|the) |do we have |is the |why is the |can i (?:freeze|cook|bake|grill|recycle) )"
)
SOMEBODY = re.compile(
    r"\b(?:i(?!.* spell)|i'm|i've|my(?! (?:\w+ )?(?:list|cart|order|study|kitchen|room|crossword|puzzle|homework"
    r"|essay|playlist|wi ?fi)\b)|he|she|his|her|he's|she's|him|they|ambulance|doctor)\b"
)
# Who or what it is told of: no person.
THING = (
    r"(?:wi fi|wifi|wi-fi|internet|laptop|computer|printer|phone|tablet|screen|t v|tv|television|radio|stereo|speaker|c b|router"
    r"|washer|dryer|dishwasher|fridge|freezer|furnace|faucet|pipes?|excavator|(?:lawn )?mower|lawnmower|sink|ceiling fan"
    r"|(?:bathroom|front|back|car) door|fern|roses|chainsaw"
    r"|stroller wheel|wheel|lawn|garden|rose bush(?:es)?|tomato plants?|house plants?"
    r"|orchid|plant|storm|hurricane|tornado|battery|steering|gps|g p s|thermostat|siri|roomba|vacuum"
    r"|drone|robot|song|movie|stock market|bullpen|offense|defense|bats|fog|water heater|kitchen sink|porch swing|shop vac"
    r"|coffee (?:maker|machine|pot)|(?:phone|car|laptop|watch) battery)"
)
ANIMAL = (
    r"(?:dog|cat|puppy|kitt(?:y|en)|horse|mare|pony|foal|cow|heifer|ewe|sheep|lamb|goat|pig|sow|hen|chickens?|rooster|bird"
    r"|parrot|parakeet|hamster|rabbit|bunny|turtle|lizard|goldfish|beagle|hound|python|snake|gecko|mouse|poodle|terrier"
    r"|collie|bulldog)"
)
_OURS = r"(?:my|our|the|this|that|his|her|their|a|some)"
OF_NO_PERSON = re.compile(
    r"^(?!(?:\w+ )?(?:chicken|turkey|fish)\b.*\b(?:stuck|lodged|caught|down|throat|windpipe|chok\w+)\b)"
    rf"(?:(?:so|and|but|well|oh|now|the vet says|vet says|from) )*(?:{_OURS} )?(?:(?:old|new|neighbor's|whole|silly"
    rf"|stupid|poor) )?"
    rf"(?:{THING}|{ANIMAL})(?: (?:in|on|at) (?:the|my) \w+)?(?:'s| (?:is|was|are|were|have|has|had|froze|frozen|keeps?"
    rf"|won't|can't|threw|throws|died|went|jerk\w*|cuts|shakes"
    r"|limps|walks|looks|hangs|hiccup\w*|got|gets|droop\w*|refuses?|sleeps|ate|acts|barks|wobbles|spins|squeaks|leaks|fell))\b"
    r"(?!(?!.*\bwhen i\b|.* my (?:\w+ )?(?:rug|boots|shoes|carpet|couch|bed|floor)\b).*\b(?:i|i'm|i've|me|my|he|she|his"
    r"|her|he's|she's|him|us"
    r"|dad|mom|mama|daddy|baby|kid|son|daughter|wife|husband|grandma|grandpa|fell|landed|ran|pinned|trapped|rolled"
    r"|sitting|bait|poison|swallowed|ate|hit)\b)"
)
# "And won't wake up", of what was named before.
SUBJECTLESS = re.compile(r"^(?:and|but|so) (?:it |they )?(?:won't|can't|doesn't|isn't|keeps|has|is|was)\b")
# "Iced tea makes it flutter": a drink, and no color of urine.
DRUNK = re.compile(r"\biced tea\b(?<!like iced tea)(?<!of iced tea)(?!.*\b(?:pee\w*|urine|piss\w*|wee|color\w*|dark)\b)")
# "I looked at seizure videos": about such things.
ABOUT = re.compile(r"^(?:(?:video|article|pamphlet|commercial|song|movie)s?|stories|ivy)\b")


def named(told: Told) -> bool:
    """Whether a run is but a part of another thing's name, whatever it stands for: a place, an age, a symptom."""
    start, end = told.span
    return any(m.start() < end and start < m.end() for m in COMPOUND.finditer(told.text.strip()))


def for_another(told: Told) -> bool:
    """Whether the sentence is said to another skill, whatever is named in it."""
    text = told.text.strip()
    return bool((COMMAND.search(text) or WORLD.search(text)) and not SOMEBODY.search(text))


def beside(told: Told) -> bool:
    """Whether a run is no symptom of anybody's."""
    text, (start, end) = told.text.strip(), told.span
    first = told.clause if not SUBJECTLESS.search(told.clause) else text
    if told.match.id == "dark_urine" and DRUNK.search(text):
        return True
    if OF_NO_PERSON.search(first) or ABOUT.search(told.after):
        return True
    return any(m.start() < end and start < m.end() for saying in (IDIOM, SAYING, BEFALLS) for m in saying.finditer(text))
