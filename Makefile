# Each target sets up what it needs first; `make help` lists them.
SHELL := /bin/sh
PYTHON_IN := .venv/bin/python
CODE := prt_desktop tools tests benchmarks
ARGS ?=
# Tests run in so many processes; WORKERS=0 keeps them in one, for a debugger or a single test.
WORKERS ?= 3

# The pictures and most tests need no screen; nothing in a test may wait for one.
OFFSCREEN := QT_QPA_PLATFORM=offscreen

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help setup run dev test check lint format shots tour bench soak narrate listen takes

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## set up only: system libraries, .venv, pinned packages
	@tools/setup.sh app

run: setup ## open the window on your own data folder (ARGS="..." are handed on)
	@tools/start.sh run $(ARGS)

dev: setup ## open the window on a throw-away data folder
	@tools/start.sh dev $(ARGS)

test: setup ## run the tests (ARGS="..." are handed on to pytest)
	@$(OFFSCREEN) $(PYTHON_IN) -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

lint: setup ## formatting, ruff, types, import contracts
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy $(wildcard $(CODE))
	@.venv/bin/lint-imports --no-logo

check: lint test ## lint and test: what .ci/run calls

format: setup ## put the code into shape
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

shots: setup ## rewrite the golden pictures
	@$(OFFSCREEN) $(PYTHON_IN) -m pytest tests/screenshots -m shots --rewrite-pictures $(ARGS)

tour: setup ## pictures of every pane, into tour/
	@$(OFFSCREEN) $(PYTHON_IN) -m prt_desktop tour --out tour

bench: setup ## every benchmark in turn, each a ratio to a floor
	@[ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || export $(OFFSCREEN); \
	failed=0; export PYTHONPATH=.; for script in benchmarks/bench_*.py; do $(PYTHON_IN) $$script || failed=1; done; exit $$failed

soak: ## the full counts: kills, hostile files, renders, long plays
	@tools/setup.sh soak
	@$(OFFSCREEN) $(PYTHON_IN) -m pytest -m soak $(ARGS)

narrate: ## speak what changed in the texts (own environment)
	@tools/setup.sh tools .venv-narrate requirements/narrate.txt $(wildcard requirements/narrate-nodeps.txt)
	@.venv-narrate/bin/python tools/narrate.py $(ARGS)

listen: ## measure every clip with an independent recogniser (own environment)
	@tools/setup.sh tools .venv-listen requirements/listen.txt
	@.venv-listen/bin/python tools/listen.py $(ARGS)

takes: ## speak the clips that were scored lowest in other ways, and keep what is better (own environment)
	@mkdir -p build && cat requirements/listen.txt requirements/narrate.txt > build/takes.txt
	@tools/setup.sh tools .venv-takes build/takes.txt $(wildcard requirements/narrate-nodeps.txt)
	@.venv-takes/bin/python tools/takes.py $(ARGS)
