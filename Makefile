# Two commands do everything: `make run` opens the workbench, `make test` checks it.
SHELL := /bin/sh
PYTHON := .venv/bin/python
.PHONY: run test lint format bench clean

run:
	@sh packaging/setup.sh run
	@$(PYTHON) packaging/open.py

test: 
	@sh packaging/setup.sh test
	@$(MAKE) --no-print-directory lint
	$(PYTHON) -m pytest -n 2 --dist loadgroup -m "not nightly"

lint:
	@sh packaging/setup.sh test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo

format:
	@sh packaging/setup.sh test
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench:
	@sh packaging/setup.sh test
	@for measure in recognition word_reading import_memory import_review printed_pdf comparison word_files compare_view checking amending assembly library editor startup; do \
		echo "== $$measure"; $(PYTHON) -m tests.benchmarks.$$measure || exit 1; done

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build
