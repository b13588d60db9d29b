# Everything installs into .venv/; two commands do it all on a fresh machine: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EVAL ?= ../shared/eval

FUZZ_EXAMPLES ?= 1000

.PHONY: setup demo stop test fuzz check lint types evaluate benchmark serve gazetteer lock clean

setup: $(READY)  ## install everything: packages, Neo4j's jars, the gazetteer

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m graph.local_server
	$(BIN)/python -m ingest.gazetteer
	@touch $(READY)

demo: setup  ## ingest the samples into a Neo4j of their own, serve them, ask, and say how to go on
	$(BIN)/chronotope demo

stop:  ## stop what `make demo` left running
	$(BIN)/chronotope demo --stop

test: setup  ## every test, on a real Neo4j of its own
	$(BIN)/python -m pytest

fuzz: setup  ## made-up requests of every route for long, other ones each time; FUZZ_EXAMPLES of each
	FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(BIN)/python -m pytest tests/app/test_openapi_fuzz.py

check: lint types  ## style, types and the import rule
	$(BIN)/python -m pytest -q tests/test_architecture.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

evaluate: setup  ## measure extraction: the project's own gold, and the sets of EVAL where that folder is there
	$(BIN)/python -m ingest.evaluation --sets $(EVAL)

benchmark: setup  ## what extraction, loading and the main query cost, as ratios in one run
	$(BIN)/python -m benchmarks

serve: setup  ## the API on your own data
	$(BIN)/chronotope serve

gazetteer: setup  ## build the gazetteer again
	$(BIN)/python -m ingest.gazetteer

lock: setup  ## pin the dependencies of pyproject.toml anew
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements-dev.lock

clean:  ## remove everything that was installed or built here, the demo's data too
	-test -x $(BIN)/chronotope && $(BIN)/chronotope demo --stop
	rm -rf $(VENV) .chronotope .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
