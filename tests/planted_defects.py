"""One defect a row, each of which the content check must tell."""

FACT = '\n[made_up]\nsources = ["article"]\nknown = "article"\nby = "nobody"\n'
SOURCE = (
    '\n[made_up]\npublisher = "P"\ntitle = "T"\naddress = "A"\nseen = "page"\nread = 2026-01-01\nreview_by = 2027-01-01\n'
    'license = "paraphrased"\n'
)
RULES = r"^rules = \[$"
EN = "en-US"
QUESTIONS, FINDINGS, TIPS, FACTS, PROMPTS, DETAILS, CALLERS = (
    f"{EN}/{name}.toml" for name in ("questions", "findings", "tips", "facts", "prompts", "details", "callers")
)
# The file; what is found there (a pattern; "" for its end), and what is put in its place; then the file, the id and the words
# of the error that must follow.
DEFECTS = [
    # What can't be read, or has the wrong shape
    ("tips.toml", r"^\[calf_stretch\]$", "[calf_stretch", "tips.toml", "line ", "write it as TOML"),
    ("protocol.toml", r"^choking = \{", "choking = { urgent = true,", "protocol.toml", "findings choking", "key 'urgent'"),
    ("tips.toml", "", '\n[made_up]\nkindd = "care"\nfacts = ["judgement"]\n', "tips.toml", "made_up", "did you mean 'kind'?"),
    ("facts.toml", "", '\n[made_up]\nsources = "article"\nknown = "article"\nby = "x"\n', "facts.toml", "made_up", "brackets"),
    (PROMPTS, r"\A", "n = 3\n", PROMPTS, "n", "can't be 3"),
    # The protocol
    ("protocol.toml", RULES, 'rules = [\n  { when = ["fevr", "choking"], urgency = "emergency", facts = ["er_blue"] },',
     "protocol.toml", "rule fevr + choking", "did you mean 'fever'?"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress", "caffeine"], urgency = "urgent", facts = ["er_blue"] },',
     "protocol.toml", "rule stress + caffeine", "names no urgency 'urgent'"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress", "caffeine"], urgency = "doctor", facts = ["nowhere"] },',
     "protocol.toml", "rule stress + caffeine", "names no fact 'nowhere'"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress", "caffeine"], urgency = "doctor", facts = [] },',
     "protocol.toml", "rule stress + caffeine", "name the fact behind it"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress"], movement = ["twich"], urgency = "doctor", facts = ["er_blue"] },',
     "protocol.toml", "rule stress", "did you mean 'twitch'?"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress"], place = ["@limbs"], urgency = "doctor", facts = ["er_blue"] },',
     "protocol.toml", "rule stress", "did you mean 'limb'?"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["stress"], urgency = "doctor", facts = ["er_blue"] },',
     "protocol.toml", "rule stress", "give a single finding its urgency with alone"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["choking", "stress"], urgency = "emergency", facts = ["er_blue"] },',
     "protocol.toml", "rule choking + stress", "take it out: it is a reason, not a rule"),
    ("protocol.toml", RULES, 'rules = [\n  { when = ["fever", "stiff_neck"], urgency = "emergency", facts = ["meningitis"] },',
     "protocol.toml", "rule stiff_neck + fever", "stands twice"),
    ("protocol.toml", r'^choking = \{ alone = "emergency!"', 'choking = { alone = "emergencyy!"', "protocol.toml", "choking",
     "did you mean 'emergency'?"),
    ("protocol.toml", r'^choking = \{ alone = "emergency!"', 'choking = { alone = "doctor!"', "protocol.toml", "choking",
     "take the ! out"),
    ("protocol.toml", r'^choking = \{ alone = "emergency!"', 'choking = { alone = "emergency!", call = "999"', "protocol.toml",
     "choking", "names no call '999'"),
    ("protocol.toml", r'^(choking = .*)listen = "[^"]*", ', r"\1", "protocol.toml", "choking", "say who is asked"),
    ("protocol.toml", r'^(choking = .*)listen = "[^"]*"', r'\1asked = "all"', "protocol.toml", "choking", "add it to a question"),
    ("protocol.toml", r'^(choking = .*)listen = ', r'\1asked = "all", listen = ', "protocol.toml", "choking", "keep one"),
    ("protocol.toml", r'asks = \["tense_limb"\]', 'asks = ["tense_limb", "choking"]', "protocol.toml", "question tense",
     "'choking', which nobody is asked"),
    ("protocol.toml", r'^fever = \{ asked = \[', 'fever = { asked = [{ after = ["rash_spots"] }, ', "protocol.toml", "fever",
     "break the circle of after"),
    ("protocol.toml", r'^fever = \{ asked = \[', 'fever = { asked = [{ age_group = ["teen"] }, ', "protocol.toml", "fever",
     "names no age_group 'teen'"),
    ("protocol.toml", r'longer_than = "P14D"', 'longer_than = "two weeks"', "protocol.toml", "derive over_2_weeks", "like P14D"),
    ("protocol.toml", r'finding = "back_pain"', 'finding = "bak_pain"', "protocol.toml", "derive bak_pain", "'back_pain'?"),
    ("protocol.toml", r'^friend = \{ pronoun = "they"', 'friend = { pronoun = "ze"', "protocol.toml", "people friend",
     "names no pronoun 'ze'"),
    ("protocol.toml", r'^id = "places"$', 'id = "weak"', "protocol.toml", "question weak", "an id of its own"),
    # Tips, facts, sources
    ("tips.toml", "", '\n[made_up]\nkind = "care"\nfits = ["stres"]\nfacts = ["judgement"]\n', "tips.toml", "made_up", "'stress'"),
    ("tips.toml", "", '\n[made_up]\nkind = "care"\nplace = ["elbow"]\nfacts = ["judgement"]\n', "tips.toml", "made_up",
     "no place 'elbow'"),
    ("tips.toml", r'^(\[rub_leg\](?s:.*?))"leg_swelling", ', r"\1", "tips.toml", "rub_leg", "could be a clot (leg_swelling)"),
    ("facts.toml", r'^\[er_blue\]\nsources = \[.*\]', '[er_blue]\nsources = []', "facts.toml", "er_blue", "has no source"),
    ("facts.toml", r'^\[er_blue\]\nsources = \[', '[er_blue]\nsources = ["nlm_emergency", ', "facts.toml", "er_blue",
     "did you mean 'nlm_emergencies'?"),
    ("facts.toml", r'^(\[er_blue\]\n.*\n)known = ".*"', r'\1known = "judgement"', "facts.toml", "er_blue", "write known = "),
    ("facts.toml", "", FACT, "facts.toml", "made_up", "is used by nothing"),
    ("sources.toml", "", SOURCE, "sources.toml", "made_up", "backs no fact"),
    ("sources.toml", r'^(\[nlm_emergencies\]\n(?s:.*?))^license = .*\n', r"\1", "sources.toml", "nlm_em", "no license"),
    ("sources.toml", r'^(\[nlm_emergencies\]\n(?s:.*?))^address = .*\n', r"\1", "sources.toml", "nlm_em", "no address"),
    # The words of a language
    (FACTS, r"^er_blue = .*\n", "", FACTS, "er_blue", "has no words; write them"),
    (FACTS, "", 'er_bleu = "Blue lips."\n', FACTS, "er_bleu", "did you mean 'er_blue'?"),
    (TIPS, r"^calf_stretch = .*\n", "", TIPS, "calf_stretch", "has no words"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "{yuor} ', TIPS, "calf_stretch", "did you mean 'your'?"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "{your ', TIPS, "calf_stretch", "has a stray brace"),
    (FINDINGS, r'^(\[choking\]\n(?s:.*?))^why = .*\n', r"\1", FINDINGS, "choking", "has no why"),
    (FINDINGS, r"^\[choking\]$", "[chocking]", FINDINGS, "chocking", "did you mean 'choking'?"),
    (QUESTIONS, r"^\[weak\]$", "[weeak]", QUESTIONS, "weeak", "did you mean 'weak'?"),
    (QUESTIONS, r'^.*of = \["muscle_wasting"\].*\n', "", QUESTIONS, "weak", "ask for muscle_wasting"),
    (QUESTIONS, r'of = \["muscle_wasting"\]', 'of = ["muscle_wasting", "choking"]', QUESTIONS, "weak", "asks for 'choking'"),
    (QUESTIONS, r'^  \{ of = \["trouble_breathing"\]', '  { of = [], say = "a sixth thing" },\n  { of = ["trouble_breathing"]',
     QUESTIONS, "life", "6 things in one breath"),
    (QUESTIONS, r'^(\[stroke\]\n(?s:.*?))^again = .*\n', r"\1", QUESTIONS, "stroke", "write again"),
    (QUESTIONS, r'^(\[stroke\]\n(?s:.*?))^reprompt = .*$', r'\1reprompt = "Any of it?"', QUESTIONS,
     "stroke", "end its reprompt with: call 911"),
    (DETAILS, r"^calf = .*\n", "", DETAILS, "place calf", "has no words"),
    (DETAILS, r'^he = \{ you = "he", ', "he = { ", DETAILS, "pronouns he you", "has no words"),
    (PROMPTS, r"^goodbye = .*\n", "", PROMPTS, "goodbye", "has no words"),
    (PROMPTS, r"\A", 'goodnight = "Good night."\n', PROMPTS, "goodnight", "is never said"),
    (CALLERS, r"^choking = \[(?s:.*?)^\]\n", "", CALLERS, "finding choking", "has no words"),
    (CALLERS, r"^choking = \[", 'choking = ["chest pain", ', CALLERS, "finding choking", "also of chest_pain"),
    (CALLERS, r"^choking = \[", 'choking = ["Choking on 2 grapes", ', CALLERS, "finding choking", "lower-case letters"),
    # How it is said
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "You may have a clot. ', TIPS, "calf_stretch", "a diagnosis"),
    (FACTS, r'^er_blue = "', 'er_blue = "It sounds like a stroke. ', FACTS, "er_blue", "a diagnosis"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "This will cure it. ', TIPS, "calf_stretch", "a promise"),
    (TIPS, r'^calf_stretch = "', "calf_stretch = \"It's just a cramp. ", TIPS, "calf_stretch", "a promise"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Stop taking the pills. ', TIPS, "calf_stretch", "to stop a medicine"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Take two tablets. ', TIPS, "calf_stretch", "a dose"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Some tonic water helps. ', TIPS, "calf_stretch", "a remedy that may harm"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Massage the swollen calf. ', TIPS, "calf_stretch",
     "rubbing where there may be a clot"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Breathe into a paper bag. ', TIPS, "calf_stretch", "breathing into a bag"),
    (PROMPTS, r'^goodbye = "', 'goodbye = "As a nurse, I say so. ', PROMPTS, "goodbye", "a clinician"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Stop! ', TIPS, "calf_stretch", "has '!'"),
    (TIPS, r'^calf_stretch = "', 'calf_stretch = "Wait 10 minutes. ', TIPS, "calf_stretch", "the number 10"),
    (FACTS, r'^er_blue = ".*"', 'er_blue = "Peripheral cyanosis necessitates immediate emergency hospitalization, '
     'notwithstanding temporary alleviation of accompanying manifestations."', FACTS, "er_blue", "reads at grade"),
    (QUESTIONS, r'say = "trouble walking"', 'say = "trouble walking, or standing, or running, or climbing up or down '
     'some stairs or a hill or a ladder or a bank"', QUESTIONS, "weak", "say it in 30 words"),
    (PROMPTS, r'^doctor = "', 'doctor = "Here is what I think about it, after all that you told me about it, and after '
     'I went over it with care once more, as well as I could. ', "protocol.toml", "outcome of weakness", "say it in 75 words"),
]  # fmt: skip
