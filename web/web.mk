# The web pages. Node is the machine's where that is new enough, else it comes from PyPI into .venv.
NODE_FITS := $(shell node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 18) ? 0 : 1)' 2>/dev/null && echo yes)
NPM := $(if $(NODE_FITS),,PATH="$(CURDIR)/$(BIN):$$PATH" )npm --prefix web
WEB_SOURCES := $(shell find web/src web/scripts web/public -type f 2>/dev/null) web/next.config.ts web/tsconfig.json

CHROMIUM ?= /usr/bin/chromium
AS_ROOT = $(if $(filter 0,$(shell id -u)),,sudo)
PLAYWRIGHT = CHROMIUM=$(CHROMIUM) $(NPM) exec -- playwright test --config web/playwright.config.ts

.PHONY: e2e foreign screenshots web web-check web-format web-api web-api-check

web: web/out/csp.json   ## the pages, built into web/out

web/node_modules/.ready: web/package-lock.json web/node.lock | setup
	$(if $(NODE_FITS),,$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r web/node.lock)
	$(NPM) ci --silent
	@touch $@

web/out/csp.json: web/node_modules/.ready $(WEB_SOURCES)
	$(NPM) run --silent build

web-check: web/node_modules/.ready web-api-check   ## the pages' style, types and unit tests
	$(NPM) run --silent check

web-format: web/node_modules/.ready   ## the pages' sources in the house style
	$(NPM) run --silent format

web-api: web/node_modules/.ready   ## the pages' client, made again after a change of the API
	$(BIN)/otehon openapi > web/openapi.json
	$(NPM) run --silent api -- --output src/api/generated

web-api-check: web/node_modules/.ready
	@$(BIN)/otehon openapi | cmp --silent - web/openapi.json && \
		$(NPM) run --silent api -- --output .generated && diff -r web/.generated web/src/api/generated || \
		{ echo "The pages' client is not the API's: run 'make web-api'."; exit 1; }
	@rm -r web/.generated

$(CHROMIUM):
	$(AS_ROOT) apt-get update -qq
	$(AS_ROOT) apt-get install -qq --no-install-recommends chromium fonts-noto-color-emoji >/dev/null

e2e: setup web | $(CHROMIUM)   ## the pages in a real browser against the real service
	$(PLAYWRIGHT) --project pages

screenshots: setup web | $(CHROMIUM)   ## pictures of every page and state in tests/e2e/shots
	$(PLAYWRIGHT) --project screenshots

foreign: web/node_modules/.ready   ## an app of somebody else's with our player, built as docs/integration.md says
	$(NPM) run --silent foreign
