# Everything here works straight after the clone: each target makes the virtual environment it needs.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := -c requirements.lock

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench gallery lock install clean pango

help:  ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.program pango  ## run a whole meeting into demo/ and leave its minutes there
	@rm -rf demo
	$(BIN)/workshop demo --into demo

# A file's tests stay on one core: they share what is dear to build, such as the wheel.
test: check pango  ## linters, then every test, on all cores
	$(BIN)/pytest -n auto --dist loadfile

check: $(VENV)/.dev  ## linters only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy workshop tests
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev  ## put the source in its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## run the benchmarks
	$(BIN)/python -m bench

gallery: $(VENV)/.dev pango  ## the pages of nine meetings as pictures, to be looked at
	@$(BIN)/python .ci/gallery.py

lock:  ## resolve every dependency anew into requirements.lock
	.ci/lock $(PYTHON)

install: $(VENV)/.dev  ## only the virtual environment
	@:

clean:  ## remove what the targets made
	rm -rf $(VENV) demo gallery dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

pango: | $(VENV)/.program
	@$(BIN)/python .ci/pango.py

# A stamp is written when its step is done, so a step that stopped half-way runs again.
$(VENV)/.made: .ci/venv requirements.lock
	.ci/venv $(VENV) $(PYTHON)
	$(PIP) install $(LOCKED) --upgrade pip hatchling editables
	@touch $@

$(VENV)/.program: $(VENV)/.made pyproject.toml workshop/__init__.py
	$(PIP) install $(LOCKED) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.program
	$(PIP) install $(LOCKED) --group dev
	@touch $@
