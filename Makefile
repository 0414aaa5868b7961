# The commands of this project. Needs Python >= 3.11, Node >= 20 and make; fetches the rest itself.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:

# The newest way to name a good Python first; none good: python3 is told so in words below.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; \
	done; echo python3)
OPERATOR_LOCALE := $(or $(LC_ALL),$(LC_MESSAGES),$(LANG))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
STEP := $(PYTHON) -m kashima.step "$(OPERATOR_LOCALE)"
NPM_CI := npm ci --no-audit --no-fund --loglevel=error
CLIENT := assets/client
ANVIL := nft_badges/node
SCHEMA := deploy/schema

VENV_MADE := .venv/.made
RUN_READY := .venv/.run-ready
TEST_READY := .venv/.test-ready
CHROMIUM_READY := .venv/.chromium-ready
ANVIL_READY := $(ANVIL)/node_modules/.ready
PEERS_READY := bench/peers/node_modules/.ready
BADGE_PEERS_READY := bench/peers_badges/node_modules/.ready
SCHEMA_READY := $(SCHEMA)/node_modules/.ready
CLIENT_READY := $(CLIENT)/node_modules/.ready
CLIENT_BUILT := $(CLIENT)/dist/index.html
CLIENT_SOURCES := $(shell find $(CLIENT)/src $(CLIENT)/public assets/locales assets/town -type f 2>/dev/null) \
	$(wildcard $(CLIENT)/*.html $(CLIENT)/*.ts $(CLIENT)/*.json)

.PHONY: help run test check bench soak lock clean look

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1  \t/p' $(MAKEFILE_LIST)

run: $(RUN_READY) $(ANVIL_READY) $(CLIENT_BUILT) ## the whole town on this machine; Ctrl-C stops it
	@$(BIN)/python -m kashima up

# The tests of one file stay together: they share the town or the servers they have started.
test: $(TEST_READY) $(ANVIL_READY) $(SCHEMA_READY) $(CLIENT_BUILT) $(CHROMIUM_READY) ## every test
	@cd $(CLIENT) && npm test --silent
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(PYTEST_ARGS)

check: $(TEST_READY) $(CLIENT_BUILT) ## lint, types, import directions, size of the client
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@cd $(CLIENT) && npm run check --silent
	@$(BIN)/python .ci/client_size.py

bench: $(TEST_READY) $(ANVIL_READY) $(CLIENT_BUILT) $(PEERS_READY) $(BADGE_PEERS_READY) ## measurements; needs gcc, two cores and quiet
	@$(BIN)/python -m bench $(BENCH_ARGS)

soak: $(TEST_READY) $(ANVIL_READY) $(CLIENT_BUILT) ## the long tests
	@$(BIN)/python -m pytest -m soak $(PYTEST_ARGS)

lock: $(VENV_MADE) ## write both Python lock files anew: names, versions, hashes, no addresses
	@$(PIP) uv
	@$(LOCK) pyproject.toml -o requirements/run.lock
	@$(LOCK) pyproject.toml --group test -o requirements/test.lock

clean: ## everything that was built or fetched; never what the town keeps in var/
	@rm -rf .venv build *.egg-info $(CLIENT)/dist $(CLIENT)/node_modules $(ANVIL)/node_modules \
		$(SCHEMA)/node_modules bench/peers/node_modules bench/peers_badges/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

look: # what the machine itself must offer, before anything is fetched
	@$(PYTHON) -m kashima.before_install "$(OPERATOR_LOCALE)" "$(or $(KASHIMA_VAR),var)"

$(VENV_MADE): | look
	@$(STEP) venv $(PYTHON) -m venv .venv
	@touch $@

# The project itself needs no fetching: setuptools, which builds it, is among the locked packages.
INSTALL_PROJECT := $(PIP) --no-deps --no-build-isolation --editable .

$(RUN_READY): requirements/run.lock pyproject.toml $(VENV_MADE) | look
	@test -e $(TEST_READY) -a $(TEST_READY) -nt requirements/test.lock || \
		$(STEP) python $(PIP) --require-hashes --requirement requirements/run.lock
	@$(INSTALL_PROJECT)
	@touch $@

$(TEST_READY): requirements/test.lock pyproject.toml $(VENV_MADE) | look
	@$(STEP) python-test $(PIP) --require-hashes --requirement requirements/test.lock
	@$(INSTALL_PROJECT)
	@touch $@

$(ANVIL_READY): $(ANVIL)/package-lock.json | look
	@$(STEP) anvil $(NPM_CI) --prefix $(ANVIL)
	@touch $@

$(SCHEMA_READY): $(SCHEMA)/package-lock.json | look
	@$(STEP) schema $(NPM_CI) --prefix $(SCHEMA)
	@touch $@

$(PEERS_READY): bench/peers/package-lock.json | look
	@$(STEP) peers $(NPM_CI) --prefix bench/peers
	@touch $@

$(BADGE_PEERS_READY): bench/peers_badges/package-lock.json | look
	@$(STEP) peers $(NPM_CI) --prefix bench/peers_badges
	@touch $@

$(CLIENT_READY): $(CLIENT)/package-lock.json | look
	@$(STEP) client-parts $(NPM_CI) --prefix $(CLIENT)
	@touch $@

$(CLIENT_BUILT): $(CLIENT_READY) $(CLIENT_SOURCES)
	@$(STEP) client npm run build --silent --prefix $(CLIENT)
	@touch $@

$(CHROMIUM_READY): $(TEST_READY)
	@$(STEP) chromium .ci/chromium
	@touch $@
