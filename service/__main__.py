"""Run the web service: `make serve`."""

import argparse
import os
import re
import sys

from waitress import serve

from service.app import BYTES, create

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m service", description="Serve the skill over HTTP, behind your HTTPS proxy.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--threads", type=int, default=8, help="turns answered at once")
    parser.add_argument("--local", action="store_true", help="verify nothing and need no SKILL_ID; on this machine alone")
    options = parser.parse_args()
    if options.local and options.host not in LOOPBACK:
        parser.error("--local answers anyone, so it listens on 127.0.0.1 alone; leave --host out")
    os.environ.setdefault("TURN_LOG", "1")
    skill_id = os.environ.get("SKILL_ID")
    if skill_id and not re.fullmatch(r"amzn1\.ask\.skill\.[0-9a-f-]{36}", skill_id):
        parser.error(f"SKILL_ID={skill_id}: no skill id; it is amzn1.ask.skill. and 36 signs (developer console > Copy Skill ID)")
    try:
        app = create(options.local)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"listening on http://{options.host}:{options.port}/ (health: /health)", file=sys.stderr, flush=True)
    serve(
        app, host=options.host, port=options.port, threads=options.threads, ident=None, channel_timeout=10, _quiet=True,
        max_request_body_size=BYTES, max_request_header_size=16 * 1024,
    )  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
