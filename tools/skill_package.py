"""The folder and the zip that ASK CLI and the console's import take: `make skill-package ARN=… PAGES=https://… PUBLIC=1`.

Without ARN the endpoint and the events are left out, without PAGES the addresses of the policy and the terms: enough to look at
the skill in the console. A public package needs both, a clinician's signature, and no source past its review-by date."""

import argparse
import json
import shutil
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tools import manifest_rules, model_rules
from tools.review_front import fingerprint
from tools.review_terms import Terms

FOLDER = Path("build/skill-package")
ARCHIVE = Path("build/skill-package.zip")
SIGNED = Path("docs/review/signed.toml")
SOURCES = Path("content/sources.toml")
PLACEHOLDER = "https://pages.example"
PROJECT = {"askcliResourcesVersion": "2020-03-31", "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}}}


def fill(manifest: dict[str, Any], arn: str | None, pages: str | None) -> dict[str, Any]:
    """The manifest for one deployment: its endpoint and its pages in place of the placeholders, or nothing there."""
    m: dict[str, Any] = json.loads(json.dumps(manifest))
    body = m["manifest"]
    if arn:
        body["apis"]["custom"]["endpoint"]["uri"] = body["events"]["endpoint"]["uri"] = arn
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


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def refusals(manifest: dict[str, Any], model: dict[str, Any], arn: str | None, pages: str | None, public: bool) -> Iterator[str]:
    """Why there is no package: what Amazon would refuse, and what a public release still lacks."""
    given = fill(manifest, arn or manifest["manifest"]["apis"]["custom"]["endpoint"]["uri"], pages or PLACEHOLDER)
    yield from manifest_rules.problems(given, model)
    yield from model_rules.problems(model)
    if public:
        yield from () if arn else ("ARN: a public skill needs its endpoint; add ARN=arn:aws:lambda:… as make deploy printed it",)
        yield from () if pages else ("PAGES: a public skill needs its policy; add PAGES=https://… where docs/ is published",)
        yield from unready(date.today(), fingerprint(Terms()))


def lay_out(manifest: dict[str, Any], model: dict[str, Any], folder: Path = FOLDER, archive: Path = ARCHIVE) -> None:
    """Write the folder and the zip; the same input gives the same bytes."""
    shutil.rmtree(folder, ignore_errors=True)
    images = folder / "assets" / "images"
    images.mkdir(parents=True)
    (folder / "interactionModels" / "custom").mkdir(parents=True)
    (folder / "skill.json").write_text(_json(manifest), encoding="utf-8")
    (folder / "interactionModels" / "custom" / "en-US.json").write_text(_json(model), encoding="utf-8")
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
    parser.add_argument("--arn", help="the function's alias, as make deploy printed it")
    parser.add_argument("--pages", help="where docs/ is published: PAGES/privacy.html and PAGES/terms.html")
    parser.add_argument("--public", action="store_true", help="for the store: refused until everything is reviewed")
    options = parser.parse_args()
    manifest, model = (json.loads(Path(p).read_text(encoding="utf-8")) for p in ("skill.json", "interaction-model/en-US.json"))
    refused = list(refusals(manifest, model, options.arn, options.pages, options.public))
    for reason in refused:
        print(f"error: {reason}", file=sys.stderr)
    if refused:
        return 1
    lay_out(fill(manifest, options.arn, options.pages), model)
    print(f"{FOLDER}/ and {ARCHIVE}: {'public' if options.public else 'for development'}, en-US")
    if not options.arn:
        print("left out: endpoint and events; add ARN=…, or set the endpoint in the console")
    if not options.pages:
        print("left out: privacy policy and terms; add PAGES=https://… where docs/ is published")
    return 0


if __name__ == "__main__":
    sys.exit(main())
