"""Words of symptoms that belong to another word: "the chest freezer", "hay fever", "root beer"."""

import re

# Things and doings that have such a word in their name.
COMPOUND = re.compile(
    r"\b(?:cedar|hope|tool|treasure|ice|toy) chest\b|\bchest (?:freezer|of drawers|press|passe?s?|day|waders)\b"
    r"|\bbaby (?:shower|toes?|aspirin|carrots?|powder|oil|wipes|monitor|blue|food|grand|gate|stroller|bambi)\b"
    r"|\bwalk\w* (?:the|our|my|his|her) (?:dogs?|puppy)\b|\bnon[- ]drowsy\b|\b(?:cabin|hay|spring) fever\b"
    r"|\bfaint (?:little |tiny |slight |smell |line )?(?:flutter|twitch|pulse|buzz|tremor|tickle|of|on)\b"
    r"|\bchoke up on the (?:bat|club|handle|grip)\b|\b(?:throw|threw|putting|put|throwing) up (?:some |a |the |more )?(?:drywall"
    r"|walls?|fence|tents?|shelf|shelves|signs?|decorations|lights|siding)\b"
    r"|\b(?:dark|brown) cola (?:all|in it|every|a day)\b|\b(?:i|we|i've been) (?:drink|drinking|take) (?:my |our )?(?:(?:iced|sweet|dark"
    r"|strong) )?(?:tea|coffee|cola) [\w' ]+|\biced tea (?:from|all|supposed)\b[\w' ]*"
    r"|\broot beer (?:floats?|gave)\b[\w' ]*|\b(?:breast|back|butter|key|brush|golf)[- ]?strokes?\b"
    r"|\b(?:knock|knocked|knocking) out (?:\w+ ){0,3}?(?:push ups|pushups|sit ups|pull ups|reps|sets|laps|miles|emails|chores"
    r"|squats|homework)\b|\bpass\w* out (?:flyers|papers|candy|cards|samples|copies|tests|treats)\b"
    r"|\b(?:it|that|this) (?:makes|made) no sense\b|\bbig swells?\b|\bpop[- ]up (?:camper|tent|ads?|store|trailer)\b"
    r"|\bdialysis (?:tech|nurse|clinic|center|technician)\b|\bsh[o]ot?(?:ing)? (?:some |a few |a little )?(?:hoops|baskets|pool"
    r"|photos|videos?|the breeze)\b|\bspreading (?:mulch|gravel|butter|seed|fertilizer|manure|dirt|sand|salt|jam|rumors)\b"
    r"|\bsudden death (?:overtime|round|playoff|game)\b|\blithium (?:drill|battery|batteries|ion|powered|cells?)\b"
    r"|\b(?:treadmill|bike|wind|full|top|walking|running|high|low|same|typing|reading) speed\b"
    r"|\bwater (?:bottle|jug|pipe|heater|main|pump|cooler|line) (?:broke|burst|leak\w*)\b"
    r"|\b(?:is|'s|was) my (?:poison|drug) ?(?:of choice)?(?= |$)|\bweakness for (?!a |the |one |two )\w+"
    r"|\bblue (?:marker|ink|popsicle|candy|icing|frosting|jello|paint|dye|slushie|raspberry|lollipop|sucker)\b[\w' ]*"
    r"|\bpoison(?:ed|ous)? (?:apple|ivy|oak|arrow|dart)s?\b|\bblackout (?:on our|in the whole|across|curtains)\b[\w' ]*"
    r"|\b(?:black |brown |white )?spots (?:all over|on) (?:my|the|our) (?:rose|tomato|banana|leaves|plants?|lawn|car|walls?|ceiling|lemon|apple)\w*\b"
)
# What befalls no person: things, teams, crowds, what is in a book or a show.
BEFALLS = re.compile(
    r"\b(?:shirt|ink|dye|colors?|jeans|socks|towels?|sweater|sheets) (?:\w+ )?bled\b|\b(?:beans|rice|raisins|door|dough|oats)"
    r"(?: up)? swell\w*|\bturkey(?:'s| is) (?:still )?cold\b.*|\b(?:laptop|computer|screen|phone|tv|game|app|video|call) froze(?: up)?\b.*"
    r"|\b(?:crowd|audience|room|theater|crew) (?:\w+ )?(?:gasping|in stitches|dying)\b[\w' ]*|\bso (?:humid|hot|smoky|stuffy"
    r"|dusty|muggy|crowded|loud) [\w' ]*you can't (?:even )?(?:breathe|hear|think)\b"
    r"|\b(?:groom|bride|buyer|seller) got cold feet\b|\byou're hearing things\b|\bears? (?:\w+ )?popped\b"
    r"|\bgot (?:crushed|killed|smoked|destroyed) (?:at home|by \w+ points|on (?:sun|mon|thurs|satur)day|in the (?:game|finals"
    r"|playoffs))\b|\b(?:we|they|packers|state) crushed (?!his|her|my|me)\w+ (?:by|in|at|last)\b"
    r"|\bshock when i (?:opened|saw|got|read) (?:the|my|that) (?:\w+ )?(?:bill|news|price|total|receipt|score)\b"
    r"|\b(?:had|have|has|having|threw|pitched|throwing) a (?:\w+ )?fit (?:about|over the)\b"
    r"|\blightning (?:hit|struck|got) (?:the|our|a|my|that) (?:\w+ )?(?:barn|trees?|oak|house|pole|shed|church|tower|steeple|garage"
    r"|transformer)\b(?!.*\b(?:me|him|her|us|and (?:he|she|i|my))\b)"
    r"|\b(?:can't|cannot|couldn't) see (?:the|my) (?:tv|t v|screen|road|board|score|ball) (?:for|because of|with|through) the\b"
    r"|\bhow do (?:you|i) say [\w' ]+ in (?:spanish|french|german|italian|japanese|english|latin|korean)\b"
    r"|\b(?:show|movie|film|book|game|song|episode|story) (?:is |called )?(?:the one )?(?:where|in which)\b.*|\bfairy tales?\b.*"
    r"|\b(?:every breath you take|highway to|in the (?:western|movie|film|novel|comic|cartoon|video game))\b.*"
    r"|\bwhat (?:kills|gets rid of|keeps away) (?!my|the pain|pain|this|it)\b.*|\bmy (?:wizard|character|avatar|sims?|pokemon"
    r"|player|paladin|knight) (?:got|is|was|just|keeps|died)\b.*"
)
