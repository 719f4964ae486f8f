# Every target is exactly what CI and a colleague run. `make run` and `make test` do all set-up themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS ?=
ARCHIVE ?= vanban.db
export VANBAN_CORPUS ?= ../shared/corpus

.PHONY: setup run test lint bench golden golden-accept profile lock

setup: $(VENV)/.installed

# Hash-locked dependencies, then vanban itself in place; done again only when the lock or the project file changes.
$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

run: setup
	$(BIN)/vanban add --archive $(ARCHIVE) $(if $(DOCS),$(DOCS),examples/tinh-song-lam) || test $$? -eq 1
	$(BIN)/vanban overview --archive $(ARCHIVE)
	@echo; echo 'Phòng đọc trong trình duyệt / the reading room:  $(BIN)/vanban serve --archive $(ARCHIVE)  →  http://127.0.0.1:8000/'

test: setup lint
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m benchmarks

golden: setup
	$(BIN)/python -m tests.golden

golden-accept: setup
	$(BIN)/python -m tests.golden --accept

profile: setup
	$(BIN)/python -m benchmarks.profile $(FILE)

# uv is only needed here; the lock carries hashes and no registry address.
lock: setup
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
		--no-annotate --group dev --extra postgresql --python-version 3.11 pyproject.toml -o requirements.lock
