PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run setup test lint types format lock clean

help:            ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

run: setup web   ## Otehon on http://127.0.0.1:8006, with a sample run
	$(BIN)/otehon warmup
	$(BIN)/otehon serve --sample

setup: $(VENV)/.ready   ## everything installed into .venv

$(BIN)/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check uv

$(VENV)/.ready: $(BIN)/uv requirements-dev.lock pyproject.toml
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements-dev.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(BIN)/python -m compileall -q src
	$(BIN)/otehon warmup >/dev/null
	@touch $@

lint: setup      ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup     ## types, strict
	$(BIN)/pyright

test: setup lint types web-check   ## everything that must pass
	$(BIN)/pytest
	@$(MAKE) --no-print-directory e2e

format: setup    ## rewrite to the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-annotate --python-version 3.11

lock: $(BIN)/uv  ## renew the locks from pyproject.toml: what runs, what development needs on top, what builds
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) --group dev -o requirements-dev.lock pyproject.toml
	$(LOCK) --group build -o deploy/build.lock

clean:           ## forget the environment
	rm -rf $(VENV)

.PHONY: bench
bench: setup     ## the short benchmarks, each bar with whether it is met; some twenty minutes
	$(BIN)/python -m benchmarks

.PHONY: movements
movements: setup ## docs/movements.md: the checks' figures of every movement; measures what has changed since
	$(BIN)/otehon drills check --table docs/movements.md

.PHONY: gallery
gallery: setup   ## every movement's contact sheet on one page, build/gallery/index.html
	$(BIN)/otehon drills gallery -o build/gallery

.PHONY: schema
schema: setup    ## the drill files' JSON Schema, made again after a change of their model
	$(BIN)/otehon drills schema > src/otehon/drills/drill.schema.json

.PHONY: meshes
meshes: setup    ## make the coach's mesh again, after a change of the flesh
	$(BIN)/python -m otehon.studio.sculpt

include web/web.mk
include deploy/nginx/nginx.mk

.PHONY: golden
golden: setup    ## store the golden frames anew; look at them before you commit
	$(BIN)/python -m tests.golden.pictures

.PHONY: deploy-check
deploy-check: setup    ## build deploy/Dockerfile step by step without an engine, and try the image; six minutes
	@command -v debootstrap >/dev/null || $(AS_ROOT) apt-get install -qq --no-install-recommends debootstrap >/dev/null
	$(AS_ROOT) $(BIN)/python -m tests.image
