"""Words of symptoms in what tells of none: said to another skill, of a machine, a plant or an animal, or in a saying."""

import re

from tools.told import Told

# "Play the one that goes can't breathe": what other skills are told.
COMMAND = re.compile(
    r"^(?:(?:alexa|hey|okay|please|can you|could you|will you|now) )*(?:(?:play|sing|volume|spell|translate|rhymes?)\b"
    r"|(?:add|put) .*\b(?:to|on) (?:the|my|our) (?:\w+ )?(?:list|cart)$|(?:order|buy) (?:me |us |more |some |a |an |two "
    r"|blue |the )"
    r"|(?:turn|switch) (?:(?:on|off|up|down) the|the \w+(?: \w+)? (?:on|off|up|down))\b|open twitch\b"
    r"|(?:give|tell) me (?:a|another) (?:word|joke|riddle|story|recipe)|(?:(?:tell|read|find) (?:me "
    r"|us )?)?(?:some )?ghost stories"
    r"|(?:how do (?:you|i)|how is|how's) (?:spell|pronounce)\b|what(?:'s| is| was) the (?:score|weather|time)"
    r"|how long (?:do|should) (?:you|i) (?:beat|boil|bake|cook|fry|whip|roast|simmer|choke the)\b|what rhymes with)"
)
SOMEBODY = re.compile(
    r"\b(?:i(?!.* spell)|i'm|i've|my(?! (?:\w+ )?(?:list|cart)\b)|he|she|his|her|he's|she's|him|they|ambulance|doctor)\b"
)
# Who or what it is told of: no person.
THING = (
    r"(?:wi fi|wifi|wi-fi|internet|laptop|computer|printer|phone|tablet|screen|t v|tv|television|radio|stereo|speaker|c b|router"
    r"|washer|dryer|dishwasher|fridge|freezer|furnace|faucet|pipes?|excavator|mower|lawnmower|chainsaw"
    r"|stroller wheel|wheel|lawn|garden|rose bush(?:es)?|tomato plants?|house plants?"
    r"|song|movie|stock market)"
)
ANIMAL = (
    r"(?:dog|cat|puppy|kitten|horse|mare|pony|foal|cow|heifer|ewe|sheep|lamb|goat|pig|sow|hen|chickens?|rooster|bird"
    r"|parrot|parakeet|hamster|rabbit|bunny|turtle|lizard|goldfish|beagle|poodle|terrier|collie|bulldog)"
)
_OURS = r"(?:my|our|the|this|that|his|her|their|a|some)"
OF_NO_PERSON = re.compile(
    rf"^(?:(?:so|and|but|well|oh|now|the vet says|vet says|from) )*(?:{_OURS} )?(?:(?:old|new|neighbor's|whole|silly"
    rf"|stupid|poor) )?"
    rf"(?:{THING}|{ANIMAL})(?:'s| (?:is|was|are|were|has|had|keeps?|won't|can't|threw|throws|died|went|jerk\w*|cuts|shakes"
    r"|limps|walks|looks|got|gets|droop\w*))\b"
    r"(?!(?!.*\bwhen i\b|.* my (?:\w+ )?(?:rug|carpet|couch|bed|floor)\b).*\b(?:i|i'm|i've|me|my|he|she|his|her|he's|she's|him|us"
    r"|dad|mom|fell|landed|ran|pinned|trapped|rolled|sitting|bait|poison|swallowed|ate|hit)\b)"
)
# "I looked at seizure videos": about such things.
ABOUT = re.compile(r"^(?:(?:video|article|pamphlet|commercial|song|movie)s?|stories|ivy)\b")
SAYING = re.compile(
    r"\bstroke of (?:genius|luck|midnight|good)\b|\b(?:bill|excuse|price|loss|news|apology) (?:was |is |were )?"
    r"(?:\w+ )?hard to swallow\b|\bdrown\w* in (?:e ?mails|homework|work|debt|bills|laundry|paperwork|meetings|dishes|chores)\b"
    r"|\b(?:had|have|threw|throw) a (?:\w+ )?fit when (?:she|he|they|i|the|my) (?:\w+ )?(?:saw|heard|found out)\b"
    r"|\blost (?:his|her|my|their) mind when (?:they|we|the \w+) (?:scored|won|lost)\b"
    r"|\b(?:song|movie|beat|trick|car|game|show)(?:'s| is| was) (?:so )?sick\b|\b(?:exam|final|test|boss|competition|midterm)"
    r" (?:\w+ )?crushed (?:me|us)\b|\b(?:did|do|will) we (?:get )?crushed?\b|\b(?:we|they) got crushed\b"
    r"|\b(?:storm|wind|ice|tree|truck) (?:\w+ )*?(?:knocked|took|brought) (?:down |out )?(?:the |our "
    r"|some )?power lines?\b(?!.*\b(?:grab|touch|hit|on (?:me|him|her|us)|shak|burn))"
    r"|\b(?:only|biggest|worst) (?:pain|headache|ache)(?:'s| is) (?:my|his|her|the) (?:wallet|boss|ex|kids?|job|taxes"
    r"|bills?|landlord"
    r"|commute|neighbou?r|husband|wife|(?:mother|father|brother|sister)(?:[- ]in[- ]law)?)\b"
    r"|\bpower company\b|\bpower lines? (?:down|out) and (?:we|we've|the|now we)\b|\b(?:weak|strong|dead) (?:signal|bench"
    r"|spot|wi fi|wifi|battery"
    r"|coffee)\b"
    r"|\b(?:we|i|they) keep (?:the|our|all the) [\w' ]{3,24}? (?:locked|put) (?:up|away)\b|\bears? (?:won't|don't|didn't) pop\b"
    r"|\b(?:tested|checked|scanned|screened) (?:me|him|her)? ?for [\w' ]{3,24}? (?:and|but) (?:it|that|they|everything) came back"
    r" (?:clean|clear|normal|negative|fine)\b|\b(?:wanted to put|tried to put|offered) (?:me|him|her) (?:on )?[\w' ]{3,20}? but"
    r" (?:i|he|she) (?:turned|refused|said no|never|didn't|declined)\b|\b(?:gave up|off|quit|cut out|no more) (?:coffee"
    r"|caffeine|soda|tea)\b"
    r"|\b(?:article|story|video|show|post|thing) about [\w' ]{3,24}? (?:spooked|scared|worried|freaked|got) me\b"
)


def beside(told: Told) -> bool:
    """Whether a run is no symptom of anybody's."""
    text, (start, end) = told.text.strip(), told.span
    if (COMMAND.search(text) and not SOMEBODY.search(text)) or OF_NO_PERSON.search(told.clause) or ABOUT.search(told.after):
        return True
    return any(m.start() < end and start < m.end() for m in SAYING.finditer(text))
