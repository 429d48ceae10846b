# communique: `make run` and `make test` set all up first; second runs reinstall nothing.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CACHE := .cache
NEO4J_JARS := $(CACHE)/neo4j
NEO4J_STAMP := $(NEO4J_JARS)/.complete
GRAPH ?= communique-graph
CODE := api cypher graph ingest tests $(wildcard benchmarks)
PIP_VERSION := 26.3

.PHONY: help install run test test-neo4j test-browser check evaluate baseline calibrate bench clean

help: ## What each target does
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name does; do printf '  make %-14s %s\n' "$$name" "$$does"; done

install: $(STAMP) ## The environment in .venv: communique and the development tools

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "communique needs Python >= 3.11, and $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing): try make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: install python3-venv (apt-get install python3-venv), then make again" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip==$(PIP_VERSION)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --editable . --group dev
	@touch $@

run: install ## Read the sample articles into a graph on disk, and ask it the first questions
	@$(BIN)/communique --graph $(GRAPH) ingest ingest/samples
	@$(BIN)/communique --graph $(GRAPH) tour

test: install ## All tests that need nothing but Python
	$(BIN)/python -m pytest -m "not neo4j and not browser"

test-neo4j: install $(NEO4J_STAMP) ## The tests that need a real Neo4j (fetched first)
	$(BIN)/python -m pytest -m "neo4j and not browser"

test-browser: install $(NEO4J_STAMP) ## The tests that need a real Chromium and a real Neo4j (fetched first)
	@tests/neo4j/need chromium chromium fonts-liberation
	$(BIN)/python -m pytest -m browser

check: install ## Lint, formatting, types, import layers
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports

# The jars of a Neo4j server, its Browser among them, from Maven Central.
$(NEO4J_STAMP): tests/neo4j/pom.xml
	@tests/neo4j/need java default-jre-headless
	@tests/neo4j/need mvn maven
	rm -rf $(NEO4J_JARS)
	mvn --batch-mode --quiet -Dstyle.color=never --file tests/neo4j/pom.xml dependency:copy-dependencies -DoutputDirectory=$(CURDIR)/$(NEO4J_JARS)
	@touch $@

evaluate: install ## How well the annotated articles are read: those at hand, those of others, those never looked at
	@for set in dev fresh unseen; do echo "== $$set"; $(BIN)/communique evaluate tests/gold/$$set; done

baseline: install ## Take what the reader reaches today for the least that it must
	$(BIN)/python -m tests.gold.write_baseline

calibrate: install ## Measure anew how often each rule of reading is right
	$(BIN)/python -m tests.gold.write_confidence

bench: install ## The figures in the docs, measured again
	$(BIN)/python -m benchmarks --write docs/benchmarks.md

clean: ## Remove what make made, but for your graphs
	rm -rf $(VENV) $(CACHE) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
