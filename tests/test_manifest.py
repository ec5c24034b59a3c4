"""skill.json: as committed it has no problem, and each rule finds the defect that it is there for."""

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tools import icons, manifest_rules

MANIFEST: dict[str, Any] = json.loads(Path("skill.json").read_text(encoding="utf-8"))
MODEL: dict[str, Any] = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
ARN = "arn:aws:lambda:us-east-1:123456789012:function:muscle-check:live"
Defect = Callable[[dict[str, Any], dict[str, Any], dict[str, Any]], Any]  # publishingInformation, its en-US, the manifest


def planted(defect: Defect) -> list[str]:
    manifest = copy.deepcopy(MANIFEST)
    body = manifest["manifest"]
    defect(body["publishingInformation"], body["publishingInformation"]["locales"]["en-US"], body)
    return manifest_rules.problems(manifest, MODEL)


def test_the_committed_manifest_has_no_problem() -> None:
    assert manifest_rules.problems(MANIFEST, MODEL) == []


DEFECTS: list[tuple[str, Defect]] = [
    ("informational", lambda p, us, m: us.update(description=us["description"].replace("informational", "general"))),
    ("substitute", lambda p, us, m: us.update(description=us["description"].replace("substitute", "stand-in"))),
    ("call your doctor", lambda p, us, m: us.update(description=us["description"].replace("Call your doctor", "Rest"))),
    ("911", lambda p, us, m: us.update(description=us["description"].replace("911 or your local", "a"))),
    ("no medical advice", lambda p, us, m: us.update(description=us["description"].replace("not give medical", "give medical"))),
    ("claims", lambda p, us, m: us.update(summary="Diagnoses any twitch.")),
    ("claims", lambda p, us, m: us.update(description=us["description"] + " It is life-saving.")),
    ("Amazon's words", lambda p, us, m: us.update(name="Muscle Check Skill")),
    ("HEALTH_AND_FITNESS", lambda p, us, m: p.update(category="GAMES")),
    ("US only", lambda p, us, m: p.update(distributionCountries=["US", "GB"])),
    ("US only", lambda p, us, m: p.update(isAvailableWorldwide=True)),
    ("testingInstructions", lambda p, us, m: p.update(testingInstructions=" ")),
    ("session only", lambda p, us, m: p.update(testingInstructions="Just open it.")),
    ("summary", lambda p, us, m: us.update(summary="a" * 161)),
    ("name", lambda p, us, m: us.update(name="M")),
    ("keywords", lambda p, us, m: us.update(keywords=["cramp", "cramp"])),
    ("smallIconUri", lambda p, us, m: us.update(smallIconUri="https://pages.example/icon.png")),
    ("three different", lambda p, us, m: us["examplePhrases"].pop()),
    ("no sample", lambda p, us, m: us["examplePhrases"].__setitem__(1, "Alexa, ask muscle check what is on television")),
    ("only words", lambda p, us, m: us["examplePhrases"].__setitem__(1, us["examplePhrases"][1] + "!")),
    ("begin with", lambda p, us, m: us["examplePhrases"].__setitem__(2, "Alexa, hello muscle check")),
    ("begin with", lambda p, us, m: us["examplePhrases"].__setitem__(0, "Alexa, open mussel check")),
    ("opens the skill", lambda p, us, m: us["examplePhrases"].reverse()),
    ("usesHealthInfo", lambda p, us, m: m["privacyAndCompliance"].update(usesHealthInfo=True)),
    ("isChildDirected", lambda p, us, m: m["privacyAndCompliance"].update(isChildDirected=True)),
    ("isExportCompliant", lambda p, us, m: m["privacyAndCompliance"].pop("isExportCompliant")),
    ("belongs under locales", lambda p, us, m: m["privacyAndCompliance"].update(privacyPolicyUrl="https://a.example/")),
    ("must be those", lambda p, us, m: m["privacyAndCompliance"]["locales"].update({"en-GB": {}})),
    ("https", lambda p, us, m: m["privacyAndCompliance"]["locales"]["en-US"].update(termsOfUseUrl="http://a.example/t")),
    (
        "Amazon's names",
        lambda p, us, m: m["privacyAndCompliance"]["locales"]["en-US"].update(termsOfUseUrl="https://myalexa.example/"),
    ),
    ("alias", lambda p, us, m: m["apis"]["custom"]["endpoint"].update(uri="arn:aws:lambda:us-east-1:123456789012:function:f")),
    ("alias", lambda p, us, m: m["apis"]["custom"]["endpoint"].update(uri=ARN.replace("us-east-1", "eu-central-1"))),
    ("port 443", lambda p, us, m: m["apis"]["custom"]["endpoint"].update(uri="https://a.example/")),
    (
        "port 443",
        lambda p, us, m: m["apis"]["custom"]["endpoint"].update(uri="https://a.example:8443/", sslCertificateType="Trusted"),
    ),
    ("SKILL_DISABLED", lambda p, us, m: m["events"].update(subscriptions=[])),
    ("events.endpoint", lambda p, us, m: m["events"]["endpoint"].update(uri=ARN)),
    ("nothing in lambda/", lambda p, us, m: m.update(permissions=[{"name": "alexa::profile:email:read"}])),
    ("manifestVersion", lambda p, us, m: m.update(manifestVersion="2.0")),
    ("missing", lambda p, us, m: m.pop("apis")),
]


@pytest.mark.parametrize(("finding", "defect"), DEFECTS)
def test_a_planted_defect_is_found_with_its_mend_and_rule(finding: str, defect: Defect) -> None:
    found = planted(defect)
    assert any(finding in problem for problem in found), found
    assert all(re.search(r"\(https://\S+\)$", problem) for problem in found)


def test_the_old_top_key_is_refused() -> None:
    assert "top key" in manifest_rules.problems({"skillManifest": {}}, MODEL)[0]


def test_a_permission_that_the_code_uses_must_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "lambda").mkdir()
    (tmp_path / "lambda" / "mail.py").write_text('SCOPE = "alexa::profile:email:read"', encoding="utf-8")
    found = manifest_rules.problems(MANIFEST, MODEL, tmp_path)
    assert any("alexa::profile:email:read: lambda/ uses it" in p for p in found)
    assert any("icon-108.png" in p for p in found)


def test_the_icons_match_their_drawing() -> None:
    for size in icons.SIZES:
        assert (icons.ASSETS / f"icon-{size}.png").read_bytes() == icons.draw(size)
