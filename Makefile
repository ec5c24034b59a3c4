# make talk to talk to it, make test to test it; each sets itself up on a fresh machine with Python 3.11 or newer.
PYTHON ?= python3
RUN = PYTHONPATH=lambda:. .venv/bin/python -m

.DEFAULT_GOAL := help
help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

.venv/ready: requirements.txt lambda/requirements.txt service/requirements.txt
	@echo "Setting up .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with PYTHON=")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements.txt
	@touch $@

talk: .venv/ready ## hold a conversation in the terminal
	@$(RUN) tools.talk

test: .venv/ready ## every check and every test
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
	MYPYPATH=lambda .venv/bin/mypy -p triage -p conversation -m intents -m skill -m settings -m turn_log -m lambda_function -p service -p tools
	$(RUN) tools.model --check
	$(RUN) tools.transcripts --check
	$(RUN) pytest
	$(RUN) tools.cases
	$(RUN) tools.check_content
	$(RUN) tools.review --check
	$(RUN) tools.certify

cases: .venv/ready ## put the callers of tests/cases through the skill
	$(RUN) tools.cases

check: .venv/ready ## prove the triage: the content, and every interview
	$(RUN) tools.check_content

hear: .venv/ready ## how well the model hears what people say
	$(RUN) tools.hear_score

model: .venv/ready ## make the interaction model from content/
	$(RUN) tools.model

transcripts: .venv/ready ## play the conversations of tests/transcripts again
	$(RUN) tools.transcripts

review: .venv/ready ## make the pages that a clinician reviews
	$(RUN) tools.review

certify: .venv/ready ## what a certification reviewer would send back; ALL=1 shows every line
	$(RUN) tools.certify $(if $(ALL),--all)

bench: .venv/ready ## how long a cold start and a turn take, beside the SDK's hello world
	$(RUN) tools.bench

serve: .venv/ready ## the skill as a web service, for SKILL_ID=...; see docs/service.md
	@$(RUN) service

skill-package: .venv/ready ## lay out the skill for ASK CLI and the console's import: ARN=... PAGES=https://... PUBLIC=1
	$(RUN) tools.skill_package $(if $(ARN),--arn $(ARN)) $(if $(PAGES),--pages $(PAGES)) $(if $(PUBLIC),--public)

icons: .venv/ready ## draw the icons from assets/icon.svg
	$(RUN) tools.icons

.PHONY: help talk test cases check hear model transcripts review certify bench serve skill-package icons
