"""The skill package: laid out as Amazon takes it, and refused to the public until everything is reviewed."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from tools import skill_package

MANIFEST: dict[str, Any] = json.loads(Path("skill.json").read_text(encoding="utf-8"))
MODEL: dict[str, Any] = json.loads(Path("interaction-model/en-US.json").read_text(encoding="utf-8"))
ARN = "arn:aws:lambda:us-east-1:123456789012:function:muscle-check:live"


def test_the_package_is_laid_out_as_amazon_takes_it_and_is_the_same_twice(tmp_path: Path) -> None:
    manifest = skill_package.fill(MANIFEST, ARN, "https://a.example/docs/")
    archives = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for archive in archives:
        skill_package.lay_out(manifest, MODEL, tmp_path / "skill-package", archive)
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as archive_file:
        assert archive_file.namelist() == [
            "assets/images/en-US_largeIcon.png",
            "assets/images/en-US_smallIcon.png",
            "interactionModels/custom/en-US.json",
            "skill.json",
        ]
        written = json.loads(archive_file.read("skill.json"))["manifest"]
    assert written["events"]["endpoint"]["uri"] == written["apis"]["custom"]["endpoint"]["uri"] == ARN
    assert written["privacyAndCompliance"]["locales"]["en-US"]["privacyPolicyUrl"] == "https://a.example/docs/privacy.html"


def test_a_web_services_address_is_its_endpoint_and_its_events_too() -> None:
    address = "https://muscle.example.org/"
    written = skill_package.fill(MANIFEST, address, None)["manifest"]
    assert written["apis"]["custom"]["endpoint"] == {"uri": address, "sslCertificateType": "Trusted"}
    assert written["events"]["endpoint"] == written["apis"]["custom"]["endpoint"]
    assert list(skill_package.refusals(MANIFEST, MODEL, address, None, public=False)) == []


def test_ask_cli_is_told_which_skill_to_change(tmp_path: Path) -> None:
    skill_package.remember("amzn1.ask.skill.x", tmp_path / "skill-package")
    states = json.loads((tmp_path / ".ask/ask-states.json").read_text(encoding="utf-8"))
    assert states["profiles"]["default"]["skillId"] == "amzn1.ask.skill.x"


def test_a_public_package_is_not_for_the_dev_stack() -> None:
    def about(arn: str) -> bool:
        return any("STAGE=prod" in reason for reason in skill_package.refusals(MANIFEST, MODEL, arn, None, public=True))

    assert about("arn:aws:lambda:us-east-1:123456789012:function:muscle-check-dev-Skill-3mYq:live")
    assert not about("arn:aws:lambda:us-east-1:123456789012:function:muscle-check-prod-Skill-3mYq:live")


def test_a_public_package_is_refused_while_a_page_has_a_blank(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    policy, terms = (tmp_path / page for page in skill_package.PAGES)
    terms.write_text("- Contact: a@b.example\n- Effective: December 1, 2026\n", encoding="utf-8")
    policy.write_text("- Contact: \n- Effective: December 1, 2026\n", encoding="utf-8")
    (reason,) = skill_package.blanks(tmp_path)
    assert reason.startswith("docs/privacy.md: Contact")
    policy.write_text("- Contact: a@b.example\n", encoding="utf-8")
    (reason,) = skill_package.blanks(tmp_path)
    assert reason.startswith("docs/privacy.md: Effective")


def test_without_arguments_no_placeholder_is_left_in_the_package() -> None:
    written = json.dumps(skill_package.fill(MANIFEST, None, None))
    assert "000000000000" not in written
    assert "pages.example" not in written


SIGNED = '[[signed]]\nname = "N."\nrole = "nurse"\non = 2026-12-01\nversion = "1.0.0"\ncontent = "{}"'


def test_a_public_package_is_refused_while_nobody_has_signed(tmp_path: Path) -> None:
    (reason,) = _unready(tmp_path, signed="signed = []", review_by="2027-01-01")
    assert "no clinician has signed" in reason
    assert "abc" in reason


def test_a_signature_under_other_content_does_not_count(tmp_path: Path) -> None:
    (reason,) = _unready(tmp_path, SIGNED.format("abd"), review_by="2027-01-01")
    assert "as it is" in reason


def test_a_public_package_is_refused_when_a_source_is_past_its_date(tmp_path: Path) -> None:
    assert _unready(tmp_path, SIGNED.format("abc"), review_by="2026-12-02") == []
    (reason,) = _unready(tmp_path, SIGNED.format("abc"), review_by="2026-12-01")
    assert "[cramps]" in reason
    assert "review_by" in reason


def _unready(root: Path, signed: str, review_by: str) -> list[str]:
    texts = {skill_package.SIGNED: signed, skill_package.SOURCES: f"[cramps]\nreview_by = {review_by}"}
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return list(skill_package.unready(date(2026, 12, 2), "abc", root))


def test_a_public_package_needs_its_endpoint_and_its_pages() -> None:
    found = "\n".join(skill_package.refusals(MANIFEST, MODEL, None, None, public=True))
    assert "ARN:" in found
    assert "PAGES:" in found


def test_the_lock_of_npm_names_no_host() -> None:
    packages = json.loads(Path("package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert all("integrity" in package for name, package in packages.items() if name)


def test_another_skills_id_from_before_is_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "skill-package"
    skill_package.remember("amzn1.ask.skill.a", folder)
    states = tmp_path / ".ask" / "ask-states.json"
    assert states.exists()
    skill_package.remember(None, folder)
    assert not states.exists()
