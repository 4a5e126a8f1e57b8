# En väg in. `make run` starts it, `make test` proves it, `make help` lists the rest.
#
# Make only decides what is out of date; how each thing is done stands in
# deploy/ci/ (checks), frontend/package.json (the SPA) and api/ (the program).

SHELL       := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: run build test check fmt spec bench screenshots room clean help

NPM := npm --prefix frontend --no-audit --no-fund

# Anything under api/ may be embedded (SQL, seeds, the spec), so all of it counts.
# The generated spec is looked at by content where it is read, never listed by hand.
API_SOURCES := go.mod go.sum $(shell find api -type f ! -name '*_test.go' ! -path '*/testdata/*')
SPA_SOURCES := $(shell find frontend/src frontend/public frontend/help -type f ! -name '*.spec.ts*' 2>/dev/null) api/seeds/help.json \
               $(wildcard frontend/*.html frontend/*.json frontend/*.ts frontend/*.js frontend/*.mjs)

# The commit is stamped into the program where git can tell it; in an export, or in a clone that
# belongs to somebody else, the build goes on without.
STAMP := $(shell git rev-parse HEAD >/dev/null 2>&1 && echo true || echo false)

run: build ## build what has changed, load Umeå's plan, serve at http://localhost:8080 (ARGS="…" adds flags)
	@exec bin/envagin serve --demo $(ARGS)

build: bin/envagin frontend/dist/index.html ## build the program and the single-page application

test: ## everything the build server does, on SQLite and PostgreSQL (installs what is missing)
	@exec deploy/ci/test.sh

check: ## the fast half of test: format, lint, architecture, types, deployment files
	@exec deploy/ci/check.sh

fmt: frontend/node_modules/.package-lock.json ## format the code
	@gofmt -w api deploy
	@$(NPM) run --if-present format

spec: frontend/node_modules/.package-lock.json ## generate the OpenAPI spec, the SPA's types and docs/access.md from the code
	@deploy/ci/spec.sh

bench: ## measure the reads and writes on both databases and write docs/benchmarks.md
	@CGO_ENABLED=0 go run ./deploy/bench $(ARGS)

screenshots: build ## take the pictures in docs/images
	@$(NPM) run screenshots

room: ## start a new room in the shape of the others: make room NAME=decisions NOUN=decision
	@go run ./deploy/room $(or $(NAME),$(error say which room: make room NAME=decisions NOUN=decision)) $(NOUN)

clean: ## remove what was built; data/ is kept
	rm -rf bin tmp frontend/dist frontend/node_modules

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bin/envagin: $(API_SOURCES)
	@deploy/ci/need.sh go
	@echo "building bin/envagin"
	@CGO_ENABLED=0 go build -trimpath -buildvcs=$(STAMP) -o $@ ./api

# npm writes this file itself, so an `npm install` by hand counts as well.
frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json
	@deploy/ci/need.sh node
	@echo "installing the SPA's packages"
	@$(NPM) ci --loglevel=error
	@touch $@

frontend/dist/index.html: frontend/node_modules/.package-lock.json $(SPA_SOURCES)
	@echo "building the SPA"
	@$(NPM) run build
