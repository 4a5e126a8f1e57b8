#!/usr/bin/env bash
# The fast half of `make test`: what can be said without running the product.
set -euo pipefail
cd "$(dirname "$0")/../.."
source deploy/ci/stages.sh
web() { npm --prefix frontend run --silent "$@"; }

go_lane() {
  stage 'lint Go' deploy/ci/lint-go.sh
  stage 'architecture' deploy/ci/architecture.sh
  stage 'deployment files' env CGO_ENABLED=0 go test -short ./deploy
}
web_lane() { stage 'SPA check' web check; }

stage 'setup' deploy/ci/setup.sh || { summary; exit 1; }
lanes go_lane web_lane
summary
