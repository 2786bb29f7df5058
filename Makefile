# Every task of this repository. It needs Python 3.11 or newer and make; the rest goes into .venv, from the lock file.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help verify test lint types tables bench mutants docs docs-numbers man format lock clean

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Stamps: .locked says that the environment is what the lock file asks for, .made that the project itself is in it.
$(VENV)/.locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null || { \
	  echo "claimcheck needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2> /dev/null || echo not there)." >&2; \
	  echo "Name another one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version) ..." >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) --require-hashes --no-deps -r requirements.lock
	@touch $@

$(VENV)/.made: $(VENV)/.locked pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

verify: $(VENV)/.made  ## Check the claims of this repository
	@$(BIN)/claimcheck verify

test: $(VENV)/.made  ## Run the tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 8 --dist worksteal

lint: $(VENV)/.made  ## Check style, layers, dependencies, spelling and workflows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache --no-logo
	@$(BIN)/deptry .
	@$(BIN)/typos
	@$(BIN)/zizmor --offline --no-progress --quiet .github action.yml

types: $(VENV)/.made  ## Check the types
	@$(BIN)/mypy

tables: $(VENV)/.made  ## Write the tables of REPORT.md anew
	@$(BIN)/claimcheck table --write REPORT.md

bench: $(VENV)/.made  ## Measure how long verify takes
	@$(BIN)/python benchmarks/verify.py

FILES ?= claimcheck/matching/*.py claimcheck/rules/*.py
OUT ?= build/mutants.jsonl

mutants: $(VENV)/.made  ## Change the code in small ways, and see which changes no test notices
	@mkdir -p $(dir $(OUT))
	@$(BIN)/python benchmarks/mutants.py $(FILES) --out $(OUT) $(ARGS)

# The site's generator has a lock file of its own: nobody needs it to work on the code.
$(VENV)/.docs: docs/requirements.lock $(VENV)/.made
	@$(PIP) --require-hashes --no-deps -r docs/requirements.lock
	@touch $@

docs: $(VENV)/.docs  ## Build the documentation into build/docs/site
	@$(BIN)/python docs/generate.py pages build/docs
	@$(BIN)/zensical build --clean --strict --config-file build/docs/zensical.toml

docs-numbers: $(VENV)/.made  ## Write the examples of docs/numbers.md anew
	@$(BIN)/python benchmarks/docs_numbers.py

man: $(VENV)/.made  ## Write the manual page build/claimcheck.1
	@$(BIN)/python docs/generate.py man build/claimcheck.1

format: $(VENV)/.made  ## Format the code
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

lock:  ## Write the lock files anew from pyproject.toml
	@$(PYTHON) -m venv --clear build/lock
	@build/lock/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	@CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --upgrade --extra lsp --extra test \
	  --extra lint --all-build-deps --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-emit-options --output-file requirements.lock pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --upgrade --extra docs \
	  --constraint requirements.lock --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --no-emit-options --output-file docs/requirements.lock pyproject.toml

clean:  ## Remove the environment and everything that was made
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	@find claimcheck tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
