# make talk to talk to it, make test to test it; each sets itself up on a fresh machine with Python 3.11 or newer.
PYTHON ?= python3
RUN = PYTHONPATH=lambda:. .venv/bin/python -m

.DEFAULT_GOAL := help
help: ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ -/'

.venv/ready: requirements.txt lambda/requirements.txt
	@echo "Setting up .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with PYTHON=")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --disable-pip-version-check --progress-bar on -r requirements.txt
	@touch $@

talk: .venv/ready ## hold a conversation in the terminal
	@$(RUN) tools.talk

test: .venv/ready ## every check and every test
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
	MYPYPATH=lambda .venv/bin/mypy -p triage -p conversation -m skill -m lambda_function -p tools
	$(RUN) tools.model --check
	$(RUN) tools.transcripts --check
	$(RUN) pytest
	$(MAKE) --no-print-directory check cases

cases: .venv/ready ## put the callers of tests/cases through the skill
	$(RUN) tools.cases

model: .venv/ready ## make the interaction model from content/
	$(RUN) tools.model

transcripts: .venv/ready ## play the conversations of tests/transcripts again
	$(RUN) tools.transcripts

check: .venv/ready ## prove the triage: the content, and every interview
	$(RUN) tools.check_content

bench: .venv/ready ## how long a cold start and a turn take, beside the SDK's hello world
	$(RUN) tools.bench

.PHONY: help talk test cases model transcripts check bench
