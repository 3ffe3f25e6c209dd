# What one does with a fresh clone; every target makes the environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check lint types lock bench exam faults tests-of lists docs texts vendor clean

run: $(READY)
	$(BIN)/pilotlog demo

# Browser tests take long and come first; thousands of short ones fill up what is left of the time.
# Faults are apart: they stop processes and set clocks back.
test: $(READY) browser postgresql
	$(BIN)/python -m slipcover --json --out .coverage.json -m pytest -n auto --dist loadfile --no-loadscope-reorder --ignore tests/faults
	$(BIN)/python -m slipcover --merge .coverage.json --out .coverage.json --fail-under 95
	$(BIN)/python -m pytest -n auto --dist loadfile tests/faults

check: lint types

types: $(READY)
	$(BIN)/mypy

lint: $(READY)
	@$(BIN)/python -m tests.house.constraints
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/djlint web/templates --lint --quiet
	@find domain pilots projections web tests bench -name '*.py' | xargs wc -l \
	| awk '$$1 > 400 && $$2 != "total" { print "Longer than 400 lines, is it one thing? " $$2, $$1 }'

# What is pinned stays where it still fits; `make lock NEWEST=1` takes the newest releases.
lock: $(READY)
	$(BIN)/uv pip compile --quiet $(if $(NEWEST),--upgrade) --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --no-annotate --group dev pyproject.toml -o constraints.txt
	$(BIN)/python -m tests.house.constraints sign

bench: $(READY)
	$(BIN)/python -m bench

exam: $(READY) browser postgresql
	$(BIN)/python -m tests.support.exam

faults: $(READY) browser postgresql
	$(BIN)/python -m tests.support.exam Faults "Pages with a crowd"

# Which tests are a module's own: make tests-of MODULE=pilots/gates.py
tests-of: $(READY)
	@$(BIN)/python -m tests.support.tests_of $(MODULE)

lists: $(READY)
	$(BIN)/pilotlog catalogue > docs/events.md
	$(BIN)/pilotlog catalogue --commands > docs/commands.md
	$(BIN)/pilotlog catalogue --method > docs/method.md
	$(BIN)/pilotlog catalogue --metrics > docs/metrics.md
	$(BIN)/python -m tests.house.rooms > docs/pictures/rooms.svg

docs: lists browser
	rm -f docs/pictures/*.png && $(BIN)/python -m pytest -q tests/browser/test_pages.py -k pictures

texts: $(READY)
	$(BIN)/pybabel -q extract -F pyproject.toml -k say -k say_many:2,3 --no-location --sort-output --omit-header -o web/i18n/texts.pot .
	for each in web/i18n/catalogues/*.po; do test ! -e "$$each" || $(BIN)/pybabel -q update -i web/i18n/texts.pot -o "$$each" -l "$$(basename "$$each" .po)" --no-wrap --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date; done

vendor: $(READY)
	npm install --no-audit --no-fund --no-package-lock --ignore-scripts
	$(BIN)/python web/static/vendor/vendor.py

clean:
	rm -rf $(VENV) node_modules

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Browser tests need Chromium: installed as root on Debian, else they are reported as skipped.
# Its shell without windows takes two thirds of the time.
.PHONY: browser
browser:
	@command -v chromium-headless-shell >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null; } \
	|| command -v chromium >/dev/null || command -v chromium-browser >/dev/null || echo "Install Chromium to run the browser tests; they are skipped without it."

# So do the tests on PostgreSQL need its server; packages are installed one after the other.
.PHONY: postgresql
postgresql: | browser
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql >/dev/null; } \
	|| echo "Install PostgreSQL to run the tests on it; they are skipped without it."
