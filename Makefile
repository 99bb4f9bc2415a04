# make demo      install, then three questions answered from the example archive
# make test      install what the tests need, then run them all
# make lint      style and types
# make quality   measure, and write docs/quality.md   (SETS=folder of question sets)
# make weights   learn the ranking weights            (SETS=folder of question sets)
# make ranker    train the cross-encoder, the joined weights and the confidence; an hour and a half  (SETS=folder of question sets)
# make docs      write the generated pages anew

PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt
INPUTS := pyproject.toml constraints.txt

.PHONY: demo test lint quality weights ranker docs clean

demo: .venv/belegg
	$(BIN)/belegg demo

test: .venv/test
	$(BIN)/python -m pytest

lint: .venv/lint
	$(BIN)/ruff check assistant vectorstore tests
	$(BIN)/mypy

quality: .venv/quality
	$(BIN)/python -m tests.quality.measure --sets "$(SETS)"

weights: .venv/quality
	$(BIN)/python -m tests.quality.learn --sets "$(SETS)"

ranker: .venv/quality
	$(BIN)/python -m tests.quality.ranker --sets "$(SETS)" --work build/ranker

docs: .venv/test
	$(BIN)/python -m tests.pages

.venv/belegg: $(INPUTS)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/test .venv/lint .venv/quality: .venv/%: $(INPUTS) .venv/belegg
	$(PIP) --editable ".[$*]"
	touch $@

clean:
	rm -rf .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
