# Two commands do everything on a machine that has Python (3.11 or later) and make:
#   make audit   sets up and prints the audit of the sample province
#   make test    sets up and runs every check that CI runs

PYTHON ?= python3
CATALOGUE ?= catalogue
VENV := .venv
BIN := $(VENV)/bin

.PHONY: audit test lint types layers generated unit bench browser office format clean

audit: $(VENV)/.run
	@$(BIN)/tthc audit $(CATALOGUE)

test: lint types layers generated unit

lint: $(VENV)/.dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .

types: $(VENV)/.dev
	$(BIN)/mypy --no-error-summary

layers: $(VENV)/.dev
	$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

generated: $(VENV)/.dev
	$(BIN)/python tools/messages.py --check
	$(BIN)/python tools/generated.py --check

unit: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses=auto

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks

# Loads the HTML reports in headless Chromium and looks for barriers; needs Chromium and AXE=/path/to/axe.min.js
browser: $(VENV)/.dev
	@$(BIN)/python -m tools.browser

# Needs LibreOffice: every document opens, and every formula gives the value that we keep beside it.
office: $(VENV)/.dev
	$(BIN)/python tools/office.py

format: $(VENV)/.dev
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.pip: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("tthc needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	@echo 'Setting up in $(VENV), once …' >&2
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.pip pyproject.toml
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q tthc
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
