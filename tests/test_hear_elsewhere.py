"""The stand-in recogniser: what is told of another time, of others, or only feared, and what is here and now all the same."""

import pytest

from tests.test_hear import reported
from tools.recogniser import Recogniser


@pytest.mark.parametrize("said", [
    "uncle ray had a stroke back in ninety two and his face fell", "daddy died of a heart attack so every cramp spooks me",
    "i passed out once giving blood that was thirty years ago", "had a fever last month but that's long gone",
    "my sister's got seizures but i've never had one", "there was a man on my show who couldn't move his whole left side",
    "i'm dreading that i'll go numb but it hasn't happened so far", "i can't remember the last time i passed out",
])  # fmt: skip
def test_what_is_past_another_s_or_only_feared_is_no_report(hears: Recogniser, said: str) -> None:
    assert "finding" not in hears.hear(said).slots


@pytest.mark.parametrize(("said", "finding"), [
    ("years ago my dad had a stroke and now my own face is drooping", "face_droop"),
    ("my face drooped this morning but it's back to normal", "face_droop"),
    ("i had breast cancer ten years ago", "cancer_history"), ("i'm scared i'm having a heart attack", "chest_pain"),
    ("my hand got weak last year", "weakness"), ("my kid had a seizure in school", "seizure"),
    ("my husband died of a stroke and i'm having one", "one_sided_weakness"),
    ("my neighbor is having a stroke", "one_sided_weakness"), ("i can hardly keep my eyes open", "drowsy"),
])  # fmt: skip
def test_in_doubt_a_thing_is_here_and_now(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


@pytest.mark.parametrize("said", [
    "my wife is the one with diabetes not me", "my mother in law takes lipitor and a water pill i don't take a thing",
    "my roommate had the heart attack not me", "my brother had a seizure at fifty but i'm alright",
    "he had a stroke ten years ago", "i gave up drinking ten years ago", "i used to faint as a kid not any more",
    "i had chest pain years ago but that was just heartburn nothing now",
])  # fmt: skip
def test_what_others_have_or_is_over_is_no_report(hears: Recogniser, said: str) -> None:
    assert "finding" not in hears.hear(said).slots


@pytest.mark.parametrize(("said", "never"), [
    ("the guy next to me at work passed out i only got a foot cramp", "loss_of_consciousness"),
    ("i keep thinking my foot will go numb but it never does", "numbness_tingling"),
    ("i thought it was a stroke but my speech is fine", "one_sided_weakness"),
    ("the nurse asked if i had chest pain i said no", "chest_pain"), ("if my chest hurt i'd tell you", "chest_pain"),
    ("there's no way he hit his head", "head_neck_injury"), ("i'm more tired than weak", "weakness"),
    ("i'm on a statin no wait not a statin", "statin"), ("cold feet before the wedding and a twitch", "cold_pale_limb"),
    ("it doesn't just happen when i'm asleep", "happens_only_in_sleep"), ("just the left arm the right's okay", "right"),
    ("the kids are driving me crazy and my eye twitches", "child"), ("my back spasms when i lift my grandkids", "child"),
    ("what if this gets worse and i can't breathe", "trouble_breathing"), ("in case i start having chest pain", "chest_pain"),
    ("i read online that twitching means you get weak", "weakness"), ("neither one of my legs is swollen", "leg_swelling"),
    ("my foot fell asleep but it's fine now", "numbness_tingling"), ("no my liver's fine", "liver_thyroid_disease"),
    ("my dad had a heart attack and his chest hurt but all i've got is a twitch in my arm", "chest_pain"),
    ("a guy at work got bit by a snake it wasn't me", "snake_bite"), ("i used to get these when i was pregnant", "pregnant"),
    ("i was on a water pill a long time ago but they took me off it", "diuretic"),
    ("i doubt it's a stroke", "one_sided_weakness"),
    ("i'm terrified of losing my speech one day", "speech_trouble"), ("i'd ring an ambulance if she started choking", "choking"),
    ("suppose i lose control of my bladder", "bladder_bowel_loss"), ("no chance i'm pregnant", "pregnant"),
    ("the leaflet says this pill may cause swelling of the face", "face_tongue_swelling"),
    ("i dreamed i couldn't breathe", "trouble_breathing"), ("my mate got hit by lightning once", "high_voltage"),
    ("they told me to watch for numbness between my legs", "saddle_numbness"), ("he's nowhere near a power line", "high_voltage"),
    ("i broke my neck years ago it's long healed", "head_neck_injury"), ("hardly any trouble breathing", "trouble_breathing"),
    ("i took lithium once but i've been off it for decades", "lithium"), ("drowsy no she popped right up", "drowsy"),
    ("i don't have diabetes my sugar was normal", "diabetes"),
    ("my coach fainted once but that was him", "loss_of_consciousness"),
    ("no my dad had chest pain last year but me no", "chest_pain"), ("no my chest doesn't hurt", "chest_pain"),
    ("no chest pain", "chest_pain"), ("i was hopping on one leg from the cramp", "child_wont_walk"),
    ("i don't think my face is drooping", "face_droop"),
])  # fmt: skip
def test_what_is_not_so_is_not_reported(hears: Recogniser, said: str, never: str) -> None:
    assert never not in reported(hears, said)[0]


@pytest.mark.parametrize(("said", "finding"), [
    ("my mother had a stroke", "one_sided_weakness"), ("the guy next to me passed out", "loss_of_consciousness"),
    ("my dad had a heart attack at fifty and now my chest hurts", "chest_pain"),
    ("my husband is the one who can't breathe not me", "trouble_breathing"),
    ("my wife is having chest pain not me", "chest_pain"), ("he had a stroke last year and now he can't talk", "speech_trouble"),
    ("my brother takes lithium and he's shaking i don't take it", "lithium"), ("i take lipitor my wife doesn't", "statin"),
    ("my husband passed out i just got home", "loss_of_consciousness"), ("i'm afraid he stopped breathing", "trouble_breathing"),
    ("i thought it was a cramp but now my face is drooping", "face_droop"),
    ("it's my wife not me she has chest pain", "chest_pain"),
    ("i asked if his chest hurts he said yes", "chest_pain"), ("my chest hurts more than ever", "chest_pain"),
    ("he quit drinking two days ago", "alcohol_or_sedative_stopped"), ("the weakness is in my leg", "weakness"),
    ("the left one's fine the right leg is swollen", "leg_swelling"), ("no just my left calf", "left"),
    ("no just my left calf", "calf"), ("my baby shakes when i hold her", "baby"), ("my son scared me he had a seizure", "son"),
    ("what if he dies he's not breathing", "trouble_breathing"), ("what if it's serious my chest hurts", "chest_pain"),
    ("i read that a droopy face is bad and mine's drooping", "face_droop"), ("should i call if my chest hurts", "chest_pain"),
    ("my son had a seizure but i'm okay", "seizure"), ("i passed out but i'm fine now", "loss_of_consciousness"),
    ("my leg is swollen and the twitch is gone now", "leg_swelling"), ("i don't doubt she had a seizure", "seizure"),
    ("my wife passed out but i only caught her arm", "loss_of_consciousness"),
    ("it took me off guard i lost my vision", "vision_change"),
    ("i have a fever it went away and came back", "fever"), ("neither of us drove he's having a seizure", "seizure"),
    ("what if i don't make it my chest is killing me", "chest_pain"),
    ("i'm scared i might kill myself", "suicidal_thoughts"), ("i'm pregnant but i haven't got any pain", "pregnant"),
    ("chest pain no i can't breathe", "chest_pain"), ("i can hardly get any air", "trouble_breathing"),
    ("i dreamed i was choking and woke up choking", "choking"), ("out of nowhere my chest hurts", "chest_pain"),
    ("my mate got hit by lightning just now", "high_voltage"), ("my neighbor fainted once again", "loss_of_consciousness"),
    ("i had a nightmare and now my chest hurts", "chest_pain"), ("he's not well more like choking", "choking"),
    ("nowhere near better my chest hurts", "chest_pain"), ("my chest hurts may be cause i fell", "chest_pain"),
    ("no my chest hurts a bit though", "chest_pain"), ("no my face is drooping", "face_droop"),
    ("no his lips are blue", "blue_skin"), ("well no my chest hurts", "chest_pain"),
    ("not really my chest hurts", "chest_pain"), ("my chest hurts a little", "chest_pain"),
])  # fmt: skip
def test_what_sounds_like_it_is_reported_all_the_same(hears: Recogniser, said: str, finding: str) -> None:
    assert finding in reported(hears, said)[0]


def test_what_is_no_way_so_is_not_fine(hears: Recogniser) -> None:
    assert "fine" not in hears.hear("there's no way he can breathe").slots
