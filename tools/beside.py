"""Words of symptoms in what tells of none: said to another skill, of a machine, a plant or an animal, or in a saying."""

import re

from tools.told import Told

# "Play the one that goes can't breathe": what other skills are told.
COMMAND = re.compile(
    r"^(?:(?:alexa|hey|okay|please|can you|could you|will you|now) )*(?:(?:play|sing|volume|spell|translate|rhymes?)\b"
    r"|(?:add|put) .*\b(?:to|on) (?:the|my|our) (?:\w+ )?(?:list|cart)\b|(?:order|buy) (?:me |us |more |some |a |an |two "
    r"|blue |the )"
    r"|(?:turn|switch) (?:(?:on|off|up|down) the|the \w+(?: \w+)? (?:on|off|up|down))\b|open twitch\b"
    r"|(?:give|tell) me (?:a|another) (?:word|joke|riddle|story|recipe)|(?:(?:tell|read|find) (?:me "
    r"|us )?)?(?:some )?(?:ghost )stories\b"
    r"|(?:how do (?:you|i)|how is|how's) (?:spell|pronounce|spelled|\w+ spelled)\b|what(?:'s| is| was) the (?:score|weather|time)"
    r"|how long (?:do|should) (?:you|i) (?:beat|boil|bake|cook|fry|whip|roast|simmer|choke the)\b|what rhymes with)"
)
# Who or what it is told of: no person.
THING = (
    r"(?:wi fi|wifi|wi-fi|internet|laptop|computer|printer|phone|tablet|screen|t v|tv|television|radio|stereo|speaker|c b|router"
    r"|washer|dryer|dishwasher|fridge|freezer|furnace|faucet|pipes?|excavator|mower|lawnmower|chainsaw"
    r"|stroller wheel|wheel|lawn|grass|garden|roses?|rose bush(?:es)?|bush(?:es)?|tomato(?:es)?|(?:tomato )?plants?|tree|flowers?"
    r"|song|movie|show|game|team|stock market|market|economy|bill|invoice)"
)
ANIMAL = (
    r"(?:dog|cat|puppy|kitten|horse|mare|pony|foal|cow|heifer|ewe|sheep|lamb|goat|pig|sow|hen|chickens?|rooster|bird"
    r"|parrot|parakeet|hamster|rabbit|bunny|turtle|lizard|goldfish|fish|beagle|poodle|lab|terrier|collie|bulldog|shepherd)"
)
_OURS = r"(?:my|our|the|this|that|his|her|their|a|some)"
OF_NO_PERSON = re.compile(
    rf"^(?:(?:so|and|but|well|oh|now|the vet says|vet says|from) )*(?:{_OURS} )?(?:(?!mom|dad|son|wife|i|my)[a-z]+ ){{0,2}}?"
    rf"(?:{THING}|{ANIMAL})(?:'s)? (?!(?!.*\bwhen i\b).*\b(?:i|i'm|i've|me|him|us|bit|bitten|kicked|stepped|fell|landed"
    rf"|ran|pinned|trapped|rolled|gored|sitting|bait|poison|swallowed|ate)\b)"
)
# "I looked at seizure videos": about such things.
ABOUT = re.compile(
    r"^(?:(?:video|article|story|post|picture|photo|pamphlet|commercial|ad|song|movie|episode|scene)s?|stories|ivy|oak)\b"
)
SAYING = re.compile(
    r"\bstroke of (?:genius|luck|midnight|good)\b|\b(?:bill|excuse|price|loss|news|apology) (?:was |is |were )?"
    r"(?:\w+ )?hard to swallow\b|\bdrown\w* in (?:e ?mails|homework|work|debt|bills|laundry|paperwork|meetings|dishes|chores)\b"
    r"|\b(?:had|have|having|threw|throw) a (?:\w+ )?fit (?:when|because|over|about) (?:she|he|they|i|the|my|a) ?(?:saw"
    r"|heard|found"
    r"|lost|got|couldn't have|wanted)?\b(?! (?:shak|fell|on the))|\blost (?:his|her|my|their) mind when\b"
    r"|\b(?:song|movie|beat|trick|car|game|show)(?:'s| is| was) (?:so )?sick\b|\b(?:exam|final|test|boss|competition|midterm)"
    r" (?:\w+ )?crushed (?:me|us)\b|\b(?:did|do|will) we (?:get )?crushed?\b|\bgot crushed (?:again|by|at the)\b"
    r"|\b(?:storm|wind|ice|tree|truck) (?:\w+ )*?(?:knocked|took|brought) (?:down |out )?(?:the |our "
    r"|some )?power lines?\b(?!.*\b(?:grab|touch|hit|on (?:me|him|her|us)|shak|burn))"
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
    if COMMAND.search(text) or OF_NO_PERSON.search(told.clause) or ABOUT.search(told.after):
        return True
    return any(m.start() < end and start < m.end() for m in SAYING.finditer(text))
