"""What Amazon refuses in skill.json, or a certification reviewer would send back. Each problem names the place and the mend, and
ends with the address of the rule."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tools.certify_phrases import Coverage

DOCS = "https://developer.amazon.com/docs/"
POLICY = DOCS + "custom-skills/policy-requirements-for-an-alexa-skill.html"
STORE = DOCS + "devconsole/launch-your-skill.html"
SCHEMA = DOCS + "smapi/skill-manifest.html"
TESTS = DOCS + "custom-skills/functional-testing-for-a-custom-skill.html"
EVENTS = DOCS + "alexa/smapi/skill-events-in-alexa-skills.html"
WEB = DOCS + "custom-skills/host-a-custom-skill-as-a-web-service.html"
LAMBDA = DOCS + "custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html"

DISCLAIMER = {
    "says that it is informational": r"\binformational\b",
    "says that it gives no medical advice": r"not (?:give |provide )?medical advice",
    'says "not a substitute for professional medical advice"': r"not a substitute for professional medical advice",
    "says to call your doctor": r"call your doctor",
    'says "call 911 or your local emergency number"': r"911 or your local emergency number",
}
CLAIMS = r"\b(diagnoses?|cures?|heals?|saves? lives|life-?saving|clinically proven|guaranteed?|emergency service|alexa skill)\b"
ANSWERS = {"allowsPurchases": False, "usesPersonalInfo": False, "isChildDirected": False, "isExportCompliant": True,
           "containsAds": False, "usesHealthInfo": False}  # fmt: skip
ICONS = {"smallIconUri": ("en-US_smallIcon.png", 108), "largeIconUri": ("en-US_largeIcon.png", 512)}
REGIONS = "us-east-1|us-west-2|eu-west-1|ap-northeast-1"


def problems(manifest: dict[str, Any], model: dict[str, Any], root: Path = Path(".")) -> list[str]:
    """Everything wrong with the manifest, in a fixed order; empty when it may be submitted."""
    if set(manifest) != {"manifest"}:
        return [f'skill.json: the one top key is "manifest"; rename or remove {", ".join(sorted(manifest))} ({SCHEMA})']
    m = manifest["manifest"]
    if m.get("manifestVersion") != "1.0":
        return [f'skill.json: manifestVersion: must be "1.0" ({SCHEMA})']
    try:
        return [*_policy(m), *_store(m, root), *_phrases(m, model), *_privacy(m), *_endpoints(m), *_permissions(m, root)]
    except KeyError as missing:
        return [f"skill.json: {missing}: missing; add it ({SCHEMA})"]


def _locales(m: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from m["publishingInformation"]["locales"].items()


def _policy(m: dict[str, Any]) -> Iterator[str]:
    for locale, page in _locales(m):
        for name, pattern in DISCLAIMER.items():
            if not re.search(pattern, page["description"], re.I):
                yield f"{locale}: description: nothing in it {name}; add that ({POLICY})"
        for field in ("name", "summary", "description"):
            for claim in re.findall(CLAIMS, page[field], re.I):
                yield f'{locale}: {field}: "{claim}" claims what a skill may not; say what it does ({POLICY})'
        if re.search(r"\b(alexa|amazon|echo|skill)\b", page["name"], re.I):
            yield f'{locale}: name: "{page["name"]}" uses Amazon\'s words; drop them ({POLICY})'


def _store(m: dict[str, Any], root: Path) -> Iterator[str]:
    about = m["publishingInformation"]
    if about["category"] != "HEALTH_AND_FITNESS":
        yield f"category: {about['category']}: a health skill belongs in HEALTH_AND_FITNESS ({STORE})"
    if about["isAvailableWorldwide"] or about["distributionCountries"] != ["US"]:
        yield f"distributionCountries: the numbers it names are American; US only, and not worldwide ({STORE})"
    if not 1 <= len(about.get("testingInstructions", "").strip()) <= 4000:
        yield f"testingInstructions: 1 to 4,000 characters; write what is odd ({STORE})"
    elif not re.search(r"\bsession only\b", about["testingInstructions"]):
        yield f"testingInstructions: must say that answers live in the session only ({STORE})"
    for locale, page in _locales(m):
        limits = {"name": (2, 50), "summary": (1, 160), "description": (1, 4000)}
        for field, (least, most) in limits.items():
            if not least <= len(page[field].strip()) <= most:
                yield f"{locale}: {field}: {len(page[field])} characters; keep it within {least} to {most} ({STORE})"
        words = page.get("keywords", [])
        if not 1 <= len(words) <= 30 or len(set(words)) < len(words) or any(len(w) > 150 for w in words):
            yield f"{locale}: keywords: 1 to 30 different ones of at most 150 characters ({STORE})"
        for field, (file, size) in ICONS.items():
            if page.get(field) != f"file://assets/images/{file}":
                yield f"{locale}: {field}: must be file://assets/images/{file}, which the package brings ({STORE})"
            if _png_size(root / "assets" / f"icon-{size}.png") != (size, size):
                yield f"assets/icon-{size}.png: must be a PNG of {size} by {size} pixels; run make icons ({STORE})"


def _png_size(path: Path) -> tuple[int, int] | None:
    head = path.read_bytes()[:24] if path.exists() else b""
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" else None


def _phrases(m: dict[str, Any], model: dict[str, Any]) -> Iterator[str]:
    coverage = Coverage(model)
    for locale, page in _locales(m):
        phrases = page.get("examplePhrases", [])
        if len(phrases) != 3 or len(set(phrases)) < 3:
            yield f"{locale}: examplePhrases: {len(phrases)}; the store shows three different ones ({TESTS})"
        for place, phrase in enumerate(phrases):
            where = f'{locale}: examplePhrases[{place}]: "{phrase}"'
            if not re.fullmatch(r"[A-Za-z ,']+", phrase) or len(phrase) > 200:
                yield f"{where}: only words to be spoken, 200 characters at most: no other signs, no full stop ({TESTS})"
            rest = coverage.request_of(phrase)
            if rest is None:
                yield f'{where}: begin with "Alexa, open {coverage.invocation}" or "Alexa, ask {coverage.invocation} …" ({TESTS})'
            elif place == 0 and rest:
                yield f'{where}: the first phrase opens the skill: "Alexa, open {coverage.invocation}" ({TESTS})'
            elif rest and not any(coverage.intent(r) for r in rest):
                yield f'{where}: no sample of the model reads "{rest[0]}"; choose one that it has ({TESTS})'


def _privacy(m: dict[str, Any]) -> Iterator[str]:
    answers = m["privacyAndCompliance"]
    for name, value in ANSWERS.items():
        if answers.get(name) is not value:
            yield f"privacyAndCompliance: {name}: must be {str(value).lower()}, which is what the skill does ({POLICY})"
    for name in ("privacyPolicyUrl", "termsOfUseUrl"):
        if name in answers:
            yield f"privacyAndCompliance: {name}: belongs under locales ({SCHEMA})"
    if set(answers.get("locales", {})) != set(m["publishingInformation"]["locales"]):
        yield f"privacyAndCompliance: locales: must be those of publishingInformation ({SCHEMA})"
    for locale, pages in answers.get("locales", {}).items():
        for name in ("privacyPolicyUrl", "termsOfUseUrl"):
            url = urlsplit(pages.get(name, ""))
            if url.scheme != "https" or not url.hostname:
                yield f"{locale}: {name}: must be an https address of a page ({STORE})"
            elif re.search(r"alexa|amazon|echo", url.hostname):
                yield f"{locale}: {name}: {url.hostname} has one of Amazon's names in it; use another host ({POLICY})"


def _endpoints(m: dict[str, Any]) -> Iterator[str]:
    place = m["apis"]["custom"]["endpoint"]
    uri = place["uri"]
    if uri.startswith("https:"):
        if not re.fullmatch(r"https://[\w.-]+(:443)?(/\S*)?", uri) or place.get("sslCertificateType") != "Trusted":
            yield f'apis.custom.endpoint: {uri}: must be on port 443, with "sslCertificateType": "Trusted" ({WEB})'
    elif not re.fullmatch(rf"arn:aws:lambda:(?:{REGIONS}):\d{{12}}:function:[\w-]+:[\w-]+", uri):
        yield f"apis.custom.endpoint: {uri}: must be the ARN of the function's alias in a region that Alexa uses ({LAMBDA})"
    events = m.get("events", {})
    if {"eventName": "SKILL_DISABLED"} not in events.get("subscriptions", ()):
        yield f"events: SKILL_DISABLED: not subscribed, so settings would outlive the skill; add it ({EVENTS})"
    if events and events.get("endpoint") != place:
        yield f"events.endpoint: must be the same as apis.custom.endpoint ({EVENTS})"


def _permissions(m: dict[str, Any], root: Path) -> Iterator[str]:
    asked = {p.get("name", "") for p in m.get("permissions", ())}
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "lambda").rglob("*.py")))
    used = set(re.findall(r"alexa::?[\w:]+", code))
    for name in sorted(asked - used):
        yield f"permissions: {name}: nothing in lambda/ uses it; remove it ({POLICY})"
    for name in sorted(used - asked):
        yield f"permissions: {name}: lambda/ uses it; ask for it ({SCHEMA})"
