"""The web service: Alexa posts a turn to `/`, and `/health` says whether the skill is up."""

import os
import sys
from typing import Any

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue
from flask_ask_sdk.skill_adapter import VERIFY_SIGNATURE_APP_CONFIG, VERIFY_TIMESTAMP_APP_CONFIG, SkillAdapter
from werkzeug.exceptions import HTTPException

import lambda_function
from service import signature
from skill import builder
from triage.content import load

BYTES = 64 * 1024  # of a request; Alexa's are under 24 KB and the session in it


def create(local: bool = False) -> Flask:
    """The service for the skill whose id is in SKILL_ID. A `local` one is for trying things out: it believes every request.

    Raises ValueError where SKILL_ID is missing: without it anyone's skill could use this one."""
    skill_id = "local" if local else os.environ.get("SKILL_ID")
    if not skill_id:
        raise ValueError("SKILL_ID isn't set; set it to the skill's id from the developer console, or use --local")
    skill_builder = builder()
    skill_builder.skill_id = None if local else skill_id
    app = Flask(__name__)
    app.logger.disabled = True  # the adapter would log errors with their text, and so what the caller said
    # The signature is verified below, before the adapter reads the request.
    app.config |= {"MAX_CONTENT_LENGTH": BYTES, VERIFY_SIGNATURE_APP_CONFIG: False, VERIFY_TIMESTAMP_APP_CONFIG: not local}
    adapter = SkillAdapter(skill=skill_builder.create(), skill_id=skill_id, app=app)
    verifier = signature.SignatureVerifier()

    def reply() -> dict[str, Any]:
        response: dict[str, Any] = adapter.dispatch_request().get_json()
        return response

    @app.post("/")
    def turn() -> ResponseReturnValue:
        body = request.get_data()
        event = signature.read(body) if local else signature.verify(verifier, dict(request.headers), body, skill_id)
        return jsonify(lambda_function.answer(event, reply))

    @app.get("/health")
    def health() -> ResponseReturnValue:
        return jsonify(status="ok", protocol=load().protocol.version)

    @app.errorhandler(signature.Refused)
    def refused(reason: signature.Refused) -> ResponseReturnValue:
        print(f"refused: {reason}", file=sys.stderr, flush=True)
        return jsonify(error="refused"), 400

    @app.errorhandler(HTTPException)
    def wrong(error: HTTPException) -> ResponseReturnValue:
        return jsonify(error=error.name), error.code or 500

    return app
