"""What every response must be, whatever was asked: valid, within Amazon's limits, and paired: a question leaves the session open
and is asked again after silence; everything else closes it."""

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from lambda_function import APOLOGY

SPEECH = CARD = 8000  # characters
WHOLE = 24 * 1024  # bytes, session attributes included
TAGS = {"speak", "say-as", "break", "p", "s", "sub", "emphasis", "prosody", "phoneme", "w", "lang", "voice", "audio"}
DIGITS = {"digits", "telephone", "characters", "spell-out", "cardinal", "number", "ordinal", "date", "time", "unit", "fraction",
          "address", "interjection"}  # fmt: skip
HINTS = re.compile(r"\?|\b(say|name|tell|answer)\b", re.I)


def heard(ssml: str) -> str:
    """What a listener hears of it."""
    return re.sub(r"<[^>]+>", "", ssml).strip()


def speech_of(response: dict[str, Any]) -> str:
    return str(response.get("response", {}).get("outputSpeech", {}).get("ssml", ""))


def reprompt_of(response: dict[str, Any]) -> str:
    return str(response.get("response", {}).get("reprompt", {}).get("outputSpeech", {}).get("ssml", ""))


def is_apology(response: dict[str, Any]) -> bool:
    return heard(speech_of(response)) == heard(APOLOGY)


def problems(response: dict[str, Any]) -> Iterator[str]:
    """Everything wrong with a spoken response."""
    if is_apology(response):
        yield "the skill broke and only apologised; look for the error on the log"
    body, speech, reprompt = response.get("response", {}), speech_of(response), reprompt_of(response)
    if not heard(speech):
        yield "nothing is said; every request but the end of a session needs speech"
    for name, ssml in (("speech", speech), ("reprompt", reprompt)):
        yield from (f"{name}: {problem}" for problem in ssml_problems(ssml) if ssml)
    yield from _pairing(body.get("shouldEndSession"), heard(speech), heard(reprompt))
    card = body.get("card")
    if card and len(json.dumps(card, ensure_ascii=False)) > CARD:
        yield f"card: longer than {CARD} characters; shorten it"
    if card and (card.get("type") != "Simple" or not card.get("title") or not card.get("content")):
        yield "card: needs the type Simple, a title and content"
    size = len(json.dumps(response, ensure_ascii=False).encode())
    if size > WHOLE:
        yield f"response: {size} bytes, {WHOLE} at most with the session attributes; keep less"


def _pairing(ends: object, speech: str, reprompt: str) -> Iterator[str]:
    if ends is False:
        if not speech.endswith("?"):
            yield f'session left open, but the last thing said asks nothing: "…{speech[-60:]}"'
        if not reprompt:
            yield "session left open without a reprompt; silence would end it unexplained"
        elif not HINTS.search(reprompt):
            yield f'reprompt neither asks nor says what to say: "{reprompt}"'
    elif ends is True:
        if speech.endswith("?"):
            yield f'asks a question and closes the session: "…{speech[-60:]}"'
        if reprompt:
            yield "session closed, but a reprompt is sent; drop it"
    else:
        yield "shouldEndSession is missing; set it to true or false"


def ssml_problems(ssml: str) -> Iterator[str]:
    """What Alexa would refuse in the mark-up."""
    if len(ssml) > SPEECH:
        yield f"{len(ssml)} characters, {SPEECH} at most; say less"
    try:
        root = ElementTree.fromstring(ssml)
    except ElementTree.ParseError as error:
        yield f"is no well-formed SSML: {error}"
        return
    if root.tag != "speak":
        yield f"<{root.tag}>: the outermost element must be <speak>"
    for element in root.iter():
        if element.tag not in TAGS:
            yield f"<{element.tag}>: Alexa has no such element"
        if element.tag == "say-as" and element.get("interpret-as") not in DIGITS:
            yield f'say-as: interpret-as "{element.get("interpret-as")}" is none that Alexa has'
        if element.tag == "break":
            time = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s)", element.get("time", "0s"))
            if not time or float(time[1]) / (1000 if time[2] == "ms" else 1) > 10:
                yield f'break: "{element.get("time")}" must be ten seconds at most'
