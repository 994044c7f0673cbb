# The one door: whatever a developer, CI or a reader runs is a target here. `make` lists them.
# Needs Python 3.11 or newer and Node 20 or newer; everything else is fetched into this folder.

UV_VERSION := 0.13.9
PYTHON ?= python3
CUSTOMER ?=
PROFILE ?=
EXAMPLE ?= examples/staff-canteen
PYTEST_ARGS ?=

UV := .tools/uv/bin/uv
UV_READY := .tools/uv/.$(UV_VERSION)
RUN := .venv/bin/python
PYTEST := $(RUN) -m pytest -q $(PYTEST_ARGS)
# Neighbours stay together on a worker, so that what a module needs is made once.
PARALLEL := -n auto --dist worksteal
CDK := node_modules/.bin/cdk

export UV_PYTHON_DOWNLOADS := never
# The CDK warns that Node 20 gets no more updates. It still does all that is needed here.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 20
# Compiled files are kept: without them every worker of every stage compiles a thousand modules again.
export PYTHONDONTWRITEBYTECODE :=
ifneq ($(PROFILE),)
export AWS_PROFILE := $(PROFILE)
endif

.DEFAULT_GOAL := help
.PHONY: help setup demo up down reset test lint state-machines unit infra integration browser e2e format browser-code gallery cli-reference genu-reference genu-files synth wheels deploy destroy bench clean

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' Makefile | sed 's/:[^#]*## /\t/' | expand -t 14

# --- set up ---------------------------------------------------------------------------------------------------------

setup: .venv/.ready node_modules/.ready ## fetch everything this project needs into this folder

$(UV_READY):
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Name another: make setup PYTHON=/path/to/python3")'
	$(PYTHON) -m venv --clear .tools/uv
	.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

.venv/.ready: $(UV_READY) pyproject.toml uv.lock
	$(UV) sync --quiet --frozen --all-extras --python "$$(command -v $(PYTHON))"
	@touch $@

node_modules/.ready: package.json package-lock.json
	@node -e 'if (process.versions.node.split(".")[0] < 20) { console.error("Node 20 or newer is needed, this is " + process.version); process.exit(1) }'
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

wheels: .venv/.ready ## fetch the libraries of the functions (the only build step that needs a network)
	@$(RUN) -m infra.wheels

# --- use ------------------------------------------------------------------------------------------------------------

demo: setup ## the whole story on this machine, rehearsed, from inputs to a plan; stays usable afterwards
	sh examples/demo.sh "$(EXAMPLE)" demo

up: setup ## start the embedded AWS and deploy to it
	.venv/bin/mlew up

down: .venv/.ready ## stop the embedded AWS; what was stored stays
	.venv/bin/mlew down

reset: .venv/.ready ## stop the embedded AWS and forget what was stored
	.venv/bin/mlew reset

# --- check ----------------------------------------------------------------------------------------------------------

test: setup ## everything: lint, unit, stacks, integration, end to end
	@$(MAKE) --no-print-directory wheels lint unit infra integration browser e2e
	@echo
	@echo 'All passed: lint, unit, stacks, integration, browser, end to end.'

lint: setup state-machines ## ruff, mypy, tsc, layers, state machines, cdk-nag, cfn-lint
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check --quiet
	$(RUN) -m mypy
	.venv/bin/lint-imports
	npm run --silent typecheck
	$(PYTEST) tests/infra/test_findings.py

state-machines: setup ## what Step Functions gets to read, checked: build/statemachine
	@$(RUN) -m infra.state_machines build/statemachine
	node_modules/.bin/asl-validator $(foreach file,$(wildcard statemachine/*.asl.json),--json-path build/$(file))

unit: setup ## tests without any AWS, in seconds
	$(PYTEST) $(PARALLEL) tests/unit

infra: setup wheels ## tests of the stacks
	$(PYTEST) $(PARALLEL) tests/infra --ignore tests/infra/test_findings.py

integration: setup ## tests of adapters and emulator
	$(PYTEST) $(PARALLEL) tests/integration

browser: setup ## tests of the browser code, in the Chromium of this machine
	$(PYTEST) $(PARALLEL) tests/browser

e2e: setup wheels ## whole workshops on the embedded AWS
	$(PYTEST) tests/e2e

format: setup ## format and sort what can be
	$(RUN) -m ruff check --fix --quiet
	$(RUN) -m ruff format --quiet

browser-code: setup ## write functions/mlew/mocks/static from functions/browser
	npm run --silent build

gallery: setup ## screenshots of the sample mocks under build/gallery: make gallery [ONLY="landing warm ja"]
	$(RUN) -m tests.mocks.gallery $(ONLY)

cli-reference: setup ## write docs/cli.md from the commands
	$(RUN) -m mlew.cli.reference

genu-reference: setup ## write docs/genu-linter.md from the rules of the linter
	$(RUN) -m usecases.genu.lint.reference

genu-files: setup ## write usecases/dist from the definitions
	.venv/bin/mlew usecases build

bench: setup wheels ## measure the targets; results under bench/results
	$(RUN) -m bench

# --- an AWS account -------------------------------------------------------------------------------------------------

synth: setup wheels ## write a customer's stacks: make synth CUSTOMER=example
	@$(RUN) -m infra.synth $(CUSTOMER)

deploy: setup wheels ## deploy a customer to its account: make deploy CUSTOMER=… [PROFILE=…]
	@test -n "$(CUSTOMER)" || { echo 'Which customer? make deploy CUSTOMER=…  (files in infra/customers)'; exit 2; }
	@$(RUN) -m infra.preflight "$(CUSTOMER)"
	$(CDK) deploy --all --context "customer=$(CUSTOMER)" $(CDK_ARGS)
	@echo
	@echo 'Next: .venv/bin/mlew doctor --stack $(CUSTOMER)$(if $(PROFILE), --profile $(PROFILE))'

destroy: .venv/.ready ## remove a customer from its account: make destroy CUSTOMER=… [PROFILE=…]
	@test -n "$(CUSTOMER)" || { echo 'Which customer? make destroy CUSTOMER=…'; exit 2; }
	@$(RUN) -m infra.destroy "$(CUSTOMER)"

clean: ## remove what was built, not what was stored
	rm -rf build cdk.out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
