"""Words of symptoms that belong to another word: "the chest freezer", "hay fever"."""

import re

# Things and doings that have such a word in their name.
COMPOUND = re.compile(
    r"\b(?:cedar|hope|tool|treasure|ice|toy) chest\b|\bchest (?:freezer|of drawers|press|passe?s?|day|waders)\b"
    r"|\bbaby (?:shower|toes?|aspirin|carrots?|powder|oil|wipes|monitor|blue|food|grand|gate|stroller|bambi)\b"
    r"|\bwalk\w* (?:the|our|my|his|her) (?:dogs?|puppy)\b|\bnon[- ]drowsy\b|\b(?:cabin|hay|spring) fever\b"
    r"|\bfaint (?:little |tiny |slight |smell |line )?(?:flutter|twitch|pulse|buzz|tremor|tickle|of|on(?! (?:me|him|her|us)\b))\b"
    r"|\bchoke up on the (?:bat|club|handle|grip)\b|\b(?:throw|threw|putting|put|throwing) up (?:some |a |the "
    r"|more )?(?:drywall"
    r"|walls?|fence|tents?|shelf|shelves|signs?|decorations|lights|siding)\b"
    r"|\b(?:dark|brown) cola (?:all|in it|every|a day)\b|\b(?:i|we|i've been) (?:drink|drinking|take|like) (?:my "
    r"|our )?(?:(?:iced|sweet|dark"
    r"|strong) )?(?:tea|coffee|cola) (?!.*\b(?:pee|urine|piss|wee|p)\b)[\w' ]+|\biced tea (?:from|all|supposed)\b"
    r"(?!.*\b(?:pee|urine|piss|wee|p)\b)[\w' ]*"
    r"|\broot beer (?:floats?|gave)\b[\w' ]*|\b(?:breast|back|butter|key|brush|golf)[- ]?strokes?\b"
    r"|\b(?:knock|knocked|knocking) out (?:\w+ ){0,3}?(?:push ups|pushups|sit ups|pull ups|reps|sets|laps|miles|emails|chores"
    r"|squats|homework)\b|\bpass\w* out (?:flyers|papers|candy|cards|samples|copies|tests|treats)\b"
    r"|\b(?:it|(?<!stuff )(?<!things )(?<!words )that|this) (?:makes|made) no sense\b|\bbig swells?\b|\bpop[- ]up (?:camper|tent|ads?|store|trailer)\b"
    r"|\bdialysis (?:tech|nurse|clinic|center|technician)\b|\bsh(?:oo|o)t(?:ing)? (?:some |a few |a little )?(?:hoops|baskets"
    r"|pool|photos|videos?|the breeze)\b|\bspreading (?:mulch|gravel|butter|seed|fertilizer|manure|dirt|sand|salt|jam|rumors)\b"
    r"|\bsudden death (?:overtime|round|playoff|game)\b|\blithium (?:drill|battery|batteries|ion|powered|cells?)\b"
    r"|\b(?:treadmill|bike|wind|full|top|walking|running|high|low|same|typing|reading) speed\b"
    r"|\bwater (?:bottle|jug|pipe|heater|main|pump|cooler|line) (?:broke|burst|leak\w*)\b"
    r"|\b(?:is|'s|was) my (?:poison|drug) ?(?:of choice)?(?= |$)|\b(?:a|my) (?:\w+ )?weakness for (?!one |two )\w+"
    r"|\bblue (?:marker|ink|popsicle|candy|icing|frosting|jello|paint|dye|slushie|raspberry|lollipop|sucker)\b[\w' ]*"
    r"|\bpoison(?:ed|ous)? (?:apple|ivy|oak|arrow|dart)s?\b|\bblackout (?:on our|in the whole|across|curtains)\b[\w' ]*"
    r"|\b(?:black |brown |white )?spots (?:all over|on) (?:my|the|our) (?:rose|tomato|banana|leaves|plants?|lawn|car"
    r"|walls?|ceiling|lemon|apple)\w*\b"
    r"|\bnot (?:that|like) i don't know why\b|\b(?:have|has|had|got) (?:me|us) on pins and needles\b|\b(?:lightning|thunder) storms?\b|\bdrug seizure\b|\bbiting holes in\b"
    r"|\bsame (?:\w+ ){0,3}?(?:pills?|medicines?|medication|meds|tablets?|dose) (?:for|since|all)\b"
)
