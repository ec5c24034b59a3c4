"""The folder that ASK CLI takes, and the same as a zip: `make skill-package SKILL_ID=… ARN=… PAGES=https://… PUBLIC=1`.

SKILL_ID is that of the skill to change; without it ASK CLI makes another. A web service has ENDPOINT=https://… in place of ARN.
Without either, the endpoint and the events are left out, without PAGES the addresses of the policy and the terms: enough to
look at the skill. A public package needs them, a clinician's signature, no source past its date, and no blank in the pages."""

import argparse
import json
import re
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tools import manifest_rules, model_rules
from tools.model import write
from tools.review_front import fingerprint
from tools.review_terms import Terms
from tools.skill_id import whole

FOLDER = Path("build/skill-package")
ARCHIVE = Path("build/skill-package.zip")
SIGNED = Path("docs/review/signed.toml")
SOURCES = Path("content/sources.toml")
PAGES = (Path("docs/privacy.md"), Path("docs/terms.md"))
PLACEHOLDER = "https://pages.example"
PROJECT = {"askcliResourcesVersion": "2020-03-31", "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}}}


def fill(manifest: dict[str, Any], endpoint: str | None, pages: str | None) -> dict[str, Any]:
    """The manifest for one deployment: its endpoint and its pages in place of the placeholders, or nothing there."""
    m: dict[str, Any] = json.loads(json.dumps(manifest))
    body = m["manifest"]
    if endpoint:
        certificate = {"sslCertificateType": "Trusted"} if endpoint.startswith("https:") else {}
        body["apis"]["custom"]["endpoint"] = body["events"]["endpoint"] = {"uri": endpoint, **certificate}
    else:
        del body["apis"]["custom"]["endpoint"], body["events"]
    if pages:
        for addresses in body["privacyAndCompliance"]["locales"].values():
            for name, address in addresses.items():
                addresses[name] = address.replace(PLACEHOLDER, pages.rstrip("/"))
    else:
        del body["privacyAndCompliance"]["locales"]
    return m


def unready(today: date, content: str, root: Path = Path(".")) -> Iterator[str]:
    """What keeps the skill from the public: each reason with its mend. `content` is the review pages' fingerprint."""
    if not any(row["content"] == content and row["name"] and row["on"] for row in _read(root / SIGNED).get("signed", [])):
        yield f"{SIGNED}: no clinician has signed the content as it is, {content}; docs/review/sign.html says how (make review)"
    for id, source in _read(root / SOURCES).items():
        if source["review_by"] < today:
            yield f"{SOURCES}: [{id}] was to be read again by {source['review_by']}; read it, mend, set review_by"


def blanks(root: Path = Path(".")) -> Iterator[str]:
    """What the policy and the terms still don't say: whom to write to, and since when they hold."""
    for page in PAGES:
        text = (root / page).read_text(encoding="utf-8")
        for name in ("Contact", "Effective"):
            if not re.search(rf"^- {name}: *\S", text, re.M):
                yield f"{page}: {name}: is blank; fill it in and publish the page again"


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def refusals(
    manifest: dict[str, Any], model: dict[str, Any], endpoint: str | None, pages: str | None, public: bool
) -> Iterator[str]:
    """Why there is no package: what Amazon would refuse, and what a public release still lacks."""
    given = fill(manifest, endpoint or manifest["manifest"]["apis"]["custom"]["endpoint"]["uri"], pages or PLACEHOLDER)
    yield from manifest_rules.problems(given, model)
    yield from model_rules.problems(model)
    if public:
        if not endpoint:
            yield "ARN: a public skill needs its endpoint; add ARN=arn:aws:lambda:… as make deploy STAGE=prod printed it"
        elif re.search(r":function:[^:]*-dev-", endpoint):
            yield f"ARN: {endpoint} is the dev stack's; add the one that make deploy STAGE=prod printed"
        yield from () if pages else ("PAGES: a public skill needs its policy; add PAGES=https://… where docs/ is published",)
        yield from blanks()
        yield from unready(date.today(), fingerprint(Terms()))


def remember(skill_id: str | None, folder: Path = FOLDER) -> None:
    """Tell ASK CLI which skill the folder is for; without that it makes a new one. Another's from before is forgotten."""
    states = folder.parent / ".ask" / "ask-states.json"
    states.unlink(missing_ok=True)
    if not skill_id:
        return
    states.parent.mkdir(parents=True, exist_ok=True)
    known = {"askcliStatesVersion": "2020-03-31", "profiles": {"default": {"skillId": skill_id}}}
    states.write_text(_json(known), encoding="utf-8")


def lay_out(manifest: dict[str, Any], model: dict[str, Any], folder: Path = FOLDER, archive: Path = ARCHIVE) -> None:
    """Write the folder and the zip; the same input gives the same bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    images = folder / "assets" / "images"
    images.mkdir(parents=True)
    (folder / "interactionModels" / "custom").mkdir(parents=True)
    (folder / "skill.json").write_text(_json(manifest), encoding="utf-8")
    (folder / "interactionModels" / "custom" / "en-US.json").write_text(write(model), encoding="utf-8")
    for name, size in manifest_rules.ICONS.values():
        shutil.copyfile(Path("assets") / f"icon-{size}.png", images / name)
    (folder.parent / "ask-resources.json").write_text(_json(PROJECT), encoding="utf-8")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (1980, 1, 1, 0, 0, 0))
            entry.external_attr, entry.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            out.writestr(entry, path.read_bytes())


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.skill_package", description="Lay out the skill package.")
    parser.add_argument("--skill-id", help="the skill that ASK CLI is to change: the one that make deploy was given")
    parser.add_argument("--endpoint", help="the function's alias, as make deploy printed it; or the web service's https address")
    parser.add_argument("--pages", help="where docs/ is published: PAGES/privacy.html and PAGES/terms.html")
    parser.add_argument("--public", action="store_true", help="for the store: refused until everything is reviewed")
    options = parser.parse_args()
    manifest, model = (json.loads(Path(p).read_text(encoding="utf-8")) for p in ("skill.json", "interaction-model/en-US.json"))
    try:
        skill_id = whole(options.skill_id)
    except ValueError as error:
        parser.error(str(error))
    refused = list(refusals(manifest, model, options.endpoint, options.pages, options.public))
    for reason in refused:
        print(f"error: {reason}", file=sys.stderr)
    if refused:
        ARCHIVE.unlink(missing_ok=True)  # what was laid out before isn't what was asked for
        return 1
    lay_out(fill(manifest, options.endpoint, options.pages), model)
    remember(skill_id)
    print(f"{FOLDER}/ and {ARCHIVE}: {'public' if options.public else 'for development'}, en-US")
    if not skill_id:
        print("left out: skill id; add SKILL_ID=…, or ASK CLI makes a new skill, which the function refuses to serve")
    if not options.endpoint:
        print("left out: endpoint and events; add ARN=… (a web service: ENDPOINT=https://…), or set the endpoint in the console")
    if not options.pages:
        print("left out: privacy policy and terms; add PAGES=https://… where docs/ is published")
    return 0


if __name__ == "__main__":
    sys.exit(main())
