#!/usr/bin/env bash
# Measures the API on both databases and writes docs/benchmarks.md. Flags go to the program: -h lists them.
set -euo pipefail
cd "$(dirname "$0")/../.."
deploy/ci/need.sh go
CGO_ENABLED=0 go build -trimpath -o bin/tools/bench ./deploy/bench
exec bin/tools/bench "$@"
