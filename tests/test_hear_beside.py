"""The stand-in recogniser: words of symptoms that tell of none, people who are only mentioned, and a no behind what it denies."""

import pytest

from tests.test_hear import reported
from tools.recogniser import Recogniser


@pytest.mark.parametrize("said", [
    "play that one that goes can't breathe without you", "my wifi's having a stroke tonight", "our beagle threw up on the rug",
    "add rat poison to my shopping list", "this excavator keeps jerking when i swing the boom", "i'm drowning in emails",
    "i looked at a bunch of seizure videos", "no the only pain is my wallet", "moving the printer was a stroke of genius",
    "i fainted once in seventh grade and that was it", "i did have a small stroke two years ago but i got over that",
    "if my face ever starts drooping do i call", "what do i do if her face were to swell up later on",
    "sugar's my wife's problem i don't have it", "the seizures are my neighbor's i only get a twitch",
    "poison um no i went to the gym", "gets in the way nah i work right through it", "i wouldn't say stiff all over",
    "they asked if i'm on a statin and i'm not", "my arm was asleep because i slept on it and it woke up again",
    "it's been years since i bumped my head", "i'm so scared of having a stroke one day",
    "my aunt's face sagged when she had her stroke mine hasn't", "i worry about kids choking but it's never happened",
    "this laptop's frozen solid and won't wake up", "a lady fainted at church but i'm not calling about her",
    "i couldn't swallow but that cleared up in march", "doctor brought up a cholesterol pill and i turned him down",
    "we live near power lines but nobody's ever touched one", "they took me off water pills years ago",
    "refusal to walk i mean i refuse gym no i can walk fine", "my jaw no it opens just fine", "drugs me never the job tests us",
    "if i start coughing blood i'll call back", "who my uncle he's dead this is about me",
    "the chest pains were my late husband's", "splitting headaches are what my wife gets",
    "grandma's stroke took her side i'm okay",
    "braced for bad belly pain that never came", "kept checking his foot for cold and it stayed warm",
    "my aunt with dementia sees things i never have", "i was scared she'd choke so i mashed everything",
    "last locked jaw i had was twenty years ago", "if i start seeing double should i call somebody",
    "have you got any trouble breathing he says no", "is it like a stroke or something", "brown pee no jesus nothing's wrong",
    "pregnant i told you i'm seventy six good lord no", "digging around in the chest freezer", "every spring it's my hay fever",
    "how do you say i can't talk in spanish", "packers got crushed at home on sunday",
    "which animal stays pregnant the longest", "what temperature should chicken reach inside", "shop vac won't suck air no more",
    "make the hallway lamp a warm red", "find the song blue lips on spotify", "that movie had me on pins and needles",
    "they tested my sugar and i'm not diabetic", "my leg only went dead because i'd sat on it it woke right back up",
])  # fmt: skip
def test_what_only_sounds_like_a_symptom_is_none(hears: Recogniser, said: str) -> None:
    heard = hears.hear(said).slots
    assert not {i for name in ("finding", "movement") for _, i in heard.get(name, [])} - {"exercise_trigger", "twitch"}


@pytest.mark.parametrize(("said", "finding"), [
    ("my team mate passed out on the field", "loss_of_consciousness"), ("he had a fit when he fell", "seizure"),
    ("grandpa lost his mind when he woke up", "confusion"), ("my hand got crushed by a machine", "crush_injury"),
    ("a snake got mama", "snake_bite"), ("chicken went down wrong can't breathe", "choking"),
    ("faint on me", "loss_of_consciousness"),
    ("find help can't breathe", "trouble_breathing"), ("is the baby choking", "choking"),
    ("check the baby can't breathe", "trouble_breathing"),
    ("why is the man on the floor not breathing", "trouble_breathing"), ("my pee is like iced tea", "dark_urine"),
    ("he says stuff that makes no sense", "confusion"), ("i might have hit my head on the shelf", "head_neck_injury"),
    ("i can't breathe oh no", "trouble_breathing"), ("choking no he's turning blue", "choking"),
    ("she's having a seizure my son", "seizure"), ("the one having chest pain is my wife", "chest_pain"),
    ("my son's the one with the seizure", "seizure"), ("my dog walker got bitten by a snake", "snake_bite"),
    ("i don't know if it will ever stop my chest hurts so bad", "chest_pain"), ("chest pain post surgery", "chest_pain"),
    ("turn off the light it's the worst headache i ever had", "severe_headache"),
    ("my dog bit me my leg is swollen", "leg_swelling"),
    ("everybody's asleep except me and my chest hurts", "chest_pain"), ("i thought he'd stopped breathing", "trouble_breathing"),
    ("it was my son's first seizure", "seizure"), ("he's choking oh god no", "choking"),
    ("i drink tea all day and my pee is like tea", "dark_urine"), ("lightning hit the tree and knocked me down", "high_voltage"),
    ("moving the chest freezer gave me chest pain", "chest_pain"), ("my hand got crushed at home on sunday", "crush_injury"),
    ("if i start walking my chest hurts should i worry", "chest_pain"), ("mom had a fit on the floor", "seizure"),
    ("he's swatting at bugs on the wall", "hallucinations"), ("pee looks like root beer", "dark_urine"),
    ("he wouldn't say what pills he took too many pills", "poison_exposure"), ("no why is my face drooping", "face_droop"),
    ("my son fainted in fifth grade gym class", "loss_of_consciousness"), ("he's bleeding and it won't stop", "heavy_bleeding"),
    ("the horse kicked him in the head", "head_neck_injury"), ("um no i can't breathe", "trouble_breathing"),
    ("my jaw is locked up and i can't swallow", "lockjaw"),
    ("my son wanted to kill himself and i never knew", "suicidal_thoughts"), ("i got hit by lightning tonight", "high_voltage"),
    ("he pushed her down the stairs and she didn't wake up", "loss_of_consciousness"),
    ("i spilled coffee and now my face is drooping", "face_droop"), ("can you get help chest pain", "chest_pain"),
    ("am i going to be okay chest pain", "chest_pain"),
    ("had a shaking fit last night but that's over", "seizure"), ("if i start walking i get chest pain", "chest_pain"),
    ("chest pain i mean it hurts bad no i'm serious", "chest_pain"), ("my late shift ended and my chest hurts", "chest_pain"),
    ("my husband's face is drooping mine's fine", "face_droop"),
    ("i'm calling about my son he had a seizure", "seizure"), ("he stopped breathing", "trouble_breathing"),
    ("since the baby i can't hold my pee", "bladder_bowel_loss"), ("order me an ambulance my chest hurts", "chest_pain"),
])  # fmt: skip
def test_what_is_told_near_such_words_is_reported(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


@pytest.mark.parametrize(("said", "people"), [
    ("my arm keeps twitching and my grandma had a l s", set()), ("i've been so out of shape since the baby", set()),
    ("it hurt like a son of a gun", set()), ("my wife says i kick in my sleep", set()),
    ("she says i kick but it's me that has it", {"self"}), ("not me my son", {"son"}),
    ("my legs have cramped since my daughter was born", set()),
    ("my daughter says my legs hurt", {"daughter"}), ("my son's arm keeps jerking", {"son"}),
    ("my dad's hand cramps", {"father"}),
    ("i'm scared my son is twitching", {"son"}), ("my son got a cramp last night i'm worried", {"son"}),
    ("it's me again my son has a cramp", {"self", "son"}),
    ("my neighbor's dog bit my hand", set()),
    ("my uncle had a l s i watched him go that's why i call", set()), ("it's just my legs my mom can't know", set()),
    ("i think my son has a cramp", {"son"}), ("my eye is fine it's not me it's my husband", {"husband"}),
])  # fmt: skip
def test_who_is_only_mentioned_is_not_who_it_is_about(hears: Recogniser, said: str, people: set[str]) -> None:
    assert {id for _, id in hears.hear(said).slots.get("person", []) if id != "they"} == people


def test_the_second_of_two_times_is_meant(hears: Recogniser) -> None:
    assert [id for _, id in hears.hear("no not four hours ten days").slots["duration"]] == ["P10D"]
    assert [id for _, id in hears.hear("three days not three weeks").slots["duration"]] == ["P3D"]
    assert "duration" not in hears.hear("i only sleep like four hours but my eye twitches").slots


@pytest.mark.parametrize(("said", "intent"), [
    ("ugh no come on", "NegateIntent"), ("what no why do you ask that", "NegateIntent"), ("i said no", "NegateIntent"),
    ("i don't know yes whatever just make it stop", "AffirmIntent"),
    ("whatever no it was just a cramp", "NegateIntent"), ("so should i stop the pill the water pill tonight", "TopicIntent"),
    ("is it m s or not that's all i want to know", "TopicIntent"), ("ha ha i've had the hiccups since thursday", "ReportIntent"),
])  # fmt: skip
def test_what_is_said_with_a_sigh_is_understood(hears: Recogniser, said: str, intent: str) -> None:
    assert hears.hear(said).intent in (intent, intent.replace("Negate", "NoBut"))


@pytest.mark.parametrize(("said", "finding"), [
    ("throwing up all day", "severe_vomiting"), ("suddenly can't walk", "dizziness_balance"),
    ("he is not waking up", "loss_of_consciousness"),
    ("she's not making a lot of sense", "confusion"), ("her right arm is numb", "one_sided_weakness"),
    ("slumped over the steering wheel", "loss_of_consciousness"),
    ("i've been throwing up all night please help", "severe_vomiting"),
])  # fmt: skip
def test_an_emergency_to_the_letter_is_that_whatever_its_parts_say(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


@pytest.mark.parametrize(("said", "movement"), [
    ("not a cramp a twitch", {"twitch"}), ("no fever a cramp", {"cramp"}), ("not a twitch or a cramp", set()),
])  # fmt: skip
def test_what_stands_next_to_a_denied_one_is_told(hears: Recogniser, said: str, movement: set[str]) -> None:
    assert {i for _, i in hears.hear(said).slots.get("movement", [])} == movement


@pytest.mark.parametrize(("said", "intent"), [
    ("naw", "NegateIntent"), ("can't say that i do", "NegateIntent"), ("i reckon so", "AffirmIntent"), ("no why", "WhyIntent"),
    ("i don't know what that means", "RephraseIntent"), ("what can i do about it till then", "EaseIntent"),
])  # fmt: skip
def test_plain_answers_are_understood(hears: Recogniser, said: str, intent: str) -> None:
    assert hears.hear(said).intent == intent


def test_the_baby_of_who_is_pregnant_isnt_the_patient(hears: Recogniser) -> None:
    assert "person" not in hears.hear("does it hurt the baby i'm twelve weeks pregnant").slots
    assert hears.hear("my baby jerks in her sleep").slots["person"][0][1] == "baby"


@pytest.mark.parametrize(("said", "ids"), [
    ("no i only helped my sister move house", set()), ("three times a week and my late wife had it worse", {"frequent"}),
    ("my sister has nothing to do with it", set()),
    ("i got a call from my sister she can't breathe", {"trouble_breathing", "sister"}),
    ("no it's only the cramps could it hurt the baby", {"cramp"}),
    ("i'm afraid i want to hurt the baby", {"suicidal_thoughts"}),
    ("is that what a stroke looks like", set()), ("yes but is it seizures", set()), ("i'm so scared it's seizures", set()),
    ("is this a seizure he is shaking all over and foaming", {"seizure"}), ("what about my chest pain", {"chest_pain"}),
    ("the baby can't talk but her lips are blue", {"blue_skin", "baby"}), ("i did start the stomach pill", set()),
    ("not my hand my hands are fine it's the arch of my foot", {"foot"}), ("his right arm went weak", {"one_sided_weakness"}),
    ("could it be a stroke that's what i'm afraid of", set()), ("her left leg won't hold her", {"one_sided_weakness"}),
    ("please help my son keeps twitching", {"son", "twitch"}), ("my baby passed out", {"loss_of_consciousness", "baby"}),
    ("having thoughts that i hurt my baby", {"suicidal_thoughts"}), ("i'm scared it's a stroke", {"one_sided_weakness"}),
    ("no three days not seven", {"P3D"}), ("she's three months", set()), ("yeah after an hour or so of practice", set()),
    ("pregnant ha well no", set()), ("my calf is hard as a board", {"calf", "tense_limb"}),
    ("just the water pill i've had it for years", {"diuretic"}), ("no just my calf should i be worried", {"calf"}),
    ("the muscle at the base of my thumb looks thinner", {"muscle_wasting"}),
])  # fmt: skip
def test_what_callers_said_beside_it(hears: Recogniser, said: str, ids: set[str]) -> None:
    assert {i for i in reported(hears, said)[0] if i} - {"patient_he", "patient_she"} == ids
