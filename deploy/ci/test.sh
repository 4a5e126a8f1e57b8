#!/usr/bin/env bash
# Everything the build server does. Read from the top: this is the whole of it.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/ci/stages.sh
web() { npm --prefix frontend run --silent "$@"; }

go_lane() {
  stage 'lint Go' deploy/ci/lint-go.sh
  stage 'generated files' deploy/ci/generated.sh
  stage 'Go on SQLite' deploy/ci/go-sqlite.sh
  stage 'Go on PostgreSQL' deploy/ci/go-postgres.sh
}

web_lane() {
  stage 'SPA check' web check
  stage 'SPA unit tests' web test
  stage 'spec' deploy/ci/spec-lint.sh
  stage 'build' make --no-print-directory build
}

stage 'setup' deploy/ci/setup.sh || { summary; exit 1; }
source deploy/ci/postgres.sh
lanes go_lane web_lane
# After the rest: a browser that waits for a busy processor fails for no reason.
first_half() { stage 'e2e on SQLite, first half' deploy/ci/e2e.sh first; }
second_half() {
  stage 'e2e on SQLite, second half' deploy/ci/e2e.sh second
  stage 'e2e on PostgreSQL' deploy/ci/e2e.sh postgres
}
lanes first_half second_half
summary
