"""Two checkers that npm has: ssml-check reads all that was said, and Virtual Alexa, written by others, speaks to the skill in its
own requests. `npm ci` brings them."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NODE = Path("node_modules")
SSML = """
const { check } = require("ssml-check");
const all = JSON.parse(require("fs").readFileSync(0, "utf8"));
(async () => {
  const out = [];
  for (const ssml of all) {
    const found = await check(ssml, { platform: "amazon", locale: "en-US" });
    if (found) out.push([ssml, found.map((e) => [e.type, e.tag, e.attribute, e.value].filter(Boolean).join(" ")).join(", ")]);
  }
  console.log(JSON.stringify(out));
})();
"""
VIRTUAL = """
const { VirtualAlexa } = require("virtual-alexa");
const { spawnSync } = require("child_process");
const [python, ...utterances] = process.argv.slice(1);
const code = "import json, sys, lambda_function as f; print(json.dumps(f.handler(json.load(sys.stdin), None)))";
const handler = (event, context, done) => {
  const run = spawnSync(python, ["-c", code], { input: JSON.stringify(event), encoding: "utf8" });
  done(null, JSON.parse(run.stdout));
};
(async () => {
  const alexa = VirtualAlexa.Builder().handler(handler).interactionModelFile("interaction-model/en-US.json").create();
  const out = [["open", await alexa.launch()]];
  for (const said of utterances) out.push([said, await alexa.utter(said)]);
  console.log(JSON.stringify(out.map(([said, r]) => [said, r.response])));
})().catch((e) => { console.error(e.message || e); process.exit(1); });
"""


def missing(package: str) -> str:
    """Why a package can't be used, empty where it can."""
    there = shutil.which("node") and (NODE / package).is_dir()
    return "" if there else f"{package} isn't there; run make node_modules/ready"


def environment() -> dict[str, str]:
    """What Node needs to find the packages, and Python the skill."""
    return {**os.environ, "PYTHONPATH": "lambda", "NODE_PATH": str(NODE.resolve()), "NODE_NO_WARNINGS": "1"}


def _node(code: str, *arguments: str, given: str = "") -> tuple[str, str]:
    run = subprocess.run(["node", "-e", code, "--", *arguments], input=given, capture_output=True, text=True, env=environment())
    return run.stdout, run.stderr if run.returncode else ""


def ssml_problems(spoken: set[str]) -> Iterator[str]:
    """What ssml-check finds in each piece of SSML. It takes Alexa's own amazon:emotion for a mistake; the skill uses none."""
    out, error = _node(SSML, given=json.dumps(sorted(spoken)))
    if error:
        yield f"ssml-check broke: {error[:300]}"
        return
    for ssml, found in json.loads(out):
        yield f"{found}: {ssml[:120]}"


def second_reader(utterances: tuple[str, ...], last: str = "stop") -> Iterator[str]:
    """What goes wrong when Virtual Alexa opens the skill, says these and ends with `last`."""
    out, error = _node(VIRTUAL, sys.executable, *utterances, last)
    if error:
        yield f"Virtual Alexa: {error[:300]}"
        return
    for said, response in json.loads(out):
        ends, speech = response.get("shouldEndSession"), response.get("outputSpeech", {}).get("ssml", "")
        if not speech or ends is not (said == last):
            yield f'Virtual Alexa: "{said}": shouldEndSession {ends}, said "{speech[:80]}"'
