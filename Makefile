# From nothing but Python 3.11+ and make: every target builds its environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := tests/node/node_modules/.package-lock.json
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site test lint bench lock clean
.DEFAULT_GOAL := serve

serve: $(VENV)/installed  ## the site, live, at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

site: $(VENV)/installed  ## a strict build into site/
	$(BIN)/mkdocs build --strict

test: lint $(NODE)  ## everything
	$(BIN)/pytest --numprocesses auto --dist loadgroup --cov --cov-report term

lint: $(VENV)/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed  ## how argmap scales, into docs/scale; ARGDOWN and MKDOCS_GRAPHVIZ say where its peers are
	$(BIN)/python benchmarks/scale.py --write

# The lock is whole. Left to resolve, pip takes a newer release of what is asked for with an extra, and refuses it.
$(VENV)/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "argmap needs Python 3.11 or newer; name one with make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# The checkers of pages and workflows. Node itself is a wheel in the lock.
$(NODE): tests/node/package-lock.json $(VENV)/installed
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund --loglevel error
	touch $@

# Needs uv on PATH; the result is the same on every platform and for every Python from 3.11.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet \
		--custom-compile-command "make lock" --group dev --upgrade --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) tests/node/node_modules site .cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
