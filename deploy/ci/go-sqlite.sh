#!/usr/bin/env bash
# Every Go test on SQLite, without cgo, as the program is built.
# (No race detector here: it makes the pure Go SQLite thirty times slower. PostgreSQL's run has it.)
set -euo pipefail
cd "$(dirname "$0")/../.."
CGO_ENABLED=0 ENVAGIN_TEST_DATABASES=sqlite go test -shuffle=on -timeout 10m ./...
